"""Extents against every area asked one by one."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.model import AreaVersion, TimeSpan
from gazetteer.space.edges import Edge
from gazetteer.space.extents import Extents
from gazetteer.space.plane import GEOD

LON, LAT = st.floats(43, 51), st.floats(36, 44)
SIZE = st.floats(0.001, 1)
BOXES = st.lists(st.tuples(LON, LAT, SIZE, SIZE, st.integers(0, 5_000)), min_size=1, max_size=8)


def drawn(number: int, shape: shapely.Geometry, tolerance_m: int = 0) -> AreaVersion:
    return AreaVersion(f"p-{number:04}", "v", TimeSpan(), shapely.to_geojson(shape), tolerance_m)


def boxes(found: list[tuple[float, float, float, float, int]]) -> list[AreaVersion]:
    return [
        drawn(number, shapely.box(lon, lat, lon + wide, lat + high), tolerance)
        for number, (lon, lat, wide, high, tolerance) in enumerate(found)
    ]


@settings(max_examples=80)
@given(BOXES, LON, LAT)
def test_containing_is_every_area_that_covers_the_point(
    asked: list[tuple[float, float, float, float, int]], lon: float, lat: float
) -> None:
    versions = boxes(asked)
    lon, lat = asked[0][0] + lon % 1 * asked[0][2], asked[0][1] + lat % 1 * asked[0][3]
    point = shapely.Point(lon, lat)
    covering = [v for v in versions if shapely.from_geojson(v.geometry).covers(point)]
    assert list(Extents(versions).containing(lon, lat)) == covering


@settings(max_examples=120)
@given(BOXES, st.floats(36, 44), st.floats(0, 360), st.floats(0, 3_000), st.data())
def test_beside_is_every_area_that_is_nearer_than_can_be_known(
    asked: list[tuple[float, float, float, float, int]],
    lat: float,
    bearing: float,
    accuracy: float,
    data: st.DataObject,
) -> None:
    west, _, wide, high, tolerance = asked[0]
    asked = [(west, lat, wide, high, tolerance), *asked[1:]]
    share = data.draw(st.floats(0.9, 1.1))
    lon, lat, _ = GEOD.fwd(west, lat, bearing, (tolerance + accuracy) * share)
    versions = boxes(asked)
    near = []
    for version in versions:
        shape = shapely.from_geojson(version.geometry)
        off = Edge.of(shape).nearest(lon, lat).metres
        if not shape.covers(shapely.Point(lon, lat)) and off <= version.tolerance_m + accuracy:
            near.append(version)
    assert list(Extents(versions).beside(lon, lat, accuracy)) == near


def test_the_box_of_degrees_is_wide_enough_in_the_north() -> None:
    far_north = drawn(1, shapely.box(20.0, 68.0, 20.1, 68.1), 3_000)
    lon, lat, _ = GEOD.fwd(20.1, 68.05, 90, 2_990)
    assert list(Extents([far_north]).beside(lon, lat, 0)) == [far_north]


def test_lines_contain_nothing() -> None:
    border = drawn(1, shapely.LineString([(46, 39), (47, 39)]), 1_000)
    extents = Extents([border])
    assert list(extents.containing(46.5, 39)) == []
    assert list(extents.beside(46.5, 39, 5_000)) == []
    assert list(extents.lines()) == [border]
    assert not extents.is_area(border)


@pytest.mark.parametrize("metres", [100.0, 5_000.0])
@settings(max_examples=40)
@given(bearing=st.floats(0, 360), share=st.floats(0, 1))
def test_the_geodesic_decides_at_the_threshold(metres: float, bearing: float, share: float) -> None:
    """A point at the width less a millionth is within it, at the width and a millionth is not."""
    corner = (46.0, 39.0)
    edge = Edge.of(shapely.box(*corner, 47.0, 40.0))
    outward = 180 + bearing / 4  # south-west of the corner, so that the corner is nearest
    for factor in (1 - 1e-6, 1 + 1e-6):
        lon, lat, _ = GEOD.fwd(*corner, outward, metres * factor)
        if edge.nearest(lon, lat).lon == corner[0] and edge.nearest(lon, lat).lat == corner[1]:
            assert (edge.nearest(lon, lat).metres <= metres) == (factor < 1)


def test_drawn_areas_are_valid_and_wound_as_rfc_7946_asks(gazetteer: Gazetteer) -> None:
    extents = gazetteer.ground.extents
    for version in gazetteer.store.areas():
        shape = extents.shape(version)
        assert shape.is_valid, version.version
        for polygon in shapely.get_parts(shape):
            if polygon.geom_type == "Polygon":
                assert polygon.exterior.is_ccw
                assert not any(ring.is_ccw for ring in polygon.interiors)
