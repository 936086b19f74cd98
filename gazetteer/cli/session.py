"""What all commands share: the dataset, opened when first needed, and kinds of parameters."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gazetteer.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gazetteer.core import Gazetteer
    from gazetteer.formats.native import Labeller
    from gazetteer.formats.picture_words import Words
    from gazetteer.model import Box, LabelPolicy, Period

    _DayBase = click.ParamType[date]
    _TimeBase = click.ParamType[Period]
    _BoxBase = click.ParamType[Box]
else:  # generic only from click 8.5 on
    _DayBase = _TimeBase = _BoxBase = click.ParamType

_Command = TypeVar("_Command", bound="Callable[..., Any]")


class Session:
    """One run of the command; ``path`` names a compiled dataset, None the usual one."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The dataset. Raises ArtefactError."""
        from gazetteer.core import Gazetteer

        return Gazetteer.open(self._path)

    def policy(self, lang: str, perspective: str, at: date | None = None) -> LabelPolicy:
        """Make a label policy. Raises QueryError for a perspective that the data do not know."""
        from gazetteer.model import LabelPolicy

        if perspective:
            known = [known.code for known in self.gazetteer.store.perspectives()]
            if perspective not in known:
                raise QueryError("perspective", f"{perspective!r} is none of {', '.join(known)}")
        return LabelPolicy(lang or "en", perspective, at)

    def time(self, asked: Mapping[str, Any]) -> Period | None:
        """Return the time that --at, --since and --until ask about, None when they are left out.

        Raises QueryError when they are given together or out of order.
        """
        from gazetteer.model import Period

        at, since, until = asked["at"], asked["since"], asked["until"]
        if at and (since or until):
            raise QueryError("at", "is one time, since and until another; give one of them")
        if at or not (since or until):
            return at if isinstance(at, Period) else None
        try:
            return Period(since.first if since else None, until.last if until else None)
        except ValueError as error:
            raise QueryError("until", str(error)) from error

    def timed_labeller(self, asked: Mapping[str, Any]) -> Labeller:
        """Return a labeller for --lang, --perspective and --at: of a longer time its last day."""
        at = asked["at"]
        day = at.last if at is not None else None
        return self.labeller(self.policy(asked["lang"], asked["perspective"], day))

    def picture_words(self) -> Words:
        """Return the words of pictures in English, with what perspectives are called."""
        from gazetteer.formats.picture_words import Words

        names = self.gazetteer.store.perspective_names
        return Words(speaker=lambda code: names(code).get("en", code))

    def labeller(self, policy: LabelPolicy) -> Labeller:
        """Return a function from an entity's id to its label."""
        return lambda entity_id: self.gazetteer.label(entity_id, policy)

    def kinds(self, given: tuple[str, ...]) -> tuple[str, ...]:
        """Split kinds at commas. Raises QueryError for one that is no kind or type in the data."""
        from gazetteer.model import ACTOR_KINDS, PLACE_KINDS, TERM_KINDS

        wanted = tuple(kind.strip() for group in given for kind in group.split(","))
        known = (*PLACE_KINDS, *ACTOR_KINDS, *TERM_KINDS)
        unknown = [kind for kind in wanted if kind not in known]
        if unknown:
            types = {entity.type for entity in self.gazetteer.store.entities()}
            for kind in unknown:
                if not kind or kind not in types:
                    raise QueryError(
                        "kind", f"{kind!r} is no kind or type; the kinds are {', '.join(known)}"
                    )
        return wanted


pass_session = click.make_pass_decorator(Session)


class _Day(_DayBase):
    """A day; of a year or month the first."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from gazetteer.model import earliest_day

        if isinstance(value, date):
            return value
        try:
            return earliest_day(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD", param, ctx)


class _BoxType(_BoxBase):
    """Four numbers: west,south,east,north in degrees."""

    name = "west,south,east,north"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Box:
        from gazetteer.model import Box

        try:
            west, south, east, north = (float(part) for part in value.split(","))
        except ValueError:
            self.fail(f"{value!r} is not west,south,east,north in degrees", param, ctx)
        if not (abs(west) <= 180 and abs(east) <= 180 and -90 <= south <= north <= 90):
            self.fail(f"{value!r} is no box: -180 to 180 and -90 to 90, south first", param, ctx)
        return Box(west, south, east, north)


class _Time(_TimeBase):
    """A day, month or year, as the time that it is."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        from gazetteer.model import Period

        if isinstance(value, Period):
            return value
        try:
            return Period.of(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD", param, ctx)


DAY = _Day()
TIME = _Time()
BOX = _BoxType()

kind_option = click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only entities of this kind or type (settlement, village, person…); may be repeated.",
)
limit_option = click.option(
    "--limit", type=int, default=10, show_default=True, help="Most answers to give."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
day_option = click.option("--at", type=DAY, help="Day to answer for [default: today].")
within_option = click.option("--within", type=float, help="Metres.")


def time_options(command: _Command) -> _Command:
    """Add --at, or --since and --until: the time to answer for. See ``Session.time``."""
    for name, text in (("--until", "… to this time."), ("--since", "From this time …")):
        command = click.option(name, type=TIME, help=text)(command)
    text = "Day, month or year to answer for [default: today]."
    return click.option("--at", type=TIME, help=text)(command)


def label_options(command: _Command) -> _Command:
    """Add --lang and --perspective, which choose whose names are shown, in which language."""
    command = click.option(
        "--perspective", default="", help="Show this side's names [default: both sides']."
    )(command)
    return click.option("--lang", default="", help="Language of names [default: en].")(command)
