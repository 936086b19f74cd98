"""How the German press spells Russian and Armenian names: Duden's tables, and where they waver."""

from __future__ import annotations

from gazetteer.languages._press import Press, letters

_CYRILLIC_VOWEL = "[аеёиоуыэюя]"
_ARMENIAN_VOWEL = "[աեէըիոօյ]|ու"

_FROM_RUSSIAN = Press(
    (
        ("дж", "dsch"),
        (r"(?<![^\W\d_])е|(?<=[аеёиоуыэюяьъ])е", "je e"),
        (f"(?<={_CYRILLIC_VOWEL})с(?={_CYRILLIC_VOWEL})", "ss s"),
        (r"ий(?![^\W\d_])", "i ij"),
        (r"ый(?![^\W\d_])", "y"),
        (r"(?<=[гкл])я(?!н\b)", "ja a"),
        ("(?<=[гкл])ю", "ju u"),
        (r"(?<!и)ян(?=а?\b)", "jan ian"),
        ("кс", "x ks"),
        ("х", "ch h"),
        ("ы", "y i"),
        ("й", "j i"),
        *letters("абвгдежзийклмн", "a b w g d e sch s i j k l m n"),
        *letters("опрстуфцчшщ", "o p r s t u f z tsch sch schtsch"),
        *letters("ъьэюяё", ". . e ju ja jo"),
    )
)

_FROM_ARMENIAN = Press(
    (
        ("ու", "u"),
        ("ո?և|եւ", "ew"),
        (r"(?<![^\W\d_])ե", "je e"),
        (r"(?<![^\W\d_])ո(?!վ)", "wo o"),
        (f"(?<=[աեէըիոօու])ս(?={_ARMENIAN_VOWEL})", "ss s"),
        (r"(?<!ի)յան\b", "jan ian"),
        ("ծ", "z ts"),
        ("ձ", "ds dz"),
        ("ղ", "gh g"),
        ("վ", "w"),
        *letters("աբգդեզէըթժիլխ", "a b g d e s e e t sch i l ch"),
        *letters("կհճմյնշոչպջ", "k h tsch m j n sch o tsch p dsch"),
        *letters("ռստրցփքօֆւ", "r s t r z p k o f w"),
    )
)

PRESS = {"ru": _FROM_RUSSIAN, "hy": _FROM_ARMENIAN}
