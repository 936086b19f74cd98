"""Texts in, mentions out: one text at a time, or a stream of them."""

from __future__ import annotations

from flask import Blueprint, Response, request

from gazetteer.batch import INLINE_HTML, WEB_ANNOTATION, Answers, AnswerSettings
from gazetteer.formats.identities import Identities
from gazetteer.formats.native import MentionOptions
from gazetteer.formats.web_annotation import MEDIA_TYPE as ANNOTATION
from gazetteer.model import LabelPolicy
from gazetteer.web.current import gazetteer
from gazetteer.web.params import Asked, takes
from gazetteer.web.replies import HTML, JSON, JSONLD, chosen, reply
from gazetteer.web.text_bodies import QUESTION, answered, many_answered, one_text

blueprint = Blueprint("texts", __name__, url_prefix="/api/v1")

ENTITIES = "api/v1/entities/"
_ANSWER = ("names", "candidates", "nested", "explain", "offsets", "perspective", "label_lang", "f")
_FORMS = {ANNOTATION: WEB_ANNOTATION, JSONLD: WEB_ANNOTATION, HTML: INLINE_HTML}


@blueprint.post("/annotate")
@takes(*QUESTION, "id", *_ANSWER)
def annotate(asked: Asked) -> Response:
    """Find what one text mentions. The body is the text, HTML, or JSON with either.

    The answer is JSON, W3C Web Annotations, or the text as HTML with its mentions marked.
    """
    media_type = chosen(asked.f, (JSON, ANNOTATION, JSONLD, HTML))
    shape = answered(one_text(asked), _answers(asked, media_type))
    if media_type == HTML:
        return Response(shape["html"], mimetype=HTML)
    return reply(shape, asked.label_lang, JSON if media_type == JSON else ANNOTATION)


@blueprint.post("/annotate/batch")
@takes(*QUESTION, *_ANSWER)
def annotate_batch(asked: Asked) -> Response:
    """Find what each of many texts mentions: a line in, a line out, as they come."""
    return many_answered(asked, _answers(asked, chosen(asked.f or "json", (JSON, JSONLD, HTML))))


def _answers(asked: Asked, media_type: str) -> Answers:
    """Return what annotates a record as the parameters ask."""
    mentions = MentionOptions(
        names=asked.names,
        candidates=asked.candidates,
        explain=asked.explain,
        nested=asked.nested,
        utf16=asked.offsets,
    )
    settings = AnswerSettings(
        LabelPolicy(asked.label_lang, asked.perspective),
        mentions,
        form=_FORMS.get(media_type, "json"),
        identities=Identities.of(f"{request.url_root}{ENTITIES}", ""),
    )
    return Answers(gazetteer(), settings)
