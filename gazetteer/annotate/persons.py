"""Surnames: which person a bare ``Mammadov`` is, and when it is none of ours.

A full name seen earlier in the text decides; then a title that fits an office the person held;
then, for those everybody calls by surname alone, prominence. A surname after a first name that
is not in the data belongs to somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from gazetteer.annotate.surroundings import Cues, Surroundings, is_caseless, lowered
from gazetteer.model import Evidence
from gazetteer.store import Store

_SURNAME = re.compile(
    r"(?:[^\W\d_]{2}(?:yan|ian|ov|ova|yev|yeva|zadə|zade|oğlu|dze|shvili|enko)"
    r"|[а-яё]{2}(?:ян|ов|ова|ев|ева|дзе|швили|енко|ский|ская)(?:а|у|ым|е|ой)?"
    r"|[ա-և]{2}(?:յան|եան|ով|ովա)(?:ը|ն|ի|ին|ից|ով)?)$"
)
"""How surnames of the region end, with the case endings that they take."""

_CASELESS_SURNAME = re.compile(r"[^\W\d_]{2}(?:یان|اف|وف|یف|وا|زاده|اوغلو|پور|نژاد|دزه|شویلی|انی)$")
"""The same in Arabic script, where many words end so: counts after a first name only."""

_NO_FIRST_NAME = re.compile(
    r"(?:ый|ий|ая|яя|ое|ее|ого|его|ой|ей|ом|ем|ому|ему|ым|им|ային|ից|ում|ով|ին|ի|ու|ը)$"
)
"""Endings of adjectives and of case forms: such a word is no first name before a bare name."""

_INITIAL = re.compile(r"(?:^|[\s(«\"“,–—-])(?:[A-ZА-ЯЁԱ-Ֆ]|Дж|Ch|Th)\.[ \u00a0]?$")
"""An initial right before a name; that of U.S. is none."""

KNOWN_BY_SHORT_NAME = 60
"""Prominence from which a short form alone (a surname, *the EU Mission*) may mean its entity."""


@dataclass(slots=True)
class PersonsSeen:
    """Who has been named so far in the text."""

    _in_order: list[str] = field(default_factory=list)

    def note(self, person: str) -> None:
        """Remember that ``person`` is named now."""
        if person in self._in_order:
            self._in_order.remove(person)
        self._in_order.append(person)

    def rank(self, person: str) -> int:
        """Return 0 for the person named last, 1 for the one before …, -1 when not yet named."""
        if person not in self._in_order:
            return -1
        return len(self._in_order) - 1 - self._in_order.index(person)


def belongs_to_another(
    around: Surroundings,
    cues: Cues,
    own_first_names: Sequence[str],
    *,
    follows_name: bool,
    cases: frozenset[str] = frozenset(),
) -> bool:
    """Tell whether the word before a surname is the first name of somebody who is not listed.

    A capitalised word that is no title, no function word opening a sentence, no part of another
    listed name (``follows_name``) and no first name of a candidate is taken for one; in a script
    without capitals a word of the right shape (``Context.first_name_shape``).
    """
    if not around.before:
        return False
    token = around.before[0]
    word = token.lower
    if is_caseless(token.text):
        if token.breaks or not _adjacent(around):
            return False
        is_name = word in cues.first_names or (
            not follows_name and (_is_like_a_first_name(word, cues) or _is_initial(word, around))
        )
        return is_name and not any(_same_first_name(word, name) for name in own_first_names)
    if follows_name:
        return False
    if token.breaks or not token.text[:1].isupper() or not _adjacent(around):
        return False
    if word in cues.person_titles or word in cues.function_words:
        return False
    if token.text.endswith(("'s", "’s")):
        return False  # in Iran's Raisi the word before is an owner
    if token.text.isupper() and len(token.text) > 1:
        return False  # an acronym (MFA Mirzoyan, US, ԱԳՆ) or a heading
    if around.opens_with_previous and not _agrees(word, cases, cues):
        return False
    if cues.before_nouns and _is_noun(around, cues):
        return False
    return not any(_same_first_name(word, name) for name in own_first_names)


def _is_like_a_first_name(word: str, cues: Cues) -> bool:
    """Tell whether a word has the shape of first names in a script without capitals."""
    shape = cues.first_name_shape
    if shape is None or shape.fullmatch(word) is None:
        return False
    return word not in cues.person_titles and word not in cues.function_words


def _is_initial(word: str, around: Surroundings) -> bool:
    return len(word) == 1 and word.isalpha() and around.prefix.rstrip().endswith(".")


def _agrees(word: str, cases: frozenset[str], cues: Cues) -> bool:
    """Tell whether a word may be a first name in the same case as the surname after it.

    ``Визит Алиева`` is a noun and somebody's surname, ``Вугара Алиева`` a person in the genitive.
    """
    known = [cues.first_name_endings[case] for case in cases if case in cues.first_name_endings]
    return not known or any(word.endswith(endings) for endings in known)


def _is_noun(around: Surroundings, cues: Cues) -> bool:
    """Tell whether the word before is a noun where all nouns have capitals: *die Rede Alijews*.

    An article or the like stands before it, or an adjective in its ending; before a first name
    there is a verb, a preposition or a noun.
    """
    beyond = around.before[1:2]
    return bool(beyond) and not beyond[0].breaks and beyond[0].lower in cues.before_nouns


def is_first_name(around: Surroundings, cues: Cues) -> bool:
    """Tell whether a place's name is somebody's first name here: ``Georgia Hill points out``.

    A capitalised word follows that is no title, and prose goes on after it; in a headline, where
    every word has a capital, nothing tells.
    """
    if not around.after or around.suffix[:1] != " " or not around.suffix[1:2].isalpha():
        return False
    if len(around.after) == 1:  # a signature at the end of a text
        surname = around.after[0]
        return surname.text.istitle() and surname.lower not in cues.person_titles
    surname, beyond = around.after[:2]
    if surname.breaks or not surname.text.istitle() or surname.lower in cues.person_titles:
        return False
    if any(beyond.lower in words for words in cues.kind_words.values()):
        return False  # Воскеван Тавушского марза
    return beyond.text[:1].islower() and surname.lower not in cues.function_words


def opens_person(around: Surroundings, word: str, cues: Cues) -> bool:
    """Tell, where no capital does, whether a place's name is a first name: بابک زنجانی.

    It is one of the region's first names and stands right before what ends like a surname.
    """
    if word not in cues.first_names or not around.after or around.suffix[:1] != " ":
        return False
    token = around.after[0]
    if token.breaks or token.lower in cues.function_words:
        return False
    return _CASELESS_SURNAME.search(token.lower) is not None


def opens_full_name(word: str, around: Surroundings, cues: Cues) -> bool:
    """Tell whether a place's name is a listed first name before a surname: ``Oğuz Aydın``."""
    if word.replace("İ", "i").lower() not in cues.first_names:
        return False
    if not around.after or around.suffix[:1] != " " or around.after[0].breaks:
        return False
    surname = around.after[0]
    known = surname.lower in cues.function_words or surname.lower in cues.person_titles
    announced = any(surname.lower in words for words in cues.kind_words.values())
    return surname.text.istitle() and not known and not announced


def follows_initial(text: str, start: int) -> bool:
    """Tell whether an initial stands right before a place's name: ``Л. Берне`` is a person."""
    return _INITIAL.search(text, max(0, start - 5), start) is not None


def is_surname_after(word: str, around: Surroundings, cues: Cues) -> bool:
    """Tell whether a place's name is a surname here, after a first name: ``Jack London``.

    *Мария Гукасян* is a person too: the name of that village ends like a surname, and the word
    before announces no place.
    """
    if not around.before or not _adjacent(around) or around.before[0].breaks:
        return False
    before = around.before[0]
    if before.text.istitle() and before.lower in cues.first_names:
        return True
    announced = any(before.lower in words for words in cues.kind_words.values())
    return (
        before.text.istitle()
        and not announced
        and before.lower not in cues.function_words
        and before.lower not in cues.person_titles
        and before.lower not in cues.place_before
        and _SURNAME.search(word.lower()) is not None
    )


def precedes_surname(around: Surroundings) -> bool:
    """Tell whether a surname of the region follows, so that the name is a first name.

    ``Шуша`` may be a town and ``Шушан Степанян`` (Շուշան Ստեփանյան) is none.
    """
    if not around.after or around.suffix[:1] != " ":
        return False
    token = around.after[0]
    return token.text[:1].isupper() and _SURNAME.search(token.lower) is not None


def follows_first_name(around: Surroundings, cues: Cues) -> bool:
    """Tell whether a capitalised word of no other use stands before a name, as first names do."""
    if not around.before or not _adjacent(around) or around.opens_with_previous:
        return False
    token = around.before[0]
    return (
        token.text.istitle()
        and not token.breaks
        and token.lower not in cues.person_titles
        and token.lower not in cues.function_words
        and not _NO_FIRST_NAME.search(token.lower)
    )


def _adjacent(around: Surroundings) -> bool:
    """Tell whether only a blank, or an initial's stop and a blank, parts the words."""
    edge = around.prefix[-2:-1]
    return around.prefix[-1:] in (" ", "\u00a0") and (edge.isalnum() or edge == ".")


def _same_first_name(word: str, first_name: str) -> bool:
    name = lowered(first_name) if is_caseless(first_name) else first_name.replace("İ", "i").lower()
    if len(word) == 1:
        return name.startswith(word)
    return word.startswith(name[: max(3, len(name) - 2)])


def fits_initial(around: Surroundings, own_first_names: Sequence[str]) -> bool:
    """Tell whether the initial right before a surname is that of the person: И. Алиев."""
    if not around.before or not around.prefix.rstrip().endswith("."):
        return False
    letter = around.before[0].lower
    return len(letter) == 1 and any(_same_first_name(letter, name) for name in own_first_names)


def title_evidence(
    around: Surroundings,
    office_words: frozenset[str],
    cues: Cues,
    before_list: Sequence[str] = (),
) -> Evidence | None:
    """Return evidence when a title beside the surname belongs to an office the person held.

    ``before_list`` are the words before the list of names in which the surname stands: *the three
    deputy prime ministers: A, B and C*.
    """
    fitting = [
        word
        for word in dict.fromkeys((*around.previous_words(4), *around.next_words(3), *before_list))
        if word in cues.person_titles and any(word[:5] == other[:5] for other in office_words)
    ]
    if not fitting:
        return None
    weight = 0.2 + 0.08 * (min(len(fitting), 3) - 1)
    return Evidence("title", " ".join(fitting[:3]), round(weight, 4))


@lru_cache(maxsize=4096)
def first_names(store: Store, person: str) -> tuple[str, ...]:
    """Return the first and middle names in the person's full names, in every script."""
    names = [name.text for name in store.names_of(person) if name.role != "short"]
    return tuple(sorted({word for name in names for word in name.split()[:-1]}))


@lru_cache(maxsize=4096)
def office_words(store: Store, person: str) -> frozenset[str]:
    """Return the lower-case words of the names of every office that the person held."""
    words: set[str] = set()
    for relation in store.relations_from(person):
        if relation.predicate in ("holds-office", "spokesperson-of", "works-for"):
            for name in store.names_of(relation.object):
                words.update(map(lowered, name.text.replace("\u200c", " ").split()))
                words.update(map(lowered, name.text.split()))
    return frozenset(words)
