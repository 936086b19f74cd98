"""Labels are moved apart and no farther than needed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.formats.spreading import spread, tick_step


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 30)), max_size=40))
def test_nothing_overlaps_and_all_stay_inside(things: list[tuple[float, float]]) -> None:
    things.sort()
    wanted, sizes = [aim for aim, _ in things], [size for _, size in things]
    middles = spread(wanted, sizes, -200, 1200)
    boxes = [(m - s / 2, m + s / 2) for m, s in zip(middles, sizes, strict=True)]
    assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(boxes))
    assert all(low >= -200 - 1e-6 and high <= 1200 + 1e-6 for low, high in boxes)


def test_what_has_room_stays() -> None:
    assert spread([10, 40, 90], [10, 20, 10], 0, 100) == [10, 40, 90]


@pytest.mark.parametrize(("length", "step"), [(3, 0.5), (42.8, 5), (404.8, 50), (9e9, 500)])
def test_ticks(length: float, step: float) -> None:
    assert tick_step(length, 10, (0.5, 1, 2, 5, 10, 20, 50, 100, 500)) == step
