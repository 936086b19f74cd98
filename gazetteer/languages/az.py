"""Azerbaijani: vowel harmony, buffer letters, k→y and q→ğ, possessive compounds."""

from __future__ import annotations

from gazetteer.languages._az_context import CONTEXT
from gazetteer.languages._az_letters import (
    ARABIC_ENDINGS,
    TO_CYRILLIC,
    TO_LATIN,
    endings_in_cyrillic,
    in_all_letters,
    in_cyrillic,
    is_arabic,
)
from gazetteer.languages._forms import gather, is_acronym, open_end
from gazetteer.languages._language import BARE, GlossWords, Inflection, Language, StateWords
from gazetteer.languages._turkic import (
    PLURAL,
    POSSESSED,
    Harmony,
    Template,
    body_orders,
    ends_in_vowel,
    last_vowel,
    looks_possessed,
    lower,
    syllables,
)

_HARMONY = Harmony(open_front="ə", hardens=False)

_COMMON: tuple[Template, ...] = (
    ("dA", "loc"),
    ("dAn", "abl"),
    ("lA", "ins"),
    ("dAkI", "loc-adj"),
    ("dIr", "cop"),
    ("dAdIr", "loc-cop"),
    ("sIz", "abe"),
    ("cA", "equ"),
    ("mI", "q"),
)
_AFTER_CONSONANT: tuple[Template, ...] = (("In", "gen"), ("A", "dat"), ("I", "acc"), *_COMMON)
_AFTER_VOWEL: tuple[Template, ...] = (
    ("nIn", "gen"),
    ("yA", "dat"),
    ("nI", "acc"),
    ("ylA", "ins"),
    *_COMMON,
)
_OWN_AFTER_CONSONANT: tuple[Template, ...] = (
    ("I", "poss"),
    ("InIn", "poss-gen"),
    ("InA", "poss-dat"),
    ("InI", "poss-acc"),
    ("IndA", "poss-loc"),
    ("IndAn", "poss-abl"),
    ("ImIz", "poss1"),
    ("ImIzIn", "poss1-gen"),
    ("ImIzA", "poss1-dat"),
    ("ImIzI", "poss1-acc"),
    ("ImIzdA", "poss1-loc"),
    ("ImIzdAn", "poss1-abl"),
)
_OWN_AFTER_VOWEL: tuple[Template, ...] = (
    ("sI", "poss"),
    ("sInIn", "poss-gen"),
    ("sInA", "poss-dat"),
    ("sInI", "poss-acc"),
    ("sIndA", "poss-loc"),
    ("sIndAn", "poss-abl"),
    *((template[1:], tag) for template, tag in _OWN_AFTER_CONSONANT if tag.startswith("poss1")),
)

_LIVING_KINDS = ("settlement", "region", "country", "feature")
"""Kinds whose names may end in ı, i, u, ü without being possessed (Bakı, Əskipara, Mehri)."""

_POSSESSED_WORDS = (
    "dərəsi", "pəyəsi", "qalası", "təpəsi", "bağı", "körpüsü", "dağı", "çayı", "gölü", "yolu",
    "dəhlizi", "rayonu", "vilayəti", "mahalı", "bölgəsi", "düzü", "aşırımı", "zirvəsi", "anbarı",
    "qəsəbəsi", "kəndləri", "oğlu", "qızı", "kəndi",
)  # fmt: skip
"""Endings of place names (and patronymics) that are possessed whatever the kind."""


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return the case forms of an Azerbaijani name, in Latin or in Cyrillic letters.

    >>> forms = dict(inflections("Laçın dəhlizi", "route")[0].forms())
    >>> forms["Laçın dəhlizində"], forms["Laçın dəhlizinə"]
    ('loc', 'dat')
    """
    opened = open_end(text)
    words = opened.replace("-", " ").split()
    if not words:
        return (Inflection(text, BARE),)
    word = lower(words[-1])
    if is_arabic(word):
        return (Inflection(text, (*BARE, *ARABIC_ENDINGS)),)
    cyrillic = any(letter in TO_LATIN for letter in word)
    if cyrillic:
        word = "".join(TO_LATIN.get(letter, letter) for letter in word)
    if not last_vowel(word) or not word[-1].isalpha():
        return (Inflection(text, BARE),)
    templates = _templates(words, word, kind)
    if opened == text and word[-1] not in "kq":
        declined = _HARMONY.declined(text, word, templates)
        return (endings_in_cyrillic(declined) if cyrillic else declined,)
    forms: list[tuple[str, str]] = []
    for template, tag in templates:
        suffix = _HARMONY.attach(word, template)
        if cyrillic:
            suffix = "".join(TO_CYRILLIC[letter] for letter in suffix)
        forms += [(stem + suffix, tag) for stem in _stems(opened, word, kind, suffix, cyrillic)]
    return gather(text, forms)


def _templates(words: list[str], word: str, kind: str) -> tuple[Template, ...]:
    """Choose the suffixes of a name by how its last word ends."""
    if kind == "adjective":
        return ()
    if not ends_in_vowel(word):
        plural = () if word.endswith(("lar", "lər")) else PLURAL
        return _AFTER_CONSONANT + plural + (_OWN_AFTER_CONSONANT if _ownable(kind) else ())
    plain = _AFTER_VOWEL + PLURAL + (_OWN_AFTER_VOWEL if _ownable(kind) else ())
    if not looks_possessed(word) or is_acronym(words[-1]):
        return plain
    if word.endswith(_POSSESSED_WORDS) and (
        len(words) > 1 or word.endswith(("əsi", "ası", "kəndi"))
    ):
        return POSSESSED if len(words) > 1 else POSSESSED + plain
    if len(words) == 1 or kind in ("person", "demonym") or lower(words[0]) == "rəsmi":
        return plain
    if kind in (*_LIVING_KINDS, "medium", "facility") and words[-1][:1].isupper():
        return plain + POSSESSED
    return POSSESSED


def _ownable(kind: str) -> bool:
    return kind in _LIVING_KINDS or kind in ("admin-unit", "polity")


def _stems(opened: str, word: str, kind: str, suffix: str, cyrillic: bool) -> tuple[str, ...]:
    """Return the stems before a suffix: k and q soften between vowels in longer words.

    Foreign names in k and persons' names in q are written both ways.
    """
    softens = (
        word[-1] in "kq"
        and suffix[:1] in tuple("aəıiuü" if not cyrillic else "аәыиуү")
        and ends_in_vowel(word[:-1])
        and syllables(word) > 1
        and not is_acronym(opened.rsplit(maxsplit=1)[-1])
    )
    if not softens:
        return (opened,)
    soft = "y" if word[-1] == "k" else "ğ"
    softened = opened[:-1] + (TO_CYRILLIC[soft] if cyrillic else soft)
    if word[-1] == "k" or kind == "person":
        return (softened, opened)
    return (softened,)


GLOSSES = GlossWords(
    whose={
        "am": "erməni adı",
        "az": "Azərbaycan adı",
        "ru-imp": "Rusiya imperiyası dövründəki adı",
        "su": "sovet dövründəki adı",
    },
    tongues={"az": "azərbaycanca", "en": "ingiliscə", "hy": "ermənicə", "ru": "rusca"},
    romanized="latın hərfləri ilə",
)


def rephrase(text: str, state: StateWords) -> tuple[str, ...]:
    """Return the other usual names of a state's body: *Ermənistanın Müdafiə Nazirliyi*."""
    return body_orders(text, state, _owning)


def _owning(name: str) -> str:
    word = lower(name)
    return name + _HARMONY.attach(word, "nIn" if ends_in_vowel(word) else "In")


LANGUAGE = Language(
    "az",
    "Azerbaijani",
    ("Latn", "Cyrl", "Arab"),
    inflections,
    in_all_letters(CONTEXT),
    kin=("tr",),
    letters={"Cyrl": in_cyrillic},
    rephrase=rephrase,
    glosses=GLOSSES,
)

SAMPLES = (
    ("Xankəndi", "settlement", "Xankəndində", "loc"),
    ("Xankəndi", "settlement", "Xankəndidə", "loc"),
    ("Bakı", "settlement", "Bakı", "nom"),
    ("Bakı", "settlement", "Bakının", "gen"),
    ("Bakı", "settlement", "Bakıya", "dat"),
    ("Bakı", "settlement", "Bakını", "acc"),
    ("Bakı", "settlement", "Bakıda", "loc"),
    ("Bakı", "settlement", "Bakıdan", "abl"),
    ("Bakı", "settlement", "Bakıdakı", "loc-adj"),
    ("Bakı", "settlement", "Bakıyla", "ins"),
    ("Xankəndi", "settlement", "Xankəndidə", "loc"),
    ("Xankəndi", "settlement", "Xankəndiyə", "dat"),
    ("Xankəndi", "settlement", "Xankəndidəki", "loc-adj"),
    ("İrəvan", "settlement", "İrəvanla", "ins"),
    ("İrəvan", "settlement", "İrəvanın", "gen"),
    ("Şuşa", "settlement", "Şuşadan", "abl"),
    ("Şuşa", "settlement", "Şuşaya", "dat"),
    ("Gorus", "settlement", "Gorusdan", "abl"),
    ("Gorus", "settlement", "Gorusun", "gen"),
    ("Vaşinqton", "settlement", "Vaşinqtonda", "loc"),
    ("Vaşinqton", "settlement", "Vaşinqtonun", "gen"),
    ("Brüssel", "settlement", "Brüsseldə", "loc"),
    ("Füzuli", "settlement", "Füzulidən", "abl"),
    ("Ağbulaq", "settlement", "Ağbulağın", "gen"),
    ("Ağbulaq", "settlement", "Ağbulağa", "dat"),
    ("Ağbulaq", "settlement", "Ağbulaqda", "loc"),
    ("Strasburq", "settlement", "Strasburqa", "dat"),
    ("Nyu-York", "settlement", "Nyu-Yorka", "dat"),
    ("Böyük Qaladərəsi", "settlement", "Böyük Qaladərəsində", "loc"),
    ("Zamanpəyəsi", "settlement", "Zamanpəyəsindən", "abl"),
    ("Qarabağ", "region", "Qarabağı", "acc"),
    ("Dağlıq Qarabağ", "region", "Dağlıq Qarabağda", "loc"),
    ("Qarabağ", "region", "Qarabağımızın", "poss1-gen"),
    ("Ermənistan", "country", "Ermənistana", "dat"),
    ("Türkiyə", "country", "Türkiyənin", "gen"),
    ("Laçın dəhlizi", "route", "Laçın dəhlizinə", "dat"),
    ("Laçın dəhlizi", "route", "Laçın dəhlizində", "loc"),
    ("Laçın dəhlizi", "route", "Laçın dəhlizindən", "abl"),
    ("Laçın dəhlizi", "route", "Laçın dəhlizini", "acc"),
    ("Laçın dəhlizi", "route", "Laçın dəhlizinin", "gen"),
    ("Laçın rayonu", "admin-unit", "Laçın rayonunun", "gen"),
    ("Laçın rayonu", "admin-unit", "Laçın rayonundakı", "loc-adj"),
    ("Müdafiə Nazirliyi", "state-body", "Müdafiə Nazirliyinin", "gen"),
    ("Müdafiə Nazirliyi", "state-body", "Müdafiə Nazirliyindən", "abl"),
    ("Avropa Şurası", "organisation", "Avropa Şurasına", "dat"),
    ("Azərbaycan Silahlı Qüvvələri", "state-body", "Azərbaycan Silahlı Qüvvələrinin", "gen"),
    ("üçtərəfli bəyanat", "agreement", "üçtərəfli bəyanatın", "gen"),
    ("İkinci Qarabağ müharibəsi", "war", "İkinci Qarabağ müharibəsindən", "abl"),
    ("Əliyev", "person", "Əliyevin", "gen"),
    ("Əliyev", "person", "Əliyevə", "dat"),
    ("Əliyev", "person", "Əliyevi", "acc"),
    ("Əliyev", "person", "Əliyevdən", "abl"),
    ("Əliyev", "person", "Əliyevlə", "ins"),
    ("Nikol Paşinyan", "person", "Nikol Paşinyanla", "ins"),
    ("Ərdoğan", "person", "Ərdoğanın", "gen"),
    ("Makron", "person", "Makronun", "gen"),
    ("Zaxarova", "person", "Zaxarovanın", "gen"),
    ("erməni", "demonym", "ermənilərin", "pl-gen"),
    ("azərbaycanlı", "demonym", "azərbaycanlılar", "pl"),
    ("XİN", "state-body", "XİNin", "gen"),
    ("NATO", "organisation", "NATOya", "dat"),
    ("Müdafiə Nazirliyi", "state-body", "Müdafiə Nazirliyincə", "equ"),
    ("Гарабағ", "region", "Гарабағда", "loc"),
    ("Азәрбајҹан", "country", "Азәрбајҹанын", "gen"),
)
