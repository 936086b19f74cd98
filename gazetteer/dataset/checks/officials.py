"""A perspective has at most one official name for an entity in a language and script at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gazetteer.dataset.package import Package, certain_days
from gazetteer.dataset.problems import Problem
from gazetteer.dataset.tables import Row


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each official name that another one surely overlaps in time."""
    groups: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in package.rows("names"):
        if row["role"] == "official":
            said_by = (row["entity"], row["lang"], row["script"], row["perspective"])
            groups[said_by].append(row)
    for rows in groups.values():
        if len(rows) > 1:
            yield from _overlaps(package, rows)


def _overlaps(package: Package, rows: list[Row]) -> Iterator[Problem]:
    dated = [(days, row) for row in rows if (days := certain_days(row)) is not None]
    for place, (days, row) in enumerate(dated):
        for other_days, other in dated[:place]:
            if days[0] <= other_days[1] and other_days[0] <= days[1]:
                side = row["perspective"] or "no perspective"
                fault = (
                    f"{row['text']!r} and {other['text']!r} (line {other.line}) are both official "
                    f"in {row['lang']} for {side} at one time; date them or change a role"
                )
                yield package.tables["names"].problem(row, "role", fault)
