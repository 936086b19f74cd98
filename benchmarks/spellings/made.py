"""Listed names written by the conventions of other languages: the made part of the spellings.

    python -m benchmarks.spellings

replaces the rows of kind ``made`` in ``seeds/spellings/spellings.csv``; the others stay.
"""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator

from benchmarks.spellings.conventions import CONVENTIONS, Convention
from gazetteer.dataset.lookup_keys import fold_keys
from gazetteer.evaluation import Spelling
from gazetteer.model import Name, Place
from gazetteer.store import Store

SIZES = ((20, 101, 14), (10, 20, 12), (0, 10, 24))
"""For each convention: prominence from, to, and how many places of it."""

APART_KM = 5.0


def split_of(entity: str) -> str:
    """Put a place into the half ``dev`` or ``test``, the same in every language."""
    return "test" if hashlib.sha1(entity.encode()).digest()[0] % 2 else "dev"


def namesakes(store: Store) -> dict[str, set[str]]:
    """Return the entities that bear each fold key."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for entity in store.entities():
        for name in store.names_of(entity.id):
            for key in fold_keys(name.text):
                bearers[key].add(entity.id)
    return bearers


def made(store: Store, conventions: Iterable[Convention] = CONVENTIONS) -> Iterator[Spelling]:
    """Yield spellings of settlements of all sizes; those that are listed already are left out.

    The names are such that no other settlement farther than 5 km away has: which of two namesakes
    is meant cannot be seen in any spelling.
    """
    bearers = namesakes(store)
    places = [p for p in store.entities(("settlement",)) if isinstance(p, Place) and p.lon]
    for number, convention in enumerate(conventions):
        chance = random.Random(number)
        for low, high, count in SIZES:
            pool = [p for p in places if low <= p.prominence < high]
            chance.shuffle(pool)
            found = (s for p in pool if (s := _spelt(store, bearers, convention, p, chance)))
            yield from (s for s, _ in zip(found, range(count), strict=False))


def _spelt(
    store: Store, bearers: dict[str, set[str]], how: Convention, place: Place, chance: random.Random
) -> Spelling | None:
    names = [n for n in store.names_of(place.id) if _fits(store, bearers, how, place, n)]
    if not names:
        return None
    name = chance.choice(names)
    query = how.write(name.text, name.lang)
    if any(key in bearers for key in fold_keys(query)):
        return None
    written_from = f"{name.text} ({name.lang})"
    return Spelling(how.lang, query, place.id, "made", written_from, how.source, split_of(place.id))


def _fits(
    store: Store, bearers: dict[str, set[str]], how: Convention, place: Place, name: Name
) -> bool:
    usual = name.role in ("official", "common") and name.script in ("Latn", "Cyrl", "Armn")
    plain = name.text.replace(" ", "").isalpha() and len(name.text) > 3
    if not (usual and plain and name.lang in how.takes):
        return False
    others = {e for key in fold_keys(name.text) for e in bearers[key]} - {place.id}
    return not any(_elsewhere(store, place, other) for other in others)


def _elsewhere(store: Store, place: Place, other: str) -> bool:
    from pyproj import Geod

    entity = store.entity(other)
    if not isinstance(entity, Place) or entity.lon is None or entity.lat is None:
        return False
    _, _, metres = Geod(ellps="WGS84").inv(place.lon, place.lat, entity.lon, entity.lat)
    return entity.kind == "settlement" and metres > APART_KM * 1000
