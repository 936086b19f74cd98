"""Georgian: cases and postpositions on two stems, adjectives that agree, particles at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from gazetteer.languages._forms import open_end
from gazetteer.languages._ka_context import CONTEXT
from gazetteer.languages._language import (
    BARE,
    BEFORE_HYPHEN,
    Ending,
    GlossWords,
    Inflection,
    Language,
)

Pairs = tuple[tuple[str, str], ...]

_DATIVE = "dat"
_ON_STEM: Pairs = (
    ("მა", "erg"), ("ს", _DATIVE), ("სა", _DATIVE), ("ში", "loc"), ("ზე", "loc"), ("თან", "com"),
    ("ივით", "com"),
)  # fmt: skip
_ON_SHORT_STEM: Pairs = (
    ("ის", "gen"), ("ისა", "gen"), ("ისას", "gen"), ("ისთვის", "ben"), ("ისათვის", "ben"),
    ("ისკენ", "all"), ("ისაკენ", "all"), ("ისადმი", "all"), ("ისგან", "abl"), ("ისაგან", "abl"),
    ("ით", "ins"), ("ითა", "ins"), ("იდან", "abl"), ("ად", "adv"), ("ადა", "adv"), ("ამდე", "ter"),
)  # fmt: skip
_AFTER_VOWEL: Pairs = (
    ("მ", "erg"), ("ს", _DATIVE), ("სა", _DATIVE), ("ში", "loc"), ("ზე", "loc"), ("სთან", "com"),
    ("მდე", "ter"), ("დ", "adv"), ("და", "adv"),
)  # fmt: skip
_KEPT_VOWEL: Pairs = (
    *_AFTER_VOWEL,
    ("ს", "gen"), ("სი", "gen"), ("სთვის", "ben"), ("სათვის", "ben"), ("სკენ", "all"),
    ("სადმი", "all"), ("სავით", "com"), ("საკენ", "all"), ("სგან", "abl"), ("საგან", "abl"),
    ("თი", "ins"), ("დან", "abl"),
)  # fmt: skip
_PLURAL = "ებ"

_VOWELS = "აეიოუ"
_CAN_LOSE_VOWEL = re.compile(r"[აეიოუ].*[^აეიოუ][აეო][ლმნრ]$")
"""Stems of two syllables and more that may lose the last vowel: ერევან- → ერევნ-.

Which do is a matter of the word (ერევნის, but თეირანის) and of the writer (ნახიჩევნის and
ნახიჩევანის), so both stems are expected.
"""

_SHORT_STEMS = {
    "ერევანი": "ერევნ", "დერეფანი": "დერეფნ",
    "სომეხი": "სომხ", "ბერძენი": "ბერძნ", "საზღვარი": "საზღვრ", "მთავარი": "მთავრ",
    "სოფელი": "სოფლ", "წყალი": "წყლ", "ქვეყანა": "ქვეყნ",
}  # fmt: skip
"""Words known to lose the last vowel of their stem always."""

_SHORTEST = 3
"""Letters from which a word takes endings."""

_AGREEING = {"erg": "მა", _DATIVE: "", "loc": "", "com": "", "adv": "", "ter": ""}
"""What an adjective in -ი has in place of it, by the case of its noun; in others it keeps it."""


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return the case forms of a Georgian name; adjectives in -ი before the last word agree.

    Each form may end in one of the particles -ც *also*, -ა *is*, -ო *they say*, -ვე *the same*.

    >>> forms = dict(form for one in inflections("ერევანი", "settlement") for form in one.forms())
    >>> forms["ერევნის"], forms["ერევანში"], forms["ერევანშიც"]
    ('gen', 'loc', 'loc')
    """
    opened = open_end(text)
    *heads, word = opened.split() or [""]
    if len(word) < _SHORTEST or not "ა" <= word[-1] <= "ჰ" or not word[-2:-1].isalpha():
        return (Inflection(text, BARE),)
    agreeing = kind != "person" and heads and heads[-1][-1:] == "ი"
    found = [Inflection(text, BARE)] if opened != text else []
    for stem, pairs in _stems(word, kind):
        shapes = _shapes(heads, pairs) if agreeing else ((" ".join(heads), pairs),)
        found += [Inflection(f"{head} {stem}".lstrip(), _endings(each)) for head, each in shapes]
    return tuple(found)


def _stems(word: str, kind: str) -> list[tuple[str, Pairs]]:
    """Return the stems of a word and the cases formed on each; the first begins with the word."""
    stem = word[:-1]
    if word[-1] == "ი":
        bare: Pairs = (("ი", "nom"), ("", BEFORE_HYPHEN), *_ON_STEM)
        on_short = (*_ON_SHORT_STEM, *_plurals(kind))
        if word in _SHORT_STEMS:
            return [(stem, bare), (_SHORT_STEMS[word], on_short)]
        found = [(stem, (*bare, *on_short))]
        if _CAN_LOSE_VOWEL.search(stem):
            found.append((stem[:-2] + stem[-1], on_short))
        # of foreign names nobody knows whether -ი is theirs: ხანქენდში, ხანქენდიში
        return [*found, (word, _AFTER_VOWEL)]
    if word[-1] in "აე":
        stem = _SHORT_STEMS.get(word, stem)
        pairs = _KEPT_VOWEL if kind == "person" else _AFTER_VOWEL
        return [(word, (("", "nom"), *pairs)), (stem, (*_ON_SHORT_STEM, *_plurals(kind)))]
    if word[-1] in _VOWELS:
        return [(word, (("", "nom"), *_KEPT_VOWEL, *_plurals(kind)))]
    return [(word, (("", "nom"), *_ON_STEM, *_ON_SHORT_STEM))]


def _plurals(kind: str) -> Pairs:
    if kind not in ("demonym", "adjective"):
        return ()
    cases = (*_ON_STEM, *_ON_SHORT_STEM)
    return ((_PLURAL + "ი", "pl"), *((_PLURAL + e, f"pl-{tag}") for e, tag in cases))


def _shapes(heads: list[str], pairs: Pairs) -> list[tuple[str, Pairs]]:
    """Return the words before the last in each of their shapes, and the cases that go with it.

    All adjectives in -ი right before the noun agree: დიდმა მთიანმა ყარაბაღმა.
    """
    first = len(heads)
    while first and heads[first - 1].endswith("ი"):
        first -= 1
    shapes: dict[str, list[tuple[str, str]]] = {}
    for ending, tag in pairs:
        shapes.setdefault(_AGREEING.get(tag, "ი"), []).append((ending, tag))
        if tag == "erg":  # many write მთიან ყარაბაღმა
            shapes.setdefault("", []).append((ending, tag))
    return [
        (" ".join([*heads[:first], *(word[:-1] + shape for word in heads[first:])]), tuple(cases))
        for shape, cases in shapes.items()
    ]


@cache
def _endings(pairs: Pairs) -> tuple[Ending, ...]:
    """Return the endings of a stem, each bare and with every particle that may follow it."""
    found = dict.fromkeys(pairs)
    for ending, tag in pairs:
        if tag == BEFORE_HYPHEN:
            continue
        open_ended = not ending or ending[-1] in _VOWELS
        for particle in ("ც", "ა", "ო", "ვე") if open_ended else ("აც", "აა", "ო", "ვე"):
            found.setdefault((ending + particle, tag))
    return tuple(Ending(ending, tag) for ending, tag in found)


def _after_hyphen() -> dict[str, str]:
    """Return what stands behind the hyphen of an acronym or a foreign name: აშშ-ის, BBC-სთან."""
    pairs = (*_ON_STEM, *_ON_SHORT_STEM, *_KEPT_VOWEL, ("ი", "nom"))
    particles = {"ც": "nom", "ა": "nom", "აც": "nom"}
    return particles | {ending.text: ending.tag for ending in _endings(pairs)}


GLOSSES = GlossWords(
    whose={
        "am": "სომხური",
        "az": "აზერბაიჯანული",
        "ru-imp": "რუსეთის იმპერიის დროინდელი",
        "su": "საბჭოთა",
    },
    tongues={"az": "აზერბაიჯანულად", "en": "ინგლისურად", "hy": "სომხურად", "ru": "რუსულად"},
    romanized="ლათინური ასოებით",
)

LANGUAGE = Language(
    "ka",
    "Georgian",
    ("Geor",),
    inflections,
    replace(CONTEXT, case_suffixes=_after_hyphen()),
    glosses=GLOSSES,
)

SAMPLES = (
    ("შუშა", "settlement", "შუშის", "gen"),
    ("შუშა", "settlement", "შუშაში", "loc"),
    ("შუშა", "settlement", "შუშიდან", "abl"),
    ("შუშა", "settlement", "შუშამ", "erg"),
    ("ერევანი", "settlement", "ერევნის", "gen"),
    ("ერევანი", "settlement", "ერევანში", "loc"),
    ("ერევანი", "settlement", "ერევნიდან", "abl"),
    ("ერევანი", "settlement", "ერევანმა", "erg"),
    ("ბაქო", "settlement", "ბაქოს", "gen"),
    ("ბაქო", "settlement", "ბაქოში", "loc"),
    ("ბაქო", "settlement", "ბაქოდან", "abl"),
    ("თბილისი", "settlement", "თბილისში", "loc"),
    ("ხანქენდი", "settlement", "ხანქენდში", "loc"),
    ("სომხეთი", "country", "სომხეთის", "gen"),
    ("ყარაბაღი", "region", "ყარაბაღში", "loc"),
    ("მთიანი ყარაბაღი", "region", "მთიან ყარაბაღში", "loc"),
    ("მთიანი ყარაბაღი", "region", "მთიანი ყარაბაღის", "gen"),
    ("ლაჩინის დერეფანი", "route", "ლაჩინის დერეფნის", "gen"),
    ("ნიკოლ ფაშინიანი", "person", "ნიკოლ ფაშინიანმა", "erg"),
    ("ალიევი", "person", "ალიევთან", "com"),
    ("მთიანი ყარაბაღი", "region", "მთიანმა ყარაბაღმა", "erg"),
    ("მთიანი ყარაბაღი", "region", "მთიანი ყარაბაღიდან", "abl"),
    ("მთიანი ყარაბაღი", "region", "მთიან ყარაბაღამდე", "ter"),
    ("უმაღლესი საბჭო", "state-body", "უმაღლეს საბჭოში", "loc"),
    ("აღმოსავლეთ ზანგეზურის ეკონომიკური რაიონი", "admin-unit",
     "აღმოსავლეთ ზანგეზურის ეკონომიკურ რაიონში", "loc"),
    ("შუშის რაიონი", "admin-unit", "შუშის რაიონიდან", "abl"),
    ("ლაჩინი", "settlement", "ლაჩინსა", "dat"),
    ("ჯაბრაილი", "settlement", "ჯაბრაილისა", "gen"),
    ("იჯევანი", "settlement", "იჯევნიდან", "abl"),
    ("ქალბაჯარი", "settlement", "ქალბაჯრის", "gen"),
    ("აღდამი", "settlement", "აღდამიდანაა", "abl"),
    ("ერევანი", "settlement", "ერევანშიც", "loc"),
    ("ერევანი", "settlement", "ერევანსაც", "dat"),
    ("ბაქო", "settlement", "ბაქომაც", "erg"),
    ("ბაქო", "settlement", "ბაქოსკენ", "all"),
    ("ბაქო", "settlement", "ბაქოდანაც", "abl"),
    ("აზერბაიჯანი", "country", "აზერბაიჯანისთვის", "ben"),
    ("სომხეთი", "country", "სომხეთ", "stem"),
    ("რუსეთი", "country", "რუსეთიო", "nom"),
    ("ფაშინიანი", "person", "ფაშინიანს", "dat"),
    ("ფაშინიანი", "person", "ფაშინიანმაც", "erg"),
    ("მარია ზახაროვა", "person", "მარია ზახაროვას", "gen"),
    ("მარია ზახაროვა", "person", "მარია ზახაროვამ", "erg"),
    ("იბრაჰიმ რაისი", "person", "იბრაჰიმ რაისიმ", "erg"),
    ("გაერო", "organisation", "გაეროს", "gen"),
    ("44-დღიანი ომი", "war", "44-დღიანმა ომმა", "erg"),
    ("სომეხი", "demonym", "სომხები", "pl"),
)  # fmt: skip
