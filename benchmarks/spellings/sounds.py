"""How Azerbaijani, Armenian and Russian names sound, one sign a sound, as conventions read them.

The signs: ``ǰ`` as in *jam*, ``č`` *chair*, ``š`` *she*, ``ž`` *measure*, ``c`` *its*, ``ʒ`` *ads*,
``x`` *loch*, ``ɣ`` its voiced brother, ``j`` *yes*, ``æ`` *cat*, ``ı`` as Turkish, ``ə`` *sofa*,
``ʲ`` softness before a vowel, ``ʹ`` elsewhere.
"""

from __future__ import annotations

import re

_AZERBAIJANI = str.maketrans(
    {"c": "ǰ", "ç": "č", "ə": "æ", "ğ": "ɣ", "j": "ž", "q": "g", "ş": "š", "y": "j"}
)
_ARMENIAN = {
    "ու": "u", "և": "ev", "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e",
    "ը": "ə", "թ": "t", "ժ": "ž", "ի": "i", "լ": "l", "խ": "x", "ծ": "c", "կ": "k", "հ": "h",
    "ձ": "ʒ", "ղ": "ɣ", "ճ": "č", "մ": "m", "յ": "j", "ն": "n", "շ": "š", "ո": "o", "չ": "č",
    "պ": "p", "ջ": "ǰ", "ռ": "r", "ս": "s", "վ": "v", "տ": "t", "ր": "r", "ց": "c", "ւ": "v",
    "փ": "p", "ք": "k", "օ": "o", "ֆ": "f",
}  # fmt: skip
_RUSSIAN = {
    "дж": "ǰ", "дз": "ʒ", "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "ž",
    "з": "z", "и": "i", "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x", "ц": "c", "ч": "č", "ш": "š",
    "щ": "šč", "ъ": "", "ы": "ı", "ь": "ʹ", "э": "e", "ё": "ʲo", "ю": "ʲu", "я": "ʲa",
}  # fmt: skip
_VOWELS = "aeiouæöüıə"


def sounds(name: str, lang: str) -> str:
    """Return the sounds of a name, capitals lost; ``lang`` is az, hy or ru.

    >>> sounds("Xankəndi", "az"), sounds("Երևան", "hy"), sounds("Гянджа", "ru")
    ('xankændi', 'jerevan', 'gʲanǰa')
    """
    if lang == "az":
        return name.replace("İ", "i").replace("I", "ı").lower().translate(_AZERBAIJANI)
    if lang == "hy":
        text = re.sub(r"\bե", "jե", re.sub(r"\bո(?!ւ)", "vո", name.lower()))
        return _replaced(text, _ARMENIAN)
    text = re.sub(r"(?<![бвгджзйклмнпрстфхцчшщёьъ\w])е|(?<=[аеёиоуыэюяьъ])е", "jе", name.lower())
    heard = _replaced(text, _RUSSIAN)
    return re.sub(rf"(^|[{_VOWELS}ʹ -])ʲ", r"\1j", heard)


def _replaced(text: str, table: dict[str, str]) -> str:
    longest_first = sorted(table, key=len, reverse=True)
    return re.sub("|".join(longest_first), lambda found: table[found[0]], text)
