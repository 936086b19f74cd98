"""Labels: never one side's name in silence."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from gazetteer.model import (
    BothSides,
    Label,
    LabelPart,
    LabelPolicy,
    Name,
    TimeSpan,
    choose_label,
)
from tests.builders import a_name

PAIR = (
    a_name("p-1", "Stepanakert", perspective="am"),
    a_name("p-1", "Khankendi", perspective="az"),
)


def text(names: tuple[Name, ...], **policy: object) -> str:
    return choose_label(names, LabelPolicy(**policy)).text  # type: ignore[arg-type]


def test_without_a_preference_both_sides_in_the_order_of_the_alphabet() -> None:
    for names in permutations(PAIR):
        label = choose_label(names, LabelPolicy())
        assert label == Label(
            "Khankendi / Stepanakert",
            "en",
            (LabelPart("az", "Khankendi"), LabelPart("am", "Stepanakert")),
        )
        assert label.contested


def test_a_perspective_gets_its_own_name() -> None:
    assert text(PAIR, perspective="am") == "Stepanakert"
    assert text(PAIR, perspective="az") == "Khankendi"


def test_a_perspective_without_a_name_gets_a_neutral_one() -> None:
    assert text((*PAIR, a_name("p-1", "Vararakn")), perspective="ir") == "Vararakn"


def test_sides_that_agree_make_one_name() -> None:
    same = (
        a_name("p-1", "Goris", perspective="am"),
        a_name("p-1", "Goris", perspective="az"),
        a_name("p-1", "Goris"),
    )
    assert text(same) == "Goris"


def test_one_sides_word_does_not_stand_for_a_neutral_one() -> None:
    assert text((a_name("p-1", "Karintak", perspective="am"), a_name("p-1", "Dashalty"))) == (
        "Dashalty"
    )


def test_both_armenian_authorities_are_one_side() -> None:
    three = (*PAIR, a_name("p-1", "Step’anakert", perspective="nk"))
    assert text(three) == "Khankendi / Stepanakert"
    with_nk_only = (PAIR[1], a_name("p-1", "Stepanakert", perspective="nk"))
    assert text(with_nk_only) == "Khankendi / Stepanakert"
    assert text(with_nk_only, perspective="am") == "Stepanakert"
    assert text(PAIR, perspective="nk") == "Stepanakert"


def test_a_language_without_names_falls_back_as_a_whole() -> None:
    label = choose_label(PAIR, LabelPolicy("fr"))
    assert (label.text, label.lang) == ("Khankendi / Stepanakert", "en")


def no_scheme(_: Name) -> None:
    return None


def test_a_language_that_has_one_side_only_gives_way_to_one_that_has_both() -> None:
    one_sided = (*PAIR, a_name("p-1", "Степанакерт", "ru", perspective="am"))
    label = choose_label(one_sided, LabelPolicy("ru"), both=BothSides(no_scheme))
    assert (label.text, label.lang) == ("Khankendi / Stepanakert", "en")
    assert choose_label(one_sided, LabelPolicy("ru", perspective="am")).text == "Степанакерт"
    assert text(one_sided, lang="ru") == "Степанакерт"  # names of bodies are translated, not spelt


VILLAGE = (
    a_name("p-1", "Laçın", "az", perspective="az"),
    a_name("p-1", "Բերձոր", "hy", perspective="nk"),
    a_name("p-1", "Лачин", "ru"),
)


def bgn(name: Name) -> tuple[str, str] | None:
    return ("Berdzor", "bgn") if name.text == "Բերձոր" else None


def test_a_side_without_a_name_in_the_language_is_shown_by_one_of_its_script() -> None:
    english = (*VILLAGE, a_name("p-1", "Berdzor", perspective="am"))
    assert (
        choose_label(english, LabelPolicy("en"), both=BothSides(no_scheme)).text
        == "Berdzor / Laçın"
    )
    assert choose_label(VILLAGE, LabelPolicy("az"), both=BothSides(no_scheme)).text == "Laçın"


def test_a_side_is_romanized_where_nothing_else_is_in_latin_letters() -> None:
    label = choose_label(VILLAGE, LabelPolicy("en"), both=BothSides(bgn))
    assert label.text == "Berdzor / Laçın"
    assert label.parts == (LabelPart("nk", "Berdzor", "bgn"), LabelPart("az", "Laçın"))
    assert choose_label(VILLAGE, LabelPolicy("en", perspective="am"), both=BothSides(bgn)).text == (
        "Berdzor"
    )


def test_a_romanized_form_that_differs_in_marks_alone_is_no_second_name() -> None:
    hadrut = (
        a_name("p-1", "Hadrut", "az", perspective="az"),
        a_name("p-1", "Հադրութ", "hy", perspective="am"),
    )

    def fold(written: str) -> str:
        return written.replace("’", "").lower()

    def alike(one: str, other: str) -> bool:
        return fold(one) == fold(other)

    both = BothSides(lambda _: ("Hadrut’", "bgn"), alike)
    label = choose_label(hadrut, LabelPolicy("en"), fold, both)
    assert label.text == "Hadrut"


def test_a_name_that_is_nobodys_and_spells_a_sides_own_stands_beside_the_others() -> None:
    village = (
        a_name("p-1", "Ишыглы", "ru"),
        a_name("p-1", "Урекан", "ru", perspective="nk"),
        a_name("p-1", "İşıqlı", "az", perspective="az"),
    )

    def alike(one: str, other: str) -> bool:
        return {one, other} <= {"Ишыглы", "İşıqlı"}

    def label(names: tuple[Name, ...], side: str = "") -> Label:
        return choose_label(names, LabelPolicy("ru", side), both=BothSides(no_scheme, alike))

    for ordered in permutations(village):
        assert label(ordered).text == "Ишыглы / Урекан"
        assert [part.perspective for part in label(ordered).parts] == ["az", "nk"]
        assert label(ordered, "az").text == "Ишыглы"
        assert label(ordered, "am").text == "Урекан"


def test_an_official_name_that_is_nobodys_comes_before_a_sides_common_one() -> None:
    sotk = (
        a_name("p-1", "Sotk", role="official"),
        a_name("p-1", "Zod", perspective="az"),
    )
    for ordered in permutations(sotk):
        assert text(ordered) == text(ordered, perspective="am") == "Sotk"
        assert text(ordered, perspective="az") == "Zod"


def test_a_label_falls_back_on_a_language_of_its_script() -> None:
    names = (a_name("p-1", "Гёйтепе", "ru"), a_name("p-1", "Göytəpə", "az"))
    for ordered in permutations(names):
        assert text(ordered, lang="en") == "Göytəpə"
        assert text(ordered, lang="hy") == "Гёйтепе"


def test_by_words_of_the_sides_do_not_push_out_a_usual_name_that_is_nobodys() -> None:
    blockade = (
        a_name("t-1", "blockade of the Lachin corridor"),
        a_name("t-1", "illegal blockade", perspective="am", role="variant"),
        a_name("t-1", "so-called blockade", perspective="az", role="variant"),
    )
    assert text(blockade) == "blockade of the Lachin corridor"


def test_azerbaijani_is_labelled_in_latin_letters() -> None:
    names = (a_name("p-1", "سیسیان", "az", script="Arab"), a_name("p-1", "Sisyan", "az"))
    for ordered in permutations(names):
        assert text(ordered, lang="az") == "Sisyan"


def test_a_language_out_of_the_usual_is_better_than_nothing() -> None:
    label = choose_label((a_name("p-1", "შუშა", "ka"),), LabelPolicy("en"))
    assert (label.text, label.lang) == ("შუშა", "ka")


def test_adjectives_and_demonyms_are_no_labels() -> None:
    derived = tuple(a_name("p-1", "Artsakhi", role=role) for role in ("adjective", "demonym"))
    assert choose_label(derived, LabelPolicy()) == Label("", "en", ())
    assert text((*derived, *PAIR)) == "Khankendi / Stepanakert"


def test_the_day_chooses_the_name_of_its_time() -> None:
    dated = (
        a_name("p-1", "Pushkino", role="official", span=TimeSpan("1938", "1991-06-01")),
        a_name("p-1", "Bilasuvar", role="official", span=TimeSpan("1991-06-01")),
    )
    assert text(dated, at=date(1970, 1, 1)) == "Pushkino"
    assert text(dated, at=date(2020, 1, 1)) == "Bilasuvar"
    assert text(dated) == "Bilasuvar"


def test_a_name_of_certain_use_comes_before_a_doubtful_one() -> None:
    names = (a_name("p-1", "Aghdam", certainty="uncertain"), a_name("p-1", "Agdam"))
    for ordered in permutations(names):
        assert text(ordered) == "Agdam"


def spelt_alike(one: str, other: str) -> bool:
    return one.casefold()[:4] == other.casefold()[:4]


VARANDA = (
    a_name("p-1", "Fuzuli", perspective="az", span=TimeSpan("1959")),
    a_name("p-1", "Varanda", perspective="nk", span=TimeSpan("1993", "2020-10-17")),
    a_name("p-1", "Karyagino", perspective="su", role="official", span=TimeSpan("1930", "1959")),
    a_name("p-1", "Варанда", "ru", perspective="nk", span=TimeSpan("1993", "2020-10-17")),
    a_name("p-1", "Физули", "ru", perspective="su", role="official", span=TimeSpan("1959")),
)


@pytest.mark.parametrize(
    ("day", "lang", "label"),
    [
        pytest.param(None, "en", "Fuzuli / Varanda", id="no day"),
        pytest.param("2026-11-25", "en", "Fuzuli / Varanda", id="the last name stands in"),
        pytest.param("2020-10-17", "en", "Fuzuli / Varanda", id="from its last day on"),
        pytest.param("2015-01-01", "en", "Fuzuli / Varanda", id="both held"),
        pytest.param("1992-06-01", "en", "Fuzuli / Varanda", id="the first name stands in"),
        pytest.param("1940-01-01", "en", "Karyagino", id="official in the Soviet Union"),
        pytest.param("1985-01-01", "ru", "Физули", id="official, in its own language"),
        pytest.param("1985-01-01", "en", "Fuzuli", id="official, spelt in the label's language"),
        pytest.param("1991-12-26", "ru", "Варанда / Физули", id="the Soviet Union is over"),
        pytest.param("1920-01-01", "en", "Fuzuli / Varanda", id="between the empires"),
    ],
)
def test_a_day_leaves_no_side_out(day: str | None, lang: str, label: str) -> None:
    def alike(one: str, other: str) -> bool:
        return one == other or {one, other} == {"Fuzuli", "Физули"}

    policy = LabelPolicy(lang, at=date.fromisoformat(day) if day else None)
    for names in permutations(VARANDA):
        found = choose_label(names, policy, both=BothSides(no_scheme, alike))
        assert found.text == label


def test_the_name_that_held_on_the_day_is_the_sides() -> None:
    names = (
        a_name("p-1", "Khankendi", perspective="az"),
        a_name("p-1", "Vararakn", perspective="nk", span=TimeSpan("", "1992")),
        a_name("p-1", "Stepanakert", perspective="nk", span=TimeSpan("1993", "2010")),
        a_name("p-1", "Artsakhaberd", perspective="nk", span=TimeSpan("2011", "2023")),
    )
    for day, label in (
        (date(1992, 6, 1), "Khankendi / Vararakn"),
        (date(2005, 1, 1), "Khankendi / Stepanakert"),
        (date(2015, 1, 1), "Artsakhaberd / Khankendi"),
        (date(2026, 1, 1), "Artsakhaberd / Khankendi"),
    ):
        policy = LabelPolicy("en", at=day)
        for ordered in permutations(names):
            assert choose_label(ordered, policy, both=BothSides(no_scheme)).text == label


def test_a_place_that_nobody_disputes_keeps_the_names_of_the_day() -> None:
    names = (
        a_name("p-1", "Fuzuli", perspective="az"),
        a_name("p-1", "Varanda", perspective="nk", span=TimeSpan("1993", "2020")),
    )
    assert text(names, at=date(2026, 1, 1)) == "Fuzuli"


@pytest.mark.parametrize(
    ("names", "label"),
    [
        pytest.param(
            (("Hakari", "en", ""), ("Həkəri", "az", "az"), ("Aghavno", "fr", "nk")),
            "Aghavno / Hakari",
            id="a neutral word that spells one side's alone",
        ),
        pytest.param(
            (("Aras", "en", "int"), ("Araz", "az", "az"), ("Araxes", "fr", "am")),
            "Aras",
            id="international usage",
        ),
        pytest.param(
            (("Karabakh Range", "en", ""), ("Karabağ", "az", "az"), ("Karabakh", "fr", "am")),
            "Karabakh Range",
            id="a neutral word that spells both",
        ),
        pytest.param(
            (("Line", "en", "am"), ("təmas xətti", "az", "az")), "Line", id="a description"
        ),
        pytest.param(
            (("Mrav", "en", "am"), ("Gamışdağ", "az", "az")), "Gamışdağ / Mrav", id="one side's"
        ),
    ],
)
def test_rivers_and_roads_have_neutral_names_where_there_are_any(
    names: tuple[tuple[str, str, str], ...], label: str
) -> None:
    def alike(one: str, other: str) -> bool:
        pairs = ({"Hakari", "Həkəri"}, {"Aras", "Araz"})
        return {one, other} in pairs or spelt_alike(one, other)

    given = [a_name("p-1", text, lang, perspective=whose) for text, lang, whose in names]
    both = BothSides(no_scheme, alike, neutral_suffices=True)
    assert choose_label(given, LabelPolicy("en"), both=both).text == label
