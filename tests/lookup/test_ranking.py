"""Ranking: the match first, then what was asked for; doubt is said."""

from __future__ import annotations

from datetime import date

import pytest

from gazetteer.lookup.candidates import Found
from gazetteer.lookup.ranking import CLEAR_MARGIN, LEAST_MEANT, LEAST_SURE, rank
from gazetteer.model import (
    AMBIGUOUS,
    RESOLVED,
    UNKNOWN,
    Box,
    Evidence,
    NameQuery,
    Resolution,
    TimeSpan,
)
from gazetteer.store import Store
from tests.builders import a_name, a_place, a_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return a_store(
        tmp_path_factory.mktemp("ranking"),
        a_place("p-0001", prominence=90, lon=46.0, lat=39.0),
        a_place("p-0002", prominence=20, lon=47.0, lat=40.0),
        a_place("p-0003", prominence=60, lon=None, lat=None, kind="area", type="zone"),
        a_name("p-0001", "Alpha"),
        a_name("p-0001", "Ալֆա", "hy", perspective="am"),
        a_name("p-0002", "Alpha"),
        a_name("p-0002", "Beta", span=TimeSpan("1930", "1992-01-01"), role="historical"),
        a_name("p-0003", "Alpha"),
    )


def numbers(store: Store, text: str) -> list[int]:
    return [n for n in range(1, 6) if store.name(n).text == text]


def ranked(store: Store, match: float, text: str = "Alpha", **query: object) -> Resolution:
    found = [Found(n, match, Evidence("same-key", text, match)) for n in numbers(store, text)]
    return rank(store, NameQuery(text, **query), found)  # type: ignore[arg-type]


def test_nothing_found_is_unknown(store: Store) -> None:
    assert rank(store, NameQuery("Alpha"), []) == Resolution(UNKNOWN)


def test_namesakes_near_in_prominence_are_ambiguous(store: Store) -> None:
    resolution = ranked(store, 1.0)
    assert resolution.status == AMBIGUOUS
    assert [c.entity.id for c in resolution.candidates] == ["p-0001", "p-0003", "p-0002"]
    assert resolution.candidates[0].score - resolution.candidates[1].score < CLEAR_MARGIN


def test_a_far_more_prominent_one_is_meant(store: Store) -> None:
    assert ranked(store, 1.0, kinds=("settlement",)).status == RESOLVED


@pytest.mark.parametrize(
    ("match", "status"),
    [(1.0, RESOLVED), (LEAST_SURE, RESOLVED), (LEAST_SURE - 0.01, AMBIGUOUS),
     (LEAST_MEANT, AMBIGUOUS), (LEAST_MEANT - 0.01, UNKNOWN)],
)  # fmt: skip
def test_a_weak_match_is_never_resolved_however_alone(
    store: Store, match: float, status: str
) -> None:
    resolution = ranked(store, match, "Beta")
    assert resolution.status == status
    assert [c.entity.id for c in resolution.candidates] == ["p-0002"]


def test_what_was_asked_for_weighs_and_says_so(store: Store) -> None:
    plain = ranked(store, 1.0, "Ալֆա").candidates[0]
    asked = ranked(store, 1.0, "Ալֆա", lang="hy", perspective="am").candidates[0]
    assert asked.score > plain.score
    assert {"language", "perspective"} <= {step.rule for step in asked.evidence}


def test_a_name_out_of_date_weighs_less_than_on_its_day(store: Store) -> None:
    now = ranked(store, 1.0, "Beta").candidates[0]
    then = ranked(store, 1.0, "Beta", at=date(1970, 1, 1)).candidates[0]
    assert then.score > now.score
    assert "out-of-date" in {step.rule for step in now.evidence}


def test_kind_type_and_box_restrict(store: Store) -> None:
    assert [c.entity.id for c in ranked(store, 1.0, kinds=("zone",)).candidates] == ["p-0003"]
    boxed = ranked(store, 1.0, box=Box(46.5, 39.5, 47.5, 40.5))
    assert [c.entity.id for c in boxed.candidates] == ["p-0002"]  # and nothing without a point


def test_the_limit_does_not_change_the_status(store: Store) -> None:
    resolution = ranked(store, 1.0, limit=1)
    assert (resolution.status, len(resolution.candidates)) == (AMBIGUOUS, 1)


def test_an_entity_counts_once_by_its_best_name(store: Store) -> None:
    weak, strong = Evidence("typo", "alpha", 0.6), Evidence("same-text", "Alpha", 1.0)
    first, second = numbers(store, "Alpha")[0], numbers(store, "Ալֆա")[0]
    for found in ([Found(first, 1.0, strong), Found(second, 0.6, weak)],
                  [Found(second, 0.6, weak), Found(first, 1.0, strong)]):  # fmt: skip
        (candidate,) = rank(store, NameQuery("Alpha"), found).candidates
        assert candidate.name.text == "Alpha"


def test_scores_are_the_sums_of_their_evidence(store: Store) -> None:
    for match in (0.5, 0.7, 0.95, 1.0):
        for candidate in ranked(store, match, lang="en", at=date(1950, 1, 1)).candidates:
            assert candidate.score == round(sum(s.weight for s in candidate.evidence), 4)
