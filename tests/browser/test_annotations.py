"""Web Annotations and marked texts in a browser: two libraries of others find every mention."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from gazetteer.core import Gazetteer
from gazetteer.formats.identities import Identities
from gazetteer.formats.inline_html import InlineOptions, inline
from gazetteer.formats.markup import TextContent
from gazetteer.formats.web_annotation import Annotated, AnnotationOptions, collection
from tests.documents import ROOT
from tests.formats.mentions import MARKED, STRANGE, found, label

pytestmark = pytest.mark.browser

_CLIENTS = ROOT / ".build" / "npm" / "annotation-clients.js"
_REQUIRED = os.environ.get("GAZETTEER_REQUIRE_BROWSER", "") not in ("", "0")
_HTML = (
    *MARKED,
    "plain & simple",
    "a<!-- <b> -->b<!-->c",
    "<pre>\n\na</pre>\r\n<textarea>\nb</textarea>",
    "<p title='a > b' data-x=\"<i>\">x<br/>y",
    "<script>a<b>c</script>d<style>e</style>",
    "<title>a<b>&amp;</title>&lt;b&gt;&nbsp;&Auml;&notit;&#601;&#x41;",
    "a <3 b < c",
    "<ul><li>a<li>b</ul><h1>c</h2>d</h1>",
    "<a href=x>a<a href=y>b</a>",
)


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page with both libraries, and what its scripts complained of."""
    if not _CLIENTS.is_file():
        missing = "there are no clients of annotations; run tests/browser/install-clients.sh"
        if _REQUIRED:
            pytest.fail(missing)
        pytest.skip(missing)
    complaints: list[str] = []
    page = browser.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_content("<!doctype html><meta charset=utf-8><div id=text></div>")
    page.add_script_tag(path=str(_CLIENTS))
    yield page, complaints
    page.close()


@pytest.fixture
def page(opened: tuple[Page, list[str]]) -> Iterator[Page]:
    """The page, which fails the test when a script complains or one of the text's runs."""
    page, complaints = opened
    yield page
    assert page.evaluate("window.pwned") is None
    assert complaints == []


def _annotations(
    gazetteer: Gazetteer, text: str, markup: bool, utf16: bool
) -> list[dict[str, Any]]:
    annotated = Annotated("https://example.org/news", text, found(gazetteer, text), markup)
    options = AnnotationOptions(Identities("https://example.org/e/"), utf16)
    shape = collection(annotated, partial(label, gazetteer), options)
    return list(shape["first"]["items"]) if "first" in shape else []


def _show(page: Page, text: str, markup: bool) -> None:
    page.evaluate(
        """([text, markup]) => {
            const box = document.getElementById("text");
            if (markup) box.innerHTML = text; else box.textContent = text;
        }""",
        [text, markup],
    )


_FIND = """async (annotations) => {
    const box = document.getElementById("text");
    const found = [];
    for (const { target } of annotations) {
        const [quote, position] = target.selector;
        const quoted = [];
        for await (const range of clients.createTextQuoteSelectorMatcher(quote)(box)) {
            quoted.push(range.toString());
        }
        const placed = [];
        for await (const range of clients.createTextPositionSelectorMatcher(position)(box)) {
            placed.push(range.toString());
        }
        found.push([quoted, placed]);
    }
    return found;
}"""

_LOAD = """(annotations) => {
    const box = document.getElementById("text");
    const adapter = clients.W3CTextFormat("https://example.org/news", box);
    const annotator = clients.createTextAnnotator(box, { adapter });
    annotator.setAnnotations(annotations, false);
    const shown = annotations.map(({ id }) =>
        annotator.state.store.getAnnotation(id).target.selector[0].range.toString());
    const drawn = annotations.map(({ id }) =>
        annotator.state.store.getAnnotationBounds(id).width > 0);
    const written = annotator.getAnnotations();
    annotator.destroy();
    return [shown, drawn, written];
}"""


@pytest.mark.parametrize("text", [one for one in STRANGE if one])
def test_apache_annotator_finds_every_mention(page: Page, gazetteer: Gazetteer, text: str) -> None:
    _check_apache(page, _annotations(gazetteer, text, markup=False, utf16=False), text, False)


@pytest.mark.parametrize("text", MARKED)
def test_apache_annotator_finds_them_in_html(page: Page, gazetteer: Gazetteer, text: str) -> None:
    _check_apache(page, _annotations(gazetteer, text, markup=True, utf16=False), text, True)


def _check_apache(page: Page, annotations: list[dict[str, Any]], text: str, markup: bool) -> None:
    _show(page, text, markup)
    assert annotations
    for one, (quoted, placed) in zip(annotations, page.evaluate(_FIND, annotations), strict=True):
        exact = one["target"]["selector"][0]["exact"]
        assert quoted == [exact]
        assert placed == [exact]


@pytest.mark.parametrize("text", [one for one in STRANGE if one])
def test_recogito_loads_every_mention(page: Page, gazetteer: Gazetteer, text: str) -> None:
    annotations = _annotations(gazetteer, text, markup=False, utf16=True)
    _show(page, text, markup=False)
    shown, drawn, written = page.evaluate(_LOAD, annotations)
    assert shown == [one["target"]["selector"][0]["exact"] for one in annotations]
    assert all(drawn)
    for one, again in zip(annotations, written, strict=True):
        assert again["id"] == one["id"]
        (target,) = again["target"]
        assert target["selector"][1] == one["target"]["selector"][1]
        assert [body["type"] for body in again["body"]] == [b["type"] for b in one["body"]]


@pytest.mark.parametrize("raw", _HTML)
def test_text_content_is_that_of_the_browser(page: Page, raw: str) -> None:
    _show(page, raw, markup=True)
    assert page.evaluate("document.getElementById('text').textContent") == TextContent(raw).text


@pytest.mark.parametrize("text", STRANGE)
def test_marked_text_reads_as_before(page: Page, gazetteer: Gazetteer, text: str) -> None:
    mentions = found(gazetteer, text)
    marked = inline(text, mentions, False, partial(label, gazetteer), InlineOptions())
    _show(page, marked, markup=True)
    page.wait_for_timeout(50)  # for what should not run
    assert page.evaluate("document.getElementById('text').textContent") == text
    surfaces = page.eval_on_selector_all(
        ".gazetteer-mention", "all => all.map((one) => one.textContent)"
    )
    assert surfaces == [mention.surface for mention in mentions]
    assert page.evaluate("document.querySelectorAll('#text *').length") == len(mentions)


@pytest.mark.parametrize("text", MARKED)
def test_marked_html_reads_as_before(page: Page, gazetteer: Gazetteer, text: str) -> None:
    options = InlineOptions(Identities("https://example.org/e/"))
    marked = inline(text, found(gazetteer, text), True, partial(label, gazetteer), options)
    _show(page, marked, markup=True)
    assert page.evaluate("document.getElementById('text').textContent") == TextContent(text).text
    assert page.evaluate("document.querySelectorAll('.gazetteer-mention').length") > 0
    assert page.evaluate("document.querySelectorAll('a a').length") == 0
