"""JSON Schemas of the GeoJSON bodies and of the small answers about the service itself."""

from __future__ import annotations

from gazetteer.web.openapi.schemas import (
    DOSSIER,
    EDTF,
    ENTITY_ID,
    METRES,
    OFFSET,
    TEXT,
    Schema,
    several,
    shape,
)
from gazetteer.web.openapi.space_schemas import TIME
from gazetteer.web.problems import BAD_REQUEST

_POSITION: Schema = {
    "type": "array",
    "items": {"type": "number", "minimum": -180, "maximum": 180},
    "minItems": 2,
    "maxItems": 3,
}
_COORDINATES = {
    "Point": _POSITION,
    "LineString": several(_POSITION),
    "MultiLineString": several(several(_POSITION)),
    "Polygon": several(several(_POSITION)),
    "MultiPolygon": several(several(several(_POSITION))),
}


def _geometry(*kinds: str) -> Schema:
    choices = [
        {
            "type": "object",
            "properties": {"type": {"const": kind}, "coordinates": _COORDINATES[kind]},
            "required": ["type", "coordinates"],
        }
        for kind in kinds
    ]
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _feature(geometry: Schema, properties: Schema) -> Schema:
    return shape(
        {
            "type": {"const": "Feature"},
            "id": TEXT,
            "geometry": geometry,
            "properties": properties,
        }
    )


def _collection(feature: Schema, **members: Schema) -> Schema:
    return shape({"type": {"const": "FeatureCollection"}, "features": several(feature), **members})


_NAMED = {
    "entity": ENTITY_ID,
    "kind": TEXT,
    "label": TEXT,
    "label_parts": several(shape({"perspective": TEXT, "text": TEXT}, {"scheme": TEXT})),
}
_DRAWN = {**_NAMED, "version": TEXT, "tolerance_m": METRES}
_DRAWN_ALSO = {
    "type": TEXT,
    "since": EDTF,
    "until": EDTF,
    "method": TEXT,
    "source": TEXT,
    "source_title": TEXT,
    "attribution": TEXT,
}

PLACES = _collection(
    _feature(
        _geometry("Point"),
        shape(
            {**_NAMED, "prominence": {"type": "integer", "minimum": 0, "maximum": 100}},
            {
                "type": TEXT,
                "accuracy_m": METRES,
                "status": TEXT,
                "source": TEXT,
                "since": EDTF,
                "until": EDTF,
            },
        ),
    ),
    numberMatched={**OFFSET, "description": "Places that there are to such a question."},
    numberReturned={**OFFSET, "description": "Places in this answer."},
)
AREAS = _collection(
    _feature(
        _geometry("Polygon", "MultiPolygon", "LineString", "MultiLineString"),
        shape(_DRAWN, {**_DRAWN_ALSO, "perspective": TEXT}),
    )
)
ROUTE_LINES = _collection(
    _feature(_geometry("LineString"), shape(_DRAWN, {**_DRAWN_ALSO, "width_m": METRES}))
)
_ANY_FEATURE = _feature(
    _geometry(*_COORDINATES), {"type": "object", "description": "As of lines and places."}
)
_MEASURED_TOO = {"at": TIME, "within_m": METRES, "length_km": METRES}
ALONG = _collection(_ANY_FEATURE, **_MEASURED_TOO)
CORRIDOR = _collection(
    _feature(
        _geometry("Polygon", "MultiPolygon"),
        shape({**_DRAWN, "within_m": METRES}, {**_DRAWN_ALSO, "width_m": METRES}),
    )
)
GIVEN: Schema = {
    "type": "object",
    "description": (
        "GeoJSON: a LineString, MultiLineString, Polygon or MultiPolygon, a Feature of one or a "
        "FeatureCollection of one; or an object with an encoded `polyline`."
    ),
    "properties": {
        "type": TEXT,
        "polyline": TEXT,
        "precision": {"enum": [5, 6], "default": 5},
    },
    "example": {"type": "LineString", "coordinates": [[46.48, 39.56], [46.75, 39.82]]},
}
ENTITY_FEATURE = _feature({"anyOf": [_geometry(*_COORDINATES), {"type": "null"}]}, DOSSIER)

_NUMBERS: Schema = several({"type": "number"})
_ZOOM: Schema = {"type": "integer", "minimum": 0}
TILEJSON = shape(
    {
        "tilejson": {"const": "3.0.0"},
        "name": TEXT,
        "description": TEXT,
        "version": TEXT,
        "attribution": TEXT,
        "scheme": {"const": "xyz"},
        "tiles": several(TEXT),
        "minzoom": _ZOOM,
        "maxzoom": _ZOOM,
        "bounds": _NUMBERS,
        "center": _NUMBERS,
        "vector_layers": several(
            shape(
                {
                    "id": TEXT,
                    "description": TEXT,
                    "minzoom": _ZOOM,
                    "maxzoom": _ZOOM,
                    "fields": {"type": "object", "additionalProperties": TEXT},
                }
            )
        ),
    }
)
STYLE: Schema = {
    "type": "object",
    "description": "A style of version 8 of the MapLibre Style Specification.",
    "properties": {"version": {"const": 8}},
    "required": ["version", "sources", "layers"],
}

LANDING = shape(
    {
        "title": TEXT,
        "dataset_version": TEXT,
        "digest": TEXT,
        "licence": TEXT,
        "attributions": several(TEXT),
        "links": several(shape({"rel": TEXT, "href": TEXT, "type": TEXT})),
    }
)
LIVE = shape({"status": {"const": "ok"}})
READY = shape({"status": {"const": "ok"}, "dataset_version": TEXT, "digest": TEXT})
PROBLEM = shape(
    {
        "type": {"type": "string", "format": "uri-reference"},
        "title": TEXT,
        "status": {"type": "integer", "minimum": BAD_REQUEST, "maximum": 599},
        "detail": TEXT,
        "instance": {"type": "string", "format": "uri-reference"},
    },
    {
        "errors": several(
            {
                "type": "object",
                "properties": {
                    "parameter": {**TEXT, "description": "The query parameter at fault."},
                    "pointer": {**TEXT, "description": "JSON pointer to the member at fault."},
                    "detail": TEXT,
                },
                "required": ["detail"],
                "additionalProperties": False,
            }
        )
    },
)
OPENAPI: Schema = {"type": "object", "required": ["openapi", "info", "paths"]}
