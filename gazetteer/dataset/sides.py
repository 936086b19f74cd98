"""Whose names an entity has, and which settlements are contested: as checks and audits see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from gazetteer.dataset.package import Package
from gazetteer.dataset.tables import Row

SIDES = ("az", "am")
_SIDE_OF = {"az": "az", "am": "am", "nk": "am"}
_SHOWN = ("official", "common", "exonym", "variant", "short", "acronym")


def side_of(row: Row) -> str:
    """Return the side that a name is of, ``""`` for nobody's or another's."""
    return _SIDE_OF.get(row["perspective"], "")


def names_in_use(package: Package) -> Mapping[str, list[Row]]:
    """Return the names of each entity that could be shown and are in use today.

    Those of the Artsakh authorities count although they ended: they are still used.
    """
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in package.rows("names"):
        if row["role"] in _SHOWN and (not row["until"] or row["perspective"] == "nk"):
            found[row["entity"]].append(row)
    return found


def contested_settlements(package: Package) -> list[Row]:
    """Return the settlements that both sides have claimed or held, in the order of their rows."""
    holders = {
        row["entity"]: _SIDE_OF[row["code"]]
        for row in package.rows("perspectives")
        if row["code"] in _SIDE_OF and row["entity"]
    }
    parties: defaultdict[str, set[str]] = defaultdict(set)
    for row in package.rows("relations"):
        if row["predicate"] in ("claims", "administers") and row["subject"] in holders:
            parties[row["object"]].add(holders[row["subject"]])
    return [
        row
        for row in package.rows("places")
        if row["kind"] == "settlement" and parties[row["id"]].issuperset(SIDES)
    ]
