"""Every line and extent that the tables name exists, is sound, and lies in the world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from gazetteer.dataset.geometry import FOLDER, GeometryFile
from gazetteer.dataset.package import Package, certain_days
from gazetteer.dataset.problems import WARNING, Problem
from gazetteer.dataset.tables import Row, Table

_AREA_TYPES = ("Polygon", "MultiPolygon", "LineString", "MultiLineString")


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
    return ""


def _route_problems(package: Package, table: Table) -> Iterator[Problem]:
    """Yield faults of the routes themselves: of another kind, or in two versions at one time."""
    versions: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        entity = package.entities.get(row["route"])
        if entity is not None and entity["kind"] != "route":
            fault = f"{row['route']} is of kind {entity['kind']}, not route"
            yield table.problem(row, "route", fault)
        versions[row["route"]].append(row)
    for rows in versions.values():
        dated = [(days, row) for row in rows if (days := certain_days(row)) is not None]
        for place, (days, row) in enumerate(dated):
            for other_days, other in dated[:place]:
                if days[0] <= other_days[1] and other_days[0] <= days[1]:
                    fault = f"overlaps version {other['version']} (line {other.line}) in time"
                    yield table.problem(row, "since", fault, WARNING)
