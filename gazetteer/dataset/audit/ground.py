"""The tables as an audit looks at them: whose names there are, and what is contested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property

from gazetteer.dataset.package import Package, span_of
from gazetteer.dataset.tables import Row
from gazetteer.lookup.keys import fold
from gazetteer.lookup.skeleton import sound_alike
from gazetteer.model import CERTAINTIES, ROLES, Label, LabelPolicy, Name, choose_label

LANGUAGES = ("en", "az", "hy", "ru", "tr", "fa", "ka", "fr", "de")
SIDES = ("az", "am")
_SHOWN = ("official", "common", "exonym", "variant", "short", "acronym")
_CLAIMANTS = ("az", "am")


class Ground:
    """A package with the indexes that several sections need."""

    def __init__(
        self, package: Package, romanize: Callable[[Name], tuple[str, str] | None] | None = None
    ) -> None:
        self.package = package
        self._romanize = romanize

    @cached_property
    def names(self) -> Mapping[str, list[Row]]:
        """The names of each entity that could be shown and are in use today.

        Those of the Artsakh authorities count although they ended: they are still used.
        """
        found: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.package.rows("names"):
            if row["role"] in _SHOWN and (not row["until"] or row["perspective"] == "nk"):
                found[row["entity"]].append(row)
        return found

    def sides(self, entity: str) -> set[str]:
        """Return the sides that have a name of their own for an entity."""
        return {side for row in self.names.get(entity, ()) if (side := side_of(row))}

    def languages(self, entity: str) -> set[str]:
        """Return the languages in which the entity has a name in its usual script."""
        return {row["lang"] for row in self.names.get(entity, ())}

    @cached_property
    def contested(self) -> list[Row]:
        """The settlements that both sides have claimed or held, in the order of ids."""
        holders = self._side_of_holder
        parties: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.package.rows("relations"):
            if row["predicate"] in ("claims", "administers") and row["subject"] in holders:
                parties[row["object"]].add(holders[row["subject"]])
        return [
            row
            for row in self.package.rows("places")
            if row["kind"] == "settlement" and parties[row["id"]].issuperset(_CLAIMANTS)
        ]

    @cached_property
    def _contested_ids(self) -> frozenset[str]:
        return frozenset(row["id"] for row in self.contested)

    @cached_property
    def _side_of_holder(self) -> dict[str, str]:
        """The states and authorities that speak for a side, by the perspective they have."""
        return {
            row["entity"]: "am" if row["code"] == "nk" else row["code"]
            for row in self.package.rows("perspectives")
            if row["code"] in ("az", "am", "nk")
        }

    @cached_property
    def gaps(self) -> Mapping[tuple[str, str], str]:
        """Why a side has no name for an entity: (entity, side) -> reason."""
        return {
            (row["entity"], row["perspective"]): row["reason"] for row in self.package.rows("gaps")
        }

    @cached_property
    def areas(self) -> Mapping[str, list[str]]:
        """The entities that are part of each administrative unit, by the unit's id."""
        units = {row["id"] for row in self.package.rows("places") if row["kind"] in ("admin-unit",)}
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for row in self.package.rows("relations"):
            if row["predicate"] == "part-of" and row["object"] in units:
                found[row["object"]][row["subject"]] = None
        return {unit: list(parts) for unit, parts in found.items()}

    def label(self, entity: str, lang: str = "en", perspective: str = "") -> Label:
        """Label an entity as the answers do."""
        names = [
            Name(row["entity"], row["lang"], row["text"], row["script"], row["role"],
                 row["perspective"], span_of(row), row["certainty"])
            for row in self.package.names_by_entity.get(entity, ())
            if row["role"] in ROLES and row["certainty"] in CERTAINTIES
        ]  # fmt: skip
        romanize = self._romanize if entity in self._contested_ids else None
        policy = LabelPolicy(lang, perspective=perspective)
        return choose_label(names, policy, fold, romanize, sound_alike)


def side_of(row: Row) -> str:
    """Return the side that a name is of, ``""`` for nobody's or another's."""
    return {"az": "az", "am": "am", "nk": "am"}.get(row["perspective"], "")
