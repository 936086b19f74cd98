"""Which language to answer in: the one asked for, else what the browser prefers, else English."""

from __future__ import annotations

from functools import lru_cache

from babel.core import negotiate_locale
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

LABEL_LANGUAGES = ("en", "az", "hy", "ru", "tr", "fa", "ka", "fr", "de")
"""Languages of names; a label in another falls back."""

INTERFACE_LANGUAGES = ("en", "az", "hy", "ru")
"""Languages of the pages."""

RIGHT_TO_LEFT = frozenset({"fa", "ar", "he"})
_DEFAULT = "en"
_LONGEST = 100


def label_language(asked: str, accepted: str) -> str:
    """Choose a language for labels: ``asked``, else the best of an Accept-Language header.

    An unknown language is no error: the next choice counts.

    >>> label_language("hy-AM", ""), label_language("xx", "fr;q=0.5, ru"), label_language("", "")
    ('hy', 'ru', 'en')
    """
    return _negotiated(asked[:_LONGEST], accepted[:_LONGEST], LABEL_LANGUAGES)


def interface_language(asked: str, accepted: str) -> str:
    """Choose a language for a page; see ``label_language``."""
    return _negotiated(asked[:_LONGEST], accepted[:_LONGEST], INTERFACE_LANGUAGES)


def direction(lang: str) -> str:
    """Return ``rtl`` or ``ltr``."""
    return "rtl" if lang in RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=1024)
def _negotiated(asked: str, accepted: str, offered: tuple[str, ...]) -> str:
    preferred = [asked.lower().replace("_", "-").split("-")[0]] if asked else []
    accept = parse_accept_header(accepted, LanguageAccept)
    preferred += [tag.lower().split("-")[0] for tag, quality in accept if quality > 0]
    return negotiate_locale(preferred, offered, sep="-") or _DEFAULT
