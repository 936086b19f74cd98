"""One colour for each holder, the same in every picture and on every page.

Mostly from the palette of Okabe and Ito, which people who see colours differently tell apart. The
parties have colours that lead in none of their flags; nobody is red or green; the republics of the
Soviet time are greys. A colour says who it is and nothing else.
"""

from __future__ import annotations

from hashlib import sha256

INK = "#1f2933"
SOFT = "#5b6672"
RULE = "#dcd8ce"
PAPER = "#ffffff"
ROUTE = "#22605a"
NEUTRAL = "#c3ccd2"
"""Bars that are about no holder."""
UNKNOWN = "#ffffff"
"""The fill of a place of which nobody is recorded as its holder."""

HOLDERS = {
    "p-0195": "#e0b31c",  # Azerbaijan
    "p-0194": "#cc79a7",  # Armenia
    "a-0118": "#0072b2",  # Nagorno-Karabakh Republic
    "a-0113": "#56b4e9",  # Russian peacekeepers
    "a-0179": "#b5b0a6",  # Azerbaijan SSR
    "a-0180": "#7f7b74",  # Armenian SSR
    "a-0181": "#4a4a4a",  # Russian Empire
}
"""The colour of each holder that many places have, by entity id."""

_OTHERS = ("#8c6bb1", "#a6761d", "#44aa99", "#6b7f3a", "#7a4b3a", "#94aacb", "#c9a98b")


def colour_of(entity_id: str) -> str:
    """Return the colour of a holder; one that is not in the table has one by its id.

    >>> colour_of("a-0118"), colour_of("p-9999") == colour_of("p-9999")
    ('#0072b2', True)
    """
    known = HOLDERS.get(entity_id)
    if known:
        return known
    return _OTHERS[sha256(entity_id.encode()).digest()[0] % len(_OTHERS)]


def ink_on(colour: str) -> str:
    """Return the colour of a text on a ground, dark or white, whichever reads better.

    >>> ink_on("#e0b31c"), ink_on("#0072b2")
    ('#1f2933', '#ffffff')
    """
    light = luminance(colour)
    on_white, on_ink = 1.05 / (light + 0.05), (light + 0.05) / (luminance(INK) + 0.05)
    return PAPER if on_white > on_ink else INK


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` by WCAG 2, 0 for black and 1 for white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
