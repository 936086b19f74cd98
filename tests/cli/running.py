"""Running the command in this process, on the sample."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from gazetteer.cli import main


def call(artefact: Path, *arguments: str | Path, stdin: bytes | None = None) -> Result:
    """Run ``gazetteer --data ARTEFACT ...``; a bug shows as its own exception."""
    result = CliRunner().invoke(main, ["--data", str(artefact), *map(str, arguments)], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
