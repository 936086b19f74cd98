"""Where a batch writes: a stream, or a file with a manifest beside it that lets it go on.

The manifest is replaced, atomically and after the output has reached the disk, with where reading
goes on and how long the output was then. A run that goes on cuts the output back to that length:
what was written after the last manifest is written again, nothing is lost and nothing doubled.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

import orjson

from gazetteer.batch.annotator import ChunkResult
from gazetteer.batch.inputs import START, BatchInput, Position, can_be_reread
from gazetteer.errors import QueryError

_VERSION = 1
_FINGERPRINTED = 64 * 1024

JsonShape = dict[str, Any]


@dataclass(slots=True)
class Counts:
    """What a batch has done so far. ``guessed``: records in a language not known here."""

    records: int = 0
    mentions: int = 0
    rejected: int = 0
    guessed: int = 0
    processes_died: int = 0

    def plus(self, result: ChunkResult) -> Counts:
        """Return the counts with a chunk more."""
        return Counts(
            self.records + result.records,
            self.mentions + result.mentions,
            self.rejected + len(result.rejects),
            self.guessed + result.guessed,
            self.processes_died,
        )


@dataclass(slots=True)
class Progress:
    """How far a batch has come: the content of its manifest but for what it was asked.

    A chunk makes a new one, so that an interrupt between any two steps finds it whole.
    """

    position: Position = START
    output_bytes: int = 0
    rejects_bytes: int = 0
    done: bool = False
    counts: Counts = field(default_factory=Counts)

    @classmethod
    def from_json(cls, shape: JsonShape) -> Progress:
        """Read what ``dataclasses.asdict`` wrote."""
        return cls(
            Position(**shape["position"]),
            shape["output_bytes"],
            shape["rejects_bytes"],
            shape["done"],
            Counts(**shape["counts"]),
        )

    def after(self, result: ChunkResult, position: Position, rejects_bytes: int = 0) -> Progress:
        """Return the progress with a chunk more, whose rejects took so many bytes."""
        return Progress(
            position,
            self.output_bytes + len(result.output),
            self.rejects_bytes + rejects_bytes,
            self.done,
            self.counts.plus(result),
        )


class StreamSink:
    """Writes to a stream that cannot be gone back on; each chunk is flushed."""

    def __init__(self, stream: IO[bytes], rejects: Path | None = None) -> None:
        self._stream = stream
        self._rejects = rejects.open("wb") if rejects else None
        self.progress = Progress()

    def write(self, result: ChunkResult, after: Position) -> None:
        """Write the result of a chunk; ``after`` is where reading goes on."""
        self._stream.write(result.output)
        self._stream.flush()
        if self._rejects:
            self._rejects.writelines(reject.as_json() for reject in result.rejects)
        self.progress = self.progress.after(result, after)

    def close(self, done: bool) -> None:
        """Close the rejects; the stream is not ours to close."""
        self.progress.done = done
        if self._rejects:
            self._rejects.close()


class FileSink:
    """Writes to a file, with a manifest beside it.

    ``asked`` is what makes two runs the same: ``resume`` refuses another. Raises QueryError when
    there is something to resume that does not fit, or another process writes the same file.
    """

    def __init__(
        self,
        path: Path,
        rejects: Path | None,
        asked: JsonShape,
        *,
        resume: bool = False,
        checkpoint_s: float = 1.0,
    ) -> None:
        self._path, self._asked, self._checkpoint_s = path, asked, checkpoint_s
        self._manifest = manifest_path(path)
        self.progress = self._known_progress() if resume else Progress()
        self._output = _open_at(path, self.progress.output_bytes)
        self._rejects = _open_at(rejects, self.progress.rejects_bytes) if rejects else None
        self._checkpoint()

    def write(self, result: ChunkResult, after: Position) -> None:
        """Write the result of a chunk; ``after`` is where reading goes on."""
        self._output.write(result.output)
        rejects = b"".join(reject.as_json() for reject in result.rejects) if self._rejects else b""
        if self._rejects:
            self._rejects.write(rejects)
        self.progress = self.progress.after(result, after, len(rejects))
        if time.monotonic() >= self._due:
            self._checkpoint()

    def close(self, done: bool) -> None:
        """Write the last manifest and close the files."""
        self.progress.done = done
        self._checkpoint()
        self._output.close()
        if self._rejects:
            self._rejects.close()

    def _checkpoint(self) -> None:
        for file in (self._output, self._rejects):
            if file:
                file.flush()
                os.fsync(file.fileno())
        shape = {"version": _VERSION, "asked": self._asked, "progress": asdict(self.progress)}
        written = self._manifest.with_name(self._manifest.name + ".new")
        with written.open("wb") as manifest:
            manifest.write(orjson.dumps(shape, option=orjson.OPT_INDENT_2))
            manifest.flush()
            os.fsync(manifest.fileno())
        written.replace(self._manifest)
        self._due = time.monotonic() + self._checkpoint_s

    def _known_progress(self) -> Progress:
        if not self._manifest.exists():
            if self._path.exists():
                fault = f"{self._path} has no manifest beside it, so nobody knows how far it is"
                raise QueryError("--resume", f"{fault}; remove it or leave --resume out")
            return Progress()
        try:
            shape = orjson.loads(self._manifest.read_bytes())
            asked, progress = shape["asked"], Progress.from_json(shape["progress"])
        except (ValueError, KeyError, TypeError) as error:
            fault = f"{self._manifest} is damaged"
            raise QueryError("--resume", f"{fault}; remove it and start again") from error
        different = sorted(key for key in self._asked if self._asked[key] != asked.get(key))
        if different:
            fault = f"{self._path} was begun with other {', '.join(different)}"
            raise QueryError("--resume", f"{fault}; ask the same, or start again without --resume")
        return progress


def manifest_path(output: Path) -> Path:
    """Return where the manifest of an output file lies.

    >>> manifest_path(Path("out/news.jsonl")).name
    'news.jsonl.manifest.json'
    """
    return output.with_name(output.name + ".manifest.json")


def fingerprints(inputs: Sequence[BatchInput]) -> list[JsonShape]:
    """Tell inputs apart by path, form, size, and a hash of their first and last bytes."""
    return [{"path": source.path, "form": source.form, **_fingerprint(source)} for source in inputs]


def _fingerprint(source: BatchInput) -> JsonShape:
    if not can_be_reread(source):
        return {}
    with open(source.path, "rb") as file:
        digest = hashlib.sha256(file.read(_FINGERPRINTED))
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _FINGERPRINTED))
        digest.update(file.read())
    return {"bytes": size, "sha256_of_ends": digest.hexdigest()}


def _open_at(path: Path, length: int) -> IO[bytes]:
    """Open a file for writing after its first ``length`` bytes, alone. Raises QueryError."""
    file = path.open("r+b" if path.exists() else "w+b")
    try:
        if not _lock(file):
            raise QueryError("--output", f"another process is writing {path}")
        size = file.seek(0, os.SEEK_END)
        if size < length:
            fault = f"{path} has {size} bytes, fewer than the {length} its manifest tells of"
            raise QueryError("--resume", f"{fault}; start again without --resume")
        file.truncate(length)
        file.seek(length)
    except BaseException:
        file.close()
        raise
    return file


def _lock(file: IO[bytes]) -> bool:
    try:
        import fcntl
    except ImportError:  # not POSIX: two runs on one output are then the caller's to avoid
        return True
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
