"""Namesakes told apart by the district that the text names: Füzulinin Dilağarda kəndi.

Lists of villages name their district first (*Hocalı'nın Demirciler ve Sığnak köyleri*) or behind
(*Qışlaq, Süleymanlı kəndləri, Cəbrayıl rayonu*). A village that is part of the district named
nearest before it, or of one in the same line, is likelier than its namesakes elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter

from gazetteer.annotate.context import TextContext
from gazetteer.annotate.kinds import kind_word_after
from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.readings import Reading
from gazetteer.annotate.surroundings import Cues
from gazetteer.model import Entity, Evidence, Place
from gazetteer.store import Store

_FARTHEST = 600
"""Code points before a name within which a district still speaks for its villages."""
_BESIDE = 40
"""The same for a name that is a district's too: it may be meant itself."""
_LONGEST_LINE, _FEW = 2_000, 8
"""Code points of a line, and units before a name, that are looked at."""
_COUNTED = 3
"""Words within which a district owns some villages: *Qazaxın dörd kəndi*."""
_BESIDE_WEIGHT, _BEFORE_WEIGHT, _SAME_LINE_WEIGHT = 0.2, 0.15, 0.1


def unit_evidence(entity: Entity, span: Span, context: TextContext) -> Evidence | None:
    """Return evidence when the text names the district that the place is part of."""
    if not context.units or not isinstance(entity, Place) or entity.kind != "settlement":
        return None
    own = units_of(context.store, entity.id)
    if not own:
        return None
    before, nearest = _unit_before(span, context)
    if not own.isdisjoint(nearest):
        weight = _BESIDE_WEIGHT if before <= _BESIDE else _BEFORE_WEIGHT
        return Evidence("in-named-unit", min(own & nearest), weight)
    if span.readings.units:
        return None
    line_start, line_end = context.line_around(span.start)
    first = _first_from(context, max(line_start, span.start - _LONGEST_LINE))
    end = min(line_end, span.start + _LONGEST_LINE)
    for start, units in context.units[first : _first_from(context, end)]:
        if start != span.start and not own.isdisjoint(units):
            return Evidence("in-named-unit", min(own & units), _SAME_LINE_WEIGHT)
    return None


def _first_from(context: TextContext, place: int) -> int:
    """Return the index of the first unit that stands at ``place`` or after it."""
    return bisect_left(context.units, place, key=itemgetter(0))


def owner_evidence(
    reading: Reading, span: Span, context: TextContext, cues: Cues
) -> Evidence | None:
    """Return evidence when a district owns a village: *Füzulinin Horadiz qəsəbəsi*.

    A name in the genitive before that of a village with its kind word, or before several, is the
    district's and not that of the town of the same name; so is one before *four villages*.
    """
    if reading.entity.kind != "admin-unit" or "gen" not in reading.hit.cases:
        return None
    words = cues.kind_words.get("settlement", ())
    following = context.around(span.start, span.end).next_words(_COUNTED)
    counted = next((word for word in following if word in words), None)
    village = context.span_at(span.end + 1)
    if counted is None and village is not None:
        last = context.around(*context.last_joined(*village, cues))
        counted = kind_word_after("settlement", last, cues)
    return Evidence("owns-village", counted, _BESIDE_WEIGHT) if counted is not None else None


def _unit_before(span: Span, context: TextContext) -> tuple[int, frozenset[str]]:
    """Return how far before the name the last unit stands, and its ids; none when too far."""
    distance, nearest = 0, frozenset[str]()
    for start, units in _units_before(context, span.start):
        holder = context.span_at(start)
        if holder is None or holder[1] < span.end:  # else the name stands in the unit's own
            distance, nearest = span.start - start, units
            break
    farthest = _BESIDE if span.readings.units else _FARTHEST
    return (distance, nearest) if distance <= farthest else (distance, frozenset())


def _units_before(context: TextContext, place: int) -> list[tuple[int, frozenset[str]]]:
    """Return the last few units that stand before ``place``, nearest first."""
    end = _first_from(context, place)
    return context.units[max(0, end - _FEW) : end][::-1]


@lru_cache(maxsize=16_384)
def units_of(store: Store, place: str) -> frozenset[str]:
    """Return the ids of the units that the place is or was part of, by anybody's word."""
    return frozenset(relation.object for relation in store.relations_from(place, "part-of"))
