"""Which of the overlapping hits are mentions: the longest; shorter ones inside are kept nested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gazetteer.annotate.readings import Readings
from gazetteer.lookup.matcher import Hit


@dataclass(slots=True)
class Span:
    """A stretch of text, all that it may mean, and the spans nested inside it."""

    start: int
    end: int
    readings: Readings
    nested: list[Span] = field(default_factory=list)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every name that the stretch may be."""
        return self.readings.hits


def longest_spans(spans: Sequence[Span]) -> list[Span]:
    """Keep the longest of spans that overlap; they come in text order, of each place only one.

    Of two that cross without nesting the longer wins, of equals the first; what lies inside a
    kept span becomes its ``nested``, in text order.
    """
    kept: list[Span] = []
    group: list[Span] = []
    group_end = -1
    for span in spans:
        if span.start >= group_end and group:
            kept += _choose(group)
            group = []
        group.append(span)
        group_end = max(group_end, span.end)
    return kept + _choose(group)


def _choose(group: list[Span]) -> list[Span]:
    """Choose within one cluster of spans that overlap each other in a chain."""
    if len(group) == 1:
        return group
    chosen: list[Span] = []
    for span in sorted(group, key=lambda s: (s.start - s.end, s.start)):
        host = next((c for c in chosen if c.start < span.end and span.start < c.end), None)
        if host is None:
            chosen.append(span)
        elif host.start <= span.start and span.end <= host.end:
            host.nested.append(span)
    for span in chosen:
        span.nested.sort(key=lambda s: (s.start, -s.end))
    return sorted(chosen, key=lambda s: s.start)
