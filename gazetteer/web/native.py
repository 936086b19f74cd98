"""The native REST interface under ``/api/v1``: names and entities. Strict.

A view parses (its parameters are listed at its head), asks the core, and formats.
"""

from __future__ import annotations

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue

from gazetteer.dossiers import gather
from gazetteer.formats import geojson, native
from gazetteer.formats.entity import dossier, perspective
from gazetteer.languages.romanization import presumed_language, romanizations
from gazetteer.model import NameQuery
from gazetteer.web.current import gazetteer, labeller
from gazetteer.web.geometry import geometry_of
from gazetteer.web.pages import entity_page
from gazetteer.web.params import Asked, takes
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
    ("places", "space.places", GEOJSON),
    ("areas", "space.areas", GEOJSON),
    ("routes", "space.routes", JSON),
    ("near", "space.near", JSON),
    ("reverse", "space.reverse", JSON),
    ("relate", "space.relate", JSON),
    ("between", "space.between", JSON),
    ("corridor", "space.corridor", JSON),
    ("changes", "history.changes", JSON),
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
@takes("lang", "perspective", "at", "since", "until", "f")
def get_entity(asked: Asked, entity: str) -> ResponseReturnValue:
    """Everything said of one entity, as JSON, GeoJSON or a page; with a time, what held in it."""
    media_type = chosen(asked.f, (JSON, GEOJSON, HTML))
    gathered = gather(gazetteer(), entity, asked.when)
    if gathered.entity.id != entity:
        return moved(url_for("native.get_entity", entity=gathered.entity.id), keep_query=True)
    if media_type == HTML:
        return entity_page(gathered.entity.id)
    label = labeller(asked.policy)
    if media_type == JSON:
        return reply(dossier(gathered, label), asked.lang)
    geometry = geometry_of(gazetteer(), gathered.entity, asked.when)
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
