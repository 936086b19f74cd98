"""A folder of one's own tables that is laid over the project's without touching them."""

from __future__ import annotations

import shutil
from pathlib import Path

from gazetteer.dataset.package import Package
from gazetteer.dataset.schema import DESCRIPTOR
from gazetteer.dataset.tables import write_table

FIRST_OWN_NUMBER = 9_000_001
"""Ids of an overlay begin here, so that they never meet those that the project gives later."""


def prepare_overlay(folder: Path, base: Package) -> None:
    """Make a folder a package with the project's schema and empty tables, where it is none yet."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = folder / DESCRIPTOR
    if not descriptor.exists() and (base.folder / DESCRIPTOR).is_file():
        shutil.copyfile(base.folder / DESCRIPTOR, descriptor)
    for table in base.schema.tables.values():
        if not (folder / table.file).exists():
            write_table(folder, (), table)
