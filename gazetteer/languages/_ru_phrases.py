"""Russian case forms of names of several words: what declines, what agrees, what stays."""

from __future__ import annotations

import re

from gazetteer.languages import _ru_words as words
from gazetteer.languages._forms import is_acronym, open_end
from gazetteer.languages._ru_nouns import (
    CASES,
    Paradigm,
    adjective,
    adjective_gender,
    fixed,
    neuter,
    noun,
    plural,
)

_PLACES = ("settlement", "country", "region", "feature", "admin-unit", "polity", "facility")
_MARKS = re.compile(r"^([«„\"“(]*)(.*?)([»”\"“),]*)$")
_ORDINAL = re.compile(r"^\d+-[яйе]$")
_COUNTS = {"пять": "пяти", "шесть": "шести", "семь": "семи", "восемь": "восьми", "девять": "девяти"}
_ADJECTIVAL_PLACES = ("ный", "рый", "лый", "ский", "цкий", "ная", "ская", "ное", "ское", "жая")
_PLURAL_PLACES = ("ны", "ры", "ты", "сы", "мы", "вы", "бы")
"""Ends of places that are plurals (Сальяны, Уджары, Балканы); Turkic -лы does not decline."""
_NEUTER_PLACES = ("ово", "ево", "ёво", "ино", "ыно")
_PEOPLE = ("цы", "не", "ели", "ники", "исты", "лицы")
_COMMON_NEUTERS = ("ство", "озеро", "село", "дело", "ище", "право", "слово", "эхо", "войско")


def phrase_forms(text: str, kind: str) -> list[tuple[str, str]]:
    """Return the (form, tag) pairs of a name that is no person, without the nominative.

    The words up to the head noun decline together; the words after it stand as they are.

    >>> dict(phrase_forms("Совет Безопасности ООН", "organisation"))["Советом Безопасности ООН"]
    'ins'
    """
    tokens = open_end(text).split(" ")
    if " это " in text:
        return []
    if len(tokens) > 1 and tokens[0].lower() in _COUNTS:
        count = _COUNTS[tokens[0].lower()]
        counted = tokens[0][0] + count[1:]
        return [(" ".join([counted, *tokens[1:]]), "gen")]
    paradigms = _paradigms(tokens, kind)
    rest = tokens[len(paradigms) :]
    return [(" ".join([form, *rest]), case) for form, case in together(paradigms)]


def together(paradigms: list[Paradigm]) -> list[tuple[str, str]]:
    """Join words case by case; where one has two forms of a case, both are made."""
    forms = []
    for case in CASES[1:]:
        for variant in range(max(len(paradigm[case]) for paradigm in paradigms)):
            chosen = [p[case][min(variant, len(p[case]) - 1)] for p in paradigms]
            forms.append((" ".join(chosen), case))
    return forms


def _paradigms(tokens: list[str], kind: str) -> list[Paradigm]:
    """Return the paradigms of the words through the head noun."""
    head_at = next((i for i, token in enumerate(tokens) if not _precedes_head(tokens, i)))
    genders = [adjective_gender(_MARKS.sub(r"\2", token)) for token in tokens[:head_at]]
    gender = next((gender for gender in reversed(genders) if gender), "")
    foreign = _is_foreign_place(tokens, head_at, kind) or _is_foreign_pair(tokens, head_at)
    if not gender and foreign:
        head_at = len(tokens) - 1
        genders = [""] * head_at
    head_word = _MARKS.sub(r"\2", tokens[head_at])
    people = gender == "p" and head_word.lower().endswith(_PEOPLE)
    found = [
        _marked(token, _leading(_MARKS.sub(r"\2", token), own, people))
        for token, own in zip(tokens, genders, strict=False)
    ]
    alone = len(tokens) == 1 or bool(gender)
    return [*found, _marked(tokens[head_at], _head(head_word, kind, gender, alone))]


def _precedes_head(tokens: list[str], index: int) -> bool:
    """Tell whether a token is an adjective, an ordinal or an adverb before the head noun."""
    word = _MARKS.sub(r"\2", tokens[index])
    if index == len(tokens) - 1:
        return False
    return bool(
        adjective_gender(word) or _ORDINAL.match(word) or word.lower() in words.STATIC_WORDS
    )


def _is_foreign_place(tokens: list[str], head_at: int, kind: str) -> bool:
    """Tell a foreign name of several words, whose last declines (Мец Шен), from Республика …"""
    word = tokens[head_at]
    return (
        kind in _PLACES
        and head_at < len(tokens) - 1
        and word.lower() not in words.COMMON_HEADS
        and not word[:1].islower()
        and not is_acronym(word)
        and tokens[-1][:1].isupper()
    )


def _is_foreign_pair(tokens: list[str], head_at: int) -> bool:
    """Tell two foreign words of which only the second can decline (Милли Меджлис)."""
    first, last = tokens[head_at].lower(), tokens[-1]
    return (
        len(tokens) == head_at + 2
        and tokens[head_at][:1].isupper()
        and last[:1].isupper()
        and not is_acronym(last)
        and first[-1:] in "иуеюэы"
        and last[-1:] in "бвгдзклмнпрстфх"
        and first not in words.HEAD_NOUNS_PLURAL
        and not first.endswith((*words.INDECLINABLE, *_COMMON_NEUTERS, "ие", "ье"))
    )


def _leading(word: str, gender: str, people: bool) -> Paradigm:
    if gender:
        return adjective(word, gender, animate=people)
    if _ORDINAL.match(word) and word.endswith("я"):
        oblique = (word[:-1] + "й",)
        return (
            fixed(word)
            | dict.fromkeys(("gen", "dat", "ins", "loc"), oblique)
            | {"acc": (word[:-1] + "ю",)}
        )
    return fixed(word)


def _head(word: str, kind: str, gender: str, alone: bool) -> Paradigm:
    """Decline the head noun of a name; ``alone`` when no other noun stands beside it."""
    lowered = word.lower()
    if is_acronym(word):
        return _acronym(word)
    if not word[-1:].isalpha():
        return fixed(word)
    head, hyphen, tail = word.rpartition("-")
    if hyphen:
        return _marked(f"{head}-", _head(tail, kind, gender, alone)) if tail else fixed(word)
    if adjective_gender(word) == "p":
        return adjective(word, "p", animate=True)  # пленные, военнослужащие
    if kind in _PLACES and alone and not gender:
        declined = _place(word, lowered)
        if declined is not None:
            return declined
    if gender == "p" or lowered in words.HEAD_NOUNS_PLURAL or _is_plural(word, kind):
        return plural(word, animate=lowered.endswith(_PEOPLE))
    if gender == "n" or lowered.endswith(_COMMON_NEUTERS):
        return neuter(word)
    if kind == "medium" and not alone and word[0].isupper() and lowered not in words.COMMON_HEADS:
        return fixed(word)  # Франс Пресс
    return noun(word)


def _place(word: str, lowered: str) -> Paradigm | None:
    """Decline a place's name that is an adjective, a plural or a neuter; None for any other.

    >>> _place("Грозный", "грозный")["gen"], _place("Сальяны", "сальяны")["gen"]
    (('Грозного',), ('Сальян', 'Сальянов'))
    """
    if lowered.endswith(_ADJECTIVAL_PLACES) and adjective_gender(word):
        return adjective(word, adjective_gender(word))
    if lowered.endswith(_PLURAL_PLACES) and len(lowered) > 4:
        return plural(word) | {"gen": (word[:-1], word[:-1] + "ов")}
    if lowered.endswith(_NEUTER_PLACES) and len(lowered) > 4:
        return neuter(word)
    return None


def _is_plural(word: str, kind: str) -> bool:
    if kind in ("country", "demonym"):
        return word.endswith(("ы", "не") if kind == "country" else ("ы", "и", "не"))
    return kind not in _PLACES and word[0].islower() and word.endswith(("ы", "и"))


def _acronym(word: str) -> Paradigm:
    if word not in words.ACRONYMS_THAT_DECLINE:
        return fixed(word)
    endings = {"nom": "", "gen": "а", "dat": "у", "acc": "", "ins": "ом", "loc": "е"}
    return {case: (word + ending,) for case, ending in endings.items()}


def _marked(token: str, paradigm: Paradigm) -> Paradigm:
    """Put back the quotation marks of a token, or the first half of a hyphenated word."""
    if token.endswith("-"):
        return {case: tuple(token + form for form in forms) for case, forms in paradigm.items()}
    opening, _, closing = _MARKS.match(token).groups()  # type: ignore[union-attr]
    if not opening and not closing:
        return paradigm
    return {
        case: tuple(f"{opening}{form}{closing}" for form in forms)
        for case, forms in paradigm.items()
    }
