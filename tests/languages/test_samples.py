"""Real forms that each language's rules must produce, and forms that no rule may."""

from __future__ import annotations

import importlib

import pytest

from gazetteer.languages import all_languages, get_language

SAMPLES = [
    pytest.param(code, *sample, id=f"{code}-{sample[2]}-{sample[3]}")
    for code in all_languages()
    for sample in importlib.import_module(f"gazetteer.languages.{code}").SAMPLES
]
MANY = {"az": 40, "hy": 40, "ru": 40}

FORBIDDEN = {
    "az": (
        ("Bakı", "settlement", "Bakıdə Bakıyə Bakıa Bakıi Bakıın Bakılər Bakına Bakındakı"),
        ("Xankəndi", "settlement", "Xankəndida Xankəndinda Xankəndiya"),
        ("Şuşa", "settlement", "Şuşaa Şuşaın Şuşanda"),
        ("Vaşinqton", "settlement", "Vaşinqtondə Vaşinqtonin Vaşinqtonın"),
        ("Gorus", "settlement", "Gorusta Gorusın"),
        ("Ağbulaq", "settlement", "Ağbulaqın Ağbulağda"),
        ("Minsk", "settlement", "Minsyin Minsktə"),
        ("Qarabağ", "region", "Qarabağnın Qarabağya Qarabağə"),
        ("Laçın dəhlizi", "route", "Laçın dəhliziyə|Laçın dəhlizidə|Laçın dəhlizə"),
        ("Müdafiə Nazirliyi", "state-body", "Müdafiə Nazirliyiyə|Müdafiə Nazirliyidən"),
        ("Əliyev", "person", "Əliyeva Əliyevda Əliyevın"),
        ("BMT", "organisation", "BMTnin BMTdə"),
    ),
    "hy": (
        ("Բաքու", "settlement", "Բաքում Բաքի Բաքույում Բաքվ"),
        ("Երևան", "settlement", "Երևնի Երևանու Երևանյի"),
        ("Գորիս", "settlement", "Գորսի Գորսում"),
        ("Արցախ", "region", "Արցխի Արցխում"),
        ("Մոսկվա", "settlement", "Մոսկվաի Մոսկվաում Մոսկվում"),
        ("Բաղանիս Այրում", "settlement", "Բաղանիս Այրման"),
        ("Լաչինի միջանցք", "route", "Լաչինի միջանցքյի|Լաչինի միջնցքի"),
        ("Փաշինյան", "person", "Փաշինյնի Փաշինյանում Փաշինյանու"),
        ("հայկական", "adjective", "հայկականի հայկականը"),
    ),
    "ru": (
        ("Баку", "settlement", "Бакуу Баке Бакой Баки Бакуа"),
        ("Сочи", "settlement", "Сочей Сочам Сочия"),
        ("Бархударлы", "settlement", "Бархударлов Бархударлам"),
        ("Агдере", "settlement", "Агдеря Агдерем"),
        ("Шуша", "settlement", "Шушы Шушам Шушов"),
        ("Казань", "settlement", "Казаня Казанем"),
        ("Лачин", "settlement", "Лачиным Лачины"),
        ("Нагорный Карабах", "region", "Нагорного Карабах|Нагорный Карабаха|Нагорным Карабаха"),
        ("Лачинский коридор", "route", "Лачинский коридора"),
        ("США", "country", "СШАа СШе"),
        ("МИД Армении", "state-body", "МИД Армению|МИДа Армению"),
        ("Ильхам Алиев", "person", "Ильхам Алиева|Ильхамом Алиева|Ильхамом Алиевом"),
        ("Мехрибан Алиева", "person", "Мехрибаны Алиевой|Мехрибан Алиевы"),
        ("Анна Нагдалян", "person", "Анны Нагдаляна"),
        ("Чавушоглу", "person", "Чавушоглуа Чавушоглым"),
        ("Закавказье", "region", "Закавказа Закавказею"),
    ),
    "tr": (
        ("Bakü", "settlement", "Baküda Bakünın Baküte"),
        ("Laçın Koridoru", "route", "Laçın Koridoruya|Laçın Koridoruda"),
        ("Paris", "settlement", "Parisde"),
    ),
    "ka": (
        ("ერევანი", "settlement", "ერევანის ერევანიში ერევანიდან"),
        ("ბაქო", "settlement", "ბაქის ბაქოის"),
        ("შუშა", "settlement", "შუშაის შუშაიდან"),
    ),
    "fa": (("ایروان", "settlement", "ایروانی ایروانها"), ("باکو", "settlement", "باکویی")),
    "fr": (("Bakou", "settlement", "Bakous"), ("azerbaïdjanais", "adjective", "azerbaïdjanaiss")),
    "de": (("Paris", "settlement", "Pariss"), ("Europäische Union", "party", "Europäische Unions")),
    "en": (("Baku", "settlement", "Bakus"),),
}  # fmt: skip


def _forms(code: str, name: str, kind: str) -> list[tuple[str, str]]:
    language = get_language(code)
    assert language is not None
    return [pair for inflection in language.inflections(name, kind) for pair in inflection.forms()]


@pytest.mark.parametrize(("code", "name", "kind", "form", "tag"), SAMPLES)
def test_sample(code: str, name: str, kind: str, form: str, tag: str) -> None:
    assert (form, tag) in _forms(code, name, kind)


@pytest.mark.parametrize("code", list(all_languages()))
def test_every_language_has_enough_samples(code: str) -> None:
    samples = [sample for sample in SAMPLES if sample.values[0] == code]
    assert len(samples) >= MANY.get(code, 12)


@pytest.mark.parametrize(
    ("code", "name", "kind", "form"),
    [
        (code, name, kind, form)
        for code, rows in FORBIDDEN.items()
        for name, kind, forms in rows
        for form in (forms.split("|") if " " in name or "|" in forms else forms.split())
    ],
)
def test_no_rule_makes(code: str, name: str, kind: str, form: str) -> None:
    assert form not in [made for made, _ in _forms(code, name, kind)]
