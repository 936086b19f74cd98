"""The peers of ``benchmarks.space``: geopy, Shapely and PostGIS, asked the same questions."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import shapely
from geopy.distance import geodesic

from gazetteer.core import Gazetteer
from gazetteer.model import NearQuery, Period, Place
from gazetteer.space.corridor import Line
from gazetteer.space.plane import Plane

POSTGIS_VARIABLE = "GAZETTEER_BENCH_POSTGIS"
_DATABASE = "dbname=gazetteer_bench connect_timeout=3"

DAY = Period.of("2022-06-01")
BORDER, CORRIDOR_M = "p-0170", 2_500.0
_STEP_DEGREES = 0.01

Answer = dict[str, float]
"""Ids with metres, 0 where none are asked for."""
Input = Any


class Peers:
    """The same places, areas and lines as ours, for geopy and for Shapely without an index."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._ground = gazetteer.ground
        self.standing = {
            p.id for p in gazetteer.ground.located if p.span.touches(DAY) and p.kind == "settlement"
        }
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
        return lambda point: {BORDER: min(geodesic(point[::-1], (lat, lon)).m for lon, lat in line)}

    def to_line_by_shapely(self, shape: Any) -> Callable[[tuple[float, float]], Answer]:
        def measure(point: tuple[float, float]) -> Answer:
            line = shapely.transform(shape, Plane(*point).to_metres)
            return {BORDER: float(shapely.distance(line, shapely.Point(0, 0)))}

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
            places[n].id: float(metres[n]) for n in np.flatnonzero(metres <= CORRIDOR_M).tolist()
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
        return lambda _: dict(self._rows(sql, route, CORRIDOR_M))

    def to_line(self, area: str) -> Callable[[tuple[float, float]], Answer]:
        sql = (
            "SELECT ST_Distance(geog, ST_SetSRID(ST_MakePoint(%s, %s), 4326)::geography) "
            "FROM areas WHERE id = %s"
        )
        return lambda point: {BORDER: self._rows(sql, *point, area)[0][0]}

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
