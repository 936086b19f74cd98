"""Which of the candidate names is meant: the match first, then what the question prefers.

A score is 0.75 × how well the name matches + 0.15 × prominence (0.13 where the name is only spelt
or sounds alike) + preferences (language, perspective, day, role), clipped to 0–1. Candidates of one
entity count once, by their best name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from gazetteer.lookup.candidates import Found
from gazetteer.model import (
    AMBIGUOUS,
    RESOLVED,
    UNKNOWN,
    Candidate,
    Entity,
    Evidence,
    Name,
    NameQuery,
    Place,
    Resolution,
)
from gazetteer.store import Store

CLEAR_MARGIN = 0.075
"""Lead over the runner-up from which an answer is called resolved: namesakes stay ambiguous unless
one is 50 points more prominent, or the language, the side and the day speak for it."""

LEAST_SURE = 0.78
"""Match below which an answer is never called resolved, however alone it stands."""

LEAST_MEANT = 0.7
"""Match below which the name is unknown and its candidates are only the nearest listed names."""

LITTLE_KNOWN = 20
"""Prominence below which a place is hardly ever asked for: many sound like something else."""

LEAST_SURE_OF_DOUBTFUL, LEAST_MEANT_OF_LITTLE_KNOWN = 0.9, 0.76
"""The same two bars where the first candidate is such a place, or somebody by a bare surname."""

_MATCH_SHARE, _PROMINENCE_SHARE = 0.75, 0.15
_ALIKE, _PROMINENCE_OF_ALIKE = ("typo", "transliteration"), 0.13
"""A name that is only spelt or sounds alike: fame speaks less for it than letters do."""

_ROLE_WEIGHT = {"official": 0.02, "common": 0.02, "short": -0.02, "historical": -0.01}


def rank(store: Store, query: NameQuery, found: Iterable[Found]) -> Resolution:
    """Rank candidates for a query: the kinds and the box restrict, everything else only weighs."""
    best: dict[str, tuple[Candidate, float]] = {}
    for candidate in found:
        name = store.name(candidate.number)
        entity = store.entity(name.entity)
        if not _is_allowed(entity, query):
            continue
        weighed = _weigh(entity, name, candidate, query)
        known = best.get(entity.id)
        if known is None or weighed.score > known[0].score:
            best[entity.id] = weighed, candidate.match
    ranked = sorted(
        best.values(), key=lambda c: (-c[0].score, -c[0].entity.prominence, c[0].entity.id)
    )
    candidates = tuple(candidate for candidate, _ in ranked)
    match = ranked[0][1] if ranked else 0.0
    return Resolution(_status(candidates, match), candidates[: query.limit])


def _status(candidates: Sequence[Candidate], match: float) -> str:
    """Say how sure the answer is, from how well the first candidate matches and its lead."""
    if not candidates:
        return UNKNOWN
    first = candidates[0]
    little_known = first.entity.prominence < LITTLE_KNOWN
    if match < (LEAST_MEANT_OF_LITTLE_KNOWN if little_known else LEAST_MEANT):
        return UNKNOWN
    doubtful = little_known or first.name.role == "short"  # Elçin is not Yeltsin
    if match < (LEAST_SURE_OF_DOUBTFUL if doubtful else LEAST_SURE):
        return AMBIGUOUS
    clear = len(candidates) == 1 or candidates[0].score - candidates[1].score >= CLEAR_MARGIN
    return RESOLVED if clear else AMBIGUOUS


def _is_allowed(entity: Entity, query: NameQuery) -> bool:
    if query.kinds and entity.kind not in query.kinds and entity.type not in query.kinds:
        return False
    if query.box is None:
        return True
    if not isinstance(entity, Place) or entity.lon is None or entity.lat is None:
        return False
    return query.box.contains(entity.lon, entity.lat)


def _weigh(entity: Entity, name: Name, found: Found, query: NameQuery) -> Candidate:
    share = _PROMINENCE_OF_ALIKE if found.evidence.rule in _ALIKE else _PROMINENCE_SHARE
    steps = [
        Evidence(found.evidence.rule, found.evidence.detail, round(_MATCH_SHARE * found.match, 4)),
        Evidence(
            "prominence",
            str(entity.prominence),
            round(share * entity.prominence / 100, 4),
        ),
    ]
    if name.role in _ROLE_WEIGHT:
        steps.append(Evidence("role", name.role, _ROLE_WEIGHT[name.role]))
    if query.lang and name.lang == query.lang:
        steps.append(Evidence("language", name.lang, 0.03))
    if query.perspective and name.perspective == query.perspective:
        steps.append(Evidence("perspective", name.perspective, 0.03))
    if not _in_use(name, query.at):
        steps.append(Evidence("out-of-date", str(name.span), -0.03))
    score = min(1.0, max(0.0, sum(step.weight for step in steps)))
    return Candidate(entity, name, round(score, 4), tuple(steps))


def _in_use(name: Name, at: date | None) -> bool:
    return name.span.contains(at) if at is not None else not name.span.until
