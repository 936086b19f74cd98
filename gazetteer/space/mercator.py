"""The web Mercator grid: degrees to the plane of the map, and shapes cut to the units of a tile.

The plane is a square of side 1, x from the west and y from the north, as the grid counts. Nothing
is measured on it; it only draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import atan, degrees, pi, sinh
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from gazetteer.model import TILE_EXTENT, TileAddress
from gazetteer.space.plane import Coordinates

BUFFER = 64
"""Units beyond each edge that a tile also shows: eight pixels, so that no line is cut in view."""

_TOLERANCE = 4.0
"""Units that a simplified line may be off: half a pixel."""

_STEEPEST = 85.0511287798
"""The latitude at which the square ends."""

Shapes = npt.NDArray[Any]
"""An array of Shapely geometries."""

Parts = list[list[int]]
"""See ``model.TileFeature.parts``."""


def to_square(lonlat: Coordinates) -> Coordinates:
    """Project points of shape (n, 2) from degrees onto the square."""
    sines = np.sin(np.radians(np.clip(lonlat[:, 1], -_STEEPEST, _STEEPEST)))
    x = lonlat[:, 0] / 360 + 0.5
    y = 0.5 - np.log((1 + sines) / (1 - sines)) / (4 * np.pi)
    return np.column_stack([x, y])


def buffered_box(address: TileAddress) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a tile with its buffer, in degrees.

    >>> [round(edge, 1) for edge in buffered_box(TileAddress(0, 0, 0))]
    [-185.6, -85.5, 185.6, 85.5]
    """
    side, margin = 1 << address.z, BUFFER / TILE_EXTENT
    west, east = (360 * x / side - 180 for x in (address.x - margin, address.x + 1 + margin))
    north, south = (
        degrees(atan(sinh(pi * (1 - 2 * y / side))))
        for y in (address.y - margin, address.y + 1 + margin)
    )
    return west, south, east, north


def to_units(points: Coordinates, address: TileAddress) -> Coordinates:
    """Place points of the square in a tile, in units that are not rounded yet."""
    corner = np.array([address.x, address.y], dtype=np.float64)
    return (points * (1 << address.z) - corner) * TILE_EXTENT


def simplified(shapes: Shapes, zoom: int) -> Shapes:
    """Leave out what cannot be seen at a zoom; polygons stay valid and none is lost."""
    return np.asarray(shapely.simplify(shapes, _TOLERANCE / TILE_EXTENT / (1 << zoom)))


def cut_lines(shapes: Shapes, address: TileAddress) -> Iterator[Parts]:
    """Cut lines to a tile with its buffer, in their direction; empty where nothing is left."""
    edge = TILE_EXTENT + BUFFER
    moved = shapely.transform(shapes, lambda points: to_units(points, address))
    for cut in shapely.clip_by_rect(moved, -BUFFER, -BUFFER, edge, edge):
        lines = (_rounded(part) for part in shapely.get_parts(cut))
        yield [line.ravel().tolist() for line in lines if len(line) > 1]


def cut_polygons(shapes: Shapes, address: TileAddress) -> Iterator[Parts]:
    """Cut polygons to a tile with its buffer; what is left is valid on whole units."""
    edge = TILE_EXTENT + BUFFER
    moved = shapely.transform(shapes, lambda points: to_units(points, address))
    cut = shapely.intersection(moved, shapely.box(-BUFFER, -BUFFER, edge, edge))
    for shape in shapely.set_precision(cut, 1.0):
        polygons = [one for one in shapely.get_parts(shape) if one.geom_type == "Polygon"]
        yield [ring for polygon in polygons for ring in _rings(polygon)]


def _rounded(line: shapely.LineString) -> npt.NDArray[np.int64]:
    """Round a line to whole units, without the steps that become none."""
    points = np.rint(shapely.get_coordinates(line)).astype(np.int64)
    moves = np.any(points[1:] != points[:-1], axis=1)
    kept: npt.NDArray[np.int64] = points[np.concatenate([[True], moves])]
    return kept


def _rings(polygon: shapely.Polygon) -> Iterator[list[int]]:
    """Yield the rings, not closed; y runs downwards, so what turns left here is clockwise there."""
    for place, ring in enumerate(shapely.get_rings(polygon)):
        points = np.rint(shapely.get_coordinates(ring)[:-1]).astype(np.int64)
        if bool(shapely.is_ccw(ring)) != (place == 0):
            points = points[::-1]
        yield points.ravel().tolist()
