"""Many texts: as they come, whatever is in the lines."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from threading import Event, Semaphore
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gazetteer.batch.records import Defaults, TextRecord
from gazetteer.web import ndjson
from gazetteer.web.spool import ahead

URL = "/api/v1/annotate/batch"
NDJSON = "application/x-ndjson"


def _answers(client: FlaskClient, body: bytes, query: str = "") -> list[dict[str, Any]]:
    response = client.post(f"{URL}{query}", data=body, content_type=NDJSON)
    assert (response.status_code, response.mimetype) == (200, NDJSON)
    return [json.loads(line) for line in response.data.split(b"\n") if line]


def test_bad_lines_are_told_and_the_rest_goes_on(client: FlaskClient) -> None:
    lines = [
        b'{"id": "a", "text": "Shushi"}',
        b"{broken",
        '{"id": "latin", "text": "Şuşa"}'.encode("cp1254"),
        b'{"id": "nul", "text": "\\u0000Shushi\\u0000"}',
        b"\x00\x00",
        b'{"id": "huge", "text": "' + b"x" * 20_000 + b'"}',
        '{"id": "emoji", "text": "🙂 Shushi"}'.encode(),
        '{"id": "accents", "text": "S\u0327us\u0327a"}'.encode(),
        b"",
        b"   ",
        b'{"id": "no text"}',
        b'{"id": "when", "text": "", "date": "someday"}',
        b"[1, 2]",
        '{"id": "rtl", "text": "\u202bShushi\u202c"}'.encode(),
        b'{"id": 9, "text": "Khankendi", "lang": "tlh"}',
    ]
    answers = _answers(client, b"\n".join(lines))
    good = {a["id"]: a["mentions"][0]["surface"] for a in answers if "mentions" in a}
    assert good == {
        "a": "Shushi",
        "nul": "Shushi",
        "emoji": "Shushi",
        "accents": "S\u0327us\u0327a",
        "rtl": "Shushi",
        9: "Khankendi",
    }
    bad = {a["line"]: a["error"]["detail"] for a in answers if "error" in a}
    assert list(bad) == [2, 3, 5, 6, 11, 12, 13]
    assert "UTF-8" in bad[3]
    assert "10,000" in bad[6]
    assert [a.get("id") for a in answers if a.get("line") in (11, 12)] == ["no text", "when"]
    emoji = next(a for a in answers if a.get("id") == "emoji")
    assert emoji["mentions"][0]["start"] == 2


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (b"", 0),
        (b"\n\n\n", 0),
        (b'{"text": ""}', 1),
        (b'{"text": ""}\n', 1),
        (b'{"text": ""}\r\n{"text": ""}\r\n', 2),
        (b'\xef\xbb\xbf{"text": ""}', 1),
    ],
)
def test_ends_of_lines(client: FlaskClient, body: bytes, count: int) -> None:
    answers = _answers(client, body)
    assert len(answers) == count
    assert all("mentions" in answer for answer in answers)


def test_options_hold_for_every_line(client: FlaskClient) -> None:
    body = b'{"text": "Khankendi"}\n{"text": "Shushi"}\n'
    for answer in _answers(client, body, "?names=all&label_lang=ru&perspective=am"):
        (mention,) = answer["mentions"]
        assert mention["entity"]["names"]
        assert mention["entity"]["label"] in ("Степанакерт", "Шуши")


def test_lines_are_counted(client: FlaskClient) -> None:
    answers = _answers(client, b'{"text": ""}\n' * 60)
    assert len(answers) == 51
    assert answers[-1]["line"] == 51
    assert "50" in answers[-1]["error"]["detail"]
    assert len(_answers(client, b'{"text": ""}\n' * 50)) == 50


def test_larger_than_any_body_may_be(client: FlaskClient) -> None:
    line = json.dumps({"text": "x" * 9_000}).encode()
    answers = _answers(client, b"\n".join([line] * 40))
    assert [set(answer) for answer in answers] == [{"id", "mentions"}] * 40


def test_bad_parameters_are_told_before_anything_is_read(client: FlaskClient) -> None:
    response = client.post(f"{URL}?names=some", data=b"{}", content_type=NDJSON)
    assert response.status_code == 400
    assert client.post(URL, data=b"{}", content_type="application/json").status_code == 415


class Lockstep(io.RawIOBase):
    """A body whose sender waits for the answer to a line before it sends the next."""

    def __init__(self, lines: list[bytes]) -> None:
        self._left = lines
        self._rest = b""
        self.may_send = Semaphore(1)

    def read(self, size: int = -1) -> bytes:
        if not self._rest and self._left:
            assert self.may_send.acquire(timeout=10), "asked for more than a line"
            self._rest = self._left.pop(0)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken


def test_answers_come_before_the_body_has_ended(sample_app: Flask) -> None:
    body = Lockstep([b'{"id": %d, "text": "Shushi"}\n' % number for number in range(5)])
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": URL,
        "CONTENT_TYPE": NDJSON,
        "HTTP_TRANSFER_ENCODING": "chunked",
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.url_scheme": "http",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
    }
    answered = sample_app.wsgi_app(environ, lambda *_: lambda _: None)
    lines = iter(answered)
    for number in range(5):
        assert json.loads(next(lines))["id"] == number
        body.may_send.release()
    assert list(lines) == []
    answered.close()  # type: ignore[attr-defined]


def test_body_is_taken_in_ahead_of_the_answers() -> None:
    """A sender that reads nothing until all is sent is not left waiting."""
    sent = Event()

    def blocks() -> Iterator[bytes]:
        yield from [b"x" * 1000] * 100
        sent.set()

    taken = ahead(blocks(), limit=1_000_000)
    first = next(taken)
    assert sent.wait(10)
    assert len(first) + len(b"".join(taken)) == 100_000


def test_body_is_not_taken_in_without_end() -> None:
    given: list[int] = []

    def blocks() -> Iterator[bytes]:
        for number in range(1000):
            given.append(number)
            yield b"x" * 1000

    taken = ahead(blocks(), limit=10_000)
    assert next(taken)
    time.sleep(0.1)
    assert len(given) < 100
    taken.close()  # type: ignore[attr-defined]


def test_body_that_breaks_off_is_answered_as_far_as_it_came(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def blocks() -> Iterator[bytes]:
        yield b"as far as"
        raise ConnectionResetError

    assert b"".join(ahead(blocks(), limit=1000)) == b"as far as"
    assert "broke off" in caplog.text


def _run(body: bytes, lockstep: bool, **limits: int) -> list[dict[str, Any]]:
    def answer(record: TextRecord) -> dict[str, Any]:
        if record.query.text == "fail":
            raise ZeroDivisionError
        return {"id": record.record_id, "mentions": [], "length": len(record.query.text)}

    stream = io.BytesIO(body)
    lines = ndjson.answers(stream, lockstep, ndjson.Limits(**limits), Defaults(), answer)
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("lockstep", [True, False])
def test_both_ways_of_reading_agree(lockstep: bool) -> None:
    texts = ["", "x", "y" * 4096, "z" * 9000, "w" * 70_000, "🙂" * 5000]
    body = b"\n".join(json.dumps({"text": text}).encode() for text in texts)
    lengths = [answer["length"] for answer in _run(body, lockstep)]
    assert lengths == [len(text) for text in texts]
    assert _run(body + b"\n", lockstep, lines=6) == _run(body, lockstep, lines=6)


@pytest.mark.parametrize("lockstep", [True, False])
@pytest.mark.parametrize("length", [99, 100, 101, 4096, 4097, 8192])
def test_overlong_line_is_passed_over(lockstep: bool, length: int) -> None:
    line = b'{"text": "' + b"x" * (length - 12) + b'"}'
    assert len(line) == length
    first, second = _run(line + b'\n{"id": 2, "text": ""}', lockstep, line_bytes=100)
    assert second["id"] == 2
    assert ("error" in first) == (length > 100)


def test_failure_of_one_record_is_told(caplog: pytest.LogCaptureFixture) -> None:
    body = b'{"id": 1, "text": "fail"}\n{"id": 2, "text": ""}'
    failed, good = _run(body, lockstep=False)
    assert failed == {
        "line": 1,
        "id": 1,
        "error": {"detail": "failed unexpectedly; it has been logged"},
    }
    assert good["id"] == 2
    assert "ZeroDivisionError" in caplog.text


def test_memory_does_not_grow_with_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line without end is counted and thrown away, block by block."""
    import tracemalloc

    class Endless(io.RawIOBase):
        left = 400

        def read(self, size: int = -1) -> bytes:
            self.left -= 1
            return b"x" * size if self.left > 0 else b""

    def never(record: TextRecord) -> dict[str, Any]:
        raise AssertionError(record)

    def answers() -> Iterator[bytes]:
        limits = ndjson.Limits(line_bytes=1_000_000)
        return ndjson.answers(Endless(), False, limits, Defaults(), never)  # type: ignore[arg-type]

    tracemalloc.start()
    (line,) = answers()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "26,148,864 bytes" in line.decode()
    assert peak < 4_000_000


def test_silent_sender_is_told_and_let_go() -> None:
    class Silent(io.BytesIO):
        """Gives one line and then nothing, like a client that has forgotten us."""

        def read(self, size: int | None = -1, /) -> bytes:
            given = super().read(size)
            if not given:
                Event().wait(5)
            return given

    stream = Silent(b'{"text": ""}\n')
    limits = ndjson.Limits(idle_seconds=0.1)
    lines = list(ndjson.answers(stream, True, limits, Defaults(), lambda record: {"id": 1}))
    assert [json.loads(line) for line in lines] == [
        {"id": 1},
        {
            "line": 2,
            "error": {"detail": "nothing came for 0.1 seconds; what came before it is answered"},
        },
    ]
