"""Periods: what a span touches, against all days of the period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gazetteer.model import Period, TimeSpan, earliest_day, latest_day

FIRST, LAST = date(2020, 1, 1), date(2021, 12, 31)
DAYS = st.dates(FIRST, LAST)
EDTF = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
ENDS = st.just("") | EDTF


def spans() -> st.SearchStrategy[TimeSpan]:
    """Spans as the checks let them be: not over before they begin."""
    in_order = st.tuples(ENDS, ENDS).filter(
        lambda ends: not all(ends) or earliest_day(ends[0]) <= latest_day(ends[1])
    )
    return in_order.map(lambda ends: TimeSpan(*ends))


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]


@given(spans(), DAYS)
def test_a_day_is_touched_when_it_is_contained(span: TimeSpan, day: date) -> None:
    assert span.touches(Period.on(day)) == span.contains(day)


@given(spans(), DAYS, DAYS)
def test_a_time_is_touched_when_a_day_of_it_is_contained(
    span: TimeSpan, one: date, other: date
) -> None:
    first, last = sorted((one, other))
    contained = any(span.contains(day) for day in days(first, last))
    assert span.touches(Period(first, last)) == contained


@given(spans(), DAYS)
def test_open_ends_reach_as_far_as_the_spans_do(span: TimeSpan, day: date) -> None:
    far = timedelta(days=800)
    assert span.touches(Period(None, day)) == span.touches(Period(day - far, day))
    assert span.touches(Period(day, None)) == span.touches(Period(day, day + far))
    assert span.touches(Period())


@given(EDTF)
def test_a_date_is_a_period_of_its_days(text: str) -> None:
    assume(len(text) > 4)
    period = Period.of(text)
    assert period.first is not None
    assert period.last is not None
    assert all(day.isoformat().startswith(text) for day in days(period.first, period.last))
    assert (period.last + timedelta(1)).isoformat()[: len(text)] != text


@given(spans(), DAYS)
def test_the_last_day_is_the_last_that_is_contained(span: TimeSpan, day: date) -> None:
    last = span.last_day
    assert (last is None) == (not span.until)
    if last is not None and span.contains(last):
        assert not span.contains(last + timedelta(1))
        assert not (day > last and span.contains(day))


def test_what_began_and_ended_on_one_day_was_on_that_day() -> None:
    signing = TimeSpan("2020-11-10", "2020-11-10")
    assert signing.contains(date(2020, 11, 10))
    assert not signing.contains(date(2020, 11, 9))
    assert not signing.contains(date(2020, 11, 11))
    assert signing.touches(Period.of("2020-11"))
    assert signing.overlaps(signing)
    assert not signing.overlaps(TimeSpan("2020-11-11"))


@pytest.mark.parametrize(
    ("since", "until"), [("2021", "2020"), ("2020-11-11", "2020-11-10"), ("2021-01", "2020-12-31")]
)
def test_days_out_of_order_are_refused(since: str, until: str) -> None:
    with pytest.raises(ValueError, match="earlier day first"):
        Period.between(since, until)


@pytest.mark.parametrize(
    "text", ["", "20", "2020-1", "2020-13", "2020-02-30", "0000", "x", "２０２０"]
)
def test_what_is_no_date_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|must be|out of range"):
        Period.of(text)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period.of("2020-02"), "2020-02-01/2020-02-29"),
        (Period.of("2020-02-03"), "2020-02-03"),
        (Period.between("2020", ""), "2020-01-01/.."),
        (Period.between("", "2020"), "../2020-12-31"),
        (Period(), "../.."),
    ],
)
def test_a_period_is_written_as_a_day_or_an_interval(period: Period, text: str) -> None:
    assert str(period) == text
