"""Where the tags of a piece of HTML stand, and what its text is to whoever reads it as a tree.

Follows the tokenizer of HTML (section 13.2.5) as far as texts need it: comments, quoted attribute
values, elements whose content is raw text. It is no parser: nothing is moved or mended.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(/?)([a-zA-Z][^\s/>]*)(?>=\s*\"[^\"]*\"|=\s*'[^']*'|[^>])*+(?:>|\Z)"
    r"|<[!?/](?!\Z)[^>]*(?:>|\Z)",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_LINE_END = re.compile("\r\n?")

_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes"))
_DECODED = frozenset(("textarea", "title"))
"""Elements whose content has no tags: of the latter entities are read all the same."""

_LINE_DROPPED = frozenset(("pre", "textarea", "listing"))
"""A line break right after the tag is not of the text."""

_UNMARKED = _RAW | {
    *("head", "math", "noscript", "option", "plaintext", "select", "svg", "template"),
    *("textarea", "title"),
}
"""Elements in which no element of ours may stand."""

_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
        *("track", "wbr"),
    )
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, comment or declaration at ``raw[start:end]``; ``name`` is empty but for tags."""

    start: int
    end: int
    name: str = ""
    closes: bool = False


def tags(raw: str) -> Iterator[Tag]:
    """Yield the tags of a piece of HTML in order; none of those in raw text."""
    place = 0
    while (found := _TAG.search(raw, place)) is not None:
        name = (found[2] or "").lower()
        yield Tag(found.start(), found.end(), name, bool(found[1]))
        place = found.end()
        if name in _RAW | _DECODED and not found[1]:
            end = re.compile(rf"</{name}(?=[\s/>])|\Z", re.IGNORECASE).search(raw, place)
            place = end.start() if end else len(raw)


def pieces(raw: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield (start, end, open elements) of each stretch of text between tags, the outermost first.

    An element that is closed out of turn closes what was opened in it.
    """
    place = 0
    opened: list[str] = []
    for tag in tags(raw):
        if tag.start > place:
            yield place, tag.start, tuple(opened)
        place = tag.end
        if tag.closes:
            if tag.name in opened:
                while opened.pop() != tag.name:
                    pass
        elif tag.name and tag.name not in _VOID:
            opened.append(tag.name)
    if place < len(raw):
        yield place, len(raw), tuple(opened)


def may_be_marked(opened: tuple[str, ...]) -> bool:
    """Tell whether an element of ours may stand inside some open elements."""
    return _UNMARKED.isdisjoint(opened)


class TextContent:
    """The text of a piece of HTML as the DOM has it (``textContent``), mapped to the source.

    >>> content = TextContent("<b>Bak&#305;</b>da")
    >>> content.text, content.span(3, 18)
    ('Bakıda', (0, 6))
    """

    def __init__(self, raw: str) -> None:
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int, int, int]] = []
        written: list[str] = []
        length = 0
        for start, end, text in _texts(raw):
            self._starts.append(start)
            self._pieces.append((start, end, length, length + len(text)))
            written.append(text)
            length += len(text)
        self.text = "".join(written)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map ``raw[start:end]``, which must not be empty, to offsets of the text."""
        return self._mapped(start)[0], self._mapped(end - 1)[1]

    def _mapped(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0, 0
        start, end, first, last = self._pieces[index]
        if offset >= end:
            return last, last
        if end - start != last - first:
            return first, last
        return first + offset - start, first + offset - start + 1


def _texts(raw: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, text) of all that is text: as long as its source, or standing for it."""
    for start, end, opened in pieces(raw):
        skipped = 0
        if opened and opened[-1] in _LINE_DROPPED and _opens(raw, start, opened):
            skipped = 2 if raw.startswith("\r\n", start) else raw.startswith(("\n", "\r"), start)
        is_raw = bool(opened) and opened[-1] in _RAW
        yield from _decoded(raw, start + skipped, end, is_raw)


def _opens(raw: str, start: int, opened: tuple[str, ...]) -> bool:
    """Tell whether a stretch comes right after the tag of the element that it is in."""
    tag = raw.rfind("<", 0, start)
    return raw[tag + 1 : tag + 1 + len(opened[-1])].lower() == opened[-1]


def _decoded(raw: str, start: int, end: int, is_raw: bool) -> Iterator[tuple[int, int, str]]:
    changes = [(*found.span(), "\n") for found in _LINE_END.finditer(raw, start, end)]
    if not is_raw:
        found_entities = _ENTITY.finditer(raw, start, end)
        changes += [(*found.span(), html.unescape(found[0])) for found in found_entities]
    for first, last, text in sorted(changes):
        if first > start:
            yield start, first, raw[start:first]
        yield first, last, text
        start = last
    if end > start:
        yield start, end, raw[start:end]
