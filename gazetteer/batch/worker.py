"""What runs in a process of the pool: tasks in by one pipe, answers out by the same."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any

from gazetteer.batch.annotator import Annotator, BatchSettings, ChunkResult
from gazetteer.batch.inputs import Chunk
from gazetteer.errors import GazetteerError


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk to annotate; ``one_by_one`` answers after each record, from record ``skip`` on."""

    chunk: Chunk
    one_by_one: bool = False
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a process says: that it is ready, a result, or that it can do nothing (``fatal``).

    ``last`` is true when the chunk ``number`` is finished with this answer.
    """

    number: int = -1
    result: ChunkResult | None = None
    last: bool = True
    fatal: str = ""


def work(connection: Connection[Any, Any], settings: BatchSettings) -> None:
    """Answer tasks until the pipe is closed, which is also how the death of the parent shows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    tasks: SimpleQueue[Task | None] = SimpleQueue()
    Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    try:
        annotator = Annotator.open(settings)
        connection.send(Answer())
        while (task := tasks.get()) is not None:
            _answer(connection, annotator, task)
    except GazetteerError as error:
        connection.send(Answer(fatal=str(error)))
    except OSError:
        pass  # the parent has gone; nobody waits for an answer


def _receive(connection: Connection[Any, Any], tasks: SimpleQueue[Task | None]) -> None:
    """Empty the pipe at all times, so that the parent never waits to send a task."""
    try:
        while True:
            tasks.put(connection.recv())
    except (EOFError, OSError):
        tasks.put(None)


def _answer(connection: Connection[Any, Any], annotator: Annotator, task: Task) -> None:
    number = task.chunk.number
    if not task.one_by_one:
        connection.send(Answer(number, annotator.run(task.chunk)))
        return
    for result in annotator.records(task.chunk, task.skip):
        connection.send(Answer(number, result, last=False))
    connection.send(Answer(number, ChunkResult()))
