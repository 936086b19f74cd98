"""The Lachin corridor and its like on the real tables."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from geopy.distance import geodesic

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError, UnknownEntity
from gazetteer.model import MAX_WITHIN_M, Along, CorridorQuery, NearQuery, Period

EXPECTED = Path(__file__).resolve().parent.parent / "cases" / "space" / "lachin-old-road.csv"
OLD_ROAD_DAY = Period.of("2022-06-01")


def expected_rows() -> list[dict[str, str]]:
    with EXPECTED.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def along(gazetteer: Gazetteer, **query: object) -> Along:
    fields: dict[str, object] = {"at": OLD_ROAD_DAY, "within_m": 3000.0, **query}
    return gazetteer.along(CorridorQuery("lachin-corridor", **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (Period.of("2020-11-10"), "old-road"),
        (Period.of("2022-06-01"), "old-road"),
        (Period.of("2022-08-29"), "old-road"),
        (Period.of("2022-09-15"), "bypass-2022"),
        (Period.of("2023-06-01"), "bypass-2023"),
        (Period.of("2024-05-01"), "bypass-2023"),
    ],
)
def test_the_day_chooses_the_version(gazetteer: Gazetteer, day: Period, version: str) -> None:
    assert along(gazetteer, at=day).version.version == version


def test_a_version_asked_for_by_name(gazetteer: Gazetteer) -> None:
    assert along(gazetteer, version="bypass-2022").version.version == "bypass-2022"
    with pytest.raises(UnknownEntity, match="version"):
        along(gazetteer, version="tunnel")
    with pytest.raises(QueryError, match="at"):
        along(gazetteer, at=Period.of("1960-01-01"))


@pytest.mark.parametrize(
    "name",
    ["lachin-corridor", "Lachin corridor", "Lachin Corridor", "berdzor-corridor", "Laçın dəhlizi",
     "lacin-dehlizi", "Լաչինի միջանցք", "Լաչինի-միջանցք", "Лачинский коридор",
     "лачинский-коридор"],
)  # fmt: skip
def test_names_in_four_languages_reach_the_same_route(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.route(name).id == gazetteer.route("lachin-corridor").id


def test_what_is_no_route_is_refused(gazetteer: Gazetteer) -> None:
    town = gazetteer.store.entity_by_identifier("geonames", "147625")
    assert town is not None
    for name in ("Silk Road of Mars", town, ""):
        with pytest.raises(UnknownEntity):
            gazetteer.route(name)


def test_the_villages_in_road_order(gazetteer: Gazetteer) -> None:
    answer = along(gazetteer)
    order = [off.place.id for off in answer.places]
    expected = [gazetteer.store.entity_by_identifier("geonames", r["geonames"])
                for r in expected_rows()]  # fmt: skip
    assert None not in expected
    assert [place for place in order if place in expected] == expected


@pytest.mark.parametrize("row", expected_rows(), ids=lambda row: row["name"])
def test_km_along_and_metres_off(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    wanted = gazetteer.store.entity_by_identifier("geonames", row["geonames"])
    found = next(off for off in along(gazetteer).places if off.place.id == wanted)
    assert found.km_along == pytest.approx(float(row["km_along"]), abs=0.3)
    assert found.metres_off == pytest.approx(float(row["metres_off"]), rel=0.01, abs=30)


@pytest.mark.parametrize("version", ["old-road", "bypass-2022", "bypass-2023"])
def test_every_number_is_within_a_hundredth_of_the_geodesic(
    gazetteer: Gazetteer, version: str
) -> None:
    answer = along(gazetteer, version=version, within_m=10_000.0, kinds=())
    line = answer.version.line
    length = sum(geodesic((a[1], a[0]), (b[1], b[0])).km for a, b in pairwise(line))
    assert answer.length_km == pytest.approx(length, rel=1e-5)
    assert answer.places
    for off in answer.places:
        assert off.place.lon is not None
        reported = geodesic((off.place.lat, off.place.lon), (off.nearest_lat, off.nearest_lon)).m
        assert off.metres_off == pytest.approx(reported, rel=1e-6, abs=0.01)
        assert off.metres_off <= 10_000
        assert 0 <= off.km_along <= answer.length_km
    kms = [off.km_along for off in answer.places]
    assert kms == sorted(kms)


def test_wider_corridors_only_add(gazetteer: Gazetteer) -> None:
    narrow = [off.place.id for off in along(gazetteer, within_m=500.0).places]
    wide = [off.place.id for off in along(gazetteer, within_m=5000.0).places]
    assert set(narrow) < set(wide)
    assert [place for place in wide if place in narrow] == narrow


def test_the_stated_width_is_used_when_none_is_asked(gazetteer: Gazetteer) -> None:
    assert along(gazetteer, within_m=None).within_m == 2500
    widthless = [
        version
        for route in gazetteer.routes()
        for version in gazetteer.store.route_versions(route.id)
        if version.width_m is None
    ]
    assert widthless
    query = CorridorQuery(widthless[0].route, version=widthless[0].version)
    with pytest.raises(QueryError, match="within"):
        gazetteer.along(query)


@pytest.mark.parametrize("within", [0.0, -1.0, float("nan"), float("inf"), MAX_WITHIN_M * 1.01])
def test_widths_out_of_bounds_are_refused(gazetteer: Gazetteer, within: float) -> None:
    with pytest.raises(QueryError, match="within"):
        along(gazetteer, within_m=within)


def test_every_version_of_every_route_answers_at_every_width(gazetteer: Gazetteer) -> None:
    seen = 0
    for route in gazetteer.routes():
        for version in gazetteer.store.route_versions(route.id):
            for within in (1.0, 2500.0, MAX_WITHIN_M):
                query = CorridorQuery(route.id, version=version.version, within_m=within, kinds=())
                answer = gazetteer.along(query)
                seen += len(answer.places)
    assert seen  # the widest reach the exclaves and both countries


def test_control_is_that_of_the_day(gazetteer: Gazetteer) -> None:
    khankendi = gazetteer.store.entity_by_identifier("geonames", "146970")
    assert khankendi is not None
    by_day = {}
    for day in (Period.of("2022-06-01"), Period.of("2024-06-01")):
        answer = along(gazetteer, at=day)
        (found,) = [off for off in answer.places if off.place.id == khankendi]
        by_day[day] = {h.who for h in found.holdings if h.predicate == "administers"}
    assert len({frozenset(who) for who in by_day.values()}) == 2


def test_near_is_geodesic_sorted_and_limited(gazetteer: Gazetteer) -> None:
    answer = gazetteer.near(NearQuery(46.55, 39.637, within_m=30_000, limit=5))
    assert len(answer) == 5
    metres = [near.metres for near in answer]
    assert metres == sorted(metres)
    for near in answer:
        expected = geodesic((39.637, 46.55), (near.place.lat, near.place.lon)).m
        assert near.metres == pytest.approx(expected, rel=1e-9, abs=1e-6)
        assert 0 <= near.bearing <= 360


@pytest.mark.parametrize(("lon", "lat"), [(181, 0), (0, 91), (float("nan"), 0), (0, float("nan"))])
def test_a_point_off_the_globe_is_refused(gazetteer: Gazetteer, lon: float, lat: float) -> None:
    with pytest.raises(QueryError):
        gazetteer.near(NearQuery(lon, lat))


@pytest.mark.parametrize(("lon", "lat"), [(180, 0), (-180, 0), (0, 90), (0, -90)])
def test_the_ends_of_the_globe_are_points(gazetteer: Gazetteer, lon: float, lat: float) -> None:
    gazetteer.near(NearQuery(lon, lat, within_m=200_000))


@pytest.mark.parametrize("within", [300.0, 2_500.0, 20_000.0])
def test_the_ground_of_every_route_holds_the_places_along_it(
    gazetteer: Gazetteer, within: float
) -> None:
    index = gazetteer.ground.index
    points = shapely.points(index.coordinates)
    for route, version in gazetteer.ground.courses:
        ground = shapely.from_geojson(gazetteer.corridor(version, within))
        assert ground.is_valid
        assert all(polygon.exterior.is_ccw for polygon in shapely.get_parts(ground))
        covered = [index.places[i] for i in shapely.covers(ground, points).nonzero()[0]]
        held = {place.id for place in covered if place.span.touches(Period.today())}
        query = CorridorQuery(route.id, version=version.version, kinds=())
        wide = {
            off.place.id: off.metres_off
            for off in gazetteer.along(replace(query, within_m=within * 1.2)).places
        }
        assert {place for place, off in wide.items() if off <= within * 0.99} <= held
        assert held <= {place for place, off in wide.items() if off <= within * 1.01}
