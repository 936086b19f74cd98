"""The skeleton key: what all spellings of a name share, in any script and orthography.

A name is romanized, read by one of a few orthographies (an English *ch* is the German *tsch*
and the French *tch*, while a French *ch* is an English *sh*), and worn down to classes of
consonants; vowels go, because they differ most (Khankendi, Khankandi, Hankəndi, خان‌کندی).
It is worn down twice: to *bones*, by which two listed names are judged to sound alike, and to a
coarser *frame*, by which look-up gathers names for a spelling of any language. Candidates found
by frame are many; ranking compares their *readings*, which keep the vowels.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.languages._romanize import romanize
from gazetteer.lookup.keys import fold
from gazetteer.lookup.orthographies import LISTED, letters, marked, read

_ORTHOGRAPHY_OF = {"az": "az", "tr": "az", "de": "de", "fr": "fr"}

_BONES = str.maketrans(dict.fromkeys("hgkqxğ", "k") | dict.fromkeys("čǰžcʒ", "c") | {"š": "s"})
_FRAME = str.maketrans(
    dict.fromkeys("hgkqxğG", "k")
    | dict.fromkeys("čǰžcʒšszSZCJ", "s")
    | dict.fromkeys("bpfvBFV", "p")
    | {"d": "t"}
)
LEAST_BONES = 2
"""A name of fewer consonants has no skeleton: it would meet everything."""

_OPENING = tuple("aeiouyA")
_PROTHESIS = re.compile(r"[aeiou][sšS][^aeiouysšS]")
_VOWELS = re.compile(r"[aeiouyAUO]+")
_HISSED = re.compile(r"ts")


@lru_cache(maxsize=65_536)
def readings(text: str, lang: str = "") -> tuple[str, ...]:
    """Return how a listed name may be read, vowels kept, one for each orthography that differs.

    With ``lang`` (the language it is written in) only that language's orthography is used;
    without it, all in which names are listed.

    >>> readings("Laçın", "az"), readings("Լաչին", "hy"), readings("Latschin", "de")
    (('lačin',), ('lačin',), ('lačin',))
    """
    folded = fold(text)
    latin = romanize(letters(text) if marked(text) else folded)
    one = lang or not folded.isascii()
    names = (_ORTHOGRAPHY_OF.get(lang, "en"),) if one else LISTED
    return tuple(dict.fromkeys(read(latin, name) for name in names))


def bones(reading: str) -> str:
    """Wear a reading down to its consonant classes; an opening vowel stays as ``a``.

    Not so before an s and a consonant, where some languages put one: Istepanakert, Istanbul.

    >>> bones("hankendi"), bones("erevan"), bones("yerevan"), bones("istambul")
    ('knknd', 'arvn', 'arvn', 'stmbl')
    """
    opening = "a" if reading[:1] in _OPENING and not _PROTHESIS.match(reading) else ""
    return opening + _VOWELS.sub("", reading).translate(_BONES)


def frame(reading: str) -> str:
    """Wear a reading down further: voice, hissing and the place of a velar count no more.

    >>> frame("lačin"), frame("latsin"), frame("šuša"), frame("susa")
    ('lsn', 'lsn', 'ss', 'ss')
    """
    opening = "a" if reading[:1] in _OPENING and not _PROTHESIS.match(reading) else ""
    worn = _HISSED.sub("s", reading.translate(_FRAME))
    return opening + _VOWELS.sub("", worn)


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two names in whatever script and spelling may be read as one.

    >>> sound_alike("Barxudarlı", "Barkhudarlu"), sound_alike("Laçın", "Berdzor")
    (True, False)
    """
    return one == other or not set(skeletons(one)).isdisjoint(skeletons(other))


_LEAST_BONES_OF_A_WORD = 3
_GENERIC = ("anklav", "monastery", "monastır", "mount", "station")
"""Words of kinds of places that several languages write alike; they make no two names one."""


def share_a_word(one: str, other: str) -> bool:
    """Tell whether two names may be one in two languages: some word of them sounds alike.

    Words are cut at spaces only, so that a road has one word for both of its ends.

    >>> share_a_word("Füzuli Beynəlxalq Hava Limanı", "Ֆիզուլիի միջազգային օդանավակայան")
    True
    >>> share_a_word("Yevlax-Xankəndi dəmir yolu", "железная дорога Евлах-Степанакерт")
    False
    """
    return sound_alike(one, other) or not _words(one).isdisjoint(_words(other))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """Return the skeletons of a name's words, but short and generic ones."""
    found = {key for word in text.split() for key in skeletons(word)}
    return frozenset(key for key in found if len(key) >= _LEAST_BONES_OF_A_WORD) - _generic()


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(key for word in _GENERIC for key in skeletons(word))


def skeletons(text: str, lang: str = "") -> tuple[str, ...]:
    """Return the distinct skeleton keys of a name; at least two consonants each.

    >>> skeletons("Xankəndi", "az") == skeletons("Ханкенди", "ru") == skeletons("خان‌کندی", "fa")
    True
    >>> set(skeletons("Chankendi")) & set(skeletons("Khankendi", "en"))
    {'knknd'}
    """
    keys = dict.fromkeys(bones(reading) for reading in readings(text, lang))
    return tuple(key for key in keys if len(key) >= LEAST_BONES)
