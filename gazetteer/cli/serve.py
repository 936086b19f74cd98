"""``gazetteer serve``."""

from __future__ import annotations

import os
import socket

import click

from gazetteer.cli.session import Session, pass_session
from gazetteer.errors import QueryError


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

    address = _own_address(host, port)
    path = session.gazetteer.store.path  # compiled or refused here, once, not in each worker
    os.environ[PATH_VARIABLE] = str(path)
    serve_forever(address, port, workers)


def _own_address(host: str, port: int) -> str:
    """Return the IP address that a name or address of this machine means, after trying it.

    Raises QueryError when there is none to listen on.
    """
    try:
        if not host:
            raise OSError("it is empty")
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
            tried.listen()
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise QueryError("--host", f"cannot listen on {host!r}, port {port}: {why}") from error
    return str(address[0])
