"""Strip maps: dots at their kilometres and metres, labels apart, everybody's text safe."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.formats.palette import colour_of
from gazetteer.formats.picture_words import Words
from gazetteer.formats.strip_map import strip_map
from gazetteer.model import (
    Along,
    CorridorQuery,
    Holding,
    Label,
    LabelPolicy,
    Period,
    PlaceAlong,
    TimeSpan,
)
from tests.builders import a_place, a_route_version
from tests.formats.pictures import SVG, boxes, golden, outside, overlapping, read

ROUTE = a_place("p-0076", kind="route", type="road", lon=None, lat=None)
VERSION = a_route_version(
    "p-0076", "old-road", [(46.0, 39.5), (46.7, 39.8)], span=TimeSpan("1992-05-18"), width_m=2000
)
WITHIN = 2500.0


def _held(who: str, predicate: str = "administers") -> Holding:
    return Holding(who, predicate, "", "", "certain", "page-test")


def _along(number: int, km: float, off: float, side: str, *held: Holding) -> PlaceAlong:
    place = a_place(f"p-{number:04}", type="town" if number == 3 else "village")
    return PlaceAlong(place, km, off, side, 46.0, 39.5, held)


PLACES = (
    _along(1, 0.5, 2000, "left", _held("p-0194")),
    _along(2, 12.0, 700, "right", _held("a-0113"), _held("p-0195", "claims")),
    _along(3, 12.1, 3, "on", _held("a-0113"), _held("a-0118"), _held("p-0195", "claims")),
    _along(4, 12.1, 1200, "right", _held("p-0195"), _held("p-0195", "claims")),
    _along(5, 40.0, 2500, "right"),
)
ANSWER = Along(VERSION, WITHIN, 42.8, PLACES)
_TEXTS = {
    "p-0076": "Lachin corridor / Lachin road",
    "p-0001": "Tegh",
    "p-0002": "Aghavno / Zabukh",
    "p-0003": "Բերձոր",
    "p-0004": "شوشا / شوشی",
    "p-0005": "A & B <village> \"of\" 'quotes'",
    "p-0194": "Armenia",
    "p-0195": "Azerbaijan",
    "a-0113": "Russian peacekeepers",
    "a-0118": "Nagorno-Karabakh Republic",
}


def _label(entity_id: str) -> Label:
    return Label(_TEXTS.get(entity_id, entity_id), "en", ())


def _places(root: Element) -> list[Element]:
    return [node for node in root.iter(f"{SVG}g") if node.get("class") == "place"]


def _point(place: Element) -> tuple[float, float]:
    moved = place.findall(f"{SVG}g")[0].get("transform", "")
    x, y = moved.removeprefix("translate(").removesuffix(")").split()
    return float(x), float(y)


def test_picture_is_the_one_kept() -> None:
    svg = strip_map(ROUTE, ANSWER, "2022-06-01", _label, credit="Gazetteer, CC BY 4.0")
    assert svg == golden("strip-map", svg)


def test_dots_are_at_their_kilometre_and_distance() -> None:
    root = read(strip_map(ROUTE, ANSWER, "2022-06-01", _label))
    points = [_point(place) for place in _places(root)]
    band = next(node for node in root.iter(f"{SVG}rect") if node.get("fill") == "#f4f2ec")
    left, top = float(band.get("x", "")), float(band.get("y", ""))
    width, height = float(band.get("width", "")), float(band.get("height", ""))
    for found, (x, y) in zip(PLACES, points, strict=True):
        sign = {"left": -1, "right": 1, "on": 0}[found.side]
        across = left + width / 2 * (1 + sign * found.metres_off / WITHIN)
        assert x == pytest.approx(across, abs=0.02)
        assert y == pytest.approx(top + height * (1 - found.km_along / 42.8), abs=0.02)


def test_dots_have_the_colours_of_the_day() -> None:
    places = _places(read(strip_map(ROUTE, ANSWER, "2022-06-01", _label)))
    fills = [{node.get("fill") for node in place.iter()} for place in places]
    rings = [{node.get("stroke") for node in place.iter()} for place in places]
    assert colour_of("p-0194") in fills[0]
    assert colour_of("p-0195") in rings[1]
    assert {colour_of("a-0113"), colour_of("a-0118")} <= fills[2]
    assert colour_of("p-0195") not in rings[3]  # who holds a place is not also its claimant


def test_part_of_the_way() -> None:
    svg = strip_map(ROUTE, ANSWER, "2022-06-01", _label, from_km=10, to_km=20)
    assert len(_places(read(svg))) == 3
    assert "km 10.0 to 20.0 of 42.8" in svg


@pytest.mark.parametrize(("from_km", "to_km"), [(-1, 5), (20, 10), (50, None), (5, 5)])
def test_part_that_is_none_is_refused(from_km: float, to_km: float | None) -> None:
    with pytest.raises(QueryError, match="no part"):
        strip_map(ROUTE, ANSWER, "2022-06-01", _label, from_km=from_km, to_km=to_km)


@pytest.mark.parametrize("width", [10, 100_000])
def test_width_is_bounded(width: int) -> None:
    with pytest.raises(QueryError, match="width"):
        strip_map(ROUTE, ANSWER, "2022-06-01", _label, width=width)


def test_words_are_the_callers() -> None:
    words = Words(km="կմ", held="Ո՞վ էր", day=lambda text: f"օր {text}")
    svg = strip_map(ROUTE, ANSWER, "2022-06-01", _label, words)
    assert "Ո՞վ էր" in svg
    assert "42.8 կմ" in svg
    assert "on օր 2022-06-01" in svg


@st.composite
def _answers(draw: st.DrawFn) -> Along:
    length = draw(st.floats(0, 500))
    share = st.floats(0, 1)
    offs = draw(st.lists(st.tuples(share, share, st.sampled_from(["left", "right", "on"]))))
    places = [
        _along(number, km * length, off * WITHIN, side, _held("p-0195"), _held("a-1", "claims"))
        for number, (km, off, side) in enumerate(offs)
    ]
    return Along(VERSION, WITHIN, length, tuple(sorted(places, key=lambda p: p.km_along)))


@settings(max_examples=60)
@given(_answers(), st.text(max_size=50), st.sampled_from([480, 760, 1500]))
def test_any_places_and_texts_make_a_picture(answer: Along, text: str, width: int) -> None:
    svg = strip_map(ROUTE, answer, "2022", lambda _: Label(text, "en", ()), width=width)
    assert len(_places(read(svg))) == len(answer.places)


def test_very_many_places_have_labels_only_for_some() -> None:
    places = [_along(n, n / 50, (n * 37) % 2500, "left") for n in range(600)]
    svg = strip_map(ROUTE, Along(VERSION, WITHIN, 12, tuple(places)), "2022", _label)
    assert "200 more places" in svg
    assert not overlapping(boxes(read(svg)))


@pytest.mark.parametrize("lang", ["en", "az", "hy", "ru", "fa"])
@pytest.mark.parametrize("within", [2500.0, 10_000.0])
def test_no_label_of_a_real_route_overlaps(gazetteer: Gazetteer, lang: str, within: float) -> None:
    policy = LabelPolicy(lang)
    for route in gazetteer.routes():
        for version in gazetteer.store.route_versions(route.id):
            asked = (Period.of("2022-06-01"), version.version, within, ("settlement",))
            answer = gazetteer.along(CorridorQuery(route.id, *asked))
            svg = strip_map(route, answer, "2022-06-01", lambda i: gazetteer.label(i, policy))
            root = read(svg)
            assert not overlapping(boxes(root)), version.version
            assert not outside(boxes(root), root), version.version
