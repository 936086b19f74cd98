"""Names shortened because several share a noun: Лачинский и Кельбаджарский районы."""

from __future__ import annotations

from gazetteer.languages import all_languages
from gazetteer.lookup.keys import fold
from gazetteer.lookup.matcher import Form, Hit, Stretch
from gazetteer.store import Store

_NO_CASE = ("nom", frozenset({"nom"}))
"""No case is told: none of these names speaks for a government."""


def shared_noun_names(text: str, store: Store) -> list[Stretch]:
    """Return the words of ``text`` that stand for a listed name beside a shared noun."""
    found = []
    for language in all_languages().values():
        if language.shared_nouns is None:
            continue
        for start, end, full_name in language.shared_nouns(text):
            hits = []
            for number in store.names_with_key(fold(full_name)):
                name = store.name(number)
                if name.lang == language.code:
                    hits.append(Hit(number, name, _NO_CASE[0], 1.0, _NO_CASE[1]))
            if hits:
                found.append(Stretch(start, end, Form(text[start:end], tuple(hits))))
    return found
