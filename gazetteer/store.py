"""Reading the artefact: one read-only GeoPackage file, rows in, model out.

Opening reads a few rows; names, keys and lines are read when they are asked for, and the two large
pieces (the matcher and its rows) only on the first text. A store is safe to share between threads.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, overload

from gazetteer.artefact_file import PATH_VARIABLE, ArtefactFile, find_artefact
from gazetteer.contested import OTHER_PLACES, SETTLEMENTS
from gazetteer.errors import ArtefactError, UnknownEntity
from gazetteer.lookup.partition import MAX_DISTANCE, probes
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

_NAME_CACHE, _ENTITY_CACHE, _ENTITY_NAMES_CACHE = 32_768, 16_384, 4_096
_RELATION_CACHE, _PREFIX_CACHE = 16_384, 512

_READ_TOGETHER = 900
"""Values in one query; older libraries of SQLite take 999."""

_MOST_NEAR = 100
_MOST_READINGS = 5_000
"""Readings looked at for one frame; a million names of the region stay below."""

_ENTITY_COLUMNS = (
    "id, kind, type, since, until, prominence, description, source, class, lon, lat, accuracy_m, "
    "coordinate_source, status"
)
_NAME_COLUMNS = (
    "entity, lang, text, script, role, perspective, since, until, certainty, romanization, source"
)
_RELATION_COLUMNS = "subject, predicate, object, perspective, since, until, certainty, source"


class PatternRows(Sequence[tuple[tuple[int, int], ...]]):
    """For pattern ``i`` of the matcher, its (name number, ending-set number) pairs."""

    def __init__(self, offsets: array[int], numbers: array[int], endings: array[int]) -> None:
        self._offsets, self._numbers, self._endings = offsets, numbers, endings

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @overload
    def __getitem__(self, index: int) -> tuple[tuple[int, int], ...]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[tuple[int, int], ...]]: ...
    def __getitem__(
        self, index: int | slice
    ) -> tuple[tuple[int, int], ...] | Sequence[tuple[tuple[int, int], ...]]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        start, end = self._offsets[index], self._offsets[index + 1]
        return tuple(zip(self._numbers[start:end], self._endings[start:end], strict=True))


class Store:
    """The compiled dataset. Open it with ``Store.open``; every method may run in any thread.

    ``digest`` identifies the content (SHA-256, hexadecimal); ``dataset_version`` and ``licence``
    are those of the tables that it was made of.
    """

    def __init__(self, file: ArtefactFile) -> None:
        self._file = file
        self._rows = file.rows
        self.path = file.path
        self.dataset_version: str = file.meta["dataset_version"]
        self.digest: str = file.meta["digest"]
        self.licence: str = file.meta["licence"]
        self.title: str = file.meta["title"]
        self.attributions: tuple[str, ...] = tuple(json.loads(file.meta["attributions"]))
        self._entity = lru_cache(_ENTITY_CACHE)(self._read_entity)
        self._name = lru_cache(_NAME_CACHE)(self._read_name)
        self._names_of = lru_cache(_ENTITY_NAMES_CACHE)(self._read_names_of)
        self._relations = lru_cache(_RELATION_CACHE)(self._read_relations)
        self._with_prefix = lru_cache(_PREFIX_CACHE)(self._read_names_with_prefix)

    @classmethod
    def open(cls, path: Path | str | None = None) -> Store:
        """Open an artefact: the one at ``path``, else the one that ``find_artefact`` finds.

        Raises ArtefactError, in one line that says what to do, when it is missing, damaged, or of
        another schema or folding than this code.
        """
        chosen = Path(path) if path is not None else find_artefact()
        if chosen is None:
            raise ArtefactError(
                f"there is no compiled dataset; make one with `gazetteer data build -o FILE` and "
                f"name it in {PATH_VARIABLE}"
            )
        return cls(ArtefactFile(chosen))

    def close(self) -> None:
        """Close the file in all threads; the store answers nothing new afterwards."""
        self._file.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def verify(self) -> None:
        """Read the whole file and raise ArtefactError unless it is as it was written."""
        self._file.verify()

    # -- entities -------------------------------------------------------------------------------

    def entity(self, entity_id: str) -> Entity:
        """Return the entity with this id, or what its redirect leads to.

        Raises UnknownEntity.
        """
        found = self._entity(entity_id)
        if found is None:
            raise UnknownEntity(entity_id)
        return found

    def has(self, entity_id: str) -> bool:
        """Tell whether ``entity`` answers."""
        return self._entity(entity_id) is not None

    def entities(self, kinds: Sequence[str] = ()) -> tuple[Entity, ...]:
        """Return all entities, or those of some kinds, in the order of their ids."""
        where = f"WHERE kind IN ({_marks(kinds)})" if kinds else ""
        sql = f"SELECT {_ENTITY_COLUMNS} FROM entities {where} ORDER BY number"
        return tuple(map(_entity, self._rows(sql, kinds)))

    def places(self) -> tuple[Place, ...]:
        """Return every place that has coordinates, in the order of ids."""
        sql = f"SELECT {_ENTITY_COLUMNS} FROM entities WHERE lon IS NOT NULL ORDER BY number"
        return tuple(place for row in self._rows(sql) if isinstance(place := _entity(row), Place))

    def routes(self) -> tuple[Place, ...]:
        """Return every place of kind route, in the order of ids."""
        return self._routes

    @cached_property
    def _routes(self) -> tuple[Place, ...]:
        return tuple(route for route in self.entities(("route",)) if isinstance(route, Place))

    def _read_entity(self, entity_id: str) -> Entity | None:
        sql = f"SELECT {_ENTITY_COLUMNS} FROM entities WHERE id = ?"
        rows = self._rows(sql, (entity_id,))
        if not rows:
            target = "SELECT target FROM redirects WHERE id = ?"
            rows = self._rows(f"{sql[:-1]}({target})", (entity_id,))
        return _entity(rows[0]) if rows else None

    # -- names ----------------------------------------------------------------------------------

    def name(self, number: int) -> Name:
        """Return a name by its number, 1 for the first; derived ones too. Raises UnknownEntity."""
        return self._name(number)

    def names_of(self, entity_id: str) -> tuple[Name, ...]:
        """Return all names of an entity in their canonical order; none when there is no such id."""
        return self._names_of(entity_id)

    def names_of_each(self, entity_ids: Sequence[str]) -> dict[str, tuple[Name, ...]]:
        """Return the names of many entities, read together; an id without names is left out.

        The ids must be those of today: redirects are not followed.
        """
        names: defaultdict[str, list[Name]] = defaultdict(list)
        for first in range(0, len(entity_ids), _READ_TOGETHER):
            asked = entity_ids[first : first + _READ_TOGETHER]
            sql = f"SELECT {_NAME_COLUMNS} FROM names WHERE entity IN ({_marks(asked)})"
            for row in self._rows(f"{sql} ORDER BY number", asked):
                names[row[0]].append(_name(row))
        return {entity_id: tuple(own) for entity_id, own in names.items()}

    def _read_name(self, number: int) -> Name:
        one = f"SELECT {_NAME_COLUMNS} FROM {{}} WHERE number = {int(number)}"
        rows = self._rows(one.format("names")) or self._rows(one.format("derived_names"))
        if not rows:
            raise UnknownEntity(str(number), "name")
        return _name(rows[0])

    def _read_names_of(self, entity_id: str) -> tuple[Name, ...]:
        sql = f"SELECT {_NAME_COLUMNS} FROM names WHERE entity = ? ORDER BY number"
        return tuple(map(_name, self._rows(sql, (self._current_id(entity_id),))))

    def _current_id(self, entity_id: str) -> str:
        found = self._entity(entity_id)
        return found.id if found else entity_id

    # -- statements -----------------------------------------------------------------------------

    def relations_from(self, entity_id: str, predicate: str = "") -> tuple[Relation, ...]:
        """Return the relations of which the entity is the subject."""
        return self._relations("subject", entity_id, predicate)

    def relations_to(self, entity_id: str, predicate: str = "") -> tuple[Relation, ...]:
        """Return the relations of which the entity is the object."""
        return self._relations("object", entity_id, predicate)

    def relations(self, predicate: str) -> tuple[Relation, ...]:
        """Return all relations of one kind, in their canonical order."""
        sql = f"SELECT {_RELATION_COLUMNS} FROM relations WHERE predicate = ? ORDER BY number"
        return tuple(map(_relation, self._rows(sql, (predicate,))))

    def _read_relations(self, end: str, entity_id: str, predicate: str) -> tuple[Relation, ...]:
        sql = f"SELECT {_RELATION_COLUMNS} FROM relations WHERE {end} = ?"
        asked = [self._current_id(entity_id)]
        if predicate:
            sql += " AND predicate = ?"
            asked.append(predicate)
        return tuple(map(_relation, self._rows(f"{sql} ORDER BY number", asked)))

    @cached_property
    def contested(self) -> frozenset[str]:
        """The settlements that both sides have held or claimed."""
        return frozenset(row[0] for row in self._rows(SETTLEMENTS))

    @cached_property
    def shared(self) -> frozenset[str]:
        """The other places on contested ground that both sides have names of their own for."""
        return frozenset(row[0] for row in self._rows(OTHER_PLACES))

    def identifiers_of(self, entity_id: str) -> tuple[Identifier, ...]:
        """Return the entity's identifiers in other catalogues."""
        sql = (
            "SELECT entity, scheme, value, source FROM identifiers WHERE entity = ? ORDER BY number"
        )
        rows = self._rows(sql, (self._current_id(entity_id),))
        return tuple(Identifier(*row) for row in rows)

    def statuses_of(self, place_id: str) -> tuple[PlaceStatus, ...]:
        """Return whether a settlement was inhabited, abandoned or destroyed, oldest first."""
        sql = (
            "SELECT place, status, since, until, certainty, source FROM statuses "
            "WHERE place = ? ORDER BY since, until, status"
        )
        rows = self._rows(sql, (self._current_id(place_id),))
        return tuple(
            PlaceStatus(place, status, TimeSpan(since, until), certainty, source)
            for place, status, since, until, certainty, source in rows
        )

    def entity_by_identifier(self, scheme: str, value: str) -> str | None:
        """Return the id of the entity that a catalogue calls so, or None."""
        sql = "SELECT entity FROM identifiers WHERE scheme = ? AND value = ?"
        return next((str(row[0]) for row in self._rows(sql, (scheme, value))), None)

    _SOURCE = "SELECT id, kind, title, publisher, date, url, licence, attribution FROM sources"

    def source(self, source_id: str) -> Source:
        """Return a source by its id. Raises UnknownEntity."""
        for row in self._rows(f"{self._SOURCE} WHERE id = ?", (source_id,)):
            return Source(*row)
        raise UnknownEntity(source_id, "source")

    def sources(self) -> tuple[Source, ...]:
        """Return all sources in the order of their ids."""
        return tuple(Source(*row) for row in self._rows(f"{self._SOURCE} ORDER BY number"))

    def perspectives(self) -> tuple[Perspective, ...]:
        """Return all perspectives in the order of their codes."""
        columns = "code, kind, since, until, description, entity"
        sql = f"SELECT {columns} FROM perspectives ORDER BY number"
        return tuple(
            Perspective(code, kind, TimeSpan(since, until), description, entity)
            for code, kind, since, until, description, entity in self._rows(sql)
        )

    def perspective_names(self, code: str) -> dict[str, str]:
        """Return what a perspective is called, by language; empty for an unknown code."""
        sql = "SELECT lang, text FROM perspective_names WHERE perspective = ? ORDER BY number"
        return dict(self._rows(sql, (code,)))

    # -- lines and extents ----------------------------------------------------------------------

    def route_versions(self, route_id: str) -> tuple[RouteVersion, ...]:
        """Return the versions of a route, oldest first. Raises UnknownEntity for an unknown id."""
        route = self.entity(route_id).id
        sql = (
            "SELECT route, version, since, until, geojson, width_m, tolerance_m, source, method "
            "FROM routes WHERE route = ? ORDER BY since, version"
        )
        return tuple(map(_route_version, self._rows(sql, (route,))))

    def areas(self, entity_id: str = "") -> tuple[AreaVersion, ...]:
        """Return the extents of one place, or of all, oldest first."""
        sql = (
            "SELECT entity, version, since, until, geojson, tolerance_m, source, method, "
            "perspective FROM areas "
        )
        asked = [self._current_id(entity_id)] if entity_id else []
        where = "WHERE entity = ? " if entity_id else ""
        rows = self._rows(f"{sql}{where}ORDER BY fid", asked)
        return tuple(
            AreaVersion(entity, version, TimeSpan(since, until), *drawn)
            for entity, version, since, until, *drawn in rows
        )

    # -- look-up --------------------------------------------------------------------------------

    def names_with_key(self, key: str) -> tuple[int, ...]:
        """Return the numbers of the names with exactly this fold key."""
        rows = self._rows("SELECT name FROM name_keys WHERE key = ? ORDER BY name", (key,))
        return tuple(row[0] for row in rows)

    def readings_with_frame(self, frame: str, lengths: range) -> tuple[str, ...]:
        """Return the distinct readings of the names with this frame, of these lengths."""
        sql = (
            "SELECT DISTINCT reading FROM name_readings "
            "WHERE frame = ? AND length(reading) BETWEEN ? AND ? ORDER BY reading LIMIT ?"
        )
        asked = (frame, lengths.start, lengths.stop - 1, _MOST_READINGS)
        return tuple(row[0] for row in self._rows(sql, asked))

    def names_with_reading(self, frame: str, reading: str) -> tuple[int, ...]:
        """Return the numbers of the names with this frame that are read so."""
        sql = "SELECT name FROM name_readings WHERE frame = ? AND reading = ? ORDER BY name"
        return tuple(row[0] for row in self._rows(sql, (frame, reading)))

    def names_with_prefix(self, key_prefix: str, limit: int) -> tuple[int, ...]:
        """Return at most ``limit`` numbers of names whose key begins so, most prominent first.

        The answers for short prefixes are remembered: they are asked most and cost most.
        """
        return self._with_prefix(key_prefix, limit)

    def _read_names_with_prefix(self, key_prefix: str, limit: int) -> tuple[int, ...]:
        sql = (
            "SELECT name FROM name_keys WHERE key >= ? AND key < ? "
            "GROUP BY name ORDER BY max(prominence) DESC, min(key), name LIMIT ?"
        )
        rows = self._rows(sql, (key_prefix, f"{key_prefix}\U0010ffff", limit))
        return tuple(row[0] for row in rows)

    def near_keys(self, key: str, distance: int) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Return the nearest fold keys, ``distance`` (1 or 2) typing slips off at most, with names.

        A slip is a letter left out, put in, or mistaken for another, or two letters swapped. Keys
        that are off by one swap across a cut and one slip more may be missed (``partition``).
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        distance = min(distance, MAX_DISTANCE)
        asked = list(probes(key, distance))
        sql = (
            f"WITH asked(length, part, segment) AS (VALUES {','.join(['(?,?,?)'] * len(asked))}) "
            "SELECT DISTINCT keys.key FROM asked CROSS JOIN segments USING (length, part, segment) "
            "JOIN keys ON keys.number = segments.key"
        )
        rows = self._rows(sql, [cell for probe in asked for cell in probe]) if asked else []
        choices = [found for (found,) in rows]
        close = extract(key, choices, scorer=OSA.distance, score_cutoff=distance, limit=None)
        near = [found for found, _, _ in sorted(close, key=lambda c: (c[1], c[0]))[:_MOST_NEAR]]
        sql = f"SELECT key, name FROM name_keys WHERE key IN ({_marks(near)}) ORDER BY key, name"
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for found, number in self._rows(sql, near) if near else ():
            numbers[found].append(number)
        return tuple((found, tuple(numbers[found])) for found in near)

    # -- text -----------------------------------------------------------------------------------

    def matcher(self) -> bytes:
        """Return the matcher, as ``daachorse.CharwiseDoubleArrayAhoCorasick`` serializes itself."""
        return self._file.blob("matcher")

    def pattern_rows(self) -> PatternRows:
        """Return, for each pattern of the matcher, its (name number, ending-set number) pairs."""
        return self._pattern_rows

    def ending_sets(self) -> tuple[dict[str, str], ...]:
        """Return the ending sets: ending key -> tags, several joined by commas."""
        return self._ending_sets

    @cached_property
    def _pattern_rows(self) -> PatternRows:
        blobs = ("pattern_offsets", "pattern_numbers", "pattern_endings")
        return PatternRows(*(_integers(self._file.blob(name)) for name in blobs))

    @cached_property
    def _ending_sets(self) -> tuple[dict[str, str], ...]:
        return tuple(json.loads(self._file.blob("ending_sets")))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _integers(blob: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(blob)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _entity(row: Sequence[Any]) -> Entity:
    identity, kind, finer, since, until, prominence, description, source, family, *place = row
    common = (identity, kind, finer, TimeSpan(since, until), prominence, description, source)
    if family == "place":
        return Place(*common, *place)
    return Actor(*common) if family == "actor" else Term(*common)


def _name(row: Sequence[Any]) -> Name:
    entity, lang, text, script, role, perspective, since, until, *rest = row
    return Name(entity, lang, text, script, role, perspective, TimeSpan(since, until), *rest)


def _relation(row: Sequence[Any]) -> Relation:
    subject, predicate, target, perspective, since, until, certainty, source = row
    span = TimeSpan(since, until)
    return Relation(subject, predicate, target, perspective, span, certainty, source)


def _route_version(row: Sequence[Any]) -> RouteVersion:
    route, version, since, until, geojson, width, tolerance, source, method = row
    line = tuple((lon, lat) for lon, lat, *_ in json.loads(geojson)["coordinates"])
    return RouteVersion(
        route, version, TimeSpan(since, until), line, width, tolerance, source, method
    )
