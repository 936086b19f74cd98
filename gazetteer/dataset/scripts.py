"""Which letters belong to which script (ISO 15924)."""

from __future__ import annotations

import re

_LETTERS = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿ",
    "Cyrl": "Ѐ-ԯᲀ-ᲈ",
    "Armn": "Ա-Ֆՠ-ֈՙﬓ-ﬗ",
    "Arab": "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d",
}
_NO_SCRIPT = "ʰ-˿"
"""Modifier letters (ʻ ʼ ʹ) stand in every script."""

LETTERS = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}
"""One letter of the script."""

FOREIGN = {
    script: re.compile(rf"[^\W\d_{letters}{_NO_SCRIPT}]") for script, letters in _LETTERS.items()
}
"""One letter of any other script."""


def script_of(letter: str) -> str:
    """Return the script of one letter, or the empty string for any other character.

    >>> script_of("Ղ"), script_of("ə"), script_of("1")
    ('Armn', 'Latn', '')
    """
    for script, letters in LETTERS.items():
        if letters.match(letter):
            return script
    return ""
