"""Which of the overlapping hits are mentions: the longest; shorter ones inside are kept nested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gazetteer.lookup.matcher import Hit


@dataclass(slots=True)
class Span:
    """A stretch of text with all hits that fill it exactly, and the spans nested inside it."""

    start: int
    end: int
    hits: list[Hit]
    nested: list[Span] = field(default_factory=list)


def longest_spans(hits: Sequence[Hit]) -> list[Span]:
    """Group hits by place and keep the longest of those that overlap, in text order.

    Of two that cross without nesting the longer wins, of equals the first; what lies inside a
    kept span becomes its ``nested``, in text order.
    """
    by_place: dict[tuple[int, int], Span] = {}
    for hit in hits:
        by_place.setdefault((hit.start, hit.end), Span(hit.start, hit.end, [])).hits.append(hit)
    kept: list[Span] = []
    group: list[Span] = []
    group_end = -1
    for span in sorted(by_place.values(), key=lambda s: (s.start, -s.end)):
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
