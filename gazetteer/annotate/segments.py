"""Which language each paragraph of a text is written in.

Only what annotation needs: case endings of one language must not be looked for in another that
shares its script. Script decides first; among languages of one script, their function words and
the letters that only one of them has.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property

from gazetteer.annotate.surroundings import Cues, cues_for
from gazetteer.languages import all_languages, get_language

_SAMPLE = 1500
"""Code points that are enough to tell the language of a text."""

_WORD = re.compile(r"(?<![^\W\d_]['’ʼ])\b[^\W\d_]+")
"""A word, not a case ending after an apostrophe: Turkish *Laçın'a* holds no English *a*."""

_SCRIPT_LETTER = {
    "Latn": re.compile(r"[a-zà-ɏə]", re.IGNORECASE),
    "Cyrl": re.compile(r"[Ѐ-ԯ]"),
    "Armn": re.compile(r"[Ա-և]"),
    "Geor": re.compile(r"[Ⴀ-ჿ]"),
    "Arab": re.compile(r"[؀-ۿ]"),
}
_TELLTALE = {"az": "əƏ", "de": "ßäÄ", "fr": "éèêàœ", "ru": "ыэъ", "fa": "پچژگی"}
"""Letters common in one language and absent or rare in its neighbours of the same script."""

_CERTAIN_SCORE = 2
"""Score (2 a function word) that a paragraph needs to count as another language than its text."""


def guess_language(text: str) -> str:
    """Return the code of the language that ``text`` is most likely in, ``""`` when nothing tells.

    >>> guess_language("Bakı bunu rədd edib və cavab vermişdir")
    'az'
    """
    return _scored_guess(text[:_SAMPLE])[0]


def _scored_guess(sample: str, likely: str = "") -> tuple[str, int]:
    """Return the language that most speaks for and its score; of equals ``likely`` is taken."""
    counts = {script: len(rx.findall(sample)) for script, rx in _SCRIPT_LETTER.items()}
    script = max(counts, key=lambda key: counts[key])
    if not counts[script]:
        return "", 0
    codes = [code for code, language in all_languages().items() if script == language.scripts[0]]
    if not codes:
        return "", 0
    if len(codes) == 1:
        return codes[0], counts[script] // 4
    words = [word.replace("İ", "i").lower() for word in _WORD.findall(sample)]
    scores = {code: 2 * sum(word in _stop_words(code) for word in words) for code in codes}
    for code in codes:
        scores[code] += 2 * sum(map(sample.count, _TELLTALE.get(code, "")))
    best = max(scores, key=lambda code: (scores[code], code == likely))
    return (best, scores[best]) if scores[best] else ("", 0)


@cache
def _stop_words(code: str) -> frozenset[str]:
    language = get_language(code)
    words = language.context.function_words if language else ()
    return frozenset(word for word in words if not word.endswith("*"))


class Segments:
    """The paragraphs of a text and their languages, worked out only when asked for."""

    def __init__(self, text: str, lang: str = "") -> None:
        self.text = text
        self._declared = lang.replace("_", "-").split("-")[0].lower()

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
        number = bisect_right(self._starts, offset) - 1
        lang = self._known.get(number)
        if lang is None:
            start = self._starts[number]
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
            guessed, score = _scored_guess(self.text[start : min(end, start + _SAMPLE)], self.lang)
            lang = self._known[number] = guessed if score >= _CERTAIN_SCORE else self.lang
        return lang

    def cues_at(self, offset: int) -> Cues:
        """Return the context cues of the language at ``offset``."""
        return cues_for(self.lang_at(offset))
