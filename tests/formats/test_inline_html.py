"""Mentions marked in a text: well-formed, and without the marks the text is there again."""

from __future__ import annotations

import html
import re
from functools import partial
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.formats.identities import Identities
from gazetteer.formats.inline_html import CLASS, InlineOptions, inline
from tests.formats.mentions import MARKED, STRANGE, found, label

LINKED = InlineOptions(Identities("https://example.org/e/"))
_OURS = re.compile(rf'<(a|span) class="{CLASS} [^<>]*>')


class _Checker(HTMLParser):
    """Follows tags as they open and close; knows nothing of raw text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.opened: list[str] = []
        self.marks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if str(given.get("class")).startswith(CLASS):
            self.marks += 1
            assert {"data-entity", "data-kind", "data-status", "title"} <= set(given)
            assert len(given) == len(attrs)
            assert "a" not in self.opened or tag != "a"
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def _marked(
    gazetteer: Gazetteer, text: str, markup: bool, options: InlineOptions = LINKED, **asked: bool
) -> str:
    mentions = found(gazetteer, text, **asked)
    return inline(text, mentions, markup, partial(label, gazetteer), options)


def _without_marks(marked: str) -> str:
    """Take our own elements out; they are told by their class."""
    written, closing = [], []
    done = 0
    for tag in re.finditer(r"<(/?)(a|span)\b[^<>]*>", marked):
        if _OURS.match(tag[0]):
            closing.append(True)
        elif not tag[1]:
            closing.append(False)
            continue
        elif not closing.pop():
            continue
        written.append(marked[done : tag.start()])
        done = tag.end()
    return "".join((*written, marked[done:]))


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("nested", [False, True])
def test_plain_text_is_there_again(gazetteer: Gazetteer, text: str, nested: bool) -> None:
    marked = _marked(gazetteer, text, markup=False, nested=nested)
    checker = _Checker()
    checker.feed(marked)
    checker.close()
    assert checker.opened == []
    assert checker.marks >= len(found(gazetteer, text))
    without = _without_marks(marked)
    assert "<" not in without
    assert html.unescape(without) == text


@pytest.mark.parametrize("text", MARKED)
def test_html_keeps_its_tags(gazetteer: Gazetteer, text: str) -> None:
    marked = _marked(gazetteer, text, markup=True)
    assert _OURS.search(marked)
    assert _without_marks(marked) == text


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from((*STRANGE, *MARKED, " ", "<", ">", "&", "\x00")), max_size=4))
def test_any_text(gazetteer: Gazetteer, parts: list[str]) -> None:
    text = "".join(parts)
    assert html.unescape(_without_marks(_marked(gazetteer, text, markup=False))) == text
    assert _without_marks(_marked(gazetteer, text, markup=True)) == text


def test_without_an_address_nothing_is_linked(gazetteer: Gazetteer) -> None:
    marked = _marked(gazetteer, "Shushi", markup=False, options=InlineOptions())
    assert marked.startswith(f'<span class="{CLASS} gazetteer-place" data-entity="p-0002"')
    assert "href" not in marked


def test_names_in_other_letters_say_their_language(gazetteer: Gazetteer) -> None:
    assert 'lang="hy" dir="ltr"' in _marked(gazetteer, "Շուշիում", markup=False)
    assert 'lang="fa" dir="rtl"' in _marked(gazetteer, "در شوشا", markup=False)
    assert "lang=" not in _marked(gazetteer, "in Shushi", markup=False)


def test_nothing_is_marked_where_no_element_may_stand(gazetteer: Gazetteer) -> None:
    for name in ("title", "textarea", "svg", "script", "select", "option"):
        text = f"<{name}>Shushi</{name}>"
        assert _marked(gazetteer, text, markup=True) == text


def test_a_link_holds_no_link(gazetteer: Gazetteer) -> None:
    marked = _marked(gazetteer, '<a href="#">to <b>Shushi</b></a> Shushi', markup=True)
    assert marked.count("<a ") == 2
    assert "<b><span" in marked
