"""Small files of other catalogues, for the tests of importing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gazetteer.dataset.importers import importers
from gazetteer.dataset.importers.records import ImportedPlace, ReadOptions, Unusable

_DUMP = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class",
    "feature_code", "country_code", "cc2", "admin1", "admin2", "admin3", "admin4", "population",
    "elevation", "dem", "timezone", "modification_date",
)  # fmt: skip
_VILLAGE = {
    "geonameid": "147001", "name": "Sus", "latitude": "39.6254", "longitude": "46.5144",
    "feature_class": "P", "feature_code": "PPL", "country_code": "AZ", "population": "0",
}  # fmt: skip


def a_dump_line(**cells: object) -> str:
    """One line of a GeoNames dump: a village of Azerbaijan, but for what is given."""
    filled = _VILLAGE | {column: str(cell) for column, cell in cells.items()}
    return "\t".join(filled.get(column, "") for column in _DUMP) + "\n"


def a_tagged_line(place: int, lang: str, text: str, *flags: str) -> str:
    """One line of GeoNames' alternate names; flags: preferred, short, colloquial, historic."""
    return "\t".join(("1", str(place), lang, text, *flags)) + "\n"


def a_wof_record(identity: object = 1, **properties: Any) -> dict[str, Any]:
    """A locality of Azerbaijan as Who's On First has it; ``__`` in a key stands for a colon."""
    given = {key.replace("__", ":"): cell for key, cell in properties.items()}
    defaults = {
        "wof:id": identity, "wof:name": "Sus", "wof:placetype": "locality", "wof:country": "AZ",
        "geom:longitude": 46.5144, "geom:latitude": 39.6254, "wof:superseded_by": [],
    }  # fmt: skip
    return {"type": "Feature", "properties": {**defaults, **given}, "geometry": None}


def a_distribution(path: Path, *bodies: str | bytes) -> Path:
    """Write a SQLite distribution of Who's On First records."""
    database = sqlite3.connect(path)
    with database:
        database.execute("CREATE TABLE geojson (id INTEGER, body TEXT)")
        database.executemany("INSERT INTO geojson VALUES (?, ?)", enumerate(bodies, start=1))
    database.close()
    return path


def a_linked_place(identity: str = "http://example.org/1", **fields: Any) -> dict[str, Any]:
    """A village as the Linked Places Format has it."""
    return {
        "@id": identity,
        "type": "Feature",
        "properties": {"title": "Sus", "ccodes": ["AZ"], "fclasses": ["P"]},
        "names": [{"toponym": "Sus", "lang": "az"}],
        "geometry": {"type": "Point", "coordinates": [46.5144, 39.6254]},
        **fields,
    }


def a_collection(path: Path, *features: object) -> Path:
    """Write a GeoJSON FeatureCollection."""
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    return path


def a_file(path: Path, *lines: str) -> Path:
    """Write lines as they are."""
    path.write_text("".join(lines), encoding="utf-8")
    return path


def records(name: str, path: Path, **options: Any) -> list[ImportedPlace | Unusable]:
    """Read a file by an importer."""
    return list(importers()[name].read(path, ReadOptions(**options)))


def places(name: str, path: Path, **options: Any) -> list[ImportedPlace]:
    """Read a file in which every record is a place."""
    found = records(name, path, **options)
    assert not [one for one in found if isinstance(one, Unusable)]
    return [one for one in found if isinstance(one, ImportedPlace)]


def a_place_of(name: str, path: Path, **options: Any) -> ImportedPlace:
    """Read a file of one place."""
    (found,) = places(name, path, **options)
    return found


def reason(name: str, path: Path, **options: Any) -> str:
    """Read a file of one record that is no place, and return why."""
    (found,) = records(name, path, **options)
    assert isinstance(found, Unusable), found
    return found.reason


def forms(place: ImportedPlace) -> list[tuple[str, str, str]]:
    """Return (language, text, role) of the names of a place."""
    return [(name.lang, name.text, name.role) for name in place.names]


def cells_of(row: Mapping[str, str], *columns: str) -> tuple[str, ...]:
    """Return some cells of a row."""
    return tuple(row[column] for column in columns)
