"""A record that is deliberately no place here is no place's identifier."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each excluded record that an entity has as its identifier."""
    table = package.tables["exclusions"]
    holders = {(row["scheme"], row["value"]): row["entity"] for row in package.rows("identifiers")}
    for row in table.rows:
        if row["text"]:
            continue  # one name of the record only
        holder = holders.get((row["scheme"], row["value"]))
        if holder is not None:
            fault = f"{row['scheme']} {row['value']} is excluded and an identifier of {holder}"
            yield table.problem(row, "value", fault)
