"""What one entity looks like on a map."""

from __future__ import annotations

import json

from gazetteer.core import Gazetteer
from gazetteer.formats import geojson
from gazetteer.model import Entity, Period


def geometry_of(core: Gazetteer, entity: Entity, at: Period | None = None) -> geojson.Geometry:
    """Return an entity's point, else its extent or line on the day (today), else None."""
    point = geojson.point(entity)
    if point is not None:
        return point
    when = at or Period.today()
    for version in core.store.areas(entity.id):
        if version.span.touches(when):
            extent: geojson.Geometry = json.loads(version.geometry)
            return extent
    if entity.kind == "route":
        for line in core.store.route_versions(entity.id):
            if line.span.touches(when):
                return geojson.line(line)
    return None
