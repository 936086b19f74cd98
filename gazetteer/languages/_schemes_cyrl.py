"""Romanization tables of Russian, and of Azerbaijani as it was written in Cyrillic."""

from __future__ import annotations

from gazetteer.languages._scheme_table import Rule, Table

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_BEFORE_YE = frozenset("аеёиоуыэюяйъь")


def _russian(latin: str) -> dict[str, str]:
    """Give the letters their equivalents; a dot stands for none."""
    equivalents = ["" if word == "." else word for word in latin.split()]
    return dict(zip(_RUSSIAN, equivalents, strict=True))


BGN_PCGN = Table(
    _russian("a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya"),
    rules=(
        Rule("е", "ye", initial=True),
        Rule("е", "ye", after=_BEFORE_YE),
        Rule("ё", "yë", initial=True),
        Rule("ё", "yë", after=_BEFORE_YE),
    ),
)
"""Without the middle dots that the system allows in unusual sequences (t·s); maps have none."""

ISO_9 = Table(
    _russian("a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â")
    | {"і": "ì", "ѣ": "ě", "ѳ": "f̀", "ѵ": "ỳ"}
)

ALA_LC = Table(
    _russian("a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a")
    | {"і": "ī", "ѣ": "i͡e", "ѳ": "ḟ", "ѵ": "ẏ"},
    rules=(Rule("ъ", "", final=True),),
)

ICAO_9303 = Table(
    _russian("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y . e iu ia")
)

_AZERBAIJANI = "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш"
_NATIONAL = "abvqğdeəjziıykglmnoöprstuüfxhçcş"
_LETTERS = dict(zip(_AZERBAIJANI, _NATIONAL, strict=True))

AZ_NATIONAL = Table(_LETTERS, dotted_i=True)
"""Letters that the alphabet gave up in 1958 (й э ю я) are not in the table: ю may be yu or yü."""

AZ_BGN_PCGN = Table(_LETTERS | {"й": "ẏ", "э": "ė", "ю": "yu̇", "я": "yȧ"}, dotted_i=True)
