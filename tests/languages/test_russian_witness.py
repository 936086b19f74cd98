"""Our Russian paradigms against a dictionary that knows common toponyms and surnames.

The dictionary takes names it does not know (Арцвашен, Бердзор, Зангезур) for other words; only
words that it lists as toponyms, surnames, first names or adjectives are compared.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

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


DATA = Path(__file__).parents[2] / "data"
PLACES = ("settlement", "country", "region", "feature", "admin-unit")
EXPLAINED = {
    "Остин": "the Texan town and the Englishman are not told apart; both forms are in use",
    "Тагилы": "a Turkic -лы, not the plural of the Ural town",
}
"""Names of the data that the dictionary declines otherwise, and why ours stays."""


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


def _kinds() -> dict[str, str]:
    found = {}
    for table in ("places.csv", "actors.csv"):
        with (DATA / table).open(encoding="utf-8") as file:
            found |= {row["id"]: row["kind"] for row in csv.DictReader(file)}
    return found


def _known_names() -> list[tuple[str, str]]:
    """Return the one-word Russian names of places and persons in the data with their kinds."""
    kinds = _kinds()
    with (DATA / "names.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["lang"] == "ru"]
    return sorted(
        {
            (row["text"], kinds[row["entity"]])
            for row in rows
            if kinds.get(row["entity"]) in (*PLACES, "person")
            and row["role"] not in ("adjective", "demonym", "acronym")
            and row["text"].isalpha()
            and not row["text"].isupper()
        }
    )


def test_every_name_of_the_data_that_the_dictionary_knows() -> None:
    compared, differing = 0, {}
    for word, kind in _known_names():
        try:
            _compare(word, kind, "Surn" if kind == "person" else "Geox")
        except pytest.skip.Exception:
            continue
        except AssertionError as difference:
            differing[word] = str(difference)[:200]
        compared += 1
    assert compared > 400
    assert set(differing) <= set(EXPLAINED), differing
