"""Names shortened because several share a noun: Лачинский и Кельбаджарский районы."""

from __future__ import annotations

from gazetteer.languages import all_languages
from gazetteer.lookup.keys import fold
from gazetteer.lookup.matcher import Hit
from gazetteer.store import Store

_ANY_CASE = "nom"
"""No case is told: none of these names speaks for a government."""


def shared_noun_hits(text: str, store: Store) -> list[Hit]:
    """Return a hit for each listed name that a word of ``text`` stands for beside a shared noun."""
    hits = []
    for language in all_languages().values():
        if language.shared_nouns is None:
            continue
        for start, end, full_name in language.shared_nouns(text):
            hits += [
                Hit(start, end, number, _ANY_CASE, 1.0)
                for number in store.names_with_key(fold(full_name))
                if store.name(number).lang == language.code
            ]
    return hits
