"""What must hold for the forms of any name in any language."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gazetteer.languages import all_languages, get_language
from gazetteer.languages._forms import gather
from gazetteer.lookup.keys import fold, fold_letters
from gazetteer.model.entities import ACTOR_KINDS, PLACE_KINDS, TERM_KINDS

KINDS = (*PLACE_KINDS, *ACTOR_KINDS, *TERM_KINDS, "adjective", "demonym")
MOST_FORMS = 300

_LETTERS = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "fa": "ابپتثجچحخدذرزژسشصضطعغفقکگلمنوهی\u200c",
    "fr": "abcdefghijklmnopqrstuvwxyzéèê",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "en": "abcdefghijklmnopqrstuvwxyz",
}


@st.composite
def _names(draw: st.DrawFn) -> tuple[str, str, str]:
    code = draw(st.sampled_from(sorted(_LETTERS)))
    word = st.text(_LETTERS[code], min_size=1, max_size=9)
    words = draw(st.lists(word, min_size=1, max_size=3))
    cased = [draw(st.sampled_from((str.title, str.lower, str.upper)))(word) for word in words]
    name = draw(st.sampled_from((" ", "-"))).join(cased)
    quoted = draw(st.sampled_from(("{}", "{}", "{}", "«{}»", "„{}“", "({})")))
    return code, quoted.format(name), draw(st.sampled_from(KINDS))


@given(_names())
def test_forms_are_finite_and_begin_with_the_name(drawn: tuple[str, str, str]) -> None:
    code, name, kind = drawn
    language = get_language(code)
    assert language is not None
    inflections = language.inflections(name, kind)
    forms = [pair for inflection in inflections for pair in inflection.forms()]
    assert forms[0] == (name, "nom")
    assert len(forms) < MOST_FORMS
    assert all(
        tag and inflection.stem for inflection in inflections for _, tag in inflection.forms()
    )


@given(_names())
@example(("ka", "ა-ა", "settlement"))
def test_a_form_folds_to_its_stem_and_ending(drawn: tuple[str, str, str]) -> None:
    """Patterns are folded stems; what follows one in a folded text is a folded ending."""
    code, name, kind = drawn
    language = get_language(code)
    assert language is not None
    for inflection in language.inflections(name, kind):
        for ending in inflection.endings:
            assert ending.text == "" or ending.text.isalpha()
            if fold(inflection.stem) and ending.text:
                folded = fold(inflection.stem) + fold_letters(ending.text)
                assert fold(inflection.stem + ending.text) == folded


def test_every_language_is_covered() -> None:
    assert set(_LETTERS) == set(all_languages())


def test_names_closed_by_quotation_marks_take_endings_inside_them() -> None:
    forms = [
        form
        for inflection in gather("«Լույս»", [("«Լույսի", "gen")])
        for form, _ in inflection.forms()
    ]
    assert forms == ["«Լույս»", "«Լույս", "«Լույսի"]


@pytest.mark.parametrize(
    ("code", "name", "kind", "count"),
    [
        ("ru", "Баку", "settlement", 1),
        ("en", "Baku", "settlement", 1),
        ("az", "BMT", "state-body", 1),
    ],
)
def test_names_that_do_not_decline(code: str, name: str, kind: str, count: int) -> None:
    language = get_language(code)
    assert language is not None
    assert sum(len(i.endings) for i in language.inflections(name, kind)) == count
