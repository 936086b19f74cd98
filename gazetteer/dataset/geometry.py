"""The GeoJSON files beside the tables: features by id, as the tables refer to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from gazetteer.dataset.problems import Problem

FOLDER = "geometry"


@dataclass(frozen=True, slots=True)
class GeometryFile:
    """One file of ``geometry/``: its geometries by feature id, and what could not be read."""

    name: str
    features: Mapping[str, dict[str, Any]]
    problems: tuple[Problem, ...] = field(default=())


def read_geometry(folder: Path) -> dict[str, GeometryFile]:
    """Read every ``geometry/*.geojson`` of a package, by file name."""
    paths = sorted((folder / FOLDER).glob("*.geojson"))
    return {path.name: _read_file(path) for path in paths}


def _read_file(path: Path) -> GeometryFile:
    file = f"{FOLDER}/{path.name}"
    try:
        collection = orjson.loads(path.read_bytes())
    except ValueError as error:
        return GeometryFile(path.name, {}, (Problem(file, 0, "", f"is not JSON: {error}"),))
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        fault = "is not a GeoJSON FeatureCollection"
        return GeometryFile(path.name, {}, (Problem(file, 0, "", fault),))
    features: dict[str, dict[str, Any]] = {}
    problems = []
    if "crs" in collection:
        fault = "has a member crs, which RFC 7946 took away: all coordinates are WGS 84"
        problems.append(Problem(file, 0, "", fault))
    for place, feature in enumerate(collection.get("features") or [], start=1):
        fault = _feature_fault(feature, features)
        if fault:
            problems.append(Problem(file, 0, f"feature {place}", fault))
        else:
            features[feature["id"]] = feature["geometry"]
    return GeometryFile(path.name, features, tuple(problems))


def _feature_fault(feature: Any, seen: Mapping[str, object]) -> str:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return "is not a GeoJSON Feature"
    identity = feature.get("id")
    if not isinstance(identity, str) or "@" not in identity:
        return 'has no "id" of the form <entity>@<version>'
    if identity in seen:
        return f"has the id {identity} of another feature of the file"
    geometry = feature.get("geometry")
    if not isinstance(geometry, dict) or "type" not in geometry:
        return f"{identity} has no geometry"
    return ""


def geometry_text(geometry: Mapping[str, Any]) -> str:
    """Write a GeoJSON geometry compactly: its type and coordinates, nothing else."""
    kept = {"type": geometry["type"], "coordinates": geometry["coordinates"]}
    return orjson.dumps(kept).decode()
