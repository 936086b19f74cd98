"""Georgian: the stem before the nominative -ი, cases and the postpositions written with them."""

from __future__ import annotations

from gazetteer.languages._forms import gather, is_acronym, open_end
from gazetteer.languages._language import BARE, Context, Inflection, Language

Pairs = tuple[tuple[str, str], ...]

_ON_STEM: Pairs = (
    ("მა", "erg"),
    ("ს", "dat"),
    ("სა", "dat"),
    ("ში", "loc"),
    ("ზე", "loc"),
    ("თან", "com"),
)
_ON_SHORT_STEM: Pairs = (
    ("ის", "gen"),
    ("ისა", "gen"),
    ("ით", "ins"),
    ("იდან", "abl"),
    ("ისთვის", "ben"),
    ("ისკენ", "all"),
    ("ისგან", "abl"),
    ("ამდე", "ter"),
    ("ად", "adv"),
)
_AFTER_OPEN: Pairs = (
    ("მ", "erg"),
    ("ს", "dat"),
    ("ში", "loc"),
    ("ზე", "loc"),
    ("სთან", "com"),
    ("მდე", "ter"),
)
_AFTER_O: Pairs = (
    ("მ", "erg"),
    ("ს", "dat"),
    ("ს", "gen"),
    ("ში", "loc"),
    ("ზე", "loc"),
    ("სთან", "com"),
    ("თი", "ins"),
    ("დან", "abl"),
    ("სთვის", "ben"),
    ("სკენ", "all"),
    ("სგან", "abl"),
    ("მდე", "ter"),
)

_SYNCOPATED = {
    "ერევანი": "ერევნ",
    "დერეფანი": "დერეფნ",
    "სომეხი": "სომხ",
    "ქვეყანა": "ქვეყნ",
    "საზღვარი": "საზღვრ",
    "მთავარი": "მთავრ",
}
"""Words that lose the last vowel of their stem before an ending in a vowel."""


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return the case forms of a Georgian name; adjectives in -ი before the last word agree.

    >>> forms = dict(inflections("ერევანი", "settlement")[0].forms())
    >>> forms["ერევნის"], forms["ერევანში"]
    ('gen', 'loc')
    """
    opened = open_end(text)
    *heads, word = opened.split() or [""]
    if kind == "adjective" or not word or not "ა" <= word[-1] <= "ჰ" or is_acronym(word):
        return (Inflection(text, BARE),)
    head = "".join(f"{part} " for part in heads)
    forms = [(head + form, tag) for form, tag in _cases(word)]
    if kind == "demonym" or not heads:
        forms += [(head + form, f"pl-{tag}" if tag else "pl") for form, tag in _plurals(word, kind)]
    if heads and heads[-1].endswith("ი") and kind != "person":
        forms += _agreeing(heads, word)
    return gather(text, forms)


def _cases(word: str) -> list[tuple[str, str]]:
    final, stem = word[-1], word[:-1]
    if final == "ი":
        short = _SYNCOPATED.get(word, stem)
        pairs = [(stem + ending, tag) for ending, tag in _ON_STEM]
        return pairs + [(short + ending, tag) for ending, tag in _ON_SHORT_STEM]
    if final in "აე":
        short = _SYNCOPATED.get(word, stem)
        pairs = [(word + ending, tag) for ending, tag in _AFTER_OPEN]
        shortened = [pair for pair in _ON_SHORT_STEM if pair[1] not in ("ter", "adv")]
        return pairs + [(short + ending, tag) for ending, tag in shortened]
    if final in "ოუ":
        return [(word + ending, tag) for ending, tag in _AFTER_O]
    return [(word + ending, tag) for ending, tag in (*_ON_STEM, *_ON_SHORT_STEM)]


def _plurals(word: str, kind: str) -> list[tuple[str, str]]:
    if kind != "demonym":
        return []
    stem = _SYNCOPATED.get(word, word.rstrip("ია")) + "ებ"
    return [(stem + "ი", ""), *((stem + e, tag) for e, tag in (*_ON_STEM, *_ON_SHORT_STEM))]


def _agreeing(heads: list[str], word: str) -> list[tuple[str, str]]:
    """Return the cases in which an adjective in -ი drops it or takes -მა (მთიან ყარაბაღში)."""
    first = "".join(f"{part} " for part in heads[:-1])
    stem = heads[-1][:-1]
    forms = []
    for form, tag in _cases(word):
        if tag in ("dat", "loc", "com", "adv", "ter"):
            forms.append((f"{first}{stem} {form}", tag))
        elif tag == "erg":
            forms.append((f"{first}{stem}მა {form}", tag))
    return forms


CONTEXT = Context(
    kind_words={
        "settlement": ("სოფ*", "ქალაქ*", "დაბა*"),
        "admin-unit": ("რაიონ*", "რეგიონ*", "ოლქ*", "პროვინცი*", "მხარ*", "რესპუბლიკ*"),
        "route": ("დერეფ*", "კორიდორ*", "გზა*", "გზის*", "მარშრუტ*", "რკინიგზ*", "ტრას*"),
        "facility": ("აეროპორტ*", "ხიდ*", "მონასტ*", "ეკლესი*", "პუნქტ*", "ტაძარ*", "ტაძრ*"),
        "feature": ("მდინარ*", "ტბა*", "ტბის*", "მთა*", "მთის*", "უღელტეხილ*", "ხეობ*"),
        "country": ("რესპუბლიკ*", "სახელმწიფო*", "ქვეყან*", "ქვეყნ*"),
    },
    person_titles=(
        "პრეზიდენტ*", "პრემიერ*", "პრემიერ-მინისტრ*", "მინისტრ*", "მდივან*", "მდივნ*", "ელჩ*",
        "სპიკერ*",
        "წარმომადგენ*", "დეპუტატ*", "გენერალ*", "სარდალ*", "ლიდერ*", "მრჩეველ*", "ექსპერტ*",
        "ანალიტიკოს*",
        "ჟურნალისტ*", "ისტორიკოს*", "დირექტორ*", "კომისარ*", "სენატორ*", "კანცლერ*", "მეფე*",
        "პაპ*",
        "კათოლიკოს*", "ბატონ*", "ქალბატონ*", "თავმჯდომარ*", "მოადგილ*", "ხელმძღვანელ*", "კოლეგა*",
        "თანაშემწე*", "პროკურორ*", "ადვოკატ*", "პროფესორ*", "ვიცე-პრემიერ*", "უხუცეს*",
    ),
    function_words=(
        "და", "რომ", "არ", "ეს", "ის", "იმ", "ამ", "როგორც", "მაგრამ", "თუ", "ან", "კი", "უკვე",
        "შემდეგ",
        "მისი", "მათი", "მიერ", "შორის", "შესახებ", "ასევე", "რომელიც", "რომელმაც", "რომლის",
        "სადაც",
        "როდესაც", "როცა", "ხოლო", "იყო", "არის", "აქვს", "იქნება", "უნდა", "მხოლოდ", "ყველა",
        "ერთი",
        "ორი", "დღეს", "გუშინ", "ხვალ", "ახლა", "მაშინ", "იქ", "აქ", "ვინ", "რა", "რატომ", "ჩვენ",
        "თქვენ",
        "მე", "შენ", "ისინი", "თავის", "მას", "მათ", "გამო", "დროს", "წინააღმდეგ", "მიხედვით",
        "სხვა",
        "ძალიან", "უფრო", "კიდევ", "ხომ", "თითქმის", "რადგან", "თუმცა", "ოფიციალური", "აღარ",
        "ვერ", "რათა",
    ),
    place_before=("დედაქალაქ*", "ქალაქ", "ქალაქი"),
    place_after=(
        "ქუჩ*", "აეროპორტ*", "მეტრო*", "უნივერსიტეტ*", "ცენტრ*", "მოედან*", "სამიტ*", "შეხვედრ*",
        "კონფერენც*", "დეკლარაცი*", "ვიზიტ*", "ჩავი*", "ჩამო*", "გაემგზავრ*", "მცხოვრებ*",
        "მოსახლ*",
        "მახლობლ*", "სასამართლო*", "საელჩო*", "ფორუმ*", "მოლაპარაკებ*",
    ),
    government_before=("ოფიციალური", "ოფიციალურმა", "ოფიციალურ", "რომ", "თუ", "მაგრამ", "ხოლო"),
    government_after=(
        "შორის", "წინააღმდეგ", "მიერ", "მიმართ", "განაცხად*", "აცხად*", "უარყო*", "უარყოფ*",
        "მოითხოვ*",
        "ადანაშაულ*", "დაადანაშაულ*", "თანხმდ*", "დათანხმ*", "უარი", "ამბობ*", "თვლი*", "მიიჩნევ*",
        "სურს",
        "ცდილ*", "მზად", "გააფრთხილ*", "დაგმო*", "მიესალმ*", "უპასუხ*", "შესთავაზ*", "მოუწოდ*",
        "აღიარ*",
        "ხელს", "დაარღვი*", "არღვევ*", "გააგზავნ*", "დაბლოკ*", "აგრძელებ*", "ელოდ*", "იმედ*",
        "მხარს",
        "უნდა", "არ", "ვერ", "აპირებ*", "აქვს", "დაადასტურ*", "გამოთქვ*", "ხელმძღვანელ*",
        "მოსთხოვ*",
    ),
    saying_verbs=(
        "აცხადებენ", "განაცხადეს", "ამბობენ", "თვლიან", "მიიჩნევენ", "ელოდებიან", "უარყოფენ",
        "უარყვეს",
        "იმედოვნებენ", "ადასტურებენ", "მოითხოვენ",
    ),
    common_words=("სუს", "ტეხი", "თუგი", "თოღი", "ნატო", "ქამო", "მირი"),
    and_words=("და", "ან", "&"),
    government_nouns=(
        "პოზიცი*", "პოლიტიკ*", "პასუხ*", "განცხადებ*", "მთავრობ*", "ხელისუფლებ*", "წარმომადგენ*",
        "ინტერეს*",
        "ბრალდებ*", "ნაბიჯ*", "გადაწყვეტილებ*", "გეგმ*", "სტრატეგი*", "რეაქცი*", "ზეწოლ*",
        "მოთხოვნ*",
        "შეთავაზებ*", "თანხმობ*", "ოფიციალურ*",
    ),
    case_suffixes={"ის": "gen", "ს": "dat", "ში": "loc", "მა": "erg", "მ": "erg", "დან": "abl",
    "თან": "com"},
    verb_window=4,
)  # fmt: skip

LANGUAGE = Language("ka", "Georgian", ("Geor",), inflections, CONTEXT)

SAMPLES = (
    ("შუშა", "settlement", "შუშის", "gen"),
    ("შუშა", "settlement", "შუშაში", "loc"),
    ("შუშა", "settlement", "შუშიდან", "abl"),
    ("შუშა", "settlement", "შუშამ", "erg"),
    ("ერევანი", "settlement", "ერევნის", "gen"),
    ("ერევანი", "settlement", "ერევანში", "loc"),
    ("ერევანი", "settlement", "ერევნიდან", "abl"),
    ("ერევანი", "settlement", "ერევანმა", "erg"),
    ("ბაქო", "settlement", "ბაქოს", "gen"),
    ("ბაქო", "settlement", "ბაქოში", "loc"),
    ("ბაქო", "settlement", "ბაქოდან", "abl"),
    ("თბილისი", "settlement", "თბილისში", "loc"),
    ("ხანქენდი", "settlement", "ხანქენდში", "loc"),
    ("სომხეთი", "country", "სომხეთის", "gen"),
    ("ყარაბაღი", "region", "ყარაბაღში", "loc"),
    ("მთიანი ყარაბაღი", "region", "მთიან ყარაბაღში", "loc"),
    ("მთიანი ყარაბაღი", "region", "მთიანი ყარაბაღის", "gen"),
    ("ლაჩინის დერეფანი", "route", "ლაჩინის დერეფნის", "gen"),
    ("ნიკოლ ფაშინიანი", "person", "ნიკოლ ფაშინიანმა", "erg"),
    ("ალიევი", "person", "ალიევთან", "com"),
    ("სომეხი", "demonym", "სომხები", "pl"),
)
