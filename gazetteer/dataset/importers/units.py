"""The administrative units that contain a point, per perspective, from the areas of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.dataset.package import Package

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_DEGREE_M = 111_000.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit around a point; ``certainty`` falls near its edge, by the tolerance of the area."""

    entity: str
    perspective: str
    certainty: str


class Units:
    """Areas of administrative units that exist today; of countries where no unit contains a point.

    The perspective is the one from which the unit itself is part of something, when it has but one.
    """

    def __init__(self, package: Package) -> None:
        from shapely import STRtree
        from shapely.geometry import shape

        kinds = {row["id"]: row for row in package.rows("places")}
        self._areas: list[tuple[str, bool, float, BaseGeometry]] = []
        for row in package.rows("areas"):
            place = kinds.get(row["entity"])
            geometry = package.geometry.get(row["geometry"])
            if place is None or place["until"] or geometry is None:
                continue
            feature = geometry.features.get(f"{row['entity']}@{row['version']}")
            if feature is not None and place["kind"] in ("admin-unit", "country"):
                if place["type"] == "economic-region":
                    continue
                tolerance = float(row["tolerance_m"]) / _DEGREE_M
                is_country = place["kind"] == "country"
                self._areas.append((row["entity"], is_country, tolerance, shape(feature)))
        self._tree = STRtree([area[3] for area in self._areas])
        self._perspectives = _perspectives(package)

    def around(self, lon: float, lat: float) -> list[Unit]:
        """Return the units that contain a point, smallest first."""
        from shapely import Point

        point = Point(lon, lat)
        hits = sorted(self._tree.query(point, predicate="within"))
        found = sorted((self._areas[hit] for hit in hits), key=lambda area: area[3].area)
        units = [area for area in found if not area[1]]
        return [
            Unit(
                entity,
                self._perspectives.get(entity, ""),
                "probable" if area.boundary.distance(point) > tolerance else "uncertain",
            )
            for entity, _, tolerance, area in (units or found[:1])
        ]


def _perspectives(package: Package) -> dict[str, str]:
    said: dict[str, set[str]] = {}
    for row in package.rows("relations"):
        if row["predicate"] == "part-of":
            said.setdefault(row["subject"], set()).add(row["perspective"])
    return {entity: next(iter(one)) for entity, one in said.items() if len(one) == 1}
