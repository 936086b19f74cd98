"""Choosing what to call an entity: by whom, in which language, on which day. Never silently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gazetteer.model.names import CERTAINTIES, Name
from gazetteer.model.queries import LabelPolicy

_LABEL_ROLES = ("common", "official", "exonym", "variant", "historical", "acronym", "short")
"""Roles in the order in which they make a label; adjectives and demonyms never do.

The common form comes first: the official one is often the long form of a state's or body's name.
"""

SIDES = ("az", "am", "nk")
"""Perspectives that are parties to the conflict: a place named by more than one gets a pair."""

_ONE_SIDE = {"am": "nk", "nk": "am"}
"""The two Armenian authorities: where one has no name of its own, the other's stands for it."""

_FALLBACK_LANGUAGES = ("en", "ru", "az", "hy")


@dataclass(frozen=True, slots=True)
class Label:
    """A text to show and how it came about.

    ``parts`` are (perspective, text) in the order shown; ``lang`` is the language of the whole,
    which differs from the one asked for when nothing is attested in that.
    """

    text: str
    lang: str
    parts: tuple[tuple[str, str], ...]

    @property
    def contested(self) -> bool:
        """Whether more than one side's name is shown."""
        return len(self.parts) > 1


def choose_label(
    names: Sequence[Name], policy: LabelPolicy, sort_key: Callable[[str], str] = str.casefold
) -> Label:
    """Choose the label of one entity from all its names.

    With a perspective in the policy, that side's name; without one, the neutral pair: each side's
    name, in alphabetical order of ``sort_key``, joined by `` / ``. Where the sides do not differ,
    the name that is nobody's own comes before a side's. A language in which nothing is
    attested falls back for the whole label, never for a part of it. Without any name the text is
    empty, which the data checks refuse.

    >>> pair = [Name("p-1", "en", "Stepanakert", perspective="am"),
    ...         Name("p-1", "en", "Khankendi", perspective="az")]
    >>> choose_label(pair, LabelPolicy("en")).text
    'Khankendi / Stepanakert'
    >>> choose_label(pair, LabelPolicy("en", perspective="am")).text
    'Stepanakert'
    """
    for lang in dict.fromkeys((policy.lang, *_FALLBACK_LANGUAGES)):
        in_language = [name for name in names if name.lang == lang and name.role in _LABEL_ROLES]
        if in_language:
            return _label_in(lang, in_language, policy, sort_key)
    usable = [name for name in names if name.role in _LABEL_ROLES]
    if not usable:
        return Label("", policy.lang, ())
    lang = usable[0].lang
    return _label_in(lang, [n for n in usable if n.lang == lang], policy, sort_key)


def _label_in(
    lang: str, names: Sequence[Name], policy: LabelPolicy, sort_key: Callable[[str], str]
) -> Label:
    ordered = sorted(names, key=lambda name: _preference(name, policy))
    if policy.perspective:
        own = [name for name in ordered if name.perspective == policy.perspective]
        ally = _ONE_SIDE.get(policy.perspective)
        own = own or [name for name in ordered if name.perspective == ally]
        chosen = (own or _neutral_first(ordered, policy))[0]
        return Label(chosen.text, lang, ((chosen.perspective, chosen.text),))
    best: dict[str, Name] = {}
    for name in ordered:
        if name.perspective in SIDES and _is_current(name, policy):
            best.setdefault(name.perspective, name)
    texts: dict[str, str] = {}
    for perspective, name in best.items():
        if perspective == "nk" and "am" in best:
            continue  # the two Armenian authorities make one side; the state's form stands for it
        texts.setdefault(name.text, perspective)
    if len(texts) < 2:  # one side's word alone would be a verdict where a neutral one exists
        name = _neutral_first(ordered, policy)[0]
        return Label(name.text, lang, ((name.perspective, name.text),))
    parts = sorted(((side, text) for text, side in texts.items()), key=lambda p: sort_key(p[1]))
    return Label(" / ".join(text for _, text in parts), lang, tuple(parts))


def _neutral_first(ordered: Sequence[Name], policy: LabelPolicy) -> list[Name]:
    """Put a name that is nobody's own before a side's, but never an outdated or lesser one."""

    def preference(name: Name) -> tuple[bool, int, bool]:
        outdated, role, *_ = _preference(name, policy)
        return outdated, role, name.perspective in SIDES

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
