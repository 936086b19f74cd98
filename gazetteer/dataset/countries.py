"""Names of countries from CLDR, through Babel: a country needs only its ISO code in the tables."""

from __future__ import annotations

import babel
from babel import Locale

from gazetteer.dataset.package import Package
from gazetteer.dataset.scripts import script_of
from gazetteer.dataset.tables import Row

LANGUAGES = ("en", "az", "hy", "ru", "tr", "fa", "ka", "fr", "de")
SCHEME = "iso3166-1"
SOURCE = "cldr"


def country_names(package: Package) -> list[Row]:
    """Return rows of ``names.csv`` for every country, save those that the tables have already.

    Names that ``exclusions.csv`` lists with the country's code are left out: ordinary words.
    """
    listed = {(row["entity"], row["lang"], row["text"]) for row in package.rows("names")}
    left_out = {
        (row["value"], row["text"]) for row in package.rows("exclusions") if row["scheme"] == SCHEME
    }
    return [
        _name_row(entity, lang, text)
        for entity, code in sorted(_codes(package).items())
        for lang in LANGUAGES
        if (text := Locale.parse(lang).territories.get(code))
        and (entity, lang, text) not in listed
        and (code, text) not in left_out
    ]


def _codes(package: Package) -> dict[str, str]:
    kinds = {row["id"]: row["kind"] for row in package.rows("places")}
    return {
        row["entity"]: row["value"]
        for row in package.rows("identifiers")
        if row["scheme"] == SCHEME and kinds.get(row["entity"]) == "country"
    }


def _name_row(entity: str, lang: str, text: str) -> Row:
    script = next(found for letter in text if (found := script_of(letter)))
    return Row(
        {
            "entity": entity,
            "lang": lang,
            "script": script,
            "text": text,
            "role": "common",
            "perspective": "",
            "since": "",
            "until": "",
            "certainty": "certain",
            "romanization": "",
            "source": SOURCE,
        }
    )


def with_source(rows: list[Row]) -> list[Row]:
    """Return the rows of ``sources.csv`` with the one for these names, which tells Babel's version.

    The row of the tables is kept when there is one; only its title gains the version.
    """
    own = next((row for row in rows if row["id"] == SOURCE), _SOURCE_ROW)
    dated = Row({**own, "title": f"{own['title']}, Babel {babel.__version__}"}, own.line)
    return [*(row for row in rows if row["id"] != SOURCE), dated]


_SOURCE_ROW = Row(
    {
        "id": SOURCE,
        "kind": "dataset",
        "title": "Unicode CLDR territory names",
        "publisher": "Unicode Consortium",
        "date": "",
        "url": "https://cldr.unicode.org/",
        "licence": "Unicode-3.0",
        "attribution": "Unicode CLDR",
    }
)
