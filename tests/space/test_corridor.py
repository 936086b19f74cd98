"""Places along a line, against geodesics worked out by geopy, slowly and obviously."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
import shapely
from geopy.distance import geodesic
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gazetteer.errors import QueryError
from gazetteer.model import Place
from gazetteer.space.corridor import Line, Off
from gazetteer.space.index import PlaceIndex
from gazetteer.space.plane import GEOD, Plane, geodesic_metres
from tests.builders import a_place, a_route_version

Point = tuple[float, float]

POINTS = st.tuples(st.floats(45.5, 47.5), st.floats(39.0, 40.5))
LINES = st.lists(POINTS, min_size=2, max_size=6).filter(
    lambda points: all(metres(a, b) > 50 for a, b in pairwise(points))
)


def metres(one: Point, other: Point) -> float:
    return float(geodesic((one[1], one[0]), (other[1], other[0])).m)


def a_line(points: Sequence[Point], tolerance_m: int = 0) -> Line:
    return Line(a_route_version("p-1", "v", points, tolerance_m=tolerance_m))


def slow_nearest(points: Sequence[Point], place: Point) -> tuple[float, float]:
    """Return (metres off, metres along), searching each geodesic segment by thirds."""
    best = (float("inf"), 0.0)
    done = 0.0
    for start, end in pairwise(points):
        azimuth, _, length = GEOD.inv(*start, *end)

        def off(along: float, start: Point = start, azimuth: float = azimuth) -> float:
            lon, lat, _ = GEOD.fwd(*start, azimuth, along)
            return float(GEOD.inv(*place, lon, lat)[2])

        low, high = 0.0, length
        while high - low > 1e-4:
            first, second = low + (high - low) / 3, high - (high - low) / 3
            if off(first) < off(second):
                high = second
            else:
                low = first
        best = min(best, (off((low + high) / 2), done + (low + high) / 2))
        done += length
    return best


def located(line: Line, point: Point) -> Off:
    return line.locate(a_place("p-2", lon=point[0], lat=point[1]))


@settings(max_examples=150)
@given(LINES, POINTS)
def test_metres_off_are_those_of_the_nearest_point(points: list[Point], place: Point) -> None:
    found = located(a_line(points), place)
    expected, _ = slow_nearest(points, place)
    assert found.metres_off == pytest.approx(expected, rel=1e-6, abs=0.05)
    reported = metres(place, (found.nearest_lon, found.nearest_lat))
    assert found.metres_off == pytest.approx(reported, rel=1e-9, abs=1e-5)


@settings(max_examples=60)
@given(LINES, POINTS)
def test_nothing_on_the_line_is_nearer(points: list[Point], place: Point) -> None:
    found = located(a_line(points), place)
    for start, end in pairwise(points):
        steps = [start, *GEOD.npts(*start, *end, 50), end]
        nearest = min(metres(place, (lon, lat)) for lon, lat in steps)
        assert found.metres_off <= nearest * (1 + 1e-6) + 0.01


@settings(max_examples=100)
@given(LINES)
def test_the_length_is_geodesic(points: list[Point]) -> None:
    expected = sum(metres(a, b) for a, b in pairwise(points))
    assert a_line(points).length_km * 1000 == pytest.approx(expected, rel=1e-6)


@settings(max_examples=100)
@given(st.lists(st.floats(0.01, 0.2), min_size=1, max_size=5), st.lists(
    st.floats(-0.05, 0.05), min_size=6, max_size=6), st.data())  # fmt: skip
def test_km_along_grow_with_the_way_and_are_geodesic(
    steps: list[float], lats: list[float], data: st.DataObject
) -> None:
    lons = [46.0]
    for step in steps:
        lons.append(lons[-1] + step)
    points = [(lon, 39.6 + lat) for lon, lat in zip(lons, lats, strict=False)]
    line = a_line(points)
    done, last = 0.0, -1.0
    for start, end in pairwise(points):
        azimuth, _, length = GEOD.inv(*start, *end)
        for share in sorted(data.draw(st.lists(st.floats(0.05, 0.95), max_size=3))):
            lon, lat, _ = GEOD.fwd(*start, azimuth, length * share)
            found = located(line, (lon, lat))
            assert found.km_along * 1000 == pytest.approx(done + length * share, rel=1e-5, abs=1)
            assert found.km_along >= last - 1e-3
            assert found.metres_off < 0.5
            last = found.km_along
        done += length


@settings(max_examples=60)
@given(st.tuples(st.floats(46, 47), st.floats(39.3, 40)), st.floats(0, 360), st.floats(50, 40_000))
def test_the_geodesic_decides_at_the_threshold(end: Point, bearing: float, off: float) -> None:
    assume(metres((46.5, 39.6), end) > 100)
    line = a_line([(46.5, 39.6), end])
    lon, lat, _ = GEOD.fwd(46.5, 39.6, bearing, off)
    place = a_place("p-2", lon=lon, lat=lat)
    exact = line.locate(place).metres_off
    index = PlaceIndex([place])
    assume(exact > 10)
    assert len(line.within(index, exact)) == 1
    assert len(line.within(index, exact * (1 + 1e-9))) == 1
    assert line.within(index, exact * (1 - 1e-9)) == []


@settings(max_examples=100)
@given(st.floats(0, 360), st.floats(0.1, 0.9), st.floats(51, 20_000), st.booleans())
def test_left_and_right_swap_with_the_direction(
    heading: float, share: float, off: float, leftward: bool
) -> None:
    start = (46.5, 39.6)
    lon, lat, back = GEOD.fwd(*start, heading, 30_000)
    end = (lon, lat)
    lon, lat, back = GEOD.fwd(*start, heading, 30_000 * share)
    turn = -90 if leftward else 90
    lon, lat, _ = GEOD.fwd(lon, lat, back + 180 + turn, off)
    side, other = ("left", "right") if leftward else ("right", "left")
    assert located(a_line([start, end]), (lon, lat)).side == side
    assert located(a_line([end, start]), (lon, lat)).side == other


@pytest.mark.parametrize(("point", "side"), [((46.2, 39.6), "right"), ((46.09, 39.61), "left")])
def test_the_side_at_a_sharp_bend(point: Point, side: str) -> None:
    line = a_line([(46.0, 39.6), (46.1, 39.6), (46.1, 39.7)])  # east, then north: a left bend
    assert located(line, point).side == side
    backwards = a_line([(46.1, 39.7), (46.1, 39.6), (46.0, 39.6)])
    assert located(backwards, point).side != side


def test_nearer_than_fifty_metres_is_on_the_line_however_coarse_the_line() -> None:
    line = a_line([(46.0, 39.6), (46.1, 39.6)], 1000)
    assert located(line, (46.05, 39.6004)).side == "on"  # some 44 m off
    assert located(line, (46.05, 39.605)).side == "left"  # some 555 m off


def test_beyond_the_ends_the_end_is_nearest() -> None:
    line = a_line([(46.0, 39.6), (46.1, 39.6)])
    before, after = located(line, (45.9, 39.6)), located(line, (46.3, 39.6))
    assert before.km_along == 0
    assert after.km_along == pytest.approx(line.length_km)
    assert before.metres_off == pytest.approx(metres((45.9, 39.6), (46.0, 39.6)))


def test_places_come_in_the_order_of_the_line() -> None:
    points = [(46.0, 39.6), (46.1, 39.6), (46.1, 39.7)]
    places = [a_place(f"p-{i}", lon=lon, lat=lat) for i, (lon, lat) in enumerate(
        [(46.11, 39.69), (46.05, 39.61), (46.11, 39.6), (46.01, 39.59), (46.05, 39.61)]
    )]  # fmt: skip
    found = a_line(points).within(PlaceIndex(places), 2_000)
    assert [off.place.id for off in found] == ["p-3", "p-1", "p-4", "p-2", "p-0"]
    assert [off.km_along for off in found] == sorted(off.km_along for off in found)


def test_a_line_with_nothing_beside_it() -> None:
    line = a_line([(46.0, 39.6), (46.1, 39.6)])
    assert line.within(PlaceIndex([]), 2_000) == []
    far = PlaceIndex([a_place("p-1", lon=46.05, lat=39.65)])  # in the box, not in the corridor
    assert line.within(far, 4_000) == []


def test_a_long_line_drops_nobody() -> None:
    points = [(20.0, 40.0), (70.0, 45.0)]
    line = a_line(points)
    azimuth, _, length = GEOD.inv(*points[0], *points[1])
    places: list[Place] = []
    for number in range(1, 40):
        lon, lat, back = GEOD.fwd(*points[0], azimuth, length * number / 40)
        lon, lat, _ = GEOD.fwd(lon, lat, back + 90, 9_990)
        places.append(a_place(f"p-{number:02}", lon=lon, lat=lat))
    found = line.within(PlaceIndex(places), 10_000)
    assert [off.place.id for off in found] == [place.id for place in places]
    assert all(off.metres_off == pytest.approx(9_990, rel=1e-3) for off in found)


def test_a_place_without_a_point_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="p-9"):
        a_line([(46.0, 39.6), (46.1, 39.6)]).locate(a_place("p-9", lon=None, lat=None))


@given(POINTS)
def test_the_plane_goes_there_and_back(point: Point) -> None:
    plane = Plane(46.5, 39.7)
    line = plane.line([point, (46.5, 39.7)])
    x, y = line.coords[0]
    assert (x**2 + y**2) ** 0.5 == pytest.approx(geodesic_metres(46.5, 39.7, *point), abs=1e-3)
    import numpy as np

    assert plane.to_degrees(np.array([[x, y]]))[0] == pytest.approx(point, abs=1e-9)


LONG = [
    [(30.0, 40.0), (60.0, 44.0)],
    [(20.0, 38.0), (45.0, 40.0), (50.0, 40.0), (47.0, 37.0)],
    [(-10.0, 60.0), (40.0, 62.0)],
]


@pytest.mark.parametrize("points", LONG)
@settings(max_examples=15)
@given(share=st.floats(0.02, 0.98), turn=st.floats(30, 150), off=st.floats(100, 200_000))
def test_long_lines_are_measured_as_well(
    points: list[Point], share: float, turn: float, off: float
) -> None:
    """Far from its middle the plane is off by a hundredth; what is told is not."""
    azimuth, _, length = GEOD.inv(*points[0], *points[1])
    lon, lat, back = GEOD.fwd(*points[0], azimuth, length * share)
    lon, lat, _ = GEOD.fwd(lon, lat, back + turn, off)
    found = located(a_line(points), (lon, lat))
    expected, along = slow_nearest(points, (lon, lat))
    assert found.metres_off == pytest.approx(expected, rel=1e-5, abs=0.05)
    assert found.km_along * 1000 == pytest.approx(along, rel=1e-5, abs=5)


@settings(max_examples=80)
@given(POINTS, POINTS, st.floats(-89, 89), st.floats(1, 50_000))
def test_beyond_the_end_is_at_the_end_to_the_last_digit(
    start: Point, end: Point, turn: float, off: float
) -> None:
    assume(metres(start, end) > 1_000)
    line = a_line([start, end])
    onward = GEOD.inv(*end, *start)[0] + 180
    lon, lat, _ = GEOD.fwd(*end, onward + turn * 0.9, off)
    assert located(line, (lon, lat)).km_along == line.length_km
    backward = GEOD.inv(*start, *end)[0] + 180
    lon, lat, _ = GEOD.fwd(*start, backward + turn * 0.9, off)
    assert located(line, (lon, lat)).km_along == 0


@settings(max_examples=60)
@given(st.tuples(st.floats(46, 47), st.floats(39.3, 40)), st.floats(0.05, 0.95),
       st.sampled_from([500.0, 5_000.0, 50_000.0]), st.booleans())  # fmt: skip
def test_a_millionth_of_the_width_decides(
    end: Point, share: float, width: float, leftward: bool
) -> None:
    start = (46.5, 39.6)
    assume(metres(start, end) > 100)
    azimuth, _, length = GEOD.inv(*start, *end)
    lon, lat, back = GEOD.fwd(*start, azimuth, length * share)
    side = back + 90 if leftward else back - 90
    inside, outside = (
        a_place(f"p-{number}", lon=far[0], lat=far[1])
        for number, far in enumerate(
            GEOD.fwd(lon, lat, side, width * factor) for factor in (1 - 1e-6, 1 + 1e-6)
        )
    )
    found = a_line([start, end]).within(PlaceIndex([inside, outside]), width)
    assert [off.place.id for off in found] == [inside.id]


@settings(max_examples=25)
@given(LINES, st.sampled_from([1.0, 20.0, 500.0, 2_500.0, 20_000.0]), st.data())
def test_the_ground_of_a_corridor_is_what_lies_within_its_width(
    points: list[Point], width: float, data: st.DataObject
) -> None:
    line = a_line(points)
    ground = line.corridor(width)
    assert ground.is_valid
    assert_right_handed(ground)
    start, end = points[0], points[1]
    azimuth, _, length = GEOD.inv(*start, *end)
    for share in data.draw(st.lists(st.floats(0, 1), min_size=1, max_size=4)):
        lon, lat, _ = GEOD.fwd(*start, azimuth, length * share)
        for off in (0.5, 0.985, 1.015, 1.5):
            bearing = data.draw(st.floats(0, 360))
            far = GEOD.fwd(lon, lat, bearing, width * off)[:2]
            told = located(line, far).metres_off / width
            if not 0.99 < told < 1.01:
                assert ground.covers(shapely.Point(far)) == (told < 1)


@pytest.mark.parametrize(
    "points", [[(179.5, 40.0), (179.9, 41.0)], [(-179.9, 65.0), (-179.0, 66.0)]]
)
def test_the_ground_is_cut_at_the_antimeridian(points: list[Point]) -> None:
    line = a_line(points)
    ground = line.corridor(50_000)
    assert ground.is_valid
    assert ground.geom_type == "MultiPolygon"
    assert_right_handed(ground)
    for bearing in range(0, 360, 20):
        for off, is_in in ((48_000, True), (52_000, False)):
            lon, lat, _ = GEOD.fwd(*points[0], bearing, off)
            told = located(line, (lon, lat)).metres_off <= 50_000
            if told == is_in:
                assert ground.covers(shapely.Point(lon, lat)) == is_in


@pytest.mark.parametrize("metres", [0.999, 1e-6, 1e-300])
def test_no_polygon_is_drawn_of_less_than_a_metre(metres: float) -> None:
    line = a_line([(46.0, 39.0), (46.5, 39.0)])
    assert line.within(PlaceIndex([]), metres) == []
    with pytest.raises(QueryError, match="too narrow"):
        line.corridor(metres)


def test_no_polygon_is_drawn_over_a_pole() -> None:
    line = a_line([(0.0, 89.0), (10.0, 89.7)])
    assert line.corridor(20_000).is_valid
    with pytest.raises(QueryError, match="over a pole"):
        line.corridor(50_000)


def assert_right_handed(ground: shapely.Geometry) -> None:
    for polygon in shapely.get_parts(ground):
        assert polygon.exterior.is_ccw
        assert not any(ring.is_ccw for ring in polygon.interiors)
