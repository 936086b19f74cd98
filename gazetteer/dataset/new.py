"""The rows of an entity to be: the next free id, and what must be filled in."""

from __future__ import annotations

from pathlib import Path

from gazetteer.dataset.package import Package, read_package
from gazetteer.dataset.tables import Row, render_table
from gazetteer.model import ACTOR_KINDS, PLACE_KINDS, TERM_KINDS

_CLASSES = {
    **dict.fromkeys(PLACE_KINDS, ("p", "places")),
    **dict.fromkeys(ACTOR_KINDS, ("a", "actors")),
    **dict.fromkeys(TERM_KINDS, ("t", "terms")),
}
"""The letter of the ids and the table of each kind."""

_NAME_LANGUAGES = (("en", "Latn"), ("az", "Latn"), ("hy", "Armn"), ("ru", "Cyrl"))


def next_number(package: Package, letter: str) -> int:
    """Return the first number after all that are or were in use; ids never come back."""
    gone = [row["id"] for row in package.rows("redirects")]
    numbers = [
        int(used[2:]) for used in (*package.entities, *gone) if used.startswith(f"{letter}-")
    ]
    return max(numbers, default=0) + 1


def next_id(package: Package, letter: str) -> str:
    """Return the first id that was never in use."""
    return f"{letter}-{next_number(package, letter):04d}"


def template(folder: Path, kind: str) -> str:
    """Return rows to fill in for a new entity of a kind, as CSV under the name of each file.

    Raises ValueError when no class of entity has this kind.
    """
    if kind not in _CLASSES:
        raise ValueError(f"{kind!r} is no kind of entity; the kinds are {', '.join(_CLASSES)}")
    letter, table = _CLASSES[kind]
    package = read_package(folder)
    entity = next_id(package, letter)
    rows = {
        table: [_blank(package, table, id=entity, kind=kind, prominence="10")],
        "names": [
            _blank(
                package, "names", entity=entity, lang=lang, script=script, role="official",
                certainty="certain",
            )
            for lang, script in _NAME_LANGUAGES
        ],
        "sources": [_blank(package, "sources", id="page-", kind="page")],
    }  # fmt: skip
    return "\n".join(
        f"{package.file(name)}\n{render_table(blank, package.tables[name].schema)}"
        for name, blank in rows.items()
    )


def _blank(package: Package, table: str, **cells: str) -> Row:
    return Row({column: cells.get(column, "") for column in package.tables[table].schema.columns})
