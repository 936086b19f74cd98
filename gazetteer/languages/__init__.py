"""Languages, one file each, discovered: a module with ``LANGUAGE`` and ``SAMPLES`` is one.

``SAMPLES`` is a tuple of (name, kind, form, tag): real forms that its rules must produce. The
module ``romanization`` is no language.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from gazetteer.languages._language import (
    BARE,
    BEFORE_HYPHEN,
    GUEST,
    Context,
    Ending,
    GlossWords,
    Inflection,
    Language,
    Namesakes,
    StateWords,
)

__all__ = [
    "BARE",
    "BEFORE_HYPHEN",
    "GUEST",
    "Context",
    "Ending",
    "GlossWords",
    "Inflection",
    "Language",
    "Namesakes",
    "StateWords",
    "all_languages",
    "get_language",
    "is_kin",
    "takes_over",
]


@cache
def all_languages() -> dict[str, Language]:
    """Return every language by ISO 639-1 code, in code order.

    >>> "hy" in all_languages()
    True
    """
    found: dict[str, Language] = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_") and module.name != "romanization":
            language: Language = importlib.import_module(f"{__name__}.{module.name}").LANGUAGE
            found[language.code] = language
    return dict(sorted(found.items()))


def get_language(code: str) -> Language | None:
    """Return the language with this code, or None; ``en-GB`` and ``az_Latn`` find their base.

    >>> get_language("hy-AM").english_name
    'Armenian'
    """
    return all_languages().get(code.replace("_", "-").split("-")[0].lower())


@cache
def is_kin(code: str, of: str) -> bool:
    """Tell whether case forms of the language ``code`` count in texts of the language ``of``.

    >>> is_kin("az", "tr"), is_kin("ru", "hy")
    (True, False)
    """
    language = get_language(of)
    return language is not None and code in language.kin


def takes_over(code: str, of: str) -> bool:
    """Tell whether texts of the language ``of`` write places as the language ``code`` does.

    >>> takes_over("en", "fr"), takes_over("az", "de"), takes_over("fr", "en")
    (True, True, False)
    """
    language = get_language(of) if of else None
    borrowed = language.borrows if language else ()
    return code == of or code in borrowed or is_kin(code, of)
