"""One record of a batch: from bytes to a question, or to a RecordError that says what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from gazetteer.errors import RecordError, shortened
from gazetteer.languages import get_language
from gazetteer.model import TextQuery, earliest_day

RecordId = str | int | None

_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_LANG_FORM = "write an ISO 639 code such as az, hy, ru or en-GB"
_PAGE_LANG = re.compile(r"<html\b[^<>]*?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_HEAD = 4096
"""Code points of a page in which its first tag stands."""
_TIME_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_JSON_TYPES = {
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "an array",
    dict: "an object",
    type(None): "null",
}


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for a record that does not say otherwise, and what is asked of every record."""

    lang: str = ""
    date: date | None = None
    adjectives: bool = False
    nested: bool = False
    offices: bool = False


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A record that can be annotated; ``guessed``: its language is not one we know.

    ``markup``: its text is declared to be HTML; tags and entities are not read in any text.
    ``whole``: it was a file of its own, begun by ``mark`` if by a byte order mark, no line of one.
    """

    record_id: RecordId
    query: TextQuery
    guessed: bool = False
    markup: bool = False
    whole: bool = False
    mark: bytes = b""


def parse_line(line: bytes, number: int, defaults: Defaults, offset: int = 0) -> TextRecord:
    """Read one JSON line ``{"id", "text", "lang"?, "date"?}``; other keys are passed over.

    A text in HTML may come as ``html`` instead. ``offset`` is where the line begins in its input,
    for messages. Raises RecordError.

    >>> parse_line(b'{"id": 7, "text": "Baku", "date": "2022-08-26"}', 1, Defaults()).query.date
    datetime.date(2022, 8, 26)
    """
    if number == 1 and line.startswith(_UTF8_MARK):
        line = line[3:]
        offset += 3
    shape = _parse_json(line, number, offset)
    if not isinstance(shape, dict):
        raise RecordError(number, f"is {_JSON_TYPES[type(shape)]}, not an object with a text")
    record_id = _record_id(shape.get("id"), number)
    markup = "text" not in shape and "html" in shape
    text = _text(shape, "html" if markup else "text", number, record_id)
    try:
        lang, guessed = _lang(shape.get("lang"), defaults.lang)
        given = shape.get("date")
        day = defaults.date if given is None or given == "" else read_day(given)
    except ValueError as error:
        raise RecordError(number, str(error), record_id) from error
    lang = lang or (_page_lang(text) if markup else "")
    query = TextQuery(text, lang, day, defaults.adjectives, defaults.nested, defaults.offices)
    return TextRecord(record_id, query, guessed, markup)


def _text(shape: dict[str, Any], key: str, number: int, record_id: RecordId) -> str:
    if key not in shape:
        raise RecordError(number, f'has no "{key}"', record_id)
    text = shape[key]
    if not isinstance(text, str):
        raise RecordError(number, f'"{key}" is {_JSON_TYPES[type(text)]}, not a string', record_id)
    return text


def parse_text(content: bytes, name: str, defaults: Defaults, markup: bool = False) -> TextRecord:
    """Take a whole plain text or page as one record whose id is ``name``. Raises RecordError.

    Every code point of the file counts in offsets, but for a UTF-8 byte order mark at its start.
    """
    lang, guessed = _lang(defaults.lang, "")
    skipped = len(_UTF8_MARK) if content.startswith(_UTF8_MARK) else 0
    text = _decoded(content[skipped:], 1, skipped)
    lang = lang or (_page_lang(text) if markup else "")
    query = TextQuery(
        text, lang, defaults.date, defaults.adjectives, defaults.nested, defaults.offices
    )
    return TextRecord(name, query, guessed, markup, whole=True, mark=content[:skipped])


def _page_lang(page: str) -> str:
    """Return the language that a page says it is in, ``""`` for none that is known here."""
    stated = _PAGE_LANG.search(page, 0, _HEAD)
    return stated[1] if stated and get_language(stated[1]) else ""


def read_day(value: object) -> date:
    """Read a document's date: YYYY, YYYY-MM, YYYY-MM-DD, or a day with a time after it.

    Of a year or a month the first day is taken. Raises ValueError.

    >>> read_day("2022-08-26T10:15:00+04:00"), read_day("2020-11")
    (datetime.date(2022, 8, 26), datetime.date(2020, 11, 1))
    """
    if not isinstance(value, str):
        raise ValueError(f'"date" is {_JSON_TYPES[type(value)]}, not a string such as "2022-08-26"')
    stamped = _TIME_OF_DAY.fullmatch(value)
    try:
        return earliest_day(stamped[1] if stamped else value)
    except ValueError as error:
        fault = f"{shortened(value, 40)!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"
        raise ValueError(f'"date" {fault}') from error


def _parse_json(line: bytes, number: int, offset: int) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as error:
        _decoded(line, number, offset)  # a wrong encoding is the better explanation
        detail = str(error).split(": line 1")[0]
        raise RecordError(number, f"is not JSON: {detail} at character {error.pos + 1}") from error


def _decoded(content: bytes, number: int, offset: int) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"byte {offset + error.start} (0x{content[error.start]:02x})"
        hint = "; it looks like UTF-16, convert it" if content[:2] in _UTF16_MARKS else ""
        raise RecordError(number, f"is not UTF-8 at {where}{hint}") from error


def _record_id(value: object, number: int) -> RecordId:
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    fault = _id_fault(value)
    raise RecordError(number, f'"id" is {fault}; give a string or a whole number of 64 bits')


def _id_fault(value: object) -> str:
    return str(value) if isinstance(value, float) else _JSON_TYPES[type(value)]


def check_lang(value: str) -> str:
    """Return a language code as it is. Raises ValueError when it has not the form of one."""
    if value and not _LANG.fullmatch(value):
        raise ValueError(f"{shortened(value, 40)!r} is no language code; {_LANG_FORM}")
    return value


def _lang(value: object, default: str) -> tuple[str, bool]:
    """Return a language we know, or ``""`` for guessing, and whether one was named in vain."""
    if value is None or value == "":
        value = default
    if not isinstance(value, str):
        raise ValueError(f'"lang" is {_JSON_TYPES[type(value)]}; {_LANG_FORM}')
    try:
        lang = check_lang(value)
    except ValueError as error:
        raise ValueError(f'"lang" {error}') from error
    if not lang or get_language(lang):
        return lang, False
    return "", lang.lower() != "und"
