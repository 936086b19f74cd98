"""Corridors: what lies along a route or a line, between two places on it, and what differs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gazetteer.errors import QueryError, UnknownEntity
from gazetteer.geography.ground import (
    Ground,
    asked_period,
    check_metres,
    measured,
    point_of,
)
from gazetteer.lookup.keys import fold
from gazetteer.model import (
    Along,
    Comparison,
    CorridorQuery,
    LineQuery,
    Period,
    Place,
    PlaceAlong,
    RouteVersion,
    TimeSpan,
)

if TYPE_CHECKING:
    import shapely

    from gazetteer.space.corridor import Off

GIVEN = "given"
"""The version of a line that is no route of ours: the caller's own."""

_ON_ROUTE_M = 10_000.0
"""How far off a route a place may lie that is to be further along it, or less far."""


def find_route(ground: Ground, reference: str) -> Place:
    """Find a route by id or by any of its names, blanks or hyphens between the words.

    Raises UnknownEntity when nothing is called so, QueryError when several routes are.
    """
    store = ground.store
    routes = {place.id: place for place in store.routes()}
    if reference in routes:
        return routes[reference]
    if store.has(reference):
        raise UnknownEntity(reference, "route")
    named = {store.name(n).entity for n in store.names_with_key(fold(reference))}
    found = sorted(named & routes.keys())
    if not found:
        raise UnknownEntity(reference, "route")
    if len(found) > 1:
        raise QueryError("route", f"{reference!r} may be any of {', '.join(found)}; give an id")
    return routes[found[0]]


def choose_version(ground: Ground, query: CorridorQuery) -> RouteVersion:
    """Return the version asked for, else the one that held in the time asked for.

    Raises UnknownEntity for an unknown version, QueryError when none held, or several did.
    """
    versions = ground.store.route_versions(find_route(ground, query.route).id)
    if query.version:
        for version in versions:
            if version.version == query.version:
                return version
        raise UnknownEntity(query.version, "route version")
    period = asked_period(query.at)
    held = [version for version in versions if version.span.touches(period)]
    if not held:
        raise QueryError(
            "at",
            f"the route has no version with a line on {period}; it has {_spans(versions)}"
            if versions
            else "no line of this route is drawn",
        )
    if len(held) > 1 and period.day is None:
        raise QueryError(
            "at", f"several versions held in {period}: {_spans(held)}; give a day or a version"
        )
    return held[-1]


def along(ground: Ground, query: CorridorQuery) -> Along:
    """Return the places along a route in a time, in road order.

    Without ``within_m`` half the route's stated width is used; raises QueryError when it states
    none.
    """
    version = choose_version(ground, query)
    within = width_of(version, query.within_m)
    after = _km_of(ground, version, query.after, "after")
    before = _km_of(ground, version, query.before, "before")
    if after is not None and before is not None and after > before:
        raise QueryError(
            "after",
            f"{query.after} lies at km {after:.1f}, beyond {query.before} at km {before:.1f}; "
            "swap after and before",
        )
    found = _along(ground, version, within, query.kinds, query.at)
    ends = (query.after, query.before)
    places = tuple(
        place
        for place in found.places
        if (after is None or place.km_along >= after)
        and (before is None or place.km_along <= before)
        and place.place.id not in ends
    )
    return Along(version, within, found.length_km, places)


def width_of(version: RouteVersion, within_m: float | None) -> float:
    """Return the metres to each side: those asked for, else half the width that the route states.

    Raises QueryError when it states none.
    """
    if within_m is not None:
        return within_m
    if version.width_m is None:
        raise QueryError("within", "this route states no width; give one in metres")
    return version.width_m / 2


def along_line(ground: Ground, query: LineQuery) -> Along:
    """Return the places along a line that the caller gives; its version is called GIVEN."""
    version = RouteVersion("", GIVEN, TimeSpan(), query.line, None, 0)
    return _along(ground, version, query.within_m, query.kinds, query.at)


def corridor_of(version: RouteVersion, within_m: float) -> shapely.Geometry:
    """Return the ground within some metres of a line, as a polygon in degrees."""
    check_metres("within", within_m)
    return measured(version).corridor(within_m)


def compare(ground: Ground, first: CorridorQuery, second: CorridorQuery) -> Comparison:
    """Return what fell out of the first corridor, what came into the second, and what stayed."""
    one, other = along(ground, first), along(ground, second)
    in_one = {found.place.id: found for found in one.places}
    in_other = {found.place.id: found for found in other.places}
    return Comparison(
        one,
        other,
        tuple(found for found in one.places if found.place.id not in in_other),
        tuple(found for found in other.places if found.place.id not in in_one),
        tuple((f, in_other[f.place.id]) for f in one.places if f.place.id in in_other),
    )


def _along(
    ground: Ground,
    version: RouteVersion,
    within_m: float,
    kinds: tuple[str, ...],
    at: Period | None,
) -> Along:
    check_metres("within", within_m)
    line, period = measured(version), asked_period(at)
    offs: Iterable[Off] = line.within(ground.index, within_m)
    places = tuple(
        PlaceAlong(
            off.place,
            off.km_along,
            off.metres_off,
            off.side,
            off.nearest_lon,
            off.nearest_lat,
            ground.held(off.place.id, period),
        )
        for off in offs
        if off.place.is_of(kinds) and off.place.span.touches(period)
    )
    return Along(version, within_m, line.length_km, places)


def _km_of(ground: Ground, version: RouteVersion, place_id: str, parameter: str) -> float | None:
    """Return where along a route a place is, None when none is asked about."""
    if not place_id:
        return None
    place = ground.store.entity(place_id)
    if not isinstance(place, Place):
        raise QueryError(parameter, f"{place_id} is no place")
    point_of(place, parameter)
    off = measured(version).locate(place)
    if off.metres_off > _ON_ROUTE_M:
        raise QueryError(
            parameter,
            f"{place_id} lies {off.metres_off / 1000:.0f} km off this version of the route; "
            f"give a place within {_ON_ROUTE_M / 1000:.0f} km of it",
        )
    return off.km_along


def _spans(versions: Iterable[RouteVersion]) -> str:
    return ", ".join(f"{version.version} {version.span}" for version in versions)
