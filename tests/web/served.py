"""A real server in a process of its own, for tests of what only a server does."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gazetteer.artefact_file import PATH_VARIABLE

_START = (
    "import sys; from gazetteer.web.server import serve; serve(port=int(sys.argv[1]), workers={})"
)


@dataclass
class Served:
    """A running server: where it listens and its process."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=20) as response:
            body: bytes = response.read()
            return body

    def stop(self) -> int:
        """Ask the server to stop, as a service manager does, and return how it ended."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=20)


@contextmanager
def served(artefact: Path | None = None, workers: int = 1) -> Iterator[Served]:
    """Run a server on a free port until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = dict(os.environ)
    if artefact is not None:
        environment[PATH_VARIABLE] = str(artefact)
    command = [sys.executable, "-c", _START.format(workers), str(port)]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    running = Served(port, process)
    try:
        _wait(running)
        yield running
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _wait(running: Served, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            running.get("/readyz")
            return
        except OSError:
            if running.process.poll() is not None or time.monotonic() > until:
                assert running.process.stderr is not None
                running.process.kill()
                raise RuntimeError(running.process.stderr.read().decode()) from None
            time.sleep(0.05)
