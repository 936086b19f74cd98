"""How a text lies around a name: its word's end, quotation marks, brackets, paragraphs."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property

from gazetteer.languages import get_language
from gazetteer.model import Entity

_CLOSERS = {
    "«": "»",
    "»": "«",
    "„": '“”"',
    "“": "”",
    "‟": "”",
    "‹": "›",
    "‘": "’",
    '"': '"',
    "「": "」",
}
"""Opening quotation marks, and what may close each; » opens where German and Danish turn them."""
_MARK = re.compile(r"[«»„“”‟‹›‘’\"「」]")

_PARTS = re.compile("['’ʼ‘՚\u200c][^\\W\\d_]+|[-‑][^\\W\\d_]+")
"""What belongs to the word before it: *’s*, a case ending, *-based*; Persian after a half-space."""

_NEXT_WORD = re.compile(r"[ \xa0]([^\W\d_]+)")
_ADDRESS = re.compile(r"[@_]|[./](?=[^\W_])")
_END_OF_SENTENCE = re.compile(r"[.!?։…](?=\s|$)|\n")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"\n")

_LONGEST_BRACKET = 1000
"""Code points before a name in which brackets may have been opened around it."""

_CAPITALISES_NOUNS = frozenset({"de"})


class Layout:
    """One text; everything is worked out when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        """Paragraphs begin after blank lines; in a text without any, after each line break."""
        parted = _BLANK_LINE if _BLANK_LINE.search(self._text) else _LINE
        return [0, *(found.end() for found in parted.finditer(self._text))]

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that holds the code point at ``offset``."""
        return bisect_right(self._starts, offset) - 1

    def length_at(self, offset: int) -> int:
        """Return how long the paragraph is that holds the code point at ``offset``."""
        start, end = self._bounds(self.paragraph(offset))
        return end - start

    def _bounds(self, number: int) -> tuple[int, int]:
        after = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        return self._starts[number], after

    @cached_property
    def _quotations(self) -> dict[int, list[tuple[int, int]]]:
        """Of each paragraph that was asked about."""
        return {}

    def is_quoted(self, offset: int) -> bool:
        """Tell whether the code point at ``offset`` stands inside quotation marks.

        What is opened and not closed reaches to the end of its paragraph, as where a quotation
        goes on in the next; not so ``"``, which may be seconds or inches.
        """
        number = self.paragraph(offset)
        if number not in self._quotations:
            self._quotations[number] = _quotations(self._text, *self._bounds(number))
        quotations = self._quotations[number]
        before = bisect_right(quotations, (offset, 0)) - 1
        return before >= 0 and offset < quotations[before][1]

    def is_bracketed(self, offset: int) -> bool:
        """Tell whether round brackets are open before ``offset`` in its paragraph."""
        start, _ = self._bounds(self.paragraph(offset))
        before = self._text[max(start, offset - _LONGEST_BRACKET) : offset]
        return before.count("(") > before.count(")")

    def same_sentence(self, start: int, end: int) -> bool:
        """Tell whether no sentence ends between two offsets."""
        return _END_OF_SENTENCE.search(self._text, start, end) is None

    def word_end(self, end: int, following: int) -> int | None:
        """Return where the word ends whose name ends at ``end``; ``following`` opens the next name.

        *’s*, *-based* and the like belong to it. None when it goes on as a name that is longer.
        """
        text = self._text
        while unicodedata.combining(text[end : end + 1] or " "):
            end += 1  # the ezafe of مارتونیِ
        if text[end : end + 1].isalnum():
            return None
        while (part := _PARTS.match(text, end)) is not None:
            if part.start() + 1 == following:
                return end
            if part[0][1].isupper() and part[0][0] in "-‑":
                return None
            end = part.end()
        return end

    def after_kind(self, end: int, entity: Entity, lang: str) -> int:
        """Return the end of the words that say what it is, if any follow: *Zabukh village*."""
        language = get_language(lang)
        kinds = language.context.kind_words if language else {}
        said = (*kinds.get(entity.kind, ()), *kinds.get(entity.type, ()))
        while (word := _NEXT_WORD.match(self._text, end)) is not None:
            if not any(_fits(word[1].lower(), kind) for kind in said):
                break
            end = word.end()
        return end

    def goes_on(self, end: int, following: int, lang: str) -> bool:
        """Tell whether a word with a capital follows, which may be of one name with this."""
        word = _NEXT_WORD.match(self._text, end)
        if word is None or lang in _CAPITALISES_NOUNS or word.start(1) == following:
            return False
        return word[1][0].isupper() and word[1] != "I"

    def is_address(self, start: int, end: int) -> bool:
        """Tell whether a name stands in an address, a path or a user's name."""
        before, after = self._text[max(0, start - 2) : start], self._text[end : end + 2]
        if before[-1:] in ("@", "_") or (before[-1:] == "." and before[:1].isalnum()):
            return True
        return bool(_ADDRESS.match(after)) and not after[1:].isupper()


def _fits(word: str, kind: str) -> bool:
    return word.startswith(kind[:-1]) if kind.endswith("*") else word == kind


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the outermost quotations of a paragraph, marks included."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text, start, end):
        sign, place = mark[0], mark.start()
        depth = _closed_by(opened, sign, text, place)
        if depth is not None:
            if depth == 0:
                found.append((opened[0][1], mark.end()))
            del opened[depth:]
        elif _opens(sign, text, place):
            opened.append((sign, place))
    while opened and opened[0][0] in '"‘»':
        opened.pop(0)
    if opened:
        found.append((opened[0][1], end + 1))
    return found


def _closed_by(opened: list[tuple[str, int]], sign: str, text: str, place: int) -> int | None:
    """Return which of the open marks a sign closes, the innermost first."""
    if sign == "’" and text[place + 1 : place + 2].isalnum():
        return None  # an apostrophe
    for depth in range(len(opened) - 1, -1, -1):
        if sign in _CLOSERS[opened[depth][0]]:
            return depth
    return None


def _opens(sign: str, text: str, place: int) -> bool:
    if sign not in _CLOSERS:
        return False
    glued = place > 0 and text[place - 1].isalnum()
    return not glued and text[place + 1 : place + 2] not in ("", " ", "\n")
