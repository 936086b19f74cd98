"""What is written is what somebody else's decoder reads."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.formats import mvt
from gazetteer.model import (
    LINE,
    POINT,
    POLYGON,
    TILE_EXTENT,
    Tile,
    TileAddress,
    TileFeature,
    TileLayer,
)
from tests.tile_reading import decoded

_NOWHERE = TileAddress(0, 0, 0)
_UNIT = st.integers(-TILE_EXTENT, 2 * TILE_EXTENT)
_PAIRS = st.tuples(_UNIT, _UNIT)
_VALUES = st.one_of(
    st.text(min_size=1), st.booleans(), st.integers(-(2**62), 2**62), st.sampled_from([0, 1])
)
_PROPERTIES = st.dictionaries(st.text(min_size=1), _VALUES, max_size=5)


def _written(*features: TileFeature) -> Any:
    layer = TileLayer("things", features)
    return decoded(mvt.tile(Tile(_NOWHERE, (layer,))))["things"]


def _flat(pairs: list[tuple[int, int]]) -> list[int]:
    return [number for pair in pairs for number in pair]


@given(_PAIRS, _PROPERTIES)
def test_points_and_properties(point: tuple[int, int], told: dict[str, Any]) -> None:
    layer = _written(TileFeature(POINT, (point,), told))
    (feature,) = layer["features"]
    assert (layer["version"], layer["extent"]) == (2, TILE_EXTENT)
    assert feature["geometry"] == {"type": "Point", "coordinates": list(point)}
    assert feature["properties"] == told
    assert {key: type(value) for key, value in feature["properties"].items()} == {
        key: type(value) for key, value in told.items()
    }


@given(st.lists(_PAIRS, min_size=2, max_size=30, unique=True))
def test_lines(pairs: list[tuple[int, int]]) -> None:
    (feature,) = _written(TileFeature(LINE, [_flat(pairs)], {}))["features"]
    assert feature["geometry"]["coordinates"] == [list(pair) for pair in pairs]


@given(st.lists(st.lists(_PAIRS, min_size=2, max_size=9, unique=True), min_size=2, max_size=4))
def test_several_lines(lines: list[list[tuple[int, int]]]) -> None:
    (feature,) = _written(TileFeature(LINE, [_flat(line) for line in lines], {}))["features"]
    assert feature["geometry"]["type"] == "MultiLineString"
    assert feature["geometry"]["coordinates"] == [[list(pair) for pair in line] for line in lines]


def test_polygon_with_a_hole() -> None:
    outer, hole = [0, 0, 10, 0, 10, 10, 0, 10], [2, 2, 2, 4, 4, 4, 4, 2]
    (feature,) = _written(TileFeature(POLYGON, [outer, hole], {}))["features"]
    rings = feature["geometry"]["coordinates"]
    assert feature["geometry"]["type"] == "Polygon"
    assert [ring[0] for ring in rings] == [[0, 0], [2, 2]]
    assert [len(ring) for ring in rings] == [5, 5]


def test_equal_values_are_written_once() -> None:
    one = TileFeature(POINT, ([1, 1],), {"name": "Şuşa / Շուշի"})
    alone, twice = (len(mvt.tile(Tile(_NOWHERE, (TileLayer("a", (one,) * n),)))) for n in (1, 2))
    assert twice - alone < len("Şuşa / Շուշի".encode())


def test_nothing_to_say_is_not_said() -> None:
    (feature,) = _written(TileFeature(POINT, ([1, 1],), {"type": "", "name": "Sus"}))["features"]
    assert feature["properties"] == {"name": "Sus"}


@pytest.mark.parametrize("layers", [(), (TileLayer("places"),)])
def test_empty_tile_has_no_bytes(layers: tuple[TileLayer, ...]) -> None:
    assert mvt.tile(Tile(_NOWHERE, layers)) == b""
