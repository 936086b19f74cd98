"""Each cell satisfies its column: filled in, of its type, form, list of values and limits."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each cell that its column's schema refuses."""
    for table in package.tables.values():
        for field in table.schema.fields:
            cells = {row[field.name] for row in table.rows}
            faults = {cell: fault for cell in cells if (fault := field.fault(cell))}
            yield from table.where(field.name, faults)
