"""One multi-pattern pass over a folded text: every place where a listed name stands.

Stems are matched by a double-array automaton; what follows a stem up to the end of its word must
be one of the endings that the name's own language allows. So the automaton stays as small as the
list of names while every case form is found, and each hit says which ending it saw.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

import daachorse

from gazetteer.errors import ArtefactError
from gazetteer.languages import all_languages, get_language
from gazetteer.lookup.keys import ENDING_APOSTROPHES, FoldedText, fold_letters, fold_text
from gazetteer.model import Name
from gazetteer.store import Store

_PHONEMIC = frozenset("əöüşçğıä")
"""Letters that are letters of their own: a surface with one that the name lacks is another word."""

_LONGEST_ACRONYM = 6
_RELATIONAL_ADJECTIVE = re.compile(
    r"(?:(?:перв|втор|трет)[а-яё]+ )?[а-яё-]+ск(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ое|ие|их|ими) "
)
_WORD_STARTS = re.compile(r"\s+(?:[dlDL]['’])?")
"""What stands before the words of a name but the first, an elided article with them: d'Arménie."""
_SHORTEST_GLUED = 4
"""Length from which a name is found right behind another word's small letter (deskMOSCOW)."""

_QUOTES = "«»“”„\"‘’'"
"""Quotation marks at the edge of a listed name belong to it (операция «Кольцо»)."""

_HYPHENS = ("-", "‑", "–")
"""After a hyphen a case ending still belongs to the word: BMT-də, ԱԳՆ-ն."""

_APOSTROPHES = frozenset(ENDING_APOSTROPHES)
"""So it does after one of these where the language writes it: Bakü'de, BMT'nin."""

_VOWEL_MARKS = frozenset(map(chr, (*range(0x064B, 0x0653), 0x0654, 0x0670)))
"""Marks of Arabic script that belong to the letter before them, also at the end of a name."""

_ENDING_MARKS = frozenset((*_HYPHENS, *_APOSTROPHES))
_MOST_WORDS_KEPT, _MOST_SPELLINGS_KEPT = 100_000, 64
"""Words, and spellings of one, that are remembered: enough for the language of the news."""


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A name that a form may be: its ``number``, and the case as ``tag`` (``nom``: as listed).

    ``quality`` is 1.0 when the form is spelt as listed and lower when diacritics are missing
    or letters of another script stand in for its own. ``cases`` are what the form may stand for:
    several where a language does not tell them (``dat,loc``).
    """

    number: int
    name: Name
    tag: str
    quality: float
    cases: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word or words as they stood in a text, with every name that they may be.

    One object serves every text in which the same letters stand, so what others work out about a
    form they may keep in ``notes``.
    """

    surface: str
    hits: tuple[Hit, ...]
    notes: dict[object, Any] = field(default_factory=dict)


class Stretch(NamedTuple):
    """Where in a text a form stands: ``text[start:end]``."""

    start: int
    end: int
    form: Form


class _Spelling(NamedTuple):
    """A word as a text spelt it: the forms that it is alone, and with the ending after a mark.

    ``edged`` tells that stops or quotation marks around the word alone may belong to its names.
    """

    alone: Form | None
    whole: Form | None
    edged: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """What names a folded word or words may be, and the forms in which a text spelt it.

    ``allowed`` are (number of the name, tag, whether nothing stands behind the listed stem).
    """

    allowed: tuple[tuple[int, str, bool], ...]
    spellings: dict[tuple[str, str, bool], _Spelling] = field(default_factory=dict)


_NO_WORD = _Word(())


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
        self._words: dict[str, _Word] = {}

    @cached_property
    def _rows(self) -> Sequence[Sequence[tuple[int, int]]]:
        return self._store.pattern_rows()

    @cached_property
    def _ending_sets(self) -> Sequence[dict[str, str]]:
        return self._store.ending_sets()

    def find(self, text: str, *, cased: bool = True) -> list[Stretch]:
        """Return where names stand in ``text``, overlapping ones too, in text order.

        No two stretches are of the same code points; the longer of two that begin together comes
        first. ``cased`` asks the capitals of the text to allow the name, as in prose; a query does
        not.
        """
        folded = fold_text(text)
        key, moved = folded.key, len(folded.breaks) > 1
        words, seen = self._words, set[tuple[int, int]]()
        found: list[Stretch] = []
        for start, end, _ in self._automaton.find_overlapping(key):
            word_end = key.index(" ", end)
            if (start, word_end) in seen:
                continue
            seen.add((start, word_end))
            part = key[start + 1 : word_end]
            word = words.get(part) or self._learn(part)
            if word is _NO_WORD:
                continue
            span = folded.original_span(start + 1, word_end) if moved else (start, word_end - 1)
            first, last = span
            while moved and text[last : last + 1] in _VOWEL_MARKS:
                last += 1  # مارتونیِ with its ezafe
            if last - first < _SHORTEST_GLUED and first and text[first - 1].isalnum():
                continue  # GünAz holds no Az
            reach, after = last, ""
            if text[last : last + 1] in _ENDING_MARKS:
                reach, after = _ending_after_mark(text, folded, word_end, span)
            spelling = word.spellings.get((text[first:reach], after, cased))
            if spelling is None:
                spelling = self._spell(word, text[first:last], text[first:reach], after, cased)
            if spelling.alone is not None and spelling.edged:
                found += _reaching(spelling.alone, text, first, last)
            elif spelling.alone is not None:
                found.append(Stretch(first, last, spelling.alone))
            if spelling.whole is not None:
                found.append(Stretch(first, reach, spelling.whole))
        return merged(found)

    def _learn(self, part: str) -> _Word:
        """Work out what names a folded word or words may be; kept for the next time."""
        key = f" {part} "
        allowed: dict[tuple[int, str], tuple[int, str, bool]] = {}
        for start, end, pattern in self._automaton.find_overlapping(key):
            if start or key.index(" ", end) != len(key) - 1:
                continue
            ending = key[end:-1]
            for number, ending_set in self._rows[pattern]:
                tag = self._ending_sets[ending_set].get(ending)
                if tag is not None:
                    allowed.setdefault((number, tag), (number, tag, not ending))
        word = _Word(tuple(allowed.values())) if allowed else _NO_WORD
        if len(self._words) >= _MOST_WORDS_KEPT:
            self._words.clear()
        self._words[part] = word
        return word

    def _spell(self, word: _Word, stem: str, whole: str, after: str, cased: bool) -> _Spelling:
        """Work out which forms ``whole`` is: a word, and behind a mark the ending ``after``."""
        plain: list[Hit] = []
        ended: list[Hit] = []
        for number, tag, bare in word.allowed:
            name = self._store.name(number)
            quality = _spelling_quality(stem, name)
            if not quality or (cased and not _cased_like(stem, name.text)):
                continue
            written = _written_ending(name, after) if bare and after else ""
            case = written or tag
            hits = ended if written else plain
            hits.append(Hit(number, name, case, quality, _cases(case)))
        spelling = _Spelling(
            Form(stem, tuple(plain)) if plain else None,
            Form(whole, tuple(ended)) if ended else None,
            stem[-2:-1] == "." or any(map(_has_edges, plain)),
        )
        if len(word.spellings) < _MOST_SPELLINGS_KEPT:
            word.spellings[whole, after, cased] = spelling
        return spelling


def _ending_after_mark(
    text: str, folded: FoldedText, word_end: int, span: tuple[int, int]
) -> tuple[int, str]:
    """Return where the word behind a hyphen or apostrophe ends, and its key.

    The key begins with an apostrophe behind one; that of a closed quotation has no word behind it.
    """
    end = folded.key.find(" ", word_end + 1)
    after = folded.key[word_end + 1 : end]
    if not after or end < 0:
        return span[1], ""
    if text[span[1]] in _APOSTROPHES:
        if span[0] and text[span[0] - 1] in _APOSTROPHES:
            return span[1], ""
        after = f"'{after}"
    return folded.original_span(word_end + 1, end)[1], after


def _in_order(stretch: Stretch) -> tuple[int, int]:
    return stretch.start, -stretch.end


def _reaching(form: Form, text: str, start: int, end: int) -> list[Stretch]:
    """Return the stretches of a form; stops and quotation marks of its names belong to it."""
    by_place: dict[tuple[int, int], list[Hit]] = {}
    for hit in form.hits:
        by_place.setdefault(_reach(hit.name.text, text, start, end), []).append(hit)
    return [
        Stretch(first, last, Form(text[first:last], tuple(hits)))
        for (first, last), hits in by_place.items()
    ]


def _has_edges(hit: Hit) -> bool:
    text = hit.name.text
    return text[-1] == "." or text[0] in _QUOTES or text[-1] in _QUOTES


def _reach(name: str, text: str, start: int, end: int) -> tuple[int, int]:
    if (name.endswith(".") or text[end - 2] == ".") and text[end : end + 1] == ".":
        end += 1  # the stop of U.S. and of C.I.S. is the name's own
    if name[0] in _QUOTES and start and text[start - 1] in _QUOTES:
        start -= 1
    if name[-1] in _QUOTES and text[end : end + 1] in _QUOTES and end < len(text):
        end += 1
    return start, end


def merged(stretches: list[Stretch], others: Sequence[Stretch] = ()) -> list[Stretch]:
    """Return stretches in text order, made one where they fill the same place."""
    united: list[Stretch] = []
    for stretch in sorted((*stretches, *others), key=_in_order):
        if united and united[-1][:2] == stretch[:2]:
            other = united.pop().form
            hits = other.hits + stretch.form.hits
            stretch = stretch._replace(form=Form(stretch.form.surface, hits))  # noqa: PLW2901
        united.append(stretch)
    return united


@cache
def _cases(tag: str) -> frozenset[str]:
    return frozenset(tag.split(","))


def _written_ending(name: Name, after: str) -> str:
    """Return the tag of the ending ``after`` behind a hyphen or apostrophe, ``""`` if none.

    Behind a hyphen it is that of the name's language, or tells its own by another script
    (TRIPP-ის). After an apostrophe, with which ``after`` then begins, it is the text's own,
    whatever language the name is of (Brussels'te); one that closes a quotation ends the name.
    """
    if after[0] == "'":
        return _endings_after_apostrophe().get(after[1:], "")
    own = _written_endings(name.lang).get(after)
    return own or _endings_in_other_scripts(name.script).get(after, "")


@cache
def _written_endings(lang: str) -> dict[str, str]:
    """Return the case endings that the language may write after a hyphen, by fold key."""
    language = get_language(lang)
    suffixes = language.context.case_suffixes if language else {}
    return {fold_letters(suffix): tag for suffix, tag in suffixes.items()}


@cache
def _endings_in_other_scripts(script: str) -> dict[str, str]:
    """Return the case endings of all languages that are not written in ``script``."""
    codes = [code for code, lang in all_languages().items() if script not in lang.scripts]
    return {ending: tag for code in codes for ending, tag in _written_endings(code).items()}


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
    return any(word[:1].isupper() for word in _WORD_STARTS.split(surface)[1:])


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
