"""Words around a mention, sentence starts and word sets."""

from __future__ import annotations

import pytest

from gazetteer.annotate.surroundings import Surroundings, WordSet


@pytest.mark.parametrize(
    ("before", "starts"),
    [
        ("", True),
        ("It ended. ", True),
        ("It ended.” ", True),
        ("Heading\n", True),
        ("President ", False),
        ("Mr. ", False),
        ("the U.S. ", False),
        ("г. ", False),
        ("Վերջ։ ", True),
        ("he said: ", True),
    ],
)
def test_sentence_start(before: str, starts: bool) -> None:
    text = f"{before}Name follows"
    assert Surroundings(text, len(before), len(before) + 4).starts_sentence is starts


def test_words_are_nearest_first_and_stop_at_the_sentence() -> None:
    text = "Before that. The old President Name spoke today. Then it ended."
    around = Surroundings(text, text.index("Name"), text.index("Name") + 4)
    assert around.previous_words(5) == ["president", "old", "the"]
    assert around.next_words(5) == ["spoke", "today"]


def test_the_window_never_cuts_a_word() -> None:
    text = "x" * 200 + " Name"
    assert Surroundings(text, 201, 205).before == ()


@pytest.mark.parametrize(
    ("word", "inside"),
    [
        ("accused", True),
        ("accus", True),
        ("moved", True),
        ("said", True),
        ("says", False),
        ("", False),
    ],
)
def test_word_set(word: str, inside: bool) -> None:
    assert (word in WordSet(("said", "accus*", "*ed"))) is inside


def test_turkic_capital_i_is_lowered() -> None:
    assert Surroundings("İlham Name", 6, 10).previous_words(1) == ["ilham"]
