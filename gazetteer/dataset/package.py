"""One package of tables, read into memory once, with the indexes that several checks need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gazetteer.dataset.geometry import GeometryFile, read_geometry
from gazetteer.dataset.schema import Schema, read_schema
from gazetteer.dataset.tables import Row, Table, read_table
from gazetteer.model import TimeSpan, earliest_day, latest_day

ENTITY_TABLES = ("places", "actors", "terms")


@dataclass
class Package:
    """The tables of a folder by name, and its geometry files."""

    folder: Path
    schema: Schema
    tables: dict[str, Table]
    overlays: tuple[Path, ...] = ()

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table in file order."""
        return self.tables[table].rows

    def file(self, table: str) -> str:
        """Return the file name of a table, for problems."""
        return self.tables[table].schema.file

    @cached_property
    def entities(self) -> dict[str, Row]:
        """Every entity's row by id; of two with one id, the first."""
        found: dict[str, Row] = {}
        for table in ENTITY_TABLES:
            for row in self.rows(table):
                found.setdefault(row["id"], row)
        return found

    @cached_property
    def geometry(self) -> dict[str, GeometryFile]:
        """The geometry files by name."""
        return {
            name: file
            for folder in (self.folder, *self.overlays)
            for name, file in read_geometry(folder).items()
        }

    @cached_property
    def names_by_entity(self) -> Mapping[str, list[Row]]:
        """The rows of ``names.csv`` by entity."""
        return _grouped(self.rows("names"), "entity")

    @cached_property
    def relations_by_object(self) -> Mapping[str, list[Row]]:
        """The rows of ``relations.csv`` by object."""
        return _grouped(self.rows("relations"), "object")


def read_package(folder: Path, *overlays: Path) -> Package:
    """Read all tables of a folder, and after them those of overlays, which may lack any.

    Raises DatasetError only when the folder has no usable schema.
    """
    schema = read_schema(folder)
    tables = {name: read_table(folder, table) for name, table in schema.tables.items()}
    for overlay in overlays:
        for name, table in schema.tables.items():
            if (overlay / table.file).is_file():
                tables[name].extend(read_table(overlay, table), overlay.name)
    return Package(folder, schema, tables, overlays)


def _grouped(rows: list[Row], column: str) -> Mapping[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups


def span_of(row: Row) -> TimeSpan:
    """Return the time span of a row that has ``since`` and ``until``."""
    return TimeSpan(row["since"], row["until"])


def certain_days(row: Row) -> tuple[int, int] | None:
    """Return the first and last day (ordinals) on which a statement surely holds.

    Coarse ends count strictly, so that a state ending in 1991 and one beginning in 1991 share no
    day. None when the dates are no dates or leave no sure day.
    """
    since, until = row["since"], row["until"]
    try:
        first = latest_day(since).toordinal() if since else _FIRST_DAY
        last = earliest_day(until).toordinal() - 1 if until else _LAST_DAY
    except ValueError:
        return None
    return (first, last) if first <= last else None


_FIRST_DAY, _LAST_DAY = 0, 10_000_000
