"""The pure function of a batch: a chunk of records in, JSON lines and rejects out.

Every engine runs this same function; it knows nothing of processes or files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from gazetteer.batch.answers import Answers, AnswerSettings
from gazetteer.batch.inputs import HTML, LONGEST_LINE, WHOLE, Chunk, too_long
from gazetteer.batch.records import Defaults, RecordId, TextRecord, parse_line, parse_text
from gazetteer.core import Gazetteer
from gazetteer.errors import ArtefactError, GazetteerError, QueryError, RecordError


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """What a batch asks of every record; the same settings give the same bytes.

    ``artefact`` is the path of the compiled dataset (empty: the one that ``Gazetteer.open``
    finds); ``answers`` is what is wanted of each text. ``longest_line`` is in bytes.
    """

    artefact: str = ""
    defaults: Defaults = field(default_factory=Defaults)
    answers: AnswerSettings = field(default_factory=AnswerSettings)
    longest_line: int = LONGEST_LINE


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that could not be annotated: where it stands and what is wrong with it."""

    file: str
    line: int
    offset: int
    error: str
    record_id: RecordId = None

    def as_json(self) -> bytes:
        """Write the reject as one JSON line; ``offset`` is the byte at which the record begins."""
        shape: dict[str, str | int] = {"file": self.file, "line": self.line, "offset": self.offset}
        if self.record_id is not None:
            shape["id"] = self.record_id
        return orjson.dumps({**shape, "error": self.error}, option=orjson.OPT_APPEND_NEWLINE)

    def __str__(self) -> str:
        return f"{self.file}: line {self.line} (byte {self.offset}): {self.error}"


@dataclass(slots=True)
class ChunkResult:
    """What came of a chunk or of one record: JSON lines, rejects, and counts."""

    output: bytes = b""
    rejects: tuple[Reject, ...] = ()
    records: int = 0
    mentions: int = 0
    guessed: int = 0

    def __add__(self, other: ChunkResult) -> ChunkResult:
        return ChunkResult(
            self.output + other.output,
            self.rejects + other.rejects,
            self.records + other.records,
            self.mentions + other.mentions,
            self.guessed + other.guessed,
        )


class Annotator:
    """Annotates chunks with one gazetteer. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, settings: BatchSettings) -> None:
        self._settings = settings
        self._answers = Answers(gazetteer, settings.answers)

    @classmethod
    def open(cls, settings: BatchSettings) -> Annotator:
        """Open the dataset that the settings name. Raises ArtefactError."""
        path = Path(settings.artefact) if settings.artefact else None
        return cls(Gazetteer.open(path), settings)

    def run(self, chunk: Chunk) -> ChunkResult:
        """Annotate every record of a chunk. Raises ArtefactError; a bad record is a reject."""
        results = list(self.records(chunk))
        total = ChunkResult(
            b"".join(result.output for result in results),
            tuple(reject for result in results for reject in result.rejects),
        )
        for result in results:
            total.records += result.records
            total.mentions += result.mentions
            total.guessed += result.guessed
        return total

    def records(self, chunk: Chunk, skip: int = 0) -> Iterator[ChunkResult]:
        """Annotate the records of a chunk one by one, passing over the first ``skip``."""
        if chunk.fault:
            reject = Reject(chunk.source.name, chunk.start.line, chunk.start.offset, chunk.fault)
            yield ChunkResult(rejects=(reject,))
            return
        for place, (number, offset, line) in enumerate(chunk.lines()):
            if place >= skip:
                yield self._record(chunk, number, offset, line)

    def _record(self, chunk: Chunk, number: int, offset: int, line: bytes) -> ChunkResult:
        record_id: RecordId = None
        try:
            record = self._parse(chunk, number, offset, line)
            record_id = record.record_id
            output, found = self._answers.written(record)
            return ChunkResult(output, (), 1, found, int(record.guessed))
        except ArtefactError:
            raise
        except RecordError as error:
            record_id, fault = error.record_id, error.detail
        except QueryError as error:
            fault = f'"{error.parameter}" {error.detail}'
        except GazetteerError as error:
            fault = str(error)
        except Exception as error:  # a fault of ours in one record must not end a batch of millions
            fault = f"could not be annotated ({type(error).__name__}: {error}); please report it"
        return ChunkResult(rejects=(Reject(chunk.source.name, number, offset, fault, record_id),))

    def _parse(self, chunk: Chunk, number: int, offset: int, line: bytes) -> TextRecord:
        defaults = self._settings.defaults
        if len(line) > self._settings.longest_line:
            raise RecordError(number, too_long(len(line), self._settings.longest_line))
        if chunk.source.form in WHOLE:
            markup = chunk.source.form == HTML
            return parse_text(line, chunk.source.record_id, defaults, markup)
        return parse_line(line, number, defaults, offset)
