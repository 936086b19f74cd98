"""Cutting keys in three parts, so that keys within two edits share one (Pass-Join).

Two edits touch at most two of three parts, so the third stands unchanged in the other key, at most
as far from its place as the edits before and after it allow. The compiler stores the parts of each
key; the store asks for those that a query may share, and only verifies what comes back.
"""

from __future__ import annotations

from collections.abc import Iterator

PARTS = 3
MAX_DISTANCE = PARTS - 1


def parts(key: str) -> tuple[tuple[int, str], ...]:
    """Cut a key: (where the part begins, the part), the longer parts last.

    >>> parts("lachin")
    ((0, 'la'), (2, 'ch'), (4, 'in'))
    """
    return tuple((start, key[start : start + size]) for start, size in _cuts(len(key)))


def _cuts(length: int) -> tuple[tuple[int, int], ...]:
    short, longer = divmod(length, PARTS)
    cuts = []
    start = 0
    for number in range(PARTS):
        size = short + (number >= PARTS - longer)
        cuts.append((start, size))
        start += size
    return tuple(cuts)


def probes(key: str, distance: int) -> Iterator[tuple[int, int, str]]:
    """Yield each (length, part number, segment) that a key within ``distance`` edits may have.

    ``distance`` counts insertions, deletions and substitutions and is 2 at most.

    >>> (6, 2, "in") in set(probes("laçin", 2))
    True
    """
    for length in range(max(1, len(key) - distance), len(key) + distance + 1):
        longer = len(key) - length
        for number, (start, size) in enumerate(_cuts(length)):
            before, after = min(number, distance), min(PARTS - 1 - number, distance)
            first = max(0, start - before, start + longer - after)
            last = min(len(key) - size, start + before, start + longer + after)
            segments = {key[place : place + size] for place in range(first, last + 1)}
            for segment in sorted(segments):
                yield length, number, segment
