"""Russian names that a text shortens or varies.

Adjectives that share one noun (Лачинский и Кельбаджарский районы are two districts), and roads
called by their ends, whichever comes first and whatever the road is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.languages._ru_nouns import adjective, neuter, noun, plural

_HEADS = (
    ("район", "районы", "m"), ("область", "области", "f"), ("край", "края", "m"),
    ("уезд", "уезды", "m"), ("губерния", "губернии", "f"), ("провинция", "провинции", "f"),
    ("дорога", "дороги", "f"), ("трасса", "трассы", "f"), ("коридор", "коридоры", "m"),
    ("хребет", "хребты", "m"), ("перевал", "перевалы", "m"), ("плато", "плато", "n"),
    ("водохранилище", "водохранилища", "n"), ("ущелье", "ущелья", "n"), ("мост", "мосты", "m"),
    ("монастырь", "монастыри", "m"), ("ханство", "ханства", "n"), ("меликство", "меликства", "n"),
    ("экономический район", "экономические районы", "m"),
    ("война", "войны", "f"), ("море", "моря", "n"),
)  # fmt: skip
"""Nouns that several adjectives share: nominative, nominative plural, gender."""

_NOMINATIVE = {"m": "ий", "f": "ая", "n": "ое"}
_ADJECTIVE = (
    r"[А-ЯЁа-яё][а-яё]*(?:-[А-ЯЁа-яё][а-яё]*)*[сц]к"
    r"(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ое|ие|их|ими)"
)
_JOINING = r"(?:\s*,\s*(?:а\s+также\s+|и\s+)?|\s+(?:и|или|либо|да|а\s+также)\s+)"
_SHARED = rf"{_ADJECTIVE}(?:{_JOINING}{_ADJECTIVE})"


def _forms() -> dict[str, tuple[str, str]]:
    """Return every case form of the nouns above -> (nominative singular, its gender)."""
    found: dict[str, tuple[str, str]] = {}
    for single, many, gender in _HEADS:
        first, _, last = single.rpartition(" ")
        first_many, _, last_many = many.rpartition(" ")
        one = neuter(last) if gender == "n" else noun(last)
        for declined, leading, number in (
            (one, first, gender),
            (plural(last_many), first_many, "p"),
        ):
            agreeing = adjective(leading, number) if leading else {}
            for case, forms in declined.items():
                for form in forms:
                    words = " ".join([*agreeing.get(case, ())[:1], form])
                    found.setdefault(words, (single, gender))
    return found


_FORMS = _forms()
_ROOTS = frozenset(form.split()[-1][:4] for form in _FORMS)
"""How a form of any of the nouns begins: the cheapest way to see that a text has none."""
_ANY_HEAD = re.compile(rf"\b(?:{'|'.join(sorted(_FORMS, key=len, reverse=True))})\b")
_OTHERS = r"\s+и\s+(?:проч|друг|ины|некоторы|соседн)\w*"
_BEFORE_HEAD = re.compile(
    rf"\b((?:{_SHARED}+|{_ADJECTIVE}(?={_OTHERS})))(?:{_OTHERS})?\s+({_ANY_HEAD.pattern})"
)
_AFTER_HEAD = re.compile(
    rf"({_ANY_HEAD.pattern})(?:(?:\s+[^\W\d_]+){{0,6}}\s*(?:[:–—(]|\s-)\s*|\s+)({_SHARED}+)\b"
)

_ROADS = (
    ("дорога", "автодорога", "трасса", "автотрасса", "магистраль", "автомагистраль", "шоссе"),
    ("железная дорога", "железнодорожная линия", "железнодорожная ветка", "ветка", "линия"),
    ("ЛЭП", "линия электропередачи", "линия"),
    ("газопровод",), ("нефтепровод",),
)  # fmt: skip
"""What roads, railways, power lines and pipelines are called, each in words for the same thing."""

_ROAD_ROOTS = ("дорог", "трасс", "магистр", "шоссе", "ветк", "лини", "ЛЭП", "провод")

_END = r"[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?"
_BY_ENDS = re.compile(
    r"\b((?:железн(?:ая|ой|ую|ою) |железнодорожн\w+ )?(?:(?:авто)?(?:дорог|трасс|магистрал)|шоссе"
    r"|ветк|лини|ЛЭП|газопровод|нефтепровод)\w{0,3}(?: электропередач\w?)?)\s+"
    rf"[«\"]?({_END}(?:\s?[-‑–—]\s?{_END})+)"
)
_WORD = re.compile(rf"\b{_ADJECTIVE}\b")
_ENDING = re.compile(r"(?<=[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ое|ие|их|ими)$")


def shared_nouns(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, full name in the nominative) of adjectives whose noun stands elsewhere.

    The adjective right before its noun is one of them when the noun is in the plural; in the
    singular it is a full name of its own.

    >>> list(shared_nouns("в Лачинском и Шушинском районах"))
    [(2, 11, 'Лачинский район'), (14, 23, 'Шушинский район')]
    """
    if any(root in text for root in _ROAD_ROOTS):
        yield from _roads_by_ends(text)
    if not any(root in text for root in _ROOTS):
        return
    for match in _BEFORE_HEAD.finditer(text):
        yield from _named(text, match.span(1), match.group(2))
    for match in _AFTER_HEAD.finditer(text):
        if not _BEFORE_HEAD.match(text, match.start(2)):
            yield from _named(text, match.span(2), match.group(1))


def _named(text: str, span: tuple[int, int], head: str) -> Iterator[tuple[int, int, str]]:
    single, gender = _FORMS[" ".join(head.split())]
    for match in _WORD.finditer(text, *span):
        stem = _ENDING.sub("", match.group())
        yield match.start(), match.end(), f"{stem}{_NOMINATIVE[gender]} {single}"


def _roads_by_ends(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what a road called by its ends may be listed as: either end first, any word for it.

    >>> sorted(name for _, _, name in _roads_by_ends("ЛЭП Горис – Шуша"))[:2]
    ['ЛЭП Горис-Шуша', 'ЛЭП Шуша-Горис']
    """
    for match in _BY_ENDS.finditer(text):
        called = match.group(1)[:4].lower()
        ends = re.split(r"\s?[-‑–—]\s?", match.group(2))
        for words in _ROADS:
            if any(word.lower().startswith(called) for word in words):
                for word in words:
                    yield match.start(), match.end(), f"{word} {'-'.join(ends)}"
                    yield match.start(), match.end(), f"{word} {'-'.join(reversed(ends))}"
