"""Offices as the persons who held them: by the date of the text, by a name beside, or by nobody."""

from __future__ import annotations

from datetime import date

import pytest

from gazetteer.core import Gazetteer
from gazetteer.model import LabelPolicy, Mention, TextQuery

ARMENIAN_PM, AZERBAIJANI_PRESIDENT = "a-0040", "a-0028"


def _offices(gazetteer: Gazetteer, text: str, lang: str, day: date | None) -> list[Mention]:
    mentions = gazetteer.annotate(TextQuery(text, lang, day, offices=True))
    return [mention for mention in mentions if mention.office]


def _person(gazetteer: Gazetteer, mention: Mention) -> str:
    entity = mention.resolution.candidates[0].entity
    return gazetteer.label(entity.id, LabelPolicy("en")).text


@pytest.mark.parametrize(
    ("lang", "text", "surface", "office"),
    [
        ("en", "The Armenian prime minister left.", "Armenian prime minister", ARMENIAN_PM),
        ("ru", "Это сказали премьер-министру Армении.", "премьер-министру Армении", ARMENIAN_PM),
        ("hy", "Հայաստանի վարչապետը մեկնեց։", "Հայաստանի վարչապետը", ARMENIAN_PM),
        ("ka", "ასე თქვა სომხეთის პრემიერ-მინისტრმა.", "სომხეთის პრემიერ-მინისტრმა", ARMENIAN_PM),
        ("tr", "Ermenistan Başbakanı konuştu.", "Ermenistan Başbakanı", ARMENIAN_PM),
    ],
)
def test_who_held_it_on_the_day(
    gazetteer: Gazetteer, lang: str, text: str, surface: str, office: str
) -> None:
    for day, person in ((date(2005, 5, 1), "Andranik Margaryan"), (None, "Nikol Pashinyan")):
        (mention,) = _offices(gazetteer, text, lang, day)
        assert (mention.surface, mention.office, mention.sense) == (surface, office, "actor")
        assert _person(gazetteer, mention) == person


def test_evidence_tells_since_when_and_adds_up(gazetteer: Gazetteer) -> None:
    text = "Azərbaycan Prezidenti danışdı."
    (mention,) = _offices(gazetteer, text, "az", date(1996, 3, 1))
    candidate = mention.resolution.candidates[0]
    assert _person(gazetteer, mention) == "Heydar Aliyev"
    assert [step.rule for step in candidate.evidence] == ["office", "holder-on-the-day"]
    assert candidate.evidence[1].detail == "1993-10-03/2003-10-31 on 1996-03-01"
    assert candidate.score == pytest.approx(sum(step.weight for step in candidate.evidence))


def test_a_name_beside_and_the_word_former_decide(gazetteer: Gazetteer) -> None:
    text = "Former president of Armenia Serzh Sargsyan met the president of Armenia."
    former, present = _offices(gazetteer, text, "en", date(2020, 1, 1))
    assert _person(gazetteer, former) == "Serzh Sargsyan"
    assert _person(gazetteer, present) == "Armen Sarkissian"


def test_nobody_known_leaves_the_office(gazetteer: Gazetteer) -> None:
    (mention,) = _offices(gazetteer, "The president of Azerbaijan spoke.", "en", date(1960, 1, 1))
    assert mention.resolution.candidates[0].entity.id == AZERBAIJANI_PRESIDENT
    assert mention.office == AZERBAIJANI_PRESIDENT


def test_off_by_default_and_the_country_alone_is_found(gazetteer: Gazetteer) -> None:
    text = "The president of Azerbaijan spoke."
    (country,) = gazetteer.annotate(TextQuery(text, "en"))
    assert (country.surface, country.office) == ("Azerbaijan", "")
    (office,) = gazetteer.annotate(TextQuery(text, "en", nested=True, offices=True))
    assert [inner.surface for inner in office.nested] == ["Azerbaijan"]
