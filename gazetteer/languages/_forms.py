"""From a list of forms to inflections: what every language with case forms does at the end."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer.languages._language import BARE, Ending, Inflection

_CLOSING = "»”“’\"')]"
"""Marks that may close a name; the ending of an inflected form stands before them."""


def is_acronym(word: str) -> bool:
    """Tell whether a word is written in capitals only (БМТ, ՄԱԿ, NATO).

    >>> is_acronym("ООН"), is_acronym("Ани"), is_acronym("შუშა")
    (True, False, False)
    """
    return len(word) > 1 and word.isupper()


def open_end(text: str) -> str:
    """Return a name without the marks that close it, for an ending to follow: ``«Հետք``."""
    return text.rstrip(_CLOSING)


def gather(name: str, forms: Iterable[tuple[str, str]]) -> tuple[Inflection, ...]:
    """Group (form, tag) pairs by the words before the last; the name itself comes first.

    A case that looks like the name itself adds nothing: the bare form is ``nom`` alone.

    >>> forms = [("Нагорный Карабах", "nom"), ("Нагорного Карабаха", "gen")]
    >>> [(i.stem, i.endings[0].text) for i in gather("Нагорный Карабах", forms)]
    [('Нагорный Карабах', ''), ('Нагорного Карабаха', '')]
    """
    groups: dict[str, dict[tuple[str, str], None]] = {}
    bare = open_end(name)
    groups[bare[: bare.rfind(" ") + 1]] = {(bare, "nom"): None}
    for form, tag in forms:
        opened = form if form[-1:].isalpha() else open_end(form)
        if opened != bare:
            head = opened[: opened.rfind(" ") + 1]
            groups.setdefault(head, {})[opened, tag] = None
    found = [Inflection(name, BARE)] if bare != name else []
    for pairs in groups.values():
        stem = _shared_start([form for form, _ in pairs])
        if not stem or stem.endswith((" ", "-")):
            found += [Inflection(form, (Ending("", tag),)) for form, tag in pairs]
        else:
            endings = tuple(Ending(form[len(stem) :], tag) for form, tag in pairs)
            found.append(Inflection(stem, endings))
    return tuple(found)


def _shared_start(forms: list[str]) -> str:
    shortest, longest = min(forms), max(forms)  # the first and last in order differ the soonest
    for index, letter in enumerate(shortest):
        if letter != longest[index]:
            return shortest[:index]
    return shortest


def suffixed(name: str, suffixes: Iterable[tuple[str, str]]) -> tuple[Inflection, ...]:
    """Return the inflection of a name that takes (suffix, tag) pairs and changes nothing else."""
    opened = open_end(name)
    return gather(name, [(opened + suffix, tag) for suffix, tag in suffixes])
