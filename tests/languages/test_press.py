"""Spellings of the German and French press, as newspapers have them."""

from __future__ import annotations

import pytest

from gazetteer.languages import get_language
from gazetteer.languages._press import Press

SPELT = """
de ru Кельбаджар Kelbadschar
de ru Физули Fisuli
de ru Джебраил Dschebrail
de ru Кубатлы Kubatli
de ru Ходжалы Chodschali
de ru Ханкенди Chankendi
de ru Гянджа Gandscha
de ru Алиев Alijew
de ru Эльчибей Eltschibej
de ru Гейдар Gejdar
de ru Касапет Kasapet
de hy Շուշի Schuschi
de hy Բերձոր Berdsor
de hy Ղուկասյան Ghukassjan
de hy Փաշինյան Paschinjan
de hy Հունանյան Hunanjan
de hy Գետաշեն Getaschen
de hy Արցախ Arzach
fr ru Кельбаджар Kelbadjar
fr ru Физули Fizouli
fr ru Лачин Latchine
fr ru Лачин Latchin
fr ru Шарур Charour
fr ru Арпачай Arpatchai
fr ru Ходжалы Khodjali
fr ru Мустафаев Moustafaiev
fr ru Алиев Aliev
fr hy Շուշի Chouchi
fr hy Հադրութ Hadrout
fr hy Մարտունի Martouni
fr hy Տավուշ Tavouch
fr hy Իջևան Idjevan
fr hy Նոյեմբերյան Noyemberian
fr hy Գալստանյան Galstanian
fr hy Քոչարյան Kotcharian
fr hy Կարմիր~Շուկա Karmir~Chouka
fr az Xeyrimli Kheirimli
fr az Qızılhacılı Ghizilhadjili
fr az Aşağı~Əskipara Achaghi~Askipara
"""


@pytest.mark.parametrize("line", SPELT.strip().splitlines())
def test_spelling(line: str) -> None:
    lang, source, name, wanted = line.replace("~", "\u00a0").split(" ")
    language = get_language(lang)
    assert language
    press = language.press[source]
    assert wanted.replace("\u00a0", " ") in press(name.replace("\u00a0", " "))


def test_unknown_letters_make_no_spelling() -> None:
    spell = Press((("а", "a"),))
    assert spell("аа") == ("aa",)
    assert spell("аб") == ()


def test_the_usual_spelling_comes_first_and_there_are_not_too_many() -> None:
    spell = Press((("а", "a e"), ("б", "b p"), ("в", "v w")), most=3)
    assert spell("Абв") == ("Abv", "Abw", "Apv")
