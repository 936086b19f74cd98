"""What a tile of the map shows on a day: places by their weight, routes, areas and lines.

Which places there are depends on the zoom; what each is called does not, so a name is the same on
every tile. Places are left out by the editors' weight alone, a whole rank at a time: nobody's side
and nobody's id decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol

import numpy as np
import shapely

from gazetteer.model import (
    LINE,
    MAX_TILE_ZOOM,
    POINT,
    POLYGON,
    AreaVersion,
    Entity,
    Label,
    Place,
    PlaceStatus,
    RouteVersion,
    Tile,
    TileAddress,
    TileFeature,
    TileLayer,
)
from gazetteer.space.index import PlaceIndex
from gazetteer.space.mercator import (
    Parts,
    Shapes,
    buffered_box,
    cut_lines,
    cut_polygons,
    simplified,
    to_square,
    to_units,
)

PLACES, ROUTES, AREAS, LINES = "places", "routes", "areas", "lines"

LEAST_PROMINENT = {0: 60, 1: 60, 2: 60, 3: 50, 4: 50, 5: 40, 6: 30, 7: 20, 8: 10}
"""The least weight that is shown at a zoom; deeper than the last every place is."""

MOST_PLACES = 1_000
"""Places in a tile, unless there is no deeper zoom."""

_STATUSES_REMEMBERED, _DAYS_REMEMBERED = 16_384, 64

Labels = Callable[[Sequence[str]], Mapping[str, Label]]
"""Labels many entities at once."""


class Drawings(Protocol):
    """Where the drawings and what is said of places are read: the store."""

    @property
    def contested(self) -> frozenset[str]:
        """The places that both sides have held or claimed."""

    def entity(self, entity_id: str) -> Entity:
        """Return an entity."""

    def routes(self) -> tuple[Place, ...]:
        """Return every route."""

    def route_versions(self, route_id: str) -> tuple[RouteVersion, ...]:
        """Return the versions of a route, oldest first."""

    def areas(self) -> tuple[AreaVersion, ...]:
        """Return all extents."""

    def statuses_of(self, place_id: str) -> tuple[PlaceStatus, ...]:
        """Return the statuses of a place, oldest first."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One version of a route, area or line."""

    entity: Entity
    version: RouteVersion | AreaVersion
    shape: shapely.Geometry
    """On the square of the map."""

    @property
    def layer(self) -> str:
        if isinstance(self.version, RouteVersion):
            return ROUTES
        return AREAS if shapely.get_dimensions(self.shape) == 2 else LINES


class _AtZoom:
    """All drawings as they are at one zoom."""

    def __init__(self, drawn: Sequence[_Drawn], zoom: int) -> None:
        whole = np.array([one.shape for one in drawn], dtype=object)
        self._drawn = drawn
        self._shapes = simplified(whole, zoom) if len(whole) else whole
        self._tree = shapely.STRtree(self._shapes)

    def within(
        self, box: shapely.Polygon, holding: frozenset[int]
    ) -> Iterator[tuple[str, list[_Drawn], Shapes]]:
        """Yield for each layer those drawings that reach into the box, of the ones that hold."""
        near = np.sort(self._tree.query(box, predicate="intersects")).tolist()
        for layer in (AREAS, LINES, ROUTES):
            chosen = [p for p in near if p in holding and self._drawn[p].layer == layer]
            yield layer, [self._drawn[place] for place in chosen], self._shapes[chosen]


class Tiling:
    """Everything that can be drawn, ready to be cut into tiles; safe to share between threads."""

    def __init__(self, store: Drawings, index: PlaceIndex) -> None:
        self._index = index
        self._points = to_square(index.coordinates)
        self._weights = np.array([place.prominence for place in index.places], dtype=np.int64)
        self._contested = store.contested
        self._statuses_of = lru_cache(_STATUSES_REMEMBERED)(store.statuses_of)
        extents = [
            _Drawn(store.entity(version.entity), version, _extent(version))
            for version in store.areas()
        ]
        extents.sort(
            key=lambda one: -float(shapely.area(one.shape))
        )  # the smaller is drawn over the larger
        lines = [
            _Drawn(route, version, _line(version))
            for route in store.routes()
            for version in store.route_versions(route.id)
        ]
        self._drawn = (*extents, *lines)
        self._drawings = lru_cache(MAX_TILE_ZOOM + 1)(lambda zoom: _AtZoom(self._drawn, zoom))
        self._holding = lru_cache(_DAYS_REMEMBERED)(self._find_holding)

    def tile(self, address: TileAddress, day: date, labels: Labels) -> Tile:
        """Return what there is to draw in a tile on a day."""
        places = self._places(address, day)
        square = shapely.box(*_on_square(address))
        drawings = list(self._drawings(address.z).within(square, self._holding(day)))
        drawn = [one.entity.id for _, found, _ in drawings for one in found]
        names = labels([*dict.fromkeys([*(self._index.places[p].id for p in places), *drawn])])
        layers = {
            layer: _drawn_in(address, layer, found, shapes, names)
            for layer, found, shapes in drawings
        }
        points = TileLayer(PLACES, tuple(self._points_in(address, places, day, names)))
        return Tile(address, (layers[AREAS], layers[LINES], layers[ROUTES], points))

    # --- places ----------------------------------------------------------------------------------

    def _places(self, address: TileAddress, day: date) -> list[int]:
        """Return the positions of the places shown, the most prominent first."""
        positions = self._index.in_box(*buffered_box(address))
        weights = self._weights[positions]
        positions = positions[weights >= LEAST_PROMINENT.get(address.z, 0)]
        places = self._index.places
        standing = [place for place in positions.tolist() if places[place].span.contains(day)]
        standing.sort(key=lambda place: -places[place].prominence)
        return self._thinned(standing) if address.z < MAX_TILE_ZOOM else standing

    def _thinned(self, positions: list[int]) -> list[int]:
        """Leave out whole ranks, the least prominent first, until few enough are left.

        What is shown at a zoom is shown at every deeper one: a tile has more than its quarters.
        """
        if len(positions) <= MOST_PLACES:
            return positions
        last = self._weights[positions[MOST_PLACES]]
        return [place for place in positions if self._weights[place] > last]

    def _points_in(
        self, address: TileAddress, places: list[int], day: date, names: Mapping[str, Label]
    ) -> Iterator[TileFeature]:
        units = np.rint(to_units(self._points[places], address)).astype(np.int64).tolist()
        for position, unit in zip(places, units, strict=True):
            place = self._index.places[position]
            told = _named(place, names[place.id])
            told["prominence"] = place.prominence
            if status := self._status(place, day):
                told["status"] = status
            if place.id in self._contested:
                told["contested"] = True
            yield TileFeature(POINT, (unit,), told)

    def _status(self, place: Place, day: date) -> str:
        held = [one.status for one in self._statuses_of(place.id) if one.span.contains(day)]
        return held[-1] if held else ""

    # --- drawings --------------------------------------------------------------------------------

    def _find_holding(self, day: date) -> frozenset[int]:
        """Return the drawings that hold on a day.

        Where versions of a route share it by their coarse dates, the last one holds.
        """
        holding = [p for p, one in enumerate(self._drawn) if one.version.span.contains(day)]
        last = {self._drawn[place].entity.id: place for place in holding}
        return frozenset(
            place
            for place in holding
            if self._drawn[place].layer != ROUTES or last[self._drawn[place].entity.id] == place
        )


def _drawn_in(
    address: TileAddress,
    layer: str,
    found: list[_Drawn],
    shapes: Shapes,
    names: Mapping[str, Label],
) -> TileLayer:
    cut = cut_polygons if layer == AREAS else cut_lines
    pieces: Iterable[Parts] = cut(shapes, address) if found else ()
    features = tuple(
        TileFeature(
            POLYGON if layer == AREAS else LINE,
            parts,
            _named(one.entity, names[one.entity.id])
            | {
                "version": one.version.version,
                "tolerance_m": one.version.tolerance_m,
                "source": one.version.source,
            },
        )
        for one, parts in zip(found, pieces, strict=True)
        if parts
    )
    return TileLayer(layer, features)


def _named(entity: Entity, label: Label) -> dict[str, str | int | bool]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "type": entity.type,
        "name": label.text,
        "name_lang": label.lang,
    }


def _on_square(address: TileAddress) -> tuple[float, float, float, float]:
    west, south, east, north = buffered_box(address)
    corners = to_square(np.array([[west, north], [east, south]]))
    return (*corners[0].tolist(), *corners[1].tolist())


def _line(version: RouteVersion) -> shapely.Geometry:
    return shapely.LineString(to_square(np.asarray(version.line, dtype=np.float64)))


def _extent(version: AreaVersion) -> shapely.Geometry:
    return shapely.transform(shapely.from_geojson(version.geometry), to_square)
