"""``gazetteer serve``."""

from __future__ import annotations

import os

import click

from gazetteer.cli.session import Session, pass_session


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes."
)
@pass_session
def serve(session: Session, /, host: str, port: int, workers: int) -> None:
    """Serve the map page and the REST interface until stopped."""
    from gazetteer.artefact_file import PATH_VARIABLE
    from gazetteer.web.server import serve as serve_forever

    path = session.gazetteer.store.path  # compiled or refused here, once, not in each worker
    os.environ[PATH_VARIABLE] = str(path)
    serve_forever(host, port, workers)
