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
the same ids, metres to a thousandth. CPU time, so that other work counts little; PostGIS works in
another process, so its wall-clock time stands beside ours. See README.md for what was measured.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import shapely
from geopy.distance import geodesic

from benchmarks.corridor import strewn
from benchmarks.space_peers import (
    BORDER,
    CORRIDOR_M,
    DAY,
    POSTGIS_VARIABLE,
    Answer,
    Input,
    Peers,
    PostGIS,
    along_by_shapely,
)
from gazetteer.core import Gazetteer
from gazetteer.model import (
    ChangesQuery,
    CorridorQuery,
    InsideQuery,
    NearQuery,
    Place,
)
from gazetteer.space.corridor import Line
from gazetteer.space.index import PlaceIndex

_DISTRICT, _ROUTE = "p-0305", "lachin-corridor"
_EXACT = 1e-3


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


# --- the questions --------------------------------------------------------------------------------


class Asking:
    """The questions, over points strewn around real places."""

    def __init__(self, gazetteer: Gazetteer, postgis: PostGIS | None, rounds: int) -> None:
        chance, self._ground = random.Random(1), gazetteer.ground
        self._gazetteer, self._postgis, self._peers = gazetteer, postgis, Peers(gazetteer)
        chosen = chance.sample(self._ground.located, 2 * rounds)
        self._pairs = list(zip(chosen[:rounds], chosen[rounds:], strict=True))
        self._points = [
            ((p.lon or 0) + chance.uniform(-0.1, 0.1), (p.lat or 0) + chance.uniform(-0.1, 0.1))
            for p in chosen[:rounds]
            if 44 < (p.lon or 0) < 50
        ]
        self._once = [None] * rounds

    def _by_postgis(
        self, make: Callable[[PostGIS], Callable[[Input], Answer]]
    ) -> dict[str, Callable[[Input], Answer]]:
        return {"PostGIS": make(self._postgis)} if self._postgis is not None else {}

    def of_nearness(self) -> Iterator[Question]:
        def near(query: NearQuery) -> Answer:
            return {found.place.id: found.metres for found in self._gazetteer.near(query)}

        peers = {"geopy": self._peers.near_by_geopy, "Shapely": self._peers.near_by_shapely}
        for title, within, kind, limit in (
            ("10 settlements within 20 km", 20_000.0, "settlement", 10),
            ("the nearest facility", 200_000.0, "facility", 1),
        ):
            queries = [NearQuery(*p, within, (kind,), DAY, limit) for p in self._points]
            all_peers = peers | self._by_postgis(lambda postgis: postgis.near)
            yield Question(title, queries, near, all_peers, within)

    def of_points(self) -> Iterator[Question]:
        extents, peers = self._ground.extents, self._peers
        yield Question(
            "areas that hold a point",
            self._points,
            lambda p: {f"{v.entity}@{v.version}": 0.0 for v in extents.containing(*p)},
            {"Shapely": peers.containing_by_shapely} | self._by_postgis(lambda p: p.containing),
        )
        yield Question(
            "position: areas, borders, routes, nearest",
            self._points,
            lambda p: self._gazetteer.position(*p, DAY),
        )
        (border,) = self._gazetteer.store.areas(BORDER)
        shape = extents.shape(border)
        stepped = shapely.get_coordinates(shapely.segmentize(shape, 0.005))
        yield Question(
            "metres to the border",
            self._points,
            lambda p: {BORDER: extents.to_edge(border, *p).metres},
            {
                "geopy": peers.to_line_by_geopy(stepped),
                "Shapely": peers.to_line_by_shapely(shape),
                **self._by_postgis(lambda p: p.to_line(f"{BORDER}@{border.version}")),
            },
        )

    def of_corridors(self, number: int) -> Iterator[Question]:
        route = CorridorQuery(_ROUTE, DAY, within_m=CORRIDOR_M, kinds=())
        version = self._gazetteer.route_version(route)
        line, course = Line(version), f"{version.route}@{version.version}"
        yield Question(
            "corridor, real places, with holders",
            self._once,
            lambda _: {p.place.id: p.metres_off for p in self._gazetteer.along(route).places},
            {
                "Shapely": along_by_shapely(line, self._peers.places),
                **self._by_postgis(lambda p: p.along("places", course)),
            },
            CORRIDOR_M,
        )
        for count in (6_000, number):
            many = strewn(count)
            index = PlaceIndex(many)
            if self._postgis is not None:
                self._postgis.load_places(f"strewn_{count}", many)
            yield Question(
                f"corridor, {count:,} strewn places",
                self._once[:7],
                lambda _, index=index: {
                    off.place.id: off.metres_off for off in line.within(index, CORRIDOR_M)
                },
                {
                    "Shapely": along_by_shapely(line, many),
                    **self._by_postgis(lambda p, n=count: p.along(f"strewn_{n}", course)),
                },
                CORRIDOR_M,
            )

    def of_areas(self) -> Iterator[Question]:
        areas = self._gazetteer.store.areas(_DISTRICT)
        (district,) = [version for version in areas if version.span.touches(DAY)]
        drawn = f"{_DISTRICT}@{district.version}"
        query = InsideQuery(_DISTRICT, DAY)
        yield Question(
            "in the drawing of a district, with holders",
            self._once,
            lambda _: {
                found.place.id: 0.0
                for found in self._gazetteer.inside(query).places
                if found.basis != "stated"
            },
            {
                "Shapely": self._peers.inside_by_shapely(self._ground.extents.shape(district)),
                **self._by_postgis(lambda p: p.inside(drawn, self._peers.standing)),
            },
        )
        whole = InsideQuery("p-0195", DAY)
        yield Question(
            "5,000 settlements of Azerbaijan, with holders",
            self._once[:7],
            lambda _: self._gazetteer.inside(whole),
        )

    def of_pairs(self) -> Iterator[Question]:
        def by_geopy(pair: tuple[Place, Place]) -> Answer:
            ends = [(place.lat, place.lon) for place in pair]
            return {"metres": float(geodesic(*ends).m)}

        yield Question(
            "two places: metres only",
            self._pairs,
            lambda pair: {"metres": _metres(*pair)},
            {"geopy": by_geopy, **self._by_postgis(lambda p: p.relate)},
            few=frozenset(),
        )
        yield Question(
            "two places: areas, routes, borders too",
            self._pairs,
            lambda pair: self._gazetteer.relate(*pair, DAY),
        )

    def of_time(self) -> Iterator[Question]:
        town = self._gazetteer.get("p-0001")
        autumn = ChangesQuery(date(2020, 9, 1), date(2020, 12, 31))
        yield Question("timeline of a town", self._once, lambda _: self._gazetteer.timeline(town))
        yield Question(
            "changes of autumn 2020", self._once, lambda _: self._gazetteer.changes(autumn)
        )


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
        their_wall, their_cpu = timed(peer, asked)
        theirs, own = (their_wall, wall) if name == "PostGIS" else (their_cpu, cpu)
        same = "the same answers" if not wrong else f"{wrong} DIFFERENT ANSWERS"
        print(f"    {name}: {theirs:.2f} ms, {theirs / own:.2g} × our time; {same}")


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
    gazetteer.position(first.lon or 0, first.lat or 0, DAY)
    print(f"opened and first position: {(time.perf_counter() - started) * 1000:.0f} ms")
    postgis = reached(gazetteer)
    asking = Asking(gazetteer, postgis, asked.rounds)
    for questions in (
        asking.of_nearness(),
        asking.of_points(),
        asking.of_corridors(asked.strewn),
        asking.of_areas(),
        asking.of_pairs(),
        asking.of_time(),
    ):
        for question in questions:
            report(question)


if __name__ == "__main__":
    main()
