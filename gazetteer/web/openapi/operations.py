"""What each operation answers with, by endpoint. Everything else is read off the views."""

from __future__ import annotations

from dataclasses import dataclass, field

from gazetteer.formats.mvt import MEDIA_TYPE as MVT
from gazetteer.web.openapi import geo_schemas as geo
from gazetteer.web.openapi import schemas
from gazetteer.web.openapi.schemas import Schema
from gazetteer.web.problems import NOT_ACCEPTABLE, NOT_FOUND
from gazetteer.web.replies import GEOJSON, HTML, JSON, NDJSON
from gazetteer.web.texts import MANY_TEXTS, PLAIN

_PAGE: Schema = {"type": "string"}
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
    "native.places": Operation("space", {GEOJSON: geo.PLACES}),
    "native.areas": Operation("space", {GEOJSON: geo.AREAS}),
    "native.routes": Operation("space", {JSON: schemas.ROUTES}),
    "native.get_route": Operation("space", {GEOJSON: geo.ROUTE_LINES}, fails=(NOT_FOUND,)),
    "native.route_places": Operation("space", {JSON: schemas.ALONG}, fails=(NOT_FOUND,)),
    "native.near": Operation("space", {JSON: schemas.NEAR}),
    "texts.annotate": Operation(
        "texts",
        {JSON: schemas.ANNOTATION},
        takes={JSON: schemas.TEXT_RECORD, PLAIN: {"type": "string"}},
    ),
    "texts.annotate_batch": Operation(
        "texts",
        {NDJSON: {"anyOf": [schemas.ANNOTATION, schemas.LINE_FAULT]}},
        takes=dict.fromkeys(MANY_TEXTS, schemas.TEXT_RECORD),
    ),
    "tiles.tile": Operation("space", {MVT: {}}, fails=(NOT_FOUND,)),
    "tiles.tilejson": Operation("space", {JSON: geo.TILEJSON}),
    "tiles.style": Operation("space", {JSON: geo.STYLE}),
    "description.openapi": Operation("service", {_OPENAPI: geo.OPENAPI}, localized=False),
    "health.live": Operation("service", {JSON: geo.LIVE}, localized=False),
    "health.ready": Operation("service", {JSON: geo.READY}, localized=False),
}
