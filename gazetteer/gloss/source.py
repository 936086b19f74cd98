"""The text as it was given: where what is read of it stands, and where nothing may be inserted."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.annotate.plain import PlainText

_UNTOUCHED = re.compile(
    r"<(title|textarea|select|option|code|kbd|samp|var|svg|math)\b[^<>]*>.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
"""Elements of HTML whose words are no prose: names of pages and files, code, drawings."""


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
        """Tell whether an offset of the raw text lies in an element that is left as it is."""
        before = bisect_right(self._elements, (offset, len(self.raw))) - 1
        return before >= 0 and offset < self._elements[before][1]

    @cached_property
    def _elements(self) -> list[tuple[int, int]]:
        if not self._markup:
            return []
        return [found.span() for found in _UNTOUCHED.finditer(self.raw)]

    def escaped(self, text: str) -> str:
        """Write what is to be inserted as the source is written."""
        return html.escape(text, quote=False) if self._markup else text
