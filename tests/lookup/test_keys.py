"""Folding: whatever it does, every letter of the key knows where it came from."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gazetteer.lookup import keys as folding
from gazetteer.lookup.keys import fold, fold_letters, fold_text, typed_keys

LETTERS = (
    "abcşçğıəöüžżéЁёйЙЇїЎўәҝғABCŞÇĞIİƏÖÜÄäбвгдеАБВГДабոօևԵւուստեփանԱԲԳՕრხანქენდიხ"
    "اآأبپتثكکيیىەہςσΣάΆ0123٣۳"
)
MARKS = "\u0301\u0306\u0307\u0308\u0327\u00ad\u200b\u200c\u200d\u200e\u200f\u202b\u2066\u0640\ufeff"
OTHERS = " \u00a0\t\r\n.,;:!?-–—'’ʼ‘«»()/\x00\x1f՛՜։🏔️👩‍👩‍👧\U0010ffff\ud800"
TEXTS = st.text(st.sampled_from(LETTERS + MARKS + OTHERS), max_size=60)
ANY = st.text(max_size=60)
NAMES = st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=9), max_size=4).map(
    " ".join
)


def a_letter_alone(character: str) -> str:
    return fold_letters(character)


@given(TEXTS | ANY)
@example("Bakı\u00adda  \n Şuşa")
@example("a\u200b\u00ad\u200c b")
@example("Hаdrut и\u0306 AzərTAc\u200bTA")
@example("\u200f\u200f")
@example(" \t\r\n \n")
def test_each_letter_of_the_key_comes_from_where_it_says(text: str) -> None:
    folded = fold_text(text)
    assert folded.key[0] == folded.key[-1] == " "
    assert "\x00" not in folded.key
    assert "\n" not in folded.key
    last = -1
    for position, letter in enumerate(folded.key):
        if letter == " ":
            continue
        start, end = folded.original_span(position, position + 1)
        assert end == start + 1
        assert last < start < len(text)
        last = start
        whole = fold_text(text[start])
        twin = letter in whole.key or not text[start].isascii() or not text.isascii()
        assert twin, (text, position, letter)


@given(TEXTS)
def test_spans_of_the_key_map_to_spans_of_the_text(text: str) -> None:
    folded = fold_text(text)
    position = 1
    for word in folded.key.split():
        position = folded.key.index(word, position)
        start, end = folded.original_span(position, position + len(word))
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        position += len(word)


@given(NAMES)
def test_a_span_folds_to_the_key_it_stands_for(name: str) -> None:
    folded = fold_text(f"— {name} \u200f!")
    start, end = 1, len(folded.key)
    while start < end and folded.key[start] == " ":
        start += 1
    while end > start and folded.key[end - 1] == " ":
        end -= 1
    if start < end:
        span = folded.original_span(start, end)
        assert fold(f"— {name} \u200f!"[span[0] : span[1]]) == fold(name)


@given(TEXTS | ANY)
@example("ΣΑΣ Ϋ ǅ ﬁ ㎏ ẞ")
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(NAMES)
def test_marks_apart_from_their_letters_change_nothing(name: str) -> None:
    apart = unicodedata.normalize("NFD", name)
    assert fold(apart) == fold(unicodedata.normalize("NFC", name))


@given(st.text(st.sampled_from("abcşçğıəöüабвгдеёйոօստեփანխանիაბცხانخد "), max_size=30))
def test_capitals_change_nothing(name: str) -> None:
    assert fold(name.upper()) == fold(name)


@given(st.text(st.sampled_from("abcşçabвгёստեփخان "), max_size=20), st.data())
def test_invisible_marks_change_nothing(name: str, data: st.DataObject) -> None:
    marked = "".join(letter + data.draw(st.sampled_from(["", *MARKS[5:]])) for letter in name)
    assert fold(marked).replace(" ", "") == fold(name).replace(" ", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İstisu", "istisu"),
        ("ISTISU", "istisu"),
        ("ıstısu", "istisu"),
        ("i\u0307stisu", "istisu"),
        ("Артём", "Артем"),
        ("Артё\u0308м", "Артем"),
        ("Xankəndi", "Xankendi"),
        ("Xankǝndi", "Xankendi"),  # another letter that looks like ə
        ("Xankändi", "Xankendi"),  # and how some keyboards write it
        ("Xanka\u0308ndi", "Xankendi"),
        ("Айтаг", "Аи\u0306таг"),
        ("Şuşa", "S\u0327us\u0327a"),
        ("Stepana\u00adkert", "Stepanakert"),
        ("خان\u200cکندی", "خانکندی"),
        ("كربلائي", "کربلایی"),
        ("\u200fشوشا\u200e", "شوشا"),
        ("Երևա՞ն", "Երևան"),
        ("ΣΤΕΠΑΝΑΚΈΡΤΟΣ", "Στεπανακέρτος"),
        ("Ｓｈｕｓｈａ", "Shusha"),
        ("۳+۳", "3+3"),
        ("Hаdrut", "Hadrut"),  # Cyrillic а in a Latin word
        ("Օrdubad", "Ordubad"),  # Armenian Օ in a Latin word
        ("Лaчин", "Лачин"),  # Latin a in a Cyrillic word
        ("Cтепанакерт", "Степанакерт"),
        ("Գoրիս", "Գօրիս"),  # Latin o in an Armenian word
        ("Ханкəнди", "Ханкәнди"),  # Latin schwa in Azerbaijani Cyrillic
        ("Step'anakert", "Step’anakert"),
        ("Stepʿanakert", "Stepʼanakert"),
        ("Nagorno-Karabakh", "Nagorno – Karabakh"),
        ("Lachin\x00", "Lachin"),
        ("🏔 Lachin 🏔️", "Lachin"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Лачинский", "Лачинскии"), ("Їжак", "Ижак")])
def test_letters_of_their_own_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BAKU.Lachin", ["baku", "lachin"]),
        ("STEPANAKERTLachin", ["stepanakertlachin"]),
        ("ArmeniaAzerbaijan", ["armenia", "azerbaijan"]),
        ("2020Bakı", ["2020", "baki"]),
        ("AzərTAc", ["azer", "tac"]),
        ("ЛачинШуша", ["лачин", "шуша"]),
    ],
)
def test_glued_words_part_where_a_capital_begins_one(text: str, words: list[str]) -> None:
    folded = fold_text(text)
    assert folded.key.split() == words
    at = folded.key.index(words[-1])
    start, end = folded.original_span(at, at + len(words[-1]))
    assert fold(text[start:end].lower()) == words[-1]


def test_blanks_are_merged_the_same_wherever_they_stand() -> None:
    plain, beside_a_mark = "Nagorno \n Karabakh", "Nagorno \n Karabakh \u00ad"
    assert fold_text(plain).key == " nagorno karabakh "
    assert fold_text(beside_a_mark).key.startswith(" nagorno karabakh ")
    assert fold_text("Nagorno\n\nKarabakh").key == " nagorno  karabakh "


@pytest.mark.parametrize("text", ["", " ", "!?", "\u200f", "🏔️", "\x00"])
def test_what_has_no_letter_has_no_key(text: str) -> None:
    assert fold(text) == ""
    assert typed_keys(text) == ()


@given(TEXTS)
def test_typed_keys_begin_with_the_key_as_typed(text: str) -> None:
    keys = typed_keys(text)
    assert len(set(keys)) == len(keys)
    assert not fold(text) or keys[0] == fold(text)


@pytest.mark.parametrize("piece", ["и\u0306", "Hаdrut ", "a\u00ad", "aB", " \n "])
def test_hard_texts_cost_no_more_than_their_length(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.perf_counter()
        fold_text(text)
        return time.perf_counter() - start

    small = min(seconds(2_000) for _ in range(3))
    large = min(seconds(40_000) for _ in range(2))
    assert large < 20 * small * 8 + 0.1  # twenty times the text; squared would be 400 times


_BITS = (
    *("Xankəndi", "Laçın", "Շուշի", "Лачин", "Lачин", "Mօsk", "şuşa", "قره", "deskBAKU", "а"),
    *(" ", "  ", "\n", "\n\n", " \n ", "\r\n", "\t", "\u00a0", "\u00ad", "\u200c", "\u0301", "’"),
    *("и\u0306", "՛", "😀", "\x00", "-", ". "),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_BITS), min_size=1, max_size=30).map("".join))
def test_a_large_text_folds_as_a_small_one(text: str) -> None:
    large, small = folding._fold_large(text), folding._fold_small(text)
    if large is None or folding._GLUED.search(text):
        return
    assert large.key == small.key
    for place in range(1, len(small.key) - 1):
        if small.key[place] != " ":
            assert large.original_span(place, place + 1) == small.original_span(place, place + 1)
