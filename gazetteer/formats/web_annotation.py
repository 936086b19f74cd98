"""Mentions as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one collection a text.

Offsets of a text in HTML are those of its text content, as the model asks (section 4.2.4 and
4.2.5), so that a client finds them in the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gazetteer.formats.identities import Identities
from gazetteer.formats.markup import TextContent
from gazetteer.formats.native import Labeller, Shape, offsets_in
from gazetteer.model import Candidate, Mention

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json;profile="{CONTEXT}"'

_AROUND = 32
"""Code points before and after a quotation by which it is told from another of the same."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and what it mentions; ``markup``: it is HTML, and offsets count its source."""

    record_id: str | int | None
    text: str
    mentions: Sequence[Mention]
    markup: bool = False


@dataclass(frozen=True, slots=True)
class AnnotationOptions:
    """``utf16``: positions count UTF-16 units as scripts in browsers do, not code points as W3C
    asks; ``candidates``: every reading of each mention, not only of ambiguous ones.
    """

    identities: Identities = field(default_factory=Identities)
    utf16: bool = False
    candidates: bool = False


def collection(given: Annotated, label: Labeller, options: AnnotationOptions) -> Shape:
    """Write what a text mentions as an AnnotationCollection with its one page (section 5)."""
    text = _Text(given, options)
    items = [
        _annotation(text, found, label, options)
        for found in _all(given.mentions)
        if text.has(found)
    ]
    shape: Shape = {
        "@context": CONTEXT,
        "id": options.identities.part(text.source, "collection"),
        "type": "AnnotationCollection",
        "total": len(items),
    }
    if given.record_id is not None:
        shape["label"] = str(given.record_id)
    if items:
        shape["first"] = {
            "id": options.identities.part(text.source, "page"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        }
    return shape


class _Text:
    """The text that selectors speak of: of HTML the text content."""

    def __init__(self, given: Annotated, options: AnnotationOptions) -> None:
        self._content = TextContent(given.text) if given.markup else None
        self.text = self._content.text if self._content else given.text
        self.source = options.identities.text(given.record_id, given.text)
        self.count = offsets_in(self.text, options.utf16)

    def has(self, found: Mention) -> bool:
        """Tell whether a mention is of the text, and not of an attribute of HTML."""
        start, end = self.span(found)
        return start < end

    def span(self, found: Mention) -> tuple[int, int]:
        if self._content is None:
            return found.start, found.end
        return self._content.span(found.start, found.end)


def _all(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for found in mentions:
        if found.resolution.candidates:
            yield found
        yield from _all(found.nested)


def _annotation(text: _Text, found: Mention, label: Labeller, options: AnnotationOptions) -> Shape:
    start, end = text.span(found)
    best = found.resolution.candidates[0]
    part = options.identities.part(text.source, start, end, best.entity.id)
    return {
        "id": part,
        "type": "Annotation",
        "motivation": "identifying",
        "body": _bodies(found, label, options),
        "target": {
            "source": text.source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text.text[start:end],
                    "prefix": text.text[max(0, start - _AROUND) : start],
                    "suffix": text.text[end : end + _AROUND],
                },
                {
                    "type": "TextPositionSelector",
                    "start": text.count(start),
                    "end": text.count(end),
                },
            ],
        },
    }


def _bodies(found: Mention, label: Labeller, options: AnnotationOptions) -> list[Shape]:
    """Write what is identified; of several readings a Choice, the best first (section 3.2.7)."""
    readings = found.resolution.candidates
    several = len(readings) > 1 and (found.resolution.status == "ambiguous" or options.candidates)
    identified = [_identified(reading, options) for reading in readings]
    bodies = [{"type": "Choice", "items": identified} if several else identified[0]]
    if found.metonym_for:  # the government that a capital speaks for
        iri = options.identities.entity(found.metonym_for)
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": iri})
    shown = label(readings[0].entity.id)
    bodies.append(
        {
            "type": "TextualBody",
            "purpose": "describing",
            "value": shown.text,
            "format": "text/plain",
            "language": shown.lang,
        }
    )
    return bodies


def _identified(reading: Candidate, options: AnnotationOptions) -> Shape:
    iri = options.identities.entity(reading.entity.id)
    return {"type": "SpecificResource", "purpose": "identifying", "source": iri}
