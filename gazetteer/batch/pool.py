"""An own pool of processes that loses nothing: the chunk of a process that dies is run again.

The standard pools hang or give up when a process is killed. Here the parent holds each chunk
until its answer has arrived whole, so an answer is either taken once or asked for again. A chunk
that has killed two processes is run record by record, and the record that kills two more is
rejected; everything else in it is kept.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from gazetteer.batch.annotator import BatchSettings, ChunkResult, Reject
from gazetteer.batch.inputs import Chunk
from gazetteer.batch.worker import Answer, Task, work
from gazetteer.errors import ArtefactError, GazetteerError

_AHEAD = 2
"""Tasks given to a process at once, so that it never waits for the next one."""

_WINDOW = 4
"""Chunks a process that may be read before the oldest is written: this bounds memory."""

_DEATHS = 2
"""Processes that a chunk, and then one record of it, may kill before it is treated apart."""

_STARTS = 3
"""Processes in a row that may die before they are ready."""

_SPAWN = get_context("spawn")
"""A forked process would inherit the pipes of its siblings and never see the parent die."""


class PoolError(GazetteerError, RuntimeError):
    """No process can be started."""


@dataclass(slots=True)
class _Job:
    """A chunk under way: what has come back of it, and how many processes it has killed."""

    chunk: Chunk
    result: ChunkResult = field(default_factory=ChunkResult)
    done: int = 0
    deaths: int = 0
    one_by_one: bool = False

    def task(self) -> Task:
        return Task(self.chunk, self.one_by_one, self.done)

    def blame(self) -> None:
        """Count the death of the process that was at work on this."""
        self.deaths += 1
        if self.deaths < _DEATHS:
            return
        self.deaths = 0
        if self.one_by_one:
            self._reject_next()
        self.one_by_one = True

    def _reject_next(self) -> None:
        for place, (line, offset, _) in enumerate(self.chunk.lines()):
            if place == self.done:
                fault = f"ended {_DEATHS * 2} processes that worked on it"
                reject = Reject(self.chunk.source.name, line, offset, fault)
                self.result += ChunkResult(rejects=(reject,))
        self.done += 1


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    connection: Connection[Any, Any]
    jobs: deque[_Job] = field(default_factory=deque)
    ready: bool = False


class Pool:
    """``jobs`` processes that annotate chunks. ``report`` is told of deaths, one line each.

    Close it, or use it in a ``with`` statement; its processes also end when the parent dies.
    """

    def __init__(
        self, settings: BatchSettings, jobs: int, report: Callable[[str], None] = lambda line: None
    ) -> None:
        self._settings, self._size, self._report = settings, jobs, report
        self._finished: dict[int, _Job] = {}
        self._failed_starts = 0
        self._workers = [self._started() for _ in range(jobs)]

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def process_ids(self) -> tuple[int, ...]:
        """The ids of the processes now alive."""
        return tuple(worker.process.pid or 0 for worker in self._workers)

    def map(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, ChunkResult]]:
        """Give each chunk with its result, in the order of the chunks' numbers.

        Raises ArtefactError when the dataset cannot be used, PoolError when processes cannot.
        """
        read = written = 0
        exhausted = False
        while not exhausted or written < read:
            while not exhausted and read - written < self._size * _WINDOW and self._has_room():
                chunk = next(chunks, None)
                if chunk is None:
                    exhausted = True
                else:
                    read += 1
                    self._give(_Job(chunk))
            while written in self._finished:
                job = self._finished.pop(written)
                written += 1
                yield job.chunk, job.result
            if written < read and written not in self._finished:
                self._hear()

    def close(self) -> None:
        """End all processes: at once those that are idle, by force those that are not."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(timeout=0.5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers = []

    def _started(self) -> _Worker:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=work, args=(theirs, self._settings), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _has_room(self) -> bool:
        return any(len(worker.jobs) < _AHEAD for worker in self._workers)

    def _give(self, job: _Job) -> None:
        if job.chunk.fault:  # nothing to work on
            chunk = job.chunk
            reject = Reject(chunk.source.name, chunk.start.line, chunk.start.offset, chunk.fault)
            job.result = ChunkResult(rejects=(reject,))
            self._finished[chunk.number] = job
            return
        worker = min(self._workers, key=lambda w: len(w.jobs))
        worker.jobs.append(job)
        with suppress(OSError):  # it may have died; its sentinel says so, and its jobs go on
            worker.connection.send(job.task())

    def _hear(self) -> None:
        """Wait until a process says something or dies, and take it in."""
        connections = [worker.connection for worker in self._workers]
        sentinels = [worker.process.sentinel for worker in self._workers]
        heard = wait([*connections, *sentinels])
        for worker in list(self._workers):
            if worker.connection not in heard and worker.process.sentinel not in heard:
                continue
            try:
                while worker.connection.poll():
                    self._take(worker, worker.connection.recv())
            except (EOFError, OSError):
                self._replace(worker)

    def _take(self, worker: _Worker, answer: Answer) -> None:
        if answer.fatal:
            raise ArtefactError(answer.fatal)
        if answer.result is None:
            worker.ready = True
            self._failed_starts = 0
            return
        job = worker.jobs[0]
        job.result += answer.result
        job.done += 1
        job.deaths = 0
        if answer.last:
            worker.jobs.popleft()
            self._finished[answer.number] = job

    def _replace(self, worker: _Worker) -> None:
        """Start another process for one that has died and give its jobs out again."""
        worker.process.join()
        worker.connection.close()
        how = _how(worker.process.exitcode)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise PoolError(f"processes end as they start ({how}); try --jobs 1")
        elif worker.jobs:
            worker.jobs[0].blame()
        count = len(worker.jobs)
        self._report(f"process {worker.process.pid} died ({how}); {count} of its chunks run again")
        place = self._workers.index(worker)
        self._workers[place] = self._started()
        for job in worker.jobs:
            self._give(job)


def _how(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"signal {signal.Signals(-exit_code).name}"
    return f"exit code {exit_code}"
