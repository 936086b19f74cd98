"""Our Georgian and Armenian case forms against the paradigms of Wiktionary, as simplemma has them.

Every form that simplemma leads back to one of these words must be made by our rules, save those
that names in texts hardly take: the old plural, the vocative, plurals of places, *my* and *your*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pytest
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from gazetteer.languages import get_language

WORDS = {
    "ka": (
        "სომხეთი რუსეთი თურქეთი თბილისი შუშა კრემლი დერეფანი სოფელი მდინარე საბჭო ომი "
        "სამინისტრო რაიონი კავკასია ხელშეკრულება კონფლიქტი საზღვარი ქვეყანა"
    ),
    "hy": (
        "Երևան Հայաստան Ադրբեջան Բաքու Մոսկվա Թուրքիա Ռուսաստան Ստեփանակերտ Ղարաբաղ Գյումրի "
        "միջանցք նախարարություն պատերազմ կամուրջ գիծ խորհուրդ հայտարարություն շրջան"
    ),
}
HARDLY_TAKEN = {
    "ka": r"(?:ნი|ნო|თა?|ვ|ითურთ|თურთ|ისებრ|სებრ|ო|ები?.*)$|^.*ებ",
    "hy": r"(?:ս|դ|անց|ովը|ովն|ումն|եր.*|ներ.*)$",
}
OTHER_WORDS = {
    "თბ.", "თბილის", "ტიფლისი", "ტფილისი", "სასომხეთი", "რუს.", "მდინარი", "სამზღვარი",
    "Բագու", "Պաքու", "Էրեւան", "Յերեվան", "Ազրբեջան", "Ազրպէյճան", "Ատրպէյճան", "Թիւրքիա",
    "Կիւմրի", "կարմունճ", "կարմունջ",
}  # fmt: skip
"""Other names and spellings that are led back to one of the words; the data list those in use."""


@cache
def _paradigms(code: str) -> dict[str, set[str]]:
    wanted = set(WORDS[code].split())
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in DefaultDictionaryFactory().get_dictionary(code).items():
        word = lemma if isinstance(lemma, str) else lemma.decode()
        if word in wanted:
            found[word].add(form if isinstance(form, str) else form.decode())
    return dict(found)


@pytest.mark.parametrize(
    ("code", "word"), [(code, word) for code, words in WORDS.items() for word in words.split()]
)
def test_wiktionarys_forms_are_made(code: str, word: str) -> None:
    forms = _paradigms(code).get(word, set())
    if len(forms) < 5:
        pytest.skip(f"{word} has no paradigm there")
    language = get_language(code)
    assert language is not None
    kind = "state-body" if word[0].islower() else "settlement"
    made = {
        form for each in language.inflections(word, kind) for form, _ in each.forms()
    } | OTHER_WORDS
    missing = {
        form
        for form in forms
        if form.casefold() not in {each.casefold() for each in made}
        and not re.search(HARDLY_TAKEN[code], form)
    }
    assert not missing
