"""Where every bar of a timeline stands, before any of it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from gazetteer.formats.text_width import cut, text_width
from gazetteer.model import TIMELINE_ASPECTS, TimelineEntry, TimeSpan, earliest_day, latest_day

TEXT_SIZE = 11.0
MARGIN, FADE = 16.0, 24.0
_GAP = 10.0
_INSET = 6.0
_TOUCH = 0.1
_LEAST_BAR = 4.0
_LEAST_TEXT = 60.0
_LATEST_FIRST_YEAR, _USUAL_FIRST_YEAR = 1988, 1900


@dataclass(frozen=True, slots=True)
class YearAxis:
    """The frame: from the first day to the last one, with room at each end for what goes on."""

    width: float
    first: date
    last: date

    @property
    def left(self) -> float:
        """Where the first day is."""
        return MARGIN + FADE

    @property
    def right(self) -> float:
        """Where the last day is."""
        return self.width - MARGIN - FADE

    @property
    def days(self) -> int:
        """How many days there are, at least one."""
        return max(1, (self.last - self.first).days)

    def x(self, day: date) -> float:
        """Return where a day begins; days outside stand at the ends."""
        share = (day - self.first).days / self.days
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Bar:
    """An entry in time: the bar from ``left`` to ``right``, surely so from ``sure_left`` on.

    ``lane`` counts from the top of its aspect. An open end fades; ``is_cut`` tells that the bar
    began before the first day that is drawn. ``text`` stands at ``text_x``, inside or beside.
    """

    entry: TimelineEntry
    left: float
    right: float
    sure_left: float
    sure_right: float
    is_open_left: bool = False
    is_open_right: bool = False
    is_cut: bool = False
    text: str = ""
    soft: str = ""
    text_x: float = 0.0
    anchor: str = "start"
    is_inside: bool = False
    lane: int = 0

    @property
    def text_width(self) -> float:
        """The estimated width of the text."""
        return text_width(self.text + self.soft, TEXT_SIZE)


@dataclass(frozen=True, slots=True)
class Lanes:
    """The bars of an aspect, in as many lanes as they need, and what could not be drawn."""

    aspect: str
    is_other_way: bool
    bars: tuple[Bar, ...]
    undated: tuple[TimelineEntry, ...]
    outside: tuple[TimelineEntry, ...]

    @property
    def count(self) -> int:
        """How many lanes there are."""
        return max((bar.lane for bar in self.bars), default=-1) + 1


Teller = Callable[[TimelineEntry], tuple[str, str]]
"""Gives the text of an entry, and what is said quietly after it."""


def year_axis(
    entries: Sequence[TimelineEntry], width: float, today: date, first_year: int | None
) -> YearAxis:
    """Choose the years: from the earliest date on, at the latest 1988, to today or the last date.

    What is older than 1900 is cut off where something newer is known, unless the caller says.
    """
    dated = [day for entry in entries for day in _days(entry.span)]
    last = max([today, *dated])
    if first_year is None:
        earliest = min([_LATEST_FIRST_YEAR, *(day.year for day in dated)])
        recent = any(day.year >= _USUAL_FIRST_YEAR for day in dated)
        first_year = max(earliest, _USUAL_FIRST_YEAR) if recent else earliest
    first = date(max(1, min(first_year, last.year)), 1, 1)
    return YearAxis(width, first, last)


def _days(span: TimeSpan) -> list[date]:
    since = [earliest_day(span.since)] if span.since else []
    return since + ([latest_day(span.until)] if span.until else [])


def arrange(entries: Sequence[TimelineEntry], axis: YearAxis, tell: Teller) -> list[Lanes]:
    """Give each dated entry its bar and a lane in which neither bar nor text touches another."""
    found = []
    for aspect, other_way in product(TIMELINE_ASPECTS, (False, True)):
        of_aspect = [e for e in entries if e.aspect == aspect and is_other_way(e) == other_way]
        dated = [entry for entry in of_aspect if entry.is_dated]
        inside = [entry for entry in dated if _is_drawn(entry.span, axis)]
        bars = _in_lanes([_with_text(_bar(entry, axis), axis, *tell(entry)) for entry in inside])
        undated = [entry for entry in of_aspect if not entry.is_dated]
        outside = [entry for entry in dated if not _is_drawn(entry.span, axis)]
        if of_aspect:
            found.append(Lanes(aspect, other_way, tuple(bars), tuple(undated), tuple(outside)))
    return found


def is_other_way(entry: TimelineEntry) -> bool:
    """Tell whether an entry is told from the rarer end: what a polity held, who held an office."""
    if entry.aspect in ("administers", "claims"):
        return entry.is_subject
    return entry.aspect in ("part-of", "office", "membership") and not entry.is_subject


def _is_drawn(span: TimeSpan, axis: YearAxis) -> bool:
    if span.until and latest_day(span.until) < axis.first:
        return False
    return not span.since or earliest_day(span.since) <= axis.last


def _bar(entry: TimelineEntry, axis: YearAxis) -> Bar:
    since, until = entry.span.since, entry.span.until
    left, sure_left = _edges(since, axis) if since else (axis.left - FADE, axis.left)
    right, sure_right = axis.right + FADE, axis.right
    if until:
        sure_right, right = _edges(until, axis)
    is_cut = bool(since) and latest_day(since) < axis.first
    if is_cut:
        left = sure_left = axis.left - FADE / 2
    right = max(right, left + _LEAST_BAR)
    if sure_left > sure_right and (since or until):  # nothing is sure: 1992/1992
        sure_left = sure_right = left if since == until else min(sure_left, right)
    if since == until and len(since) == 10:
        sure_left, sure_right = left, right
    sure_right = max(sure_left, sure_right)
    return Bar(entry, left, right, sure_left, sure_right, not since, not until, is_cut)


def _edges(text: str, axis: YearAxis) -> tuple[float, float]:
    """Return where a date may begin and from where on it is past; a day is a point."""
    first = axis.x(earliest_day(text))
    return first, first if len(text) == 10 else axis.x(latest_day(text) + timedelta(days=1))


def _with_text(bar: Bar, axis: YearAxis, text: str, soft: str) -> Bar:
    """Set the text into the bar when it fits, else to the right, else to the left; or cut it."""
    begin = max(bar.sure_left, axis.left) + _INSET
    end = min(bar.sure_right, axis.right) - _INSET
    rooms = {
        "in": end - begin,
        "after": axis.right + FADE - bar.right - _INSET,
        "before": bar.left - _INSET - MARGIN,
    }
    needed = text_width(text + soft, TEXT_SIZE)
    fitting = [place for place, room in rooms.items() if room >= needed]
    place = fitting[0] if fitting else max(rooms, key=rooms.__getitem__)
    if not fitting:
        room = max(rooms[place], _LEAST_TEXT)
        soft = "" if text_width(text, TEXT_SIZE) > room else cut(soft, _rest(text, room), TEXT_SIZE)
        text = cut(text, room, TEXT_SIZE)
    x = {"in": begin, "after": bar.right + _INSET, "before": bar.left - _INSET}[place]
    anchor = "end" if place == "before" else "start"
    inside = place == "in"
    return replace(bar, text=text, soft=soft, text_x=x, anchor=anchor, is_inside=inside)


def _rest(text: str, room: float) -> float:
    return room - text_width(text, TEXT_SIZE)


def extent(bar: Bar) -> tuple[float, float]:
    """Return from where to where a bar with its text reaches, and some room beyond a text."""
    if bar.is_inside:
        return bar.left, bar.right
    if bar.anchor == "end":
        return bar.text_x - bar.text_width - _GAP, bar.right
    return bar.left, bar.text_x + bar.text_width + _GAP


def _in_lanes(bars: Sequence[Bar]) -> list[Bar]:
    """Put each bar into the first lane that is free; bars may touch, texts keep away."""
    ends: list[float] = []
    placed = []
    for bar in sorted(bars, key=lambda bar: (extent(bar)[0], bar.left)):
        left, right = extent(bar)
        free = (lane for lane, end in enumerate(ends) if end <= left + _TOUCH)
        lane = next(free, len(ends))
        if lane == len(ends):
            ends.append(right)
        ends[lane] = right
        placed.append(replace(bar, lane=lane))
    return placed
