"""A batch on one machine: inputs read as a stream, annotated by processes, written in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import IO, Protocol

from gazetteer.batch.annotator import Annotator, BatchSettings, ChunkResult, Reject
from gazetteer.batch.inputs import STDIN, BatchInput, Chunk, can_be_reread, read_chunks
from gazetteer.batch.output import Counts, FileSink, JsonShape, StreamSink, fingerprints
from gazetteer.batch.pool import Pool
from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError


class Watcher(Protocol):
    """What a batch tells whoever watches it; all three may be called often."""

    def advanced(self, consumed: int) -> None:
        """So many bytes more of the input files are finished."""

    def rejected(self, reject: Reject) -> None:
        """A record was rejected (also told when rejects go to a file)."""

    def noticed(self, line: str) -> None:
        """Something happened that loses nothing, such as the death of a process."""


class Unwatched:
    """Tells nobody."""

    def advanced(self, consumed: int) -> None:
        """Say nothing."""

    def rejected(self, reject: Reject) -> None:
        """Say nothing."""

    def noticed(self, line: str) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where records and rejects go. ``output`` is a stream, or a path that can be resumed.

    ``checkpoint_s``: seconds between manifests, the most work that a kill makes to be done again.
    """

    output: IO[bytes] | Path
    rejects: Path | None = None
    resume: bool = False
    checkpoint_s: float = 1.0


def annotate_batch(
    gazetteer: Gazetteer,
    inputs: Sequence[BatchInput],
    destination: Destination,
    settings: BatchSettings,
    *,
    jobs: int = 1,
    watcher: Watcher | None = None,
) -> Counts:
    """Annotate every record of the inputs; write one JSON line for each, in their order.

    With ``jobs`` above 1 in so many processes, any of which may die without loss. With a path as
    output the batch may be killed at any time and resumed. Memory does not grow with the input.

    Raises QueryError when it cannot be resumed or would write over an input, ArtefactError when
    the dataset is unusable; a bad record is a reject and the rest goes on.
    """
    watcher = watcher or Unwatched()
    _check_paths(inputs, destination)
    sink = _sink(gazetteer, inputs, destination, settings)
    if sink.progress.done:
        sink.close(done=True)
        watcher.noticed("nothing to resume: this batch is complete")
        return sink.progress.counts
    done = False
    notice = partial(_note_death, sink, watcher)
    chunks = read_chunks(inputs, sink.progress.position, settings.longest_line)
    try:
        with closing(_results(gazetteer, chunks, settings, jobs, notice)) as results:
            for chunk, result in results:
                sink.write(result, chunk.end)
                for reject in result.rejects:
                    watcher.rejected(reject)
                watcher.advanced(chunk.consumed)
        done = True
    finally:
        sink.close(done)
    return sink.progress.counts


def _note_death(sink: StreamSink | FileSink, watcher: Watcher, line: str) -> None:
    sink.progress.counts.processes_died += 1
    watcher.noticed(line)


def _results(
    gazetteer: Gazetteer,
    chunks: Iterator[Chunk],
    settings: BatchSettings,
    jobs: int,
    notice: Callable[[str], None],
) -> Generator[tuple[Chunk, ChunkResult], None, None]:
    if jobs <= 1:
        annotator = Annotator(gazetteer, settings)
        for chunk in chunks:
            yield chunk, annotator.run(chunk)
        return
    with Pool(settings, jobs, notice) as pool:
        yield from pool.map(chunks)


def _sink(
    gazetteer: Gazetteer,
    inputs: Sequence[BatchInput],
    destination: Destination,
    settings: BatchSettings,
) -> StreamSink | FileSink:
    output = destination.output
    if not isinstance(output, Path):
        return StreamSink(output, destination.rejects)
    if output.exists() and not output.is_file():  # a device or a named pipe
        return StreamSink(output.open("wb"), destination.rejects)
    asked: JsonShape = {
        "inputs": fingerprints(inputs),
        "dataset": gazetteer.store.digest,
        "options": _options(settings),
        "rejects": str(destination.rejects or ""),
    }
    return FileSink(
        output,
        destination.rejects,
        asked,
        resume=destination.resume,
        checkpoint_s=destination.checkpoint_s,
    )


def _options(settings: BatchSettings) -> JsonShape:
    """Write down all that changes the output; the path of the dataset does not, its digest does."""
    answers = settings.answers
    return {
        "defaults": {**asdict(settings.defaults), "date": str(settings.defaults.date or "")},
        "policy": {**asdict(answers.policy), "at": str(answers.policy.at or "")},
        "mentions": asdict(answers.mentions),
        "glosses": asdict(answers.glosses) if answers.glosses else None,
        "longest_line": settings.longest_line,
        "form": [answers.form, answers.as_text, asdict(answers.identities)],
    }


def _check_paths(inputs: Sequence[BatchInput], destination: Destination) -> None:
    """Refuse to write over an input, or twice to one file, or to resume what has no place."""
    if destination.resume:
        if not isinstance(destination.output, Path):
            raise QueryError("--resume", "needs --output FILE; a stream cannot be gone on with")
        if not all(map(can_be_reread, inputs)):
            fault = "needs files as input; standard input and pipes cannot be re-read"
            raise QueryError("--resume", fault)
    written = [path for path in (destination.output, destination.rejects) if isinstance(path, Path)]
    for path in written:
        for source in inputs:
            if source.path != STDIN and _is_same(path, Path(source.path)):
                raise QueryError("--output", f"{path} is also an input and would be written over")
    if len(written) == 2 and written[0].resolve() == written[1].resolve():
        raise QueryError("--rejects", "is the same file as --output")


def _is_same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and os.path.samefile(path, other)
