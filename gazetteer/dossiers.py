"""Gathering what is said of one entity, for whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gazetteer.core import Gazetteer
from gazetteer.errors import UnknownEntity
from gazetteer.formats.entity import Dossier
from gazetteer.languages.romanization import romanizations
from gazetteer.model import HELD_BY, Entity, Period, Place, Relation, Source


def gather(core: Gazetteer, entity_id: str, at: Period | None = None) -> Dossier:
    """Gather every statement about an entity; with a time, those that may have held in it.

    Romanizations of the names are made here, each time.

    Raises UnknownEntity. A merged id leads to the entity that it was merged into.
    """
    entity = core.get(entity_id)
    names = tuple(name for name in core.names(entity.id) if at is None or name.span.touches(at))
    relations = tuple(_relations(core, entity, at))
    holdings = core.holdings(entity.id, at)
    identifiers = core.store.identifiers_of(entity.id)
    statuses = tuple(
        status
        for status in core.store.statuses_of(entity.id)
        if at is None or status.span.touches(at)
    )
    cited = [entity.source]
    for statements in (names, relations, holdings, identifiers, statuses):
        cited += [statement.source for statement in statements]
    if isinstance(entity, Place):
        cited.append(entity.coordinate_source)
    gathered = tuple(sources(core, cited))
    romanized = {name: romanizations(name.text, name.lang, name.script) for name in names}
    return Dossier(entity, names, relations, holdings, identifiers, statuses, gathered, romanized)


def sources(core: Gazetteer, cited: Iterable[str]) -> Iterator[Source]:
    """Give each source cited, once, in the order of ids."""
    for source_id in sorted(set(cited) - {""}):
        found = source(core, source_id)
        if found is not None:
            yield found


def source(core: Gazetteer, source_id: str) -> Source | None:
    """Return a source, None when none is cited or it is not in the data."""
    try:
        return core.store.source(source_id) if source_id else None
    except UnknownEntity:
        return None


def _relations(core: Gazetteer, entity: Entity, at: Period | None) -> Iterator[Relation]:
    about = (r for r in core.store.relations_to(entity.id) if r.predicate not in HELD_BY)
    for relation in (*core.store.relations_from(entity.id), *about):
        if at is None or relation.span.touches(at):
            yield relation
