"""``gazetteer evaluate``: precision, recall and accuracies against the gold in ``seeds/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.session import Session, pass_session
from gazetteer.cli.tables import echo_json, echo_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.evaluation import Judged, Scores

_MEASURES = {
    "P": "precision",
    "R": "recall",
    "F1": "f1",
    "linked P": "linked_precision",
    "linked R": "linked_recall",
    "overlap P": "overlap_precision",
    "overlap R": "overlap_recall",
    "entity": "entity_accuracy",
    "sense": "sense_accuracy",
    "capitals": "capital_accuracy",
}
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--texts", type=_FOLDER, help="Where the texts of others are.")
@click.option("--seeds", type=_FOLDER, help="Manifest and gold [default: seeds/].")
@click.option("--split", default="", help="Only texts of this split (dev, test…).")
@click.option("--lang", default="", help="Only texts in this language.")
@click.option("--lookup", is_flag=True, help="Look up the spellings in seeds/spellings instead.")
@click.option("--errors", is_flag=True, help="List every miss, false alarm and wrong reading.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def evaluate(session: Session, /, *, errors: bool, as_json: bool, **asked: Any) -> None:
    """Annotate the seed texts and compare with their gold.

    P, R, F1: exact spans. linked: exact spans with the right entity. overlap: spans that touch.
    entity, sense: share right of the spans found. capitals: sense of names that may stand for
    their government. The texts of others are looked for in --texts, $GAZETTEER_SEED_TEXTS or
    ../shared/seeds. With --lookup: how spellings are found that no table lists, by language, and
    how often unrelated words are taken for something.
    """
    if asked["lookup"]:
        from gazetteer.cli.spellings import evaluate_spellings

        evaluate_spellings(session.gazetteer, asked, errors, as_json)
        return
    from gazetteer.evaluation import SEEDS, read_manifest, totals
    from gazetteer.evaluation import evaluate as judge

    seeds = asked["seeds"] or SEEDS
    manifest = [
        seed
        for seed in read_manifest(seeds, asked["texts"])
        if asked["split"] in ("", seed.split) and asked["lang"] in ("", seed.lang)
    ]
    judged = list(judge(session.gazetteer, manifest, seeds))
    done = [one for one in judged if not one.skipped]
    for one in judged:
        if one.skipped:
            click.echo(f"SKIPPED {one.seed.file}: {one.skipped}", err=True)
    if not done:
        raise click.ClickException("no text could be evaluated")
    if as_json:
        echo_json(_shape(judged, totals(judged), errors))
        return
    _echo_scores(done, totals(judged))
    if errors:
        _echo_faults(done)


def _echo_scores(done: Sequence[Judged], sums: dict[str, Scores]) -> None:
    head = ("text", "lang", "gold", "found", *_MEASURES)
    rows = [(one.seed.name, one.seed.lang, *_cells(one.scores)) for one in done]
    rows += [("all", lang, *_cells(scores)) for lang, scores in sums.items()]
    echo_table(head, rows)


def _cells(scores: Scores) -> tuple[str, ...]:
    ratios = [getattr(scores, measure) for measure in _MEASURES.values()]
    written = ["-" if ratio is None else f"{ratio:.3f}" for ratio in ratios]
    return (str(scores.gold), str(scores.found), *written)


def _echo_faults(done: Sequence[Judged]) -> None:
    for one in done:
        if one.faults:
            click.echo(f"\n{one.seed.name}")
        for fault in sorted(one.faults, key=lambda fault: fault.start):
            wanted = f"wanted {fault.wanted}" if fault.wanted else ""
            found = f"found {fault.found}" if fault.found else ""
            said = "; ".join(part for part in (wanted, found, fault.difficulty) if part)
            click.echo(f"  {fault.kind} {fault.start}-{fault.end}: {fault.context}\n    {said}")


def _shape(judged: Sequence[Judged], sums: dict[str, Scores], errors: bool) -> dict[str, Any]:
    from dataclasses import asdict

    texts = []
    for one in judged:
        text: dict[str, Any] = {"file": one.seed.file, "lang": one.seed.lang}
        text["split"] = one.seed.split
        text |= {"skipped": one.skipped} if one.skipped else _measures(one.scores)
        if errors:
            text["errors"] = [asdict(fault) for fault in one.faults]
        texts.append(text)
    return {"texts": texts, "all": {lang: _measures(scores) for lang, scores in sums.items()}}


def _measures(scores: Scores) -> dict[str, Any]:
    from dataclasses import asdict

    ratios = {measure: getattr(scores, measure) for measure in _MEASURES.values()}
    return {"counts": asdict(scores), **ratios}
