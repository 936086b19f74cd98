"""Words beside a name that only say what it is: ``village``, ``şəhəri``, ``президент``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from gazetteer.languages import all_languages
from gazetteer.lookup.keys import fold

_JOINING = (
    *("of", "the", "in", "and", "or", "aka", "de", "du", "la", "le", "von", "der", "die", "das"),
    *("və", "и", "և"),
)


def announced(words: Sequence[str]) -> frozenset[str] | None:
    """Return the kinds and types that folded words announce; None when one of them is not plain.

    >>> sorted(announced(["the", "village", "of"])), announced(["president"])
    (['settlement'], frozenset({'person'}))
    >>> announced(["beautiful"]) is None
    True
    """
    kinds: set[str] = set()
    for word in words:
        meant = _announced_by(word)
        if meant is None:
            return None
        kinds |= meant
    return frozenset(kinds)


def _announced_by(word: str) -> frozenset[str] | None:
    whole, beginnings = _plain_words()
    found = whole.get(word)
    for length in range(1, len(word) + 1):
        begun = beginnings.get(word[:length])
        if begun is not None:
            found = begun | (found or frozenset())
    return found


@cache
def _plain_words() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return whole words and beginnings of words, each with the kinds that it announces."""
    whole: defaultdict[str, set[str]] = defaultdict(set)
    beginnings: defaultdict[str, set[str]] = defaultdict(set)

    def note(listed: str, kind: str) -> None:
        table = beginnings if listed.endswith("*") else whole
        for part in fold(listed).split():
            table[part].update({kind} if kind else ())

    for language in all_languages().values():
        for kind, nouns in language.context.kind_words.items():
            for noun in nouns:
                note(noun, kind)
        for title in language.context.person_titles:
            note(title, "person")
    for word in _JOINING:
        whole[fold(word)].clear()  # *the Hakari* is a river in prose; in a query *the* is nothing
    return _frozen(whole), _frozen(beginnings)


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(kinds) for word, kinds in table.items()}
