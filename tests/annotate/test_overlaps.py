"""The longest of overlapping hits wins; the shorter ones inside are kept."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gazetteer.annotate.overlaps import Span, longest_spans
from gazetteer.annotate.readings import Readings


def _span(start: int, end: int) -> Span:
    return Span(start, end, Readings("", (), (), (), False, None))


def _places(spans: list[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def test_longest_wins_and_keeps_the_shorter_nested() -> None:
    spans = longest_spans([_span(0, 6), _span(0, 15), _span(7, 15)])
    assert _places(spans) == [(0, 15)]
    assert _places(spans[0].nested) == [(0, 6), (7, 15)]


def test_of_two_that_cross_the_longer_wins_and_of_equals_the_first() -> None:
    assert _places(longest_spans([_span(0, 6), _span(4, 14)])) == [(4, 14)]
    assert _places(longest_spans([_span(0, 6), _span(4, 10)])) == [(0, 6)]


def test_a_chain_keeps_both_ends() -> None:
    assert _places(longest_spans([_span(0, 9), _span(8, 12), _span(11, 20)])) == [(0, 9), (11, 20)]


_SPANS = st.sets(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=12).map(
    lambda places: [
        _span(start, start + length)
        for start, length in sorted(places, key=lambda p: (p[0], -p[1]))
    ]
)


@given(_SPANS)
def test_kept_spans_never_overlap_and_cover_every_span(given_spans: list[Span]) -> None:
    spans = longest_spans(given_spans)
    for first, second in pairwise(spans):
        assert first.end <= second.start
    for one in given_spans:
        assert any(span.start < one.end and one.start < span.end for span in spans)
        for span in spans:
            if span.start <= one.start and one.end <= span.end:
                inner = [(span.start, span.end), *_places(span.nested)]
                assert (one.start, one.end) in inner
