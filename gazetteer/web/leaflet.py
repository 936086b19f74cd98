"""Leaflet's own files, as the package ``django-js-lib-leaflet`` brings them, under our address."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, send_from_directory

blueprint = Blueprint("leaflet", __name__)

_PACKAGE = "js_lib_leaflet"
_MAX_AGE_S = 86_400


@blueprint.get("/static/leaflet/<path:name>")
def asset(name: str) -> Response:
    """Serve one file of Leaflet."""
    return send_from_directory(_folder(), name, max_age=_MAX_AGE_S)


@cache
def _folder() -> Path:
    """Find the files without importing the package, which would want Django."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the map needs the package django-js-lib-leaflet; install it")
    return Path(spec.submodule_search_locations[0]) / "static" / _PACKAGE
