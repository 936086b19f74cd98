"""``gazetteer evaluate --lookup``: spellings that no table lists, and words of no meaning here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.tables import echo_json, echo_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.core import Gazetteer
    from gazetteer.evaluation import FalseAlarms, LookedUp, Recall
    from gazetteer.model import Resolution

_SHARES = ("found", "same", "among_ten", "answered")


def evaluate_spellings(
    gazetteer: Gazetteer, asked: dict[str, Any], errors: bool, as_json: bool
) -> None:
    """Look up the spellings and the unrelated words of a split and a language; print counts."""
    from gazetteer.evaluation import (
        SEEDS,
        false_alarms_by_kind,
        look_up_spellings,
        look_up_unrelated,
        read_spellings,
        read_unrelated,
        recall_by_group,
    )

    def wanted(row: Any) -> bool:
        return asked["split"] in ("", row.split) and asked["lang"] in ("", row.lang)

    seeds = asked["seeds"] or SEEDS
    spelt = list(look_up_spellings(gazetteer, filter(wanted, read_spellings(seeds))))
    words = list(look_up_unrelated(gazetteer, filter(wanted, read_unrelated(seeds))))
    if not spelt:
        raise click.ClickException("no spelling could be looked up")
    recall, alarms = recall_by_group(spelt), false_alarms_by_kind(words)
    if as_json:
        echo_json(_shape(recall, alarms, spelt if errors else ()))
        return
    _echo_recall(recall)
    _echo_alarms(alarms)
    if errors:
        _echo_errors(spelt)
        for word, resolution in words:
            if resolution.status != "unknown":
                click.echo(f"  {word.lang} {word.query}: {_first(resolution)}, {resolution.status}")


def _echo_recall(recall: dict[tuple[str, str], Recall]) -> None:
    groups = sorted(recall, key=lambda group: (group[1] != "all", group[0] != "all", group))
    shown = [group for group in groups if "all" in group]
    rows = [
        (kind, lang, str(recall[kind, lang].asked), *_shares(recall[kind, lang]))
        for kind, lang in shown
    ]
    echo_table(("kind", "lang", "asked", *_SHARES), rows)


def _echo_alarms(alarms: dict[str, FalseAlarms]) -> None:
    if alarms:
        rows = [
            (kind, str(one.asked), str(one.resolved), str(one.ambiguous))
            for kind, one in sorted(alarms.items())
        ]
        click.echo()
        echo_table(("unrelated", "asked", "resolved", "ambiguous"), rows)


def _echo_errors(spelt: Sequence[LookedUp]) -> None:
    click.echo()
    for one in spelt:
        if not one.found:
            spelling = one.spelling
            wanted = f"{spelling.entity} {spelling.written_from}".strip()
            found = _first(one.resolution)
            click.echo(f"  {spelling.lang} {spelling.query}: wanted {wanted}, found {found}")


def _first(resolution: Resolution) -> str:
    candidates = resolution.candidates
    return f"{candidates[0].entity.id} {candidates[0].name.text}" if candidates else "nothing"


def _shares(one: Recall) -> tuple[str, ...]:
    return tuple(f"{getattr(one, share) / one.asked:.3f}" for share in _SHARES)


def _shape(
    recall: dict[tuple[str, str], Recall],
    alarms: dict[str, FalseAlarms],
    spelt: Sequence[LookedUp],
) -> dict[str, Any]:
    from dataclasses import asdict

    groups = [
        {"kind": kind, "lang": lang} | asdict(one) for (kind, lang), one in sorted(recall.items())
    ]
    lost = [
        asdict(one.spelling) | {"first": _first(one.resolution)} for one in spelt if not one.found
    ]
    unrelated = {kind: asdict(one) for kind, one in sorted(alarms.items())}
    return {"spellings": groups, "unrelated": unrelated, "lost": lost}
