"""JSON Schemas of the bodies, as the functions of ``gazetteer.formats`` write them."""

from __future__ import annotations

from typing import Any

from gazetteer.model import CERTAINTIES, PREDICATES, ROLES, SENSES

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
SCORE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
OFFSET: Schema = {"type": "integer", "minimum": 0}
METRES: Schema = {"type": "number", "minimum": 0}
LON: Schema = {"type": "number", "minimum": -180, "maximum": 180}
LAT: Schema = {"type": "number", "minimum": -90, "maximum": 90}
DAY: Schema = {"type": "string", "format": "date"}
EDTF: Schema = {
    "type": "string",
    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "description": "A year, month or day; left out when open or not known.",
}
ENTITY_ID: Schema = {"type": "string", "pattern": r"^[pat]-\d{4,}$"}
RECORD_ID: Schema = {"type": ["string", "integer", "null"]}
STATUS: Schema = {"enum": ["resolved", "ambiguous", "unknown"]}


def shape(needed: dict[str, Schema], also: dict[str, Schema] | None = None) -> Schema:
    """Describe an object with needed members, others that may be left out, and no more."""
    schema: Schema = {"type": "object", "properties": {**needed, **(also or {})}}
    if needed:
        schema["required"] = list(needed)
    return schema | {"additionalProperties": False}


def several(schema: Schema) -> Schema:
    """Describe an array."""
    return {"type": "array", "items": schema}


_SPAN = {"since": EDTF, "until": EDTF}
_SOURCED = {"perspective": TEXT, "certainty": {"enum": list(CERTAINTIES)}, "source": TEXT}

NAME = shape(
    {"text": TEXT, "lang": TEXT, "role": {"enum": list(ROLES)}},
    {"script": TEXT, "romanization": TEXT, **_SOURCED, **_SPAN},
)
BRIEF = shape(
    {"id": ENTITY_ID, "kind": TEXT, "label": TEXT},
    {"type": TEXT, "lon": LON, "lat": LAT},
)
_LABELLED = shape({"id": ENTITY_ID, "label": TEXT})
_PARTS = several(shape({"perspective": TEXT, "text": TEXT}))
EVIDENCE = several(shape({"rule": TEXT, "detail": TEXT, "weight": NUMBER}))
HOLDING = shape(
    {"predicate": {"enum": ["administers", "claims"]}, "who": _LABELLED}, {**_SOURCED, **_SPAN}
)
RELATION = shape(
    {"subject": _LABELLED, "predicate": {"enum": list(PREDICATES)}, "object": _LABELLED},
    {**_SOURCED, **_SPAN},
)
PLACE_STATUS = shape({"status": TEXT, "certainty": TEXT, "source": TEXT}, {**_SPAN})
IDENTIFIER = shape({"scheme": TEXT, "value": TEXT, "source": TEXT})
SOURCE = shape(
    {"id": TEXT, "kind": TEXT, "title": TEXT},
    {"publisher": TEXT, "date": TEXT, "url": TEXT, "licence": TEXT, "attribution": TEXT},
)

RESOLUTION = shape(
    {
        "status": STATUS,
        "candidates": several(
            shape({"entity": BRIEF, "score": SCORE, "matched": NAME}, {"evidence": EVIDENCE})
        ),
    }
)
SUGGESTIONS = shape({"suggestions": several(shape({"text": TEXT, "lang": TEXT, "entity": BRIEF}))})

DOSSIER = shape(
    {
        "id": ENTITY_ID,
        "class": {"enum": ["place", "actor", "term"]},
        "kind": TEXT,
        "label": TEXT,
        "label_lang": TEXT,
        "label_parts": _PARTS,
        "names": several(NAME),
        "relations": several(RELATION),
        "holdings": several(HOLDING),
        "statuses": several(PLACE_STATUS),
        "identifiers": several(IDENTIFIER),
        "sources": several(SOURCE),
    },
    {
        "type": TEXT,
        "description": TEXT,
        "source": TEXT,
        "status": TEXT,
        "lon": LON,
        "lat": LAT,
        "accuracy_m": METRES,
        "coordinate_source": TEXT,
        **_SPAN,
    },
)

_MENTIONED = shape({"id": ENTITY_ID, "kind": TEXT, "label": TEXT}, {"names": several(NAME)})
_CORE_OF_MENTION = {
    "start": OFFSET,
    "end": OFFSET,
    "surface": TEXT,
    "status": STATUS,
    "sense": {"enum": list(SENSES)},
    "entity": {"anyOf": [_MENTIONED, {"type": "null"}]},
    "score": SCORE,
}
_MORE_OF_MENTION = {
    "metonym_for": _LABELLED,
    "candidates": several(shape({"entity": _MENTIONED, "score": SCORE}, {"evidence": EVIDENCE})),
    "evidence": EVIDENCE,
    "sense_evidence": EVIDENCE,
}
_NESTED = several(shape(_CORE_OF_MENTION, _MORE_OF_MENTION))
MENTION = shape(_CORE_OF_MENTION, {**_MORE_OF_MENTION, "nested": _NESTED})
ANNOTATION = shape({"id": RECORD_ID, "mentions": several(MENTION)})
TEXT_RECORD: Schema = {
    "type": "object",
    "properties": {
        "id": RECORD_ID,
        "text": {"type": "string", "maxLength": 1_000_000},
        "lang": {"type": ["string", "null"], "description": "The language of the text."},
        "date": {"type": ["string", "null"], "description": "YYYY, YYYY-MM or YYYY-MM-DD."},
    },
    "required": ["text"],
    "description": "Other members are passed over.",
}
LINE_FAULT = shape({"line": {"type": "integer", "minimum": 1}, "error": shape({"detail": TEXT})},
                   {"id": RECORD_ID})  # fmt: skip

ROUTE_VERSION = shape(
    {"version": TEXT, "tolerance_m": METRES},
    {"width_m": METRES, "source": TEXT, "method": TEXT, **_SPAN},
)
ROUTES = shape(
    {
        "routes": several(
            shape(
                {"id": ENTITY_ID, "kind": TEXT, "label": TEXT, "versions": several(ROUTE_VERSION)},
                {"type": TEXT, "lon": LON, "lat": LAT},
            )
        )
    }
)
ALONG = shape(
    {
        "route": BRIEF,
        "at": DAY,
        "version": ROUTE_VERSION,
        "within_m": METRES,
        "length_km": METRES,
        "places": several(
            shape(
                {
                    "place": BRIEF,
                    "km_along": METRES,
                    "metres_off": METRES,
                    "side": {"enum": ["left", "right", "on"]},
                    "nearest": shape({"lon": LON, "lat": LAT}),
                    "holdings": several(HOLDING),
                }
            )
        ),
    }
)
NEAR = shape(
    {
        "at": DAY,
        "within_m": METRES,
        "places": several(
            shape(
                {
                    "place": BRIEF,
                    "metres": METRES,
                    "bearing": {"type": "number", "minimum": 0, "maximum": 360},
                    "holdings": several(HOLDING),
                }
            )
        ),
    }
)
PERSPECTIVES = shape(
    {
        "perspectives": several(
            shape(
                {"code": TEXT, "kind": TEXT, "label": TEXT},
                {"entity": ENTITY_ID, "description": TEXT, **_SPAN},
            )
        )
    }
)
