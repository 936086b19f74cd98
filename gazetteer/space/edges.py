"""Edges: borders, coasts of an area, lines of contact, and the nearest point of one.

The nearest point is looked for in space, in metres from the middle of the Earth: there every
place of the ellipsoid is where it is, with no plane's distortion, no poles and no antimeridian.
The distance that is told is geodesic.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.space.plane import GEOD, Coordinates

_STEP_M = 2_000.0
"""Longest piece in metres: its chord then lies within half a metre of the ellipsoid."""

_BEND_M = 0.1
"""How far a piece that is straight in degrees may bend away from its chord; it bends most near the
poles."""

_BLOCK = 32
"""Pieces that are looked at together, or not at all when their ball is too far away."""

_PAIRS = 4_096
"""Points and blocks that are measured in one go, so that an edge of any length fits in memory."""

_GLOBE = (np.array([-180.0, -90.0]), np.array([180.0, 90.0]))
"""Beyond its corners, be it by a rounding, there is no geodesic."""

_A_M = GEOD.a
_E2 = GEOD.es

Metres = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Foot:
    """The point of an edge that is nearest to another: geodesic metres, bearing towards it."""

    lon: float
    lat: float
    metres: float
    bearing: float


class Edge:
    """Lines in WGS 84 degrees, ready to find the nearest point of.

    Between two vertices a line is straight in degrees, as RFC 7946 has it.
    """

    def __init__(self, lines: Iterable[Coordinates]) -> None:
        points = [_with_steps(np.asarray(line, dtype=np.float64)) for line in lines]
        starts = np.concatenate([line[:-1] for line in points])
        ends = np.concatenate([line[1:] for line in points])
        self._starts, ends = _in_blocks(starts), _in_blocks(ends)
        self._steps = ends - self._starts
        self._from = earth_centred(self._starts)
        self._chords = earth_centred(ends) - self._from
        squares = np.einsum("bij,bij->bi", self._chords, self._chords)
        self._squares = np.where(squares > 0, squares, 1.0)
        self._centres = self._from[:, _BLOCK // 2]
        apart = np.linalg.norm(self._from - self._centres[:, None], axis=2)
        self._radii = (apart + np.sqrt(squares)).max(axis=1)

    @classmethod
    def of(cls, shape: BaseGeometry) -> Edge:
        """Return the edge of an area, or a line itself."""
        lines = shape.boundary if shape.geom_type.endswith("Polygon") else shape
        parts = lines.geoms if hasattr(lines, "geoms") else [lines]
        return cls(shapely.get_coordinates(part) for part in parts)

    def nearest(self, lon: float, lat: float) -> Foot:
        """Return the nearest point of the edge."""
        place = earth_centred(np.array([[lon, lat]]))
        points, blocks = self._within_reach(place)
        squares, feet = self._nearest_in(place[points], blocks)
        foot_lon, foot_lat = feet[squares.argmin()].tolist()
        bearing, _, metres = GEOD.inv(lon, lat, foot_lon, foot_lat)
        return Foot(foot_lon, foot_lat, float(metres), float(bearing) % 360.0)

    def metres_to(self, degrees: Coordinates) -> Metres:
        """Return the geodesic metres from each of the points of shape (n, 2) to the edge."""
        feet = np.empty_like(degrees)
        together = max(_PAIRS * _BLOCK // len(self._radii), 1)
        for first in range(0, len(degrees), together):
            feet[first : first + together] = self._feet(degrees[first : first + together])
        metres = GEOD.inv(degrees[:, 0], degrees[:, 1], feet[:, 0], feet[:, 1])[2]
        return np.asarray(metres, dtype=np.float64)

    def _feet(self, degrees: Coordinates) -> Coordinates:
        """Return the nearest point of the edge, in degrees, to each of the points."""
        places = earth_centred(degrees)
        points, blocks = self._within_reach(places)
        best, feet = np.full(len(degrees), np.inf), np.empty_like(degrees)
        for first in range(0, len(points), _PAIRS):
            some = slice(first, first + _PAIRS)
            squares, found = self._nearest_in(places[points[some]], blocks[some])
            farthest_first = np.argsort(-squares)  # of one point's, the nearest is written last
            asked = points[some][farthest_first]
            closer = squares[farthest_first] < best[asked]
            chosen, asked = farthest_first[closer], asked[closer]
            best[asked], feet[asked] = squares[chosen], found[chosen]
        return feet

    def _within_reach(self, places: Metres) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return pairs of a point and a block of pieces that may hold what is nearest to it."""
        middle = np.linalg.norm(places[:, None] - self._centres, axis=2)
        points, blocks = np.nonzero(middle - self._radii <= middle.min(axis=1)[:, None])
        return points, blocks

    def _nearest_in(
        self, places: Metres, blocks: npt.NDArray[np.int64]
    ) -> tuple[Metres, Coordinates]:
        """Return for each point and its block the square of the distance, and the foot."""
        chords = self._chords[blocks]
        out = places[:, None] - self._from[blocks]
        share = np.einsum("bij,bij->bi", out, chords) / self._squares[blocks]
        share = np.clip(share, 0.0, 1.0)
        off = out - chords * share[:, :, None]
        squares = np.einsum("bij,bij->bi", off, off)
        rows, best = np.arange(len(blocks)), squares.argmin(axis=1)
        feet = self._starts[blocks, best] + self._steps[blocks, best] * share[rows, best][:, None]
        return squares[rows, best], np.clip(feet, *_GLOBE)


def earth_centred(degrees: Coordinates) -> Metres:
    """Return points of shape (…, 2) in degrees as (…, 3) metres from the middle of the Earth.

    >>> earth_centred(np.array([[0.0, 0.0]])).round().tolist()
    [[6378137.0, 0.0, 0.0]]
    """
    lon, lat = np.radians(degrees[..., 0]), np.radians(degrees[..., 1])
    across = _A_M / np.sqrt(1.0 - _E2 * np.sin(lat) ** 2)
    return np.stack(
        [
            across * np.cos(lat) * np.cos(lon),
            across * np.cos(lat) * np.sin(lon),
            across * (1.0 - _E2) * np.sin(lat),
        ],
        axis=-1,
    )


def straight_metres(points: Coordinates) -> Metres:
    """Return how long each step of a line that is straight in degrees is, hardly ever too short.

    >>> straight_metres(np.array([[-180.0, 0.0], [180.0, 0.0]])).round(-4).tolist()
    [40080000.0]
    """
    steps = np.radians(np.abs(np.diff(points, axis=0)))
    return np.asarray(np.hypot(steps[:, 0] * _widths(points), steps[:, 1]) * _A_M)


def _widths(points: Coordinates) -> Metres:
    """Return for each step the cosine of its latitude, where that is nearest to the equator."""
    lats = np.abs(points[:, 1])
    crosses = points[:-1, 1] * points[1:, 1] < 0
    nearest = np.where(crosses, 0.0, np.minimum(lats[:-1], lats[1:]))
    return np.asarray(np.cos(np.radians(nearest)))


def _with_steps(points: Coordinates) -> Coordinates:
    """Put points between vertices that are far apart, straight in degrees."""
    turns = np.radians(np.abs(np.diff(points[:, 0])))
    bends = turns * np.sqrt(_A_M * _widths(points) / (8 * _BEND_M))
    needed = np.maximum(straight_metres(points) / _STEP_M, bends)
    pieces = np.maximum(np.ceil(needed).astype(np.int64), 1)
    if int(pieces.max(initial=1)) == 1:
        return points
    first = np.repeat(np.arange(len(pieces)), pieces)
    share = (np.arange(len(first)) - np.repeat(np.cumsum(pieces) - pieces, pieces)) / pieces[first]
    filled = points[first] + (points[first + 1] - points[first]) * share[:, None]
    return np.concatenate([filled, points[-1:]])


def _in_blocks(points: Coordinates) -> Coordinates:
    """Cut points of shape (n, 2) into (blocks, _BLOCK, 2), the last one filled up with its last."""
    missing = -len(points) % _BLOCK
    return np.concatenate([points, np.repeat(points[-1:], missing, axis=0)]).reshape(-1, _BLOCK, 2)
