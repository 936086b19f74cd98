"""What every answer carries: CORS, caching by content, and what a browser may do with a page.

An entity tag is made of what an answer depends on (the dataset's digest, the version of this code,
the day, the address and what was negotiated), so a caller that holds it is told so without the
work being done again. Tags are only given with successful answers, so one that fits is proof of
such an answer.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, request

from gazetteer.web.current import gazetteer
from gazetteer.web.problems import NOT_MODIFIED, OK, not_modified

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

STATIC = "/static/"
_TILE = ".mvt"
_UNTAGGED = ("/healthz", "/readyz", STATIC)

_TODAYS_TILE_S, _A_DAYS_TILE_S = 5 * 60, 60 * 60

_EVERYWHERE = [
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "Content-Language, ETag, Link"),
    ("X-Content-Type-Options", "nosniff"),
]
_NEGOTIATED = [
    *_EVERYWHERE,
    ("Vary", "Accept, Accept-Language"),
    ("Link", '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'),
]
_ON_PAGES = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "Referrer-Policy": "no-referrer",
}
_ON_OPTIONS = {
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def register(app: Flask) -> None:
    """Add the headers to every answer, and answer conditional requests."""
    app.before_request(_answer_if_unchanged)
    app.after_request(_add_headers)
    app.wsgi_app = _with_constant_headers(app.wsgi_app)  # type: ignore[method-assign, assignment]


def _with_constant_headers(application: WSGIApplication) -> WSGIApplication:
    """Add what never differs to the finished headers, where it costs next to nothing."""

    def wrapped(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        constant = _EVERYWHERE if environ["PATH_INFO"].startswith(STATIC) else _NEGOTIATED

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Callable[..., object]:
            return start_response(status, headers + constant, *more)

        return application(environ, start)

    return wrapped


def _answer_if_unchanged() -> Response | None:
    environ = request.environ
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return None
    if environ["PATH_INFO"].startswith(_UNTAGGED):
        return None
    tag = g.tag = _tag(environ)
    if "HTTP_IF_NONE_MATCH" in environ:
        held = request.if_none_match
        if held.contains_weak(tag) and not held.star_tag:
            return not_modified()
    return None


def _tag(environ: WSGIEnvironment) -> str:
    depends = (
        gazetteer().store.digest,
        _code_version(),
        date.today().isoformat(),
        environ["PATH_INFO"],
        environ.get("QUERY_STRING", ""),
        environ.get("HTTP_ACCEPT", ""),
        environ.get("HTTP_ACCEPT_LANGUAGE", ""),
    )
    joined = "\n".join(depends).encode("utf-8", "replace")
    return hashlib.blake2b(joined, digest_size=12).hexdigest()


def _lifetime() -> str:
    """Return how long an answer may be shown before it is asked for again.

    A map that is panned to and fro asks for the same tiles: they may be minutes old. What held on
    a day that was asked for only changes with the data.
    """
    if not request.path.endswith(_TILE):
        return "no-cache"
    return f"max-age={_A_DAYS_TILE_S if request.args.get('at') else _TODAYS_TILE_S}"


@cache
def _code_version() -> str:
    return importlib.metadata.version("gazetteer")


def _add_headers(response: Response) -> Response:
    tag = g.get("tag")
    if tag is not None and response.status_code in (OK, NOT_MODIFIED):
        response.headers["ETag"] = f'W/"{tag}"'
        response.headers["Cache-Control"] = _lifetime()
    if response.mimetype == "text/html":
        response.headers.update(_ON_PAGES)
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "")
        response.headers.update(_ON_OPTIONS)
    return response
