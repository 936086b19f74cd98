"""French words that give a place's or person's name to a club, a brand, a street or a person."""

from __future__ import annotations

from gazetteer.languages._language import Namesakes

NAMESAKES = Namesakes(
    clubs=(
        "qarabag", "qarabagh", "karabakh", "karabagh", "ararat", "chirak", "shirak", "araz",
        "turan", "kapaz", "zira", "khazar", "artsakh", "urartu", "ourartou", "sevan", "gandzasar",
        "van", "neftchi", "noah", "banants", "mika",
    ),
    club_words=("fc", "fk", "club", "gardien", "attaquant", "entraîneur", "supporters", "équipe"),
    sport=(
        "football*", "footballeur*", "gardien", "buteur*", "attaquant*", "milieu", "championnat*",
        "uefa", "fifa", "stade*", "pénalty", "penalty", "penalties", "mi-temps", "ligue",
        "champions", "entraîneur*", "arbitre*", "lutteur*", "boxe", "judo*", "basket*", "volley*",
        "échecs", "olympi*", "médaille*", "demi-finale*", "quart", "qualification*", "marqué",
        "tournoi*", "coupe", "finale", "match", "matchs", "but", "buts",
    ),
    brands=(
        "vin", "vins", "brandy", "cognac", "vodka", "bière", "eau", "thé", "cigarettes", "fromage",
        "chocolat", "marque", "bouteille*", "hôtel", "hotel", "restaurant", "café", "bar", "cinéma",
        "ensemble", "chœur", "groupe", "chanson", "film", "roman", "poème", "opéra", "ballet",
        "revue", "magazine", "navire", "ferry", "banque", "société", "entreprise", "magasin",
        "supermarché", "marché", "usine", "sanatorium", "album", "tapis", "parfum", "fondation",
    ),
    named_after=(),
    named_before=("nommé", "nommée", "prénommé", "prénommée", "surnommé", "surnommée", "baptisé",
                  "baptisée"),
    eponyms_after=(),
    eponyms_before=(
        "rue", "avenue", "place", "boulevard", "square", "parc", "prix", "fondation", "institut",
        "musée", "théâtre", "stade", "mémorial", "monument", "statue", "buste", "école", "lycée",
        "collège", "bibliothèque", "hôpital", "université",
    ),
)  # fmt: skip
