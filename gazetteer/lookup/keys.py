"""The only place where text becomes a key; compiler and server both come here.

Two keys, both blind to language:

* the *fold* key (``fold``): lower case, diacritics off, letter twins as one (I İ ı i; ё е; ə e;
  Arabic ي ی), every character that is no letter or digit a blank. Used to match text and names.
* the *frame* key: see ``lookup.skeleton``; a romanization worn down to what all spellings share.

``fold_text`` also says where each code point of the key came from, whatever folding did.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FOLDING_VERSION = "2"
"""Raise it with any change of the tables below: artefacts carry it and others are refused."""

_DELETE = "\x00"
_SPECIAL = {
    # Latin letters that decompose wrongly or not at all
    "ı": "i", "İ": "i", "I": "i", "ə": "e", "Ə": "e", "ä": "e", "Ä": "e", "ß": "s", "ø": "o",
    "đ": "d", "ð": "d", "ł": "l", "Ł": "l", "æ": "e", "œ": "o", "þ": "t", "ǝ": "e", "Ǝ": "e",
    "և": "և",  # one letter in reformed spelling; names holding it are listed both ways
    # Cyrillic twins, and the Azerbaijani vowels that Latin ə, ö, ü fold to; a final sigma is one
    "ё": "е", "Ё": "е", "ѐ": "е", "ә": "е", "Ә": "е", "ө": "о", "Ө": "о", "ү": "у", "Ү": "у",
    "ς": "σ",
    # Arabic and Persian twins
    "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا",
    "ٱ": "ا", "ؤ": "و", "ە": "ه", "ہ": "ه", "ھ": "ه",
    # deleted: soft hyphen, zero-width and direction marks, tatweel
    "\u00ad": _DELETE, "\u200b": _DELETE, "\u200c": _DELETE, "\u200d": _DELETE, "\u200e": _DELETE,
    "\u200f": _DELETE, "\u2060": _DELETE, "\ufeff": _DELETE, "\u0640": _DELETE,
    "\u061c": _DELETE, "՛": _DELETE, "՜": _DELETE, "՞": _DELETE, "՟": _DELETE,
    # letters by their category, apostrophes by their use
    "ʼ": " ", "ʻ": " ", "ʹ": " ", "ʿ": " ", "ʾ": " ", "ʽ": " ", "ՙ": " ",
}  # fmt: skip
_SPECIAL |= {chr(mark): _DELETE for mark in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_KEEP_DECOMPOSED = frozenset("йЙїЇўЎѓЃќЌ")
"""Letters whose canonical base is another letter of the same alphabet."""

_CONFUSABLES = {
    # Cyrillic, Greek and Armenian letters that pass for Latin ones, by Latin look-alike
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j",
    "ѕ": "s", "һ": "h", "к": "k", "м": "m", "т": "t", "в": "b", "н": "h", "ο": "o",
    "α": "a", "ν": "v", "օ": "o", "ս": "u", "հ": "h", "ո": "n", "ց": "g", "զ": "q", "ռ": "n",
    "լ": "l", "յ": "j",
}  # fmt: skip
_TO_CYRILLIC = {
    "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "y": "у", "x": "х", "i": "і", "k": "к",
    "m": "м", "t": "т", "b": "в", "h": "н", "օ": "о",
}  # fmt: skip
_TO_ARMENIAN = {
    "o": "օ",
    "о": "օ",
    "u": "ս",
    "h": "հ",
    "n": "ո",
    "g": "ց",
    "q": "զ",
    "l": "լ",
    "j": "յ",
}

APOSTROPHES = re.compile(r"(?<=\w)['’‘‛`´ʼʻʹʿʾʽ՚](?=\w)")
"""Apostrophes inside a word, as typed and as romanizations write them."""

ENDING_APOSTROPHES = "'’‘ʼ`´′"
"""Marks that part a case ending from a name where a language writes it so: Bakü'de, BMT'nin."""

OWN_LETTERS = frozenset("əöüşçğı")
"""Letters that nobody types by chance: who writes ş does not mean a name with s."""

_LATIN, _GREEK_CYRILLIC, _ARMENIAN = "a-zß-ɏ", "Ͱ-Ͽа-ԯ", "ա-և"
_MIXED = re.compile(
    f"[{_LATIN}]{_DELETE}*[{_GREEK_CYRILLIC}{_ARMENIAN}]"
    f"|[{_GREEK_CYRILLIC}{_ARMENIAN}]{_DELETE}*[{_LATIN}]"
    f"|[{_GREEK_CYRILLIC}]{_DELETE}*[{_ARMENIAN}]|[{_ARMENIAN}]{_DELETE}*[{_GREEK_CYRILLIC}]"
)
"""Where a key passes from one script to another inside a word."""
_SCRIPTS = tuple(re.compile(f"[{each}]") for each in (_LATIN, _GREEK_CYRILLIC, _ARMENIAN))
_BESIDE_LATIN, _BESIDE_ARMENIAN = (
    re.compile(f"[{script}](?:(?<=[{others}].)|(?=[{others}]))")
    for script, others in ((_LATIN, _GREEK_CYRILLIC + _ARMENIAN), (_ARMENIAN, _GREEK_CYRILLIC))
)
"""The same without deleted marks between, and fast where the first script is the rare one."""

_DELETED = re.compile(f"{_DELETE}+")
_EXTENDED = [chr(code) for code in range(0x100, 0x250)]
_LOWER = "".join(filter(str.islower, _EXTENDED)) + "a-zß-öø-ÿə\u0430-\u045fա-և0-9"
_UPPER = "".join(filter(str.isupper, _EXTENDED)) + "A-ZÀ-ÖØ-ÞƏ\u0400-\u042fԱ-Ֆ"
_MARKS = "\u0300-\u036f"
_GLUED = re.compile(
    f"[{_UPPER}](?:(?<=[{_LOWER}].)|(?<=[{_LOWER}][{_MARKS}].))(?=[{_MARKS}]*[^\\W\\d_])"
)
"""A capital after a small letter, before another letter. It begins with the capital, the rarest."""

_BLANKS = re.compile(r"[ \t\r\xa0]+\n[ \t\r\xa0]*|\n[ \t\r\xa0]+|[ \t\r\xa0]{2,}")


_BLANK_RUNS = ("  ", " \n", "\n ", "\r", "\t", "\u00a0")
"""What every run of blanks that ``_BLANKS`` merges has in it; faster than a regex."""


class _FoldTable(dict[int, str]):
    """A ``str.translate`` table that works out each code point once."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    special = _SPECIAL.get(character)
    if special is not None:
        return special
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return _DELETE
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category[0] not in "LN":
        return "\n" if character == "\n" else " "
    if character in _KEEP_DECOMPOSED:
        return character.lower()
    parts = unicodedata.normalize("NFKD", character)
    base = next((part for part in parts if unicodedata.category(part)[0] in "LN"), _DELETE)
    lowered = base.lower()[:1]
    return _SPECIAL.get(lowered, lowered)


_TABLE = _FoldTable()
_LARGE = 400
"""Code points from which numpy folds faster than ``str.translate``."""

_UNKNOWN = 0xFFFFFFFF
_DECOMPOSED = {
    apart: _fold_character(letter)
    for letter in (*_KEEP_DECOMPOSED, *_SPECIAL)
    if len(apart := unicodedata.normalize("NFD", letter)) == 2
    and _fold_character(letter) != _fold_character(apart[0])
}
"""Letter and mark that fold as one otherwise than the letter alone: и with its breve is й."""
_APART = re.compile("|".join(_DECOMPOSED))


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text as one fold key, blank at both ends, and where its code points came from.

    The original index of the key's code point ``i`` is ``i`` plus the shift of the last break at
    or before it; ``breaks`` and ``shifts`` are parallel and begin with 0 and -1 (the first blank).
    """

    key: str
    breaks: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (-1,)

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Map ``key[start:end]`` back to code-point offsets of the original text."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, position: int) -> int:
        if len(self.breaks) == 1:
            return position - 1
        return position + self.shifts[bisect_right(self.breaks, position) - 1]


def fold_text(text: str) -> FoldedText:
    """Fold a whole text for matching.

    >>> folded = fold_text("Xankəndidə, Laçın")
    >>> folded.key
    ' xankendide  lacin '
    >>> folded.original_span(1, 11)
    (0, 10)
    """
    large = None if len(text) < _LARGE or _GLUED.search(text) is not None else _fold_large(text)
    return _fold_small(text) if large is None else large


def _fold_small(text: str) -> FoldedText:
    """Fold any text; a short one fast."""
    key = text.translate(_TABLE)
    plain = (
        _DELETE not in key
        and not any(run in text for run in _BLANK_RUNS)
        and _GLUED.search(text) is None
        and not _is_mixed(key)
    )
    if plain:
        return FoldedText(f" {key.replace(chr(10), ' ')} ")
    return _fold_slowly(text, key)


def _is_mixed(key: str) -> bool:
    """Tell whether a word mixes scripts, in a key without deleted marks; most texts do not."""
    if key.isascii():
        return False
    latin, cyrillic, armenian = (script.search(key) is not None for script in _SCRIPTS)
    if latin and (cyrillic or armenian) and _BESIDE_LATIN.search(key) is not None:
        return True
    return cyrillic and armenian and _BESIDE_ARMENIAN.search(key) is not None


@cache
def _codes() -> npt.NDArray[np.uint32]:
    """Return the table for large texts: code point to folded code point, 0xFFFFFFFF if not yet."""
    import numpy as np

    return np.full(sys.maxunicode + 1, _UNKNOWN, dtype=np.uint32)


@cache
def _scripts() -> npt.NDArray[np.uint8]:
    """Return the table of the scripts that words may mix: folded code point to 1, 2, 3, else 0."""
    import numpy as np

    table = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
    for code in range(0x590):
        kinds = (kind for kind, rx in enumerate(_SCRIPTS, 1) if rx.match(chr(code)))
        table[code] = next(kinds, 0)
    return table


def _fold_large(text: str) -> FoldedText | None:
    """Fold as ``_fold_small`` does, several times faster for a long text; None for a rare one.

    Those are texts with words that mix scripts or letters parted from marks that make them others.
    """
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    table = _codes()
    folded = table.take(codes)
    if folded.max() == _UNKNOWN:
        for code in np.unique(codes[folded == _UNKNOWN]).tolist():
            table[code] = ord(_TABLE[code])
        folded = table.take(codes)
    keep = None
    if not folded.min():
        if _APART.search(text) is not None:
            return None
        keep = folded != 0
    if any(run in text for run in _BLANK_RUNS):
        blanks = ~_merged_blanks(codes)
        keep = blanks if keep is None else keep & blanks
    if keep is not None:
        folded = folded[keep]
    scripts = _scripts().take(folded)
    beside = scripts[:-1] * scripts[1:]
    if ((beside > 1) & (scripts[:-1] != scripts[1:])).any():
        return None
    raw: bytes = folded.astype("<u4").tobytes()
    key = f" {raw.decode('utf-32-le', 'surrogatepass').replace(chr(10), ' ')} "
    if keep is None:
        return FoldedText(key)
    shifts = np.flatnonzero(keep) - np.arange(len(folded))
    breaks = np.flatnonzero(np.diff(shifts, prepend=0))
    return FoldedText(key, (0, *(breaks + 1).tolist()), (-1, *(shifts[breaks] - 1).tolist()))


def _merged_blanks(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """Tell which blanks vanish: of a run one stays, or instead of it each line break in it."""
    import numpy as np

    newline = codes == 0x0A
    blank = (codes == 0x20) | (codes == 0x09) | (codes == 0x0D) | (codes == 0xA0)
    places = np.arange(len(codes))
    before = np.maximum.accumulate(np.where(blank, -1, places))  # the last that is no blank
    follows_line = (before >= 0) & newline[before]
    beside = np.zeros(len(codes), dtype=bool)
    beside[:-1] = blank[1:] | newline[1:]
    vanishing: npt.NDArray[np.bool_] = blank & (follows_line | beside)
    return vanishing


def _fold_slowly(text: str, key: str) -> FoldedText:
    glued = [hit.start() for hit in _GLUED.finditer(text)]
    if not text.isascii():
        key = _mended(text, key, frozenset(glued))
    edits = [(hit.start(), hit.end(), "") for hit in _DELETED.finditer(key)]
    edits += [(start, start, " ") for start in glued]
    edits += [(hit.start() + 1, hit.end(), "") for hit in _BLANKS.finditer(text)]
    edits.sort()
    pieces, breaks, shifts = [" "], [0], [-1]
    done, length = 0, 1
    for start, end, inserted in edits:
        if start < done:  # a deleted mark inside a run of blanks
            continue
        pieces += (key[done:start], inserted)
        length += start - done + len(inserted)
        breaks.append(length)
        shifts.append(end - length)
        done = end
    pieces += (key[done:], " ")
    return FoldedText("".join(pieces).replace("\n", " "), tuple(breaks), tuple(shifts))


def _mended(text: str, key: str, cuts: frozenset[int]) -> str:
    """Refold, letter for letter, words of mixed scripts and letters parted from their marks.

    ``cuts`` are where glued words part.
    """
    apart = list(_APART.finditer(text))
    if apart:
        letters = list(key)
        for hit in apart:
            letters[hit.start()] = _DECOMPOSED[hit[0]]
        key = "".join(letters)
    mixed = _mixed_words(text, key, cuts)
    if mixed:
        letters = list(key)
        for start, end, mended in mixed:
            letters[start:end] = mended
        key = "".join(letters)
    return key


def _mixed_words(text: str, key: str, cuts: frozenset[int]) -> list[tuple[int, int, str]]:
    """Find words that mix scripts and fold them as the script of most of their letters."""
    found = []
    position = 0
    while (hit := _MIXED.search(key, position)) is not None:
        start, end = hit.span()
        if not cuts.isdisjoint(range(start + 1, end)):
            position = start + 1
            continue
        while start > position and start not in cuts and _in_word(key[start - 1]):
            start -= 1
        while end < len(key) and end not in cuts and _in_word(key[end]):
            end += 1
        found.append((start, end, _unmix(text[start:end], key[start:end])))
        position = end
    return found


def _in_word(folded: str) -> bool:
    return folded.isalnum() or folded == _DELETE


def _unmix(word: str, key: str) -> str:
    scripts = {"LATIN": 0, "CYRILLIC": 0, "ARMENIAN": 0}
    for character in word:
        script = unicodedata.name(character, "").split(" ")[0]
        if script in scripts and character.isalnum():
            scripts[script] += 1
    target = max(scripts, key=lambda script: scripts[script])
    twins = {"LATIN": _CONFUSABLES, "CYRILLIC": _TO_CYRILLIC, "ARMENIAN": _TO_ARMENIAN}[target]
    mended = []
    for character, folded in zip(word, key, strict=True):
        foreign = not unicodedata.name(character, target).startswith(target)
        mended.append(twins.get(folded, folded) if foreign else folded)
    return "".join(mended)


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Fold a name to its exact key: single blanks, none at the ends.

    >>> fold("Լեռնային Ղարաբաղ"), fold("İstisu"), fold("Step‘anakert")
    ('լեռնային ղարաբաղ', 'istisu', 'step anakert')
    """
    return " ".join(fold_text(name).key.split())


def typed_keys(text: str) -> tuple[str, ...]:
    """Return the distinct keys under which a name that somebody typed may be listed, best first.

    Capitals inside a word may join two words or be a slip, and an apostrophe may part letters or
    only colour them; so both readings count. Empty when there is no letter or digit.

    >>> typed_keys("lAÇIN"), typed_keys("Step'anakert"), typed_keys("?!")
    (('l acin', 'lacin'), ('step anakert', 'stepanakert'), ())
    """
    lowered = text.lower()
    forms = (text, lowered, APOSTROPHES.sub("", lowered))
    return tuple(key for key in dict.fromkeys(map(fold, forms)) if key)


def fold_letters(letters: str) -> str:
    """Fold letters one by one without touching blanks: for the endings that follow a stem.

    >>> fold_letters("ndən")
    'nden'
    """
    return letters.translate(_TABLE).replace(_DELETE, "")
