"""Our Russian paradigms against a dictionary that knows common toponyms and surnames.

The dictionary takes names it does not know (Арцвашен, Бердзор, Зангезур) for other words; only
words that it lists as toponyms, surnames, first names or adjectives are compared.
"""

from __future__ import annotations

from functools import cache

import pymorphy3
import pytest

from gazetteer.languages.ru import inflections

CASES = {"gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc"}
TOPONYMS = (
    "Москва Ереван Тбилиси Баку Сочи Армения Азербайджан Турция Иран Россия Франция Израиль Казань "
    "Париж Брюссель Вашингтон Лондон Прага Вена Женева Гаага Варшава Астрахань Тегеран Анкара Киев "
    "Стамбул Карабах Кавказ Закавказье Севан Арарат Степанакерт Нахичевань Гянджа Сумгаит "
    "Казахстан Белоруссия Нидерланды Китай Алма-Ата Нью-Йорк Ленинград Гюмри Шуша Лачин Агдам"
)
SURNAMES = "Алиев Захарова Лавров Путин Песков Мишустин Петросян Троцкий Берия"
ADJECTIVES = "армянский азербайджанский российский восточный верхний южный великий большой третий"


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def _compare(word: str, kind: str, grammeme: str) -> None:
    parses = [
        parse
        for parse in _analyzer().parse(word.lower())
        if grammeme in parse.tag and "nomn" in parse.tag and parse.is_known
    ]
    if not parses:
        pytest.skip(f"{word} is not in the dictionary")
    made: dict[str, set[str]] = {}
    for inflection in inflections(word, kind):
        for form, tag in inflection.forms():
            made.setdefault(tag, set()).add(_plain(form))
    disagreements = []
    for parse in parses:
        wrong = []
        for case, tag in CASES.items():
            declined = parse.inflect({case})
            if declined and _plain(declined.word) not in made.get(tag, set()) | {_plain(word)}:
                wrong.append((tag, declined.word, made.get(tag)))
        disagreements.append(wrong)
    assert min(disagreements, key=len) == []


def _plain(form: str) -> str:
    return form.lower().replace("ё", "е")


@pytest.mark.parametrize("word", TOPONYMS.split())
def test_toponym(word: str) -> None:
    _compare(word, "settlement" if word != "Нидерланды" else "country", "Geox")


@pytest.mark.parametrize("word", SURNAMES.split())
def test_surname(word: str) -> None:
    _compare(word, "person", "Surn")


@pytest.mark.parametrize("word", ADJECTIVES.split())
def test_adjective(word: str) -> None:
    _compare(word, "adjective", "ADJF")
