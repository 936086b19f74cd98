"""A plane in metres around a line or a place, and back.

Azimuthal equidistant about the middle of what is measured: within 150 km of it, distances near
the middle are off by less than 1 in 10,000. The plane only finds and orders; every number that
is reported is worked out on the ellipsoid.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Geod, Transformer

GEOD = Geod(ellps="WGS84")

Coordinates = npt.NDArray[np.float64]
"""An array of shape (n, 2): lon, lat in degrees, or x, y in metres."""


class Plane:
    """Metres around (``lon``, ``lat``)."""

    def __init__(self, lon: float, lat: float) -> None:
        definition = f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m"
        self._to_metres = Transformer.from_crs("OGC:CRS84", definition, always_xy=True)

    @classmethod
    def around(cls, line: Sequence[tuple[float, float]]) -> Plane:
        """Return the plane about the middle of a line's bounding box (lon, lat in degrees)."""
        lons, lats = [p[0] for p in line], [p[1] for p in line]
        return cls((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)

    def to_metres(self, degrees: Coordinates) -> Coordinates:
        """Project points of shape (n, 2) from degrees to metres."""
        x, y = self._to_metres.transform(degrees[:, 0], degrees[:, 1])
        return np.column_stack([x, y])

    def to_degrees(self, metres: Coordinates) -> Coordinates:
        """Project points of shape (n, 2) from metres back to degrees."""
        lon, lat = self._to_metres.transform(metres[:, 0], metres[:, 1], direction="INVERSE")
        return np.column_stack([lon, lat])

    def line(self, degrees: Sequence[tuple[float, float]]) -> shapely.LineString:
        """Project a line."""
        return shapely.LineString(self.to_metres(np.asarray(degrees, dtype=np.float64)))


def geodesic_metres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the geodesic distance in metres on WGS 84.

    >>> round(geodesic_metres(46.7528, 39.8177, 46.7499, 39.7601))
    6400
    """
    return float(GEOD.inv(lon, lat, other_lon, other_lat)[2])
