"""A process of the pool that dies, as by the kernel's hand, at records that say so."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from gazetteer.batch import worker
from gazetteer.batch.annotator import Annotator, BatchSettings, ChunkResult
from gazetteer.batch.inputs import Chunk

ALWAYS = "KILL ALWAYS"
ONCE = "KILL ONCE IN "
"""Followed by the path of a file that is made at the first death."""


class PoisonedAnnotator(Annotator):
    def run(self, chunk: Chunk) -> ChunkResult:
        for _, _, line in chunk.lines():
            self._maybe_die(line)
        return super().run(chunk)

    def records(self, chunk: Chunk, skip: int = 0) -> Iterator[ChunkResult]:
        lines = [line for _, _, line in chunk.lines()][skip:]
        results = super().records(chunk, skip)
        for line in lines:
            self._maybe_die(line)
            yield next(results)

    def _maybe_die(self, line: bytes) -> None:
        text = line.decode("utf-8")
        if ALWAYS in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if ONCE in text:
            mark = Path(text.split(ONCE)[1].split('"')[0])
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)


def work(connection: Connection[Any, Any], settings: BatchSettings) -> None:
    worker.Annotator = PoisonedAnnotator  # type: ignore[attr-defined]
    worker.work(connection, settings)


def die_at_once(connection: Connection[Any, Any], settings: BatchSettings) -> None:
    os._exit(7)
