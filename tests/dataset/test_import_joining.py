"""Which of our places a record is, and what is written of it: never in an editor's place."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gazetteer.dataset.checks import run_checks
from gazetteer.dataset.importers.records import ImportedName, ImportedPlace, Unusable
from gazetteer.dataset.importers.run import ImportPlan, ImportReport, run_import
from gazetteer.dataset.package import read_package
from gazetteer.dataset.problems import ERROR
from gazetteer.dataset.tables import Row
from gazetteer.errors import DatasetError, ImportFileError
from gazetteer.model import AreaVersion, Identifier, TimeSpan
from tests.builders import SAMPLE, PackageBuilder, a_name, a_place, a_relation, a_row, a_source
from tests.dataset.catalogues import cells_of

SOURCE = {"id": "survey", "title": "A survey"}
NORTH_M = 1 / 111_000
"""Degrees of latitude that are about a metre."""

Cell = tuple[str, str, str, str]


def a_record(*names: str | ImportedName, north_m: float = 0, **fields: Any) -> ImportedPlace:
    """A village so many metres north of the builder's place; plain names are Azerbaijani."""
    defaults: dict[str, Any] = {
        "where": "a record", "identifiers": (), "kind": "settlement", "type": "village",
        "lon": 46.7528, "lat": 39.8177 + north_m * NORTH_M,
    }  # fmt: skip
    spelt = tuple(ImportedName("az", "Latn", n) if isinstance(n, str) else n for n in names)
    return ImportedPlace(**{**defaults, "names": spelt, **fields})


def gn(*values: int) -> tuple[tuple[str, str], ...]:
    """Identifiers of GeoNames."""
    return tuple(("geonames", str(value)) for value in values)


def a_base(folder: Path) -> PackageBuilder:
    """A village with an editor's Azerbaijani name and an id of GeoNames."""
    builder = PackageBuilder(folder / "base")
    return builder.add(
        a_place(), a_name(text="Sus", lang="az"), Identifier("p-0001", "geonames", "7", "page-test")
    )


def do(
    builder: PackageBuilder, records: Sequence[ImportedPlace | Unusable], **plan: Any
) -> ImportReport:
    """Import records into a new folder beside the package, which stays sound."""
    base = builder.write()
    into = base.parent / "mine"
    report = run_import(records, ImportPlan(SOURCE, **plan), into, base)
    problems = run_checks(read_package(base, into))
    assert not [problem for problem in problems if problem.level == ERROR]
    return report


def ends(report: ImportReport) -> list[tuple[str, str]]:
    """Return (outcome, entity) of every record."""
    return [(one.outcome, one.entity) for one in report.outcomes]


NEW = ("new", "p-9000001")
OURS = ("joined", "p-0001")

JOINS: list[tuple[str, list[ImportedPlace], list[tuple[str, str]]]] = [
    # what it shows, records, outcomes
    ("an identifier counts whatever the name and place",
     [a_record("Tegh", north_m=90_000, identifiers=gn(7))], [OURS]),
    ("an identifier goes before a namesake",
     [a_record("Sus", north_m=9_000, identifiers=gn(8)),
      a_record("Sus", north_m=9_000, identifiers=gn(7))], [NEW, OURS]),
    ("a namesake within 3 km", [a_record("SUS", north_m=2_900)], [OURS]),
    ("a namesake farther off", [a_record("Sus", north_m=3_100)], [NEW]),
    ("a near place of another name", [a_record("Tegh", north_m=10)], [NEW]),
    ("a namesake of another kind", [a_record("Sus", kind="feature", type="river")],
     [("filtered", "")]),
    ("any of the names", [a_record("Tegh", ImportedName("ru", "Cyrl", "Сус"), "Sus")], [OURS]),
    ("a namesake without a point", [a_record("Sus", identifiers=gn(8), lon=None, lat=None)],
     [NEW]),
    ("a namesake of the same catalogue nearby", [a_record("Sus", north_m=1_400,
      identifiers=gn(8))], [OURS]),
    ("a namesake of the same catalogue that is farther off", [a_record("Sus", north_m=1_600,
      identifiers=gn(8))], [NEW]),
    ("a namesake of the same catalogue by a lesser name", [a_record("Yuxarı Sus", "Sus",
      north_m=100, identifiers=gn(8))], [NEW]),
    ("another catalogue's namesake by a lesser name", [a_record("Yuxarı Sus", "Sus",
      north_m=2_900, identifiers=(("wof", "8"),))], [OURS]),
    ("two records of one new place", [a_record("Tegh"), a_record("Tegh", north_m=100)],
     [NEW, ("joined", "p-9000001")]),
    ("a record that is two of ours by identifiers", [a_record("Tegh", identifiers=gn(9)),
      a_record("Tegh", identifiers=gn(7, 9))], [NEW, ("ambiguous", "")]),
    ("a record between two namesakes", [a_record("Tegh"), a_record("Tegh", north_m=4_000),
      a_record("Tegh", north_m=2_000)], [NEW, ("new", "p-9000002"), ("ambiguous", "")]),
    ("nothing to find it by", [a_record("Tegh", lon=None, lat=None)], [("unusable", "")]),
    ("no name to show", [a_record(ImportedName("hy", "Latn", "Tegh", "romanized"))],
     [("unusable", "")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("records", "expected"), [case[1:] for case in JOINS], ids=[case[0] for case in JOINS]
)
def test_which_place_a_record_is(
    tmp_path: Path, records: list[ImportedPlace], expected: list[tuple[str, str]]
) -> None:
    assert ends(do(a_base(tmp_path), records)) == expected


def test_a_record_that_may_be_either_is_the_one_that_is_left(tmp_path: Path) -> None:
    builder = a_base(tmp_path).add(
        a_place("p-0002", lat=39.8177 + 1_000 * NORTH_M), a_name("p-0002", "Yuxarı Sus", "az"),
        a_name("p-0002", "Sus", "az", role="variant"),
        Identifier("p-0002", "geonames", "8", "page-test"),
    )  # fmt: skip
    lower = a_record("Sus", north_m=500, identifiers=(("wof", "1"),))
    upper = a_record("Yuxarı Sus", north_m=1_000, identifiers=(("wof", "2"), *gn(8)))
    assert ends(do(builder, [lower])) == [("ambiguous", "")]
    assert ends(do(builder, [lower, upper])) == [OURS, ("joined", "p-0002")]
    assert do(builder, [lower, upper]).rows == {}


def test_what_only_joins_may_join_by_a_name_that_comes_later(tmp_path: Path) -> None:
    early = a_record("Aşağı Sus", identifiers=(("wof", "1"),))
    late = a_record("Sus", ImportedName("ru", "Cyrl", "Сус"), identifiers=(("osm", "node/1"),))
    named = a_record(ImportedName("ru", "Cyrl", "СУС"), identifiers=(("wof", "2"),))
    report = do(a_base(tmp_path), [early, named, late], only_join=True)
    assert ends(report) == [("filtered", ""), OURS, OURS]


def test_an_ambiguous_record_says_between_what_and_adds_nothing(tmp_path: Path) -> None:
    builder = a_base(tmp_path).add(a_place("p-0002", lat=39.8277), a_name("p-0002", "Sus", "az"))
    report = do(builder, [a_record("Sus", "Suslu", north_m=500)])
    assert report.outcomes[0].detail == "may be any of p-0001, p-0002, by name within 3000 m"
    assert report.rows == {}


@pytest.mark.parametrize(
    ("plan", "record", "detail"),
    [
        ({}, a_record("Tegh", kind="feature"), "is of kind feature"),
        ({"types": ("town",)}, a_record("Tegh"), "is of type village"),
        ({"countries": ("AM",)}, a_record("Tegh", country="AZ"), "is in AZ"),
        ({"countries": ("AM",)}, a_record("Tegh"), "is in no country"),
        ({"box": (40, 40, 41, 41)}, a_record("Tegh"), "lies outside the box"),
        ({"box": (40, 40, 41, 41)}, a_record("Tegh", lon=None, lat=None), "has no point"),
        ({"only_join": True}, a_record("Tegh"), "joins nothing"),
        ({"needed_lang": "hy"}, a_record("Tegh"), "joins nothing and has no hy name"),
        ({"geonames_below": 9}, a_record("Tegh", identifiers=gn(9)), "GeoNames id not below 9"),
    ],
)
def test_what_is_not_wanted_is_filtered(
    tmp_path: Path, plan: dict[str, Any], record: ImportedPlace, detail: str
) -> None:
    (one,) = do(a_base(tmp_path), [record], **plan).outcomes
    assert (one.outcome, one.detail) == ("filtered", detail)


def test_excluded_records_are_left_out_whatever_they_are(tmp_path: Path) -> None:
    excluded = a_row(scheme="wof", value="5", reason="a museum", source="page-test")
    builder = a_base(tmp_path).add(excluded, table="exclusions")
    record = a_record("Sus", identifiers=(*gn(8), ("wof", "5")))
    (one,) = do(builder, [record]).outcomes
    assert (one.outcome, one.key, one.detail) == ("excluded", "geonames:8", "a museum")


def test_one_name_of_a_record_can_be_excluded(tmp_path: Path) -> None:
    wrong = a_row(scheme="geonames", value="8", text="Hat", reason="a hat", source="page-test")
    record = a_record("Sarıbaba", "Hat", north_m=20_000, identifiers=gn(8))
    report = do(a_base(tmp_path).add(wrong, table="exclusions"), [record])
    assert [text for _, _, text, _ in names_of(report)] == ["Sarıbaba"]
    assert report.outcomes[0].outcome == "new"
    assert "Hat (excluded)" in report.outcomes[0].detail


def test_a_kind_can_be_said(tmp_path: Path) -> None:
    unit = a_record("Sus", kind="admin-unit", type="community")
    report = do(a_base(tmp_path), [unit], kinds=("admin-unit",), taken_as="settlement")
    assert ends(report) == [OURS]


# --- what is written -----------------------------------------------------------------------------


def names_of(report: ImportReport) -> list[Cell]:
    """Return (language, script, text, role) of the new names."""
    rows = report.rows.get("names", [])
    return [(row["lang"], row["script"], row["text"], row["role"]) for row in rows]


NAMES: list[tuple[str, ImportedName, list[Cell]]] = [
    # what it shows, name of the record, rows
    ("an editor's language stays", ImportedName("az", "Latn", "Suslu"), []),
    ("nor is a variant added", ImportedName("az", "Latn", "Suslu", "variant"), []),
    ("another language is added", ImportedName("hy", "Armn", "Սուս"),
     [("hy", "Armn", "Սուս", "common")]),
    ("a romanized form is added", ImportedName("az", "Latn", "Soos", "romanized"),
     [("az", "Latn", "Soos", "romanized")]),
    ("another script is a variant", ImportedName("az", "Arab", "سوس"),
     [("az", "Arab", "سوس", "variant")]),
    ("a Latin form of a language that has another script", ImportedName("hy", "Latn", "Sus"),
     [("hy", "Latn", "Sus", "romanized")]),
    ("a script that is none of the language's", ImportedName("az", "Armn", "Սուս"), []),
    ("a name that is too long", ImportedName("ru", "Cyrl", "С" * 201), []),
    ("a name with what nobody sees", ImportedName("ru", "Cyrl", "С\u200bус"), []),
    ("dates that are none", ImportedName("ru", "Cyrl", "Сус", since="1991-13"),
     [("ru", "Cyrl", "Сус", "common")]),
    ("dates that are reversed", ImportedName("ru", "Cyrl", "Сус", since="1991", until="1990"),
     [("ru", "Cyrl", "Сус", "common")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES]
)
def test_names_beside_an_editors(tmp_path: Path, name: ImportedName, expected: list[Cell]) -> None:
    assert names_of(do(a_base(tmp_path), [a_record(name, identifiers=gn(7))])) == expected


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    record = a_record("Tegh", "T\u200begh", identifiers=(("wikidata", "q1"), ("wof", "8")))
    (one,) = do(a_base(tmp_path), [record]).outcomes
    assert (one.outcome, one.key) == ("new", "wof:8")
    assert one.detail.startswith("left out wikidata id: 'q1' is no wikidata identifier")
    assert one.detail.endswith("name 'T\\u200begh' (az)")


def test_a_catalogues_name_may_get_company_and_the_first_leads(tmp_path: Path) -> None:
    builder = PackageBuilder(tmp_path / "base").add(
        a_place(), a_source("catalogue", kind="dataset"),
        a_name(text="Sus", lang="az", source="catalogue"),
    )  # fmt: skip
    hy = [ImportedName("hy", "Armn", text) for text in ("Սուս", "Սոս", "ՍՈՒՍ")]
    report = do(builder, [a_record("Sus", "Suslu", *hy)])
    assert names_of(report) == [
        ("az", "Latn", "Suslu", "variant"), ("hy", "Armn", "Սուս", "common"),
        ("hy", "Armn", "Սոս", "variant"),
    ]  # fmt: skip


def test_rows_of_a_new_place(tmp_path: Path) -> None:
    square = '{"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,40],[46,39]]]}'
    builder = a_base(tmp_path).add(
        a_place("p-0002", kind="admin-unit", type="district", status=""),
        AreaVersion("p-0002", "now", TimeSpan(), square, 1_000, "page-test"),
        a_place("p-0003", kind="region"), a_relation("p-0002", "part-of", "p-0003",
                                                     perspective="az"),
    )  # fmt: skip
    record = a_record("Tegh", type="town", status="abandoned", identifiers=gn(8))
    rows = do(builder, [record], accuracy_m=250).rows
    (place,) = rows["places"]
    assert cells_of(place, "id", "kind", "type", "lon", "lat", "accuracy_m", "prominence") == (
        "p-9000001", "settlement", "town", "46.75280", "39.81770", "250", "15",
    )  # fmt: skip
    assert place["source"] == place["coordinate_source"] == "survey"
    (status,) = rows["statuses"]
    assert cells_of(status, "place", "status", "certainty") == (
        "p-9000001", "abandoned", "probable",
    )  # fmt: skip
    (unit,) = rows["relations"]
    assert cells_of(unit, "predicate", "object", "perspective", "certainty") == (
        "part-of", "p-0002", "az", "probable",
    )  # fmt: skip
    assert cells_of(rows["sources"][0], "id", "kind", "title") == (
        "survey", "dataset", "A survey",
    )  # fmt: skip


# --- the folders ---------------------------------------------------------------------------------

RECORDS = [
    a_record("Sus", ImportedName("hy", "Armn", "Սուս"), identifiers=gn(8)),
    a_record("Tegh", north_m=9_000, identifiers=(("wof", "5"),)),
    a_record("Qala", north_m=20_000),
    a_record("Qala", north_m=24_000),
    a_record("Qala", north_m=22_000),
    Unusable("bad", "is none"),
]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}


def test_running_twice_adds_nothing(tmp_path: Path) -> None:
    builder = a_base(tmp_path)
    first = do(builder, RECORDS)
    written = snapshot(tmp_path / "mine")
    again = do(builder, RECORDS)
    assert snapshot(tmp_path / "mine") == written
    assert again.rows == {}
    assert first.counts() == {"joined": 1, "new": 3, "ambiguous": 1, "unusable": 1}
    assert again.counts() == {"joined": 4, "ambiguous": 1, "unusable": 1}


def test_the_base_is_not_touched(tmp_path: Path) -> None:
    builder = a_base(tmp_path)
    before = snapshot(builder.write())
    do(builder, RECORDS)
    assert snapshot(tmp_path / "base") == before


def test_rows_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    base = tmp_path / "tables"
    shutil.copytree(SAMPLE, base)
    before = {path.name: set(path.read_bytes().splitlines()) for path in base.glob("*.csv")}
    report = run_import(RECORDS, ImportPlan(SOURCE), base, base)
    assert [one.entity for one in report.outcomes[:2]] == ["p-0100", "p-0101"]  # p-0099 is gone
    for name, lines in before.items():
        after = (base / name).read_bytes().splitlines()
        assert lines <= set(after)
        fresh = len(report.rows.get(name.removesuffix(".csv"), ()))
        assert len(after) == len(lines) + fresh
    assert [p for p in run_checks(read_package(base)) if p.level == ERROR] == []


def test_a_base_without_a_descriptor_gets_an_overlay_without_one(tmp_path: Path) -> None:
    run_import(RECORDS, ImportPlan(SOURCE), tmp_path / "mine", SAMPLE)
    assert len(read_package(SAMPLE, tmp_path / "mine").rows("places")) > 12
    assert not (tmp_path / "mine" / "datapackage.json").exists()


def test_another_source_is_not_listed_twice(tmp_path: Path) -> None:
    builder = a_base(tmp_path).add(a_source("survey", kind="dataset"))
    assert "sources" not in do(builder, RECORDS).rows


def test_without_writing_nothing_is_made(tmp_path: Path) -> None:
    base = a_base(tmp_path).write()
    report = run_import(RECORDS, ImportPlan(SOURCE), tmp_path / "mine", base, write=False)
    assert report.counts()["new"] == 3
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ({"id": "", "title": "x"}, "id is empty"),
        ({"id": "My list", "title": "x"}, "id 'My list' does not have the form"),
        ({"id": "x", "title": ""}, "title is empty"),
        ({"id": "x", "title": "x", "kind": "rumour"}, "kind 'rumour' is none of"),
        ({"id": "x", "title": "x", "licence": "a\tb"}, "licence has U\\+0009"),
    ],
)
def test_source_that_is_none(tmp_path: Path, source: dict[str, str], fault: str) -> None:
    base = a_base(tmp_path).write()
    with pytest.raises(ImportFileError, match=f"the source's {fault}"):
        run_import(RECORDS, ImportPlan(source), tmp_path / "mine", base)
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("damage", ["p-0002,settlement\n", 'p-0002,settlement,,"x,,,,,,,,\n'])
def test_tables_that_cannot_be_read_are_not_written(tmp_path: Path, damage: str) -> None:
    base = a_base(tmp_path).write()
    with (base / "places.csv").open("a", encoding="utf-8") as stream:
        stream.write(damage)
    before = snapshot(base)
    with pytest.raises(DatasetError):
        run_import(RECORDS, ImportPlan(SOURCE), base, base)
    assert snapshot(base) == before


def test_a_file_that_breaks_off_writes_nothing(tmp_path: Path) -> None:
    base = a_base(tmp_path).write()

    def broken() -> Any:
        yield RECORDS[1]
        raise ImportFileError("is no more")

    with pytest.raises(ImportFileError):
        run_import(broken(), ImportPlan(SOURCE), tmp_path / "mine", base)
    assert not (tmp_path / "mine").exists()


def test_every_record_is_told_of_in_order(tmp_path: Path) -> None:
    records = [
        replace(one, where=f"{n}") if isinstance(one, ImportedPlace) else one
        for n, one in enumerate(RECORDS)
    ]
    report = do(a_base(tmp_path), records)
    assert [one.where for one in report.outcomes] == ["0", "1", "2", "3", "4", "bad"]
    assert all(isinstance(row, Row) for rows in report.rows.values() for row in rows)
