"""Glosses judged by cases as data: what is inserted, and what is left alone."""

from __future__ import annotations

import pytest

from gazetteer.core import Gazetteer
from gazetteer.gloss import Glosser
from tests.gloss.cases import Case, read_cases


@pytest.fixture(scope="module")
def glosser(gazetteer: Gazetteer) -> Glosser:
    return Glosser(gazetteer)


@pytest.mark.parametrize("case", read_cases("in-the-wild"), ids=lambda case: case.label)
def test_in_the_wild(glosser: Glosser, case: Case) -> None:
    assert glosser.gloss(case.query).text == case.expected


@pytest.mark.parametrize("case", read_cases("negative"), ids=lambda case: case.label)
def test_negative(glosser: Glosser, case: Case) -> None:
    found = glosser.gloss(case.query)
    assert found.text == case.text == case.expected
    assert tuple(one.reason for one in found.left_alone) == case.reasons
