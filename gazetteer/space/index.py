"""Places in an index: which lie in a box or near a point, as positions in one tuple."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, degrees, radians

import numpy as np
import numpy.typing as npt
import shapely

from gazetteer.model import Place
from gazetteer.space.plane import GEOD, Coordinates

Positions = npt.NDArray[np.int64]
"""Indices into ``PlaceIndex.places``."""

_METRES_PER_DEGREE = 110_000.0
"""A little less than the shortest degree of latitude, so that a box is never too small."""


class PlaceIndex:
    """All places that have a point, indexed once; query-only and safe to share."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = tuple(p for p in places if p.lon is not None and p.lat is not None)
        self.coordinates = np.array(
            [(p.lon, p.lat) for p in self.places], dtype=np.float64
        ).reshape(-1, 2)
        self._tree = shapely.STRtree(np.asarray(shapely.points(self.coordinates)))

    def in_box(self, west: float, south: float, east: float, north: float) -> Positions:
        """Return the positions of places in a box of degrees; west > east crosses 180°."""
        if west > east:
            halves = (self.in_box(west, south, 180, north), self.in_box(-180, south, east, north))
            return np.sort(np.concatenate(halves))
        return np.sort(self._tree.query(shapely.box(west, south, east, north)))

    def around(self, bounds: tuple[float, float, float, float], metres: float) -> Positions:
        """Return positions of places that may lie within ``metres`` of a box of degrees."""
        west, south, east, north = bounds
        upward, sideways = reach(south, north, metres)
        if east - west + 2 * sideways >= 360:
            return self.in_box(-180, south - upward, 180, north + upward)
        left, right = west - sideways, east + sideways
        if left < -180:
            left += 360
        if right > 180:
            right -= 360
        return self.in_box(left, south - upward, right, north + upward)

    def beside(self, line: shapely.LineString, metres: float) -> Positions:
        """Return positions of places that may lie within ``metres`` of a line in degrees.

        Its segments must be so short that a straight one and a geodesic are the same.
        """
        west, south, east, north = line.bounds
        _, sideways = reach(south, north, metres)
        if west - sideways < -180 or east + sideways > 180:
            return self.around(line.bounds, metres)
        near = self._tree.query(line, predicate="dwithin", distance=sideways)
        return np.sort(near)

    def metres_from(self, lon: float, lat: float, positions: Positions) -> Coordinates:
        """Return geodesic metres and bearings, shape (2, n), from a point to the places there."""
        chosen = self.coordinates[positions]
        lons, lats = np.full(len(chosen), lon), np.full(len(chosen), lat)
        bearings, _, metres = GEOD.inv(lons, lats, chosen[:, 0], chosen[:, 1])
        return np.vstack([metres, np.mod(bearings, 360.0)])


def reach(south: float, north: float, metres: float) -> tuple[float, float]:
    """Return how many degrees of latitude and of longitude ``metres`` are at most there."""
    upward = metres / _METRES_PER_DEGREE
    widest = max(abs(south), abs(north)) + upward
    if widest >= 89:  # near a pole every longitude is near
        return upward, 360.0
    return upward, degrees(radians(upward) / cos(radians(widest)))
