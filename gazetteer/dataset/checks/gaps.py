"""A gap is one, and a contested settlement that lacks a side's name says why."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import WARNING, Problem
from gazetteer.dataset.sides import SIDES, contested_settlements, names_in_use, side_of


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each gap that is filled, a warning for each that is not accounted for."""
    gaps = package.tables["gaps"]
    names = names_in_use(package)
    for row in gaps.rows:
        for name in names.get(row["entity"], ()):
            if side_of(name) == row["perspective"]:
                fault = (
                    f"{row['entity']} has a name of {row['perspective']} after all: "
                    f"{name['text']!r}; delete the gap"
                )
                yield gaps.problem(row, "perspective", fault)
                break
    known = {(row["entity"], row["perspective"]) for row in gaps.rows}
    for place in contested_settlements(package):
        own = names.get(place["id"], ())
        if {"az", "hy"} <= {name["lang"] for name in own}:
            continue
        for side in SIDES:
            if all(side_of(name) != side for name in own) and (place["id"], side) not in known:
                fault = f"{place['id']} is contested and has no name of {side}; say why in gaps.csv"
                yield package.tables["places"].problem(place, "id", fault, WARNING)
