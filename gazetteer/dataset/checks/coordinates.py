"""Points are whole, sourced, in the world, and inside the countries that the place is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem
from gazetteer.dataset.tables import Row

_COUNTRY_BOXES = {
    "AM": (43.4, 38.8, 46.7, 41.4),
    "AZ": (44.7, 38.3, 50.9, 42.0),
    "GE": (39.9, 41.0, 46.8, 43.7),
    "IR": (44.0, 25.0, 63.4, 39.9),
    "TR": (25.6, 35.8, 44.9, 42.2),
}
"""west, south, east, north in degrees, with the claims of each state and some slack."""

_COUNTRY_NAMES = {
    "AM": "Armenia",
    "AZ": "Azerbaijan",
    "GE": "Georgia",
    "IR": "Iran",
    "TR": "Turkey",
}


@dataclass(frozen=True, slots=True)
class _Point:
    lon: float
    lat: float

    def inside(self, box: tuple[float, float, float, float]) -> bool:
        return box[0] <= self.lon <= box[2] and box[1] <= self.lat <= box[3]


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each half, sourceless or misplaced point."""
    table = package.tables["places"]
    countries = _countries(package)
    parents = _parents(package)
    for row in table.rows:
        fault = _form_fault(row)
        if fault:
            yield table.problem(row, "lon", fault)
        point = _point(row)
        if point is None:
            continue
        if not row["coordinate_source"]:
            fault = "is empty although the place has coordinates"
            yield table.problem(row, "coordinate_source", fault)
        fault = _region_fault(point, _codes(row["id"], parents, countries))
        if fault:
            yield table.problem(row, "lon", fault)


def _form_fault(row: Row) -> str:
    if bool(row["lon"]) != bool(row["lat"]):
        return "a point needs both lon and lat"
    if row["lon"] and _point(row) == _Point(0.0, 0.0):
        return "0, 0 is in the Gulf of Guinea; leave both empty when the place is not known"
    return ""


def _point(row: Row) -> _Point | None:
    try:
        return _Point(float(row["lon"]), float(row["lat"]))
    except ValueError:
        return None  # empty, or no number, which the column's own check says


def _region_fault(point: _Point, codes: set[str]) -> str:
    """Tell when none of the countries that a place is part of, per anybody, contains its point."""
    boxes = [_COUNTRY_BOXES[code] for code in codes]
    if not boxes or any(point.inside(box) for box in boxes):
        return ""
    where = " or ".join(_COUNTRY_NAMES[code] for code in sorted(codes))
    swapped = _Point(point.lat, point.lon)
    hint = "; lon and lat look swapped" if any(map(swapped.inside, boxes)) else ""
    return f"{point.lon}, {point.lat} is not in {where}, which the place is part of{hint}"


def _countries(package: Package) -> dict[str, str]:
    return {
        row["entity"]: row["value"]
        for row in package.rows("identifiers")
        if row["scheme"] == "iso3166-1" and row["value"] in _COUNTRY_BOXES
    }


def _parents(package: Package) -> Mapping[str, list[str]]:
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for row in package.rows("relations"):
        if row["predicate"] == "part-of":
            parents[row["subject"]].append(row["object"])
    return parents


def _codes(entity: str, parents: Mapping[str, list[str]], countries: dict[str, str]) -> set[str]:
    """Collect the countries above an entity, per any perspective and at any time."""
    seen, waiting, codes = {entity}, [entity], set()
    while waiting:
        current = waiting.pop()
        if current in countries:
            codes.add(countries[current])
            continue
        fresh = [parent for parent in parents.get(current, ()) if parent not in seen]
        seen.update(fresh)
        waiting += fresh
    return codes
