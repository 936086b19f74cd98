"""Timelines: bars from their dates to their dates, and texts that do not touch."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.formats.palette import colour_of
from gazetteer.formats.picture_words import Words
from gazetteer.formats.timeline_picture import MAX_BARS, timeline_picture
from gazetteer.model import (
    TIMELINE_ASPECTS,
    Label,
    LabelPolicy,
    Period,
    Timeline,
    TimelineEntry,
    TimeSpan,
)
from tests.builders import a_place
from tests.formats.pictures import SVG, Box, boxes, golden, outside, overlapping, read

TODAY = date(2026, 11, 22)
SHUSHA = a_place("p-0002", type="town")
_TEXTS = {
    "p-0002": "Shusha / Shushi",
    "p-0195": "Azerbaijan",
    "a-0118": "Nagorno-Karabakh Republic",
    "a-0179": "Azerbaijan SSR",
    "p-0050": "شهرستان شوشا",
}


def _entry(aspect: str, since: str, until: str, **fields: str) -> TimelineEntry:
    return TimelineEntry(aspect, TimeSpan(since, until), source="page-test", **fields)  # type: ignore[arg-type]


ENTRIES = (
    _entry("name", "1747", "1920", word="Şuşa & <Pənahabad>", lang="az", perspective="az"),
    _entry("name", "", "", word="Schuscha", lang="de"),
    _entry("name", "", "1847", word="Շուշի", lang="hy"),
    _entry("administers", "1920-04-28", "1991-10-18", other="a-0179"),
    _entry("administers", "1992-05-09", "2020-11-08", other="a-0118", certainty="probable"),
    _entry("administers", "2020-11-08", "", other="p-0195"),
    _entry("claims", "1991", "2024-01", other="a-0118"),
    _entry("status", "1992", "1992", word="abandoned"),
    _entry("part-of", "", "", other="p-0050", certainty="uncertain"),
)
TIMELINE = Timeline(SHUSHA, Period(), ENTRIES)


def _label(entity_id: str) -> Label:
    return Label(_TEXTS.get(entity_id, entity_id), "en", ())


def _bars(root: Element, aspect: str) -> list[Element]:
    groups = [node for node in root.iter(f"{SVG}g") if node.get("class") == aspect]
    return [rect for g in groups for rect in g if rect.get("class") == "bar"]


def test_picture_is_the_one_kept() -> None:
    svg = timeline_picture(TIMELINE, _label, TODAY, credit="Gazetteer, CC BY 4.0")
    assert svg == golden("timeline", svg)


@pytest.mark.parametrize(
    ("since", "until", "begin", "end"),
    [
        ("1920-04-28", "1991-10-18", date(1920, 4, 28), date(1991, 10, 18)),
        ("1992", "2020-11", date(1992, 1, 1), date(2020, 12, 1)),
        ("1950", "1959", date(1950, 1, 1), date(1960, 1, 1)),
        ("2020-02", "2020-02", date(2020, 2, 1), date(2020, 3, 1)),
    ],
)
def test_bars_are_where_their_dates_are(since: str, until: str, begin: date, end: date) -> None:
    one = Timeline(SHUSHA, Period(), (_entry("administers", since, until, other="a-0118"),))
    root = read(timeline_picture(one, _label, TODAY, first_year=1900, width=1000))
    (bar,) = _bars(root, "administers")
    left, right, first = 40.0, 960.0, date(1900, 1, 1)
    scale = (right - left) / (TODAY - first).days
    x, width = left + (begin - first).days * scale, (end - begin).days * scale
    assert float(bar.get("x", "")) == pytest.approx(x, abs=0.02)
    assert float(bar.get("width", "")) == pytest.approx(max(4, width), abs=0.02)
    assert bar.get("fill") == colour_of("a-0118")


def test_open_ends_reach_the_edges_and_fade() -> None:
    open_ended = Timeline(SHUSHA, Period(), (_entry("administers", "", "2000", other="p-0195"),))
    svg = timeline_picture(open_ended, _label, TODAY)
    assert float(_bars(read(svg), "administers")[0].get("x", "")) == 16
    assert "url(#fade-left)" in svg.split("</defs>")[1]


def test_claims_are_outlines_and_doubt_is_hatched() -> None:
    root = read(timeline_picture(TIMELINE, _label, TODAY))
    (claim,) = _bars(root, "claims")
    assert claim.get("stroke") == colour_of("a-0118")
    assert claim.get("fill-opacity") == "0.2"
    dashes = [bar.get("stroke-dasharray") for bar in _bars(root, "administers")]
    assert dashes == [None, "3 2", None]


def test_what_a_polity_held_has_its_colour_and_heading() -> None:
    entry = TimelineEntry("administers", TimeSpan("1991"), other="p-0002", is_subject=True)
    svg = timeline_picture(Timeline(a_place("a-0118"), Period(), (entry,)), _label, TODAY, Words())
    assert _bars(read(svg), "administers")[0].get("fill") == colour_of("a-0118")
    assert ">Administered<" in svg


def test_the_years_asked_for() -> None:
    asked = Timeline(SHUSHA, Period.between("1990", "2005"), ENTRIES)
    svg = timeline_picture(asked, _label, TODAY)
    assert "1990 – 2005" in svg
    assert "Outside these years" in svg


def test_undated_entries_are_listed() -> None:
    svg = timeline_picture(TIMELINE, _label, TODAY)
    assert "Not dated: Schuscha" in svg
    empty = timeline_picture(Timeline(SHUSHA, Period()), _label, TODAY)
    assert Words().nothing in empty


def test_very_many_entries_are_counted() -> None:
    many = tuple(_entry("office", f"{1900 + n % 120}", "", other=f"a-{n}") for n in range(400))
    svg = timeline_picture(Timeline(SHUSHA, Period(), many), _label, TODAY)
    assert f"{400 - MAX_BARS} more entries" in svg


_DATES = st.one_of(
    st.just(""),
    st.dates(date(1000, 1, 1), date(2100, 1, 1)).flatmap(
        lambda day: st.sampled_from([f"{day:%Y}".zfill(4), day.isoformat()[:7], day.isoformat()])
    ),
)
_ENTRIES = st.builds(
    TimelineEntry,
    aspect=st.sampled_from(TIMELINE_ASPECTS),
    span=st.builds(TimeSpan, _DATES, _DATES),
    word=st.text(max_size=40),
    other=st.sampled_from(["", "p-0195", "p-0050"]),
    is_subject=st.booleans(),
    perspective=st.sampled_from(["", "az"]),
    certainty=st.sampled_from(["", "certain", "probable"]),
)


@settings(max_examples=60)
@given(st.lists(_ENTRIES, max_size=25), st.sampled_from([480, 960, 2000]))
def test_any_entries_make_a_picture(entries: list[TimelineEntry], width: int) -> None:
    timeline = Timeline(SHUSHA, Period(), tuple(entries))
    read(timeline_picture(timeline, _label, TODAY, width=width))


def _real(gazetteer: Gazetteer, entity_id: str) -> Timeline:
    entries = [
        TimelineEntry("name", n.span, n.text, "", True, n.lang, n.role, n.perspective, n.certainty)
        for n in gazetteer.names(entity_id)
    ]
    for held in gazetteer.holdings(entity_id):
        span = TimeSpan(held.since, held.until)
        entries.append(
            TimelineEntry(held.predicate, span, other=held.who, certainty=held.certainty)
        )
    for relation in gazetteer.store.relations_from(entity_id):
        entries.append(TimelineEntry("office", relation.span, other=relation.object))
    return Timeline(gazetteer.get(entity_id), Period(), tuple(entries))


@pytest.mark.parametrize("lang", ["en", "hy", "ru", "fa"])
@pytest.mark.parametrize("entity_id", ["p-0001", "p-0002", "p-0003", "p-0076", "p-0999", "a-0001"])
@pytest.mark.parametrize("width", [640, 960])
def test_no_text_of_a_real_timeline_overlaps(
    gazetteer: Gazetteer, entity_id: str, lang: str, width: int
) -> None:
    policy = LabelPolicy(lang)
    timeline = _real(gazetteer, entity_id)
    svg = timeline_picture(timeline, lambda i: gazetteer.label(i, policy), TODAY, width=width)
    root = read(svg)
    assert not overlapping(boxes(root))
    assert not outside(boxes(root), root)
    assert not _on_bars(root)


def _on_bars(root: Element) -> list[str]:
    """Return the texts that lie half on a bar: they are in it or beside it."""
    bars = [node for node in root.iter(f"{SVG}rect") if node.get("class") == "bar"]
    spots = [
        tuple(float(bar.get(key, "")) for key in ("x", "y", "width", "height")) for bar in bars
    ]
    shapes = [Box("", x, x + width, y + 4, y + height - 4) for x, y, width, height in spots]
    return [
        text.text
        for text in boxes(root)
        for bar in shapes
        if text.overlaps(bar) and not (bar.left <= text.left and text.right <= bar.right + 24)
    ]
