"""What a check has to say about the tables."""

from __future__ import annotations

from dataclasses import dataclass

ERROR, WARNING = "error", "warning"
"""An error stops the compile; a warning is a gap that an editor should know of."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault, where it is, and in plain words what to do about it.

    ``row`` is the line of the file (the header is line 1, 0 the file as a whole); ``column`` is
    empty when the whole row is at fault.

    >>> str(Problem("names.csv", 7, "text", "is empty"))
    'names.csv:7: text: is empty'
    """

    file: str
    row: int
    column: str
    message: str
    level: str = ERROR

    def __str__(self) -> str:
        """Write the problem on one line, as editors and compilers do."""
        place = f"{self.file}:{self.row}" if self.row else self.file
        column = f" {self.column}:" if self.column else ""
        note = "" if self.level == ERROR else f" ({self.level})"
        return f"{place}:{column} {self.message}{note}"
