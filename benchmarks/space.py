"""How fast questions about space and time are answered, beside geopy, Shapely and PostGIS.

    python -m benchmarks.space [--rounds 20] [--strewn 1000000]

Everything in one run, over the same places, lines and areas. The peers:

- a loop with geopy's geodesic, as one would write it first;
- Shapely without an index: every place or area is looked at, in one vectorised call (distances in
  an azimuthal equidistant plane, as geodesics are not Shapely's business);
- PostGIS with GiST indexes on geography, whose edges are geodesics; those of areas are straight in
  degrees here, so they are given points every 0.01 degrees.

PostGIS is left out, loudly, when none is reached. Its address is POSTGIS_VARIABLE, a libpq
connection string; without it the database ``gazetteer_bench`` on the local socket. It is only
written to in temporary tables. Before anything is timed the peers' answers are held against ours:
the same ids, metres to a thousandth. Wall-clock time of a whole answer, since the work of a
database is done elsewhere; ours also as CPU time. See README.md for what was measured.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import shapely
from geopy.distance import geodesic

from benchmarks.corridor import strewn
from gazetteer.core import Gazetteer
from gazetteer.model import (
    ChangesQuery,
    CorridorQuery,
    InsideQuery,
    NearQuery,
    Period,
    Place,
)
from gazetteer.space.corridor import Line
from gazetteer.space.index import PlaceIndex
from gazetteer.space.plane import Plane

POSTGIS_VARIABLE = "GAZETTEER_BENCH_POSTGIS"
_DATABASE = "dbname=gazetteer_bench connect_timeout=3"

_DAY = Period.of("2022-06-01")
_NEAR_M, _CORRIDOR_M = 20_000.0, 2_500.0
_BORDER, _DISTRICT, _ROUTE = "p-0170", "p-0305", "lachin-corridor"
_STEP_DEGREES = 0.01
_EXACT = 1e-3

Answer = dict[str, float]
"""Ids with metres, 0 where none are asked for."""
Input = Any


@dataclass
class Question:
    """What is asked, of whom. ``limit`` is the distance at which an answer ends."""

    title: str
    inputs: Sequence[Input]
    ours: Callable[[Input], Answer | object]
    peers: dict[str, Callable[[Input], Answer]] = field(default_factory=dict)
    limit: float = 0.0
    few: frozenset[str] = frozenset({"geopy"})
    """Peers so slow that they are asked twice only."""


def timed(call: Callable[[Input], object], inputs: Iterable[Input]) -> tuple[float, float]:
    """Return the medians of wall-clock and CPU milliseconds."""
    walls, cpus = [], []
    for one in inputs:
        wall, cpu = time.perf_counter(), time.process_time()
        call(one)
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return statistics.median(walls), statistics.median(cpus)


def differences(ours: Answer, theirs: Answer, limit: float) -> list[str]:
    """Return the ids of which two answers differ; at the limit itself both are right."""
    found = []
    for entity in ours.keys() | theirs.keys():
        if entity in ours and entity in theirs:
            same = abs(ours[entity] - theirs[entity]) <= _EXACT * max(ours[entity], 1_000.0)
        else:
            metres = ours.get(entity, theirs.get(entity, 0.0))
            same = bool(limit) and abs(metres - limit) <= _EXACT * limit
        if not same:
            found.append(entity)
    return found


# --- the peers ------------------------------------------------------------------------------------


class Peers:
    """The same places, areas and lines as ours, for geopy and for Shapely without an index."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._ground = gazetteer.ground
        self.standing = {p.id for p in gazetteer.ground.located if p.span.touches(_DAY)}
        self.places = list(self._ground.index.places)
        self._degrees = self._ground.index.coordinates
        self._points = shapely.points(self._degrees)
        self.areas = [v for v in gazetteer.store.areas() if self._ground.extents.is_area(v)]
        self._area_shapes = shapely.from_geojson([v.geometry for v in self.areas])

    def near_by_geopy(self, query: NearQuery) -> Answer:
        found = [
            (geodesic((query.lat, query.lon), (place.lat, place.lon)).m, place.id)
            for place in self.places
            if not query.kinds or place.kind in query.kinds
        ]
        nearest = sorted(one for one in found if one[0] <= query.within_m)[: query.limit]
        return {place_id: metres for metres, place_id in nearest}

    def near_by_shapely(self, query: NearQuery) -> Answer:
        plane = Plane(query.lon, query.lat)
        x, y = plane.to_metres(self._degrees).T
        metres = np.hypot(x, y)
        order = np.argsort(metres)
        found: Answer = {}
        for number in order[: np.searchsorted(metres[order], query.within_m, "right")].tolist():
            place = self.places[number]
            if len(found) < query.limit and (not query.kinds or place.kind in query.kinds):
                found[place.id] = float(metres[number])
        return found

    def containing_by_shapely(self, point: tuple[float, float]) -> Answer:
        holds = shapely.covers(self._area_shapes, shapely.Point(point))
        return {
            f"{area.entity}@{area.version}": 0.0
            for area, is_in in zip(self.areas, holds, strict=True)
            if is_in
        }

    def to_line_by_geopy(
        self, line: np.ndarray[Any, Any]
    ) -> Callable[[tuple[float, float]], Answer]:
        """Measure to every vertex of a line that has one each 500 m."""
        return lambda point: {
            _BORDER: min(geodesic(point[::-1], (lat, lon)).m for lon, lat in line)
        }

    def to_line_by_shapely(self, shape: Any) -> Callable[[tuple[float, float]], Answer]:
        def measure(point: tuple[float, float]) -> Answer:
            line = shapely.transform(shape, Plane(*point).to_metres)
            return {_BORDER: float(shapely.distance(line, shapely.Point(0, 0)))}

        return measure

    def inside_by_shapely(self, shape: Any) -> Callable[[Input], Answer]:
        def inside(_: Input) -> Answer:
            holds = shapely.covers(shape, self._points)
            found = (self.places[n].id for n in np.flatnonzero(holds).tolist())
            return {place_id: 0.0 for place_id in found if place_id in self.standing}

        return inside


def along_by_shapely(line: Line, places: Sequence[Place]) -> Callable[[Input], Answer]:
    """Measure every place to the line in its plane."""
    degrees = np.array([(place.lon, place.lat) for place in places])
    course = shapely.LineString(line._points)
    plane = Plane.around(line.version.line)

    def along(_: Input) -> Answer:
        flat = shapely.transform(course, plane.to_metres)
        metres = shapely.distance(flat, shapely.points(plane.to_metres(degrees)))
        return {
            places[n].id: float(metres[n]) for n in np.flatnonzero(metres <= _CORRIDOR_M).tolist()
        }

    return along


class PostGIS:
    """A database with the same places, areas and lines in temporary tables."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        import psycopg

        self._link = psycopg.connect(os.environ.get(POSTGIS_VARIABLE, _DATABASE), autocommit=True)
        self._link.prepare_threshold = 0
        self.version = self._rows("SELECT postgis_lib_version()")[0][0]
        self.load_places("places", gazetteer.ground.index.places)
        self._load("areas", "id text, geog geography", (
            (f"{v.entity}@{v.version}", _straight(v.geometry)) for v in gazetteer.store.areas()
        ))  # fmt: skip
        self._load("routes", "id text, geog geography", (
            (f"{v.route}@{v.version}", f"SRID=4326;{shapely.LineString(v.line).wkt}")
            for _, v in gazetteer.ground.courses
        ))  # fmt: skip

    def load_places(self, table: str, places: Sequence[Place]) -> None:
        rows = ((p.id, p.kind, f"SRID=4326;POINT({p.lon!r} {p.lat!r})") for p in places)
        self._load(table, "id text, kind text, geog geography(Point)", rows)

    def _load(self, table: str, columns: str, rows: Iterable[tuple[str, ...]]) -> None:
        self._link.execute(f"CREATE TEMPORARY TABLE {table} ({columns})")
        with self._link.cursor().copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        self._link.execute(f"CREATE INDEX ON {table} USING gist (geog)")
        self._link.execute(f"ANALYZE {table}")

    def _rows(self, sql: str, *asked: Any) -> list[tuple[Any, ...]]:
        return self._link.execute(sql, asked).fetchall()

    def near(self, query: NearQuery) -> Answer:
        sql = (
            "SELECT id, ST_Distance(geog, here) FROM places, "
            "(SELECT ST_SetSRID(ST_MakePoint(%s, %s), 4326)::geography AS here) AS asked "
            "WHERE ST_DWithin(geog, here, %s) {} ORDER BY 2 LIMIT %s"
        )
        where = "AND kind = ANY(%s)" if query.kinds else ""
        kinds = [list(query.kinds)] if query.kinds else []
        asked = (query.lon, query.lat, query.within_m, *kinds, query.limit)
        return dict(self._rows(sql.format(where), *asked))

    def containing(self, point: tuple[float, float]) -> Answer:
        sql = (
            "SELECT id FROM areas WHERE ST_Dimension(geog::geometry) = 2 "
            "AND ST_Covers(geog, ST_SetSRID(ST_MakePoint(%s, %s), 4326)::geography)"
        )
        return {row[0]: 0.0 for row in self._rows(sql, *point)}

    def along(self, table: str, route: str) -> Callable[[Input], Answer]:
        sql = (
            f"SELECT p.id, ST_Distance(p.geog, r.geog) FROM {table} p, routes r "
            "WHERE r.id = %s AND ST_DWithin(p.geog, r.geog, %s)"
        )
        return lambda _: dict(self._rows(sql, route, _CORRIDOR_M))

    def to_line(self, area: str) -> Callable[[tuple[float, float]], Answer]:
        sql = (
            "SELECT ST_Distance(geog, ST_SetSRID(ST_MakePoint(%s, %s), 4326)::geography) "
            "FROM areas WHERE id = %s"
        )
        return lambda point: {_BORDER: self._rows(sql, *point, area)[0][0]}

    def inside(self, area: str, standing: set[str]) -> Callable[[Input], Answer]:
        sql = "SELECT p.id FROM places p, areas a WHERE a.id = %s AND ST_Covers(a.geog, p.geog)"
        return lambda _: {row[0]: 0.0 for row in self._rows(sql, area) if row[0] in standing}

    def relate(self, pair: tuple[Place, Place]) -> Answer:
        sql = (
            "SELECT ST_Distance(a.geog, b.geog) FROM places a, places b "
            "WHERE a.id = %s AND b.id = %s"
        )
        return {"metres": self._rows(sql, pair[0].id, pair[1].id)[0][0]}


def _straight(geometry: str) -> str:
    shape = shapely.segmentize(shapely.from_geojson(geometry), _STEP_DEGREES)
    return f"SRID=4326;{shapely.to_wkt(shape, rounding_precision=-1)}"


# --- the questions --------------------------------------------------------------------------------


def questions(
    gazetteer: Gazetteer, postgis: PostGIS | None, rounds: int, number: int
) -> list[Question]:
    chance, ground, peers = random.Random(1), gazetteer.ground, Peers(gazetteer)
    chosen = chance.sample(ground.located, 2 * rounds)
    points = [
        ((p.lon or 0) + chance.uniform(-0.1, 0.1), (p.lat or 0) + chance.uniform(-0.1, 0.1))
        for p in chosen[:rounds]
        if 44 < (p.lon or 0) < 50
    ]
    settlements = [NearQuery(*p, _NEAR_M, ("settlement",), _DAY, 10) for p in points]
    kinds = [NearQuery(*p, 200_000, ("facility",), _DAY, 1) for p in points]
    district = next(v for v in gazetteer.store.areas(_DISTRICT) if v.span.touches(_DAY))
    border = next(v for v in gazetteer.store.areas(_BORDER))
    route = CorridorQuery(_ROUTE, _DAY, within_m=_CORRIDOR_M, kinds=())
    version = gazetteer.route_version(route)
    line, once = Line(version), [None] * rounds
    many = strewn(number)
    index = PlaceIndex(many)
    pairs = list(zip(chosen[:rounds], chosen[rounds:], strict=True))
    border_shape = ground.extents.shape(border)
    stepped = shapely.get_coordinates(shapely.segmentize(border_shape, 0.005))
    if postgis is not None:
        postgis.load_places("strewn", many)

    def by_postgis(make: Callable[[PostGIS], Callable[[Input], Answer]]) -> dict[str, Any]:
        return {"PostGIS": make(postgis)} if postgis is not None else {}

    near_peers = {"geopy": peers.near_by_geopy, "Shapely": peers.near_by_shapely}
    return [
        Question("10 settlements within 20 km", settlements,
                 lambda q: {n.place.id: n.metres for n in gazetteer.near(q)},
                 near_peers | by_postgis(lambda p: p.near), _NEAR_M),
        Question("the nearest facility", kinds,
                 lambda q: {n.place.id: n.metres for n in gazetteer.near(q)},
                 near_peers | by_postgis(lambda p: p.near), 200_000),
        Question("areas that hold a point", points,
                 lambda p: {f"{v.entity}@{v.version}": 0.0 for v in ground.extents.containing(*p)},
                 {"Shapely": peers.containing_by_shapely} | by_postgis(lambda p: p.containing)),
        Question("position: areas, borders, routes, nearest", points,
                 lambda p: gazetteer.position(*p, _DAY)),
        Question("metres to the border", points,
                 lambda p: {_BORDER: ground.extents.to_edge(border, *p).metres},
                 {"geopy": peers.to_line_by_geopy(stepped),
                  "Shapely": peers.to_line_by_shapely(border_shape)}
                 | by_postgis(lambda p: p.to_line(f"{_BORDER}@{border.version}"))),
        Question("corridor, real places, with holders", once,
                 lambda _: {p.place.id: p.metres_off for p in gazetteer.along(route).places},
                 {"Shapely": along_by_shapely(line, peers.places)}
                 | by_postgis(lambda p: p.along("places", f"{version.route}@{version.version}")),
                 _CORRIDOR_M),
        Question(f"corridor, {number:,} strewn places", once,
                 lambda _: {o.place.id: o.metres_off for o in line.within(index, _CORRIDOR_M)},
                 {"Shapely": along_by_shapely(line, many)}
                 | by_postgis(lambda p: p.along("strewn", f"{version.route}@{version.version}")),
                 _CORRIDOR_M),
        Question("in the drawing of a district, with holders", once,
                 lambda _: {p.place.id: 0.0 for p in gazetteer.inside(
                     InsideQuery(_DISTRICT, _DAY, kinds=())).places if p.basis != "stated"},
                 {"Shapely": peers.inside_by_shapely(ground.extents.shape(district))}
                 | by_postgis(lambda p: p.inside(
                     f"{_DISTRICT}@{district.version}", peers.standing))),
        Question("in Azerbaijan, with holders", once[:5],
                 lambda _: gazetteer.inside(InsideQuery("p-0195", _DAY))),
        Question("two places: metres only", pairs,
                 lambda pair: {"metres": _metres(*pair)},
                 {"geopy": lambda pair: {"metres": geodesic(
                     (pair[0].lat, pair[0].lon), (pair[1].lat, pair[1].lon)).m}}
                 | by_postgis(lambda p: p.relate), few=frozenset()),
        Question("two places: areas, routes, borders too", pairs,
                 lambda pair: gazetteer.relate(*pair, _DAY)),
        Question("timeline of a town", once, lambda _: gazetteer.timeline(ground.located[0])),
        Question("changes of autumn 2020", once,
                 lambda _: gazetteer.changes(ChangesQuery(date(2020, 9, 1), date(2020, 12, 31)))),
    ]  # fmt: skip


def _metres(first: Place, second: Place) -> float:
    from gazetteer.space.plane import geodesic_metres

    return geodesic_metres(first.lon or 0, first.lat or 0, second.lon or 0, second.lat or 0)


def report(question: Question) -> None:
    inputs = question.inputs
    for one in inputs[:2]:
        question.ours(one)
    wall, cpu = timed(question.ours, inputs)
    print(f"{question.title}: {wall:.2f} ms ({cpu:.2f} ms CPU)")
    for name, peer in question.peers.items():
        asked = inputs[:2] if name in question.few else inputs
        wrong = sum(
            len(differences(question.ours(one), peer(one), question.limit))  # type: ignore[arg-type]
            for one in asked
        )
        theirs, _ = timed(peer, asked)
        same = "the same answers" if not wrong else f"{wrong} DIFFERENT ANSWERS"
        print(f"    {name}: {theirs:.2f} ms, {theirs / wall:.2g} × our time; {same}")


def reached(gazetteer: Gazetteer) -> PostGIS | None:
    try:
        found = PostGIS(gazetteer)
    except Exception as error:  # not installed, not running, or without the extension: all the same
        why = str(error).strip().splitlines()[0] if str(error) else type(error).__name__
        print(f"*** NO POSTGIS, so nothing is held against it: {why}")
        print(f"*** name one with {POSTGIS_VARIABLE}='host=… dbname=… user=…'")
        return None
    print(f"PostGIS {found.version}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--strewn", type=int, default=1_000_000)
    asked = parser.parse_args()
    started = time.perf_counter()
    gazetteer = Gazetteer.open()
    first = gazetteer.ground.located[0]
    gazetteer.position(first.lon or 0, first.lat or 0, _DAY)
    print(f"opened and first position: {(time.perf_counter() - started) * 1000:.0f} ms")
    postgis = reached(gazetteer)
    for question in questions(gazetteer, postgis, asked.rounds, asked.strewn):
        report(question)


if __name__ == "__main__":
    main()
