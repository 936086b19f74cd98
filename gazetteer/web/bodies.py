"""Bodies of requests: of a media type that is taken, whole, read as JSON where that is asked."""

from __future__ import annotations

from typing import Any

import orjson
from flask import request

from gazetteer.web.problems import BodyError, TooLargeError, UnsupportedBodyError
from gazetteer.web.replies import GEOJSON, JSON

GEOMETRIES = (GEOJSON, JSON)
"""Media types of a body that is a line or a polygon."""


def body_type(taken: tuple[str, ...]) -> str:
    """Return the body's media type. Raises UnsupportedBodyError unless it is one of those taken."""
    coding = request.headers.get("Content-Encoding", "identity").lower()
    if coding != "identity":
        raise UnsupportedBodyError(f"{coding}-coded", ("bodies that are not compressed",))
    if request.mimetype not in taken:
        raise UnsupportedBodyError(request.mimetype, taken)
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise UnsupportedBodyError(f"{charset} text", ("UTF-8",))
    return request.mimetype


def whole_body() -> bytes:
    """Return the body. Raises TooLargeError, for one that comes in pieces too."""
    body = request.get_data(cache=False)
    most = request.max_content_length
    if request.content_length is None and most is not None and len(body) >= most:
        raise TooLargeError(f"at most {most} bytes are taken")  # a chunked body is cut there
    return body


def geometry_body() -> Any:
    """Return the JSON of a body that is a geometry. Raises BodyError for what is no JSON."""
    body_type(GEOMETRIES)
    try:
        return orjson.loads(whole_body())
    except orjson.JSONDecodeError as error:
        raise BodyError("", f"is no JSON: {error}") from error
