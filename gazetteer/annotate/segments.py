"""Which language each paragraph of a text is written in.

Only what annotation needs: case endings of one language must not be looked for in another that
shares its script. Script decides first; among languages of one script, their function words and
the letters that only one of them has.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property, lru_cache

from gazetteer.annotate.surroundings import Cues, cues_for
from gazetteer.languages import all_languages, get_language

_SAMPLE = 1500
"""Code points that are enough to tell the language of a text."""

_WORD = re.compile(r"(?<![^\W_]['’‘ʼ`´′])\b[^\W\d_]+")
"""A word, not a case ending after an apostrophe: Turkish *Laçın'a* holds no English *a*."""

_SCRIPT_RANGES = (
    ("Latn", "a", "z"),
    ("Latn", "à", "\u024f"),
    ("Latn", "ə", "ə"),
    ("Cyrl", "Ѐ", "ԯ"),
    ("Armn", "ա", "\u0587"),
    ("Geor", "Ⴀ", "ჿ"),
    ("Arab", "\u0600", "\u06ff"),
)
"""Script, and the first and last of its lower-case letters."""

_TELLTALE = {"az": "əƏәөүҝҹғЈјۆێ", "de": "ßäÄ", "fr": "éèêàœ", "ru": "ыэъ"}
"""Letters common in one language and absent or rare in its neighbours of the same script."""

_CLEAR_SAMPLE, _CLEAR_LEAD = 300, 12
"""Code points of a beginning that decide when one language leads by so much before the next."""

_CERTAIN_SCORE = 2
"""Score (2 a function word) that a paragraph needs to count as another language than its text."""


def guess_language(text: str) -> str:
    """Return the code of the language that ``text`` is most likely in, ``""`` when nothing tells.

    >>> guess_language("Bakı bunu rədd edib və cavab vermişdir")
    'az'
    """
    return _scored_guess(text[:_SAMPLE])[0]


def _scored_guess(sample: str, likely: str = "") -> tuple[str, int]:
    """Return the language that most speaks for and its score; of equals ``likely`` is taken.

    A beginning that is clear enough decides.
    """
    if len(sample) > 2 * _CLEAR_SAMPLE:
        cut = sample.find(" ", _CLEAR_SAMPLE, 2 * _CLEAR_SAMPLE)
        code, score, lead = _scored(sample[:cut], "")
        if lead >= _CLEAR_LEAD:
            return code, score
    return _scored(sample, likely)[:2]


@lru_cache(maxsize=64)
def _scored(sample: str, likely: str) -> tuple[str, int, int]:
    """Return the likeliest language, its score, and how far it leads before the next."""
    words = _WORD.findall(sample.replace("İ", "i").lower())
    counts: dict[str, int] = {}
    for word in words:
        script = _script_of(word[0])
        counts[script] = counts.get(script, 0) + len(word)
    counts.pop("", None)
    if not counts:
        return "", 0, 0
    script = max(counts, key=lambda key: counts[key])
    codes = _codes_in(script)
    if not codes:
        return "", 0, 0
    plain = counts[script] // 4
    if len(codes) == 1:
        return codes[0], plain, plain
    scores = dict.fromkeys(codes, 0)
    known = _stop_words(script)
    for word in words:
        for code in known.get(word, ()):
            scores[code] += 2
    for code in codes:
        if code in _TELLTALE:
            scores[code] += 2 * sum(map(sample.count, _TELLTALE[code]))
    best, second = sorted(codes, key=lambda code: (-scores[code], code != likely))[:2]
    alone = _alone_in(script)
    if alone and (best == alone or not scores[best]):
        return alone, plain, plain
    if not scores[best]:
        return "", 0, 0
    return best, scores[best], scores[best] - scores[second]


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """Return the script of a lower-case letter, ``""`` when it is none of ours."""
    ranges = _SCRIPT_RANGES
    return next((script for script, first, last in ranges if first <= letter <= last), "")


@cache
def _codes_in(script: str) -> tuple[str, ...]:
    """Return the languages that are written in a script."""
    return tuple(code for code, one in all_languages().items() if script in one.scripts)


@cache
def _alone_in(script: str) -> str:
    """Return the language that a script belongs to when nothing tells another, or ``""``."""
    codes = [code for code, one in all_languages().items() if script == one.scripts[0]]
    return codes[0] if len(codes) == 1 else ""


@cache
def _stop_words(script: str) -> dict[str, tuple[str, ...]]:
    """Return the function words of the languages of a script, with the languages of each."""
    found: dict[str, tuple[str, ...]] = {}
    for code in _codes_in(script):
        language = get_language(code)
        for word in dict.fromkeys(language.context.function_words if language else ()):
            if not word.endswith("*"):
                found[word] = (*found.get(word, ()), code)
    return found


class Segments:
    """The paragraphs of a text and their languages, worked out only when asked for."""

    def __init__(self, text: str, lang: str = "") -> None:
        self.text = text
        self._declared = lang.replace("_", "-").split("-")[0].lower()
        self._paragraph = (0, 0, "")
        """Start, end and language of the paragraph asked for last."""

    @cached_property
    def lang(self) -> str:
        """The language of the whole text: the one declared, else the one guessed."""
        return self._declared or guess_language(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\n", self.text))]

    @cached_property
    def _known(self) -> dict[int, str]:
        return {}

    def lang_at(self, offset: int) -> str:
        """Return the language of the paragraph that holds the code point at ``offset``."""
        first, last, lang = self._paragraph
        if first <= offset < last:
            return lang
        number = bisect_right(self._starts, offset) - 1
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text) + 1
        known = self._known.get(number)
        if known is None:
            sample = self.text[start : min(end, start + _SAMPLE)]
            guessed, score = _scored_guess(sample, self.lang)
            known = self._known[number] = guessed if score >= _CERTAIN_SCORE else self.lang
        self._paragraph = (start, end, known)
        return known

    def cues_at(self, offset: int) -> Cues:
        """Return the context cues of the language at ``offset``."""
        return cues_for(self.lang_at(offset))
