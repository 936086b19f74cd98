"""From checked tables to the artefact."""

from __future__ import annotations

import gc
import json
import sys
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from gazetteer.artefact_file import NO_DIGEST, SCHEMA_VERSION, folding_fingerprint
from gazetteer.dataset import countries, layout
from gazetteer.dataset.checks import run_checks
from gazetteer.dataset.derived import derived_names
from gazetteer.dataset.forms import NameToFind, build_patterns
from gazetteer.dataset.geometry import geometry_text
from gazetteer.dataset.geopackage import Bounds, GeoPackageWriter, geometry_blob, point_blob
from gazetteer.dataset.lookup_keys import fold_keys, frame_keys, is_spoken
from gazetteer.dataset.package import Package, read_package
from gazetteer.dataset.problems import ERROR
from gazetteer.dataset.tables import Row, canonical_order
from gazetteer.errors import DatasetError
from gazetteer.lookup.keys import FOLDING_VERSION
from gazetteer.lookup.partition import parts

_Argument = TypeVar("_Argument", bound=Sized)
_Result = TypeVar("_Result")

_MANY_NAMES = 20_000
"""From this many names on a second process pays: their case forms take seconds to list."""

_CLASSES = {"places": "place", "actors": "actor", "terms": "term"}
_ENTITY_COLUMNS = (
    "id", "class", "kind", "type", "since", "until", "prominence", "description", "source", "lon",
    "lat", "accuracy_m", "coordinate_source", "status",
)  # fmt: skip
_NAME_COLUMNS = (
    "entity", "lang", "text", "script", "role", "perspective", "since", "until", "certainty",
    "romanization", "source",
)  # fmt: skip
_PLAIN_TABLES = (
    "relations", "identifiers", "statuses", "gaps", "exclusions", "perspectives",
    "perspective_names", "redirects",
)  # fmt: skip
_NUMBERS = {"lon": float, "lat": float, "accuracy_m": int, "prominence": int}


@dataclass(frozen=True, slots=True)
class Built:
    """What a compile made: the file, its digest, and how much is in it."""

    path: Path
    digest: str
    entities: int
    names: int
    patterns: int


def compile_package(folder: Path, target: Path, overlays: Sequence[Path] = ()) -> Built:
    """Check the tables in ``folder`` and write the artefact to ``target``, whole or not at all.

    Overlays are further folders of tables whose rows come on top.

    The same tables make the same bytes. Raises DatasetError, with every problem, when a check
    finds an error; nothing is written then.
    """
    with _no_collection():
        return _compile(read_package(folder, *overlays), target)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the cycle collector: a compile makes a million tuples and not one cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _compile(package: Package, target: Path) -> Built:
    entities = _entities(package)
    names = _names(package)
    derived = derived_names(entities, names)
    with ExitStack() as stack:
        patterns = _start(stack, _pattern_blobs, _to_find(entities, [*names, *derived]))
        errors = [problem for problem in run_checks(package) if problem.level == ERROR]
        if errors:
            raise DatasetError(errors)
        writer = GeoPackageWriter(package.schema.created)
        _write_statements(writer, package, entities, names)
        writer.insert("derived_names", _numbered(derived, _NAME_COLUMNS, len(names) + 1))
        _write_layers(writer, package, entities)
        _write_keys(writer, entities, names)
        blobs, count = patterns()
    writer.insert("blobs", sorted(blobs.items()))
    _write_meta(writer, package)
    return Built(target, writer.save(target), len(entities), len(names), count)


def _start(
    stack: ExitStack, work: Callable[[_Argument], _Result], argument: _Argument
) -> Callable[[], _Result]:
    """Start work in a second process when it is much, and return what waits for its result.

    Only where a process can be forked safely; elsewhere the work is done when it is waited for.
    """
    safe = "fork" in get_all_start_methods() and threading.active_count() == 1
    if not safe or len(argument) < _MANY_NAMES:
        return partial(work, argument)
    pool = stack.enter_context(ProcessPoolExecutor(1, mp_context=get_context("fork")))
    return pool.submit(work, argument).result


def _entities(package: Package) -> dict[str, Row]:
    """Return every entity by id, in canonical order, each with its class in the cell ``class``."""
    blank = dict.fromkeys(_ENTITY_COLUMNS, "")
    current = _current_statuses(package)
    found = []
    for table, family in _CLASSES.items():
        for row in canonical_order(package.rows(table), package.tables[table].schema):
            status = current.get(row["id"], "")
            found.append(Row({**blank, **row, "class": family, "status": status}, row.line))
    return {row["id"]: row for row in found}


def _current_statuses(package: Package) -> dict[str, str]:
    """Return the status of each place that has not ended; of several, the one that began last."""
    open_ended = [row for row in package.rows("statuses") if not row["until"]]
    open_ended.sort(key=lambda row: (row["since"], row["status"]))
    return {row["place"]: row["status"] for row in open_ended}


def _names(package: Package) -> list[Row]:
    """Return every name in canonical order: the tables' and those of countries from CLDR."""
    schema = package.tables["names"].schema
    return canonical_order([*package.rows("names"), *countries.country_names(package)], schema)


def _write_statements(
    writer: GeoPackageWriter, package: Package, entities: dict[str, Row], names: list[Row]
) -> None:
    writer.insert("entities", _numbered(entities.values(), _ENTITY_COLUMNS))
    writer.insert("names", _numbered(names, _NAME_COLUMNS))
    tables = {"sources": countries.with_source(package.rows("sources"))}
    for table in _PLAIN_TABLES:
        tables[table] = package.rows(table)
    for table, rows in tables.items():
        schema = package.tables[table].schema
        writer.insert(table, _numbered(canonical_order(rows, schema), schema.columns))
    for table, description in layout.ATTRIBUTE_TABLES.items():
        writer.register_attributes(table, description)


def _numbered(
    rows: Iterable[Row], columns: Sequence[str], first: int = 1
) -> Iterator[tuple[Any, ...]]:
    """Yield the cells of each row after its number; numbers as numbers, None when empty."""
    cells_of = itemgetter(*columns)
    numeric = [(place, _NUMBERS[name]) for place, name in enumerate(columns) if name in _NUMBERS]
    for number, row in enumerate(rows, start=first):
        cells: list[Any] = [number, *cells_of(row)]
        for place, kind in numeric:
            written = cells[place + 1]
            cells[place + 1] = kind(written) if written else None
        yield tuple(cells)


def _write_layers(writer: GeoPackageWriter, package: Package, entities: dict[str, Row]) -> None:
    located = [row for row in entities.values() if row["lon"]]
    points = [(float(row["lon"]), float(row["lat"])) for row in located]
    columns = ("id", "kind", "type", "status", "since", "until", "accuracy_m", "prominence")
    numbered = _numbered(located, (*columns, "description"))
    writer.insert(
        "places",
        (
            (number, point_blob(*point), *cells)
            for point, (number, *cells) in zip(points, numbered, strict=True)
        ),
    )
    writer.register_layer("places", "POINT", _joined([(*point, *point) for point in points]))
    for layer in _LINE_LAYERS:
        _write_lines(writer, package, layer)


@dataclass(frozen=True, slots=True)
class _LineLayer:
    table: str
    owner: str
    said: tuple[str, ...]
    widths: tuple[str, ...]
    geometry_type: str


_LINE_LAYERS = (
    _LineLayer("routes", "route", ("version",), ("width_m", "tolerance_m"), "LINESTRING"),
    _LineLayer("areas", "entity", ("version", "perspective"), ("tolerance_m",), "GEOMETRY"),
)


def _write_lines(writer: GeoPackageWriter, package: Package, layer: _LineLayer) -> None:
    import shapely
    from shapely.geometry import shape

    rows, boxes = [], []
    ordered = canonical_order(package.rows(layer.table), package.tables[layer.table].schema)
    owners = {row[layer.owner]: place for place, row in enumerate(ordered)}
    ordered.sort(key=lambda row: (owners[row[layer.owner]], row["since"], row["version"]))
    for number, row in enumerate(ordered, start=1):
        identity = f"{row[layer.owner]}@{row['version']}"
        geometry = package.geometry[row["geometry"]].features[identity]
        drawn = shape(geometry)
        boxes.append(drawn.bounds)
        blob = geometry_blob(shapely.to_wkb(drawn, byte_order=1, output_dimension=2), drawn.bounds)
        cells = [row[column] for column in (layer.owner, *layer.said, "since", "until")]
        metres = [int(row[column]) if row[column] else None for column in layer.widths]
        described = (row["source"], row["method"], geometry_text(geometry))
        rows.append((number, blob, *cells, *metres, *described))
    writer.insert(layer.table, rows)
    writer.register_layer(layer.table, layer.geometry_type, _joined(boxes))


def _joined(boxes: Sequence[Bounds]) -> Bounds | None:
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _write_keys(writer: GeoPackageWriter, entities: dict[str, Row], names: list[Row]) -> None:
    by_key: set[tuple[str, int, int]] = set()
    by_frame: set[tuple[str, str, int]] = set()
    for number, row in enumerate(names, start=1):
        prominence = int(entities[row["entity"]]["prominence"])
        for key in fold_keys(row["text"], row["romanization"]):
            by_key.add((key, number, prominence))
        if row["role"] == "acronym" and not is_spoken(row["text"]):
            continue
        for frame, reading in frame_keys(row["text"], row["lang"], row["romanization"]):
            by_frame.add((frame, reading, number))
    writer.insert("name_keys", sorted(by_key))
    writer.insert("name_readings", sorted(by_frame))
    keys = sorted({key for key, _, _ in by_key})
    writer.insert("keys", enumerate(keys, start=1))
    writer.insert(
        "segments",
        sorted(
            (len(key), part, segment, number)
            for number, key in enumerate(keys, start=1)
            for part, (_, segment) in enumerate(parts(key))
        ),
    )


def _to_find(entities: dict[str, Row], names: list[Row]) -> list[NameToFind]:
    """List the names for text matching; those of no entity are left to the checks."""
    return [
        (number, row["lang"], row["text"], row["role"], entities[row["entity"]]["kind"])
        for number, row in enumerate(names, start=1)
        if row["entity"] in entities
    ]


def _pattern_blobs(names: Sequence[NameToFind]) -> tuple[dict[str, bytes], int]:
    """Return the large pieces that text matching needs, and the number of patterns."""
    built = build_patterns(names)
    blobs = {
        "matcher": built.matcher(),
        "pattern_offsets": _little_endian(built.offsets),
        "pattern_numbers": _little_endian(built.numbers),
        "pattern_endings": _little_endian(built.endings),
        "ending_sets": f"[{','.join(built.ending_sets)}]".encode(),
    }
    return blobs, len(built.patterns)


def _little_endian(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()


def _write_meta(writer: GeoPackageWriter, package: Package) -> None:
    meta = {
        "schema_version": SCHEMA_VERSION,
        "folding_version": FOLDING_VERSION,
        "folding_fingerprint": folding_fingerprint(),
        "dataset_version": package.schema.version,
        "title": package.schema.title,
        "licence": package.schema.licence,
        "attributions": json.dumps(package.schema.attributions, ensure_ascii=False),
        "digest": NO_DIGEST,
    }
    writer.insert("meta", sorted(meta.items()))
