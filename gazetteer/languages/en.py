"""English: no case forms beyond a plural; possessives stay outside the name."""

from __future__ import annotations

from gazetteer.languages._en_namesakes import NAMESAKES
from gazetteer.languages._language import BARE, Context, Ending, GlossWords, Inflection, Language


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return the forms of an English name: itself, and the plural of a demonym.

    >>> [form for form, _ in inflections("Azerbaijani", "demonym")[0].forms()]
    ['Azerbaijani', 'Azerbaijanis']
    """
    if kind != "demonym" or not text[-1:].isalpha() or text.endswith(_NO_PLURAL):
        return (Inflection(text, BARE),)
    if text.endswith(("man", "woman")) and text not in ("Roman", "German", "Turkman"):
        return (Inflection(text[:-2], (Ending("an", "nom"), Ending("en", "pl"))),)
    return (Inflection(text, (*BARE, Ending("s", "pl"))),)


_NO_PLURAL = ("s", "x", "z", "sh", "ch", "ese")
"""Ends of demonyms that stay as they are in the plural (Chinese, British, Dutch)."""


CONTEXT = Context(
    kind_words={
        "settlement": ("village*", "town*", "city", "cities", "settlement*", "hamlet*"),
        "admin-unit": ("district*", "region*", "rayon*", "province*", "municipality", "marz",
                       "exclave*"),
        "route": ("corridor*", "road*", "route*", "highway*"),
        "facility": ("airport*", "checkpoint*", "bridge*", "monastery", "reservoir*", "church"),
        "feature": ("river*", "lake", "mountain*", "range", "pass", "valley", "shore*", "bank*",
                    "slope*", "foothill*", "summit", "foot", "gorge", "waters", "the"),
    },
    person_titles=(
        "president*", "prime", "minister*", "pm", "premier", "secretary", "ambassador*", "envoy*",
        "mr", "mrs", "ms", "dr", "sir", "spokes*", "chairman", "chairwoman", "chair", "chief",
        "head",
        "speaker", "mp", "deputy", "mayor*", "general", "colonel", "commander", "analyst*",
        "expert*", "fm",
        "leader*", "counterpart*", "representative*", "commissioner*", "director*", "senator",
        "scientist*", "observer*", "columnist*", "king", "pope", "chancellor", "official*",
        "politician*", "activist*", "journalist*", "historian*", "lawyer*", "oligarch",
        "billionaire",
        "ex-president", "ex-minister", "comrade", "lord",
        "ombudsman", "ombudswoman", "prosecutor*", "judge*", "archbishop*", "bishop", "congressman",
        "congresswoman", "lawmaker*", "governor*", "adviser*", "advisor*", "aide*", "negotiator*",
        "diplomat*", "professor", "prof", "co-chair*", "vice-president", "undersecretary",
        "admiral", "marshal", "captain", "major", "lieutenant", "professor*", "scholar*", "author*",
        "reporter*", "correspondent*", "editor*", "attorney*", "separatist*", "warlord", "dictator",
        "catholicos", "patriarch", "sheikh",
    ),
    function_words=(
        "a", "the", "an", "and", "but", "or", "if", "when", "while", "although", "though", "as",
        "after",
        "before", "since", "because", "however", "meanwhile", "moreover", "besides", "according",
        "for",
        "from", "in", "on", "at", "by", "with", "without", "between", "unlike", "like", "both",
        "neither",
        "either", "also", "then", "now", "today", "yesterday", "earlier", "later", "thus", "hence",
        "so",
        "that", "this", "these", "those", "what", "why", "how", "where", "who", "which", "whether",
        "did",
        "does", "do", "has", "have", "had", "is", "was", "were", "are", "will", "would", "can",
        "could",
        "should", "may", "might", "to", "of", "under", "over", "against", "into", "through",
        "during",
        "until", "unless", "even", "only", "still", "yet", "not", "no", "let", "prior", "following",
        "despite", "amid", "near", "asked", "following", "citing", "quoting", "addressing",
        "welcoming",
        "thank", "thanks", "dear", "said", "says", "meet", "meeting", "about", "around", "nor",
        "instead",
        "once", "again", "there", "here", "later", "last", "next", "official", "former", "late",
        "azerbaijani", "armenian", "russian", "turkish", "iranian", "georgian", "american",
        "french",
        "british", "dutch", "german", "european", "us", "uk", "eu", "un",
    ),
    place_before=(
        "in", "at", "near", "from", "left for", "leave for", "leaves for", "leaving for",
        "departed for", "headed for",
        "bound for", "flew for", "outside", "inside", "around", "across",
        "throughout", "visit*",
        "arriv*",
        "leave*", "left", "downtown", "central", "within", "into", "to", "toward", "towards",
        "through", "via", "reached", "enter*", "outskirts", "streets", "capital", "city", "outside",
        "host*", "resident*", "way of",
    ),
    place_after=(
        "airport", "city", "street*", "metro", "suburb*", "summit", "conference", "talks",
        "meeting*",
        "agglomeration", "residents", "resident", "hospital*", "university", "time", "protests",
        "rally",
        "region", "court", "hotel", "embassy", "downtown", "railway", "station", "flight*",
        "based", "born",
        "plane*", "train*", "route", "road", "highway", "park",
        "district*", "outskirts", "bound", "international",
    ),
    government_before=(
        "official", "with", "against", "between", "accus*", "warn*", "blam*", "urg*", "pressed",
        "giv*", "gave", "provid*", "grant*", "offer*", "send*", "sent", "assur*", "notif*",
        "according to", "answer to", "answers to", "belong to", "belongs to", "thanks to",
        "loyal to", "hostile to", "pass to", "passed to", "ceded to", "transferred to", "handed to",
        "over to", "turned toward", "turned towards", "turn to", "worr*", "alarm*", "anger*",
        "irk*",
        "irritat*", "responsibility on", "blame on", "onus on", "up to",
        "pressing", "forc*",
        "allow*", "let", "lets", "condemn*", "told", "tell", "tells", "persuad*", "by",
        "for", "unless", "oblig*", "demand*", "ask*", "thank*",
        "prais*", "criticis*", "criticiz*", "sincerity", "interests", "demands", "remind*",
        "inform*",
        "convinc*", "pro", "anti", "statement", "because", "if", "says",
        "said", "whether", "while", "although", "but", "when", "than", "like", "unlike",
    ),
    government_after=(
        "said", "says", "say", "den*", "accus*", "reject*", "insist*", "want*", "believ*", "claim*",
        "demand*", "agree*", "refus*", "warn*", "deni*", "announc*", "condemn*", "consider*",
        "creat*", "delay*",
        "fear*",
        "hope*", "seek*", "sought", "plan*", "propos*", "offer*", "respond*", "repl*", "call*",
        "has",
        "had", "have", "is", "was", "are", "were", "will", "would", "could", "should", "must",
        "may",
        "might", "can", "cannot", "did", "does", "do", "committ*", "decid*", "declare*",
        "declaring", "deploy*",
        "recogn*", "signed", "sign*", "support*", "tried", "tries", "try", "trying", "urg*", "use*",
        "vow*", "view*", "see*", "saw", "maintain*", "made", "make*", "need*", "pursu*", "push*",
        "pressur*", "protest*", "provid*", "put*", "summon*", "struck", "threaten*", "took",
        "take*",
        "told", "tell*", "turn*", "welcom*", "withdr*", "expect*", "express*", "blam*", "argu*",
        "appear*", "agreed", "alleg*", "allow*", "apolog*", "appeal*", "approv*", "back*", "block*",
        "broker*", "recently", "also", "now", "again", "still", "never", "itself", "which", "keep*",
        "kept", "began", "continu*", "cut*", "fully", "held", "hold*", "host*", "impos*", "invit*",
        "issued", "join", "joins", "joined", "launch*", "led", "mediat*", "oppos*", "order*",
        "pledg*", "prefer*",
        "prepar*", "prevent*", "promis*", "publish*", "react*", "releas*", "remind*", "report*",
        "request*", "sent", "send*", "set", "showed", "show*", "stress*", "suspend*", "suggest*",
        "understand*", "not",
        # compounds: Moscow-led, Baku-backed
        "led", "backed", "brokered", "mediated", "controlled", "sponsored", "imposed", "drafted",
        "policy", "policies", "position", "stance", "government", "regime", "authorities",
        "*ed", "*izes", "*ises", "fought", "went", "gave", "came", "left", "lost", "won", "got",
    ),
    saying_verbs=(),
    plural_kind_words=(
        "villages", "towns", "cities", "settlements", "districts", "regions", "provinces", "rayons",
        "communities", "rivers", "mountains", "lakes", "roads", "checkpoints", "airports",
    ),
    former_words=("former", "ex", "deposed", "ousted"),
    travel_words=(
        "flight*", "train*", "bus*", "road*", "route*", "highway*", "railway*", "rail", "distance",
        "travel*", "journey*", "ferry", "traffic", "link*", "line", "way", "kilometres", "miles",
    ),
    clause_openers=(
        "that", "because", "if", "whether", "while", "although", "though", "but", "when", "before",
        "after", "until", "as", "since", "once", "where", "so", "and", "which", "then", "what",
        "whom", "how", "why", "for",
    ),
    verb_endings=("s",),
    first_names=(
        "alan", "albert", "alex", "andrew", "anna", "anne", "anthony", "arthur", "barbara", "ben",
        "bill", "bob", "booker", "charles", "charlie", "chris", "daniel", "dave", "david", "denzel",
        "dinah", "edward", "elizabeth", "emma", "eric", "frank", "fred", "george", "harry", "helen",
        "henry", "irving", "isaiah", "jack", "jackie", "james", "jane", "jeremy", "jim", "joan",
        "joe", "john", "joseph", "julie", "karen", "kate", "keith", "ken", "kerry", "larry",
        "laura",
        "linda", "lisa", "louis", "lucy", "margaret", "maria", "mark", "martha", "martin", "mary",
        "matthew", "max", "michael", "mike", "nancy", "nick", "oliver", "patrick", "paul", "peter",
        "philip", "ralph", "ray", "richard", "robert", "roger", "ronald", "sam", "sarah", "scott",
        "simon", "stanley", "stephen", "steve", "susan", "thomas", "tim", "tom", "tony", "walter",
        "william",
    ),
    common_words=("turkey", "tartar", "china", "washington", "london", "paris", "georgia", "jordan",
                  "israel", "chad", "sus", "berlin", "rev", "arab", "coe", "report", "trend",
                  "mirror", "echo",
                  "van", "mali", "cuba", "lima", "march", "nice", "reading"),
    government_nouns=(
        "right*", "envoy*",
        "initiative*", "polic*", "position*", "stance", "demand*", "proposal*", "sincerity",
        "interest*",
        "strateg*", "goal*", "plan", "plans", "request*", "behest", "consent", "influence",
        "intention*",
        "leadership", "claim*", "ally", "allies", "refusal", "decision*", "hands", "part",
        "statement*", "message*", "signal*", "letter*",
        "representative*", "delegation*", "concession*", "threat*", "warning*", "ultimatum*",
        "appeal*",
        "weapon*", "arms", "overture*", "complaint*", "loyalty", "deference", "promise*", "gift*",
        "shift", "pivot", "drift", "distance", "behalf", "response*", "reaction*", "diplomacy",
        "pressure", "ties", "relations",
        "ambassador*",
    ),
    citing_words=(
        "report*", "quot*", "cit*", "told", "according", "via", "agency", "said", "wrote",
    ),
    namesakes=NAMESAKES,
    and_words=("and", "or", "nor", "&"),
    time_words=("on", "last", "earlier", "this", "yesterday", "today", "later", "in", "also",
                "recently",
                "immediately", "soon", "initially", "long"),
)  # fmt: skip

GLOSSES = GlossWords(
    whose={"am": "Armenian", "az": "Azerbaijani", "ru-imp": "Russian imperial", "su": "Soviet"},
    tongues={"az": "in Azerbaijani", "en": "in English", "hy": "in Armenian", "ru": "in Russian"},
    romanized="romanized",
)

LANGUAGE = Language("en", "English", ("Latn",), inflections, CONTEXT, glosses=GLOSSES)

SAMPLES = (
    ("Stepanakert", "settlement", "Stepanakert", "nom"),
    ("Baku", "settlement", "Baku", "nom"),
    ("United States", "country", "United States", "nom"),
    ("Lachin corridor", "route", "Lachin corridor", "nom"),
    ("Nikol Pashinyan", "person", "Nikol Pashinyan", "nom"),
    ("Karabakhian", "demonym", "Karabakhians", "pl"),
    ("Armenian", "demonym", "Armenians", "pl"),
    ("Azerbaijani", "demonym", "Azerbaijanis", "pl"),
    ("Azeri", "demonym", "Azeris", "pl"),
    ("Turk", "demonym", "Turks", "pl"),
    ("German", "demonym", "Germans", "pl"),
    ("Frenchman", "demonym", "Frenchmen", "pl"),
    ("Chinese", "demonym", "Chinese", "nom"),
)
