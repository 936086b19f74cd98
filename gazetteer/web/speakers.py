"""What perspectives are called on a page."""

from __future__ import annotations

from gazetteer.model import SIDES
from gazetteer.web.current import gazetteer
from gazetteer.web.params import NEUTRAL
from gazetteer.web.translation import gettext, page_language, word


def speaker_names() -> dict[str, str]:
    """Return what each perspective is called in the language of the page, by code."""
    store, lang = gazetteer().store, page_language()
    names = {}
    for perspective in store.perspectives():
        called = store.perspective_names(perspective.code)
        names[perspective.code] = called.get(lang) or called.get("en") or perspective.code
    return names


def sides() -> list[tuple[str, str]]:
    """Return (code, name) of what a label may follow: the neutral pair, then each side."""
    named = sorted(((code, word("side", code)) for code in SIDES), key=lambda side: side[1])
    return [(NEUTRAL, gettext("both sides (neutral pair)")), *named]
