"""What a reader sees of a raw text, and where each code point of it came from.

Pages come with tags and entities, print with soft hyphens and words parted at the ends of lines,
Armenian with marks of emphasis inside its words. None of this is read, so nothing that looks at
words should meet it; yet mentions are told by offsets of the text as it was given.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|template|noscript)\b[^<>]*>.*?(?:</\1\s*>|\Z)"
    r"|</?([a-zA-Z][a-zA-Z0-9:.-]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*|/)?>"
    r"|<[!?][a-zA-Z][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, an element whose content nobody reads, a tag, a declaration."""

_CLOSING = re.compile(r"</([a-zA-Z][a-zA-Z0-9:.-]*)\s*>")

_INLINE_NAMES = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rp rt ruby
    s samp small span strike strong sub sup time tt u var wbr
"""
_BLOCK_NAMES = """
    address article aside audio blockquote body br button caption center col colgroup dd details
    dialog dir div dl dt embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header
    hr html iframe img input label legend li link main map menu meta nav object ol optgroup option p
    picture pre section select source summary svg table tbody td textarea tfoot th thead title tr
    track ul video
"""
_INLINE, _BLOCKS = frozenset(_INLINE_NAMES.split()), frozenset(_BLOCK_NAMES.split())
"""Elements that stand inside a word or a line, and those that end the line."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_LETTER = r"[^\W\d_]"
_CAPITAL = "A-ZÀ-ÖØ-ÞƏĞİŞЀ-ЯԱ-Ֆ"
_UNREAD = re.compile(
    f"[{_UNSEEN}]+(?:\r?\n)?"
    f"|(?<={_LETTER})\u200c(?={_LETTER})"
    "|(?<=[ա-ևԱ-Ֆ])[՛՜՞]+(?=[ա-և])"
    f"|(?<={_LETTER})[-‐¬][ \t]*\r?\n[ \t]*(?=[^\\W\\d_{_CAPITAL}])"
    f"|(?<={_LETTER}[-‐–])[ \t]*\r?\n[ \t]*(?=[{_CAPITAL}])"
)
"""Soft hyphens and zero-width marks, half-spaces, marks of emphasis, and what parts a word that
goes on in the next line: its hyphen too, but before a capital (Nagorno-⏎Karabakh) the hyphen is
the compound's own."""

_HINTS = re.compile(f"[{_UNSEEN}\u200c՛՜՞]|[-‐¬–][ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text as it is read, in pieces: the piece from ``starts[i]`` stood at ``origins[i]``.

    ``origins`` are (start, end) in the raw text; a piece as long as its origin is unchanged, any
    other, such as a letter written as an entity, stands for the whole of its origin.
    """

    text: str
    starts: tuple[int, ...] = ()
    origins: tuple[tuple[int, int], ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Map ``text[start:end]``, which must not be empty, to offsets of the raw text.

        >>> read_plainly("<b>Bak&#305;</b>da").raw_span(0, 6)
        (3, 18)
        """
        if not self.starts:
            return start, end
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, position: int) -> tuple[int, int]:
        index = bisect_right(self.starts, position) - 1
        first, last = self.origins[index]
        after = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        if after - self.starts[index] != last - first:
            return first, last
        at = first + position - self.starts[index]
        return at, at + 1


def read_plainly(raw: str) -> PlainText:
    r"""Take from a text what is not read; most texts come back as they are.

    Tags are taken out where an element of HTML or its end is there, or the element is closed:
    ``<Baku>`` alone is text. Elements that end a line leave a line break.

    >>> read_plainly("Step\u00adanakert &amp; <b>Lachin</b> corri-\ndor").text
    'Stepanakert & Lachin corridor'
    """
    edits: list[tuple[int, int, str]] = []
    if "<" in raw:
        edits += _tags(raw)
    if "&" in raw:
        edits += [(*entity.span(), _decoded(entity.group())) for entity in _ENTITY.finditer(raw)]
    if _HINTS.search(raw) is not None:
        edits += [(*mark.span(), "") for mark in _UNREAD.finditer(raw)]
    return _edited(raw, sorted(edits)) if edits else PlainText(raw)


def _tags(raw: str) -> list[tuple[int, int, str]]:
    """Return where tags stand, and what is read in place of each: nothing or a line break."""
    found = []
    closed: set[str] | None = None
    for tag in _TAG.finditer(raw):
        name = (tag[2] or "").lower()
        instead = "" if name in _INLINE or not (name or tag[1]) else "\n"
        if name and name not in _INLINE and name not in _BLOCKS and tag[0][-2] != "/":
            closed = closed or set(_CLOSING.findall(raw))
            if tag[2] not in closed:
                continue
            instead = ""
        found.append((*tag.span(), instead))
    return found


def _decoded(entity: str) -> str:
    """Return the text of an entity; one that is unknown stays as it is, an unseen one vanishes."""
    return html.unescape(entity).strip(_UNSEEN)


def _edited(raw: str, edits: list[tuple[int, int, str]]) -> PlainText:
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[tuple[int, int]] = []
    length = done = 0

    def add(piece: str, first: int, last: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            origins.append((first, last))
            length += len(piece)

    for first, last, instead in edits:
        if first < done:  # a mark inside a tag
            continue
        add(raw[done:first], done, first)
        add(instead, first, last)
        done = last
    add(raw[done:], done, len(raw))
    return PlainText("".join(pieces), tuple(starts), tuple(origins))
