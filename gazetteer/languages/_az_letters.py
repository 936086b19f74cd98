"""Azerbaijani in Cyrillic letters (the alphabet of 1958), and endings in Arabic ones.

Latin and Cyrillic stand for each other letter by letter, so a Cyrillic form follows from a Latin
name; an Arabic one does not, since it leaves out most vowels: such names are only those listed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from gazetteer.languages._language import GUEST, Context, Ending, Inflection

TO_LATIN = dict(
    zip(
        "абвгғдеәжзыиҝкјлмноөпрстуүфхһчҹш",
        "abvqğdeəjzıigkylmnoöprstuüfxhçcş",
        strict=True,
    )
)
TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in TO_LATIN.items()}
_TABLE = str.maketrans(
    TO_CYRILLIC
    | {"İ": "И", "I": "Ы"}
    | {
        latin.upper(): cyrillic.upper()
        for latin, cyrillic in TO_CYRILLIC.items()
        if latin not in "iı"
    }
)


def in_cyrillic(text: str) -> str:
    """Write Azerbaijani in the Cyrillic alphabet of 1958; ``""`` when a letter has no place in it.

    >>> in_cyrillic("Şuşa"), in_cyrillic("İlham Əliyev"), in_cyrillic("Washington")
    ('Шуша', 'Илһам Әлијев', '')
    """
    written = text.translate(_TABLE)
    return "" if any(letter.isascii() and letter.isalpha() for letter in written) else written


def endings_in_cyrillic(inflection: Inflection) -> Inflection:
    """Return the inflection with its endings in Cyrillic letters."""
    return Inflection(inflection.stem, _endings_in_cyrillic(inflection.endings))


@cache
def _endings_in_cyrillic(endings: tuple[Ending, ...]) -> tuple[Ending, ...]:
    return tuple(Ending(in_cyrillic(text), tag) for text, tag in endings)


def is_arabic(word: str) -> bool:
    """Tell whether a word is in Arabic letters."""
    return "\u0600" <= word[:1] <= "\u06ff"


ARABIC_ENDINGS = tuple(
    Ending(letters, f"{tag}{GUEST}az")
    for tag, endings in {
        "gen": ("ین", "ون", "نین", "نون"),
        "dat": ("ه", "ا", "یه", "یا"),
        "acc": ("ی", "و", "نی", "نو"),
        "loc": ("دا", "ده"),
        "abl": ("دان", "دن"),
        "ins": ("لا", "له", "یلا", "یله"),
        "loc-adj": ("داکی", "ده‌کی", "دکی"),
        "pl": ("لار", "لر"),
    }.items()
    for letters in endings
)
"""Harmony shows in some letters only, and the vowels of a name hardly: any ending may follow."""

ARABIC_WORDS = (
    "بیر", "ایله", "اولان", "اولاراق", "اوچون", "سونرا", "ائدیب", "ائتدی", "دئدی", "آراسیندا",
    "حاققیندا", "اؤز", "گؤره", "ایدی", "اولوب", "اولدو", "بؤیوک", "یئنی", "کیمی", "قدر",
)  # fmt: skip
"""Function words that tell Azerbaijani from Persian."""

_TAGS = ("addressed_cases", "subject_cases")


def in_all_letters(context: Context) -> Context:
    """Return the context words in Latin and Cyrillic letters, and Arabic function words."""
    both: dict[str, Any] = {
        name: _with_cyrillic(words)
        for name in Context.__dataclass_fields__
        if isinstance(words := getattr(context, name), tuple) and name not in _TAGS
    }
    kinds = {kind: _with_cyrillic(words) for kind, words in context.kind_words.items()}
    both |= {"kind_words": kinds, "function_words": both["function_words"] + ARABIC_WORDS}
    return replace(context, **both)


def _with_cyrillic(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words, *filter(None, map(in_cyrillic, words)))
