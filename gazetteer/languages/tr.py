"""Turkish: vowel harmony; endings of proper names with an apostrophe, and without as many write."""

from __future__ import annotations

from gazetteer.languages._forms import gather, is_acronym, open_end
from gazetteer.languages._language import (
    BARE,
    Context,
    GlossWords,
    Inflection,
    Language,
    Namesakes,
    StateWords,
)
from gazetteer.languages._tr_press import PRESS
from gazetteer.languages._tr_words import WORDS
from gazetteer.languages._turkic import (
    PLURAL,
    POSSESSED,
    Harmony,
    Template,
    body_orders,
    ends_in_vowel,
    last_vowel,
    looks_possessed,
    lower,
)
from gazetteer.languages._turkic_first_names import TURKISH

_HARMONY = Harmony(open_front="e", hardens=True)

_COMMON: tuple[Template, ...] = (
    ("DA", "loc"),
    ("DAn", "abl"),
    ("DAki", "loc-adj"),
    ("DIr", "cop"),
    ("DADIr", "loc-cop"),
)
_AFTER_CONSONANT: tuple[Template, ...] = (
    ("In", "gen"),
    ("A", "dat"),
    ("I", "acc"),
    ("lA", "ins"),
    *_COMMON,
)
_AFTER_VOWEL: tuple[Template, ...] = (
    ("nIn", "gen"),
    ("yA", "dat"),
    ("yI", "acc"),
    ("ylA", "ins"),
    *_COMMON,
)
_POSSESSED: tuple[Template, ...] = tuple(
    ("ndAki" if tag == "loc-adj" else template, tag) for template, tag in POSSESSED
)


_LIVING_KINDS = ("settlement", "region", "country", "feature", "person", "demonym")
"""Kinds whose names end in ı, i, u, ü by themselves (Bakü, Hankendi, Sarkisyan'ın Nuri'si)."""
_NOT_POSSESSED = ("bildiri", "vadi", "kapı", "köprü", "ordu", "parti", "komite", "sergi", "bölgü")
"""Nouns that do so in names of every kind."""


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return the case forms of a Turkish name without apostrophes; the matcher knows those.

    >>> forms = dict(inflections("Laçın Koridoru", "route")[0].forms())
    >>> forms["Laçın Koridorunda"]
    'loc'
    """
    opened = open_end(text)
    words = opened.replace("-", " ").split()
    word = lower(words[-1]) if words else ""
    if kind == "adjective" or not last_vowel(word) or not word[-1].isalpha():
        return (Inflection(text, BARE),)
    templates = _templates(words, word, kind)
    if opened == text:
        return (_HARMONY.declined(text, word, templates),)
    return gather(text, [(opened + _HARMONY.attach(word, one), tag) for one, tag in templates])


def _templates(words: list[str], word: str, kind: str) -> tuple[Template, ...]:
    if is_acronym(words[-1]):
        return _AFTER_VOWEL if ends_in_vowel(word) else _AFTER_CONSONANT
    if not ends_in_vowel(word):
        return _AFTER_CONSONANT + (() if word.endswith(("lar", "ler")) else PLURAL)
    if looks_possessed(word) and len(words) > 1 and kind not in ("person", "demonym"):
        by_itself = word in _NOT_POSSESSED or (kind in _LIVING_KINDS and words[-1][:1].isupper())
        return _POSSESSED + (_AFTER_VOWEL if by_itself else ())
    return _AFTER_VOWEL + PLURAL


_PLACED: tuple[Template, ...] = (
    ("DAyDI", "loc-cop"),
    ("DAymIş", "loc-cop"),
    ("DAysA", "loc-cop"),
    ("DAyken", "loc-cop"),
    ("DAyIm", "loc-cop"),
    ("DAyIz", "loc-cop"),
    ("DAyDIm", "loc-cop"),
    ("DAyDIk", "loc-cop"),
    ("DAkilAr", "loc-adj"),
    ("DAkilArIn", "loc-adj"),
    ("DAkinA", "loc-adj"),
    ("DAkini", "loc-adj"),
    ("DAkinin", "loc-adj"),
    ("DAnDIr", "abl-cop"),
    ("DAnDI", "abl-cop"),
)
_OWNED_CASES: tuple[Template, ...] = (
    ("", "poss"),
    ("nIn", "poss-gen"),
    ("nA", "poss-dat"),
    ("nI", "poss-acc"),
    ("ndA", "poss-loc"),
    ("ndAn", "poss-abl"),
    ("ylA", "poss-ins"),
)
_OUR_CASES: tuple[Template, ...] = (
    ("", "poss1"),
    ("In", "poss1-gen"),
    ("A", "poss1-dat"),
    ("I", "poss1-acc"),
    ("DA", "poss1-loc"),
    ("DAn", "poss1-abl"),
)
_WRITTEN_AFTER_CONSONANT: tuple[Template, ...] = (
    *PLURAL,
    *_PLACED,
    *((f"I{ending}", tag) for ending, tag in _OWNED_CASES),
    *((f"ImIz{ending}", tag) for ending, tag in _OUR_CASES),
    ("Im", "poss1"),
    ("DI", "cop"),
    ("mIş", "cop"),
    ("sA", "cop"),
    ("ken", "cop"),
    ("cA", "equ"),
    ("çA", "equ"),
    ("InkI", "gen"),
    ("InDIr", "gen-cop"),
    ("InDI", "gen-cop"),
)
_WRITTEN_AFTER_VOWEL: tuple[Template, ...] = (
    *PLURAL,
    *_PLACED,
    *((f"sI{ending}", tag) for ending, tag in _OWNED_CASES),
    *((f"mIz{ending}", tag) for ending, tag in _OUR_CASES),
    ("yDI", "cop"),
    ("ymIş", "cop"),
    ("ysA", "cop"),
    ("yken", "cop"),
    ("cA", "equ"),
    ("nInkI", "gen"),
    ("nInDIr", "gen-cop"),
    ("nInDI", "gen-cop"),
    ("ndAyDI", "loc-cop"),
    ("ndAyken", "loc-cop"),
)
"""What stands after an apostrophe besides the cases: copulas, possessives, *-ki*."""


def _suffix_cases() -> dict[str, str]:
    """Return the suffixes that may stand after an apostrophe, with their tags.

    A plain case comes before the longer endings that are spelt like it.
    """
    cases: dict[str, str] = {}
    vowels = ("a", "e", "ı", "i", "o", "ö", "u", "ü")
    for after_vowel, after_consonant in (
        (_AFTER_VOWEL + _POSSESSED, _AFTER_CONSONANT),
        (_WRITTEN_AFTER_VOWEL, _WRITTEN_AFTER_CONSONANT),
    ):
        for vowel in vowels:
            for word in (vowel, vowel + "n", vowel + "t"):
                templates = after_vowel if word == vowel else after_consonant
                for template, tag in templates:
                    cases.setdefault(_HARMONY.attach(word, template), tag)
    return cases


_NAMESAKES = Namesakes(
    clubs=(
        "karabağ", "ararat", "şirak", "araz", "aras", "turan", "urartu", "sevan", "neftçi",
        "sebail", "hazar", "kepez",
    ),
    club_words=("fk", "sk", "spor", "kulüp", "kulübü*"),
    sport=(
        "futbol*", "kulüp*", "kulübü*", "şampiyon*", "lig", "lige", "ligde", "ligi*", "turnuva*",
        "gol", "golü", "goller*", "golle*", "antrenör*", "kaleci*", "forvet*", "taraftar*",
        "stadyum*", "stat", "statta", "spor", "sporcu*", "takım*", "güreş*", "boks*", "voleybol*",
        "basketbol*", "hentbol*", "uefa", "fifa", "transfer*", "penaltı*", "maç", "maçı*", "maça",
        "maçta", "maçın*", "maçlar*", "deplasman*", "rövanş*", "finale", "finalde", "finali*",
        "olimpiyat*", "madalya*", "berabere",
    ),
    brands=(
        "konyak*", "konyağ*", "şarab*", "şarap*", "su", "suyu*", "maden", "bira*", "votka*",
        "sigara*", "peynir*", "gravyer*", "bal", "balı*", "otel*", "oteli*", "restoran*",
        "lokanta*", "kafe*", "sinema*", "topluluğu*", "grubu*", "şarkı*", "türkü*", "film*",
        "roman*", "şiir*", "opera*", "dergi*", "gazete*", "gemi*", "banka*", "şirket*",
        "fabrika*", "yayınevi*", "marka*", "taklidi",
    ),
    institutions=(
        "üniversite*", "enstitü*", "akademi*", "banka*", "otel*", "hotel*", "müze*", "tiyatro*",
        "hastane*", "lisesi*", "okulu*", "stadı*", "stadyum*", "vakfı*", "derneği*", "birliği*",
        "federasyon*", "kulübü*", "belediye*", "valiliği*", "başsavcılığı*", "mahkeme*", "odası*",
        "şirket*", "fabrika*", "kütüphane*", "zirvesi*", "forumu*", "konferansı*",
        "plaza", "avm", "fk", "spor", "sinema*",
    ),
    named_after=("adlı", "adında", "isimli", "isminde", "adındaki", "ismindeki", "lakaplı"),
    named_before=("adı", "ismi"),
    first_name_titles=("hanım*", "bey", "bey'in", "beyin", "beye", "amca*", "teyze*", "dayı*",
                       "nine*", "dede*", "hoca*", "usta*", "efendi*", "abi", "abla"),
    eponyms_after=(
        "caddesi*", "sokağı*", "bulvarı*", "parkı*", "sarayı*", "meydanı*", "vakfı*", "merkezi",
        "merkezi'nde", "merkezinde", "stadı*", "stadyumu*", "heykeli*", "anıtı*", "ödülü*",
        "nişanı*", "koridoru*", "rotası*", "lisesi*", "ilkokulu*",
    ),
)  # fmt: skip

CONTEXT = Context(
    kind_words={
        "settlement": ("köy*", "şehir*", "şehr*", "kent*", "kasaba*", "belde*"),
        "admin-unit": ("ilçe*", "il", "ili", "ilinin", "ilinde*", "iline", "ilini", "iller*",
                       "bölge*", "vilayet*", "rayon*", "eyalet*", "özerk"),
        "route": ("koridor*", "yol*", "otoyol*", "demiryol*", "güzergah*", "rota*"),
        "facility": ("havalimanı*", "havaalanı*", "köprü*", "manastır*", "kilise*", "kapısı*",
                     "baraj*"),
        "feature": ("nehir*", "nehri*", "göl*", "dağ*", "geçit*", "geçid*", "vadi*", "ırmağ*"),
        "polity": ("hanlık*", "hanlığ*"),
        "agreement": ("antlaşma*", "anlaşma*", "bildirge*", "beyanname*", "protokol*"),
        "party": ("parti*", "ittifak*"),
        "country": ("cumhuriyet*", "devlet*", "ülke*"),
    },
    person_titles=(
        "cumhurbaşkan*", "başkan*", "başbakan*", "bakan*", "dışişleri", "sekreter*", "büyükelçi*",
        "sözcü*", "milletvekil*", "general*", "albay*", "komutan*", "lider*", "danışman*",
        "temsilci*",
        "uzman*", "analist*", "gazeteci*", "tarihçi*", "profesör*", "prof", "doç", "dr",
        "direktör*",
        "müdür*", "komiser*", "senatör*", "şansölye*", "kral*", "papa", "katolikos*", "patrik*",
        "sayın",
        "bey", "hanım", "mevkidaş*", "meslektaş*", "yardımcı*", "elçi*", "orgeneral*", "avukat*",
        "vali*",
        "eski", "ombudsman*", "savcı*", "aktivist*", "iş", "insanı",
    ),
    function_words=(
        "ve", "ile", "bir", "bu", "da", "de", "ki", "için", "gibi", "daha", "çok", "en", "o",
        "onun",
        "ama", "ancak", "fakat", "veya", "ya", "hem", "ise", "eğer", "çünkü", "olarak", "olan",
        "olduğu",
        "olduğunu", "oldu", "olması", "etti", "ettiği", "ettiğini", "eden", "etmek", "edildi",
        "edilen",
        "değil", "var", "yok", "kadar", "sonra", "önce", "göre", "karşı", "arasında", "arasındaki",
        "tarafından", "üzerinde", "üzerine", "hakkında", "dedi", "söyledi", "belirtti", "kaydetti",
        "açıkladı", "şu", "her", "hiç", "bile", "yine", "şimdi", "bugün", "dün", "yarın", "nasıl",
        "neden",
        "ne", "kim", "biz", "bizim", "ben", "siz", "onlar", "kendi", "tüm", "bütün", "bazı",
        "diğer",
        "aynı", "yeni", "ilk", "son", "sadece", "ayrıca", "böylece", "özellikle", "resmi", "hangi",
        "bunun",
    ),
    place_before=("başkent", "başkenti", "şehri", "kenti", "tarihi"),
    place_after=(
        "saldırı*", "bombardıman*", "kuşat*",
        "şehr*", "kent*", "sokak*", "cadde*", "havalimanı*", "metro*", "üniversite*", "merkez*",
        "meydan*",
        "zirve*", "görüşme*", "toplantı*", "konferans*", "bildirge*", "deklarasyon*", "ziyaret*",
        "git*",
        "gel*", "gitti", "ulaş*", "var*", "vardı", "dön*", "uç*", "hareket", "yaşa*", "sakin*",
        "yakın*",
        "çevre*", "mahkeme*", "büyükelçiliğ*", "temas*", "forum*", "yol*", "üzerinden",
        "düzenlen*", "yapılan",
    ),
    government_before=("resmi", "ki", "eğer", "çünkü", "ancak", "fakat", "ama"),
    government_after=(
        "ile", "arasında*", "karşı", "tarafından", "ise", "için", "yönetim*", "hükümet*",
        "açıkla*", "reddet*",
        "reddediyor", "yalanla*", "iddia", "ısrar", "talep", "iste*", "suçla*", "kabul", "destek*",
        "çağrı*",
        "uyar*", "söyle*", "belirt*", "bildir*", "kaydet*", "dedi", "diyor", "etti", "ediyor",
        "etmedi",
        "edecek", "tehdit", "kınad*", "karar*", "imzala*", "ihlal", "düşün*", "bekl*", "tanı*",
        "anlaş*",
        "hazır*", "zorunda", "yanıt*", "cevap*", "tepki*", "öner*", "teklif", "çalış*", "sürdür*",
        "vurgula*",
        "istemiyor", "verdi", "veriyor", "vermedi", "gönder*", "durdur*", "engelle*", "bunu",
        "artık", "henüz",
    ),
    saying_verbs=(
        "açıkladılar", "söylüyorlar", "düşünüyorlar", "bildirildi", "açıklandı", "belirtildi",
        "söylendi",
        "inanıyorlar", "bekleniyor",
    ),
    common_words=(
        *WORDS,
        "sus", "berd", "ermeni", "turan", "aras", "kars", "bin", "el", "yol", "paris", "aralık*",
        "aralik*",
        "aralığ*", "muhtar*", "zar", "kara", "kışlak", "orta", "yeni", "karabağlı*", "bakülü*",
        "şuşalı*", "hakları*",
    ),
    former_words=("eski", "önceki"),
    and_words=("ve", "ile", "veya", "hem", "&"),
    government_nouns=(
        "tutum*", "politika*", "siyaset*", "yanıt*", "talep*", "açıklama*", "hükümet*", "yetkili*",
        "çıkar*",
        "iddia*", "suçlama*", "adım*", "karar*", "niyet*", "plan*", "strateji*", "tepki*",
        "baskı*", "destek*",
        "desteğ*", "temsilci*", "pozisyon*", "öneri*", "teklif*", "kaygı*", "endişe*", "resmi",
        "diplomat*", "ses", "mesaj*", "uyarı*", "çağrı*", "itiraz*",
    ),
    case_suffixes=_suffix_cases(),
    first_names=TURKISH,
    apostrophe=True,
    clause_verb=(
        r"(?<!\bol)(?<!bulun)(?<!yaşan)(?<![ıiuü]l)(?<!lan)(?<!len)"
        r"(?:[dt][ıiuü]ğ[ıiuü]|acağı|eceği)(?:n[ıiuüae]|nd[ae]n?)?$"
    ),
    namesakes=_NAMESAKES,
    addressed_cases=("ins",),
    verb_window=6,
)  # fmt: skip


def rephrase(text: str, state: StateWords) -> tuple[str, ...]:
    """Return the other usual names of a state's body: *Ermenistan'ın Savunma Bakanlığı*."""
    return body_orders(text, state, _owning)


def _owning(name: str) -> str:
    template = "nIn" if ends_in_vowel(lower(name)) else "In"
    return f"{name}'{_HARMONY.attach(lower(name), template)}"


_UNIT_PHRASES = {
    "district": ("{} ili", "{} ilçesi", "{} rayonu", "{} bölgesi", "{} vilayeti"),
    "soviet-district": ("{} rayonu", "{} ilçesi"),
    "province": ("{} ili", "{} bölgesi", "{} vilayeti", "{} eyaleti", "{} marzı"),
}

GLOSSES = GlossWords(
    whose={
        "am": "Ermeni adı",
        "az": "Azerbaycan adı",
        "ru-imp": "Rus İmparatorluğu dönemindeki adı",
        "su": "Sovyet dönemindeki adı",
    },
    tongues={"az": "Azerbaycanca", "en": "İngilizce", "hy": "Ermenice", "ru": "Rusça"},
    romanized="Latin harfleriyle",
)

LANGUAGE = Language(
    "tr", "Turkish", ("Latn",), inflections, CONTEXT, kin=("az",), press=PRESS,
    unit_phrases=_UNIT_PHRASES, glosses=GLOSSES, rephrase=rephrase,
)  # fmt: skip

SAMPLES = (
    ("Bakü", "settlement", "Bakünün", "gen"),
    ("Bakü", "settlement", "Baküye", "dat"),
    ("Bakü", "settlement", "Baküde", "loc"),
    ("Bakü", "settlement", "Baküden", "abl"),
    ("Hankendi", "settlement", "Hankendide", "loc"),
    ("Erivan", "settlement", "Erivanda", "loc"),
    ("Şuşa", "settlement", "Şuşayı", "acc"),
    ("Moskova", "settlement", "Moskovada", "loc"),
    ("Zengilan", "settlement", "Zengilandaki", "loc-adj"),
    ("Tebriz", "settlement", "Tebrizle", "ins"),
    ("Brüksel", "settlement", "Brükselden", "abl"),
    ("Paris", "settlement", "Pariste", "loc"),
    ("Dağlık Karabağ", "region", "Dağlık Karabağdan", "abl"),
    ("Laçın Koridoru", "route", "Laçın Koridorunu", "acc"),
    ("Laçın Koridoru", "route", "Laçın Koridoruna", "dat"),
    ("Dışişleri Bakanlığı", "state-body", "Dışişleri Bakanlığının", "gen"),
    ("Avrupa Konseyi", "organisation", "Avrupa Konseyinden", "abl"),
    ("Paşinyan", "person", "Paşinyanın", "gen"),
    ("Aliyev", "person", "Aliyeve", "dat"),
    ("Ermeni", "demonym", "Ermeniler", "pl"),
)
