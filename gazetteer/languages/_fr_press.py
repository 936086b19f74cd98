"""How the French press spells Russian, Armenian and Azerbaijani names."""

from __future__ import annotations

from gazetteer.languages._press import Press, letters

_CYRILLIC_VOWEL = "[аеёиоуыэюя]"
_ARMENIAN_VOWEL = "[աեէըիոօյ]|ու"

_FROM_RUSSIAN = Press(
    (
        ("дж", "dj"),
        (r"(?<=[аоуыэюяе])е", "ie ye"),
        ("(?<=и)е", "e ye"),
        (f"(?<={_CYRILLIC_VOWEL})с(?={_CYRILLIC_VOWEL})", "ss s"),
        (r"(?:ий|ый)(?![^\W\d_])", "y i"),
        (r"ин(?![^\W\d_])", "ine in"),
        ("г(?=[еиэы])", "gu g"),
        ("(?<=[гкл])я", "ia a"),
        ("(?<=[гкл])ю", "iou u"),
        ("ы", "y i"),
        ("й", "i y"),
        *letters("абвгдежзийклмн", "a b v g d e j z i i k l m n"),
        *letters("опрстуфхцчшщ", "o p r s t ou f kh ts tch ch chtch"),
        *letters("ъьэюяё", ". . e iou ia io"),
    )
)

_FROM_ARMENIAN = Press(
    (
        ("ու", "ou"),
        ("և|եւ", "ev"),
        (r"(?<![^\W\d_])ո(?!վ)", "vo o"),
        ("յու", "iou you"),
        (f"(?<=[աեէըիոօու])ս(?={_ARMENIAN_VOWEL})", "ss s"),
        ("գ(?=[եէի])", "gu gh g"),
        (r"(?<!ի)յան(?![^\W\d_])", "ian yan"),
        ("շ", "ch sh"),
        ("ծ", "dz ts"),
        ("յ", "i y"),
        *letters("աբգդեզէըթժիլխ", "a b g d e z e e t j i l kh"),
        *letters("կհձղճմնոչպջ", "k h dz gh tch m n o tch p dj"),
        *letters("ռսվտրցփքօֆւ", "r s v t r ts p k o f v"),
    )
)

_FROM_AZERBAIJANI = Press(
    (
        ("g(?=[eiə])", "gu g"),
        ("(?<=[aeəıioöuü])s(?=[aeəıioöuü])", "ss s"),
        ("q", "gh g k"),
        ("ə", "a e"),
        ("ı", "i y"),
        ("u", "ou"),
        ("ü", "u ou"),
        ("ğ", "gh"),
        ("y", "i y"),
        ("ö", "o eu"),
        *letters("abcçdefghxi", "a b dj tch d e f g h kh i"),
        *letters("jklmnoprsştvz", "j k l m n o p r s ch t v z"),
    )
)

PRESS = {"ru": _FROM_RUSSIAN, "hy": _FROM_ARMENIAN, "az": _FROM_AZERBAIJANI}
