"""How the press of one language spells names of another: a convention, not a scheme with signs.

German newspapers write Кельбаджар *Kelbadschar* and French ones *Kelbadjar*. Where the convention
wavers (Latchin, Latchine) a name has several spellings. They are for finding names in texts; none
is ever shown as a name, for nobody need have used it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

_WORD = re.compile(r"[^\W\d_]+")
_NOTHING = "."
"""Stands in a rule for no letter at all."""


class Press:
    """A convention of spelling: what each group of letters becomes, with alternatives.

    ``rules`` are (regular expression, equivalents parted by blanks); of two that match at the same
    place the first counts. A name takes one equivalent for every occurrence of a rule. At most
    ``most`` spellings are made, the usual ones first.

    >>> spell = Press((("ш", "sch"), ("у", "u"), ("а", "a"), ("ы", "y i"), ("л", "l")), 4)
    >>> spell("Шушалы")
    ('Schuschaly', 'Schuschali')
    """

    def __init__(self, rules: Iterable[tuple[str, str]], most: int = 8) -> None:
        listed = tuple(rules)
        self._unit = re.compile("|".join(f"({pattern})" for pattern, _ in listed))
        self._equivalents = tuple(
            tuple("" if one == _NOTHING else one for one in latin.split()) for _, latin in listed
        )
        self._most = most
        self._spelt = lru_cache(65_536)(self._all_spellings)

    def __call__(self, text: str) -> tuple[str, ...]:
        """Return the spellings of a name; none when it has letters that no rule knows."""
        return self._spelt(text)

    def _all_spellings(self, text: str) -> tuple[str, ...]:
        pieces, edge = [], 0
        lower = text.replace("İ", "i").lower()
        for match in self._unit.finditer(lower):
            rule = (match.lastindex or 0) - 1
            pieces += [(lower[edge : match.start()], -1), (match.group(), rule)]
            edge = match.end()
        pieces.append((lower[edge:], -1))
        if any(rule < 0 and _WORD.search(piece) for piece, rule in pieces):
            return ()
        used = sorted({rule for _, rule in pieces if rule >= 0})
        found: dict[str, None] = {}
        for choice in product(*(self._equivalents[rule] for rule in used)):
            chosen = dict(zip(used, choice, strict=True))
            spelt = "".join(chosen.get(rule, piece) for piece, rule in pieces)
            found[_capitals_of(text, spelt)] = None
            if len(found) == self._most:
                break
        return tuple(found)


def letters(source: str, latin: str) -> Iterator[tuple[str, str]]:
    """Return one rule for each letter of ``source``, with the word of ``latin`` in its place."""
    return zip(source, latin.split(), strict=True)


def _capitals_of(source: str, spelt: str) -> str:
    """Give the words of a spelling the capitals that the words of the source begin with."""
    capitals = iter([word[0].isupper() for word in _WORD.findall(source)])
    return _WORD.sub(
        lambda word: (
            word.group()[0].upper() + word.group()[1:] if next(capitals, False) else word.group()
        ),
        spelt,
    )
