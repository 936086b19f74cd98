"""Armenian: the article, case endings by the final letter, and the few nouns that change inside."""

from __future__ import annotations

import re

from gazetteer.languages._forms import gather, is_acronym, open_end
from gazetteer.languages._hy_classical import classical_spellings
from gazetteer.languages._hy_context import CONTEXT
from gazetteer.languages._language import BARE, GlossWords, Inflection, Language

Pairs = tuple[tuple[str, str], ...]

_VOWELS = frozenset("աեէըիոօ")
_SYLLABLES = ("ու", "ա", "ե", "է", "ը", "ի", "ո", "օ", "և")
_PLACES = ("settlement", "admin-unit", "region", "country", "feature", "facility", "area", "polity")

_CASES: Pairs = (
    ("ի", "gen"),
    ("ի", "dat"),
    ("ին", "dat"),
    ("ից", "abl"),
    ("ով", "ins"),
    ("ում", "loc"),
    ("է", "abl"),
    ("էն", "abl"),
    ("ինը", "gen"),
    ("ինն", "gen"),
)
"""The last four: the Western ablative, and what is somebody's (Ադրբեջանինն էր)."""

_CONSONANT: Pairs = (("ը", "def"), ("ն", "def"), *_CASES)
_AFTER_A: Pairs = (("ն", "def"), *(("յ" + ending, tag) for ending, tag in _CASES))
_AFTER_VOWEL: Pairs = (("ն", "def"), *_CASES)
_I_TO_U: Pairs = (
    ("ու", "gen"),
    ("ու", "dat"),
    ("ուն", "dat"),
    ("ուց", "abl"),
    ("ով", "ins"),
    ("ում", "loc"),
)

_WHOLE_WORDS = {
    "տուն": (("տան", "gen"), ("տան", "dat"), ("տանն", "dat"), ("տնից", "abl"),
             ("տանից", "abl"), ("տնով", "ins"), ("տանը", "loc"), ("տունը", "def"), ("տունն",
             "def")),
    "օր": (("օրվա", "gen"), ("օրը", "def"), ("օրն", "def"), ("օրվան", "dat"), ("օրից", "abl"),
           ("օրվանից", "abl"), ("օրով", "ins"), ("օրում", "loc"), ("օրեր", "pl"), ("օրերը",
           "pl-def"),
           ("օրերի", "pl-gen"), ("օրերին", "pl-dat")),
    "տարի": (("տարվա", "gen"), ("տարին", "def"), ("տարվան", "dat"), ("տարուց", "abl"),
             ("տարով", "ins"), ("տարում", "loc")),
    "լեռ": (("լեռան", "gen"), ("լեռի", "gen"), ("լեռը", "def"), ("լեռն", "def"), ("լեռանը", "dat"),
            ("լեռից", "abl"), ("լեռով", "ins"), ("լեռում", "loc"), ("լեռներ", "pl"),
            ("լեռները", "pl-def"), ("լեռների", "pl-gen"), ("լեռներում", "pl-loc")),
}  # fmt: skip
"""Common nouns whose forms are listed; they are the last word of a longer name."""

_REDUCED = {
    "գիր": "գր", "գիծ": "գծ", "խումբ": "խմբ", "կամուրջ": "կամրջ", "խորհուրդ": "խորհրդ",
    "ժողովուրդ": "ժողովրդ", "երկիր": "երկր", "ջուր": "ջր", "կռիվ": "կռվ", "վճիռ": "վճռ",
    "խնդիր": "խնդր", "գլուխ": "գլխ", "ամիս": "ամս", "թիվ": "թվ", "լիճ": "լճ",
    "ներկայացուցիչ": "ներկայացուցչ", "ուսուցիչ": "ուսուցչ",
}  # fmt: skip
"""Common nouns that lose their last vowel before a vowel; proper names keep theirs."""

_PLURALS_IN_ER = (
    "գիր",
    "գիծ",
    "խումբ",
    "լիճ",
    "հայ",
    "թիվ",
    "գետ",
    "մարդ",
    "ուժ",
    "գյուղ",
    "քարտեզ",
)
_ACRONYM_AND_MORE = re.compile(r"([Ա-Ֆ]{2,})(?:-?ի)? (.+)")
_WITH_SHARED_NOUNS = ("admin-unit", "route", "facility")
"""Kinds whose noun in the plural is that of several names (Տավուշի և Շիրակի մարզերը)."""

_LONG_PLURALS = ("ռուս", "մարդ")


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return the case forms of an Armenian name; of several words only the last declines.

    Forms in classical spelling follow those in the listed one, and those of other ways to write an
    acronym before the last word (ՄԱԿ-ի, ՄԱԿի, ՄԱԿ).

    >>> forms = dict(inflections("Բաքու", "settlement")[0].forms())
    >>> forms["Բաքվում"], forms["Բաքուն"]
    ('loc', 'def')
    """
    found = list(_inflections(text, kind))
    for other in (*classical_spellings(text), *_other_acronyms(text)):
        found += _inflections(other, kind)
    return tuple(found)


def _inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    opened = open_end(text)
    last = opened.split()[-1] if opened.split() else ""
    if kind == "adjective" or not last or not _is_armenian(last[-1]):
        return (Inflection(text, BARE),)
    if is_acronym(last):
        endings = _AFTER_VOWEL if last[-1].lower() in _VOWELS else _CONSONANT
        return gather(text, [(opened + ending, tag) for ending, tag in endings])
    common = last[:1].islower() or (len(opened.split()) > 1 and kind not in (*_PLACES, "person"))
    forms = _whole_word(opened, last) or _singular(opened, kind, common)
    shared = kind in _WITH_SHARED_NOUNS and " " in opened
    if not shared and (not last.endswith(("եր", "ներ")) or kind in ("person", "settlement")):
        forms += _plural(opened, last, kind, common)
    if kind == "person":
        forms = [(form, tag) for form, tag in forms if tag not in ("loc", "pl-loc")]
    return gather(text, forms)


def _other_acronyms(text: str) -> tuple[str, ...]:
    """Return a name that an acronym opens with the acronym in its other forms."""
    led = _ACRONYM_AND_MORE.fullmatch(text)
    if led is None:
        return ()
    acronym, rest = led.groups()
    forms = (f"{acronym}{ending} {rest}" for ending in ("", "-ի", "ի"))
    return tuple(form for form in forms if form != text)


def _is_armenian(letter: str) -> bool:
    return "ա" <= letter.lower() <= "և"


def _whole_word(opened: str, last: str) -> list[tuple[str, str]]:
    for word, forms in _WHOLE_WORDS.items():
        if last.lower() == word:
            kept = opened[: -len(word)]
            return [(kept + last[0] + form[1:], tag) for form, tag in forms]
    return []


def _singular(opened: str, kind: str, common: bool) -> list[tuple[str, str]]:
    """Return the article and the cases by what the name ends in."""
    for ending, rule in _ENDINGS.items():
        if opened.endswith(ending):
            return [(opened[: -len(ending)] + form, tag) for form, tag in rule]
    if opened.endswith("ում") and common and kind not in _PLACES:
        verbal = (("ման", "gen"), ("ման", "dat"), ("մանը", "dat"), ("մամբ", "ins"))
        return [(opened + e, t) for e, t in _CONSONANT] + [(opened[:-3] + e, t) for e, t in verbal]
    if opened.endswith("ու"):
        return _after_u(opened)
    final = opened[-1]
    if final in "աո":
        return [(opened + ending, tag) for ending, tag in _AFTER_A]
    if final == "ի":
        plain = [(opened + ending, tag) for ending, tag in _AFTER_VOWEL]
        if opened.endswith("եցի"):
            plain += [(opened[:-1] + "ւոյ", "gen"), (opened[:-1] + "ւոյն", "gen")]
        return plain + [(opened[:-1] + ending, tag) for ending, tag in _I_TO_U]
    if final in _VOWELS:
        return [(opened + ending, tag) for ending, tag in _AFTER_VOWEL]
    if common:
        stem = _reduced(opened)
        if stem != opened:
            whole = [(opened + ending, tag) for ending, tag in _CONSONANT]
            return whole + [(stem + ending, tag) for ending, tag in _CASES]
    forms = [(opened + ending, tag) for ending, tag in _CONSONANT]
    if opened.endswith("ածին"):  # Էջմիածնի
        forms += [(opened[:-2] + "ն" + ending, tag) for ending, tag in _CASES]
    if opened.endswith(("ներ", "եր")):  # the Western plural: Նահանգներու
        forms += [(opened + ending, tag) for ending, tag in (("ու", "gen"), ("ուն", "dat"))]
    return forms


_ENDINGS: dict[str, Pairs] = {
    "ություն": (("ությունը", "def"), ("ությունն", "def"), ("ության", "gen"), ("ության", "dat"),
                ("ությանը", "dat"), ("ությանն", "dat"), ("ությունից", "abl"), ("ությամբ", "ins"),
                ("ությունով", "ins"), ("ությունում", "loc")),
    "ութիւն": (("ութիւնը", "def"), ("ութիւնն", "def"), ("ութեան", "gen"), ("ութեան", "dat"),
               ("ութեանը", "dat"), ("ութիւնից", "abl"), ("ութենէն", "abl"), ("ութեամբ", "ins"),
               ("ութիւնում", "loc")),
}  # fmt: skip


def _after_u(opened: str) -> list[tuple[str, str]]:
    """Decline a name in -ու both ways: Բաքու → Բաքվի, Խոջալու → Խոջալուի."""
    kept = [(opened + ending, tag) for ending, tag in _AFTER_VOWEL]
    changed = [(opened[:-2] + "վ" + ending, tag) for ending, tag in _CASES]
    return kept + changed


def _reduced(opened: str) -> str:
    """Return the stem before vowels of a name that ends in a common noun."""
    for noun, stem in _REDUCED.items():
        if opened.lower().endswith(noun):
            return opened[: -len(noun)] + (
                stem if opened[-len(noun)].islower() else stem.capitalize()
            )
    return opened


def _plural(opened: str, last: str, kind: str, common: bool) -> list[tuple[str, str]]:
    syllables = _syllables(last)
    stem = opened
    if kind in ("demonym", "organisation") and last.lower().endswith("հայ"):
        plural = "եր"
    elif common and last.lower().endswith(_PLURALS_IN_ER):
        stem, plural = _reduced(opened), "եր"
    else:
        plural = "եր" if syllables == 1 and last.lower() not in _LONG_PLURALS else "ներ"
    endings = (
        ("", "pl"),
        *((ending, f"pl-{tag}") for ending, tag in _CONSONANT),
        *(("ու", "pl-gen"), ("ուն", "pl-dat")),
    )
    return [(stem + plural + ending, tag) for ending, tag in endings]


def _syllables(word: str) -> int:
    rest, count = word.lower(), 0
    for vowel in _SYLLABLES:
        count += rest.count(vowel)
        rest = rest.replace(vowel, " ")
    return count


GLOSSES = GlossWords(
    whose={
        "am": "հայկական",
        "az": "ադրբեջանական",
        "ru-imp": "ռուսական կայսերական",
        "su": "խորհրդային",
    },
    tongues={"az": "ադրբեջաներեն", "en": "անգլերեն", "hy": "հայերեն", "ru": "ռուսերեն"},
    romanized="լատինատառ",
    colon="՝ ",
)

LANGUAGE = Language("hy", "Armenian", ("Armn",), inflections, CONTEXT, glosses=GLOSSES)

SAMPLES = (
    ("Բաքու", "settlement", "Բաքու", "nom"),
    ("Բաքու", "settlement", "Բաքվի", "gen"),
    ("Բաքու", "settlement", "Բաքվում", "loc"),
    ("Բաքու", "settlement", "Բաքվից", "abl"),
    ("Բաքու", "settlement", "Բաքվով", "ins"),
    ("Բաքու", "settlement", "Բաքուն", "def"),
    ("Բաքու", "settlement", "Բաքվին", "dat"),
    ("Խոջալու", "settlement", "Խոջալուի", "gen"),
    ("Երևան", "settlement", "Երևանում", "loc"),
    ("Երևան", "settlement", "Երևանի", "gen"),
    ("Երևան", "settlement", "Երևանն", "def"),
    ("Երևան", "settlement", "Երևանից", "abl"),
    ("Ստեփանակերտ", "settlement", "Ստեփանակերտում", "loc"),
    ("Ստեփանակերտ", "settlement", "Ստեփանակերտը", "def"),
    ("Գորիս", "settlement", "Գորիսի", "gen"),
    ("Շուշի", "settlement", "Շուշիի", "gen"),
    ("Շուշի", "settlement", "Շուշիում", "loc"),
    ("Շուշի", "settlement", "Շուշիից", "abl"),
    ("Շուշի", "settlement", "Շուշին", "def"),
    ("Գյումրի", "settlement", "Գյումրու", "gen"),
    ("Գյումրի", "settlement", "Գյումրիում", "loc"),
    ("Մոսկվա", "settlement", "Մոսկվայի", "gen"),
    ("Մոսկվա", "settlement", "Մոսկվայում", "loc"),
    ("Մոսկվա", "settlement", "Մոսկվան", "def"),
    ("Աղավնո", "settlement", "Աղավնոյում", "loc"),
    ("Տեղ", "settlement", "Տեղում", "loc"),
    ("Բաղանիս Այրում", "settlement", "Բաղանիս Այրումի", "gen"),
    ("Արցախ", "region", "Արցախում", "loc"),
    ("Լեռնային Ղարաբաղ", "region", "Լեռնային Ղարաբաղից", "abl"),
    ("Ադրբեջան", "country", "Ադրբեջանն", "def"),
    ("Ֆրանսիա", "country", "Ֆրանսիայի", "gen"),
    ("Միացյալ Նահանգներ", "country", "Միացյալ Նահանգների", "gen"),
    ("Լաչինի միջանցք", "route", "Լաչինի միջանցքի", "gen"),
    ("Լաչինի միջանցք", "route", "Լաչինի միջանցքում", "loc"),
    ("Լաչինի միջանցք", "route", "Լաչինի միջանցքով", "ins"),
    ("Լաչինի միջանցք", "route", "Լաչինի միջանցքը", "def"),
    ("Թրամփի երթուղի", "route", "Թրամփի երթուղու", "gen"),
    ("Հակարիի կամուրջ", "facility", "Հակարիի կամրջի", "gen"),
    ("Սպիտակ տուն", "facility", "Սպիտակ տան", "gen"),
    ("Մինսկի խումբ", "organisation", "Մինսկի խմբի", "gen"),
    ("Անվտանգության խորհուրդ", "state-body", "Անվտանգության խորհրդում", "loc"),
    ("Անվտանգության խորհուրդ", "state-body", "Անվտանգության խորհուրդը", "def"),
    ("եռակողմ հայտարարություն", "agreement", "եռակողմ հայտարարության", "gen"),
    ("եռակողմ հայտարարություն", "agreement", "եռակողմ հայտարարությամբ", "ins"),
    ("պաշտպանության նախարարություն", "state-body", "պաշտպանության նախարարությունից", "abl"),
    ("զինված ուժեր", "state-body", "զինված ուժերի", "gen"),
    ("զինված ուժեր", "state-body", "զինված ուժերը", "def"),
    ("Վաշինգտոնի հռչակագիր", "agreement", "Վաշինգտոնի հռչակագրի", "gen"),
    ("շփման գիծ", "area", "շփման գծում", "loc"),
    ("Արցախյան շարժում", "event", "Արցախյան շարժման", "gen"),
    ("Հաղթանակի օր", "event", "Հաղթանակի օրվա", "gen"),
    ("Փաշինյան", "person", "Փաշինյանի", "gen"),
    ("Փաշինյան", "person", "Փաշինյանը", "def"),
    ("Փաշինյան", "person", "Փաշինյանին", "dat"),
    ("Փաշինյան", "person", "Փաշինյանից", "abl"),
    ("Փաշինյան", "person", "Փաշինյանով", "ins"),
    ("Փաշինյան", "person", "Փաշինյանն", "def"),
    ("Ալիև", "person", "Ալիևի", "gen"),
    ("Ալիև", "person", "Ալիևը", "def"),
    ("Ալիև", "person", "Ալիևին", "dat"),
    ("Հաջիև", "person", "Հաջիևը", "def"),
    ("Մարիա Զախարովա", "person", "Մարիա Զախարովայի", "gen"),
    ("Հաջիզադե", "person", "Հաջիզադեն", "def"),
    ("ղարաբաղցի", "demonym", "ղարաբաղցիների", "pl-gen"),
    ("արցախահայ", "demonym", "արցախահայերը", "pl-def"),
    ("ՄԱԿ", "organisation", "ՄԱԿի", "gen"),
    ("Փաշինեան", "person", "Փաշինեանի", "gen"),
    ("Փաշինյան", "person", "Փաշինեանէն", "abl"),
    ("Ռուբեն Վարդանյան", "person", "Ռուբէն Վարդանեանին", "dat"),
    ("Բաքու", "settlement", "Բաքուէն", "abl"),
    ("Ստեփանակերտ", "settlement", "Ստեփանակերտէն", "abl"),
    ("Մոսկուա", "settlement", "Մոսկուայի", "gen"),
    ("Էջմիածին", "settlement", "Էջմիածնի", "gen"),
    ("Ադրբեջան", "country", "Ադրբեջանինն", "gen"),
    ("Միացեալ Նահանգներ", "country", "Միացեալ Նահանգներու", "gen"),
    ("պաշտպանության նախարարություն", "state-body", "պաշտպանութեան նախարարութեան", "gen"),
    ("արտաքին գործերի նախարարություն", "state-body", "արտաքին գործերու նախարարութենէն", "abl"),
    ("Հակարիի կամուրջ", "facility", "Հակարիի կամուրջին", "dat"),
    ("Ղազանչեցոց եկեղեցի", "facility", "Ղազանչեցոց եկեղեցւոյ", "gen"),
    ("ՄԱԿ-ի Անվտանգության խորհուրդ", "organisation", "ՄԱԿի Անվտանգության խորհրդի", "gen"),
    ("ԵԱՀԿ Մինսկի խումբ", "organisation", "ԵԱՀԿ-ի Մինսկի խմբի", "gen"),
)
