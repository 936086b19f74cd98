"""Romanization tables of Georgian.

The script has no capitals. Names by the national system, which maps and signs use, get them word by
word; the ISO standard writes none.
"""

from __future__ import annotations

from dataclasses import replace

from gazetteer.languages._scheme_table import Table

_LETTERS = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_AND = frozenset({"და"})


def _letters(latin: str) -> dict[str, str]:
    return dict(zip(_LETTERS, latin.split(), strict=True))


NATIONAL = Table(
    _letters("a b g d e v z t i k’ l m n o p’ zh r s t’ u p k gh q’ sh ch ts dz ts’ ch’ kh j h"),
    capitalized=True,
    small_words=_AND,
)

BGN_PCGN = replace(NATIONAL)
"""In 2009 the two boards took over the national system."""

ISO_9984 = Table(
    _letters("a b g d e v z t’ i k l m n o p ž r s t u p’ k’ ḡ q š č’ c’ j c č x ǰ h")
    | {"ჱ": "ē", "ჲ": "y", "ჳ": "w", "ჴ": "ẖ", "ჵ": "ō", "ჶ": "f"}
)
