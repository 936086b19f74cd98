"""The tables as an audit looks at them: whose names there are, and what is contested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from gazetteer.dataset.package import Package, span_of
from gazetteer.dataset.sides import (
    SIDES,
    contested_settlements,
    names_in_use,
    shared_places,
    side_of,
)
from gazetteer.dataset.tables import Row
from gazetteer.lookup.keys import fold
from gazetteer.lookup.skeleton import share_a_word, sound_alike
from gazetteer.model import CERTAINTIES, ROLES, BothSides, Label, LabelPolicy, Name, choose_label

__all__ = ["LANGUAGES", "SIDES", "Ground", "side_of"]

LANGUAGES = ("en", "az", "hy", "ru", "tr", "fa", "ka", "fr", "de")


class Ground:
    """A package with the indexes that several sections need."""

    def __init__(
        self, package: Package, romanize: Callable[[Name], tuple[str, str] | None] | None = None
    ) -> None:
        self.package = package
        self._romanize = romanize

    @cached_property
    def names(self) -> Mapping[str, list[Row]]:
        """The names of each entity that could be shown and are in use today."""
        return names_in_use(self.package)

    def sides(self, entity: str) -> set[str]:
        """Return the sides that have a name of their own for an entity."""
        return {side for row in self.names.get(entity, ()) if (side := side_of(row))}

    def languages(self, entity: str) -> set[str]:
        """Return the languages in which the entity has a name in its usual script."""
        return {row["lang"] for row in self.names.get(entity, ())}

    @cached_property
    def contested(self) -> list[Row]:
        """The settlements that both sides have claimed or held."""
        return contested_settlements(self.package)

    @cached_property
    def _contested_ids(self) -> frozenset[str]:
        return frozenset(row["id"] for row in self.contested)

    @cached_property
    def shared(self) -> list[Row]:
        """The other places on contested ground that both sides have names for."""
        return shared_places(self.package)

    @cached_property
    def _shared_ids(self) -> frozenset[str]:
        return frozenset(row["id"] for row in self.shared)

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

    def label(
        self, entity: str, lang: str = "en", perspective: str = "", at: date | None = None
    ) -> Label:
        """Label an entity as the answers do."""
        names = [
            Name(row["entity"], row["lang"], row["text"], row["script"], row["role"],
                 row["perspective"], span_of(row), row["certainty"])
            for row in self.package.names_by_entity.get(entity, ())
            if row["role"] in ROLES and row["certainty"] in CERTAINTIES
        ]  # fmt: skip
        both = None
        if self._romanize and entity in self._contested_ids:
            both = BothSides(self._romanize, sound_alike)
        elif self._romanize and entity in self._shared_ids:
            both = BothSides(self._romanize, share_a_word, neutral_suffices=True)
        policy = LabelPolicy(lang, perspective=perspective, at=at)
        return choose_label(names, policy, fold, both)
