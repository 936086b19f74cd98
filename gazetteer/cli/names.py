"""``gazetteer lookup`` and ``gazetteer suggest``."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.session import (
    BOX,
    Session,
    day_option,
    json_option,
    kind_option,
    label_options,
    limit_option,
    pass_session,
)
from gazetteer.cli.tables import echo_json, echo_table
from gazetteer.errors import QueryError

if TYPE_CHECKING:
    from gazetteer.formats.native import Labeller
    from gazetteer.model import Candidate, Name, NameQuery, Resolution

_REJECTED = 3


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@label_options
@day_option
@kind_option
@click.option("--bbox", "box", type=BOX, help="Only places in this box of degrees.")
@limit_option
@click.option("--explain", is_flag=True, help="Say why each candidate was chosen.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one line a name.")
@pass_session
def lookup(session: Session, /, names: tuple[str, ...], **asked: Any) -> None:
    """Say what each NAME may be: in any script, spelling or case form, or with a typo.

    The NAME - reads names from standard input, one a line; one that cannot be looked up is
    reported, the rest go on, and the exit code is 3.
    """
    from gazetteer.model import NameQuery

    policy = session.policy(asked["lang"], asked["perspective"], asked["at"])
    label = session.labeller(policy)
    kinds = session.kinds(asked["kinds"])
    query = NameQuery(
        "", asked["lang"], asked["perspective"], asked["at"], kinds, asked["box"], asked["limit"]
    )
    rejected = False
    for name in _each(names):
        try:
            answer = _answer(session, query, name)
        except QueryError as error:
            if len(names) == 1 and names[0] != "-":
                raise
            rejected = True
            click.echo(f"{_short(name)}: {error}", err=True)
            continue
        if asked["as_json"]:
            _echo_json(name, answer, label, asked["explain"])
        else:
            _echo_resolution(name, answer, label, asked["explain"])
    if rejected:
        raise SystemExit(_REJECTED)


@click.command()
@click.argument("prefix")
@click.option("--lang", default="", help="Language preferred for names and labels.")
@kind_option
@limit_option
@json_option
@pass_session
def suggest(
    session: Session,
    /,
    *,
    prefix: str,
    lang: str,
    kinds: tuple[str, ...],
    limit: int,
    as_json: bool,
) -> None:
    """Complete the beginning of a name."""
    from gazetteer.formats import native

    label = session.labeller(session.policy(lang, ""))
    found = session.gazetteer.suggest(prefix, lang, session.kinds(kinds), limit)
    if as_json:
        echo_json({"suggestions": [native.suggestion(one, label) for one in found]})
        return
    rows = [
        (one.name.text, one.name.lang, one.entity.id, label(one.entity.id).text, one.entity.kind)
        for one in found
    ]
    echo_table(("text", "lang", "id", "label", "kind"), rows)


def _each(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name == "-":
            if sys.stdin is None:  # the shell's <&-
                raise OSError(errno.EBADF, "standard input is closed")
            for line in sys.stdin.buffer:
                text = line.decode("utf-8", errors="surrogateescape").strip()
                if text:
                    yield text
        else:
            yield name


def _answer(session: Session, query: NameQuery, name: str) -> Resolution:
    if any("\ud800" <= character <= "\udfff" for character in name):
        raise QueryError("name", "is not UTF-8")
    return session.gazetteer.look_up(replace(query, text=name))


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:60]}…"


def _echo_json(name: str, answer: Resolution, label: Labeller, explain: bool) -> None:
    from gazetteer.formats import native

    echo_json({"query": name, **native.resolution(answer, label, explain)}, indented=False)


def _echo_resolution(name: str, answer: Resolution, label: Labeller, explain: bool) -> None:
    click.echo(f"{name}: {answer.status}")
    head = ("score", "id", "label", "kind", "type", "matched")
    rows = [_row(found, label) for found in answer.candidates]
    echo_table(head, rows, indent="  ")
    if explain:
        for found in answer.candidates:
            click.echo(f"  {found.entity.id}:")
            steps = [(step.rule, f"{step.weight:+.2f}", step.detail) for step in found.evidence]
            echo_table(("rule", "weight", "detail"), steps, indent="    ")


def _row(found: Candidate, label: Labeller) -> tuple[object, ...]:
    entity = found.entity
    matched = f"{found.name.text} ({_origin(found.name)})"
    return (found.score, entity.id, label(entity.id).text, entity.kind, entity.type, matched)


def _origin(name: Name) -> str:
    parts = (name.lang, name.perspective, name.role)
    return ", ".join(part for part in parts if part)
