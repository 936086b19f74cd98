"""Names that are spelt alike: another script or transliteration, or a typing slip.

Both ways measure the same thing, slips among letters, so that their results compare.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import sqrt

from rapidfuzz.distance import OSA, Levenshtein

from gazetteer.lookup.skeleton import LEAST_BONES, bones, readings
from gazetteer.model import Evidence
from gazetteer.store import Store

_LEAST_MATCH = 0.5
"""Match below which the same skeleton is taken for chance."""

_MOST_READINGS = 20
"""Readings whose names are looked at, the closest first."""

_MOST_NAMES = 200
"""Names that each way gives to the ranking at most, the closest first."""

_SAME_READING = 0.45
"""Slips that even the same reading counts as: in three or four letters it may be chance."""

_GUESSED_VOWELS = 0.05
"""What a reading of Arabic script counts less beside Latin letters: its short vowels are not
written, so that English *garden* is nearly the Persian name of a newspaper."""

Way = tuple[int, float, Evidence]
"""A name number, how well it matches, and why."""


def similar(store: Store, text: str, key: str) -> Iterator[Way]:
    """Yield the names that sound like ``text`` and those whose key is a slip or two off."""
    yield from islice(_transliterated(store, text), _MOST_NAMES)
    yield from islice(_mistyped(store, key), _MOST_NAMES)


def _transliterated(store: Store, text: str) -> Iterator[Way]:
    closest: dict[tuple[str, str], float] = {}
    for asked in readings(text):
        skeleton = bones(asked)
        if len(skeleton) < LEAST_BONES:
            continue
        most = _most_slips(len(asked))
        for listed in store.readings_with_skeleton(
            skeleton, range(len(asked) - most, len(asked) + most + 1)
        ):
            slips = Levenshtein.distance(asked, listed, score_cutoff=most)
            if slips <= most:
                match = _match(slips, asked, listed)
                closest[skeleton, listed] = max(match, closest.get((skeleton, listed), 0.0))
    best = sorted(closest.items(), key=lambda pair: (-pair[1], pair[0]))
    for (skeleton, listed), match in best[:_MOST_READINGS]:
        for number in store.names_with_reading(skeleton, listed):
            name = store.name(number)
            detail = f"{name.text} read {listed}"
            guessed = name.script == "Arab" and text.isascii()
            sure = round(match - _GUESSED_VOWELS, 4) if guessed else match
            yield number, sure, Evidence("transliteration", detail, sure)


def _most_slips(length: int) -> int:
    """Return how many slips a reading of this length bears before it is taken for chance."""
    return max(1, int((0.9 - _LEAST_MATCH) * length * sqrt(length) / 2.4))


def _match(slips: float, one: str, other: str) -> float:
    """Say how well two spellings match: a slip weighs less, the more letters stand beside it.

    The power of the length is that of experience: one slip in 7 letters is as likely to be
    another word as two slips in 11.
    """
    length = float(max(len(one), len(other), 1))
    return round(0.9 - 2.4 * max(slips, _SAME_READING) / (length * sqrt(length)), 4)


def allowed_edits(key: str) -> int:
    """Return how many edits a key of this length may be off: none up to 3 letters, then 1, then 2.

    >>> [allowed_edits(key) for key in ("sus", "susha", "shusha")]
    [0, 1, 2]
    """
    return 0 if len(key) <= 3 else 1 if len(key) <= 5 else 2


def _mistyped(store: Store, key: str) -> Iterator[Way]:
    allowed = allowed_edits(key)
    if not allowed:
        return
    for listed, numbers in store.near_keys(key, allowed):
        edits = OSA.distance(key, listed)
        match = _match(edits, key, listed)
        detail = f"{listed}, {edits} edit{'s' * (edits > 1)}"
        for number in numbers:
            yield number, match, Evidence("typo", detail, match)
