"""Answers: resolutions, mentions and places along a line, each able to say why."""

from __future__ import annotations

from dataclasses import dataclass, field

from gazetteer.model.entities import Entity, Place
from gazetteer.model.names import Name
from gazetteer.model.statements import AreaVersion, Relation, RouteVersion
from gazetteer.model.timespan import ALWAYS, Period, TimeSpan

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
    ``actor`` or ``term`` by class. ``nested`` keeps shorter names inside this one. ``office`` is
    the id of the office when the mention is one (*the Armenian prime minister*).
    """

    start: int
    end: int
    surface: str
    sense: str
    resolution: Resolution
    metonym_for: str = ""
    sense_evidence: tuple[Evidence, ...] = ()
    nested: tuple[Mention, ...] = ()
    office: str = ""


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
    via: str = ""
    """The area of which this is said, when nothing is said of the place, which is part of it."""

    @classmethod
    def of(cls, relation: Relation) -> Holding:
        """Read a relation that tells who holds a place."""
        return cls(
            relation.subject,
            relation.predicate,
            relation.span.since,
            relation.span.until,
            relation.certainty,
            relation.source,
            relation.perspective,
        )


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


TIMELINE_ASPECTS = (
    "existence",
    "name",
    "administers",
    "claims",
    "status",
    "part-of",
    "office",
    "membership",
    "event",
    "extent",
    "course",
    "relation",
)
"""What a timeline tells of, in the order in which its rows are drawn."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated or undated statement on a timeline.

    ``aspect`` is one of TIMELINE_ASPECTS. ``word`` is what is said when it is no entity: the text
    of a name, a status, the version of a route or extent, the predicate of another relation.
    ``other`` is the id of the entity at the other end: who held, which district, which office,
    who held the office; ``is_subject`` tells that the timeline's entity is the subject of it.
    ``lang`` and ``role`` belong to names.
    """

    aspect: str
    span: TimeSpan = ALWAYS
    word: str = ""
    other: str = ""
    is_subject: bool = False
    lang: str = ""
    role: str = ""
    perspective: str = ""
    certainty: str = ""
    source: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether either end is known."""
        return bool(self.span.since or self.span.until)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is said of an entity over time, by aspect and then oldest first."""

    entity: Entity
    period: Period
    entries: tuple[TimelineEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Who held a place on the first day asked about and on the last, and what began between.

    ``during`` are the holdings that began after the first day, up to the last: each has the date
    and the source of a change. A place that was lost and won back is told too.
    """

    place: Place
    before: tuple[Holding, ...] = ()
    after: tuple[Holding, ...] = ()
    during: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaAt:
    """An area that a point or place lies in, and on what ground that is said.

    ``basis`` is ``stated`` (it is said to be part of the area), ``drawn`` (the point is inside the
    drawn extent ``version``), ``both``, or ``near`` (it is outside the drawn extent, by less than
    can be known). ``perspective``, ``span``, ``certainty`` and ``source`` are of the statement,
    else of the drawing. ``metres_from_edge`` is geodesic, None when nothing is drawn; when it is
    below the tolerances of drawing and point together, ``is_near_edge`` says so.
    """

    area: Entity
    basis: str
    perspective: str = ""
    span: TimeSpan = ALWAYS
    certainty: str = ""
    source: str = ""
    version: AreaVersion | None = None
    metres_from_edge: float | None = None
    is_near_edge: bool = False


@dataclass(frozen=True, slots=True)
class PlaceInside:
    """A place in an area; ``basis``, ``metres_from_edge``, ``is_near_edge`` as in ``AreaAt``.

    ``perspectives`` are those by whose word it is there, ``""`` for nobody's in particular; none
    when that is only drawn.
    """

    place: Place
    basis: str
    metres_from_edge: float | None = None
    is_near_edge: bool = False
    holdings: tuple[Holding, ...] = ()
    perspectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inside:
    """The answer to an InsideQuery: the extent that was used, None when none is drawn."""

    area: Entity | None
    version: AreaVersion | None
    matched: int
    places: tuple[PlaceInside, ...] = ()


@dataclass(frozen=True, slots=True)
class LineAt:
    """How far a border or line of contact lies: geodesic metres and its nearest point.

    ``tolerance_m`` is that of the drawn line and of the point measured from, added.
    """

    line: Entity
    version: AreaVersion
    metres: float
    bearing: float
    nearest_lon: float
    nearest_lat: float
    tolerance_m: float


@dataclass(frozen=True, slots=True)
class RouteAt:
    """A route that runs near a point: where along it, how far off, on which side."""

    route: Place
    version: RouteVersion
    km_along: float
    metres_off: float
    side: str


@dataclass(frozen=True, slots=True)
class Position:
    """What lies where a point or place is, in a time: areas, lines, routes, nearest places."""

    lon: float
    lat: float
    period: Period
    place: Place | None = None
    areas: tuple[AreaAt, ...] = ()
    lines: tuple[LineAt, ...] = ()
    routes: tuple[RouteAt, ...] = ()
    nearest: tuple[Near, ...] = ()
    holdings: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteBetween:
    """A route that passes both of two places: where each is along it, and which comes first."""

    route: Place
    version: RouteVersion
    km_of_first: float
    km_of_second: float
    metres_off_first: float
    metres_off_second: float


@dataclass(frozen=True, slots=True)
class LineBetween:
    """A border or line of contact that the geodesic between two places crosses, how often."""

    line: Entity
    version: AreaVersion
    crossings: int
    is_near: bool = False
    """Whether either place is so near to it that its tolerance decides the crossing."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """How two places lie to each other in a time; distance and bearings are geodesic.

    ``bearing`` leads from ``first`` to ``second``, ``back_bearing`` back, degrees from north.
    ``areas`` are those that both lie in, with how the first of them lies in it.
    """

    first: Place
    second: Place
    period: Period
    metres: float
    bearing: float
    back_bearing: float
    areas: tuple[AreaAt, ...] = ()
    routes: tuple[RouteBetween, ...] = ()
    lines: tuple[LineBetween, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two corridors side by side: what only the first has, only the second, and both have."""

    first: Along
    second: Along
    only_first: tuple[PlaceAlong, ...] = ()
    only_second: tuple[PlaceAlong, ...] = ()
    both: tuple[tuple[PlaceAlong, PlaceAlong], ...] = ()
