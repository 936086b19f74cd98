"""The text as it was given: where what is read of it stands, and where nothing may be inserted."""

from __future__ import annotations

import html
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from gazetteer.formats.markup import may_be_marked, pieces

if TYPE_CHECKING:
    from gazetteer.annotate.plain import PlainText

_NO_PROSE = frozenset(("code", "kbd", "samp", "var"))
"""Elements of HTML whose words are not to be read as prose, beside those that take no element."""


class Source:
    """A raw text and what is read of it; ``markup``: it is HTML, and so must be what is added."""

    def __init__(self, read: PlainText, raw: str, markup: bool) -> None:
        self._read, self.raw, self._markup = read, raw, markup

    @property
    def plain(self) -> str:
        """What is read."""
        return self._read.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of what is read to the raw text."""
        return self._read.raw_span(start, end)

    def after(self, end: int) -> int | None:
        """Return where in the raw text something may be inserted after ``plain[:end]``.

        None where the rest of a compound stands in the next line: *Shushi-⏎Stepanakert*.
        """
        _, offset = self._read.raw_span(end - 1, end)
        if self.plain[end : end + 1] in ("-", "‐", "–", "‑"):
            hyphen = self._read.raw_span(end, min(end + 2, len(self.plain)))
            if "\n" in self.raw[hyphen[0] : hyphen[1]]:
                return None
        return offset

    def is_untouched(self, offset: int) -> bool:
        """Tell whether what ends at an offset of the raw text is a tag, a title, code or the like.

        Only of HTML: of other texts everything may be touched.
        """
        if not self._markup:
            return False
        starts, ends = self._prose
        before = bisect_right(starts, offset - 1) - 1
        return before < 0 or offset > ends[before]

    @cached_property
    def _prose(self) -> tuple[list[int], list[int]]:
        """Where the stretches of prose begin and end."""
        prose = [
            (start, end)
            for start, end, opened in pieces(self.raw)
            if may_be_marked(opened) and _NO_PROSE.isdisjoint(opened)
        ]
        return [start for start, _ in prose], [end for _, end in prose]

    def escaped(self, text: str) -> str:
        """Write what is to be inserted as the source is written."""
        return html.escape(text, quote=False) if self._markup else text
