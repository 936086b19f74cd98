"""German: the genitive -s, adjectives inside a name, adjectives and names of people."""

from __future__ import annotations

import re

from gazetteer.languages._forms import gather
from gazetteer.languages._language import BARE, Context, Inflection, Language

_SIBILANTS = ("s", "ß", "x", "z", "ce", "sch")
_NOT_IN_S = (
    "ung",
    "heit",
    "keit",
    "schaft",
    "tion",
    "ität",
    "ik",
    "ion",
    "kammer",
    "armee",
    "union",
)
"""Ends of feminine nouns, which have no genitive -s."""
_INNER_ADJECTIVE = re.compile(
    r"^(.*(?:isch|lich|ig|iß|rot|neu|alt|groß|klein|weit|int|einigt|rst|ost|eil))(e|er|es)$",
    re.IGNORECASE,
)
_ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em")


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return a German name with its genitive; the adjective before a noun also ends in -en.

    >>> [form for form, _ in inflections("Bergkarabach", "region")[0].forms()]
    ['Bergkarabach', 'Bergkarabachs']
    """
    if not text[-1:].isalpha() or text.isupper():
        return (Inflection(text, BARE),)
    if kind == "adjective":
        return gather(text, [(text + ending, "attr") for ending in _ADJECTIVE_ENDINGS])
    if kind == "demonym":
        return gather(text, _demonym(text))
    forms = [] if text.endswith((*_SIBILANTS, *_NOT_IN_S)) else [(text + "s", "gen")]
    first, _, rest = text.partition(" ")
    inner = _INNER_ADJECTIVE.match(first)
    if inner and rest and kind != "person":
        oblique = f"{inner.group(1)}en {rest}"
        forms = [*forms, (oblique, "dat")]
        if not rest.endswith((*_SIBILANTS, *_NOT_IN_S)) and " " not in rest:
            forms.append((oblique + "s", "gen"))
    return gather(text, forms)


def _demonym(text: str) -> list[tuple[str, str]]:
    if text.endswith("er"):
        return [(text + ending, tag) for ending, tag in (("s", "gen"), ("n", "pl-dat"), ("in", "f"),
                                                         ("innen", "f-pl"))]  # fmt: skip
    if text.endswith("e"):
        return [(text + "n", "pl"), (text[:-1] + "in", "f"), (text[:-1] + "innen", "f-pl")]
    return [(text + "s", "pl")]


CONTEXT = Context(
    kind_words={
        "settlement": ("dorf*", "dörf*", "stadt*", "städt*", "siedlung*", "ort", "ortschaft*"),
        "admin-unit": ("bezirk*", "region*", "provinz*", "rajon*", "rayon*", "kreis*", "exklave*"),
        "route": ("korridor*", "straße*", "route*", "autobahn*", "bahnstrecke*", "verbindung*"),
        "facility": ("flughafen*", "brücke*", "kloster*", "kirche*", "grenzübergang*",
                     "kontrollpunkt*"),
        "feature": ("fluss*", "see", "berg*", "gebirge*", "pass", "tal"),
        "country": ("republik*", "staat*", "land"),
    },
    person_titles=(
        "präsident", "präsidenten", "präsidentin", "premier", "premierminister", "premierministers",
        "ministerpräsident", "ministerpräsidenten", "minister", "außenminister", "außenministerin",
        "verteidigungsminister", "vizepräsident", "staatschef", "regierungschef", "sekretär",
        "botschafter",
        "gesandter", "sprecher", "sprecherin", "abgeordneter", "abgeordnete", "general", "oberst",
        "kommandeur", "chef", "führer", "berater", "experte", "expertin", "analyst", "politologe",
        "journalist", "historiker", "professor", "direktor", "kommissar", "senator", "kanzler",
        "bundeskanzler", "könig", "papst", "katholikos", "patriarch", "herr", "herrn", "frau",
        "dr", "prof",
        "amtskollege", "amtskollegen", "kollege", "vertreter", "anwalt", "aktivist",
        "bürgermeister",
        "machthaber", "oligarch", "milliardär", "generalsekretär", "beauftragter", "beauftragte",
    ),
    function_words=(
        "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer",
        "eines", "und",
        "oder", "aber", "doch", "sondern", "in", "im", "an", "am", "auf", "aus", "bei", "beim",
        "mit", "nach",
        "von", "vom", "zu", "zum", "zur", "für", "gegen", "ohne", "um", "durch", "über", "unter",
        "vor",
        "zwischen", "seit", "bis", "während", "wegen", "trotz", "laut", "wie", "als", "wenn",
        "weil", "da",
        "dass", "ob", "obwohl", "er", "sie", "es", "wir", "ihr", "ich", "sich", "nicht", "kein",
        "keine",
        "ist", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "hat", "haben",
        "hatte", "sein",
        "seine", "ihre", "auch", "noch", "nur", "schon", "sehr", "so", "dann", "nun", "jetzt",
        "heute",
        "gestern", "damals", "dort", "hier", "diese", "dieser", "dieses", "diesen", "jedoch",
        "allerdings",
        "bereits", "nachdem", "bevor", "damit", "dabei", "zudem", "außerdem", "warum", "was",
        "wer", "wo",
        "kann", "soll", "muss", "will", "könnte", "sollte", "habe", "sei", "am", "ihm", "ihn",
        "ihnen",
    ),
    place_before=(
        "in", "nach", "aus", "bei", "nahe", "um", "hauptstadt", "stadt", "zentrum", "flughafen",
        "besuch*",
        "verlie*", "erreich*", "richtung", "durch", "über", "einwohner", "bis", "innenstadt",
        "straßen",
    ),
    place_after=("flughafen", "gipfel", "straße", "innenstadt", "universität"),
    government_before=(
        "mit", "gegen", "zwischen", "beschuldig*", "warf", "wirft", "forder*", "drängt*",
        "unterstütz*",
        "kritisier*", "verurteil*", "laut", "offizielle", "für", "dass", "wenn", "während",
        "obwohl", "zwang",
        "zwingt", "dankt*", "warnt*", "aber", "seitens", "druck", "von", "weil", "da",
    ),
    government_after=(
        "hat", "hatte", "habe", "ist", "war", "sei", "wird", "werde", "würde", "kann", "könnte",
        "muss",
        "müsse", "soll", "sollte", "will", "wollte", "wirft", "warf", "beschuldig*", "erklär*",
        "teilt*",
        "sagt*", "dementier*", "wies", "weist", "forder*", "besteht", "bestand", "beharr*",
        "verlang*",
        "schlug", "schlägt", "lehnt*", "akzeptier*", "unterstütz*", "droht*", "warnt*", "hofft*",
        "fürchtet*",
        "befürchtet*", "sieht", "sah", "sucht*", "versucht*", "plant*", "erkennt", "erkannte",
        "unterzeichnet*",
        "verletzt*", "bestreit*", "bestritt", "behaupt*", "verurteil*", "reagier*", "antwortet*",
        "betont*",
        "begrüßt*", "kündigt*", "setzt*", "nicht", "auch", "weiterhin", "erneut", "selbst",
        "bereit", "hält",
    ),
    saying_verbs=("heißt", "hieß", "verlautete"),
    common_words=("paris", "sus", "berlin", "essen", "wien", "tag", "recht", "tech", "berg"),
    and_words=("und", "oder", "sowie", "noch", "&"),
    government_nouns=(
        "politik*", "position*", "haltung*", "antwort*", "reaktion*", "forderung*", "vorschl*",
        "regierung*",
        "behörden", "interessen", "vorwürf*", "entscheidung*", "absicht*", "plan*", "pläne*",
        "strategie*",
        "druck", "unterstützung", "weigerung", "diplomatie", "führung", "sicht", "machthaber",
    ),
    verb_window=2,
)  # fmt: skip

LANGUAGE = Language("de", "German", ("Latn",), inflections, CONTEXT)

SAMPLES = (
    ("Baku", "settlement", "Bakus", "gen"),
    ("Eriwan", "settlement", "Eriwans", "gen"),
    ("Bergkarabach", "region", "Bergkarabachs", "gen"),
    ("Armenien", "country", "Armeniens", "gen"),
    ("Aserbaidschan", "country", "Aserbaidschans", "gen"),
    ("Latschin-Korridor", "route", "Latschin-Korridors", "gen"),
    ("Nikol Paschinjan", "person", "Nikol Paschinjans", "gen"),
    ("Alijew", "person", "Alijews", "gen"),
    ("Europäische Union", "organisation", "Europäischen Union", "dat"),
    ("Vereinte Nationen", "organisation", "Vereinten Nationen", "dat"),
    ("Russisches Außenministerium", "state-body", "Russischen Außenministeriums", "gen"),
    ("armenisch", "adjective", "armenische", "attr"),
    ("armenisch", "adjective", "armenischen", "attr"),
    ("Armenier", "demonym", "Armeniern", "pl-dat"),
    ("Armenier", "demonym", "Armenierin", "f"),
    ("Aserbaidschaner", "demonym", "Aserbaidschanern", "pl-dat"),
)
