"""What is written of an imported place: rows of the tables, never in place of an editor's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gazetteer.dataset.importers.joining import Known
from gazetteer.dataset.importers.records import ImportedName, ImportedPlace
from gazetteer.dataset.package import Package
from gazetteer.dataset.tables import Row
from gazetteer.lookup.keys import fold

_SHOWABLE = ("official", "common", "exonym", "variant", "historical", "acronym", "short")

_MAIN_SCRIPT = {"az": "Latn"}
"""The script of a language's labels, where it is written in several."""


class Writer:
    """Collects new rows by table; ``rows`` are theirs alone, the package is not changed."""

    def __init__(self, package: Package, known: Known, source: str, first_number: int) -> None:
        self._package = package
        self._known = known
        self._source = source
        self._next = first_number
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._texts: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
        self._exact: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self._leading: set[tuple[str, str, str]] = set()
        self._by_hand: set[tuple[str, str, str]] = set()
        datasets = {row["id"] for row in package.rows("sources") if row["kind"] == "dataset"}
        for row in package.rows("names"):
            self._note(row)
            if row["source"] not in datasets and row["role"] in _SHOWABLE:
                self._by_hand.add((row["entity"], row["lang"], row["script"]))

    def add(self, place: ImportedPlace, accuracy_m: int, prominence: int) -> str:
        """Write a new place with all its names; return its id."""
        entity = f"p-{self._next:04d}"
        self._next += 1
        point = None
        if place.lon is not None and place.lat is not None:
            point = (place.lon, place.lat)
        located = {}
        if point is not None:
            located = {
                "lon": f"{point[0]:.5f}",
                "lat": f"{point[1]:.5f}",
                "accuracy_m": str(accuracy_m),
                "coordinate_source": self._source,
            }
        self._append(
            "places",
            id=entity,
            kind=place.kind,
            type=place.type,
            prominence=str(prominence),
            source=self._source,
            **located,
        )
        if place.status:
            self._append(
                "statuses",
                place=entity,
                status=place.status,
                certainty="probable",
                source=self._source,
            )
        self._known.add_place(entity, place.kind, point)
        self.complete(entity, place)
        return entity

    def complete(self, entity: str, place: ImportedPlace) -> tuple[int, int]:
        """Add to an entity the identifiers and names that it lacks; return how many of each.

        In a language in which an editor has named the entity nothing is added: the names of a
        catalogue are often misspelt, outdated or a namesake's, and an editor has looked at them.
        """
        identifiers = 0
        for scheme, value in place.identifiers:
            if self._known.holder(scheme, value) is None:
                self._known.add_identifier(entity, scheme, value)
                self._append(
                    "identifiers", entity=entity, scheme=scheme, value=value, source=self._source
                )
                identifiers += 1
        return identifiers, sum(self._add_name(entity, name) for name in place.names)

    def part_of(self, entity: str, whole: str, perspective: str, certainty: str) -> None:
        """Say that a place is part of a unit."""
        self._append(
            "relations",
            subject=entity,
            predicate="part-of",
            object=whole,
            perspective=perspective,
            certainty=certainty,
            source=self._source,
        )

    def _add_name(self, entity: str, name: ImportedName) -> bool:
        if (entity, name.lang, name.script) in self._by_hand and name.role != "romanized":
            return False
        same_letters = (name.lang, name.script, fold(name.text))
        if (name.lang, name.text) in self._exact[entity] or same_letters in self._texts[entity]:
            return False
        role = name.role
        if role == "common" and name.script != _MAIN_SCRIPT.get(name.lang, name.script):
            role = "variant"
        if role == "common" and (entity, name.lang, name.script) in self._leading:
            role = "variant"  # the name that came first leads: files are imported best first
        self._append(
            "names",
            entity=entity,
            lang=name.lang,
            script=name.script,
            text=name.text,
            role=role,
            since=name.since,
            until=name.until,
            certainty=name.certainty,
            source=self._source,
        )
        self._note(self.rows["names"][-1])
        self._known.add_name(entity, name.text, is_main=role in ("official", "common"))
        return True

    def _note(self, row: Row) -> None:
        entity = row["entity"]
        self._texts[entity].add((row["lang"], row["script"], fold(row["text"])))
        self._exact[entity].add((row["lang"], row["text"]))
        if row["role"] in ("official", "common") and not row["until"]:
            self._leading.add((entity, row["lang"], row["script"]))

    def _append(self, table: str, **cells: str) -> None:
        columns = self._package.tables[table].schema.columns
        self.rows[table].append(Row({column: cells.get(column, "") for column in columns}))


def has_showable_name(names: Iterable[ImportedName]) -> bool:
    """Tell whether one of the names could be a label."""
    return any(name.role in _SHOWABLE for name in names)
