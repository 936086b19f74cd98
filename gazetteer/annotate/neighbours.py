"""What the names beside a mention say for one of the things that it may mean.

Names of one list mean things of one kind (*Nakhchivan and Ordubad* are towns), places named side by
side lie near each other, and a body of state that many countries have is that of the person or the
country named beside it, else the one of its kind that was named last.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.annotate.context import TextContext, distance_m
from gazetteer.annotate.everyday import LONG_TAIL
from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.surroundings import Cues
from gazetteer.annotate.units import units_of
from gazetteer.model import Entity, Evidence, Place
from gazetteer.store import Store

_LISTED, _NEAR, _OF_THE_PERSON, _OF_THE_COUNTRY, _BODY_BEFORE = 0.2, 0.3, 0.35, 0.3, 0.2
_NEARBY_M = 30_000.0
"""Distance at which a neighbour in the text still speaks for a namesake with half its weight."""
_OF_NOTE = 20
"""Prominence from which a town is meant in a list rather than the unit of its name."""
_FARTHEST, _LONGEST_JOINT = 60, 20
"""Code points between names that may be neighbours at all, and between those of one list."""
_UNIT_AFTER, _LONGEST_LIST = 0.3, 7
_SENTENCE_END = re.compile(r"[!?։;\n]|\.\s")
_ARTICLES = ("the", "la", "le", "les", "l", "der", "die", "das", "den", "dem")
BODIES = ("state-body", "organisation", "party")


def neighbour_evidence(
    entity: Entity,
    span: Span,
    context: TextContext,
    cues: Cues,
    told: frozenset[str] = frozenset(),
) -> list[Evidence]:
    """Return what the names beside ``span`` say for ``entity``; empty when it tells nothing.

    ``told`` are the kinds that a word beside the name announces: they leave lists nothing to say.
    """
    index = context.index_of(span.start, span.end)
    if index is None:
        return []
    if entity.kind in BODIES:
        return _of_a_body(entity, index, context)
    if not isinstance(entity, Place) or entity.kind == "country":
        return []
    if told and entity.kind not in told:
        return []
    found = []
    if not told and entity.kind in _listed_kinds(index, context, cues):
        found.append(Evidence("listed-with", entity.kind, _LISTED))
    unit = _unit_after(entity, index, context)
    if unit:
        found.append(Evidence("unit-after", unit, _UNIT_AFTER))
    doubtful = entity.prominence < LONG_TAIL and not told  # a hamlet near a neighbour's namesake
    near = 0.0 if doubtful else _nearness_of_its_namesakes(entity, index, context)
    if near > 0.1:
        found.append(Evidence("near-neighbour", f"{near:.2f}", round(_NEAR * near, 4)))
    return found


def _nearness_of_its_namesakes(entity: Place, index: int, context: TextContext) -> float:
    """Return the nearness of a place; for a unit that of its seat, which it shall not outdo."""
    if entity.kind != "admin-unit":
        return _nearness(entity, index, context)
    each = [reading.entity for reading in context.readings[index].each]
    towns = [place for place in each if isinstance(place, Place) and place.kind == "settlement"]
    return max((_nearness(place, index, context) for place in towns or [entity]), default=0.0)


def _listed_kinds(index: int, context: TextContext, cues: Cues) -> set[str]:
    """Return the kinds of the names joined to this one by *and* or a comma."""
    kinds = set()
    for other in (index - 1, index + 1):
        gap = context.gap(index, other)
        if gap is None or len(gap) > _LONGEST_JOINT or _SENTENCE_END.search(gap):
            continue
        words = gap.replace(",", " ").lower().split()
        joins = "," in gap or any(word in cues.and_words for word in words)
        passing = (
            word in cues.and_words or word in cues.place_before or word in _ARTICLES
            for word in words
        )
        if joins and all(passing):
            kinds.add(_kind_in_lists(other, context))
    return kinds


def _unit_after(entity: Place, index: int, context: TextContext) -> str:
    """Return the unit of the place that the sentence names after its list, ``""`` when none.

    So *сёла Агдам и Алибейли Товузского района* are those of Tovuz.
    """
    if entity.kind != "settlement":
        return ""
    own = units_of(context.store, entity.id)
    for other in range(index + 1, index + _LONGEST_LIST):
        gap = context.gap(index, other)
        if gap is None or len(gap) > 2 * _FARTHEST or _SENTENCE_END.search(gap):
            return ""
        unit = context.likely(other)
        if unit.kind == "admin-unit":
            return unit.id if unit.id in own else ""
    return ""


def _kind_in_lists(index: int, context: TextContext) -> str:
    """Return the kind that a name has in a list: a town when it is one of some note."""
    for reading in context.readings[index].each:
        if reading.entity.kind == "settlement" and reading.entity.prominence >= _OF_NOTE:
            return "settlement"
    return context.likely(index).kind


def _nearness(entity: Place, index: int, context: TextContext) -> float:
    """Return 0–1: how near the place lies to those named right beside it in the sentence."""
    if entity.lon is None or entity.lat is None:
        return 0.0
    nearest = 0.0
    for other in (index - 1, index + 1):
        gap = context.gap(index, other)
        if gap is None or len(gap) > _FARTHEST or _SENTENCE_END.search(gap):
            continue
        place = context.likely(other)
        if not isinstance(place, Place) or place.lon is None or place.lat is None:
            continue
        own = {reading.entity.id for reading in context.readings[index].each}
        if place.kind == "settlement" and place.id not in own:
            metres = distance_m(entity.lon, entity.lat, place.lon, place.lat)
            nearest = max(nearest, 2 ** -(metres / _NEARBY_M))
    return nearest


def _of_a_body(body: Entity, index: int, context: TextContext) -> list[Evidence]:
    found = []
    people = people_of(context.store, body.id)
    for other in (index + 1, index - 1):
        gap = context.gap(index, other)
        if gap is not None and len(gap) <= 3 and context.likely(other).id in people:
            found.append(Evidence("its-person", context.likely(other).id, _OF_THE_PERSON))
            break
    country = _country_beside(index, context)
    if country and country == country_of(context.store, body.id):
        found.append(Evidence("its-country", country, _OF_THE_COUNTRY))
    if context.bodies.rank(body.id) == 0:
        found.append(Evidence("named-before", body.id, _BODY_BEFORE))
    return found


def _country_beside(index: int, context: TextContext) -> str:
    """Return the country that the sentence names last before a body, else first after it."""
    for step in (-1, 1):
        other = index + step
        for _ in range(3):
            gap = context.gap(index, other)
            if gap is None or len(gap) > 2 * _FARTHEST or _SENTENCE_END.search(gap):
                break
            country = country_of(context.store, context.likely(other).id)
            if country:
                return country
            other += step
    return ""


@lru_cache(maxsize=4096)
def people_of(store: Store, body: str) -> frozenset[str]:
    """Return the persons who speak for, work for or hold an office of the body."""
    found = {r.subject for r in store.relations_to(body, "spokesperson-of")}
    found |= {r.subject for r in store.relations_to(body, "works-for")}
    for office in store.relations_to(body, "office-of"):
        found |= {r.subject for r in store.relations_to(office.subject, "holds-office")}
    return frozenset(found)


@lru_cache(maxsize=4096)
def country_of(store: Store, entity_id: str) -> str:
    """Return the country of a body or capital, the country itself for one, ``""`` for others."""
    entity = store.entity(entity_id)
    if entity.kind == "country":
        return entity.id
    if entity.kind == "settlement":
        governed = [r.object for r in store.relations_from(entity_id, "metonym-for")]
        return country_of(store, governed[0]) if governed else ""
    if entity.kind not in BODIES:
        return ""
    for predicate in ("office-of", "part-of"):
        for relation in store.relations_from(entity_id, predicate):
            if relation.object != entity_id:
                return country_of(store, relation.object)
    return ""
