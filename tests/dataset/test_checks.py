"""Every check finds its fault where it is, and finds nothing in a sound package."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gazetteer.dataset.checks import all_checks, run_checks
from gazetteer.dataset.package import read_package
from gazetteer.dataset.problems import ERROR, WARNING, Problem
from gazetteer.dataset.tables import Row
from gazetteer.model import ALWAYS, AreaVersion, Identifier, Place, PlaceStatus, TimeSpan
from tests.builders import (
    SAMPLE,
    PackageBuilder,
    a_name,
    a_place,
    a_relation,
    a_route_version,
    a_row,
    an_actor,
)

LINE = ((46.5, 39.5), (46.6, 39.6))
SQUARE = '{"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,40],[46,39]]]}'
BOW_TIE = '{"type":"Polygon","coordinates":[[[46,39],[47,40],[47,39],[46,40],[46,39]]]}'
CLOCKWISE = '{"type":"Polygon","coordinates":[[[46,39],[46,40],[47,40],[47,39],[46,39]]]}'
WRONG_HOLE = (
    '{"type":"MultiPolygon","coordinates":[[[[44,39],[45,39],[45,40],[44,39]]],'
    "[[[46,39],[47,39],[47,40],[46,40],[46,39]],"
    "[[46.2,39.2],[46.3,39.2],[46.3,39.3],[46.2,39.2]]]]}"
)
HOLED = (
    '{"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,40],[46,39]],'
    "[[46.2,39.2],[46.3,39.3],[46.3,39.2],[46.2,39.2]]]}"
)
OPEN = '{"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,40]]]}'
HIGH = '{"type":"Polygon","coordinates":[[[46,39,1],[47,39,1],[47,40,1],[46,39,1]]]}'
POINT = '{"type":"Point","coordinates":[46,39]}'

Fill = Callable[[PackageBuilder], object]


def a_pair(**fields: str) -> Fill:
    """Two places and a relation of the first to the second."""
    return lambda b: b.add(
        a_place(), a_place("p-0002"), a_relation("p-0001", "part-of", "p-0002", **fields)
    )


def a_country(code: str, lon: float, lat: float) -> Fill:
    """A village with these coordinates in a country."""
    return lambda b: b.add(
        a_place(lon=lon, lat=lat),
        a_place("p-0002", kind="country", lon=None, lat=None, coordinate_source=""),
        Identifier("p-0002", "iso3166-1", code, "page-test"),
        a_relation("p-0001", "part-of", "p-0002"),
    )


def an_area(
    geometry: str, version: str = "old", span: TimeSpan = ALWAYS, **fields: str
) -> AreaVersion:
    """An extent of p-0001."""
    return AreaVersion("p-0001", version, span, geometry, 1, "page-test", **fields)


def a_route(**fields: Any) -> Place:
    """A route without a point."""
    return a_place(kind="route", lon=None, lat=None, coordinate_source="", **fields)


def a_contested_place(b: PackageBuilder) -> PackageBuilder:
    """A village that Azerbaijan claims and that an Armenian authority held."""
    b.let_speak("az", "a-0001").let_speak("nk", "a-0002")
    return b.add(
        a_place(), an_actor("a-0001", kind="polity"), an_actor("a-0002", kind="polity"),
        a_relation("a-0001", "claims", "p-0001"), a_relation("a-0002", "administers", "p-0001"),
    )  # fmt: skip


def a_gap(side: str) -> Row:
    """That the place has no name of a side."""
    return a_row(entity="p-0001", perspective=side, reason="none was found", source="page-test")


def a_status(status: str, since: str = "", until: str = "") -> PlaceStatus:
    """What the place was in a span of time."""
    return PlaceStatus("p-0001", status, TimeSpan(since, until), source="page-test")


FAULTS: list[tuple[str, Fill, str, str, str]] = [
    # check, what to add, file, column, part of the message
    ("cells", lambda b: b.add(a_place(kind="hamlet")), "places.csv", "kind", "is none of"),
    ("cells", lambda b: b.add(a_place("p-12")), "places.csv", "id", "does not have the form"),
    ("cells", lambda b: b.add(a_place(source="")), "places.csv", "source", "must be filled in"),
    ("cells", lambda b: b.add(a_place(prominence=101)), "places.csv", "prominence", "more than"),
    ("cells", lambda b: b.add(a_place(accuracy_m=-1)), "places.csv", "accuracy_m", "less than"),
    ("cells", lambda b: b.add(a_place(lat=91.0)), "places.csv", "lat", "more than 90"),
    ("cells", lambda b: b.add(a_place(), a_name(text="x" * 201)), "names.csv", "text", "201 char"),
    ("cells", lambda b: b.add(a_place(lon="4e1")), "places.csv", "lon", "not a plain number"),
    ("keys", lambda b: b.add(a_place(), a_place(type="town")), "places.csv", "id", "the same as"),
    ("keys", lambda b: b.add(a_place(), a_name(), a_name(certainty="probable")), "names.csv",
     "entity", "the same as line 2"),
    ("keys", lambda b: b.add(a_place(), an_actor("p-0001")), "actors.csv", "id", "also an id"),
    ("references", lambda b: b.add(a_place(source="page-none")), "places.csv", "source",
     "page-none is not in sources.csv"),
    ("references", lambda b: b.add(a_place(), a_name("p-0002")), "names.csv", "entity",
     "p-0002 is not in places.csv or actors.csv or terms.csv"),
    ("references", lambda b: b.add(a_place(), a_name(perspective="xx")), "names.csv",
     "perspective", "xx is not in perspectives.csv"),
    ("references", lambda b: b.add(a_place(), a_relation("p-0001", "part-of", "p-0002")),
     "relations.csv", "object", "p-0002 is not in"),
    ("characters", lambda b: b.add(a_place(), a_name(text="S\u0327us\u0327a", lang="az")),
     "names.csv", "text", "normal form C"),
    ("characters", lambda b: b.add(a_place(), a_name(text="La\u200bchin")), "names.csv", "text",
     "U+200B (ZERO WIDTH SPACE) after 'La'"),
    ("characters", lambda b: b.add(a_place(), a_name(text="Sus\u200c")), "names.csv", "text",
     "ZERO WIDTH NON-JOINER"),
    ("characters", lambda b: b.add(a_place(), a_name(text="Sus ")), "names.csv", "text", "blanks"),
    ("characters", lambda b: b.add(a_place(), a_name(text="Hin  Shen")), "names.csv", "text",
     "blanks"),
    ("scripts", lambda b: b.add(a_place(), a_name(text="Сус")), "names.csv", "text",
     "С (U+0421) is Cyrl"),
    ("scripts", lambda b: b.add(a_place(), a_name(text="Sus", lang="ru", script="Latn")),
     "names.csv", "script", "ru is written in Cyrl"),
    ("scripts", lambda b: b.add(a_place(), a_name(text="Сус", lang="ru", role="romanized")),
     "names.csv", "script", "romanized name is in Latn"),
    ("scripts", lambda b: b.add(a_place(), a_name(text="Sus", lang="hy")), "names.csv", "text",
     "is not in Armn"),
    ("scripts", lambda b: b.add(a_place(), a_name(text="Սուս", lang="hy", romanization="Сус")),
     "names.csv", "romanization", "not in Latin letters"),
    ("lookalikes", lambda b: b.add(a_place(), a_name(text="Hаdrut")), "names.csv", "text",
     "а (U+0430) is Cyrl among Latn letters"),
    ("lookalikes", lambda b: b.add(a_place(), a_name(text="Ստեփaնակերտ", lang="hy")),
     "names.csv", "text", "a (U+0061) is Latn among Armn letters"),
    ("lookalikes", lambda b: b.add(a_place(description="In the Kаlbajar district")),
     "places.csv", "description", "Cyrl among Latn"),
    ("dates", lambda b: b.add(a_place(span=TimeSpan("1991-13"))), "places.csv", "since",
     "is not a day"),
    ("dates", lambda b: b.add(a_place(span=TimeSpan("2023-02-30"))), "places.csv", "since",
     "is not a day"),
    ("dates", lambda b: b.add(a_place(span=TimeSpan("1992", "1991-12-31"))), "places.csv",
     "until", "is before since"),
    ("officials", lambda b: b.add(
        a_place(), a_name(text="Lachin", role="official", perspective="az"),
        a_name(text="Lachyn", role="official", perspective="az", span=TimeSpan("1991"))),
     "names.csv", "role", "both official in en for az"),
    ("cycles", lambda b: b.add(
        *(a_place(f"p-000{n}") for n in (1, 2, 3)), a_relation("p-0001", "part-of", "p-0002"),
        a_relation("p-0002", "part-of", "p-0003", perspective="az"),
        a_relation("p-0003", "part-of", "p-0001", perspective="az")),
     "relations.csv", "object", "circle according to az: p-0001 → p-0002 → p-0003 → p-0001"),
    ("cycles", lambda b: b.add(a_place(), a_relation("p-0001", "part-of", "p-0001")),
     "relations.csv", "object", "circle: p-0001 → p-0001"),
    ("holders", lambda b: b.add(
        a_place(), a_place("p-0002"), Identifier("p-0001", "geonames", "7", "page-test"),
        Identifier("p-0002", "geonames", "7", "page-test")),
     "identifiers.csv", "value", "geonames 7 is already the identifier of p-0001"),
    ("holders", lambda b: b.add(a_place(), Identifier("p-0001", "wikidata", "42", "page-test")),
     "identifiers.csv", "value", "no wikidata identifier"),
    ("selves", lambda b: b.add(a_place(), a_relation("p-0001", "same-route-as", "p-0001")),
     "relations.csv", "object", "itself"),
    ("redirects", lambda b: b.add(a_place(), a_place("p-0002")).add(
        a_row(id="p-0002", target="p-0001", date="2025-01-01", reason="x"), table="redirects"),
     "redirects.csv", "id", "still an entity"),
    ("redirects", lambda b: b.add(a_place()).add(
        a_row(id="p-0002", target="p-0001", date="2025-01-01", reason="x"),
        a_row(id="p-0003", target="p-0002", date="2025-01-01", reason="x"), table="redirects"),
     "redirects.csv", "target", "point straight at p-0001"),
    ("redirects", lambda b: b.add(a_place()).add(
        a_row(id="a-0002", target="p-0001", date="2025-01-01", reason="x"), table="redirects"),
     "redirects.csv", "target", "different classes"),
    ("certainty", lambda b: b.add(a_place(), a_name(source="editor-test")), "names.csv",
     "certainty", "editor-test is an editor"),
    ("certainty", a_pair(source="editor-test"), "relations.csv", "certainty", "is an editor"),
    ("coordinates", lambda b: b.add(a_place(lon=None)), "places.csv", "lon", "both lon and lat"),
    ("coordinates", lambda b: b.add(a_place(lon=0.0, lat=0.0)), "places.csv", "lon", "Guinea"),
    ("coordinates", lambda b: b.add(a_place(coordinate_source="")), "places.csv",
     "coordinate_source", "has coordinates"),
    ("coordinates", a_country("AM", 49.8, 40.4), "places.csv", "lon", "is not in Armenia"),
    ("coordinates", a_country("AZ", 39.8, 46.7), "places.csv", "lon", "look swapped"),
    ("geometry", lambda b: b.add(a_route()).add(
        a_row(route="p-0001", version="old", geometry="none.geojson", tolerance_m=1,
              source="page-test"), table="routes"),
     "routes.csv", "geometry", "there is no geometry/none.geojson"),
    ("geometry", lambda b: b.add(a_route()).add_shape("x.geojson", "p-0001@new", {
        "type": "LineString", "coordinates": LINE}).add(
        a_row(route="p-0001", version="old", geometry="x.geojson", tolerance_m=1,
              source="page-test"), table="routes"),
     "routes.csv", "geometry", "has no feature p-0001@old"),
    ("geometry", lambda b: b.add(a_route(), a_route_version("p-0001", "old", LINE[:1])),
     "routes.csv", "geometry", "make no LineString"),
    ("geometry", lambda b: b.add(a_route(), a_route_version("p-0001", "old", LINE[:1] * 2)),
     "routes.csv", "geometry", "two different points"),
    ("geometry", lambda b: b.add(
        a_route(), a_route_version("p-0001", "a", ((46.0, 39.0), (200.0, 1.0)))),
     "routes.csv", "geometry", "leaves the world"),
    ("geometry", lambda b: b.add(a_place(), a_route_version("p-0001", "old", LINE)),
     "routes.csv", "route", "is of kind settlement"),
    ("geometry", lambda b: b.add(
        a_place(), an_area(BOW_TIE)),
     "areas.csv", "geometry", "is not valid: Self-intersection"),
    ("geometry", lambda b: b.add(
        a_place(), an_area(POINT)),
     "areas.csv", "geometry", "is a Point; it must be"),
    ("geometry", lambda b: b.add(a_place(), an_area(CLOCKWISE)), "areas.csv", "geometry",
     "the outer ring of p-0001@old must run counter-clockwise"),
    ("geometry", lambda b: b.add(a_place(), an_area(WRONG_HOLE)), "areas.csv", "geometry",
     "hole 1 of polygon 2 of p-0001@old must run clockwise"),
    ("geometry", lambda b: b.add(a_place(), an_area(OPEN)), "areas.csv", "geometry",
     "ring 1 of p-0001@old does not end where it begins"),
    ("geometry", lambda b: b.add(a_place(), an_area(HIGH)), "areas.csv", "geometry",
     "has coordinates that make no Polygon"),
    ("references", lambda b: b.add(a_place(), an_area(SQUARE, perspective="xx")), "areas.csv",
     "perspective", "xx"),
    ("labels", lambda b: b.add(a_place(), a_name(role="adjective")), "places.csv", "id",
     "no name in names.csv"),
    ("gaps", lambda b: b.add(a_place(), a_name(perspective="nk", span=TimeSpan("", "2023"))).add(
        a_gap("am"), table="gaps"),
     "gaps.csv", "perspective", "p-0001 has a name of am after all: 'Sus'; delete the gap"),
    ("exclusions", lambda b: b.add(
        a_place(), Identifier("p-0001", "geonames", "7", "page-test")).add(
        a_row(scheme="geonames", value="7", reason="x", source="page-test"), table="exclusions"),
     "exclusions.csv", "value", "geonames 7 is excluded and an identifier of p-0001"),
]  # fmt: skip

WARNINGS: list[tuple[str, Fill, str, str, str]] = [
    ("contested", lambda b: b.add(
        a_place(), a_name(text="Lachin", perspective="az"),
        a_name(text="Berdzor", perspective="am"), a_name(text="Լաչին", lang="hy")),
     "places.csv", "id", "contested and has no name in az, ru"),
    ("lookalikes", lambda b: b.add(a_place(), a_name(text="Село HATO", lang="ru")), "names.csv",
     "text", "all have Cyrillic twins"),
    ("geometry", lambda b: b.add(a_place()).add_shape("x.geojson", "p-0001@new", {
        "type": "LineString", "coordinates": LINE}),
     "geometry/x.geojson", "", "used by no row"),
    ("geometry", lambda b: b.add(
        a_route(), a_route_version("p-0001", "old", LINE, span=TimeSpan("2020", "2023")),
        a_route_version("p-0001", "new", LINE, span=TimeSpan("2021-06"))),
     "routes.csv", "since", "overlaps version"),
    ("geometry", lambda b: b.add(
        a_place(), an_area(SQUARE, "old", TimeSpan("2020", "2023")),
        an_area(SQUARE, "new", TimeSpan("2021-06"))),
     "areas.csv", "since", "overlaps version"),
    ("gaps", lambda b: a_contested_place(b).add(a_name(perspective="az")), "places.csv", "id",
     "p-0001 is contested and has no name of am; say why in gaps.csv"),
    ("gaps", lambda b: a_contested_place(b).add(
        a_name(perspective="am"), a_name(perspective="az", span=TimeSpan("", "1991"))),
     "places.csv", "id", "p-0001 is contested and has no name of az"),
    ("statuses", lambda b: b.add(
        a_place(status=""), a_status("inhabited", "", "1993-05"),
        a_status("destroyed", "1993-04-03")),
     "statuses.csv", "status", "p-0001 is inhabited and destroyed (line 2) at one time"),
]  # fmt: skip


def problems_of(name: str, builder: PackageBuilder) -> list[Problem]:
    return list(all_checks()[name](builder.package()))


@pytest.mark.parametrize(
    ("fault", "level"),
    [(fault, ERROR) for fault in FAULTS] + [(fault, WARNING) for fault in WARNINGS],
    ids=lambda value: f"{value[0]}:{value[4]}" if isinstance(value, tuple) else value,
)
def test_fault_is_found_in_its_place(
    tmp_path: Path, fault: tuple[str, Fill, str, str, str], level: str
) -> None:
    name, fill, file, column, message = fault
    builder = PackageBuilder(tmp_path)
    fill(builder)
    found = [
        problem
        for problem in problems_of(name, builder)
        if (problem.file, problem.column, problem.level) == (file, column, level)
    ]
    assert any(message in problem.message for problem in found), problems_of(name, builder)
    assert all(problem.row or not file.endswith(".csv") for problem in found)


def test_every_check_has_a_negative() -> None:
    tested = {fault[0] for fault in (*FAULTS, *WARNINGS)} | {"notes"}
    assert set(all_checks()) == tested


def test_note_of_nobody(tmp_path: Path) -> None:
    builder = PackageBuilder(tmp_path).add(a_place())
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "p-0001.md").write_text("A remark.")
    assert problems_of("notes", builder) == []
    (tmp_path / "notes" / "p-0002.md").write_text("A remark.")
    (found,) = problems_of("notes", builder)
    assert found.file == "notes/p-0002.md"


def test_the_sample_package_has_no_problem() -> None:
    assert run_checks(read_package(SAMPLE)) == []


SOUND: list[Fill] = [
    lambda b: b.add(a_place(), a_name(text="خان‌کندی", lang="fa")),
    lambda b: b.add(a_place(), a_name(text="AzərTAc", lang="az")),
    lambda b: b.add(a_place(), a_name(text="COP29", lang="hy", script="Latn")),
    lambda b: b.add(a_place(), a_name(text="Телеканал CNN", lang="ru")),
    lambda b: b.add(
        an_actor(kind="medium"), a_name("a-0001", "Russia Today", "ru", script="Latn")),
    lambda b: b.add(a_place(), a_name(text="Лачын", lang="az", script="Cyrl")),
    lambda b: b.add(
        a_place(), a_name(),
        a_name(text="Stepʻanakert", role="romanized", lang="hy", script="Latn")),
    lambda b: b.add(  # one ended in the year in which the other began
        a_place(),
        a_name(text="Lachin", role="official", perspective="az", span=TimeSpan("", "1991")),
        a_name(text="Lachyn", role="official", perspective="az", span=TimeSpan("1991"))),
    lambda b: b.add(  # two sides, two official names
        a_place(kind="region"), a_name(text="Lachin", role="official", perspective="az"),
        a_name(text="Lachyn", role="official", perspective="nk")),
    lambda b: b.add(  # each side has its own order of things
        a_place(), a_place("p-0002"), a_relation("p-0001", "part-of", "p-0002", perspective="az"),
        a_relation("p-0002", "part-of", "p-0001", perspective="am")),
    lambda b: b.add(  # the order turned round in 1991
        a_place(), a_place("p-0002"),
        a_relation("p-0001", "part-of", "p-0002", span=TimeSpan("", "1991")),
        a_relation("p-0002", "part-of", "p-0001", span=TimeSpan("1991"))),
    a_country("AZ", 46.7, 39.8),
    lambda b: a_contested_place(b).add(  # one name, whoever says it
        a_name(), a_name(lang="az"), a_name(text="Սուս", lang="hy"), a_name(text="Сус", lang="ru")),
    lambda b: a_contested_place(b).add(a_name(perspective="az")).add(a_gap("am"), table="gaps"),
    lambda b: b.add(a_place(), a_name(perspective="am", role="adjective"), a_name()).add(
        a_gap("am"), table="gaps"),
    lambda b: b.add(  # one status ends in the month in which the other begins
        a_place(status=""), a_status("inhabited", "", "1993-05"),
        a_status("destroyed", "1993-05", "2021-10-01"), a_status("inhabited", "2021-10-01")),
    lambda b: b.add(a_place(status=""), a_status("inhabited"), a_status("inhabited", "2021")),
    lambda b: b.add(a_place(), an_area(SQUARE)),
    lambda b: b.add(a_place(), an_area(HOLED)),
    lambda b: b.add(  # two sides, two extents; and one that ended when the next began
        a_place(), an_area(SQUARE, "az", perspective="az"),
        an_area(HOLED, "am", TimeSpan("", "2020-11-10"), perspective="am"),
        an_area(SQUARE, "am-2020", TimeSpan("2020-11-10"), perspective="am")),
    lambda b: b.add(a_place(lon=None, lat=None, coordinate_source="")),
    lambda b: b.add(a_place()).add(  # a corridor that was listed as an idea too
        a_row(id="t-0001", target="p-0001", date="2025-01-01", reason="x"), table="redirects"),
]  # fmt: skip


@pytest.mark.parametrize("fill", SOUND)
def test_sound_package_has_no_problem(tmp_path: Path, fill: Fill) -> None:
    builder = PackageBuilder(tmp_path)
    fill(builder)
    assert run_checks(builder.package()) == []


def test_geometry_in_another_reference_system(tmp_path: Path) -> None:
    builder = PackageBuilder(tmp_path).add(a_place(), an_area(SQUARE))
    builder.write()
    (file,) = (tmp_path / "geometry").iterdir()
    file.write_text(file.read_text().replace("{", '{"crs": {"type": "name"}, ', 1))
    (found,) = all_checks()["geometry"](read_package(tmp_path))
    assert "has a member crs" in found.message


def test_all_problems_are_collected_in_order(tmp_path: Path) -> None:
    builder = PackageBuilder(tmp_path).add(a_place(kind="x", source=""), a_name(text="Hаdrut "))
    problems = run_checks(builder.package())
    assert problems == sorted(problems)
    assert {"cells", "characters"} <= {
        name for name, check in all_checks().items() if list(check(builder.package()))
    }
    assert len(problems) == len(set(problems)) >= 4
