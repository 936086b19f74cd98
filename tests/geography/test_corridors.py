"""Corridors side by side: what is apart, what is common, what lies between two places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError, UnknownEntity
from gazetteer.model import CorridorQuery, Period

LACHIN = CorridorQuery("lachin-corridor", Period.of("2022-06-01"), within_m=2_500.0)
DAYS = ("2021-01-01", "2022-06-01", "2022-09-15", "2023-06-01")


@settings(max_examples=25)
@given(st.sampled_from(DAYS), st.sampled_from(DAYS), st.floats(100, 20_000), st.floats(100, 20_000))
def test_two_corridors_are_parted_exactly(
    gazetteer: Gazetteer, day: str, other_day: str, within: float, other_within: float
) -> None:
    one = replace(LACHIN, at=Period.of(day), within_m=within)
    other = replace(LACHIN, at=Period.of(other_day), within_m=other_within)
    answer = gazetteer.compare(one, other)
    first, second = gazetteer.along(one), gazetteer.along(other)
    assert (answer.first, answer.second) == (first, second)
    assert sorted((*answer.only_first, *(a for a, _ in answer.both)), key=first.places.index) == [
        *first.places
    ]
    assert {*answer.only_second, *(b for _, b in answer.both)} == {*second.places}
    ids = [[found.place.id for found in side] for side in (answer.only_first, answer.only_second)]
    shared = [a.place.id for a, _ in answer.both]
    assert not set(ids[0]) & set(ids[1])
    assert not {*ids[0], *ids[1]} & set(shared)
    assert shared == [b.place.id for _, b in answer.both]
    assert len(ids[0]) + len(shared) == len(first.places)
    assert len(ids[1]) + len(shared) == len(second.places)
    if day == other_day and within == other_within:
        assert ids == [[], []]


def test_the_bypass_leaves_lachin_out(gazetteer: Gazetteer) -> None:
    later = replace(LACHIN, at=Period.of("2023-06-01"))
    answer = gazetteer.compare(LACHIN, later)
    assert "p-0003" in {found.place.id for found in answer.only_first}
    assert "p-0012" in {first.place.id for first, _ in answer.both}


def test_after_and_before_cut_at_the_places(gazetteer: Gazetteer) -> None:
    whole = gazetteer.along(LACHIN).places
    km = {found.place.id: found.km_along for found in whole}
    for after in ("", *list(km)[2:9:3]):
        for before in ("", *list(km)[9:-1:6]):
            part = gazetteer.along(replace(LACHIN, after=after, before=before)).places
            assert list(part) == [
                found
                for found in whole
                if found.place.id not in (after, before)
                and found.km_along >= km.get(after, 0)
                and found.km_along <= km.get(before, 999)
            ]


def test_what_cannot_cut_is_refused(gazetteer: Gazetteer) -> None:
    whole = [found.place.id for found in gazetteer.along(LACHIN).places]
    with pytest.raises(QueryError, match="swap after and before"):
        gazetteer.along(replace(LACHIN, after=whole[-2], before=whole[2]))
    with pytest.raises(QueryError, match="km off this version"):
        gazetteer.along(replace(LACHIN, after="p-0044"))
    with pytest.raises(QueryError, match="is no place"):
        gazetteer.along(replace(LACHIN, after="a-0001"))
    with pytest.raises(UnknownEntity):
        gazetteer.along(replace(LACHIN, before="p-9999"))


def test_several_versions_of_a_time_have_to_be_told_apart(gazetteer: Gazetteer) -> None:
    with pytest.raises(QueryError, match="several versions held"):
        gazetteer.along(replace(LACHIN, at=Period.of("2022")))
