"""How well spellings are looked up that no table lists, and how well other words are left alone.

``seeds/spellings`` has names as other languages write them, each with the place that is meant, and
words and cities that have nothing to do with the region. A spelling is found when the first
candidate is the place itself or lies within 5 km of it; a district and the town that it is named
after count as one. It is *answered* when it is found and not called unknown.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from gazetteer.core import Gazetteer
from gazetteer.evaluation.seeds import SEEDS
from gazetteer.model import RESOLVED, UNKNOWN, Entity, NameQuery, Place, Resolution
from gazetteer.space.plane import geodesic_metres

_NEAR_KM, _SAME_NAME_KM = 5.0, 50.0
_AS_LISTED = ("same-text", "same-letters", "same-key")
_TEN = 10


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language writes a place: made by rules, from a catalogue, or seen on a page."""

    lang: str
    query: str
    entity: str
    kind: str
    written_from: str
    source: str
    split: str


@dataclass(frozen=True, slots=True)
class Unrelated:
    """A word, or a place elsewhere in the world, that must not be taken for one of ours."""

    lang: str
    query: str
    kind: str
    source: str
    split: str


@dataclass(frozen=True, slots=True)
class LookedUp:
    """One spelling with what was found for it."""

    spelling: Spelling
    resolution: Resolution
    found: bool
    same: bool
    among_ten: bool

    @property
    def answered(self) -> bool:
        """Found, and not called unknown."""
        return self.found and self.resolution.status != UNKNOWN


@dataclass(slots=True)
class Recall:
    """Counts of spellings that add up."""

    asked: int = 0
    found: int = 0
    same: int = 0
    among_ten: int = 0
    answered: int = 0

    def count(self, one: LookedUp) -> None:
        """Add one spelling."""
        self.asked += 1
        for field in fields(self)[1:]:
            setattr(self, field.name, getattr(self, field.name) + getattr(one, field.name))


@dataclass(slots=True)
class FalseAlarms:
    """Counts of unrelated words that were taken for something."""

    asked: int = 0
    resolved: int = 0
    ambiguous: int = 0

    def count(self, status: str) -> None:
        """Add one word, by the status of its answer."""
        self.asked += 1
        self.resolved += status == RESOLVED
        self.ambiguous += status not in (RESOLVED, UNKNOWN)


def read_spellings(seeds: Path = SEEDS) -> list[Spelling]:
    """Read ``spellings/spellings.csv``."""
    return [Spelling(**row) for row in _rows(seeds / "spellings" / "spellings.csv")]


def read_unrelated(seeds: Path = SEEDS) -> list[Unrelated]:
    """Read ``spellings/unrelated.csv``."""
    return [Unrelated(**row) for row in _rows(seeds / "spellings" / "unrelated.csv")]


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def look_up_spellings(gazetteer: Gazetteer, spellings: Iterable[Spelling]) -> Iterator[LookedUp]:
    """Look up each spelling, language not told; those that the data list by now are left out."""
    for spelling in spellings:
        resolution = gazetteer.look_up(NameQuery(spelling.query, limit=_TEN))
        ids = [candidate.entity.id for candidate in resolution.candidates]
        if ids and resolution.candidates[0].evidence[0].rule in _AS_LISTED:
            continue
        same = ids[:1] == [spelling.entity]
        found = same or (bool(ids) and _is_there(gazetteer, spelling.entity, ids[0]))
        yield LookedUp(spelling, resolution, found, same, spelling.entity in ids)


def look_up_unrelated(
    gazetteer: Gazetteer, words: Iterable[Unrelated]
) -> Iterator[tuple[Unrelated, Resolution]]:
    """Look up words that mean nothing here; those that the data list by now are left out."""
    for word in words:
        resolution = gazetteer.look_up(NameQuery(word.query))
        first = resolution.candidates[:1]
        if not (first and first[0].evidence[0].rule in _AS_LISTED):
            yield word, resolution


def recall_by_group(looked_up: Iterable[LookedUp]) -> dict[tuple[str, str], Recall]:
    """Count by (kind, language), by (kind, all) and over all: ``("all", "all")``."""
    counts: defaultdict[tuple[str, str], Recall] = defaultdict(Recall)
    for one in looked_up:
        kind, lang = one.spelling.kind, one.spelling.lang
        for group in (("all", "all"), (kind, "all"), ("all", lang), (kind, lang)):
            counts[group].count(one)
    return dict(counts)


def false_alarms_by_kind(
    answers: Iterable[tuple[Unrelated, Resolution]],
) -> dict[str, FalseAlarms]:
    """Count by kind and over all."""
    counts: defaultdict[str, FalseAlarms] = defaultdict(FalseAlarms)
    for word, resolution in answers:
        for group in ("all", word.kind):
            counts[group].count(resolution.status)
    return dict(counts)


def _is_there(gazetteer: Gazetteer, meant: str, found: str) -> bool:
    """Tell whether one place lies where another is: near, or the unit and the town of a name."""
    here, there = gazetteer.get(meant), gazetteer.get(found)
    apart = _kilometres(here, there)
    if apart is None:
        return False
    if "admin-unit" in (here.kind, there.kind) and apart <= _SAME_NAME_KM:
        names, others = (
            {name.text for name in gazetteer.names(entity.id)} for entity in (here, there)
        )
        return apart <= _NEAR_KM or not names.isdisjoint(others)
    return apart <= _NEAR_KM


def _kilometres(one: Entity, other: Entity) -> float | None:
    """Return the distance between two places; None when one has no point."""
    points = [
        (entity.lon, entity.lat)
        for entity in (one, other)
        if isinstance(entity, Place) and entity.lon is not None and entity.lat is not None
    ]
    if len(points) < 2:
        return None
    return geodesic_metres(*points[0], *points[1]) / 1000
