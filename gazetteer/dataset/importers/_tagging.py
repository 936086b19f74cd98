"""Which language a name is in, where a catalogue does not say."""

from __future__ import annotations

import re

from gazetteer.dataset.importers.records import ImportedName, script_of_text

LATIN_LANGUAGES = {"AZ": "az", "TR": "tr", "FR": "fr", "DE": "de"}
"""Countries whose language is written in Latin letters and known here: main names are in it."""

_AZ_LETTERS = re.compile(r"[A-Za-zÇçƏəĞğIıİiÖöŞşÜü .'’-]+\Z")
_AZ_OWN = re.compile(r"[ÇçƏəĞğıİÖöŞşÜü]")
_NOT_AZ = re.compile(
    r"w|[kscz]h|dzh|yy|iy\b|oe|ue|['’]|\b[bcdfghjklmnpqrstvxz]y"
    r"|[bcdfghjklmnpqrstvxz]y(?![aeəıioöuü])",
    re.IGNORECASE,
)
"""Letters of romanized Russian or of machine romanization, which Azerbaijani does not write."""

_RU_LETTERS = re.compile(r"[А-Яа-яЁё .-]+\Z")
_NOT_RU = re.compile(r"[аоуюяе]ь|къ|[жшчцр]э|\b(?:сяло|вёска)\b", re.IGNORECASE)
"""Spellings of Chechen, Lezgian and Belarusian, which use none but Russian letters too."""
_AZ_CYRILLIC = re.compile(r"[А-Яа-яӘәҒғЈјҜҝӨөҮүҺһҸҹ .-]+\Z")
_AZ_CYRILLIC_OWN = re.compile(r"[ӘәЈјҜҝҺһҸҹ]")
_OF_SCRIPT = {"Armn": "hy", "Geor": "ka"}


def tag_main(text: str, country: str) -> ImportedName | None:
    """Tag the main name of a place, in Latin letters of the country's language or romanized.

    >>> tag_main("Xeyrimli", "AZ").lang, tag_main("Voskepar", "AM").lang
    ('az', 'en')
    """
    script = script_of_text(text)
    if script != "Latn":
        return tag_other(text, country)
    lang = LATIN_LANGUAGES.get(country, "en")
    if lang == "az" and not _is_azerbaijani(text):
        lang = "en"
    certain = lang == "en" or (lang == "az" and _AZ_OWN.search(text))
    return ImportedName(lang, script, text, certainty="certain" if certain else "probable")


def tag_other(text: str, country: str, *, romanized: bool = False) -> ImportedName | None:
    """Tag an alternative name by its letters; None when they do not tell the language.

    It is a variant: an untagged list is in the order of the alphabet, and begins with the name
    that a place had a hundred years ago as often as with the present one. Arabic script tells none
    of Persian, Azerbaijani, Urdu and Arabic apart.

    >>> tag_other("Խանքենդի", "AZ").lang, tag_other("Xankəndi", "AZ").lang
    ('hy', 'az')
    >>> tag_other("Stepanakert", "AZ"), tag_other("ستپاناکرت", "AZ")
    (None, None)
    """
    script = script_of_text(text)
    if script in _OF_SCRIPT:
        return ImportedName(_OF_SCRIPT[script], script, text, "variant", certainty="probable")
    if script == "Cyrl":
        fits: bool | re.Match[str] | None
        if _AZ_CYRILLIC_OWN.search(text):
            fits = country == "AZ" and bool(_AZ_CYRILLIC.match(text))
            return (
                ImportedName("az", script, text, "variant", certainty="probable") if fits else None
            )
        fits = _RU_LETTERS.match(text) and not _NOT_RU.search(text)
        return ImportedName("ru", script, text, "variant", certainty="probable") if fits else None
    if script == "Latn":
        if country == "AZ" and _AZ_OWN.search(text) and _is_azerbaijani(text):
            return ImportedName("az", script, text, "variant", certainty="probable")
        if romanized:
            return ImportedName("en", script, text, "romanized")
    return None


def _is_azerbaijani(text: str) -> bool:
    return bool(_AZ_LETTERS.match(text)) and not _NOT_AZ.search(text)
