"""Persian: no cases; plural, ezafe and the object marker when they are written onto the word.

The text key deletes the zero-width non-joiner, so a form with one and without it are the same; a
name is also met with a blank in its place.
"""

from __future__ import annotations

from gazetteer.languages._forms import open_end
from gazetteer.languages._language import BARE, Context, Ending, Inflection, Language

_JOINER = "\u200c"
_OPEN = ("ا", "و", "ه", "آ")
_PLURAL = (
    Ending("ها", "pl"),
    Ending("های", "pl-ez"),
    Ending("هایی", "pl"),
    Ending("ان", "pl"),
    Ending("یان", "pl"),
    Ending("انی", "pl"),
)


def inflections(text: str, kind: str) -> tuple[Inflection, ...]:
    """Return a Persian name as listed and with what is written onto its end.

    >>> [form for form, _ in inflections("شوشا", "settlement")[0].forms()]
    ['شوشا', 'شوشای', 'شوشاست', 'شوشارا']
    """
    if open_end(text) != text or not text[-1:].isalpha():
        return (Inflection(text, BARE),)
    endings = list(BARE)
    if text.endswith(_OPEN):
        endings.append(Ending("ی", "ez"))
    if text.endswith(("ا", "و")):
        endings.append(Ending("ست", "cop"))
    if kind == "demonym":
        endings += _PLURAL
    endings.append(Ending("را", "acc"))
    found = [Inflection(text, tuple(endings))]
    if _JOINER in text:
        found.append(Inflection(text.replace(_JOINER, " "), tuple(endings)))
    return tuple(found)


CONTEXT = Context(
    kind_words={
        "settlement": ("روستا*", "شهر", "شهرک", "شهری", "دهکده", "قصبه"),
        "admin-unit": ("استان", "شهرستان", "منطقه", "بخش", "ناحیه", "ولایت", "مناطق"),
        "route": ("دالان", "کریدور", "جاده", "مسیر", "بزرگراه", "راه", "راهآهن", "گذرگاه"),
        "facility": ("فرودگاه", "پل", "صومعه", "کلیسا*", "گذرگاه", "پاسگاه", "سد"),
        "feature": ("رود", "رودخانه", "دریاچه", "کوه", "گردنه", "دره"),
        "country": ("جمهوری", "کشور", "دولت"),
    },
    person_titles=(
        "رئیس", "رئیسجمهور", "رییس", "رییسجمهور", "نخست", "نخستوزیر", "وزیر", "معاون", "دبیر",
        "سفیر",
        "سخنگو*", "نماینده", "ژنرال", "فرمانده", "رهبر", "مشاور", "کارشناس", "تحلیلگر",
        "روزنامهنگار",
        "مدیر", "کمیسر", "سناتور", "صدراعظم", "پادشاه", "پاپ", "آقای", "خانم", "دکتر", "جمهور",
        "همتای",
        "دادستان", "وکیل", "سردار", "سرلشکر", "آیتالله", "حجتالاسلام", "مقام",
    ),
    function_words=(
        "و", "در", "به", "از", "که", "این", "آن", "را", "با", "است", "برای", "بر", "تا", "یک",
        "هم", "نیز",
        "اما", "ولی", "اگر", "یا", "هر", "چه", "بود", "شد", "شده", "کرد", "کرده", "کند", "میکند",
        "خود",
        "دو", "سه", "ما", "او", "آنها", "شما", "من", "باید", "نیست", "هست", "بین", "میان", "پس",
        "پیش",
        "بعد", "قبل", "همچنین", "درباره", "علیه", "توسط", "هیچ", "همه", "دیگر", "بسیار", "وی",
        "گفت", "دارد",
        "داشت", "خواهد", "بودند", "شدند", "کردند", "شود", "میشود", "میان", "مورد", "طی", "چون",
        "زیرا", "اکنون",
        "امروز", "دیروز", "روز", "سال", "حال", "بیش", "کنار", "روی", "زیر", "بدون", "طبق", "سوی",
    ),
    place_before=(
        "در", "شهر", "پایتخت", "نزدیکی", "حومه", "مرکز", "فرودگاه", "خیابان*", "ساکنان", "مردم",
        "وارد",
        "عازم", "راهی", "سفر", "ترک", "دانشگاه", "داخل", "دیدار",
    ),
    place_after=("سفر", "رسید", "رفت", "بازگشت", "برگزار", "وارد", "آمد"),
    government_before=(
        "با", "علیه", "میان", "بین", "توسط", "مقامات", "دولت", "سیاست", "موضع", "مواضع", "سوی",
        "رسمی", "که",
        "اگر", "اما", "ولی", "درخواست", "ادعای", "پاسخ", "فشار", "طرف",
    ),
    government_after=(
        "می", "نمی", "اعلام", "گفت", "گفته", "میگوید", "رد", "تکذیب", "متهم", "خواستار", "تاکید",
        "تأکید", "ادعا", "اصرار",
        "پذیرفت", "نپذیرفت", "حاضر", "آماده", "قصد", "میخواهد", "خواست", "هشدار", "تهدید", "محکوم",
        "حمایت",
        "موافقت", "مخالفت", "پیشنهاد", "پاسخ", "واکنش", "تلاش", "ادامه", "نقض", "امضا", "باید",
        "نباید",
        "نمیتواند", "میتواند", "معتقد", "امیدوار", "انتظار", "تصمیم", "دعوت", "استقبال", "مدعی",
        "همچنان", "نیز",
    ),
    saying_verbs=(),
    common_words=("ارس", "شوش", "تغ", "وان", "وانک", "برد", "مهر", "آذر", "ارمنی", "بن", "تگ"),
    former_words=("سابق", "پیشین"),
    and_words=("و", "یا", "&"),
    government_nouns=(
        "موضع", "مواضع", "سیاست", "سیاستهای", "پاسخ", "واکنش", "دولت", "مقامات", "مقام", "نماینده",
        "منافع",
        "ادعای", "ادعاهای", "اتهامات", "تصمیم", "طرح", "فشار", "درخواست", "پیشنهاد", "اقدام",
        "اقدامات",
    ),
    verb_window=6,
)  # fmt: skip

LANGUAGE = Language("fa", "Persian", ("Arab",), inflections, CONTEXT)

SAMPLES = (
    ("باکو", "settlement", "باکو", "nom"),
    ("باکو", "settlement", "باکوی", "ez"),
    ("باکو", "settlement", "باکوست", "cop"),
    ("شوشا", "settlement", "شوشا", "nom"),
    ("شوشا", "settlement", "شوشای", "ez"),
    ("شوشا", "settlement", "شوشارا", "acc"),
    ("ایروان", "settlement", "ایروان", "nom"),
    ("ایروان", "settlement", "ایروانرا", "acc"),
    ("قره\u200cباغ", "region", "قره باغ", "nom"),
    ("قره\u200cباغ", "region", "قره\u200cباغ", "nom"),
    ("دالان لاچین", "route", "دالان لاچین", "nom"),
    ("ارمنی", "demonym", "ارمنیها", "pl"),
    ("ارمنی", "demonym", "ارمنیان", "pl"),
)
