"""What somebody who types a name may be saying: its readings in orthographies of many languages.

A listed name says its language, a typed one does not. So it is read by every orthography that its
letters allow, and each reading says how much it takes on trust: rarer habits, and endings that a
language adds to foreign names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from gazetteer.languages._romanize import romanize
from gazetteer.lookup.orthographies import ALL, letters, read
from gazetteer.lookup.other_scripts import is_arabic, sounds_of_other_scripts
from gazetteer.lookup.syllabaries import sounds_of_syllables

_USUAL = ("en", "az")
_HACEK = ("sl", "sci", "en")
_KNOWN_BY = (
    ("şğıə", ("az",)),
    ("żłśźńąę", ("pl", "sci")),
    ("őű", ("hu",)),
    ("åøæ", ("sv",)),
    ("ã", ("pt",)),
    ("ñ", ("es-y", "es")),
    ("șț", ("it", "en")),
    ("šžčćđěřůťďāēīūķļņģėįųō", _HACEK),
)
"""Letters that tell the orthography, the most telling first, and what they leave to be tried."""

ODD_HABIT = 0.1
"""Slips that an orthography other than the usual ones counts as."""

ENDING = 0.3
"""Slips that an ending counts as that the language puts to foreign names: Lithuanian Lačinas."""

_ENDINGS = re.compile(r"(?<=\w\w[^aeiouy\W])(?:as|is|us|ys|es)\b")
_SOFTENED = re.compile("ц(?=[еіиюяё])|дз(?=[еіиюяё])")
"""What Belarusian makes of a soft t and d: Сцепанакерт."""

_OTHER_LETTER = re.compile(r"[^\W\d_a-zß-ɏḀ-ỿ]")

Heard = Iterator[tuple[str, float]]
"""Readings, each with the slips that it takes on trust."""


@lru_cache(maxsize=4096)
def heard(text: str) -> tuple[tuple[str, float], ...]:
    """Return the readings of what somebody typed, the most trusted first.

    >>> heard("Lačin"), heard("Σούσα")
    ((('lačin', 0.0),), (('SuSa', 0.0),))
    """
    text = unicodedata.normalize("NFC", text).casefold()
    found: dict[str, float] = {}
    for reading, doubt in _readings(text):
        if reading and doubt < found.get(reading, 9.0):
            found[reading] = doubt
    return tuple(sorted(found.items(), key=lambda pair: pair[1]))


def _readings(text: str) -> Heard:
    if _OTHER_LETTER.search(text) is None:
        yield from _of_latin(text)
        return
    foreign = [(reading, 0.0) for reading in sounds_of_other_scripts(text)]
    foreign += [(reading, 0.0) for reading in sounds_of_syllables(text)]
    if not foreign or is_arabic(text):
        yield from _as_listed(text, 0.0)
    if _SOFTENED.search(text):
        yield from _as_listed(text.replace("дз", "д").replace("ц", "т"), ODD_HABIT)
    yield from foreign


def _as_listed(text: str, doubt: float) -> Heard:
    """Yield the reading that a listed name in these letters has."""
    yield read(romanize(letters(text)), "en"), doubt


def _of_latin(text: str) -> Heard:
    latin = letters(text)
    known = next((names for marks, names in _KNOWN_BY if any(m in text for m in marks)), None)
    for name in known or ALL:
        yield read(latin, name), 0.0 if known or name in _USUAL else ODD_HABIT
    bare = _ENDINGS.sub("", latin)
    if bare != latin:
        for name in known or _HACEK:
            yield read(bare, name), ENDING
