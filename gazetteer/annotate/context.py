"""What a text as a whole tells about its names: who was named, where it plays, on which day."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.persons import PersonsSeen
from gazetteer.annotate.segments import Segments
from gazetteer.annotate.surroundings import Surroundings
from gazetteer.model import Entity, Name, Place
from gazetteer.store import Store

_COMMA = re.compile("[,،՝]")
_EARTH_RADIUS_M = 6_371_009.0

_LONGEST_WORD = 30
"""Code points looked back for the word before a mention."""

_NEARBY_M = 40_000.0
"""Distance at which a co-mentioned place still speaks for a namesake with half its weight."""


@dataclass(slots=True)
class TextContext:
    """Everything that ranking may ask about one text while its mentions are decided in order."""

    store: Store
    text: str
    segments: Segments
    day: date | None
    nested: bool = False
    persons: PersonsSeen = field(default_factory=PersonsSeen)
    full_names: Counter[str] = field(default_factory=Counter)
    """How often each entity is named other than by a short form."""
    anchors: dict[str, Place] = field(default_factory=dict)
    name_ends: set[int] = field(default_factory=set)
    other_bearers: set[str] = field(default_factory=set)
    """Surnames, folded, that the text gives to somebody who is not listed."""
    given_away: list[tuple[int, int]] = field(default_factory=list)
    """Spans whose name belongs to something called after its bearer: a street, a club."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    name_starts: set[int] = field(default_factory=set)
    units: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    """Where units of administration, or towns that share their names, stand, and their ids."""
    countries: dict[int, str] = field(default_factory=dict)
    country_starts: dict[int, str] = field(default_factory=dict)
    _around: dict[tuple[int, int], Surroundings] = field(default_factory=dict)
    _nearness: dict[str, float] = field(default_factory=dict)

    def gather(self, spans: Iterable[Span]) -> None:
        """Note entities named in full and places named without namesakes, anywhere in the text."""
        for span in spans:
            self.name_ends.add(span.end)
            self.spans.append((span.start, span.end))
            readings = span.readings
            for entity_id in readings.full:
                self.full_names[entity_id] += 1
            if readings.opens_name:
                self.name_starts.add(span.start)
            if readings.units:
                self.units.append((span.start, readings.units))
            if readings.owner is not None:
                self._note_owner(span, readings.owner)

    def _note_owner(self, span: Span, entity: Entity) -> None:
        if entity.kind == "country":
            self.countries[span.end] = self.country_starts[span.start] = entity.id
        elif entity.kind == "settlement" and isinstance(entity, Place):
            self.anchors[entity.id] = entity

    def named_in_full(self, entity_id: str) -> bool:
        """Tell whether a name of the entity other than a short form stands in the text."""
        return entity_id in self.full_names

    def has_company(self, entity_id: str, prominence: int) -> bool:
        """Tell whether the text names another entity of at least this prominence."""
        return any(
            other != entity_id and self.store.entity(other).prominence >= prominence
            for other in self.full_names
        )

    def names_another_place(self, entity_id: str) -> bool:
        """Tell whether the text names a settlement or country other than this entity."""
        return any(other != entity_id for other in (*self.anchors, *self.countries.values()))

    def around(self, start: int, end: int) -> Surroundings:
        """Return the words around ``text[start:end]``, worked out once."""
        around = self._around.get((start, end))
        if around is None:
            around = self._around[start, end] = Surroundings(self.text, start, end)
        return around

    def country_before(self, start: int) -> str | None:
        """Return the country whose name ends right before ``start``, one blank between."""
        return self.countries.get(start - 1) if self._blank(start - 1) else None

    def country_after(self, end: int) -> str | None:
        """Return the country whose name begins right after ``end``, one blank between."""
        return self.country_starts.get(end + 1) if self._blank(end) else None

    def _blank(self, offset: int) -> bool:
        return self.text[offset : offset + 1] in (" ", "\u00a0")

    def begins_name(self, start: int) -> bool:
        """Tell whether a listed name, not a bare surname, begins at ``start``."""
        return start in self.name_starts

    def span_at(self, start: int) -> tuple[int, int] | None:
        """Return the span of the listed name that begins at ``start``, if there is one."""
        index = bisect_left(self.spans, (start, 0))
        found = index < len(self.spans) and self.spans[index][0] == start
        return self.spans[index] if found else None

    def begins_span(self, start: int) -> bool:
        """Tell whether any listed name, a bare surname too, begins at ``start``."""
        return self.span_at(start) is not None

    def ends_name(self, around: Surroundings, word: str) -> bool:
        """Tell whether the word after a mention is the last word of another listed name."""
        return any(token.lower == word and token.end in self.name_ends for token in around.after)

    def has_capital_beside(self, start: int, end: int) -> bool:
        """Tell, cheaply, whether the word before or after ``text[start:end]`` has a capital."""
        text = self.text
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            return True
        word = text[max(0, start - _LONGEST_WORD) : start].split()[-1:]
        return bool(word) and word[0][:1].isupper()

    def line_before(self, start: int) -> str:
        """Return what stands before ``start`` in its line."""
        return self.text[self.text.rfind("\n", 0, start) + 1 : start]

    def line_around(self, start: int) -> tuple[int, int]:
        """Return where the line begins and ends that holds the code point at ``start``."""
        end = self.text.find("\n", start)
        return self.text.rfind("\n", 0, start) + 1, end if end >= 0 else len(self.text)

    def last_joined(self, start: int, end: int, and_words: Container[str]) -> tuple[int, int]:
        """Return the span of the last name of the list that begins with the one given.

        Names of a list have nothing but a comma, a blank or a word for *and* between them.
        """
        index = bisect_left(self.spans, (start, end)) + 1
        while index < len(self.spans) and index > 0:
            following = self.spans[index]
            if not self._joins(self.text[end : following[0]], and_words):
                break
            (start, end), index = following, index + 1
        return start, end

    def first_joined(self, start: int, end: int, and_words: Container[str]) -> tuple[int, int]:
        """Return the span of the first name of the list that ends with the one given."""
        index = bisect_left(self.spans, (start, end)) - 1
        while index >= 0:
            previous = self.spans[index]
            if not self._joins(self.text[previous[1] : start], and_words):
                break
            (start, end), index = previous, index - 1
        return start, end

    def in_list(self, start: int, end: int, and_words: Container[str]) -> bool:
        """Tell whether the name stands in a list with another name."""
        return (
            self.first_joined(start, end, and_words)[0] < start
            or self.last_joined(start, end, and_words)[1] > end
        )

    @staticmethod
    def _joins(gap: str, and_words: Container[str]) -> bool:
        """Tell whether two names with ``gap`` between them stand in one list."""
        words = _COMMA.sub(" ", gap).lower().split()
        if len(words) > 1 or not (gap.strip() or words):
            return False
        return all(word in and_words for word in words)

    def follows_name(self, start: int) -> bool:
        """Tell whether a listed name ends right before ``start``, one blank between."""
        return start - 1 in self.name_ends and self._blank(start - 1)

    def nearness(self, entity: Entity) -> float:
        """Return 0–1: how near the place lies to another place that the text names."""
        if not isinstance(entity, Place) or entity.lon is None or entity.lat is None:
            return 0.0
        known = self._nearness.get(entity.id)
        if known is None:
            others = (place for place in self.anchors.values() if place.id != entity.id)
            metres = (_metres(entity.lon, entity.lat, p.lon or 0.0, p.lat or 0.0) for p in others)
            known = math.exp2(-min(metres, default=math.inf) / _NEARBY_M)
            self._nearness[entity.id] = known
        return known


@lru_cache(maxsize=100_000)
def _metres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the distance on a sphere: half a per cent off, which is nothing to a weight.

    The geodesic would cost every start of the command a tenth of a second of imports.
    """
    first, second = math.radians(lat), math.radians(other_lat)
    across = math.sin(math.radians(other_lon - lon) / 2) ** 2
    chord = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * across
    return 2 * _EARTH_RADIUS_M * math.asin(math.sqrt(chord))


def holds_on(name: Name, day: date | None) -> bool:
    """Tell whether the name was in use on ``day``, or without a day whether it still is."""
    return name.span.contains(day) if day else not name.span.until
