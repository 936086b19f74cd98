"""Tiles of the map: which square is asked for, and what it shows, before any wire format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MAX_TILE_ZOOM = 14
"""The deepest zoom; its unit is half a metre, finer than anything in the data is known."""

TILE_EXTENT = 4096
"""Units along the side of a tile."""

POINT, LINE, POLYGON = "point", "line", "polygon"


@dataclass(frozen=True, slots=True)
class TileAddress:
    """A square of the web Mercator grid: zoom, column from the west, row from the north.

    >>> TileAddress(1, 1, 1).exists, TileAddress(1, 2, 0).exists
    (True, False)
    """

    z: int
    x: int
    y: int

    @property
    def exists(self) -> bool:
        """Whether the grid has such a square, at a zoom that is served."""
        side = 1 << max(self.z, 0)
        return 0 <= self.z <= MAX_TILE_ZOOM and 0 <= self.x < side and 0 <= self.y < side

    def __str__(self) -> str:
        return f"{self.z}/{self.x}/{self.y}"


@dataclass(frozen=True, slots=True)
class TileFeature:
    """Something drawn in a tile: ``shape`` is ``point``, ``line`` or ``polygon``.

    ``parts`` are points, lines or rings, each a flat sequence x, y, x, y… in units from the upper
    left corner, y downwards. A ring is not closed; outer ones run clockwise as seen on the map,
    the holes of each follow it and run the other way.
    """

    shape: str
    parts: Sequence[Sequence[int]]
    properties: Mapping[str, str | int | bool]


@dataclass(frozen=True, slots=True)
class TileLayer:
    """Features of one sort."""

    name: str
    features: tuple[TileFeature, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """What one square shows; a layer may have nothing in it."""

    address: TileAddress
    layers: tuple[TileLayer, ...] = ()
