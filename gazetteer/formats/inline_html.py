"""A text as HTML with an element around each mention; without them it is the text again."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gazetteer.formats.identities import Identities
from gazetteer.formats.markup import may_be_marked, pieces
from gazetteer.formats.native import Labeller
from gazetteer.model import Candidate, Mention

CLASS = "gazetteer-mention"

_RIGHT_TO_LEFT = "Arab"
_AS_REFERENCES = {"\r": "&#13;"}
"""A carriage return that stood as itself would be read as a line feed."""


@dataclass(frozen=True, slots=True)
class InlineOptions:
    """``identities`` make the addresses that links lead to; without http there are no links."""

    identities: Identities = field(default_factory=Identities)


def inline(
    text: str, mentions: Sequence[Mention], markup: bool, label: Labeller, options: InlineOptions
) -> str:
    """Mark the mentions of a text, a ``span`` or a link ``a`` around each.

    Plain text is escaped. HTML keeps its tags as they are, which makes it neither better nor safer;
    a mention that tags part is marked in parts. Nothing is marked where no element may stand, such
    as in a title. Nested mentions are marked inside theirs.

    >>> inline("a < b", (), False, lambda _: None, InlineOptions())
    'a &lt; b'
    """
    found = [mention for mention in mentions if mention.resolution.candidates]
    ends = [mention.end for mention in found]
    written: list[str] = []
    done = 0
    for start, end, opened in pieces(text) if markup else [(0, len(text), ())]:
        written.append(text[done:start])
        if may_be_marked(opened):
            here = found[bisect_right(ends, start) :]
            writer = _Writer(text, markup, "a" in opened, label, options)
            written.append(writer.written(start, end, here))
        else:
            written.append(text[start:end])
        done = end
    written.append(text[done:])
    return "".join(written)


class _Writer:
    """Writes stretches of one text that lie between two tags."""

    def __init__(
        self, text: str, markup: bool, linked: bool, label: Labeller, options: InlineOptions
    ) -> None:
        self._text, self._markup, self._linked = text, markup, linked
        self._label, self._options = label, options

    def written(self, start: int, end: int, mentions: Sequence[Mention]) -> str:
        """Write ``text[start:end]`` with the mentions that lie in it, or reach into it."""
        parts: list[str] = []
        done = start
        for found in _within(mentions, start, end):
            first, last = max(found.start, start), min(found.end, end)
            parts.append(self._escaped(done, first))
            best = found.resolution.candidates[0]
            opening, closing = self._element(found, best)
            inside = self._inner.written(first, last, found.nested)
            parts.append(f"{opening}{inside}{closing}")
            done = last
        parts.append(self._escaped(done, end))
        return "".join(parts)

    @property
    def _inner(self) -> _Writer:
        """What writes inside an element of ours, where no other link may stand."""
        return _Writer(self._text, self._markup, True, self._label, self._options)

    def _escaped(self, start: int, end: int) -> str:
        if self._markup:
            return self._text[start:end]
        escaped = html.escape(self._text[start:end], quote=False)
        for character, reference in _AS_REFERENCES.items():
            escaped = escaped.replace(character, reference)
        return escaped

    def _element(self, found: Mention, best: Candidate) -> tuple[str, str]:
        iri = self._options.identities.entity(best.entity.id)
        is_link = iri.startswith(("http://", "https://")) and not self._linked
        attributes = {
            "class": f"{CLASS} gazetteer-{found.sense}",
            "data-entity": best.entity.id,
            "data-kind": best.entity.kind,
            "data-status": found.resolution.status,
            "title": self._label(best.entity.id).text,
        }
        if not best.name.text.isascii():  # plain Latin letters may be of the text's language
            attributes["lang"] = best.name.lang
            attributes["dir"] = "rtl" if best.name.script == _RIGHT_TO_LEFT else "ltr"
        if found.metonym_for:
            attributes["data-metonym-for"] = found.metonym_for
        if is_link:
            attributes["href"] = iri
        name = "a" if is_link else "span"
        told = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
        return f"<{name}{told}>", f"</{name}>"


def _within(mentions: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    """Yield the mentions, in text order, that reach into a stretch."""
    for found in mentions:
        if found.start >= end:
            return
        if found.end > start and found.resolution.candidates:
            yield found
