"""Posts written without capitals: *lacin koridoru kapali, hankendide ekmek yok*.

A name listed with a capital needs one in prose. A line in which no word has one tells nothing by
it, so names are looked for there in small letters too; but only those that many texts name, that
are long enough, and that are no words of the language.
"""

from __future__ import annotations

import re

from gazetteer.annotate.segments import Segments
from gazetteer.annotate.surroundings import Cues
from gazetteer.lookup.matcher import Form, Hit, Matcher, Stretch
from gazetteer.store import Store

_LINE = re.compile(r"[^\n]+")
_ENDS_PARAGRAPH = re.compile(r"(?:^|[.!?…։:;)\]»”\"]|\n\s*\n)\s*$")
_FEWEST_WORDS = 4
_SHORTEST_NAME = 5
_KNOWN, _WELL_KNOWN, _FOREMOST = 40, 60, 80
"""Prominence from which a name in small letters may be meant; one of another language or a lesser
one; one of four letters."""

_SENTENCE_START = re.compile(r"(?:^|[.!?…]\s)[\W\d_]*([^\W\d_])")
_FEWEST_SENTENCES = 2
"""Sentences of a line that begin with a small letter before its capitals count for nothing."""


def names_in_small_letters(
    text: str, matcher: Matcher, store: Store, segments: Segments
) -> list[Stretch]:
    """Return where names stand in small letters in lines whose sentences begin with one.

    A line that goes on from the one before, as in text wrapped at a width, is none of those.
    """
    found = []
    for line in _LINE.finditer(text):
        if line.group().count(" ") < _FEWEST_WORDS - 1 or not _writes_small(line.group()):
            continue
        if not _ENDS_PARAGRAPH.search(text, max(0, line.start() - 20), line.start()):
            continue
        lang, cues = segments.lang_at(line.start()), segments.cues_at(line.start())
        for start, end, form in matcher.find(line.group(), cased=False):
            hits = tuple(hit for hit in form.hits if _may_be_small(hit, form.surface, store, lang))
            if hits and form.surface.islower() and not _is_word(form.surface, cues):
                stretch = Stretch(
                    line.start() + start, line.start() + end, Form(form.surface, hits)
                )
                found.append(stretch)
    return found


def _writes_small(line: str) -> bool:
    """Tell whether a line has no capitals, or none where its sentences begin, of which it has some.

    >>> _writes_small("retour de Bakou. le visa se fait sur internet, MAIS attention. un pote y va")
    True
    >>> _writes_small("baku denied it. Nobody knows why. He left.")
    False
    """
    if line.islower():
        return True
    starts = [match.group(1) for match in _SENTENCE_START.finditer(line)]
    return len(starts) >= _FEWEST_SENTENCES and all(letter.islower() for letter in starts)


def _may_be_small(hit: Hit, surface: str, store: Store, lang: str) -> bool:
    """Tell whether a name listed with a capital is known well enough to be met without."""
    name = hit.name
    if not name.text[:1].isupper() or name.role == "acronym" or name.text.isupper():
        return False
    prominence = store.entity(name.entity).prominence
    if name.role in ("short", "variant", "historical") or name.lang != lang:
        return prominence >= _WELL_KNOWN and len(surface) > _SHORTEST_NAME
    shortest = _SHORTEST_NAME - (prominence >= _FOREMOST)
    return prominence >= _KNOWN and len(surface) >= shortest


def _is_word(surface: str, cues: Cues) -> bool:
    return surface in cues.common_words or surface in cues.function_words
