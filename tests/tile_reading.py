"""Tiles read by somebody else's decoder, which judges ours."""

from __future__ import annotations

import math
from typing import Any

import mapbox_vector_tile

from gazetteer.model import TileAddress

Decoded = dict[str, Any]


def decoded(written: bytes) -> Decoded:
    """Read a tile; y runs downwards as it does in the tile."""
    layers: Decoded = mapbox_vector_tile.decode(written, default_options={"y_coord_down": True})
    return layers


def features(written: bytes, layer: str) -> dict[str, Decoded]:
    """Return the features of a layer by their ids."""
    found = decoded(written).get(layer, {"features": []})["features"]
    return {one["properties"]["id"]: one for one in found}


def tile_of(lon: float, lat: float, zoom: int) -> TileAddress:
    """Return the tile in which a point lies, by the formula of the slippy map."""
    side = 1 << zoom
    upward = math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
    x = int((lon + 180) / 360 * side)
    y = int((1 - upward / math.pi) / 2 * side)
    return TileAddress(zoom, min(x, side - 1), min(max(y, 0), side - 1))
