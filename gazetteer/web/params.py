"""Query parameters, one property a parameter: text in, checked value out.

``takes`` lists what a view understands. It refuses every other parameter by name, checks all that
were given before the view runs, and reports all faults at once.
"""

from __future__ import annotations

import datetime
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
    HELD_BY,
    MAX_LIMIT,
    MAX_PLACES,
    MAX_QUERY_LENGTH,
    PLACE_KINDS,
    TERM_KINDS,
    Box,
    LabelPolicy,
    Period,
    PlacesQuery,
    earliest_day,
)
from gazetteer.web.current import gazetteer
from gazetteer.web.language import label_language
from gazetteer.web.problems import BadRequestError
from gazetteer.web.reading import (
    LONGEST_WORD,
    read_first_day,
    read_number,
    read_period,
    shown,
)
from gazetteer.web.text_params import TextReader

KINDS = (*PLACE_KINDS, *ACTOR_KINDS, *TERM_KINDS)
MOST_PROMINENT = 100
NEUTRAL = "neutral"
"""As ``perspective``: nobody's, the neutral pair. The same as leaving it out."""


class Limits(NamedTuple):
    """How many answers there are when ``limit`` is not given, and at most."""

    default: int
    most: int


REPRESENTATIONS = ("json", "geojson", "jsonld", "html", "text", "csv", "svg", "png")

USUAL_LIMITS = Limits(10, MAX_LIMIT)
PLACES_LIMITS = Limits(PlacesQuery().limit, MAX_PLACES)
INSIDE_LIMITS = Limits(MAX_PLACES, MAX_PLACES)
PICTURE_WIDTHS = (480, 2400)
"""Of a picture in pixels: least and most."""

REQUIRED = frozenset({"q", "lat", "lon", "a", "b"})
"""Parameters that must be given wherever they are taken."""

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])


class Asked(TextReader):
    """The parameters of one request. A property raises QueryError when its text makes no sense."""

    def __init__(
        self,
        args: MultiDict[str, str],
        accept_language: str = "",
        limits: Limits = USUAL_LIMITS,
    ) -> None:
        super().__init__(args)
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
            raise QueryError("perspective", f"{shown(code)} is none of {choices}")
        return code

    @cached_property
    def kind(self) -> tuple[str, ...]:
        """The kinds or types of entity wanted, several separated by commas."""
        wanted = tuple(self._one("kind").split(",")) if "kind" in self._args else ()
        for kind in wanted:
            if kind not in KINDS and kind not in _types(gazetteer()):
                kinds = ", ".join(KINDS)
                raise QueryError("kind", f"{shown(kind)} is no kind or type; the kinds are {kinds}")
        return wanted

    # --- time and space --------------------------------------------------------------------------

    @cached_property
    def when(self) -> Period | None:
        """The time asked about: a day, month or year, or from one to another; None when open."""
        text, since, until = self._one("at"), self._one("since"), self._one("until")
        if text and (since or until):
            raise QueryError("at", "is one time, since and until another; give one of them")
        if text:
            return read_period("at", text)
        if not since and not until:
            return None
        first = read_period("since", since).first if since else None
        last = read_period("until", until).last if until else None
        if first is not None and last is not None and first > last:
            raise QueryError("until", f"{until} is before {since}; give the earlier time first")
        return Period(first, last)

    @cached_property
    def at(self) -> datetime.date | None:
        """The day whose names are preferred: the one asked about, of a longer time the last."""
        if not self._one("at") or self.when is None:
            return None
        return self.when.last

    since = until = property(lambda self: self.when)
    """Parameters of their own, read together as ``when``."""

    @property
    def period(self) -> Period:
        """The time asked about, today when left open."""
        return self.when or Period.today()

    @cached_property
    def other_at(self) -> Period | None:
        """The other time of a comparison."""
        text = self._one("other_at")
        return read_period("other_at", text) if text else None

    @cached_property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """Two days, both given and in order: of coarser dates the first day of each."""
        days = [read_first_day(name, self._required(name)) for name in ("since", "until")]
        return days[0], days[1]

    @cached_property
    def date(self) -> datetime.date | None:
        """The day of a document, None when not known; of a year or month its first day."""
        text = self._one("date")
        try:
            return earliest_day(text) if text else None
        except ValueError as error:
            detail = f"{shown(text)} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
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
        west, south, east, north = (read_number("bbox", part) for part in parts)
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
        return self._metres("within")

    @cached_property
    def other_within(self) -> float | None:
        """The other width of a comparison, in metres."""
        return self._metres("other_within")

    @cached_property
    def version(self) -> str:
        """The version of a route or an extent."""
        return self._word("version")

    @cached_property
    def other_version(self) -> str:
        """The other version of a comparison."""
        return self._word("other_version")

    @cached_property
    def a(self) -> str:
        """The first of two places: an id, or a name that can mean no other."""
        return self._reference("a", required=True)

    @cached_property
    def b(self) -> str:
        """The second of two places."""
        return self._reference("b", required=True)

    @cached_property
    def area(self) -> str:
        """The id or name of an area, ``""`` for everywhere."""
        return self._reference("area")

    @cached_property
    def after(self) -> str:
        """The place beyond which, in travel order, everything is wanted."""
        return self._reference("after")

    @cached_property
    def before(self) -> str:
        """The place before which, in travel order, everything is wanted."""
        return self._reference("before")

    @cached_property
    def predicate(self) -> str:
        """What it is to hold a place: to administer or to claim it."""
        return self._choice("predicate", HELD_BY, HELD_BY[0])

    @cached_property
    def polyline(self) -> str:
        """A line, encoded; how long it may be is the server's to say."""
        return self._one("polyline")

    @cached_property
    def precision(self) -> int:
        """Decimal places in an encoded line."""
        return self._whole("precision", 5, 6, 5)

    @cached_property
    def width(self) -> int | None:
        """The width of a picture in pixels, None for the usual one."""
        return self._whole("width", *PICTURE_WIDTHS, 0) or None

    @cached_property
    def from_km(self) -> float:
        """Where along a route a picture begins."""
        return self._metres("from_km") or 0.0

    @cached_property
    def to_km(self) -> float | None:
        """Where along a route a picture ends, None for the route's end."""
        return self._metres("to_km")

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
    def f(self) -> str:
        """The representation, before what the Accept header says; ``""`` when left open."""
        return self._choice("f", REPRESENTATIONS, "")

    @property
    def policy(self) -> LabelPolicy:
        """How to label the answer."""
        return LabelPolicy(self.lang, self.perspective, self.at)


def takes(
    *allowed: str,
    strict: bool = True,
    limits: Limits = USUAL_LIMITS,
    needs: tuple[str, ...] = (),
) -> Callable[[View], View]:
    """Give a view its parameters as ``Asked``, first of its arguments, after checking them all.

    ``limits`` bounds the parameter ``limit``; ``needs`` names what must be given here, beside
    what must be given everywhere.
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
                    if name in needs:
                        faults.append(QueryError(name, "is required"))
                    continue
                try:
                    getattr(asked, name)
                except QueryError as fault:
                    if str(fault) not in map(str, faults):  # read together, told once
                        faults.append(fault)
            if faults:
                raise BadRequestError(faults)
            return view(asked, **captured)

        checked.parameters = allowed  # type: ignore[attr-defined]  # both read by openapi
        checked.needs = needs  # type: ignore[attr-defined]
        checked.limits = limits  # type: ignore[attr-defined]
        return checked  # type: ignore[return-value]

    return decorate


def known_language(tag: str) -> str:
    """Return the code of a language that is known here, ``""`` for any other: no error."""
    language = get_language(tag[:LONGEST_WORD])
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
    return QueryError(name[:LONGEST_WORD], f"is no parameter of this address, which {takes_what}")
