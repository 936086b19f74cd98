"""The places along a route as GeoJSON features and as rows of a flat table."""

from __future__ import annotations

from typing import Any

from gazetteer.formats import geojson, native
from gazetteer.formats.native import Labeller, Shape
from gazetteer.model import Along, Holding, Place, PlaceAlong, RouteVersion

COLUMNS = (
    "km_along",
    "metres_off",
    "side",
    "id",
    "label",
    "kind",
    "type",
    "lon",
    "lat",
    "nearest_lon",
    "nearest_lat",
    "administers",
    "claims",
)
"""The columns of ``table``, in order."""


def along_geojson(route: Place | None, answer: Along, at: str, label: Labeller) -> Shape:
    """Write the line used and the places along it as one FeatureCollection in road order.

    The line of a caller's own is no ``route``.

    Each place has the properties of the native answer beside those of a place.
    """
    features = [_line_feature(route, answer, label)]
    features += [_place_feature(found, label) for found in answer.places]
    return geojson.collection(
        features,
        at=at,
        within_m=answer.within_m,
        length_km=round(answer.length_km, 3),
    )


def corridor_geojson(
    ground: Shape, version: RouteVersion, route: Place, within_m: float, label: Labeller
) -> Shape:
    """Write the ground within some metres of a route as a feature; ``ground`` is its geometry."""
    feature = geojson.route(version, route, label, None)
    feature["properties"] |= {"within_m": within_m}
    return feature | {"id": f"{feature['id']}@{within_m:g}", "geometry": ground}


def own_line_geojson(answer: Along, ground: Shape, at: str, label: Labeller) -> Shape:
    """Write a line of the caller's own: the line, its corridor, the places along it in order."""
    properties = {"within_m": answer.within_m, "length_km": round(answer.length_km, 3)}
    corridor = {"type": "Feature", "id": "corridor", "geometry": ground, "properties": properties}
    shape = along_geojson(None, answer, at, label)
    return shape | {"features": [corridor, *shape["features"]]}


def table(answer: Along, label: Labeller) -> list[tuple[Any, ...]]:
    """Write one row a place, in road order; see ``COLUMNS``."""
    return [_row(found, label) for found in answer.places]


def holders(held: tuple[Holding, ...], predicate: str, label: Labeller) -> str:
    """Name those who administered or claimed a place, each once, in the order of the holdings."""
    named = dict.fromkeys(label(h.who).text for h in held if h.predicate == predicate)
    return "; ".join(named)


def _line_feature(route: Place | None, answer: Along, label: Labeller) -> Shape:
    if route is not None:
        return geojson.route(answer.version, route, label, None)
    line = geojson.line(answer.version)
    return {"type": "Feature", "id": "line", "geometry": line, "properties": {}}


def _place_feature(found: PlaceAlong, label: Labeller) -> Shape:
    feature = geojson.place(found.place, label)
    measured = native.place_along(found, label)
    del measured["place"]
    feature["properties"] |= measured
    return feature


def _row(found: PlaceAlong, label: Labeller) -> tuple[Any, ...]:
    place = found.place
    return (
        round(found.km_along, 3),
        round(found.metres_off, 1),
        found.side,
        place.id,
        label(place.id).text,
        place.kind,
        place.type,
        place.lon,
        place.lat,
        round(found.nearest_lon, 6),
        round(found.nearest_lat, 6),
        holders(found.holdings, "administers", label),
        holders(found.holdings, "claims", label),
    )
