"""What holds for every text: offsets are true, mentions are in order, nothing crashes."""

from __future__ import annotations

import time
import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.model import MAX_TEXT_LENGTH, Mention, TextQuery

_PIECES = (
    *[
        "Xankəndidə",
        "Stepanakert",
        "Ստեփանակերտում",
        "Ханкенди",
        "Лачинского коридора",
        "Lachin corridor",
    ],
    *[
        "Baku",
        "BAKU",
        "U.S.",
        "Aliyev",
        "Ilham Aliyev",
        "Mammadov",
        "President",
        "İstanbul",
        "ə",
        "1992",
        "և",
        "and",
    ],
    *(" ", "  ", "\n", "\r\n", "\n\n", "-", "’s", ",", ".", "“", "("),
    *("\u200b", "\u00ad", "\u200f", "😀", "\x00", "\u0301", "օ", "о", "﷽", "שלום"),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


def _all(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [m for mention in mentions for m in (mention, *_all(mention.nested))]


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(_TEXTS)
def test_offsets_are_code_points_of_the_text(gazetteer: Gazetteer, text: str) -> None:
    mentions = gazetteer.annotate(TextQuery(text, nested=True))
    for mention in _all(mentions):
        assert mention.surface == text[mention.start : mention.end]
        assert mention.surface.strip() == mention.surface
        assert mention.surface
    for first, second in pairwise(mentions):
        assert first.end <= second.start


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200))
def test_any_text_is_accepted(gazetteer: Gazetteer, text: str) -> None:
    for mention in gazetteer.annotate(TextQuery(text, "xx", date(2023, 1, 1))):
        assert mention.surface == text[mention.start : mention.end]


@pytest.mark.parametrize("name", ["Şuşa", "Ağdam", "Kəlbəcər", "Շուշի", "Шуша"])
def test_composed_and_decomposed_are_found_alike(gazetteer: Gazetteer, name: str) -> None:
    composed = gazetteer.annotate(TextQuery(f"({name})"))
    decomposed = gazetteer.annotate(TextQuery(f"({unicodedata.normalize('NFD', name)})"))
    one, other = (
        [mention.resolution.candidates[0].entity.id for mention in found]
        for found in (composed, decomposed)
    )
    assert one == other
    assert len(one) == 1


def test_a_text_beyond_the_limit_is_refused(gazetteer: Gazetteer) -> None:
    with pytest.raises(QueryError, match="code points"):
        gazetteer.annotate(TextQuery("a" * (MAX_TEXT_LENGTH + 1)))


def test_scores_are_the_sum_of_their_evidence(gazetteer: Gazetteer) -> None:
    text = "President Aliyev and Prime Minister Pashinian discussed the Lachin corridor, Shusha."
    for mention in gazetteer.annotate(TextQuery(text)):
        for candidate in mention.resolution.candidates:
            replayed = sum(step.weight for step in candidate.evidence)
            assert candidate.score == pytest.approx(min(1.0, max(0.0, replayed)), abs=1e-4)


@pytest.mark.parametrize("piece", ["\n", " \n", "@", "Shushi ", "A.", "<p>", "Stepana-\n", "#"])
def test_repetition_costs_no_more_than_its_length(gazetteer: Gazetteer, piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        gazetteer.annotate(TextQuery(piece * times, "en"))
        return time.process_time() - start

    small, large = min(seconds(250) for _ in range(2)), seconds(4_000)
    assert large < 16 * small * 5 + 0.5  # sixteen times the text; squared would be 256 times
