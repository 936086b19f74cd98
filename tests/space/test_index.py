"""The index of places: nothing that is near is left out, wherever on the globe."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.model import Box, Place
from gazetteer.space.index import PlaceIndex
from gazetteer.space.plane import geodesic_metres
from tests.builders import a_place

Point = tuple[float, float]

LONS = st.floats(-180, 180) | st.sampled_from([-180.0, 180.0, 179.99, -179.99, 0.0])
LATS = st.floats(-90, 90) | st.sampled_from([90.0, -90.0, 89.999, 88.5, 0.0])
POINTS = st.tuples(LONS, LATS)


def an_index(points: Sequence[Point]) -> PlaceIndex:
    return PlaceIndex(a_place(f"p-{i:04}", lon=lon, lat=lat) for i, (lon, lat) in enumerate(points))


@settings(max_examples=300)
@given(POINTS, st.lists(POINTS, max_size=8), st.floats(1, 200_000))
def test_nothing_within_reach_is_left_out(
    centre: Point, points: list[Point], metres: float
) -> None:
    lon, lat = centre
    near_by = [(lon, min(90.0, lat + metres / 111_700)), (lon, max(-90.0, lat - metres / 111_700))]
    every = [*points, *near_by, centre]
    around = set(an_index(every).around((lon, lat, lon, lat), metres).tolist())
    for position, (other_lon, other_lat) in enumerate(every):
        if geodesic_metres(lon, lat, other_lon, other_lat) <= metres:
            assert position in around


@given(st.lists(POINTS, max_size=12), LONS, LONS, LATS, LATS)
def test_a_box_holds_what_the_box_says(
    points: list[Point], west: float, east: float, south: float, north: float
) -> None:
    south, north = min(south, north), max(south, north)
    box = Box(west, south, east, north)
    found = an_index(points).in_box(west, south, east, north).tolist()
    assert found == [i for i, point in enumerate(points) if box.contains(*point)]


@pytest.mark.parametrize("bounds", [(46.0, 39.0, 46.0, 39.0), (-180.0, -90.0, 180.0, 90.0)])
def test_an_empty_index_answers(bounds: tuple[float, float, float, float]) -> None:
    index = an_index([])
    assert index.places == ()
    positions = index.around(bounds, 1000.0)
    assert len(positions) == 0
    assert index.metres_from(46.0, 39.0, positions).shape == (2, 0)


def test_places_without_a_point_are_not_indexed() -> None:
    index = PlaceIndex([a_place("p-0001", lon=None, lat=None), a_place("p-0002")])
    assert [place.id for place in index.places] == ["p-0002"]


def test_across_the_antimeridian_and_over_the_pole() -> None:
    index = an_index([(179.99, 0), (-179.99, 0), (0, 89.9), (180, 89.9), (0, 0)])
    assert index.around((180, 0, 180, 0), 5_000).tolist() == [0, 1]
    assert index.around((-180, 0, -180, 0), 5_000).tolist() == [0, 1]
    assert index.around((-90, 89.95, -90, 89.95), 30_000).tolist() == [2, 3]
    assert index.in_box(179, -1, -179, 1).tolist() == [0, 1]


@given(st.tuples(st.floats(40, 52), st.floats(36, 44)), st.lists(
    st.tuples(st.floats(40, 52), st.floats(36, 44)), min_size=1, max_size=6))  # fmt: skip
def test_metres_and_bearings_are_geodesic(centre: Point, points: list[Point]) -> None:
    index = an_index(points)
    metres, bearings = index.metres_from(*centre, np.arange(len(points)))
    for (lon, lat), metre, bearing in zip(points, metres, bearings, strict=True):
        expected = geodesic((centre[1], centre[0]), (lat, lon))
        assert metre == pytest.approx(expected.m, rel=1e-9, abs=1e-6)
        assert 0 <= bearing <= 360


def test_a_place_due_east_bears_about_ninety() -> None:
    index = an_index([(46.1, 39.0), (46.0, 39.1), (45.9, 39.0), (46.0, 38.9)])
    bearings = index.metres_from(46.0, 39.0, np.arange(4))[1]
    assert bearings == pytest.approx([90, 0, 270, 180], abs=0.1)


def test_places_keep_their_order() -> None:
    places: list[Place] = [a_place(f"p-{i:04}", lon=40 + i / 10) for i in range(20)]
    assert PlaceIndex(places).places == tuple(places)
