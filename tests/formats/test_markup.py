"""Tags and text of HTML, judged by examples; the browser judges them in tests/browser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.formats.markup import TextContent, pieces, tags

_PIECES = (
    *("<p>", "</p>", "<b class='a > b'>", "</b>", "<br/>", "<!-- a > b -->", "<!--", "-->", "<!x>"),
    *("<script>", "</script>", "<title>", "</title>", "<textarea>", "</TEXTAREA >", "<pre>\n"),
    *(
        "<",
        ">",
        "&",
        "&amp;",
        "&#601;",
        "&#x41",
        "&notit;",
        "&zz;",
        "'",
        '"',
        "=",
        "/",
        " ",
        "\r\n",
    ),
    *("Şuşa", "a", "\n", "\x00", "🙂", "<a href=", "<3"),
)
_HTML = st.lists(st.sampled_from(_PIECES), max_size=20).map("".join)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p title='a > b'>x</p>", "x"),
        ('<p title="a>b" id=c>x', "x"),
        ("<p don't>x</p>", "x"),
        ("a<!-- <b> -->b<!-->c", "abc"),
        ("a <3 b < c <", "a <3 b < c <"),
        ("<script>a<b>c</script>d", "a<b>cd"),
        ("<title>a<b>&amp;</title>d", "a<b>&d"),
        ("<SCRIPT>a</scripty></script >d", "a</scripty>d"),
        ("&lt;b&gt; &Auml &notit; &zz; &#601;&#x41", "<b> Ä ¬it; &zz; əA"),
        ("<pre>\n a\n</pre>", " a\n"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("</p>a<?php b ?>c<!DOCTYPE html>d", "acd"),
        ("a<b", "a"),
    ],
)
def test_text_content(raw: str, text: str) -> None:
    assert TextContent(raw).text == text


@given(_HTML)
def test_tags_and_texts_are_the_whole(raw: str) -> None:
    parts = [(tag.start, tag.end) for tag in tags(raw)]
    parts += [(start, end) for start, end, _ in pieces(raw)]
    done = 0
    for start, end in sorted(parts):
        assert start == done
        assert end > start
        done = end
    assert done == len(raw)


@given(_HTML)
def test_every_letter_is_mapped_to_itself(raw: str) -> None:
    content = TextContent(raw)
    for start, end, opened in pieces(raw):
        for offset in range(start, end):
            if raw[offset] in "Şa🙂" and not (opened and opened[-1] == "pre"):
                first, last = content.span(offset, offset + 1)
                assert raw[offset] in content.text[first:last] or "&" in raw
