"""Statements about entities: relations, outside identifiers, sources, perspectives, routes."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.model.timespan import ALWAYS, TimeSpan

PREDICATES = (
    "part-of",
    "administers",
    "claims",
    "seat-of",
    "capital-of",
    "successor-of",
    "metonym-for",
    "holds-office",
    "office-of",
    "member-of",
    "spokesperson-of",
    "works-for",
    "located-on",
    "borders",
    "signatory-of",
    "party-to",
    "opposed-term",
    "occurred-at",
    "same-route-as",
)

HELD_BY = ("administers", "claims")
"""The predicates that tell who holds a place; they run from the holder to it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One row of ``relations.csv``: subject, predicate, object, according to whom and when.

    ``administers`` and ``claims`` run from the polity or country to the place. ``span`` may have
    neither end known. ``perspective`` is empty when no side disputes the statement.
    """

    subject: str
    predicate: str
    object: str
    perspective: str = ""
    span: TimeSpan = ALWAYS
    certainty: str = "certain"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """The id of an entity in another catalogue (``wikidata``, ``geonames``, ``wof``…)."""

    entity: str
    scheme: str
    value: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    """Whether a settlement was ``inhabited``, ``abandoned`` or ``destroyed`` in a span of time."""

    place: str
    status: str
    span: TimeSpan = ALWAYS
    certainty: str = "certain"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from."""

    id: str
    kind: str
    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""
    licence: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Perspective:
    """Who is speaking: a state, a de facto authority, an empire, an international body."""

    code: str
    kind: str
    span: TimeSpan = ALWAYS
    description: str = ""
    entity: str = ""
    """The id of the state or body that speaks; empty when it is no one body."""


@dataclass(frozen=True, slots=True)
class RouteVersion:
    """A route as it ran in one span of time.

    ``line`` is a tuple of (lon, lat) in degrees in travel order; ``width_m`` the whole width that
    the route's founding text gives the corridor (None when it gives none); ``tolerance_m`` how far
    the drawn line may lie from the real one.
    """

    route: str
    version: str
    span: TimeSpan
    line: tuple[tuple[float, float], ...]
    width_m: int | None
    tolerance_m: int
    source: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class AreaVersion:
    """The extent of a place (an area, or a line such as a border) in one span of time.

    ``geometry`` is a GeoJSON geometry in WGS 84 degrees, as text; ``tolerance_m`` how far a drawn
    edge may lie from the real one; ``perspective`` whose extent it is, empty when undisputed.

    >>> AreaVersion("p-0001", "1994", TimeSpan("1994"), '{"type": "Polygon"}', 1500).version
    '1994'
    """

    entity: str
    version: str
    span: TimeSpan
    geometry: str
    tolerance_m: int
    source: str = ""
    method: str = ""
    perspective: str = ""
