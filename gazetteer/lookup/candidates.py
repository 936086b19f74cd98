"""Every name that a query may mean: cast wide, each with how it was found.

Three rounds, strongest first; a later one is only asked when nothing of the earlier is allowed:

1. the same fold key, however typed: capitals, diacritics, look-alike letters, apostrophes; names
   that only lost marks make the same (Polish ż for z) wait for the third round;
2. a case form of a listed name; a listed name with words that only say what it is, or several
   names of one entity (``the village of Sus``, ``Khankendi / Stepanakert``); a name before a comma
   and another that it lies in (``Shusha, Azerbaijan``);
3. the same skeleton (another script or transliteration) or a fold key within two edits (a typo).

Ranking narrows, and decides from how well the best name matches whether anything was meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gazetteer.languages import GUEST
from gazetteer.lookup.keys import APOSTROPHES, OWN_LETTERS, fold, typed_keys
from gazetteer.lookup.matcher import Hit, Matcher, Stretch
from gazetteer.lookup.orthographies import letters
from gazetteer.lookup.plain_words import announced
from gazetteer.lookup.similar import similar
from gazetteer.model import DERIVED, Entity, Evidence
from gazetteer.store import Store

_STRONG = 0.9
"""Match from which nothing that is only spelt alike is looked for."""

_FOREIGN_MARKS = re.compile("[šžčćżźśđțĉĝĥĵŝ]", re.IGNORECASE)
"""Letters of other orthographies whose sound the letter below the mark does not have."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name number, how well it matches (0–1) and by which way."""

    number: int
    match: float
    evidence: Evidence


def find_candidates(store: Store, matcher: Matcher, text: str) -> Iterator[list[Found]]:
    """Yield the candidates of each round; who asks stops when a round has what was asked for."""
    keys = typed_keys(text)
    if not keys:
        return
    exact = list(_exact(store, keys, text))
    if not exact or any(candidate.match >= _STRONG for candidate in exact):
        yield exact
    same = {candidate.number for candidate in exact}
    within = [
        *exact,
        *(found for found in _in_query(matcher, store, text) if found.number not in same),
        *_before_comma(store, text),
        *_in_pair(store, text),
    ]
    if any(candidate.match >= _STRONG for candidate in within):
        yield within
    yield within + [Found(*way) for way in similar(store, text, keys[-1])]


def _exact(store: Store, keys: tuple[str, ...], text: str) -> Iterator[Found]:
    own = OWN_LETTERS.intersection(text.casefold())
    sounds = letters(text.casefold()) if _FOREIGN_MARKS.search(text) else ""
    for number in dict.fromkeys(n for key in keys for n in store.names_with_key(key)):
        listed = store.name(number).text
        if listed == text:
            yield Found(number, 1.0, Evidence("same-text", listed, 1.0))
        elif listed.casefold() == text.casefold():
            yield Found(number, 0.99, Evidence("same-letters", listed, 0.99))
        elif sounds and fold(listed) in keys and letters(listed.casefold()) != sounds:
            # ż is no z: Polish Gandża is hardly the village of Gandza
            yield Found(number, 0.78, Evidence("other-sounds", f"{listed} = {keys[0]}", 0.78))
        elif own and not own.issubset(listed.casefold()) and fold(listed) in keys:
            # ş was typed on purpose: Şuş is hardly the village of Sus
            yield Found(number, 0.92, Evidence("other-letters", f"{listed} = {keys[0]}", 0.92))
        else:
            yield Found(number, 0.97, Evidence("same-key", f"{listed} = {keys[0]}", 0.97))


def _in_query(matcher: Matcher, store: Store, text: str) -> Iterator[Found]:
    """Find the names that fill the query, one entity at a time; Bakı'da is also Bakıda."""
    for spelling in dict.fromkeys((text, APOSTROPHES.sub("", text))):
        entities: defaultdict[str, list[tuple[Stretch, Hit]]] = defaultdict(list)
        for stretch in matcher.find(spelling, cased=False):
            for hit in stretch.form.hits:
                if hit.name.certainty == DERIVED or GUEST in hit.tag:
                    continue  # for texts, whose language is known
                entities[hit.name.entity].append((stretch, hit))
        for entity_id, hits in entities.items():
            spans = _longest_apart([stretch for stretch, _ in hits])
            beside = _words_beside(spelling, spans)
            kinds = announced(beside)
            if kinds is None:
                continue
            kinds_fit = bool(kinds & _kinds(store.entity(entity_id)))
            for stretch, hit in hits:
                if stretch[:2] in spans:
                    rule, match = _weighed(len(spans), len(beside), kinds, kinds_fit)
                    listed = hit.name.text
                    form = listed if hit.tag == "nom" else f"{listed} + {hit.tag}"
                    yield Found(hit.number, match, Evidence(rule, form, match))


def _weighed(
    names: int, words_beside: int, kinds: frozenset[str], kinds_fit: bool
) -> tuple[str, float]:
    """Name the rule by which names fill a query, with its match."""
    if not words_beside:
        return ("several-names", 0.96) if names > 1 else ("case-form", 0.95)
    if kinds_fit:
        return "kind-in-query", 0.94
    return "inside-query", 0.74 if kinds else _STRONG


def _kinds(entity: Entity) -> set[str]:
    return {entity.kind, entity.type}


def _words_beside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return the folded words outside of the spans."""
    pieces, done = [], 0
    for start, end in spans:
        pieces.append(text[done:start])
        done = end
    return fold(" ".join((*pieces, text[done:]))).split()


def _longest_apart(stretches: list[Stretch]) -> list[tuple[int, int]]:
    """Return the longest of the stretches that do not overlap, in order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted({one[:2] for one in stretches}, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= other_start or start >= other_end for other_start, other_end in kept):
            kept.append((start, end))
    return sorted(kept)


def _in_pair(store: Store, text: str) -> Iterator[Found]:
    """Find the listed names of a label ``A / B``; one of them may be romanized and not listed."""
    parts = text.split(" / ")
    for part in parts if len(parts) > 1 else ():
        keys = typed_keys(part)
        for number in dict.fromkeys(n for key in keys for n in store.names_with_key(key)):
            yield Found(number, 0.9, Evidence("one-of-a-pair", store.name(number).text, 0.9))


def _before_comma(store: Store, text: str) -> Iterator[Found]:
    """Find the name before the first comma when what follows is a listed name too."""
    head, comma, tail = text.partition(",")
    keys = typed_keys(head)
    if comma and any(store.names_with_key(key) for key in typed_keys(tail)):
        for number in dict.fromkeys(n for key in keys for n in store.names_with_key(key)):
            detail = f"{store.name(number).text}, {tail.strip()}"
            yield Found(number, 0.9, Evidence("before-comma", detail, 0.9))
