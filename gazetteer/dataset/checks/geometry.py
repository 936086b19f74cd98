"""Every line and extent that is named exists, is sound by RFC 7946, and lies in the world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from gazetteer.dataset.geometry import FOLDER, GeometryFile
from gazetteer.dataset.package import Package, certain_days
from gazetteer.dataset.problems import WARNING, Problem
from gazetteer.dataset.tables import Row, Table

_AREA_TYPES = ("Polygon", "MultiPolygon", "LineString", "MultiLineString")
_DEPTHS = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_LON_LAT = 2


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each missing, broken, unused or misplaced geometry."""
    for file in package.geometry.values():
        yield from file.problems
    used: set[tuple[str, str]] = set()
    for name, owner in (("routes", "route"), ("areas", "entity")):
        table = package.tables[name]
        for row in table.rows:
            identity = f"{row[owner]}@{row['version']}"
            used.add((row["geometry"], identity))
            fault = _fault(package.geometry, row["geometry"], identity, name)
            if fault:
                yield table.problem(row, "geometry", fault)
    for file in package.geometry.values():
        for identity in file.features:
            if (file.name, identity) not in used:
                fault = f"{identity} is used by no row of routes.csv or areas.csv"
                yield Problem(f"{FOLDER}/{file.name}", 0, "", fault, WARNING)
    yield from _route_problems(package, package.tables["routes"])
    yield from _version_problems(package.tables["routes"], "route")
    yield from _version_problems(package.tables["areas"], "entity", "perspective")


def _fault(files: Mapping[str, GeometryFile], name: str, identity: str, table: str) -> str:
    file = files.get(name)
    if file is None:
        return f"there is no {FOLDER}/{name}"
    geometry = file.features.get(identity)
    if geometry is None:
        return f"{FOLDER}/{name} has no feature {identity}"
    allowed = ("LineString",) if table == "routes" else _AREA_TYPES
    if geometry["type"] not in allowed:
        return f"{identity} is a {geometry['type']}; it must be a {' or '.join(allowed)}"
    return _shape_fault(identity, geometry)


def _shape_fault(identity: str, geometry: dict[str, Any]) -> str:
    import shapely
    from shapely.geometry import shape

    if not _are_positions(geometry.get("coordinates"), _DEPTHS[geometry["type"]]):
        return f"{identity} has coordinates that make no {geometry['type']}"
    try:
        drawn = shape(geometry)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.GEOSException):
        return f"{identity} has coordinates that make no {geometry['type']}"
    if drawn.is_empty:
        return f"{identity} is empty"
    west, south, east, north = drawn.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        return f"{identity} leaves the world: {west}, {south}, {east}, {north}"
    if "Line" in geometry["type"] and drawn.length == 0:
        return f"{identity} needs two different points at least"
    if not drawn.is_valid:
        return f"{identity} is not valid: {shapely.is_valid_reason(drawn)}"
    return _ring_fault(identity, geometry) if "Polygon" in geometry["type"] else ""


def _are_positions(coordinates: Any, depth: int) -> bool:
    """Tell whether arrays nest as deep as they should and end in positions of two numbers.

    RFC 7946 allows a height; a drawing here has none, and whatever draws it need not expect one.
    """
    if not isinstance(coordinates, list):
        return False
    if depth:
        return all(_are_positions(part, depth - 1) for part in coordinates)
    return len(coordinates) == _LON_LAT and all(
        isinstance(number, int | float) and not isinstance(number, bool) for number in coordinates
    )


def _ring_fault(identity: str, geometry: dict[str, Any]) -> str:
    """Say which ring is open, or wound against the right-hand rule of RFC 7946."""
    is_one = geometry["type"] == "Polygon"
    for place, polygon in enumerate(
        [geometry["coordinates"]] if is_one else geometry["coordinates"], start=1
    ):
        named = identity if is_one else f"polygon {place} of {identity}"
        for number, ring in enumerate(polygon):
            if ring[0] != ring[-1]:
                return f"ring {number + 1} of {named} does not end where it begins"
            if (_signed_area(ring) > 0) != (number == 0):
                turn = "counter-clockwise" if number == 0 else "clockwise"
                kind = "the outer ring" if number == 0 else f"hole {number}"
                return f"{kind} of {named} must run {turn} (RFC 7946); reverse it"
    return ""


def _signed_area(ring: list[list[float]]) -> float:
    """Return twice the area inside a ring: positive when it runs counter-clockwise."""
    west, south = ring[0]
    return sum(
        (lon - west) * (next_lat - south) - (next_lon - west) * (lat - south)
        for (lon, lat), (next_lon, next_lat) in pairwise(ring)
    )


def _route_problems(package: Package, table: Table) -> Iterator[Problem]:
    """Yield a problem for each line of something that is no route."""
    for row in table.rows:
        entity = package.entities.get(row["route"])
        if entity is not None and entity["kind"] != "route":
            fault = f"{row['route']} is of kind {entity['kind']}, not route"
            yield table.problem(row, "route", fault)


def _version_problems(table: Table, *owner: str) -> Iterator[Problem]:
    """Yield a problem for each version that surely holds on a day of another of the same owner."""
    versions: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in table.rows:
        versions[tuple(row[column] for column in owner)].append(row)
    for rows in versions.values():
        dated = [(days, row) for row in rows if (days := certain_days(row)) is not None]
        for place, (days, row) in enumerate(dated):
            for other_days, other in dated[:place]:
                if days[0] <= other_days[1] and other_days[0] <= days[1]:
                    fault = f"overlaps version {other['version']} (line {other.line}) in time"
                    yield table.problem(row, "since", fault, WARNING)
