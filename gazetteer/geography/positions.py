"""Positions: what lies where a point or place is, and which places are near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gazetteer.errors import QueryError
from gazetteer.geography.areas import areas_of_place, areas_of_point
from gazetteer.geography.ground import (
    Ground,
    accuracy_of,
    asked_period,
    check_metres,
    measured,
    point_of,
)
from gazetteer.model import (
    LineAt,
    Near,
    NearQuery,
    Period,
    Place,
    Position,
    RouteAt,
    RouteVersion,
)

ROUTES_WITHIN_M = 5_000.0
"""How far off a route may run that is near a point."""

_FIRST_WITHIN_M = (10_000.0, 40_000.0)
"""How far is looked first: mostly there is enough, and the rest need not be measured."""

_Found = tuple[float, str, float, Place]
"""Metres, id, bearing, place."""

_NEAREST = 5
_NEAREST_WITHIN_M = 50_000.0
_NEAREST_KINDS = ("settlement",)


def near(ground: Ground, query: NearQuery) -> tuple[Near, ...]:
    """Return the places within a geodesic distance of a point, nearest first."""
    check_metres("within", query.within_m)
    check_point(query.lon, query.lat)
    period = asked_period(query.at)
    found: list[_Found] = []
    for metres in (*(first for first in _FIRST_WITHIN_M if first < query.within_m), query.within_m):
        found = _nearest_within(ground, query, metres, period)
        if len(found) >= query.limit:
            break
    return tuple(
        Near(place, metre, bearing, ground.held(place.id, period))
        for metre, _, bearing, place in found[: query.limit]
    )


def _nearest_within(
    ground: Ground, query: NearQuery, within_m: float, period: Period
) -> list[_Found]:
    """Return the nearest places, as many as are asked for and those as near as the last."""
    index = ground.index
    positions = index.around((query.lon, query.lat, query.lon, query.lat), within_m)
    metres, bearings = index.metres_from(query.lon, query.lat, positions)
    found: list[_Found] = []
    for number in metres.argsort(kind="stable").tolist():
        metre, place = float(metres[number]), index.places[positions[number]]
        if metre > within_m or (len(found) >= query.limit and metre > found[query.limit - 1][0]):
            break
        if not place.span.touches(period):
            continue
        if place.is_of(query.kinds) and place.id != query.leave_out:
            found.append((metre, place.id, float(bearings[number]), place))
    return sorted(found, key=lambda one: one[:2])


def at_point(ground: Ground, lon: float, lat: float, at: Period | None = None) -> Position:
    """Return what lies at a point in a time: areas, borders, routes near it, nearest places."""
    check_point(lon, lat)
    period = asked_period(at)
    return Position(
        lon,
        lat,
        period,
        None,
        areas_of_point(ground, lon, lat, period),
        tuple(_lines(ground, lon, lat, period, 0.0)),
        tuple(_routes(ground, lon, lat, period)),
        near(ground, _nearest(lon, lat, period)),
    )


def of_place(ground: Ground, place: Place, at: Period | None = None) -> Position:
    """Return what lies where a place is, and who held it. Raises QueryError without a point."""
    lon, lat = point_of(place, "place")
    period = asked_period(at)
    return Position(
        lon,
        lat,
        period,
        place,
        areas_of_place(ground, place, period),
        tuple(_lines(ground, lon, lat, period, accuracy_of(place))),
        tuple(_routes(ground, lon, lat, period)),
        near(ground, _nearest(lon, lat, period, place.id)),
        ground.held(place.id, period),
    )


def check_point(lon: float, lat: float) -> None:
    """Raise QueryError for degrees that are no point of the Earth."""
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise QueryError(
            "lat" if abs(lat) > 90 else "lon",
            f"lon {lon:g}, lat {lat:g} is no point; lon is -180 to 180, lat -90 to 90",
        )


def routes_in(ground: Ground, period: Period) -> Iterator[tuple[Place, RouteVersion]]:
    """Give every route with the versions that held in a time."""
    for route, version in ground.courses:
        if version.span.touches(period):
            yield route, version


def _nearest(lon: float, lat: float, period: Period, leave_out: str = "") -> NearQuery:
    return NearQuery(
        lon, lat, _NEAREST_WITHIN_M, _NEAREST_KINDS, period, _NEAREST, leave_out=leave_out
    )


def _lines(
    ground: Ground, lon: float, lat: float, period: Period, accuracy_m: float
) -> Iterable[LineAt]:
    found = []
    for version in ground.extents.lines():
        if version.span.touches(period):
            foot = ground.extents.to_edge(version, lon, lat)
            found.append(
                LineAt(
                    ground.store.entity(version.entity),
                    version,
                    foot.metres,
                    foot.bearing,
                    foot.lon,
                    foot.lat,
                    version.tolerance_m + accuracy_m,
                )
            )
    return sorted(found, key=lambda line: (line.metres, line.line.id))


def _routes(ground: Ground, lon: float, lat: float, period: Period) -> Iterable[RouteAt]:
    found = []
    for route, version in routes_in(ground, period):
        line = measured(version)
        if not line.may_be_within(lon, lat, ROUTES_WITHIN_M):
            continue
        off = line.locate(Place("", "", lon=lon, lat=lat))
        if off.metres_off <= ROUTES_WITHIN_M:
            found.append(RouteAt(route, version, off.km_along, off.metres_off, off.side))
    return sorted(found, key=lambda one: (one.metres_off, one.route.id))
