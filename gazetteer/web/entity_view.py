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

_MOST_UNDATED = 5
"""So many statements without dates stand in the table; more are folded up below it."""

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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page of a timeline: the statements of one aspect."""

    heading: str
    entries: list[Shape]
    folded: list[Shape]
    """Statements without dates when they are many; they are shown when they are asked for."""
    folded_heading: str
    says_who: bool
    """Whether one of the statements says who makes it."""


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


def timeline_parts(entries: Sequence[Shape], words: Words) -> list[Part]:
    """Group the entries of a timeline by what they tell, in their order."""
    parts: dict[str, list[Shape]] = {}
    for entry in entries:
        is_other_way = entry["aspect"] in _TOLD_BOTH_WAYS and not entry.get("is_subject", True)
        heading = words.aspect(entry["aspect"], is_other_way)
        parts.setdefault(heading, []).append(_told(entry, words))
    return [_part(heading, told, words) for heading, told in parts.items()]


def _told(entry: Shape, words: Words) -> Shape:
    """Add to an entry what is written of it: when, and how it is related to the other."""
    told = entry | {"when": words.span(entry.get("since", ""), entry.get("until", ""))}
    if entry["aspect"] == "relation":
        told["relation"] = words.predicate(entry["predicate"], entry["is_subject"])
    return told


def _part(heading: str, entries: list[Shape], words: Words) -> Part:
    undated = [one for one in entries if not (one.get("since") or one.get("until"))]
    folded = undated if len(undated) > _MOST_UNDATED else []
    return Part(
        heading,
        [one for one in entries if one not in folded],
        folded,
        words.not_dated.format(entries=len(folded)),
        says_who=any("perspective" in one for one in entries),
    )


def _fraction(text: str, earliest: int) -> float:
    """Return a date as a year with its fraction: 1992-07 is 1992.5."""
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 1
    day = parts[2] if len(parts) > 2 else 1
    return float(max(earliest, parts[0] + (month - 1) / 12 + (day - 1) / 366))
