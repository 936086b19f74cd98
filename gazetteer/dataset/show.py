"""Everything that the tables say of one entity, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gazetteer.dataset.package import Package, read_package, span_of
from gazetteer.dataset.tables import Row
from gazetteer.errors import UnknownEntity
from gazetteer.lookup.keys import fold
from gazetteer.model import CERTAINTIES, ROLES, LabelPolicy, Name, choose_label

_OWNER_COLUMNS = {
    "names": ("entity",),
    "relations": ("subject", "object"),
    "identifiers": ("entity",),
    "statuses": ("place",),
    "gaps": ("entity",),
    "redirects": ("id", "target"),
    "routes": ("route",),
    "areas": ("entity",),
    "perspectives": ("entity",),
}


def show_entity(folder: Path, entity_id: str) -> str:
    """Return all rows of one entity, each with its file and line.

    Other entities that a row mentions are followed by a name in brackets. Raises UnknownEntity.
    """
    package = read_package(folder)
    if entity_id not in package.entities:
        raise UnknownEntity(entity_id)
    return "\n".join(_lines(package, entity_id)) + "\n"


def _lines(package: Package, entity_id: str) -> Iterator[str]:
    own = package.entities[entity_id]
    yield f"{entity_id}  {_some_name(package, entity_id)}"
    for column, cell in own.items():
        if cell and column != "id":
            yield f"  {column}: {cell}"
    for table, columns in _OWNER_COLUMNS.items():
        rows = [
            row for row in package.rows(table) if entity_id in (row[column] for column in columns)
        ]
        if rows:
            yield f"{package.file(table)} ({len(rows)})"
            yield from (f"  {row.line}: {_described(package, row, entity_id)}" for row in rows)
    note = package.folder / "notes" / f"{entity_id}.md"
    if note.is_file():
        yield f"notes/{note.name}"
        yield from (f"  {line}" for line in note.read_text(encoding="utf-8").splitlines())


def _described(package: Package, row: Row, entity_id: str) -> str:
    cells = []
    for cell in row.values():
        other = cell != entity_id and cell in package.entities
        if cell:
            cells.append(f"{cell} ({_some_name(package, cell)})" if other else cell)
    return " | ".join(cells)


def _some_name(package: Package, entity_id: str) -> str:
    """Return the label by which an editor recognises an entity: both sides' names of a pair."""
    names = [
        Name(row["entity"], row["lang"], row["text"], row["script"], row["role"],
             row["perspective"], span_of(row), row["certainty"])
        for row in package.names_by_entity.get(entity_id, [])
        if row["role"] in ROLES and row["certainty"] in CERTAINTIES
    ]  # fmt: skip
    return choose_label(names, LabelPolicy("en"), fold).text or "no name"
