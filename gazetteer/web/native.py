"""The native REST interface under ``/api/v1``: names, entities, routes and space. Strict.

A view parses (its parameters are listed at its head), asks the core, and formats.
"""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue

from gazetteer.dossiers import gather, source
from gazetteer.formats import geojson, native
from gazetteer.formats.entity import dossier, perspective
from gazetteer.languages.romanization import presumed_language, romanizations
from gazetteer.model import CorridorQuery, Entity, NameQuery, NearQuery, PlacesQuery
from gazetteer.web.current import gazetteer, labeller
from gazetteer.web.geometry import geometry_of
from gazetteer.web.pages import entity_page
from gazetteer.web.params import PLACES_LIMITS, Asked, takes
from gazetteer.web.problems import moved
from gazetteer.web.replies import GEOJSON, HTML, JSON, chosen, reply

blueprint = Blueprint("native", __name__, url_prefix="/api/v1")


@blueprint.get("")
@takes()
def landing(_: Asked) -> Response:
    """What there is: links to every part of the interface, and what the dataset is."""
    store = gazetteer().store
    shape = {
        "title": store.title,
        "dataset_version": store.dataset_version,
        "digest": store.digest,
        "licence": store.licence,
        "attributions": store.attributions,
        "links": [
            {"rel": rel, "href": url_for(endpoint), "type": media_type}
            for rel, endpoint, media_type in _LINKS
        ],
    }
    return reply(shape)


_LINKS = (
    ("self", "native.landing", JSON),
    ("service-desc", "description.openapi", "application/vnd.oai.openapi+json;version=3.1"),
    ("service-doc", "description.docs", HTML),
    ("search", "native.lookup", JSON),
    ("suggestions", "native.suggest", JSON),
    ("romanizations", "native.romanize", JSON),
    ("places", "native.places", GEOJSON),
    ("areas", "native.areas", GEOJSON),
    ("routes", "native.routes", JSON),
    ("near", "native.near", JSON),
    ("perspectives", "native.perspectives", JSON),
    ("annotate", "texts.annotate", JSON),
    ("annotate-batch", "texts.annotate_batch", "application/x-ndjson"),
)


@blueprint.get("/lookup")
@takes("q", "lang", "perspective", "at", "kind", "bbox", "limit", "explain")
def lookup(asked: Asked) -> Response:
    """Resolve a name in any script, case form, transliteration or spelling."""
    query = NameQuery(
        asked.q,
        asked.name_lang,
        asked.perspective,
        asked.at,
        asked.kind,
        asked.bbox,
        asked.limit,
    )
    resolution = gazetteer().look_up(query)
    return reply(native.resolution(resolution, labeller(asked.policy), asked.explain), asked.lang)


@blueprint.get("/suggest")
@takes("q", "lang", "perspective", "kind", "limit")
def suggest(asked: Asked) -> Response:
    """Complete the beginning of a name, most prominent entity first."""
    found = gazetteer().suggest(asked.q, asked.lang, asked.kind, asked.limit)
    label = labeller(asked.policy)
    return reply({"suggestions": [native.suggestion(one, label) for one in found]}, asked.lang)


@blueprint.get("/romanize")
@takes("q", "lang")
def romanize(asked: Asked) -> Response:
    """Write a text in Latin letters by every scheme of its language: generated, no attested name.

    Without a language it is the one that the letters suggest. A scheme that lacks a letter of the
    text is left out; Persian has none.
    """
    lang = asked.name_lang or presumed_language(asked.q)
    return reply(native.romanized(lang, romanizations(asked.q, lang)))


@blueprint.get("/entities/<entity>")
@takes("lang", "perspective", "at", "f")
def get_entity(asked: Asked, entity: str) -> ResponseReturnValue:
    """Everything said of one entity, as JSON, GeoJSON or a page."""
    media_type = chosen(asked.f, (JSON, GEOJSON, HTML))
    gathered = gather(gazetteer(), entity, asked.at)
    if gathered.entity.id != entity:
        return moved(url_for("native.get_entity", entity=gathered.entity.id), keep_query=True)
    if media_type == HTML:
        return entity_page(gathered.entity.id)
    label = labeller(asked.policy)
    if media_type == JSON:
        return reply(dossier(gathered, label), asked.lang)
    geometry = geometry_of(gazetteer(), gathered.entity, asked.at)
    return reply(geojson.entity(gathered, geometry, label), asked.lang, GEOJSON)


@blueprint.get("/perspectives")
@takes("lang")
def perspectives(asked: Asked) -> Response:
    """Who speaks: the codes that ``perspective`` takes, and what they are called."""
    store = gazetteer().store
    shapes = [
        perspective(speaker, store.perspective_names(speaker.code), asked.lang)
        for speaker in store.perspectives()
    ]
    return reply({"perspectives": shapes}, asked.lang)


@blueprint.get("/places")
@takes("lang", "perspective", "at", "kind", "bbox", "min_prominence", "limit", limits=PLACES_LIMITS)
def places(asked: Asked) -> Response:
    """Places as labelled points for a map, the most prominent first.

    With a day, those that there were on it. ``numberMatched`` says how many there are,
    ``numberReturned`` how many of them this answer has.
    """
    query = PlacesQuery(asked.at, asked.kind, asked.bbox, asked.min_prominence, asked.limit)
    found = gazetteer().places(query)
    label = labeller(asked.policy, [place.id for place in found.places])
    features = [geojson.place(place, label) for place in found.places]
    counted = {"numberMatched": found.matched, "numberReturned": len(features)}
    return reply(geojson.collection(features, **counted), asked.lang, GEOJSON)


@blueprint.get("/areas")
@takes("lang", "perspective", "at", "kind")
def areas(asked: Asked) -> Response:
    """Extents as they were drawn: each says whose drawing it is, of which dates, how exact."""
    core, versions = gazetteer(), gazetteer().store.areas()
    label = labeller(asked.policy, [version.entity for version in versions])
    features = [
        geojson.area(version, entity, label, source(core, version.source))
        for version in versions
        if _is_of_kind(entity := core.get(version.entity), asked.kind)
        and (asked.at is None or version.span.contains(asked.at))
    ]
    return reply(geojson.collection(features), asked.lang, GEOJSON)


@blueprint.get("/routes")
@takes("lang", "perspective", "at")
def routes(asked: Asked) -> Response:
    """Roads, railways and corridors that have a line, with the versions of each."""
    core, label = gazetteer(), labeller(asked.policy)
    shapes = [
        native.brief(route, label)
        | {"versions": [native.route_version(v) for v in core.store.route_versions(route.id)]}
        for route in core.routes()
    ]
    return reply({"routes": shapes}, asked.lang)


@blueprint.get("/routes/<route>")
@takes("lang", "perspective", "at", "version")
def get_route(asked: Asked, route: str) -> Response:
    """The lines of a route, one for each version in time, in travel order."""
    core, label = gazetteer(), labeller(asked.policy)
    found = core.route(route)
    features = [
        geojson.route(version, found, label, source(core, version.source))
        for version in core.store.route_versions(found.id)
        if asked.version in ("", version.version)
        and (asked.at is None or version.span.contains(asked.at))
    ]
    return reply(geojson.collection(features), asked.lang, GEOJSON)


@blueprint.get("/routes/<route>/places")
@takes("lang", "perspective", "at", "version", "within", "kind")
def route_places(asked: Asked, route: str) -> Response:
    """Places along a route in road order: km along, metres off, side, control and claims."""
    core, day = gazetteer(), asked.at or date.today()
    kinds = asked.kind or CorridorQuery("").kinds
    query = CorridorQuery(route, day, asked.version, asked.within, kinds)
    along = core.along(query)
    label = labeller(asked.policy, [found.place.id for found in along.places])
    return reply(native.along(core.route(route), along, day.isoformat(), label), asked.lang)


@blueprint.get("/near")
@takes("lat", "lon", "within", "kind", "limit", "at", "lang", "perspective")
def near(asked: Asked) -> Response:
    """Places near a point, nearest first, in geodesic metres."""
    day = asked.at or date.today()
    within = NearQuery(0, 0).within_m if asked.within is None else asked.within
    query = NearQuery(asked.lon, asked.lat, within, asked.kind, day, asked.limit)
    label = labeller(asked.policy)
    shape = {
        "at": day.isoformat(),
        "within_m": within,
        "places": [native.near(found, label) for found in gazetteer().near(query)],
    }
    return reply(shape, asked.lang)


def _is_of_kind(entity: Entity, kinds: tuple[str, ...]) -> bool:
    return not kinds or entity.kind in kinds or entity.type in kinds
