"""The shape of the context words: what the annotator can match at all."""

from __future__ import annotations

import dataclasses

import pytest

from gazetteer.annotate.surroundings import cues_for
from gazetteer.languages import Language, all_languages
from gazetteer.languages._language import Context

LANGUAGES = list(all_languages().values())
_NOT_WORDS = (
    "kind_words",
    "case_suffixes",
    "verb_window",
    "apostrophe",
    "regions_take_articles",
    "all_common_words",
    "namesakes",
    "first_name_endings",
    "first_name_shape",
    "clause_verb",
    "addressed_cases",
)
_WORD_FIELDS = [field.name for field in dataclasses.fields(Context) if field.name not in _NOT_WORDS]
_TWO_WORDS = ("saying_verbs", "place_before", "government_before")


def _ids(language: Language) -> str:
    return language.code


def _words(language: Language) -> list[tuple[str, str]]:
    context = language.context
    listed = [(field, word) for field in _WORD_FIELDS for word in getattr(context, field)]
    words = context.namesakes
    fields = [f.name for f in dataclasses.fields(words) if f.name != "quoted"]
    listed += [(name, w) for name in fields for w in getattr(words, name)]
    return listed + [(kind, word) for kind, words in context.kind_words.items() for word in words]


@pytest.mark.parametrize("language", LANGUAGES, ids=_ids)
def test_words_are_lower_case_single_words(language: Language) -> None:
    for field, word in _words(language):
        assert word == word.lower(), (field, word)
        assert word.strip("*"), field
        assert "*" not in word.strip("*"), (field, word)
        assert word.count(" ") <= (field in _TWO_WORDS), (field, word)


@pytest.mark.parametrize("language", LANGUAGES, ids=_ids)
def test_function_words_are_many_enough_to_tell_the_language(language: Language) -> None:
    words = language.context.function_words
    assert len(set(words)) >= 60
    assert not any(word.endswith("*") for word in words)


@pytest.mark.parametrize("language", LANGUAGES, ids=_ids)
def test_no_word_says_both_city_and_government_on_the_same_side(language: Language) -> None:
    context = language.context
    assert not set(context.place_before) & set(context.government_before)
    assert not set(context.place_after) & set(context.government_after)


@pytest.mark.parametrize("language", LANGUAGES, ids=_ids)
def test_stars_do_not_swallow_common_words_of_the_language(language: Language) -> None:
    """A title or kind word must not be a beginning of words that stand everywhere."""
    cues = cues_for(language.code)
    frequent = language.context.function_words[:40]
    for words in (cues.person_titles, cues.common_words):
        assert not [word for word in frequent if word in words]


def test_case_suffixes_have_tags() -> None:
    turkish = cues_for("tr").case_suffixes
    assert (turkish["de"], turkish["nün"], turkish["ndan"]) == ("loc", "gen", "abl")
    assert cues_for("en").case_suffixes == {}
    assert cues_for("").verb_window == 1
