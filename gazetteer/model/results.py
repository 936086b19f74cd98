"""Answers: resolutions, mentions and places along a line, each able to say why."""

from __future__ import annotations

from dataclasses import dataclass, field

from gazetteer.model.entities import Entity, Place
from gazetteer.model.names import Name
from gazetteer.model.statements import RouteVersion

RESOLVED, AMBIGUOUS, UNKNOWN = "resolved", "ambiguous", "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step of reasoning: the ``rule`` that spoke, what it saw, and the weight it added.

    >>> Evidence("case-ending", "-də (az locative)", -0.01).rule
    'case-ending'
    """

    rule: str
    detail: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean; ``score`` in 0–1 is the sum of the evidence, clipped."""

    entity: Entity
    name: Name
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Ranked candidates, best first, with a status: resolved, ambiguous or unknown.

    An unknown name may have candidates too: the nearest listed names, none near enough to be meant.
    """

    status: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion of a prefix: the name that begins so, and its entity."""

    entity: Entity
    name: Name


SENSES = ("place", "government", "actor", "term")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text. ``start`` and ``end`` count code points of the original text.

    ``sense`` tells a capital that is a city (``place``) from one that speaks for its government
    (``government``; then ``metonym_for`` is the government's id); other entities are ``place``,
    ``actor`` or ``term`` by class. ``nested`` keeps shorter names inside this one.
    """

    start: int
    end: int
    surface: str
    sense: str
    resolution: Resolution
    metonym_for: str = ""
    sense_evidence: tuple[Evidence, ...] = ()
    nested: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """Who administered or claimed a place on a day, and on which source."""

    who: str
    predicate: str
    since: str
    until: str
    certainty: str
    source: str
    perspective: str = ""


@dataclass(frozen=True, slots=True)
class PlaceAlong:
    """A place along a route: position along it and distance off it, both geodesic.

    ``side`` is ``left``, ``right`` or ``on`` (nearer than 50 m) of the line as drawn, in travel
    order; it is sure only when ``metres_off`` exceeds the tolerance of the route version.
    """

    place: Place
    km_along: float
    metres_off: float
    side: str
    nearest_lon: float
    nearest_lat: float
    holdings: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True)
class Along:
    """The answer to a CorridorQuery: the version that held, the width used, places in order."""

    version: RouteVersion
    within_m: float
    length_km: float
    places: tuple[PlaceAlong, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A place near a point: geodesic metres, bearing from the point in degrees from north."""

    place: Place
    metres: float
    bearing: float
    holdings: tuple[Holding, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """Places to draw, most prominent first, and how many ``matched`` before the limit."""

    matched: int
    places: tuple[Place, ...] = ()
