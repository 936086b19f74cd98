"""Choosing what to call an entity: by whom, in which language, on which day. Never silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from gazetteer.model.names import CERTAINTIES, Name
from gazetteer.model.queries import LabelPolicy
from gazetteer.model.timespan import ALWAYS, TimeSpan, nearest_day

_LABEL_ROLES = ("common", "official", "exonym", "variant", "historical", "acronym", "short")
"""Roles in the order in which they make a label; adjectives and demonyms never do.

The common form comes first: the official one is often the long form of a state's or body's name.
"""

_USUAL = ("common", "official")
"""Roles of a name in usual or official use; others are by-words."""

SIDES = ("az", "am", "nk")
"""Perspectives that are parties to the conflict: a place named by more than one gets a pair."""

_ONE_SIDE = {"am": "nk", "nk": "am"}
"""The two Armenian authorities: where one has no name of its own, the other's stands for it."""

FORMER_AUTHORITIES = {
    "ru-imp": TimeSpan("1801", "1917"),
    "su": TimeSpan("1922-12-30", "1991-12-26"),
}
"""States that once held all of the ground, and when they spoke, as in the tables.

What they called a place officially on a day is what it was called on that day.
"""

_FALLBACK_LANGUAGES = ("en", "ru", "az", "hy")
_SCRIPTS = {"ru": "Cyrl", "hy": "Armn", "ka": "Geor", "fa": "Arab", "en": "Latn", "az": "Latn"}
"""The script of a language's labels; Latin for all others."""

_READ_BY_MANY = ("en", "ru", "az", "tr", "fr", "de")
"""Languages whose form of a name may stand in for another's of the same script."""

_OWN_LANGUAGE = {"az": "az", "am": "hy"}
"""The language from which a side's name is romanized."""


class LabelPart(NamedTuple):
    """One name in a label: whose it is, and the scheme that romanized it, ``""`` when attested."""

    perspective: str
    text: str
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A text to show and how it came about.

    ``parts`` are the names in the order shown; ``lang`` is the language of the whole, which
    differs from the one asked for when nothing is attested in that.
    """

    text: str
    lang: str
    parts: tuple[LabelPart, ...]

    @property
    def contested(self) -> bool:
        """Whether more than one side's name is shown."""
        return len(self.parts) > 1


Romanizer = Callable[[Name], tuple[str, str] | None]
"""Writes a name in Latin letters: (text, code of the scheme), None when it cannot."""


@dataclass(frozen=True, slots=True)
class BothSides:
    """How to keep a side from being left out of a label: given for what is contested.

    ``romanize`` writes a side's name in Latin letters; ``alike`` tells whether two names are one in
    two spellings. ``neutral_suffices`` where a usual name that is nobody's may stand alone so long
    as it does not merely spell one side's: so for rivers, roads and churches, not for settlements.
    Of those a side's by-words and descriptions (*line of contact*) are no names to be shown.
    """

    romanize: Romanizer
    alike: Callable[[str, str], bool] = str.__eq__
    neutral_suffices: bool = False

    def names(self, name: Name) -> bool:
        """Tell whether it is a name of a side's own; an exonym is the other's word spelt."""
        if self.neutral_suffices:
            return name.role in (*_USUAL, "short") and name.text != name.text.lower()
        return name.role != "exonym"

    def is_own(self, name: Name, policy: LabelPolicy) -> bool:
        """Tell whether a side calls the place so today."""
        return self.names(name) and _is_current(name, policy)


def choose_label(
    names: Sequence[Name],
    policy: LabelPolicy,
    sort_key: Callable[[str], str] = str.casefold,
    both: BothSides | None = None,
) -> Label:
    """Choose the label of one entity from all its names.

    With a perspective in the policy, that side's name; without one, the neutral pair: each side's
    name, in alphabetical order of ``sort_key``, joined by `` / ``. Where the sides do not differ,
    the name that is nobody's own comes before a side's.

    A language in which nothing is attested falls back as a whole, on one of its script where there
    is any. With ``both`` no side is left out for want of a name in the language: one that is
    nobody's but alike the side's is taken for its own; its name in another language of the same
    script stands in, and in Latin letters its own name romanized, unless that is alike the other's
    and only spelt in another way; a language in which that fails too gives way to one in which it
    does not. Nor is one left out for want of a name on the day: of a side that has none then, those
    of the nearest day stand in, its last before, else its first after. On a day of the Soviet Union
    or the Russian Empire its official name is the label, where there is one.

    Without any name the text is empty, which the data checks refuse.

    >>> pair = [Name("p-1", "en", "Stepanakert", perspective="am"),
    ...         Name("p-1", "en", "Khankendi", perspective="az")]
    >>> choose_label(pair, LabelPolicy("en")).text
    'Khankendi / Stepanakert'
    >>> choose_label(pair, LabelPolicy("en", perspective="am")).text
    'Stepanakert'
    """
    usable = [name for name in names if name.role in _LABEL_ROLES]
    wanted: set[str] = set()
    if both:
        of_the_time = _official_then(usable, policy, sort_key, both)
        if of_the_time is not None:
            return of_the_time
        usable = _with_the_nearest(usable, policy, both)
        wanted = _wanted_sides(usable, policy, both)
    first: Label | None = None
    for lang in _languages(usable, policy):
        shown = _written_in(usable, lang)
        current = [name for name in shown if _is_current(name, policy)]
        missing = sorted(wanted - {_side(name) for name in current})
        if both is None or not missing or (not first and _suffices(current, usable, policy, both)):
            return _label_in(lang, shown, policy, sort_key)
        stand_ins = [
            _as_anothers(current, usable, side, policy, both)
            or _stand_in(usable, side, _SCRIPTS.get(lang, "Latn"), policy, both)
            for side in missing
        ]
        found = tuple(stand_in for stand_in in stand_ins if stand_in is not None)
        label = _label_in(lang, shown, policy, sort_key, _StandIns(found, both.alike))
        if len(found) == len(missing):
            return label
        first = first or label
    return first or Label("", policy.lang, ())


def _written_in(usable: Sequence[Name], lang: str) -> list[Name]:
    """Return the names of a language, those in its own script if there are any."""
    script = _SCRIPTS.get(lang, "Latn")
    in_language = [name for name in usable if name.lang == lang]
    return [name for name in in_language if name.script in (script, "")] or in_language


def _official_then(
    usable: Sequence[Name],
    policy: LabelPolicy,
    sort_key: Callable[[str], str],
    both: BothSides,
) -> Label | None:
    """Return what the state of the time called the place officially, None where that is unknown.

    Where it is not attested in the language, a name of the language that spells it; in Latin
    letters one of another language, or the official name romanized.
    """
    day = policy.at
    if day is None or policy.perspective:
        return None
    officials = [
        name
        for name in usable
        if name.role == "official"
        and name.perspective in FORMER_AUTHORITIES
        and FORMER_AUTHORITIES[name.perspective].contains(day)
        and name.span.contains(day)
    ]
    if not officials:
        return None
    lang, script = policy.lang, _SCRIPTS.get(policy.lang, "Latn")
    official = next((name for name in officials if name.lang == lang), None)
    if official is not None:
        return _single(official, lang)
    official = min(officials, key=lambda name: _rank(name.lang))
    romanized = both.romanize(official)
    key = sort_key(romanized[0]) if romanized else ""
    spelt = [
        name
        for name in usable
        if name.script in (script, "")
        and (name.lang == lang or (script == "Latn" and name.lang in _READ_BY_MANY))
        and both.alike(name.text, official.text)
    ]

    def preference(name: Name) -> tuple[bool, bool, int, bool, tuple[bool, int, int, bool]]:
        exactly = sort_key(name.text) == key
        own = name.perspective in SIDES
        return name.lang != lang, not exactly, _rank(name.lang), own, _preference(name, policy)

    if spelt:
        nearest = min(spelt, key=preference)
        return _single(replace(nearest, perspective=official.perspective), nearest.lang)
    if romanized and script == "Latn":
        part = LabelPart(official.perspective, *romanized)
        return Label(part.text, official.lang, (part,))
    return None


def _with_the_nearest(usable: Sequence[Name], policy: LabelPolicy, both: BothSides) -> list[Name]:
    """Let the names of the nearest day stand for a side that has none on the day of the label.

    A side's form that is dated in its language alone stands for the name that it spells.
    """
    standing_in: set[int] = set()
    for side in ("az", "am"):
        own = [name for name in usable if _side(name) == side and both.names(name)]
        held = [name for name in own if _is_current(name, policy)]
        if not held and own:
            nearest = nearest_day([name.span for name in own], policy.at or date.max)
            held = [name for name in own if name.span.contains(nearest)]
            standing_in |= {id(name) for name in held}
        languages = {name.lang for name in held}
        standing_in |= {
            id(name)
            for name in own
            if name.lang not in languages and any(both.alike(name.text, one.text) for one in held)
        }
    return [replace(name, span=ALWAYS) if id(name) in standing_in else name for name in usable]


def _suffices(
    current: Sequence[Name], usable: Sequence[Name], policy: LabelPolicy, both: BothSides
) -> bool:
    """Tell whether a language has a usual name that is nobody's and spells not one side's alone."""
    if not both.neutral_suffices or policy.perspective:
        return False
    for name in current:
        if name.perspective in SIDES or name.role not in _USUAL:
            continue
        spelt = {
            _side(own)
            for own in usable
            if _side(own) and both.is_own(own, policy) and both.alike(name.text, own.text)
        }
        if name.perspective == "int" or len(spelt) != 1:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _StandIns:
    """Names from outside the label's language, each with the scheme that romanized it, if any."""

    names: tuple[tuple[Name, str], ...] = ()
    alike: Callable[[str, str], bool] = str.__eq__

    def scheme(self, name: Name) -> str:
        return next((scheme for own, scheme in self.names if own is name), "")

    def adds_nothing(self, name: Name, others: Iterable[Name]) -> bool:
        """Tell whether a stand-in is the same name as another, spelt in another way."""
        stands_in = any(own is name for own, _ in self.names)
        return stands_in and any(
            self.alike(name.text, other.text) for other in others if other is not name
        )


def side_of(perspective: str) -> str:
    """Return the side that a perspective speaks for: the two Armenian authorities are one.

    >>> side_of("nk"), side_of("az"), side_of("su")
    ('am', 'az', '')
    """
    if perspective not in SIDES:
        return ""
    return "am" if perspective == "nk" else perspective


def _side(name: Name) -> str:
    return side_of(name.perspective)


def _as_anothers(
    current: Sequence[Name],
    usable: Sequence[Name],
    side: str,
    policy: LabelPolicy,
    both: BothSides,
) -> tuple[Name, str] | None:
    """Find a side's name where a language has it as another's: Гадрут is Հադրութ.

    It is then the side's, beside what the other says: Ишыглы / Урекан, Խանաբադ / Խնապատ.
    """
    usual = [
        name
        for name in current
        if name.role in _USUAL or (name.role == "variant" and name.perspective not in SIDES)
    ]
    nobodys_first = sorted(
        usual, key=lambda name: (name.role not in _USUAL, name.perspective in SIDES)
    )
    for own in usable:
        if _side(own) == side and both.is_own(own, policy):
            for name in nobodys_first:
                if own.role not in _USUAL and name.role not in _USUAL:
                    continue  # two by-words that meet prove little
                if both.alike(name.text, own.text):
                    return replace(name, perspective=own.perspective, span=ALWAYS), ""
    return None


def _wanted_sides(usable: Sequence[Name], policy: LabelPolicy, both: BothSides) -> set[str]:
    """Return the sides that the label must show, so far as they have a name in any language."""
    sides = {_side(name) for name in usable if both.is_own(name, policy)} - {""}
    if not policy.perspective:
        return sides if len(sides) > 1 else set()
    own = "am" if policy.perspective == "nk" else policy.perspective
    return sides & {own}


def _languages(usable: Sequence[Name], policy: LabelPolicy) -> list[str]:
    """Return the languages to try: the one asked for, the usual ones, and all others.

    Of the usual ones those come first that are written as the one asked for. Languages with no
    name in their usual script, or none that is current, come last.
    """
    asked = policy.lang
    script = _SCRIPTS.get(asked, "Latn")
    fallbacks = sorted(_FALLBACK_LANGUAGES, key=lambda lang: _SCRIPTS[lang] != script)
    written = [n for n in usable if n.script in (_SCRIPTS.get(n.lang, "Latn"), "")]
    anyway = bool(policy.perspective)  # a side's own old word comes before the other's
    usual = {n.lang for n in written if anyway or n.lang == asked or _is_current(n, policy)}
    order = [lang for lang in dict.fromkeys((asked, *fallbacks, *sorted(usual))) if lang in usual]
    return [*order, *dict.fromkeys(name.lang for name in usable if name.lang not in usual)]


def _stand_in(
    usable: Sequence[Name], side: str, script: str, policy: LabelPolicy, both: BothSides
) -> tuple[Name, str] | None:
    """Find a side's name in a script; with the code of the scheme where it had to be romanized."""
    own = [name for name in usable if _side(name) == side and both.is_own(name, policy)]
    ranked = sorted(own, key=lambda name: (_rank(name.lang), _preference(name, policy)))
    for name in ranked:
        if name.script == script and name.lang in _READ_BY_MANY:
            return name, ""
    if script != "Latn":
        return None
    for name in ranked:
        written = both.romanize(name) if name.lang == _OWN_LANGUAGE[side] else None
        if written is not None:
            return replace(name, text=written[0], script="Latn"), written[1]
    return None


def _rank(lang: str) -> int:
    order = _FALLBACK_LANGUAGES
    return order.index(lang) if lang in order else len(order)


def _label_in(
    lang: str,
    in_language: Sequence[Name],
    policy: LabelPolicy,
    sort_key: Callable[[str], str],
    stand_ins: _StandIns | None = None,
) -> Label:
    stand_ins = stand_ins or _StandIns()
    names = (*in_language, *(name for name, _ in stand_ins.names))
    ordered = sorted(names, key=lambda name: _preference(name, policy))
    if policy.perspective:
        own = [name for name in ordered if name.perspective == policy.perspective]
        ally = _ONE_SIDE.get(policy.perspective)
        own = own or [name for name in ordered if name.perspective == ally]
        chosen = (own or _neutral_first(ordered, policy))[0]
        return _single(chosen, lang, stand_ins)
    attested = [name for name in ordered if any(name is own for own in in_language)]
    neutral = _neutral_first(attested, policy)[0]
    if _preference(neutral, policy)[0]:
        neutral = _neutral_first(ordered, policy)[0]
    best: dict[str, Name] = {}
    for name in ordered:
        if name.perspective in SIDES and _is_current(name, policy):
            best.setdefault(name.perspective, name)
    if "am" in best:  # the two Armenian authorities make one side; the state's form stands for it
        best.pop("nk", None)
    parts: dict[str, LabelPart] = {}
    for perspective, name in best.items():
        if stand_ins.adds_nothing(name, best.values()) or _is_lesser(name, neutral):
            continue
        part = LabelPart(perspective, name.text, stand_ins.scheme(name))
        parts.setdefault(name.text, part)
    if len(parts) < 2:  # one side's word alone would be a verdict where a neutral one exists
        return _single(neutral, lang, stand_ins)
    shown = tuple(sorted(parts.values(), key=lambda part: sort_key(part.text)))
    return Label(" / ".join(part.text for part in shown), lang, shown)


def _is_lesser(name: Name, neutral: Name) -> bool:
    """Tell whether a side's word is a by-word beside a usual name that is nobody's own."""
    if not name.entity.startswith("t-"):  # of places each side's word is a name
        return False
    return neutral.perspective not in SIDES and neutral.role in _USUAL and name.role not in _USUAL


def _single(name: Name, lang: str, stand_ins: _StandIns | None = None) -> Label:
    scheme = stand_ins.scheme(name) if stand_ins else ""
    part = LabelPart(name.perspective, name.text, scheme)
    return Label(name.text, lang, (part,))


def _neutral_first(ordered: Sequence[Name], policy: LabelPolicy) -> list[Name]:
    """Put a name that is nobody's own before a side's, but never an outdated or lesser one."""

    def preference(name: Name) -> tuple[bool, int, bool]:
        outdated, role, *_ = _preference(name, policy)
        is_usual = name.role in _USUAL  # Sotk is official, Zod common: both are in use
        return outdated, 0 if is_usual else role, name.perspective in SIDES

    return sorted(ordered, key=preference)


def _is_current(name: Name, policy: LabelPolicy) -> bool:
    if policy.at is not None:
        return name.span.contains(policy.at)
    return not name.span.until or name.perspective == "nk"


def _preference(name: Name, policy: LabelPolicy) -> tuple[bool, int, int, bool]:
    outdated = not name.span.contains(policy.at) if policy.at else bool(name.span.until)
    return (
        outdated,
        _LABEL_ROLES.index(name.role),
        CERTAINTIES.index(name.certainty),
        name.perspective not in ("", policy.perspective),
    )
