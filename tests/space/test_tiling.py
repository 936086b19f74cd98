"""What a tile shows: who is left out, where things are drawn, and that a name is one everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from gazetteer.core import Gazetteer
from gazetteer.errors import UnknownEntity
from gazetteer.formats import mvt
from gazetteer.model import (
    MAX_TILE_ZOOM,
    TILE_EXTENT,
    AreaVersion,
    Entity,
    Label,
    LabelPolicy,
    Place,
    PlacesQuery,
    PlaceStatus,
    RouteVersion,
    TileAddress,
    TimeSpan,
)
from gazetteer.space.index import PlaceIndex
from gazetteer.space.mercator import BUFFER
from gazetteer.space.tiling import LEAST_PROMINENT, MOST_PLACES, Tiling
from tests.tile_reading import features, tile_of

_METRES = Transformer.from_crs("OGC:CRS84", "EPSG:3857", always_xy=True)
_HALF_WORLD_M = 20037508.342789244
_DAY = date(2022, 6, 1)

_ZOOMS = st.integers(0, MAX_TILE_ZOOM)
_POINTS = st.tuples(st.floats(44, 50), st.floats(38.5, 41.5))
_POLICIES = st.builds(
    LabelPolicy,
    st.sampled_from(["en", "hy", "az", "ru", "fa"]),
    st.sampled_from(["", "", "az", "am"]),
    st.sampled_from([None, date(2010, 1, 1), _DAY]),
)


def _written(gazetteer: Gazetteer, address: TileAddress, policy: LabelPolicy) -> bytes:
    return mvt.tile(gazetteer.tile(address, policy))


def _units(place: Place, address: TileAddress) -> tuple[float, float]:
    """Where a point is in a tile, by PROJ."""
    x, y = _METRES.transform(place.lon, place.lat)
    side = 1 << address.z
    across = (x / _HALF_WORLD_M + 1) / 2 * side - address.x
    down = (1 - y / _HALF_WORLD_M) / 2 * side - address.y
    return across * TILE_EXTENT, down * TILE_EXTENT


@given(point=_POINTS, zoom=_ZOOMS)
def test_points_are_where_they_are(
    gazetteer: Gazetteer, point: tuple[float, float], zoom: int
) -> None:
    address = tile_of(*point, zoom)
    for identity, feature in features(
        _written(gazetteer, address, LabelPolicy()), "places"
    ).items():
        place = gazetteer.get(identity)
        assert isinstance(place, Place)
        x, y = feature["geometry"]["coordinates"]
        true_x, true_y = _units(place, address)
        assert abs(x - true_x) <= 0.5 + 1e-4
        assert abs(y - true_y) <= 0.5 + 1e-4


@given(place=st.integers(0, 6000), policy=_POLICIES, zooms=st.tuples(_ZOOMS, _ZOOMS))
def test_name_is_the_same_at_every_zoom(
    gazetteer: Gazetteer, place: int, policy: LabelPolicy, zooms: tuple[int, int]
) -> None:
    """The neutral pair is never cut to one half, however far the map is zoomed out."""
    query = PlacesQuery(kinds=("settlement",), limit=5_000)
    places = gazetteer.places(query).places
    chosen = places[place % len(places)]
    assert chosen.lon is not None
    assert chosen.lat is not None
    for zoom in zooms:
        written = _written(gazetteer, tile_of(chosen.lon, chosen.lat, zoom), policy)
        for layer in ("places", "areas", "lines", "routes"):
            for identity, feature in features(written, layer).items():
                label = gazetteer.label(identity, policy)
                assert feature["properties"].get("name", "") == label.text
                assert feature["properties"].get("name_lang", "") == label.lang


def test_twin_names_are_never_one_sided(gazetteer: Gazetteer) -> None:
    twins = {
        place.id
        for place in gazetteer.places(PlacesQuery(min_prominence=50, limit=5_000)).places
        if gazetteer.label(place.id, LabelPolicy()).contested
    }
    seen: set[str] = set()
    for zoom in range(11):
        written = _written(gazetteer, tile_of(46.75, 39.82, zoom), LabelPolicy())
        for identity, feature in features(written, "places").items():
            if identity in twins:
                seen.add(identity)
                assert len(feature["properties"]["name"].split(" / ")) == 2
    assert {"p-0001", "p-0002"} <= seen


@pytest.mark.parametrize("zoom", [5, 6, 7, 8, 9, 11])
def test_only_the_weight_decides_who_is_shown(gazetteer: Gazetteer, zoom: int) -> None:
    address = tile_of(46.6, 39.7, zoom)
    policy = LabelPolicy(at=_DAY)
    shown = features(_written(gazetteer, address, policy), "places")
    least = min(one["properties"]["prominence"] for one in shown.values())
    inside = [
        place
        for place in gazetteer.ground.located
        if all(0 <= number < TILE_EXTENT for number in _units(place, address))
        and place.span.contains(_DAY)
    ]
    assert least >= LEAST_PROMINENT.get(zoom, 0)
    assert {place.id for place in inside if place.prominence >= least} <= set(shown)
    for place in inside:
        assert (place.id in shown) == (place.prominence >= LEAST_PROMINENT.get(zoom, 0))


@given(point=_POINTS, zoom=st.integers(0, MAX_TILE_ZOOM - 1))
def test_what_is_shown_stays_when_the_map_is_zoomed_in(
    gazetteer: Gazetteer, point: tuple[float, float], zoom: int
) -> None:
    whole = tile_of(*point, zoom)
    part = tile_of(*point, zoom + 1)
    deeper = features(_written(gazetteer, part, LabelPolicy()), "places")
    for identity in features(_written(gazetteer, whole, LabelPolicy()), "places"):
        place = gazetteer.get(identity)
        assert isinstance(place, Place)
        if all(0 <= number < TILE_EXTENT for number in _units(place, part)):
            assert identity in deeper


@given(point=_POINTS, zoom=_ZOOMS, day=st.sampled_from([_DAY, date(1985, 1, 1), date(2019, 1, 1)]))
def test_polygons_are_valid_and_wound_as_the_format_wants(
    gazetteer: Gazetteer, point: tuple[float, float], zoom: int, day: date
) -> None:
    tile = gazetteer.tile(tile_of(*point, zoom), LabelPolicy(at=day))
    (areas,) = (layer for layer in tile.layers if layer.name == "areas")
    for feature in areas.features:
        assert _area(feature.parts[0]) > 0
        assert min(map(min, feature.parts)) >= -BUFFER
        assert max(map(max, feature.parts)) <= TILE_EXTENT + BUFFER
    for feature in features(mvt.tile(tile), "areas").values():
        assert shapely.is_valid(shapely.geometry.shape(feature["geometry"]))


def _area(ring: Any) -> float:
    """The surveyor's formula, of which the format says that outer rings are positive."""
    points = list(zip(ring[0::2], ring[1::2], strict=True))
    around = zip(points, points[1:] + points[:1], strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in around) / 2


def _version(gazetteer: Gazetteer, day: date) -> str:
    written = _written(gazetteer, tile_of(46.55, 39.6, 9), LabelPolicy(at=day))
    version: str = features(written, "routes")["p-0076"]["properties"]["version"]
    return version


def test_routes_and_areas_are_those_of_the_day(gazetteer: Gazetteer) -> None:
    assert _version(gazetteer, date(2022, 6, 1)) == "old-road"
    assert _version(gazetteer, date(2022, 9, 1)) == "bypass-2022"
    assert _version(gazetteer, date(2024, 1, 1)) == "bypass-2023"
    address = tile_of(46.75, 39.82, 6)
    now, then = (
        _written(gazetteer, address, LabelPolicy(at=day)) for day in (_DAY, date(2000, 1, 1))
    )
    assert "p-0168" in features(now, "areas").keys() - features(then, "areas").keys()
    drawn = [features(one, "lines")["p-0169"]["properties"]["version"] for one in (then, now)]
    assert drawn == ["1994-05-12", "2020-11-10"]
    at_war = _written(gazetteer, address, LabelPolicy(at=date(2020, 10, 15)))
    assert "p-0169" not in features(at_war, "lines")


def test_lines_run_in_their_direction(gazetteer: Gazetteer) -> None:
    written = _written(gazetteer, tile_of(46.55, 39.6, 6), LabelPolicy(at=_DAY))
    line = features(written, "routes")["p-0076"]["geometry"]["coordinates"]
    assert line[0][0] < line[-1][0]  # from Goris eastwards


@pytest.mark.parametrize("address", [(0, 1, 0), (3, 0, 8), (15, 0, 0), (-1, 0, 0), (2, -1, 0)])
def test_tiles_that_are_not_there(gazetteer: Gazetteer, address: tuple[int, int, int]) -> None:
    with pytest.raises(UnknownEntity, match="no tile"):
        gazetteer.tile(TileAddress(*address), LabelPolicy())


def test_nowhere_is_empty(gazetteer: Gazetteer) -> None:
    for address in (TileAddress(14, 0, 0), TileAddress(5, 0, 31), TileAddress(8, 255, 255)):
        assert _written(gazetteer, address, LabelPolicy()) == b""


def test_gdal_puts_places_where_they_are(gazetteer: Gazetteer, tmp_path: Path) -> None:
    address = tile_of(46.75, 39.82, 8)
    path = tmp_path / "tile.mvt"
    path.write_bytes(_written(gazetteer, address, LabelPolicy()))
    assert {"areas", "routes", "places"} <= set(dict(pyogrio.list_layers(path)))
    where = {"X": address.x, "Y": address.y, "Z": address.z}
    meta, _, points, (ids, names) = pyogrio.raw.read(
        path, layer="places", columns=["id", "name"], **where
    )
    assert meta["crs"] == "EPSG:3857"
    assert len(ids) > 50
    half = _HALF_WORLD_M / (1 << address.z) / TILE_EXTENT
    for identity, name, point in zip(ids, names, shapely.from_wkb(points), strict=True):
        place = gazetteer.get(identity)
        assert isinstance(place, Place)
        x, y = _METRES.transform(place.lon, place.lat)
        assert abs(point.x - x) <= half * 1.001
        assert abs(point.y - y) <= half * 1.001
        assert name == gazetteer.label(identity, LabelPolicy()).text


# --- made-up places ------------------------------------------------------------------------------


class _Made:
    """A store of nothing but what the test is about."""

    contested = frozenset({"p-0001"})

    def entity(self, entity_id: str) -> Entity:
        return Place(entity_id, "area")

    def routes(self) -> tuple[Place, ...]:
        return (Place("p-9000", "route"),)

    def route_versions(self, route_id: str) -> tuple[RouteVersion, ...]:
        west, east = ((10.0, 10.0), (10.2, 10.0)), ((20.0, 10.0), (20.2, 10.0))
        return (
            RouteVersion(route_id, "old", TimeSpan("", "2000"), west, None, 100),
            RouteVersion(route_id, "new", TimeSpan("2000"), east, None, 100),
        )

    def areas(self) -> tuple[AreaVersion, ...]:
        return ()

    def statuses_of(self, place_id: str) -> tuple[PlaceStatus, ...]:
        return (
            PlaceStatus(place_id, "inhabited", TimeSpan("", "1993")),
            PlaceStatus(place_id, "destroyed", TimeSpan("1993", "2021-05-01")),
        )


def _tiling(ranks: dict[int, int]) -> Tiling:
    """Strew so many places of each rank over one spot."""
    places = [
        Place(f"p-{rank:02}{number:05}", "settlement", prominence=rank, lon=46.0, lat=40.0)
        for rank, count in ranks.items()
        for number in range(count)
    ]
    return Tiling(_Made(), PlaceIndex(places))


def _shown(tiling: Tiling, zoom: int) -> dict[int, int]:
    tile = tiling.tile(tile_of(46.0, 40.0, zoom), _DAY, lambda ids: {i: _label(i) for i in ids})
    counted: dict[int, int] = {}
    for feature in tile.layers[-1].features:
        rank = feature.properties["prominence"]
        counted[int(rank)] = counted.get(int(rank), 0) + 1
    return counted


def _label(identity: str) -> Label:
    return Label(identity, "en", ())


def test_a_rank_is_shown_whole_or_not_at_all() -> None:
    tiling = _tiling({5: MOST_PLACES, 8: 30, 40: 5})
    assert _shown(tiling, 9) == {8: 30, 40: 5}
    assert _shown(tiling, MAX_TILE_ZOOM) == {5: MOST_PLACES, 8: 30, 40: 5}
    assert _shown(_tiling({5: MOST_PLACES}), 9) == {5: MOST_PLACES}
    assert _shown(_tiling({5: MOST_PLACES + 1}), 9) == {}


def test_of_versions_that_share_a_day_the_last_holds_everywhere() -> None:
    tiling = _tiling({5: 1})
    for lon, expected in ((10.1, []), (20.1, ["new"])):
        tile = tiling.tile(
            tile_of(lon, 10.0, 8), date(2000, 6, 1), lambda ids: {i: _label(i) for i in ids}
        )
        routes = tile.layers[2].features
        assert [feature.properties["version"] for feature in routes] == expected


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(1990, 1, 1), "inhabited"), (date(2000, 1, 1), "destroyed"), (_DAY, None)],
)
def test_status_is_that_of_the_day(day: date, status: str | None) -> None:
    tile = _tiling({5: 1}).tile(
        tile_of(46.0, 40.0, 9), day, lambda ids: {i: _label(i) for i in ids}
    )
    assert tile.layers[-1].features[0].properties.get("status") == status
