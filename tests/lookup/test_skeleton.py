"""Skeletons and readings: where the scripts and spelling habits of a name meet."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.languages._romanize import romanize
from gazetteer.lookup.keys import fold
from gazetteer.lookup.skeleton import LEAST_BONES, bones, frame, readings, skeletons


@pytest.mark.parametrize(
    "spellings",
    [
        [("Stepanakert", "en"), ("Ստեփանակերտ", "hy"), ("Степанакерт", "ru"), ("استپاناکرت", "fa"),
         ("სტეფანაკერტი", "ka"), ("Στεπανακέρτ", "")],
        [("Khankendi", "en"), ("Xankəndi", "az"), ("Ханкенди", "ru"), ("Ханкенді", ""),
         ("Hankendi", "tr"), ("Chankendi", "de"), ("خان‌کندی", "fa"), ("ხანქენდი", "ka")],
        [("Lachin", "en"), ("Laçın", "az"), ("Լաչին", "hy"), ("Лачин", "ru"), ("Latschin", "de"),
         ("Latchine", "fr"), ("لاچین", "fa"), ("Λατσίν", "")],
        [("Shusha", "en"), ("Şuşa", "az"), ("Choucha", "fr"), ("Schuscha", "de"), ("Шуша", "ru"),
         ("شوشا", "fa"), ("Szusza", ""), ("Šuša", "")],
        [("Yerevan", "en"), ("Երևան", "hy"), ("Ереван", "ru"), ("İrəvan", "az"), ("Eriwan", "de")],
        [("Nakhchivan", "en"), ("Naxçıvan", "az"), ("نخجوان", "fa"), ("Нахчыван", "ru")],
        [("Ganja", "en"), ("Gəncə", "az"), ("Gandscha", "de"), ("Гянджа", "ru"), ("Gandja", "fr")],
    ],
)  # fmt: skip
def test_spellings_of_one_name_share_a_skeleton(spellings: list[tuple[str, str]]) -> None:
    shared = set.intersection(*(set(skeletons(text, lang)) for text, lang in spellings))
    assert shared


@pytest.mark.parametrize(
    ("one", "other"),
    [("COP28", "COP29"), ("Lachin", "Goris"), ("Shusha", "Stepanakert"), ("Baku", "Bern")],
)
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert not set(skeletons(one)) & set(skeletons(other))


@pytest.mark.parametrize(
    ("word", "latin"),
    [("شوشا", "shusha"), ("نخجوان", "nkhjvan"), ("ایروان", "irvan"), ("لاچین", "lachin"),
     ("وان", "van"), ("توووز", None), ("یو", None)],
)  # fmt: skip
def test_arabic_letters_for_vowels(word: str, latin: str | None) -> None:
    written = romanize(word)
    assert written.isascii()
    assert latin is None or written == latin


@given(st.text(max_size=40))
def test_readings_are_letters_of_one_alphabet(text: str) -> None:
    for reading in readings(text):
        assert all(letter in "abcdefghijklmnopqrstuvwxyzčšžǰʒğ0123456789" for letter in reading)
        assert not any(a == b and a.isalpha() for a, b in pairwise(reading))


@given(st.text(st.sampled_from("abcdeşçšžаеиклмнխաչին"), max_size=20))
def test_the_language_only_narrows(text: str) -> None:
    for lang in ("en", "az", "de", "fr", "hy"):
        assert len(readings(text, lang)) == 1
    assert all(len(skeleton) >= LEAST_BONES for skeleton in skeletons(text))


@given(st.text(st.sampled_from("bdfgklmnprstvz"), min_size=2, max_size=12))
def test_vowels_do_not_count(consonants: str) -> None:
    spoken = "a".join(consonants)
    other = "eo".join(consonants)
    assert bones(spoken) == bones(other)
    assert frame(spoken) == frame(other)
    assert fold(spoken) != fold(other)
