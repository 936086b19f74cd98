"""An entity with everything that is said of it, as a plain dict for the native JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gazetteer.formats.native import (
    Labeller,
    Shape,
    holding,
    identifier,
    label_parts,
    name,
    place_status,
    relation,
    romanizations,
    source,
)
from gazetteer.model import (
    Actor,
    Entity,
    Holding,
    Identifier,
    Name,
    Perspective,
    Place,
    PlaceStatus,
    Relation,
    Source,
    Term,
)


@dataclass(frozen=True, slots=True)
class Dossier:
    """An entity and the statements about it, gathered for one answer.

    ``relations`` are those that the entity is the subject or the object of, without who holds a
    place, which ``holdings`` tell; ``sources`` are all that any of the rest cites;
    ``romanizations`` are what was generated, (text, scheme), from the names that have any.
    """

    entity: Entity
    names: tuple[Name, ...]
    relations: tuple[Relation, ...]
    holdings: tuple[Holding, ...]
    identifiers: tuple[Identifier, ...]
    statuses: tuple[PlaceStatus, ...]
    sources: tuple[Source, ...]
    romanizations: Mapping[Name, Sequence[tuple[str, str]]] = field(default_factory=dict)


def class_of(entity: Entity) -> str:
    """Return ``place``, ``actor`` or ``term``.

    >>> class_of(Term("t-0001", "war"))
    'term'
    """
    if isinstance(entity, Actor):
        return "actor"
    return "term" if isinstance(entity, Term) else "place"


def dossier(gathered: Dossier, label: Labeller) -> Shape:
    """Write an entity: its label and whose names that is made of, then every statement."""
    entity = gathered.entity
    chosen = label(entity.id)
    shape: Shape = {
        "id": entity.id,
        "class": class_of(entity),
        "kind": entity.kind,
        "type": entity.type,
        "label": chosen.text,
        "label_lang": chosen.lang,
        "label_parts": label_parts(chosen),
        "since": entity.span.since,
        "until": entity.span.until,
        "description": entity.description,
        "source": entity.source,
        **_point(gathered),
        "names": [_name(statement, gathered) for statement in gathered.names],
        "relations": [relation(statement, label) for statement in gathered.relations],
        "holdings": [holding(held, label) for held in gathered.holdings],
        "statuses": [place_status(statement) for statement in gathered.statuses],
        "identifiers": [identifier(statement) for statement in gathered.identifiers],
        "sources": [source(cited) for cited in gathered.sources],
    }
    return {key: value for key, value in shape.items() if value not in ("", None)}


def perspective(speaker: Perspective, called: Mapping[str, str], lang: str) -> Shape:
    """Write who speaks; ``called`` is what the perspective is called, by language."""
    shape = {
        "code": speaker.code,
        "kind": speaker.kind,
        "label": called.get(lang) or called.get("en") or speaker.code,
        "entity": speaker.entity,
        "since": speaker.span.since,
        "until": speaker.span.until,
        "description": speaker.description,
    }
    return {key: value for key, value in shape.items() if value}


def _name(statement: Name, gathered: Dossier) -> Shape:
    written = gathered.romanizations.get(statement)
    return name(statement) | ({"romanizations": romanizations(written)} if written else {})


def _point(gathered: Dossier) -> dict[str, Any]:
    entity = gathered.entity
    if not isinstance(entity, Place):
        return {}
    return {
        "status": gathered.statuses[-1].status if gathered.statuses else "",
        "lon": entity.lon,
        "lat": entity.lat,
        "accuracy_m": entity.accuracy_m,
        "coordinate_source": entity.coordinate_source,
    }
