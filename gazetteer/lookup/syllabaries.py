"""The sounds of names in scripts of syllables, told by what Unicode calls their letters.

Indian scripts, kana, hangul and Ethiopic are named by sound – ``DEVANAGARI LETTER KA``, ``HANGUL
SYLLABLE GAN`` – so one reading of the names serves them all. Vowels that only carry a consonant
(the *a* of an Indian letter, the *u* of ``KU`` in Japanese) become capitals, which hardly count;
an *r* that may be an *l* is tried as both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, product

from gazetteer.lookup.orthographies import joined

_INDIC = (
    "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA",
    "MALAYALAM", "SINHALA",
)  # fmt: skip
_SCRIPTS = re.compile(
    "[\u0900-\u0dff\u1200-\u137f\u3040-\u30ff\uac00-\ud7af\u1100-\u11ff\uff66-\uff9d]"
)
_INDIC_CONSONANTS = {
    "kh": "x", "gh": "ğ", "ghh": "ğ", "khh": "x", "c": "č", "ch": "č", "j": "J", "jh": "ž",
    "tt": "t", "tth": "t", "dd": "d", "ddh": "d", "nn": "n", "th": "t", "dh": "d", "ph": "F",
    "bh": "B",
    "sh": "š", "ss": "š", "ng": "n", "ny": "n", "ll": "l", "rr": "r", "dddh": "r", "rh": "r",
    "yy": "y", "lll": "l", "nnn": "n",
}  # fmt: skip
_NUKTA = {"J": "z", "F": "f", "x": "x", "g": "ğ", "d": "r", "ž": "ž", "k": "q", "B": "v"}
_INDIC_CLUSTERS = (("dA?[Jžz]", "ʒ"), ("tA?s", "c"), ("vA?h", "v"))
_INDIC_VOWELS = {"aa": "a", "ii": "i", "uu": "u", "ee": "e", "oo": "o", "ai": "e", "au": "av"}
_KANA = {
    "si": "ši", "ti": "či", "tu": "CU", "zi": "ǰi", "di": "ǰi", "du": "ʒU", "hu": "fU", "to": "tO",
    "do": "dO", "wo": "o", "vu": "vU",
}  # fmt: skip
_HANGUL_VOWELS = (
    ("yeo", "yo"), ("yae", "ye"), ("wae", "ve"), ("eu", "U"), ("eo", "o"), ("ae", "e"), ("oe", "e"),
    ("ui", "i"), ("wi", "vi"), ("wa", "va"), ("wo", "vo"), ("we", "ve"),
)  # fmt: skip
_HANGUL_CONSONANTS = (
    ("jj", "J"), ("ss", "s"), ("gg", "k"), ("dd", "t"), ("bb", "p"), ("sy", "šy"), ("c", "č"),
    ("j", "J"), ("b", "B"), ("p", "F"), ("l", "r"),
)  # fmt: skip
_ETHIOPIC = (
    ("kx", "x"), ("sh", "š"), ("zh", "ž"), ("cch", "č"), ("ch", "č"), ("c", "č"), ("ny", "n"),
    ("ts", "c"), ("j", "ǰ"),
)  # fmt: skip
_LIQUIDS = {"l": "lr", "r": "rl"}
_MOST_FORMS = 8


def sounds_of_syllables(text: str) -> Iterator[str]:
    """Yield how a text in a script of syllables may be read; nothing for other scripts.

    Capitals are sounds that may be another or none, as in ``heard``.

    >>> list(sounds_of_syllables("लाचिन")), list(sounds_of_syllables("バクー"))
    (['lačinA', 'račinA'], ['BakU'])
    """
    if _SCRIPTS.search(text) is None:
        return
    signs = joined(_read(unicodedata.normalize("NFC", text)))
    choices = [_LIQUIDS.get(sign, sign) for sign in signs]
    for form in islice(product(*choices), _MOST_FORMS):
        yield "".join(form)


def _read(text: str) -> str:
    """Read letter by letter; each may change the end of what was read before it."""
    sounds = ""
    for letter in text:
        script, _, name = unicodedata.name(letter, "").partition(" ")
        said = name.rpartition(" ")[2].lower()
        if script in _INDIC:
            sounds = _indic(sounds, name, said)
        elif script == "HANGUL":
            sounds += _hangul(said)
        elif script in ("KATAKANA", "HIRAGANA"):
            sounds = _kana(sounds, name, said)
        elif script == "ETHIOPIC":
            sounds += _ethiopic(said)
    for group, sound in _INDIC_CLUSTERS if "A" in sounds else ():
        sounds = re.sub(group, sound, sounds)
    return sounds


def _indic(sounds: str, name: str, said: str) -> str:
    if "VIRAMA" in name or "AL-LAKUNA" in name:
        return sounds.removesuffix("A")
    if "NUKTA" in name:
        bare = sounds.removesuffix("A")
        return f"{bare[:-1]}{_NUKTA.get(bare[-1:], bare[-1:])}A"
    if "VOWEL SIGN" in name:
        return sounds.removesuffix("A") + _INDIC_VOWELS.get(said, said[:1])
    if said in ("anusvara", "candrabindu", "bindi", "tippi"):
        return f"{sounds}n"
    if not name.startswith("LETTER"):
        return sounds
    if said.endswith("a") and len(said) > 1 and said[0] not in "aeiou":
        consonant = said[:-1]
        return f"{sounds}{_INDIC_CONSONANTS.get(consonant, consonant)}A"
    return sounds + _INDIC_VOWELS.get(said, said[:1])


def _hangul(said: str) -> str:
    for group, sound in (*_HANGUL_VOWELS, *_HANGUL_CONSONANTS):
        said = said.replace(group, sound)
    return said


def _kana(sounds: str, name: str, said: str) -> str:
    if "SMALL" in name:
        if said == "tu":
            return sounds
        glide = "y" if sounds[-2:-1] in "šǰč" else ""
        return re.sub("[iueoUO]$", "", sounds) + said.removeprefix(glide)
    syllable = _KANA.get(said, said)
    if syllable.endswith("u") and len(syllable) > 1:
        syllable = f"{syllable[:-1]}U"
    return sounds + syllable.replace("j", "ǰ").replace("b", "B") if "LETTER" in name else sounds


def _ethiopic(said: str) -> str:
    """Read a syllable; its sixth order, written *e*, often has no vowel."""
    consonants, vowel = re.sub("[aeiou]+$", "", said), re.sub("^[^aeiou]*", "", said)
    for group, sound in _ETHIOPIC:
        consonants = consonants.replace(group, sound)
    return consonants + {"e": "A", "aa": "a", "ee": "e"}.get(vowel, vowel)
