"""The skeleton key: what all spellings of a name share, in any script and orthography.

A name is romanized, read by one of a few spelling systems (an English *ch* is the German *tsch*
and the French *tch*, while a French *ch* is an English *sh*), and worn down to classes of
consonants; vowels go, because they differ most (Khankendi, Khankandi, Hankəndi, خان‌کندی).
Candidates found by skeleton are many; ranking compares their *readings*, which keep the vowels.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.languages._romanize import romanize
from gazetteer.lookup.keys import fold

_SHARED = (("tsch", "č"), ("dsch", "č"), ("sch", "š"), ("shch", "š"), ("kh", "h"), ("gh", "g"),
           ("sh", "š"), ("zh", "č"), ("dzh", "č"), ("ph", "f"), ("th", "t"), ("tz", "č"),
           ("ts", "č"), ("dz", "č"), ("ck", "k"), ("x", "h"), ("w", "v"), ("q", "k"))  # fmt: skip
"""Letter groups read alike everywhere; each system's own groups come first."""

_SYSTEMS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("tch", "č"), ("ch", "č"), ("dj", "č"), ("j", "č"), ("cz", "č"), ("c", "k"), ("ou", "u"),
           ("oo", "u")),
    "az": (("ch", "č"), ("c", "č"), ("j", "č"), ("w", "v")),
    "de": (("tsch", "č"), ("dsch", "č"), ("ch", "h"), ("j", "y"), ("c", "č"), ("sz", "š"),
           ("tz", "č")),
    "fr": (("tch", "č"), ("dj", "č"), ("ch", "š"), ("j", "č"), ("ou", "u"), ("gu", "g"),
           ("qu", "k"), ("c", "k")),
    "es": (("ch", "č"), ("j", "h"), ("qu", "k"), ("gu", "g"), ("z", "s"), ("c", "k")),
    "pl": (("dż", "č"), ("dz", "č"), ("cz", "č"), ("sz", "š"), ("ch", "h"), ("j", "y"), ("c", "č")),
}  # fmt: skip
"""How the Latin letters are read, by the language whose spelling habits they show."""

_SYSTEM_OF = {"az": "az", "tr": "az", "de": "de", "fr": "fr"}

_CLASSES = str.maketrans(
    {"h": "k", "g": "k", "k": "k", "q": "k", "x": "k", "č": "c", "š": "s", "s": "s", "z": "z"}
)
LEAST_BONES = 2
"""A name of fewer consonants has no skeleton: it would meet everything."""

_OPENING = tuple("aeiouy")
_PROTHESIS = re.compile(r"[aeiou][sš][^aeiouysš]")
_VOWELS = re.compile(r"[aeiouy]+")
_RUN = re.compile(r"([^0-9])\1+")
_NOT_READ = re.compile(r"[^a-zčš0-9]")


@lru_cache(maxsize=65_536)
def readings(text: str, lang: str = "") -> tuple[str, ...]:
    """Return how the name may be read, vowels kept, one for each spelling system that differs.

    With ``lang`` (the language a listed name is written in) only that language's system is used;
    without it, as for a query, all of them.

    >>> readings("Laçın", "az"), readings("Լաչին", "hy"), readings("Latschin", "de")
    (('lačin',), ('lačin',), ('lačin',))
    """
    folded = fold(text)
    latin = romanize(_marked(text, folded))
    one_system = lang or not folded.isascii()
    names = [_SYSTEM_OF.get(lang, "en")] if one_system else list(_SYSTEMS)
    return tuple(dict.fromkeys(_read(latin, _SYSTEMS[name]) for name in names))


def _marked(text: str, folded: str) -> str:
    """Keep the sounds of ş, ç and ž, which folding takes off, for names in Latin letters."""
    if not any(letter in text for letter in "şŞçÇšŠčČžŽșȘ"):
        return folded
    marked = text.translate(str.maketrans("şŞšŠșȘçÇčČžŽ", "ššššššččččžž"))
    parts = re.split("([šč]|ž)", marked)
    return "".join({"ž": "zh"}.get(p, p) if p in "ščž" else _spaced_fold(p) for p in parts if p)


def _spaced_fold(part: str) -> str:
    core = fold(part)
    left = " " if part[:1].isspace() else ""
    right = " " if part[-1:].isspace() and core else ""
    return f"{left}{core}{right}"


def _read(latin: str, system: tuple[tuple[str, str], ...]) -> str:
    word = latin
    for letters, sound in (*system, *_SHARED):
        word = word.replace(letters, sound)
    return _RUN.sub(r"\1", _NOT_READ.sub("", word))


def bones(reading: str) -> str:
    """Wear a reading down to its consonant classes; an opening vowel stays as ``a``.

    Not so before an s and a consonant, where some languages put one: Istepanakert, Istanbul.

    >>> bones("hankendi"), bones("erevan"), bones("yerevan"), bones("istambul")
    ('knknd', 'arvn', 'arvn', 'stmbl')
    """
    opening = "a" if reading[:1] in _OPENING and not _PROTHESIS.match(reading) else ""
    return opening + _VOWELS.sub("", reading).translate(_CLASSES)


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
