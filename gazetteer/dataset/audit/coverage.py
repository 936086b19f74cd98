"""How many entities there are, and in which languages and by which sides they are named."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.dataset.audit.ground import LANGUAGES, SIDES, Ground
from gazetteer.dataset.audit.section import Section, share, table

_COLUMNS = ("what", "n", *LANGUAGES, "az’s", "am’s", "both", "az+hy")


def sections(ground: Ground) -> Sequence[Section]:
    """Make the tables: all kinds, settlements by administrative unit."""
    return [_kinds(ground), _units(ground), _roles(ground)]


def _kinds(ground: Ground) -> Section:
    groups: dict[str, list[str]] = {}
    for name in ("places", "actors", "terms"):
        for row in ground.package.rows(name):
            groups.setdefault(f"{name}: {row['kind']}", []).append(row["id"])
    rows = [_row(ground, what, entities) for what, entities in groups.items()]
    note = (
        "Share with a current name in each language; with a name of each side's own; with names in "
        "both Azerbaijani and Armenian, whoever says them."
    )
    return table("coverage", "Entities by kind, language and side", _COLUMNS, rows, note)


def _units(ground: Ground) -> Section:
    kinds = {row["id"]: row["kind"] for row in ground.package.rows("places")}
    found = []
    for unit, parts in ground.areas.items():
        settlements = [entity for entity in parts if kinds.get(entity) == "settlement"]
        if settlements:
            found.append(_row(ground, f"{unit} {ground.label(unit).text}", settlements))
    found.sort(key=lambda row: str(row[0]))
    title = "Settlements by administrative unit, of any time and perspective"
    return table("coverage", title, _COLUMNS, found)


def _row(ground: Ground, what: str, entities: Sequence[str]) -> list[object]:
    count = len(entities)
    languages = [ground.languages(entity) for entity in entities]
    sides = [ground.sides(entity) for entity in entities]
    return [
        what,
        count,
        *(share(sum(lang in known for known in languages), count) for lang in LANGUAGES),
        *(share(sum(side in known for known in sides), count) for side in SIDES),
        share(sum(len(known) == len(SIDES) for known in sides), count),
        share(sum({"az", "hy"} <= known for known in languages), count),
    ]


def _roles(ground: Ground) -> Section:
    counts: dict[tuple[str, str], list[int]] = {}
    for row in ground.package.rows("names"):
        cells = counts.setdefault((row["role"], row["lang"]), [0])
        cells[0] += 1
    roles = sorted({role for role, _ in counts})
    rows = [[role, *(counts.get((role, lang), [0])[0] for lang in LANGUAGES)] for role in roles]
    return table("coverage", "Names by role and language", ("role", *LANGUAGES), rows)
