"""The schema of the tables, read from ``datapackage.json``: there is no second one in code."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from gazetteer.dataset.problems import Problem
from gazetteer.errors import DatasetError

DESCRIPTOR = "datapackage.json"
_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES_OF_THE_SCHEMA = (_PACKAGE.parent / "data" / DESCRIPTOR, _PACKAGE / "_artefact" / DESCRIPTOR)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its type (``string``, ``integer``, ``number``) and what its cells must satisfy.

    ``refers_to`` names tables in one of which a cell must be an id: a reference that the
    Frictionless foreign keys cannot express, because an entity may be in any of three tables.
    """

    name: str
    type: str
    required: bool = False
    pattern: re.Pattern[str] | None = None
    enum: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    refers_to: tuple[str, ...] = ()

    def fault(self, cell: str) -> str:
        """Say what is wrong with a cell, or return the empty string.

        >>> Field("prominence", "integer", maximum=100).fault("101")
        "'101' is more than 100"
        """
        if not cell:
            return "is empty; it must be filled in" if self.required else ""
        if self.enum and cell not in self.enum:
            return f"{cell!r} is none of {', '.join(self.enum)}"
        if self.pattern is not None and not self.pattern.match(cell):
            return f"{cell!r} does not have the form {self.pattern.pattern}"
        if self.max_length is not None and len(cell) > self.max_length:
            return f"has {len(cell)} characters; at most {self.max_length} are allowed"
        return self._number_fault(cell) if self.type != "string" else ""

    def _number_fault(self, cell: str) -> str:
        if not _NUMBERS[self.type].match(cell):
            return f"{cell!r} is not a plain {self.type}"
        if self.minimum is not None and float(cell) < self.minimum:
            return f"{cell!r} is less than {self.minimum:g}"
        if self.maximum is not None and float(cell) > self.maximum:
            return f"{cell!r} is more than {self.maximum:g}"
        return ""


_NUMBERS = {"integer": re.compile(r"-?\d{1,12}\Z"), "number": re.compile(r"-?\d{1,12}(\.\d+)?\Z")}


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Cells of ``column`` must stand in ``target_column`` of the table ``target``, or be empty."""

    column: str
    target: str
    target_column: str


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: its columns in order, its primary key and what it refers to."""

    name: str
    file: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    columns: tuple[str, ...] = field(default=())

    def __getitem__(self, column: str) -> Field:
        """Return the field of a column; KeyError when there is none."""
        for candidate in self.fields:
            if candidate.name == column:
                return candidate
        raise KeyError(column)


@dataclass(frozen=True, slots=True)
class Schema:
    """All tables by name, and what the package says of itself."""

    tables: dict[str, TableSchema]
    title: str
    version: str
    licence: str
    created: str
    attributions: tuple[str, ...]


def read_schema(folder: Path) -> Schema:
    """Read the schema that governs the tables in ``folder``: its own, or the project's.

    Raises DatasetError when there is none or it cannot be read.
    """
    for path in (folder / DESCRIPTOR, *_PLACES_OF_THE_SCHEMA):
        if path.is_file():
            return _parse(path, path.stat().st_mtime_ns)
    raise DatasetError([Problem(DESCRIPTOR, 0, "", f"there is no such file in {folder}")])


@cache
def _parse(path: Path, _changed: int) -> Schema:
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        tables = {resource["name"]: _table(resource) for resource in descriptor["resources"]}
        return Schema(
            tables=tables,
            title=descriptor["title"],
            version=descriptor["version"],
            licence=descriptor["licenses"][0]["name"],
            created=descriptor["created"],
            attributions=tuple(source["title"] for source in descriptor["sources"]),
        )
    except (ValueError, KeyError, TypeError, IndexError, re.error) as error:
        fault = f"cannot be read as a table schema: {type(error).__name__}: {error}"
        raise DatasetError([Problem(path.name, 0, "", fault)]) from error


def _table(resource: dict[str, Any]) -> TableSchema:
    schema = resource["schema"]
    fields = tuple(_field(described) for described in schema["fields"])
    key = schema["primaryKey"]
    return TableSchema(
        name=resource["name"],
        file=resource["path"],
        fields=fields,
        key=(key,) if isinstance(key, str) else tuple(key),
        foreign_keys=tuple(_foreign_key(described) for described in schema.get("foreignKeys", ())),
        columns=tuple(described.name for described in fields),
    )


def _field(described: dict[str, Any]) -> Field:
    limits = described.get("constraints", {})
    pattern = limits.get("pattern")
    return Field(
        name=described["name"],
        type=described["type"],
        required=limits.get("required", False),
        pattern=re.compile(pattern.replace("$", r"\Z")) if pattern else None,
        enum=tuple(limits.get("enum", ())),
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
        max_length=limits.get("maxLength"),
        refers_to=tuple(described.get("refersTo", ())),
    )


def _foreign_key(described: dict[str, Any]) -> ForeignKey:
    reference = described["reference"]
    return ForeignKey(described["fields"][0], reference["resource"], reference["fields"][0])
