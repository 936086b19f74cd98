"""CSV tables with exact positions, in and out, and their one canonical form."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gazetteer.dataset.problems import Problem
from gazetteer.dataset.schema import TableSchema, read_schema

_ENTITY_ID = re.compile(r"([pat])-(\d+)\Z")


class Row(dict[str, str]):
    """The cells of one row by column, and ``line``, where it stands in the file.

    ``overlay`` is the name of the folder that it comes from when that is not the package's own.
    """

    __slots__ = ("line", "overlay")

    def __init__(self, cells: Mapping[str, str] | Iterable[tuple[str, str]], line: int = 0) -> None:
        super().__init__(cells)
        self.line = line
        self.overlay = ""


@dataclass(slots=True)
class Table:
    """The rows of one table; ``problems`` are those met while reading the file."""

    schema: TableSchema
    rows: list[Row]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, row: Row, column: str, message: str, level: str = "error") -> Problem:
        """Make a problem of a row of this table."""
        file = f"{row.overlay}/{self.schema.file}" if row.overlay else self.schema.file
        return Problem(file, row.line, column, message, level)

    def extend(self, other: Table, overlay: str) -> None:
        """Put the rows of an overlay's table after one's own."""
        for row in other.rows:
            row.overlay = overlay
        self.rows += other.rows
        self.problems += [
            Problem(f"{overlay}/{fault.file}", fault.row, fault.column, fault.message, fault.level)
            for fault in other.problems
        ]

    def where(self, column: str, faults: Mapping[str, str]) -> Iterator[Problem]:
        """Yield a problem for each row whose cell is a key of ``faults``, which says what."""
        if faults:
            for row in self.rows:
                if row[column] in faults:
                    yield self.problem(row, column, faults[row[column]])


def read_table(folder: Path, schema: TableSchema) -> Table:
    """Read one table; whatever cannot be read is a problem of it, the rest is there."""
    path = folder / schema.file
    try:
        raw = path.read_bytes()
    except OSError:
        missing = Problem(schema.file, 0, "", "is missing; an empty table still has its header")
        return Table(schema, [], [missing])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Table(schema, [], [Problem(schema.file, line, "", "is not UTF-8")])
    return _parse(text, schema)


def _parse(text: str, schema: TableSchema) -> Table:
    table = Table(schema, [])
    if text.startswith("\ufeff"):
        text = text[1:]
        table.problems.append(Problem(schema.file, 1, "", "begins with a byte order mark"))
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        table.problems.append(Problem(schema.file, line, "", "ends in CR; lines end in LF alone"))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns = schema.columns
    line = 1
    try:
        header = tuple(next(reader, ()))
        if header != columns:
            wanted = f"the header must be {','.join(columns)}"
            table.problems.append(Problem(schema.file, 1, "", wanted))
            return table
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(columns):
                table.rows.append(Row(zip(columns, cells, strict=True), line))
            else:
                count = f"has {len(cells)} cells instead of {len(columns)}"
                table.problems.append(Problem(schema.file, line, "", count))
            line = reader.line_num + 1
    except csv.Error as error:
        table.problems.append(Problem(schema.file, line, "", f"is not CSV: {error}"))
    return table


def canonical_order(rows: Iterable[Row], schema: TableSchema) -> list[Row]:
    """Sort rows by their cells from the left; ids of entities by their number."""
    columns = schema.columns

    def sort_key(row: Row) -> list[str]:
        cells = map(row.__getitem__, columns)
        return [_padded(cell) if cell[1:2] == "-" else cell for cell in cells]

    return sorted(rows, key=sort_key)


def _padded(cell: str) -> str:
    entity = _ENTITY_ID.match(cell)
    return f"{entity[1]}-{entity[2]:0>12}" if entity else cell


def render_table(rows: Sequence[Row], schema: TableSchema) -> str:
    """Write rows as canonical CSV: LF, a header, quotes only where needed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(schema.columns)
    writer.writerows([row[column] for column in schema.columns] for row in rows)
    return out.getvalue()


def write_table(folder: Path, rows: Iterable[Row], schema: TableSchema) -> None:
    """Write a table in its canonical order and form."""
    ordered = canonical_order(rows, schema)
    (folder / schema.file).write_bytes(render_table(ordered, schema).encode())


def format_tables(folder: Path, *, write: bool = True) -> tuple[str, ...]:
    """Bring every table of a folder into canonical form: order, LF, NFC, no stray blanks.

    Return the files that were (or with ``write=False`` would be) changed. A table that cannot be
    read in full is left alone: the checks say what is wrong with it.
    """
    changed = []
    for schema in read_schema(folder).tables.values():
        path = folder / schema.file
        if not path.is_file():
            continue
        before = path.read_bytes()
        try:
            text = before.decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        table = _parse(text.replace("\r\n", "\n"), schema)
        if table.problems:
            continue
        rows = [Row(((name, _tidy(cell)) for name, cell in row.items())) for row in table.rows]
        after = render_table(canonical_order(rows, schema), schema).encode()
        if after != before:
            changed.append(schema.file)
            if write:
                path.write_bytes(after)
    return tuple(changed)


def _tidy(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())
