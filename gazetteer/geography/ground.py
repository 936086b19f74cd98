"""The ground that all geographic answers stand on: places and extents, indexed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from gazetteer.errors import QueryError
from gazetteer.model import (
    HELD_BY,
    MAX_WITHIN_M,
    Holding,
    Period,
    Place,
    PlacesFound,
    PlacesQuery,
    Relation,
    RouteVersion,
)
from gazetteer.store import Store

if TYPE_CHECKING:  # geometry costs a tenth of a second to import, and names and texts need none
    from gazetteer.space.corridor import Line
    from gazetteer.space.extents import Extents
    from gazetteer.space.index import PlaceIndex

_AREAS_REMEMBERED = 4_096
"""Areas and times of which is kept who held them: the same few are asked for each village."""

_STEPS_UP = 3
"""From a village over its district and region to its country."""


class Ground:
    """Places with a point and drawn extents of one store. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._held_above = lru_cache(_AREAS_REMEMBERED)(self._find_held_above)
        self._held_via = lru_cache(_AREAS_REMEMBERED)(self._find_held_via)

    @cached_property
    def located(self) -> tuple[Place, ...]:
        """Places with a point, by prominence, then id."""
        return tuple(sorted(self.store.places(), key=lambda place: -place.prominence))

    @cached_property
    def index(self) -> PlaceIndex:
        """Positions in it are positions in ``located``."""
        from gazetteer.space.index import PlaceIndex  # numpy, Shapely and pyproj: only when needed

        return PlaceIndex(self.located)

    @cached_property
    def extents(self) -> Extents:
        """Every drawn area and line."""
        from gazetteer.space.extents import Extents

        return Extents(self.store.areas())

    @cached_property
    def courses(self) -> tuple[tuple[Place, RouteVersion], ...]:
        """Every route with each of its versions."""
        return tuple(
            (route, version)
            for route in self.store.routes()
            for version in self.store.route_versions(route.id)
        )

    @cached_property
    def parts(self) -> tuple[dict[str, list[Relation]], dict[str, list[Relation]]]:
        """Every part-of statement by what is a part, and by what it is a part of."""
        above, below = defaultdict(list), defaultdict(list)
        for relation in self.store.relations("part-of"):
            above[relation.subject].append(relation)
            below[relation.object].append(relation)
        return dict(above), dict(below)

    @cached_property
    def holders(self) -> dict[str, dict[str, list[Relation]]]:
        """For each predicate of holding, the statements about each place."""
        found: dict[str, dict[str, list[Relation]]] = {}
        for predicate in HELD_BY:
            by_place = defaultdict(list)
            for relation in self.store.relations(predicate):
                by_place[relation.object].append(relation)
            found[predicate] = dict(by_place)
        return found

    def holdings(self, place_id: str, at: Period | None = None) -> tuple[Holding, ...]:
        """Return who administered and claimed a place, in a time or at all times, oldest first."""
        held = [
            Holding.of(relation)
            for predicate in HELD_BY
            for relation in self.store.relations_to(place_id, predicate)
            if at is None or (relation.span.touches(at) and self.was(relation.subject, at))
        ]
        return tuple(sorted(held, key=lambda h: (h.predicate, h.since, h.who)))

    def was(self, entity_id: str, at: Period) -> bool:
        """Tell whether there was such a state or area at all, whatever is said of it undated."""
        return self.store.entity(entity_id).span.touches(at)

    def held(self, place_id: str, at: Period) -> tuple[Holding, ...]:
        """Return who held a place in a time; where nobody is said to, who held what it is part of.

        Of a settlement that nobody disputes only its district or country is told of. It takes over
        who administers that, as ``via`` says, when all that it is part of agree.
        """
        own = self.holdings(place_id, at)
        if self.store.relations_to(place_id, "administers"):
            return own
        return (*self._find_held_above(place_id, at, _STEPS_UP), *own)

    def _find_held_above(self, place_id: str, at: Period, steps: int) -> tuple[Holding, ...]:
        found: dict[str, tuple[Holding, ...]] = {}
        for relation in self.store.relations_from(place_id, "part-of"):
            if not relation.span.touches(at):
                continue
            area = relation.object
            told = self._held_via(area, at)
            if not told and self.store.entity(area).kind == "country" and self.was(area, at):
                span, certainty = relation.span, relation.certainty
                told = (
                    Holding(area, "administers", span.since, span.until, certainty,
                            relation.source, relation.perspective, area),
                )  # fmt: skip
            if not told and steps:
                told = self._held_above(area, at, steps - 1)
            if told:
                word = relation.perspective
                found[area] = tuple(replace(h, perspective=h.perspective or word) for h in told)
        agreed = {tuple(sorted({one.who for one in told})) for told in found.values()}
        return next(iter(found.values())) if len(agreed) == 1 else ()

    def _find_held_via(self, area: str, at: Period) -> tuple[Holding, ...]:
        held = self.holdings(area, at)
        return tuple(replace(one, via=area) for one in held if one.predicate == "administers")

    def places(self, query: PlacesQuery) -> PlacesFound:
        """Return the places to draw, most prominent first, and how many there are."""
        found: Sequence[Place] = self.located
        if (box := query.box) is not None:
            positions = self.index.in_box(box.west, box.south, box.east, box.north)
            found = [self.located[position] for position in positions.tolist()]
        wanted = [
            place
            for place in found
            if place.prominence >= query.min_prominence
            and place.is_of(query.kinds)
            and (query.at is None or place.span.touches(query.at))
        ]
        return PlacesFound(len(wanted), tuple(wanted[: query.limit]))


@lru_cache(maxsize=256)
def measured(version: RouteVersion) -> Line:
    """Return the line of a route version, ready to measure from."""
    from gazetteer.space.corridor import Line

    return Line(version)


def asked_period(at: Period | None) -> Period:
    """Return the time that is asked about: today when it is left open."""
    return Period.today() if at is None else at


def accuracy_of(place: Place | None) -> float:
    """Return how far a place's point may be from where it is, in metres."""
    return float(place.accuracy_m or 0) if place is not None else 0.0


def point_of(place: Place, parameter: str) -> tuple[float, float]:
    """Return a place's lon and lat. Raises QueryError for one that has none."""
    if place.lon is None or place.lat is None:
        raise QueryError(parameter, f"{place.id} has no point of its own; ask for one that has")
    return place.lon, place.lat


def check_metres(parameter: str, metres: float) -> None:
    """Raise QueryError for a distance that is none, or beyond MAX_WITHIN_M."""
    if not 0 < metres <= MAX_WITHIN_M:
        raise QueryError(
            parameter, f"is {metres:g}; it must be above 0 and at most {MAX_WITHIN_M:g} m"
        )
