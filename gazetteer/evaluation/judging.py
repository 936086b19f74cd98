"""How well texts are annotated: gold against what ``core.annotate`` finds, text by text.

A gold row is found when a mention has exactly its span (strict) or shares a code point with it
(overlap). ``precision`` and ``recall`` are of spans, ``linked`` of spans with the right entity.
``entity`` is the share of strictly found rows whose entity is right, ``sense`` the share whose
sense is, of those with a gold sense; ``capitals`` is the latter for names that may stand for a
government only. Optional rows and other excusable readings are neither missed nor false alarms;
a longer reading that the gold allows is right and stands for the rows inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from gazetteer.core import Gazetteer
from gazetteer.evaluation.seeds import (
    LONGER,
    SEEDS,
    Alternative,
    Gold,
    GoldText,
    SeedSkipped,
    SeedText,
    read_gold_text,
)
from gazetteer.model import LabelPolicy, Mention, TextQuery

_AROUND = 40
"""Code points of context shown on each side of an error."""

MISS, FALSE_ALARM, WRONG_ENTITY, WRONG_SENSE = (
    "miss",
    "false alarm",
    "wrong entity",
    "wrong sense",
)


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Found:
    """What the program found: a span, the id of its first candidate (or ``""``), its sense."""

    start: int
    end: int
    surface: str
    entity: str
    sense: str

    @classmethod
    def of(cls, mention: Mention) -> Found:
        """Take what is judged from a mention."""
        candidates = mention.resolution.candidates
        entity = candidates[0].entity.id if candidates else ""
        return cls(mention.start, mention.end, mention.surface, entity, mention.sense)


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: where, what was wanted and what was found, with the text around it."""

    kind: str
    text: str
    start: int
    end: int
    wanted: str
    found: str
    context: str
    difficulty: str = ""


@dataclass(slots=True)
class Scores:
    """Counts that add up over texts; every ratio is None when there is nothing to divide by."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    gold_overlapped: int = 0
    found_overlapping: int = 0
    linked: int = 0
    senses: int = 0
    senses_right: int = 0
    capitals: int = 0
    capitals_right: int = 0

    def __add__(self, other: Scores) -> Scores:
        return Scores(*(getattr(self, key) + getattr(other, key) for key in self.__slots__))

    @property
    def precision(self) -> float | None:
        """Strictly right spans among the mentions found."""
        return _ratio(self.strict, self.found)

    @property
    def recall(self) -> float | None:
        """Strictly found spans among the gold."""
        return _ratio(self.strict, self.gold)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return _ratio(2 * self.strict, self.gold + self.found)

    @property
    def linked_precision(self) -> float | None:
        """Mentions with the right span and entity among those found."""
        return _ratio(self.linked, self.found)

    @property
    def linked_recall(self) -> float | None:
        """Gold rows found with the right span and entity."""
        return _ratio(self.linked, self.gold)

    @property
    def overlap_precision(self) -> float | None:
        """Mentions that touch a gold row."""
        return _ratio(self.found_overlapping, self.found)

    @property
    def overlap_recall(self) -> float | None:
        """Gold rows that a mention touches."""
        return _ratio(self.gold_overlapped, self.gold)

    @property
    def entity_accuracy(self) -> float | None:
        """Right entities among strictly found spans."""
        return _ratio(self.linked, self.strict)

    @property
    def sense_accuracy(self) -> float | None:
        """Right senses among strictly found spans that have a gold sense."""
        return _ratio(self.senses_right, self.senses)

    @property
    def capital_accuracy(self) -> float | None:
        """Right senses among strictly found names that may stand for a government."""
        return _ratio(self.capitals_right, self.capitals)


@dataclass(slots=True)
class Judged:
    """A text with its scores and faults, or why it was skipped."""

    seed: SeedText
    scores: Scores = field(default_factory=Scores)
    faults: list[Fault] = field(default_factory=list)
    skipped: str = ""


def evaluate(
    gazetteer: Gazetteer, manifest: Iterable[SeedText], seeds: Path = SEEDS
) -> Iterator[Judged]:
    """Judge each text of a manifest; one that cannot be judged says why. Raises RecordError."""
    for seed in manifest:
        judged = Judged(seed)
        try:
            gold = read_gold_text(seed, seeds)
        except SeedSkipped as reason:
            judged.skipped = str(reason)
        else:
            mentions = gazetteer.annotate(TextQuery(gold.text, seed.lang, seed.day))
            _Judge(gazetteer, gold, judged).judge([Found.of(mention) for mention in mentions])
        yield judged


class _Judge:
    """Compares gold and mentions of one text."""

    def __init__(self, gazetteer: Gazetteer, gold: GoldText, judged: Judged) -> None:
        self._gazetteer, self._gold, self._judged = gazetteer, gold, judged

    def judge(self, found: Sequence[Found]) -> None:
        """Fill in scores and faults."""
        scores = self._judged.scores
        asked = self._asked(found)
        excused = self._excused()
        counted = [
            mention
            for mention in found
            if _touches_any(mention, asked) or not _touches_any(mention, excused)
        ]
        by_span = {(mention.start, mention.end): mention for mention in counted}
        scores.gold, scores.found = len(asked), len(counted)
        scores.gold_overlapped = sum(_touches_any(row, counted) for row in asked)
        scores.found_overlapping = sum(_touches_any(mention, asked) for mention in counted)
        for row in asked:
            match = by_span.pop((row.start, row.end), None)
            if match is None:
                self._fault(MISS, row, self._called(row.entity), "", row.difficulty)
            else:
                self._judge_pair(row, match)
        for mention in by_span.values():
            why = [n.why for n in self._gold.negatives if _touches_any(mention, [n])]
            self._fault(FALSE_ALARM, mention, "", self._called(mention.entity), "".join(why))

    def _asked(self, found: Sequence[Found]) -> list[Gold]:
        """Return the rows that must be found, given which other readings were chosen."""
        asked = [row for row in self._gold.rows if not row.optional]
        excused = {(span.start, span.end) for span in self._excused()}
        longer = {
            (other.start, other.end, self._today(other.entity))
            for other in self._gold.alternatives
            if other.kind == LONGER
        }
        for mention in found:
            inside = [row for row in asked if _within(row, mention)]
            if any((row.start, row.end) == (mention.start, mention.end) for row in inside):
                continue
            if (mention.start, mention.end, mention.entity) in longer:
                stand_in = Gold(mention.start, mention.end, mention.surface, mention.entity)
                asked = [row for row in asked if row not in inside] + [stand_in]
            elif (mention.start, mention.end) in excused:
                asked = [row for row in asked if row not in inside]
        return sorted(asked, key=lambda row: row.start)

    def _excused(self) -> list[Gold | Alternative]:
        """Return the spans that may be found or not."""
        return [
            *(row for row in self._gold.rows if row.optional),
            *(other for other in self._gold.alternatives if other.kind != LONGER),
        ]

    def _judge_pair(self, row: Gold, mention: Found) -> None:
        scores = self._judged.scores
        scores.strict += 1
        if self._today(row.entity) == mention.entity:
            scores.linked += 1
        else:
            wanted, found = self._called(row.entity), self._called(mention.entity)
            self._fault(WRONG_ENTITY, row, wanted, found, row.difficulty)
        if not row.sense:
            return
        right = row.sense == mention.sense
        scores.senses += 1
        scores.senses_right += right
        if row.sense == "government" or self._may_govern(row.entity):
            scores.capitals += 1
            scores.capitals_right += right
        if not right:
            self._fault(WRONG_SENSE, row, row.sense, mention.sense, row.difficulty)

    def _today(self, entity: str) -> str:
        """Return the id that answers for an entity of the gold since two proved to be one."""
        store = self._gazetteer.store
        return store.entity(entity).id if entity and store.has(entity) else entity

    def _may_govern(self, entity: str) -> bool:
        return bool(self._gazetteer.store.relations_from(self._today(entity), "metonym-for"))

    def _called(self, entity: str) -> str:
        if not self._gazetteer.store.has(entity):
            return f"{entity} (unknown)" if entity else ""
        return f"{entity} {self._gazetteer.label(self._today(entity), LabelPolicy()).text}"

    def _fault(
        self, kind: str, at: Gold | Found, wanted: str, found: str, difficulty: str = ""
    ) -> None:
        before = self._gold.text[max(0, at.start - _AROUND) : at.start]
        after = self._gold.text[at.end : at.end + _AROUND]
        context = " ".join(f"{before}⟦{at.surface}⟧{after}".split())
        self._judged.faults.append(
            Fault(
                kind, self._judged.seed.name, at.start, at.end, wanted, found, context, difficulty
            )
        )


def totals(judged: Iterable[Judged]) -> dict[str, Scores]:
    """Add up scores by language, in alphabetical order, then over all texts as ``total``."""
    done = [one for one in judged if not one.skipped]
    by_lang = {
        lang: sum((one.scores for one in done if one.seed.lang == lang), Scores())
        for lang in sorted({one.seed.lang for one in done})
    }
    return {**by_lang, "total": sum((one.scores for one in done), Scores())}


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _touches_any(span: _Span, others: Sequence[_Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _within(inner: _Span, outer: _Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
