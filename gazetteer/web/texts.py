"""Texts in, mentions out: one text at a time, or a stream of them."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response

from gazetteer.batch.records import TextRecord
from gazetteer.formats import native
from gazetteer.formats.native import MentionOptions
from gazetteer.model import LabelPolicy
from gazetteer.web.current import gazetteer, labeller
from gazetteer.web.params import Asked, takes
from gazetteer.web.replies import reply
from gazetteer.web.text_bodies import QUESTION, answered, many_answered, one_text

blueprint = Blueprint("texts", __name__, url_prefix="/api/v1")

_ANSWER = ("names", "candidates", "nested", "explain", "offsets", "perspective", "label_lang")


@blueprint.post("/annotate")
@takes(*QUESTION, "id", *_ANSWER)
def annotate(asked: Asked) -> Response:
    """Find what one text mentions. The body is the text, or JSON with it."""
    return reply(answered(one_text(asked), _annotator(asked)), asked.label_lang)


@blueprint.post("/annotate/batch")
@takes(*QUESTION, *_ANSWER)
def annotate_batch(asked: Asked) -> Response:
    """Find what each of many texts mentions: a line in, a line out, as they come."""
    return many_answered(asked, _annotator(asked))


def _annotator(asked: Asked) -> Callable[[TextRecord], native.Shape]:
    """Return a function that annotates a record as the parameters ask."""
    core = gazetteer()
    label = labeller(LabelPolicy(asked.label_lang, asked.perspective))
    options = MentionOptions(
        names=asked.names,
        candidates=asked.candidates,
        explain=asked.explain,
        nested=asked.nested,
        utf16=asked.offsets,
    )

    def answer(record: TextRecord) -> native.Shape:
        text = record.query.text
        mentions = core.annotate(record.query)
        return native.annotation(record.record_id, text, mentions, label, core.names, options)

    return answer
