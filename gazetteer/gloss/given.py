"""Glosses that a text already has: they are taken out before it is read, and not written twice.

What stands in brackets is a gloss when it announces itself as one (*Armenian: …*), or is a listed
name and nothing else, and another name of the same entity stands before it. That is told from the
letters alone, so that a glossed text is read as the one that it was made from: whatever is decided
about it is decided again in the same way, and glossing twice adds nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from gazetteer.core import Gazetteer
from gazetteer.gloss.wording import announced, brackets
from gazetteer.lookup.keys import fold

LOOKED_BACK = 100
"""Code points before brackets in which a name that they explain may stand."""

_SAID_NEARBY = 60


@dataclass(frozen=True, slots=True)
class Given:
    """A gloss that was there: where it was taken out, its name, and the entities of that name."""

    place: int
    name: str
    entities: frozenset[str]

    def explains(self, entity_id: str) -> bool:
        """Tell whether it may be about the entity; one with a name that nobody lists may be."""
        return not self.entities or entity_id in self.entities


class Stripped:
    """A text without the glosses that it had; ``cuts`` are their (place, length), in order."""

    def __init__(
        self, text: str, given: Sequence[Given] = (), cuts: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.text = text
        self._given = tuple(given)
        self._places = [place for place, _ in cuts]
        self._lengths = [0, *accumulate(length for _, length in cuts)]

    def original(self, offset: int, *, opens: bool = False) -> int:
        """Map an offset to the text as it was; ``opens``: of the first letter of something."""
        cut = bisect_right if opens else bisect_left
        return offset + self._lengths[cut(self._places, offset)]

    def after(self, offset: int) -> tuple[Given, ...]:
        """Return the glosses that stood at an offset or soon after."""
        first = bisect_left(self._places, offset)
        return self._given[first : bisect_right(self._places, offset + _SAID_NEARBY)]


def strip_given(core: Gazetteer, text: str) -> Stripped:
    """Take the glosses out of a text."""
    found = brackets(text)
    if not found:
        return Stripped(text)
    pieces: list[str] = []
    given: list[Given] = []
    cuts: list[tuple[int, int]] = []
    done = length = 0
    before = ""
    for start, end, content in found:
        piece = text[done:start]
        before = (before + piece)[-LOOKED_BACK:]
        gloss = _gloss(core, content, before, length + len(piece))
        done = start if gloss is None else end
        pieces.append(piece)
        length += len(piece)
        if gloss is not None:
            given.append(gloss)
            cuts.append((length, end - start))
    pieces.append(text[done:])
    return Stripped("".join(pieces), given, cuts)


def is_recognised(core: Gazetteer, text: str, before: str) -> bool:
    """Tell whether a gloss about to be inserted after ``before`` would be taken out again."""
    found = brackets(text)
    return len(found) == 1 and _gloss(core, found[0][2], before, 0) is not None


def _gloss(core: Gazetteer, content: str, before: str, place: int) -> Given | None:
    if not before or before[-1].isspace():
        return None
    name = announced(content)
    entities = _called(core, name or content)
    if name is not None:
        return Given(place, name, entities)
    line = before.rpartition("\n")[2]
    named = frozenset(one for one in entities if _stands_before(core, one, content, line))
    return Given(place, content, named) if named else None


def _called(core: Gazetteer, text: str) -> frozenset[str]:
    store = core.store
    key = fold(text)
    if not key:
        return frozenset()
    return frozenset(store.name(number).entity for number in store.names_with_key(key))


def _stands_before(core: Gazetteer, entity_id: str, content: str, line: str) -> bool:
    """Tell whether another name of the entity, in whatever case, may stand in a line."""
    words = fold(line).split()
    key = fold(content)
    for name in core.names(entity_id):
        other = fold(name.text)
        stem = _stem(other)
        if other != key and any(word.startswith(stem) for word in words):
            return True
    return False


def _stem(key: str) -> str:
    """Return what no ending takes from the first word of a name: all but its last two letters."""
    word = key.partition(" ")[0]
    return word[: max(2, len(word) - 2)]
