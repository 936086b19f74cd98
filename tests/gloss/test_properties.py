"""What holds for every text: nothing but insertions, none twice, and one rule for both sides."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.gloss import Glosser
from gazetteer.gloss.sides import Sides, Used, opposite
from gazetteer.languages import all_languages
from gazetteer.model import (
    GLOSSED_ENTITIES,
    GLOSSED_LANGUAGES,
    GLOSSED_MENTIONS,
    GLOSSED_QUOTES,
    LEFT_ALONE,
    Glossed,
    GlossPolicy,
    GlossQuery,
    LabelPolicy,
    Name,
    OtherName,
    TextQuery,
    side_of,
)

_PIECES = (
    *("Xankəndidə", "Stepanakert", "Khankendi", "Ստեփանակերտում", "Խանքենդի", "Ханкенди"),
    *("Степанакерте", "Shusha", "Shushi", "Шуши", "Шуша", "Շուշի", "شوشا", "შუშაში", "Sus"),
    *("Lachin corridor", "Lachin", "Berdzor", "Laçın", "Zabukh", "Aghavno", "Aghavno village"),
    *("(Stepanakert)", " (Armenian: Stepanakert)", " (Khankendi)", " [Azerbaijani: Shusha]"),
    *(" (romanized: Xy)", "(ադրբեջանական՝ Շուշա)", " (1992)", "(", ")", "[", "]", "/", " / "),
    *("in", "and", "the town of", "district", "city", "University", "Baku", "və", "և", "и", "I"),
    *(" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "-\n", "-", "–", "’s", "'da", ",", ". ", "։ "),
    *("“", "”", "«", "»", '"', "„", "‘", "’", "https://x.org/Shushi", "@Shushi", ".com", "\u200c"),
    *("\u00ad", "\u200b", "\u200f", "\xa0", "😀", "\x00", "&amp;", "<b>", "</b>", "<p>", "<i x='"),
    *("&#601;", "<title>", "</title>", "<code>", "</code>", "՛", "\u0301"),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
_POLICIES = st.builds(
    GlossPolicy,
    st.sampled_from(GLOSSED_MENTIONS),
    st.sampled_from(GLOSSED_ENTITIES),
    st.sampled_from(GLOSSED_QUOTES),
    st.sampled_from(GLOSSED_LANGUAGES),
    st.booleans(),
)
_LANGUAGES = st.sampled_from(("", "xx", *all_languages()))
_DAYS = st.sampled_from((None, date(1900, 1, 1), date(1985, 1, 1), date(2015, 1, 1)))


@pytest.fixture(scope="module")
def glosser(gazetteer: Gazetteer) -> Glosser:
    return Glosser(gazetteer)


def _without(found: Glossed) -> str:
    """Take the glosses out of a text again, by where they stand in it."""
    text = found.text
    for gloss in reversed(found.glosses):
        assert text[gloss.at : gloss.at + len(gloss.text)] == gloss.text
        text = text[: gloss.at] + text[gloss.at + len(gloss.text) :]
    return text


def _with(source: str, found: Glossed) -> str:
    """Put the glosses into the source, by where they are said to belong."""
    for gloss in reversed(found.glosses):
        source = source[: gloss.offset] + gloss.text + source[gloss.offset :]
    return source


@settings(max_examples=400, suppress_health_check=list(HealthCheck))
@given(_TEXTS, _LANGUAGES, _DAYS, _POLICIES, st.booleans())
def test_only_insertions_and_none_twice(
    glosser: Glosser,
    text: str,
    lang: str,
    day: date | None,
    policy: GlossPolicy,
    markup: bool,
) -> None:
    found = glosser.gloss(GlossQuery(TextQuery(text, lang, day), policy, markup))
    assert _without(found) == text
    assert _with(text, found) == found.text
    again = glosser.gloss(GlossQuery(TextQuery(found.text, lang, day), policy, markup))
    assert again.text == found.text
    for one in (*found.glosses, *found.left_alone):
        assert text[one.mention.start : one.mention.end] == one.mention.surface
    assert {one.reason for one in found.left_alone} <= set(LEFT_ALONE)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200))
def test_any_text_is_accepted(glosser: Glosser, text: str) -> None:
    assert _without(glosser.gloss(GlossQuery(TextQuery(text)))) == text


def _own(gazetteer: Gazetteer, entity_id: str, side: str, lang: str) -> Name | None:
    """Return the name by which labels in a language show a side, None where they show none."""
    label = gazetteer.label(entity_id, LabelPolicy(lang, side))
    part = label.parts[0]
    rows = [
        name
        for name in gazetteer.names(entity_id)
        if name.lang == lang and name.text == part.text and side_of(name.perspective) == side
    ]
    return rows[0] if rows else None


@pytest.mark.parametrize("lang", all_languages())
def test_what_is_done_for_one_side_is_done_for_the_other(gazetteer: Gazetteer, lang: str) -> None:
    """Wherever a language has names of both, each is set beside the other, or neither is."""
    sides = Sides(gazetteer)
    checked = 0
    for entity_id in sorted(gazetteer.store.contested | gazetteer.store.shared):
        names = {side: _own(gazetteer, entity_id, side, lang) for side in ("az", "am")}
        used = {
            side: Used(entity_id, name.text, name, lang, None)
            for side, name in names.items()
            if name is not None
        }
        if len(used) < 2 or any(len(sides.of(one)) > 1 for one in used.values()):
            continue
        checked += 1
        for side, one in used.items():
            other = sides.other(one)
            name = names[opposite(side)]
            assert isinstance(other, OtherName), (entity_id, side, other)
            assert name is not None
            assert (other.text, other.lang) == (name.text, lang), entity_id
    assert checked


@pytest.mark.parametrize("lang", all_languages())
def test_no_side_is_passed_over(gazetteer: Gazetteer, lang: str) -> None:
    """Every name of a side's own gets a gloss where both sides have names for a settlement."""
    sides = Sides(gazetteer)
    for entity_id in sorted(gazetteer.store.contested):
        if not gazetteer.label(entity_id, LabelPolicy("en")).contested:
            continue
        for name in gazetteer.names(entity_id):
            if name.lang != lang or name.role not in ("official", "common"):
                continue
            if not side_of(name.perspective):
                continue
            used = Used(entity_id, name.text, name, lang, None)
            if len(meant := sides.of(used)) == 1:
                other = sides.other(used)
                assert isinstance(other, OtherName), (entity_id, name.text, other)
                assert side_of(other.perspective) == opposite(*meant)
