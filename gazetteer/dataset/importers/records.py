"""What every importer makes of a record, whatever its format."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from gazetteer.dataset.scripts import FOREIGN, script_of


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about a file.

    ``lang`` is the language of names that carry none; ``romanized`` keeps Latin forms of unknown
    language as romanized names; ``companion`` is a second file that belongs to the first;
    ``scheme`` is what ids are filed under that are no known catalogue's but the file's own, so
    that number 1 of one table is not number 1 of another.
    """

    lang: str = ""
    romanized: bool = False
    companion: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class ImportedName:
    """A name as the catalogue has it; ``script`` follows from the letters."""

    lang: str
    script: str
    text: str
    role: str = "common"
    since: str = ""
    until: str = ""
    certainty: str = "certain"


@dataclass(frozen=True, slots=True)
class ImportedPlace:
    """One record: ``identifiers`` are (scheme, value), its own first; ``where`` is for people."""

    where: str
    identifiers: tuple[tuple[str, str], ...]
    kind: str
    type: str
    lon: float | None
    lat: float | None
    names: tuple[ImportedName, ...]
    status: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Unusable:
    """A record that is no place here, and why."""

    where: str
    reason: str


def script_of_text(text: str) -> str:
    """Return the one script of a text, or ``""`` when it has none or several.

    >>> script_of_text("Լաչին"), script_of_text("Лaчин")
    ('Armn', '')
    """
    script = next((found for letter in text if (found := script_of(letter))), "")
    return "" if not script or FOREIGN[script].search(text) else script


def people_of(written: object) -> int:
    """Return a number of inhabitants, 0 when it is none.

    >>> people_of("12700.0"), people_of(None), people_of("many")
    (12700, 0, 0)
    """
    try:
        return int(float(str(written)))
    except (ValueError, OverflowError):
        return 0


def tidy(text: str) -> str:
    """Return a name without what catalogues put around it: brackets and what follows a comma.

    >>> tidy(" Khojaly (town),  Azerbaijan "), tidy("لاچین، آذربایجان")
    ('Khojaly', 'لاچین')
    """
    cut = re.split("[(,،]", unicodedata.normalize("NFC", text), maxsplit=1)[0]
    return " ".join(cut.replace("\u200e", "").replace("\u200f", "").split())


def point_of(lon: object, lat: object) -> tuple[float, float] | None:
    """Return (lon, lat) when both are finite numbers on the globe, None when both are empty.

    Raises ValueError, in words for the report, for anything else.
    """
    if lon in ("", None) and lat in ("", None):
        return None
    try:
        point = float(str(lon)), float(str(lat))
    except ValueError:
        raise ValueError(f"lon {lon!r}, lat {lat!r} are no numbers") from None
    if not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90):
        raise ValueError(f"lon {lon}, lat {lat} is no point; are the two swapped?")
    if point == (0.0, 0.0):
        return None
    return point
