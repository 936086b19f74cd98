"""Timelines and changes as plain dicts for the native JSON."""

from __future__ import annotations

from gazetteer.formats.native import Labeller, Shape, brief, dates, filled, holding
from gazetteer.model import Change, ChangesQuery, Timeline, TimelineEntry


def timeline(answer: Timeline, label: Labeller) -> Shape:
    """Write what is said of an entity over time, by aspect and then oldest first."""
    shape: Shape = {"entity": brief(answer.entity, label)}
    if answer.period.first is not None or answer.period.last is not None:
        shape["at"] = str(answer.period)
    return shape | {"entries": [entry(one, label) for one in answer.entries]}


def entry(found: TimelineEntry, label: Labeller) -> Shape:
    """Write one statement on a timeline; what it does not say is left out."""
    shape: Shape = {"aspect": found.aspect, **dates(found.span)}
    if found.aspect == "name":
        shape["text"] = found.word
    elif found.other:
        shape |= {
            "predicate": found.word,
            "is_subject": found.is_subject,
            "other": {"id": found.other, "label": label(found.other).text},
        }
    else:
        shape["word"] = found.word
    shape |= {
        "lang": found.lang,
        "role": found.role,
        "perspective": found.perspective,
        "certainty": found.certainty,
        "source": found.source,
    }
    return filled(**shape)


def change(found: Change, label: Labeller) -> Shape:
    """Write who held a place before and after, and what began between."""
    return {
        "place": brief(found.place, label),
        "before": [holding(held, label) for held in found.before],
        "after": [holding(held, label) for held in found.after],
        "during": [holding(held, label) for held in found.during],
    }


def changes(query: ChangesQuery, found: tuple[Change, ...], label: Labeller) -> Shape:
    """Write the places that changed hands between two days."""
    return {
        "since": query.since.isoformat(),
        "until": query.until.isoformat(),
        "predicate": query.predicate,
        "numberMatched": len(found),
        "places": [change(one, label) for one in found],
    }
