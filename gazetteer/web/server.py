"""Serving with granian: some processes, each with threads, all forked from one warm application.

The application is made and its matcher loaded before the processes start, so they are ready at
once and share what they only read. SIGTERM and SIGINT let running requests finish; SIGHUP opens
the dataset anew and replaces the processes one by one.
"""

from __future__ import annotations

import gc
from functools import cache

from flask import Flask
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from gazetteer.web.app import create_app
from gazetteer.web.current import EXTENSION

THREADS = 16
"""Requests that one process works on at a time; a batch occupies one for as long as it streams."""

_WAITING = 2_048
"""Connections that may be open at a time; most of them are idle keep-alives of browsers."""
_SECONDS_TO_FINISH = 30


def serve(host: str = "127.0.0.1", port: int = 8000, workers: int = 1) -> None:
    """Serve until told to stop. ``workers`` is the number of processes.

    Raises ArtefactError or DatasetError before anything listens when there is nothing to serve.
    """
    application()
    server = Server(
        "gazetteer.web.server:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        backpressure=_WAITING,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=_SECONDS_TO_FINISH,
        log_level=LogLevels.info,
        factory=True,
    )
    server.on_reload(_reopen)
    server.serve(target_loader=_loaded)


@cache
def application() -> Flask:
    """Return the application with everything loaded that a first request would wait for."""
    app = create_app()
    app.extensions[EXTENSION].matcher  # noqa: B018 - a cached property, loaded by looking at it
    gc.freeze()  # what exists now is shared by the processes; do not touch it when collecting
    return app


def _loaded(_target: str) -> Flask:
    return application()


def _reopen() -> None:
    application.cache_clear()
    application()
