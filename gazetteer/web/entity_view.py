"""An entity's page in parts: names of the sides side by side, and control and claims over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gazetteer.formats.native import Shape
from gazetteer.formats.palette import colour_of
from gazetteer.formats.picture_words import Words
from gazetteer.web.language import LABEL_LANGUAGES
from gazetteer.web.translation import gettext, word

_TOLD_BOTH_WAYS = ("part-of", "office", "membership")
"""Aspects of a timeline that have another heading when the entity is the object."""

_EARLIEST_YEAR = 1988
"""Where the time axis begins when nothing is older: the year in which the conflict began."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of names: whose names it holds."""

    title: str
    speakers: tuple[str, ...]
    """Codes of perspectives; empty for everybody who is in no other column."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A holding on the time axis, in percent of its length."""

    holding: Shape
    left: float
    width: float
    is_open: bool
    colour: str


Cell = list[Shape]
Row = tuple[str, list[Cell]]


def name_table(
    names: Sequence[Shape], speakers: Mapping[str, str], lang: str
) -> tuple[list[Column], list[Row]]:
    """Arrange names: a row a language, a column a side. The page's own language comes first.

    An entity that no side names in its own way has one column.
    """
    columns = _columns(names)
    placed = {code: n for n, column in enumerate(columns) for code in column.speakers}
    last = len(columns) - 1
    table: dict[str, list[Cell]] = {}
    for name in names:
        cells = table.setdefault(name["lang"], [[] for _ in columns])
        code = name.get("perspective", "")
        column = placed.get(code, last)
        evident = len(columns[column].speakers) == 1
        cells[column].append({**name, "speaker": "" if evident else speakers.get(code, code)})
    order = (lang, *LABEL_LANGUAGES)
    ranked = sorted(table.items(), key=lambda row: _rank(row[0], order))
    return columns, ranked


def _columns(names: Sequence[Shape]) -> list[Column]:
    said_by = {name.get("perspective", "") for name in names}
    if not said_by & {"az", "am", "nk"}:
        return [Column(gettext("Names"), ())]
    sides = [
        Column(word("side", "az"), ("az",)),
        Column(gettext("Armenia and the Nagorno-Karabakh authorities"), ("am", "nk")),
    ]
    sides.sort(key=lambda column: column.title)
    others = [Column(gettext("Others and unattributed"), ())]
    return [*sides, *others] if said_by - {"az", "am", "nk"} else sides


def _rank(lang: str, order: Sequence[str]) -> tuple[int, str]:
    return (order.index(lang) if lang in order else len(order), lang)


def year_range(holdings: Sequence[Shape]) -> tuple[int, int]:
    """Return the first and last year of the time axis."""
    years = [int(held[end][:4]) for held in holdings for end in ("since", "until") if end in held]
    return min([_EARLIEST_YEAR, *years]), date.today().year + 1


def control_bars(holdings: Sequence[Shape], first: int, last: int) -> list[Bar]:
    """Place holdings on the time axis from the year ``first`` to the beginning of ``last``."""
    return [_bar(held, first, last) for held in holdings]


def _bar(held: Shape, first: int, last: int) -> Bar:
    since, until = held.get("since", ""), held.get("until", "")
    left = _fraction(since, first) if since else first
    right = _fraction(until, first) if until else last
    length = last - first
    return Bar(
        held,
        round(100 * (left - first) / length, 2),
        round(max(0.5, 100 * (right - left) / length), 2),
        not since,
        colour_of(held["who"]["id"]),
    )


def timeline_parts(entries: Sequence[Shape], words: Words) -> list[tuple[str, list[Shape]]]:
    """Group the entries of a timeline by what they tell: (heading, entries), in their order."""
    parts: dict[str, list[Shape]] = {}
    for entry in entries:
        is_other_way = entry["aspect"] in _TOLD_BOTH_WAYS and not entry.get("is_subject", True)
        heading = words.aspect(entry["aspect"], is_other_way)
        parts.setdefault(heading, []).append(entry)
    return list(parts.items())


def _fraction(text: str, earliest: int) -> float:
    """Return a date as a year with its fraction: 1992-07 is 1992.5."""
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 1
    day = parts[2] if len(parts) > 2 else 1
    return float(max(earliest, parts[0] + (month - 1) / 12 + (day - 1) / 366))
