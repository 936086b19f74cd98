"""How German names the bodies of a state: by its adjective, its genitive, or with *von*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.languages._language import StateWords

_ADJECTIVE_END = r"(?:e|er|es|en)"
_FEMININE = ("ei", "ie", "ik", "ion")
_PLURAL = ("USA", "Staaten", "Niederlande", "Emirate")
_WITH_ARTICLE = ("Republik", "Union", "Föderation")


def rephrase(text: str, state: StateWords) -> tuple[str, ...]:
    """Return the other usual orders of a body's name; none when it does not name the state.

    >>> words = StateWords(("armenisch",), ("Armenien",), ("Republik Armenien",))
    >>> rephrase("armenisches Außenministerium", words)[:2]
    ('Außenministerium Armeniens', 'Außenministerium von Armenien')
    >>> rephrase("Außenministerium Armeniens", words)[0]
    'armenisches Außenministerium'
    """
    body = _body_of(text, state)
    return tuple(form for form in _orders(body, state) if form != text) if body else ()


def _body_of(text: str, state: StateWords) -> str:
    for adjective in state.adjectives:
        led = re.fullmatch(f"{re.escape(adjective)}{_ADJECTIVE_END} (.+)", text, re.IGNORECASE)
        if led:
            return led.group(1)
    for phrase in _owners(state):
        if text.endswith(f" {phrase}"):
            return text[: -len(phrase) - 1]
    return ""


def _orders(body: str, state: StateWords) -> Iterator[str]:
    if " der " not in f" {body}" and " des " not in f" {body}":
        neuter = body.endswith(("um", "ament", "amt", "icht", "heer", "büro"))
        for adjective in state.adjectives:
            yield f"{adjective}{'es' if neuter else 'e'} {body}"
    for phrase in _owners(state):
        yield f"{body} {phrase}"


def _owners(state: StateWords) -> Iterator[str]:
    """Yield the state after a body: ``Armeniens``, ``der Türkei``, ``der Republik Armenien``."""
    for name in state.names:
        if name.endswith((*_FEMININE, *_PLURAL)):
            yield f"der {name}"
        else:
            yield name if name.endswith(("s", "x", "z")) else f"{name}s"
        yield f"von {name}"
    for name in state.long_names:
        if name.startswith(_WITH_ARTICLE):
            yield f"der {name}"
        elif name.endswith(_WITH_ARTICLE):
            yield f"der {re.sub('e ', 'en ', name, count=1)}"
