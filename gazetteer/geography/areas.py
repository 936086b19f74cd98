"""Areas: which a point or place lies in, by whose word or drawing, and which places lie in one.

A place may lie in several areas of one rank at once: in a district of one side and in a province
of the other. All are right answers, each with its perspective.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gazetteer.errors import QueryError, UnknownEntity
from gazetteer.geography.ground import (
    Ground,
    accuracy_of,
    asked_period,
    check_metres,
    point_of,
)
from gazetteer.model import (
    CERTAINTIES,
    AreaAt,
    AreaVersion,
    Inside,
    InsideQuery,
    Period,
    Place,
    PlaceInside,
    PolygonQuery,
    Relation,
    TimeSpan,
)

_COMMON_USAGE = "int"
"""The perspective of international usage: it speaks of everybody's units."""

_DEEPEST = 8
"""Steps from a village to the largest area; the data have four."""


PartOf = Callable[[str], Iterable[Relation]]
"""Gives the part-of statements of which an entity is the subject."""


@dataclass(frozen=True, slots=True)
class _Step:
    area: str
    perspective: str
    relation: Relation
    certainty: str


def areas_of_place(ground: Ground, place: Place, period: Period) -> tuple[AreaAt, ...]:
    """Return the areas that a place is said to be part of or is drawn in, from the nearest up."""

    def part_of(entity_id: str) -> Iterable[Relation]:
        relations = ground.store.relations_from(entity_id, "part-of")
        return (r for r in relations if ground.was(r.object, period))

    steps = _stated(part_of, _own(ground), place.id, period)
    stated = {(step.area, step.perspective): step for step in steps}
    drawn: list[AreaAt] = []
    if place.lon is not None and place.lat is not None:
        drawn += areas_of_point(ground, place.lon, place.lat, period, accuracy_of(place))
    inside_last = sorted(drawn, key=lambda area: area.basis == "drawn")
    extents = {area.area.id: area for area in inside_last}
    answer = [
        _joined(ground, step, extents.get(step.area), place, period) for step in stated.values()
    ]
    answer += [area for area in drawn if area.area.id != place.id and not _is_stated(area, stated)]
    return tuple(answer)


def areas_of_point(
    ground: Ground, lon: float, lat: float, period: Period, accuracy_m: float = 0.0
) -> tuple[AreaAt, ...]:
    """Return the areas whose drawn extent in a time holds a point, smaller before larger."""
    found = []
    for basis, versions in (
        ("drawn", ground.extents.containing(lon, lat)),
        ("near", ground.extents.beside(lon, lat, accuracy_m)),
    ):
        for version in versions:
            if version.span.touches(period) and ground.was(version.entity, period):
                found.append(_drawn(ground, version, basis, lon, lat, accuracy_m))
    found.sort(key=lambda area: _size(ground, area))
    return tuple(found)


def inside(ground: Ground, query: InsideQuery) -> Inside:
    """Return the places in an area, most prominent first and then by id.

    A place is in it when its point lies in the extent of the time asked about, or when it is said
    to be part of it. Raises UnknownEntity, QueryError when nothing tells what lies in it.
    """
    period = asked_period(query.at)
    area = ground.store.entity(query.area)
    version = _extent(ground, query, period)
    stated, drawn = _members(ground, area.id, version, period)
    members = (ground.store.entity(place_id) for place_id in stated.keys() | drawn)
    found = [
        place
        for place in members
        if isinstance(place, Place) and place.is_of(query.kinds) and place.span.touches(period)
    ]
    found.sort(key=lambda place: (-place.prominence, place.id))
    chosen = found[: query.limit]
    places = tuple(
        PlaceInside(
            place,
            _basis(place.id in stated, place.id in drawn),
            metres,
            metres is not None and metres <= _tolerance(version) + accuracy_of(place),
            ground.held(place.id, period),
            stated.get(place.id, ()),
        )
        for place, metres in zip(chosen, _metres_to_edge(ground, version, chosen), strict=True)
    )
    return Inside(area, version, len(found), places)


def ids_inside(ground: Ground, area_id: str, period: Period) -> frozenset[str]:
    """Return the ids of all that is in an area in a time; see ``inside`` for the errors."""
    version = _extent(ground, InsideQuery(area_id, period), period)
    stated, drawn = _members(ground, area_id, version, period)
    return drawn | stated.keys()


def inside_polygon(ground: Ground, query: PolygonQuery) -> Inside:
    """Return the places in a polygon, or as near to it as the margin, nearest to its inside first.

    ``metres_from_edge`` of those outside says how far off they are; their basis is ``near``.
    """
    from gazetteer.space.extents import Extents

    if query.margin_m:
        check_metres("within", query.margin_m)
    period = asked_period(query.at)
    version = AreaVersion("", "given", TimeSpan(), query.geometry, 0)
    extents = Extents((version,))
    index = ground.index
    near = index.around(extents.shape(version).bounds, query.margin_m + 1.0)
    degrees = index.coordinates[near]
    holds, edges = extents.contains(version, degrees), extents.metres_to_edge(version, degrees)
    found = []
    for position, is_in, metres in zip(*(a.tolist() for a in (near, holds, edges)), strict=True):
        place = index.places[position]
        if not (is_in or metres <= query.margin_m):
            continue
        if place.is_of(query.kinds) and place.span.touches(period):
            found.append((0.0 if is_in else metres, place.id, is_in, metres, place))
    found.sort(key=lambda one: (one[0], -one[4].prominence, one[1]))
    places = tuple(
        PlaceInside(
            place,
            "drawn" if is_in else "near",
            metres,
            metres <= accuracy_of(place),
            ground.held(place.id, period),
        )
        for _, _, is_in, metres, place in found[: query.limit]
    )
    return Inside(None, version, len(found), places)


def _stated(
    part_of: PartOf, own: Mapping[str, str], entity_id: str, period: Period
) -> Iterator[_Step]:
    """Follow part-of statements upwards, as far as one perspective goes with the next.

    ``own`` gives the state or body that a perspective is of: up to it the perspective speaks, and
    what that in turn is part of is for others to say.
    """
    waiting = [_Step(entity_id, "", Relation("", "part-of", ""), CERTAINTIES[0])]
    seen: set[tuple[str, str]] = set()
    for _ in range(_DEEPEST):
        above = []
        for below in waiting:
            held = [r for r in part_of(below.area) if r.span.touches(period)]
            for relation in held:
                if below.area != own.get(below.perspective):
                    perspective = _joint(below.perspective, relation.perspective, held)
                else:  # where a state lies in turn is for itself and international usage to say
                    may_say = relation.perspective in ("", _COMMON_USAGE, below.perspective)
                    perspective = relation.perspective if may_say else None
                key = (relation.object, perspective or "")
                if perspective is None or key in seen:
                    continue
                seen.add(key)
                certainty = max(below.certainty, relation.certainty, key=CERTAINTIES.index)
                above.append(_Step(relation.object, perspective, relation, certainty))
        yield from above
        waiting = above


def _members(
    ground: Ground, area_id: str, version: AreaVersion | None, period: Period
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Return what is said to be in an area, by whose word, and what lies in a drawing of it."""
    stated = _parts(ground, area_id, period)
    if version is None and not stated:
        raise QueryError("area", f"of {area_id} no extent is drawn and no part known on {period}")
    drawn = _points_in(ground, version) if version is not None else frozenset()
    stated.pop(area_id, None)
    return stated, drawn - {area_id}


def _basis(is_stated: bool, is_drawn: bool) -> str:
    return "both" if is_stated and is_drawn else "stated" if is_stated else "drawn"


def _parts(ground: Ground, area_id: str, period: Period) -> dict[str, tuple[str, ...]]:
    """Return the ids of all that ``_stated`` finds to be in an area, and by whose word each is."""
    above, below = ground.parts
    reached: set[str] = set()
    waiting = [area_id]
    while waiting:
        held = (r.subject for r in below.get(waiting.pop(), ()) if r.span.touches(period))
        found = {part for part in held if part not in reached}
        reached |= found
        waiting += found
    own = _own(ground)

    def part_of(entity_id: str) -> Iterable[Relation]:
        return (r for r in above.get(entity_id, ()) if ground.was(r.object, period))

    said = {
        part: tuple(
            sorted(
                {s.perspective for s in _stated(part_of, own, part, period) if s.area == area_id}
            )
        )
        for part in reached
    }
    return {part: perspectives for part, perspectives in said.items() if perspectives}


def _own(ground: Ground) -> dict[str, str]:
    return {p.code: p.entity for p in ground.store.perspectives() if p.entity}


def _joint(below: str, above: str, held: Iterable[Relation]) -> str | None:
    """Return whose word a chain of two statements is, None when nobody says both.

    A side is taken to share international usage about an area (``held`` is all that is said of
    where that lies) unless it has a word of its own about it.
    """
    if not above or above == below:
        return below
    if not below or below == _COMMON_USAGE:
        return above
    if above == _COMMON_USAGE and all(r.perspective != below for r in held):
        return below
    return None


def _is_stated(area: AreaAt, stated: Collection[tuple[str, str]]) -> bool:
    """Tell whether a drawn area adds nothing: the same is said, by the same or by nobody's word."""
    said_by = {perspective for area_id, perspective in stated if area_id == area.area.id}
    return area.perspective in said_by or bool(said_by and not area.perspective)


def _joined(
    ground: Ground, step: _Step, seen: AreaAt | None, place: Place, period: Period
) -> AreaAt:
    """Put together what is said of an area and how it is drawn."""
    relation = step.relation
    said = AreaAt(
        ground.store.entity(step.area),
        "stated",
        step.perspective,
        relation.span,
        step.certainty,
        relation.source,
    )
    if seen is not None:
        return replace(
            said,
            basis="both" if seen.basis == "drawn" else "stated",
            version=seen.version,
            metres_from_edge=seen.metres_from_edge,
            is_near_edge=seen.is_near_edge,
        )
    for version in ground.store.areas(step.area):
        if (
            place.lon is not None
            and ground.extents.is_area(version)
            and version.span.touches(period)
        ):
            foot = ground.extents.to_edge(version, place.lon, place.lat or 0.0)
            return replace(said, version=version, metres_from_edge=foot.metres)
    return said


def _drawn(
    ground: Ground, version: AreaVersion, basis: str, lon: float, lat: float, accuracy_m: float
) -> AreaAt:
    metres = ground.extents.to_edge(version, lon, lat).metres
    return AreaAt(
        ground.store.entity(version.entity),
        basis,
        version.perspective,
        version.span,
        "",
        version.source,
        version,
        metres,
        metres <= version.tolerance_m + accuracy_m,
    )


def _size(ground: Ground, area: AreaAt) -> tuple[float, str]:
    shape = ground.extents.shape(area.version) if area.version else None
    return (shape.area if shape is not None else 0.0, area.area.id)


def _extent(ground: Ground, query: InsideQuery, period: Period) -> AreaVersion | None:
    versions = [v for v in ground.store.areas(query.area) if ground.extents.is_area(v)]
    if query.version:
        for version in versions:
            if version.version == query.version:
                return version
        raise UnknownEntity(query.version, "extent")
    held = [version for version in versions if version.span.touches(period)]
    if len(held) > 1:
        spans = ", ".join(f"{version.version} {version.span}" for version in held)
        raise QueryError("at", f"several extents held in {period}: {spans}; give a version")
    return held[0] if held else None


def _points_in(ground: Ground, version: AreaVersion) -> frozenset[str]:
    shape = ground.extents.shape(version)
    positions = ground.index.in_box(*shape.bounds)
    holds = ground.extents.contains(version, ground.index.coordinates[positions])
    return frozenset(ground.index.places[position].id for position in positions[holds].tolist())


def _tolerance(version: AreaVersion | None) -> float:
    return float(version.tolerance_m) if version is not None else 0.0


def _metres_to_edge(
    ground: Ground, version: AreaVersion | None, places: Sequence[Place]
) -> list[float | None]:
    """Return how far places are from the edge of a drawing, None for those without a point."""
    import numpy as np

    metres: list[float | None] = [None] * len(places)
    located = [n for n, place in enumerate(places) if place.lon is not None]
    if version is not None and located:
        degrees = np.array([point_of(places[n], "place") for n in located])
        found = ground.extents.metres_to_edge(version, degrees)
        for number, metre in zip(located, found.tolist(), strict=True):
            metres[number] = metre
    return metres
