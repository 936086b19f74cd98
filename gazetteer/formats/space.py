"""Positions, relationships and what lies inside an area, as plain dicts for the native JSON."""

from __future__ import annotations

from gazetteer.formats.native import (
    Labeller,
    Shape,
    along,
    brief,
    dates,
    filled,
    holding,
    near,
    place_along,
    route_version,
)
from gazetteer.model import (
    Along,
    AreaAt,
    AreaVersion,
    Comparison,
    Entity,
    Inside,
    LineAt,
    LineBetween,
    Place,
    PlaceInside,
    Position,
    Relationship,
    RouteAt,
    RouteBetween,
)


def area_at(found: AreaAt, label: Labeller) -> Shape:
    """Write an area that holds a point: on what ground, by whose word, how far its edge is."""
    shape = filled(
        area=brief(found.area, label),
        basis=found.basis,
        perspective=found.perspective,
        certainty=found.certainty,
        source=found.source,
        **dates(found.span),
    )
    if found.version is not None and found.metres_from_edge is not None:
        shape["extent"] = extent(found.version)
        shape["metres_from_edge"] = round(found.metres_from_edge, 1)
        shape["is_near_edge"] = found.is_near_edge
    return shape


def extent(version: AreaVersion) -> Shape:
    """Write which drawing of an extent an answer used, and how exact it is."""
    return filled(
        version=version.version,
        tolerance_m=version.tolerance_m,
        perspective=version.perspective,
        source=version.source,
        **dates(version.span),
    )


def line_at(found: LineAt, label: Labeller) -> Shape:
    """Write how far a border or line of contact is, and how well that is known."""
    return {
        "line": brief(found.line, label),
        "extent": extent(found.version),
        "metres": round(found.metres, 1),
        "bearing": round(found.bearing, 1),
        "nearest": {"lon": round(found.nearest_lon, 6), "lat": round(found.nearest_lat, 6)},
        "tolerance_m": found.tolerance_m,
    }


def route_at(found: RouteAt, label: Labeller) -> Shape:
    """Write where along a route a point is."""
    return {
        "route": brief(found.route, label),
        "version": route_version(found.version),
        "km_along": round(found.km_along, 3),
        "metres_off": round(found.metres_off, 1),
        "side": found.side,
    }


def position(answer: Position, label: Labeller) -> Shape:
    """Write what lies where a point or place is."""
    shape: Shape = {"place": brief(answer.place, label)} if answer.place is not None else {}
    shape |= {
        "lon": answer.lon,
        "lat": answer.lat,
        "at": str(answer.period),
        "areas": [area_at(found, label) for found in answer.areas],
        "lines": [line_at(found, label) for found in answer.lines],
        "routes": [route_at(found, label) for found in answer.routes],
        "nearest": [near(found, label) for found in answer.nearest],
    }
    if answer.place is not None:
        shape["holdings"] = [holding(held, label) for held in answer.holdings]
    return shape


def relationship(answer: Relationship, label: Labeller) -> Shape:
    """Write how two places lie to each other."""
    return {
        "a": brief(answer.first, label),
        "b": brief(answer.second, label),
        "at": str(answer.period),
        "metres": round(answer.metres, 1),
        "bearing": round(answer.bearing, 1),
        "back_bearing": round(answer.back_bearing, 1),
        "areas": [area_at(found, label) for found in answer.areas],
        "routes": [_route_between(found, label) for found in answer.routes],
        "lines": [_line_between(found, label) for found in answer.lines],
    }


def place_inside(found: PlaceInside, label: Labeller) -> Shape:
    """Write a place in an area, and on what ground that is said."""
    shape: Shape = {"place": brief(found.place, label), "basis": found.basis}
    if found.metres_from_edge is not None:
        shape["metres_from_edge"] = round(found.metres_from_edge, 1)
        shape["is_near_edge"] = found.is_near_edge
    if found.perspectives:
        shape["perspectives"] = list(found.perspectives)
    return shape | {"holdings": [holding(held, label) for held in found.holdings]}


def inside(answer: Inside, at: str, label: Labeller) -> Shape:
    """Write the places in an area, and the drawing that was used."""
    shape: Shape = {"area": brief(answer.area, label)} if answer.area is not None else {}
    if answer.version is not None and answer.area is not None:
        shape["extent"] = extent(answer.version)
    return shape | {
        "at": at,
        "numberMatched": answer.matched,
        "numberReturned": len(answer.places),
        "places": [place_inside(found, label) for found in answer.places],
    }


def between(first: Entity, second: Entity, answer: Along, at: str, label: Labeller) -> Shape:
    """Write the places along the shortest way between two."""
    return {
        "a": brief(first, label),
        "b": brief(second, label),
        "at": at,
        "within_m": answer.within_m,
        "length_km": round(answer.length_km, 3),
        "places": [place_along(found, label) for found in answer.places],
    }


def comparison(
    route: Place, answer: Comparison, first_at: str, second_at: str, label: Labeller
) -> Shape:
    """Write two corridors side by side: what fell out, what came in, what both have."""
    sides = []
    for corridor, at in ((answer.first, first_at), (answer.second, second_at)):
        shape = along(route, corridor, at, label)
        sides.append(
            {key: shape[key] for key in ("at", "version", "within_m", "length_km")}
            | {"numberReturned": len(corridor.places)}
        )
    return {
        "route": brief(route, label),
        "first": sides[0],
        "second": sides[1],
        "only_first": [place_along(found, label) for found in answer.only_first],
        "only_second": [place_along(found, label) for found in answer.only_second],
        "both": [
            {"first": place_along(one, label), "second": _moved(place_along(other, label))}
            for one, other in answer.both
        ],
    }


def _moved(shape: Shape) -> Shape:
    del shape["place"]  # the same as in the first
    return shape


def _route_between(found: RouteBetween, label: Labeller) -> Shape:
    return {
        "route": brief(found.route, label),
        "version": route_version(found.version),
        "km_of_a": round(found.km_of_first, 3),
        "km_of_b": round(found.km_of_second, 3),
        "km_between": round(abs(found.km_of_second - found.km_of_first), 3),
        "metres_off_a": round(found.metres_off_first, 1),
        "metres_off_b": round(found.metres_off_second, 1),
        "first": "a" if found.km_of_first <= found.km_of_second else "b",
    }


def _line_between(found: LineBetween, label: Labeller) -> Shape:
    return {
        "line": brief(found.line, label),
        "extent": extent(found.version),
        "crossings": found.crossings,
        "is_near": found.is_near,
    }
