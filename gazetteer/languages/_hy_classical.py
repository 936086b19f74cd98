"""Classical spelling: that of Western Armenian, of the communities in Iran, and of all before 1922.

Names are listed in reformed spelling; these rules give the forms that a text in the other one has.
Where it cannot be told from the reformed form (է for ե inside a word), the data list the name.
"""

from __future__ import annotations

import re
from functools import cache

_RULES = tuple(
    (re.compile(pattern), classical)
    for pattern, classical in (
        ("ություն", "ութիւն"), ("ության", "ութեան"), ("ույ", "ոյ"), ("յու", "իւ"),
        (r"յ(ան|անը|անց|ալ|աց|այց)\b", r"ե\1"), ("(?<=[աեիէԱԵԻԷ])վ", "ւ"),
        (r"(?<=\w)ե(ն|լ)\b", r"է\1"),
        (r"(?<=\w\w)ե\b", "է"),
        ("Հովհանն", "Յովհանն"), ("Հակոբ", "Յակոբ"), ("Հարութ", "Յարութ"), ("Հովսեփ", "Յովսէփ"),
        ("Հունաստան", "Յունաստան"), ("Հունվար", "Յունուար"), ("հունվար", "յունուար"),
        ("հայտարար", "յայտարար"), ("հեղափոխ", "յեղափոխ"), ("Հեղափոխ", "Յեղափոխ"),
        ("հարաբեր", "յարաբեր"), ("հաղթ", "յաղթ"), ("Հաղթ", "Յաղթ"), ("հուլիս", "յուլիս"),
    )
)  # fmt: skip
_WESTERN_PLURAL = re.compile(r"(եր|երի|ներ)ի(?= )")
"""The genitive of a plural inside a name: արտաքին գործերի նախարարություն, Western գործերու."""


@cache
def classical_spellings(text: str) -> tuple[str, ...]:
    """Return the name in classical spelling, and as Western Armenian has it; none if it is alike.

    >>> classical_spellings("Փաշինյան")
    ('Փաշինեան',)
    >>> classical_spellings("արտաքին գործերի նախարարություն")
    ('արտաքին գործերի նախարարութիւն', 'արտաքին գործերու նախարարութիւն')
    """
    spelt = text
    for pattern, classical in _RULES:
        spelt = pattern.sub(classical, spelt)
    western = _WESTERN_PLURAL.sub(r"\1ու", spelt)
    return tuple(form for form in dict.fromkeys((spelt, western)) if form != text)
