"""History: what is said of an entity over time, and what changed between two days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from gazetteer.errors import QueryError
from gazetteer.geography.areas import ids_inside
from gazetteer.geography.ground import Ground
from gazetteer.model import (
    HELD_BY,
    TIMELINE_ASPECTS,
    Actor,
    Change,
    ChangesQuery,
    Entity,
    Holding,
    Period,
    Place,
    Relation,
    Timeline,
    TimelineEntry,
    TimeSpan,
    earliest_day,
)
from gazetteer.store import Store

_ASPECTS = {
    "part-of": "part-of",
    "holds-office": "office",
    "office-of": "office",
    "spokesperson-of": "office",
    "member-of": "membership",
    "works-for": "membership",
    "occurred-at": "event",
    "signatory-of": "event",
    "party-to": "event",
}
"""Predicate -> aspect of a timeline; of the others the aspect is ``relation``."""

_TOLD_BY_CHANGES = (*HELD_BY, "part-of", "located-on")
"""What a state or district has hundreds of: a timeline of it leaves the other end out."""


def timeline(store: Store, entity: Entity, period: Period | None = None) -> Timeline:
    """Return every statement about an entity that may hold in a time, by aspect, oldest first."""
    asked = period or Period()
    entries = [
        entry
        for tell in (_existence, _names, _relations_from, _relations_to, _statuses, _drawn)
        for entry in tell(store, entity)
        if entry.span.touches(asked)
    ]
    entries.sort(key=_in_order)
    return Timeline(entity, asked, tuple(entries))


def changes(ground: Ground, query: ChangesQuery) -> tuple[Change, ...]:
    """Return the places whose holders changed between two days, most prominent first.

    Raises QueryError for days out of order or a predicate that tells of no holder.
    """
    if query.since >= query.until:
        raise QueryError(
            "until", f"{query.until} is not after {query.since}; give the earlier day first"
        )
    if query.predicate not in HELD_BY:
        raise QueryError("predicate", f"{query.predicate!r} is none of {', '.join(HELD_BY)}")
    wanted = _ids_inside(ground, query) if query.area else None
    same = {r.object: r.subject for r in ground.store.relations("successor-of")}
    found = []
    for place_id, held in ground.holders[query.predicate].items():
        place = ground.store.entity(place_id)
        if not isinstance(place, Place) or not place.is_of(query.kinds):
            continue
        if wanted is not None and place_id not in wanted:
            continue
        change = _change(place, held, query, [_continued(ground.store, r, same) for r in held])
        if change is not None:
            found.append(change)
    found.sort(key=lambda change: (-change.place.prominence, change.place.id))
    return tuple(found)


def _continued(store: Store, relation: Relation, same: Mapping[str, str]) -> Relation:
    """Return who held a place as one line of states: its founding is no conquest.

    A state that succeeds another is the same as that; what it administered on its first day it did
    not take from anybody.
    """
    since = relation.span.since
    if relation.predicate == "administers" and since == store.entity(relation.subject).span.since:
        since = ""
    span = TimeSpan(since, relation.span.until)
    return replace(relation, subject=same.get(relation.subject, relation.subject), span=span)


def _change(
    place: Place,
    held: Sequence[Relation],
    query: ChangesQuery,
    compared: Sequence[Relation] | None = None,
) -> Change | None:
    """Tell what changed of one place, None when nothing did; ``compared`` is ``held`` continued."""
    before = [r for r in held if r.span.contains(query.since)]
    after = [r for r in held if r.span.contains(query.until)]
    between = Period(query.since, query.until)
    during = [r for r in held if r.span.since and r not in before and r.span.touches(between)]
    if not _holders_change(held if compared is None else compared, query):
        return None
    return Change(place, _holdings(before), _holdings(after), _holdings(during))


def _holders_change(held: Sequence[Relation], query: ChangesQuery) -> bool:
    """Tell whether other ones held a place on some day than on the first."""
    begun = {earliest_day(r.span.since) for r in held if r.span.since}
    ends = {r.span.last_day for r in held}
    ended = {end + timedelta(days=1) for end in ends if end is not None and end < query.until}
    days = [query.since, *(day for day in begun | ended if query.since < day <= query.until)]
    holders = {frozenset(r.subject for r in held if r.span.contains(day)) for day in days}
    return len(holders) > 1


def _holdings(relations: Sequence[Relation]) -> tuple[Holding, ...]:
    ordered = sorted(relations, key=lambda r: (r.span.since, r.subject))
    return tuple(map(Holding.of, ordered))


def _ids_inside(ground: Ground, query: ChangesQuery) -> frozenset[str]:
    """Return what lies in the area on either day: its extent may have changed too."""
    area = ground.store.entity(query.area)
    found: set[str] = set()
    faults: list[QueryError] = []
    for day in (query.since, query.until):
        try:
            found.update(ids_inside(ground, area.id, Period.on(day)))
        except QueryError as fault:
            faults.append(fault)
    if len(faults) == 2:
        raise faults[0]
    return frozenset(found)


def _existence(_: Store, entity: Entity) -> Iterator[TimelineEntry]:
    if entity.span != TimeSpan():
        yield TimelineEntry("existence", entity.span, source=entity.source)


def _names(store: Store, entity: Entity) -> Iterator[TimelineEntry]:
    for name in store.names_of(entity.id):
        yield TimelineEntry(
            "name",
            name.span,
            name.text,
            lang=name.lang,
            role=name.role,
            perspective=name.perspective,
            certainty=name.certainty,
            source=name.source,
        )


def _relations_from(store: Store, entity: Entity) -> Iterator[TimelineEntry]:
    for relation in store.relations_from(entity.id):
        if relation.predicate not in (*HELD_BY, "located-on"):
            yield _related(store, relation, relation.object, is_subject=True)


def _relations_to(store: Store, entity: Entity) -> Iterator[TimelineEntry]:
    for relation in store.relations_to(entity.id):
        if relation.predicate in HELD_BY:
            yield _related(store, relation, relation.subject, aspect=relation.predicate)
        elif relation.predicate not in _TOLD_BY_CHANGES:
            yield _related(store, relation, relation.subject)


def _related(
    store: Store, relation: Relation, other: str, is_subject: bool = False, aspect: str = ""
) -> TimelineEntry:
    told = aspect or _ASPECTS.get(relation.predicate, "relation")
    return TimelineEntry(
        told,
        store.entity(other).span if told == "event" else relation.span,
        relation.predicate,
        other,
        is_subject,
        perspective=relation.perspective,
        certainty=relation.certainty,
        source=relation.source,
    )


def _statuses(store: Store, entity: Entity) -> Iterator[TimelineEntry]:
    for status in store.statuses_of(entity.id):
        yield TimelineEntry(
            "status",
            status.span,
            status.status,
            certainty=status.certainty,
            source=status.source,
        )


def _drawn(store: Store, entity: Entity) -> Iterator[TimelineEntry]:
    """Give the versions of an extent, and of a route its courses."""
    if isinstance(entity, Actor | Place):
        for area in store.areas(entity.id):
            yield TimelineEntry("extent", area.span, area.version, source=area.source)
    if entity.kind == "route":
        for route in store.route_versions(entity.id):
            yield TimelineEntry("course", route.span, route.version, source=route.source)


def _in_order(entry: TimelineEntry) -> tuple[int, bool, str, str, str, str]:
    """By aspect; dated statements before undated ones; then oldest first."""
    return (
        TIMELINE_ASPECTS.index(entry.aspect),
        not entry.is_dated,
        entry.span.since,
        entry.span.until,
        entry.lang,
        entry.word + entry.other,
    )
