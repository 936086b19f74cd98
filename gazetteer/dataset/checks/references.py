"""Whatever a row refers to exists: entities, sources, perspectives."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each cell that refers to nothing."""
    for table in package.tables.values():
        for key in table.schema.foreign_keys:
            cells = {row[key.column] for row in table.rows}
            yield from table.where(key.column, _missing(package, cells, key.target))
        for field in table.schema.fields:
            if field.refers_to:
                cells = {row[field.name] for row in table.rows}
                yield from table.where(field.name, _missing(package, cells, *field.refers_to))


def _missing(package: Package, cells: set[str], *targets: str) -> dict[str, str]:
    tables = [package.tables[target] for target in targets]
    if any(table.problems for table in tables):
        return {}  # the target could not be read in full, which is a problem of its own
    known = {row[table.schema.key[0]] for table in tables for row in table.rows}
    where = " or ".join(table.schema.file for table in tables)
    return {cell: f"{cell} is not in {where}" for cell in cells if cell and cell not in known}
