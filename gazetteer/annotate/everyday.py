"""Names that are ordinary words, or names of places that hardly any text means."""

from __future__ import annotations

import re

from gazetteer.annotate.context import TextContext
from gazetteer.annotate.kinds import is_cited, kind_word, kind_word_after
from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.persons import KNOWN_BY_SHORT_NAME, belongs_to_another, is_first_name
from gazetteer.annotate.readings import Reading
from gazetteer.annotate.surroundings import Cues, is_caseless, lowered
from gazetteer.annotate.units import unit_evidence
from gazetteer.languages import get_language, is_kin, takes_over
from gazetteer.lookup.keys import ENDING_APOSTROPHES
from gazetteer.model import DERIVED, Entity, Name, Place

_APOSTROPHE = re.compile(rf"\w[{ENDING_APOSTROPHES}]\w")

_OWN_LETTERS = frozenset("çşğöü")
"""Letters that a word of Turkish or Azerbaijani has or has not: c is no ç there."""
_ENOUGH_LETTERS, _SAMPLE = 3, 400

_NEAR_ENOUGH = 0.1
"""Nearness (see ``TextContext.nearness``) of another place that supports a doubtful one."""

_CLOSER = 0.25
"""The same for a spelling that only follows by rule."""

_CLOSE = 0.5
"""The same for a hardly known place whose name is an ordinary word and opens a sentence."""

_UNKNOWN_VILLAGE = 40
"""Prominence below which a place whose name opens a sentence needs support."""

LONG_TAIL = 15
"""Prominence below which a place needs its kind named, or a neighbour, wherever it stands.

Of six thousand villages many are called after persons, trades and colours, and hardly any text
means them; one that does says *village*, or names the places around.
"""

_UNKNOWN_PLACE = 25
"""The same for the lesser names of a place: Kirov, Lenin, which it once had."""

_TELLING = 7
"""Letters from which the name of a building tells it from words."""

_KNOWN_BY_LETTERS = ("organisation", "country", "medium")
"""Kinds of entities that the whole world calls by their English letters: EU, UN, BBC."""

_NO_VILLAGES = ("admin-unit", "feature")
"""Kinds whose word after a village's name gives it to another."""

_SHORT_FOREIGN = 4
"""Length up to which a name of another language than the text's is taken for chance."""


_LONG_LIST = 4
"""Names from which a list is one of names, whichever of them may be words."""


def is_everyday_word(reading: Reading, span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether the word is an ordinary one here, or somebody's name, and not this place's."""
    entity = reading.entity
    surface = context.text[span.start : span.end].replace("İ", "i").lower()
    if _lacks_own_letters(reading, span, context):
        return True
    if surface in cues.function_words and entity.prominence < KNOWN_BY_SHORT_NAME:
        return True  # a village called like *der* or *mais*
    common_form = all(case.startswith(("poss", "pl")) for case in reading.hit.cases)
    if common_form and entity.kind == "settlement" and entity.prominence < _UNKNOWN_VILLAGE:
        return True  # somebody's palace (sarayında) or rights (hakları), no village Saray or Hak
    if is_caseless(surface):
        return _is_word_without_case(reading, lowered(surface), span, context, cues)
    return _is_word_with_case(reading, surface, span, context, cues)


def _is_word_with_case(
    reading: Reading, surface: str, span: Span, context: TextContext, cues: Cues
) -> bool:
    entity, name = reading.entity, reading.name
    lang = context.segments.lang_at(span.start)
    same_language = takes_over(name.lang, lang)
    common = surface in cues.common_words or (same_language and _is_form_of_word(name, cues))
    if common:
        if entity.kind == "medium" and name.role != "acronym":
            return not is_cited(span, context, cues)
        if _is_common_word(reading, span, context, cues):
            return True
    if is_of_the_long_tail(reading) and (same_language or not common):
        if _is_called_a_unit(entity, span, context, cues):
            return True
        if entity.id in context.accepted or kind_word(entity, span, context, cues) is not None:
            return False
        if not same_language or not _is_among_neighbours(reading, span, context):
            return True
    elif not common and _is_unknown_village(entity, span, context):
        return not _is_supported(entity, span, context, cues)
    if _is_part_of_an_acronym(reading, span, context):
        return True
    foreign = name.lang != lang and not name.text.isupper()
    exact = reading.hit.quality == 1.0 or len(surface) == _SHORT_FOREIGN
    known = entity.prominence >= KNOWN_BY_SHORT_NAME and exact
    if foreign and len(surface) <= _SHORT_FOREIGN and not known:
        return kind_word(entity, span, context, cues) is None and context.nearness(entity) <= 0.3
    return False


def _is_word_without_case(
    reading: Reading, word: str, span: Span, context: TextContext, cues: Cues
) -> bool:
    """Tell the same in a script without capitals, where every name may be a word.

    The places of the long tail, and those called like words or people, need a word for their kind
    beside them or stand in a list of places nearby; that the text is about their surroundings is
    enough where all words that are names are listed. A country or city that everybody knows needs
    another country, or another name as well known, in the text (შუშა is glass, and a town), a name
    that is a rarer word (``homonyms``) any other place.
    """
    entity, name = reading.entity, reading.name
    doubtful = word in cues.common_words or lowered(name.text) in cues.common_words
    if not isinstance(entity, Place):
        return doubtful and entity.kind == "medium" and not is_cited(span, context, cues, near=1)
    spelt_alike = "nom" in reading.hit.cases and lowered(name.text) != word
    if spelt_alike and word in cues.common_words:
        return True  # اقدام is *action*, آق‌دام a spelling of Aghdam
    if doubtful and (entity.kind == "country" or entity.prominence >= KNOWN_BY_SHORT_NAME):
        alone = set(context.countries.values()) <= {entity.id}
        return alone and not context.has_company(entity.id, KNOWN_BY_SHORT_NAME)
    doubtful |= word in cues.first_names and entity.prominence < _UNKNOWN_VILLAGE
    if not doubtful and word in cues.homonyms and not context.names_another_place(entity.id):
        return True
    remote = is_of_the_long_tail(reading)
    if remote and _is_called_a_unit(entity, span, context, cues):
        return True
    foreign = name.lang != context.segments.lang_at(span.start)
    if not (remote or doubtful or foreign):
        return False
    if kind_word(entity, span, context, cues) is not None:
        return False
    if foreign and not doubtful and entity.prominence >= _UNKNOWN_PLACE:
        return False
    listed = lowered(name.text)
    if entity.prominence >= _UNKNOWN_PLACE and _follows_preposition(listed, span, context, cues):
        return False
    told = not doubtful and cues.all_common_words
    length = context.list_length(span.start, span.end, cues)
    if length >= _LONG_LIST:
        return False
    return not ((told or length > 1) and context.nearness(entity) > _NEAR_ENOUGH)


def _follows_preposition(word: str, span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether a preposition of place makes the word a name: not in در آستانه, *on the eve*."""
    previous = context.around(span.start, span.end).previous_words(1)
    if not previous or previous[0] not in cues.place_prepositions:
        return False
    return f"{previous[0]}{word}" not in cues.common_words


def _lacks_own_letters(reading: Reading, span: Span, context: TextContext) -> bool:
    """Tell whether a line that writes ç and ş has none in this word, where the name has one.

    Who types *Azerbaycan'in Susa sehri* has no such keys; in a text that has them *cin* is no Çin.
    """
    if reading.hit.quality >= 1.0 or " " in reading.name.text:
        return False
    own = set(reading.name.text.casefold()) & _OWN_LETTERS
    if not own or set(span.readings.surface.casefold()) & _OWN_LETTERS:
        return False
    start, end = context.line_around(span.start)
    line = context.text[start : min(end, start + _SAMPLE)].casefold()
    return sum(map(line.count, _OWN_LETTERS)) >= _ENOUGH_LETTERS


def _is_placed(entity: Entity, span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether the text names another place in the same part of the world, or its kind."""
    return context.nearness(entity) > 0.01 or kind_word(entity, span, context, cues) is not None


def _is_form_of_word(name: Name, cues: Cues) -> bool:
    """Tell whether the listed name is an ordinary word, so that its case forms are some too.

    A first name is as good as a word in Turkish and Azerbaijani, where many villages are called so.
    """
    word = name.text.replace("İ", "i").replace("I", "ı").lower()
    return word in cues.common_words or (cues.apostrophe and word in cues.first_names)


def _is_common_word(reading: Reading, span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether a name that is an ordinary word too is one here, or somebody's name."""
    if cues.apostrophe and _APOSTROPHE.search(span.readings.surface):
        return False  # an ending after an apostrophe is a proper name's
    around, entity = context.around(span.start, span.end), reading.entity
    follows_name = context.follows_name(span.start)
    if belongs_to_another(around, cues, (), follows_name=follows_name):
        return True
    if is_first_name(around, cues):
        return True
    if entity.kind == "medium":
        return not is_cited(span, context, cues)
    if entity.kind == "country" or entity.prominence >= KNOWN_BY_SHORT_NAME:
        return False
    beside = (
        context.text[max(0, span.start - 2) : span.start - 1],
        context.text[span.end + 1 : span.end + 2],
    )
    if any(letter.isdigit() for letter in beside):
        return True  # 1 Aralık is the first of December, Մայիս 9 the ninth of May
    if cues.apostrophe and not _is_placed(entity, span, context, cues):
        return True  # sana is *to you*, and the capital of Yemen
    shouted = context.text[span.start : span.end].isupper()
    derived = reading.name.certainty == DERIVED
    if is_of_the_long_tail(reading) and (around.starts_sentence or shouted or derived):
        close = context.nearness(entity) > _CLOSE
        return not close and kind_word(entity, span, context, cues) is None
    if is_of_the_long_tail(reading) and entity.id not in context.accepted:
        told = kind_word(entity, span, context, cues) is not None
        if cues.apostrophe and context.nearness(entity) <= _CLOSE:
            return not told and unit_evidence(entity, span, context) is None
        return not told and not _is_among_neighbours(reading, span, context)
    anywhere = bool(cues.before_nouns)  # where all nouns have capitals, none tells a name
    opens = around.starts_sentence or anywhere
    return opens and not _is_supported(entity, span, context, cues, counted=False)


def _is_among_neighbours(reading: Reading, span: Span, context: TextContext) -> bool:
    """Tell whether the text names a place nearby, or, inside a sentence, the place's district.

    A spelling that only follows by rule may be any word: it asks for a closer neighbour.
    """
    starts = context.around(span.start, span.end).starts_sentence
    derived = reading.name.certainty == DERIVED
    if not (derived and starts):
        needed = _CLOSER if derived else _NEAR_ENOUGH
        if context.nearness(reading.entity) > needed:
            return True
    return not starts and unit_evidence(reading.entity, span, context) is not None


def is_a_phrase(span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether a newspaper's name is a phrase that opens a sentence: *Die Welt ist klein*."""
    around = context.around(span.start, span.end)
    first = lowered(span.readings.surface.split()[0])
    if first not in cues.function_words or not around.starts_sentence:
        return False
    return around.prefix[-1:] in " \n\t" and not is_cited(span, context, cues)


def is_written_small(reading: Reading, surface: str) -> bool:
    """Tell whether a word that has a capital in a village's name has none in the text.

    *Yeni yol* is a new road and no village *Yeni Yol*, *Le point* no newspaper *Le Point*; in
    *Laçın Koridoru* the noun may be small.
    """
    if reading.entity.kind not in ("settlement", "medium"):
        return False
    pairs = zip(reading.name.text.split(), surface.split(), strict=False)
    return any(own[:1].isupper() and word[:1].islower() for own, word in pairs)


def _is_part_of_an_acronym(reading: Reading, span: Span, context: TextContext) -> bool:
    """Tell whether a short name in capitals hangs on an acronym by a hyphen: CD-ROM is no Rome."""
    surface = span.readings.surface
    if not surface.isupper() or reading.name.text.isupper() or len(surface) > _SHORT_FOREIGN:
        return False
    first = context.text[max(0, span.start - _SHORT_FOREIGN - 1) : span.start]
    return first[-1:] in ("-", "‑") and first[:-1].split()[-1:] != [] and first[-2:-1].isupper()


def is_foreign_acronym(reading: Reading, span: Span, context: TextContext) -> bool:
    """Tell whether the acronym is one of another language than the text's, and stands alone.

    Letters meet by chance: PAM is the World Food Programme in French only. English ones are
    everybody's if they are known well or long; one of another script tells its language itself.
    """
    name, lang = reading.name, context.segments.lang_at(span.start)
    if not lang or name.lang == lang or is_kin(name.lang, lang):
        return False
    entity = reading.entity
    known = entity.prominence >= KNOWN_BY_SHORT_NAME and entity.kind in _KNOWN_BY_LETTERS
    if name.lang == "en" and (known or len(name.text) >= _SHORT_FOREIGN):
        return False
    language = get_language(lang)
    if language is None or name.script not in language.scripts:
        return False
    return not context.named_in_full(reading.entity.id)


def is_of_the_long_tail(reading: Reading) -> bool:
    """Tell whether hardly any text means the place, or hardly any by this name."""
    entity = reading.entity
    if not isinstance(entity, Place) or entity.kind == "country":
        return False
    if entity.kind == "facility" and len(reading.name.text) >= _TELLING:
        return False  # a monastery is called like nothing else
    lesser = reading.name.role in ("variant", "historical")
    return entity.prominence < (_UNKNOWN_PLACE if lesser else LONG_TAIL)


def _is_called_a_unit(entity: Entity, span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether the text says *district* or *river* here, which the village is not.

    The unit or river has a village's name, and is not listed: Qaradağ rayonu, Məzəm çayı.
    """
    if entity.kind != "settlement":
        return False
    around = context.around(span.start, span.end)
    return any(kind_word_after(kind, around, cues) is not None for kind in _NO_VILLAGES)


def _is_unknown_village(entity: Entity, span: Span, context: TextContext) -> bool:
    """Tell whether a little known place opens a sentence, where any word has a capital."""
    if not isinstance(entity, Place) or entity.prominence >= _UNKNOWN_VILLAGE:
        return False
    if entity.kind == "country":
        return False
    return context.around(span.start, span.end).starts_sentence


def _is_supported(
    entity: Entity, span: Span, context: TextContext, cues: Cues, *, counted: bool = True
) -> bool:
    """Tell whether the text speaks of the place elsewhere, of one nearby, or says what it is.

    ``counted``: that the name stands twice counts; an ordinary word may.
    """
    return (
        (counted and context.full_names[entity.id] > 1)
        or context.nearness(entity) > _NEAR_ENOUGH
        or kind_word(entity, span, context, cues) is not None
    )
