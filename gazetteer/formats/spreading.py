"""Moving things on a line apart, each as little as can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def spread(
    wanted: Sequence[float], sizes: Sequence[float], lowest: float, highest: float
) -> list[float]:
    """Return middles near those ``wanted``, in the same order, so that no two things overlap.

    ``wanted`` ascends; ``sizes`` are lengths along the line. The squares of the moves add up to
    the least possible (pool adjacent violators); all stay between the two ends if there is room.

    >>> spread([10, 11, 50], [10, 10, 10], 0, 100)
    [5.5, 15.5, 50.0]
    """
    if not wanted:
        return []
    offsets = [0.0]
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + (before + after) / 2)
    pools: list[tuple[float, int]] = []
    for aim, offset in zip(wanted, offsets, strict=True):
        mean, count = aim - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean = (mean * count + other * others) / (count + others)
            count += others
        pools.append((mean, count))
    first = lowest + sizes[0] / 2
    last = highest - sizes[-1] / 2 - offsets[-1]
    bases = [max(first, min(last, mean)) for mean, count in pools for _ in range(count)]
    return [base + offset for base, offset in zip(bases, offsets, strict=True)]


def tick_step(length: float, most: float, steps: Sequence[float]) -> float:
    """Return the smallest step that divides a length into at most so many parts.

    >>> tick_step(42.8, 10, (1, 2, 5, 10))
    5
    """
    return next((step for step in steps if length / step <= most), steps[-1])
