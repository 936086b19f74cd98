"""Linked Places and plain tables are read: every record is a place or is said to be none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gazetteer.dataset.importers.records import ImportedPlace
from gazetteer.errors import ImportFileError
from tests.dataset.catalogues import (
    a_collection,
    a_file,
    a_linked_place,
    a_place_of,
    forms,
    reason,
    records,
)

# --- Linked Places -------------------------------------------------------------------------------

SQUARE = [[[46, 39], [47, 39], [47, 40], [46, 40], [46, 39]]]
POINT = {"type": "Point", "coordinates": [46.5, 39.5]}

GEOMETRIES: list[tuple[object, tuple[float | None, float | None]]] = [
    (POINT, (46.5, 39.5)),
    (None, (None, None)),
    ({"type": "Point", "coordinates": [46.5, 39.5, 900]}, (46.5, 39.5)),
    ({"type": "Polygon", "coordinates": SQUARE}, (46.5, 39.5)),
    ({"type": "GeometryCollection", "geometries": [POINT]}, (46.5, 39.5)),
    ({"type": "GeometryCollection", "geometries": [POINT, {"type": "Polygon",
      "coordinates": SQUARE}]}, (46.5, 39.5)),
    ({"type": "GeometryCollection", "geometries": []}, (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("geometry", "expected"), GEOMETRIES)
def test_geometry_of_a_linked_place(
    tmp_path: Path, geometry: object, expected: tuple[float | None, float | None]
) -> None:
    path = a_collection(tmp_path / "lp.json", a_linked_place(geometry=geometry))
    place = a_place_of("linked-places", path)
    assert (place.lon, place.lat) == expected


def _span(start: object = None, end: object = None) -> dict[str, object]:
    span = {"start": start, "end": end}
    return {"timespans": [{key: cell for key, cell in span.items() if cell is not None}]}


WHEN: list[tuple[object, tuple[str, str, str]]] = [
    # when, (since, until, role)
    (None, ("", "", "common")),
    ({"timespans": []}, ("", "", "common")),
    (_span({"in": "1923"}, {"in": "1991-09-02"}), ("1923", "1991-09-02", "historical")),
    (_span({"earliest": "1923", "latest": "1930"}), ("1923", "", "common")),
    (_span(None, {"earliest": "1980", "latest": "1991"}), ("", "1991", "historical")),
    (_span({"in": "-0300"}), ("", "", "common")),
    (_span({"in": "1991-13"}), ("", "", "common")),
    (_span({"in": "1923"}, {"in": "2999"}), ("1923", "", "common")),
    ({"timespans": [{"start": {"in": "1923"}}, {"end": {"in": "1991"}}]},
     ("1923", "1991", "historical")),
]  # fmt: skip


@pytest.mark.parametrize(("when", "expected"), WHEN)
def test_time_of_a_name(tmp_path: Path, when: object, expected: tuple[str, str, str]) -> None:
    names = [{"toponym": "Sus", "lang": "az", "when": when}]
    path = a_collection(tmp_path / "lp.json", a_linked_place(names=names))
    (name,) = a_place_of("linked-places", path).names
    assert (name.since, name.until, name.role) == expected


def test_links_lead_to_identifiers(tmp_path: Path) -> None:
    links = [
        {"type": "exactMatch", "identifier": "gn:147001"},
        {"type": "closeMatch", "identifier": "http://www.wikidata.org/entity/Q5"},
        {"type": "closeMatch", "identifier": "wd:Q5"},
        {"type": "seeAlso", "identifier": "wd:Q6"},
        {"type": "exactMatch", "identifier": "tgn:7"},
    ]
    own = "https://www.geonames.org/147002/sus.html"
    feature = a_linked_place(own, links=links)
    place = a_place_of("linked-places", a_collection(tmp_path / "lp.json", feature))
    assert place.identifiers == (
        ("geonames", "147002"), ("geonames", "147001"), ("wikidata", "Q5"), ("linked-places", own),
    )  # fmt: skip


def test_one_feature_a_line(tmp_path: Path) -> None:
    lines = [json.dumps(a_linked_place(f"x:{n}")) for n in (1, 2)]
    path = a_file(tmp_path / "lp.jsonl", lines[0], "\n\n\x1e", lines[1], "\nbad\n[]\n")
    found = records("linked-places", path)
    assert [one.where.rpartition(":")[2] for one in found] == ["1", "3", "4", "5"]
    assert [isinstance(one, ImportedPlace) for one in found] == [True, True, False, False]


def test_one_feature_alone(tmp_path: Path) -> None:
    path = a_file(tmp_path / "lp.json", json.dumps(a_linked_place(), indent=2))
    assert forms(a_place_of("linked-places", path)) == [("az", "Sus", "common")]


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        ({"type": "Place"}, "is no GeoJSON Feature"),
        (a_linked_place(properties={"fclasses": []}), "neither a known fclass nor a known type"),
        (a_linked_place(names=[{"lang": "az"}]), "cannot be read"),
        (a_linked_place(names=5), "cannot be read"),
        (a_linked_place(geometry={"type": "Polygon", "coordinates": [[[1, 2]]]}), "cannot be read"),
        (a_linked_place(geometry={"type": "Cube", "coordinates": []}), "cannot be read"),
        (a_linked_place(geometry={"type": "Point", "coordinates": [46]}), "cannot be read"),
        (a_linked_place(geometry={"type": "Point", "coordinates": [40, 146]}), "swapped"),
    ],
)
def test_feature_that_is_no_place(tmp_path: Path, feature: object, expected: str) -> None:
    assert expected in reason("linked-places", a_collection(tmp_path / "lp.json", feature))


@pytest.mark.parametrize(
    "text", ["", "words", "[\n]", '{"type": "FeatureCollection"}', "5", '{"type":\n"Feature"']
)
def test_what_is_no_linked_places_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(ImportFileError, match="FeatureCollection"):
        records("linked-places", a_file(tmp_path / "lp.json", text))


def test_title_is_a_name_where_its_language_is_told(tmp_path: Path) -> None:
    feature = a_linked_place(names=[], types=[{"label": "Inhabited place"}])
    path = a_collection(tmp_path / "lp.json", feature)
    assert a_place_of("linked-places", path).names == ()
    place = a_place_of("linked-places", path, lang="en")
    assert (forms(place), place.type) == ([("en", "Sus", "common")], "inhabited-place")


# --- any table -----------------------------------------------------------------------------------

TABLES: list[tuple[str, dict[str, Any], list[tuple[str, str, str]]]] = [
    # table, options, names of its one place
    ("name,lang\nSus,az\n", {}, [("az", "Sus", "common")]),
    ("\ufeffName;Language\nSus;aze\n", {}, [("az", "Sus", "common")]),
    ("title\tlang\nSus\taz-Latn\n", {}, [("az", "Sus", "common")]),
    ("name\nSus\n", {"lang": "az"}, [("az", "Sus", "common")]),
    ("name_hy,name:ru,name_az\nՍուս,Сус,\n", {},
     [("hy", "Սուս", "common"), ("ru", "Сус", "common")]),
    ("title\tvariants\nSus\tՍուս@hy;Сус@rus;Soos\n", {"lang": "en"},
     [("en", "Sus", "common"), ("hy", "Սուս", "common"), ("ru", "Сус", "common"),
      ("en", "Soos", "common")]),
    ('name,lang\n"Sus, Lachin",az\n', {}, [("az", "Sus", "common")]),
    ("name,lang,name_hy\nSus,,Սուս\n", {}, [("hy", "Սուս", "common")]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "options", "expected"), TABLES)
def test_names_of_a_table(
    tmp_path: Path, table: str, options: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert forms(a_place_of("csv", a_file(tmp_path / "t.csv", table), **options)) == expected


@pytest.mark.parametrize("columns", ["lat,lon", "Latitude,Longitude", "lat,lng", "y,x"])
def test_headers_of_points_and_ids(tmp_path: Path, columns: str) -> None:
    rows = f"id,name,lang,{columns},geonameid,wikidata,ccodes\n7,Sus,az,39.6,46.5,147001,Q5,AZ;AM\n"
    place = a_place_of("csv", a_file(tmp_path / "t.csv", rows), scheme="survey")
    assert (place.lon, place.lat, place.country) == (46.5, 39.6, "AZ")
    assert place.identifiers == (("geonames", "147001"), ("wikidata", "Q5"), ("survey", "7"))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("name\nSus\n", "fill in lang, or give --lang for all"),
        ("name,lang\n,az\n", "has no name whose language is known"),
        ("name,lang\nСуs,ru\n", "has no name whose language is known"),
        ("name,lang,kind\nSus,az,hamlet\n", "kind 'hamlet' is none of settlement"),
        ("name,lang,status\nSus,az,empty\n", "status 'empty' is none of inhabited"),
        ("name,lang,lat,lon\nSus,az,46.5,\n", "are no numbers"),
        ("name,lang,lat,lon\nSus,az,146.5,39.6\n", "are the two swapped?"),
        ("name,lang,lat,lon\nSus,az,39\n", "are no numbers"),
    ],
)  # fmt: skip
def test_row_that_is_no_place(tmp_path: Path, table: str, expected: str) -> None:
    assert expected in reason("csv", a_file(tmp_path / "t.csv", table))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "has no column name"),
        (b"place,lang\nSus,az\n", "its header is place, lang"),
        ("name\nŞuşa\n".encode("iso8859-9"), "is no UTF-8 table"),
    ],
)
def test_what_is_no_table_of_places(tmp_path: Path, raw: bytes, expected: str) -> None:
    (tmp_path / "t.csv").write_bytes(raw)
    with pytest.raises(ImportFileError, match=expected):
        records("csv", tmp_path / "t.csv")
