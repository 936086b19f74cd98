"""Errors on the wire: ``application/problem+json`` (RFC 9457). The only place with status codes.

Domain errors and the framework's become a problem by one table; a view raises and never decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import orjson
from flask import Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, RequestURITooLarge
from werkzeug.http import HTTP_STATUS_CODES

from gazetteer.errors import ArtefactError, GazetteerError, NoFontError, QueryError, UnknownEntity

OK = int(HTTPStatus.OK)
MOVED = int(HTTPStatus.MOVED_PERMANENTLY)
NOT_MODIFIED = int(HTTPStatus.NOT_MODIFIED)
BAD_REQUEST = int(HTTPStatus.BAD_REQUEST)
NOT_FOUND = int(HTTPStatus.NOT_FOUND)
NOT_ACCEPTABLE = int(HTTPStatus.NOT_ACCEPTABLE)
TOO_LARGE = int(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
UNSUPPORTED = int(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
FAILED = int(HTTPStatus.INTERNAL_SERVER_ERROR)
NOT_IMPLEMENTED = int(HTTPStatus.NOT_IMPLEMENTED)
UNAVAILABLE = int(HTTPStatus.SERVICE_UNAVAILABLE)

MEDIA_TYPE = "application/problem+json"
_IN_PATHS = "/:@!$&'()*+,;="

LONGEST_ADDRESS = 8192
"""Bytes in path and query."""

TITLES = {
    BAD_REQUEST: "The question cannot be asked so",
    NOT_FOUND: "There is nothing here",
    405: "This address does not take that method",
    NOT_ACCEPTABLE: "None of the accepted media types can be served",
    TOO_LARGE: "The body is too large",
    414: "The address is too long",
    UNSUPPORTED: "A body of this media type is not read here",
    FAILED: "The service failed",
    NOT_IMPLEMENTED: "This machine cannot draw PNG",
    UNAVAILABLE: "The dataset cannot be read at the moment",
}
"""What each status means here, in a sentence for people."""


class BodyError(QueryError):
    """A fault in a JSON body; ``parameter`` is the member at fault, empty for the whole body."""


class BadRequestError(GazetteerError, ValueError):
    """A request with faults; ``faults`` lists every one, so that all can be mended at once."""

    def __init__(self, faults: Sequence[QueryError]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)


class NotAcceptableError(GazetteerError):
    """None of the media types asked for is served at this address."""

    def __init__(self, offered: Sequence[str]) -> None:
        super().__init__(f"this address serves {', '.join(offered)}")


class UnsupportedBodyError(GazetteerError):
    """The body's media type or coding is not read at this address."""

    def __init__(self, given: str, taken: Sequence[str]) -> None:
        given = given or "no media type"
        super().__init__(f"the body is declared as {given}; this address takes {', '.join(taken)}")


class TooLargeError(GazetteerError):
    """The body is longer than this address takes."""


_STATUSES: tuple[tuple[type[GazetteerError], int], ...] = (
    (UnknownEntity, NOT_FOUND),
    (NotAcceptableError, NOT_ACCEPTABLE),
    (UnsupportedBodyError, UNSUPPORTED),
    (TooLargeError, TOO_LARGE),
    (ArtefactError, UNAVAILABLE),
    (NoFontError, NOT_IMPLEMENTED),
)


def register(app: Flask) -> None:
    """Let every error of the application become a problem, or a page where a person reads."""
    app.before_request(_bound_address)
    app.register_error_handler(Exception, _answer)


def _bound_address() -> None:
    if len(request.path) + len(request.query_string) > LONGEST_ADDRESS:
        raise RequestURITooLarge(f"at most {LONGEST_ADDRESS} bytes of path and query are taken")


def problem(status: int, detail: str, faults: Sequence[QueryError] = ()) -> dict[str, Any]:
    """Write one problem; the members ``errors`` name the parameters or body members at fault.

    >>> problem(400, "limit: is 0", [QueryError("limit", "is 0")])["errors"]
    [{'parameter': 'limit', 'detail': 'is 0'}]
    """
    shape: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status) or HTTP_STATUS_CODES.get(status, "Error"),
        "status": status,
        "detail": detail,
    }
    if faults:
        shape["errors"] = [_fault(fault) for fault in faults]
    return shape


def _fault(fault: QueryError) -> dict[str, str]:
    if isinstance(fault, BodyError):
        return {"pointer": f"#/{fault.parameter}".rstrip("/"), "detail": fault.detail}
    return {"parameter": fault.parameter, "detail": fault.detail}


def of(error: Exception) -> dict[str, Any]:
    """Return the problem that an error is."""
    if isinstance(error, BadRequestError):
        return problem(BAD_REQUEST, str(error), error.faults)
    if isinstance(error, QueryError):
        detail = error.detail if isinstance(error, BodyError) else str(error)
        return problem(BAD_REQUEST, detail, (error,))
    if isinstance(error, HTTPException) and error.code is not None:
        return problem(error.code, _http_detail(error))
    for family, status in _STATUSES:
        if isinstance(error, family):
            return problem(status, str(error))
    return problem(FAILED, "an unexpected error; it has been logged")


def _http_detail(error: HTTPException) -> str:
    if error.code == NOT_FOUND:
        return f"no address {request.path!r}; see {request.script_root}/docs"
    if error.code == TOO_LARGE:
        return f"at most {request.max_content_length} bytes are taken"
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        return f"{request.method} is not taken here; {', '.join(sorted(allowed))} are"
    return error.description or error.name


def _answer(error: Exception) -> ResponseReturnValue:
    if isinstance(error, HTTPException) and (error.code is None or error.code < BAD_REQUEST):
        return error.get_response()
    shape = of(error)
    if shape["status"] == FAILED:
        current_app.logger.error("%s %s failed", request.method, request.path, exc_info=error)
    headers = dict(error.get_headers()) if isinstance(error, HTTPException) else {}
    if _is_page():
        response = Response(render_template("error.html", problem=shape))
    else:
        shape["instance"] = quote(request.path, safe=_IN_PATHS)
        response = Response(orjson.dumps(shape), mimetype=MEDIA_TYPE)
    response.status_code = shape["status"]
    if "Allow" in headers:
        response.headers["Allow"] = headers["Allow"]
    return response


def _is_page() -> bool:
    """Tell whether a person with a browser asked for a page, not a program for an answer."""
    if request.path.startswith("/api/") or request.path.endswith(".json"):
        return False
    best = request.accept_mimetypes.best_match((MEDIA_TYPE, "text/html"), MEDIA_TYPE)
    return best == "text/html"


def moved(location: str, keep_query: bool = False) -> ResponseReturnValue:
    """Send the caller to the address that this one has become for good."""
    if keep_query and request.query_string:
        location = f"{location}?{request.query_string.decode('ascii', 'ignore')}"
    return Response(status=MOVED, headers={"Location": location})


def not_modified() -> Response:
    """Tell the caller that what it holds is still right."""
    return Response(status=NOT_MODIFIED)
