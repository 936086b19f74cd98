"""How Turkish newspapers spell Azerbaijani and Armenian names."""

from __future__ import annotations

from gazetteer.languages._press import Press, letters

_FROM_AZERBAIJANI = Press(
    (
        (r"yuxarı", "yukarı"),
        (r"böyük", "büyük böyük"),
        (r"ə", "e a"),  # Kəlbəcər is Kelbecer, Həsənov Hasanov
        (r"q", "k g"),
        (r"x", "h"),
        (r"(?<=\w)ı(?=\w)", "ı i"),
        *letters("abcçdefgğhıijkl", "a b c ç d e f g ğ h ı i j k l"),
        *letters("mnoöprsştuüvyz", "m n o ö p r s ş t u ü v y z"),
    )
)  # fmt: skip

_FROM_ARMENIAN = Press(
    (
        (r"ու", "u"),
        (r"և|եւ", "ev"),
        (r"\bո", "vo o"),
        (r"\bե", "ye e"),
        (r"ղ", "gh ğ g"),
        (r"խ", "h kh"),
        (r"իա", "iya ia"),
        *letters("աբգդեզէըթժիլծկհձճմյնշոչպջռսվտրցփքօֆ",
                 "a b g d e z e ı t j i l ts k h dz ç m y n ş o ç p c r s v t r ts p k o f"),
    )
)  # fmt: skip

PRESS = {"az": _FROM_AZERBAIJANI, "hy": _FROM_ARMENIAN}
