"""Linked Places Format: a GeoJSON FeatureCollection, or one Feature a line.

The format of the World Historical Gazetteer (README v1.3,
https://github.com/LinkedPasts/linked-places-format): names with language and time, types, links to
other catalogues. ``fclasses`` or a known type tells the kind of place.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from gazetteer.dataset.checks.dates import date_fault
from gazetteer.dataset.importers._languages import language_of
from gazetteer.dataset.importers.records import (
    ImportedName,
    ImportedPlace,
    ReadOptions,
    Unusable,
    point_of,
    script_of_text,
    tidy,
)
from gazetteer.errors import ImportFileError
from gazetteer.model import latest_day

TITLE = "Linked Places Format (GeoJSON-LD)"
SOURCE: dict[str, str] | None = None

_KINDS = {
    "P": ("settlement", "village"),
    "A": ("admin-unit", "district"),
    "H": ("feature", "water"),
    "T": ("feature", "mountain"),
    "S": ("facility", "site"),
    "L": ("region", "region"),
    "R": ("route", "road"),
}
_CATALOGUES = (
    ("geonames", re.compile(r"(?:gn:|https?://(?:www\.|sws\.)?geonames\.org/)(\d+)")),
    ("wikidata", re.compile(r"(?:wd:|https?://www\.wikidata\.org/(?:wiki|entity)/)(Q\d+)")),
    ("wof", re.compile(r"(?:wof:|https?://spelunker\.whosonfirst\.org/id/)(\d+)")),
)
_YEAR = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


def read(path: Path, options: ReadOptions) -> Iterator[ImportedPlace | Unusable]:
    """Yield the places of a collection. Raises ImportFileError when the file is none."""
    for where, feature in _features(path):
        if isinstance(feature, dict) and feature.get("type") == "Feature":
            try:
                yield _place(where, feature, options)
            except (LookupError, TypeError, AttributeError, ValueError) as error:
                yield Unusable(where, f"cannot be read: {error}")
        else:
            yield Unusable(where, "is no GeoJSON Feature")


def _features(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ImportFileError(f"{path.name} cannot be read: {error.strerror}") from error
    whole = _parsed(raw)
    if not isinstance(whole, dict):
        yield from _lines(path, raw)
    elif whole.get("type") != "FeatureCollection":
        yield path.name, whole
    elif isinstance(whole.get("features"), list):
        for number, feature in enumerate(whole["features"], start=1):
            yield f"{path.name} feature {number}", feature
    else:
        raise ImportFileError(f"{path.name} is a FeatureCollection without a list of features")


def _lines(path: Path, raw: bytes) -> Iterator[tuple[str, Any]]:
    """Yield one feature a line; the first line must be one, of a later one that is none is told."""
    lines = ((number, line.strip(b"\x1e \t")) for number, line in enumerate(raw.splitlines(), 1))
    features = [(f"{path.name}:{number}", _parsed(line)) for number, line in lines if line]
    if not features or not isinstance(features[0][1], dict):
        raise ImportFileError(
            f"{path.name} is neither a GeoJSON FeatureCollection nor one Feature a line"
        )
    yield from features


def _parsed(raw: bytes) -> Any:
    try:
        return orjson.loads(raw)
    except ValueError:
        return None


def _place(where: str, feature: Mapping[str, Any], options: ReadOptions) -> ImportedPlace:
    properties = feature.get("properties") or {}
    names = [name for one in feature.get("names") or () if (name := _name(one, options))]
    title = tidy(str(properties.get("title") or ""))
    if title and not any(name.text == title for name in names) and options.lang:
        script = script_of_text(title)
        names += [ImportedName(options.lang, script, title)] if script else []
    kind, finer = _kind(feature, properties)
    if not kind:
        raise ValueError("it has neither a known fclass nor a known type")
    lon, lat = _point(feature.get("geometry")) or (None, None)
    codes = properties.get("ccodes") or [""]
    return ImportedPlace(
        where,
        tuple(dict.fromkeys(_identifiers(feature, options))),
        kind,
        finer,
        lon,
        lat,
        tuple(names),
        country=str(codes[0]),
    )


def _name(one: Mapping[str, Any], options: ReadOptions) -> ImportedName | None:
    text = tidy(str(one["toponym"]))
    script = script_of_text(text)
    lang = language_of(str(one.get("lang") or "")) or options.lang
    if not script or not lang:
        return None
    since, until = _span(one.get("when"))
    return ImportedName(lang, script, text, "historical" if until else "common", since, until)


def _span(when: Any) -> tuple[str, str]:
    """Return the start of the first time span and the end of the last; one to come is open."""
    spans = (when or {}).get("timespans") or [{}]
    start, end = spans[0].get("start") or {}, spans[-1].get("end") or {}
    since = _date(start.get("in") or start.get("earliest"))
    until = _date(end.get("in") or end.get("latest"))
    is_to_come = bool(until) and latest_day(until) > datetime.date.today()
    return since, "" if is_to_come else until


def _date(written: Any) -> str:
    text = str(written or "")
    return text if _YEAR.match(text) and not date_fault(text) else ""


def _kind(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> tuple[str, str]:
    labels = [str(one.get("label") or "").lower() for one in feature.get("types") or ()]
    for code in properties.get("fclasses") or ():
        kind, finer = _KINDS.get(str(code), ("", ""))
        if kind:
            named = next((re.sub(r"[^a-z]+", "-", x).strip("-") for x in labels if x), "")
            return kind, named or finer
    if any(word in label for label in labels for word in ("settlement", "village", "town", "city")):
        return _KINDS["P"]
    return "", ""


def _point(geometry: Mapping[str, Any] | None) -> tuple[float, float] | None:
    if not geometry:
        return None
    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"][:2]
        return point_of(lon, lat)
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        inside = shape(dict(geometry)).representative_point()
        return None if inside.is_empty else point_of(inside.x, inside.y)
    except (ShapelyError, IndexError, RecursionError) as error:
        raise ValueError(f"its geometry is none: {error}") from error


def _identifiers(feature: Mapping[str, Any], options: ReadOptions) -> Iterator[tuple[str, str]]:
    own = str(feature.get("@id") or feature.get("id") or "")
    matches = [
        str(link.get("identifier") or "")
        for link in feature.get("links") or ()
        if link.get("type") in ("exactMatch", "closeMatch")
    ]
    for text in (own, *matches):
        for scheme, pattern in _CATALOGUES:
            found = pattern.match(text)
            if found:
                yield scheme, found[1]
    if own:
        yield options.scheme or "linked-places", own
