"""Dates are EDTF dates that exist, and nothing ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem
from gazetteer.model import earliest_day, latest_day

_DATE_COLUMNS = ("since", "until", "date")


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each impossible date and each span that ends before it begins."""
    for table in package.tables.values():
        columns = [column for column in _DATE_COLUMNS if column in table.schema.columns]
        for column in columns:
            cells = {row[column] for row in table.rows}
            faults = {cell: fault for cell in cells if (fault := date_fault(cell))}
            yield from table.where(column, faults)
        if "since" not in columns:
            continue
        for row in table.rows:
            if row["since"] and row["until"] and is_reversed(row["since"], row["until"]):
                fault = f"{row['until']} is before since ({row['since']})"
                yield table.problem(row, "until", fault)


def date_fault(cell: str) -> str:
    """Say why a cell is no date, or return the empty string; an empty cell is an open end."""
    try:
        if cell:
            earliest_day(cell)
    except ValueError as error:
        return f"{cell!r} is not a day, month or year: {error}"
    return ""


def is_reversed(since: str, until: str) -> bool:
    """Tell whether a span surely ends before it begins."""
    try:
        return latest_day(until) < earliest_day(since)
    except ValueError:
        return False
