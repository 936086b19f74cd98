"""Batches of texts: streamed, in processes of their own, resumable. Always import from here."""

from gazetteer.batch.annotator import Annotator, BatchSettings, ChunkResult, Reject
from gazetteer.batch.answers import FORMS, INLINE_HTML, WEB_ANNOTATION, Answers, AnswerSettings
from gazetteer.batch.inputs import (
    HTML,
    LONGEST_LINE,
    STDIN,
    TEXT,
    BatchInput,
    Chunk,
    Position,
    choose_input,
    read_chunks,
)
from gazetteer.batch.local import Destination, Unwatched, Watcher, annotate_batch
from gazetteer.batch.output import Counts, manifest_path
from gazetteer.batch.pool import Pool, PoolError
from gazetteer.batch.records import Defaults, check_lang, read_day

__all__ = [
    "FORMS",
    "HTML",
    "INLINE_HTML",
    "LONGEST_LINE",
    "STDIN",
    "TEXT",
    "WEB_ANNOTATION",
    "Annotator",
    "Answers",
    "AnswerSettings",
    "BatchInput",
    "BatchSettings",
    "Chunk",
    "ChunkResult",
    "Counts",
    "Defaults",
    "Destination",
    "Pool",
    "PoolError",
    "Position",
    "Reject",
    "Unwatched",
    "Watcher",
    "annotate_batch",
    "check_lang",
    "choose_input",
    "manifest_path",
    "read_chunks",
    "read_day",
]
