"""Questions, checked once: whoever holds one of these holds a valid question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MAX_QUERY_LENGTH = 200
"""Code points in a name to look up; the longest name in the data is well below."""

MAX_TEXT_LENGTH = 1_000_000
"""Code points in one text to annotate: a long book; each mention costs some 4 KB meanwhile."""

MAX_LIMIT = 200

MAX_PLACES = 5_000
"""Places in one answer of a ``PlacesQuery``; more are asked for box by box."""


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
    ``nested`` the shorter names inside each mention.
    """

    text: str
    lang: str = ""
    date: date | None = None
    adjectives: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class CorridorQuery:
    """Which places lie along this route? ``within_m`` None means half the route's own width."""

    route: str
    at: date | None = None
    version: str = ""
    within_m: float | None = None
    kinds: tuple[str, ...] = ("settlement",)


@dataclass(frozen=True, slots=True)
class NearQuery:
    """Which places lie near this point? Distances are geodesic metres."""

    lon: float
    lat: float
    within_m: float = 10_000.0
    kinds: tuple[str, ...] = ()
    at: date | None = None
    limit: int = 10


@dataclass(frozen=True, slots=True)
class PlacesQuery:
    """Which places are there to draw? The most prominent ones are wanted first.

    ``at`` restricts to those that there were on a day, ``box`` to a rectangle.
    """

    at: date | None = None
    kinds: tuple[str, ...] = ()
    box: Box | None = None
    min_prominence: int = 0
    limit: int = 1_000
