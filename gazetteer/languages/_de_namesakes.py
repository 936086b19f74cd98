"""German words that give a place's or person's name to a club, a brand, a street or a person."""

from __future__ import annotations

from gazetteer.languages._language import Namesakes

NAMESAKES = Namesakes(
    clubs=(
        "qarabag", "qarabagh", "karabach", "karabagh", "ararat", "schirak", "shirak", "araz",
        "turan", "kapaz", "zira", "khazar", "arzach", "urartu", "sewan", "sevan", "gandzasar",
        "van", "neftchi", "neftschi", "noah", "banants", "mika",
    ),
    club_words=("fc", "fk", "sk", "klub", "verein", "torwart", "stürmer", "trainer", "mannschaft"),
    sport=(
        "fußball*", "fussball*", "torwart*", "torhüter*", "stürmer*", "mittelfeld*",
        "verteidiger", "meisterschaft*", "uefa", "fifa", "stadion*", "elfmeter*", "halbzeit*",
        "liga", "bundesliga", "champions", "trainer*", "schiedsrichter*", "ringer*", "boxen",
        "boxer*", "judo*", "basketball*", "volleyball*", "schach*", "olympi*", "medaille*",
        "halbfinale*", "viertelfinale*", "achtelfinale*", "qualifikation*", "turnier*", "pokal*",
        "auswärtsspiel*", "heimspiel*", "rückspiel*", "hinspiel*", "treffer*", "tor", "tore",
    ),
    brands=(
        "wein", "weine", "brandy", "weinbrand", "kognak", "cognac", "wodka", "bier", "wasser",
        "tee", "zigaretten", "käse", "schokolade", "marke", "flasche*", "hotel", "herberge",
        "restaurant", "gasthaus", "café", "bar", "kino", "ensemble", "chor", "band", "lied", "film",
        "roman", "gedicht", "oper", "ballett", "zeitschrift", "magazin", "schiff", "fähre",
        "tanker", "bank", "firma", "unternehmen", "geschäft", "supermarkt", "markt", "fabrik",
        "sanatorium", "album", "teppich", "parfüm", "stiftung", "pferderasse",
    ),
    named_after=(),
    named_before=("namens", "genannt", "getauft"),
    eponyms_after=(
        "straße", "strasse", "allee", "platz", "boulevard", "park", "preis", "medaille", "stiftung",
        "institut", "museum", "theater", "stadion", "denkmal", "statue", "büste", "schule",
        "bibliothek", "krankenhaus", "universität",
    ),
    eponyms_before=(),
)  # fmt: skip
