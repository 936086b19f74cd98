"""Positions and nearness against every place measured by two geodesics."""

from __future__ import annotations

from datetime import date

import pytest
import shapely
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.model import NearQuery, Period, Place
from gazetteer.space.plane import GEOD
from tests.builders import a_place, a_store

LON, LAT = st.floats(43, 51), st.floats(37, 43)
TODAY = Period.on(date(2026, 6, 1))


def measured(lon: float, lat: float, place: Place) -> tuple[float, float]:
    """Return metres by geopy and the bearing by pyproj."""
    assert place.lon is not None
    assert place.lat is not None
    metres = geodesic((lat, lon), (place.lat, place.lon)).m
    return float(metres), float(GEOD.inv(lon, lat, place.lon, place.lat)[0]) % 360


@settings(max_examples=30)
@given(LON, LAT, st.floats(500, 60_000), st.integers(1, 30),
       st.sampled_from([(), ("settlement",), ("admin-unit", "town"), ("facility",)]))  # fmt: skip
def test_near_is_every_place_sorted_by_its_distance(
    gazetteer: Gazetteer,
    lon: float,
    lat: float,
    within: float,
    limit: int,
    kinds: tuple[str, ...],
) -> None:
    every = [
        place
        for place in gazetteer.ground.located
        if (not kinds or place.kind in kinds or place.type in kinds) and place.span.touches(TODAY)
    ]
    lons, lats = [p.lon for p in every], [p.lat for p in every]
    metres = GEOD.inv([lon] * len(every), [lat] * len(every), lons, lats)[2]
    slow = sorted((m, p.id) for m, p in zip(metres, every, strict=True) if m <= within)
    found = gazetteer.near(NearQuery(lon, lat, within, kinds, TODAY, limit))
    assert [near.place.id for near in found] == [place_id for _, place_id in slow[:limit]]
    for near in found:
        told, bearing = measured(lon, lat, near.place)
        assert near.metres == pytest.approx(told, rel=1e-9, abs=1e-5)
        assert near.bearing == pytest.approx(bearing, abs=1e-6)


def test_equally_near_places_come_by_id(tmp_path_factory: pytest.TempPathFactory) -> None:
    places = [a_place(f"p-{n:04}", lon=46.75, lat=39.82, prominence=n) for n in (3, 1, 2)]
    with a_store(tmp_path_factory.mktemp("near"), *places) as store:
        core = Gazetteer(store)
        for limit in (1, 2, 3, 10):
            found = core.near(NearQuery(46.75, 39.82, limit=limit))
            assert [near.place.id for near in found] == ["p-0001", "p-0002", "p-0003"][:limit]


@settings(max_examples=25)
@given(st.floats(44, 49), st.floats(38.5, 42), st.floats(0, 360), st.floats(0.2, 20_000))
def test_lines_are_as_far_as_a_scan_says(
    gazetteer: Gazetteer, lon: float, lat: float, bearing: float, off: float
) -> None:
    """The twin puts a point every 100 m, so that it is 50 m out at most along the line."""
    position = gazetteer.position(lon, lat, Period.of("2015"))
    assert {line.line.id for line in position.lines} >= {"p-0169", "p-0170"}
    assert [line.metres for line in position.lines] == sorted(m.metres for m in position.lines)
    for line in position.lines:
        told, towards = measured(lon, lat, a_place(lon=line.nearest_lon, lat=line.nearest_lat))
        assert line.metres == pytest.approx(told, rel=1e-9, abs=1e-5)
        assert line.bearing == pytest.approx(towards, abs=1e-3)
        shape = shapely.segmentize(shapely.from_geojson(line.version.geometry), 0.001)
        steps = shapely.get_coordinates(shape)
        scan = GEOD.inv([lon] * len(steps), [lat] * len(steps), steps[:, 0], steps[:, 1])[2].min()
        assert line.metres <= scan + 0.11
        assert line.metres >= (max(scan, 60) ** 2 - 60**2) ** 0.5 - 0.11


@pytest.mark.parametrize("at", ["1985", "2015-06-01", "2021", "2026-06-01"])
def test_areas_of_a_point_are_those_that_are_drawn_around_it(gazetteer: Gazetteer, at: str) -> None:
    period = Period.of(at)
    for place in gazetteer.ground.located[::400]:
        position = gazetteer.position(place.lon or 0, place.lat or 0, period)
        drawn = {(a.area.id, a.version.version) for a in position.areas
                 if a.version and a.basis == "drawn"}  # fmt: skip
        covering = {
            (version.entity, version.version)
            for version in gazetteer.store.areas()
            if gazetteer.ground.extents.is_area(version)
            and version.span.touches(period)
            and shapely.from_geojson(version.geometry).covers(shapely.Point(place.lon, place.lat))
        }
        assert drawn == covering
        sizes = [
            gazetteer.ground.extents.shape(a.version).area for a in position.areas if a.version
        ]
        assert sizes == sorted(sizes)


def test_a_place_is_where_its_point_is(gazetteer: Gazetteer) -> None:
    at = Period.of("2022-06-01")
    for place in gazetteer.ground.located[::301]:
        own, point = (
            gazetteer.position_of(place, at),
            gazetteer.position(place.lon or 0, place.lat or 0, at),
        )
        assert [line.metres for line in own.lines] == [line.metres for line in point.lines]
        assert own.routes == point.routes
        assert place.id not in {near.place.id for near in own.nearest}
        drawn = {a.area.id for a in point.areas if a.basis == "drawn"} - {place.id}
        assert drawn <= {a.area.id for a in own.areas}


@pytest.mark.parametrize(
    ("lon", "lat"), [(180.1, 0), (0, 90.1), (float("nan"), 0), (0, float("nan")), (0, float("inf"))]
)
def test_no_point_of_the_earth(gazetteer: Gazetteer, lon: float, lat: float) -> None:
    with pytest.raises(QueryError):
        gazetteer.position(lon, lat)


@pytest.mark.parametrize(("lon", "lat"), [(180, 0), (-180, 90), (0, -90), (46.0, 40.0)])
def test_every_point_of_the_earth_has_a_position(
    gazetteer: Gazetteer, lon: float, lat: float
) -> None:
    assert gazetteer.position(lon, lat, TODAY).lines


@pytest.mark.parametrize("within", [0.0, -1.0, float("nan"), 200_001.0])
def test_a_distance_that_is_none(gazetteer: Gazetteer, within: float) -> None:
    with pytest.raises(QueryError, match="within"):
        gazetteer.near(NearQuery(46, 39, within))


def test_a_place_without_a_point_is_nowhere(gazetteer: Gazetteer) -> None:
    pointless = next(
        place for place in gazetteer.store.entities(("settlement",))
        if isinstance(place, Place) and place.lon is None
    )  # fmt: skip
    with pytest.raises(QueryError, match="no point of its own"):
        gazetteer.position_of(pointless)
