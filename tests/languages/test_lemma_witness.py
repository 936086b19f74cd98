"""Our German and French forms against a lemmatizer's dictionary, both ways.

A form that we make and the dictionary knows must be one of our name; a form of our name that the
dictionary knows must be one that we make. The dictionary takes a woman of a people for a word of
her own (*Armenierin*), and a few genitives for names; these are no disagreements.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import simplemma

from gazetteer.languages import get_language

ROOT = Path(__file__).parents[2]
COUNTRIES = {
    "de": "Armenien Aserbaidschan Georgien Russland Deutschland Frankreich Italien Kasachstan",
    "fr": "",
}
CITIES = {"de": "Berlin Eriwan Moskau London Madrid Teheran Ankara Tiflis Bergkarabach", "fr": ""}
OTHER_ENDINGS = {
    "de": ("s", "es", "n", "en", "er", "em", "e"),
    "fr": ("e", "s", "es", "ne", "nes", "que", "ques"),
}


def _derived() -> list[tuple[str, str, str]]:
    """Return (language, name, role) of every listed adjective and demonym of one word."""
    with (ROOT / "data" / "names.csv").open(encoding="utf-8") as file:
        return sorted(
            {
                (row["lang"], row["text"], row["role"])
                for row in csv.DictReader(file)
                if row["lang"] in OTHER_ENDINGS
                and row["role"] in ("adjective", "demonym")
                and row["text"].isalpha()
            }
        )


def _names() -> list[tuple[str, str, str]]:
    return [
        *((lang, name, "country") for lang, names in COUNTRIES.items() for name in names.split()),
        *((lang, name, "settlement") for lang, names in CITIES.items() for name in names.split()),
        *_derived(),
    ]


def _lemma(form: str, lang: str) -> str:
    """Return the lemma of a form in lower case, ``""`` when the dictionary lacks the form."""
    for spelt in (form, form.lower()):
        if simplemma.is_known(spelt, lang):
            return str(simplemma.lemmatize(spelt, lang)).lower()
    return ""


def _made(lang: str, name: str, kind: str) -> dict[str, str]:
    language = get_language(lang)
    assert language
    return {form: tag for one in language.inflections(name, kind) for form, tag in one.forms()}


@pytest.mark.parametrize(("lang", "name", "kind"), _names())
def test_forms_that_we_make(lang: str, name: str, kind: str) -> None:
    wrong = {}
    for form, tag in _made(lang, name, kind).items():
        if tag == "nom":
            continue
        lemma = _lemma(form, lang)
        own_word = tag.startswith("f") and lemma.rstrip("nes") in form.lower()
        if lemma not in ("", name.lower(), form.lower()) and not own_word:
            wrong[form] = lemma
    assert not wrong


@pytest.mark.parametrize(("lang", "name", "kind"), _names())
def test_forms_that_the_dictionary_has(lang: str, name: str, kind: str) -> None:
    made = {form.lower() for form in _made(lang, name, kind)}
    stems = (name, name[:-1])
    others = {stem + ending for stem in stems for ending in OTHER_ENDINGS[lang]}
    nouns = {f"{name}s"} if kind == "adjective" and lang == "de" else set()  # des Deutschs
    missed = [
        form
        for form in sorted(others - nouns)
        if form.lower() not in made and form != name and _lemma(form, lang) == name.lower()
    ]
    assert not missed
