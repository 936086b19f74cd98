"""A place has one status at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gazetteer.dataset.package import Package, certain_days
from gazetteer.dataset.problems import WARNING, Problem
from gazetteer.dataset.tables import Row


def check(package: Package) -> Iterator[Problem]:
    """Yield a warning for each status that surely holds on a day of another one."""
    table = package.tables["statuses"]
    places: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        places[row["place"]].append(row)
    for rows in places.values():
        dated = [(days, row) for row in rows if (days := certain_days(row)) is not None]
        for place, (days, row) in enumerate(dated):
            for other_days, other in dated[:place]:
                differ = row["status"] != other["status"]
                if differ and days[0] <= other_days[1] and other_days[0] <= days[1]:
                    fault = (
                        f"{row['place']} is {row['status']} and {other['status']} "
                        f"(line {other.line}) at one time; date them"
                    )
                    yield table.problem(row, "status", fault, WARNING)
