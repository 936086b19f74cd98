"""Valid things to begin a test with; each builder takes the fields that the test is about."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gazetteer.dataset.compile import compile_package
from gazetteer.dataset.package import Package, read_package
from gazetteer.dataset.schema import DESCRIPTOR, read_schema
from gazetteer.dataset.tables import Row, write_table
from gazetteer.model import (
    Actor,
    AreaVersion,
    Entity,
    Identifier,
    Name,
    Perspective,
    Place,
    PlaceStatus,
    Relation,
    RouteVersion,
    Source,
    Term,
    TimeSpan,
)
from gazetteer.store import Store

DATA = Path(__file__).resolve().parent.parent / "data"
SAMPLE = Path(__file__).resolve().parent / "data"
"""A package of twelve places with every kind of quarrel; see its README."""

Statement = (
    Entity
    | PlaceStatus
    | Name
    | Relation
    | Identifier
    | Source
    | Perspective
    | RouteVersion
    | AreaVersion
    | Row
)

_SCRIPTS = {"hy": "Armn", "ru": "Cyrl", "ka": "Geor", "fa": "Arab"}


def a_place(entity_id: str = "p-0001", **fields: Any) -> Place:
    """A settlement at Khankendi."""
    defaults: dict[str, Any] = {
        "kind": "settlement",
        "type": "village",
        "prominence": 50,
        "source": "page-test",
        "lon": 46.7528,
        "lat": 39.8177,
        "accuracy_m": 500,
        "coordinate_source": "page-test",
        "status": "inhabited",
    }
    return Place(entity_id, **{**defaults, **fields})


def an_actor(entity_id: str = "a-0001", **fields: Any) -> Actor:
    """A person."""
    defaults: dict[str, Any] = {"kind": "person", "prominence": 50, "source": "page-test"}
    return Actor(entity_id, **{**defaults, **fields})


def a_term(entity_id: str = "t-0001", **fields: Any) -> Term:
    """An agreement."""
    defaults: dict[str, Any] = {"kind": "agreement", "prominence": 50, "source": "page-test"}
    return Term(entity_id, **{**defaults, **fields})


def a_name(entity: str = "p-0001", text: str = "Sus", lang: str = "en", **fields: Any) -> Name:
    """A certain common name; its script follows from the language unless it is given."""
    defaults: dict[str, Any] = {"script": _SCRIPTS.get(lang, "Latn"), "source": "page-test"}
    return Name(entity, lang, text, **{**defaults, **fields})


def a_relation(subject: str, predicate: str, target: str, **fields: Any) -> Relation:
    """A certain statement that no side disputes."""
    return Relation(subject, predicate, target, **{"source": "page-test", **fields})


def a_source(source_id: str = "page-other", **fields: Any) -> Source:
    """A page."""
    return Source(source_id, **{"kind": "page", "title": "A page of a test", **fields})


def a_route_version(
    route: str, version: str, line: Sequence[tuple[float, float]], **fields: Any
) -> RouteVersion:
    """A line with a tolerance of 500 m."""
    defaults: dict[str, Any] = {
        "span": TimeSpan(),
        "width_m": None,
        "tolerance_m": 500,
        "source": "page-test",
    }
    return RouteVersion(route, version, line=tuple(line), **{**defaults, **fields})


def a_row(**cells: Any) -> Row:
    """A raw row, for cells that no statement of the model may have."""
    return Row({column: str(cell) for column, cell in cells.items()})


_TABLES: dict[type, str] = {
    Place: "places",
    Actor: "actors",
    Term: "terms",
    Name: "names",
    Relation: "relations",
    Identifier: "identifiers",
    Source: "sources",
    Perspective: "perspectives",
    PlaceStatus: "statuses",
    RouteVersion: "routes",
    AreaVersion: "areas",
}


class PackageBuilder:
    """Writes a small package of tables to a folder, and compiles it.

    It has the sources ``page-test`` and ``editor-test`` and the perspectives az, am, nk and su.
    Places and other entities without a name get one, so that the labels check is content.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rows: dict[str, list[Row]] = {name: [] for name in read_schema(DATA).tables}
        self._shapes: dict[str, dict[str, Any]] = {}
        self.add(a_source("page-test"), a_source("editor-test", kind="editor"))
        for code in ("az", "am", "nk", "su"):
            self.add(Perspective(code, "state"))

    def add(self, *statements: Statement, table: str = "") -> PackageBuilder:
        """Add statements of the model, or raw rows to a table."""
        for statement in statements:
            name = table or _TABLES[type(statement)]
            self._rows[name].append(self._row(statement, name))
            if isinstance(statement, Place) and statement.status:
                status = PlaceStatus(statement.id, statement.status, source=statement.source)
                self.add(status)
        return self

    def let_speak(self, perspective: str, entity: str) -> PackageBuilder:
        """Say which state or body speaks in a perspective."""
        for row in self._rows["perspectives"]:
            if row["code"] == perspective:
                row["entity"] = entity
        return self

    def add_shape(self, file: str, identity: str, geometry: dict[str, Any]) -> PackageBuilder:
        """Add a feature to a geometry file."""
        feature = {"type": "Feature", "id": identity, "properties": {}, "geometry": geometry}
        self._shapes.setdefault(file, {})[identity] = feature
        return self

    def _row(self, statement: Statement, table: str) -> Row:
        columns = read_schema(DATA).tables[table].columns
        if isinstance(statement, Row):
            return Row({column: statement.get(column, "") for column in columns})
        cells = {
            column: getattr(statement, column)
            for column in columns
            if hasattr(statement, column) and column != "geometry"
        }
        span = getattr(statement, "span", TimeSpan())
        cells |= {"since": span.since, "until": span.until}
        if isinstance(statement, RouteVersion):
            line = {"type": "LineString", "coordinates": statement.line}
            cells["geometry"] = self._shape(statement.route, statement.version, line)
        elif isinstance(statement, AreaVersion):
            shape = json.loads(statement.geometry)
            cells["geometry"] = self._shape(statement.entity, statement.version, shape)
        written = {column: cells.get(column) for column in columns}
        return Row({c: "" if value is None else str(value) for c, value in written.items()})

    def _shape(self, owner: str, version: str, geometry: dict[str, Any]) -> str:
        file = f"{owner}.{version}.geojson"
        self.add_shape(file, f"{owner}@{version}", geometry)
        return file

    def write(self) -> Path:
        """Write the tables and return their folder."""
        self._name_the_nameless()
        (self.folder / "geometry").mkdir(parents=True, exist_ok=True)
        shutil.copy(DATA / DESCRIPTOR, self.folder / DESCRIPTOR)
        for name, schema in read_schema(DATA).tables.items():
            write_table(self.folder, self._rows[name], schema)
        for file, features in self._shapes.items():
            collection = {"type": "FeatureCollection", "features": list(features.values())}
            (self.folder / "geometry" / file).write_text(json.dumps(collection), encoding="utf-8")
        return self.folder

    def _name_the_nameless(self) -> None:
        named = {row["entity"] for row in self._rows["names"]}
        for table in ("places", "actors", "terms"):
            for row in self._rows[table]:
                if row["id"] not in named:
                    self.add(a_name(row["id"], f"Name of {row['id'][0]}{row['id'][2:]}"))

    def package(self) -> Package:
        """Write the tables and read them back, for the checks."""
        return read_package(self.write())

    def store(self) -> Store:
        """Write and compile the tables and open the artefact. Raises DatasetError."""
        target = self.folder / "gazetteer.gpkg"
        compile_package(self.write(), target)
        return Store.open(target)


def a_store(folder: Path, *statements: Statement) -> Store:
    """Compile some statements to a store, in one line."""
    return PackageBuilder(folder).add(*statements).store()
