"""From a NameQuery to a Resolution: candidates, then ranking. And completions of a prefix."""

from __future__ import annotations

from gazetteer.lookup.candidates import find_candidates
from gazetteer.lookup.keys import typed_keys
from gazetteer.lookup.matcher import Matcher
from gazetteer.lookup.ranking import rank
from gazetteer.model import UNKNOWN, NameQuery, Resolution, Suggestion
from gazetteer.store import Store

_WIDTHS = (100, 1_000, 10_000)
"""Names looked at for one prefix: more when kinds leave fewer completions than were asked for."""


_SECOND_CHOICE = ("short", "variant", "romanized")


def look_up(store: Store, matcher: Matcher, query: NameQuery) -> Resolution:
    """Resolve one name; see ``NameQuery`` for what restricts and what only ranks."""
    for found in find_candidates(store, matcher, query.text):
        resolution = rank(store, query, found)
        if resolution.candidates:
            return resolution
    return Resolution(UNKNOWN)


def suggest(
    store: Store, prefix: str, lang: str = "", kinds: tuple[str, ...] = (), limit: int = 10
) -> tuple[Suggestion, ...]:
    """Return names that begin with ``prefix``, one for each entity.

    Names that are the prefix and no more come first, then the most prominent. A name in ``lang``
    stands for its entity when one begins so.
    """
    keys = typed_keys(prefix)
    if not keys:
        return ()
    whole = {number for key in keys for number in store.names_with_key(key)}
    found: tuple[Suggestion, ...] = ()
    for width in _WIDTHS:
        begun = tuple(number for key in keys for number in store.names_with_prefix(key, width))
        found = _completions(store, whole, begun, lang, kinds)
        if len(found) >= limit or len(begun) < width:
            break
    return found[:limit]


def _completions(
    store: Store, whole: set[int], begun: tuple[int, ...], lang: str, kinds: tuple[str, ...]
) -> tuple[Suggestion, ...]:
    best: dict[str, tuple[tuple[bool, ...], int, Suggestion]] = {}
    exact: set[str] = set()
    for number in dict.fromkeys((*sorted(whole), *begun)):
        name = store.name(number)
        entity = store.entity(name.entity)
        if name.role in ("adjective", "demonym"):
            continue
        if kinds and entity.kind not in kinds and entity.type not in kinds:
            continue
        if number in whole:
            exact.add(entity.id)
        fit = (name.lang == lang, number in whole, name.role not in _SECOND_CHOICE)
        known = best.get(entity.id)
        if known is None or (fit, -len(name.text)) > known[:2]:
            best[entity.id] = fit, -len(name.text), Suggestion(entity, name)
    suggestions = [suggestion for _, _, suggestion in best.values()]
    suggestions.sort(
        key=lambda s: (s.entity.id not in exact, -s.entity.prominence, s.name.text, s.entity.id)
    )
    return tuple(suggestions)
