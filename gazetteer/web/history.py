"""What was when, under ``/api/v1``: timelines, and what changed hands. Strict."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response

from gazetteer.formats import history as shapes
from gazetteer.formats.timeline_picture import USUAL_WIDTH, timeline_picture
from gazetteer.model import ChangesQuery
from gazetteer.web.current import gazetteer, labeller
from gazetteer.web.pages import timeline_page
from gazetteer.web.params import Asked, takes
from gazetteer.web.pictures import PICTURES, picture, picture_words
from gazetteer.web.replies import HTML, JSON, chosen, reply

blueprint = Blueprint("history", __name__, url_prefix="/api/v1")

_DAYS = ("since", "until")


@blueprint.get("/entities/<entity>/timeline")
@takes("at", "since", "until", "lang", "perspective", "f", "width")
def timeline(asked: Asked, entity: str) -> Response:
    """What is said of an entity over time: names, control, claims, status, offices, areas.

    As JSON, as a page, or as a picture: SVG or PNG.
    """
    media_type = chosen(asked.f, (JSON, HTML, *PICTURES))
    core = gazetteer()
    found = core.timeline(core.get(entity), asked.when)
    if media_type == HTML:
        return timeline_page(found, asked)
    label = labeller(asked.policy, [one.other for one in found.entries if one.other])
    if media_type == JSON:
        return reply(shapes.timeline(found, label), asked.lang)
    width = asked.width or USUAL_WIDTH
    drawn = timeline_picture(found, label, date.today(), picture_words(), width=width)
    return picture(drawn, media_type, asked.lang)


@blueprint.get("/changes")
@takes(*_DAYS, "predicate", "kind", "area", "lang", "perspective", needs=_DAYS)
def changes(asked: Asked) -> Response:
    """Places that changed hands between two days: who held them before and after, and since when.

    ``predicate=claims`` asks who claimed them; ``area`` restricts to the places in one.
    """
    core, (first, last) = gazetteer(), asked.days
    kinds = asked.kind or ChangesQuery(first, last).kinds
    area = core.place_or_polity(asked.area).id if asked.area else ""
    query = ChangesQuery(first, last, asked.predicate, kinds, area)
    found = core.changes(query)
    label = labeller(asked.policy, [one.place.id for one in found])
    return reply(shapes.changes(query, found, label), asked.lang)
