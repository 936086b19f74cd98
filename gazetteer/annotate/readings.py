"""What a form may mean in a text of one language: worked out once, and kept with the form.

Nothing here looks at the text around; that is for ``ranking``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from gazetteer.annotate.surroundings import cues_for
from gazetteer.languages import GUEST, get_language, is_kin
from gazetteer.lookup.keys import ENDING_APOSTROPHES
from gazetteer.lookup.matcher import Form, Hit
from gazetteer.model import DERIVED, Candidate, Entity, Name
from gazetteer.store import Store

_DERIVED_ROLES = ("adjective", "demonym")
_APOSTROPHE = re.compile(f"[{ENDING_APOSTROPHES}]")


class Wanted(NamedTuple):
    """What a text asks of the names in it: its language there, and which kinds of names count."""

    lang: str
    adjectives: bool = False
    offices: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One entity that a form may mean, through its best fitting name.

    ``weighed`` keeps its weight where nothing around it counts, by whether the name is in use.
    """

    entity: Entity
    name: Name
    hit: Hit
    weighed: dict[bool, Candidate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """All that a form may mean, best fitting names first, and what context asks of it often.

    ``full`` are the entities of names that are no short forms, one for each name; ``opens_name``
    tells whether any name is more than a bare surname or the like; ``owner`` is the entity when
    there is only one; ``units`` the units of administration among all. ``surface``
    is the form as it stood in the text; ``notes`` keeps what ``shared_kinds`` works out of it.
    """

    surface: str
    hits: tuple[Hit, ...]
    each: tuple[Reading, ...]
    full: tuple[str, ...]
    opens_name: bool
    owner: Entity | None
    units: frozenset[str] = frozenset()
    notes: dict[str, tuple[tuple[Entity, Name], ...]] = field(default_factory=dict)


def readings_of(form: Form, store: Store, wanted: Wanted) -> Readings | None:
    """Return what the form may mean, or None when no name that it may be is wanted."""
    known = form.notes.get(wanted, form)
    if known is not form:
        found: Readings | None = known
        return found
    hits = tuple(
        _as_host_sees(hit) for hit in form.hits if _is_wanted(hit, form.surface, store, wanted)
    )
    found = _read(form.surface, hits, store, wanted.lang) if hits else None
    form.notes[wanted] = found
    return found


def _read(surface: str, hits: tuple[Hit, ...], store: Store, lang: str) -> Readings:
    best: dict[str, tuple[tuple[float, ...], Reading]] = {}
    for hit in hits:
        name = hit.name
        fit = (hit.quality, name.lang == lang, "nom" in hit.cases, name.role != "short")
        known = best.get(name.entity)
        if known is None or fit > known[0]:
            best[name.entity] = (fit, Reading(store.entity(name.entity), name, hit))
    owners = {hit.name.entity for hit in hits}
    return Readings(
        surface,
        hits,
        tuple(reading for _, reading in best.values()),
        tuple(hit.name.entity for hit in hits if _is_full(hit.name)),
        any(hit.name.role != "short" for hit in hits),
        store.entity(owners.pop()) if len(owners) == 1 else None,
        frozenset(i for i, (_, reading) in best.items() if reading.entity.kind == "admin-unit"),
    )


def _is_full(name: Name) -> bool:
    """Tell whether the name says in full who is meant; ՀՀ ԱԺ says what a later ԱԺ is."""
    return name.role not in ("short", "acronym") or (name.role == "acronym" and " " in name.text)


def _is_wanted(hit: Hit, surface: str, store: Store, wanted: Wanted) -> bool:
    """Tell whether the hit may be a mention at all: offices and derived words are not by default.

    A case ending counts in text of its own language, and where the word's own letters tell it; a
    derived name counts in text of its own language only.
    """
    if hit.name.role in _DERIVED_ROLES and not wanted.adjectives:
        return False
    if hit.name.certainty == DERIVED and hit.name.lang != wanted.lang:
        return False
    if "nom" not in hit.cases and not (
        _is_guest(hit, wanted.lang) or _may_decline(hit, surface, wanted.lang)
    ):
        return False
    return wanted.offices or store.entity(hit.name.entity).kind != "office"


@cache
def _script_of(lang: str) -> str:
    language = get_language(lang)
    return language.scripts[0] if language else ""


def _is_guest(hit: Hit, lang: str) -> bool:
    """Tell whether the language puts this ending onto names as others spell them."""
    return any(tag.partition(GUEST)[2] == lang for tag in hit.cases if GUEST in tag)


def _as_host_sees(hit: Hit) -> Hit:
    """Return the hit with its cases alone, without the languages that have them."""
    if GUEST not in hit.tag:
        return hit
    cases = [tag.partition(GUEST)[0] for tag in hit.tag.split(",")]
    return replace(hit, tag=",".join(cases), cases=frozenset(cases))


def _may_decline(hit: Hit, surface: str, lang: str) -> bool:
    if all(GUEST in tag for tag in hit.cases):
        return False  # Bakus is Baku's in German alone
    if (
        lang in (hit.name.lang, "")
        or is_kin(hit.name.lang, lang)
        or _script_of(lang) != hit.name.script
    ):
        return True
    if cues_for(lang).apostrophe and _APOSTROPHE.search(surface):
        return True
    # in plain English letters an ending may be chance; in Xankəndidə the word tells its language
    return hit.quality == 1.0 and not surface.isascii()
