"""Entities that may be one: settlements near each other that share a name."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.dataset.audit.ground import Ground
from gazetteer.dataset.audit.section import Section, table
from gazetteer.dataset.lookup_keys import fold_keys
from gazetteer.dataset.tables import Row
from gazetteer.lookup.skeleton import skeletons
from gazetteer.space.plane import geodesic_metres

WITHIN_M = 1_500.0
_DEGREES = 0.02
"""A little more than ``WITHIN_M`` of longitude at these latitudes."""


def sections(ground: Ground) -> Sequence[Section]:
    """List pairs of settlements within 1,500 m that share a name or how it sounds."""
    from shapely import Point, STRtree

    places = [
        row
        for row in ground.package.rows("places")
        if row["kind"] == "settlement" and row["lon"] and row["lat"]
    ]
    points = [(float(row["lon"]), float(row["lat"])) for row in places]
    tree = STRtree([Point(*point) for point in points])
    rows: list[Sequence[object]] = []
    for place, point in enumerate(points):
        near = tree.query(Point(*point).buffer(_DEGREES))
        for other in sorted(int(hit) for hit in near if hit > place):
            metres = geodesic_metres(*point, *points[other])
            if metres > WITHIN_M:
                continue
            shared = _shared(ground, places[place], places[other])
            if shared:
                ids = (places[place]["id"], places[other]["id"])
                labels = tuple(ground.label(entity).text for entity in ids)
                rows.append((*ids, *labels, round(metres), shared))
    columns = ("id", "other", "label", "label of the other", "metres", "shared")
    note = "Upper and Lower villages often share a name; an editor decides."
    title = "Settlements that may be one"
    return [table("duplicates", title, columns, rows, note)]


def _shared(ground: Ground, one: Row, other: Row) -> str:
    """Return a name that both have, else a skeleton that both have, else ``""``."""
    for kind in (_keys, _skeletons):
        both = kind(ground, one["id"]) & kind(ground, other["id"])
        if both:
            return max(both, key=lambda key: (len(key), key))
    return ""


def _keys(ground: Ground, entity: str) -> set[str]:
    return {key for row in ground.names.get(entity, ()) for key in fold_keys(row["text"])}


def _skeletons(ground: Ground, entity: str) -> set[str]:
    return {
        skeleton
        for row in ground.names.get(entity, ())
        for skeleton in skeletons(row["text"], row["lang"])
        if len(skeleton) > 3
    }
