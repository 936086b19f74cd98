"""Whose name a text used, and what the other side calls the same thing.

Both are read from the perspectives of the names, never from the language of the text: a name of
Azerbaijan's in Armenian letters is still Azerbaijan's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from gazetteer.core import Gazetteer
from gazetteer.languages import get_language
from gazetteer.lookup.keys import fold
from gazetteer.lookup.skeleton import readings, share_a_word, sound_alike
from gazetteer.model import (
    FORMER_AUTHORITIES,
    LabelPart,
    LabelPolicy,
    Name,
    OtherName,
    side_of,
)

_REMEMBERED = 8192
_DERIVED = ("adjective", "demonym")
_WITNESSES = ("en", "ru", "az", "hy")
"""Languages that have most of the sides' names."""

_OWN_LANGUAGES = {"az": "az", "am": "hy"}
_OWN = ("common", "official", "historical", "variant")


@dataclass(frozen=True, slots=True)
class Used:
    """A name as a text used it: the form that stands there, the name, language and day.

    ``side`` is whose it is where the form alone does not tell, and the rest of the text does.
    """

    entity: str
    surface: str
    name: Name
    lang: str
    day: date | None
    side: str = ""


def opposite(side: str) -> str:
    """Return the other side."""
    return "am" if side == "az" else "az"


class Sides:
    """Answers for one dataset, with a memory: the same names come again and again."""

    def __init__(self, core: Gazetteer) -> None:
        self._core = core
        self.of = lru_cache(_REMEMBERED)(self._of)
        self.other = lru_cache(_REMEMBERED)(self._other)

    def is_contested(self, entity_id: str) -> bool:
        """Tell whether it is a contested settlement, or another place on contested ground."""
        store = self._core.store
        return entity_id in store.contested or entity_id in store.shared

    def _of(self, used: Used) -> frozenset[str]:
        """Return the sides whose name it may be: none, one, or both.

        A form may be the bare name of one side and a case of the other's: Шуши is what Armenia
        calls the town, and the genitive of what Azerbaijan does.
        """
        if used.side:
            return frozenset({used.side})
        sides = frozenset(side_of(name.perspective) for name in self._meant(used)) - {""}
        return sides or self._spelt(used)

    def settled(self, used: Used, side: str) -> Used:
        """Return what was used as the name of one of the sides whose it may be."""
        names = [name for name in self._meant(used) if side_of(name.perspective) == side]
        names = [name for name in names if name.lang == used.lang] or names
        return replace(used, name=names[0], side=side) if names else used

    def attributed(self, used: Used) -> Used:
        """Return what was used as a statement that says whose it is, where there is one."""
        sides = self.of(used)
        return self.settled(used, *sides) if len(sides) == 1 else used

    def _meant(self, used: Used) -> list[Name]:
        """Return the names that the form may stand for, those in use on the day if there are."""
        key, form = fold(used.name.text), fold(used.surface)
        same = [
            name
            for name in self._names(used.entity)
            if fold(name.text) == key
            or (name.lang in (used.lang, used.name.lang) and form in _forms(name.text, name.lang))
        ]
        same = same or [used.name]  # a name that follows from others by rule
        return [name for name in same if _is_current(name, used.day)] or same

    def _spelt(self, used: Used) -> frozenset[str]:
        """Return the one side whose name is spelt by one that is nobody's own.

        Only of settlements: a river is called by its usual name without anybody's word.
        """
        if used.entity not in self._core.store.contested:
            return frozenset()
        text = used.name.text
        own = [
            (side_of(name.perspective), name.text)
            for name in self._names(used.entity)
            if side_of(name.perspective) and name.role in _OWN and sound_alike(text, name.text)
        ]
        if len({side for side, _ in own}) > 1:  # Schuscha has the consonants of both
            own = [(side, other) for side, other in own if _read_alike(text, other)]
        sides = frozenset(side for side, _ in own)
        return sides if len(sides) == 1 else frozenset()

    def _other(self, used: Used) -> OtherName | str:
        """Return what the name must be set beside, or one of LEFT_ALONE when that is nothing.

        On a day of the Soviet Union or the Russian Empire it is the official name of the time,
        where one is known, whichever side's name was used; else the other side's.
        """
        official = self._official_then(used)
        if official is not None:
            if self._is_one(used, official.text):
                return "nobodys"
            return self._attested(used, official, used.lang)
        sides = self.of(used)
        if len(sides) != 1:
            return "shared" if sides else "nobodys"
        found = self._named_by(used, opposite(*sides))
        if found is None:
            return "no-name"
        is_one = fold(found.text) == fold(used.name.text) or self._only_spells(used, found)
        return "shared" if is_one else found

    def _named_by(self, used: Used, side: str) -> OtherName | None:
        """Return a side's own name: in the language, else in another, else romanized."""
        romanized = None
        for lang in (used.lang, *_others(used.lang, side)):
            found = self._own(used, side, lang)
            if found is not None and found.lang == lang:
                return found
            if found is not None and found.scheme:
                romanized = romanized or found
        return romanized

    def _own(self, used: Used, side: str, lang: str) -> OtherName | None:
        """Return the name of a side's own that labels show in a language, if they do."""
        label = self._core.label(used.entity, LabelPolicy(lang, side, used.day))
        if not label.parts or side_of(label.parts[0].perspective) != side:
            return None
        if _is_description(label.text):
            return None
        found = self._attested(used, label.parts[0], label.lang)
        whose = side_of(found.name.perspective) if found.name else side
        return None if whose == opposite(side) else found  # a label may take another's name for it

    def _only_spells(self, used: Used, found: OtherName) -> bool:
        """Tell whether a name is the one used, spelt in another way.

        Of a settlement not where some language has both and so tells them apart: *Shusha / Shushi*.
        Of a river or road a common word means that the rest was translated: *Lachin corridor*.
        """
        if not self._is_one(used, found.text):
            return False
        if used.entity not in self._core.store.contested:
            return found.lang != used.lang
        policies = (LabelPolicy(lang, "", used.day) for lang in {used.lang, *_WITNESSES})
        pairs = (self._core.label(used.entity, policy) for policy in policies)
        return not any(p.contested and not any(part.scheme for part in p.parts) for p in pairs)

    def _official_then(self, used: Used) -> LabelPart | None:
        if used.day is None:
            return None
        label = self._core.label(used.entity, LabelPolicy(used.lang, "", used.day))
        alone = label.parts[0] if len(label.parts) == 1 else None
        return alone if alone and alone.perspective in FORMER_AUTHORITIES else None

    def _is_one(self, used: Used, other: str) -> bool:
        one = used.name.text
        return fold(one) == fold(other) or self._alike(used.entity)(one, other)

    def _alike(self, entity_id: str) -> Callable[[str, str], bool]:
        return sound_alike if entity_id in self._core.store.contested else share_a_word

    def _attested(self, used: Used, part: LabelPart, lang: str) -> OtherName:
        """Find the statement that a part of a label rests on, in the language if it can be."""
        if part.scheme:
            return OtherName(part.text, "", part.perspective, part.scheme)
        rows = [name for name in self._names(used.entity) if name.text == part.text]
        side = side_of(part.perspective)

        def preference(name: Name) -> tuple[bool, bool, bool, bool, int]:
            ally = not side or side_of(name.perspective) != side
            return (
                name.lang != used.lang,
                name.lang != lang,
                name.perspective != part.perspective and ally,
                not _is_current(name, used.day),
                _OWN.index(name.role) if name.role in _OWN else len(_OWN),
            )

        row = min(rows, key=preference, default=None)
        return OtherName(part.text, row.lang if row else "", part.perspective, "", row)

    def _names(self, entity_id: str) -> list[Name]:
        return [name for name in self._core.names(entity_id) if name.role not in _DERIVED]


@lru_cache(_REMEMBERED)
def _forms(text: str, lang: str) -> frozenset[str]:
    """Return the fold keys of the case forms of a place's name."""
    language = get_language(lang)
    if language is None:
        return frozenset()
    inflections = language.inflections(text, "settlement")
    return frozenset(fold(form) for inflection in inflections for form, _ in inflection.forms())


def _is_description(text: str) -> bool:
    """Tell whether it is no name but words, such as ``line of contact``; Georgian has no case."""
    return text.islower() and not "ა" <= text[0] <= "ჿ"


@cache
def _others(lang: str, side: str) -> tuple[str, ...]:
    """Return the languages in which to look for a side's name that a language lacks.

    The side's own where it is written in Latin letters, which all can read, or in the language's;
    then those of the language's letters.
    """
    letters = _script(lang)

    def preference(code: str) -> tuple[bool, bool]:
        is_own = code == _OWN_LANGUAGES[side] and _script(code) in ("Latn", letters)
        return not is_own, _script(code) != letters

    return tuple(sorted((code for code in _WITNESSES if code != lang), key=preference))


def _script(lang: str) -> str:
    language = get_language(lang)
    return language.scripts[0] if language else ""


def _read_alike(one: str, other: str) -> bool:
    return not set(readings(one)).isdisjoint(readings(other))


def _is_current(name: Name, day: date | None) -> bool:
    """Tell whether a name is in use on the day; the authorities of Karabakh keep theirs."""
    if day is not None:
        return name.span.contains(day)
    return not name.span.until or name.perspective == "nk"
