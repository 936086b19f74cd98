"""What each operation answers with, by endpoint. Everything else is read off the views."""

from __future__ import annotations

from dataclasses import dataclass, field

from gazetteer.formats.mvt import MEDIA_TYPE as MVT
from gazetteer.formats.web_annotation import MEDIA_TYPE as ANNOTATION
from gazetteer.web.bodies import GEOMETRIES
from gazetteer.web.openapi import annotation_schemas as annotation
from gazetteer.web.openapi import geo_schemas as geo
from gazetteer.web.openapi import schemas
from gazetteer.web.openapi import space_schemas as space
from gazetteer.web.openapi.schemas import Schema
from gazetteer.web.problems import NOT_ACCEPTABLE, NOT_FOUND, NOT_IMPLEMENTED
from gazetteer.web.replies import CSV, GEOJSON, HTML, JSON, NDJSON, PLAIN, PNG, SVG
from gazetteer.web.text_bodies import MANY_TEXTS

_PAGE: Schema = {"type": "string"}
_BYTES: Schema = {"type": "string", "contentMediaType": "image/png"}
_TABLE: Schema = {"type": "string", "description": "A head and a row a place (RFC 4180)."}
_ONE_TEXT: dict[str, Schema] = {JSON: schemas.TEXT_RECORD, PLAIN: _PAGE, HTML: _PAGE}
_OPENAPI = "application/vnd.oai.openapi+json;version=3.1"


@dataclass(frozen=True, slots=True)
class Operation:
    """The bodies of an operation by media type, the other statuses it has, and where it belongs.

    ``localized`` answers have labels in a language; ``moves`` ones may redirect.
    """

    tag: str
    answers: dict[str, Schema]
    takes: dict[str, Schema] = field(default_factory=dict)
    fails: tuple[int, ...] = ()
    localized: bool = True
    moves: bool = False


OPERATIONS: dict[str, Operation] = {
    "native.landing": Operation("service", {JSON: geo.LANDING}, localized=False),
    "native.lookup": Operation("names", {JSON: schemas.RESOLUTION}),
    "native.suggest": Operation("names", {JSON: schemas.SUGGESTIONS}),
    "native.romanize": Operation("names", {JSON: schemas.ROMANIZED}, localized=False),
    "native.get_entity": Operation(
        "entities",
        {JSON: schemas.DOSSIER, GEOJSON: geo.ENTITY_FEATURE, HTML: _PAGE},
        fails=(NOT_FOUND, NOT_ACCEPTABLE),
        moves=True,
    ),
    "native.perspectives": Operation("entities", {JSON: schemas.PERSPECTIVES}),
    "space.places": Operation("space", {GEOJSON: geo.PLACES}),
    "space.areas": Operation("space", {GEOJSON: geo.AREAS}),
    "space.area_places": Operation("space", {JSON: space.INSIDE}, fails=(NOT_FOUND,)),
    "space.routes": Operation("space", {JSON: space.ROUTES}),
    "space.get_route": Operation("space", {GEOJSON: geo.ROUTE_LINES}, fails=(NOT_FOUND,)),
    "space.route_places": Operation(
        "space",
        {JSON: space.ALONG, GEOJSON: geo.ALONG, CSV: _TABLE},
        fails=(NOT_FOUND, NOT_ACCEPTABLE),
    ),
    "space.route_corridor": Operation("space", {GEOJSON: geo.CORRIDOR}, fails=(NOT_FOUND,)),
    "space.compare_route": Operation("space", {JSON: space.COMPARISON}, fails=(NOT_FOUND,)),
    "space.polyline_corridor": Operation(
        "space",
        {JSON: space.ALONG_OWN, GEOJSON: geo.ALONG, CSV: _TABLE, SVG: _PAGE, PNG: _BYTES},
        fails=(NOT_ACCEPTABLE, NOT_IMPLEMENTED),
    ),
    "space.corridor": Operation(
        "space",
        {
            JSON: {"anyOf": [space.ALONG_OWN, space.INSIDE_OWN]},
            GEOJSON: geo.ALONG,
            CSV: _TABLE,
            SVG: _PAGE,
            PNG: _BYTES,
        },
        takes=dict.fromkeys(GEOMETRIES, geo.GIVEN),
        fails=(NOT_ACCEPTABLE, NOT_IMPLEMENTED),
    ),
    "space.near": Operation("space", {JSON: space.NEAR}),
    "space.near_place": Operation("space", {JSON: space.NEAR}, fails=(NOT_FOUND,)),
    "space.reverse": Operation("space", {JSON: space.REVERSE}),
    "space.get_position": Operation("space", {JSON: space.POSITION}, fails=(NOT_FOUND,)),
    "space.relate": Operation("space", {JSON: space.RELATIONSHIP}, fails=(NOT_FOUND,)),
    "space.between": Operation("space", {JSON: space.BETWEEN}, fails=(NOT_FOUND,)),
    "space.route_profile": Operation(
        "space",
        {SVG: _PAGE, PNG: _BYTES},
        fails=(NOT_FOUND, NOT_ACCEPTABLE, NOT_IMPLEMENTED),
    ),
    "history.timeline": Operation(
        "time",
        {JSON: space.TIMELINE, HTML: _PAGE, SVG: _PAGE, PNG: _BYTES},
        fails=(NOT_FOUND, NOT_ACCEPTABLE, NOT_IMPLEMENTED),
    ),
    "history.changes": Operation("time", {JSON: space.CHANGES}, fails=(NOT_FOUND,)),
    "texts.annotate": Operation(
        "texts",
        {JSON: schemas.ANNOTATION, ANNOTATION: annotation.COLLECTION, HTML: _PAGE},
        takes=_ONE_TEXT,
        fails=(NOT_ACCEPTABLE,),
    ),
    "texts.annotate_batch": Operation(
        "texts",
        {
            NDJSON: {
                "anyOf": [
                    schemas.ANNOTATION,
                    annotation.COLLECTION,
                    annotation.MARKED,
                    schemas.LINE_FAULT,
                ]
            }
        },
        fails=(NOT_ACCEPTABLE,),
        takes=dict.fromkeys(MANY_TEXTS, schemas.TEXT_RECORD),
    ),
    "glosses.gloss": Operation(
        "texts",
        {JSON: schemas.GLOSSED, PLAIN: _PAGE, HTML: _PAGE},
        takes=_ONE_TEXT,
        fails=(NOT_ACCEPTABLE,),
    ),
    "glosses.gloss_batch": Operation(
        "texts",
        {NDJSON: {"anyOf": [schemas.GLOSSED, schemas.LINE_FAULT]}},
        takes=dict.fromkeys(MANY_TEXTS, schemas.TEXT_RECORD),
    ),
    "tiles.tile": Operation("space", {MVT: {}}, fails=(NOT_FOUND,)),
    "tiles.tilejson": Operation("space", {JSON: geo.TILEJSON}),
    "tiles.style": Operation("space", {JSON: geo.STYLE}),
    "description.openapi": Operation("service", {_OPENAPI: geo.OPENAPI}, localized=False),
    "health.live": Operation("service", {JSON: geo.LIVE}, localized=False),
    "health.ready": Operation("service", {JSON: geo.READY}, localized=False),
}
