"""Who is meant by an office: ``the Armenian prime minister`` on the date of the document.

Offices are no mentions unless a question asks for them. Then each is resolved to the person who
held it on the day of the text, or beside whose name it stands; without a date to those who hold it
still and those whom the text names. Where the data know nobody, the office stands for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.annotate.context import TextContext
from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.ranking import BASE, CLEAR_MARGIN
from gazetteer.model import (
    AMBIGUOUS,
    RESOLVED,
    Candidate,
    Entity,
    Evidence,
    Relation,
    Resolution,
)

_BESIDE, _ON_THE_DAY, _STILL, _NAMED, _FORMER, _UNDATED = 0.5, 0.35, 0.2, 0.2, 0.1, 0.1


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is known where an office is named: whose name stands beside it, and is it past."""

    context: TextContext
    beside: str
    former: bool


def held_by(
    office: Candidate, span: Span, neighbours: Sequence[Entity], context: TextContext
) -> Resolution:
    """Return the persons that ``office`` stands for at ``span``; ``neighbours`` touch it.

    The name of each candidate is that of the office as it was found; the evidence says since when
    and until when the person held it.
    """
    cues = context.segments.cues_at(span.start)
    around = context.around(span.start, span.end)
    former = any(word in cues.former_words for word in around.previous_words(1))
    holders = context.store.relations_to(office.entity.id, "holds-office")
    beside = next((e.id for e in neighbours if any(r.subject == e.id for r in holders)), "")
    asked = _Asked(context, beside, former)
    best: dict[str, Candidate] = {}
    for relation in holders:
        candidate = _weighed(relation, office, asked)
        known = best.get(relation.subject)
        if candidate is not None and (known is None or candidate.score > known.score):
            best[relation.subject] = candidate
    if not best:
        return Resolution(RESOLVED, (office,))
    candidates = sorted(best.values(), key=lambda c: (-c.score, c.entity.id))
    clear = len(candidates) == 1 or candidates[0].score - candidates[1].score >= CLEAR_MARGIN
    return Resolution(RESOLVED if clear else AMBIGUOUS, tuple(candidates))


def _weighed(relation: Relation, office: Candidate, asked: _Asked) -> Candidate | None:
    """Weigh one holder; None when nothing says that this one is meant."""
    context, day, span = asked.context, asked.context.day, relation.span
    found: list[Evidence] = []
    if relation.subject == asked.beside:
        found.append(Evidence("holder-beside", str(span), _BESIDE))
    named = context.named_in_full(relation.subject)
    if asked.former:
        if not named or not span.until or (day is not None and span.contains(day)):
            return _candidate(relation, office, found, context) if found else None
        found.append(Evidence("former-holder", str(span), _FORMER))
    elif not span.since and not span.until:
        found.append(Evidence("holder-undated", relation.certainty, _UNDATED))
    elif day is not None and span.contains(day):
        found.append(Evidence("holder-on-the-day", f"{span} on {day}", _ON_THE_DAY))
    elif day is None and not span.until:
        found.append(Evidence("holder-still", str(span), _STILL))
    elif day is None and named:
        found.append(Evidence("holder-once", str(span), 0.0))
    if not found:
        return None
    if named:
        found.append(Evidence("named", relation.subject, _NAMED))
    return _candidate(relation, office, found, context)


def _candidate(
    relation: Relation, office: Candidate, found: list[Evidence], context: TextContext
) -> Candidate:
    name = office.name
    steps = (
        Evidence("office", f"{name.text} ({name.lang}, {office.entity.id})", BASE),
        *found,
    )
    score = min(1.0, sum(step.weight for step in steps))
    return Candidate(context.store.entity(relation.subject), name, round(score, 4), steps)
