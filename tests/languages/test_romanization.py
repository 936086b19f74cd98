"""Romanization by named schemes: real names in tables, other libraries as witnesses, properties.

The tables are ``tests/cases/romanization/{lang}.csv``: names of data/names.csv, and what each
scheme makes of them, empty where its table lacks a letter. ``witnesses.csv`` beside them lists
where another library differs, what it writes, and why ours stands.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import icu
import iuliia
import pytest
import tetrak_translit
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import QueryError
from gazetteer.languages import all_languages
from gazetteer.languages.romanization import (
    SCHEMES,
    Scheme,
    presumed_language,
    romanizations,
    romanize_by,
    title_of,
)

CASES = Path(__file__).resolve().parent.parent / "cases" / "romanization"
CODES = [scheme.code for scheme in SCHEMES]
SCRIPTS = {"hy": "Armn", "ka": "Geor", "ru": "Cyrl", "az": "Cyrl"}
ALPHABETS = {
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքևօֆ",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "az": "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш",
}
"""Every scheme of a language covers these letters."""


def _rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- the witnesses -------------------------------------------------------------------------------

Witness = Callable[[str], str]


def _tetrak(scheme: str, script: str, curly: bool = True) -> Witness:
    """Its apostrophe is the typewriter's; ours is the one that the tables print."""

    def write(name: str) -> str:
        latin = tetrak_translit.transliterate(name, scheme, script=script)
        return latin.replace("'", "’") if curly else latin

    return write


@cache
def _transliterator(icu_id: str) -> icu.Transliterator:
    return icu.Transliterator.createInstance(icu_id)


def _icu(icu_id: str) -> Witness:
    return lambda name: str(_transliterator(icu_id).transliterate(name))


def _icu_russian(name: str) -> str:
    """Without the optional middle dots, with apostrophes for the signs, as the table prints."""
    latin = _icu("Russian-Latin/BGN")(name)
    return latin.translate({ord("·"): None, ord("ʺ"): "”", ord("ʹ"): "’"})


def _iuliia(schema: iuliia.Schema) -> Witness:
    """It leaves ё in Cyrillic where the schemes have ë."""
    return lambda name: schema.translate(name).replace("ё", "ë").replace("Ё", "Ë")


WITNESSES: dict[tuple[str, str], Witness] = {
    ("bgnpcgn-hye-Armn-Latn-1981", "tetrak-translit"): _tetrak("bgn_pcgn", "hy"),
    ("bgnpcgn-hye-Armn-Latn-1981", "ICU"): _icu("Armenian-Latin/BGN"),
    ("alalc-hye-Armn-Latn-2022", "tetrak-translit"): _tetrak("ala_lc", "hy", curly=False),
    ("iso-hye-Armn-Latn-9985-1996", "tetrak-translit"): _tetrak("iso_9985_1996", "hy"),
    ("hm-hye-Armn-Latn-1913", "tetrak-translit"): _tetrak("hubschmann_meillet", "hy", False),
    ("ggg-kat-Geor-Latn-2002", "tetrak-translit"): _tetrak("national", "ka"),
    ("bgnpcgn-kat-Geor-Latn-2009", "ICU"): _icu("Georgian-Latin/BGN"),
    ("iso-kat-Geor-Latn-9984-1996", "tetrak-translit"): _tetrak("iso_9984_1996", "ka"),
    ("bgnpcgn-rus-Cyrl-Latn-1947", "ICU"): _icu_russian,
    ("bgnpcgn-rus-Cyrl-Latn-1947", "iuliia"): _iuliia(iuliia.BGN_PCGN_ALT),
    ("iso-rus-Cyrl-Latn-9-1995", "iuliia"): _iuliia(iuliia.GOST_779),
    ("alalc-rus-Cyrl-Latn-2012", "iuliia"): _iuliia(iuliia.ALA_LC),
    ("icao-rus-Cyrl-Latn-9303", "iuliia"): _iuliia(iuliia.ICAO_DOC_9303),
    ("az-aze-Cyrl-Latn-1991", "ICU"): _icu("Azerbaijani-Latin/BGN"),
    ("bgnpcgn-aze-Cyrl-Latn-1993", "ICU"): _icu("Azerbaijani-Latin/BGN"),
}
"""What other libraries write by the same scheme, in the characters that the scheme prescribes."""

KNOWN = {(row["scheme"], row["witness"], row["name"]): row for row in _rows("witnesses")}


@pytest.mark.parametrize(("code", "witness"), WITNESSES)
def test_other_libraries_agree_or_are_known_to_be_wrong(code: str, witness: str) -> None:
    lang = next(scheme.lang for scheme in SCHEMES if scheme.code == code)
    faults = []
    for row in _rows(lang):
        expected = row[code]
        if not expected:  # no letter, no romanization; what a library makes of the rest is moot
            continue
        if lang == "ka":  # no library gives capitals
            expected = expected.lower()
        written = unicodedata.normalize("NFC", WITNESSES[code, witness](row["name"]))
        known = KNOWN.get((code, witness, row["name"]))
        if written != (known["writes"] if known else expected):
            faults.append((row["name"], expected, written))
        assert known is None or (known["writes"] != expected and known["why"])
    assert faults == []


def test_known_differences_are_of_names_in_the_tables() -> None:
    names = {row["name"] for lang in SCRIPTS for row in _rows(lang)}
    assert {name for _, _, name in KNOWN} <= names
    assert {(code, witness) for code, witness, _ in KNOWN} <= set(WITNESSES)


# --- the tables ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", SCRIPTS)
def test_real_names(lang: str) -> None:
    rows = _rows(lang)
    assert len(rows) >= 60
    codes = [scheme.code for scheme in SCHEMES if scheme.lang == lang]
    for row in rows:
        given = {scheme: text for text, scheme in romanizations(row["name"], lang, SCRIPTS[lang])}
        assert given == {code: row[code] for code in codes if row[code]}, row["name"]


BGN_HY, ALA_HY, ISO_HY, _ = CODES[:4]


@pytest.mark.parametrize(
    ("text", "scheme", "latin"),
    [
        # capitals: a second word, a word in capitals, an acronym, both letters of Ու
        ("Մեծ Շեն", BGN_HY, "Mets Shen"),
        ("ՇՈՒՇԻ", BGN_HY, "SHUSHI"),
        ("ՀՀ ԱԺ", BGN_HY, "HH AZH"),
        ("ՈՒրարտու", ISO_HY, "Owrartow"),
        ("Ծ. Շուշի", BGN_HY, "Ts. Shushi"),
        # ե, ո and և by position; a hyphen begins a word
        ("Եղեգնաձոր", BGN_HY, "Yeghegnadzor"),
        ("Նոր-Երևան", BGN_HY, "Nor-Yerevan"),
        ("Հայելի", BGN_HY, "Hayeli"),
        ("Միեղեգ", BGN_HY, "Miyegheg"),
        ("Ոսկեպար", BGN_HY, "Voskepar"),
        ("ՈՍԿԵՊԱՐ", BGN_HY, "VOSKEPAR"),
        ("ով", BGN_HY, "ov"),
        ("Արևելք", BGN_HY, "Arevelk’"),
        ("և", BGN_HY, "yev"),
        ("ԵՎ", BGN_HY, "YEV"),
        ("Ալիև", BGN_HY, "Aliyev"),
        ("ԱԼԻԵՎ", BGN_HY, "ALIYEV"),
        ("Արեւ", BGN_HY, "Arev"),
        # ALA-LC: the prime, and classical spelling
        ("Պատսպարան", ALA_HY, "Patʹsparan"),
        ("ՍՍՀ", ALA_HY, "SSʹH"),
        ("Ազհան", ALA_HY, "Azʹhan"),
        ("ոսկեվազ", ALA_HY, "oskeʹvaz"),
        ("Յակոբ Պօղոսեան", ALA_HY, "Ḥakob Pōghosean"),
        ("Յակոբ", ALA_HY, "Yakob"),
        # Georgian: capitals that its script has not, and those that it has
        ("ლაჩინი და შუშა", "ggg-kat-Geor-Latn-2002", "Lachini da Shusha"),
        ("ᲨᲣᲨᲐ", "ggg-kat-Geor-Latn-2002", "SHUSHA"),
        ("ჭიანჭველა", "iso-kat-Geor-Latn-9984-1996", "čiančvela"),
        # Russian: е, ё, the signs
        ("Елизово-Еловое", "bgnpcgn-rus-Cyrl-Latn-1947", "Yelizovo-Yelovoye"),
        ("Ёлкино, Озёрный", "bgnpcgn-rus-Cyrl-Latn-1947", "Yëlkino, Ozërnyy"),
        ("Воробьёво", "bgnpcgn-rus-Cyrl-Latn-1947", "Vorob’yëvo"),
        ("ЕЛОВАЯ ШИШКА", "bgnpcgn-rus-Cyrl-Latn-1947", "YELOVAYA SHISHKA"),
        ("Юрьев объезд", "bgnpcgn-rus-Cyrl-Latn-1947", "Yur’yev ob”yezd"),
        ("Щука, ЩИ", "bgnpcgn-rus-Cyrl-Latn-1947", "Shchuka, SHCHI"),
        ("Цхинвал, Якутск", "alalc-rus-Cyrl-Latn-2012", "T͡Skhinval, I͡Akutsk"),
        ("Карабахъ", "alalc-rus-Cyrl-Latn-2012", "Karabakh"),
        ("Щёлково, съезд", "iso-rus-Cyrl-Latn-9-1995", "Ŝëlkovo, sʺezd"),
        ("Васильева, Разъездной", "icao-rus-Cyrl-Latn-9303", "Vasileva, Razieezdnoi"),
        # a letter and a combining mark are the one letter that they make
        ("Нагорныи\u0306", "bgnpcgn-rus-Cyrl-Latn-1947", "Nagornyy"),
        # Azerbaijani: i keeps its dot
        ("Илһам, ИЛҺАМ, Ығдыр", "az-aze-Cyrl-Latn-1991", "İlham, İLHAM, Iğdır"),
        ("Ҝәнҹә", "az-aze-Cyrl-Latn-1991", "Gəncə"),
    ],
)  # fmt: skip
def test_rules(text: str, scheme: str, latin: str) -> None:
    assert romanize_by(text, scheme) == latin


@pytest.mark.parametrize(
    ("text", "lang", "script"),
    [
        ("خان‌کندی", "fa", "Arab"),
        ("خان‌کندی", "az", "Arab"),
        ("Xankəndi", "az", "Latn"),
        ("Shushi", "en", "Latn"),
        ("Σούσα", "el", ""),
        ("Шуша", "hy", ""),
        ("Шуша", "ru", "Latn"),
        ("Шуша", "uk", "Cyrl"),
        ("", "hy", "Armn"),
        ("1994", "ru", "Cyrl"),
    ],
)
def test_no_scheme_no_romanization(text: str, lang: str, script: str) -> None:
    assert romanizations(text, lang, script) == ()


def test_half_a_romanization_is_none() -> None:
    free_yiwn = [scheme for _, scheme in romanizations("Գիւմրի", "hy")]
    assert free_yiwn == [code for code in CODES if "-hye-" in code and code != BGN_HY]
    assert romanize_by("Գիւմրի", BGN_HY) == "Giւmri"


def test_tags_of_languages_and_scripts() -> None:
    assert romanizations("Շուշի", "hy-AM") == romanizations("Շուշի", "hy", "Armn")
    assert romanizations("Sputnik Армения", "ru")[0].text == "Sputnik Armeniya"


def test_schemes_are_named_as_they_are() -> None:
    assert len(set(CODES)) == len(CODES)
    for scheme in SCHEMES:
        authority, language, source, target, *edition = scheme.code.split("-")
        assert (source, target, bool(authority)) == (scheme.script, "Latn", True)
        assert language == {"hy": "hye", "ka": "kat", "ru": "rus", "az": "aze"}[scheme.lang]
        assert edition[-1] in (str(scheme.year), "9303")
        assert scheme.title
        assert scheme.reference
        assert scheme.lang in all_languages()
        assert title_of(scheme.code) == scheme.title
    assert title_of("none") == "none"


def test_a_scheme_that_is_none() -> None:
    with pytest.raises(QueryError, match=r"scheme: 'bgn' is none of bgnpcgn-hye"):
        romanize_by("Շուշի", "bgn")


# --- properties ----------------------------------------------------------------------------------


@given(st.text(), st.sampled_from(CODES))
def test_any_text_is_written_without_error(text: str, code: str) -> None:
    once = romanize_by(text, code)
    assert romanize_by(once, code) == once
    presumed = presumed_language(text)
    romanizations(text, presumed)


@given(st.data(), st.sampled_from(SCHEMES))
def test_no_letter_that_is_covered_stays(data: st.DataObject, scheme: Scheme) -> None:
    letters = ALPHABETS[scheme.lang]
    both = letters + (letters.upper().replace("ԵՒ", "") if scheme.lang != "ka" else "")
    text = data.draw(st.text(st.sampled_from(both + " -’,.1aZ")))
    latin = romanize_by(text, scheme.code)
    assert not set(latin) & set(both)
    assert unicodedata.is_normalized("NFC", latin)
    if any(letter in both for letter in text):
        assert scheme.code in [code for _, code in romanizations(text, scheme.lang, scheme.script)]


@given(st.text(st.characters(max_codepoint=0x24F)), st.sampled_from(CODES))
def test_latin_stays_as_it_is(text: str, code: str) -> None:
    assert romanize_by(text, code) == text


@given(st.text(st.sampled_from(ALPHABETS["hy"]), min_size=1), st.sampled_from(CODES[:4]))
def test_a_capital_makes_a_capital_and_capitals_capitals(word: str, code: str) -> None:
    titled, capitals = word.capitalize(), word.upper()
    assert romanize_by(titled, code)[0].isupper()
    if len(capitals) > 1 and "Ւ" not in capitals:
        assert romanize_by(capitals, code).isupper()
