"""The word beside a mention that says of what kind it is: village, district, corridor."""

from __future__ import annotations

import re

from gazetteer.annotate.context import TextContext
from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.readings import Reading
from gazetteer.annotate.surroundings import Cues, Surroundings, lowered
from gazetteer.model import Entity, Evidence

_ELISION = re.compile(r"['’]")
_ARTICLE_WEIGHT = -0.25
_WITH_ARTICLES = ("admin-unit", "region", "feature")
"""Kinds whose names have an article where the language gives them one."""

_OPENING_QUOTES = ("«", "“", '"', "„")


_DATELINE = re.compile(r"[^\W\d_]{3,}(?:[^.!?\n]{0,30}[^.!?\s])?[.,] ?$")
"""A place, and perhaps a date, that opens a line before the agency that reports."""
_CLOSING_DATELINE = (":", ".", "/", "-", "–", "—")


def kind_word(entity: Entity, span: Span, context: TextContext, cues: Cues) -> str | None:
    """Return the word beside the mention that announces this kind of entity, if there is one.

    Looks right before and after, and past a coordination for the shared plural (``Lachin and
    Kalbajar districts``).
    """
    around = context.around(span.start, span.end)
    last = context.last_joined(span.start, span.end, cues)
    kind = entity.type if entity.type in cues.kind_words else entity.kind
    words = cues.kind_words.get(kind)
    if words is None:
        return None
    after = kind_word_after(kind, context.around(*last), cues)
    if after is None and last[1] > span.end:
        closing = context.text[slice(*last)].lower().split()[1:][-1:]  # A, B and the C districts
        after = next((word for word in closing if word in words), None)
    before = _words_before(around, cues)[:1]
    found = after or next((word for word in before if word in words), None)
    noun = None if found else noun_of_list(span, context, cues)
    return noun if noun is not None and noun in words else found


def noun_of_list(span: Span, context: TextContext, cues: Cues) -> str | None:
    """Return the plural noun before the list that the mention is in: *districts of A, B and C*."""
    if not cues.plural_kind_words:
        return None
    place = (span.start, span.end)
    if place not in context.nouns:
        context.nouns[place] = _noun_of_list(span, context, cues)
    return context.nouns[place]


def _noun_of_list(span: Span, context: TextContext, cues: Cues) -> str | None:
    first = context.first_joined(span.start, span.end, cues)
    opening = lowered(context.text[slice(*first)].split()[0])  # Rayons Laçın, Zəngilan
    before = _words_before(context.around(*first), cues)
    if first[0] < span.start and _is_number(before, cues):
        return opening  # چهار شهرستان فضولی، قبادلی و لاچین: four districts
    if _is_number(before[1:], cues):
        return before[0]
    return next((word for word in (*before[:1], opening) if word in cues.plural_kind_words), None)


def _words_before(around: Surroundings, cues: Cues) -> list[str]:
    """Return the words before the name, past those that link it: *district of*, *région du*."""
    previous = around.previous_words(3)
    linking = next((at for at, w in enumerate(previous) if w not in cues.linking_words), 3)
    return previous[linking:]


def _is_number(words: list[str], cues: Cues) -> bool:
    return bool(words) and bool(cues.numerals) and (words[0].isdigit() or words[0] in cues.numerals)


def noun_before(span: Span, context: TextContext) -> str | None:
    """Return the word before a name in quotation marks, which its listed name may begin with."""
    around = context.around(span.start, span.end)
    if around.prefix[-1:] not in _OPENING_QUOTES:
        return None
    return next(iter(around.previous_words(1)), None)


def kind_word_after(kind: str, around: Surroundings, cues: Cues) -> str | None:
    """Return the kind word right after a mention, or after the last of several joined names."""
    words = cues.kind_words.get(kind)
    if words is None or not around.suffix[:1].isspace():
        return None
    following = around.next_words(4)
    joined = len(following) > 2 and following[0] in cues.and_words
    joined = joined and around.after[1].text[:1].upper() == around.after[1].text[:1]
    beside = (*following[:1], *(following[2:4] if joined else ()))
    return next((word for word in beside if word in words), None)


def is_cited(span: Span, context: TextContext, cues: Cues, near: int = 2) -> bool:
    """Tell whether a medium's short name is cited here: ``Trend reports``, «Հրապարակ» թերթը."""
    around = context.around(span.start, span.end)
    previous = around.previous_words(2)
    if previous and previous[0] not in cues.place_prepositions:
        del previous[1:]  # else *quoted from*, نقل از
    beside = (*previous, *around.next_words(near))
    return any(word in cues.citing_words for word in beside) or is_byline(span, context)


def is_byline(span: Span, context: TextContext) -> bool:
    """Tell whether a medium signs here: in brackets, or behind a dateline (``BAKI, Turan.``)."""
    around = context.around(span.start, span.end)
    if around.prefix.endswith("(") and around.suffix.startswith(")"):
        return True
    before = context.line_before(span.start)
    closed = around.suffix[:1] in _CLOSING_DATELINE or around.suffix[:2] in (" -", " –", " —")
    return closed and _DATELINE.match(before) is not None


def is_plural_of_list(reading: Reading, span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether a kind word in the genitive is the plural of a list: *Rayons A, B und C*."""
    if reading.hit.cases != {"gen"} or " " not in span.readings.surface:
        return False
    if span.readings.surface.split()[0].lower() not in cues.plural_kind_words:
        return False
    return context.last_joined(span.start, span.end, cues)[1] > span.end


def article_evidence(
    entity: Entity, span: Span, context: TextContext, cues: Cues, kind: str | None
) -> list[Evidence]:
    """Return what an article before the name tells: *le Nakhitchevan*, but *à Nakhitchevan*.

    A town has none; where regions and rivers always have one, a bare name is a town's, unless a
    word of the kind stands before it.
    """
    around = context.around(span.start, span.end)
    if not cues.articles or around.suffix[:1] == "-":
        return []  # before a hyphen the article is that of a compound: die Baku-Konferenz
    article = next((word for word in around.previous_words(1) if word in cues.articles), "")
    if entity.kind == "settlement":
        return [Evidence("article", article, _ARTICLE_WEIGHT)] if article else []
    bare = cues.regions_take_articles and entity.kind in _WITH_ARTICLES
    if bare and not (article or kind or around.starts_sentence):
        return [Evidence("no-article", around.previous_words(1)[0], _ARTICLE_WEIGHT)]
    return []


def leads_with_kind_word(entity: Entity, span: Span, cues: Cues) -> bool:
    """Tell whether a unit's name is its kind linked to the bare one: *région de Tavouch*.

    There the bare name is the mention, as in *the district of Shusha*.
    """
    words = _ELISION.sub(" ", span.readings.surface.lower()).split()
    if entity.kind != "admin-unit" or len(words) < 3:
        return False
    return words[0] in cues.kind_words.get(entity.kind, ()) and words[1] in cues.linking_words
