"""The text patterns: every name's stems for the matcher, and the endings that may follow each."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import daachorse

from gazetteer.dataset.lookup_keys import spellings, text_key
from gazetteer.languages import BARE, GUEST, Ending, Inflection, all_languages, get_language
from gazetteer.lookup.keys import fold_letters

NameToFind = tuple[int, str, str, str, str]
"""(number, lang, text, role, kind of the entity) of a name."""

Endings = tuple[tuple[str, str], ...]
"""(ending key, tags joined by commas), sorted."""

_DECLINED_BY_ROLE = ("adjective", "demonym")


@dataclass(frozen=True, slots=True)
class TextPatterns:
    """What the artefact holds to find names in texts.

    The rows of pattern ``i`` are ``offsets[i]:offsets[i + 1]`` of the parallel arrays ``numbers``
    (of names) and ``endings`` (indexes into ``ending_sets``, JSON objects of ending key -> tags).
    """

    patterns: tuple[str, ...]
    offsets: array[int]
    numbers: array[int]
    endings: array[int]
    ending_sets: tuple[str, ...]

    def matcher(self) -> bytes:
        """Return the serialized automaton of the patterns."""
        return daachorse.CharwiseDoubleArrayAhoCorasick(list(self.patterns)).serialize()


def build_patterns(names: Iterable[NameToFind]) -> TextPatterns:
    """Make the patterns of names.

    Romanized names are left out: nobody writes them in running text.
    """
    found: defaultdict[str, dict[int, Endings]] = defaultdict(dict)
    for number, lang, text, role, kind in names:
        if role == "romanized":
            continue
        declined_as = role if role in _DECLINED_BY_ROLE else kind
        for key, endings in _patterns_of(lang, text, declined_as):
            sharing = found[key]
            known = sharing.get(number)
            sharing[number] = endings if known is None else _united((*known, *endings))
    return _packed(found)


def _packed(found: dict[str, dict[int, Endings]]) -> TextPatterns:
    patterns = tuple(sorted(found))
    offsets, numbers, endings = array("I", [0]), array("I"), array("I")
    sets: dict[Endings, int] = {}
    for pattern in patterns:
        for number, allowed in sorted(found[pattern].items()):
            numbers.append(number)
            endings.append(sets.setdefault(allowed, len(sets)))
        offsets.append(len(numbers))
    written = tuple(json.dumps(dict(allowed), ensure_ascii=False) for allowed in sets)
    return TextPatterns(patterns, offsets, numbers, endings, written)


@cache
def _united(endings: Endings) -> Endings:
    """Sort endings and join the tags of those that fold alike."""
    tags: dict[str, list[str]] = {}
    for ending, tag in endings:
        known = tags.setdefault(ending, [])
        known += [one for one in tag.split(",") if one not in known]
    return tuple(sorted((ending, ",".join(listed)) for ending, listed in tags.items()))


@cache
def _patterns_of(lang: str, text: str, kind: str) -> tuple[tuple[str, Endings], ...]:
    """Return (pattern key, endings) of every stem of a name, in every spelling."""
    language = get_language(lang)
    inflections = language.inflections(text, kind) if language else (Inflection(text, BARE),)
    found = []
    guests = _guest_endings(text, lang) if language and "Latn" in language.scripts else ()
    for inflection in inflections:
        endings = _folded(inflection.endings, guests if inflection.stem == text else ())
        found += [(f" {key}", endings) for key in _text_keys(inflection.stem)]
    return tuple(found)


@cache
def _folded(endings: tuple[Ending, ...], guests: tuple[Ending, ...]) -> Endings:
    """Return endings by their keys, of the language itself and of others that put theirs on."""
    return _united(tuple((fold_letters(text), tag) for text, tag in (*endings, *guests)))


def _guest_endings(text: str, lang: str) -> tuple[Ending, ...]:
    """Return the endings that other languages put onto any name, each telling its language."""
    return tuple(
        Ending(one.text, f"{one.tag}{GUEST}{code}")
        for code, guest_endings in _hosts()
        if code != lang
        for one in guest_endings(text)
    )


@cache
def _hosts() -> tuple[tuple[str, Callable[[str], tuple[Ending, ...]]], ...]:
    """Return the languages that put endings onto names as others spell them."""
    languages = all_languages().items()
    return tuple((code, one.guest_endings) for code, one in languages if one.guest_endings)


def _text_keys(stem: str) -> set[str]:
    """Return what a stem may look like within the key of a text, in each of its spellings."""
    keys: set[str] = set()
    for form in spellings(stem):
        key = text_key(form)
        keys.add(key)
        if "  " in key:  # "A. Baku", which somebody writes without the point
            keys.add(" ".join(key.split()))
    return keys - {""}
