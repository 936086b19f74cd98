"""What is wanted of each text, and one record answered so: mentions, or the text with glosses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson

from gazetteer.batch.records import TextRecord
from gazetteer.core import Gazetteer
from gazetteer.formats import gloss, native
from gazetteer.gloss import Glosser
from gazetteer.model import GlossPolicy, GlossQuery, Label, LabelPolicy


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """What is wanted of every text. The same gives the same bytes.

    With ``glosses`` each text comes back glossed; else its mentions come. With ``as_text`` what
    was given as a whole file comes back as one, and not as JSON.
    """

    policy: LabelPolicy = field(default_factory=LabelPolicy)
    mentions: native.MentionOptions = field(default_factory=native.MentionOptions)
    glosses: GlossPolicy | None = None
    as_text: bool = False


class Answers:
    """Answers records with one gazetteer. Safe to share between threads."""

    def __init__(self, core: Gazetteer, settings: AnswerSettings) -> None:
        self._core, self._settings = core, settings
        self._glosser = Glosser(core) if settings.glosses else None

    def written(self, record: TextRecord) -> tuple[bytes, int]:
        """Return the answer as it is written to a file, and how many things it tells of.

        Raises QueryError for a text that cannot be annotated.
        """
        shape, found = self.shape(record)
        if self._settings.as_text and record.whole:
            text: str = shape["html" if record.markup else "text"]
            return record.mark + text.encode(), found
        return orjson.dumps(shape, option=orjson.OPT_APPEND_NEWLINE), found

    def shape(self, record: TextRecord) -> tuple[dict[str, Any], int]:
        """Return the answer as plain JSON, and how many things it tells of."""
        settings, text = self._settings, record.query.text
        if self._glosser is not None and settings.glosses is not None:
            query = GlossQuery(record.query, settings.glosses, record.markup)
            glossed = self._glosser.gloss(query)
            source = gloss.Source(record.record_id, text, record.markup)
            shape = gloss.glossed(source, glossed, self._label, settings.mentions)
            return shape, len(glossed.glosses)
        found = self._core.annotate(record.query)
        names = self._core.names
        shape = native.annotation(
            record.record_id, text, found, self._label, names, settings.mentions
        )
        return shape, len(found)

    def _label(self, entity_id: str) -> Label:
        return self._core.label(entity_id, self._settings.policy)
