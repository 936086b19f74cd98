"""Russian: paradigms by ending; adjectives agree with their head, what follows the head stays."""

from __future__ import annotations

import re

from gazetteer.languages._forms import gather
from gazetteer.languages._language import BARE, GlossWords, Inflection, Language
from gazetteer.languages._ru_context import CONTEXT
from gazetteer.languages._ru_ellipsis import shared_nouns
from gazetteer.languages._ru_nouns import adjective, adjective_gender, demonym, plural
from gazetteer.languages._ru_persons import person_forms
from gazetteer.languages._ru_phrases import phrase_forms

_OTHER_CYRILLIC = re.compile("[әҝғөүҹһјіїєґ]", re.IGNORECASE)
_RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return the case forms of a Russian name.

    >>> [i.stem for i in inflections("Лачинский коридор", "route")][:2]
    ['Лачинский коридор', 'Лачинского коридора']
    """
    if not _RUSSIAN.search(text) or _OTHER_CYRILLIC.search(text):
        return (Inflection(text, BARE),)
    if kind == "person":
        return gather(text, person_forms(text))
    if kind == "adjective":
        return gather(text, _adjective_forms(text))
    if kind == "demonym":
        return gather(text, _demonym_forms(text))
    return gather(text, phrase_forms(text, kind))


def _adjective_forms(text: str) -> list[tuple[str, str]]:
    """Return all genders and the plural of an adjective listed in the masculine."""
    forms = [(form, case) for case, all_ in adjective(text, "m", True).items() for form in all_]
    if not text.endswith(("ый", "ий", "ой")):
        return forms
    stem = text[:-2]
    y = "и" if stem[-1] in "гкхжшщч" else "ы"
    for gender, nominative in (("f", stem + "ая"), ("n", stem + "ое"), ("p", f"{stem}{y}е")):
        for case, written in adjective(nominative, gender).items():
            forms += [(form, f"pl-{case}" if gender == "p" else case) for form in written]
    return forms


def _demonym_forms(text: str) -> list[tuple[str, str]]:
    head, _, last = text.rpartition(" ")
    if head or last.endswith(("ы", "и", "не")):
        return phrase_forms(text, "demonym")
    if adjective_gender(last) == "m":
        return _adjective_forms(text)
    singular = demonym(last)
    many = {
        "анин": last[:-2] + "е",
        "янин": last[:-2] + "е",
        "ец": last[:-2] + "цы",
        "ка": last[:-1] + "и",
    }
    nominative = next((form for end, form in many.items() if last.endswith(end)), "")
    forms = [(form, case) for case, all_ in singular.items() for form in all_]
    if nominative:
        declined = plural(nominative, animate=True)
        if last.endswith("ка"):
            declined |= dict.fromkeys(("gen", "acc"), (last[:-2] + "ок",))
        forms += [(form, f"pl-{case}") for case, all_ in declined.items() for form in all_]
    return forms


GLOSSES = GlossWords(
    whose={
        "am": "армянское название",
        "az": "азербайджанское название",
        "ru-imp": "название времён Российской империи",
        "su": "советское название",
    },
    tongues={
        "az": "по-азербайджански",
        "en": "по-английски",
        "hy": "по-армянски",
        "ru": "по-русски",
    },
    romanized="латиницей",
)

LANGUAGE = Language("ru", "Russian", ("Cyrl",), inflections, CONTEXT, shared_nouns, glosses=GLOSSES)

SAMPLES = (
    ("Шуша", "settlement", "Шуша", "nom"),
    ("Шуша", "settlement", "Шуши", "gen"),
    ("Шуша", "settlement", "Шуше", "loc"),
    ("Шуша", "settlement", "Шушу", "acc"),
    ("Шуша", "settlement", "Шушой", "ins"),
    ("Степанакерт", "settlement", "Степанакерта", "gen"),
    ("Степанакерт", "settlement", "Степанакерте", "loc"),
    ("Степанакерт", "settlement", "Степанакертом", "ins"),
    ("Лачин", "settlement", "Лачином", "ins"),
    ("Горис", "settlement", "Горисе", "loc"),
    ("Баку", "settlement", "Баку", "nom"),
    ("Сочи", "settlement", "Сочи", "nom"),
    ("Мегри", "settlement", "Мегри", "nom"),
    ("Агдере", "settlement", "Агдере", "nom"),
    ("Бархударлы", "settlement", "Бархударлы", "nom"),
    ("Москва", "settlement", "Москвой", "ins"),
    ("Москва", "settlement", "Москве", "dat"),
    ("Казань", "settlement", "Казани", "loc"),
    ("Нахичевань", "settlement", "Нахичеванью", "ins"),
    ("Брюссель", "settlement", "Брюсселе", "loc"),
    ("Париж", "settlement", "Парижем", "ins"),
    ("Нью-Йорк", "settlement", "Нью-Йорке", "loc"),
    ("Алма-Ата", "settlement", "Алма-Аты", "gen"),
    ("Мец Шен", "settlement", "Мец Шена", "gen"),
    ("Верхняя Аскипара", "settlement", "Верхней Аскипаре", "loc"),
    ("Герюсы", "settlement", "Герюсах", "loc"),
    ("Кусары", "settlement", "Кусарах", "loc"),
    ("Сальяны", "settlement", "Сальян", "gen"),
    ("Грозный", "settlement", "Грозного", "gen"),
    ("Октябрьский", "settlement", "Октябрьском", "loc"),
    ("Кирово", "settlement", "Кирове", "loc"),
    ("Хор Вирап", "facility", "Хор Вирапу", "dat"),
    ("Самоа", "country", "Самоа", "nom"),
    ("Армения", "country", "Армении", "gen"),
    ("Армения", "country", "Арменией", "ins"),
    ("Нидерланды", "country", "Нидерландов", "gen"),
    ("Израиль", "country", "Израиля", "gen"),
    ("Нагорный Карабах", "region", "Нагорного Карабаха", "gen"),
    ("Нагорный Карабах", "region", "Нагорном Карабахе", "loc"),
    ("Закавказье", "region", "Закавказья", "gen"),
    ("Южный Кавказ", "region", "Южном Кавказе", "loc"),
    ("Лачинский коридор", "route", "Лачинского коридора", "gen"),
    ("Лачинский коридор", "route", "Лачинскому коридору", "dat"),
    ("Зангезурский коридор", "route", "Зангезурским коридором", "ins"),
    ("Лачинский район", "admin-unit", "Лачинском районе", "loc"),
    ("Министерство иностранных дел Азербайджана", "state-body",
     "Министерства иностранных дел Азербайджана", "gen"),
    ("МИД Армении", "state-body", "МИДом Армении", "ins"),
    ("Совет Безопасности ООН", "organisation", "Совета Безопасности ООН", "gen"),
    ("Служба национальной безопасности", "state-body", "Службой национальной безопасности", "ins"),
    ("Вооружённые силы Азербайджана", "state-body", "Вооружённых сил Азербайджана", "gen"),
    ("Милли Меджлис", "state-body", "Милли Меджлиса", "gen"),
    ("российские миротворцы", "mission", "российских миротворцев", "gen"),
    ("российские миротворцы", "mission", "российскими миротворцами", "ins"),
    ("трёхстороннее заявление", "agreement", "трёхстороннего заявления", "gen"),
    ("сочинские договорённости", "event", "сочинских договорённостей", "gen"),
    ("семь районов", "concept", "семи районов", "gen"),
    ("День Победы", "event", "Дня Победы", "gen"),
    ("Кавказский узел", "medium", "Кавказского узла", "gen"),
    ("«Азадлыг»", "medium", "«Азадлыга", "gen"),
    ("Ильхам Алиев", "person", "Ильхама Алиева", "gen"),
    ("Ильхам Алиев", "person", "Ильхамом Алиевым", "ins"),
    ("Никол Пашинян", "person", "Никола Пашиняна", "acc"),
    ("Сергей Лавров", "person", "Сергеем Лавровым", "ins"),
    ("Мария Захарова", "person", "Марией Захаровой", "ins"),
    ("Мехрибан Алиева", "person", "Мехрибан Алиевой", "dat"),
    ("Пашинян", "person", "Пашиняну", "dat"),
    ("Пашинян", "person", "Пашиняном", "ins"),
    ("Алиев", "person", "Алиевым", "ins"),
    ("Путин", "person", "Путиным", "ins"),
    ("Песков", "person", "Пескове", "loc"),
    ("Левон Тер-Петросян", "person", "Левона Тер-Петросяна", "gen"),
    ("Ильхам Гейдар оглы Алиев", "person", "Ильхама Гейдар оглы Алиева", "gen"),
    ("Анна Нагдалян", "person", "Анны Нагдалян", "gen"),
    ("Мевлют Чавушоглу", "person", "Мевлюта Чавушоглу", "gen"),
    ("Шарль Мишель", "person", "Шарлем Мишелем", "ins"),
    ("Урсула фон дер Ляйен", "person", "Урсулой фон дер Ляйен", "ins"),
    ("Яшар Гулиев", "person", "Яшару Гулиеву", "dat"),
    ("Вашингтонский", "adjective", "Вашингтонской", "gen"),
    ("карабахский", "adjective", "карабахскими", "pl-ins"),
    ("армянин", "demonym", "армянина", "gen"),
    ("армянин", "demonym", "армян", "pl-gen"),
    ("армяне", "demonym", "армянами", "ins"),
    ("азербайджанец", "demonym", "азербайджанцев", "pl-gen"),
    ("карабахец", "demonym", "карабахцем", "ins"),
    ("армянка", "demonym", "армянок", "pl-gen"),
)  # fmt: skip
