"""Extents: drawn areas and lines, indexed: which hold a point, and how far their edges are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.model import AreaVersion
from gazetteer.space.edges import Edge, Foot
from gazetteer.space.index import reach
from gazetteer.space.plane import Coordinates

_EDGES_REMEMBERED = 2_048


class Extents:
    """All drawn extents, indexed once; query-only and safe to share."""

    def __init__(self, versions: Iterable[AreaVersion]) -> None:
        self.versions = tuple(versions)
        drawn = shapely.from_geojson([version.geometry for version in self.versions])
        self._shapes: list[BaseGeometry] = list(drawn)
        shapely.prepare(self._shapes)
        self._is_area = [found.geom_type.endswith("Polygon") for found in self._shapes]
        self._tree = shapely.STRtree(self._shapes)
        self._edge = lru_cache(_EDGES_REMEMBERED)(lambda number: Edge.of(self._shapes[number]))
        self._number = {(v.entity, v.version): n for n, v in enumerate(self.versions)}

    def containing(self, lon: float, lat: float) -> Iterator[AreaVersion]:
        """Give the areas whose inside or edge the point lies in, in the order of the versions."""
        for number in sorted(self._tree.query(shapely.Point(lon, lat), "intersects").tolist()):
            if self._is_area[number]:
                yield self.versions[number]

    def beside(self, lon: float, lat: float, accuracy_m: float) -> Iterator[AreaVersion]:
        """Give the areas that the point is outside of, but by less than can be known.

        That is the tolerance of the drawing and ``accuracy_m`` of the point together.
        """
        widest = max((version.tolerance_m for version in self.versions), default=0) + accuracy_m
        upward, sideways = reach(lat, lat, widest)
        box = shapely.box(lon - sideways, lat - upward, lon + sideways, lat + upward)
        point = shapely.Point(lon, lat)
        for number in sorted(self._tree.query(box, "intersects").tolist()):
            version = self.versions[number]
            if not self._is_area[number] or self._shapes[number].intersects(point):
                continue
            foot = self._edge(number).nearest(lon, lat)
            if foot.metres <= version.tolerance_m + accuracy_m:
                yield version

    def lines(self) -> Iterator[AreaVersion]:
        """Give the extents that are lines: borders and lines of contact."""
        for number, version in enumerate(self.versions):
            if not self._is_area[number]:
                yield version

    def is_area(self, version: AreaVersion) -> bool:
        """Tell an area, which has an inside, from a line."""
        return self._is_area[self._number[version.entity, version.version]]

    def shape(self, version: AreaVersion) -> BaseGeometry:
        """Return the shape of a version in degrees."""
        return self._shapes[self._number[version.entity, version.version]]

    def to_edge(self, version: AreaVersion, lon: float, lat: float) -> Foot:
        """Return the point of a version's edge, or of its line, that is nearest to a point."""
        return self._edge(self._number[version.entity, version.version]).nearest(lon, lat)

    def metres_to_edge(self, version: AreaVersion, degrees: Coordinates) -> npt.NDArray[np.float64]:
        """Return how far points of shape (n, 2) are from a version's edge, in geodesic metres."""
        return self._edge(self._number[version.entity, version.version]).metres_to(degrees)

    def contains(self, version: AreaVersion, degrees: Coordinates) -> npt.NDArray[np.bool_]:
        """Tell for points of shape (n, 2) which lie in or on a version."""
        found = shapely.intersects(self.shape(version), shapely.points(degrees))
        return np.asarray(found, dtype=bool)
