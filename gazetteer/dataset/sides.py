"""Whose names an entity has, and which settlements are contested: as checks and audits see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from gazetteer.dataset.package import Package
from gazetteer.dataset.tables import Row

SIDES = ("az", "am")
_SIDE_OF = {"az": "az", "am": "am", "nk": "am"}
_USUAL = ("official", "common")
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
    held = _held_by_both(package)
    places = package.rows("places")
    return [row for row in places if row["kind"] == "settlement" and row["id"] in held]


def shared_places(package: Package) -> list[Row]:
    """Return the other places on contested ground that both sides have names for, as a store does.

    See ``gazetteer.contested`` for what they are.
    """
    held = _held_by_both(package)
    holders = _holders(package)
    contested = set(held)
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for row in package.rows("relations"):
        if row["predicate"] not in ("part-of", "located-on"):
            continue
        both_ways = [(row["subject"], row["object"])]
        if row["predicate"] == "located-on":
            both_ways.append((row["object"], row["subject"]))
        for inner, outer in both_ways:
            if outer in held:
                contested.add(inner)
            if outer in holders:
                countries[inner].add(holders[outer])
    contested |= {place for place, sides in countries.items() if sides.issuperset(SIDES)}
    named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in package.rows("names"):
        if row["role"] in _USUAL:
            named[row["entity"], ""].add(side_of(row))
            named[row["entity"], row["role"]].add(side_of(row))
    return [
        row
        for row in package.rows("places")
        if row["id"] in contested
        and row["kind"] not in ("settlement", "country")
        and named[row["id"], "official" if row["kind"] == "admin-unit" else ""].issuperset(SIDES)
    ]


def _held_by_both(package: Package) -> set[str]:
    """Return what both sides have held or claimed."""
    holders = _holders(package)
    parties: defaultdict[str, set[str]] = defaultdict(set)
    for row in package.rows("relations"):
        if row["predicate"] in ("claims", "administers") and row["subject"] in holders:
            parties[row["object"]].add(holders[row["subject"]])
    return {place for place, sides in parties.items() if sides.issuperset(SIDES)}


def _holders(package: Package) -> dict[str, str]:
    """Return the side of each state or authority that speaks for one, by its entity."""
    return {
        row["entity"]: _SIDE_OF[row["code"]]
        for row in package.rows("perspectives")
        if row["code"] in _SIDE_OF and row["entity"]
    }
