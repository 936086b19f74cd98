"""``gazetteer timeline`` and ``gazetteer changes``: what was when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.entities import own_id
from gazetteer.cli.session import (
    DAY,
    Session,
    json_option,
    kind_option,
    label_options,
    pass_session,
    time_options,
)
from gazetteer.cli.tables import echo_json, echo_table, write_picture

if TYPE_CHECKING:
    from gazetteer.formats.native import Labeller
    from gazetteer.model import TimelineEntry

_FORMS = ("table", "json", "svg", "png")


@click.command()
@click.argument("entity_id", metavar="ID")
@time_options
@label_options
@click.option("--format", "form", type=click.Choice(_FORMS), default="table", show_default=True)
@click.option("-o", "--output", default="-", help="File for a picture [default: standard output].")
@pass_session
def timeline(session: Session, /, entity_id: str, form: str, output: str, **asked: Any) -> None:
    """Tell what is said of an entity over time: names, control, claims, status, offices, areas."""
    from gazetteer.formats import history
    from gazetteer.formats.timeline_picture import timeline_picture

    core, label = session.gazetteer, session.timed_labeller(asked)
    entity = core.get(own_id(session, entity_id))
    found = core.timeline(entity, session.time(asked))
    if form == "json":
        echo_json(history.timeline(found, label))
        return
    if form != "table":
        svg = timeline_picture(found, label, date.today(), session.picture_words())
        write_picture(svg, form, output)
        return
    click.echo(f"{entity.id}  {label(entity.id).text}")
    rows = [
        (
            one.aspect, str(one.span) if one.is_dated else "",
            _said(one, label),
            one.lang, one.perspective, one.certainty, one.source,
        )
        for one in found.entries
    ]  # fmt: skip
    echo_table(("what", "when", "said", "lang", "perspective", "certainty", "source"), rows)


def _said(entry: TimelineEntry, label: Labeller) -> str:
    """Tell a statement: of a relation to the entity, who is its subject comes first."""
    if not entry.other:
        return entry.word
    other = label(entry.other).text
    return f"{entry.word} {other}" if entry.is_subject else f"{other} {entry.word}"


@click.command()
@click.option("--since", type=DAY, required=True, help="The first day.")
@click.option("--until", type=DAY, required=True, help="The last day.")
@click.option(
    "--predicate",
    type=click.Choice(("administers", "claims")),
    default="administers",
    show_default=True,
    help="What it is to hold a place.",
)
@click.option("--area", default="", help="Only places in this area.")
@kind_option
@label_options
@json_option
@pass_session
def changes(session: Session, /, as_json: bool, **asked: Any) -> None:
    """List the places that changed hands between two days, and on which source.

    Example: gazetteer changes --since 2022-08-01 --until 2022-09-30
    """
    from gazetteer.formats import history
    from gazetteer.model import ChangesQuery

    core = session.gazetteer
    label = session.labeller(session.policy(asked["lang"], asked["perspective"]))
    area = core.place_or_polity(asked["area"]).id if asked["area"] else ""
    kinds = session.kinds(asked["kinds"]) or ("settlement",)
    query = ChangesQuery(asked["since"], asked["until"], asked["predicate"], kinds, area)
    found = core.changes(query)
    if as_json:
        echo_json(history.changes(query, found, label))
        return
    click.echo(f"{len(found)} places changed hands")
    rows = [
        (
            one.place.id, label(one.place.id).text, one.place.type or one.place.kind,
            "; ".join(dict.fromkeys(label(held.who).text for held in one.before)),
            "; ".join(dict.fromkeys(label(held.who).text for held in one.after)),
            "; ".join(held.since for held in one.during),
            "; ".join(dict.fromkeys(held.source for held in one.during)),
        )
        for one in found
    ]  # fmt: skip
    echo_table(("id", "label", "type", "before", "after", "since", "source"), rows)
