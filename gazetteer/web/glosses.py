"""Texts in, the same texts with the other side's names in brackets out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from flask import Blueprint, Response

from gazetteer.batch.records import TextRecord
from gazetteer.core import Gazetteer
from gazetteer.formats import gloss as form
from gazetteer.formats.native import MentionOptions, Shape
from gazetteer.gloss import Glosser
from gazetteer.model import GlossQuery, LabelPolicy
from gazetteer.web.current import gazetteer, labeller
from gazetteer.web.params import Asked, takes
from gazetteer.web.replies import HTML, JSON, PLAIN, chosen, reply
from gazetteer.web.text_bodies import answered, many_answered, one_text

blueprint = Blueprint("glosses", __name__, url_prefix="/api/v1")

_QUESTION = ("lang", "date", "mentions", "entities", "quotes", "other_language", "bare")
_ANSWER = ("explain", "offsets", "perspective", "label_lang")


@blueprint.post("/gloss")
@takes(*_QUESTION, "id", *_ANSWER, "f")
def gloss(asked: Asked) -> Response:
    """Put the other side's name in brackets after the one that a text uses.

    The body is the text, HTML, or JSON with either. The answer is JSON, or the text alone.
    """
    record = one_text(asked)
    alone = HTML if record.markup else PLAIN
    media_type = chosen(asked.f, (JSON, alone))
    shape = answered(record, _glossing(asked))
    if media_type == JSON:
        return reply(shape, asked.label_lang)
    return Response(shape["html" if record.markup else "text"], mimetype=media_type)


@blueprint.post("/gloss/batch")
@takes(*_QUESTION, *_ANSWER)
def gloss_batch(asked: Asked) -> Response:
    """Gloss each of many texts: a line in, a line out, as they come."""
    return many_answered(asked, _glossing(asked))


def _glossing(asked: Asked) -> Callable[[TextRecord], Shape]:
    """Return a function that glosses a record as the parameters ask."""
    glosser, policy = _glosser(gazetteer()), asked.gloss_policy
    label = labeller(LabelPolicy(asked.label_lang, asked.perspective))
    options = MentionOptions(explain=asked.explain, utf16=asked.offsets)

    def answer(record: TextRecord) -> Shape:
        glossed = glosser.gloss(GlossQuery(record.query, policy, record.markup))
        source = form.Source(record.record_id, record.query.text, record.markup)
        return form.glossed(source, glossed, label, options)

    return answer


@lru_cache(maxsize=4)
def _glosser(core: Gazetteer) -> Glosser:
    return Glosser(core)
