"""How fast the places along a road are found: beside a plain loop of geopy distances, in one run.

    python -m benchmarks.corridor [--places 6000] [--rounds 5]

The Lachin corridor's old road, 2.5 km to each side, among places strewn over the region. The loop
measures each place to each vertex of the densified line with geopy's geodesic, as one would write
it first; it is measured on some places and scaled. CPU time, so that other work counts little.
See README.md for what was measured.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from functools import partial

from geopy.distance import geodesic

from gazetteer.core import Gazetteer
from gazetteer.model import CorridorQuery, Period, Place
from gazetteer.space.corridor import Line
from gazetteer.space.index import PlaceIndex
from gazetteer.space.plane import GEOD

WITHIN_M = 2_500.0
_LOOPED = 30
_STEP_M = 500.0


def strewn(count: int) -> list[Place]:
    chance = random.Random(1)
    return [
        Place(
            f"p-{number:07}",
            "settlement",
            lon=chance.uniform(44.0, 51.0),
            lat=chance.uniform(38.4, 41.9),
        )
        for number in range(count)
    ]


def milliseconds(call: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        call()
        taken.append((time.process_time() - started) * 1000)
    return statistics.median(taken)


def looped(vertices: list[tuple[float, float]], places: list[Place]) -> list[Place]:
    return [
        place
        for place in places
        if min(geodesic((lat, lon), (place.lat, place.lon)).m for lon, lat in vertices) <= WITHIN_M
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--places", type=int, nargs="*", default=[6_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=21)
    asked = parser.parse_args()
    gazetteer = Gazetteer.open()
    query = CorridorQuery("lachin-corridor", at=Period.of("2022-06-01"), within_m=WITHIN_M)
    version = gazetteer.route_version(query)
    line = Line(version)
    gazetteer.along(query)
    whole = milliseconds(lambda: gazetteer.along(query), asked.rounds)
    found = len(gazetteer.along(query).places)
    print(f"real places, with control on the day: {whole:.2f} ms for {found} places")
    print(f"the line made ready: {milliseconds(lambda: Line(version), asked.rounds):.2f} ms")
    vertices = [version.line[0]]
    for start, end in zip(version.line, version.line[1:], strict=False):
        steps = int(GEOD.inv(*start, *end)[2] // _STEP_M)
        vertices += [(p[0], p[1]) for p in GEOD.npts(*start, *end, steps)] if steps else []
        vertices.append(end)
    for count in asked.places:
        places = strewn(count)
        index = PlaceIndex(places)
        ours = milliseconds(partial(line.within, index, WITHIN_M), asked.rounds)
        some = places[:_LOOPED]
        loop = milliseconds(partial(looped, vertices, some), 3) * count / _LOOPED
        print(
            f"{count} places, {len(line.within(index, WITHIN_M))} found: {ours:.2f} ms; "
            f"a loop with geopy {loop / 1000:.1f} s → {loop / ours:,.0f} × as fast"
        )


if __name__ == "__main__":
    main()
