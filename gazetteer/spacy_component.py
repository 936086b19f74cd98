"""A spaCy component: ``nlp.add_pipe("gazetteer")`` finds names in a pipeline of any language.

The extra ``[spacy]`` brings spaCy, the entry point ``spacy_factories`` this to spaCy. What is done
to a document is told in ``docs/spacy.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from gazetteer.core import Gazetteer
from gazetteer.formats import native
from gazetteer.languages import get_language
from gazetteer.model import LabelPolicy, Mention, TextQuery, earliest_day

KEY = "gazetteer"
"""Name of the component, its span group, its extension and its part of ``doc.user_data``."""

ONTONOTES = {
    **dict.fromkeys(("settlement", "admin-unit", "region", "country", "polity"), "GPE"),
    **dict.fromkeys(("feature", "area", "route"), "LOC"),
    "facility": "FAC",
    **dict.fromkeys(("person", "office"), "PERSON"),
    **dict.fromkeys(("state-body", "organisation", "mission", "medium", "party"), "ORG"),
    "agreement": "LAW",
    **dict.fromkeys(("war", "event"), "EVENT"),
    "concept": "MISC",
}
"""Labels of spaCy's own models by kind, so that both can be told together."""
NORP = "NORP"
"""The label of demonyms and adjectives, which are mentions when asked for."""

_DERIVED = ("adjective", "demonym")
_STATE = "gazetteer.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration; see ``docs/spacy.md`` for what each key does."""

    artefact: str
    lang: str
    date: str
    perspective: str
    label_lang: str
    labels: str
    ents: str
    alignment_mode: str
    retokenize: bool
    nested: bool
    adjectives: bool
    offices: bool
    spans_key: str


@Language.factory(
    KEY,
    assigns=["doc.ents", "doc.spans", "token.ent_iob", "token.ent_type", "token.ent_kb_id"],
    default_config={
        "artefact": "",
        "lang": "",
        "date": "",
        "perspective": "",
        "label_lang": "en",
        "labels": "ontonotes",
        "ents": "keep",
        "alignment_mode": "expand",
        "retokenize": False,
        "nested": False,
        "adjectives": False,
        "offices": False,
        "spans_key": KEY,
    },
)
def create_gazetteer(
    nlp: Language,
    name: str,
    artefact: str,
    lang: str,
    date: str,
    perspective: str,
    label_lang: str,
    labels: Literal["ontonotes", "kind"],
    ents: Literal["keep", "overwrite", "none"],
    alignment_mode: Literal["expand", "contract", "strict"],
    retokenize: bool,
    nested: bool,
    adjectives: bool,
    offices: bool,
    spans_key: str,
) -> GazetteerComponent:
    """Make the component of a pipeline. Raises ArtefactError, ValueError for a bad date."""
    settings = Settings(
        artefact,
        lang or _own_language(nlp.lang or ""),
        date,
        perspective,
        label_lang,
        labels,
        ents,
        alignment_mode,
        retokenize,
        nested,
        adjectives,
        offices,
        spans_key,
    )
    return GazetteerComponent(name, settings)


def _own_language(code: str) -> str:
    """Return a pipeline's language if it is known here; of ``xx`` each text's is guessed."""
    language = get_language(code)
    return language.code if language else ""


class GazetteerComponent:
    """Annotates documents. Can be pickled, so that ``nlp.pipe`` may use several processes."""

    def __init__(self, name: str, settings: Settings, core: Gazetteer | None = None) -> None:
        self.name, self.settings = name, settings
        self._day = earliest_day(settings.date) if settings.date else None
        self._policy = LabelPolicy(settings.label_lang, settings.perspective)
        path = Path(settings.artefact) if settings.artefact else None
        self.core = core or Gazetteer.open(path)
        _extend()

    def __reduce__(self) -> tuple[Any, ...]:
        return GazetteerComponent, (self.name, self.settings)

    def __call__(self, doc: Doc) -> Doc:
        """Find what a document mentions; raises QueryError for one that is too long."""
        settings = self.settings
        query = TextQuery(
            doc.text,
            _context(doc, "lang") or settings.lang,
            _day_of(doc) or self._day,
            settings.adjectives,
            settings.nested,
            settings.offices,
        )
        found = [one for one in self.core.annotate(query) if one.resolution.candidates]
        doc.user_data[KEY] = [self._shape(one) for one in _all(found)]
        if settings.retokenize:
            _split(doc, found)
        group = [self._span(doc, one, "expand") for one in _all(found)]
        doc.spans[settings.spans_key] = [span for span in group if span is not None]
        if settings.ents != "none":
            self._set_ents(doc, found)
        return doc

    def _set_ents(self, doc: Doc, found: Iterable[Mention]) -> None:
        mode = self.settings.alignment_mode
        ours = filter_spans(
            [span for one in found if (span := self._span(doc, one, mode)) is not None]
        )
        theirs = list(doc.ents)
        first, second = (ours, theirs) if self.settings.ents == "overwrite" else (theirs, ours)
        taken = {token.i for span in first for token in span}
        second = [span for span in second if not any(token.i in taken for token in span)]
        doc.ents = [*first, *second]

    def _span(self, doc: Doc, found: Mention, mode: str) -> Span | None:
        entity = found.resolution.candidates[0].entity
        span = doc.char_span(
            found.start,
            found.end,
            label=self._label(found),
            kb_id=entity.id,
            alignment_mode=mode,
            span_id=entity.id,
        )
        return span or None  # a span of no token is none

    def _label(self, found: Mention) -> str:
        best = found.resolution.candidates[0]
        if self.settings.labels == "kind":
            return best.entity.kind.upper()
        return NORP if best.name.role in _DERIVED else ONTONOTES[best.entity.kind]

    def _shape(self, found: Mention) -> native.Shape:
        options = native.MentionOptions(candidates=True)
        return native.mention(
            found, lambda entity: self.core.label(entity, self._policy), self.core.names, options
        )

    # --- on disk: the configuration is the pipeline's; this says which data it was made with ------

    def _state(self) -> dict[str, str]:
        store = self.core.store
        return {"dataset_version": store.dataset_version, "digest": store.digest}

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Write which data were used; the data themselves are not part of a pipeline."""
        return json.dumps(self._state()).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> GazetteerComponent:
        """Read what ``to_bytes`` wrote; the data of this installation are used, whatever it was."""
        self.made_with: dict[str, str] = json.loads(data)
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write which data were used, to a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _STATE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> GazetteerComponent:
        """Read what ``to_disk`` wrote."""
        return self.from_bytes((Path(path) / _STATE).read_bytes())


def _all(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for found in mentions:
        if found.resolution.candidates:
            yield found
        yield from _all(found.nested)


# --- the document ---------------------------------------------------------------------------------


def _context(doc: Doc, key: str) -> Any:
    """Return what the caller of ``nlp.pipe(…, as_tuples=True)`` said of a document."""
    context = getattr(doc, "_context", None)
    return context.get(key) if isinstance(context, Mapping) else None


def _day_of(doc: Doc) -> date | None:
    """Return a document's day: ``doc._.date``, else that of its context.

    Raises ValueError for what is no date.
    """
    said = doc._.date or _context(doc, "date")
    if said is None or isinstance(said, date):
        return said
    return earliest_day(str(said)[: len("YYYY-MM-DD")])


def _split(doc: Doc, found: Iterable[Mention]) -> None:
    """Cut tokens in which a mention begins or ends: a stop sticks to Armenian letters."""
    cuts = {offset for one in _all(found) for offset in (one.start, one.end)}
    with doc.retokenize() as retokenizer:
        for token in doc:
            inside = sorted(cut - token.idx for cut in cuts if 0 < cut - token.idx < len(token))
            if inside:
                ends = [*inside, len(token)]
                starts = [0, *inside]
                orths = [token.text[start:end] for start, end in zip(starts, ends, strict=True)]
                heads: list[Token | tuple[Token, int]] = [(token, 0)] * len(orths)
                retokenizer.split(token, orths, heads=heads)


def _mention_of(span: Span) -> native.Shape | None:
    """Return the mention that a span is of, None for a span that is none of ours."""
    for shape in span.doc.user_data.get(KEY, ()):
        overlaps = shape["start"] < span.end_char and span.start_char < shape["end"]
        if overlaps and shape["entity"]["id"] == span.kb_id_:
            mention: native.Shape = shape
            return mention
    return None


def _extend() -> None:
    """Give spans ``._.gazetteer`` and documents ``._.date``."""
    if not Span.has_extension(KEY):
        Span.set_extension(KEY, getter=_mention_of)
    if not Doc.has_extension("date"):
        Doc.set_extension("date", default=None)
