"""From a text to its mentions: matcher, overlaps, context, ranking, senses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gazetteer.annotate import senses
from gazetteer.annotate.context import TextContext
from gazetteer.annotate.ellipsis import shared_noun_names
from gazetteer.annotate.lowercase import names_in_small_letters
from gazetteer.annotate.offices import held_by
from gazetteer.annotate.overlaps import Span, longest_spans
from gazetteer.annotate.plain import PlainText, read_plainly
from gazetteer.annotate.ranking import resolve
from gazetteer.annotate.readings import Wanted, readings_of
from gazetteer.annotate.segments import Segments
from gazetteer.lookup.matcher import Matcher, Stretch, merged
from gazetteer.model import (
    RESOLVED,
    Actor,
    Entity,
    Evidence,
    Mention,
    Relation,
    Resolution,
    Term,
    TextQuery,
)
from gazetteer.store import Store

_SENTENCE_END = re.compile(r"[.!?։…;\n]")
_DASHES = ("-", "–", "—", "‑")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,64}\.[^\s@]{1,64}")


@dataclass(slots=True)
class _Found:
    """A mention being decided: its span, what it means, and the cues for its sense."""

    span: Span
    resolution: Resolution
    cues: tuple[Evidence, ...] | None = None

    @property
    def cases(self) -> frozenset[str]:
        """The cases that the form of the winning name may stand for."""
        name = self.resolution.candidates[0].name
        hits = self.span.hits
        return next((hit for hit in hits if hit.name is name or hit.name == name), hits[0]).cases

    @property
    def entity(self) -> Entity:
        return self.resolution.candidates[0].entity


def annotate(store: Store, matcher: Matcher, query: TextQuery) -> tuple[Mention, ...]:
    """Return the mentions in ``query.text`` in text order; none overlap but for ``nested``."""
    plain = read_plainly(query.text)
    text = plain.text
    segments = Segments(text, query.lang)
    others = shared_noun_names(text, store)
    others += names_in_small_letters(text, matcher, store, segments)
    stretches = merged(matcher.find(text), others)
    spans = _spans(text, stretches, segments, store, query)
    if not spans:
        return ()
    spans = longest_spans(spans)
    context = TextContext(store, text, segments, query.date, query.nested)
    context.gather(spans)
    found: list[_Found] = []
    for span in spans:
        found += _decide(span, context)
    mentions = tuple(_mention(index, found, context) for index in range(len(found)))
    if text is query.text:
        return mentions
    return tuple(_in_source(mention, plain, query.text) for mention in mentions)


def _spans(
    text: str, stretches: Sequence[Stretch], segments: Segments, store: Store, query: TextQuery
) -> list[Span]:
    """Return the stretches that may be mentions at all, with what each may mean."""
    addresses = _Addresses(text) if _has_addresses(text) else ()
    spans = []
    for start, end, form in stretches:
        wanted = Wanted(segments.lang_at(start), query.adjectives, query.offices)
        readings = readings_of(form, store, wanted)
        if readings is not None and start not in addresses:
            spans.append(Span(start, end, readings))
    return spans


def _has_addresses(text: str) -> bool:
    return "://" in text or "www." in text or "@" in text


class _Addresses:
    """Web and mail addresses in a text: names inside are not mentions."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _ADDRESS.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        before = bisect_right(self._starts, offset) - 1
        return before >= 0 and offset < self._ends[before]


def _in_source(mention: Mention, plain: PlainText, raw: str) -> Mention:
    """Move a mention of the plain text to where it stands in the raw text."""
    start, end = plain.raw_span(mention.start, mention.end)
    nested = tuple(_in_source(inner, plain, raw) for inner in mention.nested)
    return replace(mention, start=start, end=end, surface=raw[start:end], nested=nested)


def _decide(span: Span, context: TextContext) -> list[_Found]:
    """Resolve a span; when it is no mention, the shorter names inside it get their chance."""
    resolution = resolve(span, context)
    if resolution is None:
        inner = longest_spans([replace(nested, nested=[]) for nested in span.nested])
        return [found for nested in inner for found in _decide(nested, context)]
    found = _Found(span, resolution)
    context.accepted.add(found.entity.id)
    if found.entity.kind == "person":
        context.persons.note(found.entity.id)
    elif found.entity.kind == "state-body" and resolution.status == RESOLVED:
        context.bodies.note(found.entity.id)
    return [found]


def _cues(mention: _Found, context: TextContext) -> tuple[Evidence, ...]:
    """Return the cues for the sense of a capital or country, worked out once."""
    if mention.cues is None:
        mention.cues = ()
        if _speaks_for(mention.entity, context) or mention.entity.kind == "country":
            mention.cues = _weighed_cues(mention, context)
    return mention.cues


def _weighed_cues(mention: _Found, context: TextContext) -> tuple[Evidence, ...]:
    span = mention.span
    found = senses.weigh(
        context.text[span.start : span.end],
        mention.cases,
        context.around(span.start, span.end),
        context.segments.cues_at(span.start),
        context.line_before(span.start),
    )
    if mention.entity.kind == "facility":
        return (*found, Evidence("seat", mention.entity.type, 1.0))
    return found


def _speaks_for(entity: Entity, context: TextContext) -> str:
    """Return the id of the government that the place's name may stand for, or ``""``."""
    relations = _metonyms(context.store, entity.id)
    if context.day is not None:
        relations = tuple(r for r in relations if r.span.contains(context.day)) or relations
    return relations[0].object if relations else ""


@lru_cache(maxsize=4096)
def _metonyms(store: Store, entity_id: str) -> tuple[Relation, ...]:
    return store.relations_from(entity_id, "metonym-for")


def _mention(index: int, found: Sequence[_Found], context: TextContext) -> Mention:
    mention = found[index]
    span, entity, resolution = mention.span, mention.entity, mention.resolution
    if entity.kind == "office":
        beside = _beside(index, found, context)
        resolution = held_by(resolution.candidates[0], span, beside, context)
    sense, metonym_for = _class_sense(entity), ""
    evidence: tuple[Evidence, ...] = ()
    government = _speaks_for(entity, context)
    if government:
        evidence = _beside_a_town(index, found, context) or _cues(mention, context)
        joined = []
        if not evidence:
            joined = [_cues(found[other], context) for other in _joined(index, found, context)]
        sense, _ = senses.decide(evidence, joined)
        metonym_for = government if sense == "government" else ""
        if not evidence and metonym_for:
            evidence = (Evidence("joined-names", "shares the cues of its neighbour", 0.5),)
    return Mention(
        span.start,
        span.end,
        context.text[span.start : span.end],
        sense,
        resolution,
        metonym_for,
        evidence,
        tuple(_nested(inner, context) for inner in span.nested) if context.nested else (),
        entity.id if entity.kind == "office" else "",
    )


def _beside(index: int, found: Sequence[_Found], context: TextContext) -> list[Entity]:
    """Return what stands right before and after an office: Armenian PM Nikol Pashinyan."""
    return [
        found[other].entity
        for other in (index + 1, index - 1)
        if 0 <= other < len(found)
        and context.text[
            min(found[index].span.end, found[other].span.end) : max(
                found[index].span.start, found[other].span.start
            )
        ].strip()
        in ("", ",")
    ]


def _class_sense(entity: Entity) -> str:
    if isinstance(entity, Actor):
        return "actor"
    return "term" if isinstance(entity, Term) else "place"


def _joined(index: int, found: Sequence[_Found], context: TextContext) -> list[int]:
    """Return the indices of mentions whose sense this one shares when it has no cue of its own.

    Those joined to it by *and*, a comma or a dash; else the nearest capital or country with cues
    in the same sentence, as in *Tehran is against it, Moscow cautious, Ankara content*.
    """
    joined = _joined_directly(index, found, context)
    if any(_cues(found[other], context) for other in joined):
        return joined
    near = [
        other for other in (index - 1, index - 2, index + 1, index + 2) if 0 <= other < len(found)
    ]
    same = [
        other
        for other in near
        if _cues(found[other], context) and _same_sentence(found[index], found[other], context)
    ]
    return same[:1]


def _joined_directly(index: int, found: Sequence[_Found], context: TextContext) -> list[int]:
    """Return the indices of the mentions joined to one by *and*, a comma or a dash."""
    joined = []
    for first, second in ((index - 1, index), (index, index + 1)):
        if first < 0 or second >= len(found):
            continue
        gap = context.text[found[first].span.end : found[second].span.start]
        words = gap.replace(",", " ").replace("(", " ").split()
        and_words = context.segments.cues_at(found[index].span.start).and_words
        if len(gap) <= 12 and all(w.lower() in and_words or w in "-–—/" for w in words):
            joined.append(first if second == index else second)
    return joined


def _beside_a_town(
    index: int, found: Sequence[_Found], context: TextContext
) -> tuple[Evidence, ...]:
    """Return evidence for a city where *and* joins it to a town that speaks for nobody.

    So *both Shusha and Stepanakert were shelled*, and the road Stepanakert – Goris; what is joined
    by a comma may be two.
    """
    and_words = context.segments.cues_at(found[index].span.start).and_words
    for other in _joined_directly(index, found, context):
        first, second = sorted((index, other))
        gap = context.text[found[first].span.end : found[second].span.start].lower().split()
        entity = found[other].entity
        town = entity.kind == "settlement" and not _speaks_for(entity, context)
        if town and len(gap) == 1 and (gap[0] in and_words or gap[0] in _DASHES):
            surface = context.text[found[other].span.start : found[other].span.end]
            return (Evidence("joined-town", surface, -1.0),)
    return ()


def _same_sentence(one: _Found, other: _Found, context: TextContext) -> bool:
    first, second = sorted((one.span, other.span), key=lambda span: span.start)
    if not one.cases & other.cases:
        return False
    return _SENTENCE_END.search(context.text[first.end : second.start]) is None


def _nested(span: Span, context: TextContext) -> Mention:
    """Make a mention of a shorter name inside a longer one; its sense is that of its class."""
    resolution = resolve(span, context) or Resolution("unknown")
    entity = resolution.candidates[0].entity if resolution.candidates else None
    surface = context.text[span.start : span.end]
    sense = _class_sense(entity) if entity else "place"
    return Mention(span.start, span.end, surface, sense, resolution)
