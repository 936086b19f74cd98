"""French: names do not decline; adjectives and names of people agree."""

from __future__ import annotations

from gazetteer.languages._fr_bodies import rephrase
from gazetteer.languages._fr_press import PRESS
from gazetteer.languages._language import BARE, Context, Ending, GlossWords, Inflection, Language


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return a French name, and the feminine and plural of an adjective or demonym.

    >>> [form for form, _ in inflections("arménien", "adjective")[0].forms()]
    ['arménien', 'arméniens', 'arménienne', 'arméniennes']
    """
    if kind not in ("adjective", "demonym") or not text[-1:].isalpha():
        return (Inflection(text, BARE),)
    endings = list(BARE)
    if text.endswith(("ain", "ais", "ois", "and", "i", "é", "in")):
        feminine = "e"
    elif text.endswith(("en", "on", "el")):
        feminine = text[-1] + "e"
    else:
        feminine = ""
    if not text.endswith(("s", "x")):
        endings.append(Ending("s", "pl"))
    if feminine:
        endings += (Ending(feminine, "f"), Ending(f"{feminine}s", "f-pl"))
    return (Inflection(text, tuple(endings)),)


CONTEXT = Context(
    kind_words={
        "settlement": ("village*", "ville*", "bourg*", "localité*", "hameau*"),
        "admin-unit": ("district*", "région*", "province*", "raïon*", "marz", "république*"),
        "route": ("corridor*", "route*", "autoroute*", "couloir*", "ligne", "axe"),
        "facility": ("aéroport*", "pont*", "monastère*", "église*", "poste", "checkpoint*",
                     "barrage*"),
        "feature": ("rivière*", "fleuve*", "lac", "mont", "montagne*", "col", "vallée*"),
        "country": ("république*", "état", "pays"),
    },
    person_titles=(
        "président", "présidente", "premier", "ministre", "vice-premier", "secrétaire",
        "ambassadeur",
        "ambassadrice", "émissaire", "porte-parole", "député", "députée", "général", "colonel",
        "commandant", "chef", "dirigeant", "leader", "conseiller", "conseillère", "expert",
        "analyste",
        "politologue", "journaliste", "historien", "historienne", "professeur", "directeur",
        "directrice", "commissaire", "sénateur", "sénatrice", "chancelier", "chancelière", "roi",
        "pape",
        "catholicos", "patriarche", "m", "mm", "mme", "mlle", "monsieur", "madame", "me", "dr",
        "homologue", "représentant", "avocat", "avocate", "militant", "maire", "ex-président",
        "procureur",
    ),
    function_words=(
        "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "et", "ou", "où", "à", "au",
        "aux",
        "en", "dans", "par", "pour", "sur", "sous", "avec", "sans", "entre", "vers", "chez",
        "contre",
        "mais", "donc", "or", "ni", "car", "que", "qui", "quoi", "dont", "ce", "cet", "cette",
        "ces", "il",
        "elle", "ils", "elles", "on", "nous", "vous", "je", "son", "sa", "ses", "leur", "leurs",
        "se", "ne",
        "pas", "plus", "est", "sont", "était", "étaient", "a", "ont", "avait", "été", "être",
        "avoir", "fait",
        "si", "quand", "lorsque", "comme", "selon", "après", "avant", "depuis", "pendant", "alors",
        "ainsi",
        "aussi", "encore", "même", "très", "tout", "tous", "toute", "cependant", "toutefois",
        "mardi", "lundi",
        "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd", "hui", "puisque",
        "bien",
        "pourquoi", "comment", "malgré", "peut", "doit", "afin", "déjà", "jamais", "lors", "celui",
        "celle",
    ),
    place_before=(
        "à", "vers", "près", "autour", "dans", "depuis", "visit*", "quitt*", "capitale", "ville",
        "centre",
        "rue*", "rues", "aéroport", "rejoint", "arriv*", "habitant*", "jusqu", "par", "via", "hors",
    ),
    place_after=("aéroport", "sommet", "ville"),
    government_before=(
        "avec", "contre", "entre", "accus*", "exhort*", "appel*", "somm*", "demand*", "soutien*",
        "soutenu*",
        "pression*", "officiel", "pour", "selon", "que", "si", "tandis", "alors", "mais", "oblig*",
        "forc*",
        "critiqu*", "condamn*", "félicit*", "remerci*", "convain*", "envers", "lorsque",
    ),
    government_after=(
        "a", "avait", "aura", "ont", "est", "était", "sera", "serait", "peut", "pourrait", "doit",
        "devrait",
        "veut", "voulait", "souhait*", "accus*", "affirm*", "annonc*", "déclar*", "démen*",
        "dénonc*",
        "condamn*", "refus*", "rejett*", "rejet*", "réclam*", "exig*", "insist*", "demand*",
        "propos*",
        "accept*", "soutien*", "menac*", "averti*", "estim*", "espèr*", "crain*", "cherch*",
        "tent*",
        "prévoi*", "reconna*", "sign*", "viol*", "continu*", "nie", "dit", "répond*", "répliqu*",
        "assur*",
        "considèr*", "craignait", "exerce", "impos*", "n", "ne", "s", "se", "aussi", "toujours",
        "encore",
    ),
    saying_verbs=(),
    common_words=("paris", "londres", "sus", "berlin", "tours", "sens", "nice", "vienne", "tech"),
    former_words=("ancien", "ancienne", "ex"),
    and_words=("et", "ou", "ni", "&"),
    government_nouns=(
        "politique*", "position*", "réponse*", "réaction*", "exigence*", "demande*", "proposition*",
        "gouvernement", "autorités", "intérêts", "accusations", "décision*", "intention*",
        "stratégie*",
        "pression*", "soutien", "refus", "diplomatie", "régime", "ambitions", "revendications",
    ),
    verb_window=2,
)  # fmt: skip

GLOSSES = GlossWords(
    whose={
        "am": "nom arménien",
        "az": "nom azerbaïdjanais",
        "ru-imp": "nom sous l'Empire russe",
        "su": "nom soviétique",
    },
    tongues={"az": "en azerbaïdjanais", "en": "en anglais", "hy": "en arménien", "ru": "en russe"},
    romanized="en lettres latines",
    colon="\xa0: ",
)

LANGUAGE = Language(
    "fr", "French", ("Latn",), inflections, CONTEXT, press=PRESS, rephrase=rephrase, glosses=GLOSSES
)

SAMPLES = (
    ("Bakou", "settlement", "Bakou", "nom"),
    ("Erevan", "settlement", "Erevan", "nom"),
    ("Haut-Karabagh", "region", "Haut-Karabagh", "nom"),
    ("corridor de Latchine", "route", "corridor de Latchine", "nom"),
    ("Nikol Pachinian", "person", "Nikol Pachinian", "nom"),
    ("arménien", "adjective", "arménienne", "f"),
    ("arménien", "adjective", "arméniens", "pl"),
    ("arménien", "adjective", "arméniennes", "f-pl"),
    ("azerbaïdjanais", "adjective", "azerbaïdjanaise", "f"),
    ("azerbaïdjanais", "adjective", "azerbaïdjanaises", "f-pl"),
    ("azéri", "adjective", "azérie", "f"),
    ("azéri", "demonym", "azéris", "pl"),
    ("russe", "adjective", "russes", "pl"),
)
