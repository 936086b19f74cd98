"""One table of an audit, and how it is written for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A table: ``rows`` have one cell for each column, numbers as numbers, shares 0 to 1."""

    name: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def text(self, longest: int = 0) -> str:
        """Write the table in columns; with ``longest`` only so many rows, and say how many more."""
        shown = self.rows[:longest] if longest else self.rows
        cells = [self.columns, *(tuple(map(written, row)) for row in shown)]
        widths = [max(len(row[place]) for row in cells) for place in range(len(self.columns))]
        numeric = [
            bool(shown) and all(isinstance(row[place], int | float) for row in shown)
            for place in range(len(self.columns))
        ]
        lines = [
            "  ".join(
                cell.rjust(width) if right else cell.ljust(width)
                for cell, width, right in zip(row, widths, numeric, strict=True)
            ).rstrip()
            for row in cells
        ]
        more = len(self.rows) - len(shown)
        tail = [f"… and {more} more; --json lists all"] if more else []
        note = [self.note] if self.note else []
        return "\n".join([f"## {self.title}", *note, *lines, *tail])


def written(cell: object) -> str:
    """Write a cell; a share as per cent.

    >>> written(0.5), written(12), written("az")
    ('50 %', '12', 'az')
    """
    return f"{100 * cell:.0f} %" if isinstance(cell, float) else str(cell)


def share(part: int, whole: int) -> float:
    """Return a share, 0 of nothing."""
    return part / whole if whole else 0.0


def table(
    name: str,
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    note: str = "",
) -> Section:
    """Make a section of any sequences."""
    return Section(name, title, note, tuple(columns), tuple(map(tuple, rows)))
