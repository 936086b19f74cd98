"""JSON Schemas of the bodies about space and time, as ``gazetteer.formats`` writes them."""

from __future__ import annotations

from gazetteer.model import HELD_BY, PREDICATES, TIMELINE_ASPECTS
from gazetteer.web.openapi.schemas import (
    BRIEF,
    DAY,
    ENTITY_ID,
    HOLDING,
    LABELLED,
    LAT,
    LON,
    METRES,
    OFFSET,
    SOURCED,
    SPAN,
    TEXT,
    Schema,
    several,
    shape,
)

TIME: Schema = {
    "type": "string",
    "pattern": r"^(\d{4}-\d{2}-\d{2}|(\d{4}-\d{2}-\d{2}|\.\.)/(\d{4}-\d{2}-\d{2}|\.\.))$",
    "description": "The day answered for, or the time from one to another.",
}
HINT: Schema = {"type": "string", "description": "What may be wrong with the question."}
_BEARING: Schema = {"type": "number", "minimum": 0, "maximum": 360}
_POINT = shape({"lon": LON, "lat": LAT})
_SIDE: Schema = {"enum": ["left", "right", "on"]}
_BASIS: Schema = {"enum": ["stated", "drawn", "both", "near"]}
_EDGE = {"metres_from_edge": METRES, "is_near_edge": {"type": "boolean"}}

ROUTE_VERSION = shape(
    {"version": TEXT, "tolerance_m": METRES},
    {"width_m": METRES, "source": TEXT, "method": TEXT, **SPAN},
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
PLACE_ALONG = {
    "place": BRIEF,
    "km_along": METRES,
    "metres_off": METRES,
    "side": _SIDE,
    "nearest": _POINT,
    "holdings": several(HOLDING),
}
_ALONG = {
    "at": TIME,
    "version": ROUTE_VERSION,
    "within_m": METRES,
    "length_km": METRES,
    "places": several(shape(PLACE_ALONG)),
}
ALONG = shape({"route": BRIEF, **_ALONG})
ALONG_OWN = shape(_ALONG, {"hint": HINT})
_CORRIDOR = shape(
    {
        "at": TIME,
        "version": ROUTE_VERSION,
        "within_m": METRES,
        "length_km": METRES,
        "numberReturned": OFFSET,
    }
)
_MEASURED = {name: schema for name, schema in PLACE_ALONG.items() if name != "place"}
COMPARISON = shape(
    {
        "route": BRIEF,
        "first": _CORRIDOR,
        "second": _CORRIDOR,
        "only_first": several(shape(PLACE_ALONG)),
        "only_second": several(shape(PLACE_ALONG)),
        "both": several(shape({"first": shape(PLACE_ALONG), "second": shape(_MEASURED)})),
    }
)
_NEAR = several(
    shape({"place": BRIEF, "metres": METRES, "bearing": _BEARING, "holdings": several(HOLDING)})
)
NEAR = shape({"at": TIME, "within_m": METRES, "places": _NEAR}, {"hint": HINT})
BETWEEN = shape(
    {
        "a": BRIEF,
        "b": BRIEF,
        "at": TIME,
        "within_m": METRES,
        "length_km": METRES,
        "places": several(shape(PLACE_ALONG)),
    }
)

_EXTENT = shape(
    {"version": TEXT, "tolerance_m": METRES}, {"perspective": TEXT, "source": TEXT, **SPAN}
)
_AREAS = several(
    shape({"area": BRIEF, "basis": _BASIS}, {"extent": _EXTENT, **_EDGE, **SOURCED, **SPAN})
)
_LINES = several(
    shape(
        {
            "line": BRIEF,
            "extent": _EXTENT,
            "metres": METRES,
            "bearing": _BEARING,
            "nearest": _POINT,
            "tolerance_m": METRES,
        }
    )
)
_ROUTES = several(
    shape(
        {
            "route": BRIEF,
            "version": ROUTE_VERSION,
            "km_along": METRES,
            "metres_off": METRES,
            "side": _SIDE,
        }
    )
)
_POSITION = {
    "lon": LON,
    "lat": LAT,
    "at": TIME,
    "areas": _AREAS,
    "lines": _LINES,
    "routes": _ROUTES,
    "nearest": _NEAR,
}
REVERSE = shape(_POSITION, {"hint": HINT})
POSITION = shape({"place": BRIEF, **_POSITION, "holdings": several(HOLDING)})
RELATIONSHIP = shape(
    {
        "a": BRIEF,
        "b": BRIEF,
        "at": TIME,
        "metres": METRES,
        "bearing": _BEARING,
        "back_bearing": _BEARING,
        "areas": _AREAS,
        "routes": several(
            shape(
                {
                    "route": BRIEF,
                    "version": ROUTE_VERSION,
                    "km_of_a": METRES,
                    "km_of_b": METRES,
                    "km_between": METRES,
                    "metres_off_a": METRES,
                    "metres_off_b": METRES,
                    "first": {"enum": ["a", "b"]},
                }
            )
        ),
        "lines": several(
            shape(
                {
                    "line": BRIEF,
                    "extent": _EXTENT,
                    "crossings": OFFSET,
                    "is_near": {"type": "boolean"},
                }
            )
        ),
    }
)
_INSIDE = {
    "at": TIME,
    "numberMatched": OFFSET,
    "numberReturned": OFFSET,
    "places": several(
        shape(
            {"place": BRIEF, "basis": _BASIS, "holdings": several(HOLDING)},
            {"perspectives": several(TEXT), **_EDGE},
        )
    ),
}
INSIDE = shape({"area": BRIEF, **_INSIDE}, {"extent": _EXTENT})
INSIDE_OWN = shape(_INSIDE, {"hint": HINT})

TIMELINE = shape(
    {
        "entity": BRIEF,
        "entries": several(
            shape(
                {"aspect": {"enum": list(TIMELINE_ASPECTS)}},
                {
                    "text": TEXT,
                    "word": TEXT,
                    "predicate": {"enum": list(PREDICATES)},
                    "is_subject": {"type": "boolean"},
                    "other": LABELLED,
                    "lang": TEXT,
                    "role": TEXT,
                    **SOURCED,
                    **SPAN,
                },
            )
        ),
    },
    {"at": TIME},
)
CHANGES = shape(
    {
        "since": DAY,
        "until": DAY,
        "predicate": {"enum": list(HELD_BY)},
        "numberMatched": OFFSET,
        "places": several(
            shape(
                {
                    "place": BRIEF,
                    "before": several(HOLDING),
                    "after": several(HOLDING),
                    "during": several(HOLDING),
                }
            )
        ),
    }
)
