"""Each format is read: every record is a place or is said to be none, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gazetteer.dataset.importers import importers
from gazetteer.dataset.importers.records import ImportedPlace
from gazetteer.errors import ImportFileError
from tests.dataset.catalogues import (
    a_collection,
    a_distribution,
    a_dump_line,
    a_file,
    a_linked_place,
    a_place_of,
    a_tagged_line,
    a_wof_record,
    forms,
    places,
    reason,
    records,
)

# --- GeoNames ------------------------------------------------------------------------------------

DUMPED: list[tuple[dict[str, object], tuple[str, str, str]]] = [
    # cells, (kind, type, status)
    ({}, ("settlement", "village", "")),
    ({"population": 5_000}, ("settlement", "town", "")),
    ({"population": 50_000}, ("settlement", "city", "")),
    ({"population": "many"}, ("settlement", "village", "")),
    ({"feature_code": "PPLC"}, ("settlement", "capital", "")),
    ({"feature_code": "PPLA2"}, ("settlement", "town", "")),
    ({"feature_code": "PPLQ"}, ("settlement", "village", "abandoned")),
    ({"feature_code": "PPLH"}, ("settlement", "village", "abandoned")),
    ({"feature_code": "PPLW"}, ("settlement", "village", "destroyed")),
    ({"feature_class": "H", "feature_code": "STM"}, ("feature", "river", "")),
    ({"feature_class": "A", "feature_code": "ADM2"}, ("admin-unit", "district", "")),
    ({"feature_class": "S", "feature_code": "MSTY"}, ("facility", "monastery", "")),
]


@pytest.mark.parametrize(("cells", "expected"), DUMPED)
def test_kind_of_a_geonames_record(
    tmp_path: Path, cells: dict[str, object], expected: tuple[str, str, str]
) -> None:
    place = a_place_of("geonames", a_file(tmp_path / "AZ.txt", a_dump_line(**cells)))
    assert (place.kind, place.type, place.status) == expected
    assert place.identifiers == (("geonames", "147001"),)
    assert (place.lon, place.lat, place.country) == (46.5144, 39.6254, "AZ")


UNUSABLE_DUMPS: list[tuple[str, str]] = [
    (a_dump_line(feature_code="PPLX"), "P.PPLX is no kind of place"),
    (a_dump_line(feature_class="S", feature_code="FRM"), "S.FRM is no kind of place"),
    (a_dump_line(geonameid=""), "has no geonameid or no name"),
    (a_dump_line(geonameid="12a"), "has no geonameid or no name"),
    (a_dump_line(name=""), "has no geonameid or no name"),
    (a_dump_line(latitude=91), "is no point; are the two swapped?"),
    (a_dump_line(longitude=39.6, latitude=146.5), "is no point; are the two swapped?"),
    (a_dump_line(latitude="north"), "are no numbers"),
    (a_dump_line(latitude=""), "are no numbers"),
    (a_dump_line(latitude="nan"), "is no point"),
    ("147001\tSus\tSus\n", "has 3 columns instead of 19"),
    (a_dump_line().replace("\n", "\textra\n"), "has 20 columns instead of 19"),
]


@pytest.mark.parametrize(("line", "expected"), UNUSABLE_DUMPS)
def test_geonames_record_that_is_no_place(tmp_path: Path, line: str, expected: str) -> None:
    assert expected in reason("geonames", a_file(tmp_path / "AZ.txt", line))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"name": "Xeyrimli"}, [("az", "Xeyrimli", "common")]),
        ({"name": "Kheyrimli"}, [("en", "Kheyrimli", "common")]),
        ({"name": "Voskepar", "country_code": "AM"}, [("en", "Voskepar", "common")]),
        (  # a Latin form is a romanization where the country's own language has one
            {"name": "Zernali", "alternatenames": "Zərnəli,Զեռնալի,Зернали"},
            [("en", "Zernali", "romanized"), ("az", "Zərnəli", "common"),
             ("hy", "Զեռնալի", "common"), ("ru", "Зернали", "common")],
        ),
        ({"alternatenames": "Sous,سوس"}, [("az", "Sus", "common")]),  # no letters tell these
    ],
)  # fmt: skip
def test_languages_are_read_off_the_letters(
    tmp_path: Path, cells: dict[str, object], expected: list[tuple[str, str, str]]
) -> None:
    place = a_place_of("geonames", a_file(tmp_path / "AZ.txt", a_dump_line(**cells)))
    assert forms(place) == expected


def test_latin_forms_of_unknown_language_are_kept_on_request(tmp_path: Path) -> None:
    dump = a_file(tmp_path / "AZ.txt", a_dump_line(alternatenames="Sous"))
    assert ("en", "Sous", "romanized") in forms(a_place_of("geonames", dump, romanized=True))


def test_alternate_names_say_language_role_and_time(tmp_path: Path) -> None:
    dump = a_file(tmp_path / "AZ.txt", a_dump_line(alternatenames="Zərnəli"))
    companion = a_file(
        tmp_path / "alternateNamesV2.txt",
        a_tagged_line(147001, "hy", "Սուս", "1", "", "", ""),
        a_tagged_line(147001, "az", "Kürdhacı", "", "", "", "1", "1930", "1992"),
        a_tagged_line(147001, "ru", "Сус (село)"),
        a_tagged_line(147001, "link", "https://example.org/"),
        a_tagged_line(147001, "ka", ""),
        a_tagged_line(999, "hy", "Տեղ"),
        "too short\n",
    )
    place = a_place_of("geonames", dump, companion=str(companion))
    assert forms(place)[1:] == [
        ("hy", "Սուս", "common"), ("az", "Kürdhacı", "historical"), ("ru", "Сус", "variant"),
    ]  # fmt: skip
    assert (place.names[2].since, place.names[2].until) == ("1930", "1992")


@pytest.mark.parametrize(
    "header",
    [
        "geonameid,name,lat,lon,country,feature_code",
        "geonameid,name,latitude,longitude,country_code,feature_code",
        "\ufeffgeonameid,name,lat,lon,country,feature_code",
        "geonameid\tname\tlat\tlon\tcountry\tfeature_code",
    ],
)
def test_geonames_table_with_a_header(tmp_path: Path, header: str) -> None:
    row = "147001,Sus,39.6254,46.5144,AZ,PPL\n"
    rows = row.replace(",", "\t") if "\t" in header else row
    place = a_place_of("geonames", a_file(tmp_path / "az.csv", f"{header}\n", rows))
    assert (place.kind, place.lon, place.lat, place.country) == (
        "settlement", 46.5144, 39.6254, "AZ",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "has neither 19 columns"),
        (b"id,title\n1,Sus\n", "header with geonameid, name, latitude, longitude"),
        (a_dump_line(name="Şuşa").encode("iso8859-9"), "is not UTF-8"),
        (b'geonameid,name,lat,lon\n1,"' + b"x" * 200_000, "cannot be read: field larger"),
    ],
)
def test_what_is_no_dump(tmp_path: Path, raw: bytes, expected: str) -> None:
    path = tmp_path / "AZ.txt"
    path.write_bytes(raw)
    with pytest.raises(ImportFileError, match=expected):
        records("geonames", path)


def test_companion_that_is_not_there(tmp_path: Path) -> None:
    dump = a_file(tmp_path / "AZ.txt", a_dump_line())
    with pytest.raises(ImportFileError, match="cannot be read as alternate names"):
        records("geonames", dump, companion=str(tmp_path / "none.txt"))


@pytest.mark.parametrize("name", ["csv", "geonames", "linked-places"])
def test_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImportFileError):
        records(name, tmp_path)


def test_a_bad_line_leaves_the_others(tmp_path: Path) -> None:
    dump = a_file(tmp_path / "AZ.txt", a_dump_line(), "bad\n", a_dump_line(geonameid=147002))
    found = records("geonames", dump)
    assert [one.where for one in found] == ["AZ.txt:1", "AZ.txt:2", "AZ.txt:3"]
    assert [isinstance(one, ImportedPlace) for one in found] == [True, False, True]


# --- Who's On First ------------------------------------------------------------------------------


def test_folder_of_records(tmp_path: Path) -> None:
    for identity in (11, 12):
        folder = tmp_path / "data" / str(identity)
        folder.mkdir(parents=True)
        (folder / f"{identity}.geojson").write_text(json.dumps(a_wof_record(identity)))
    assert [place.identifiers[0] for place in places("whosonfirst", tmp_path)] == [
        ("wof", "11"), ("wof", "12"),
    ]  # fmt: skip


def test_folder_without_records(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match=r"holds no \.geojson record"):
        records("whosonfirst", tmp_path)


WOF: list[tuple[dict[str, Any], list[tuple[str, str, str]]]] = [
    # properties, names
    ({"name__aze_x_preferred": ["Sus"], "name__eng_x_preferred": ["Sus"]},
     [("az", "Sus", "common"), ("en", "Sus", "common")]),
    ({"name__hye_x_preferred": ["Սուս", "Sus"], "name__eng_x_variant": ["Soos"]},
     [("hy", "Սուս", "common"), ("hy", "Sus", "romanized"), ("en", "Soos", "variant")]),
    ({"name__hye_x_preferred": ["Տեղ"], "wof__name": "Tegh", "wof__country": "AM"},
     [("hy", "Տեղ", "common"), ("en", "Tegh", "common")]),
    ({"name__aze_x_preferred": ["Sus"], "wof__name": "Sukh"},
     [("az", "Sus", "common"), ("en", "Sukh", "romanized")]),
    ({"name__rus_x_variant": ["Сусс"], "name__rus_x_preferred": ["Сус"], "wof__name": ""},
     [("ru", "Сус", "common"), ("ru", "Сусс", "variant")]),
    ({"name__rus_x_preferred": ["Sus"], "name__zho_x_preferred": ["苏斯"], "wof__name": ""}, []),
    ({"name__azb_x_preferred": ["سوس"], "name__fas_x_historical": ["سوس"], "wof__name": ""},
     [("az", "سوس", "common"), ("fa", "سوس", "historical")]),
    ({"name__aze_x_preferred": "Sus", "wof__name": ""}, [("az", "Sus", "common")]),
    ({"name__aze_x_preferred": [5], "wof__name": 7}, []),
]  # fmt: skip


@pytest.mark.parametrize(("properties", "expected"), WOF)
def test_names_of_a_whosonfirst_record(
    tmp_path: Path, properties: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    path = tmp_path / "1.geojson"
    path.write_text(json.dumps(a_wof_record(**properties)), encoding="utf-8")
    assert forms(a_place_of("whosonfirst", path)) == expected


def test_concordances_label_point_and_size(tmp_path: Path) -> None:
    record = a_wof_record(
        5, wof__concordances={"gn:id": 147001, "wd:id": "Q5"}, wof__population=12_700.0,
        lbl__longitude=46.5, lbl__latitude=39.6,
    )  # fmt: skip
    path = tmp_path / "5.geojson"
    path.write_text(json.dumps(record))
    place = a_place_of("whosonfirst", path)
    assert place.identifiers == (("wof", "5"), ("geonames", "147001"), ("wikidata", "Q5"))
    assert (place.type, place.lon, place.lat) == ("town", 46.5, 39.6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (json.dumps(a_wof_record(wof__superseded_by=[7])), "is superseded by another record"),
        (json.dumps(a_wof_record(wof__placetype="venue")), "'venue' is no kind of place"),
        (json.dumps(a_wof_record(wof__placetype=["locality"])), "is no kind of place"),
        (json.dumps(a_wof_record(geom__latitude=99)), "is no point"),
        (json.dumps(a_wof_record(wof__concordances=[1])), "is no Who's On First record"),
        ('{"properties": {}}', "is no Who's On First record"),
        ("[]", "is no Who's On First record"),
        ("{", "is no Who's On First record"),
    ],
)
def test_whosonfirst_record_that_is_no_place(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in reason("whosonfirst", a_file(tmp_path / "1.geojson", text))


def test_distribution_holds_the_same_records(tmp_path: Path) -> None:
    good = json.dumps(a_wof_record(5))
    path = a_distribution(tmp_path / "wof.db", good, good.encode(), "no record")
    found = records("whosonfirst", path)
    assert [isinstance(one, ImportedPlace) for one in found] == [True, True, False]
    assert [one.where for one in found] == ["wof.db#1", "wof.db#2", "wof.db#3"]


@pytest.mark.parametrize("raw", [b"", b"SQLite format 3\0 and no more", b"words"])
def test_what_is_no_distribution(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "wof.db").write_bytes(raw)
    with pytest.raises(ImportFileError, match="is no SQLite distribution"):
        records("whosonfirst", tmp_path / "wof.db")


def test_pair_of_tables(tmp_path: Path) -> None:
    rows = (
        "wof_id,placetype,lat,lon,name,country,gn_id\n",
        "5,locality,39.6254,46.5144,Sus,AZ,147001\n",
        "6,locality\n",
    )
    path = a_file(tmp_path / "places.csv", *rows)
    named = "wof_id,lang,kind,name\n5,hye,preferred,Սուս\n5,rus\n"
    names = a_file(tmp_path / "names.csv", named)
    first, second = places("whosonfirst", path, companion=str(names))
    assert forms(first) == [("hy", "Սուս", "common")]
    assert first.identifiers == (("wof", "5"), ("geonames", "147001"))
    assert (second.lon, second.names) == (None, ())
    with pytest.raises(ImportFileError, match="give --companion"):
        records("whosonfirst", path)
    with pytest.raises(ImportFileError, match="has no column lang, kind"):
        records("whosonfirst", path, companion=str(path))


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


def test_every_importer_has_a_title_and_reads() -> None:
    for name, importer in importers().items():
        assert importer.TITLE, name
        assert callable(importer.read), name
