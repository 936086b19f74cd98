"""What is wanted of each text, and one record answered so.

Its mentions as JSON, as Web Annotations or marked in the text as HTML; or the text with glosses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import orjson

from gazetteer.batch.records import TextRecord
from gazetteer.core import Gazetteer
from gazetteer.formats import gloss, native, web_annotation
from gazetteer.formats.identities import Identities
from gazetteer.formats.inline_html import InlineOptions, inline
from gazetteer.gloss import Glosser
from gazetteer.model import GlossPolicy, GlossQuery, Label, LabelPolicy

JSON, WEB_ANNOTATION, INLINE_HTML = FORMS = ("json", "web-annotation", "inline-html")

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """What is wanted of every text. The same gives the same bytes.

    ``form`` is how mentions are written. With ``glosses`` each text comes back glossed instead.
    With ``as_text`` what was given as a whole file comes back as one, and not as JSON.
    """

    policy: LabelPolicy = field(default_factory=LabelPolicy)
    mentions: native.MentionOptions = field(default_factory=native.MentionOptions)
    glosses: GlossPolicy | None = None
    as_text: bool = False
    form: str = JSON
    identities: Identities = field(default_factory=Identities)


class Answers:
    """Answers records with one gazetteer. Safe to share between threads."""

    def __init__(self, core: Gazetteer, settings: AnswerSettings) -> None:
        self._core, self._settings = core, settings

    def written(self, record: TextRecord) -> tuple[bytes, int]:
        """Return the answer as it is written to a file, and how many things it tells of.

        Raises QueryError for a text that cannot be annotated.
        """
        shape, found = self.shape(record)
        alone = shape.get("html", shape.get("text"))
        if self._settings.as_text and record.whole and alone is not None:
            return record.mark + str(alone).encode(), found
        return orjson.dumps(shape, option=orjson.OPT_APPEND_NEWLINE), found

    def shape(self, record: TextRecord) -> tuple[Shape, int]:
        """Return the answer as plain JSON, and how many things it tells of."""
        settings = self._settings
        if settings.glosses is not None:
            return self._glossed(record, settings.glosses)
        found = self._core.annotate(record.query)
        text, record_id = record.query.text, record.record_id
        if settings.form == WEB_ANNOTATION:
            annotated = web_annotation.Annotated(record_id, text, found, record.markup)
            options = web_annotation.AnnotationOptions(
                settings.identities, settings.mentions.utf16, settings.mentions.candidates
            )
            return web_annotation.collection(annotated, self.label, options), len(found)
        if settings.form == INLINE_HTML:
            marking = InlineOptions(settings.identities)
            written = inline(text, found, record.markup, self.label, marking)
            return {"id": record_id, "html": written}, len(found)
        names = self._core.names
        shape = native.annotation(record_id, text, found, self.label, names, settings.mentions)
        return shape, len(found)

    def _glossed(self, record: TextRecord, policy: GlossPolicy) -> tuple[Shape, int]:
        glossed = _glosser(self._core).gloss(GlossQuery(record.query, policy, record.markup))
        source = gloss.Source(record.record_id, record.query.text, record.markup)
        shape = gloss.glossed(source, glossed, self.label, self._settings.mentions)
        return shape, len(glossed.glosses)

    def label(self, entity_id: str) -> Label:
        """Return what to call an entity."""
        return self._core.label(entity_id, self._settings.policy)


@lru_cache(maxsize=4)
def _glosser(core: Gazetteer) -> Glosser:
    """Return the glosser of a gazetteer: it remembers what it found out."""
    return Glosser(core)
