"""English words that give a place's or person's name to something called after it."""

from __future__ import annotations

from gazetteer.languages._language import Namesakes

NAMESAKES = Namesakes(
    clubs=(
        "qarabag", "qarabagh", "karabakh", "garabagh", "ararat", "ararat-armenia", "shirak", "araz",
        "turan", "kapaz", "zira", "khazar", "artsakh", "urartu", "sevan",
        "gandzasar", "pyunik", "van", "alashkert", "sabail",
        "neftchi", "europa", "noah", "banants", "mika",
    ),
    club_words=(
        "fc", "fk", "afc", "pfc", "club", "supporters", "goalkeeper", "striker", "midfielder",
        "coach",
    ),
    sport=(
        "football*", "futsal", "goalkeeper*", "goalless", "midfielder*", "striker*", "footballer*",
        "championship*", "uefa", "fifa", "stadium*", "knock-out", "knockout", "penalty",
        "penalties",
        "kick-off", "half-time", "full-back*", "fixture*", "offside", "hat-trick*", "league",
        "champions", "floodlight*", "premier",
        "coach*", "referee*", "wrestl*", "boxing", "judo*", "basketball", "volleyball", "chess",
        "olympi*", "medal*", "semi-final*", "quarter-final*", "play-off*", "qualifier*", "scored",
        "substitute*", "equaliser*", "equalizer*", "drew", "tournament*",
        "grandmaster*",
    ),
    brands=(
        "wine", "brandy", "cognac", "vodka", "beer", "port", "water", "tea", "cigarettes", "cheese",
        "chocolate", "brand", "bottle*", "hotel", "hostel", "restaurant", "café", "cafe", "bar",
        "cinema", "ensemble", "choir", "band", "song", "ballad", "film", "movie", "novel", "poem",
        "opera", "ballet", "play",
        "magazine", "journal", "ship", "ferry", "tanker", "bank", "company", "firm", "shop",
        "supermarket", "market", "factory", "sanatorium", "album", "carpet", "perfume",
        "foundation",
    ),
    renewing=("new",),
    named_before=("named", "nicknamed", "christened"),
    eponyms_after=(
        "street", "avenue", "square", "boulevard", "park", "prize", "award", "medal", "foundation",
        "institute", "museum", "theatre", "theater", "stadium", "memorial", "monument", "statue",
        "bust", "school", "library", "hospital", "university",
    ),
)  # fmt: skip
