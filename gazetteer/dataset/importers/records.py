"""What every importer makes of a record, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field

from gazetteer.dataset.scripts import FOREIGN, script_of


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about a file.

    ``lang`` is the language of names that carry none; ``romanized`` keeps Latin forms of unknown
    language as romanized names; ``companion`` is a second file that belongs to the first.
    """

    lang: str = ""
    romanized: bool = False
    companion: str = ""


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
    description: str = field(default="")


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


def tidy(text: str) -> str:
    """Return a name without what catalogues put around it: brackets and what follows a comma.

    >>> tidy(" Khojaly (town),  Azerbaijan ")
    'Khojaly'
    """
    import unicodedata

    cut = unicodedata.normalize("NFC", text).partition("(")[0].partition(",")[0]
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
