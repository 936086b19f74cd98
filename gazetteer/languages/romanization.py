"""Romanization for display by named schemes: generated, tagged, never mixed with attested names.

The romanization for search, in ``_romanize``, is another matter: it has no scheme and is not shown.
Persian and Azerbaijani in Arabic script have no scheme here: what is written has too few vowels to
romanize from, so a Latin form has to be found in a source. No scheme is read backwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gazetteer.errors import QueryError, shortened
from gazetteer.languages import _schemes_cyrl as cyrl
from gazetteer.languages import _schemes_hy as hy
from gazetteer.languages import _schemes_ka as ka
from gazetteer.languages._scheme_table import Table

_LETTER = {
    "Armn": re.compile("[Ա-Ֆՠ-ֈﬓ-ﬗ]"),
    "Cyrl": re.compile("[Ѐ-ԯᲀ-ᲈ]"),
    "Geor": re.compile("[\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d]"),
}
"""One letter of each script that a scheme is for."""

_AZERBAIJANI_ONLY = re.compile("[ғҝәөүһҹј]", re.IGNORECASE)


class Romanized(NamedTuple):
    """A text in Latin letters, and the code of the scheme that it was written by."""

    text: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A published table: ``reference`` is where it is laid down, ``year`` its edition.

    ``code`` names authority, language (ISO 639-3), both scripts (ISO 15924) and edition, in the
    manner of ISO 24229.
    """

    code: str
    title: str
    lang: str
    script: str
    year: int
    reference: str
    table: Table


SCHEMES: tuple[Scheme, ...] = (
    Scheme("bgnpcgn-hye-Armn-Latn-1981", "BGN/PCGN 1981", "hy", "Armn", 1981,
           "BGN/PCGN, Romanization of Armenian, 1981 system, confirmed June 2019", hy.BGN_PCGN),
    Scheme("alalc-hye-Armn-Latn-2022", "ALA-LC 2022", "hy", "Armn", 2022,
           "ALA-LC Romanization Tables, Armenian, 2022", hy.ALA_LC),
    Scheme("iso-hye-Armn-Latn-9985-1996", "ISO 9985:1996", "hy", "Armn", 1996,
           "ISO 9985:1996, Transliteration of Armenian characters into Latin characters",
           hy.ISO_9985),
    Scheme("hm-hye-Armn-Latn-1913", "Hübschmann-Meillet", "hy", "Armn", 1913,
           "A. Meillet, Altarmenisches Elementarbuch, Heidelberg 1913, after H. Hübschmann",
           hy.HUBSCHMANN_MEILLET),
    Scheme("ggg-kat-Geor-Latn-2002", "Georgian national system 2002", "ka", "Geor", 2002,
           "State Department of Geodesy and Cartography and Institute of Linguistics of Georgia, "
           "2002; decree 109 of 24 February 2011", ka.NATIONAL),
    Scheme("bgnpcgn-kat-Geor-Latn-2009", "BGN/PCGN 2009", "ka", "Geor", 2009,
           "BGN/PCGN, Romanization of Georgian, 2009 agreement, the national system", ka.BGN_PCGN),
    Scheme("iso-kat-Geor-Latn-9984-1996", "ISO 9984:1996", "ka", "Geor", 1996,
           "ISO 9984:1996, Transliteration of Georgian characters into Latin characters",
           ka.ISO_9984),
    Scheme("bgnpcgn-rus-Cyrl-Latn-1947", "BGN/PCGN 1947", "ru", "Cyrl", 1947,
           "BGN/PCGN, Romanization of Russian, 1947 system, confirmed June 2019", cyrl.BGN_PCGN),
    Scheme("iso-rus-Cyrl-Latn-9-1995", "ISO 9:1995", "ru", "Cyrl", 1995,
           "ISO 9:1995, Transliteration of Cyrillic characters into Latin characters", cyrl.ISO_9),
    Scheme("alalc-rus-Cyrl-Latn-2012", "ALA-LC 2012", "ru", "Cyrl", 2012,
           "ALA-LC Romanization Tables, Russian, 2012", cyrl.ALA_LC),
    Scheme("icao-rus-Cyrl-Latn-9303", "passports, ICAO Doc 9303", "ru", "Cyrl", 2013,
           "ICAO Doc 9303 part 3, section 6, as Russian passports have it since 2013",
           cyrl.ICAO_9303),
    Scheme("az-aze-Cyrl-Latn-1991", "Azerbaijani alphabet of 1991", "az", "Cyrl", 1991,
           "Law of the Republic of Azerbaijan of 25 December 1991 on the restoration of the Latin "
           "alphabet, with ə in place of ä since 1992", cyrl.AZ_NATIONAL),
    Scheme("bgnpcgn-aze-Cyrl-Latn-1993", "BGN/PCGN 1993", "az", "Cyrl", 1993,
           "BGN/PCGN, Table of correspondences for Azerbaijani, 1993 agreement",
           cyrl.AZ_BGN_PCGN),
)  # fmt: skip
"""Every scheme; of a language the first is the one that pages show."""

_BY_CODE = {scheme.code: scheme for scheme in SCHEMES}


def romanize_by(text: str, scheme: str) -> str:
    """Write a text by the scheme with this code; what its table does not have stays as it is.

    Raises QueryError for a code that is none.

    >>> romanize_by("Մեծ Շեն", "bgnpcgn-hye-Armn-Latn-1981")
    'Mets Shen'
    >>> romanize_by("ხანქენდი", "ggg-kat-Geor-Latn-2002")
    'Khankendi'
    """
    found = _BY_CODE.get(scheme)
    if found is None:
        codes = ", ".join(_BY_CODE)
        raise QueryError("scheme", f"{shortened(scheme)!r} is none of {codes}")
    return found.table.write(text) if _LETTER[found.script].search(text) else text


def romanizations(text: str, lang: str, script: str = "") -> tuple[Romanized, ...]:
    """Write a name by every scheme of its language.

    A scheme whose table lacks a letter of the name is left out, rather than give half of it; so
    are all when the name is not in a script that the language has a scheme for. Without a script
    it is the one the text is in.

    >>> romanizations("Ханкенди", "ru")[0]
    Romanized(text='Khankendi', scheme='bgnpcgn-rus-Cyrl-Latn-1947')
    >>> romanizations("خان‌کندی", "fa", "Arab"), romanizations("Shushi", "en", "Latn")
    ((), ())
    """
    return tuple(_written(text, lang, script))


def _written(text: str, lang: str, script: str) -> Iterator[Romanized]:
    language = lang.replace("_", "-").split("-")[0].lower()
    for scheme in SCHEMES:
        letter = _LETTER[scheme.script]
        if scheme.lang != language or script not in ("", scheme.script) or not letter.search(text):
            continue
        latin = scheme.table.write(text)
        if not letter.search(latin):
            yield Romanized(latin, scheme.code)


def usual_romanization(text: str, lang: str, script: str = "") -> Romanized | None:
    """Write a name by the first scheme of its language that can, None where none can.

    >>> usual_romanization("Մեծ Շեն", "hy"), usual_romanization("Shushi", "en")
    (Romanized(text='Mets Shen', scheme='bgnpcgn-hye-Armn-Latn-1981'), None)
    """
    return next(_written(text, lang, script), None)


def presumed_language(text: str) -> str:
    """Return the language whose schemes a text without a language is written by, ``""`` for none.

    Cyrillic is taken for Russian unless it has a letter that only Azerbaijani has here.

    >>> [presumed_language(text) for text in ("Շուշի", "შუშა", "Шуша", "Ханкәнди", "شوشا")]
    ['hy', 'ka', 'ru', 'az', '']
    """
    if _LETTER["Armn"].search(text):
        return "hy"
    if _LETTER["Geor"].search(text):
        return "ka"
    if _LETTER["Cyrl"].search(text):
        return "az" if _AZERBAIJANI_ONLY.search(text) else "ru"
    return ""


def title_of(scheme: str) -> str:
    """Return what people call the scheme with this code; the code itself when it is none."""
    found = _BY_CODE.get(scheme)
    return found.title if found else scheme
