"""``gazetteer import``: places of another catalogue, joined to ours, as rows of tables."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gazetteer.dataset.importers.run import ImportPlan, ImportReport

IMPORT_FORMATS = ("csv", "geonames", "linked-places", "whosonfirst")
"""As `gazetteer.dataset.importers` has them; asking it would cost the start of the command."""
_KINDS = ("settlement", "admin-unit", "region", "feature", "facility", "area")
_REPORT_COLUMNS = ("record", "key", "outcome", "entity", "detail")


@click.command(name="import")
@click.argument("kind_of_file", metavar="FORMAT", type=click.Choice(IMPORT_FORMATS))
@click.argument("path", metavar="FILE", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--into",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of tables to write to; made where it is none yet.",
)
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Tables to join to [default: data/ of the checkout].",
)
@click.option("--companion", help="Second file: GeoNames' alternate names, or a CSV of names.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Kinds to take.")
@click.option("--type", "types", multiple=True, help="Types to take: community, village.")
@click.option("--as", "taken_as", type=click.Choice(_KINDS), help="Take them as of this kind.")
@click.option("--country", "countries", multiple=True, help="Countries to take, by ISO code.")
@click.option("--box", nargs=4, type=float, help="West, south, east, north in degrees.")
@click.option("--lang", default="", help="Language of names that carry none.")
@click.option("--romanized", is_flag=True, help="Keep Latin forms of unknown language too.")
@click.option("--only-join", is_flag=True, help="Add to places that are known; make none.")
@click.option(
    "--needing",
    "needed_lang",
    default="",
    metavar="LANG",
    help="Make a place only of a record that has a name in this language.",
)
@click.option("--geonames-below", type=int, help="Make no place of a GeoNames id from here on.")
@click.option(
    "--within",
    "within_m",
    type=click.FloatRange(0, 50_000),
    default=3_000.0,
    show_default=True,
    help="Metres within which a namesake is the same place.",
)
@click.option(
    "--accuracy",
    "accuracy_m",
    type=click.IntRange(0, 100_000),
    default=1_000,
    show_default=True,
    help="How far the file's points may be off, in metres.",
)
@click.option("--source", "source_id", help="Id of the source of the rows, as in sources.csv.")
@click.option("--source-title", help="Title of a source that is new.")
@click.option("--licence", help="Licence of the file, by its SPDX name.")
@click.option("--attribution", help="Words that the licence asks for.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="CSV file that tells what became of every record.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing but the report.")
def import_places(
    kind_of_file: str, path: Path, into: Path, base: Path | None, companion: str | None,
    kinds: tuple[str, ...], types: tuple[str, ...], taken_as: str | None,
    countries: tuple[str, ...],
    box: tuple[float, float, float, float] | None, lang: str, romanized: bool, only_join: bool,
    needed_lang: str, geonames_below: int | None, within_m: float, accuracy_m: int,
    source_id: str | None,
    source_title: str | None, licence: str | None, attribution: str | None,
    report: Path | None, dry_run: bool,
) -> None:  # fmt: skip
    """Import places from FILE, which is in FORMAT, into a folder of tables.

    A record is joined to a place that has its identifier, or a name of it nearby; others become new
    places. Rows that are there are never changed. What became of each record is told at the end.
    """
    from gazetteer.dataset.artefact import DATA_FOLDER
    from gazetteer.dataset.importers import importers
    from gazetteer.dataset.importers.records import ReadOptions
    from gazetteer.dataset.importers.run import ImportPlan, run_import

    importer = importers()[kind_of_file]
    source = _source(importer.SOURCE, source_id, source_title, licence, attribution)
    plan = ImportPlan(
        source, kinds or ("settlement",), types, taken_as or "",
        tuple(country.upper() for country in countries), box, geonames_below,
        within_m, accuracy_m, only_join=only_join, needed_lang=_language(needed_lang, "--needing"),
    )  # fmt: skip
    scheme = source["id"].replace(".", "-")
    options = ReadOptions(_language(lang, "--lang"), romanized, companion or "", scheme)
    _check_plan(plan)
    if report is not None and not report.resolve().parent.is_dir():
        raise click.BadParameter(f"there is no folder for {report}", param_hint="--report")
    done = run_import(
        importer.read(path, options), plan, into, base or DATA_FOLDER, write=not dry_run
    )
    if report is not None:
        _write_report(report, done)
    _tell(done, into, dry_run=dry_run)


def _source(
    known: Mapping[str, str] | None,
    source_id: str | None,
    title: str | None,
    licence: str | None,
    attribution: str | None,
) -> dict[str, str]:
    """Return the row of the source: what the format brings, under what the user says."""
    said = {"id": source_id, "title": title, "licence": licence, "attribution": attribution}
    source = {**(known or {}), **{column: cell for column, cell in said.items() if cell}}
    if not source.get("id"):
        raise click.UsageError("say where the file comes from: --source ID --source-title TITLE")
    source.setdefault("title", source["id"])
    return source


def _language(tag: str, option: str) -> str:
    from gazetteer.dataset.importers._languages import language_of

    if tag and not language_of(tag):
        raise click.BadParameter(f"{tag!r} is no language code such as hy", param_hint=option)
    return language_of(tag)


def _check_plan(plan: ImportPlan) -> None:
    if plan.box is not None:
        west, south, east, north = plan.box
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise click.UsageError("--box takes west south east north, in degrees, in this order")


def _write_report(path: Path, done: ImportReport) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(_REPORT_COLUMNS)
        for one in done.outcomes:
            writer.writerow((one.where, one.key, one.outcome, one.entity, one.detail))


def _tell(done: ImportReport, into: Path, *, dry_run: bool) -> None:
    for outcome, count in sorted(done.counts().items()):
        click.echo(f"{count:7} {outcome}")
    written = ", ".join(f"{len(rows)} {table}" for table, rows in sorted(done.rows.items()))
    verb = "would write" if dry_run else "wrote"
    click.echo(f"{verb} to {into}: {written or 'nothing'}")
