"""Persian: no cases; what is written onto a name, and one name in its many spellings.

The text key deletes the zero-width non-joiner, so a form with one and a form without are the same;
here each may also be a blank (قره باغ), and Azerbaijani and Russian surnames get their other
endings (علی‌اف, علیف, علی‌یف).
"""

from __future__ import annotations

import re
from itertools import product

from gazetteer.languages._fa_context import CONTEXT
from gazetteer.languages._forms import open_end
from gazetteer.languages._language import BARE, Ending, GlossWords, Inflection, Language

_JOINER = "\u200c"
_COMPOUNDS = ("امور خارجه", "راه آهن", "آتش بس", "خان کندی", "صلح بانان", "نسل کشی")
"""Words with a blank between that many write as one."""

_MOST_JOINERS = 3
"""Half-spaces of which each may be a blank alone; in longer names all are, or none."""

_VOWELS = ("ا", "و", "آ")
_PLURAL = (
    Ending("ها", "pl"),
    Ending("های", "pl-ez"),
    Ending("هایی", "pl"),
    Ending("ان", "pl"),
    Ending("یان", "pl"),
    Ending("انی", "pl"),
)
_SURNAME = re.compile("(.{3,}?)(?:" + _JOINER + "| )?(اوف|ایف|اف|وف|یف|ف)$")
_HER_SURNAME = re.compile("(.{3,}?)(?:" + _JOINER + "| )?(ایوا|اوا|یوا|ووا|وا)$")
_HIS_ENDINGS = (_JOINER + "اف", " اف", "وف", "ف", _JOINER + "یف", _JOINER + "اوف")
_HER_ENDINGS = (_JOINER + "اوا", " اوا", "وا", "ووا", _JOINER + "یوا", " یوا")


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return a Persian name as listed, in its other spellings, and with what its end may carry.

    >>> [form for form, _ in inflections("شوشا", "settlement")[0].forms()]
    ['شوشا', 'شوشای', 'شوشاست', 'شوشارا']
    """
    if open_end(text) != text or not text[-1:].isalpha():
        return tuple(Inflection(spelling, BARE) for spelling in _spaced(text))
    spellings = dict.fromkeys((text, *_spaced(text)))
    if kind == "person":
        for other in _surnames(text):
            spellings |= dict.fromkeys(_spaced(other))
    return tuple(Inflection(spelling, _endings(spelling, kind)) for spelling in spellings)


def _endings(text: str, kind: str) -> tuple[Ending, ...]:
    """Return what may be written onto the name: ezafe, *is*, the object marker, plurals."""
    endings = list(BARE)
    if text.endswith(_VOWELS) and kind != "person":
        endings.append(Ending("ی", "ez"))
    if text.endswith("ه"):
        endings.append(Ending("ی", "ez"))
    if text.endswith((*_VOWELS, "ی")):
        endings.append(Ending("ست", "cop"))
    if kind == "demonym":
        endings += _PLURAL
    endings.append(Ending("را", "acc"))
    return tuple(endings)


def _spaced(text: str) -> list[str]:
    """Return the name with each of its half-spaces as it is, and as a blank."""
    for compound in _COMPOUNDS:
        text = text.replace(compound, compound.replace(" ", _JOINER))
    parts = text.split(_JOINER)
    if len(parts) > _MOST_JOINERS + 1:
        return [text, text.replace(_JOINER, " ")]
    return [
        parts[0] + "".join(gap + part for gap, part in zip(gaps, parts[1:], strict=True))
        for gaps in product((_JOINER, " "), repeat=len(parts) - 1)
    ]


def _surnames(text: str) -> list[str]:
    """Return the spellings of a surname in -ov, -ev, -ova, -eva that differ only in that ending."""
    for pattern, endings in ((_HER_SURNAME, _HER_ENDINGS), (_SURNAME, _HIS_ENDINGS)):
        match = pattern.match(text)
        if match is not None and " " not in match[1][-2:]:
            return [match[1] + ending for ending in endings if match[1] + ending != text]
    return []


GLOSSES = GlossWords(
    whose={
        "am": "نام ارمنی",
        "az": "نام آذربایجانی",
        "ru-imp": "نام دوره امپراتوری روسیه",
        "su": "نام دوره شوروی",
    },
    tongues={"az": "به ترکی آذربایجانی", "en": "به انگلیسی", "hy": "به ارمنی", "ru": "به روسی"},
    romanized="به خط لاتین",
)

LANGUAGE = Language("fa", "Persian", ("Arab",), inflections, CONTEXT, glosses=GLOSSES)

SAMPLES = (
    ("باکو", "settlement", "باکو", "nom"),
    ("باکو", "settlement", "باکوی", "ez"),
    ("باکو", "settlement", "باکوست", "cop"),
    ("شوشا", "settlement", "شوشا", "nom"),
    ("شوشا", "settlement", "شوشای", "ez"),
    ("شوشا", "settlement", "شوشارا", "acc"),
    ("گنجه", "settlement", "گنجهی", "ez"),
    ("ایروان", "settlement", "ایروان", "nom"),
    ("ایروان", "settlement", "ایروانرا", "acc"),
    ("قره\u200cباغ", "region", "قره باغ", "nom"),
    ("قره\u200cباغ", "region", "قره\u200cباغ", "nom"),
    ("دالان لاچین", "route", "دالان لاچین", "nom"),
    ("کمیته بین\u200cالمللی صلیب سرخ", "organisation", "کمیته بین المللی صلیب سرخ", "nom"),
    ("وزارت امور خارجه ایران", "state-body", "وزارت امور خارجه ایران", "nom"),
    ("وزارت امور خارجه ایران", "state-body", "وزارت امور\u200cخارجه ایران", "nom"),
    ("راه\u200cآهن رشت\u200cآستارا", "route", "راه آهن رشت\u200cآستارا", "nom"),
    ("الهام علی\u200cاف", "person", "الهام علی اف", "nom"),
    ("الهام علی\u200cاف", "person", "الهام علیف", "nom"),
    ("الهام علی\u200cاف", "person", "الهام علی\u200cیف", "nom"),
    ("جیحون بایراموف", "person", "جیحون بایرام\u200cاف", "nom"),
    ("سرگئی لاوروف", "person", "سرگئی لاورف", "nom"),
    ("مهربان علی\u200cیوا", "person", "مهربان علی\u200cاوا", "nom"),
    ("ماریا زاخارووا", "person", "ماریا زاخاروا", "nom"),
    ("ارمنی", "demonym", "ارمنیها", "pl"),
    ("ارمنی", "demonym", "ارمنیان", "pl"),
)
