"""Azerbaijani words around names; postpositions and verbs come after."""

from __future__ import annotations

from gazetteer.languages._az_words import WORDS
from gazetteer.languages._language import Context, Namesakes
from gazetteer.languages._turkic_first_names import AZERBAIJANI

_SAYING = (
    "deyirlər", "deyiblər", "dedilər", "bildirirlər", "bildiriblər", "bildirdilər", "bildirilir",
    "bildirilib", "bildirilmişdir", "açıqlayıblar", "vurğulayıblar", "vurğulayırlar", "inanırlar",
    "düşünürlər", "gözləyirlər", "əmindirlər", "xatırladıblar", "xatırladırlar", "anlayırlar",
    "istəyirlər", "narahatdırlar", "fikirləşirlər", "söyləyiblər", "söyləyirlər", "vurğulanıb",
    "açıqlanıb", "qınayıblar", "pisləyiblər", "alqışlayıblar", "alqışlayırlar",
)  # fmt: skip
_PLURAL_VERBS = ("edirlər", "ediblər", "etdilər", "edilib", "edilir", "olunub", "olunur",
"veriblər",
                 "verilib", "verirlər")  # fmt: skip
_LIGHT_NOUNS = (
    "bəyan", "hesab", "qeyd", "iddia", "ümid", "israr", "etiraf", "güman", "təkzib", "rədd",
    "inkar",
    "təsdiq", "ittiham", "xəbərdarlıq", "tələb", "elan", "şərh", "cavab", "reaksiya", "ehtimal",
)  # fmt: skip

_NAMESAKES = Namesakes(
    clubs=(
        "qarabağ", "ararat", "şirak", "araz", "araz-naxçıvan", "turan", "kəpəz", "zirə", "xəzər",
        "urartu", "sevan", "qandzasar", "səbail", "neftçi",
    ),
    club_words=("fk", "pfk", "klub*", "futbolçu*", "azarkeş*"),
    sport=(
        "futbol*", "klub*", "çempion*", "liqa*", "turda", "turun", "turnir*", "qol", "qolu",
        "qollar*", "məşqçi*", "qapıçı*", "yarımmüdafiəçi*", "hücumçu*", "forvard*", "azarkeş*",
        "stadion*", "idman*", "yığma*", "millisi", "güləş*", "güləşçi*", "boks*", "voleybol*",
        "basketbol*", "həndbol*", "kubok*", "premyer", "uefa", "fifa", "legioner*", "transfer*",
        "penalti*", "matç*", "pley-off*", "finala", "yarımfinal*", "mundial*", "olimpiya*",
        "oyununa", "oyununda", "hesabla", "udub", "uduzub", "heç-heçə",
    ),
    brands=(
        "konyak*", "konyağ*", "çaxır*", "şərab*", "su", "suyu", "suyunu", "suyundan", "pivə*",
        "araq", "arağı", "siqaret*", "pendir*", "mehmanxana*", "otel*", "oteli*", "restoran*",
        "kafe*", "kinoteatr*", "ansambl*", "qrupu*", "mahnı*", "film*", "roman*", "şeir*",
        "şikəstə*", "muğam*", "opera*", "operası*", "jurnal*", "qəzet*", "gəmi*", "bank*", "bankı*",
        "şirkət*", "zavod*", "fabrik*", "nəşriyyat*", "kinosu", "sanatoriya*", "markalı",
        "avtomobil*", "ticarət", "mmc", "asc", "qsc",
    ),
    institutions=(
        "universitet*", "institut*", "akademiya*", "bank*", "otel*", "hotel*", "mehmanxana*",
        "muzey*", "teatr*", "kinoteatr*", "xəstəxana*", "klinika*", "lisey*", "məktəb*", "stadion*",
        "fond*", "cəmiyyət*", "birliy*", "assosiasiya*", "federasiya*", "klub*", "hakimiyyət*",
        "idarə*", "prokurorluğu*", "məhkəmə*", "şirkət*", "zavod*", "fabrik*", "filarmoniya*",
        "kitabxana*", "sammit*", "forum*", "konfrans*", "plaza", "mall", "fk",
    ),
    named_after=("adlı", "adında", "adına", "adlandırılan", "təxəllüslü", "ləqəbli"),
    named_before=("adı",),
    first_name_titles=("xanım*", "bəy", "bəyin", "bəyə", "bəyi", "bəylə", "bəydən",
                       "müəllim*", "əmi", "dayı", "xala",
                       "bibi", "nənə", "baba", "kişi", "usta", "kirvə"),
    eponyms_after=(
        "küçəsi*", "prospekti*", "metrosu*", "parkı*", "sarayı*", "meydanı*", "xiyabanı*",
        "fondu*", "mərkəzi", "mərkəzində", "mərkəzinin", "stansiyası*", "kinoteatrı*", "teatrı*",
        "mükafatı*", "ordeni*", "dəhlizi*", "marşrutu*", "adına",
        "heykəli*", "abidəsi*", "büstü*", "qayası*", "kolxozu*",
        "sovxozu*",
    ),
)  # fmt: skip

CONTEXT = Context(
    kind_words={
        "settlement": ("kənd*", "şəhər*", "qəsəbə*", "yaşayış", "oba*"),
        "admin-unit": ("rayon*", "vilayət*", "bölgə*", "region*", "qəza*", "mahal*", "əyalət*",
                       "muxtar", "mərzin*", "mərz*"),
        "route": ("dəhliz*", "yol*", "marşrut*", "magistral*", "trassa*", "dəmiryol*", "şose*"),
        "facility": ("hava", "liman*", "aeroport*", "körpü*", "məntəqə*", "monastır*", "kilsə*",
                     "məbəd*", "məscid*", "qala*", "stansiya*"),
        "polity": ("xanlıq*", "xanlığ*"),
        "agreement": ("müqavilə*", "saziş*", "bəyannamə*", "protokol*"),
        "party": ("partiya*", "firqə*", "blok*", "ittifaq*"),
        "feature": ("su", "çay*", "göl*", "dağ*", "aşırım*", "dərə*", "zirvə*", "yüksəklik*",
                    "anbar*"),
        "region": ("bölgə*", "region*", "diyar*"),
        "country": ("respublika*", "dövlət*", "ölkə*"),
    },
    person_titles=(
        "prezident*", "nazir*", "baş", "naziri", "müavin*", "katib*", "səfir*", "sözçü*", "spiker*",
        "sədr*", "deputat*", "general*", "polkovnik*", "komandan*", "rəhbər*", "başçı*", "lider*",
        "müşavir*", "köməkçi*", "nümayəndə*", "elçi*", "xüsusi", "ekspert*", "politoloq*",
        "jurnalist*", "tarixçi*", "professor*", "akademik*", "direktor*", "komissar*", "senator*",
        "konqresmen*", "kansler*", "kral*", "papa", "katolikos*", "şeyx*", "şeyxülislam*", "cənab*",
        "xanım*", "bəy*", "dövlət", "xin", "mn", "vitse-prezident*", "vitse-spiker*",
        "eks-prezident*",
        "müxalifətçi*", "diplomat*", "vəkil*", "fəal*", "ombudsman*", "həmkar*", "hakim*",
        "prokuror*",
        "iş", "adamı", "milyarder*", "separatçı*", "qardaş*", "şərhçi*", "analitik*",
    ),
    function_words=(
        "və", "ilə", "bu", "bir", "da", "də", "ki", "ancaq", "lakin", "amma", "isə", "üçün", "görə",
        "kimi", "daha", "həmin", "hər", "çox", "ən", "o", "onun", "onlar", "onların", "biz",
        "bizim",
        "mən", "siz", "sonra", "əvvəl", "indi", "hazırda", "artıq", "yenə", "hələ", "belə",
        "bundan", "bununla", "buna", "bunu", "bunun", "əgər", "çünki", "necə", "nə", "niyə", "kim",
        "hansı", "harada", "ki", "yalnız", "həm", "həmçinin", "eyni", "eləcə", "ya", "yaxud",
        "olan", "olub", "olaraq", "olduğu", "olduğunu", "edib", "edir", "etmək", "edən", "edilən",
        "deyil", "var", "yoxdur", "bildirib", "deyib", "qeyd", "dair", "barədə", "haqqında",
        "arasında",
        "qarşı", "tərəfindən", "tərəf", "zaman", "vaxt", "ötən", "bugün", "dünən", "sabah", "ilk",
        "son", "bütün", "digər", "başqa", "öz", "özü", "əlavə", "xatırladaq", "məlum",
        "beləliklə", "halbuki", "hətta", "məhz", "guya", "yəni", "axı", "bəli", "xeyr", "əsasən",
        "nəticədə", "bildirilir", "məlumata", "rəsmi", "sabiq", "keçmiş", "hazırkı", "erməni",
        "rusiyalı",
    ),
    place_before=("paytaxt", "paytaxtı", "şəhəri", "şəhər", "qədim", "mərkəzi", "işğaldan"),
    place_after=(
        "hücum*", "mühasirə*", "bombala*",
        "şəhər*", "küçə*", "hava", "aeroport*", "metro*", "universitet*", "məktəb*", "xəstəxana*",
        "mərkəz*", "prospekt*", "meydan*", "sakin*", "əhali*", "yaxınlıq*", "ətraf*", "ərazi*",
        "səfər*", "gəl*", "get*", "gedib", "qayıt*", "yola", "uç*", "çat*", "köç*", "yollan*",
        "enib",
        "vağzal*", "sammit*", "görüş*", "danışıq*", "konfrans*", "forum*", "bəyannamə*", "məhkəmə*",
        "aqlomerasiya*", "kənd*", "bulvar*", "liman*", "stadion*", "otel*", "teatr*", "muzey*",
        "yaşa*", "doğul*", "keçiril*", "təşkil", "tədbir*", "saat*", "vaxtı*", "zamanı",
        "yol*", "istiqamət*", "vasitəsilə", "üzərindən", "rayon*", "səfirliy*", "iclas*", "zirvə",
        "həbsxana*", "türmə*", "oblast*", "vilayət*", "tərəfə",
    ),
    government_before=(
        "rəsmi", "ki", "əgər", "çünki", "amma", "lakin", "halbuki", "görə",
    ),
    government_after=(
        "ilə", "arasında*", "arasındakı", "qarşı", "tərəfindən", "tərəfi", "üçün", "isə", "kimi",
        "görə",
        "bəyan", "bildir*", "açıqla*", "rədd", "təkzib", "təsdiq", "ittiham*", "tələb", "təklif",
        "etiraz", "qəbul", "razı*", "iddia", "israr", "hesab", "ümid", "inkar", "xəbərdarlıq",
        "çağır*", "dəvət", "cavab*", "reaksiya", "istə*", "istəmir", "çalış*", "dəstək*",
        "dəstəklə*",
        "tanı*", "tanımır", "imtina", "imzala*", "təhdid", "təzyiq*", "hədələ*", "davam", "pozur",
        "pozub", "poz*", "yerinə", "həyata", "göndər*", "verib", "verir", "vermək", "verməyib",
        "edib", "edir", "etdi", "etmir", "edəcək", "etməyə", "etməlidir", "etmişdi", "edirdi",
        "olacaq", "deyib", "deyir", "dedi", "söyləyib", "söylədi", "vurğula*", "qeyd", "düşün*",
        "gözlə*", "güzəşt*", "hazır*", "hazırdır", "maraqlı*", "məcbur*", "məsuliyyət*", "müdafiə",
        "mövqey*", "nail", "narahat*", "niyyət*", "plan*", "pislə*", "qına*", "qərar*", "sərgilə*",
        "səy*", "şərt*", "şübhə*", "təmin", "təkid", "tənqid", "uğur*", "yalan*", "yanaş*", "əl",
        "əməl", "öhdəlik*", "qoşul*", "saxla*", "dayandır*", "yayındır*", "yayınır", "boyun",
        "əngəllə*",
        "imkan", "icazə", "elan", "nota", "silahlan*", "seçim*", "atdı", "atıb", "addım*", "inan*",
        "inandır*", "bil*", "bilər", "bilməz", "lazımdır", "gərək*", "məlumat", "şərh", "alqışla*",
        "heç", "bunu", "artıq", "yenidən", "yenə", "hələ", "daim", "həmişə", "dəfələrlə",
        "arasındadır", "əvəzinə", "naminə", "xeyrinə", "əleyhinə", "barədə", "haqqında", "yanlısı",
    ),
    saying_verbs=(
        *_SAYING,
        *(f"{noun} {verb}" for noun in _LIGHT_NOUNS for verb in _PLURAL_VERBS),
        "narahatlıq ifadə", "narazıdırlar", "susurlar",
    ),
    common_words=(
        *WORDS,
        "sus", "muxtar", "araz", "turan", "report", "trend", "bərdə", "qızılca", "pirlər", "kirov",
        "ərəb", "ayrım", "berd", "vank", "təh", "teğ", "sədərək", "tərtər", "tərtərin", "qalaça",
        "mərzili", "nərimanov", "düz", "qaraçı", "mirzə", "aran", "azadlıq", "musavat", "müsavat",
        "günəş", "xalq", "hürriyyət", "hüsü", "yeni", "köçəri", "zod", "şuşalı", "barda", "paris",
    ),
    former_words=("keçmiş", "sabiq", "eks"),
    and_words=("və", "ilə", "həmçinin", "eləcə", "həm", "hem", "ya", "yaxud", "&"),
    government_nouns=(
        "səfiri*", "nümayəndə*", "elçi*",
        "mövqe*", "siyasət*", "cavab*", "bəyanat*", "tələb*", "təklif*", "hakimiyyət*", "hökumət*",
        "nümayəndə*", "rəsmi*", "diplomat*", "maraq*", "maraqlar*", "iddia*", "ittiham*", "addım*",
        "qərar*", "niyyət*", "planı", "planları", "strategiya*", "razılığ*", "etiraz*",
        "narahatlı*",
        "istəy*", "istək*", "şərt*", "təzyiq*", "təsir*", "dəstəy*", "dəstək*", "güzəşt*", "uğur*",
        "məsuliyyət*", "öhdəlik*", "hədəf*", "məqsəd*", "fikr*", "iradə*", "təxribat*", "imtina*",
        "yanaşma*", "seçim*", "gündəliy*", "tərəfi", "səy*", "münasibət*", "reaksiya*", "ritorika*",
        "xarici", "sülh", "təlimat*", "mesaj*", "xəbərdarlıq*",
        "nəzarət*", "suveren*", "strateji", "sərt", "rəsmi", "ordusu", "qoşun*",
    ),
    case_suffixes={
        suffix: tag
        for tag, suffixes in {
            "gen": "ın in un ün nın nin nun nün",
            "dat": "a ə ya yə na nə",
            "acc": "ı i u ü nı ni nu nü",
            "loc": "da də nda ndə dakı dəki",
            "abl": "dan dən ndan ndən",
            "ins": "la lə yla ylə",
        }.items()
        for suffix in suffixes.split()
    },
    first_names=AZERBAIJANI,
    apostrophe=True,
    clause_verb=(
        r"(?<!\bol)(?<!yerləş)(?<![ıiuü]l)(?<!lan)(?<!lən)"
        r"(?:d[ıu]ğ[ıu]|d[iü]y[iü]|acağı|əcəyi)(?:n[ıiuüaə]|nd[aə]n?)?$"
    ),
    namesakes=_NAMESAKES,
    addressed_cases=("ins",),
    verb_window=9,
    citing_words=("xəbər", "istinad*", "yazır", "yazıb", "məlumat*", "bildir*", "agentliy*"),
)  # fmt: skip
