"""Text is NFC, without stray blanks and without characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem

_ZERO_WIDTH_NON_JOINER = "\u200c"
"""Part of Persian spelling (خان‌کندی), so allowed between two letters of the Arabic script."""

_ODD_BLANK = re.compile(r"[^\S ]")


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each cell with characters that do not belong in a table."""
    for table in package.tables.values():
        for column in table.schema.columns:
            cells = {row[column] for row in table.rows}
            faults = {cell: fault for cell in cells if (fault := character_fault(cell))}
            yield from table.where(column, faults)


def character_fault(cell: str) -> str:
    """Say what a cell has that does not belong in a table, or return the empty string."""
    if cell.isascii() and cell.isprintable():
        return _blank_fault(cell)
    if not unicodedata.is_normalized("NFC", cell):
        return f"{cell!r} is not in Unicode normal form C; `gazetteer data fmt` mends it"
    for place, character in enumerate("" if cell.isprintable() else cell):
        if character.isprintable() or _joins_arabic(cell, place):
            continue
        named = unicodedata.name(character, "a control character")
        return f"has U+{ord(character):04X} ({named}) after {cell[:place]!r}"
    return _blank_fault(cell)


def _joins_arabic(cell: str, place: int) -> bool:
    around = cell[place - 1 : place] + cell[place + 1 : place + 2]
    joins = cell[place] == _ZERO_WIDTH_NON_JOINER and len(around) == 2
    return joins and all("\u0600" <= letter <= "\u06ff" for letter in around)


def _blank_fault(cell: str) -> str:
    if cell != cell.strip() or "  " in cell or _ODD_BLANK.search(cell):
        return f"{cell!r} has stray blanks; `gazetteer data fmt` mends it"
    return ""
