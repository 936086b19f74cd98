"""Time spans: both ends may be open, coarse or exact."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.model import ALWAYS, TimeSpan, earliest_day, latest_day

DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 31))
EDTF = DAYS.flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)
ENDS = st.just("") | EDTF


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("1923-07-07", date(1923, 7, 7), date(1923, 7, 7)),
    ],
)
def test_days_that_a_date_may_mean(text: str, first: date, last: date) -> None:
    assert (earliest_day(text), latest_day(text)) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "20", "2020-13", "2020-06-31", "2020-1-1", "2020-00", "2020\n", "٢٠٢٠", "2020/2021", "..",
     "-2020", "0000", "2020-06-01T00:00"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        earliest_day(text)


@given(EDTF)
def test_the_first_day_is_not_after_the_last(text: str) -> None:
    assert earliest_day(text) <= latest_day(text)


@given(DAYS)
def test_an_open_span_holds_always(day: date) -> None:
    assert ALWAYS.contains(day)


@given(DAYS, DAYS)
def test_a_new_state_holds_from_the_day_on_which_the_old_one_ended(day: date, other: date) -> None:
    old, new = TimeSpan(until=day.isoformat()), TimeSpan(since=day.isoformat())
    assert old.contains(other) != new.contains(other)
    assert not old.overlaps(new)


@given(ENDS, ENDS, DAYS)
def test_contains_agrees_with_both_ends(since: str, until: str, day: date) -> None:
    last_moment = latest_day(until) if until else date.max
    first_moment = earliest_day(since) if since else date.min
    if len(until) == 10 and last_moment != first_moment:
        last_moment -= timedelta(days=1)
    assert TimeSpan(since, until).contains(day) == (first_moment <= day <= last_moment)


@given(ENDS, ENDS, ENDS, ENDS, DAYS)
def test_spans_that_share_a_day_overlap(a: str, b: str, c: str, d: str, day: date) -> None:
    one, other = TimeSpan(a, b), TimeSpan(c, d)
    assert one.overlaps(other) == other.overlaps(one)
    if one.contains(day) and other.contains(day):
        assert one.overlaps(other)


def test_a_span_writes_itself_as_an_interval() -> None:
    assert str(TimeSpan("1991-09", "")) == "1991-09/.."
    assert str(ALWAYS) == "../.."
