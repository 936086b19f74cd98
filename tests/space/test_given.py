"""Lines and polygons of a caller's own: what is read, and what is refused and why."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

import polyline
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import QueryError
from gazetteer.space.given import axes_hint, from_polyline, read_geometry

A, B, C, D = [46.0, 39.0], [46.5, 39.0], [47.0, 39.5], [46.0, 39.5]
SQUARE = [A, B, [46.5, 39.5], D, A]


def line(*positions: Any) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": list(positions)}


def lines(*parts: Any) -> dict[str, Any]:
    return {"type": "MultiLineString", "coordinates": list(parts)}


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def deep(depth: int) -> Any:
    nested: Any = 46.0
    for _ in range(depth):
        nested = [nested, 1]
    return nested


def comb(teeth: int) -> list[list[float]]:
    """A valid ring whose edge is tens of thousands of kilometres long."""
    up = [[20 + i / teeth, 30.0 if i % 2 else 60.0] for i in range(teeth)]
    return [*up, [up[-1][0], 20.0], [20.0, 20.0], up[0]]


def fault_of(call: Callable[[], object]) -> str:
    try:
        call()
    except QueryError as fault:
        return str(fault)
    return ""


REFUSED: list[tuple[str, Any, str]] = [
    ("no object", [A, B], "no GeoJSON object"),
    ("nothing", None, "no GeoJSON object"),
    ("number", 7, "no GeoJSON object"),
    ("empty object", {}, "is of type None"),
    ("type is a list", {"type": ["LineString"], "coordinates": [A, B]}, "is of type"),
    ("point", {"type": "Point", "coordinates": A}, "ask what is near"),
    ("points", {"type": "MultiPoint", "coordinates": [A, B]}, "is of type 'MultiPoint'"),
    ("collection", {"type": "GeometryCollection", "geometries": [line(A, B)]}, "is of type"),
    ("long type", {"type": "x" * 10_000}, "is of type"),
    ("feature without geometry", {"type": "Feature", "geometry": None}, "has no geometry"),
    ("no features", {"type": "FeatureCollection", "features": []}, "has 0 features"),
    ("features no list", {"type": "FeatureCollection", "features": {}}, "has no features"),
    ("two features", {"type": "FeatureCollection", "features": [1, 2]}, "has 2 features"),
    ("feature is no object", {"type": "FeatureCollection", "features": [1]}, "no GeoJSON object"),
    ("collection in a collection", {"type": "FeatureCollection", "features": [
        {"type": "FeatureCollection", "features": [{"type": "FeatureCollection"}]}]}, "is of type"),
    ("no coordinates", {"type": "LineString"}, "is empty"),
    ("empty", line(), "is empty"),
    ("empty ring", polygon([]), "is empty"),
    ("no rings", polygon(), "is empty"),
    ("coordinates are text", {"type": "LineString", "coordinates": "46,39"}, "is empty"),
    ("nested too deep", line([A, B]), "which is no number"),
    ("nested not deep enough", polygon(A, B, A, A), "for a position"),
    ("five numbers", line([46, 39, 1, 2, 3], B), "a list of 5 for a position"),
    ("one number", line([46], B), "a list of 1 for a position"),
    ("text for a number", line(["46", 39], B), "'46' in a position"),
    ("endless text", line(["4" * 100_000, 39], B), "which is no number"),
    ("true for a number", line([True, 39], B), "True in a position"),
    ("null", line([None, 39], B), "None in a position"),
    ("not a number", line([math.nan, 39], B), "nan in a position"),
    ("infinite", line([46, math.inf], B), "inf in a position"),
    ("infinite height", line([46, 39, math.inf], B), "inf in a position"),
    ("huge", line([1e300, 39], B), r"1e\+300 in a position"),
    ("a number of 6,000 digits", line([10**6_000, 39], B), "a very large number"),
    ("nested 1,000 deep", line(deep(1_000), B), "in a position, which is no number"),
    ("east of east", line([181, 39], B), "lon 181"),
    ("north of north", line(A, [46, 91]), "lat 91"),
    ("one position", line(A), "two different positions"),
    ("the same twice", line(A, A, A), "two different positions"),
    ("apart", lines([A, B], [C, D]), "2 parts that do not join"),
    ("a part of one position", lines([A, B], [B]), "two different positions"),
    ("across the antimeridian", line([179, 39], [-179, 39]), "antimeridian"),
    ("too long", line([-60, 0], [60, 0]), "at most 3000 km"),
    ("20,001 positions", line(*([46 + i / 10**6, 39.0] for i in range(20_001))), "20000 positions"),
    ("20,001 in parts", lines(*([[46 + i / 10**6, 39.0]] * 2 for i in range(10_001))),
     "20000 positions"),
    ("crosses itself", polygon([A, [47, 40], [47, 39], [46, 40], A]), "Self-intersection"),
    ("touches itself", polygon([A, B, [46.5, 39.5], [46.25, 39.0], D, A]), "not valid"),
    ("hole outside", polygon(SQUARE, [[50, 39], [50.1, 39], [50.1, 39.1], [50, 39]]), "not valid"),
    ("no area", polygon([A, B, A, A]), "not valid"),
    ("not closed", polygon([A, B, C, D]), "not closed"),
    ("three positions", polygon([A, B, A]), "a ring of 3"),
    ("parts overlap", {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}, "not valid"),
    ("an edge as long as a belt", polygon([[-180, 40], [180, 40], [180, 50], [-180, 50],
                                           [-180, 40]]), "at most 10000 km"),
    ("a comb", polygon(comb(10_000)), "at most 10000 km"),
    ("polyline no text", {"polyline": ["_qmpF"]}, "is no text"),
    ("polyline empty", {"polyline": ""}, "is empty"),
    ("polyline cut", {"polyline": "_qmpF_cuz"}, "ends within a number"),
    ("polyline of odd letters", {"polyline": "Шуша"}, "characters"),
    ("polyline of blanks", {"polyline": " "}, "characters"),
    ("polyline of one point", {"polyline": "_qmpF_cuzG"}, "two different positions"),
    ("polyline off the globe", {"polyline": "~" * 30 + "?"}, "beyond all degrees"),
    ("polyline without end", {"polyline": "~" * 100_000 + "??"}, "beyond all degrees"),
    ("polyline of megabytes", {"polyline": "~" * 10**7}, "20000 positions"),
    ("polyline too long", {"polyline": "??AA" + "AA" * 20_000}, "20000 positions"),
    ("precision 7", {"polyline": "_qmpF_cuzG_yFotL", "precision": 7}, "is 7; encoded"),
    ("precision null", {"polyline": "_qmpF_cuzG_yFotL", "precision": None}, "is None; encoded"),
    ("precision long", {"polyline": "_qmpF_cuzG", "precision": "5" * 10**5}, "encoded"),
    ("precision deep", {"polyline": "_qmpF_cuzG", "precision": deep(1_000)}, "encoded"),
    ("precision huge", {"polyline": "_qmpF_cuzG", "precision": 10**6_000}, "encoded"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "why"), [
    pytest.param(value, why, id=name) for name, value, why in REFUSED])  # fmt: skip
def test_what_is_wrong_is_said_briefly(value: Any, why: str) -> None:
    with pytest.raises(QueryError, match=why) as caught:
        read_geometry(value)
    assert len(str(caught.value)) < 300


READ: list[tuple[str, Any, Any]] = [
    ("line", line(A, B, C), [A, B, C]),
    ("heights", line([*A, 900], [*B, 800.5, 1]), [A, B]),
    ("the same position twice", line(A, A, B), [A, A, B]),
    ("feature", {"type": "Feature", "properties": {}, "geometry": line(A, B)}, [A, B]),
    ("one feature", {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": line(A, B)}]}, [A, B]),
    ("one geometry as feature", {"type": "FeatureCollection", "features": [line(A, B)]}, [A, B]),
    ("parts in order", lines([A, B], [B, C]), [A, B, C]),
    ("parts backwards", lines([C, B], [B, A]), [C, B, A]),
    ("parts of a ring", lines([C, D, A], [A, B, C]), [C, D, A, B, C]),
    ("parts out of order", lines([B, C], [A, B]), [A, B, C]),
    ("poles", line([0, 89], [0, 90]), [[0, 89], [0, 90]]),
    ("whole numbers", line([46, 39], [47, 39]), [[46, 39], [47, 39]]),
    ("crosses itself", line(A, C, D, B), [A, C, D, B]),
    ("polyline", {"polyline": "_qmpF_cuzG_yFotL"}, [[46.48, 39.56], [46.55, 39.6]]),
    ("polyline of six", {"polyline": polyline.encode([(39.5, 46.5), (39.6, 46.6)], 6),
                         "precision": 6}, [[46.5, 39.5], [46.6, 39.6]]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), [
    pytest.param(value, expected, id=name) for name, value, expected in READ])  # fmt: skip
def test_a_line_keeps_its_direction(value: Any, expected: Any) -> None:
    read = read_geometry(value)
    assert isinstance(read, shapely.LineString)
    assert [list(position[:2]) for position in read.coords] == expected


POINTS = st.tuples(st.integers(4600, 4700), st.integers(3900, 4000))


@given(st.lists(POINTS, min_size=3, max_size=12, unique=True), st.data())
def test_parts_that_join_are_read_in_travel_order(
    points: list[tuple[int, int]], data: st.DataObject
) -> None:
    whole = [[lon / 100, lat / 100] for lon, lat in points]
    cuts = sorted(data.draw(st.sets(st.integers(1, len(whole) - 2), max_size=3)))
    ends = [0, *cuts, len(whole) - 1]
    parts = [whole[a : b + 1] for a, b in pairwise(ends)]
    read = read_geometry(lines(*parts))
    assert isinstance(read, shapely.LineString)
    assert [list(position) for position in read.coords] == whole


@given(st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5)
    | st.sampled_from(["LineString", "Polygon", "Feature", "MultiPolygon"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(
        st.sampled_from(["type", "coordinates", "geometry", "features", "polyline", "precision"]),
        inner, max_size=4), max_leaves=30))  # fmt: skip
def test_whatever_is_given_is_read_or_refused(value: Any) -> None:
    assert len(fault_of(partial(read_geometry, value))) < 300


@given(st.text(st.characters(min_codepoint=63, max_codepoint=126), max_size=40))
def test_whatever_letters_a_polyline_has(text: str) -> None:
    assert len(fault_of(partial(from_polyline, text))) < 300


def test_what_is_read_is_given_back() -> None:
    written = json.loads(shapely.to_geojson(read_geometry(polygon(SQUARE))))
    assert written == {"type": "Polygon", "coordinates": [SQUARE]}


@pytest.mark.parametrize(
    ("positions", "swapped"),
    [
        ([(39.8, 46.7)], True),
        ([(46.7, 39.8)], False),
        ([(39.8, 46.7), (39.5, 46.5)], True),
        ([(39.8, 46.7), (46.7, 39.8)], False),
        ([(2.3, 48.9)], False),
        ([], False),
    ],
)
def test_axes_hint(positions: list[tuple[float, float]], swapped: bool) -> None:
    assert bool(axes_hint(positions)) == swapped
