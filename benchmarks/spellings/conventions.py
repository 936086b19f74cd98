"""How languages that the data do not list write foreign names: one convention each.

A convention maps sounds (see ``sounds``) to letters; what depends on the neighbours is a list of
replacements made before (on sounds) or after (on letters). What a table does not say stays as in
``_PLAIN``. ``source`` names the rules that the table was written from; names are taken from
those of the listed languages from which the language usually takes them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from benchmarks.spellings.sounds import sounds

_PLAIN = {"ɣ": "g", "ʲ": "j", "æ": "a", "ö": "o", "ü": "u", "ı": "i", "ə": "e", "ʒ": "dz", "ʹ": ""}
Rules = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Convention:
    """How one language writes names of the listed languages ``takes``, by which rules."""

    lang: str
    script: str
    takes: tuple[str, ...]
    source: str
    table: dict[str, str] = field(repr=False)
    before: Rules = ()
    after: Rules = ()

    def write(self, name: str, lang: str) -> str:
        """Write a name of language ``lang``; each word with a capital where the script has any."""
        heard = sounds(name, lang)
        for pattern, replacement in self.before:
            heard = re.sub(pattern, replacement, heard)
        text = "".join(self.table.get(s, _PLAIN.get(s, s)) for s in heard)
        for pattern, replacement in self.after:
            text = re.sub(pattern, replacement, text)
        text = unicodedata.normalize("NFC", text)
        return re.sub(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)*", lambda w: w[0][0].upper() + w[0][1:], text)


def _table(written: str, base: dict[str, str] | None = None) -> dict[str, str]:
    return (base or {}) | dict(pair.split("=") for pair in written.split())


_HARD = "(?<=[bvgdžzklmnprstfxcčšǰʒ])"
_CYRILLIC = _table(
    "a=а b=б v=в g=г ɣ=г d=д e=е ž=ж z=з i=и j=й k=к l=л m=м n=н o=о p=п r=р s=с t=т u=у f=ф x=х "
    "h=х c=ц č=ч š=ш ǰ=дж ʒ=дз ı=и æ=а ö=о ü=у ə=е ʲ=ь ʹ=ь"
)
_IOTATED: Rules = (("[йь]а", "я"), ("[йь]у", "ю"), ("ьо", "ьо"), ("йо", "йо"))
_HACEK = _table("ʲ=j x=h ǰ=dž ı=i")
_NORDIC = _table("š=sj č=tj ž=zj c=ts ǰ=dzj x=ch ı=y ʲ=j")
_SOFT_I = (("ьі", "і"),)

_SLAVIC = (
    Convention("uk", "Cyrl", ("ru", "hy"), "Ukrainskyi pravopys 2019, §§ 122-140, 146",
        _table("i=і e=е ı=и h=г ə=е", _CYRILLIC),
        (("je", "Є"),),
        (*_IOTATED, ("Є", "є"), ("(?<=[жчшщц])і", "и"), ("йі", "ї"), *_SOFT_I)),
    Convention("be", "Cyrl", ("ru", "hy"), "Pravily belaruskai arfahrafii i punktuatsyi, 2008",
        _table("i=і e=е ı=ы h=г ə=э", _CYRILLIC),
        (("je", "Е"),),
        (*_IOTATED, ("Е", "е"), ("(?<=[жчшцрд])ж?і(?<![дж]і)", "ы"), ("(?<=[жчшцр])і", "ы"),
         ("(?<=[жчшцр])е", "э"), ("т(?=[еіяю])", "ц"), ("д(?=[еіяю])", "дз"),
         ("о(?=.*[аеоуыэяюі])", "а"), ("(?<=[аеоуыэяюі])в(?![аеоуыэяюі])", "ў"))),
    Convention("bg", "Cyrl", ("hy", "az"), "Naredba 6 za transkriptsia, Sofia 1995",
        _table("ə=ъ ö=ьо ü=ю æ=е h=х", _CYRILLIC), (("je", "e"),), _IOTATED),
    Convention("sr", "Cyrl", ("az", "hy"), "Pravopis srpskoga jezika, Matica srpska 2010",
        _table("j=ј ǰ=џ æ=е ö=е ü=и", _CYRILLIC)),
    Convention("mk", "Cyrl", ("az", "hy"), "Pravopis na makedonskiot jazik 2017",
        _table("j=ј ǰ=џ æ=а ʒ=ѕ", _CYRILLIC)),
    Convention("hr", "Latn", ("az", "ru"), "Hrvatski pravopis, IHJJ 2013", _table("æ=e", _HACEK)),
    Convention("sl", "Latn", ("ru", "hy"), "Slovenski pravopis 2001, §§ 1061-1100", _HACEK),
    Convention("cs", "Latn", ("ru", "hy"), "Pravidla ceskeho pravopisu 1993, prepis cyrilice",
        _table("x=ch ɣ=gh ı=y", _HACEK), (), (("(?<=[dtn])e", "ě"),)),
    Convention("sk", "Latn", ("ru", "hy"), "Pravidla slovenskeho pravopisu 2013",
        _table("x=ch ɣ=gh ı=y", _HACEK)),
    Convention("pl", "Latn", ("ru", "hy"), "PWN, Zasady transkrypcji 2006; KSNG 2013",
        _table("v=w š=sz č=cz ž=ż x=ch ǰ=dż ı=y ɣ=gh ə=y ʲ=i"), ((f"{_HARD}j?e(?=.)", "e"),),
        (("(?<=[żzc])ii", "i"), ("(?<=[bwgdkmnprst])ji", "i"), ("(?<=sz|cz|dż)i", "y"))),
)  # fmt: skip
_BALTIC_FINNIC = (
    Convention("lt", "Latn", ("ru", "hy"), "VLKK, Vietovardziu zodynas; nutarimas 60 (1997)",
        _table("x=ch ı=y", _HACEK), (),
        (("(?<=[bcčdfghjklmnprsštvzž])$", "as"), ("e$", "ė"), ("i$", "is"))),
    Convention("lv", "Latn", ("ru", "hy"), "Citvalodu ipasvardu pareizrakstiba, krievu val. 2006",
        _HACEK, (), (("(?<=[bcčdfghjklmnprsštvzž])$", "a"),)),
    Convention("et", "Latn", ("ru", "hy"), "EKI, Vene nimede transkriptsioon",
        _table("č=tš c=ts ı=õ", _HACEK), (),
        (("(?<=[aeiouõ])h", "hh"), ("(?<=[aeou])j(?!=[aeou])", "i"))),
    Convention("fi", "Latn", ("ru", "hy"), "SFS 4900 (1998)", _table("č=tš c=ts ı=y", _HACEK)),
    Convention("hu", "Latn", ("ru", "hy"), "A cirill betus nevek atirasa, MTA 1981; AkH. 218",
        _table("s=sz š=s č=cs ž=zs ǰ=dzs x=h ı=i ʲ=j")),
)  # fmt: skip
_GERMANIC = (
    Convention("sv", "Latn", ("ru", "hy"), "Spraakraadet, Svenska skrivregler 2017", _NORDIC),
    Convention("no", "Latn", ("ru", "hy"), "Spraakradet, Transkripsjon av russisk",
        _table("č=tsj x=kh", _NORDIC)),
    Convention("da", "Latn", ("ru", "hy"), "Dansk Sprognaevn, Retskrivningsordbogen 2012",
        _table("x=kh ǰ=dj", _NORDIC)),
    Convention("nl", "Latn", ("ru", "hy"), "Nederlandse Taalunie, transcriptie Russisch",
        _table("č=tsj u=oe", _NORDIC)),
)  # fmt: skip
_ROMANCE = (
    Convention("es", "Latn", ("az", "hy"), "RAE, Ortografia 2010; Fundeu, transcripcion del ruso",
        _table("š=sh č=ch ž=zh x=j h=j ǰ=y c=ts j=y æ=a ɣ=g v=v"), (),
        (("g(?=[ei])", "gu"), ("y(?![aeiou])", "i"))),
    Convention("ca", "Latn", ("ru", "hy"), "IEC, Transcripcio dels noms propis russos 1996",
        _table("š=x č=tx ž=j x=kh ǰ=dj c=ts j=i ɣ=gh ʲ=i"), (),
        (("g(?=[ei])", "gu"), ("(?<=[aeou])x", "ix"), ("ii", "i"))),
    Convention("pt", "Latn", ("ru", "hy"), "Folha de S. Paulo, Manual da redacao; uso da imprensa",
        _table("š=ch č=tch ž=j x=kh ǰ=dj c=ts j=i ɣ=gh ʲ=i"), (),
        (("g(?=[ei])", "gu"), ("ii", "i"))),
    Convention("it", "Latn", ("az", "hy"), "Treccani, trascrizione tradizionale",
        _table("x=kh j=i ɣ=gh c=z æ=a"), (),
        (("k(?=[ei])", "ch"), ("k(?!h)", "c"), ("g(?=[ei])", "gh"), ("š(?=[ei])", "sc"),
         ("š", "sci"), ("č(?=[ei])", "c"), ("č(?=[aou])", "ci"), ("č", "c"), ("ǰ(?=[ei])", "g"),
         ("ǰ(?=[aou])", "gi"), ("ǰ", "g"), ("ž", "j"))),
    Convention("ro", "Latn", ("ru", "az"), "DOOM 2005, scrierea numelor straine",
        _table("š=ș ž=j x=h c=ț j=i ı=î ʲ=i æ=a ǰ=dj"), (),
        (("g(?=[ei])", "gh"), ("č(?=[ei])", "c"), ("č(?=[aou])", "ce"), ("č", "ci"),
         ("ii|iî", "i"))),
    Convention("sq", "Latn", ("az", "hy"), "Drejtshkrimi i gjuhes shqipe 1973",
        _table("š=sh č=ç ž=zh x=h ǰ=xh ʒ=x ü=y æ=e")),
)  # fmt: skip
_TURKIC = (
    Convention("uz", "Latn", ("az", "ru"), "Uzbek Latin alphabet, law of 1995",
        _table("š=sh č=ch ž=j ɣ=gʻ ǰ=j j=y ö=oʻ æ=a c=ts ʲ=y g=g")),
    Convention("uz-Cyrl", "Cyrl", ("az",), "Uzbek Cyrillic alphabet 1940, by the Latin one",
        _table("ɣ=ғ ǰ=ж ž=ж h=ҳ ö=ў æ=а", _CYRILLIC), (), _IOTATED),
    Convention("kk", "Cyrl", ("az",), "Kazakh Cyrillic alphabet 1940, letter for letter",
        _table("ɣ=ғ ǰ=ж č=ч h=һ ö=ө ü=ү æ=ә ı=ы i=і u=у", _CYRILLIC), (), _IOTATED),
    Convention("ky", "Cyrl", ("az",), "Kyrgyz Cyrillic alphabet 1940, letter for letter",
        _table("ǰ=ж ö=ө ü=ү æ=е ı=ы", _CYRILLIC), (), _IOTATED),
    Convention("tt", "Cyrl", ("az",), "Tatar Cyrillic alphabet 1939, letter for letter",
        _table("ǰ=җ h=һ ö=ө ü=ү æ=ә ı=ы", _CYRILLIC), (), _IOTATED),
    Convention("tk", "Latn", ("az",), "Turkmen Latin alphabet 1999, letter for letter",
        _table("š=ş č=ç ž=ž ǰ=j j=ý ı=y æ=ä v=w x=h ɣ=g")),
    Convention("ku", "Latn", ("az", "hy"), "Hawar alphabet (Bedirxan 1932)",
        _table("š=ş č=ç ž=j ǰ=c j=y i=î ı=i u=û ü=û æ=e e=ê ɣ=x c=ts ə=i")),
)  # fmt: skip
_OTHER_SCRIPTS = (
    Convention("el", "Grek", ("az", "hy"), "ELOT 743 read backwards; usage of the Greek press",
        _table("a=α æ=α b=μπ v=β g=γκ ɣ=γ d=ντ e=ε ə=ε ž=ζ z=ζ i=ι ı=ι j=γι k=κ l=λ m=μ n=ν o=ο "
               "ö=ο p=π r=ρ s=σ t=τ u=ου ü=ιου f=φ x=χ h=χ c=τσ č=τσ š=σ ǰ=τζ ʒ=ντζ"),
        (("ji", "i"),),
        (("ννντ|νντ", "ντ"), ("μμπ", "μπ"), ("νγκ", "γκ"), (r"σ\b", "ς"),
         (r"(?<=[α-ω])([αεο])(?=[β-δζ-θκ-νξπ-τφ-ψς]*\b)(?!υ)", r"\1́"))),
    Convention("he", "Hebr", ("az", "hy"), "Academy of the Hebrew Language, taatik 2006",
        _table("b=ב v=V g=ג ɣ=ג d=ד ž=ז' z=ז i=I ı=I j=י k=ק l=ל m=מ n=נ o=O ö=O p=פ r=ר s=ס t=ט "
               "u=O ü=O f=פ x=ח h=ה c=צ č=צ' š=ש ǰ=ג' ʒ=דז a=A æ=E e=E ə=E"),
        (), ((r"\b[AE]", "א"), (r"\bI", "אי"), (r"\bO", "או"), (r"[AE]\b", "ה"),
             ("A(?=[א-ת]'?$)", "א"), ("[AE]", ""), ("I", "י"), ("O", "ו"), ("ייי?", "י"),
             (r"\bV", "ו"), (r"V\b", "ב"), ("V", "וו"), ("ווו", "וו"), (r"כ(?![\w'])", "ך"),
             (r"מ(?![\w'])", "ם"), (r"נ(?![\w'])", "ן"), (r"פ(?![\w'])", "ף"),
             (r"צ(?![\w'])", "ץ"))),
    Convention("ar", "Arab", ("az", "hy"), "Academy of the Arabic Language in Cairo, tarib 1964",
        _table("b=ب v=ف g=غ ɣ=غ d=د ž=ج z=ز i=I ı=I j=ي k=ك l=ل m=م n=ن o=O ö=O p=ب r=ر s=س t=ت "
               "u=O ü=O f=ف x=خ h=ه c=تس č=تش š=ش ǰ=ج ʒ=دز a=ا æ=A e=I ə=E"),
        (), ((r"\bا", "أ"), (r"\bA", "أ"), (r"\bO", "أو"), (r"\bI", "إي"), (r"[AE]\b", "ه"),
             ("A(?=.$)", "ا"), ("[AE]", ""), ("I", "ي"), ("O", "و"), ("ييي?", "ي"))),
    Convention("ckb", "Arab", ("az", "hy"), "Kurdish Academy, unified Sorani alphabet",
        _table("b=ب v=ڤ g=گ ɣ=غ d=د ž=ژ z=ز i=ی ı=I j=ی k=ک l=ل m=م n=ن o=ۆ ö=ۆ p=پ r=ر s=س t=ت "
               "u=وو ü=وو f=ف x=خ h=ھ c=تس č=چ š=ش ǰ=ج ʒ=دز a=ا æ=ە e=ێ ə=I"),
        (), ((r"\b(?=[اەێۆ])", "ئ"), (r"\bI", "ئی"), (r"I\b", "ی"), ("I", ""))),
    Convention("ug", "Arab", ("az",), "Uyghur Arabic alphabet 1983, letter for letter",
        _table("b=ب v=ۋ g=گ ɣ=غ d=د ž=ژ z=ز i=ى ı=ى j=ي k=ك l=ل m=م n=ن o=و ö=ۆ p=پ r=ر s=س t=ت "
               "u=ۇ ü=ۈ f=ف x=خ h=ھ č=چ š=ش ǰ=ج a=ا æ=ە e=ې"),
        (), ((r"\b(?=[اەېوۇۆۈى])", "ئ"),)),
    Convention("ur", "Arab", ("az", "hy"), "Urdu alphabet; usage of the Urdu press",
        _table("b=ب v=و g=گ ɣ=غ d=د ž=ژ z=ز i=ی ı=ی j=ی k=ک l=ل m=م n=ن o=و ö=و p=پ r=ر s=س t=ت "
               "u=و ü=و f=ف x=خ h=ہ c=تس č=چ š=ش ǰ=ج ʒ=دز a=ا æ=A e=ی ə=A"),
        (), ((r"\bا", "آ"), (r"\b(?=[وی](?![ایو]))", "ا"), (r"\bA", "ا"), (r"A\b", "ہ"),
             ("A", ""))),
)  # fmt: skip

CONVENTIONS = (*_SLAVIC, *_BALTIC_FINNIC, *_GERMANIC, *_ROMANCE, *_TURKIC, *_OTHER_SCRIPTS)
