"""Names that are spelt alike: another script or transliteration, or a typing slip.

Both ways measure the same thing, slips among letters, so that their results compare.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import sqrt

from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import extract

from gazetteer.lookup.closeness import slips
from gazetteer.lookup.heard import heard
from gazetteer.lookup.other_scripts import leaves_out_vowels
from gazetteer.lookup.skeleton import LEAST_BONES, frame
from gazetteer.model import Evidence
from gazetteer.store import Store

_LEAST_MATCH = 0.5
"""Match below which the same skeleton is taken for chance."""

_MOST_READINGS = 20
"""Readings whose names are looked at, the closest first."""

_MOST_COMPARED = 30
"""Pairs of readings that are compared sound by sound, those that look nearest first."""

_MOST_NAMES = 200
"""Names that each way gives to the ranking at most, the closest first."""

_SAME_READING = 0.42
"""Slips that even the same reading counts as: in three or four letters it may be chance."""

_SOUND = 2.2
"""Slips of the keyboard that a slip of sound weighs: sounds are compared with much forgiveness."""

_GUESSED_VOWELS = 0.05
"""What a reading of Arabic script counts less beside other letters: its short vowels are not
written, so that English *garden* is nearly the Persian name of a newspaper."""

Way = tuple[int, float, Evidence]
"""A name number, how well it matches, and why."""


def similar(store: Store, text: str, key: str) -> Iterator[Way]:
    """Yield the names that sound like ``text`` and those whose key is a slip or two off."""
    yield from islice(_transliterated(store, text), _MOST_NAMES)
    yield from islice(_mistyped(store, key), _MOST_NAMES)


def _transliterated(store: Store, text: str) -> Iterator[Way]:
    few_vowels = leaves_out_vowels(text)
    closest: dict[tuple[str, str], float] = {}
    for _, asked, doubt, listed in _nearly_heard(store, text, few_vowels):
        most = _most_slips(max(len(asked), len(listed)))
        off = _SAME_READING + _SOUND * (doubt + slips(asked, listed, most, few_vowels))
        if off < most:
            match = _match(off, asked, listed)
            key = frame(asked), listed
            closest[key] = max(match, closest.get(key, 0.0))
    best = sorted(closest.items(), key=lambda pair: (-pair[1], pair[0]))
    for (framed, listed), match in best[:_MOST_READINGS]:
        for number in store.names_with_reading(framed, listed):
            name = store.name(number)
            detail = f"{name.text} read {listed}"
            guessed = name.script == "Arab" and not few_vowels
            sure = round(match - _GUESSED_VOWELS, 4) if guessed else match
            yield number, sure, Evidence("transliteration", detail, sure)


def _nearly_heard(store: Store, text: str, few_vowels: bool) -> list[tuple[int, str, float, str]]:
    """Return (edits, reading asked, its doubt, reading listed), the nearest pairs first."""
    asked = [(reading, doubt, frame(reading)) for reading, doubt in heard(text)]
    lengths: dict[str, range] = {}
    for reading, _, framed in asked:
        if len(framed) >= LEAST_BONES:
            known = lengths.get(framed, range(len(reading), len(reading)))
            spread = 1 + len(reading) // 4
            lengths[framed] = range(
                min(known.start, len(reading) - spread),
                max(known.stop, len(reading) + spread * (1 + few_vowels) + 1),
            )
    listed = {framed: store.readings_with_frame(framed, span) for framed, span in lengths.items()}
    pairs = []
    for reading, doubt, framed in asked:
        choices = listed.get(framed, ())
        near = extract(reading.lower(), choices, scorer=Levenshtein.distance, limit=_MOST_COMPARED)
        pairs += [(edits, reading, doubt, found) for found, edits, _ in near]
    return sorted(pairs)[:_MOST_COMPARED]


def _most_slips(length: int) -> float:
    """Return how many slips a reading of this length bears before it is taken for chance."""
    return (0.9 - _LEAST_MATCH) * length * sqrt(length) / 2.4


def _match(slips: float, one: str, other: str) -> float:
    """Say how well two spellings match: a slip weighs less, the more letters stand beside it.

    The power of the length is that of experience: one slip in 7 letters is as likely to be
    another word as two slips in 11.
    """
    length = float(max(len(one), len(other), 1))
    return round(0.9 - 2.4 * slips / (length * sqrt(length)), 4)


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
        if not edits:
            continue
        match = _match(edits, key, listed)
        detail = f"{listed}, {edits} edit{'s' * (edits > 1)}"
        for number in numbers:
            yield number, match, Evidence("typo", detail, match)
