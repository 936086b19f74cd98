"""Entities: places, actors and terms. None of them has a name of its own; see ``Name``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from gazetteer.model.timespan import ALWAYS, TimeSpan

PLACE_KINDS = (
    "settlement",
    "admin-unit",
    "region",
    "country",
    "feature",
    "facility",
    "area",
    "route",
)
ACTOR_KINDS = (
    "person",
    "state-body",
    "organisation",
    "polity",
    "mission",
    "medium",
    "party",
    "office",
)
TERM_KINDS = ("agreement", "war", "event", "concept")
STATUSES = ("", "inhabited", "abandoned", "destroyed")


@dataclass(frozen=True, slots=True)
class Entity:
    """Anything that the gazetteer names. ``id`` is opaque: ``p-``, ``a-`` or ``t-`` and a number.

    ``kind`` is one of the design's kinds, ``type`` a finer word (``village``, ``ministry``).
    ``prominence`` (0–100) is an editor's weight for choosing among namesakes; it is no verdict.
    ``description`` is one neutral line in English, empty when there is none.
    """

    id: str
    kind: str
    type: str = ""
    span: TimeSpan = ALWAYS
    prominence: int = 0
    description: str = ""
    source: str = ""

    def is_of(self, kinds: Collection[str]) -> bool:
        """Tell whether it is of one of some kinds or types; of no kinds, that everything is."""
        return not kinds or self.kind in kinds or self.type in kinds


@dataclass(frozen=True, slots=True)
class Place(Entity):
    """A place with its representative point in WGS 84 degrees and how exact that point is.

    A route or an area may have no point of its own; then ``lon`` and ``lat`` are None.
    """

    lon: float | None = None
    lat: float | None = None
    accuracy_m: int | None = None
    coordinate_source: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Actor(Entity):
    """A person, state body, organisation, polity, mission, medium, party or office."""


@dataclass(frozen=True, slots=True)
class Term(Entity):
    """An agreement, war, event or concept; ``description`` is its definition."""
