"""Lines and polygons that a caller gives: read, checked, and refused in plain words.

GeoJSON (RFC 7946: a geometry, a Feature, or a FeatureCollection of one) or an encoded polyline.
Nothing is mended in silence: what is wrong is said, with where and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import polyline
import shapely
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from gazetteer.errors import QueryError
from gazetteer.model import MAX_POSITIONS
from gazetteer.space.edges import straight_metres
from gazetteer.space.plane import geodesic_metres

MAX_LINE_KM = 3_000.0
"""Longest line that is measured along; the region itself is some 500 km across."""

MAX_EDGE_KM = 10_000.0
"""Longest edge of polygons that places are measured to, all rings together."""

REGION = (42.8, 37.5, 52.0, 42.7)
"""West, south, east, north of what the gazetteer is about; apart from its own mirror image, so
that a point whose axes are swapped can be told."""

_LARGEST = 1e6
"""Far beyond any degrees: what is larger is no slip that can be told from noise."""

_LONGEST_PAIR = 12
"""Characters of an encoded polyline that a step of 360 degrees in both directions takes."""

_ENDLESS = re.compile("[_-~]{6}")
"""Six characters that say that the number goes on, when six are enough for all of it."""

_LINES, _POLYGONS = ("LineString", "MultiLineString"), ("Polygon", "MultiPolygon")
_DEPTH = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}

Given = shapely.LineString | shapely.Polygon | shapely.MultiPolygon
Position = tuple[float, float]


def axes_hint(positions: Sequence[Position]) -> str:
    """Return a hint when the positions make sense only with their axes swapped, else ``""``.

    >>> axes_hint([(39.8, 46.7)])
    'lon 39.8, lat 46.7 is outside the region, lon 46.7, lat 39.8 inside: are the axes swapped?'
    """
    swapped = all(_in_region(lat, lon) and not _in_region(lon, lat) for lon, lat in positions)
    if not swapped or not positions:
        return ""
    lon, lat = positions[0]
    return (
        f"lon {lon:g}, lat {lat:g} is outside the region, lon {lat:g}, lat {lon:g} inside: "
        "are the axes swapped?"
    )


def read_geometry(value: Any) -> Given:
    """Read GeoJSON, or an encoded polyline as ``{"polyline": text, "precision": 5}``."""
    if isinstance(value, dict) and "polyline" in value and "type" not in value:
        text, precision = value["polyline"], value.get("precision", 5)
        if not isinstance(text, str):
            raise QueryError("polyline", "is no text; give an encoded polyline")
        return from_polyline(text, precision)
    return from_geojson(value)


def from_geojson(value: Any, parameter: str = "geometry") -> Given:
    """Read GeoJSON as one line or as polygons, in degrees (lon, lat).

    A MultiLineString must join into one line. Raises QueryError.

    >>> from_geojson({"type": "LineString", "coordinates": [[46.1, 39.5], [46.7, 39.8]]}).length > 0
    True
    """
    geometry = _geometry(value, parameter)
    kind = geometry.get("type")
    if not isinstance(kind, str) or kind not in _DEPTH:
        also = "; of a point ask what is near it" if kind == "Point" else ""
        accepted = ", ".join(_DEPTH)
        raise QueryError(parameter, f"is of type {_shown(kind)}, not {accepted}{also}")
    coordinates = geometry.get("coordinates")
    positions = list(_positions(coordinates, _DEPTH[kind], parameter))
    _check_positions(positions, parameter)
    if kind in _POLYGONS:
        _check_rings(coordinates if kind == "MultiPolygon" else [coordinates], parameter)
    else:
        _check_lines(coordinates if kind == "MultiLineString" else [coordinates], parameter)
    read = shape({"type": kind, "coordinates": _flat(coordinates, _DEPTH[kind])})
    if kind in _LINES:
        return _one_line(read, parameter)
    if not read.is_valid:
        raise QueryError(
            parameter,
            f"is not valid: {explain_validity(read)}; a ring may not cross or touch itself",
        )
    assert isinstance(read, Polygon | MultiPolygon)  # the only kinds left
    _check_edge(read, parameter)
    return read


def from_polyline(text: str, precision: int = 5, parameter: str = "polyline") -> Given:
    """Read an encoded polyline (lat, lon inside, as routing services write it). Raises QueryError.

    >>> from_polyline("_qmpF_cuzG_yFotL").wkt
    'LINESTRING (46.48 39.56, 46.55 39.6)'
    """
    if precision not in (5, 6):
        raise QueryError("precision", f"is {_shown(precision)}; encoded polylines have 5 or 6")
    _check_count(len(text) // _LONGEST_PAIR, parameter)
    if any(not "?" <= character <= "~" for character in text):
        raise QueryError(parameter, "is no encoded polyline: its characters are '?' to '~'")
    if _ENDLESS.search(text):
        raise QueryError(parameter, "is no encoded polyline: it has a number beyond all degrees")
    try:
        positions = polyline.decode(text, precision, geojson=True)
    except (IndexError, ValueError) as error:
        raise QueryError(
            parameter,
            "is no encoded polyline: it ends within a number; give all of it, URL-encoded",
        ) from error
    found = [(float(lon), float(lat)) for lon, lat in positions]
    _check_positions(found, parameter)
    return _one_line(shapely.LineString(found) if len(found) > 1 else None, parameter)


def _geometry(value: Any, parameter: str) -> dict[str, Any]:
    if _type_of(value, parameter) == "FeatureCollection":
        features = value.get("features")
        if not isinstance(features, list) or len(features) != 1:
            count = len(features) if isinstance(features, list) else "no"
            raise QueryError(parameter, f"has {count} features; give exactly one")
        value = features[0]
    if _type_of(value, parameter) == "Feature":
        value = value.get("geometry")
    if not isinstance(value, dict):
        raise QueryError(parameter, "has no geometry; give coordinates")
    return value


def _type_of(value: Any, parameter: str) -> Any:
    if not isinstance(value, dict):
        raise QueryError(parameter, "is no GeoJSON object; give a geometry or a Feature")
    return value.get("type")


def _positions(coordinates: Any, depth: int, parameter: str) -> Sequence[Position]:
    """Flatten nested coordinates. Raises QueryError where the nesting or a number is wrong."""
    if not isinstance(coordinates, list) or not coordinates:
        raise QueryError(parameter, "is empty; give coordinates")
    found: list[Position] = []
    if depth > 1:
        for part in coordinates:
            found += _positions(part, depth - 1, parameter)
            _check_count(len(found), parameter)
        return found
    _check_count(len(coordinates), parameter)
    for position in coordinates:
        if not isinstance(position, list) or not 2 <= len(position) <= 4:
            raise QueryError(parameter, f"has {_shown(position)} for a position; write [lon, lat]")
        if not all(_is_number(number) for number in position):
            faulty = next(number for number in position if not _is_number(number))
            raise QueryError(parameter, f"has {_shown(faulty)} in a position, which is no number")
        found.append((float(position[0]), float(position[1])))
    return found


def _is_number(value: Any) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and abs(value) <= _LARGEST  # no NaN, no infinity, nothing beyond a float


def _shown(value: Any) -> str:
    """Say what was given: short, whatever its size and however deep it is nested."""
    if isinstance(value, list | dict):
        return f"a list of {len(value)}" if isinstance(value, list) else "an object"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _LARGEST:
        return "a very large number"
    return repr(value)[:60]


def _check_count(count: int, parameter: str) -> None:
    if count > MAX_POSITIONS:
        raise QueryError(
            parameter, f"has more than {MAX_POSITIONS} positions; simplify it or ask in parts"
        )


def _check_positions(positions: Sequence[Position], parameter: str) -> None:
    _check_count(len(positions), parameter)
    if not positions:
        raise QueryError(parameter, "is empty; give coordinates")
    for lon, lat in positions:
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise QueryError(
                parameter,
                f"has lon {lon:g}, lat {lat:g}; lon is -180 to 180, lat -90 to 90, lon comes first",
            )


def _in_region(lon: float, lat: float) -> bool:
    west, south, east, north = REGION
    return west <= lon <= east and south <= lat <= north


def _check_rings(polygons: Any, parameter: str) -> None:
    """Refuse rings that are not closed or too short: shapely would close them in silence."""
    for ring in (ring for polygon in polygons for ring in polygon):
        if len(ring) < 4:
            raise QueryError(
                parameter, f"has a ring of {len(ring)} positions; a ring has 4 or more"
            )
        if ring[0] != ring[-1]:
            raise QueryError(parameter, "has a ring that is not closed; repeat its first position")


def _check_edge(read: Polygon | MultiPolygon, parameter: str) -> None:
    rings = shapely.get_rings(shapely.get_parts(read))
    metres = sum(straight_metres(shapely.get_coordinates(ring)).sum() for ring in rings)
    if metres > MAX_EDGE_KM * 1000:
        raise QueryError(
            parameter,
            f"has an edge of {metres / 1000:.0f} km; at most {MAX_EDGE_KM:.0f} km are measured",
        )


def _check_lines(lines: Any, parameter: str) -> None:
    if any(len(line) < 2 for line in lines):
        raise QueryError(parameter, "needs two different positions at least")


def _flat(coordinates: Any, depth: int) -> Any:
    """Leave out heights."""
    if depth > 1:
        return [_flat(part, depth - 1) for part in coordinates]
    return [position[:2] for position in coordinates]


def _joined(parts: shapely.MultiLineString) -> BaseGeometry:
    """Join parts as they come when each begins where the one before ends, else as they fit."""
    ends = [(part.coords[0][:2], part.coords[-1][:2]) for part in parts.geoms]
    if all(before[1] == after[0] for before, after in pairwise(ends)):
        rest = [position[:2] for part in parts.geoms for position in part.coords[1:]]
        return shapely.LineString([ends[0][0], *rest])
    return shapely.line_merge(parts)


def _one_line(line: BaseGeometry | None, parameter: str) -> shapely.LineString:
    if isinstance(line, shapely.MultiLineString):
        line = _joined(line)
        if isinstance(line, shapely.MultiLineString):
            count = len(line.geoms)
            raise QueryError(
                parameter, f"has {count} parts that do not join into one line; ask for each"
            )
    if not isinstance(line, shapely.LineString) or line.length == 0:
        raise QueryError(parameter, "needs two different positions at least")
    if any(abs(after[0] - before[0]) > 180 for before, after in pairwise(line.coords)):
        raise QueryError(parameter, "crosses the antimeridian; cut it there, as RFC 7946 asks")
    metres = sum(
        geodesic_metres(*before[:2], *after[:2]) for before, after in pairwise(line.coords)
    )
    if metres > MAX_LINE_KM * 1000:
        raise QueryError(
            parameter, f"is {metres / 1000:.0f} km long; at most {MAX_LINE_KM:.0f} km are measured"
        )
    return line
