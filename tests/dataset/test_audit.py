"""Every figure of an audit, over a package in which each can be counted by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gazetteer.dataset.audit import audit
from gazetteer.dataset.audit.section import Section, table
from gazetteer.dataset.importers.records import ImportedPlace, Unusable
from gazetteer.dataset.package import Package
from gazetteer.errors import DatasetError
from gazetteer.model import Identifier, Name, TimeSpan
from tests.builders import (
    PackageBuilder,
    a_name,
    a_place,
    a_relation,
    a_row,
    a_source,
    a_term,
    an_actor,
)

NORTH_1_KM, NORTH_2_KM = 39.82671, 39.83571
"""Latitudes about so far north of the place that the builder makes."""

AZ, AM, NK = "p-0011", "p-0012", "a-0001"


def the_package(folder: Path) -> Package:
    """Six villages, five of them contested, each named in another way, and a quarter of one."""
    b = PackageBuilder(folder)
    b.let_speak("az", AZ).let_speak("am", AM).let_speak("nk", NK)
    b.add(a_source("list", kind="dataset"))
    b.add(*(a_place(c, kind="country", lon=None, lat=None, coordinate_source="", status="")
            for c in (AZ, AM)))  # fmt: skip
    b.add(an_actor(NK, kind="polity"), a_term())
    b.add(a_place("p-0010", kind="admin-unit", type="district", status=""))
    for number in (1, 2, 3, 4, 5):
        place = f"p-000{number}"
        b.add(a_place(place, lat=39.0 + number / 10), a_relation(AZ, "claims", place))
        b.add(a_relation(place, "part-of", "p-0010"))
    for number in (1, 2, 3):
        span = TimeSpan("1992-05-18", "2020-11")
        b.add(a_relation(NK, "administers", f"p-000{number}", span=span, certainty="uncertain"))
    for number in (4, 5):
        b.add(a_relation(AM, "claims", f"p-000{number}"))
    b.add(a_place("p-0006", lat=39.9), a_name("p-0006", "Tegh"))
    return name_the_villages(b).package()


def name_the_villages(b: PackageBuilder) -> PackageBuilder:
    """Give each of the five contested villages another state of names."""
    # both sides'
    b.add(
        a_name("p-0001", "Lachin", perspective="az", role="official"),
        a_name(
            "p-0001", "Laçın", "az", perspective="az", source="editor-test", certainty="probable"
        ),
        a_name("p-0001", "Berdzor", perspective="am", span=TimeSpan("1992")),
        a_name("p-0001", "Բերձոր", "hy", perspective="nk", span=TimeSpan("1992", "2023")),
    )
    # one name that both write
    b.add(a_name("p-0002", "Sus", "az"), a_name("p-0002", "Սուս", "hy"))
    # one side's and a form in the other's language
    b.add(
        a_name("p-0003", "Zabux", "az", perspective="az", source="list"),
        a_name("p-0003", "Զաբուխ", "hy"),
    )
    # one side's alone, with a reason, and without
    b.add(a_name("p-0004", "Mollalı", "az", perspective="az"))
    b.add(
        a_row(entity="p-0004", perspective="am", reason="never renamed", source="editor-test"),
        table="gaps",
    )
    b.add(
        a_name("p-0005", "Հակ", "hy", perspective="am"),
        a_name("p-0005", "Minkənd", "az", perspective="az", span=TimeSpan("", "1992")),
    )
    return b  # fmt: skip


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return the_package(tmp_path_factory.mktemp("audited"))


def section(package: Package, title: str, *wanted: str, **options: Any) -> Section:
    """Return the one section whose title begins so."""
    (found,) = [one for one in audit(package, wanted, **options) if one.title.startswith(title)]
    return found


def row_of(found: Section, *begin: object) -> dict[str, object]:
    """Return a row by its first cells, as cells by column."""
    (row,) = [row for row in found.rows if row[: len(begin)] == begin]
    return dict(zip(found.columns, row, strict=True))


def test_kinds_and_languages(package: Package) -> None:
    kinds = section(package, "Entities by kind", "coverage")
    assert row_of(kinds, "places: settlement") == {
        "what": "places: settlement", "n": 6, "en": 2 / 6, "az": 4 / 6, "hy": 4 / 6, "ru": 0.0,
        "tr": 0.0, "fa": 0.0, "ka": 0.0, "fr": 0.0, "de": 0.0, "az’s": 3 / 6, "am’s": 2 / 6,
        "both": 1 / 6, "az+hy": 3 / 6,
    }  # fmt: skip
    assert row_of(kinds, "places: country")["n"] == 2
    assert row_of(kinds, "terms: agreement")["n"] == 1


def test_settlements_of_a_unit(package: Package) -> None:
    (unit,) = section(package, "Settlements by administrative unit", "coverage").rows
    assert unit[:2] == ("p-0010 Name of p0010", 5)


def test_names_by_role(package: Package) -> None:
    roles = section(package, "Names by role", "coverage")
    assert row_of(roles, "official")["en"] == 1
    assert row_of(roles, "common")["hy"] == 4


def test_whose_names_the_contested_have(package: Package) -> None:
    found = section(package, "Contested settlements: whose", "neutrality")
    assert set(found.rows) == {
        ("both sides", 1, 0.2, 0),
        ("one name shared", 1, 0.2, 0),
        ("own name of az, shared in the other", 1, 0.2, 0),
        ("only az", 1, 0.2, 1),
        ("only am", 1, 0.2, 0),
        ("all", 5, 1.0, 1),
    }
    assert found.rows[-1][0] == "all"


def test_one_sided_places_and_why(package: Package) -> None:
    (found,) = audit(package, ["one-sided"])
    assert [(row[0], *row[2:]) for row in found.rows] == [
        ("p-0003", "am", "?"), ("p-0004", "am", "never renamed"), ("p-0005", "az", "?"),
    ]  # fmt: skip


LABELS: list[tuple[str, str, dict[str, float]]] = [
    # language, policy, shares
    ("en", "pair", {"pair": 0.2, "own": 0.0, "other side’s": 0.0, "one side alone": 0.0}),
    ("en", "az", {"own": 0.8, "in the language": 0.2}),
    ("az", "pair", {"in the language": 1.0, "one side alone": 0.4}),
    ("az", "am", {"own": 0.0, "other side’s": 0.8}),
    ("hy", "am", {"in the language": 0.8, "own": 0.4, "other side’s": 0.2}),
]


@pytest.mark.parametrize(("lang", "policy", "shares"), LABELS)
def test_labels_by_language_and_policy(
    package: Package, lang: str, policy: str, shares: dict[str, float]
) -> None:
    row = row_of(section(package, "Labels of contested", "neutrality"), lang, policy)
    assert {kind: row[kind] for kind in shares} == pytest.approx(shares)


def test_romanized_labels_are_counted(package: Package) -> None:
    def in_latin(name: Name) -> tuple[str, str] | None:
        return ("Hak", "by-hand") if name.lang == "hy" else None

    found = section(package, "Labels of contested", "neutrality", romanize=in_latin)
    plain = section(package, "Labels of contested", "neutrality")
    assert float(str(row_of(found, "en", "am")["romanized"])) > 0
    assert row_of(plain, "en", "am")["romanized"] == 0


def test_asymmetries_between_the_sides(package: Package) -> None:
    found = section(package, "Asymmetries", "neutrality")
    assert row_of(found, "az") == {
        "side": "az", "names": 5, "official": 0.2, "dated": 0.2, "certain": 0.8,
        "from pages": 0.6, "from editors": 0.2, "places en": 1, "places az": 4, "places hy": 0,
        "places ru": 0,
    }  # fmt: skip
    assert row_of(found, "am") == {
        "side": "am", "names": 3, "official": 0.0, "dated": 2 / 3, "certain": 1.0,
        "from pages": 1.0, "from editors": 0.0, "places en": 1, "places az": 0, "places hy": 2,
        "places ru": 0,
    }  # fmt: skip


def test_control_and_claims(package: Package) -> None:
    found = section(package, "Control and claims", "neutrality")
    assert [row[2:] for row in found.rows] == [
        (3, 0.0, 1.0, 1.0),
        (5, 1.0, 0.0, 0.0),
        (2, 1.0, 0.0, 0.0),
    ]
    assert [row[:2] for row in found.rows] == [
        ("administers", f"{NK} Name of a0001"), ("claims", f"{AZ} Name of p0011"),
        ("claims", f"{AM} Name of p0012"),
    ]  # fmt: skip


def test_rows_by_source(package: Package) -> None:
    found = section(package, "Rows by what", "sources")
    names = row_of(found, "names")
    assert names["rows"] == 17  # 12 of villages, 5 that the builder adds
    assert (names["dataset"], names["editor"]) == (1 / 17, 1 / 17)
    assert row_of(found, "places")["certain"] == ""
    datasets = section(package, "Datasets", "sources")
    assert row_of(datasets, "list")["rows"] == 1
    assert datasets.note.startswith("1 pages are cited besides; 0 sources")


@pytest.mark.parametrize(
    ("lat", "name", "lang", "shared"),
    [
        (NORTH_1_KM, "LACHIN", "en", "lachin"),
        (NORTH_1_KM, "Бердзор", "ru", "brcr"),  # the other spelling sounds so
        (NORTH_1_KM, "Tegh", "en", None),
        (NORTH_2_KM, "Lachin", "en", None),
    ],
)
def test_pairs_that_may_be_one(
    tmp_path: Path, lat: float, name: str, lang: str, shared: str | None
) -> None:
    b = PackageBuilder(tmp_path).add(
        a_place(), a_name(text="Lachin"), a_name(text="Berdzor"),
        a_place("p-0002", lat=lat), a_name("p-0002", name, lang),
        a_place("p-0003", kind="feature", status=""), a_name("p-0003", "Lachin"),
    )  # fmt: skip
    found = section(b.package(), "Settlements that may be one", "duplicates")
    if shared is None:
        assert found.rows == ()
    else:
        ((one, other, *_, metres, key),) = found.rows
        assert (one, other, key) == ("p-0001", "p-0002", shared)
        assert 990 <= int(str(metres)) <= 1_010


def a_record(value: str, lat: float | None) -> ImportedPlace:
    lon = None if lat is None else 46.7528
    return ImportedPlace("", (("geonames", value),), "settlement", "village", lon, lat, ())


def test_distance_to_the_evidence(tmp_path: Path) -> None:
    b = PackageBuilder(tmp_path)
    for number in (1, 2, 3, 4):
        place = f"p-000{number}"
        b.add(a_place(place), Identifier(place, "geonames", str(number), "page-test"))
    b.add(a_place("p-0005", lon=None, lat=None, coordinate_source=""))
    near = [a_record("1", NORTH_1_KM), a_record("2", NORTH_2_KM), a_record("4", None)]
    other = [a_record("1", 39.8180), a_record("2", NORTH_1_KM), Unusable("", "bad"),
             a_record("9", 39.8180)]  # fmt: skip
    options: dict[str, Any] = {"catalogues": [("near", near), ("other", other)]}
    summary = section(b.package(), "Points against", "evidence", **options)
    assert summary.rows == (
        ("settlements", 5, ""),
        ("with a point", 4, 0.8),
        ("known to a catalogue given", 2, 0.5),
        ("within 500 m of its point", 1, 0.5),
    )
    ((place, _, metres, title, rests_on, accuracy),) = section(
        b.package(), "Farther than", "evidence", **options
    ).rows
    assert (place, title, rests_on, accuracy) == ("p-0002", "other", "page-test", "500")
    assert 990 <= int(str(metres)) <= 1_010


def test_without_a_catalogue_it_is_said_how_to_give_one(package: Package) -> None:
    assert "--against" in section(package, "Points against", "evidence").note


def test_all_sections_unless_some_are_named(package: Package) -> None:
    names = [one.name for one in audit(package)]
    assert list(dict.fromkeys(names)) == [
        "coverage", "neutrality", "one-sided", "duplicates", "sources", "evidence",
    ]  # fmt: skip
    assert {one.name for one in audit(package, ["sources"])} == {"sources"}


def test_a_package_without_anything(tmp_path: Path) -> None:
    for found in audit(PackageBuilder(tmp_path).package()):
        assert found.text()


def test_tables_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    builder = PackageBuilder(tmp_path).add(a_place(lon="east"))
    with pytest.raises(DatasetError, match="not a plain number"):
        audit(builder.package())


def test_a_table_as_text() -> None:
    found = table("x", "A title", ("what", "n", "share"), [("a", 1, 0.5), ("bb", 10, 1.0)], "Note.")
    assert found.text() == ("## A title\nNote.\nwhat   n  share\na      1   50 %\nbb    10  100 %")
    assert found.text(1).splitlines()[-1] == "… and 1 more; --json lists all"
