"""What is called after places and persons: clubs, brands, houses, streets, and people.

«Qarabağ» is a football club where a text speaks of sport, a brandy beside the word for one, and
Laçın a girl when the text says *a girl named Laçın*. Such a name is no mention of the place. The
words that tell come from the text's language (``languages.Namesakes``); what they are looked for
around is the same in all languages. A country stays a country in sport: its team is the country's.
"""

from __future__ import annotations

import re

from gazetteer.annotate.context import TextContext
from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.surroundings import Cues, NamesakeCues, lowered
from gazetteer.lookup.keys import fold

CLUB, BRAND, NAMED, EPONYM = "club", "brand", "named", "eponym"

_LAST_OPENING = re.compile(r"[«“„‟\"‹](?=[^«“„‟\"‹»”›]*$)")
_FIRST_CLOSING = re.compile(r"[»”“\"›]")
_LONGEST_QUOTED = 40
"""Code points of the longest quoted name; what is longer is a quotation."""
_MOST_QUOTED_WORDS = 3
_SUFFIX = re.compile(r"[-‑]?[^\W\d_]{1,7}\b")
"""A case ending outside the quotation marks: “Qarabağ”ın."""
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")
_PREVIOUS = re.compile(r"([^\W\d_]+)[ \u00a0]$")
_LONGEST_WORD = 20
_CHAIN = re.compile(r"(?:[-‑–](?!\d)[^\W_a-zа-яё][^\W\d_]+)*")
_CHAINED = re.compile(r"[^\W\d_][-‑–]$")
"""Names joined by hyphens after one, and before it."""
_LONGEST_INSTITUTION = 4
"""Capitalised words that are looked through for an institution's noun."""
_WORD = re.compile(r"[^\W\d_]+")
_SCORE = re.compile(r"(?<![\d.,–-])\d[–-]\d(?![\d.,–-])")
"""A score of small numbers (2–1): as good as a word of sport."""
_SPORT_WINDOW = 200
_SPORTS_PAGE = 2
"""Words of sport around an unquoted name from which it is the club's: one may be chance."""
_LOCATIVE = frozenset({"loc", "loc-adj", "loc-cop", "ine"})


def taken_by(span: Span, context: TextContext, cues: Cues) -> str:
    """Return what the name belongs to here (club, brand, named, eponym), ``""`` when to itself."""
    words = cues.namesakes
    quoted = _quotation(context.text, span.start, span.end)
    if quoted is not None:
        beside = _beside(context, quoted) + context.text[span.end : quoted[1]].lower().split()
        if any(word in words.brands for word in beside):
            return BRAND
        if any(word in words.club_words for word in beside):
            return CLUB
    if _is_club(span, context, cues, quoted):
        return CLUB
    if _is_of_institution(span, context, words) or _is_an_end_of_road(span, context, cues):
        return BRAND
    return _person_or_street(span, context, cues)


def _person_or_street(span: Span, context: TextContext, cues: Cues) -> str:
    words = cues.namesakes
    bare = any("nom" in hit.cases for hit in span.hits)
    after = _NEXT.match(context.text, span.end) if bare else None
    word = lowered(after[1]) if after is not None else ""
    if word in words.first_name_titles:
        return NAMED
    if word in words.named_after:
        beyond = context.around(span.start, span.end).next_words(2)[1:]
        settled = beyond and any(beyond[0] in kind for kind in cues.kind_words.values())
        return "" if settled else NAMED
    if word in words.eponyms_after:
        return EPONYM
    before = _PREVIOUS.search(context.text, max(0, span.start - _LONGEST_WORD), span.start)
    word = lowered(before[1]) if before is not None else ""
    if word in words.named_before:
        return NAMED
    if word in words.renewing and before is not None and before[1].istitle():
        return NAMED  # New England
    return EPONYM if word in words.eponyms_before else ""


def _is_an_end_of_road(span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether the name is one of those that a road is named by: Qars–Naxçıvan dəmir yolu.

    Such a road is one name; a listed one is found as such, and of another its ends say nothing.
    """
    text = context.text
    chain = _CHAIN.match(text, span.end)
    end = chain.end() if chain is not None else span.end
    if end == span.end and not _CHAINED.search(text, max(0, span.start - 2), span.start):
        return False
    routes = cues.kind_words.get("route", ())
    return any(word in routes for word in context.around(span.start, end).next_words(2))


def _is_of_institution(span: Span, context: TextContext, words: NamesakeCues) -> bool:
    """Tell whether the name opens that of an institution: Bakı Dövlət Universiteti, Tabriz Hotel.

    Capitals must go on until its noun; a listed institution is found under its own name.
    """
    end = span.end
    for _ in range(_LONGEST_INSTITUTION):
        following = _NEXT.match(context.text, end)
        if following is None or not following[1][0].isupper():
            return False
        if lowered(following[1]) in words.institutions:
            return True
        end = following.end()
    return False


def _quotation(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span inside the quotation marks around a short name, None when there are none.

    The marks must touch words inside and blanks outside, save for an ending after the last one.
    """
    opening = _LAST_OPENING.search(text, max(0, start - _LONGEST_QUOTED), start)
    if opening is None:
        return None
    left = opening.start()
    if "\n" in text[left:start] or text[left - 1 : left].isalnum():
        return None
    closing = _FIRST_CLOSING.search(text, end, left + _LONGEST_QUOTED)
    if closing is None or "\n" in text[end : closing.start()]:
        return None
    right = closing.start()
    inside = text[left + 1 : right]
    if _is_small(inside[:1]) or len(inside.split()) > _MOST_QUOTED_WORDS:
        return None
    if any(mark in inside for mark in ".,!?:;"):
        return None
    return left + 1, right


def _is_small(letter: str) -> bool:
    """Tell whether a letter is a small one where names have capitals; Georgian has none in use."""
    return letter.islower() and not "ა" <= letter <= "ჿ"


def _beside(context: TextContext, quoted: tuple[int, int]) -> list[str]:
    """Return the nouns that the quoted name may stand with: before it, and after without ending."""
    start, end = quoted[0] - 1, quoted[1] + 1
    around = context.around(start, end)
    declined = _SUFFIX.match(context.text, end) is not None
    return around.previous_words(1) + ([] if declined else around.next_words(1))


def _is_club(
    span: Span,
    context: TextContext,
    cues: Cues,
    quoted: tuple[int, int] | None,
) -> bool:
    """Tell whether the text means a club: by the word beside it, or by the sport around it.

    In quotation marks fewer words of sport tell it, and for a name that is not known to be a
    club's more; without them only known names are looked at, and no place that is played *in*.
    """
    words = cues.namesakes
    known = _is_clubs_name(span, context, words, quoted)
    if quoted is None:
        if not known or all(not _LOCATIVE.isdisjoint(hit.cases) for hit in span.hits):
            return False
        around = context.around(span.start, span.end)
        following = around.next_words(1)
        beyond = around.next_words(2) if around.suffix[:1] in tuple("-‑–") else following
        if any(word in words.club_words for word in around.previous_words(1) + beyond):
            return True
        if words.quoted or any(word in cues.place_after for word in following):
            return False  # a town's stadium
    elif known and quoted == (span.start, span.end) and _SUFFIX.match(context.text, span.end + 1):
        return True  # “Qarabağ”ın: a place has its ending inside
    needed = 1 if known and quoted is not None else _SPORTS_PAGE
    return _words_of_sport(context.text, span.start, span.end, words) >= needed


def _is_clubs_name(
    span: Span, context: TextContext, words: NamesakeCues, quoted: tuple[int, int] | None
) -> bool:
    """Tell whether clubs are known by the name, or by one that a hyphen or quotation joins to it.

    So *Armenia* in Ararat-Armenia and *Tovuz* in “Turan Tovuz” are parts of clubs' names.
    """
    text = context.text
    if any(fold(context.store.name(hit.number).text) in words.clubs for hit in span.hits):
        return True
    if fold(text[span.start : span.end]) in words.clubs:
        return True  # Pyunik, where the village is P'yunik
    joined = _WORD.findall(text[slice(*quoted)]) if quoted is not None else []
    if text[span.start - 1 : span.start] in tuple("-‑–"):
        joined += _WORD.findall(text[max(0, span.start - 30) : span.start - 1])[-1:]
    return any(fold(word) in words.clubs for word in joined)


def _words_of_sport(text: str, start: int, end: int, words: NamesakeCues) -> int:
    """Count the words of sport within 200 code points of the name, itself not among them."""
    beside = (text[max(0, start - _SPORT_WINDOW) : start], text[end : end + _SPORT_WINDOW])
    told = sum(lowered(word) in words.sport for part in beside for word in _WORD.findall(part))
    return told + sum(len(_SCORE.findall(part)) for part in beside)
