"""Whatever a file holds: it is refused in words, or every record of it is told of."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.dataset.checks import run_checks
from gazetteer.dataset.importers import importers
from gazetteer.dataset.importers.records import ImportedName, ImportedPlace, ReadOptions
from gazetteer.dataset.importers.run import ImportPlan, ImportReport, run_import
from gazetteer.dataset.package import read_package
from gazetteer.dataset.problems import ERROR
from gazetteer.errors import ImportFileError
from tests.builders import SAMPLE
from tests.dataset.catalogues import a_distribution, a_dump_line, a_linked_place, a_wof_record

KINDS = ("settlement", "admin-unit", "region", "feature", "facility", "area", "route")
SUFFIXES = {
    "csv": ".csv", "geonames": ".txt", "linked-places": ".json", "whosonfirst": ".geojson",
}  # fmt: skip

words = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\n\t\0") | st.sampled_from("Սաşə ;,@\u200b"),
    max_size=12,
)
scalars = st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats() | words
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


def imported(name: str, raw: bytes, suffix: str = "") -> ImportReport | None:
    """Import bytes over the sample; None when they are refused. What is written is sound."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = folder / f"file{suffix or SUFFIXES[name]}"
        path.write_bytes(raw)
        return _imported(name, path, folder / "mine")


def _imported(name: str, path: Path, into: Path, companion: str = "") -> ImportReport | None:
    options = ReadOptions(lang="az", romanized=True, companion=companion, scheme="survey")
    plan = ImportPlan({"id": "survey", "title": "A survey"}, kinds=KINDS, geonames_below=10**9)
    try:
        report = run_import(importers()[name].read(path, options), plan, into, SAMPLE)
    except ImportFileError:
        return None
    errors = [p for p in run_checks(read_package(SAMPLE, into)) if p.level == ERROR]
    assert not errors, errors
    written = read_package(SAMPLE, into)
    again = run_import(importers()[name].read(path, options), plan, into, SAMPLE)
    assert again.rows == {}
    assert read_package(SAMPLE, into).rows("names") == written.rows("names")
    return report


@pytest.mark.parametrize("name", sorted(importers()))
@given(raw=st.binary(max_size=200))
@settings(max_examples=40)
def test_any_bytes(name: str, raw: bytes) -> None:
    imported(name, raw)


@given(raw=st.binary(max_size=200))
@settings(max_examples=20)
def test_any_bytes_as_a_distribution(raw: bytes) -> None:
    assert imported("whosonfirst", raw, ".db") is None


HEADERS = (
    "id", "name", "lang", "lat", "lon", "name_hy", "variants", "kind", "type", "status", "geonames",
    "wikidata", "wof", "country", "",
)  # fmt: skip
cells = words | st.sampled_from(
    ("az", "hy", "settlement", "Sus", "Սուս@hy;Sous", "46.5", "39.6", "1e999", "-0", "147001")
)


@given(
    header=st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8, unique=True),
    rows=st.lists(st.lists(cells, min_size=1, max_size=9), max_size=4),
    delimiter=st.sampled_from(",;\t"),
)
@settings(max_examples=60)
def test_any_table(header: list[str], rows: list[list[str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    report = imported("csv", out.getvalue().encode())
    if report is not None:
        assert len(report.outcomes) == len(rows)
        assert {"name", "name_hy"} & set(header)


@given(
    lines=st.lists(
        st.fixed_dictionaries(
            {}, optional=dict.fromkeys(("geonameid", "name", "alternatenames", "latitude"), words)
            | {"feature_code": st.sampled_from(("PPL", "PPLQ", "PPLX", "")),
               "population": words, "longitude": cells, "country_code": cells},
        ),
        min_size=1, max_size=4,
    )
)  # fmt: skip
@settings(max_examples=60)
def test_any_dump(lines: list[dict[str, str]]) -> None:
    report = imported("geonames", "".join(a_dump_line(**cells) for cells in lines).encode())
    assert report is not None
    assert len(report.outcomes) == len(lines)


PROPERTIES = (
    "wof__id", "wof__name", "wof__placetype", "wof__country", "wof__concordances",
    "geom__longitude", "lbl__latitude", "wof__population", "wof__superseded_by",
    "name__hye_x_preferred", "name__aze_x_variant",
)  # fmt: skip


@given(
    records=st.lists(
        st.fixed_dictionaries({}, optional=dict.fromkeys(PROPERTIES, anything)), max_size=4
    )
)
@settings(max_examples=60)
def test_any_whosonfirst_records(records: list[dict[str, Any]]) -> None:
    bodies = [json.dumps(a_wof_record(**properties)) for properties in records]
    with tempfile.TemporaryDirectory() as made:
        path = a_distribution(Path(made) / "wof.db", *bodies)
        report = _imported("whosonfirst", path, Path(made) / "mine")
    assert report is not None
    assert len(report.outcomes) == len(records)


PLACE_COLUMNS = ("wof_id", "placetype", "lat", "lon", "name", "country", "gn_id", "population")
NAME_COLUMNS = ("wof_id", "lang", "kind", "name")


def as_table(columns: tuple[str, ...], rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([columns, *rows])
    return out.getvalue().encode()


@given(
    places=st.lists(
        st.lists(cells | st.sampled_from(("5", "locality", "AZ")), min_size=1, max_size=9),
        max_size=4,
    ),
    names=st.lists(
        st.lists(cells | st.sampled_from(("5", "hye", "preferred")), min_size=1, max_size=5),
        max_size=4,
    ),
    noise=st.binary(max_size=20),
)
@settings(max_examples=60)
def test_any_pair_of_tables(places: list[list[str]], names: list[list[str]], noise: bytes) -> None:
    with tempfile.TemporaryDirectory() as made:
        path, companion = Path(made) / "places.csv", Path(made) / "names.csv"
        path.write_bytes(as_table(PLACE_COLUMNS, places))
        companion.write_bytes(as_table(NAME_COLUMNS, names))
        report = _imported("whosonfirst", path, Path(made) / "mine", str(companion))
        assert report is not None
        assert len(report.outcomes) == len(places)
        companion.write_bytes(as_table(NAME_COLUMNS, names) + noise)
        _imported("whosonfirst", path, Path(made) / "other", str(companion))


@given(names=st.lists(st.lists(words, max_size=11), max_size=5), noise=st.binary(max_size=20))
@settings(max_examples=60)
def test_any_alternate_names(names: list[list[str]], noise: bytes) -> None:
    lines = ["\t".join(["1", "147001", "hy", "Սուս", *cells]) for cells in names]
    with tempfile.TemporaryDirectory() as made:
        path, companion = Path(made) / "AZ.txt", Path(made) / "names.txt"
        path.write_text(a_dump_line(), encoding="utf-8")
        companion.write_bytes("\n".join(lines).encode() + noise)
        report = _imported("geonames", path, Path(made) / "mine", str(companion))
    assert report is None or len(report.outcomes) == 1


FIELDS = ("@id", "properties", "names", "geometry", "links", "types")


@given(
    features=st.lists(
        st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, anything)), max_size=4
    ),
    others=st.lists(anything, max_size=2),
)
@settings(max_examples=60)
def test_any_features(features: list[dict[str, Any]], others: list[Any]) -> None:
    made = [a_linked_place() | fields for fields in features]
    collection = {"type": "FeatureCollection", "features": [*made, *others]}
    raw = json.dumps(collection)
    report = imported("linked-places", raw.encode())
    if "NaN" not in raw and "Infinity" not in raw and report is None:
        assert _has_huge_number(raw)
    if report is not None:
        assert len(report.outcomes) == len(made) + len(others)


def _has_huge_number(raw: str) -> bool:
    """Whether strict JSON parsers refuse the text for a number."""
    import orjson

    try:
        orjson.loads(raw)
    except ValueError:
        return True
    return False


@given(text=st.recursive(words, lambda inner: st.builds("[{}]".format, inner), max_leaves=3))
@settings(max_examples=20)
def test_any_depth_of_geometry(text: str) -> None:
    geometry: Any = {"type": "Point", "coordinates": [46.5, 39.5]}
    for _ in range(300):
        geometry = {"type": "GeometryCollection", "geometries": [geometry]}
    feature = a_linked_place(geometry=geometry, names=[{"toponym": text, "lang": "az"}])
    report = imported("linked-places", json.dumps(feature).encode())
    assert report is None or len(report.outcomes) == 1


spelt = st.builds(
    ImportedName, st.just("az"), st.just("Latn"), st.sampled_from(("Sus", "Tegh", "Qala", "Hak")),
    st.sampled_from(("common", "variant", "romanized")),
)  # fmt: skip
neighbours = st.builds(
    lambda names, steps, ids: ImportedPlace(
        "", tuple(sorted(ids.items())), "settlement", "village", 46.6, 39.6 + steps * 0.009,
        tuple(names),
    ),
    st.lists(spelt, min_size=1, max_size=3),
    st.integers(0, 8),
    st.dictionaries(st.sampled_from(("one", "two")), st.sampled_from("12345"), max_size=2),
)  # fmt: skip


@given(
    found=st.lists(neighbours, max_size=8),
    more=st.fixed_dictionaries({"only_join": st.booleans(), "needed_lang": st.just("")}),
)
@settings(max_examples=150)
def test_any_neighbours_are_the_same_the_second_time(
    found: list[ImportedPlace], more: dict[str, Any]
) -> None:
    plan = ImportPlan({"id": "survey", "title": "A survey"}, **more)
    with tempfile.TemporaryDirectory() as made:
        into = Path(made) / "mine"
        first = run_import(found, plan, into, SAMPLE)
        again = run_import(found, plan, into, SAMPLE)
    assert again.rows == {}
    assert "new" not in again.counts()
    assert len(first.outcomes) == len(again.outcomes) == len(found)
