"""How French names the bodies of a state: an adjective after the noun or at the end, or *de*."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.languages._language import StateWords

_VOWELS = tuple("aeéèêiouyhAEÉÈÊIOUYH")
_FEMININE = ("ée", "ion", "our", "nce", "force", "autorité", "agence")
_AGREEMENTS = ("", "e", "s", "es", "ne", "nes", "que", "ques")


def rephrase(text: str, state: StateWords) -> tuple[str, ...]:
    """Return the other usual orders of a body's name; none when it does not name the state.

    >>> words = StateWords(("arménien",), ("Arménie",), ("République d'Arménie",))
    >>> for order in rephrase("ministère arménien de la Défense", words)[:3]: print(order)
    ministère de la Défense arménien
    ministère de la Défense d'Arménie
    ministère de la Défense de l'Arménie
    """
    found: dict[str, None] = {}
    for adjective in state.adjectives:
        for ending in _AGREEMENTS:
            noun, middle, rest = text.partition(f" {adjective}{ending}")
            if middle and (not rest or rest[0] == " "):
                found |= dict.fromkeys(_described(noun + rest, state, "e" in ending))
    for phrase in _owners(state):
        if text.endswith(f" {phrase}"):
            body = text[: -len(phrase) - 1]
            noun = body.partition(" ")[0].lower()
            feminine = noun.rstrip("s").endswith(_FEMININE) or noun in ("assemblée", "police")
            found |= dict.fromkeys(_described(body, state, feminine))
    return tuple(order for order in found if order != text)


def _described(body: str, state: StateWords, feminine: bool) -> Iterator[str]:
    """Yield the body with an adjective at the end and after the noun, and with its owners."""
    noun, blank, rest = body.partition(" ")
    plural = noun.endswith("s")
    for adjective in state.adjectives:
        form = _agreeing(adjective, feminine=feminine, plural=plural)
        yield f"{body} {form}"
        yield f"{noun} {form}{blank}{rest}"
        if rest.startswith("armées"):  # forces armées azéries
            yield f"{noun} armées {form}{rest[6:]}"
    for phrase in _owners(state):
        yield f"{body} {phrase}"


def _agreeing(adjective: str, *, feminine: bool, plural: bool) -> str:
    form = adjective
    if feminine and not form.endswith("e"):
        form = f"{form}ne" if form.endswith("en") else f"{form}e"
    return f"{form}s" if plural and not form.endswith("s") else form


def _owners(state: StateWords) -> Iterator[str]:
    """Yield the state after a body: ``d'Arménie``, ``de l'Arménie``, ``du Haut-Karabakh``."""
    for name in state.names:
        if name.startswith(_VOWELS):
            yield f"d'{name}"
            yield f"de l'{name}"
        if not name.startswith(_VOWELS) or name.startswith("H"):
            yield from (f"de {name}", f"de la {name}", f"du {name}")
        if name.endswith("s"):
            yield f"des {name}"
    for name in state.long_names:
        yield from (f"de l'{name}",) if name.startswith(_VOWELS) else (f"de la {name}",)
