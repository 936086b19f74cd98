"""Nothing is related to itself."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each relation whose subject is its own object."""
    table = package.tables["relations"]
    for row in table.rows:
        if row["subject"] == row["object"]:
            fault = f"{row['subject']} {row['predicate']} itself; a relation has two ends"
            yield table.problem(row, "object", fault)
