"""No two rows of a table say the same, and no two entities have one id."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import ENTITY_TABLES, Package
from gazetteer.dataset.problems import Problem
from gazetteer.dataset.tables import Table


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each row whose primary key an earlier row has."""
    for table in package.tables.values():
        yield from _repeated_keys(table)
    holders: dict[str, str] = {}
    for name in ENTITY_TABLES:
        table = package.tables[name]
        for row in table.rows:
            first = holders.setdefault(row["id"], name)
            if first != name:
                yield table.problem(row, "id", f"{row['id']} is also an id of {first}.csv")


def _repeated_keys(table: Table) -> Iterator[Problem]:
    key = table.schema.key
    seen: dict[tuple[str, ...], int] = {}
    for row in table.rows:
        values = tuple(row[column] for column in key)
        first = seen.setdefault(values, row.line)
        if first != row.line:
            said = ", ".join(value for value in values if value)
            fault = f"says the same as line {first} ({said}); rows differ in {', '.join(key)}"
            yield table.problem(row, key[0], fault)
