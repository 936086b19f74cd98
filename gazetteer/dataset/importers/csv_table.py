"""Any table of places: comma, semicolon or tab between the cells, and a header.

Columns are known by their names, capitals aside: ``id``; ``lat`` and ``lon`` (or latitude,
longitude, lng, y, x); ``name`` (or title) with ``lang``; ``name_hy`` or ``name:hy`` for a name in
a language; ``variants`` with ``Name@hy;Name@az`` as in LP-TSV; ``kind``, ``type``, ``status``,
``geonames``, ``wikidata``, ``wof``. Others are ignored.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

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
from gazetteer.model import STATUSES

TITLE = "A table of places with a header (CSV, TSV, LP-TSV)"
SOURCE: dict[str, str] | None = None

_OTHER_HEADERS = {
    "latitude": "lat", "y": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "x": "lon",
    "title": "name", "language": "lang", "geonames_id": "geonames", "geonameid": "geonames",
    "wikidata_id": "wikidata", "wof_id": "wof", "alt_names": "variants",
}  # fmt: skip
_NAME_IN = re.compile(r"name[_:]([a-z]{2,3})\Z")
_SCHEMES = ("geonames", "wikidata", "wof")
_KINDS = ("settlement", "admin-unit", "region", "feature", "facility", "area")


def read(path: Path, options: ReadOptions) -> Iterator[ImportedPlace | Unusable]:
    """Yield the places of a table; see the module.

    Raises ImportFileError when it has no column of names or is no text.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            sample = stream.read(8192)
            stream.seek(0)
            reader = csv.DictReader(stream, delimiter=_delimiter(sample))
            header = [_column(name) for name in reader.fieldnames or ()]
            if not any(name == "name" or _NAME_IN.match(name) for name in header):
                raise ImportFileError(
                    f"{path.name} has no column name, title or name_<language>; its header is "
                    f"{', '.join(header)[:200]}"
                )
            reader.fieldnames = header
            for row in reader:
                where = f"{path.name}:{reader.line_num}"
                cells = {name: (cell or "").strip() for name, cell in row.items() if name}
                yield _place(where, cells, options)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ImportFileError(f"{path.name} is no UTF-8 table: {error}") from error


def _delimiter(sample: str) -> str:
    first = sample.partition("\n")[0]
    return max("\t;,", key=first.count)


def _column(name: str) -> str:
    plain = name.strip().lower().replace(" ", "_")
    return _OTHER_HEADERS.get(plain, plain)


def _place(where: str, cells: Mapping[str, str], options: ReadOptions) -> ImportedPlace | Unusable:
    kind = cells.get("kind") or "settlement"
    status = cells.get("status", "")
    if kind not in _KINDS:
        return Unusable(where, f"kind {kind!r} is none of {', '.join(_KINDS)}")
    if status not in STATUSES:
        return Unusable(where, f"status {status!r} is none of {', '.join(STATUSES[1:])}")
    try:
        point = point_of(cells.get("lon", ""), cells.get("lat", ""))
    except ValueError as error:
        return Unusable(where, str(error))
    names = tuple(_names(cells, options))
    if not names:
        return Unusable(
            where, "has no name whose language is known; fill in lang, or give --lang for all"
        )
    own = [(options.scheme or "csv", cells["id"])] if cells.get("id") else []
    known = [(scheme, cells[scheme]) for scheme in _SCHEMES if cells.get(scheme)]
    lon, lat = point or (None, None)
    finer = cells.get("type") or ("village" if kind == "settlement" else "")
    country = cells.get("country") or cells.get("ccodes", "")
    return ImportedPlace(
        where, (*known, *own), kind, finer, lon, lat, names, status, country[:2].upper()
    )


def _names(cells: Mapping[str, str], options: ReadOptions) -> Iterator[ImportedName]:
    pairs = [(cells.get("lang") or options.lang, cells.get("name", ""))]
    pairs += [(found[1], cell) for name, cell in cells.items() if (found := _NAME_IN.match(name))]
    for part in cells.get("variants", "").split(";"):
        text, at, lang = part.rpartition("@")
        pairs.append((lang, text) if at else (options.lang, part))
    for tag, written in pairs:
        lang, text = language_of(tag), tidy(written)
        script = script_of_text(text)
        if lang and script:
            yield ImportedName(lang, script, text)
