"""What is inserted: brackets, whose name it is, in what language, and the name."""

from __future__ import annotations

import re
from functools import cache

from gazetteer.languages import GlossWords, all_languages
from gazetteer.model import OtherName, side_of

_BRACKETS = re.compile(r"[ \xa0]?(?:\(([^()\[\]\n]{2,160})\)|\[([^()\[\]\n]{2,160})\])")


def inserted(words: GlossWords, other: OtherName, lang: str, *, bare: bool, square: bool) -> str:
    """Write a gloss in the words of the language ``lang``, after a blank.

    A name in another language is said to be; ``""`` when there are no words for that.
    """
    whose = "" if bare else _whose(words, other.perspective)
    note = _note(words, other, lang)
    if note is None or not (bare or whose):
        return ""
    before = ", ".join(filter(None, (whose, note)))
    said = f"{before}{words.colon}{other.text}" if before else other.text
    return f" [{said}]" if square else f" ({said})"


def _whose(words: GlossWords, perspective: str) -> str:
    return words.whose.get(perspective) or words.whose.get(side_of(perspective), "")


def _note(words: GlossWords, other: OtherName, lang: str) -> str | None:
    if other.lang == lang:
        return ""
    return words.romanized if other.scheme else words.tongues.get(other.lang)


def brackets(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, content) of what stands in brackets alone, with the blank before it."""
    return [
        (found.start(), found.end(), (found.group(1) or found.group(2)).strip(" \xa0"))
        for found in _BRACKETS.finditer(text)
    ]


def announced(content: str) -> str | None:
    """Return the name that a gloss in any language announces, None where none is announced.

    >>> announced("Armenian: Stepanakert"), announced("հայկական՝ Ստեփանակերտ"), announced("c. 1990")
    ('Stepanakert', 'Ստեփանակերտ', None)
    """
    found = _announcement().match(content)
    return content[found.end() :].strip(" \xa0") or None if found else None


@cache
def _announcement() -> re.Pattern[str]:
    words = [language.glosses for language in all_languages().values() if language.glosses]
    openings = []
    for each in words:
        whose = "|".join(map(re.escape, each.whose.values()))
        notes = "|".join(map(re.escape, (*each.tongues.values(), each.romanized)))
        openings.append(f"(?:(?:{whose})(?:, (?:{notes}))?|{notes}){re.escape(each.colon)}")
    return re.compile("|".join(openings))
