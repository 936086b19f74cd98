"""Query parameters, one property a parameter: text in, checked value out.

``takes`` lists what a view understands. It refuses every other parameter by name, checks all that
were given before the view runs, and reports all faults at once.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from functools import cached_property, lru_cache, wraps
from typing import NamedTuple, TypeVar

from flask import request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.languages import get_language
from gazetteer.model import (
    ACTOR_KINDS,
    MAX_LIMIT,
    MAX_PLACES,
    MAX_QUERY_LENGTH,
    PLACE_KINDS,
    TERM_KINDS,
    Box,
    LabelPolicy,
    PlacesQuery,
    earliest_day,
)
from gazetteer.web.current import gazetteer
from gazetteer.web.language import label_language
from gazetteer.web.problems import BadRequestError

KINDS = (*PLACE_KINDS, *ACTOR_KINDS, *TERM_KINDS)
MOST_PROMINENT = 100
NEUTRAL = "neutral"
"""As ``perspective``: nobody's, the neutral pair. The same as leaving it out."""


class Limits(NamedTuple):
    """How many answers there are when ``limit`` is not given, and at most."""

    default: int
    most: int


USUAL_LIMITS = Limits(10, MAX_LIMIT)
PLACES_LIMITS = Limits(PlacesQuery().limit, MAX_PLACES)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?\Z", re.ASCII)
_BOOLEANS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
_LONGEST_WORD = 100

REQUIRED = frozenset({"q", "lat", "lon"})
"""Parameters that must be given wherever they are taken."""

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])


class Asked:
    """The parameters of one request. A property raises QueryError when its text makes no sense."""

    def __init__(
        self,
        args: MultiDict[str, str],
        accept_language: str = "",
        limits: Limits = USUAL_LIMITS,
    ) -> None:
        self._args = args
        self._accept_language = accept_language
        self._limits = limits

    # --- names -----------------------------------------------------------------------------------

    @cached_property
    def q(self) -> str:
        """The name, or the beginning of one."""
        text = self._required("q")
        if not text.strip():
            raise QueryError("q", "is empty; give a name")
        if len(text) > MAX_QUERY_LENGTH:
            raise QueryError("q", f"has {len(text)} code points; at most {MAX_QUERY_LENGTH}")
        return text

    @cached_property
    def lang(self) -> str:
        """The language of labels; an unknown one falls back and is no error."""
        return label_language(self._one("lang"), self._accept_language)

    @cached_property
    def name_lang(self) -> str:
        """The language that ``lang`` names, ``""`` when it names none that is known."""
        return known_language(self._one("lang"))

    @cached_property
    def label_lang(self) -> str:
        """The language of labels where ``lang`` is that of the text."""
        return label_language(self._one("label_lang"), self._accept_language)

    @cached_property
    def text_lang(self) -> str:
        """The language of a pasted text, ``""`` for one that is to be found out."""
        return known_language(self._one("text_lang"))

    @cached_property
    def perspective(self) -> str:
        """Whose names to prefer: the code of a perspective, ``""`` for the neutral pair."""
        code = self._one("perspective").lower()
        if code in ("", NEUTRAL):
            return ""
        known = _perspectives(gazetteer())
        if code not in known:
            choices = ", ".join((NEUTRAL, *known))
            raise QueryError("perspective", f"{_shown(code)} is none of {choices}")
        return code

    @cached_property
    def kind(self) -> tuple[str, ...]:
        """The kinds or types of entity wanted, several separated by commas."""
        wanted = tuple(self._one("kind").split(",")) if "kind" in self._args else ()
        for kind in wanted:
            if kind not in KINDS and kind not in _types(gazetteer()):
                kinds = ", ".join(KINDS)
                raise QueryError(
                    "kind", f"{_shown(kind)} is no kind or type; the kinds are {kinds}"
                )
        return wanted

    @cached_property
    def names(self) -> bool:
        """Whether to give all names of each entity."""
        return self._choice("names", ("none", "all"), "none") == "all"

    # --- time and space --------------------------------------------------------------------------

    @cached_property
    def at(self) -> datetime.date | None:
        """The day asked about, None when left open."""
        text = self._one("at")
        return read_day("at", text) if text else None

    @cached_property
    def date(self) -> datetime.date | None:
        """The day of a document, None when not known; of a year or month its first day."""
        text = self._one("date")
        try:
            return earliest_day(text) if text else None
        except ValueError as error:
            detail = f"{_shown(text)} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
            raise QueryError("date", detail) from error

    @cached_property
    def bbox(self) -> Box | None:
        """A rectangle as west, south, east, north in degrees."""
        text = self._one("bbox")
        if not text:
            return None
        parts = text.split(",")
        if len(parts) != 4:
            raise QueryError("bbox", f"has {len(parts)} numbers; write west,south,east,north")
        west, south, east, north = (_number("bbox", part) for part in parts)
        if not (-180 <= west <= 180 and -180 <= east <= 180):
            raise QueryError("bbox", "west and east must be -180 to 180")
        if not -90 <= south <= north <= 90:
            raise QueryError("bbox", "south and north must be -90 to 90, south the smaller")
        return Box(west, south, east, north)

    @cached_property
    def lat(self) -> float:
        """Degrees north."""
        return self._degrees("lat", 90)

    @cached_property
    def lon(self) -> float:
        """Degrees east."""
        return self._degrees("lon", 180)

    @cached_property
    def within(self) -> float | None:
        """A distance in metres; how far it may be is the core's to say."""
        text = self._one("within")
        return _number("within", text) if text else None

    @cached_property
    def version(self) -> str:
        """The version of a route."""
        return self._word("version")

    # --- the answer ------------------------------------------------------------------------------

    @cached_property
    def limit(self) -> int:
        """How many answers at most."""
        return self._whole("limit", 1, self._limits.most, self._limits.default)

    @cached_property
    def min_prominence(self) -> int:
        """The least prominence of a place that is wanted."""
        return self._whole("min_prominence", 0, MOST_PROMINENT, 0)

    @cached_property
    def explain(self) -> bool:
        """Whether to say why."""
        return self._boolean("explain")

    @cached_property
    def candidates(self) -> bool:
        """Whether to give the other readings of each mention."""
        return self._boolean("candidates")

    @cached_property
    def nested(self) -> bool:
        """Whether to give the shorter names inside each mention."""
        return self._boolean("nested")

    @cached_property
    def adjectives(self) -> bool:
        """Whether demonyms and adjectives are mentions."""
        return self._boolean("adjectives")

    @cached_property
    def offsets(self) -> bool:
        """Whether offsets count UTF-16 units and not code points."""
        return self._choice("offsets", ("codepoint", "utf16"), "codepoint") == "utf16"

    @cached_property
    def f(self) -> str:
        """The representation, before what the Accept header says; ``""`` when left open."""
        return self._choice("f", ("json", "geojson", "html"), "")

    @cached_property
    def id(self) -> str | None:
        """What the caller calls its text."""
        return self._word("id") or None

    @property
    def policy(self) -> LabelPolicy:
        """How to label the answer."""
        return LabelPolicy(self.lang, self.perspective, self.at)

    # --- reading ---------------------------------------------------------------------------------

    def _one(self, name: str) -> str:
        given = self._args.getlist(name)
        if len(given) > 1:
            raise QueryError(name, f"is given {len(given)} times; give it once")
        return given[0] if given else ""

    def _required(self, name: str) -> str:
        if name not in self._args:
            raise QueryError(name, "is required")
        return self._one(name)

    def _word(self, name: str) -> str:
        text = self._one(name)
        if len(text) > _LONGEST_WORD:
            raise QueryError(name, f"has {len(text)} code points; at most {_LONGEST_WORD}")
        return text

    def _choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        text = self._one(name) or default
        if text != default and text not in choices:
            raise QueryError(name, f"{_shown(text)} is none of {', '.join(choices)}")
        return text

    def _boolean(self, name: str) -> bool:
        text = self._one(name) or "0"
        if text not in _BOOLEANS:
            raise QueryError(name, f"{_shown(text)} is neither 1 nor 0")
        return _BOOLEANS[text]

    def _whole(self, name: str, least: int, most: int, default: int) -> int:
        text = self._one(name)
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
            raise QueryError(name, f"{_shown(text)} is no whole number from {least} to {most}")
        return int(text)

    def _degrees(self, name: str, most: int) -> float:
        degrees = _number(name, self._required(name))
        if abs(degrees) > most:
            raise QueryError(name, f"is {degrees:g}; it must be -{most} to {most} degrees")
        return degrees


def takes(
    *allowed: str, strict: bool = True, limits: Limits = USUAL_LIMITS
) -> Callable[[View], View]:
    """Give a view its parameters as ``Asked``, first of its arguments, after checking them all.

    ``limits`` bounds the parameter ``limit``.
    Raises BadRequestError naming each parameter that is missing or malformed, and when ``strict``
    each that is unknown.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(**captured: str) -> ResponseReturnValue:
            args = request.args
            asked = Asked(args, request.headers.get("Accept-Language", ""), limits)
            unknown = [name for name in args if name not in allowed] if strict else []
            faults = [_unknown(name, allowed) for name in unknown]
            for name in allowed:
                if name not in args and name not in REQUIRED:
                    continue
                try:
                    getattr(asked, name)
                except QueryError as fault:
                    faults.append(fault)
            if faults:
                raise BadRequestError(faults)
            return view(asked, **captured)

        checked.parameters = allowed  # type: ignore[attr-defined]  # both read by openapi
        checked.limits = limits  # type: ignore[attr-defined]
        return checked  # type: ignore[return-value]

    return decorate


def read_day(parameter: str, text: str) -> datetime.date:
    """Read a day of the calendar, ``YYYY-MM-DD``. Raises QueryError.

    >>> read_day("at", "2022-06-01")
    datetime.date(2022, 6, 1)
    """
    try:
        if _DAY.match(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    raise QueryError(parameter, f"{_shown(text)} is no day of the calendar; write YYYY-MM-DD")


def known_language(tag: str) -> str:
    """Return the code of a language that is known here, ``""`` for any other: no error."""
    language = get_language(tag[:_LONGEST_WORD])
    return language.code if language else ""


@lru_cache(maxsize=4)
def _types(core: Gazetteer) -> frozenset[str]:
    """Return the finer words (``village``, ``ministry``) that entities of the dataset have."""
    return frozenset(entity.type for entity in core.store.entities() if entity.type)


@lru_cache(maxsize=4)
def _perspectives(core: Gazetteer) -> tuple[str, ...]:
    return tuple(perspective.code for perspective in core.store.perspectives())


def _unknown(name: str, allowed: tuple[str, ...]) -> QueryError:
    takes_what = f"takes {', '.join(allowed)}" if allowed else "takes no parameters"
    return QueryError(name[:_LONGEST_WORD], f"is no parameter of this address, which {takes_what}")


def _number(parameter: str, text: str) -> float:
    """Read a finite decimal number."""
    number = float(text) if _NUMBER.match(text) else math.nan
    if not math.isfinite(number):
        raise QueryError(parameter, f"{_shown(text)} is no number")
    return number


def _shown(text: str) -> str:
    """Quote what was given, cut so that an answer never grows with a bad request."""
    return repr(text if len(text) <= _LONGEST_WORD else f"{text[:_LONGEST_WORD]}…")
