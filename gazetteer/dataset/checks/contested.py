"""A settlement that both sides name or claim can be labelled in each side's language."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import WARNING, Problem

_SIDES = (frozenset({"az"}), frozenset({"am", "nk"}))
_LANGUAGES = ("en", "az", "hy", "ru")
_UNLABELLED = ("adjective", "demonym", "romanized")


def check(package: Package) -> Iterator[Problem]:
    """Yield a warning for each contested settlement that lacks a name in a needed language."""
    table = package.tables["places"]
    for row in table.rows:
        if row["kind"] != "settlement" or not _is_contested(package, row["id"]):
            continue
        names = package.names_by_entity.get(row["id"], ())
        written = {name["lang"] for name in names if name["role"] not in _UNLABELLED}
        missing = [lang for lang in _LANGUAGES if lang not in written]
        if missing:
            fault = f"{row['id']} is contested and has no name in {', '.join(missing)}"
            yield table.problem(row, "id", fault, WARNING)


def _is_contested(package: Package, entity: str) -> bool:
    said = {name["perspective"] for name in package.names_by_entity.get(entity, ())}
    said |= {
        relation["perspective"]
        for relation in package.relations_by_object.get(entity, ())
        if relation["predicate"] in ("claims", "administers")
    }
    return all(side & said for side in _SIDES)
