"""Russian case forms of persons: first names, patronymics and surnames decline together."""

from __future__ import annotations

from gazetteer.languages import _ru_words as words
from gazetteer.languages._ru_nouns import Paradigm, adjective, fixed, noun, paradigm
from gazetteer.languages._ru_phrases import together

_VOWELS = frozenset("аеёиоуыэюя")
_FEMININE_SURNAMES = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")
_ADJECTIVES = ("ский", "цкий", "ской", "цкой", "ный", "той", "кий", "вый")


def person_forms(name: str) -> list[tuple[str, str]]:
    """Return the (form, tag) pairs of a person's full name or surname, without the nominative.

    >>> forms = dict(person_forms("Ильхам Алиев"))
    >>> forms["Ильхамом Алиевым"], forms["Ильхаме Алиеве"]
    ('ins', 'loc')
    """
    parts = name.split()
    female = _is_female(parts)
    paradigms = [_part(parts, index, female) for index in range(len(parts))]
    return together(paradigms)


def _is_female(parts: list[str]) -> bool:
    """Tell a woman's name by its surname, patronymic or first name; not by a lone -ян."""
    surname, first = parts[-1].lower(), parts[0].lower()
    if surname.endswith(_FEMININE_SURNAMES):
        return first not in words.MALE_FIRST_NAMES_IN_A or len(parts) == 1
    if len(parts) == 1:
        return False
    if any(part.lower().endswith(("овна", "евна", "ична")) or part == "кызы" for part in parts[1:]):
        return True
    if first in words.FEMALE_FIRST_NAMES:
        return True
    return first.endswith(("а", "я")) and first not in words.MALE_FIRST_NAMES_IN_A


def _part(parts: list[str], index: int, female: bool) -> Paradigm:
    word = parts[index]
    lowered = word.lower()
    last = index == len(parts) - 1
    if (
        "." in word
        or (not last and lowered in words.STATIC_NAME_PARTS)
        or lowered in ("оглы", "кызы")
    ):
        return fixed(word)
    if not last and parts[index + 1] in ("оглы", "кызы"):
        return fixed(word)
    head, hyphen, tail = word.rpartition("-")
    declined = _surname(tail, female) if last else _first_name(tail, female)
    if not hyphen:
        return declined
    return {case: tuple(f"{head}-{form}" for form in forms) for case, forms in declined.items()}


def _first_name(word: str, female: bool) -> Paradigm:
    lowered = word.lower()
    if len(word) < 2 or lowered == "джей":
        return fixed(word)
    if (female and lowered[-1] not in "аяь") or lowered[-1] in "еёиоуыэю":
        return fixed(word)
    if female and lowered[-1] == "ь":
        return fixed(word) if lowered in ("николь", "изабель", "рашель") else noun(word)
    if lowered[-1] == "ь":
        return _soft_masculine(word)
    if lowered.endswith("уа"):
        return fixed(word)
    return noun(word, animate=True)


def _surname(word: str, female: bool) -> Paradigm:
    lowered = word.lower()
    last = lowered[-1:]
    if female:
        return _womans(word, lowered)
    if lowered.endswith(_ADJECTIVES) and len(lowered) > 4:
        return adjective(word, "m", animate=True)
    if lowered.endswith(("ов", "ев", "ёв")) or _russian_in_in(lowered):
        return paradigm(word, word + "а", word + "у", word + "а", word + "ым", word + "е")
    if last in "еёиоуыэю" or lowered.endswith((*words.STATIC_SURNAMES_IN_A, "ых", "их")):
        return fixed(word)
    if last == "ь":
        return _soft_masculine(word)
    if last in "аяй":
        return noun(word, animate=True)
    return _hard_masculine(word) if last.isalpha() else fixed(word)


def _womans(word: str, lowered: str) -> Paradigm:
    if lowered.endswith(("ская", "цкая", "ная")):
        return adjective(word, "f")
    if lowered.endswith(_FEMININE_SURNAMES):
        oblique = word[:-1] + "ой"
        return paradigm(word, oblique, oblique, word[:-1] + "у", oblique, oblique)
    if lowered[-1:] in "ая" and not lowered.endswith(words.STATIC_SURNAMES_IN_A):
        return noun(word)
    return fixed(word)


def _russian_in_in(lowered: str) -> bool:
    return (
        lowered.endswith(("ин", "ын"))
        and lowered not in words.FOREIGN_IN_IN
        and len(lowered) > 3
        and lowered[-3] not in _VOWELS
    )


def _soft_masculine(word: str) -> Paradigm:
    stem = word[:-1]
    return paradigm(word, stem + "я", stem + "ю", stem + "я", stem + "ем", stem + "е")


def _hard_masculine(word: str) -> Paradigm:
    instrumental = (
        ("ом", "ем") if word[-1].lower() in "жшщц" else ("ем",) if word[-1] == "ч" else ("ом",)
    )
    declined = paradigm(word, word + "а", word + "у", word + "а", word + "ом", word + "е")
    return declined | {"ins": tuple(word + ending for ending in instrumental)}
