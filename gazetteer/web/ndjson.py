"""Newline-delimited JSON in and out, one line at a time in both directions.

A line is answered as soon as it is read, and never more than one line is held. A bad line, a line
beyond the limit and a failure on one line become an error line; the rest goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import IO, Any

import orjson

from gazetteer.batch.records import Defaults, TextRecord, parse_line
from gazetteer.errors import GazetteerError, RecordError
from gazetteer.web.spool import ahead

_BLOCK = 64 * 1024
_SINGLES = 4096
_LOG = logging.getLogger(__name__)

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one batch may bring: bytes in a line, lines, bytes ahead of the answers, silence."""

    line_bytes: int = 10_000_000
    lines: int = 1_000_000
    ahead_bytes: int = 1_000_000_000
    idle_seconds: float = 60.0


def answers(
    stream: IO[bytes],
    lockstep: bool,
    limits: Limits,
    defaults: Defaults,
    answer: Callable[[TextRecord], Shape],
) -> Iterator[bytes]:
    """Answer each line of a stream with one line. Blank lines count but are not answered.

    ``lockstep``: the sender may wait for the answer to a line before it sends on. Else it may send
    everything before it reads anything. Neither is left waiting.
    """
    blocks = _single_bytes(stream) if lockstep else iter(partial(stream.read, _BLOCK), b"")
    body = ahead(blocks, limits.ahead_bytes, limits.idle_seconds)
    number = 0
    try:
        for number, line, length in _lines(body, limits.line_bytes):
            if number > limits.lines:
                yield _fault(RecordError(number, f"at most {limits.lines:,} lines are read"))
                return
            if line is None:
                detail = f"is {length:,} bytes long; at most {limits.line_bytes:,} are read"
                yield _fault(RecordError(number, detail))
            elif line and not line.isspace():
                yield _answered(line, number, defaults, answer)
    except TimeoutError as silence:
        yield _fault(RecordError(number + 1, f"{silence}; what came before it is answered"))


def _answered(
    line: bytes, number: int, defaults: Defaults, answer: Callable[[TextRecord], Shape]
) -> bytes:
    record: TextRecord | None = None
    try:
        record = parse_line(line, number, defaults)
        return orjson.dumps(answer(record), option=orjson.OPT_APPEND_NEWLINE)
    except RecordError as error:
        return _fault(error)
    except GazetteerError as error:
        return _fault(RecordError(number, str(error)), record)
    except Exception:  # a fault of ours in one record must not end the others
        _LOG.exception("line %d of a batch failed", number)
        return _fault(RecordError(number, "failed unexpectedly; it has been logged"), record)


def _fault(error: RecordError, record: TextRecord | None = None) -> bytes:
    shape: Shape = {"line": error.line}
    record_id = record.record_id if record else error.record_id
    if record_id is not None:
        shape["id"] = record_id
    shape["error"] = {"detail": error.detail}
    return orjson.dumps(shape, option=orjson.OPT_APPEND_NEWLINE)


def _lines(blocks: Iterator[bytes], longest: int) -> Iterator[tuple[int, bytes | None, int]]:
    """Cut blocks into (line number, line, length); an overlong line comes as None."""
    number, length, parts = 1, 0, list[bytes]()
    for block in blocks:
        *ended, rest = block.split(b"\n")
        for piece in ended:
            length += len(piece)
            yield number, b"".join((*parts, piece)) if length <= longest else None, length
            number, length, parts = number + 1, 0, []
        length += len(rest)
        if length > longest:
            parts.clear()
        elif rest:
            parts.append(rest)
    if length:
        yield number, b"".join(parts) if length <= longest else None, length


def _single_bytes(stream: IO[bytes]) -> Iterator[bytes]:
    """Read a body of open length up to each newline and no byte further.

    Its sender may wait for the answer to a line before it sends the next, and ``read`` waits until
    it has all the bytes it was asked for.
    """
    ended = False

    def one() -> bytes:
        nonlocal ended
        byte = stream.read(1)
        ended = not byte
        return byte or b"\n"

    while not ended:
        piece = b"".join(islice(iter(one, b"\n"), _SINGLES))
        if piece or not ended:
            yield piece if len(piece) == _SINGLES else piece + b"\n"
