"""The tables that romanization schemes are made of, and how a text is written by one.

A table gives each letter, or group of letters, its Latin equivalent, and rules for those whose
equivalent depends on where they stand. Capitals follow the source: a capital before small letters
begins its equivalent with a capital (Շուշի is Shushi); a word in capitals stays one (ՇՈՒՇԻ,
SHUSHI).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_TIE = "\u0361"
"""Joins the two letters of a pair; both are capitals when the source is one (Я is I͡A)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An equivalent that ``unit`` has only where every condition that is given holds.

    ``initial``: at the beginning of a word; ``final``: at its end; ``after``, ``before``: next to
    one of these units; ``word``: the word is no other than this; ``small``: the letter is no
    capital; ``capital``: it is one; ``classical``: the text is in classical orthography.
    """

    unit: str
    latin: str
    initial: bool = False
    final: bool = False
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    word: str = ""
    small: bool = False
    capital: bool = False
    classical: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    """A unit in its word: its neighbours, and how it was written."""

    unit: str
    written: str
    initial: bool
    before: str
    after: str
    word: str
    classical: bool


@dataclass(frozen=True)
class Table:
    """How one scheme writes the letters of one language.

    ``parted`` are pairs of units that ``mark`` is put between, lest they read as one letter.
    ``capitalized`` gives words of a script without capitals a capital in Latin, but for the
    words in ``small_words``. ``marks`` are punctuation marks of the script.
    """

    letters: Mapping[str, str]
    rules: tuple[Rule, ...] = ()
    parted: frozenset[tuple[str, str]] = frozenset()
    mark: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    ligatures: Mapping[str, str] = field(default_factory=dict)
    is_classical: Callable[[str], bool] | None = None
    capitalized: bool = False
    small_words: frozenset[str] = frozenset()
    dotted_i: bool = False

    @cached_property
    def _unit(self) -> re.Pattern[str]:
        longest_first = sorted(self.letters, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)) + "|.", re.DOTALL)

    @cached_property
    def _rules_of(self) -> dict[str, list[Rule]]:
        rules: dict[str, list[Rule]] = {}
        for rule in self.rules:
            rules.setdefault(rule.unit, []).append(rule)
        return rules

    def write(self, text: str) -> str:
        """Write a text in Latin letters; what the table does not know stays as it is."""
        composed = unicodedata.normalize("NFC", text)
        for ligature, letters in self.ligatures.items():
            composed = composed.replace(ligature, letters)
        classical = self.is_classical is not None and self.is_classical(composed)

        def written(match: re.Match[str]) -> str:
            begins = not composed[: match.start()][-1:].isalnum()
            return self._word(match[0], begins, classical)

        latin = _WORD.sub(written, composed)
        for mark, equivalent in self.marks.items():
            latin = latin.replace(mark, equivalent)
        return unicodedata.normalize("NFC", latin)

    def _word(self, word: str, begins: bool, classical: bool) -> str:
        small = "".join(_small(letter) for letter in word)
        found = list(self._unit.finditer(small))
        units = [match[0] for match in found]
        parts: list[str] = []
        for n, match in enumerate(found):
            unit = match[0]
            before = units[n - 1] if n else ""
            after = units[n + 1] if n + 1 < len(units) else ""
            if (before, unit) in self.parted:
                parts.append(self.mark)
            start, end = match.span()
            spot = _Spot(unit, word[start:end], begins and not n, before, after, small, classical)
            latin = self._equivalent(spot)
            if latin is None:
                parts.append(word[start:end])
            else:
                parts.append(self._cased(latin, word, start, end, begins))
        return "".join(parts)

    def _equivalent(self, spot: _Spot) -> str | None:
        for rule in self._rules_of.get(spot.unit, ()):
            if _holds(rule, spot):
                return rule.latin
        return self.letters.get(spot.unit)

    def _cased(self, latin: str, word: str, start: int, end: int, begins: bool) -> str:
        if not word[start].isupper():
            opens = self.capitalized and begins and not start and word not in self.small_words
            return self._titled(latin) if opens else latin
        beside = [*word[end:], *reversed(word[:start]), *word[start + 1 : end]]
        nearest = next((letter for letter in beside if letter.isupper() or letter.islower()), "")
        if _TIE in latin or nearest.isupper():
            return self._upper(latin)
        return self._titled(latin)

    def _titled(self, latin: str) -> str:
        return self._upper(latin[:1]) + latin[1:]

    def _upper(self, latin: str) -> str:
        return (latin.replace("i", "İ") if self.dotted_i else latin).upper()


def _holds(rule: Rule, spot: _Spot) -> bool:
    is_capital = spot.written[:1].isupper()
    return (
        (not rule.initial or spot.initial)
        and (not rule.final or not spot.after)
        and (not rule.after or spot.before in rule.after)
        and (not rule.before or spot.after in rule.before)
        and (not rule.word or spot.word == rule.word)
        and (not rule.small or not is_capital)
        and (not rule.capital or is_capital)
        and (not rule.classical or spot.classical)
    )


def _small(letter: str) -> str:
    """Lower one letter; one whose small form is longer stays, so that positions hold."""
    small = letter.lower()
    return small if len(small) == 1 else letter
