"""German: the genitive -s, adjectives inside a name, adjectives and names of people."""

from __future__ import annotations

import re

from gazetteer.languages._de_bodies import rephrase
from gazetteer.languages._de_namesakes import NAMESAKES
from gazetteer.languages._de_press import PRESS
from gazetteer.languages._forms import gather
from gazetteer.languages._language import BARE, Context, Ending, GlossWords, Inflection, Language

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
    r"[^\W\d_]*(?:isch|lich|ig|iß|rot|neu|alt|groß|klein|weit|ional|ial|nom|arz|ober|unter|"
    r"int|einigt|einsam|rst|ost|eil|eutsch|rech|arb|and)(?:e|er|es|en|em)",
    re.IGNORECASE,
)
"""An adjective at the beginning of a name, in any of its endings."""
_NO_LONG_GENITIVE = ("person", "settlement", "region", "country")
"""Kinds whose names take -s alone, save -land; a common noun may take -es: des Sicherheitsrates."""
_ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em")


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return a German name with its genitive; adjectives before a noun take all their endings.

    >>> [form for form, _ in inflections("Bergkarabach", "region")[0].forms()]
    ['Bergkarabach', 'Bergkarabachs']
    """
    if not text[-1:].isalpha() or text.isupper():
        return (Inflection(text, BARE),)
    if kind == "adjective":
        return gather(text, [(text + ending, "attr") for ending in _ADJECTIVE_ENDINGS])
    if kind == "demonym":
        return gather(text, _demonym(text))
    genitive = not text.endswith((*_SIBILANTS, *_NOT_IN_S))
    forms = [(text + "s", "gen")] if genitive else []
    long = text.endswith("land") or kind not in _NO_LONG_GENITIVE
    if genitive and long and kind != "person" and text[-1] in "tdgkbp":
        forms.append((text + "es", "gen"))
    words = text.split(" ")
    inner = 0
    while kind != "person" and inner < len(words) - 1 and _INNER_ADJECTIVE.fullmatch(words[inner]):
        inner += 1
    rest = " ".join(words[inner:])
    owned = _owned_by_head(words[inner:]) if kind not in ("person", "settlement") else []
    if not inner:
        return gather(text, [*forms, *((form, "gen") for form in owned)])
    if genitive and " " not in rest:
        owned = [f"{rest}s", *([f"{rest}es"] if rest[-1] not in "aeiouyn" else [])]
    for ending in _ADJECTIVE_ENDINGS:
        declined = " ".join(f"{_stem(word)}{ending}" for word in words[:inner])
        forms.append((f"{declined} {rest}", "obl"))
        if ending == "en":
            forms += [(f"{declined} {form}", "gen") for form in owned]
    return gather(text, forms)


def _owned_by_head(words: list[str]) -> list[str]:
    """Return the genitive of a noun with what follows it: ``Vertrags von Kars``."""
    head, *rest = words
    if not rest or not head[:1].isupper() or head.endswith(("e", *_NOT_IN_S)):
        return []
    endings = ("es",) if head.endswith(_SIBILANTS) else ("s", "es")
    return [" ".join((head + ending, *rest)) for ending in endings]


def guest_endings(text: str) -> tuple[Ending, ...]:
    """Return the genitive that German puts onto a name as others spell it: ``Pashinyans``."""
    if not text[-1:].isalpha() or text.isupper() or text.endswith((*_SIBILANTS, *_NOT_IN_S)):
        return ()
    return (Ending("s", "gen"),)


def _stem(adjective: str) -> str:
    return re.sub(r"e[rsnm]?$", "", adjective)


def _demonym(text: str) -> list[tuple[str, str]]:
    if text.endswith("er"):
        return [(text + ending, tag) for ending, tag in (("s", "gen"), ("n", "pl-dat"), ("in", "f"),
                                                         ("innen", "f-pl"))]  # fmt: skip
    if text.endswith("e"):
        return [(text + "n", "pl"), (text[:-1] + "in", "f"), (text[:-1] + "innen", "f-pl")]
    return [(text + "s", "pl")]


CONTEXT = Context(
    kind_words={
        "settlement": ("dorf*", "dörf*", "stadt*", "städt*", "siedlung*", "ort", "orte*",
                       "ortschaft*", "hauptstadt", "hauptort", "weiler*", "*dorf", "*dorfs",
                       "*dörfer", "*dörfern", "*stadt", "*städte", "*städten", "*städtchen",
                       "*ort", "*orte", "*orten"),
        "admin-unit": ("bezirk*", "region*", "provinz*", "rajon*", "rayon*", "kreis*", "distrikt*",
                       "landkreis*", "*provinz", "*provinzen", "*bezirk", "*bezirke",
                       "*bezirken"),
        "economic-region": ("wirtschaftsregion*", "wirtschaftsraum"),
        "exclave": ("exklave*", "enklave*"),
        "autonomous-republic": ("exklave*", "republik", "region"),
        "route": ("korridor*", "straße*", "strasse*", "route*", "autobahn*", "bahnstrecke*",
                  "verbindung*", "fernstraße*"),
        "facility": ("flughafen*", "brücke*", "kloster*", "kirche*", "grenzübergang*",
                     "festung*", "kontrollpunkt*", "moschee*", "kathedrale*", "mine",
                     "goldmine", "stausee*"),
        "feature": ("fluss*", "flüsse*", "see", "sees", "berg*", "gebirge*", "pass", "tal",
                    "*fluss"),
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
        "ihnen", "bin", "bist", "seid", "hast", "habt", "wirst", "werdet", "willst", "kannst",
        "darf", "darfst", "dürfen", "mag", "möchte", "musst", "sollst", "mir", "mich", "dir",
        "dich", "uns", "euch", "mein", "meine", "dein", "deine", "unser", "unsere", "man",
    ),
    place_before=(
        "in", "nach", "aus", "bei", "nahe", "um", "hauptstadt", "stadt", "zentrum", "flughafen",
        "besuch*",
        "verlie*", "erreich*", "richtung", "durch", "über", "einwohner*", "bis", "innenstadt",
        "bahnhof", "gipfel", "treffen",
        "unweit", "region", "universität", "botschaft", "stadtteil*", "außerhalb", "ab", "via",
        "straßen",
    ),
    place_after=("flughafen", "gipfel", "straße", "innenstadt", "universität", "stadt",
                 "abkommen", "konferenz", "erklärung", "prozess"),
    government_before=(
        # the verb comes before the subject when something else opens the clause
        "erklär*", "begann", "richtete*", "lehnt*", "betont*", "reagier*", "behauptet*", "plant*",
        "verlangt*", "hofft*", "fürchtet*", "befürchtet*", "sieht", "bestreitet", "bestritt",
        "dementiert*", "besteht", "bestand", "beharrt*", "meldete*", "meldet", "teilte", "teilt",
        "kündigt*", "wies", "schloss", "schließt", "sperrt*", "blockiert*", "startet*",
        "setzt*", "versprach", "verspricht", "ließ", "lässt", "strebt*", "akzeptier*",
        "verfolgt*", "nutzt*", "macht", "machte", "antwortet*", "zeigt*", "gab", "gibt", "nannte",
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
        "bereit", "hält", "äußert*", "zeigt*", "machte", "macht", "begann", "beginnt", "gab",
        "gibt", "ließ", "lässt", "blockier*", "sperrt*", "schloss", "schließt", "kontrolliert*",
        "nannte", "nennt", "spricht", "sprach", "meldet*", "berichtet*", "fühlt*", "strebt*",
        "verfolgt*", "nutzt*", "hofft*", "protestier*", "kritisier*", "verurteil*", "verspr*",
        "entsandt*", "entsend*", "unterschrieb*", "unterschreib*", "verweiger*", "zwingt*",
        "zwang", "dürfte", "darf", "möchte", "griff", "greift", "liefert*", "profitier*", "wollen",
        "haben", "sind", "hätten", "seien", "werden", "wollten", "müssen", "sollen", "sollten",
        "können", "könnten", "warfen", "werfen", "einig*", "verhandel*", "streit*",
    ),
    saying_verbs=("heißt", "hieß", "verlautete"),
    common_words=(
        "sus", "essen", "tag", "recht", "tech", "berg", "lars", "mehr",
        "panorama", "prawda", "report", "spiegel", "sputnik", "trend", "welt", "zeit", "stern",
        "bild", "blitz", "standard", "kurier", "presse", "atem", "klo", "set", "aladin", "bad",
        "bank", "bio", "bist", "chat", "daran", "gas", "hand", "hat", "institut", "karin",
        "komintern", "kot", "kur", "nord", "panik", "papi", "polis", "poti", "rest",
        "rind", "salat", "salut", "sam", "schi", "sos", "sri", "sultan", "tatar",
        "tausch", "tex", "top", "van", "vernaschen", "versal", "zar", "garni",
        "dar", "power", "major", "mann", "maurer", "fischer", "herzog", "kohl", "hahn",
        "michel", "gabriel", "ritter", "modi", "koks", "kosak", "schiff", "scholz", "schmid",
        "for", "wagner",     ),
    former_words=("ehemalige*", "frühere*", "ex"),
    and_words=("und", "oder", "sowie", "noch", "&"),
    government_nouns=(
        "politik*", "position*", "haltung*", "antwort*", "reaktion*", "forderung*", "vorschl*",
        "regierung*",
        "behörden", "interessen", "vorwürf*", "entscheidung*", "absicht*", "plan*", "pläne*",
        "strategie*",
        "druck", "unterstützung", "weigerung", "diplomatie", "führung", "sicht", "machthaber",
    ),
    citing_words=(
        "bericht*", "meldet*", "schreib*", "schrieb", "zitier*", "laut", "zufolge", "zeitung",
        "agentur", "nachrichtenagentur*", "sender", "tageszeitung", "magazin",
        "nachrichtenmagazin", "interview", "portal", "nachrichtenportal", "wochenzeitung",
        "fernsehsender",
    ),
    linking_words=("von", "der", "des", "den", "die", "um", "im", "in"),
    articles=("der", "die", "das", "dem", "den", "des", "am", "im", "vom", "zum", "zur"),
    relative_words=("das", "dessen"),
    plural_kind_words=(
        "dörfer", "dörfern", "städte", "städten", "orte", "orten", "ortschaften", "siedlungen",
        "rayons", "rajons", "rayone", "rayonen", "bezirke", "bezirken", "distrikte", "distrikten",
        "regionen", "provinzen", "kreise", "kreisen", "wirtschaftsregionen", "korridore",
        "korridoren", "straßen", "flughäfen", "klöster", "brücken", "*dörfer", "*dörfern",
        "*städte", "*städten", "*bezirke", "*bezirken", "*provinzen", "*orte", "*orten",
    ),
    travel_words=("flug*", "flüge*", "zug", "züge*", "straße*", "strecke*", "reise*", "bus*",
                  "bahn*", "entfernung", "weg"),
    before_nouns=(
        "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines",
        "im", "am", "zum", "zur", "vom", "beim", "ins", "ans", "kein", "keine", "keinen", "sein",
        "seine", "seinen", "seinem", "seiner", "seines", "ihr", "ihre", "ihren", "ihrem", "ihrer",
        "ihres", "unser", "unsere", "diese", "dieser", "dieses", "diesem", "diesen", "jene*",
        "jede*", "alle", "aller", "viele", "vieler", "einige*", "mehrere*", "zwei", "drei",
        "beide*", "*ische", "*ischen", "*ischer", "*isches", "*ischem", "*liche", "*lichen",
        "*licher", "*lichem", "*liches", "*igen", "*iger", "*ige", "neue*", "erste*", "letzte*",
        "jüngste*", "weitere*", "eigene*", "große*", "klare*",
    ),
    namesakes=NAMESAKES,
    verb_window=2,
)  # fmt: skip

_UNIT_PHRASES = {
    "district": ("Rayon {}", "Rajon {}", "Bezirk {}", "Distrikt {}", "Region {}", "Kreis {}"),
    "soviet-district": ("Rayon {}", "Rajon {}", "Bezirk {}"),
    "province": ("Provinz {}", "Region {}"),
    "economic-region": ("Wirtschaftsregion {}",),
}
GLOSSES = GlossWords(
    whose={
        "am": "armenisch",
        "az": "aserbaidschanisch",
        "ru-imp": "im Russischen Reich",
        "su": "sowjetisch",
    },
    tongues={
        "az": "auf Aserbaidschanisch",
        "en": "auf Englisch",
        "hy": "auf Armenisch",
        "ru": "auf Russisch",
    },
    romanized="in lateinischen Buchstaben",
)

LANGUAGE = Language(
    "de", "German", ("Latn",), inflections, CONTEXT, guest_endings=guest_endings, press=PRESS,
    unit_phrases=_UNIT_PHRASES, closes_compounds=True, confounds={"z": "s"}, rephrase=rephrase,
    borrows=("en", "az"),
    glosses=GLOSSES,
)  # fmt: skip

SAMPLES = (
    ("Baku", "settlement", "Bakus", "gen"),
    ("Eriwan", "settlement", "Eriwans", "gen"),
    ("Bergkarabach", "region", "Bergkarabachs", "gen"),
    ("Armenien", "country", "Armeniens", "gen"),
    ("Aserbaidschan", "country", "Aserbaidschans", "gen"),
    ("Latschin-Korridor", "route", "Latschin-Korridors", "gen"),
    ("Nikol Paschinjan", "person", "Nikol Paschinjans", "gen"),
    ("Alijew", "person", "Alijews", "gen"),
    ("Europäische Union", "organisation", "Europäischen Union", "obl"),
    ("Vereinte Nationen", "organisation", "Vereinten Nationen", "obl"),
    ("Russisches Außenministerium", "state-body", "Russischen Außenministeriums", "gen"),
    ("armenisches Außenministerium", "state-body", "armenische Außenministerium", "obl"),
    ("armenisches Außenministerium", "state-body", "armenischem Außenministerium", "obl"),
    ("Neue Armenische Partei", "party", "Neuen Armenischen Partei", "obl"),
    ("Schwarzer Januar", "event", "Schwarzen Januar", "obl"),
    ("UN-Sicherheitsrat", "organisation", "UN-Sicherheitsrates", "gen"),
    ("Kaspisches Meer", "feature", "Kaspischen Meeres", "gen"),
    ("Minsker Gruppe", "organisation", "Minsker Gruppe", "nom"),
    ("Vertrag von Kars", "agreement", "Vertrages von Kars", "gen"),
    ("Massaker von Chodschali", "event", "Massakers von Chodschali", "gen"),
    ("Rayon Latschin", "admin-unit", "Rayons Latschin", "gen"),
    ("Internationaler Flughafen Füzuli", "facility", "Internationalen Flughafen Füzuli", "obl"),
    ("Internationaler Flughafen Füzuli", "facility", "Internationalen Flughafens Füzuli", "gen"),
    ("armenisch", "adjective", "armenische", "attr"),
    ("armenisch", "adjective", "armenischen", "attr"),
    ("Armenier", "demonym", "Armeniern", "pl-dat"),
    ("Armenier", "demonym", "Armenierin", "f"),
    ("Aserbaidschaner", "demonym", "Aserbaidschanern", "pl-dat"),
)
