"""The inputs of a batch as chunks: whole lines, or one whole text, with their places.

Only one chunk is in memory at a time, however large the input and however long its lines: a line
beyond the limit is counted and passed over, not loaded.
"""

from __future__ import annotations

import errno
import gzip
import io
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, cast

AUTO, LINES, TEXT, HTML = "auto", "jsonl", "text", "html"
WHOLE = (TEXT, HTML)
"""Forms of which a file is one record."""

STDIN = "-"

LONGEST_LINE = 20_000_000
"""Bytes allowed in one line or one text file; ``core`` allows 1 million code points."""

CHUNK_BYTES = 256 * 1024
"""Bytes given to a process at a time: some 25 ms of work, and bounded answers."""

_SUFFIXES = {
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".json": LINES,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
}
_STREAM_ERRORS = (OSError, EOFError, zlib.error)
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class BatchInput:
    """A file or standard input (path ``-``), and its form: jsonl, text, html or ``auto``."""

    path: str
    form: str

    @property
    def name(self) -> str:
        """The path for messages, or ``stdin``."""
        return "stdin" if self.path == STDIN else self.path

    @property
    def record_id(self) -> str:
        """The id of the record that a plain text makes: the file's name without its folder."""
        return "stdin" if self.path == STDIN else Path(self.path).name


@dataclass(frozen=True, slots=True)
class Position:
    """Where reading goes on: input number, byte offset (uncompressed) and line number."""

    source: int = 0
    offset: int = 0
    line: int = 1


START = Position()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the work. ``number`` counts from 0; ``end`` is where reading goes on after it.

    ``fault`` says why there is nothing to work on: a line too long, or a damaged file.
    ``consumed`` counts the bytes of the file (compressed, if it is) that it took, for progress.
    """

    number: int
    source: BatchInput
    start: Position
    end: Position
    payload: bytes = field(default=b"", repr=False)
    fault: str = ""
    consumed: int = 0

    def lines(self) -> Iterator[tuple[int, int, bytes]]:
        """Give (line number, byte offset, bytes) of each record; blank lines are none."""
        if self.source.form in WHOLE:
            yield self.start.line, self.start.offset, self.payload
            return
        offset = self.start.offset
        for number, line in enumerate(self.payload.split(b"\n"), self.start.line):
            if line and not line.isspace():
                yield number, offset, line
            offset += len(line) + 1


def can_be_reread(source: BatchInput) -> bool:
    """Tell a file from what can be read only once: standard input, a pipe, a terminal."""
    return source.path != STDIN and Path(source.path).is_file()


def choose_input(path: str, form: str = AUTO) -> BatchInput:
    """Say what is in a file by its name; ``auto`` is left where only its first byte can tell.

    >>> choose_input("news/2023.jsonl.gz").form, choose_input("note.txt").form
    ('jsonl', 'text')
    """
    if form == AUTO:
        plain_name = Path(path.lower().removesuffix(".gz"))
        form = _SUFFIXES.get(plain_name.suffix, AUTO)
    return BatchInput(path, form)


def _sniff(beginning: bytes) -> str:
    if not beginning:
        return LINES  # of no records: nothing was said, and nothing is the answer
    return LINES if beginning.removeprefix(_UTF8_MARK).lstrip().startswith(b"{") else TEXT


def read_chunks(
    inputs: Sequence[BatchInput],
    start: Position = START,
    longest: int = LONGEST_LINE,
    chunk_bytes: int = CHUNK_BYTES,
) -> Iterator[Chunk]:
    """Cut the inputs into chunks in order, from ``start`` on.

    What cannot be read becomes a chunk with a fault; reading goes on after it.
    """
    number = 0
    for index in range(start.source, len(inputs)):
        at = start if index == start.source else Position(index)
        for chunk in _Reader(inputs[index], at, longest, chunk_bytes).chunks(number):
            yield chunk
            number += 1


class _Reader:
    """Reads one input; ``self._at`` is the place of the first byte not yet given out."""

    def __init__(self, source: BatchInput, at: Position, longest: int, chunk_bytes: int) -> None:
        self._source, self._at = source, at
        self._longest, self._chunk_bytes = longest, chunk_bytes
        self._stream: IO[bytes] = io.BytesIO()
        self._raw: IO[bytes] = self._stream
        self._held = bytearray()
        self._number = self._raw_done = 0

    def chunks(self, number: int) -> Iterator[Chunk]:
        """Give the chunks, the first of them numbered ``number``."""
        self._number = number
        try:
            self._stream, self._raw = _open(self._source.path)
        except OSError as error:
            yield self._fault(f"cannot be opened ({error.strerror})")
            return
        try:
            yield from self._all_chunks()
        except _STREAM_ERRORS as error:
            cut = self._held.rfind(b"\n") + 1
            if cut:
                yield self._chunk(bytes(self._held[:cut]))
            detail = str(error) or type(error).__name__
            yield self._fault(f"the rest of this file cannot be read ({detail})")
        finally:
            if self._source.path != STDIN:
                self._stream.close()
                self._raw.close()

    def _all_chunks(self) -> Iterator[Chunk]:
        if self._at.offset:
            if self._stream.seek(self._at.offset) != self._at.offset:
                raise EOFError(f"it ends before byte {self._at.offset}")
            self._raw_done = self._raw_position()
        first = self._read()
        if self._source.form == AUTO:
            self._source = replace(self._source, form=_sniff(first))
        yield from self._text(first) if self._source.form in WHOLE else self._lines(first)

    def _lines(self, block: bytes) -> Iterator[Chunk]:
        held = self._held
        searched = 0
        at_once = self._source.path == STDIN  # whoever writes to a pipe may wait for an answer
        while block:
            held += block
            if len(held) >= self._chunk_bytes or at_once:
                cut = held.rfind(b"\n", searched) + 1
                if cut:
                    payload = bytes(held[:cut])
                    del held[:cut]
                    yield self._chunk(payload)
                searched = len(held)
                if searched > self._longest:
                    yield self._skip_line()
                    searched = 0
            block = self._read()
        if held:
            yield self._chunk(bytes(held))

    def _skip_line(self) -> Chunk:
        """Pass over the line that ``held`` begins; leave what follows it in ``held``."""
        length = len(self._held)
        self._held.clear()
        while block := self._read():
            newline = block.find(b"\n")
            if newline >= 0:
                length += newline
                self._held += block[newline + 1 :]
                break
            length += len(block)
        after = Position(self._at.source, self._at.offset + length + 1, self._at.line + 1)
        return self._fault(too_long(length, self._longest), after)

    def _text(self, block: bytes) -> Iterator[Chunk]:
        size, parts = 0, []
        while block:
            size += len(block)
            parts.append(block if size <= self._longest else b"")
            block = self._read()
        if size > self._longest:
            yield self._fault(too_long(size, self._longest))
        else:
            yield self._chunk(b"".join(parts), Position(self._at.source + 1))

    def _read(self) -> bytes:
        """Read what is there, at most a chunk's worth; nothing already read is lost on an error."""
        return cast(io.BufferedReader, self._stream).read1(self._chunk_bytes)

    def _chunk(self, payload: bytes, after: Position | None = None) -> Chunk:
        if after is None:
            after = Position(
                self._at.source,
                self._at.offset + len(payload),
                self._at.line + payload.count(b"\n"),
            )
        return self._made(after, payload=payload)

    def _fault(self, detail: str, after: Position | None = None) -> Chunk:
        return self._made(after or Position(self._at.source + 1), fault=detail)

    def _made(self, after: Position, payload: bytes = b"", fault: str = "") -> Chunk:
        consumed = self._raw_position() - self._raw_done
        self._raw_done += consumed
        start, self._at = self._at, after
        number, self._number = self._number, self._number + 1
        return Chunk(number, self._source, start, after, payload, fault, consumed)

    def _raw_position(self) -> int:
        told = self._source.path != STDIN and self._raw.seekable()
        return self._raw.tell() if told else self._at.offset


def too_long(length: int, longest: int) -> str:
    """Say that a line or text is beyond the limit."""
    return f"is {length:,} bytes long; at most {longest:,} are read"


def _open(path: str) -> tuple[IO[bytes], IO[bytes]]:
    """Open an input; return its uncompressed stream and the file whose position shows progress."""
    if path == STDIN:
        if sys.stdin is None:  # the shell's <&-
            raise OSError(errno.EBADF, "standard input is closed")
        return sys.stdin.buffer, sys.stdin.buffer
    raw = Path(path).open("rb")  # noqa: SIM115 - the reader closes it
    if path.lower().endswith(".gz"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=raw)), raw
    return raw, raw
