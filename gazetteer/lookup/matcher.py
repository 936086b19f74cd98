"""One multi-pattern pass over a folded text: every place where a listed name stands.

Stems are matched by a double-array automaton; what follows a stem up to the end of its word must
be one of the endings that the name's own language allows. So the automaton stays as small as the
list of names while every case form is found, and each hit says which ending it saw.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

import daachorse

from gazetteer.errors import ArtefactError
from gazetteer.languages import all_languages, get_language
from gazetteer.lookup.keys import fold_letters, fold_text
from gazetteer.model import Name
from gazetteer.store import Store

_PHONEMIC = frozenset("əöüşçğıä")
"""Letters that are letters of their own: a surface with one that the name lacks is another word."""

_LONGEST_ACRONYM = 6
_RELATIONAL_ADJECTIVE = re.compile(r"[а-яё-]+ск(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ое|ие|их|ими) ")
_SHORTEST_GLUED = 4
"""Length from which a name is found right behind another word's small letter (deskMOSCOW)."""

_QUOTES = "«»“”„\"‘’'"
"""Quotation marks at the edge of a listed name belong to it (операция «Кольцо»)."""

_HYPHENS = ("-", "‑", "–")
"""After a hyphen a case ending still belongs to the word: BMT-də, ԱԳՆ-ն."""

_APOSTROPHES = frozenset("'’‘ʼ`´′")
"""So it does after an apostrophe where the language writes one: Bakü'de, BMT'nin."""


class Hit(NamedTuple):
    """A name at ``text[start:end]``, in the form ``tag`` (``nom``: as listed; ``dat,loc``: either).

    ``quality`` is 1.0 when the surface is spelt as listed and lower when diacritics are missing
    or letters of another script stand in for its own.
    """

    start: int
    end: int
    number: int
    tag: str
    quality: float

    @property
    def cases(self) -> frozenset[str]:
        """The cases that the form may stand for: several where a language does not tell them."""
        return _cases(self.tag)


@cache
def _cases(tag: str) -> frozenset[str]:
    return frozenset(tag.split(","))


class Matcher:
    """All names of a store, ready to be found in texts. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        try:
            automaton = daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(store.matcher())
        except ValueError as error:
            fault = f"{store.path} is damaged ({error})"
            raise ArtefactError(f"{fault}; rebuild it with `gazetteer data build`") from error
        self._automaton = automaton

    @cached_property
    def _rows(self) -> Sequence[Sequence[tuple[int, int]]]:
        return self._store.pattern_rows()

    @cached_property
    def _ending_sets(self) -> Sequence[dict[str, str]]:
        return self._store.ending_sets()

    def find(self, text: str, *, cased: bool = True) -> list[Hit]:
        """Return every hit in ``text``, overlapping ones and namesakes included, in text order.

        ``cased`` asks the capitals of the text to allow the name, as in prose; a query does not.
        """
        folded = fold_text(text)
        key = folded.key
        rows, ending_sets = self._rows, self._ending_sets
        hits: list[Hit] = []
        for start, end, pattern in self._automaton.find_overlapping(key):
            word_end = key.index(" ", end)
            ending = key[end:word_end]
            for number, ending_set in rows[pattern]:
                tag = ending_sets[ending_set].get(ending)
                if tag is None:
                    continue
                span = folded.original_span(start + 1, word_end)
                mark = text[span[1] : span[1] + 1]
                if not ending and (mark in _HYPHENS or mark in _APOSTROPHES):
                    after = key[word_end + 1 : key.find(" ", word_end + 1)]
                    written = self._written_ending(text, span, number, after)
                    if written:
                        reach = folded.original_span(start + 1, word_end + 1 + len(after))
                        span, tag = (span[0], reach[1]), written
                hit = self._checked(text, span, number, tag, cased)
                if hit is not None:
                    hits.append(hit)
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits

    def _written_ending(self, text: str, span: tuple[int, int], number: int, after: str) -> str:
        """Return the tag of the ending ``after`` behind a hyphen or apostrophe, ``""`` if none.

        After an apostrophe it is the text's own, whatever language the name is of (Brussels'te);
        one that closes a quotation ends the name.
        """
        if text[span[1]] in _HYPHENS:
            return _written_endings(self._store.name(number).lang).get(after, "")
        if text[span[0] - 1 : span[0]] in _APOSTROPHES and span[0]:
            return ""
        return _endings_after_apostrophe().get(after, "")

    def _checked(
        self, text: str, span: tuple[int, int], number: int, tag: str, cased: bool
    ) -> Hit | None:
        surface = text[span[0] : span[1]]
        name = self._store.name(number)
        if cased and not _cased_like(surface, name.text):
            return None
        quality = _spelling_quality(surface, name)
        if not quality:
            return None
        start, end = span
        if start and text[start - 1].isalnum() and end - start < _SHORTEST_GLUED:
            return None  # GünAz holds no Az
        if name.text.endswith(".") and text[end : end + 1] == ".":
            end += 1  # the stop of U.S. is the name's own
        if name.text[0] in _QUOTES and text[start - 1 : start] in _QUOTES and start:
            start -= 1
        if name.text[-1] in _QUOTES and text[end : end + 1] in _QUOTES and end < len(text):
            end += 1
        return Hit(start, end, number, tag, quality)


@cache
def _written_endings(lang: str) -> dict[str, str]:
    """Return the case endings that the language may write after a hyphen, by fold key."""
    language = get_language(lang)
    suffixes = language.context.case_suffixes if language else {}
    return {fold_letters(suffix): tag for suffix, tag in suffixes.items()}


@cache
def _endings_after_apostrophe() -> dict[str, str]:
    """Return the case endings of all languages that write them after an apostrophe."""
    codes = [code for code, language in all_languages().items() if language.context.apostrophe]
    return {ending: tag for code in codes for ending, tag in _written_endings(code).items()}


def _cased_like(surface: str, listed: str) -> bool:
    """Tell whether the capitals of the surface allow the listed name.

    A name listed with a capital needs one, one of several words in any of its words (``armed
    forces of Armenia``), unless it begins with a Russian adjective, which prose writes small
    (``лачинского коридора``); an acronym needs all of its own. A name listed in lower case, or in a
    script without case, asks for nothing.
    """
    if is_acronym(listed):
        letters = [character for character in surface if character.isalpha()]
        wanted = sum(character.isalpha() for character in listed)
        return all(character.isupper() for character in letters[:wanted])
    if not listed[:1].isupper() or surface[:1].isupper() or not surface[:1].isalpha():
        return True
    if _RELATIONAL_ADJECTIVE.match(surface):
        return True
    return any(word[:1].isupper() for word in surface.split()[1:])


def is_acronym(listed: str) -> bool:
    """Tell whether a listed name is written in capitals only (ICJ, U.S., МИД, XİN)."""
    return listed.isupper() and sum(map(str.isalpha, listed)) <= _LONGEST_ACRONYM


def _spelling_quality(surface: str, name: Name) -> float:
    composed = unicodedata.normalize("NFC", surface).casefold()
    listed = name.text.casefold()
    if is_acronym(name.text):  # AI is no Aİ
        letters = _letters(unicodedata.normalize("NFC", surface))
        return float(letters.startswith(_letters(name.text)))
    if composed.startswith(listed):
        return 1.0
    for letter, own in zip(composed, listed, strict=False):
        if letter != own and letter in _PHONEMIC and fold_letters(letter) == fold_letters(own):
            return 0.0  # qarşı is no form of Qars
    if composed.startswith(listed[:-1]):
        return 1.0  # the last letter may change before an ending: Kəndlik, Kəndliyə
    if not set(composed) & _PHONEMIC <= set(listed) | set(_tail(composed, listed)):
        return 0.0
    return 0.9


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _tail(composed: str, listed: str) -> str:
    """Return what the surface has beyond the listed name's last two letters: its ending."""
    return composed[max(0, len(listed) - 2) :]
