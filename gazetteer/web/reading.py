"""Reading the text of parameters: one value each, checked, or a QueryError that says why."""

from __future__ import annotations

import datetime
import math
import re

from werkzeug.datastructures import MultiDict

from gazetteer.errors import QueryError
from gazetteer.model import MAX_QUERY_LENGTH, Period

LONGEST_WORD = 100
"""Code points in a version, a code or whatever else is no name."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?\Z", re.ASCII)
_BOOLEANS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


class Reader:
    """The parameters of one request as they were given."""

    def __init__(self, args: MultiDict[str, str]) -> None:
        self._args = args

    def _one(self, name: str) -> str:
        given = self._args.getlist(name)
        if len(given) > 1:
            raise QueryError(name, f"is given {len(given)} times; give it once")
        return given[0] if given else ""

    def _required(self, name: str) -> str:
        if name not in self._args:
            raise QueryError(name, "is required")
        return self._one(name)

    def _metres(self, name: str) -> float | None:
        text = self._one(name)
        return read_number(name, text) if text else None

    def _reference(self, name: str, required: bool = False) -> str:
        text = self._required(name) if required else self._one(name)
        if (required or name in self._args) and not text.strip():
            raise QueryError(name, "is empty; give an id or a name")
        if len(text) > MAX_QUERY_LENGTH:
            raise QueryError(name, f"has {len(text)} code points; at most {MAX_QUERY_LENGTH}")
        return text

    def _word(self, name: str) -> str:
        text = self._one(name)
        if len(text) > LONGEST_WORD:
            raise QueryError(name, f"has {len(text)} code points; at most {LONGEST_WORD}")
        return text

    def _choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        text = self._one(name) or default
        if text != default and text not in choices:
            raise QueryError(name, f"{shown(text)} is none of {', '.join(choices)}")
        return text

    def _boolean(self, name: str) -> bool:
        text = self._one(name) or "0"
        if text not in _BOOLEANS:
            raise QueryError(name, f"{shown(text)} is neither 1 nor 0")
        return _BOOLEANS[text]

    def _whole(self, name: str, least: int, most: int, default: int) -> int:
        text = self._one(name)
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
            raise QueryError(name, f"{shown(text)} is no whole number from {least} to {most}")
        return int(text)

    def _degrees(self, name: str, most: int) -> float:
        degrees = read_number(name, self._required(name))
        if abs(degrees) > most:
            raise QueryError(name, f"is {degrees:g}; it must be -{most} to {most} degrees")
        return degrees


def read_period(parameter: str, text: str) -> Period:
    """Read a day, month or year as the time that it is. Raises QueryError.

    >>> str(read_period("at", "2022-06"))
    '2022-06-01/2022-06-30'
    """
    try:
        return Period.of(text)
    except ValueError as error:
        detail = f"{shown(text)} is no date; write YYYY-MM-DD, YYYY-MM or YYYY"
        raise QueryError(parameter, detail) from error


def read_first_day(parameter: str, text: str) -> datetime.date:
    """Read a day, of a month or year the first. Raises QueryError."""
    first = read_period(parameter, text).first
    assert first is not None  # a date that was read has a first day
    return first


def read_number(parameter: str, text: str) -> float:
    """Read a finite decimal number."""
    number = float(text) if _NUMBER.match(text) else math.nan
    if not math.isfinite(number):
        raise QueryError(parameter, f"{shown(text)} is no number")
    return number


def shown(text: str) -> str:
    """Quote what was given, cut so that an answer never grows with a bad request."""
    return repr(text if len(text) <= LONGEST_WORD else f"{text[:LONGEST_WORD]}…")
