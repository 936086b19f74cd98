"""Names: what somebody calls an entity, in a language, at a time, on a source."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.model.timespan import ALWAYS, TimeSpan

ROLES = (
    "official",
    "common",
    "historical",
    "exonym",
    "short",
    "acronym",
    "variant",
    "romanized",
    "adjective",
    "demonym",
)
"""What a name is used for; labels are made by the order in ``labels``."""

CERTAINTIES = ("certain", "probable", "uncertain")

DERIVED = "derived"
"""The certainty of a name that follows from another by rule: found in texts, never shown."""


@dataclass(frozen=True, slots=True)
class Name:
    """One row of ``names.csv``: a statement that a perspective calls an entity so.

    ``lang`` is the language the form is written in and ``perspective`` the side whose name it is;
    the two are independent, and an empty perspective means that the use is not one side's.
    """

    entity: str
    lang: str
    text: str
    script: str = ""
    role: str = "common"
    perspective: str = ""
    span: TimeSpan = ALWAYS
    certainty: str = "certain"
    romanization: str = ""
    source: str = ""
