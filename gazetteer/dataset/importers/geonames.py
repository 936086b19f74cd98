"""GeoNames: a country dump (``AM.txt``, ``allCountries.txt``, ``cities500.txt``) and, beside it,
``alternateNamesV2.txt``, which says the language of each name.

A dump has 19 columns separated by tabs and no header; a CSV file with a header that names the same
columns is read too. Format: https://download.geonames.org/export/dump/readme.txt
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from gazetteer.dataset.importers._tagging import LATIN_LANGUAGES, tag_main, tag_other
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

TITLE = "GeoNames dump"
SOURCE: dict[str, str] | None = {
    "id": "geonames",
    "kind": "dataset",
    "title": "GeoNames geographical database",
    "publisher": "GeoNames",
    "url": "https://www.geonames.org/",
    "licence": "CC-BY-4.0",
    "attribution": "GeoNames (geonames.org), CC BY 4.0",
}

_COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class",
    "feature_code", "country_code", "cc2", "admin1", "admin2", "admin3", "admin4", "population",
    "elevation", "dem", "timezone", "modification_date",
)  # fmt: skip
_OTHER_HEADERS = {"lat": "latitude", "lon": "longitude", "country": "country_code"}
_NEEDED = ("geonameid", "name", "latitude", "longitude")

_SETTLEMENTS = {"PPLC": "capital", "PPLX": "", "STLMT": ""}
_STATUSES = {"PPLQ": "abandoned", "PPLW": "destroyed", "PPLH": "abandoned"}
_TOWN, _CITY = 5_000, 50_000
"""Inhabitants from which a settlement without a better word is a town, a city."""

_FEATURES = {
    "STM": ("feature", "river"), "LK": ("feature", "lake"), "RSV": ("feature", "reservoir"),
    "MT": ("feature", "mountain"), "MTS": ("feature", "mountain-range"),
    "PK": ("feature", "mountain"), "PASS": ("feature", "pass"), "VAL": ("feature", "valley"),
    "AIRP": ("facility", "airport"), "CH": ("facility", "church"),
    "MSTY": ("facility", "monastery"), "MSQE": ("facility", "mosque"),
    "RSTN": ("facility", "railway-station"), "BDG": ("facility", "bridge"),
    "FT": ("facility", "fortress"), "RUIN": ("facility", "ruin"), "MN": ("facility", "mine"),
    "DAM": ("facility", "dam"), "ADM1": ("admin-unit", "province"),
    "ADM2": ("admin-unit", "district"), "RGN": ("region", "region"),
}  # fmt: skip
_ID = re.compile(r"[1-9][0-9]{0,11}\Z")
_LANGUAGES = frozenset(("en", "az", "hy", "ru", "tr", "fa", "ka", "fr", "de"))


def read(path: Path, options: ReadOptions) -> Iterator[ImportedPlace | Unusable]:
    """Yield the places of a dump; see the module. Raises ImportFileError when it is no dump.

    With ``options.companion``, a file of alternate names, only the names tagged there are taken
    beside the main name; without, the language is read off the letters where they tell it.
    """
    tagged = _tagged_names(Path(options.companion)) if options.companion else None
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for line, cells in _rows(stream, path):
                where = f"{path.name}:{line}"
                if isinstance(cells, str):
                    yield Unusable(where, cells)
                else:
                    yield _place(where, cells, tagged, options)
    except UnicodeDecodeError as error:
        raise ImportFileError(f"{path.name} is not UTF-8; a GeoNames dump is") from error
    except (OSError, csv.Error) as error:
        raise ImportFileError(f"{path.name} cannot be read: {error}") from error


def _rows(stream: TextIO, path: Path) -> Iterator[tuple[int, Mapping[str, str] | str]]:
    """Yield each row with its line: its cells by column, or what is wrong with it."""
    first = stream.readline()
    stream.seek(0)
    if "\t" in first and "geonameid" not in first:
        for line, text in enumerate(stream, start=1):
            cells = text.rstrip("\r\n").split("\t")
            if len(cells) == len(_COLUMNS):
                yield line, dict(zip(_COLUMNS, cells, strict=True))
            else:
                yield line, f"has {len(cells)} columns instead of {len(_COLUMNS)}"
        return
    reader = csv.DictReader(stream, delimiter="\t" if "\t" in first else ",")
    header = [_OTHER_HEADERS.get(name, name) for name in reader.fieldnames or ()]
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise ImportFileError(
            f"{path.name} has neither 19 columns separated by tabs nor a header with "
            f"{', '.join(missing)}; give a GeoNames dump such as AM.txt"
        )
    reader.fieldnames = header
    for row in reader:
        yield reader.line_num, {name: cell or "" for name, cell in row.items() if name}


def _place(
    where: str,
    cells: Mapping[str, str],
    tagged: Mapping[str, list[ImportedName]] | None,
    options: ReadOptions,
) -> ImportedPlace | Unusable:
    identity = cells.get("geonameid", "")
    if not _ID.match(identity) or not cells.get("name"):
        return Unusable(where, "has no geonameid or no name")
    kind, finer = _kind(cells)
    if not kind:
        feature = f"{cells.get('feature_class', '')}.{cells.get('feature_code', '')}"
        return Unusable(where, f"{feature} is no kind of place that is imported")
    try:
        point = point_of(cells.get("longitude"), cells.get("latitude"))
    except ValueError as error:
        return Unusable(where, str(error))
    country = cells.get("country_code", "")
    lon, lat = point or (None, None)
    return ImportedPlace(
        where,
        (("geonames", identity),),
        kind,
        finer,
        lon,
        lat,
        tuple(_names(cells, country, tagged, options)),
        _STATUSES.get(cells.get("feature_code", ""), ""),
        country,
    )


def _kind(cells: Mapping[str, str]) -> tuple[str, str]:
    code = cells.get("feature_code", "")
    if cells.get("feature_class", "P") != "P":
        return _FEATURES.get(code, ("", ""))
    if code in _SETTLEMENTS:
        finer = _SETTLEMENTS[code]
        return ("settlement", finer) if finer else ("", "")
    people = people_of(cells.get("population"))
    if people >= _CITY:
        return "settlement", "city"
    seat = code.startswith("PPLA")
    return "settlement", "town" if seat or people >= _TOWN else "village"


def _names(
    cells: Mapping[str, str],
    country: str,
    tagged: Mapping[str, list[ImportedName]] | None,
    options: ReadOptions,
) -> Iterator[ImportedName]:
    main = tag_main(tidy(cells["name"]), country)
    others = list(_other_names(cells, country, tagged, options))
    if main is not None and country in LATIN_LANGUAGES:
        # a Latin form that the country's own language would not write is a romanization, and so is
        # one without its letters where the same name is there with them: Zernali, Zərnəli
        better = any(name.lang == main.lang and name.script == "Latn" for name in others)
        if main.certainty == "probable" and better:
            main = replace(main, lang="en")
        shown = any(name.lang == LATIN_LANGUAGES[country] for name in others)
        main = replace(main, role="romanized") if main.lang == "en" and shown else main
    yield from (*([main] if main else ()), *others)


def _other_names(
    cells: Mapping[str, str],
    country: str,
    tagged: Mapping[str, list[ImportedName]] | None,
    options: ReadOptions,
) -> Iterator[ImportedName]:
    if tagged is not None:
        yield from tagged.get(cells["geonameid"], ())
        return
    alternatives = cells.get("alternatenames", "")
    for text in alternatives.split("|" if "|" in alternatives else ","):
        name = tag_other(tidy(text), country, romanized=options.romanized)
        if name is not None:
            yield name


def _tagged_names(path: Path) -> Mapping[str, list[ImportedName]]:
    """Read the names of a file of alternate names, those in our languages, by place."""
    found: defaultdict[str, list[ImportedName]] = defaultdict(list)
    try:
        with path.open(encoding="utf-8-sig") as stream:
            for text in stream:
                cells = text.rstrip("\r\n").split("\t")
                if len(cells) >= 4 and cells[2] in _LANGUAGES:
                    name = _tagged_name(cells + [""] * 6)
                    if name is not None:
                        found[cells[1]].append(name)
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFileError(f"{path.name} cannot be read as alternate names: {error}") from error
    return found


def _tagged_name(cells: list[str]) -> ImportedName | None:
    text = tidy(cells[3])
    script = script_of_text(text)
    preferred, historic = cells[4] == "1", cells[7] == "1"
    role = "historical" if historic else "common" if preferred else "variant"
    since, until = (cell if cell.isdecimal() and len(cell) == 4 else "" for cell in cells[8:10])
    return ImportedName(cells[2], script, text, role, since, until) if script else None
