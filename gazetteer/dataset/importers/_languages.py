"""Language tags of other catalogues, as the two letters used here."""

from __future__ import annotations

import re

_THREE = {
    "aze": "az", "azj": "az", "azb": "az", "hye": "hy", "arm": "hy", "hyw": "hy", "rus": "ru",
    "eng": "en", "tur": "tr", "fas": "fa", "per": "fa", "pes": "fa", "kat": "ka", "geo": "ka",
    "fra": "fr", "fre": "fr", "deu": "de", "ger": "de",
}  # fmt: skip
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*\Z")


def language_of(tag: str) -> str:
    """Return the language of a BCP 47 or ISO 639 tag, ``""`` for what is no tag.

    >>> language_of("az-Cyrl"), language_of("hye"), language_of("English")
    ('az', 'hy', '')
    """
    if not _TAG.match(tag):
        return ""
    first = re.split("[-_]", tag)[0].lower()
    return _THREE.get(first, first)
