"""The pages: the map, an entity with both sides' names side by side, and paste-a-text."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from gazetteer.dossiers import gather, sources
from gazetteer.errors import QueryError
from gazetteer.formats import history, native
from gazetteer.formats.entity import dossier
from gazetteer.formats.native import MentionOptions
from gazetteer.languages.romanization import title_of
from gazetteer.model import LabelPolicy, Period, TextQuery, Timeline
from gazetteer.web.current import gazetteer, labeller
from gazetteer.web.entity_view import control_bars, name_table, timeline_parts, year_range
from gazetteer.web.map_settings import map_settings
from gazetteer.web.params import Asked, takes
from gazetteer.web.pictures import picture_words
from gazetteer.web.problems import moved
from gazetteer.web.speakers import sides, speaker_names
from gazetteer.web.translation import page_language

blueprint = Blueprint("pages", __name__)

LONGEST_PASTED = 200_000
"""Code points in a pasted text; longer ones are for the programs' interface."""

_RELATIONS_SHOWN = 200


@blueprint.get("/")
def home() -> Response:
    """The map."""
    return _page("map.html", here="map", sides=sides(), settings=map_settings())


@blueprint.get("/entities/<entity>")
@takes("perspective", "at", "since", "until", strict=False)
def entity(_: Asked, entity: str) -> ResponseReturnValue:
    """An entity's page."""
    found = gazetteer().get(entity)
    if found.id != entity:
        return moved(url_for("pages.entity", entity=found.id), keep_query=True)
    return entity_page(found.id)


def entity_page(entity_id: str) -> Response:
    """Make the page of an entity; its parameters have been checked."""
    asked = Asked(request.args, request.headers.get("Accept-Language", ""))
    gathered = gather(gazetteer(), entity_id, asked.when)
    shape = dossier(gathered, labeller(asked.policy))
    speakers = speaker_names()
    columns, rows = name_table(shape["names"], speakers, asked.lang)
    first, last = year_range(shape["holdings"])
    return _page(
        "entity.html",
        shape=shape,
        columns=columns,
        rows=rows,
        bars=control_bars(shape["holdings"], first, last),
        first_year=first,
        last_year=last,
        speakers=speakers,
        numbers={source["id"]: n for n, source in enumerate(shape["sources"], 1)},
        strip=_strip(entity_id),
        relations_shown=_RELATIONS_SHOWN,
        title_of_scheme=title_of,
    )


def _strip(entity_id: str) -> dict[str, str] | None:
    """Return what to ask for a strip map of it with, None when it has no line.

    A route without a line today is shown in its last version.
    """
    versions, today = gazetteer().store.route_versions(entity_id), Period.today()
    if not versions:
        return None
    is_there = any(version.span.touches(today) for version in versions)
    return {} if is_there else {"version": versions[-1].version}


@blueprint.get("/entities/<entity>/timeline")
@takes("perspective", "at", "since", "until", strict=False)
def timeline(asked: Asked, entity: str) -> ResponseReturnValue:
    """What is said of an entity over time, as a picture and a table."""
    found = gazetteer().get(entity)
    if found.id != entity:
        return moved(url_for("pages.timeline", entity=found.id), keep_query=True)
    return timeline_page(gazetteer().timeline(found, asked.when), asked)


def timeline_page(found: Timeline, asked: Asked) -> Response:
    """Make the page of a timeline; its parameters have been checked."""
    core, label = gazetteer(), labeller(asked.policy)
    cited = list(sources(core, (entry.source for entry in found.entries)))
    kept = ("lang", "perspective", "at", "since", "until")
    return _page(
        "timeline.html",
        chosen=label(found.entity.id),
        parts=timeline_parts(history.timeline(found, label)["entries"], picture_words()),
        shape={"id": found.entity.id, "kind": found.entity.kind},
        speakers=speaker_names(),
        sources=[native.source(one) for one in cited],
        numbers={source.id: n for n, source in enumerate(cited, 1)},
        asked={name: request.args[name] for name in kept if request.args.get(name)},
    )


@blueprint.route("/annotate", methods=["GET", "POST"])
def annotate() -> Response:
    """Paste a text, see what it mentions."""
    form = request.form
    asked = Asked(form, request.headers.get("Accept-Language", ""))
    text = form.get("text", "").replace("\r\n", "\n")
    context: dict[str, Any] = {"pieces": None, "mentions": [], "fault": ""}
    try:
        if text:
            mentions = _mentions(text, asked)
            context |= {"mentions": mentions, "pieces": _pieces(text, mentions)}
    except QueryError as error:
        context["fault"] = str(error)
    return _page(
        "annotate.html",
        here="annotate",
        text=text,
        text_lang=form.get("text_lang", ""),
        date=form.get("date", ""),
        perspective=form.get("perspective", ""),
        adjectives="adjectives" in form,
        sides=sides(),
        longest=LONGEST_PASTED,
        **context,
    )


def _mentions(text: str, asked: Asked) -> list[native.Shape]:
    if len(text) > LONGEST_PASTED:
        raise QueryError("text", f"has {len(text)} code points; at most {LONGEST_PASTED}")
    core = gazetteer()
    query = TextQuery(text, asked.text_lang, asked.date, asked.adjectives)
    label = labeller(LabelPolicy(page_language(), asked.perspective))
    found = core.annotate(query)
    record = native.annotation(None, text, found, label, core.names, MentionOptions())
    return [mention for mention in record["mentions"] if mention["entity"]]


def _pieces(text: str, mentions: list[native.Shape]) -> list[tuple[str, native.Shape | None]]:
    """Cut a text at its mentions: (piece, the mention that it is or None)."""
    pieces: list[tuple[str, native.Shape | None]] = []
    done = 0
    for mention in mentions:
        pieces.append((text[done : mention["start"]], None))
        pieces.append((text[mention["start"] : mention["end"]], mention))
        done = mention["end"]
    pieces.append((text[done:], None))
    return pieces


def _page(template: str, **context: Any) -> Response:
    attributions = gazetteer().store.attributions
    response = Response(render_template(template, attributions=attributions, **context))
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    response.headers["Content-Language"] = page_language()
    return response
