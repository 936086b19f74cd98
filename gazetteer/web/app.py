"""The application factory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask

from gazetteer.core import Gazetteer
from gazetteer.web import (
    description,
    glosses,
    headers,
    health,
    history,
    leaflet,
    native,
    ndjson,
    pages,
    problems,
    space,
    texts,
    tiles,
    translation,
)
from gazetteer.web.current import EXTENSION

DEFAULTS: Mapping[str, Any] = {
    "MAX_CONTENT_LENGTH": 20 * 1024 * 1024,
    "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
    "BATCH_LIMITS": ndjson.Limits(),
    tiles.CACHE_BYTES: 64 * 1024 * 1024,
}
"""Bounds: bytes of a body and of a form field; lines of a batch and bytes of each; bytes of tiles
that a process keeps."""


def create_app(
    gazetteer: Gazetteer | None = None, config: Mapping[str, Any] | None = None
) -> Flask:
    """Make the WSGI application over ``gazetteer``, by default the one of this installation.

    ``config`` overrides DEFAULTS. Raises ArtefactError when there is no dataset to answer from.

    >>> create_app().test_client().get("/healthz").json
    {'status': 'ok'}
    """
    app = Flask(__name__)
    app.config.from_mapping(DEFAULTS)
    app.config.from_mapping(config or {})
    app.url_map.strict_slashes = False
    app.extensions[EXTENSION] = gazetteer or Gazetteer.open()
    for part in (
        native,
        space,
        history,
        texts,
        glosses,
        tiles,
        health,
        description,
        pages,
        leaflet,
    ):
        app.register_blueprint(part.blueprint)
    translation.register(app)
    headers.register(app)
    problems.register(app)
    return app
