"""The native JSON shapes, as plain dicts: what the REST interface and the command line print.

Every function is pure. Keys with nothing to say are left out; a key that is documented as
optional appears only when it was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gazetteer.model import (
    Along,
    Candidate,
    Entity,
    Evidence,
    Holding,
    Identifier,
    Label,
    Mention,
    Name,
    Near,
    Place,
    PlaceAlong,
    PlaceStatus,
    Relation,
    Resolution,
    RouteVersion,
    Source,
    Suggestion,
    TimeSpan,
)

Shape = dict[str, Any]
Labeller = Callable[[str], Label]
"""Gives an entity's label in the language, perspective and day of the request."""

Namer = Callable[[str], Sequence[Name]]
"""Gives all names of an entity."""


def name(statement: Name) -> Shape:
    """Write a name: text, language, script, role, and whose it is, since when, on what source."""
    return filled(
        text=statement.text,
        lang=statement.lang,
        script=statement.script,
        role=statement.role,
        perspective=statement.perspective,
        certainty=statement.certainty,
        romanization=statement.romanization,
        source=statement.source,
        **dates(statement.span),
    )


def romanizations(written: Iterable[tuple[str, str]]) -> list[Shape]:
    """Write what was generated from a name: each text, and the scheme that it was written by.

    >>> romanizations([("Shushi", "bgnpcgn-hye-Armn-Latn-1981")])
    [{'text': 'Shushi', 'scheme': 'bgnpcgn-hye-Armn-Latn-1981'}]
    """
    return [{"text": text, "scheme": scheme} for text, scheme in written]


def romanized(lang: str, written: Iterable[tuple[str, str]]) -> Shape:
    """Write the romanizations of a text, and the language that it was taken to be in."""
    return filled(lang=lang) | {"romanizations": romanizations(written)}


def label_parts(label: Label) -> list[Shape]:
    """Write whose names a label is made of; a romanized one with the code of its scheme."""
    return [
        {"perspective": part.perspective, "text": part.text}
        | ({"scheme": part.scheme} if part.scheme else {})
        for part in label.parts
    ]


def evidence(steps: Iterable[Evidence]) -> list[Shape]:
    """Write reasoning steps in order."""
    return [{"rule": s.rule, "detail": s.detail, "weight": s.weight} for s in steps]


def holding(held: Holding, label: Labeller) -> Shape:
    """Write who administered or claimed a place; ``via`` is the area of which that is said."""
    via = {"via": {"id": held.via, "label": label(held.via).text}} if held.via else {}
    return via | filled(
        predicate=held.predicate,
        who={"id": held.who, "label": label(held.who).text},
        since=held.since,
        until=held.until,
        certainty=held.certainty,
        perspective=held.perspective,
        source=held.source,
    )


def place_status(statement: PlaceStatus) -> Shape:
    """Write whether a settlement was inhabited, and when."""
    return filled(
        status=statement.status,
        since=statement.span.since,
        until=statement.span.until,
        certainty=statement.certainty,
        source=statement.source,
    )


def brief(entity: Entity, label: Labeller) -> Shape:
    """Write an entity in one line: id, kind, type, label, and its point when it has one."""
    shape = filled(id=entity.id, kind=entity.kind, type=entity.type, label=label(entity.id).text)
    if isinstance(entity, Place) and entity.lon is not None:
        shape |= {"lon": entity.lon, "lat": entity.lat}
    return shape


def candidate(found: Candidate, label: Labeller, explain: bool = False) -> Shape:
    """Write a candidate of a look-up: the entity, its score, the name that matched, and why."""
    shape = {
        "entity": brief(found.entity, label),
        "score": found.score,
        "matched": name(found.name),
    }
    if explain:
        shape["evidence"] = evidence(found.evidence)
    return shape


def resolution(answer: Resolution, label: Labeller, explain: bool = False) -> Shape:
    """Write a resolution: its status and the candidates, best first."""
    return {
        "status": answer.status,
        "candidates": [candidate(found, label, explain) for found in answer.candidates],
    }


def suggestion(found: Suggestion, label: Labeller) -> Shape:
    """Write a completion."""
    return {
        "text": found.name.text,
        "lang": found.name.lang,
        "entity": brief(found.entity, label),
    }


@dataclass(frozen=True, slots=True)
class MentionOptions:
    """What a mention record carries beyond the stable core.

    ``names``: all names of the entity; ``candidates``: the other readings; ``explain``: evidence;
    ``nested``: shorter names inside the mention; ``utf16``: offsets count UTF-16 units.
    """

    names: bool = False
    candidates: bool = False
    explain: bool = False
    nested: bool = False
    utf16: bool = False


def annotation(
    record_id: str | int | None,
    text: str,
    mentions: Iterable[Mention],
    label: Labeller,
    names_of: Namer,
    options: MentionOptions,
) -> Shape:
    """Write the record of one annotated text: ``{"id", "mentions": […]}``."""
    place_of = offsets_in(text, options.utf16)
    return {
        "id": record_id,
        "mentions": [mention(m, label, names_of, options, place_of) for m in mentions],
    }


def mention(
    found: Mention,
    label: Labeller,
    names_of: Namer,
    options: MentionOptions,
    place_of: Callable[[int], int] = lambda offset: offset,
) -> Shape:
    """Write one mention; see ``MentionOptions`` for the optional keys."""
    best = found.resolution.candidates[0] if found.resolution.candidates else None
    shape: Shape = {
        "start": place_of(found.start),
        "end": place_of(found.end),
        "surface": found.surface,
        "status": found.resolution.status,
        "sense": found.sense,
        "entity": None if best is None else _mentioned(best.entity, label, names_of, options),
        "score": 0.0 if best is None else best.score,
    }
    if found.metonym_for:
        shape["metonym_for"] = {"id": found.metonym_for, "label": label(found.metonym_for).text}
    if found.office:
        shape["office"] = {"id": found.office, "label": label(found.office).text}
    ambiguous = found.resolution.status == "ambiguous"
    if options.candidates or (ambiguous and len(found.resolution.candidates) > 1):
        shape["candidates"] = [
            {
                "entity": _mentioned(c.entity, label, names_of, options),
                "score": c.score,
                **({"evidence": evidence(c.evidence)} if options.explain else {}),
            }
            for c in found.resolution.candidates
        ]
    if options.explain and best is not None:
        shape["evidence"] = evidence(best.evidence)
        if found.sense_evidence:
            shape["sense_evidence"] = evidence(found.sense_evidence)
    if options.nested and found.nested:
        shape["nested"] = [mention(m, label, names_of, options, place_of) for m in found.nested]
    return shape


def _mentioned(entity: Entity, label: Labeller, names_of: Namer, options: MentionOptions) -> Shape:
    shape: Shape = {"id": entity.id, "kind": entity.kind, "label": label(entity.id).text}
    if options.names:
        shape["names"] = [name(n) for n in names_of(entity.id)]
    return shape


def offsets_in(text: str, utf16: bool) -> Callable[[int], int]:
    """Return what counts offsets: as code points, as they are, or as UTF-16 code units."""
    return _utf16_offsets(text) if utf16 else _code_points


def _code_points(offset: int) -> int:
    return offset


def _utf16_offsets(text: str) -> Callable[[int], int]:
    beyond = [index for index, character in enumerate(text) if ord(character) > 0xFFFF]
    if not beyond:
        return _code_points
    from bisect import bisect_left

    return lambda offset: offset + bisect_left(beyond, offset)


def route_version(version: RouteVersion) -> Shape:
    """Write which version of a route an answer used."""
    return filled(
        version=version.version,
        width_m=version.width_m,
        tolerance_m=version.tolerance_m,
        source=version.source,
        method=version.method,
        **dates(version.span),
    )


def place_along(found: PlaceAlong, label: Labeller) -> Shape:
    """Write a place along a route: km along and metres off are geodesic, side in travel order."""
    return {
        "place": brief(found.place, label),
        "km_along": round(found.km_along, 3),
        "metres_off": round(found.metres_off, 1),
        "side": found.side,
        "nearest": {"lon": round(found.nearest_lon, 6), "lat": round(found.nearest_lat, 6)},
        "holdings": [holding(held, label) for held in found.holdings],
    }


def along(route: Place | None, answer: Along, at: str, label: Labeller) -> Shape:
    """Write the answer to a corridor question, with the time, version and width it used.

    A line of the caller's own is no ``route``.
    """
    return ({} if route is None else {"route": brief(route, label)}) | {
        "at": at,
        "version": route_version(answer.version),
        "within_m": answer.within_m,
        "length_km": round(answer.length_km, 3),
        "places": [place_along(found, label) for found in answer.places],
    }


def near(found: Near, label: Labeller) -> Shape:
    """Write a place near a point: geodesic metres, bearing in degrees from north."""
    return {
        "place": brief(found.place, label),
        "metres": round(found.metres, 1),
        "bearing": round(found.bearing, 1),
        "holdings": [holding(held, label) for held in found.holdings],
    }


def relation(statement: Relation, label: Labeller) -> Shape:
    """Write a relation with both ends labelled."""
    return filled(
        subject={"id": statement.subject, "label": label(statement.subject).text},
        predicate=statement.predicate,
        object={"id": statement.object, "label": label(statement.object).text},
        perspective=statement.perspective,
        certainty=statement.certainty,
        source=statement.source,
        **dates(statement.span),
    )


def identifier(statement: Identifier) -> Shape:
    """Write an id in another catalogue."""
    return {"scheme": statement.scheme, "value": statement.value, "source": statement.source}


def source(cited: Source) -> Shape:
    """Write a source with its licence and attribution."""
    return filled(
        id=cited.id,
        kind=cited.kind,
        title=cited.title,
        publisher=cited.publisher,
        date=cited.date,
        url=cited.url,
        licence=cited.licence,
        attribution=cited.attribution,
    )


def credit(cited: Source | None) -> str:
    """Write whose work a drawing rests on, in a line; ``""`` when no source is known."""
    if cited is None:
        return ""
    return ", ".join(filter(None, (cited.title, cited.attribution or cited.publisher)))


def dates(span: TimeSpan) -> Shape:
    """Write since and until."""
    return {"since": span.since, "until": span.until}


def filled(**keys: Any) -> Shape:
    """Leave out what is empty; zero and False stay."""
    return {key: value for key, value in keys.items() if value not in ("", None)}
