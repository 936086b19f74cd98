"""Answers on the wire: which representation, in which language, and as which bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from flask import Response, request

from gazetteer.web.problems import NotAcceptableError

JSON = "application/json"
GEOJSON = "application/geo+json"
JSONLD = "application/ld+json"
HTML = "text/html"
PLAIN = "text/plain"
CSV = "text/csv"
SVG = "image/svg+xml"
PNG = "image/png"
NDJSON = "application/x-ndjson"
_BY_NAME = {
    "json": JSON,
    "geojson": GEOJSON,
    "jsonld": JSONLD,
    "html": HTML,
    "text": PLAIN,
    "csv": CSV,
    "svg": SVG,
    "png": PNG,
}


def reply(shape: Any, lang: str = "", media_type: str = JSON) -> Response:
    """Write a plain shape as JSON, saying which language its labels are in."""
    response = Response(orjson.dumps(shape), mimetype=media_type)
    if lang:
        response.headers["Content-Language"] = lang
    return response


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]], lang: str) -> Response:
    """Write rows as CSV with a head (RFC 4180)."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([columns, *rows])
    response = Response(written.getvalue(), mimetype=CSV)
    response.headers["Content-Language"] = lang
    return response


def chosen(asked: str, offered: Sequence[str]) -> str:
    """Choose a media type: the one that ``f=`` asked for, else the best for the Accept header.

    ``offered`` is in the server's own order of preference, which breaks ties.
    Raises NotAcceptableError.
    """
    if asked:
        media_type = _BY_NAME[asked]
        if media_type in offered:
            return media_type
        raise NotAcceptableError(offered)
    accepted = request.accept_mimetypes
    if not accepted:
        return offered[0]
    best = max(offered, key=lambda media_type: accepted[media_type])
    if not accepted[best] > 0:
        raise NotAcceptableError(offered)
    return best
