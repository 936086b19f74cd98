"""Cities and governments: each sentence has one capital in brackets, with its case after a bar."""

from __future__ import annotations

import re

import pytest

from gazetteer.annotate.senses import decide, weigh
from gazetteer.annotate.surroundings import Surroundings, cues_for

GOVERNMENTS = {
    "az": (
        "Rəsmi [Bakı|nom] bu iddianı rədd edir.",
        "[Bakı|nom] bu addımı növbəti dəfə pislədi.",
        "[Bakının|gen] mövqeyi dəyişməyib.",
        "Danışıqlarda [İrəvanın|gen] cavabı gözlənilir.",
        "[Bakıda|loc] bəyan ediblər ki, yol açıqdır.",
        "[Bakıda|loc] bildirilib ki, görüş baş tutacaq.",
        "Bəyanat [Bakıya|dat] qarşı yönəlib.",
    ),
    "hy": (
        "[Բաքվի|gen,dat] դիրքորոշումը չի փոխվել։",
        "[Երևանը|def] մերժել է առաջարկը։",
        "[Բաքվում|loc] հայտարարել են, որ ճանապարհը բաց է։",
        "[Բաքվի|gen,dat] հետ բանակցությունները շարունակվում են։",
        "Պաշտոնական [Բաքուն|def] լռում է։",
    ),
    "ru": (
        "В [Баку|nom] заявили, что дорога открыта.",
        "Политика [Баку|nom] не изменилась.",
        "[Ереван|nom,acc] неоднократно отвергал это.",
        "Переговоры между [Ереваном|ins] и соседями продолжаются.",
        "В [Ереване|loc] не исключили новой встречи.",
        "Он призвал [Москву|acc] вмешаться.",
    ),
    "tr": ("[Bakü|nom]'nün tutumu değişmedi.", "[Bakü|nom] bu iddiayı kesin bir dille reddetti."),
    "ka": ("[ბაქომ|erg] უარყო ეს ბრალდება.",),
    "en": ("[Baku|nom] denied the claim.", "He urged [Baku|nom] to open the road."),
    "de": ("[Baku|nom] wies den Vorwurf zurück.",),
    "fr": ("[Bakou|nom] a démenti cette information.",),
}
PLACES = {
    "az": (
        "Nazirlər [Bakıda|loc] görüşüblər.",
        "Nümayəndə heyəti [Bakıdan|abl] qayıdıb.",
        "[Bakı|nom] şəhərində yeni park salınıb.",
        "[Bakının|gen] mərkəzində aksiya keçirilib.",
        "Onlar [Bakıdakı|loc-adj] evlərini satıblar.",
        "Əliyev [Bakıda|loc] jurnalistlərə bildirib ki, sülh yaxındır.",
        "Nazir [Bakıya|dat] səfər edib.",
    ),
    "hy": (
        "Նախարարները հանդիպեցին [Բաքվում|loc] երեկ։",
        "Նա [Երևանից|abl] մեկնեց։",
        "[Երևանի|gen,dat] կենտրոնում հավաք կար։",
        "[Երևան|nom] ժամանած պատվիրակությունը հանդիպեց նրան։",
    ),
    "ru": (
        "Министры встретились в [Баку|nom] во вторник.",
        "Делегация вернулась из [Еревана|gen].",
        "В [Москве|dat,loc] Лавров и Мирзоян заявили о прогрессе.",
        "На улицах [Еревана|gen] прошла акция.",
    ),
    "tr": ("Bakanlar [Bakü|nom]'de bir araya geldi.", "Heyet [Bakü|nom]’den ayrıldı."),
    "ka": ("მინისტრები [ბაქოში|loc] შეხვდნენ.",),
    "en": ("They met in [Baku|nom] on Friday.",),
    "de": ("Die Minister trafen sich in [Baku|nom] am Freitag.",),
    "fr": ("Les ministres se sont rencontrés à [Bakou|nom] vendredi.",),
}


def _sense(lang: str, marked: str) -> str:
    match = re.search(r"\[([^|]+)\|([^\]]+)\]", marked)
    assert match is not None
    text = marked[: match.start()] + match.group(1) + marked[match.end() :]
    start, end = match.start(), match.start() + len(match.group(1))
    cues = weigh(
        match.group(1),
        frozenset(match.group(2).split(",")),
        Surroundings(text, start, end),
        cues_for(lang),
        text[:start],
    )
    return decide(cues, ())[0]


@pytest.mark.parametrize(("lang", "marked"), [(k, m) for k, v in GOVERNMENTS.items() for m in v])
def test_government(lang: str, marked: str) -> None:
    assert _sense(lang, marked) == "government"


@pytest.mark.parametrize(("lang", "marked"), [(k, m) for k, v in PLACES.items() for m in v])
def test_place(lang: str, marked: str) -> None:
    assert _sense(lang, marked) == "place"
