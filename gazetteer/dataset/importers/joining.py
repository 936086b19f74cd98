"""Which of our entities an imported place is: by a shared identifier, else by name and nearness."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from gazetteer.dataset.importers.records import ImportedPlace
from gazetteer.dataset.lookup_keys import fold_keys
from gazetteer.dataset.package import Package
from gazetteer.lookup.keys import fold
from gazetteer.space.plane import geodesic_metres

WITHIN_M = 3_000.0
"""How far apart two records of one settlement may lie: its outskirts, and a rounded minute."""

TWINS_WITHIN_M = 1_500.0
"""How far apart one catalogue's two records of one settlement may lie.

A catalogue that has two ids mostly means two places, Upper and Lower; only those whose main names
are alike are taken for one.
"""


@dataclass(frozen=True, slots=True)
class Joined:
    """``entities`` is empty for a new place, one id for a known one, several when unsure."""

    entities: tuple[str, ...]
    how: str


class Known:
    """The places of a package, and those imported so far, by identifier and by name."""

    def __init__(
        self, package: Package, within_m: float = WITHIN_M, *, mind_twins: bool = True
    ) -> None:
        self._within_m = within_m
        self._mind_twins = mind_twins
        self._kinds: dict[str, str] = {}
        self._points: dict[str, tuple[float, float]] = {}
        self._by_identifier: dict[tuple[str, str], str] = {}
        self._by_key: defaultdict[str, set[str]] = defaultdict(set)
        self._schemes: defaultdict[str, set[str]] = defaultdict(set)
        self._main_keys: defaultdict[str, set[str]] = defaultdict(set)
        for row in package.rows("places"):
            located = row["lon"] and row["lat"]
            point = (float(row["lon"]), float(row["lat"])) if located else None
            self.add_place(row["id"], row["kind"], point)
        for row in package.rows("identifiers"):
            self.add_identifier(row["entity"], row["scheme"], row["value"])
        for row in package.rows("names"):
            is_main = row["role"] in ("official", "common")
            self.add_name(row["entity"], row["text"], row["romanization"], is_main=is_main)

    def add_place(self, entity: str, kind: str, point: tuple[float, float] | None) -> None:
        """Note a place, so that later records can be joined to it."""
        self._kinds[entity] = kind
        if point is not None:
            self._points[entity] = point

    def add_identifier(self, entity: str, scheme: str, value: str) -> None:
        """Note what another catalogue calls it."""
        self._by_identifier[scheme, value] = entity
        self._schemes[entity].add(scheme)

    def add_name(
        self, entity: str, text: str, romanization: str = "", *, is_main: bool = False
    ) -> None:
        """Note a name of it; only those of places count."""
        if entity in self._kinds:
            for key in fold_keys(text, romanization):
                self._by_key[key].add(entity)
                if is_main:
                    self._main_keys[entity].add(key)

    def holder(self, scheme: str, value: str) -> str | None:
        """Return the entity that has this identifier."""
        return self._by_identifier.get((scheme, value))

    def join(self, place: ImportedPlace) -> Joined:
        """Find the entity that the place is."""
        held = {self._by_identifier.get(identifier) for identifier in place.identifiers} - {None}
        entities = sorted(entity for entity in held if entity is not None)
        if entities:
            return Joined(tuple(entities), "identifier")
        namesakes = {
            entity
            for name in place.names
            for entity in self._by_key.get(fold(name.text), ())
            if self._kinds[entity] == place.kind
        }
        near = [entity for entity in sorted(namesakes) if self._is_same(place, entity)]
        return Joined(tuple(near), f"name within {self._within_m:g} m" if near else "")

    def _is_same(self, place: ImportedPlace, entity: str) -> bool:
        metres = self.metres_from(place, entity)
        if metres is None or metres > self._within_m:
            return False
        own = place.identifiers[0][0] if self._mind_twins and place.identifiers else ""
        if own in self._schemes[entity]:
            main = fold(place.names[0].text)
            return metres <= TWINS_WITHIN_M and main in self._main_keys[entity]
        return True

    def metres_from(self, place: ImportedPlace, entity: str) -> float | None:
        """Return how far a record lies from the entity's point, None when either has none."""
        if place.lon is None or place.lat is None or entity not in self._points:
            return None
        return geodesic_metres(place.lon, place.lat, *self._points[entity])
