"""What only an editor knows is not certain."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each row that is certain on the word of a source of kind editor."""
    editors = {row["id"] for row in package.rows("sources") if row["kind"] == "editor"}
    for table in package.tables.values():
        if "certainty" not in table.schema.columns:
            continue
        for row in table.rows:
            if row["certainty"] == "certain" and row["source"] in editors:
                fault = f"certain needs a source that shows it; {row['source']} is an editor"
                yield table.problem(row, "certainty", fault)
