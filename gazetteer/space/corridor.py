"""Places along a route: in order, how far along, how far off, on which side.

The plane finds the nearest point of the line; the geodesic measures what is reported, and alone
decides who is in when a place lies near the asked width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import QueryError
from gazetteer.model import Place, RouteVersion
from gazetteer.space.index import PlaceIndex, reach
from gazetteer.space.plane import GEOD, Coordinates, Plane, geodesic_metres

ON_THE_LINE_M = 50.0
"""Nearer than this a place is on the line; a settlement's point is no better known."""

_SLACK = 1.002
"""How much wider than asked the plane looks, so that its distortion drops nobody; a line that
reaches far from the plane's middle gets more."""

_EARTH_M = 6_371_000.0

_SAGITTA_M = 2_000.0
"""Longest segment in metres: a straight segment of the plane and the geodesic then agree to
well below a metre."""


_QUADRANT_PARTS = 16
"""Pieces that a quarter of a round end is drawn in."""

_STRAIGHT_AT_A_METRE = 200.0
"""Metres of an edge one metre off the line that may be straight in degrees; of a wider corridor
more, by the root of the width: it then bends by less than a thousandth of the width."""

_DEGREE_M = 111_700.0
"""The longest degree of latitude."""

_NARROWEST_M = 1.0
"""A narrower corridor would be drawn finer than any coordinate is known."""

_POLES = np.array([[0.0, -90.0], [0.0, 90.0]])

_SLIDES_FROM_M = 0.1
"""What the plane puts less far from where it should be stays there."""

_ROUNDING_M = 1e-6
"""By so much the sum of a line's segments may differ from its length."""


@dataclass(frozen=True, slots=True)
class Off:
    """Where a place lies relative to a line; see ``model.PlaceAlong`` for the units."""

    place: Place
    km_along: float
    metres_off: float
    side: str
    nearest_lon: float
    nearest_lat: float


class Line:
    """One route version, ready to measure from."""

    def __init__(self, version: RouteVersion) -> None:
        self.version = version
        self._points = np.asarray(densified(version.line), dtype=np.float64)
        self._degrees = shapely.LineString(self._points)
        self._plane = Plane.around(version.line)
        self._line = shapely.LineString(self._plane.to_metres(self._points))
        self._vertex_metres = np.concatenate([[0.0], np.cumsum(_segment_lengths(self._line))])
        self._end = float(self._vertex_metres[-1])
        lons, lats = self._points[:, 0], self._points[:, 1]
        self._azimuths, back, steps = GEOD.inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
        self._turns = np.mod(back - self._azimuths, 360.0) - 180.0
        self._geodesic_metres = np.concatenate([[0.0], np.cumsum(steps)])
        reach = float(np.abs(shapely.get_coordinates(self._line)).max())
        self._slack = _SLACK + (reach / _EARTH_M) ** 2
        shapely.prepare([self._line, self._degrees])

    @property
    def length_km(self) -> float:
        """Geodesic length in kilometres."""
        return float(self._geodesic_metres[-1]) / 1000

    def within(self, index: PlaceIndex, metres: float) -> list[Off]:
        """Return the places of ``index`` within geodesic ``metres``, in order along the line."""
        positions = index.beside(self._degrees, metres * self._slack + 1.0)
        if not len(positions):
            return []
        planar = self._plane.to_metres(index.coordinates[positions])
        near = shapely.dwithin(self._line, shapely.points(planar), metres * self._slack + 1.0)
        found = self._measured(
            [index.places[position] for position in positions[near]],
            index.coordinates[positions[near]],
            planar[near],
        )
        inside = [off for off in found if off.metres_off <= metres]
        return sorted(inside, key=lambda off: (off.km_along, off.metres_off, off.place.id))

    def may_be_within(self, lon: float, lat: float, metres: float) -> bool:
        """Tell quickly whether a point may lie so near: False is sure, True is not."""
        west, south, east, north = self._degrees.bounds
        upward, sideways = reach(south, north, metres)
        return west - sideways <= lon <= east + sideways and south - upward <= lat <= north + upward

    def corridor(self, metres: float) -> shapely.Polygon | shapely.MultiPolygon:
        """Return the ground within ``metres`` of the line, in degrees, wound as RFC 7946 asks.

        The edge is drawn to about one in two hundred of the width; whether a place is inside is
        better asked of ``within``, which measures.
        """
        if metres < _NARROWEST_M:
            raise QueryError("within", f"of {metres:g} m is too narrow to draw; give 1 m or more")
        poles = shapely.points(self._plane.to_metres(_POLES))
        if shapely.dwithin(self._line, poles, metres).any():
            raise QueryError("within", f"of {metres:g} m reaches over a pole; ask for no polygon")
        grown = shapely.buffer(self._line, metres, quad_segs=_QUADRANT_PARTS)
        bent = shapely.segmentize(grown, min(_SAGITTA_M, _STRAIGHT_AT_A_METRE * metres**0.5))
        drawn = shapely.transform(bent, self._to_near_degrees)
        return _right_handed(_cut(shapely.simplify(drawn, metres / 1000 / _DEGREE_M)))

    def _to_near_degrees(self, metres: Coordinates) -> Coordinates:
        """Give longitudes on from those of the line, beyond 180 degrees where it leads there."""
        lons, lats = self._plane.to_degrees(metres).T
        middle = float(self._points[:, 0].mean())
        return np.column_stack([middle + np.mod(lons - middle + 180, 360) - 180, lats])

    def locate(self, place: Place) -> Off:
        """Measure one place against the line. Raises ValueError when it has no point."""
        if place.lon is None or place.lat is None:
            raise ValueError(f"{place.id} has no point to measure from")
        degrees = np.array([[place.lon, place.lat]])
        return self._measured([place], degrees, self._plane.to_metres(degrees))[0]

    def _measured(
        self, places: Sequence[Place], degrees: Coordinates, planar: Coordinates
    ) -> list[Off]:
        """Measure places, given with their points in degrees and on the plane."""
        located = np.atleast_1d(shapely.line_locate_point(self._line, shapely.points(planar)))
        distances, nearest, off = self._slid(degrees, located)
        along = np.interp(distances, self._vertex_metres, self._geodesic_metres) / 1000
        sides = np.where(self._across(planar, distances) > 0, "left", "right")
        sides[off < ON_THE_LINE_M] = "on"
        return [
            Off(place, float(along[i]), float(off[i]), str(sides[i]), *map(float, nearest[i]))
            for i, place in enumerate(places)
        ]

    def _slid(
        self, degrees: Coordinates, located: npt.NDArray[np.float64]
    ) -> tuple[npt.NDArray[np.float64], Coordinates, npt.NDArray[np.float64]]:
        """Slide what the plane found along the line to where the geodesic is shortest.

        Return metres of the plane along the line, the points of the line in degrees, and the
        geodesic metres from the places to them.
        """
        nearest = self._plane.to_degrees(self._at(located))
        bearings, _, off = GEOD.inv(*nearest.T, *degrees.T)
        squarely = np.cos(np.radians(bearings - self._headings(located)))
        moved = np.clip(located + off * squarely, 0.0, self._end)
        rows = np.flatnonzero(np.abs(moved - located) > _SLIDES_FROM_M)
        there = self._plane.to_degrees(self._at(moved[rows]))
        metres = GEOD.inv(*degrees[rows].T, *there.T)[2]
        closer = metres < off[rows]
        rows = rows[closer]
        distances = located.copy()
        distances[rows], nearest[rows], off[rows] = moved[rows], there[closer], metres[closer]
        distances[distances > self._end - _ROUNDING_M] = self._end
        return distances, nearest, off

    def _headings(self, distances: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return where the line leads, in degrees from north; at a bend, where it led before."""
        after = np.clip(np.searchsorted(self._vertex_metres, distances), 1, len(self._turns))
        begun = self._vertex_metres[after - 1]
        lengths = self._vertex_metres[after] - begun
        shares = np.divide(distances - begun, lengths, where=lengths > 0, out=np.zeros_like(begun))
        return np.asarray(self._azimuths[after - 1] + self._turns[after - 1] * shares)

    def _across(
        self, planar: Coordinates, distances: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float64]:
        """Return what is positive to the left of the line, looking in travel order."""
        behind = self._at(np.maximum(distances - 1.0, 0.0))
        ahead = self._at(np.minimum(distances + 1.0, self._end))
        forward, across = ahead - behind, planar - behind
        left = forward[:, 0] * across[:, 1] - forward[:, 1] * across[:, 0]
        return np.asarray(left, dtype=np.float64)

    def _at(self, distances: npt.NDArray[np.float64]) -> Coordinates:
        points = shapely.line_interpolate_point(self._line, distances)
        return np.asarray(shapely.get_coordinates(points), dtype=np.float64)


def _cut(area: BaseGeometry) -> BaseGeometry:
    """Cut an area at the antimeridian, as RFC 7946 asks."""
    west, _, east, _ = area.bounds
    if west >= -180 and east <= 180:
        return area
    globe = shapely.box(-180, -90, 180, 90)
    moved = [translate(area, by) for by in (-360, 0, 360)]
    return shapely.union_all(shapely.intersection(moved, globe))


def _right_handed(area: object) -> shapely.Polygon | shapely.MultiPolygon:
    if isinstance(area, shapely.MultiPolygon):
        return shapely.MultiPolygon([shapely.geometry.polygon.orient(a) for a in area.geoms])
    assert isinstance(area, shapely.Polygon)  # a buffer is nothing else
    return shapely.geometry.polygon.orient(area)


def densified(line: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Put geodesic points between vertices that are far apart, so that no segment is long."""
    points = [line[0]]
    for start, end in pairwise(line):
        metres = geodesic_metres(*start, *end)
        between = int(metres // _SAGITTA_M)
        if between:
            points += [(p[0], p[1]) for p in GEOD.npts(*start, *end, between)]
        points.append(end)
    return points


def _segment_lengths(line: shapely.LineString) -> npt.NDArray[np.float64]:
    steps = np.diff(shapely.get_coordinates(line), axis=0)
    return np.hypot(steps[:, 0], steps[:, 1])
