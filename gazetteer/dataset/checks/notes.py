"""A note belongs to an entity that exists."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each file of ``notes/`` that is no <id>.md of an entity."""
    for path in sorted((package.folder / "notes").glob("*")):
        if path.suffix != ".md" or path.stem not in package.entities:
            fault = "a note is called <id>.md, after an entity of the tables"
            yield Problem(f"notes/{path.name}", 0, "", fault)
