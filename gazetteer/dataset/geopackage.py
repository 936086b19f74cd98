"""Writing the artefact: a GeoPackage whose bytes depend on its content alone.

The file is built in memory in a fixed order and vacuumed out in one go, with a fixed page size and
no time of day in it. The digest in its ``meta`` table is the SHA-256 of the file as it was with a
digest of zeros, so that anybody who has the file can check it (``Store.verify``).
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import struct
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from gazetteer.artefact_file import NO_DIGEST
from gazetteer.dataset import layout

WGS84 = 4326
_APPLICATION_ID = 0x47504B47  # "GPKG"
_USER_VERSION = 10300  # GeoPackage 1.3
_PAGE_SIZE = 4096
_WGS84_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AUTHORITY["EPSG","4326"]]'
)
_REFERENCE_SYSTEMS = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic"),
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, _WGS84_WKT, "longitude, latitude in degrees"),
)

Bounds = tuple[float, float, float, float]


class GeoPackageWriter:
    """An artefact in the making. Insert everything, then ``save`` once."""

    def __init__(self, last_change: str) -> None:
        # the standard wants fractions of a second (requirement 15)
        self._last_change = last_change if "." in last_change else f"{last_change[:-1]}.000Z"
        self._database = sqlite3.connect(":memory:", isolation_level=None)
        self._database.executescript(
            f"PRAGMA page_size={_PAGE_SIZE}; PRAGMA encoding='UTF-8';"
            f"PRAGMA application_id={_APPLICATION_ID}; PRAGMA user_version={_USER_VERSION};"
            + layout.GEOPACKAGE
            + layout.LAYERS
            + layout.STATEMENTS
            + layout.INDEXES
        )
        self.insert("gpkg_spatial_ref_sys", _REFERENCE_SYSTEMS)
        self._database.execute("BEGIN")

    def insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Insert whole rows, in the order given, which is to be a sorted one."""
        first, *_ = listed = [tuple(row) for row in rows] or [()]
        if first:
            marks = ",".join("?" * len(first))
            self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", listed)

    def register_layer(self, table: str, geometry_type: str, bounds: Bounds | None) -> None:
        """Declare a feature table with a column ``geom`` in WGS 84."""
        box = bounds or (None, None, None, None)
        self._register(table, "features", table, box, WGS84)
        column = (table, "geom", geometry_type, WGS84, 0, 0)
        self.insert("gpkg_geometry_columns", [column])

    def register_attributes(self, table: str, description: str) -> None:
        """Declare a table without geometry, so that GIS programs list it."""
        self._register(table, "attributes", description, (None,) * 4, 0)

    def _register(
        self, table: str, kind: str, description: str, box: Sequence[float | None], system: int
    ) -> None:
        row = (table, kind, table, description, self._last_change, *box, system)
        self.insert("gpkg_contents", [row])

    def save(self, target: Path) -> str:
        """Write the file, put its digest in, and return the digest (64 hexadecimal digits).

        ``target`` is there whole or not at all: it comes by a rename from a neighbour.
        """
        self._database.execute("COMMIT")
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
        draft.unlink(missing_ok=True)
        try:
            with closing(self._database):
                self._database.execute("VACUUM INTO ?", (str(draft),))
            digest = _put_digest(draft)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        return digest


def _put_digest(path: Path) -> str:
    content = path.read_bytes()
    place = content.find(NO_DIGEST.encode())
    if place < 0 or content.find(NO_DIGEST.encode(), place + 1) >= 0:
        raise RuntimeError("the artefact must hold one empty digest, in its table meta")
    digest = hashlib.sha256(content).hexdigest()
    with path.open("r+b") as file:
        file.seek(place)
        file.write(digest.encode())
    return digest


def point_blob(lon: float, lat: float) -> bytes:
    """Encode a point as GeoPackage binary: header without envelope, then little-endian WKB."""
    return _header(None) + struct.pack("<BIdd", 1, 1, lon, lat)


def geometry_blob(wkb: bytes, bounds: Bounds) -> bytes:
    """Encode little-endian WKB as GeoPackage binary with its envelope: west, south, east, north."""
    return _header(bounds) + wkb


def _header(bounds: Bounds | None) -> bytes:
    flags = 0b0001 if bounds is None else 0b0011  # little-endian; envelope of x and y
    head = struct.pack("<2sBBi", b"GP", 0, flags, WGS84)
    if bounds is None:
        return head
    west, south, east, north = bounds
    return head + struct.pack("<4d", west, east, south, north)
