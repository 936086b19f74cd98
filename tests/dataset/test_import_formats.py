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
    a_distribution,
    a_dump_line,
    a_file,
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
            [("en", "Zernali", "romanized"), ("az", "Zərnəli", "variant"),
             ("hy", "Զեռնալի", "variant"), ("ru", "Зернали", "variant")],
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


def test_every_importer_has_a_title_and_reads() -> None:
    for name, importer in importers().items():
        assert importer.TITLE, name
        assert callable(importer.read), name
