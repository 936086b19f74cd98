"""``gazetteer data``: check, format, show and compile the human-edited tables."""

from __future__ import annotations

import json
import sys
import time
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from gazetteer.cli.import_command import IMPORT_FORMATS
from gazetteer.errors import DatasetError, GazetteerError
from gazetteer.model import Name


@click.group()
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with the tables; by default data/ of the checkout.",
)
@click.pass_context
def data(context: click.Context, folder: Path | None) -> None:
    """Check, format, show and compile the tables in data/."""
    from gazetteer.dataset.artefact import DATA_FOLDER

    context.obj = folder or DATA_FOLDER


_overlay = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of tables of your own that are laid over these; may be given several times.",
)


@data.command()
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@_overlay
@click.pass_obj
def check(folder: Path, strict: bool, overlays: tuple[Path, ...]) -> None:
    """Print every problem as file:row: column: message; fail when there is an error."""
    from gazetteer.dataset.checks import run_checks
    from gazetteer.dataset.package import read_package
    from gazetteer.dataset.problems import ERROR

    try:
        problems = run_checks(read_package(folder, *overlays))
    except DatasetError as error:
        raise click.ClickException(str(error)) from error
    for problem in problems:
        click.echo(str(problem))
    errors = sum(problem.level == ERROR for problem in problems)
    click.echo(f"{errors} errors, {len(problems) - errors} warnings", err=True)
    if errors or (strict and problems):
        sys.exit(1)


@data.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail if fmt would.")
@click.pass_obj
def fmt(folder: Path, only_check: bool) -> None:
    """Bring the tables into canonical order and form."""
    from gazetteer.dataset.tables import format_tables

    try:
        changed = format_tables(folder, write=not only_check)
    except DatasetError as error:
        raise click.ClickException(str(error)) from error
    for name in changed:
        click.echo(f"{'would change' if only_check else 'changed'} {name}")
    if only_check and changed:
        sys.exit(1)


@data.command()
@click.argument("entity_id", metavar="ID")
@click.pass_obj
def show(folder: Path, entity_id: str) -> None:
    """Print all rows of the entity with this ID."""
    from gazetteer.dataset.show import show_entity

    try:
        click.echo(show_entity(folder, entity_id), nl=False)
    except GazetteerError as error:
        raise click.ClickException(str(error)) from error


@data.command()
@click.option("--section", "wanted", multiple=True, help="Only this section; several times.")
@click.option(
    "--against",
    type=(click.Choice(IMPORT_FORMATS), str),
    multiple=True,
    help="FORMAT FILE of a catalogue to compare points with; several times.",
)
@click.option("--companion", default="", help="Second file of a Who's On First table of places.")
@click.option(
    "--rows",
    "longest",
    type=click.IntRange(0),
    default=40,
    show_default=True,
    help="Rows shown of each table; 0 for all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, all rows.")
@_overlay
@click.pass_obj
def audit(
    folder: Path, wanted: tuple[str, ...], against: tuple[tuple[str, str], ...], companion: str,
    longest: int, as_json: bool, overlays: tuple[Path, ...],
) -> None:  # fmt: skip
    """Count what the tables hold: languages, sides, duplicates, sources, distance to evidence."""
    from gazetteer.dataset.audit import SECTIONS, audit
    from gazetteer.dataset.importers import importers
    from gazetteer.dataset.importers.records import ReadOptions
    from gazetteer.dataset.package import read_package

    unknown = set(wanted) - {*SECTIONS, "evidence"}
    if unknown:
        known = ", ".join((*SECTIONS, "evidence"))
        raise click.BadParameter(f"{min(unknown)!r} is none of {known}", param_hint="--section")
    options = ReadOptions(companion=companion)
    try:
        catalogues = [
            (Path(file).name, list(importers()[name].read(Path(file), options)))
            for name, file in against
        ]
        found = audit(read_package(folder, *overlays), wanted, catalogues, _by_standard)
    except GazetteerError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps([asdict(section) for section in found], ensure_ascii=False))
        return
    click.echo("\n\n".join(section.text(longest) for section in found))


def _by_standard(name: Name) -> tuple[str, str] | None:
    """Romanize a name by the first scheme of its language, as labels do."""
    from gazetteer.languages.romanization import usual_romanization

    return usual_romanization(name.text, name.lang, name.script)


@data.command()
@click.argument("kind")
@click.pass_obj
def new(folder: Path, kind: str) -> None:
    """Print rows to fill in for a new entity of this KIND (settlement, person, treaty…)."""
    from gazetteer.dataset.new import template

    try:
        click.echo(template(folder, kind), nl=False)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


@data.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; by default the one in the cache that this checkout uses.",
)
@_overlay
@click.pass_obj
def build(folder: Path, output: Path | None, overlays: tuple[Path, ...]) -> None:
    """Compile the tables into one read-only GeoPackage, the artefact that everything reads."""
    from gazetteer.dataset.artefact import cached_path, locked
    from gazetteer.dataset.compile import compile_package

    if output and output.exists() and not output.is_file():  # the rename would replace a device
        raise click.ClickException(f"{output} is no file that could be replaced")
    if overlays and not output:
        raise click.ClickException("with an overlay, say where to write: -o FILE")
    start = time.perf_counter()
    try:
        target = output or cached_path(folder)
        with nullcontext() if output else locked(target):
            built = compile_package(folder, target, overlays)
    except (GazetteerError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"{built.path}: {built.entities} entities, {built.names} names, {built.patterns} patterns, "
        f"{time.perf_counter() - start:.1f} s, digest {built.digest[:12]}"
    )
