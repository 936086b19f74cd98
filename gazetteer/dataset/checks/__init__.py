"""The checks, one a file, discovered: a module with ``check(package)`` that yields problems is one.

``check`` looks at everything and yields a ``Problem`` for each fault; it never stops at the first
and never raises for what an editor wrote. What a check calls an error stops the compile.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem
from gazetteer.errors import DatasetError

Check = Callable[[Package], Iterable[Problem]]


@cache
def all_checks() -> dict[str, Check]:
    """Return every check by the name of its module.

    >>> "references" in all_checks()
    True
    """
    found: dict[str, Check] = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            found[module.name] = importlib.import_module(f"{__name__}.{module.name}").check
    return dict(sorted(found.items()))


def run_checks(package: Package) -> list[Problem]:
    """Run every check and return all problems, in file and row order, each once."""
    problems = {problem for table in package.tables.values() for problem in table.problems}
    for check in all_checks().values():
        problems.update(check(package))
    return sorted(problems)


def refuse_unreadable(package: Package) -> None:
    """Raise DatasetError when a table cannot be read in full or a cell is not of its type.

    What reckons with the cells of a package, or writes to it, asks this first.
    """
    from gazetteer.dataset.checks import cells

    problems = {problem for table in package.tables.values() for problem in table.problems}
    problems.update(cells.check(package))
    if problems:
        raise DatasetError(sorted(problems))
