"""Glosses: the other side's name beside the one that a text used, and how they were asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from gazetteer.model.names import Name
from gazetteer.model.queries import TextQuery
from gazetteer.model.results import Mention

GLOSSED_MENTIONS = ("first", "paragraph", "every")
GLOSSED_ENTITIES = ("contested", "all")
GLOSSED_QUOTES = ("skip", "gloss")
GLOSSED_LANGUAGES = ("say", "leave-out")

LEFT_ALONE = (
    "ambiguous",
    "shared",
    "nobodys",
    "no-name",
    "other-language",
    "unknown-language",
    "given",
    "quoted",
    "longer-name",
    "address",
    "markup",
)
"""Why a mention got no gloss, in the order in which it is asked."""


@dataclass(frozen=True, slots=True)
class GlossPolicy:
    """Which mentions are glossed, and how.

    ``mentions``: the ``first`` of each entity in the text, the first in each ``paragraph``, or
    ``every`` one. ``entities``: places that are ``contested``, or ``all`` that the sides name
    differently. ``quotes``: names inside quotation marks are passed over (``skip``) or glossed in
    square brackets (``gloss``). ``other_language``: what to do with a name that is attested in
    another language only, or had to be romanized: ``say`` so, or ``leave-out`` the gloss. ``bare``
    leaves out whose name it is.
    """

    mentions: str = "first"
    entities: str = "contested"
    quotes: str = "skip"
    other_language: str = "say"
    bare: bool = False


@dataclass(frozen=True, slots=True)
class GlossQuery:
    """What do the others call what this text names? ``markup``: the text is HTML."""

    text: TextQuery
    policy: GlossPolicy = field(default_factory=GlossPolicy)
    markup: bool = False


@dataclass(frozen=True, slots=True)
class OtherName:
    """What another side, or the authority of the time, calls an entity.

    ``lang`` is the language that it is attested in, ``""`` when ``scheme`` romanized it; ``name``
    is the statement that attests it, None when it was romanized.
    """

    text: str
    lang: str
    perspective: str
    scheme: str = ""
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Gloss:
    """One insertion: ``text`` before the code point ``offset`` of the source, ``at`` in the result.

    ``mention`` is what it explains, with offsets of the source, and ``used`` the name that stands
    there; ``other`` is the name inserted, ``lang`` the language that the brackets speak.
    """

    offset: int
    at: int
    text: str
    mention: Mention
    used: Name
    other: OtherName
    lang: str


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A mention of what might be glossed that was not, and why: one of LEFT_ALONE."""

    mention: Mention
    reason: str


@dataclass(frozen=True, slots=True)
class Glossed:
    """A text with its glosses in it. Without them it is the source, code point for code point."""

    text: str
    glosses: tuple[Gloss, ...] = ()
    left_alone: tuple[LeftAlone, ...] = ()
