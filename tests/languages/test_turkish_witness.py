"""Our Turkish endings after an apostrophe against those that a lemmatizer's dictionary has seen.

The dictionary holds some 118,000 forms of names with an apostrophe. An ending that it has behind a
hundred names or more must be one of ours; of all its forms ours must read nineteen in twenty.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from gazetteer.languages import get_language
from gazetteer.lookup.keys import fold_letters

OFTEN = 100
SHARE = 0.95


@cache
def _seen() -> Counter[str]:
    """Return how many names stand before each ending, by fold key."""
    endings: Counter[str] = Counter()
    for known in DefaultDictionaryFactory().get_dictionary("tr"):
        form = known if isinstance(known, str) else known.decode()
        name, _, ending = form.partition("'")
        if name and ending.isalpha():
            endings[fold_letters(ending.lower())] += 1
    return endings


@cache
def _ours() -> frozenset[str]:
    turkish = get_language("tr")
    assert turkish is not None
    return frozenset(map(fold_letters, turkish.context.case_suffixes))


@pytest.mark.parametrize("ending", [each for each, names in _seen().items() if names >= OFTEN])
def test_common_endings_are_known(ending: str) -> None:
    assert ending in _ours()


def test_nearly_all_forms_are_read() -> None:
    read = sum(names for ending, names in _seen().items() if ending in _ours())
    assert read / _seen().total() >= SHARE
