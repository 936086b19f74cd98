"""Every answer has the shape that is kept, and the one that the description promises."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker
from werkzeug.test import TestResponse

from gazetteer.formats.mvt import MEDIA_TYPE as MVT
from gazetteer.web.pictures import PICTURES
from gazetteer.web.replies import PNG, SVG
from tests.formats import pictures as picture
from tests.tile_reading import decoded
from tests.web.calls import BAD, GOOD, NDJSON, Call
from tests.web.pinning import golden, pinned

CALLS = [pytest.param(call, id=call.golden) for call in (*GOOD, *BAD)]


def _documents(response: TestResponse) -> list[Any]:
    if response.mimetype == NDJSON:
        return [json.loads(line) for line in response.text.splitlines()]
    if response.mimetype == MVT:
        return [decoded(response.data)]
    if response.mimetype in PICTURES:
        return [response.data.decode("utf-8" if response.mimetype == SVG else "latin-1")]
    if response.mimetype == "text/html":
        return [response.text]
    return [json.loads(response.data)]


def _kept(response: TestResponse) -> list[Any]:
    """Return what is pinned of an answer: of a picture its frame and texts, of a PNG the size."""
    if response.mimetype == SVG:
        return [picture.told(response.text)]
    if response.mimetype == PNG:
        return [dict(zip(("width", "height"), picture.size(response.data), strict=True))]
    return _documents(response)


@pytest.mark.parametrize("call", CALLS)
def test_answer_is_the_one_kept(client: FlaskClient, call: Call) -> None:
    given = _kept(call.by(client))
    if call.golden == "openapi-head":
        given = [{key: given[0][key] for key in ("openapi", "servers", "tags")}]
    kept = golden(call.golden, given if len(given) > 1 else given[0])
    assert pinned(given if len(given) > 1 else given[0]) == kept


@pytest.mark.parametrize("call", CALLS)
def test_answer_is_as_described(client: FlaskClient, call: Call) -> None:
    described = client.get("/openapi.json").json
    assert described is not None
    operation = described["paths"][call.path][call.method.lower()]
    response = call.by(client)
    assert str(response.status_code) in operation["responses"]
    content = operation["responses"][str(response.status_code)]["content"]
    media_type = response.content_type.split(";")[0]
    (schema,) = [c["schema"] for kind, c in content.items() if kind.split(";")[0] == media_type]
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for document in _documents(response):
        assert list(validator.iter_errors(document)) == []
