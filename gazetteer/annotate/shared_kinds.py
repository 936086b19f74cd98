"""What a name means beside a word for its kind: *the Lachin and Kalbajar districts*.

No name *Lachin districts* is listed, but *Lachin district* is; and where only the seat of a
district has the name, *the district of X* is the seat's district.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from gazetteer.annotate.context import TextContext
from gazetteer.annotate.kinds import kind_word, kind_word_after, noun_before, noun_of_list
from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.readings import Reading, Readings
from gazetteer.annotate.surroundings import Cues
from gazetteer.lookup.keys import fold
from gazetteer.model import Entity, Name, Place
from gazetteer.store import Store

_SAME_NOUN = 3
"""Letters that the forms of one noun share, district and districts, мост and мосты."""

_COORDINATED_KINDS = ("route", "admin-unit", "facility", "feature", "polity", "agreement")
"""Kinds whose kind word is part of their names, and is shared in *the Lachin and X roads*."""


def with_shared_kind(
    readings: Sequence[Reading], span: Span, context: TextContext, cues: Cues
) -> Sequence[Reading]:
    """Add what a bare name means under a plural kind word that several names share.

    In *the Lachin and Zangezur roads* no name *Lachin roads* is listed, but *Lachin road* is.
    """
    headed = _under_shared_noun(readings, span, context, cues)
    if headed:
        return [*readings, *headed]
    longer = span.readings.notes.get("longer")
    if longer is None:
        longer = span.readings.notes["longer"] = _longer_names(span.readings, context.store, cues)
    if not longer:
        return readings
    last = context.around(*context.last_joined(span.start, span.end, cues))
    known = {reading.entity.id for reading in readings}
    shared = []
    for kind in _COORDINATED_KINDS:
        word = kind_word_after(kind, last, cues)
        if word is not None and not context.ends_name(last, word):
            shared += [
                Reading(entity, name, readings[0].hit)
                for entity, name in longer
                if entity.kind == kind
                and entity.id not in known
                and (kind != "admin-unit" or _has_noun(name, word))
            ]
    return [*readings, *shared] if shared else readings


def _has_noun(name: Name, word: str) -> bool:
    """Tell whether a unit's noun is the one of the text, in whatever case: not մարզ for շրջան."""
    return name.text.split()[-1].lower()[:_SAME_NOUN] == word[:_SAME_NOUN]


def with_units_of_seats(
    readings: Sequence[Reading], span: Span, context: TextContext, cues: Cues
) -> Sequence[Reading]:
    """Add the unit whose seat a name is, where the text says *district* and only towns have it.

    So *районами Губадлы и Зангилан* and *Kazah illeri*; the seat's name is that of its unit.
    """
    seats = [r for r in readings if r.entity.kind == "settlement" and "nom" in r.hit.cases]
    if not seats or any(r.entity.kind == "admin-unit" for r in readings):
        return readings
    units = []
    for reading in seats:
        for relation in context.store.relations_from(reading.entity.id, "seat-of"):
            unit = context.store.entity(relation.object)
            if unit.kind == "admin-unit" and kind_word(unit, span, context, cues) is not None:
                units.append(Reading(unit, reading.name, reading.hit))
    return [*readings, *units] if units else readings


def _under_shared_noun(
    readings: Sequence[Reading], span: Span, context: TextContext, cues: Cues
) -> list[Reading]:
    """Add what the name means behind the plural noun of its list, where nouns stand before names.

    In شهرستان‌های کلبجر و لاچین, *the districts of Kalbajar and Lachin*, the listed name is
    شهرستان لاچین, *district of Lachin*; likewise in کریدور «زنگزور», *corridor “Zangezur”*.
    """
    noun = noun_of_list(span, context, cues)
    quoted = noun_before(span, context) if cues.plural_endings and noun is None else None
    heads = [quoted] if quoted else _singulars(noun, cues) if noun else []
    known = {reading.entity.id for reading in readings}
    found = []
    for singular in heads:
        for number in context.store.names_with_key(fold(f"{singular} {span.readings.surface}")):
            entity = context.store.entity(context.store.name(number).entity)
            if entity.id not in known:
                known.add(entity.id)
                found.append(Reading(entity, context.store.name(number), readings[0].hit))
    return found


def _singulars(noun: str, cues: Cues) -> list[str]:
    ends = [end for end in cues.plural_endings if noun.endswith(end)]
    return [noun, *(noun.removesuffix(end) for end in ends)]


def _longer_names(readings: Readings, store: Store, cues: Cues) -> tuple[tuple[Entity, Name], ...]:
    """Return the names of a place's name here and a kind word, one for each entity."""
    texts = {reading.name.text for reading in readings.each if isinstance(reading.entity, Place)}
    if texts:
        texts.add(readings.surface)
    found: dict[str, tuple[Entity, Name]] = {}
    for number in sorted({number for text in texts for number in longer_names(store, text)}):
        name = store.name(number)
        entity = store.entity(name.entity)
        second = name.text.partition(" ")[2].lower()
        if entity.kind in _COORDINATED_KINDS and second in cues.kind_words.get(entity.kind, ()):
            found.setdefault(entity.id, (entity, name))
    return tuple(found.values())


@lru_cache(maxsize=8192)
def longer_names(store: Store, text: str) -> tuple[int, ...]:
    """Return the numbers of names of two words that begin with the words ``text``."""
    numbers = store.names_with_prefix(f"{fold(text)} ", 40)
    names = ((number, store.name(number).text.split(" ")) for number in numbers)
    return tuple(n for n, words in names if len(words) == 2 and fold(words[0]) == fold(text))
