"""The pages in four languages: catalogues read with Babel, words of the vocabulary, and dates.

A message is its own English text. A word of the vocabulary (``settlement``, ``part-of``) is looked
up with its context, so that one English word may be two in another language.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_date, format_skeleton
from babel.messages.pofile import read_po
from flask import Flask, g, request

from gazetteer.model import earliest_day
from gazetteer.web.language import (
    INTERFACE_LANGUAGES,
    direction,
    interface_language,
    label_language,
)

FOLDER = Path(__file__).resolve().parent.parent / "locale"
_SOURCE = "en"
_OWN_NAMES = {"en": "English", "az": "Azərbaycanca", "hy": "Հայերեն", "ru": "Русский"}
_LABEL_NAMES = {
    **_OWN_NAMES,
    "tr": "Türkçe",
    "fa": "فارسی",
    "ka": "ქართული",
    "fr": "Français",
    "de": "Deutsch",
}


def register(app: Flask) -> None:
    """Give the templates ``_``, ``word``, ``day``, ``span`` and the languages there are."""
    environment = app.jinja_env
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        gettext, _ngettext, newstyle=True
    )
    environment.globals.update(word=word, language_name=language_name)
    environment.filters.update(day=day, span=span)
    app.context_processor(_page_context)


def page_language() -> str:
    """Return the language of the page being made."""
    if "page_language" not in g:
        asked, accepted = request.args.get("lang", ""), request.headers.get("Accept-Language", "")
        g.page_language = interface_language(asked, accepted)
        g.name_language = label_language(asked, accepted)
    found: str = g.page_language
    return found


def gettext(message: str) -> str:
    """Translate a message into the language of the page."""
    return _catalogue(page_language()).get(("", message)) or message


def word(context: str, term: str) -> str:
    """Translate a word of the vocabulary; without a translation it is shown as English words.

    ``context`` is ``kind``, ``type``, ``role``, ``predicate``, ``certainty``, ``status``, ``sense``
    or ``side``.
    """
    return _catalogue(page_language()).get((context, term)) or term.replace("-", " ")


def language_name(lang: str) -> str:
    """Return what a language calls itself.

    >>> language_name("hy"), language_name("uk")
    ('Հայերեն', 'uk')
    """
    return _LABEL_NAMES.get(lang, lang)


def day(text: str, lang: str = "") -> str:
    """Write a year, month or day as the page's language does.

    >>> day("2022-08-26", "en"), day("1991-09", "ru"), day("1923", "hy")
    ('26 August 2022', 'сентябрь 1991\u202fг.', '1923')
    """
    lang = lang or page_language()
    if len(text) == 4 or not text:
        return text
    locale = "en_GB" if lang == _SOURCE else lang
    if len(text) == 7:
        return format_skeleton("yMMMM", earliest_day(text), locale=locale)
    return format_date(earliest_day(text), format="long", locale=locale)


def span(since: str, until: str) -> str:
    """Write a span of time, an open end as nothing; ``""`` when both are open."""
    if not since and not until:
        return ""
    return f"{day(since) or '…'} – {day(until) or '…'}"


def _ngettext(one: str, many: str, number: int) -> str:
    return gettext(one if number == 1 else many)


@cache
def _catalogue(lang: str) -> dict[tuple[str, str], str]:
    """Read a catalogue: (context, message) -> translation. English is its own."""
    path = FOLDER / lang / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=lang)
    return {
        (message.context or "", str(message.id)): str(message.string)
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }


def _page_context() -> dict[str, Any]:
    lang = page_language()
    return {
        "lang": lang,
        "dir": direction(lang),
        "name_lang": g.name_language,
        "languages": _OWN_NAMES,
        "label_languages": _LABEL_NAMES,
        "interface_languages": INTERFACE_LANGUAGES,
        "explicit": {"lang": request.args["lang"]} if "lang" in request.args else {},
        "turned_to": _turned_to,
    }


def _turned_to(lang: str) -> str:
    """Return the query of the page being made, turned to another language."""
    return urlencode({**request.args.to_dict(), "lang": lang})
