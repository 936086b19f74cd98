"""What a typed name may be saying: orthographies, scripts without listed names, near sounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.lookup.closeness import slips
from gazetteer.lookup.heard import ENDING, ODD_HABIT, heard
from gazetteer.lookup.orthographies import ALL, letters, marked, read
from gazetteer.lookup.other_scripts import leaves_out_vowels, sounds_of_other_scripts
from gazetteer.lookup.skeleton import frame


@pytest.mark.parametrize(
    ("orthography", "word", "reading"),
    [
        ("en", "Latchin", "lačin"), ("az", "Laçın", "lačin"), ("de", "Latschin", "lačin"),
        ("fr", "Choucha", "šuša"), ("es", "Jankendi", "xankendi"), ("pl", "Szusza", "šuša"),
        ("sl", "Džermuk", "ǰermuk"), ("es-y", "Yabrayil", "ǰabraǰil"), ("pt", "Xuixa", "šuša"),
        ("it", "Sciuscia", "šuša"), ("it", "Mingeceaur", "minǰečaur"), ("hu", "Susa", "šuša"),
        ("hu", "Kelbadzsar", "kelbaǰar"), ("sv", "Sjusja", "šuša"), ("sv", "Gjandzja", "gyanǰa"),
        ("sq", "Xhermuk", "ǰermuk"), ("sci", "Martowni", "martuni"), ("sci", "Łarabał", "ğarabağ"),
        ("sl", "Latšin", "lačin"), ("en", "Kyzyl", "kizil"),
    ],
)  # fmt: skip
def test_orthographies(orthography: str, word: str, reading: str) -> None:
    assert read(letters(word), orthography) == reading


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("Ханкендзі", "xankendi"), ("Сцепанакерт", "stepanakert"), ("Лачинас", "lačinas"),
        ("Ҳадрут", "hadrut"), ("Ганҷа", "ganǰa"), ("Ҡазах", "kazax"), ("Гянџа", "gyanǰa"),
        ("Σούσα", "SuSa"), ("Στεπανακέρτ", "Stepanakert"), ("Μπακού", "baku"),
        ("Χανκεντί", "xankendi"), ("Λατσίν", "laCin"), ("Γερεβάν", "yerevan"),
        ("שושה", "SuSa"), ("לאצ'ין", "lačin"), ("ירוואן", "irVan"), ("גנג'ה", "gnǰa"),
        ("شوشا", "SuSa"), ("لاتشين", "lačin"), ("شۇشا", "SuSa"), ("يېرېۋان", "yerevan"),
        ("ラチン", "lačin"), ("ギャンジャ", "gyanǰa"), ("ナヒチェヴァン", "nahičevan"),
        ("라친", "lačin"), ("슈샤", "šyušya"), ("लाचिन", "lačinA"), ("शुशा", "šuša"),
        ("ज़ांगिलान", "zangilanA"), ("वनादज़ोर", "vAnaʒorA"), ("সুশা", "suša"), ("አርታሻት", "arAtašatA"),
        ("ستيباناكيرت", "stiBanakirt"), ("غنجة", "ğnJa"), ("ناجورنو", "naGurnu"),
    ],
)  # fmt: skip
def test_other_letters(word: str, reading: str) -> None:
    assert reading in {sounds for sounds, _ in heard(word)}


def test_an_ending_and_an_odd_habit_are_taken_on_trust() -> None:
    trusted = dict(heard("Lacinas"))
    assert trusted["lakinas"] == 0
    assert trusted["lačinas"] == ODD_HABIT
    assert trusted["lacin"] == ENDING
    assert dict(heard("Lačinas")) == {"lačinas": 0.0, "lačin": ENDING}


def test_letters_tell_the_orthography() -> None:
    assert [reading for reading, _ in heard("Gandża")] == ["ganǰa"]
    assert len(heard("Ganja")) > len(heard("Gandža"))
    assert marked("Şuşa")
    assert not marked("Susa")


@given(st.text(max_size=30))
def test_whatever_is_typed_can_be_heard(text: str) -> None:
    for reading, doubt in heard(text):
        assert reading
        assert 0 <= doubt <= ENDING
        assert frame(reading).isalnum() or not frame(reading)
    if leaves_out_vowels(text):
        assert list(sounds_of_other_scripts(text.casefold()))


def test_every_orthography_reads() -> None:
    assert {read("stepanakert", name) for name in ALL} == {"stepanakert", "štepanakert"}


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [("hankendi", "xankendi", 0.2), ("ganǰa", "genǰe", 0.35), ("SuSa", "šuša", 0.05),
     ("stiBanakirt", "stepanakert", 0.5), ("ǰabrail", "žabrail", 0.15), ("yerevan", "erevan", 0.2)],
)  # fmt: skip
def test_cousins_are_near(one: str, other: str, most: float) -> None:
    assert slips(one, other, 9.0) <= most


@pytest.mark.parametrize(("one", "other"), [("lačin", "latin"), ("goris", "moris"), ("a", "b")])
def test_strangers_are_a_slip_apart(one: str, other: str) -> None:
    assert slips(one, other, 9.0) == 1.0


def test_unwritten_vowels_cost_little() -> None:
    assert slips("xnkndi", "xankendi", 9.0, few_vowels=True) < slips("xnkndi", "xankendi", 9.0)


_SOUNDS = st.text(st.sampled_from("abcdefghiklmnoprstuvxyzčšžǰʒğ"), max_size=10)


@given(_SOUNDS, _SOUNDS)
def test_slips_are_a_distance(one: str, other: str) -> None:
    assert slips(one, one, 9.0) == 0
    assert slips(one, other, 99.0) == pytest.approx(slips(other, one, 99.0))
    assert slips(one, other, 99.0) <= max(len(one), len(other)) + 1e-9
    assert slips(one, other, 0.5) <= 0.5
