"""Bringing other catalogues into the tables: one module a format, found by its presence.

A format's module has ``TITLE``, ``SOURCE`` (a row of ``sources.csv``, or None where the user must
name one) and ``read(path, options)``, which yields an ``ImportedPlace`` for every usable record and
an ``Unusable`` for every other. What a place is in our tables is decided in ``joining``, and what
is written of it in ``writing``; both are the same for all formats.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from gazetteer.dataset.importers.records import ImportedPlace, ReadOptions, Unusable

_SHARED = ("fitting", "joining", "overlays", "records", "run", "units", "writing")


class Importer(Protocol):
    """What a module of this folder offers."""

    TITLE: str
    SOURCE: dict[str, str] | None

    def read(self, path: Path, options: ReadOptions) -> Iterator[ImportedPlace | Unusable]:
        """Yield the records of a file or folder in its own order.

        Raises ImportFileError when the whole is not of this format.
        """
        ...


@cache
def importers() -> dict[str, Importer]:
    """Return every importer by the name it has on the command line.

    >>> sorted(importers())
    ['csv', 'geonames', 'linked-places', 'whosonfirst']
    """
    names = [
        module.name
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_") and module.name not in _SHARED
    ]
    return {
        name.replace("_table", "").replace("_", "-"): cast(
            Importer, importlib.import_module(f"{__name__}.{name}")
        )
        for name in names
    }
