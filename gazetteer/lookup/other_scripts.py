"""The sounds of names in scripts in which none is listed: Greek, Hebrew, Arabic as others write it.

A letter that these scripts use for several sounds becomes a capital: ``S`` is *s* or *sh*, ``Z``
*z* or *zh*, ``C`` *ts* or *ch*, ``F`` *f* or *v*, ``B`` *b* or *p*, ``J`` *j* and ``G`` *g* of one
Arabic letter; ``closeness`` knows what each is near to. What stands for a vowel or a consonant by
turns (و, י) is tried as both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from gazetteer.lookup.orthographies import joined

_GREEK, _HEBREW, _ARABIC = re.compile("[α-ω]"), re.compile("[א-ת]"), re.compile("[ء-ي]")

_GREEK_LETTERS = str.maketrans(
    {"α": "a", "β": "v", "γ": "ğ", "δ": "d", "ε": "e", "ζ": "Z", "η": "i", "θ": "t", "ι": "i",
     "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "S",
     "ς": "S", "τ": "t", "υ": "i", "φ": "f", "χ": "x", "ψ": "ps", "ω": "o"}
)  # fmt: skip
_GREEK_GROUPS = (
    ("ου", "u"), ("τζ", "J"), ("τσ", "C"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("αυ", "av"),
    ("ευ", "ev"), ("γι(?=[αεο])", "y"), ("γ(?=[ειη])", "Y"), ("κχ", "x"),
)  # fmt: skip
_GREEK_STOPS = (("ντ", "d", "nd"), ("μπ", "b", "mb"), ("γκ|γγ", "g", "ng"))

_HEBREW_LETTERS = str.maketrans(
    {"א": "a", "ב": "B", "ג": "g", "ד": "d", "ה": "h", "ו": "W", "ז": "z", "ח": "x", "ט": "t",
     "י": "I", "כ": "k", "ך": "x", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s",
     "ע": "a", "פ": "F", "ף": "f", "צ": "C", "ץ": "C", "ק": "k", "ר": "r", "ש": "S", "ת": "t"}
)  # fmt: skip
_HEBREW_GROUPS = (
    ("ג['׳’]", "ǰ"), ("ז['׳’]", "ž"), ("[צץ]['׳’]", "č"), ("ת['׳’]", "t"), ("דז", "ʒ"), ("טש", "č"),
    ("טס", "c"), ("(?<=.)ה\\b", "a"), ("יי+", "י"), ("וו+", "V"),
    ("\\bא(?=[וי])", ""), ("\\bו", "v"),
)  # fmt: skip

_ARABIC_LETTERS = str.maketrans(
    {"ا": "a", "أ": "a", "إ": "", "آ": "a", "ٱ": "a", "ء": "", "ئ": "", "ؤ": "u", "ب": "B",
     "پ": "p", "ت": "t", "ة": "a", "ث": "s", "ج": "J", "چ": "č", "ح": "h", "خ": "x", "د": "d",
     "ذ": "z", "ر": "r", "ز": "z", "ژ": "ž", "س": "s", "ش": "S", "ص": "s", "ض": "z", "ط": "t",
     "ظ": "z", "ع": "a", "غ": "ğ", "ف": "F", "ڤ": "v", "ق": "q", "ک": "k", "ك": "k", "گ": "g",
     "ڭ": "n", "ل": "l", "ڵ": "l", "م": "m", "ن": "n", "ں": "n", "و": "W", "ه": "h", "ہ": "h",
     "ھ": "h", "ە": "e", "ی": "I", "ي": "I", "ى": "I", "ې": "e", "ێ": "e", "ے": "e", "ۆ": "o",
     "ۇ": "u", "ۈ": "u", "ۋ": "v", "ڕ": "r", "ڑ": "r", "ٹ": "t", "ڈ": "d"}
)  # fmt: skip
_ARABIC_GROUPS = (
    ("تش", "č"), ("دج", "ǰ"), ("دز", "ʒ"), ("تس", "c"), ("وو", "u"), ("\\bئ", ""),
    ("(?<=\\w[^\\W])[هةہ]\\b", "a"), ("\\bا(?=[وی ي])", ""), ("ں", "n"),
)  # fmt: skip


def leaves_out_vowels(text: str) -> bool:
    """Tell whether a text is in a script that writes few vowels."""
    return _HEBREW.search(text) is not None or _ARABIC.search(text) is not None


def is_arabic(text: str) -> bool:
    """Tell whether a text is in Arabic script, in which names are listed too: Persian ones."""
    return _ARABIC.search(text) is not None


def sounds_of_other_scripts(text: str) -> Iterator[str]:
    """Yield how a text in Greek, Hebrew or Arabic script may be read; nothing for other scripts.

    >>> list(sounds_of_other_scripts("σούσα")), sorted(sounds_of_other_scripts("αγκα"))
    (['SuSa'], ['aga', 'anga'])
    """
    if _GREEK.search(text):
        yield from _of_greek(text)
    elif _HEBREW.search(text):
        yield from _of_abjad(_written(text, _HEBREW_GROUPS).translate(_HEBREW_LETTERS))
    elif _ARABIC.search(text):
        yield from _of_abjad(_written(text, _ARABIC_GROUPS).translate(_ARABIC_LETTERS))


def _of_greek(text: str) -> Iterator[str]:
    forms = {_bare(unicodedata.normalize("NFD", text))}
    for group, stop, nasal in _GREEK_STOPS:
        forms = {re.sub(rf"\b(?:{group})", stop, form) for form in forms}
        forms = {re.sub(group, sound, form) for form in forms for sound in (stop, nasal)}
    for form in sorted(forms):
        signs = joined(_written(form, _GREEK_GROUPS).translate(_GREEK_LETTERS))
        yield from _either(signs, "Y", "yğ")


def _of_abjad(written: str) -> Iterator[str]:
    signs = _bare(written)
    for w in "uv":
        for i in "iy":
            for reading in _either(signs.replace("W", w).replace("I", i), "V", "Vu"):
                yield from _either(joined(reading), "J", "JG")


def _either(reading: str, letter: str, sounds: str) -> Iterator[str]:
    """Yield a reading with each of the sounds of a letter; once when it lacks the letter."""
    for sound in sounds if letter in reading else sounds[:1]:
        yield reading.replace(letter, sound)


def _written(text: str, groups: tuple[tuple[str, str], ...]) -> str:
    for group, letter in groups:
        text = re.sub(group, letter, text)
    return text


def _bare(text: str) -> str:
    return "".join(sign for sign in text if not unicodedata.combining(sign))
