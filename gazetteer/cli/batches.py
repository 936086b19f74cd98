"""What commands over many texts share: their options, the run, its progress and its summary."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gazetteer.cli.session import DAY, Session
from gazetteer.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tqdm import tqdm

    from gazetteer.batch import AnswerSettings, BatchInput, BatchSettings, Counts, Reject

_REJECTED = 3
_MANY_REJECTS = 100
"""Rejects printed to the terminal before the rest are only counted."""

_Command = TypeVar("_Command", bound="Callable[..., Any]")

_OPTIONS = (
    click.argument(
        "files",
        nargs=-1,
        type=click.Path(exists=True, dir_okay=False, allow_dash=True),
        metavar="[FILES|-]...",
    ),
    click.option(
        "--input-format",
        type=click.Choice(("auto", "jsonl", "text", "html")),
        default="auto",
        show_default=True,
        help="JSON lines, or one text or page a file.",
    ),
    click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File."),
    click.option(
        "--rejects",
        type=click.Path(dir_okay=False, path_type=Path),
        help="File for bad records [default: standard error].",
    ),
    click.option("--resume", is_flag=True, help="Go on with an --output that was broken off."),
    click.option("--jobs", type=click.IntRange(0), default=1, help="Processes; 0: one a core."),
    click.option(
        "--lang", default="", help="Language of texts that do not say [default: guessed]."
    ),
    click.option("--date", type=DAY, help="Date of texts that do not say."),
    click.option("--label-lang", default="en", show_default=True, help="Language of labels."),
    click.option("--perspective", default="", help="Side whose labels to use [default: both]."),
)
_LAST_OPTIONS = (
    click.option(
        "--offsets",
        type=click.Choice(("codepoint", "utf16")),
        default="codepoint",
        show_default=True,
        help="What offsets count.",
    ),
    click.option(
        "--max-line",
        type=click.IntRange(1),
        metavar="BYTES",
        help="Longest line or text file [20 MB].",
    ),
    click.option(
        "--progress/--no-progress", default=None, help="Progress bar [default: on a terminal]."
    ),
    click.option("--quiet", is_flag=True, help="Print no summary."),
)


def batch_options(command: _Command) -> _Command:
    """Add FILES, where answers go, and what holds for texts that do not say."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def last_batch_options(command: _Command) -> _Command:
    """Add the options that stand at the end of the list: offsets, limits, progress."""
    for option in reversed(_LAST_OPTIONS):
        command = option(command)
    return command


def inputs_of(files: Sequence[str], asked: dict[str, Any]) -> list[BatchInput]:
    """Return the inputs of a call. Raises QueryError for an output that cannot be written."""
    from gazetteer.batch import choose_input

    if asked["output"] and asked["output"].suffix == ".gz":
        raise QueryError("--output", "is written uncompressed; leave out .gz, or pipe to gzip")
    return [choose_input(path, asked["input_format"]) for path in files or ("-",)]


def run(
    session: Session,
    inputs: list[BatchInput],
    asked: dict[str, Any],
    answers: AnswerSettings,
    found: str = "mentions",
) -> None:
    """Answer every record, with progress and a summary that counts what was ``found``."""
    started = time.monotonic()
    with _Progress(inputs, asked["progress"], to_file=asked["rejects"] is not None) as progress:
        try:
            counts = _run(session, inputs, asked, answers, progress)
        except KeyboardInterrupt:
            progress.noticed(_broken_off(asked["output"]))
            raise
    if not asked["quiet"]:
        click.echo(_summary(counts, found, time.monotonic() - started), err=True)
    if counts.rejected:
        raise SystemExit(_REJECTED)


def _run(
    session: Session,
    inputs: list[BatchInput],
    asked: dict[str, Any],
    answers: AnswerSettings,
    progress: _Progress,
) -> Counts:
    from gazetteer.batch import Destination, annotate_batch

    if asked["output"] is None and sys.stdout is None:  # the shell's >&-
        raise OSError(errno.EBADF, "standard output is closed")
    output = asked["output"] or sys.stdout.buffer
    return annotate_batch(
        session.gazetteer,
        inputs,
        Destination(output, asked["rejects"], asked["resume"]),
        _settings(session, asked, answers),
        jobs=asked["jobs"] or _cores(),
        watcher=progress,
    )


def _cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _settings(session: Session, asked: dict[str, Any], answers: AnswerSettings) -> BatchSettings:
    from gazetteer.batch import LONGEST_LINE, BatchSettings, Defaults, check_lang

    try:
        lang = check_lang(asked["lang"])
    except ValueError as error:
        raise QueryError("--lang", str(error)) from error
    return BatchSettings(
        str(session.gazetteer.store.path),
        Defaults(
            lang,
            asked["date"],
            asked.get("adjectives", False),
            asked.get("nested", False),
            asked.get("offices", False),
        ),
        answers,
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


def _summary(counts: Counts, found: str, seconds: float) -> str:
    parts = [f"{counts.records:,} texts", f"{counts.mentions:,} {found}"]
    if counts.guessed:
        parts.append(f"{counts.guessed:,} in a language not known here, guessed")
    parts.append(f"{counts.rejected:,} rejected")
    return f"{', '.join(parts)}; {seconds:.1f} s"


def _broken_off(output: Path | None) -> str:
    return f"broken off; go on with --resume --output {output}" if output else "broken off"
