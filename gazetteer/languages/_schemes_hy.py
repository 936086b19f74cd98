"""Romanization tables of Armenian."""

from __future__ import annotations

import re

from gazetteer.languages._scheme_table import Rule, Table

_LETTERS = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքօֆ"
_VOWELS = frozenset("աեէըիոօ") | {"ու"}
_LIGATURES = {"ﬓ": "մն", "ﬔ": "մե", "ﬕ": "մի", "ﬖ": "վն", "ﬗ": "մխ"}
_MARKS = {"։": ".", "՝": ",", "֊": "-", "՛": ""}

_FREE_YIWN = re.compile("(?<![ոՈեԵ])[ւՒ]")
_OLD_SPELLINGS = re.compile("[եԵ][աօ]|(?<=[ա-և])է(?=[ա-և])")


def is_classical(text: str) -> bool:
    """Tell the orthography from before 1922 by spellings that the reformed one does not have.

    A ւ after ե is no sign of it: newspapers write Ալիեւ in reformed texts too.

    >>> is_classical("Յարութիւնեան"), is_classical("Հարությունյան"), is_classical("Ալիեւ")
    (True, False, False)
    """
    return bool(_FREE_YIWN.search(text) or _OLD_SPELLINGS.search(text))


def _letters(latin: str) -> dict[str, str]:
    return dict(zip(_LETTERS, latin.split(), strict=True))


BGN_PCGN = Table(
    _letters(
        "a b g d e z e y t’ zh i l kh ts k h dz gh ch m y n sh o ch’ p j rr s v t r ts’ p’ k’ o f"
    )
    | {"ու": "u", "և": "ev", "եւ": "ev", "եվ": "ev"},
    rules=(
        Rule("ե", "ye", initial=True),
        Rule("ե", "ye", after=_VOWELS),
        *(Rule(unit, "yev", initial=True) for unit in ("և", "եւ", "եվ")),
        *(Rule(unit, "yev", after=_VOWELS) for unit in ("և", "եւ", "եվ")),
        Rule("ո", "o", word="ով"),
        Rule("ո", "vo", initial=True),
    ),
    marks=_MARKS,
    ligatures=_LIGATURES,
)
"""A free ւ, which reformed spelling does not have, is not in the table."""

ISO_9985 = Table(
    _letters("a b g d e z ē ë t’ ž i l x ç k h j ġ č̣ m y n š o č p ǰ ṙ s v t r c’ p’ k’ ò f")
    | {"ու": "ow", "ւ": "w", "և": "ew"},
    marks=_MARKS,
    ligatures=_LIGATURES,
)

HUBSCHMANN_MEILLET = Table(
    _letters("a b g d e z ē ə tʿ ž i l x c k h j ł č m y n š o čʿ p ǰ ṙ s v t r cʿ pʿ kʿ ō f")
    | {"ու": "u", "ւ": "w", "և": "ew"},
    marks=_MARKS,
    ligatures=_LIGATURES,
)

ALA_LC = Table(
    _letters(
        "a b g d e z ē ě tʻ zh i l kh ts k h dz gh ch m y n sh o chʻ p j ṛ s v t r tsʻ pʻ kʻ ō f"
    )
    | {"ու": "u", "ւ": "w", "և": "ev"},
    rules=(
        Rule("ե", "y", initial=True, before=_VOWELS, capital=True, classical=True),
        Rule("ե", "eʹ", before=frozenset("վ"), small=True),
        Rule("յ", "ḥ", initial=True, classical=True),
    ),
    parted=frozenset({("գ", "հ"), ("դ", "զ"), ("զ", "հ"), ("կ", "հ"), ("ս", "հ"), ("տ", "ս")}),
    mark="ʹ",
    marks=_MARKS | {"«": "“", "»": "”"},
    ligatures=_LIGATURES,
    is_classical=is_classical,
)
"""Values of classical and Eastern Armenian; those of Western Armenian are for references only."""
