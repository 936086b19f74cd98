"""Every entity has a name that can label it."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import ENTITY_TABLES, Package
from gazetteer.dataset.problems import Problem

_UNLABELLED = ("adjective", "demonym", "romanized")


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each entity without a name, save countries that CLDR names."""
    if package.tables["names"].problems:
        return
    named_by_cldr = {r["entity"] for r in package.rows("identifiers") if r["scheme"] == "iso3166-1"}
    for name in ENTITY_TABLES:
        table = package.tables[name]
        for row in table.rows:
            names = package.names_by_entity.get(row["id"], ())
            labelled = any(named["role"] not in _UNLABELLED for named in names)
            if not labelled and row["id"] not in named_by_cldr:
                yield table.problem(row, "id", f"{row['id']} has no name in names.csv to show")
