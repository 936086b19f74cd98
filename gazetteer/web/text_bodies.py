"""Bodies that are texts: one, as JSON, plain or HTML, or many as newline-delimited JSON."""

from __future__ import annotations

import re
from typing import Any

from flask import Response, current_app, request, stream_with_context
from werkzeug.wsgi import get_input_stream

from gazetteer.batch.answers import Answers
from gazetteer.batch.records import Defaults, TextRecord, parse_line, parse_text
from gazetteer.errors import QueryError, RecordError
from gazetteer.web import ndjson
from gazetteer.web.bodies import body_type, whole_body
from gazetteer.web.params import Asked
from gazetteer.web.problems import BodyError
from gazetteer.web.replies import HTML, JSON, NDJSON, PLAIN

ONE_TEXT = (JSON, PLAIN, HTML)
MANY_TEXTS = (NDJSON, "application/jsonl", "application/x-jsonlines", "application/json-lines")

QUESTION = ("lang", "date", "adjectives", "offices")
"""Parameters that say of a text what it does not say itself, or what to look for in it."""

Shape = dict[str, Any]
_MEMBER = re.compile(r'"(text|html|lang|date|id)"')


def one_text(asked: Asked) -> TextRecord:
    """Return the text of the body. Raises BodyError for one that cannot be read."""
    media_type = body_type(ONE_TEXT)
    body = whole_body()
    try:
        if media_type == JSON:
            record = parse_line(body, 1, _defaults(asked))
        else:
            record = parse_text(body, "", _defaults(asked), media_type == HTML)
    except RecordError as error:
        member = _MEMBER.match(error.detail.removeprefix("has no "))
        told = member[1] if member and media_type == JSON else ""
        raise BodyError(told, error.detail) from error
    if media_type == JSON and record.record_id is not None:
        return record
    return TextRecord(asked.id, record.query, record.guessed, record.markup)


def answered(record: TextRecord, answers: Answers) -> Shape:
    """Answer a text. Raises BodyError for what is wrong with it: it came in the body."""
    try:
        return answers.shape(record)[0]
    except QueryError as error:
        raise BodyError(error.parameter, error.detail) from error


def many_answered(asked: Asked, answers: Answers) -> Response:
    """Answer a line with a line, as they come."""
    body_type(MANY_TEXTS)
    stream = get_input_stream(request.environ)  # lines are bounded, not the body as a whole
    lockstep = request.content_length is None
    limits: ndjson.Limits = current_app.config["BATCH_LIMITS"]

    def answer(record: TextRecord) -> Shape:
        return answers.shape(record)[0]

    lines = ndjson.answers(stream, lockstep, limits, _defaults(asked), answer)
    response = Response(stream_with_context(lines), mimetype=NDJSON)
    response.headers["Content-Language"] = asked.label_lang
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _defaults(asked: Asked) -> Defaults:
    return Defaults(asked.name_lang, asked.date, asked.adjectives, asked.nested, asked.offices)
