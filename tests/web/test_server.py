"""What only a real server does: streams both ways, stops with grace, replaces what dies."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.served import Served, served

BATCH = "/api/v1/annotate/batch"
HEADERS = {"Content-Type": "application/x-ndjson"}


@pytest.fixture(scope="module")
def server(sample_artefact: Path) -> Iterator[Served]:
    with served(sample_artefact) as running:
        yield running


def _chunk(line: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(line), line)


def test_each_line_is_answered_before_the_next_is_sent(server: Served) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        head = f"POST {BATCH} HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n"
        connection.sendall(f"{head}Content-Type: application/x-ndjson\r\n\r\n".encode())
        with connection.makefile("rb") as answers:
            for number in range(4):
                line = json.dumps({"id": number, "text": "Shushi"}).encode() + b"\n"
                connection.sendall(_chunk(line))
                answer = next(text for text in answers if text.startswith(b"{"))
                assert json.loads(answer)["id"] == number
            connection.sendall(_chunk(b""))
            assert b"0\r\n" in answers


@pytest.mark.parametrize("declared", [True, False])
def test_sender_that_reads_nothing_until_all_is_sent(server: Served, declared: bool) -> None:
    """8 MB of questions and 40 MB of answers: more than all buffers on the way hold."""
    line = b'{"text": "Shushi, Khankendi, Lachin, Zabukh %s"}\n' % (b"x" * 2000)
    body = line * 4000
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    lines = iter([line * 100] * 40)
    connection.request("POST", f"{BATCH}?names=all", body if declared else lines, HEADERS)
    with connection.getresponse() as response:
        count = sum(1 for answer in response if answer.startswith(b'{"id":null,"mentions":[{'))
    connection.close()
    assert count == 4000


def test_many_at_once(server: Served) -> None:
    found: list[bytes] = []

    def ask() -> None:
        found.extend(server.get("/api/v1/lookup?q=Shushi") for _ in range(20))

    askers = [threading.Thread(target=ask) for _ in range(8)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(found) == 160
    assert len(set(found)) == 1


def test_stops_with_grace(sample_artefact: Path) -> None:
    with served(sample_artefact) as running:
        connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)
        connection.putrequest("POST", BATCH)
        for name, value in {**HEADERS, "Transfer-Encoding": "chunked"}.items():
            connection.putheader(name, value)
        connection.endheaders()
        connection.send(_chunk(b'{"id": 1, "text": "Shushi"}\n'))
        with connection.getresponse() as response:
            assert json.loads(response.readline())["id"] == 1
            running.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            connection.send(_chunk(b'{"id": 2, "text": "Shushi"}\n') + _chunk(b""))
            assert json.loads(response.readline())["id"] == 2
        connection.close()
        assert running.process.wait(timeout=20) == 0


def _children(running: Served) -> list[int]:
    command = ["ps", "-o", "pid=", "--ppid", str(running.process.pid)]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    return [int(pid) for pid in listed.stdout.split()]


def test_dead_process_is_replaced(sample_artefact: Path) -> None:
    with served(sample_artefact, workers=2) as running:
        first, second = _children(running)
        os.kill(first, signal.SIGKILL)
        until = time.monotonic() + 20
        while (alive := set(_children(running)) - {first}) == {second} or len(alive) < 2:
            assert time.monotonic() < until
            time.sleep(0.1)
        time.sleep(0.3)
        answers = [running.get("/api/v1/lookup?q=Shushi") for _ in range(20)]
        assert len(set(answers)) == 1


def test_dataset_that_is_missing_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ArtefactError"), served(tmp_path / "none.gpkg"):
        pass
