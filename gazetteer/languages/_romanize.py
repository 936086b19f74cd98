"""Plain romanization of the region's scripts for search, never for display.

One Latin spelling per letter, close to how English reports write it. Display romanizations by
named schemes are another matter: they are tagged with the scheme and never mixed with these.
"""

from __future__ import annotations

import re

_ARMENIAN = {
    "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "e", "թ": "t",
    "ժ": "zh", "ի": "i", "լ": "l", "խ": "kh", "ծ": "ts", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "gh",
    "ճ": "ch", "մ": "m", "յ": "y", "ն": "n", "շ": "sh", "ո": "o", "չ": "ch", "պ": "p", "ջ": "j",
    "ռ": "r", "ս": "s", "վ": "v", "տ": "t", "ր": "r", "ց": "ts", "ւ": "v", "փ": "p", "ք": "k",
    "օ": "o", "ֆ": "f", "և": "ev",
}  # fmt: skip

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    # Ukrainian, Belarusian, Serbian, Macedonian
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "v", "ј": "y", "љ": "l", "њ": "n", "ђ": "j",
    "ћ": "ch", "џ": "j", "ѓ": "g", "ќ": "k", "ѕ": "dz",
    # Azerbaijani
    "ә": "a", "ҝ": "g", "ғ": "gh", "ө": "o", "ү": "u", "ҹ": "j", "һ": "h",
    # Kazakh, Tatar, Kyrgyz, Bashkir, Uzbek, Tajik; the stick of the Caucasus is not heard
    "қ": "k", "ң": "n", "ұ": "u", "җ": "j", "ҡ": "k", "ҙ": "z", "ҫ": "s", "ҳ": "h", "ҷ": "j",
    "ӣ": "i", "ӯ": "u", "ӏ": "",
}  # fmt: skip

_GEORGIAN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i",
    "კ": "k", "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh", "რ": "r", "ს": "s",
    "ტ": "t", "უ": "u", "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "k", "შ": "sh", "ჩ": "ch", "ც": "ts",
    "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh", "ჯ": "j", "ჰ": "h",
}  # fmt: skip

_ARABIC = {
    "ا": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z",
    "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "gh", "ک": "k", "گ": "g", "ل": "l",
    "م": "m", "ن": "n", "و": "v", "ه": "h", "ی": "y", "ء": "", "ڭ": "n",
}  # fmt: skip

_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "t", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "i", "φ": "f", "χ": "kh", "ψ": "ps", "ω": "o",
}  # fmt: skip

_LETTERS = _ARMENIAN | _CYRILLIC | _GEORGIAN | _ARABIC | _GREEK
_TABLE = {ord(letter): latin for letter, latin in _LETTERS.items()}

_BREATHS = (
    ("ه", (("ت", "t"), ("س", "s"), ("ک", "k"), ("گ", "g"), ("ز", "z"), ("پ", "p"))),
    ("հ", (("տ", "t"), ("թ", "t"), ("ս", "s"), ("կ", "k"), ("ք", "k"), ("գ", "g"), ("զ", "z"))),
    ("ჰ", (("ტ", "t"), ("თ", "t"), ("ს", "s"), ("კ", "k"), ("ქ", "k"), ("გ", "g"), ("ზ", "z"))),
)
"""Letters that must not look like one with the h after them: Tehran is no Thran."""

_DIGRAPHS = (
    ("ու", "u"),  # Armenian
    ("եւ", "ev"),
    ("дж", "j"),  # Russian spelling of dzh
    ("ντ", "d"),  # Greek spellings of d, b, g, u and dzh
    ("μπ", "b"),
    ("γκ", "g"),
    ("ου", "u"),
    ("τζ", "j"),
    *(
        (f"{letter}{breath}", f"{latin}'h")
        for breath, letters in _BREATHS
        for letter, latin in letters
    ),
)


_ARABIC_VOWELS = (
    (re.compile(r"\bا(?=[یو])"), ""),  # the bearer of an opening i or u
    (re.compile(r"(?<=\w)و(?![ایو])"), "u"),  # u or o, and v only before a vowel
    (re.compile(r"(?<=\w)ی(?![او])|\bی(?![اوی])"), "i"),
)


def romanize(folded: str) -> str:
    """Write a folded name of any script in plain Latin letters; Latin letters stay.

    >>> romanize("ստեփանակերտ"), romanize("ханкенди"), romanize("შუშა"), romanize("ջուղա")
    ('stepanakert', 'khankendi', 'shusha', 'jugha')
    >>> romanize("شوشا"), romanize("نخجوان"), romanize("ایروان")
    ('shusha', 'nkhjvan', 'irvan')
    """
    if folded.isascii():
        return folded
    for vowel, latin in _ARABIC_VOWELS:
        folded = vowel.sub(latin, folded)
    words = []
    for word in folded.split(" "):
        # an Armenian o that opens a word is spoken and romanized vo
        opened = f"v{word}" if word.startswith("ո") and not word.startswith("ու") else word
        for letters, latin in _DIGRAPHS:
            opened = opened.replace(letters, latin)
        words.append(opened.translate(_TABLE))
    return " ".join(words)
