"""The ``gazetteer`` command: one module a family of commands, loaded when its command is called.

Exit codes: 0 done; 1 the dataset, a file or the installation is at fault; 2 the call is; 3 a batch
is complete but for records that were rejected.
"""

from __future__ import annotations

import errno
import importlib
import io
import sys
from pathlib import Path
from typing import Any

import click

from gazetteer.cli.session import Session
from gazetteer.errors import GazetteerError, QueryError, UnknownEntity

_COMMANDS = {
    "lookup": "gazetteer.cli.names:lookup",
    "suggest": "gazetteer.cli.names:suggest",
    "romanize": "gazetteer.cli.romanize:romanize",
    "show": "gazetteer.cli.entities:show",
    "annotate": "gazetteer.cli.texts:annotate",
    "gloss": "gazetteer.cli.glosses:gloss",
    "timeline": "gazetteer.cli.history:timeline",
    "changes": "gazetteer.cli.history:changes",
    "along": "gazetteer.cli.routes:along",
    "corridor": "gazetteer.cli.routes:corridor",
    "compare": "gazetteer.cli.routes:compare",
    "routes": "gazetteer.cli.routes:routes",
    "near": "gazetteer.cli.places:near",
    "position": "gazetteer.cli.places:position",
    "relate": "gazetteer.cli.places:relate",
    "between": "gazetteer.cli.places:between",
    "inside": "gazetteer.cli.places:inside",
    "evaluate": "gazetteer.cli.evaluate:evaluate",
    "serve": "gazetteer.cli.serve:serve",
    "data": "gazetteer.cli.data_commands:data",
    "import": "gazetteer.cli.import_command:import_places",
}
"""Name of each command -> module and function; importing all of them would cost the start."""

_BAD_CALL, _BAD_DATA = 2, 1


class _Commands(click.Group):
    """A group that imports a command when it is called, and turns our errors into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, function = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), function)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GazetteerError as error:
            bad_call = isinstance(error, QueryError | UnknownEntity)
            raise _Failure(str(error), _BAD_CALL if bad_call else _BAD_DATA) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader has closed the pipe: click ends quietly
                raise
            fault = error.strerror or str(error)
            where = f": {error.filename}" if error.filename else ""
            raise _Failure(fault + where, _BAD_DATA) from error


class _Failure(click.ClickException):
    """One line on standard error, and an exit code."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self._exit_code = exit_code

    @property
    def exit_code(self) -> int:  # type: ignore[override]  # a class variable in click
        return self._exit_code


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"gazetteer {version('gazetteer')}")
        context.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    "artefact",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Compiled dataset to use [default: $GAZETTEER_ARTEFACT, the packaged one, or data/].",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and stop.",
)
@click.pass_context
def main(context: click.Context, artefact: Path | None) -> None:
    """Find, explain and locate the contested names of the South Caucasus."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale says, output is UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    context.obj = Session(artefact)
