"""Areas: every chain by brute force, whose word it is, and what is said of real places."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.geography import areas
from gazetteer.geography.areas import _stated
from gazetteer.model import (
    MAX_PLACES,
    AreaVersion,
    InsideQuery,
    Period,
    PlaceInside,
    PolygonQuery,
    Relation,
    TimeSpan,
)
from gazetteer.space.plane import GEOD
from tests.builders import PackageBuilder, a_place, a_relation, an_actor

FACTS = Path(__file__).resolve().parent.parent / "cases" / "facts" / "areas.csv"
NOW = Period.of("2022-06-01")
SIDES = frozenset({"az", "am", "nk"})

# --- chains of statements -------------------------------------------------------------------------

PERSPECTIVES = st.sampled_from(["", "int", "az", "am", "nk"])
OWN = {"az": "p-5", "nk": "p-4"}


@st.composite
def part_of_statements(draw: st.DrawFn) -> list[Relation]:
    """Statements among eight areas, each part of ones with a higher number: no cycles."""
    pairs = st.tuples(st.integers(0, 6), st.integers(1, 7), PERSPECTIVES, st.booleans())
    return [
        Relation(
            f"p-{low}", "part-of", f"p-{high}", whose, TimeSpan("", "" if holds else "2000"),
        )
        for low, high, whose, holds in draw(st.lists(pairs, max_size=14))
        if low < high
    ]  # fmt: skip


def paths(said: list[Relation], start: str) -> Iterator[list[Relation]]:
    """Give every chain of statements that hold, from one place upwards."""
    for relation in said:
        if relation.subject == start and relation.span.touches(NOW):
            yield [relation]
            yield from ([relation, *above] for above in paths(said, relation.object))


def speaker(path: list[Relation], said: list[Relation]) -> str | None:
    """Return who says all of a chain, None when nobody does.

    Nobody's statement is anybody's. A side that has no word of its own about an area shares
    international usage about it; where a side's own state lies, only it and that usage say.
    """
    word = ""
    for step in path:
        if word and step.subject == OWN.get(word):
            if step.perspective not in ("", "int", word):
                return None
            word = ""
        silent = not any(
            r.perspective == word and r.subject == step.subject and r.span.touches(NOW)
            for r in said
        )
        if step.perspective in ("", word) or (step.perspective == "int" and word and silent):
            continue
        if word not in ("", "int"):
            return None
        word = step.perspective
    return word


def sides_of(path: list[Relation]) -> Iterator[set[str]]:
    """Give the sides that speak in each part of a chain, a part ending at a side's own state."""
    sides: set[str] = set()
    for step in path:
        if any(step.subject == OWN.get(side) for side in sides):
            yield sides
            sides = set()
        sides |= {step.perspective} & SIDES
    yield sides


@settings(max_examples=400)
@given(part_of_statements())
def test_areas_are_those_of_every_chain_that_one_voice_says(said: list[Relation]) -> None:
    def part_of(entity_id: str) -> list[Relation]:
        return [relation for relation in said if relation.subject == entity_id]

    found = [(step.area, step.perspective) for step in _stated(part_of, OWN, "p-0", NOW)]
    chains = [(path, speaker(path, said)) for path in paths(said, "p-0")]
    told = {(path[-1].object, word) for path, word in chains if word is not None}
    assert len(found) == len(set(found))
    assert set(found) == told
    for path, word in chains:
        if word is not None:
            assert all(len(sides) <= 1 for sides in sides_of(path))


def test_a_circle_of_statements_ends() -> None:
    said = {"p-0": "p-1", "p-1": "p-2", "p-2": "p-1"}

    def part_of(entity_id: str) -> list[Relation]:
        return [Relation(entity_id, "part-of", said[entity_id])]

    assert [step.area for step in _stated(part_of, {}, "p-0", NOW)] == ["p-1", "p-2"]


def test_the_nearest_area_comes_first_and_a_chain_is_as_sure_as_its_weakest_statement() -> None:
    said = {
        "p-0": [Relation("p-0", "part-of", "p-1", certainty="certain")],
        "p-1": [Relation("p-1", "part-of", "p-2", certainty="uncertain")],
        "p-2": [Relation("p-2", "part-of", "p-3", certainty="probable")],
    }
    steps = list(_stated(lambda entity: said.get(entity, []), {}, "p-0", NOW))
    assert [step.area for step in steps] == ["p-1", "p-2", "p-3"]
    assert [step.certainty for step in steps] == ["certain", "uncertain", "uncertain"]


# --- real places ----------------------------------------------------------------------------------


def facts() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def said_of(gazetteer: Gazetteer, place_id: str, at: Period) -> set[tuple[str, str]]:
    """Return the areas of a place with whose word or drawing it is, without the uncertain ones."""
    found = areas.areas_of_place(gazetteer.ground, gazetteer.place(place_id), at)
    return {(area.area.id, area.perspective) for area in found if area.basis != "near"}


@pytest.mark.parametrize("row", facts(), ids=lambda row: f"{row['place']}-{row['at']}")
def test_what_is_said_of_a_place(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    said = said_of(gazetteer, row["place"], Period.of(row["at"]))
    for pattern in row["said"].split():
        area, _, whose = pattern.partition(":")
        assert (area, whose) in said
    for pattern in row["not_said"].split():
        area, _, whose = pattern.partition(":")
        against = {
            one for one in said if area in ("*", one[0]) and whose in ("*", one[1])
        }  # fmt: skip
        assert not against


@pytest.mark.parametrize("day", ["1992-01-01", "2015-06-01", "2021-06-01", "2023-08-01"])
def test_no_side_says_what_it_does_not_say(gazetteer: Gazetteer, day: str) -> None:
    """No Armenian voice puts a place in Azerbaijan, and no Azerbaijani one in another state."""
    for place_id in sorted(gazetteer.store.contested)[::17]:
        said = said_of(gazetteer, place_id, Period.of(day))
        assert not said & {("p-0195", "nk"), ("p-0195", "am"), ("a-0118", "az"), ("p-0194", "az")}
        assert not said & {("p-0194", "nk")}


def test_a_drawing_that_holds_the_place_comes_before_one_that_is_near(tmp_path: Path) -> None:
    """Of two drawings of a time, as before and after a reform."""
    before = shapely.box(46.0, 39.0, 46.1, 39.1)
    after = shapely.box(46.0, 39.0, 46.0499, 39.1)
    builder = PackageBuilder(tmp_path).add(
        a_place("p-0001", lon=46.05, lat=39.05, accuracy_m=100),
        a_place("p-0002", kind="admin-unit", type="district", lon=None, lat=None,
                accuracy_m=None, coordinate_source="", status=""),
        a_relation("p-0001", "part-of", "p-0002"),
        *(AreaVersion("p-0002", version, span, shapely.to_geojson(shape), 300, "page-test", "drawn")
          for version, span, shape in (("a", TimeSpan("", "2023-12-05"), before),
                                       ("b", TimeSpan("2023-12-05"), after))),
    )  # fmt: skip
    with builder.store() as store:
        core = Gazetteer(store)
        year, later = (core.position_of(core.place("p-0001"), Period.of(at))
                       for at in ("2023", "2024"))  # fmt: skip
        assert [(a.basis, a.version and a.version.version) for a in year.areas] == [("both", "a")]
        assert [(a.basis, a.version and a.version.version) for a in later.areas] == [
            ("stated", "b")
        ]


# --- inside ---------------------------------------------------------------------------------------


def test_inside_and_position_agree(gazetteer: Gazetteer) -> None:
    """What lies in an area is what says that it is in it."""
    at = Period.of("2015-06-01")
    for area in ("p-0183", "p-0305", "p-0312", "a-0118"):
        answer = gazetteer.inside(InsideQuery(area, at))
        within = {found.place.id for found in answer.places}
        for found in answer.places[::9]:
            assert area in {one for one, _ in said_of(gazetteer, found.place.id, at)}
        for place in gazetteer.ground.located[::301]:
            if place.kind == "settlement" and place.span.touches(at):
                is_in = area in {one for one, _ in said_of(gazetteer, place.id, at)}
                assert is_in == (place.id in within)


def test_inside_is_the_drawing_and_the_statements(gazetteer: Gazetteer) -> None:
    at = Period.of("2026-06-01")
    for area in ("p-0305", "p-0320", "p-0337", "p-0194"):
        answer = gazetteer.inside(InsideQuery(area, at, kinds=()))
        assert answer.version is not None
        shape = shapely.from_geojson(answer.version.geometry)
        drawn = {
            place.id
            for place in gazetteer.ground.located
            if shape.covers(shapely.Point(place.lon, place.lat)) and place.span.touches(at)
        } - {area}
        assert {one.place.id for one in answer.places if one.basis != "stated"} == drawn
        assert answer.matched == len(answer.places)
        order = [(-one.place.prominence, one.place.id) for one in answer.places]
        assert order == sorted(order)
        assert_measured(gazetteer, answer.version, list(answer.places[::40]))


def assert_measured(gazetteer: Gazetteer, version: AreaVersion, places: list[PlaceInside]) -> None:
    for one in places:
        if one.place.lon is None or one.place.lat is None:
            assert (one.metres_from_edge, one.is_near_edge) == (None, False)
            continue
        foot = gazetteer.ground.extents.to_edge(version, one.place.lon, one.place.lat)
        assert one.metres_from_edge == pytest.approx(foot.metres, rel=1e-9, abs=1e-6)
        known = version.tolerance_m + (one.place.accuracy_m or 0)
        assert one.is_near_edge == (foot.metres <= known)


def test_what_has_no_point_is_inside_too(tmp_path: Path) -> None:
    pointless = a_place("p-0003", lon=None, lat=None, accuracy_m=None, coordinate_source="")
    builder = PackageBuilder(tmp_path).add(
        a_place("p-0001", prominence=10), pointless,
        a_place("p-0002", kind="admin-unit", type="district"),
        a_relation("p-0001", "part-of", "p-0002"), a_relation("p-0003", "part-of", "p-0002"),
    )  # fmt: skip
    with builder.store() as store:
        answer = Gazetteer(store).inside(InsideQuery("p-0002"))
        assert [found.place.id for found in answer.places] == ["p-0003", "p-0001"]
        assert answer.places[0].metres_from_edge is None
        assert answer.version is None


def test_an_area_of_nothing_is_refused(tmp_path: Path) -> None:
    with PackageBuilder(tmp_path).add(a_place("p-0001"), an_actor("a-0001")).store() as store:
        with pytest.raises(QueryError, match="no extent is drawn"):
            Gazetteer(store).inside(InsideQuery("p-0001"))
        with pytest.raises(QueryError, match="limit"):
            Gazetteer(store).inside(InsideQuery("p-0001", limit=MAX_PLACES + 1))


def test_two_drawings_of_a_time_have_to_be_told_apart(gazetteer: Gazetteer) -> None:
    with pytest.raises(QueryError, match="several extents held"):
        gazetteer.inside(InsideQuery("p-0306", Period.of("2023")))
    chosen = gazetteer.inside(InsideQuery("p-0306", Period.of("2023"), version="1992"))
    assert chosen.version is not None
    assert chosen.version.version == "1992"


# --- polygons of one's own ------------------------------------------------------------------------

CORNERS = st.tuples(st.floats(44.5, 48), st.floats(38.9, 41))


@settings(max_examples=15)
@given(st.lists(CORNERS, min_size=3, max_size=6), st.sampled_from([0.0, 1.0, 2_500.0, 30_000.0]))
def test_a_polygon_against_every_place(
    gazetteer: Gazetteer, corners: list[tuple[float, float]], margin: float
) -> None:
    polygon = shapely.MultiPoint(corners).convex_hull
    if polygon.geom_type != "Polygon" or not polygon.is_valid or polygon.area < 1e-6:
        return
    query = PolygonQuery(shapely.to_geojson(polygon), margin, kinds=())
    answer = gazetteer.inside(query)
    located = [p for p in gazetteer.ground.located if p.span.contains(date.today())]
    points = shapely.points([(place.lon, place.lat) for place in located])
    covered = shapely.covers(polygon, points)
    within = {place.id for place, is_in in zip(located, covered, strict=True) if is_in}
    assert {one.place.id for one in answer.places if one.basis == "drawn"} == within
    near = {one.place.id: one.metres_from_edge for one in answer.places if one.basis == "near"}
    off = shapely.distance(polygon, points)  # in degrees: at least 77 km each here, at most 112
    for place, degrees in zip(located, off, strict=True):
        if place.id in within or degrees == 0:
            continue
        assert not (degrees * 112_000 < margin and place.id not in near)
        assert not (degrees * 77_000 > margin + 1 and place.id in near)
    assert all(metres is not None and metres <= margin for metres in near.values())
    assert [one.basis for one in answer.places] == sorted(one.basis for one in answer.places)


@settings(max_examples=40)
@given(st.floats(5, 80), st.sampled_from([500.0, 20_000.0]))
def test_a_millionth_of_the_margin_decides(azimuth: float, margin: float) -> None:
    square = shapely.to_geojson(shapely.box(46.0, 39.0, 47.0, 40.0))
    for factor in (1 - 1e-6, 1 + 1e-6):
        lon, lat, _ = GEOD.fwd(47.0, 40.0, azimuth, margin * factor)
        ground = _OnePlace(lon, lat)
        answer = areas.inside_polygon(ground, PolygonQuery(square, margin))  # type: ignore[arg-type]
        assert len(answer.places) == (factor < 1)


class _OnePlace:
    """A ground with one place."""

    def __init__(self, lon: float, lat: float) -> None:
        from gazetteer.space.index import PlaceIndex

        self.index = PlaceIndex([a_place("p-0001", lon=lon, lat=lat)])

    def held(self, place_id: str, period: Period) -> tuple[()]:
        return ()


@pytest.mark.parametrize("margin", [-1.0, float("nan"), float("inf"), 200_001.0])
def test_a_margin_that_is_none_is_refused(gazetteer: Gazetteer, margin: float) -> None:
    query = PolygonQuery(shapely.to_geojson(shapely.box(46, 39, 47, 40)))
    with pytest.raises(QueryError, match="within"):
        gazetteer.inside(replace(query, margin_m=margin))
