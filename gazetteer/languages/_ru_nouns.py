"""Russian nouns and adjectives by their endings: compact paradigms for names, not a dictionary.

Every function returns a paradigm: case tag -> forms of one word. Cases: nom gen dat acc ins loc,
each with ``pl-`` for the plural. A word that does not decline has the same form everywhere.
"""

from __future__ import annotations

from gazetteer.languages import _ru_words as words

Paradigm = dict[str, tuple[str, ...]]

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_HUSHING = frozenset("жшщчц")
_VELAR = frozenset("гкхжшщч")
"""Letters after which и is written instead of ы."""
_VOWELS = frozenset("аеёиоуыэюя")


def fixed(word: str) -> Paradigm:
    """Return the paradigm of a word that does not decline."""
    return dict.fromkeys(CASES, (word,))


def paradigm(*forms: str) -> Paradigm:
    """Return a paradigm with one form a case, given in the order of ``CASES``."""
    return {case: (form,) for case, form in zip(CASES, forms, strict=True)}


def adjective(word: str, gender: str, animate: bool = False) -> Paradigm:
    """Decline an adjective of ``gender`` m, f, n or p (plural); reflexives in -ся keep it.

    >>> adjective("Лачинский", "m")["ins"], adjective("Верхняя", "f")["gen"]
    (('Лачинским',), ('Верхней',))
    """
    if word.endswith(("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")):
        stem, ending = word[:-2], word[-2:]
    else:
        return fixed(word)
    soft = ending in ("яя", "ее") and stem[-1:] not in _HUSHING
    soft = soft or (ending in ("ий", "ие") and stem[-1:] == "н")
    if word.lower() == "третий":
        stem, soft = word[:-2] + "ь", True
    y = "и" if soft or stem[-1:] in _VELAR else "ы"
    stressed = stem.lower() == "больш"
    o = "е" if soft or (stem[-1:] in _HUSHING and not stressed) else "о"
    if gender == "p":
        oblique = f"{stem}{y}х"
        accusative = oblique if animate else word
        return paradigm(word, oblique, f"{stem}{y}м", accusative, f"{stem}{y}ми", oblique)
    if gender == "f":
        oblique = f"{stem}{o}й"
        return paradigm(word, oblique, oblique, f"{stem}{'ю' if soft else 'у'}ю", oblique, oblique)
    genitive = f"{stem}{o}го"
    accusative = genitive if gender == "m" and animate else word
    return paradigm(word, genitive, f"{stem}{o}му", accusative, f"{stem}{y}м", f"{stem}{o}м")


def adjective_gender(word: str) -> str:
    """Return m, f, n or p for a word that looks like an adjective, ``""`` for any other.

    >>> [adjective_gender(w) for w in ("Нагорный", "Верхняя", "Большие", "Соглашение", "Тбилиси")]
    ['m', 'f', 'p', '', '']
    """
    lowered = word.lower()
    if lowered in words.NOT_ADJECTIVES or len(lowered) < 4:
        return ""
    ending, before = lowered[-2:], lowered[-3:-2]
    if ending in ("ый", "ой") or (ending == "ий" and before in "гкхжшщчнт"):
        return "m"
    if ending in ("ая", "яя"):
        return "f"
    if ending in ("ое", "ее"):
        return "n"
    soft = before == "н" and lowered[-4:-3] in "шждрв"  # нижние, верхние; not соглашение
    return "p" if ending == "ые" or (ending == "ие" and (before in "гкхжшщч" or soft)) else ""


def noun(word: str, animate: bool = False) -> Paradigm:
    """Decline a singular noun by its last letter; unknown vowels do not decline.

    >>> noun("Шуша")["ins"], noun("Лачин")["loc"], noun("Казань")["gen"], noun("Сочи")["gen"]
    (('Шушой', 'Шушей'), ('Лачине',), ('Казани',), ('Сочи',))
    """
    lowered = word.lower()
    changed = words.CHANGING_STEMS.get(lowered)
    if changed is not None:
        return _masculine(word, word[0] + changed[1:], animate)
    last = lowered[-1:]
    if lowered.endswith(words.INDECLINABLE):
        return fixed(word)
    if lowered.endswith(("оа", "уа")):
        return fixed(word)  # Самоа, Никарагуа
    if last in "ая":
        return _feminine(word, last)
    if last == "ь":
        if lowered.endswith(words.MASCULINE_IN_SOFT_SIGN):
            return _soft(word, animate)
        oblique = word[:-1] + "и"
        return paradigm(word, oblique, oblique, word, word + "ю", oblique)
    if last == "й":
        return _soft(word, animate)
    if lowered.endswith(("ие", "ье")):
        return _neuter_soft(word)
    if last.isalpha() and last not in _VOWELS and last not in "ъ":
        return _masculine(word, word, animate)
    return fixed(word)


def _masculine(word: str, stem: str, animate: bool) -> Paradigm:
    if stem.endswith("ь"):  # день, дня; Лев, Льва written with a soft stem
        return _cases(word, stem[:-1], ("я", "ю", "ем", "е"), animate)
    instrumental = ("ом", "ем") if stem[-1:].lower() in _HUSHING else ("ом",)
    declined = _cases(word, stem, ("а", "у", "ом", "е"), animate)
    return {**declined, "ins": tuple(stem + ending for ending in instrumental)}


def _soft(word: str, animate: bool) -> Paradigm:
    """Decline a masculine noun in -й or -ь."""
    locative = "и" if word.endswith("ий") else "е"
    return _cases(word, word[:-1], ("я", "ю", "ем", locative), animate)


def _cases(word: str, stem: str, endings: tuple[str, str, str, str], animate: bool) -> Paradigm:
    genitive, dative, instrumental, locative = (stem + ending for ending in endings)
    return paradigm(word, genitive, dative, genitive if animate else word, instrumental, locative)


def _feminine(word: str, last: str) -> Paradigm:
    stem = word[:-1]
    before = stem[-1:].lower()
    if last == "а":
        genitive = stem + ("и" if before in _VELAR else "ы")
        declined = paradigm(word, genitive, stem + "е", stem + "у", stem + "ой", stem + "е")
        return declined | ({"ins": (stem + "ой", stem + "ей")} if before in _HUSHING else {})
    dative = stem + ("и" if before == "и" else "е")
    return paradigm(word, stem + "и", dative, stem + "ю", stem + "ей", dative)


def _neuter_soft(word: str) -> Paradigm:
    stem = word[:-1]
    locative = stem + ("и" if word.endswith("ие") else "е")
    return paradigm(word, stem + "я", stem + "ю", word, stem + "ем", locative)


def demonym(word: str) -> Paradigm:
    """Decline a noun for a person from somewhere (армянин, карабахец, россиянка).

    >>> demonym("арцахец")["gen"]
    ('арцахца',)
    """
    stem = word[:-2] + "ц" if word.endswith("ец") else word
    return (
        noun(word, animate=True)
        if stem == word
        else _masculine(word, stem, True) | {"ins": (stem + "ем",)}
    )


def neuter(word: str) -> Paradigm:
    """Decline a common neuter noun in -о or -е (министерство, озеро, море)."""
    if word.endswith(("ие", "ье")):
        return _neuter_soft(word)
    if not word.endswith(("о", "е")) or word.lower().endswith(words.INDECLINABLE):
        return fixed(word)
    stem = word[:-1]
    soft = word.endswith("е") and stem[-1:] not in _HUSHING
    endings = (
        ("я", "ю", "ем", "е") if soft else ("а", "у", "ем" if word.endswith("е") else "ом", "е")
    )
    return _cases(word, stem, endings, False)


def plural(word: str, animate: bool = False) -> Paradigm:
    """Decline a plural noun in -ы, -и, -а, -я or -е (силы, власти, войска, события, армяне).

    >>> plural("силы")["gen"], plural("армяне")["gen"], plural("территории")["ins"]
    (('сил',), ('армян',), ('территориями',))
    """
    stem, last = word[:-1], word[-1:]
    before = stem[-1:].lower()
    soft = last == "я" or (last == "и" and before not in "гкхжшщч")
    a = "я" if soft else "а"
    genitive = _plural_genitive(word.lower(), word, stem, last, before)
    accusative = genitive if animate else word
    return paradigm(word, genitive, f"{stem}{a}м", accusative, f"{stem}{a}ми", f"{stem}{a}х")


def _plural_genitive(lowered: str, word: str, stem: str, last: str, before: str) -> str:
    for listed, genitive in words.PLURAL_GENITIVES.items():
        if lowered.endswith(listed):
            return word[: -len(listed)] + genitive
    if last == "е":  # -ане, -яне
        return stem
    if lowered.endswith(("ии", "ия")):
        return stem[:-1] + "ий"
    if last in "ая":
        return stem
    if before == "ц":
        return stem + "ев"
    if last == "ы" or before in "гкх":
        return stem + "ов"
    return stem + "ей"
