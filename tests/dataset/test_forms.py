"""Look-up keys and text patterns of names."""

from __future__ import annotations

import json

import daachorse
import pytest

from gazetteer.dataset import forms
from gazetteer.dataset.forms import TextPatterns, build_patterns
from gazetteer.dataset.lookup_keys import fold_keys, frame_keys, is_spoken, spellings
from gazetteer.languages import BARE, Ending, Inflection
from gazetteer.lookup.keys import fold, fold_text


class Toy:
    """A language whose names take -da, and whose adjectives end in -i instead of a vowel."""

    scripts: tuple[str, ...] = ()

    @staticmethod
    def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
        if kind == "adjective":
            return (Inflection(text[:-1], (Ending(text[-1], "nom"), Ending("i", "gen"))),)
        return (Inflection(text, (*BARE, Ending("da", "loc"), Ending("DÂ", "abl"))),)


@pytest.fixture(autouse=True)
def _toy_language(monkeypatch: pytest.MonkeyPatch) -> None:
    forms._patterns_of.cache_clear()
    monkeypatch.setattr(forms, "get_language", lambda code: Toy if code == "xx" else None)


def rows(patterns: TextPatterns) -> dict[str, list[tuple[int, dict[str, str]]]]:
    found = {}
    for place, pattern in enumerate(patterns.patterns):
        start, end = patterns.offsets[place], patterns.offsets[place + 1]
        numbers, sets = patterns.numbers[start:end], patterns.endings[start:end]
        found[pattern] = [
            (number, json.loads(patterns.ending_sets[one]))
            for number, one in zip(numbers, sets, strict=True)
        ]
    return found


def test_stem_and_folded_endings() -> None:
    built = rows(build_patterns([(1, "xx", "Şuşa", "common", "settlement")]))
    assert built == {" susa": [(1, {"": "nom", "da": "loc,abl"})]}


def test_language_nobody_knows_has_the_bare_form() -> None:
    built = rows(build_patterns([(1, "yy", "Sus", "common", "settlement")]))
    assert built == {" sus": [(1, {"": "nom"})]}


def test_adjectives_decline_as_adjectives_whatever_their_entity() -> None:
    built = rows(build_patterns([(1, "xx", "susu", "adjective", "settlement")]))
    assert built == {" sus": [(1, {"u": "nom", "i": "gen"})]}


def test_namesakes_share_a_pattern_and_an_ending_set() -> None:
    names = [(n, "xx", "Sus", "common", "settlement") for n in (1, 2)]
    patterns = build_patterns(names)
    assert patterns.patterns == (" sus",)
    assert list(patterns.numbers) == [1, 2]
    assert len(patterns.ending_sets) == 1


def test_romanized_names_are_not_looked_for_in_texts() -> None:
    assert build_patterns([(1, "xx", "Sus", "romanized", "settlement")]).patterns == ()


def test_name_without_letters_makes_no_pattern() -> None:
    assert build_patterns([(1, "xx", "…", "common", "settlement")]).patterns == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("AzərTAc", "AzərTAc"),
        ("AzərTAc", "Azərtac"),
        ("AzərTAc", "AZƏRTAC"),
        ("Սևան", "Սևան"),
        ("Սևան", "Սեւան"),
        ("Սևան", "ՍԵՎԱՆ"),
        ("Սևան", "ՍԵՒԱՆ"),
        ("Step’anakert", "Step’anakert"),
        ("Step’anakert", "Stepanakert"),
        ("A. Baku", "A. Baku"),
        ("A. Baku", "A Baku"),
        ("Hin Shen", "Hin-Shen"),
    ],
)
def test_every_spelling_is_found_in_a_text(name: str, text: str) -> None:
    patterns = build_patterns([(1, "yy", name, "common", "settlement")])
    matcher = daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(patterns.matcher())
    key = fold_text(f"x {text}, y").key
    assert any(key[end] == " " for _, end, _ in matcher.find_overlapping(key)), patterns.patterns


@pytest.mark.parametrize("text", ["Sus", "Laçın", "Step’anakert", "AzərTAc", "Սևան", "Հին Շեն"])
def test_a_name_has_its_own_key(text: str) -> None:
    assert spellings(text)[0]
    assert fold(text) in fold_keys(text)


def test_romanization_is_a_key_too() -> None:
    keys = fold_keys("Ստեփանակերտ", "Step’anakert")
    assert keys == ("ստեփանակերտ", "step anakert", "stepanakert")
    assert len(frame_keys("Ստեփանակերտ", "hy", "Step’anakert")) >= 1


def test_nothing_has_no_key() -> None:
    assert fold_keys("…") == ()
    assert frame_keys("…", "en") == ()


def test_acronyms_are_heard_when_they_are_said() -> None:
    spoken = ("NATO", "OSCE", "НАТО", "UNESCO")
    spelt = ("BMT", "МИД РА", "ԱԺ", "EU", "RA NA", "1TV")
    assert all(map(is_spoken, spoken))
    assert not any(map(is_spoken, spelt))
