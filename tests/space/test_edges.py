"""Edges against a dense scan of straight segments in degrees, measured by two geodesics."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
import shapely
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.space.edges import Edge, Foot, straight_metres
from gazetteer.space.plane import GEOD

Point = tuple[float, float]

_SCANNED = 300

REGION = st.tuples(st.floats(43, 51), st.floats(36, 44))
GLOBE = st.tuples(
    st.floats(-180, 180) | st.sampled_from([-180.0, 180.0, 179.999, 0.0]),
    st.floats(-90, 90) | st.sampled_from([-90.0, 90.0, 89.99, 89.0, 0.0]),
)


def scanned(line: Sequence[Point], point: Point) -> float:
    """Return the metres to a line: the nearest of many points, then ever closer around it."""
    best = np.inf
    for start, end in pairwise(line):
        low, high = 0.0, 1.0
        for _ in range(4):
            shares = np.linspace(low, high, _SCANNED)[:, None]
            steps = np.array(start) * (1 - shares) + np.array(end) * shares
            steps = np.clip(steps, (-180, -90), (180, 90))
            lons, lats = np.full(_SCANNED, point[0]), np.full(_SCANNED, point[1])
            metres = GEOD.inv(lons, lats, steps[:, 0], steps[:, 1])[2]
            nearest = int(metres.argmin())
            best = min(best, float(metres[nearest]))
            low = float(shares[max(nearest - 1, 0), 0])
            high = float(shares[min(nearest + 1, _SCANNED - 1), 0])
    return best


def assert_is_near(foot: Foot, line: Sequence[Point], point: Point) -> None:
    """The foot lies on the line and none of the line is nearer.

    What is told is the geodesic to the foot, so it is as exact as that. Which foot is nearest is
    found along chords that the line leaves by 0.1 m at most: by so much it may be too far when
    the point is on the line, and by the square of it, over the distance, when it is not. Where
    space and geodesic disagree about which of two far points is the nearer, they do so by a
    hundred-thousandth.
    """
    told = geodesic((point[1], point[0]), (foot.lat, foot.lon)).m
    assert foot.metres == pytest.approx(told, rel=1e-9, abs=1e-5)
    least = scanned(line, point)
    far = 1e-5 if least > 200_000 else 1e-7
    assert foot.metres <= least * (1 + far) + 0.11
    assert foot.metres >= least - 0.05 - least * 1e-9  # what the scan's own steps leave out
    if 1_000 < least < 200_000:
        assert foot.metres == pytest.approx(least, rel=1e-6, abs=0.02)


@settings(max_examples=80)
@given(st.lists(REGION, min_size=2, max_size=5), REGION)
def test_nothing_of_an_edge_is_nearer_than_its_foot(line: list[Point], point: Point) -> None:
    assert_is_near(Edge([np.array(line)]).nearest(*point), line, point)


@settings(max_examples=60)
@given(GLOBE, GLOBE, GLOBE)
def test_nor_anywhere_on_the_globe(start: Point, end: Point, point: Point) -> None:
    edge = Edge([np.array([start, end])])
    least = scanned([start, end], point)
    found = edge.nearest(*point)
    assert found.metres <= least * 1.0001 + 0.2 or least > 5_000_000  # half a globe away
    assert found.metres >= least * (1 - 1e-6) - 1.0


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ([(46.0, 39.0), (46.0, 39.0)], (46.1, 39.1)),
        ([(46.0, 39.0), (46.0, 39.0), (46.5, 39.0), (46.5, 39.0)], (46.2, 39.2)),
        ([(44.0, 40.0), (50.0, 40.0)], (47.0, 40.0)),
        ([(44.0, 40.0), (50.0, 40.0)], (47.0, 40.05)),
        ([(20.0, 40.0), (70.0, 44.0)], (46.0, 41.0)),
        ([(-180.0, 45.0), (180.0, 45.0)], (46.0, 44.0)),
        ([(-179.0, 45.0), (179.0, 45.0)], (46.0, 44.0)),
        ([(179.0, 40.0), (180.0, 41.0)], (-179.9, 40.9)),
        ([(0.0, 89.9), (180.0, 89.9)], (90.0, 89.95)),
        ([(0.0, 89.99), (170.0, 89.9)], (90.0, 89.9)),
        ([(0.0, 90.0), (180.0, 90.0)], (45.0, 89.0)),
        ([(30.0, 85.0), (30.0, 90.0)], (0.0, 90.0)),
        ([(-10.0, -5.0), (10.0, 5.0)], (0.0, 0.0)),
    ],
)
def test_degenerate_long_and_polar_edges(line: list[Point], point: Point) -> None:
    assert_is_near(Edge([np.array(line)]).nearest(*point), line, point)


@given(REGION, REGION, st.floats(0, 1))
def test_a_point_of_the_edge_is_on_it(start: Point, end: Point, share: float) -> None:
    lon, lat = (a + (b - a) * share for a, b in zip(start, end, strict=True))
    assert Edge([np.array([start, end])]).nearest(lon, lat).metres < 0.11


@settings(max_examples=30)
@given(st.integers(2, 400), st.lists(GLOBE, min_size=1, max_size=20), st.randoms())
def test_many_points_are_measured_as_each(count: int, points: list[Point], chance: object) -> None:
    turns = np.linspace(0, 2 * np.pi, count)
    ring = np.column_stack([46 + np.cos(turns) * 3, 40 + np.sin(turns) * 2])
    edge = Edge([ring, ring / 2])
    together = edge.metres_to(np.array([*points, (46.0, 40.0)]))
    alone = [edge.nearest(*point).metres for point in [*points, (46.0, 40.0)]]
    assert together.tolist() == pytest.approx(alone, rel=1e-12, abs=1e-6)


def test_bearings_lead_to_the_foot() -> None:
    edge = Edge.of(shapely.box(46, 39, 47, 40))
    west, south = edge.nearest(45.9, 39.5), edge.nearest(46.5, 38.9)
    assert west.bearing == pytest.approx(90, abs=0.1)
    assert south.bearing % 360 == pytest.approx(0, abs=0.1)


def test_holes_are_edges_too() -> None:
    ring = shapely.box(46, 39, 47, 40).difference(shapely.box(46.4, 39.4, 46.6, 39.6))
    foot = Edge.of(ring).nearest(46.5, 39.5)
    assert 46.4 <= foot.lon <= 46.6
    assert foot.metres < 12_000


@given(GLOBE, GLOBE)
def test_a_step_is_never_shorter_than_the_geodesic(start: Point, end: Point) -> None:
    told = float(straight_metres(np.array([start, end]))[0])
    assert told >= GEOD.inv(*start, *end)[2] * 0.994 - 1e-3  # a degree of latitude varies by 1 %
