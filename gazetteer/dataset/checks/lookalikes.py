"""No word mixes scripts: a Cyrillic а among Latin letters looks right and is never found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import WARNING, Problem
from gazetteer.dataset.scripts import FOREIGN, LETTERS, script_of

_WORD = re.compile(r"[^\W\d_]+")
_TWINS = frozenset("aceopxyABCEHKMOPTXY")
"""Latin letters that have a Cyrillic twin."""

_COLUMNS = (
    ("names", "text"),
    ("names", "romanization"),
    ("perspective_names", "text"),
    ("places", "description"),
    ("actors", "description"),
    ("terms", "description"),
    ("sources", "title"),
    ("sources", "publisher"),
)


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each word in two scripts, a warning for a Latin word that may be none."""
    for name, column in _COLUMNS:
        table = package.tables[name]
        cells = {row[column] for row in table.rows}
        faults = {cell: fault for cell in cells if (fault := _fault(cell))}
        yield from table.where(column, faults)
    table = package.tables["names"]
    for row in table.rows:
        twin = _latin_twin(row["text"]) if row["script"] == "Cyrl" else ""
        if twin:
            fault = f"{twin!r} is in Latin letters that all have Cyrillic twins; is it meant so?"
            yield table.problem(row, "text", fault, WARNING)


def _fault(cell: str) -> str:
    if cell.isascii():
        return ""
    for word in _WORD.findall(cell):
        script = script_of(word[0])
        if not script or FOREIGN[script].search(word) is None:
            continue
        counted = [script_of(letter) for letter in word]
        own = max(LETTERS, key=counted.count)
        place = next(at for at, found in enumerate(counted) if found not in (own, ""))
        letter = word[place]
        return (
            f"{word!r} mixes scripts: {letter} (U+{ord(letter):04X}) is {counted[place]} "
            f"among {own} letters"
        )
    return ""


def _latin_twin(text: str) -> str:
    words: list[str] = _WORD.findall(text)
    for word in words:
        if len(word) > 1 and _TWINS.issuperset(word):
            return word
    return ""
