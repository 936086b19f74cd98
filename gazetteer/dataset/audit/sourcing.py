"""What the rows rest on: datasets, pages, texts, or the editors' own knowledge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gazetteer.dataset.audit.ground import Ground
from gazetteer.dataset.audit.section import Section, share, table

_TABLES = ("places", "names", "relations", "statuses", "identifiers")


def sections(ground: Ground) -> Sequence[Section]:
    """Make the tables: rows by kind of source, and by certainty; the datasets one by one."""
    package = ground.package
    kinds = {row["id"]: row["kind"] for row in package.rows("sources")}
    rows = []
    for name in _TABLES:
        found = package.rows(name)
        counts = Counter(kinds.get(row["source"], "?") for row in found)
        certain = (
            Counter(row["certainty"] for row in found)
            if "certainty" in _columns(ground, name)
            else None
        )
        rows.append(
            [
                name,
                len(found),
                *(
                    share(counts[kind], len(found))
                    for kind in ("dataset", "page", "text", "editor")
                ),
                share(certain["certain"], len(found)) if certain else "",
                share(certain["uncertain"], len(found)) if certain else "",
            ]
        )
    columns = ("table", "rows", "dataset", "page", "text", "editor", "certain", "uncertain")
    return [
        table("sources", "Rows by what they rest on", columns, rows),
        _datasets(ground, kinds),
    ]


def _columns(ground: Ground, name: str) -> tuple[str, ...]:
    return ground.package.tables[name].schema.columns


def _datasets(ground: Ground, kinds: dict[str, str]) -> Section:
    cited: Counter[str] = Counter()
    for name in _TABLES:
        cited.update(row["source"] for row in ground.package.rows(name))
        if "coordinate_source" in _columns(ground, name):
            cited.update(row["coordinate_source"] for row in ground.package.rows(name))
    rows = [(source, kind, cited[source]) for source, kind in kinds.items() if kind != "page"]
    rows.sort(key=lambda row: -row[2])
    pages = sum(kind == "page" for kind in kinds.values())
    unused = sum(not cited[source] for source in kinds)
    note = f"{pages} pages are cited besides; {unused} sources are cited by none of these tables."
    return table("sources", "Datasets, texts and editors", ("id", "kind", "rows"), rows, note)
