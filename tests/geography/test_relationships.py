"""How two places lie to each other, against geodesics and brute force."""

from __future__ import annotations

import pytest
import shapely
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.model import BetweenQuery, LineQuery, Period, Place
from gazetteer.space.plane import GEOD

AT = Period.of("2022-06-01")
NUMBERS = st.integers(0, 6_000)


def two(gazetteer: Gazetteer, one: int, other: int) -> tuple[Place, Place]:
    located = gazetteer.ground.located
    return located[one], located[other if other != one else other + 1]


def point(place: Place) -> tuple[float, float]:
    assert place.lon is not None
    assert place.lat is not None
    return place.lon, place.lat


@settings(max_examples=40)
@given(NUMBERS, NUMBERS)
def test_distance_and_bearings(gazetteer: Gazetteer, one: int, other: int) -> None:
    first, second = two(gazetteer, one, other)
    there = gazetteer.relate(first, second, AT)
    back = gazetteer.relate(second, first, AT)
    told = geodesic(point(first)[::-1], point(second)[::-1]).m
    bearing, back_bearing, _ = GEOD.inv(*point(first), *point(second))
    assert there.metres == pytest.approx(told, rel=1e-9, abs=1e-5)
    assert there.bearing == pytest.approx(bearing % 360, abs=1e-9)
    assert there.back_bearing == pytest.approx(back_bearing % 360, abs=1e-9)
    assert (back.metres, back.bearing, back.back_bearing) == pytest.approx(
        (there.metres, there.back_bearing, there.bearing), abs=1e-6
    )


@settings(max_examples=40)
@given(NUMBERS, NUMBERS)
def test_what_two_share_they_share_both_ways(gazetteer: Gazetteer, one: int, other: int) -> None:
    first, second = two(gazetteer, one, other)
    there, back = gazetteer.relate(first, second, AT), gazetteer.relate(second, first, AT)
    assert {(a.area.id, a.perspective) for a in there.areas} == {
        (a.area.id, a.perspective) for a in back.areas
    }
    assert all(area.basis != "near" for area in there.areas)
    assert {(r.route.id, r.km_of_first, r.km_of_second) for r in there.routes} == {
        (r.route.id, r.km_of_second, r.km_of_first) for r in back.routes
    }
    assert {(n.line.id, n.crossings, n.is_near) for n in there.lines} == {
        (n.line.id, n.crossings, n.is_near) for n in back.lines
    }


@settings(max_examples=25)
@given(NUMBERS, NUMBERS)
def test_borders_are_crossed_as_often_as_the_way_meets_them(
    gazetteer: Gazetteer, one: int, other: int
) -> None:
    """The twin walks the geodesic in steps of 500 m: it meets a line where a step does."""
    first, second = two(gazetteer, one, other)
    start, end = point(first), point(second)
    length = GEOD.inv(*start, *end)[2]
    if not 10 < length < 600_000:
        return
    steps = [start, *GEOD.npts(*start, *end, int(length // 500)), end]
    way = shapely.LineString(steps)
    told = {found.version.version + found.line.id: found
            for found in gazetteer.relate(first, second, AT).lines}  # fmt: skip
    for version in gazetteer.ground.extents.lines():
        if not version.span.touches(AT):
            continue
        shape = shapely.from_geojson(version.geometry)
        met = shapely.get_num_geometries(way.intersection(shape)) if way.intersects(shape) else 0
        found = told.get(version.version + version.entity)
        nearest = min(
            gazetteer.ground.extents.to_edge(version, *one_end).metres for one_end in (start, end)
        )
        if nearest > 10:
            assert (found.crossings if found else 0) == met


@settings(max_examples=30)
@given(NUMBERS, NUMBERS, st.sampled_from([500.0, 5_000.0, 20_000.0]))
def test_between_is_what_lies_along_the_way_and_beside_it(
    gazetteer: Gazetteer, one: int, other: int, within: float
) -> None:
    first, second = two(gazetteer, one, other)
    start, end = point(first), point(second)
    length = GEOD.inv(*start, *end)[2]
    if not 10 < length < 600_000:
        return
    found = gazetteer.between(BetweenQuery(first, second, within, AT)).places
    line = gazetteer.along(LineQuery((start, end), within, AT)).places
    beside = {place.place.id: place for place in line}
    assert {place.place.id for place in found} <= beside.keys() - {first.id, second.id}
    assert [place.km_along for place in found] == sorted(place.km_along for place in found)
    left_out = beside.keys() - {place.place.id for place in found} - {first.id, second.id}
    for place_id in left_out:  # its nearest point is an end
        place = beside[place_id].place
        ends = [GEOD.inv(*point(place), *one_end)[2] for one_end in (start, end)]
        assert beside[place_id].metres_off == pytest.approx(min(ends), rel=1e-6, abs=0.05)
    for off in found:
        told = geodesic(point(off.place)[::-1], (off.nearest_lat, off.nearest_lon)).m
        assert off.metres_off == pytest.approx(told, rel=1e-9, abs=1e-5)
        assert off.metres_off <= within


def test_between_leaves_out_what_lies_beyond(gazetteer: Gazetteer) -> None:
    """From Goris to Khankendi: Lachin is on the way, Aghdam beyond."""
    goris, khankendi = gazetteer.place("p-0014"), gazetteer.place("p-0001")
    found = gazetteer.between(BetweenQuery(goris, khankendi, 20_000.0, AT)).places
    ids = [place.place.id for place in found]
    assert "p-0003" in ids
    assert "p-0043" not in ids


def test_one_place_is_not_two(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("p-0001")
    with pytest.raises(QueryError, match="the same place"):
        gazetteer.relate(place, place)
    with pytest.raises(QueryError, match="the same place"):
        gazetteer.between(BetweenQuery(place, place))


def test_a_place_without_a_point_has_no_way(gazetteer: Gazetteer) -> None:
    pointless = next(
        place for place in gazetteer.store.entities(("settlement",))
        if isinstance(place, Place) and place.lon is None
    )  # fmt: skip
    for first, second in (("p-0001", pointless.id), (pointless.id, "p-0001")):
        ends = gazetteer.place(first), gazetteer.place(second)
        with pytest.raises(QueryError, match="no point of its own"):
            gazetteer.relate(*ends)
        with pytest.raises(QueryError, match="no point of its own"):
            gazetteer.between(BetweenQuery(*ends))
