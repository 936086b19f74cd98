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

_A_M = GEOD.a
_E2 = GEOD.es


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
        starts, ends = [], []
        for line in lines:
            points = _with_steps(np.asarray(line, dtype=np.float64))
            starts.append(points[:-1])
            ends.append(points[1:])
        self._starts = np.concatenate(starts)
        self._steps = np.concatenate(ends) - self._starts
        self._from = earth_centred(self._starts)
        self._chords = earth_centred(np.concatenate(ends)) - self._from
        squares = np.einsum("ij,ij->i", self._chords, self._chords)
        self._squares = np.where(squares > 0, squares, 1.0)

    @classmethod
    def of(cls, shape: BaseGeometry) -> Edge:
        """Return the edge of an area, or a line itself."""
        lines = shape.boundary if shape.geom_type.endswith("Polygon") else shape
        parts = lines.geoms if hasattr(lines, "geoms") else [lines]
        return cls(shapely.get_coordinates(part) for part in parts)

    def nearest(self, lon: float, lat: float) -> Foot:
        """Return the nearest point of the edge."""
        point = earth_centred(np.array([[lon, lat]]))[0]
        out = point - self._from
        share = np.clip(np.einsum("ij,ij->i", out, self._chords) / self._squares, 0.0, 1.0)
        off = out - self._chords * share[:, None]
        best = int(np.argmin(np.einsum("ij,ij->i", off, off)))
        foot_lon, foot_lat = self._starts[best] + self._steps[best] * share[best]
        bearing, _, metres = GEOD.inv(lon, lat, foot_lon, foot_lat)
        return Foot(float(foot_lon), float(foot_lat), float(metres), float(bearing) % 360.0)


def earth_centred(degrees: Coordinates) -> npt.NDArray[np.float64]:
    """Return points of shape (n, 2) in degrees as (n, 3) metres from the middle of the Earth.

    >>> earth_centred(np.array([[0.0, 0.0]])).round().tolist()
    [[6378137.0, 0.0, 0.0]]
    """
    lon, lat = np.radians(degrees[:, 0]), np.radians(degrees[:, 1])
    across = _A_M / np.sqrt(1.0 - _E2 * np.sin(lat) ** 2)
    return np.column_stack(
        [
            across * np.cos(lat) * np.cos(lon),
            across * np.cos(lat) * np.sin(lon),
            across * (1.0 - _E2) * np.sin(lat),
        ]
    )


def _with_steps(points: Coordinates) -> Coordinates:
    """Put points between vertices that are far apart, straight in degrees."""
    lengths = np.linalg.norm(np.diff(earth_centred(points), axis=0), axis=1)
    pieces = np.maximum(np.ceil(lengths / _STEP_M).astype(np.int64), 1)
    if int(pieces.max(initial=1)) == 1:
        return points
    filled = [
        points[i] + (points[i + 1] - points[i]) * (np.arange(count) / count)[:, None]
        for i, count in enumerate(pieces.tolist())
    ]
    return np.concatenate([*filled, points[-1:]])
