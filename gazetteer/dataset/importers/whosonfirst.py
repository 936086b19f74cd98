"""Who's On First: a folder of GeoJSON records, one record, a SQLite distribution, two CSV files.

A repository such as ``whosonfirst-data-admin-am`` has one GeoJSON file a record under ``data/``;
the distributions hold the same records in a table ``geojson``. A CSV file of places
(``wof_id,placetype,lat,lon,…``) is read with a companion of names (``wof_id,lang,kind,name``).
Names are tagged with ISO 639-3; a Latin form filed under a language of another script is romanized.
"""

from __future__ import annotations

import csv
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from gazetteer.dataset.importers._languages import language_of
from gazetteer.dataset.importers._tagging import LATIN_LANGUAGES, tag_main
from gazetteer.dataset.importers.records import (
    ImportedName,
    ImportedPlace,
    ReadOptions,
    Unusable,
    people_of,
    point_of,
    script_of_text,
    tidy,
)
from gazetteer.errors import ImportFileError

TITLE = "Who's On First records"
SOURCE: dict[str, str] | None = {
    "id": "whosonfirst",
    "kind": "dataset",
    "title": "Who's On First",
    "publisher": "Who's On First",
    "url": "https://whosonfirst.org/",
    "licence": "CC0-1.0",
    "attribution": "Data from Who's On First; settlement points from GeoNames, CC BY 4.0",
}

_SCRIPTS = {
    "az": ("Latn", "Cyrl", "Arab"), "hy": ("Armn",), "ru": ("Cyrl",), "en": ("Latn",),
    "tr": ("Latn",), "fa": ("Arab",), "ka": ("Geor",), "fr": ("Latn",), "de": ("Latn",),
}  # fmt: skip
_ROLES = {
    "preferred": "common",
    "variant": "variant",
    "colloquial": "variant",
    "historical": "historical",
    "abbreviation": "acronym",
}
_PLACETYPES = {
    "locality": ("settlement", "village"),
    "region": ("admin-unit", "province"),
    "county": ("admin-unit", "district"),
    "localadmin": ("admin-unit", "community"),
    "macroregion": ("region", "macro-region"),
}
_TOWN, _CITY = 5_000, 50_000


def read(path: Path, options: ReadOptions) -> Iterator[ImportedPlace | Unusable]:
    """Yield the places of a repository, a distribution, a record, or a pair of CSV files.

    Raises ImportFileError when the path is none of them.
    """
    if path.is_dir():
        files = sorted(path.rglob("*.geojson"))
        if not files:
            raise ImportFileError(
                f"{path} holds no .geojson record; give a repository's data folder"
            )
        return map(_from_file, files)
    if path.suffix == ".geojson":
        return iter((_from_file(path),))
    if path.suffix == ".csv":
        return _from_tables(path, options)
    return _from_distribution(path)


def _from_file(path: Path) -> ImportedPlace | Unusable:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Unusable(path.name, f"cannot be read: {error.strerror}")
    return _from_geojson(path.name, raw)


def _from_distribution(path: Path) -> Iterator[ImportedPlace | Unusable]:
    if not path.is_file():
        raise ImportFileError(f"{path} does not exist")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        try:
            rows = database.execute("SELECT id, body FROM geojson ORDER BY id")
            for identity, body in rows:
                raw = body if isinstance(body, bytes) else str(body).encode()
                yield _from_geojson(f"{path.name}#{identity}", raw)
        except (sqlite3.Error, UnicodeError) as error:
            raise ImportFileError(
                f"{path.name} is no SQLite distribution of Who's On First: {error}"
            ) from error


def _from_geojson(where: str, raw: bytes) -> ImportedPlace | Unusable:
    try:
        properties = orjson.loads(raw)["properties"]
        concordances = properties.get("wof:concordances") or {}
        names = [
            (key[5:8], key[11:], str(text))
            for key, texts in properties.items()
            if key.startswith("name:") and key[8:11] == "_x_"
            for text in ([texts] if isinstance(texts, str) else texts)
        ]
        record = {
            "wof_id": str(properties["wof:id"]),
            "name": str(properties.get("wof:name") or ""),
            "placetype": str(properties.get("wof:placetype") or ""),
            "lon": properties.get("lbl:longitude", properties.get("geom:longitude")),
            "lat": properties.get("lbl:latitude", properties.get("geom:latitude")),
            "superseded_by": properties.get("wof:superseded_by"),
            "population": properties.get("wof:population"),
            "gn_id": concordances.get("gn:id", ""),
            "wd_id": concordances.get("wd:id", ""),
            "country": str(properties.get("wof:country") or ""),
        }
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        return Unusable(where, f"is no Who's On First record: {error!r}")
    return _place(where, record, names)


def _from_tables(path: Path, options: ReadOptions) -> Iterator[ImportedPlace | Unusable]:
    if not options.companion:
        raise ImportFileError(
            f"{path.name} needs the CSV file of names beside it; give --companion"
        )
    names: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for _, row in _csv_rows(Path(options.companion), ("wof_id", "lang", "kind", "name")):
        names[row["wof_id"]].append((row["lang"], row["kind"], row["name"]))
    for line, row in _csv_rows(path, ("wof_id", "placetype", "lat", "lon")):
        yield _place(f"{path.name}:{line}", row, names[row["wof_id"]])


def _csv_rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in needed if name not in (reader.fieldnames or ())]
            if missing:
                raise ImportFileError(f"{path.name} has no column {', '.join(missing)}")
            for row in reader:
                yield reader.line_num, {name: cell or "" for name, cell in row.items() if name}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ImportFileError(f"{path.name} is no UTF-8 table: {error}") from error


def _place(
    where: str, record: Mapping[str, Any], names: Sequence[tuple[str, str, str]]
) -> ImportedPlace | Unusable:
    if record.get("superseded_by"):
        return Unusable(where, "is superseded by another record")
    kind, finer = _PLACETYPES.get(record["placetype"], ("", ""))
    if not kind:
        return Unusable(where, f"{record['placetype']!r} is no kind of place that is imported")
    try:
        point = point_of(record["lon"], record["lat"])
    except ValueError as error:
        return Unusable(where, str(error))
    if kind == "settlement":
        finer = _size(record.get("population"))
    others = (("geonames", record.get("gn_id")), ("wikidata", record.get("wd_id")))
    lon, lat = point or (None, None)
    return ImportedPlace(
        where,
        (("wof", record["wof_id"]), *((scheme, str(value)) for scheme, value in others if value)),
        kind,
        finer,
        lon,
        lat,
        (*_names(names), *_own_name(record, names)),
        country=record.get("country") or "",
    )


def _own_name(
    record: Mapping[str, Any], names: Sequence[tuple[str, str, str]]
) -> Iterator[ImportedName]:
    """Give the record's own name, in Latin letters, where none is tagged as English."""
    main = tag_main(tidy(record.get("name") or ""), record.get("country") or "")
    if main is not None and main.lang == "en" and not any(tag == "eng" for tag, _, _ in names):
        own = LATIN_LANGUAGES.get(record.get("country") or "")
        shown = own is not None and any(name.lang == own for name in _names(names))
        yield replace(main, role="romanized") if shown else main


def _size(population: object) -> str:
    people = people_of(population)
    return "city" if people >= _CITY else "town" if people >= _TOWN else "village"


def _names(names: Iterable[tuple[str, str, str]]) -> Iterator[ImportedName]:
    for tag, kind, written in sorted(names, key=lambda name: name[1] != "preferred"):
        lang, role, text = language_of(tag), _ROLES.get(kind), tidy(written)
        if tag == "hyw" and role == "common":
            role = "variant"  # the Western Armenian form: Պաքու beside Բաքու
        script = script_of_text(text)
        if lang not in _SCRIPTS or role is None or not script:
            continue
        if script in _SCRIPTS[lang]:
            yield ImportedName(lang, script, text, role)
        elif script == "Latn" and lang == "hy":
            yield ImportedName(lang, script, text, "romanized")
