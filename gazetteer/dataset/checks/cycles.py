"""Nothing is part of itself: no part-of cycle on any day, in any perspective."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from gazetteer.dataset.package import Package, certain_days
from gazetteer.dataset.problems import Problem
from gazetteer.dataset.tables import Row

Edges = Mapping[str, list[tuple[tuple[int, int], Row]]]


def check(package: Package) -> Iterator[Problem]:
    """Yield one problem for each cycle of part-of statements that hold on one day."""
    rows = [row for row in package.rows("relations") if row["predicate"] == "part-of"]
    for perspective in sorted({row["perspective"] for row in rows}):
        edges = _knotted([row for row in rows if row["perspective"] in ("", perspective)])
        days = sorted({days[0] for leaving in edges.values() for days, _ in leaving})
        reported: set[frozenset[int]] = set()
        for day in days:
            cycle = _cycle_on(day, edges)
            lines = frozenset(row.line for row in cycle)
            if cycle and lines not in reported:
                reported.add(lines)
                path = " → ".join([*(row["subject"] for row in cycle), cycle[-1]["object"]])
                side = f" according to {perspective}" if perspective else ""
                fault = f"is part of a circle{side}: {path}"
                yield package.tables["relations"].problem(cycle[0], "object", fault)


def _knotted(rows: list[Row]) -> Edges:
    """Keep only statements that may lie on a cycle: cut off ends until none is left."""
    edges = [(days, row) for row in rows if (days := certain_days(row)) is not None]
    while True:
        subjects = {row["subject"] for _, row in edges}
        objects = {row["object"] for _, row in edges}
        kept = [
            edge
            for edge in edges
            if edge[1]["subject"] in objects and edge[1]["object"] in subjects
        ]
        if len(kept) == len(edges):
            break
        edges = kept
    leaving: defaultdict[str, list[tuple[tuple[int, int], Row]]] = defaultdict(list)
    for days, row in edges:
        leaving[row["subject"]].append((days, row))
    return leaving


def _cycle_on(day: int, edges: Edges) -> list[Row]:
    """Return the rows of one cycle that holds on a day, or nothing. Depth first, no recursion."""
    done: set[str] = set()
    for start in sorted(edges):
        path: list[Row] = []
        on_path = {start}
        stack = [iter(_holding(day, edges, start))]
        while stack:
            row = next(stack[-1], None)
            if row is None:
                stack.pop()
                left = path.pop()["object"] if path else start
                on_path.discard(left)
                done.add(left)
            elif row["object"] in on_path:
                whole = [*path, row]
                first = [step["subject"] for step in whole].index(row["object"])
                return whole[first:]
            elif row["object"] not in done:
                path.append(row)
                on_path.add(row["object"])
                stack.append(iter(_holding(day, edges, row["object"])))
    return []


def _holding(day: int, edges: Edges, subject: str) -> list[Row]:
    return [row for days, row in edges.get(subject, ()) if days[0] <= day <= days[1]]
