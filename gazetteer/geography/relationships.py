"""Relationships: how two places lie to each other, and which places lie between them."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.errors import QueryError
from gazetteer.geography.areas import areas_of_place
from gazetteer.geography.corridors import along_line
from gazetteer.geography.ground import Ground, accuracy_of, asked_period, measured, point_of
from gazetteer.geography.positions import ROUTES_WITHIN_M, routes_in
from gazetteer.model import (
    Along,
    AreaAt,
    BetweenQuery,
    LineBetween,
    LineQuery,
    Period,
    Place,
    Relationship,
    RouteBetween,
)


def relate(ground: Ground, first: Place, second: Place, at: Period | None = None) -> Relationship:
    """Return distance and bearings, and the areas, routes and borders that two places share.

    Raises QueryError when one has no point, or both are the same.
    """
    from gazetteer.space.plane import GEOD

    _check_two(first, second)
    period = asked_period(at)
    here, there = point_of(first, "a"), point_of(second, "b")
    bearing, back_bearing, metres = GEOD.inv(*here, *there)
    return Relationship(
        first,
        second,
        period,
        float(metres),
        float(bearing) % 360.0,
        float(back_bearing) % 360.0,
        _common_areas(ground, first, second, period),
        tuple(_common_routes(ground, first, second, period)),
        tuple(_crossed(ground, first, second, period)),
    )


def between(ground: Ground, query: BetweenQuery) -> Along:
    """Return the places along the shortest way between two, without the two, from the first on.

    What lies beyond either end, though near it, is not between.
    """
    first, second = query.first, query.second
    _check_two(first, second)
    line = (point_of(first, "a"), point_of(second, "b"))
    found = along_line(ground, LineQuery(line, query.within_m, query.at, query.kinds))
    places = tuple(
        place
        for place in found.places
        if place.place.id not in (first.id, second.id) and 0 < place.km_along < found.length_km
    )
    return Along(found.version, found.within_m, found.length_km, places)


def _check_two(first: Place, second: Place) -> None:
    if first.id == second.id:
        raise QueryError("b", f"is the same place as a, {first.id}; give two places")


def _common_areas(
    ground: Ground, first: Place, second: Place, period: Period
) -> tuple[AreaAt, ...]:
    of_both = [
        [area for area in areas_of_place(ground, place, period) if area.basis != "near"]
        for place in (first, second)
    ]
    others = {(area.area.id, area.perspective) for area in of_both[1]}
    return tuple(area for area in of_both[0] if (area.area.id, area.perspective) in others)


def _common_routes(
    ground: Ground, first: Place, second: Place, period: Period
) -> Iterator[RouteBetween]:
    """Give the routes that pass both places, the ones that pass nearest first."""
    found = []
    for route, version in routes_in(ground, period):
        line = measured(version)
        near = ROUTES_WITHIN_M
        if not all(line.may_be_within(*point_of(p, "a"), near) for p in (first, second)):
            continue
        one, other = line.locate(first), line.locate(second)
        if max(one.metres_off, other.metres_off) <= near:
            found.append(
                RouteBetween(
                    route, version, one.km_along, other.km_along, one.metres_off, other.metres_off
                )
            )
    found.sort(key=lambda r: (r.metres_off_first + r.metres_off_second, r.route.id))
    yield from found


def _crossed(ground: Ground, first: Place, second: Place, period: Period) -> Iterator[LineBetween]:
    """Give the borders and lines of contact that the geodesic between two places meets."""
    import shapely

    from gazetteer.space.corridor import densified

    ends = (point_of(first, "a"), point_of(second, "b"))
    way = shapely.LineString(densified(ends))
    for version in ground.extents.lines():
        if not version.span.touches(period):
            continue
        met = shapely.intersection(way, ground.extents.shape(version))
        crossings = shapely.get_num_geometries(met) if not met.is_empty else 0
        near = any(
            ground.extents.to_edge(version, *end).metres <= version.tolerance_m + accuracy_of(place)
            for end, place in zip(ends, (first, second), strict=True)
        )
        if crossings or near:
            yield LineBetween(ground.store.entity(version.entity), version, int(crossings), near)
