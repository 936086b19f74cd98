"""GeoJSON (RFC 7946): places as points, routes as lines, extents as they were drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable

from gazetteer.formats.entity import Dossier, dossier
from gazetteer.formats.native import Labeller, Shape, label_parts
from gazetteer.model import AreaVersion, Entity, Label, Place, RouteVersion, Source

Geometry = Shape | None


def collection(features: Iterable[Shape], **members: object) -> Shape:
    """Write a FeatureCollection; ``members`` are added to it as foreign members."""
    return {"type": "FeatureCollection", "features": list(features), **members}


def place(found: Place, label: Labeller) -> Shape:
    """Write a place as a point with its label and whose names that is made of.

    >>> from gazetteer.model import Label
    >>> shusha = Place("p-0002", "settlement", "town", lon=46.75, lat=39.76)
    >>> place(shusha, lambda _: Label("Shusha / Shushi", "en", ()))["geometry"]["coordinates"]
    [46.75, 39.76]
    """
    properties = {
        **_named(found, label(found.id)),
        "prominence": found.prominence,
        "accuracy_m": found.accuracy_m,
        "status": found.status,
        "since": found.span.since,
        "until": found.span.until,
        "source": found.coordinate_source,
    }
    return _feature(found.id, point(found), properties)


def entity(gathered: Dossier, geometry: Geometry, label: Labeller) -> Shape:
    """Write an entity with everything that is said of it as the properties of one feature."""
    properties = dossier(gathered, label)
    return _feature(gathered.entity.id, geometry, properties)


def route(version: RouteVersion, named: Entity, label: Labeller, cited: Source | None) -> Shape:
    """Write one version of a route as a line in travel order."""
    properties = {
        **_named(named, label(named.id)),
        "version": version.version,
        "since": version.span.since,
        "until": version.span.until,
        "width_m": version.width_m,
        "tolerance_m": version.tolerance_m,
        "method": version.method,
        **_cited(version.source, cited),
    }
    return _feature(f"{version.route}@{version.version}", line(version), properties)


def area(version: AreaVersion, named: Entity, label: Labeller, cited: Source | None) -> Shape:
    """Write one version of an extent: whose drawing it is, of which dates, and how exact."""
    properties = {
        **_named(named, label(named.id)),
        "version": version.version,
        "perspective": version.perspective,
        "since": version.span.since,
        "until": version.span.until,
        "tolerance_m": version.tolerance_m,
        "method": version.method,
        **_cited(version.source, cited),
    }
    geometry = json.loads(version.geometry)
    return _feature(f"{version.entity}@{version.version}", geometry, properties)


def point(found: Entity) -> Geometry:
    """Return the representative point of a place, None when it has none."""
    if not isinstance(found, Place) or found.lon is None or found.lat is None:
        return None
    return {"type": "Point", "coordinates": [found.lon, found.lat]}


def line(version: RouteVersion) -> Shape:
    """Return the line of a route version."""
    return {"type": "LineString", "coordinates": [list(position) for position in version.line]}


def _feature(feature_id: str, geometry: Geometry, properties: Shape) -> Shape:
    return {
        "type": "Feature",
        "id": feature_id,
        "geometry": geometry,
        "properties": {key: value for key, value in properties.items() if value not in ("", None)},
    }


def _named(entity: Entity, label: Label) -> Shape:
    return {
        "entity": entity.id,
        "kind": entity.kind,
        "type": entity.type,
        "label": label.text,
        "label_parts": label_parts(label),
    }


def _cited(source_id: str, cited: Source | None) -> Shape:
    if cited is None:
        return {"source": source_id}
    return {
        "source": source_id,
        "source_title": cited.title,
        "attribution": cited.attribution or cited.publisher,
    }
