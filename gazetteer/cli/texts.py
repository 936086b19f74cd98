"""``gazetteer annotate``: texts in, one JSON line of mentions a text out."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.session import DAY, Session, pass_session
from gazetteer.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tqdm import tqdm

    from gazetteer.batch import BatchInput, BatchSettings, Counts, Reject

_REJECTED = 3
_MANY_REJECTS = 100
"""Rejects printed to the terminal before the rest are only counted."""


@click.command()
@click.argument(
    "files",
    nargs=-1,
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    metavar="[FILES|-]...",
)
@click.option(
    "--input-format",
    type=click.Choice(("auto", "jsonl", "text")),
    default="auto",
    show_default=True,
    help="JSON lines, or one text a file.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File.")
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File for bad records [default: standard error].",
)
@click.option("--resume", is_flag=True, help="Go on with an --output that was broken off.")
@click.option("--jobs", type=click.IntRange(0), default=1, help="Processes; 0: one a core.")
@click.option("--lang", default="", help="Language of texts that do not say [default: guessed].")
@click.option("--date", type=DAY, help="Date of texts that do not say.")
@click.option("--label-lang", default="en", show_default=True, help="Language of labels.")
@click.option("--perspective", default="", help="Side whose labels to use [default: both].")
@click.option(
    "--names",
    type=click.Choice(("none", "all")),
    default="none",
    help="Give all names of each entity, with language and perspective.",
)
@click.option("--candidates", is_flag=True, help="Give the other readings of each mention.")
@click.option("--explain", is_flag=True, help="Say why each reading was chosen.")
@click.option("--nested", is_flag=True, help="Give the shorter names inside each mention.")
@click.option("--adjectives", is_flag=True, help="Also find demonyms and adjectives.")
@click.option("--offices", is_flag=True, help="Also find offices, as who held them on the date.")
@click.option(
    "--offsets",
    type=click.Choice(("codepoint", "utf16")),
    default="codepoint",
    show_default=True,
    help="What start and end count.",
)
@click.option(
    "--max-line", type=click.IntRange(1), metavar="BYTES", help="Longest line or text file [20 MB]."
)
@click.option(
    "--progress/--no-progress", default=None, help="Progress bar [default: on a terminal]."
)
@click.option("--quiet", is_flag=True, help="Print no summary.")
@pass_session
def annotate(session: Session, /, files: tuple[str, ...], **asked: Any) -> None:
    """Find the names in texts; print one JSON line {"id", "mentions": [...]} a text.

    FILES hold JSON lines {"id", "text", "lang"?, "date"?}, or one plain text each, whose id is
    the file's name; with .gz they are decompressed. Without FILES, or with -, standard input is
    read. A bad record is reported, the rest go on, and the exit code is then 3.

    A run with --output that was broken off goes on with the same call and --resume.
    """
    from gazetteer.batch import choose_input

    if asked["output"] and asked["output"].suffix == ".gz":
        raise QueryError("--output", "is written uncompressed; leave out .gz, or pipe to gzip")
    inputs = [choose_input(path, asked["input_format"]) for path in files or ("-",)]
    started = time.monotonic()
    with _Progress(inputs, asked["progress"], to_file=asked["rejects"] is not None) as progress:
        try:
            counts = _run(session, inputs, asked, progress)
        except KeyboardInterrupt:
            progress.noticed(_broken_off(asked["output"]))
            raise
    if not asked["quiet"]:
        click.echo(_summary(counts, time.monotonic() - started), err=True)
    if counts.rejected:
        raise SystemExit(_REJECTED)


def _run(
    session: Session, inputs: list[BatchInput], asked: dict[str, Any], progress: _Progress
) -> Counts:
    from gazetteer.batch import Destination, annotate_batch

    if asked["output"] is None and sys.stdout is None:  # the shell's >&-
        raise OSError(errno.EBADF, "standard output is closed")
    output = asked["output"] or sys.stdout.buffer
    return annotate_batch(
        session.gazetteer,
        inputs,
        Destination(output, asked["rejects"], asked["resume"]),
        _settings(session, asked),
        jobs=asked["jobs"] or _cores(),
        watcher=progress,
    )


def _cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _settings(session: Session, asked: dict[str, Any]) -> BatchSettings:
    from gazetteer.batch import LONGEST_LINE, BatchSettings, Defaults, check_lang
    from gazetteer.formats.native import MentionOptions

    try:
        lang = check_lang(asked["lang"])
    except ValueError as error:
        raise QueryError("--lang", str(error)) from error
    return BatchSettings(
        str(session.gazetteer.store.path),
        Defaults(lang, asked["date"], asked["adjectives"], asked["nested"], asked["offices"]),
        session.policy(asked["label_lang"], asked["perspective"]),
        MentionOptions(
            names=asked["names"] == "all",
            candidates=asked["candidates"],
            explain=asked["explain"],
            nested=asked["nested"],
            utf16=asked["offsets"] == "utf16",
        ),
        asked["max_line"] or LONGEST_LINE,
    )


class _Progress:
    """A progress bar, when one is wanted, and the lines printed beside it on standard error."""

    def __init__(self, inputs: Sequence[BatchInput], wanted: bool | None, to_file: bool) -> None:
        self._inputs, self._to_file = inputs, to_file
        self._wanted = wanted
        if wanted is None:
            self._wanted = sys.stderr is not None and sys.stderr.isatty()
        self._bar: tqdm[Any] | None = None
        self._rejects = 0

    def __enter__(self) -> _Progress:
        if self._wanted:
            from tqdm import tqdm

            sizes = [Path(i.path).stat().st_size for i in self._inputs if i.path != "-"]
            total = sum(sizes) if len(sizes) == len(self._inputs) else None
            self._bar = tqdm(total=total, unit="B", unit_scale=True, file=sys.stderr)
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def advanced(self, consumed: int) -> None:
        """Move the bar."""
        if self._bar is not None:
            self._bar.update(consumed)

    def rejected(self, reject: Reject) -> None:
        """Print a reject that goes to no file."""
        if self._to_file:
            return
        self._rejects += 1
        if self._rejects <= _MANY_REJECTS:
            self.noticed(str(reject))
        elif self._rejects == _MANY_REJECTS + 1:
            self.noticed("more records are rejected; --rejects FILE lists them all")

    def noticed(self, line: str) -> None:
        """Print a line without breaking the bar."""
        if self._bar is not None:
            self._bar.write(line, file=sys.stderr)
        else:
            click.echo(line, err=True)


def _summary(counts: Counts, seconds: float) -> str:
    parts = [f"{counts.records:,} texts", f"{counts.mentions:,} mentions"]
    if counts.guessed:
        parts.append(f"{counts.guessed:,} in a language not known here, guessed")
    parts.append(f"{counts.rejected:,} rejected")
    return f"{', '.join(parts)}; {seconds:.1f} s"


def _broken_off(output: Path | None) -> str:
    return f"broken off; go on with --resume --output {output}" if output else "broken off"
