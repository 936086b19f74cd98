"""What a text as a whole tells about its names: who was named, where it plays, on which day."""

from __future__ import annotations

import heapq
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.persons import PersonsSeen
from gazetteer.annotate.readings import Readings
from gazetteer.annotate.segments import Segments
from gazetteer.annotate.surroundings import Cues, Surroundings, is_caseless, lowered
from gazetteer.model import Entity, Name, Place
from gazetteer.store import Store

_COMMA = re.compile("[,،՝]")
_EARTH_RADIUS_M = 6_371_009.0

_LONGEST_GAP = 16
"""Code points between two names of a list: a comma, a word for *and*, an article."""

_LONGEST_WORD = 30
"""Code points looked back for the word before a mention."""

_CELL_DEGREES, _FARTHEST_CELL = 0.25, 8
_CELL_M = 19_000.0
"""The least width of a cell south of 46° N; places beyond the farthest cell count for nothing."""

_FEW_ANCHORS = 64
"""Places up to which measuring to each of them is the fastest."""

_SHORT_FORM = 15
"""Prominence by which a short form counts less: Goris is the town before it is the community."""

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
    bodies: PersonsSeen = field(default_factory=PersonsSeen)
    full_names: Counter[str] = field(default_factory=Counter)
    """How often each entity is named other than by a short form."""
    anchors: dict[str, Place] = field(default_factory=dict)
    name_ends: set[int] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)
    """Entities that were found to be meant so far."""
    other_bearers: set[str] = field(default_factory=set)
    """Surnames, folded, that the text gives to somebody who is not listed."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    readings: list[Readings] = field(default_factory=list)
    """What each of the spans may mean."""
    name_starts: set[int] = field(default_factory=set)
    units: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    """Where units of administration, or towns that share their names, stand, and their ids."""
    countries: dict[int, str] = field(default_factory=dict)
    country_starts: dict[int, str] = field(default_factory=dict)
    nouns: dict[tuple[int, int], str | None] = field(default_factory=dict)
    """By place of a name, the noun of the list it is in (see ``kinds.noun_of_list``)."""
    _around: dict[tuple[int, int], Surroundings] = field(default_factory=dict)
    _nearness: dict[str, float] = field(default_factory=dict)
    _cells: dict[tuple[int, int], list[Place]] = field(default_factory=dict)
    _list_ends: dict[int, tuple[int, int]] = field(default_factory=dict)
    _list_starts: dict[int, tuple[int, int]] = field(default_factory=dict)
    _foremost: list[tuple[int, str]] | None = None
    sure_countries: set[str] = field(default_factory=set)
    """Countries named by what is no other word: not by چین, China and a wrinkle."""
    _named_places: set[str] | None = None
    _given_away: tuple[int, int] = (-1, -1)

    def gather(self, spans: Iterable[Span]) -> None:
        """Note entities named in full and places named without namesakes, anywhere in the text."""
        for span in spans:
            self.name_ends.add(span.end)
            self.spans.append((span.start, span.end))
            readings = span.readings
            self.readings.append(readings)
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
            if not self._may_be_a_word(span):
                self.sure_countries.add(entity.id)
        elif isinstance(entity, Place) and entity.kind == "settlement":
            self._anchor(span, entity)

    def _anchor(self, span: Span, place: Place) -> None:
        first_name = lowered(span.readings.surface) in self.segments.cues_at(span.start).first_names
        if not first_name and not self._may_be_a_word(span):
            self.anchors[place.id] = place

    def _may_be_a_word(self, span: Span) -> bool:
        """Tell whether the name is an ordinary word that opens a sentence; it tells no place."""
        word = self.text[span.start : span.end].lower()
        cues = self.segments.cues_at(span.start)
        if is_caseless(word):
            folded = lowered(word)
            return folded in cues.common_words or folded in cues.homonyms
        if word not in cues.common_words:
            return False
        return self.around(span.start, span.end).starts_sentence

    def index_of(self, start: int, end: int) -> int | None:
        """Return the place of a span among ``spans``, None for a name inside another."""
        index = bisect_left(self.spans, (start, end))
        found = index < len(self.spans) and self.spans[index] == (start, end)
        return index if found else None

    def likely(self, index: int) -> Entity:
        """Return what the span means most likely, as far as nothing around it is looked at."""
        readings = self.readings[index]
        known = readings.owner
        if known is None:
            best = max(
                readings.each,
                key=lambda r: r.entity.prominence - _SHORT_FORM * (r.name.role == "short"),
            )
            known = best.entity
        return known

    def gap(self, index: int, other: int) -> str | None:
        """Return the text between two of the ``spans``, None when there is no such span."""
        if not 0 <= other < len(self.spans):
            return None
        first, second = min(index, other), max(index, other)
        return self.text[self.spans[first][1] : self.spans[second][0]]

    def named_in_full(self, entity_id: str) -> bool:
        """Tell whether a name of the entity other than a short form stands in the text."""
        return entity_id in self.full_names

    def has_company(self, entity_id: str, prominence: int) -> bool:
        """Tell whether the text names another entity of at least this prominence."""
        if self._foremost is None:
            entities = ((self.store.entity(known).prominence, known) for known in self.full_names)
            self._foremost = heapq.nlargest(2, entities)
        return any(other != entity_id and height >= prominence for height, other in self._foremost)

    def names_another_place(self, entity_id: str) -> bool:
        """Tell whether the text names a settlement or country other than this entity."""
        if self._named_places is None:
            self._named_places = self.anchors.keys() | self.sure_countries
        return len(self._named_places) > (entity_id in self._named_places)

    def give_away(self, span: Span) -> None:
        """Note that a name belongs to something called after its bearer: a street, a club."""
        self._given_away = (span.start, span.end)

    def is_given_away(self, span: Span) -> bool:
        """Tell whether the name noted last holds this one: Aliyev in Heydar Aliyev Street."""
        return self._given_away[0] <= span.start and span.end <= self._given_away[1]

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

    def last_joined(self, start: int, end: int, cues: Cues) -> tuple[int, int]:
        """Return the span of the last name of the list that begins with the one given.

        Names of a list have nothing but a comma, a blank or a word for *and* between them.
        """
        return self._walked(start, end, cues, 1, self._list_ends)

    def first_joined(self, start: int, end: int, cues: Cues) -> tuple[int, int]:
        """Return the span of the first name of the list that ends with the one given."""
        return self._walked(start, end, cues, -1, self._list_starts)

    def _walked(
        self,
        start: int,
        end: int,
        cues: Cues,
        step: int,
        known: dict[int, tuple[int, int]],
    ) -> tuple[int, int]:
        """Walk through a list from one of its names; every name met remembers where it ends."""
        index = bisect_left(self.spans, (start, end))
        if index == len(self.spans) or self.spans[index] != (start, end):
            return start, end  # a name inside another
        passed = [index]
        while (last := known.get(index)) is None:
            beyond = index + step
            first, second = sorted((index, beyond))
            if first < 0 or second == len(self.spans) or not self._joins(first, cues):
                last = self.spans[index]
                break
            index = beyond
            passed.append(index)
        known.update(dict.fromkeys(passed, last))
        return last

    def list_length(self, start: int, end: int, cues: Cues) -> int:
        """Return how many names stand in the list of the one given, itself among them."""
        first = self.index_of(*self.first_joined(start, end, cues))
        last = self.index_of(*self.last_joined(start, end, cues))
        return 1 if first is None or last is None else last - first + 1

    def _joins(self, index: int, cues: Cues) -> bool:
        """Tell whether a name and the one that follows it stand in one list."""
        gap = self.text[self.spans[index][1] : self.spans[index + 1][0]]
        if len(gap) > _LONGEST_GAP or not gap.strip():
            return False
        words = _COMMA.sub(" ", gap).replace("'", " ").replace("’", " ").lower().split()
        while words and words[-1] in cues.linking_words:
            words.pop()  # de Fizouli et du Zanguezour
        if not words and not _COMMA.search(gap):
            return False
        return len(words) <= 1 and all(word in cues.and_words for word in words)

    def follows_name(self, start: int) -> bool:
        """Tell whether a listed name ends right before ``start``, one blank between."""
        return start - 1 in self.name_ends and self._blank(start - 1)

    def nearness(self, entity: Entity) -> float:
        """Return 0–1: how near the place lies to another place that the text names."""
        if not isinstance(entity, Place) or entity.lon is None or entity.lat is None:
            return 0.0
        known = self._nearness.get(entity.id)
        if known is None:
            known = math.exp2(-self._nearest_m(entity) / _NEARBY_M)
            self._nearness[entity.id] = known
        return known

    def _nearest_m(self, place: Place) -> float:
        """Return the metres to the nearest other place that the text names, inf when far off.

        Places are kept by cells of a grid, so that a text that names thousands costs no more for
        each of them than one that names a few.
        """
        if len(self.anchors) <= _FEW_ANCHORS:
            return min(self._metres_to(place, self.anchors.values()), default=math.inf)
        if not self._cells:
            for anchor in self.anchors.values():
                if anchor.lon is not None and anchor.lat is not None:
                    self._cells.setdefault(_cell(anchor.lon, anchor.lat), []).append(anchor)
        column, row = _cell(place.lon or 0.0, place.lat or 0.0)
        nearest = math.inf
        for ring in range(_FARTHEST_CELL + 1):
            if nearest <= (ring - 1) * _CELL_M:
                break  # nothing in this ring is nearer
            for cell in _ring(column, row, ring):
                metres = self._metres_to(place, self._cells.get(cell, ()))
                nearest = min(nearest, *metres) if metres else nearest
        return nearest

    @staticmethod
    def _metres_to(place: Place, others: Iterable[Place]) -> list[float]:
        lon, lat = place.lon or 0.0, place.lat or 0.0
        apart = (other for other in others if other.id != place.id)
        return [distance_m(lon, lat, other.lon or 0.0, other.lat or 0.0) for other in apart]


def _cell(lon: float, lat: float) -> tuple[int, int]:
    return math.floor(lon / _CELL_DEGREES), math.floor(lat / _CELL_DEGREES)


def _ring(column: int, row: int, ring: int) -> list[tuple[int, int]]:
    """Return the cells whose greater distance from the one given is ``ring``."""
    steps = range(-ring, ring + 1)
    return [(column + x, row + y) for x in steps for y in steps if max(abs(x), abs(y)) == ring]


@lru_cache(maxsize=100_000)
def distance_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
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
