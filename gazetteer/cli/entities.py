"""``gazetteer show``: everything said of one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.session import (
    Session,
    json_option,
    label_options,
    pass_session,
    time_options,
)
from gazetteer.cli.tables import echo_json, echo_table
from gazetteer.errors import UnknownEntity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.formats.entity import Dossier
    from gazetteer.formats.native import Labeller
    from gazetteer.model import Entity, TimeSpan


@click.command()
@click.argument("entity_id", metavar="ID")
@label_options
@time_options
@json_option
@pass_session
def show(session: Session, /, *, entity_id: str, as_json: bool, **asked: Any) -> None:
    """Show an entity: its names and whose they are, who held it, relations, sources.

    ID is an id of the gazetteer (p-0001) or of another catalogue (geonames:585225). With --at, or
    --since and --until, only what may have held then; without, all times.
    """
    from gazetteer.dossiers import gather
    from gazetteer.formats.entity import dossier

    label = session.timed_labeller(asked)
    gathered = gather(session.gazetteer, own_id(session, entity_id), session.time(asked))
    if as_json:
        echo_json(dossier(gathered, label))
    else:
        _echo_dossier(gathered, label)


def own_id(session: Session, reference: str) -> str:
    """Return the id of an entity, given by it or by that of another catalogue."""
    scheme, colon, value = reference.partition(":")
    if not colon:
        return reference
    found = session.gazetteer.store.entity_by_identifier(scheme, value)
    if found is None:
        raise UnknownEntity(reference)
    return found


def _echo_dossier(gathered: Dossier, label: Labeller) -> None:
    _echo_head(gathered.entity, label)
    names = [
        (one.text, one.lang, one.role, one.perspective, _span(one.span), one.certainty, one.source)
        for one in gathered.names
    ]
    _echo_part(
        "names", ("text", "lang", "role", "perspective", "when", "certainty", "source"), names
    )
    holdings = [
        (
            held.predicate, label(held.who).text, _since_until(held.since, held.until),
            held.certainty, held.source,
        )
        for held in gathered.holdings
    ]  # fmt: skip
    _echo_part("held by", ("how", "who", "when", "certainty", "source"), holdings)
    relations = [
        (
            label(one.subject).text, one.predicate, label(one.object).text, one.perspective,
            _span(one.span), one.certainty, one.source,
        )
        for one in gathered.relations
    ]  # fmt: skip
    head = ("subject", "relation", "object", "perspective", "when", "certainty", "source")
    _echo_part("relations", head, relations)
    identifiers = [(one.scheme, one.value, one.source) for one in gathered.identifiers]
    _echo_part("identifiers", ("scheme", "value", "source"), identifiers)
    sources = [(one.id, one.title, one.publisher, one.date, one.url) for one in gathered.sources]
    _echo_part("sources", ("id", "title", "publisher", "date", "url"), sources)


def _echo_head(entity: Entity, label: Labeller) -> None:
    from gazetteer.model import Place

    click.echo(f"{entity.id}  {label(entity.id).text}")
    when = _span(entity.span)
    click.echo(", ".join(part for part in (entity.kind, entity.type, when) if part))
    if isinstance(entity, Place):
        if entity.lat is not None:
            exact = f" ± {entity.accuracy_m} m" if entity.accuracy_m is not None else ""
            click.echo(f"lat {entity.lat}, lon {entity.lon}{exact} ({entity.coordinate_source})")
        if entity.status:
            click.echo(f"status: {entity.status}")
    if entity.description:
        click.echo(entity.description)


def _echo_part(title: str, head: tuple[str, ...], rows: Sequence[Sequence[str]]) -> None:
    if rows:
        click.echo(f"\n{title}")
        echo_table(head, rows, indent="  ")


def _span(span: TimeSpan) -> str:
    return _since_until(span.since, span.until)


def _since_until(since: str, until: str) -> str:
    return f"{since or '..'}/{until or '..'}" if since or until else ""
