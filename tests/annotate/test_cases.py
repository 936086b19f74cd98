"""Annotation judged by cases as data: in the wild, negative, and known failures."""

from __future__ import annotations

import pytest

from gazetteer.core import Gazetteer
from gazetteer.model import Mention, TextQuery
from tests.annotate.markup import Case, read_cases


def _describe(gazetteer: Gazetteer, mention: Mention) -> str:
    candidate = mention.resolution.candidates[0]
    return f"{mention.surface} → {candidate.name.text} ({candidate.entity.kind}, {mention.sense})"


def _check(gazetteer: Gazetteer, case: Case) -> None:
    mentions = gazetteer.annotate(TextQuery(case.text, case.lang, case.day))
    found = [(m.start, m.end) for m in mentions]
    wanted = [(e.start, e.end) for e in case.expected]
    assert found == wanted, [_describe(gazetteer, m) for m in mentions]
    for mention, expected in zip(mentions, case.expected, strict=True):
        assert mention.surface == case.text[mention.start : mention.end]
        entity = mention.resolution.candidates[0].entity
        names = {name.text for name in gazetteer.names(entity.id)}
        assert expected.name in names, _describe(gazetteer, mention)
        assert entity.kind == expected.kind, _describe(gazetteer, mention)
        if expected.sense:
            assert mention.sense == expected.sense, _describe(gazetteer, mention)


@pytest.mark.parametrize("case", read_cases("in-the-wild"), ids=lambda case: case.label)
def test_in_the_wild(gazetteer: Gazetteer, case: Case) -> None:
    _check(gazetteer, case)


@pytest.mark.parametrize("case", read_cases("negative"), ids=lambda case: case.label)
def test_negative(gazetteer: Gazetteer, case: Case) -> None:
    assert not case.expected
    _check(gazetteer, case)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(strict=True), id=case.label)
        for case in read_cases("known-failures")
    ],
)
def test_known_failures(gazetteer: Gazetteer, case: Case) -> None:
    _check(gazetteer, case)
