"""Time spans with either end open, written as EDTF-style dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_CACHED_DATES = 4096
"""The same few thousand dates come again and again; reading one costs more than the question."""
_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(_CACHED_DATES)
def earliest_day(text: str) -> date:
    """Return the first day that an EDTF date of year, month or day precision may mean.

    Raises ValueError when ``text`` is not ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    >>> earliest_day("1991-09")
    datetime.date(1991, 9, 1)
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


@lru_cache(_CACHED_DATES)
def latest_day(text: str) -> date:
    """Return the last day that an EDTF date of year, month or day precision may mean.

    >>> latest_day("2020-02")
    datetime.date(2020, 2, 29)
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _EDTF.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups()
    parts = int(year), int(month) if month else None, int(day) if day else None
    if 0 in parts:
        raise ValueError(f"{text!r} is not a date; years, months and days count from 1")
    date(parts[0], parts[1] or 1, parts[2] or 1)  # refuses the 31st of June and month 13
    return parts


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """From ``since`` to ``until``, both EDTF dates, either empty when open or not known.

    ``until`` is the day on which the state ended: the new state holds from that day on, so a span
    contains its ``since`` and, unless only a year or month is known, not its ``until``. What began
    and ended on one day was on that day.

    >>> TimeSpan("2020-11-10", "2022-08-26").contains(date(2022, 8, 26))
    False
    """

    since: str = ""
    until: str = ""

    def contains(self, day: date) -> bool:
        """Tell whether the span may hold on ``day``; coarse ends count generously."""
        if self.since and day < earliest_day(self.since):
            return False
        last = self.last_day
        return last is None or day <= last

    def touches(self, period: Period) -> bool:
        """Tell whether the span may hold on some day of ``period``; as ``contains`` for one day.

        >>> TimeSpan("2020-11-10", "2022-08-26").touches(Period.of("2022-08"))
        True
        """
        if self.since and period.last is not None and period.last < earliest_day(self.since):
            return False
        last = self.last_day
        return last is None or period.first is None or period.first <= last

    def overlaps(self, other: TimeSpan) -> bool:
        """Tell whether the two spans may share a day."""
        return not _ends_before(self, other) and not _ends_before(other, self)

    @property
    def last_day(self) -> date | None:
        """The last day on which the span may hold, None when its end is open."""
        return _last_day(self.since, self.until) if self.until else None

    def __str__(self) -> str:
        """Write the span as an EDTF interval, ``..`` for an open end."""
        return f"{self.since or '..'}/{self.until or '..'}"


@lru_cache(_CACHED_DATES)
def _last_day(since: str, until: str) -> date:
    end = latest_day(until)
    if len(until) < len("YYYY-MM-DD") or (since and earliest_day(since) == end) or end == date.min:
        return end
    return end - timedelta(days=1)


def _ends_before(first: TimeSpan, second: TimeSpan) -> bool:
    last = first.last_day
    return last is not None and bool(second.since) and last < earliest_day(second.since)


ALWAYS = TimeSpan()


def nearest_day(spans: Sequence[TimeSpan], day: date) -> date:
    """Return the last day before on which one of some spans held, else the first after.

    None of them holds on the day itself, and there is one at least.

    >>> nearest_day([TimeSpan("1993", "2020-10-17"), TimeSpan("2030")], date(2026, 11, 25))
    datetime.date(2020, 10, 16)
    """
    ends = [last for span in spans if (last := span.last_day) is not None]
    before = [end for end in ends if end < day]
    after = [earliest_day(span.since) for span in spans if span.since]
    return max(before) if before else min(after)


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a question is about: from ``first`` to ``last``, both days included.

    None is an open end. A TimeSpan is what a statement says of itself; a Period is what somebody
    asks for, so that "in 1985" is all of its days.
    """

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"{self.first} is after {self.last}; give the earlier day first")

    @classmethod
    def of(cls, text: str) -> Period:
        """Return the day, month or year that an EDTF date names. Raises ValueError.

        >>> Period.of("1985-02").last
        datetime.date(1985, 2, 28)
        """
        return cls(earliest_day(text), latest_day(text))

    @classmethod
    def on(cls, day: date) -> Period:
        """Return a period of one day."""
        return cls(day, day)

    @classmethod
    def today(cls) -> Period:
        """Return this day."""
        return cls.on(date.today())

    @classmethod
    def between(cls, since: str, until: str) -> Period:
        """Return the time from one EDTF date to another, ``""`` for an open end, ends included.

        Raises ValueError when the end is before the beginning.
        """
        return cls(
            earliest_day(since) if since else None,
            latest_day(until) if until else None,
        )

    @property
    def day(self) -> date | None:
        """The day when the period is one, else None."""
        return self.first if self.first == self.last else None

    def __str__(self) -> str:
        """Write a day as a day, a longer time as an EDTF interval."""
        if self.first is not None and self.first == self.last:
            return self.first.isoformat()
        return f"{self.first or '..'}/{self.last or '..'}"
