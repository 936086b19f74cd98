"""Texts in, the same texts with the other side's names in brackets out."""

from __future__ import annotations

from flask import Blueprint, Response

from gazetteer.batch import Answers, AnswerSettings
from gazetteer.formats.native import MentionOptions
from gazetteer.model import LabelPolicy
from gazetteer.web.current import gazetteer
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
    shape = answered(record, _answers(asked))
    if media_type == JSON:
        return reply(shape, asked.label_lang)
    return Response(shape["html" if record.markup else "text"], mimetype=media_type)


@blueprint.post("/gloss/batch")
@takes(*_QUESTION, *_ANSWER)
def gloss_batch(asked: Asked) -> Response:
    """Gloss each of many texts: a line in, a line out, as they come."""
    return many_answered(asked, _answers(asked))


def _answers(asked: Asked) -> Answers:
    """Return what glosses a record as the parameters ask."""
    return Answers(
        gazetteer(),
        AnswerSettings(
            LabelPolicy(asked.label_lang, asked.perspective),
            MentionOptions(explain=asked.explain, utf16=asked.offsets),
            asked.gloss_policy,
        ),
    )
