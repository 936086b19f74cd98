"""The places along a route as GeoJSON features and as rows of a flat table."""

from __future__ import annotations

from typing import Any

from gazetteer.formats import geojson, native
from gazetteer.formats.native import Labeller, Shape
from gazetteer.model import Along, Holding, Place, PlaceAlong

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


def along_geojson(route: Place, answer: Along, at: str, label: Labeller) -> Shape:
    """Write the line used and the places along it as one FeatureCollection in road order.

    Each place has the properties of the native answer beside those of a place.
    """
    features = [geojson.route(answer.version, route, label, None)]
    for found in answer.places:
        feature = geojson.place(found.place, label)
        measured = native.place_along(found, label)
        del measured["place"]
        feature["properties"] |= measured
        features.append(feature)
    return geojson.collection(
        features,
        at=at,
        within_m=answer.within_m,
        length_km=round(answer.length_km, 3),
    )


def table(answer: Along, label: Labeller) -> list[tuple[Any, ...]]:
    """Write one row a place, in road order; see ``COLUMNS``."""
    return [_row(found, label) for found in answer.places]


def holders(held: tuple[Holding, ...], predicate: str, label: Labeller) -> str:
    """Name those who administered or claimed a place, each once, in the order of the holdings."""
    named = dict.fromkeys(label(h.who).text for h in held if h.predicate == predicate)
    return "; ".join(named)


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
