"""Vowel harmony and the case suffixes that Azerbaijani and Turkish share.

A suffix is written as a template: ``A`` is an open vowel (a/ə, a/e), ``I`` a close one (ı i u ü),
``D`` a d that Turkish hardens after a voiceless consonant; all other letters stand for themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.languages._language import BARE, Ending, Inflection, StateWords

Template = tuple[str, str]
"""(template, tag)."""

Endings = tuple[Ending, ...]

_CLOSE = {"a": "ı", "ı": "ı", "e": "i", "ə": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_BACK = frozenset("aıou")
_LONGEST_ABBREVIATION = 4
"""ABD and T.C. name no body in the genitive or before its noun."""
_VOICELESS = frozenset("fstkçşhp")

PLURAL: tuple[Template, ...] = (
    ("lAr", "pl"),
    ("lArIn", "pl-gen"),
    ("lArA", "pl-dat"),
    ("lArI", "pl-acc"),
    ("lArDA", "pl-loc"),
    ("lArDAn", "pl-abl"),
    ("lArlA", "pl-ins"),
)

POSSESSED: tuple[Template, ...] = (
    ("nIn", "gen"),
    ("nA", "dat"),
    ("nI", "acc"),
    ("ndA", "loc"),
    ("ndAn", "abl"),
    ("ylA", "ins"),
    ("ndAkI", "loc-adj"),
    ("DIr", "cop"),
    ("ndADIr", "loc-cop"),
    ("ncA", "equ"),
)
"""After a possessive ending, as in *Laçın dəhlizi* or *Dışişleri Bakanlığı*."""


@dataclass(frozen=True, slots=True)
class Harmony:
    """How one language spells its suffix vowels: its front open vowel and whether d hardens."""

    open_front: str
    hardens: bool

    def attach(self, word: str, template: str) -> str:
        """Return the suffix that the template becomes after ``word`` (in lower case).

        >>> Harmony("ə", False).attach("laçın", "DAn"), Harmony("e", True).attach("şuşakent", "DA")
        ('dan', 'te')
        """
        return self._suffix(last_vowel(word), word[-1:], template)

    def declined(self, name: str, word: str, templates: tuple[Template, ...]) -> Inflection:
        """Return the inflection of a name whose last word, ``word``, changes nothing in itself."""
        return Inflection(name, self._endings(last_vowel(word), word[-1:], templates))

    @lru_cache(maxsize=1024)  # noqa: B019 - a language has one harmony, made once
    def _endings(self, vowel: str, last: str, templates: tuple[Template, ...]) -> Endings:
        endings = [Ending(self._suffix(vowel, last, letters), tag) for letters, tag in templates]
        return (*BARE, *dict.fromkeys(endings))

    @lru_cache(maxsize=8192)  # noqa: B019 - a language has one harmony, made once
    def _suffix(self, vowel: str, last: str, template: str) -> str:
        """Harmony looks at nothing of a word but its last vowel and its last letter."""
        word = vowel + last
        grown = word
        for letter in template:
            grown += self._letter(grown, letter)
        return grown[len(word) :]

    def _letter(self, grown: str, letter: str) -> str:
        if letter == "D":
            return "t" if self.hardens and grown[-1:] in _VOICELESS else "d"
        if letter not in ("A", "I"):
            return letter
        vowel = last_vowel(grown)
        if letter == "A":
            return "a" if vowel in _BACK else self.open_front
        return _CLOSE.get(vowel, "i")


def lower(text: str) -> str:
    """Lower the case the Turkic way: I is the capital of ı, İ of i.

    >>> lower("LAÇIN"), lower("İrəvan")
    ('laçın', 'irəvan')
    """
    return text.replace("İ", "i").replace("I", "ı").lower()


@lru_cache(maxsize=256)
def last_vowel(word: str) -> str:
    """Return the last vowel of a lower-case word, ``""`` when it has none.

    >>> last_vowel("xankəndi")
    'i'
    """
    return next((letter for letter in reversed(word) if letter in _CLOSE), "")


def syllables(word: str) -> int:
    """Count the vowels of a lower-case word."""
    return sum(letter in _CLOSE for letter in word)


def ends_in_vowel(word: str) -> bool:
    """Tell whether a lower-case word ends in a vowel."""
    return word[-1:] in _CLOSE


def looks_possessed(word: str) -> bool:
    """Tell whether a lower-case word may end in the possessive of the third person.

    >>> looks_possessed("dəhlizi"), looks_possessed("şurası"), looks_possessed("qarabağ")
    (True, True, False)
    """
    return word[-1:] in tuple("ıiuü") and syllables(word) > 1


def body_orders(text: str, state: StateWords, genitive: Callable[[str], str]) -> tuple[str, ...]:
    """Return the other usual names of a state's body: the state short or long, bare or owning it.

    >>> words = StateWords((), ("Ermenistan",), ("Ermenistan Cumhuriyeti",))
    >>> body_orders("Ermenistan Savunma Bakanlığı", words, lambda name: name + "'ın")[:2]
    ("Ermenistan'ın Savunma Bakanlığı", 'Ermenistan Cumhuriyeti Savunma Bakanlığı')
    """
    owners = [
        form
        for name in (*state.names, *state.long_names)
        if len(name) > _LONGEST_ABBREVIATION
        for form in (name, genitive(name))
    ]
    own = max((form for form in owners if text.startswith(f"{form} ")), key=len, default="")
    if not own:
        return ()
    return tuple(f"{form}{text[len(own) :]}" for form in owners if form != own)
