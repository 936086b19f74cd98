"""One text: as JSON or plain, with every option, and with whatever texts hold."""

from __future__ import annotations

import io
from typing import Any

import pytest
from flask.testing import FlaskClient

URL = "/api/v1/annotate"
PLAIN = "text/plain"


def _annotated(client: FlaskClient, text: str | bytes, **asked: str) -> dict[str, Any]:
    body = text.encode() if isinstance(text, str) else text
    response = client.post(URL, data=body, content_type=PLAIN, query_string=asked)
    assert response.status_code == 200, response.text
    record: dict[str, Any] = response.get_json()
    return record


def _surfaces(record: dict[str, Any]) -> list[str]:
    return [mention["surface"] for mention in record["mentions"]]


def test_record_has_the_stable_core(client: FlaskClient) -> None:
    body = {"id": 7, "text": "Shushi", "lang": "en", "date": "2022-08-26", "title": "passed over"}
    record = client.post(URL, json=body).json
    assert record is not None
    assert list(record) == ["id", "mentions"]
    assert record["id"] == 7
    (mention,) = record["mentions"]
    assert list(mention) == ["start", "end", "surface", "status", "sense", "entity", "score"]
    assert list(mention["entity"]) == ["id", "kind", "label"]


def test_id_of_the_body_goes_before_the_parameter(client: FlaskClient) -> None:
    assert client.post(f"{URL}?id=q", json={"id": "b", "text": ""}).get_json()["id"] == "b"
    assert client.post(f"{URL}?id=q", json={"text": ""}).get_json()["id"] == "q"
    assert _annotated(client, "")["id"] is None


@pytest.mark.parametrize(
    "text",
    [
        "🙂 Shushi",
        "S\u0301 Shushi and Shushi",
        "\x00Shushi\x00",
        "\u202eShushi\u202c",
        "\ufeffShushi",
        "\r\nShushi\r\n",
        "𝒮𝒽 Shushi 🇦🇲🇦🇿",
        "Şuşi S\u0327us\u0327i Շուշի Шуши",
    ],
)
def test_offsets_are_code_points_of_the_text_given(client: FlaskClient, text: str) -> None:
    record = client.post(URL, json={"text": text}).get_json()
    assert record["mentions"]
    for mention in record["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["surface"]


def test_utf16_offsets(client: FlaskClient) -> None:
    text = "🙂🙂 Shushi 🙂 Khankendi"
    units = text.encode("utf-16-le")
    record = _annotated(client, text, offsets="utf16")
    assert len(record["mentions"]) == 2
    for mention in record["mentions"]:
        found = units[2 * mention["start"] : 2 * mention["end"]].decode("utf-16-le")
        assert found == mention["surface"]


def test_options_add_and_nothing_else(client: FlaskClient) -> None:
    plain = _annotated(client, "the Lachin corridor")["mentions"][0]
    everything = {"names": "all", "candidates": "1", "nested": "1", "explain": "1"}
    (full,) = _annotated(client, "the Lachin corridor", **everything)["mentions"]
    assert set(full) - set(plain) == {"candidates", "nested", "evidence"}
    assert {"text", "lang", "role"} <= set(full["entity"]["names"][0])
    assert [nested["surface"] for nested in full["nested"]] == ["Lachin"]


def test_adjectives_are_off_by_default(client: FlaskClient) -> None:
    text = "шушинский музей"
    assert _surfaces(_annotated(client, text, lang="ru")) == []
    assert _surfaces(_annotated(client, text, lang="ru", adjectives="1")) == ["шушинский"]


def test_offices_may_be_asked_for(client: FlaskClient) -> None:
    assert _surfaces(_annotated(client, "the Lachin corridor", offices="1")) == ["Lachin corridor"]


def test_labels_by_side_and_language(client: FlaskClient) -> None:
    asked = {"perspective": "am", "label_lang": "ru", "lang": "en"}
    (mention,) = _annotated(client, "Khankendi", **asked)["mentions"]
    assert mention["entity"]["label"] == "Степанакерт"


def test_unknown_language_is_found_out(client: FlaskClient) -> None:
    assert _surfaces(_annotated(client, "Shushi", lang="tlh")) == ["Shushi"]
    record = client.post(URL, json={"text": "Shushi", "lang": "tlh"}).get_json()
    assert _surfaces(record) == ["Shushi"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b"", "#"),
        (b"null", "#"),
        (b"[]", "#"),
        (b'"Shushi"', "#"),
        (b"{", "#"),
        (b"\xff\xfe{\x00", "#"),
        (b'{"text": "\xff"}', "#"),
        (b'{"text": "\\ud800"}', "#"),
        (b"[" * 100_000, "#"),
        (b"{}", "#/text"),
        (b'{"text": null}', "#/text"),
        (b'{"text": ["a"]}', "#/text"),
        (b'{"text": "a", "lang": 7}', "#/lang"),
        (b'{"text": "a", "date": "yesterday"}', "#/date"),
        (b'{"text": "a", "date": "2022-13"}', "#/date"),
        (b'{"text": "a", "id": {}}', "#/id"),
    ],
)
def test_bad_body_says_where(client: FlaskClient, body: bytes, pointer: str) -> None:
    response = client.post(URL, data=body, content_type="application/json")
    assert response.status_code == 400
    (fault,) = response.get_json()["errors"]
    assert fault["pointer"] == pointer, fault


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ("date=yesterday", "date"),
        ("offsets=bytes", "offsets"),
        ("names=some", "names"),
        ("candidates=2", "candidates"),
        ("perspective=xx", "perspective"),
        ("text=Shushi", "text"),
        ("explain=1&explain=1", "explain"),
    ],
)
def test_bad_parameter(client: FlaskClient, asked: str, parameter: str) -> None:
    response = client.post(f"{URL}?{asked}", data=b"x", content_type=PLAIN)
    assert response.status_code == 400
    assert [fault["parameter"] for fault in response.get_json()["errors"]] == [parameter]


def test_wrong_encoding_of_a_plain_text(client: FlaskClient) -> None:
    response = client.post(URL, data="Баку".encode("cp1251"), content_type=PLAIN)
    assert response.status_code == 400
    assert "UTF-8" in response.get_json()["detail"]


def test_text_too_long(real_client: FlaskClient) -> None:
    response = real_client.post(URL, data=b"x" * 1_000_001, content_type=PLAIN)
    assert response.status_code == 400
    (fault,) = response.get_json()["errors"]
    assert fault["pointer"] == "#/text"
    assert "1000000" in fault["detail"]


def test_chunked_body_too_large(client: FlaskClient) -> None:
    response = client.post(
        URL,
        input_stream=io.BytesIO(b"x" * (21 * 1024 * 1024)),
        content_type=PLAIN,
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert response.status_code == 413
    assert "200000 bytes" in response.get_json()["detail"]


def test_answer_says_the_language_of_its_labels(client: FlaskClient) -> None:
    response = client.post(f"{URL}?label_lang=hy", data=b"", content_type=PLAIN)
    assert response.headers["Content-Language"] == "hy"
