"""Texts in, mentions out: one text at a time, or a stream of them."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import Blueprint, Response, current_app, request, stream_with_context
from werkzeug.wsgi import get_input_stream

from gazetteer.batch.records import Defaults, TextRecord, parse_line, parse_text
from gazetteer.errors import QueryError, RecordError
from gazetteer.formats import native
from gazetteer.formats.native import MentionOptions
from gazetteer.model import LabelPolicy
from gazetteer.web import ndjson
from gazetteer.web.bodies import body_type, whole_body
from gazetteer.web.current import gazetteer, labeller
from gazetteer.web.params import Asked, takes
from gazetteer.web.problems import BodyError
from gazetteer.web.replies import JSON, NDJSON, reply

blueprint = Blueprint("texts", __name__, url_prefix="/api/v1")

PLAIN = "text/plain"
ONE_TEXT = (JSON, PLAIN)
MANY_TEXTS = (NDJSON, "application/jsonl", "application/x-jsonlines", "application/json-lines")

_ANSWER = ("names", "candidates", "nested", "explain", "offsets", "perspective", "label_lang")
_QUESTION = ("lang", "date", "adjectives", "offices")
_MEMBER = re.compile(r'"(text|lang|date|id)"')


@blueprint.post("/annotate")
@takes(*_QUESTION, "id", *_ANSWER)
def annotate(asked: Asked) -> Response:
    """Find what one text mentions. The body is the text, or JSON with it."""
    media_type = body_type(ONE_TEXT)
    body = whole_body()
    record = _plain(body, asked) if media_type == PLAIN else _json(body, asked)
    try:
        return reply(_annotator(asked)(record), asked.label_lang)
    except QueryError as error:  # the text itself is at fault, and it came in the body
        raise BodyError(error.parameter, error.detail) from error


@blueprint.post("/annotate/batch")
@takes(*_QUESTION, *_ANSWER)
def annotate_batch(asked: Asked) -> Response:
    """Find what each of many texts mentions: a line in, a line out, as they come."""
    body_type(MANY_TEXTS)
    stream = get_input_stream(request.environ)  # lines are bounded, not the body as a whole
    lockstep = request.content_length is None
    limits: ndjson.Limits = current_app.config["BATCH_LIMITS"]
    answers = ndjson.answers(stream, lockstep, limits, _defaults(asked), _annotator(asked))
    response = Response(stream_with_context(answers), mimetype=NDJSON)
    response.headers["Content-Language"] = asked.label_lang
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _plain(body: bytes, asked: Asked) -> TextRecord:
    try:
        record = parse_text(body, asked.id or "", _defaults(asked))
    except RecordError as error:
        raise BodyError("", error.detail) from error
    return TextRecord(asked.id, record.query)


def _json(body: bytes, asked: Asked) -> TextRecord:
    try:
        record = parse_line(body, 1, _defaults(asked))
    except RecordError as error:
        member = _MEMBER.match(error.detail.removeprefix("has no "))
        raise BodyError(member[1] if member else "", error.detail) from error
    return record if record.record_id is not None else TextRecord(asked.id, record.query)


def _defaults(asked: Asked) -> Defaults:
    return Defaults(asked.name_lang, asked.date, asked.adjectives, asked.nested, asked.offices)


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
