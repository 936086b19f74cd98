"""Posts written without capitals: *lacin koridoru kapali, hankendide ekmek yok #susa*.

A name listed with a capital needs one in prose. Where a writer sets none, or not even at the
beginning of sentences, their lack tells nothing, so names are looked for in small letters too; but
only those that many texts name, that are long enough, and that are no words of the language. In a
hashtag capitals tell nothing anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.annotate.segments import Segments
from gazetteer.annotate.surroundings import Cues
from gazetteer.lookup.matcher import Form, Hit, Matcher, Stretch
from gazetteer.store import Store

_LINE = re.compile(r"[^\n]+")
_HASHTAG = re.compile(r"(?<=#)\w+")
_OPENING = re.compile(
    r"(?:\A|\n[ \t]{0,9}\n|(?:[!?]|[^\W\d_]{4}\.)[\s»”\"]{1,5}|[!?.]\n)\W{0,9}([^\W\d_])"
)
"""The first letter of a text, paragraph or sentence; a short word before a stop is abbreviated."""

_ENDS_PARAGRAPH = re.compile(r"(?:^|[.!?…։:;)\]»”\"]|\n\s*\n)\s*$")
_CARELESS = 0.3
"""Share of sentences beginning with a small letter from which a text's capitals tell nothing."""

_FEWEST_WORDS = 4
_SHORTEST_NAME = 5
_KNOWN, _WELL_KNOWN, _FOREMOST = 25, 60, 80
"""Prominence from which a name in small letters may be meant; one of another language or a lesser
one; one of four letters."""


def names_in_small_letters(
    text: str, matcher: Matcher, store: Store, segments: Segments
) -> list[Stretch]:
    """Return where names stand in small letters that would need a capital in prose."""
    found = []
    for start, end in _without_capitals(text):
        lang, cues = segments.lang_at(start), segments.cues_at(start)
        for first, last, form in matcher.find(text[start:end], cased=False):
            hits = tuple(hit for hit in form.hits if _may_be_small(hit, form.surface, store, lang))
            if hits and form.surface.islower() and not _is_word(form.surface, cues):
                found.append(Stretch(start + first, start + last, Form(form.surface, hits)))
    return found


def _without_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines, or hashtags alone, whose capitals tell nothing.

    A line that goes on from the one before, as in text wrapped at a width, is none of those.
    """
    careless = _is_careless(text)
    for line in _LINE.finditer(text):
        small = careless or (
            line.group().islower()
            and line.group().count(" ") >= _FEWEST_WORDS - 1
            and _ENDS_PARAGRAPH.search(text, max(0, line.start() - 20), line.start()) is not None
        )
        if small:
            yield line.span()
        elif "#" in line.group():
            yield from (tag.span() for tag in _HASHTAG.finditer(text, *line.span()))


def _is_careless(text: str) -> bool:
    """Tell whether the sentences of a text begin with small letters more than by chance."""
    openings = [match[1] for match in _OPENING.finditer(text)]
    cased = [letter for letter in openings if letter.lower() != letter.upper()]
    small = sum(map(str.islower, cased))
    return small > 0 and small >= _CARELESS * len(cased)


def _may_be_small(hit: Hit, surface: str, store: Store, lang: str) -> bool:
    """Tell whether a name listed with a capital is known well enough to be met without."""
    name = hit.name
    if not name.text[:1].isupper() or name.role == "acronym" or name.text.isupper():
        return False
    prominence = store.entity(name.entity).prominence
    if name.role in ("short", "variant", "historical") or name.lang != lang:
        return prominence >= _WELL_KNOWN and len(surface) >= _SHORTEST_NAME
    shortest = _SHORTEST_NAME - (prominence >= _FOREMOST)
    return prominence >= _KNOWN and len(surface) >= shortest


def _is_word(surface: str, cues: Cues) -> bool:
    return surface in cues.common_words or surface in cues.function_words
