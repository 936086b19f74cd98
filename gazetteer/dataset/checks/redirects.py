"""A redirect leads from an id that is gone to one that is there, in one step."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each redirect of a living id, each chain and each change of class.

    A term may give way to a place or an actor: a planned road may have been listed as an idea too.
    """
    table = package.tables["redirects"]
    gone = {row["id"]: row["target"] for row in table.rows}
    for row in table.rows:
        if row["id"] in package.entities:
            fault = f"{row['id']} is still an entity; a redirect is for an id that is gone"
            yield table.problem(row, "id", fault)
        if row["target"] in gone:
            further = gone[row["target"]]
            fault = f"{row['target']} is itself redirected; point straight at {further}"
            yield table.problem(row, "target", fault)
        if row["target"][:2] != row["id"][:2] and not row["id"].startswith("t-"):
            fault = f"{row['id']} and {row['target']} are of different classes"
            yield table.problem(row, "target", fault)
