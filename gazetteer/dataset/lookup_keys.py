"""The keys under which a name can be looked up: its spellings, folded, and its skeletons."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from gazetteer.lookup.keys import APOSTROPHES, fold_text
from gazetteer.lookup.skeleton import LEAST_BONES, frame, readings

_POINTED = range(3, 7)
"""Letters of an acronym that is also written with points."""


@cache
def spellings(text: str) -> tuple[str, ...]:
    """Return a name and the other ways in which the same name is typed, all as text.

    Armenian և is also written եւ and, in capitals, ԵՎ; apostrophes are left out; a name with
    capitals inside (AzərTAc), which folding splits as run-together words, is also one word; an
    acronym of three letters or more may have points (C.I.S.), of two they would be initials.

    >>> spellings("Երևան")
    ('Երևան', 'Երեւան', 'Երեվան')
    >>> spellings("AzərTAc")
    ('AzərTAc', 'azərtac')
    """
    if text.isascii() and text.isalpha() and text.istitle():
        return (text,)  # the plain case, made fast
    found = [text]
    ligature = text.replace("եւ", "և").replace("Եւ", "և")
    if "և" in ligature:
        found = [ligature, ligature.replace("և", "եւ"), ligature.replace("և", "եվ")]
    found += [APOSTROPHES.sub("", form) for form in found]
    plain = text.istitle() or text.islower() or text.isupper()
    if not plain and any(left.islower() and right.isupper() for left, right in pairwise(text)):
        found += [form.lower() for form in found]
    if text.isupper() and text.isalpha() and len(text) in _POINTED:
        found.append(f"{'.'.join(text)}.")
    return tuple(dict.fromkeys(found))


@cache
def text_key(text: str) -> str:
    """Return what a name looks like within the key of a whole text: blanks as they come.

    >>> text_key("A. Baku")
    'a  baku'
    """
    return fold_text(text).key.strip()


def fold_keys(text: str, romanization: str = "") -> tuple[str, ...]:
    """Return the distinct fold keys of a name and of its Latin form, none empty.

    >>> fold_keys("Step’anakert")
    ('step anakert', 'stepanakert')
    """
    folded = (" ".join(text_key(form).split()) for form in spellings(text))
    keys = dict.fromkeys(key for key in folded if key)
    if romanization:
        keys |= dict.fromkeys(fold_keys(romanization))
    return tuple(keys)


def frame_keys(text: str, lang: str, romanization: str = "") -> tuple[tuple[str, str], ...]:
    """Return the distinct (frame, reading) of a name and of its Latin form.

    >>> frame_keys("Լաչին", "hy", "Lach’in")
    (('lsn', 'lačin'),)
    """
    found = (*readings(text, lang), *(readings(romanization, "en") if romanization else ()))
    keys = ((frame(reading), reading) for reading in dict.fromkeys(found))
    return tuple(key for key in keys if len(key[0]) >= LEAST_BONES)


def is_spoken(acronym: str) -> bool:
    """Tell whether an acronym is said as a word, so that its sound says anything.

    >>> is_spoken("NATO"), is_spoken("МИД РА"), is_spoken("OSCE"), is_spoken("EU")
    (True, False, True, False)
    """
    vowels = sum(letter in "aeiou" for reading in readings(acronym, "en") for letter in reading)
    return acronym.isalpha() and len(acronym) > 3 and vowels > 1
