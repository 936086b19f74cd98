"""Questions, checked once: whoever holds one of these holds a valid question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gazetteer.model.entities import Place
from gazetteer.model.timespan import Period

MAX_QUERY_LENGTH = 200
"""Code points in a name to look up; the longest name in the data is well below."""

MAX_TEXT_LENGTH = 1_000_000
"""Code points in one text to annotate: a long book; each mention costs some 4 KB meanwhile."""

MAX_LIMIT = 200

MAX_PLACES = 5_000
"""Places in one answer of a ``PlacesQuery``; more are asked for box by box."""

MAX_WITHIN_M = 200_000.0
"""Widest corridor and nearness in metres; the region itself is about 500 km across."""

MAX_POSITIONS = 20_000
"""Positions of a line or polygon that a caller gives: a route planner's for 500 km has some 10,000.
"""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in WGS 84 degrees; ``west`` > ``east`` crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, lon: float, lat: float) -> bool:
        """Tell whether the point lies inside or on the edge."""
        if not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east


@dataclass(frozen=True, slots=True)
class LabelPolicy:
    """How to label an answer: in which language, by whose names, as of which day.

    Without a ``perspective`` the label of a contested place is the neutral pair.
    """

    lang: str = "en"
    perspective: str = ""
    at: date | None = None


@dataclass(frozen=True, slots=True)
class NameQuery:
    """Which entity is called so?

    ``lang``, ``perspective`` and ``at`` prefer names of that language, side and day (they rank,
    and ``at`` also labels); ``kind`` and ``box`` restrict the answer.
    """

    text: str
    lang: str = ""
    perspective: str = ""
    at: date | None = None
    kinds: tuple[str, ...] = ()
    box: Box | None = None
    limit: int = 10


@dataclass(frozen=True, slots=True)
class TextQuery:
    """Which entities does this text mention?

    ``lang`` and ``date`` are those of the document, empty or None when not known.
    ``adjectives`` also reports demonyms and adjectives, which are mentions of their own kind;
    ``offices`` also offices, as the persons who held them on the date of the text;
    ``nested`` the shorter names inside each mention.
    """

    text: str
    lang: str = ""
    date: date | None = None
    adjectives: bool = False
    nested: bool = False
    offices: bool = False


@dataclass(frozen=True, slots=True)
class CorridorQuery:
    """Which places lie along this route? ``within_m`` None means half the route's own width.

    ``at`` None is today. ``after`` and ``before`` are ids of places: only what lies further along
    the route than the one, and less far than the other, is wanted.
    """

    route: str
    at: Period | None = None
    version: str = ""
    within_m: float | None = None
    kinds: tuple[str, ...] = ("settlement",)
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class LineQuery:
    """Which places lie along this line? ``line`` is (lon, lat) in degrees, in travel order."""

    line: tuple[tuple[float, float], ...]
    within_m: float
    at: Period | None = None
    kinds: tuple[str, ...] = ("settlement",)


@dataclass(frozen=True, slots=True)
class BetweenQuery:
    """Which places lie along the shortest way between two?"""

    first: Place
    second: Place
    within_m: float = 5_000.0
    at: Period | None = None
    kinds: tuple[str, ...] = ("settlement",)


@dataclass(frozen=True, slots=True)
class NearQuery:
    """Which places lie near this point? Distances are geodesic metres.

    ``leave_out`` is the id of a place that is not wanted: the one that is asked about itself.
    """

    lon: float
    lat: float
    within_m: float = 10_000.0
    kinds: tuple[str, ...] = ()
    at: Period | None = None
    limit: int = 10
    leave_out: str = ""


@dataclass(frozen=True, slots=True)
class InsideQuery:
    """Which places lie in this area? By its drawn extent in the time, and by statements.

    ``version`` chooses an extent, whatever the time.
    """

    area: str
    at: Period | None = None
    version: str = ""
    kinds: tuple[str, ...] = ("settlement",)
    limit: int = MAX_PLACES


@dataclass(frozen=True, slots=True)
class PolygonQuery:
    """Which places lie in this polygon, or within some metres of it?

    ``geometry`` is a GeoJSON Polygon or MultiPolygon in WGS 84 degrees, as text, and valid.
    """

    geometry: str
    margin_m: float = 0.0
    at: Period | None = None
    kinds: tuple[str, ...] = ("settlement",)
    limit: int = MAX_PLACES


@dataclass(frozen=True, slots=True)
class ChangesQuery:
    """Which places changed hands between two days? ``predicate`` is administers or claims.

    ``area`` restricts to the places in one.
    """

    since: date
    until: date
    predicate: str = "administers"
    kinds: tuple[str, ...] = ("settlement",)
    area: str = ""


@dataclass(frozen=True, slots=True)
class PlacesQuery:
    """Which places are there to draw? The most prominent ones are wanted first.

    ``at`` restricts to those that there were in a time, ``box`` to a rectangle.
    """

    at: Period | None = None
    kinds: tuple[str, ...] = ()
    box: Box | None = None
    min_prominence: int = 0
    limit: int = 1_000
