"""Glosses over HTTP: what comes in, and as what it goes out."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

URL = "/api/v1/gloss"
GLOSSED = "in Shushi (Azerbaijani: Shusha)"


def test_json_unless_text_is_asked_for(client: FlaskClient) -> None:
    body = {"text": "in Shushi", "lang": "en"}
    answer = client.post(URL, json=body)
    assert answer.mimetype == "application/json"
    assert answer.get_json()["text"] == GLOSSED
    for response in (
        client.post(f"{URL}?f=text", json=body),
        client.post(URL, json=body, headers={"Accept": "text/plain"}),
    ):
        assert response.content_type == "text/plain; charset=utf-8"
        assert response.text == GLOSSED


def test_html_comes_back_as_html(client: FlaskClient) -> None:
    response = client.post(
        f"{URL}?f=html&lang=en", data="<p>in <i>Shushi</i>", content_type="text/html"
    )
    assert response.content_type == "text/html; charset=utf-8"
    assert response.text == "<p>in <i>Shushi (Azerbaijani: Shusha)</i>"
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    record = client.post(URL, json={"html": "in Shushi", "lang": "en"}).get_json()
    assert record["html"] == GLOSSED


def test_plain_text_is_no_html(client: FlaskClient) -> None:
    """A form of another site can post plain text; it never gets it back as a page."""
    response = client.post(f"{URL}?f=html", data="<script>", content_type="text/plain")
    assert response.status_code == 406


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ("mentions=some", "mentions"),
        ("entities=none", "entities"),
        ("quotes=1", "quotes"),
        ("other_language=fr", "other_language"),
        ("bare=maybe", "bare"),
        ("names=all", "names"),
    ],
)
def test_bad_parameter(client: FlaskClient, asked: str, parameter: str) -> None:
    response = client.post(f"{URL}?{asked}", data=b"x", content_type="text/plain")
    assert response.status_code == 400
    assert [fault["parameter"] for fault in response.get_json()["errors"]] == [parameter]


def test_bad_body_says_where(client: FlaskClient) -> None:
    response = client.post(URL, json={"html": 7})
    assert response.status_code == 400
    assert response.get_json()["errors"][0]["pointer"] == "#/html"


def test_a_line_for_a_line(client: FlaskClient) -> None:
    lines = b'{"id": 1, "text": "in Shushi", "lang": "en"}\n{\n{"id": 2, "text": ""}'
    response = client.post(f"{URL}/batch", data=lines, content_type="application/x-ndjson")
    first, second, third = map(json.loads, response.text.splitlines())
    assert first["text"] == GLOSSED
    assert second["line"] == 2
    assert third == {"id": 2, "text": "", "glosses": []}


_ANNOTATION = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'


@pytest.mark.parametrize(
    ("accept", "served"),
    [
        ("*/*", "application/json"),
        ("application/ld+json", _ANNOTATION),
        (_ANNOTATION, _ANNOTATION),
        ('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', _ANNOTATION),
        ("application/ld+json;q=0.5, text/html", "text/html; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
    ],
)
def test_mentions_in_what_is_accepted(client: FlaskClient, accept: str, served: str) -> None:
    response = client.post(
        "/api/v1/annotate", data=b"Shushi", content_type="text/plain", headers={"Accept": accept}
    )
    assert response.content_type == served
    assert "Accept" in response.headers["Vary"]


def test_annotations_lead_to_the_entity(client: FlaskClient) -> None:
    shape = client.post("/api/v1/annotate?f=jsonld", json={"id": "a", "text": "Shushi"}).get_json(
        force=True
    )
    source = shape["first"]["items"][0]["body"][0]["source"]
    assert client.get(source).get_json()["id"] == "p-0002"


def test_marked_text_is_escaped(client: FlaskClient) -> None:
    body = {"text": "<script>alert(1)</script> Shushi"}
    response = client.post("/api/v1/annotate?f=html", json=body)
    assert "<script" not in response.text
    assert response.text.startswith("&lt;script&gt;")


def test_other_forms_are_refused(client: FlaskClient) -> None:
    for path in ("/api/v1/annotate?f=csv", "/api/v1/annotate/batch?f=png", f"{URL}?f=jsonld"):
        kind = "application/x-ndjson" if "batch" in path else "text/plain"
        assert client.post(path, data=b"{}", content_type=kind).status_code == 406
