"""The longest of overlapping hits wins; the shorter ones inside are kept."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gazetteer.annotate.overlaps import Span, longest_spans
from gazetteer.lookup.matcher import Hit


def _hit(start: int, end: int, number: int = 1) -> Hit:
    return Hit(start, end, number, "nom", 1.0)


def _places(spans: list[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def test_longest_wins_and_keeps_the_shorter_nested() -> None:
    spans = longest_spans([_hit(0, 6), _hit(0, 15), _hit(7, 15)])
    assert _places(spans) == [(0, 15)]
    assert _places(spans[0].nested) == [(0, 6), (7, 15)]


def test_namesakes_share_a_span() -> None:
    (span,) = longest_spans([_hit(0, 6, 1), _hit(0, 6, 2)])
    assert [hit.number for hit in span.hits] == [1, 2]


def test_of_two_that_cross_the_longer_wins_and_of_equals_the_first() -> None:
    assert _places(longest_spans([_hit(0, 6), _hit(4, 14)])) == [(4, 14)]
    assert _places(longest_spans([_hit(0, 6), _hit(4, 10)])) == [(0, 6)]


def test_a_chain_keeps_both_ends() -> None:
    assert _places(longest_spans([_hit(0, 9), _hit(8, 12), _hit(11, 20)])) == [(0, 9), (11, 20)]


_HITS = st.lists(
    st.builds(
        lambda start, length: _hit(start, start + length), st.integers(0, 30), st.integers(1, 9)
    ),
    max_size=12,
)


@given(_HITS)
def test_kept_spans_never_overlap_and_cover_every_hit(hits: list[Hit]) -> None:
    spans = longest_spans(hits)
    for first, second in pairwise(spans):
        assert first.end <= second.start
    for hit in hits:
        assert any(span.start < hit.end and hit.start < span.end for span in spans)
        for span in spans:
            if span.start <= hit.start and hit.end <= span.end:
                inner = [(span.start, span.end), *_places(span.nested)]
                assert (hit.start, hit.end) in inner
