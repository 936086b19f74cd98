"""One line: a question, or a clear fault."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.batch.records import Defaults, check_lang, parse_line, parse_text, read_day
from gazetteer.errors import RecordError


def line(**shape: object) -> bytes:
    return orjson.dumps(shape)


def fault(content: bytes, number: int = 3, offset: int = 100) -> str:
    with pytest.raises(RecordError) as caught:
        parse_line(content, number, Defaults(), offset)
    assert caught.value.line == number
    return caught.value.detail


@pytest.mark.parametrize(
    ("page", "lang"),
    [
        ('<!doctype html>\n<html class=x lang="az-Latn">', "az"),
        ("<HTML LANG=hy>", "hy"),
        ("<html lang='uk'>", ""),
        ("<html data-lang=az><p lang=az>", ""),
        ("<p>", ""),
    ],
)
def test_a_page_may_say_its_language(page: str, lang: str) -> None:
    assert parse_line(line(html=page), 1, Defaults()).query.lang == lang
    assert parse_line(line(text=page), 1, Defaults()).query.lang == ""
    assert parse_line(line(html=page, lang="ru"), 1, Defaults()).query.lang == "ru"
    assert parse_text(page.encode(), "a.html", Defaults(), markup=True).query.lang == lang
    assert parse_text(page.encode(), "a.html", Defaults("ka"), markup=True).query.lang == "ka"


def test_all_fields() -> None:
    record = parse_line(
        line(id="a", text="Baku", lang="az-Latn", date="2022-08", more=[1]), 1, Defaults()
    )
    assert record.record_id == "a"
    assert record.query.text == "Baku"
    assert record.query.lang == "az-Latn"
    assert record.query.date == date(2022, 8, 1)
    assert not record.guessed


def test_defaults_fill_what_a_record_does_not_say() -> None:
    defaults = Defaults("hy", date(2020, 1, 1), adjectives=True)
    silent = parse_line(line(id=None, text="", lang=None, date=None), 1, defaults)
    assert (silent.query.lang, silent.query.date) == ("hy", date(2020, 1, 1))
    assert silent.query.adjectives
    spoken = parse_line(line(text="", lang="ru", date="2022"), 1, defaults)
    assert (spoken.query.lang, spoken.query.date) == ("ru", date(2022, 1, 1))


@pytest.mark.parametrize("record_id", [None, "", "ա/b", 0, -5, 2**60])
def test_ids_come_back_as_they_are(record_id: object) -> None:
    assert parse_line(line(id=record_id, text=""), 1, Defaults()).record_id == record_id


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"id": 1, "text": "Baku"', "is not JSON: "),
        (b"Baku denied it", "is not JSON: "),
        (b'{"id": 1, "text": "\xff\xfe"}', "is not UTF-8 at byte 119 (0xff)"),
        ('{"id": 1, "text": "Şuşa"}'.encode("cp1254"), "is not UTF-8 at byte 119 (0xde)"),
        ('{"text": "a"}'.encode("utf-16"), "it looks like UTF-16"),
        (b'{"id": 1, "text": "\\ud83d"}', "is not JSON: "),
        (b"[1, 2]", "is an array, not an object with a text"),
        (b'"Baku"', "is a string, not an object with a text"),
        (b"null", "is null, not an object with a text"),
        (b'{"id": 1}', 'has no "text"'),
        (b'{"id": 1, "text": null}', '"text" is null, not a string'),
        (b'{"id": 1, "text": 7}', '"text" is a number, not a string'),
        (b'{"id": 1, "text": ["a"]}', '"text" is an array, not a string'),
        (b'{"id": 1.5, "text": ""}', '"id" is 1.5; give a string or a whole number'),
        (b'{"id": 18446744073709551616, "text": ""}', "a whole number of 64 bits"),
        (b'{"id": true, "text": ""}', '"id" is true or false; give'),
        (b'{"id": {}, "text": ""}', '"id" is an object; give'),
        (b'{"id": 1, "text": "", "lang": 5}', '"lang" is a number; write an ISO 639 code'),
        (b'{"id": 1, "text": "", "lang": "english"}', "\"lang\" 'english' is no language code"),
        (b'{"id": 1, "text": "", "lang": "a;b"}', "\"lang\" 'a;b' is no language code"),
        (b'{"id": 1, "text": "", "date": 20220826}', '"date" is a number, not a string'),
        (b'{"id": 1, "text": "", "date": 0}', '"date" is a number, not a string'),
        (b'{"id": 1, "text": "", "date": []}', '"date" is an array, not a string'),
        (b'{"id": 1, "text": "", "date": "26.8.2022"}', "\"date\" '26.8.2022' is not a date"),
        (b'{"id": 1, "text": "", "date": "2022-02-30"}', "\"date\" '2022-02-30' is not a date"),
        (b'{"id": 1, "text": "", "date": "2022-13"}', "\"date\" '2022-13' is not a date"),
    ],
)
def test_faults_say_what_is_wrong(content: bytes, expected: str) -> None:
    assert expected in fault(content)


def test_a_fault_does_not_grow_with_the_record() -> None:
    for key in ("lang", "date"):
        assert len(fault(line(id=1, text="", **{key: "1" * 100_000}))) < 200


def test_a_fault_carries_the_id_when_there_is_one() -> None:
    with pytest.raises(RecordError) as caught:
        parse_line(line(id=17, text=None), 1, Defaults())
    assert caught.value.record_id == 17


def test_a_byte_order_mark_is_passed_over_only_at_the_beginning() -> None:
    content = b"\xef\xbb\xbf" + line(text="Baku")
    assert parse_line(content, 1, Defaults()).query.text == "Baku"
    assert "is not JSON" in fault(content, number=2)


@pytest.mark.parametrize("lang", ["uk", "zh-Hans-CN", "xx", "el_GR"])
def test_a_language_not_known_is_guessed(lang: str) -> None:
    record = parse_line(line(text="Baku", lang=lang), 1, Defaults())
    assert record.query.lang == ""
    assert record.guessed


def test_und_says_that_nobody_knows() -> None:
    record = parse_line(line(text="Baku", lang="und"), 1, Defaults())
    assert (record.query.lang, record.guessed) == ("", False)


def test_check_lang_takes_the_form_only() -> None:
    assert check_lang("tlh") == "tlh"
    with pytest.raises(ValueError, match="is no language code"):
        check_lang("x" * 1000)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022", date(2022, 1, 1)),
        ("2022-08-26", date(2022, 8, 26)),
        ("2022-08-26T23:59:59Z", date(2022, 8, 26)),
        ("2022-08-26 00:00", date(2022, 8, 26)),
    ],
)
def test_days(written: str, day: date) -> None:
    assert read_day(written) == day


def test_a_plain_text_is_one_record() -> None:
    record = parse_text("Şuşa\r\n\0".encode(), "a.txt", Defaults("az"))
    assert (record.record_id, record.query.text, record.query.lang) == ("a.txt", "Şuşa\r\n\0", "az")


def test_the_byte_of_a_wrong_encoding_counts_the_mark() -> None:
    with pytest.raises(RecordError, match="is not UTF-8 at byte 7 "):
        parse_text(b"\xef\xbb\xbfBaku\xe9", "a.txt", Defaults())


@given(st.binary(max_size=60))
def test_any_bytes_are_a_record_or_a_record_error(content: bytes) -> None:
    with suppress(RecordError):
        parse_line(content, 1, Defaults())


@given(st.text(), st.none() | st.integers(-(2**63), 2**63 - 1) | st.text())
def test_what_is_written_is_read(text: str, record_id: int | str | None) -> None:
    try:
        content = orjson.dumps({"id": record_id, "text": text})
    except TypeError:  # a lone surrogate cannot be written
        return
    record = parse_line(content, 1, Defaults())
    assert (record.record_id, record.query.text) == (record_id, text)
