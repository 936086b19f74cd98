"""Names that nobody lists because they follow from listed ones by the rules of a language.

German newspapers write *Kelbadschar* for Кельбаджар, *Rayon Latschin* for the district of that
town, *Außenministerium Armeniens* for *armenisches Außenministerium*; Azerbaijani books of Soviet
times write *Шуша* and *Илһам*, letter for letter. Such names are found in texts and are neither
shown nor looked up: that somebody uses one has no source. Each takes side, dates and source from
the name it follows from; its certainty is ``derived``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from gazetteer.dataset.tables import Row
from gazetteer.languages import Language, StateWords, all_languages, get_language
from gazetteer.lookup.keys import fold
from gazetteer.lookup.skeleton import skeletons
from gazetteer.model import DERIVED

_PLAIN_ROLES = ("official", "common", "exonym", "variant", "historical", "short")
_SPELT_KINDS = ("settlement", "region", "admin-unit", "feature", "person")
_DESCRIBING = ("adjective", "demonym")
_LATIN_SOURCES = ("az", "en")
"""Languages whose Latin spellings other languages' press takes over as they are."""

_STATES = ("country", "polity")

_LITTLE_KNOWN = 15
"""Prominence below which one spelling a name is enough."""

_UNIT_WORD = re.compile(r"([^\s]+) (?:District|Province|Rayon|rayonu)")
_MOST_FIRST_NAMES, _MOST_SURNAMES = 8, 6
_SURNAME_OF_THE_REGION = re.compile(
    r"(?:ов|ев|ёв|ин|ова|ева|ина|ян|иан|янц|ий|ой|ей|ко|дзе|швили|заде|оглы|оглу"
    r"|лы|ли|бек|бейли)$"
    r"|(?:յան|յանց|ով|եւ|և|ին)$"
    r"|(?:ova?|eva?|zadə|yan|bəyli|[ıiuü]l[ıiuü]|l[ıiuü]|şvili|dze)$"
)


@dataclass(slots=True)
class _Named:
    """One entity and its names while names are derived for one language."""

    entity: Mapping[str, str]
    rows: list[Row]
    lang: str
    known: set[str] = field(default_factory=set)
    derived: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        own = (row for row in self.rows if row["lang"] == self.lang)
        self.known = {fold(row["text"]) for row in own if row["role"] != "romanized"}

    def add(self, text: str, role: str, origin: Row) -> None:
        """Add a name that follows from ``origin`` unless the language has it already."""
        key = fold(text)
        if not key or key in self.known:
            return
        self.known.add(key)
        cells = {"lang": self.lang, "script": "Latn", "text": text, "role": role}
        self.derived.append(Row({**origin, **cells, "certainty": DERIVED, "romanization": ""}))

    def latin(self, *roles: str) -> Iterator[Row]:
        """Yield the names in Latin letters that texts of the language may have, listed first."""
        for row in (*self.rows, *self.derived):
            used = row["lang"] in (self.lang, *_LATIN_SOURCES) and row["script"] == "Latn"
            if used and row["role"] in (roles or _PLAIN_ROLES):
                yield row


def derived_names(entities: Mapping[str, Mapping[str, str]], names: Iterable[Row]) -> list[Row]:
    """Return the rows that follow from ``names``, by language and entity.

    A language takes part by its ``press``, ``unit_phrases``, ``rephrase`` and ``letters``.
    """
    by_entity: defaultdict[str, list[Row]] = defaultdict(list)
    for row in names:
        if row["entity"] in entities:
            by_entity[row["entity"]].append(row)
    found: list[Row] = []
    for language in all_languages().values():
        if language.press or language.rephrase:
            named = {
                key: _Named(entities[key], rows, language.code) for key, rows in by_entity.items()
            }
            _derive(named, language)
            found += [row for one in named.values() for row in one.derived]
        for script, write in language.letters.items():
            found += _rewritten(by_entity, language, script, write)
    return found


def _rewritten(
    by_entity: Mapping[str, list[Row]], language: Language, script: str, write: Callable[[str], str]
) -> Iterator[Row]:
    """Yield a language's names in the letters of its other script, where none is listed."""
    for rows in by_entity.values():
        own = [row for row in rows if row["lang"] == language.code and row["role"] != "romanized"]
        known = {fold(row["text"]) for row in own if row["script"] == script}
        for row in own:
            if row["script"] == language.scripts[0]:
                text = write(row["text"])
                if text and fold(text) not in known:
                    known.add(fold(text))
                    cells = {"script": script, "text": text}
                    yield Row({**row, **cells, "certainty": DERIVED, "romanization": ""})


def _derive(named: dict[str, _Named], language: Language) -> None:
    for one in named.values():
        if language.press and one.entity["kind"] in _SPELT_KINDS:
            _spell(one, language)
        if language.press and one.entity["kind"] == "person":
            _join_names(one)
    settlements = _by_text(named)
    states = _states(named, language.code)
    for one in named.values():
        kind = one.entity["kind"]
        if kind == "admin-unit" and language.press:
            _name_unit(one, settlements, language)
        elif kind == "state-body" and language.rephrase:
            _rephrase(one, states, language)
        if language.press and kind not in ("person", "settlement", "country"):
            _respell_parts(one, settlements)
            if language.closes_compounds:
                _close_compounds(one)


def _spell(one: _Named, language: Language) -> None:
    """Add how the press of the language spells the names of other languages."""
    is_person = one.entity["kind"] == "person"
    little_known = not is_person and int(one.entity["prominence"]) < _LITTLE_KNOWN
    for row in one.rows:
        press = language.press.get(row["lang"])
        if press is None or row["role"] not in _PLAIN_ROLES or row["script"] == "Arab":
            continue
        words = row["text"].split()
        if is_person:
            if len(words) > 2 or not _SURNAME_OF_THE_REGION.search(words[-1]):
                continue
        elif len(words) > 1 and (one.entity["kind"] != "settlement" or not row["text"].istitle()):
            continue  # names of several words are mostly translated, not spelt
        spellings = press(row["text"])[: 1 if little_known else None]
        role = "common" if row["role"] in ("official", "exonym") else row["role"]
        for text in spellings:
            one.add(text, role, row)


def _join_names(one: _Named) -> None:
    """Add every usual spelling of the first name with every one of the surname."""
    full = [row for row in one.latin() if row["text"].count(" ") == 1 and row["role"] != "short"]
    if not full:
        return
    pairs = [row["text"].split(" ") for row in full]
    firsts = list(dict.fromkeys(first for first, _ in pairs))[:_MOST_FIRST_NAMES]
    lasts = list(dict.fromkeys(last for _, last in pairs))[:_MOST_SURNAMES]
    for first, last in product(firsts, lasts):
        if first[-1:].isalpha():
            one.add(f"{first} {last}", "variant", full[0])


def _by_text(named: Mapping[str, _Named]) -> dict[str, _Named]:
    """Map the Latin names of settlements and regions to the most prominent that has it."""
    found: dict[str, _Named] = {}
    ranked = sorted(named.values(), key=lambda one: -int(one.entity["prominence"]))
    for one in ranked:
        if one.entity["kind"] in ("settlement", "region"):
            for row in one.latin():
                found.setdefault(row["text"], one)
    return found


def _spellings_of(text: str, settlements: Mapping[str, _Named]) -> list[str]:
    """Return the other spellings of the place's name ``text``: those that sound like it."""
    place = settlements.get(text)
    if place is None:
        return []
    language = get_language(place.lang)
    alike = str.maketrans(dict(language.confounds) if language else {})

    def sounds(name: str, lang: str = "") -> set[str]:
        return {key.translate(alike) for key in skeletons(name, lang)}

    sound = sounds(text)
    others = {row["text"]: row["lang"] for row in place.latin()}
    return [
        other
        for other, lang in others.items()
        if other != text and not sound.isdisjoint(sounds(other, lang))
    ]


def _name_unit(one: _Named, settlements: Mapping[str, _Named], language: Language) -> None:
    """Add the bare names of a unit in the spellings of its town, and the phrases with them."""
    phrases = language.unit_phrases.get(one.entity["type"], ())
    bare: dict[str, Row] = {
        row["text"]: row for row in one.latin("short") if " " not in row["text"]
    }
    for row in one.latin():
        called = _UNIT_WORD.fullmatch(row["text"])
        if called and row["lang"] != one.lang:
            bare.setdefault(called.group(1), row)
    for row in [row for row in one.rows if row["lang"] == one.lang]:
        for phrase in phrases:
            opening = phrase.partition("{}")[0]
            if row["text"].startswith(opening) and row["role"] in _PLAIN_ROLES:
                bare.setdefault(row["text"][len(opening) :], row)
    for text, origin in list(bare.items()):
        for other in _spellings_of(text, settlements):
            bare.setdefault(other, origin)
    for text, origin in bare.items():
        one.add(text, "short", origin)
        for phrase in phrases:
            one.add(phrase.format(text), "variant", origin)


def _respell_parts(one: _Named, settlements: Mapping[str, _Named]) -> None:
    """Add a name of several words or parts with the place's name in it in its other spellings."""
    for row in [row for row in one.rows if row["lang"] == one.lang and row["role"] in _PLAIN_ROLES]:
        text = row["text"]
        for part in re.finditer(r"[^\W\d_]+", text):
            if part.group() == text or not part.group()[0].isupper():
                continue
            for other in _spellings_of(part.group(), settlements):
                if (other[0] in "AEIOU") == (part.group()[0] in "AEIOU"):
                    one.add(f"{text[: part.start()]}{other}{text[part.end() :]}", "variant", row)


def _close_compounds(one: _Named) -> None:
    """Add a compound without its hyphen: *Karabachkonflikt* for *Karabach-Konflikt*."""
    for row in [row for row in (*one.rows, *one.derived) if row["lang"] == one.lang]:
        first, hyphen, last = row["text"].rpartition("-")
        if hyphen and first.isalpha() and last.istitle() and row["role"] in _PLAIN_ROLES:
            one.add(first + last.lower(), "variant", row)


def _states(named: Mapping[str, _Named], lang: str) -> list[StateWords]:
    """Return what each state is called, of those that have an adjective or demonym there."""
    found = []
    for one in named.values():
        rows = [row for row in one.rows if row["lang"] == lang]
        described = {
            role: [row["text"] for row in rows if row["role"] == role] for role in _DESCRIBING
        }
        adjectives = described["adjective"] or described["demonym"]
        if one.entity["kind"] in _STATES and (adjectives or one.entity["kind"] == "polity"):
            plain = [row["text"] for row in rows if row["role"] in _PLAIN_ROLES]
            found.append(
                StateWords(
                    tuple(adjectives),
                    tuple(text for text in plain if " " not in text),
                    tuple(text for text in plain if " " in text),
                )
            )
    return found


def _rephrase(one: _Named, states: Sequence[StateWords], language: Language) -> None:
    for row in [row for row in one.rows if row["lang"] == one.lang and row["role"] in _PLAIN_ROLES]:
        for state in states:
            for text in language.rephrase(row["text"], state) if language.rephrase else ():
                one.add(text, "variant", row)
