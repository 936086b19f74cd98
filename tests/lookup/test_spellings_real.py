"""Spellings that no table lists, of the half ``dev``: found, by language; and the lists themselves.

The thresholds were set a little below what was measured when the tests were written.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from gazetteer.core import Gazetteer
from gazetteer.evaluation import (
    LookedUp,
    false_alarms_by_kind,
    look_up_spellings,
    look_up_unrelated,
    read_spellings,
    read_unrelated,
    recall_by_group,
)

_LANGUAGES = 30
"""Languages with enough spellings to be held to a bar of their own."""


@pytest.fixture(scope="module")
def looked_up(gazetteer: Gazetteer) -> list[LookedUp]:
    dev = [spelling for spelling in read_spellings() if spelling.split == "dev"]
    return list(look_up_spellings(gazetteer, dev))


def test_spellings_of_other_languages_are_found(looked_up: list[LookedUp]) -> None:
    recall = recall_by_group(looked_up)
    for kind, found, answered in (
        ("all", 0.91, 0.84),
        ("made", 0.95, 0.89),
        ("catalogue", 0.79, 0.66),
        ("page", 0.95, 0.9),
    ):
        one = recall[kind, "all"]
        assert one.found / one.asked >= found, kind
        assert one.answered / one.asked >= answered, kind


def test_no_language_is_left_behind(looked_up: list[LookedUp]) -> None:
    recall = recall_by_group(looked_up)
    many = {lang: one for (kind, lang), one in recall.items() if kind == "all" and one.asked >= 20}
    assert len(many) > _LANGUAGES
    assert {lang for lang, one in many.items() if one.found / one.asked < 0.85} == set()


def test_unrelated_words_are_left_alone(gazetteer: Gazetteer) -> None:
    words = [word for word in read_unrelated() if word.split == "dev"]
    alarms = false_alarms_by_kind(look_up_unrelated(gazetteer, words))
    assert min(alarms["place"].asked, alarms["word"].asked) >= 200
    for one in alarms.values():
        assert one.resolved / one.asked <= 0.01
        assert (one.resolved + one.ambiguous) / one.asked <= 0.07


def test_the_lists_are_sound(gazetteer: Gazetteer) -> None:
    halves: defaultdict[str, set[str]] = defaultdict(set)
    for spelling in read_spellings():
        assert gazetteer.store.has(spelling.entity), spelling
        assert spelling.kind in {"made", "catalogue", "page"}
        assert spelling.source
        assert spelling.source.startswith("http") == (spelling.kind != "made"), spelling
        halves[spelling.entity].add(spelling.split)
    assert all(len(splits) == 1 for splits in halves.values())
    assert {word.kind for word in read_unrelated()} == {"place", "word"}
