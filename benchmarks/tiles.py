"""How fast vector tiles are made: panning over the region, and the bytes beside a peer, in one run.

    python -m benchmarks.tiles [--rounds 5]

The walk is forty tiles of zooms 7 to 11 along a path from Yerevan to Baku and back. Cold: nothing
has been labelled yet; warm: the labels are remembered, the tile is not; kept: the service has the
bytes. The peer is mapbox-vector-tile, which is given the same features, quantized and clipped, as
Shapely geometries. CPU time, so that other work counts little. See README.md for what was measured.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections.abc import Callable
from typing import Any

import mapbox_vector_tile
import numpy as np
import shapely

from gazetteer.core import Gazetteer
from gazetteer.formats import mvt
from gazetteer.model import (
    LINE,
    POINT,
    LabelPolicy,
    Tile,
    TileAddress,
    TileFeature,
    TileLayer,
)
from gazetteer.space.mercator import to_square, to_units
from gazetteer.web import create_app

_POLICY = LabelPolicy("en")
_STOPS = ((44.51, 40.18), (45.34, 39.77), (46.35, 39.51), (46.75, 39.82), (46.93, 39.99),
          (48.0, 40.2), (49.87, 40.4), (47.15, 39.6))  # fmt: skip
_ZOOMS = (7, 8, 9, 10, 11)


def walk() -> list[TileAddress]:
    return [address_of(lon, lat, zoom) for zoom in _ZOOMS for lon, lat in _STOPS]


def address_of(lon: float, lat: float, zoom: int) -> TileAddress:
    side = 1 << zoom
    upward = math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
    return TileAddress(zoom, int((lon + 180) / 360 * side), int((1 - upward / math.pi) / 2 * side))


def milliseconds(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def every_place(gazetteer: Gazetteer, address: TileAddress) -> Tile:
    """All settlements of the region in one tile, which the thinning would never show."""
    places = [
        place
        for place in gazetteer.store.places()
        if place.kind == "settlement" and place.lon is not None and 43 < place.lon < 51
    ]
    labels = gazetteer.labels([place.id for place in places], _POLICY)
    points = np.array([(place.lon, place.lat) for place in places], dtype=np.float64)
    units = np.rint(to_units(to_square(points), address)).astype(int).tolist()
    features = tuple(
        TileFeature(
            POINT,
            (unit,),
            {
                "id": place.id,
                "kind": place.kind,
                "type": place.type,
                "name": labels[place.id].text,
                "prominence": place.prominence,
            },
        )
        for place, unit in zip(places, units, strict=True)
    )
    return Tile(address, (TileLayer("places", features),))


def for_the_peer(tile: Tile) -> list[dict[str, Any]]:
    return [
        {
            "name": layer.name,
            "features": [
                {"geometry": _shape(one), "properties": dict(one.properties)}
                for one in layer.features
            ],
        }
        for layer in tile.layers
        if layer.features
    ]


def _shape(feature: TileFeature) -> shapely.Geometry:
    parts = [list(zip(part[0::2], part[1::2], strict=True)) for part in feature.parts]
    if feature.shape == POINT:
        return shapely.Point(parts[0][0])
    if feature.shape == LINE:
        return shapely.MultiLineString(parts)
    polygons: list[shapely.Polygon] = []
    for part in parts:
        if shapely.is_ccw(shapely.LinearRing(part)):  # as y runs downwards, an outer one
            polygons.append(shapely.Polygon(part))
        else:
            polygons[-1] = shapely.Polygon(
                polygons[-1].exterior, [*polygons[-1].interiors, shapely.LinearRing(part)]
            )
    return shapely.MultiPolygon(polygons)


def peer(layers: list[dict[str, Any]]) -> bytes:
    written: bytes = mapbox_vector_tile.encode(layers, default_options={"y_coord_down": True})
    return written


def side_by_side(name: str, tiles: list[Tile], rounds: int) -> None:
    """Write the same features with both, in turn, and print the time a tile."""
    given = [for_the_peer(tile) for tile in tiles]
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(milliseconds(lambda: [mvt.tile(tile) for tile in tiles]) / len(tiles))
        theirs.append(milliseconds(lambda: [peer(layers) for layers in given]) / len(tiles))
    features = sum(len(layer.features) for tile in tiles for layer in tile.layers)
    kilobytes = sum(len(mvt.tile(tile)) for tile in tiles) / len(tiles) / 1000
    theirs_kb = sum(len(peer(layers)) for layers in given) / len(tiles) / 1000
    mine, other = statistics.median(ours), statistics.median(theirs)
    sizes = f"{features / len(tiles):.0f} features, {kilobytes:.1f} KB (theirs {theirs_kb:.1f})"
    speeds = f"ours {mine:.2f} ms, mapbox-vector-tile {other:.1f} ms"
    print(f"{name}, {sizes}: {speeds} → {other / mine:.1f} × as fast")


def panned(rounds: int) -> list[Tile]:
    """Pan with a gazetteer that was just opened, then again, and print the times."""
    gazetteer = Gazetteer.open()
    gazetteer.tile(TileAddress(0, 0, 0), _POLICY)  # the index and the drawings
    tiles: list[Tile] = []
    cold = [
        milliseconds(lambda a=address: tiles.append(_made(gazetteer, a)[0]))  # type: ignore[misc]
        for address in walk()
    ]
    warm = [milliseconds(lambda a=a: _made(gazetteer, a)) for a in walk() for _ in range(rounds)]  # type: ignore[misc]
    client = create_app(gazetteer).test_client()
    addresses = [f"/tiles/{address}.mvt?lang=en" for address in walk()]
    for address in addresses:
        client.get(address)
    kept = [milliseconds(lambda a=a: client.get(a)) for a in addresses for _ in range(rounds)]  # type: ignore[misc]
    for name, taken in (("cold", cold), ("warm", warm), ("kept, over HTTP", kept)):
        slow = sorted(taken)[int(len(taken) * 0.95)]
        print(
            f"{name}: mean {statistics.mean(taken):.1f} ms a tile, median "
            f"{statistics.median(taken):.1f}, 95 % below {slow:.1f}"
        )
    return tiles


def _made(gazetteer: Gazetteer, address: TileAddress) -> tuple[Tile, bytes]:
    tile = gazetteer.tile(address, _POLICY)
    return tile, mvt.tile(tile)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    tiles = panned(asked.rounds)
    side_by_side("forty tiles of the walk", tiles, asked.rounds)
    whole = every_place(Gazetteer.open(), TileAddress(4, 10, 6))
    side_by_side("one tile with every settlement", [whole], asked.rounds)


if __name__ == "__main__":
    main()
