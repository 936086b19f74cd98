"""What stands around a mention: words before and after, sentence starts, titles, kind words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from gazetteer.languages import Context, Namesakes, all_languages, get_language
from gazetteer.lookup.keys import fold, fold_letters

_WINDOW = 70
"""Code points looked at on each side; about ten words."""

_MOST_WORDS = 6
"""Words kept on each side."""

_TOKEN = re.compile(r"[^\W_]+(?:[.’'ʼ՚՛՜՞-][^\W_]+)*[՛՜՞]?", re.UNICODE)
_ARABIC_TOKEN = re.compile(
    r"(?:\bن?م[یي][ \u200c])?[^\W_]+(?:[\u200c\u064b-\u065f\u0670]+[^\W_]+)*[\u064b-\u0652]*"
    r"(?:[ \u200c]ها(?:[یي]{1,2})?\b)?"
)
"""A word in Arabic script, whether the parts of it are joined, apart or half apart: «می گوید»."""
_ARABIC = re.compile(r"[\u0620-\u06ff]")
_CASELESS = re.compile(r"[\u0620-\u06ff\u10d0-\u10ff]")
_SENTENCE_END = re.compile(r"[!?։…:;•|\n؟؛]")
_WRAPPED = re.compile(r"(?<=[^\n]{40})(?<![.!?։…:;»”\"])\n(?![\n•*-])")
"""A line break that only wraps a long line, as in text taken from a PDF."""

_STRESS = re.compile("[՛՜՞]")
"""Armenian marks of stress, exclamation and question: they stand in the word they belong to."""

_APOSTROPHE = re.compile(r"['’ʼ՚]")
_ABBREVIATION = 3
"""Longest word that a full stop may abbreviate (Mr., Dr., г., ст.)."""


_MOST_WORDS_TOLD = 2_000
"""Words of texts for which a set remembers whether it holds them: those that come often."""


class WordSet:
    """A set of words; ``accus*`` stands for every ending and ``*ed`` for every beginning."""

    def __init__(self, words: Iterable[str]) -> None:
        listed = tuple(map(_as_lowered, words))
        self._exact = frozenset(word for word in listed if "*" not in word)
        self._stems = tuple(word[:-1] for word in listed if word.endswith("*"))
        self._tails = tuple(word[1:] for word in listed if word.startswith("*"))

        self._told: dict[object, bool] = {}

    def __contains__(self, word: object) -> bool:
        told = self._told.get(word)
        if told is None:
            told = isinstance(word, str) and (
                word in self._exact
                or bool(self._stems and word.startswith(self._stems))
                or bool(self._tails and word.endswith(self._tails))
            )
            if len(self._told) < _MOST_WORDS_TOLD:
                self._told[word] = told
        return told

    def __bool__(self) -> bool:
        return bool(self._exact or self._stems or self._tails)


def _as_lowered(word: str) -> str:
    """Bring a listed word, with or without a star, to the letters of ``Token.lower``."""
    if _ARABIC.search(word):
        first, last = ("*" * word.startswith("*"), "*" * word.endswith("*"))
        return first + " ".join(map(_arabic, word.strip("*").split())) + last
    return word.replace("ё", "е")


def _arabic(word: str) -> str:
    """Make letter twins one but آ, without half-spaces, diacritics and blanks inside a word."""
    return "آ".join(map(fold_letters, word.split("آ"))).replace(" ", "")


@dataclass(frozen=True, slots=True)
class NamesakeCues:
    """The words of ``languages.Namesakes`` as sets; ``clubs`` by fold key."""

    quoted: bool
    clubs: frozenset[str]
    club_words: WordSet
    sport: WordSet
    brands: WordSet
    institutions: WordSet
    named_after: WordSet
    named_before: WordSet
    first_name_titles: WordSet
    eponyms_after: WordSet
    renewing: WordSet
    eponyms_before: WordSet


@dataclass(frozen=True, slots=True)
class Cues:
    """The context words of one language as sets; see ``languages.Context`` for their meaning."""

    kind_words: dict[str, WordSet]
    person_titles: WordSet
    function_words: WordSet
    place_before: WordSet
    place_after: WordSet
    government_before: WordSet
    government_after: WordSet
    saying_verbs: WordSet
    plural_subjects: WordSet
    common_words: WordSet
    homonyms: WordSet
    place_prepositions: WordSet
    first_names: WordSet
    subject_after: WordSet
    plural_kind_words: WordSet
    linking_words: WordSet
    articles: WordSet
    relative_words: WordSet
    numerals: WordSet
    and_words: WordSet
    time_words: WordSet
    addressed_cases: WordSet
    subject_cases: WordSet
    citing_words: WordSet
    former_words: WordSet
    travel_words: WordSet
    clause_openers: WordSet
    verb_endings: tuple[str, ...]
    first_name_shape: re.Pattern[str] | None
    clause_verb: re.Pattern[str] | None
    first_name_endings: dict[str, tuple[str, ...]]
    government_nouns: WordSet
    case_suffixes: dict[str, str]
    plural_endings: tuple[str, ...]
    apostrophe: bool
    regions_take_articles: bool
    all_common_words: bool
    namesakes: NamesakeCues
    before_nouns: WordSet
    verb_window: int


_NOT_WORDS = (
    "kind_words",
    "clause_verb",
    "first_name_shape",
    "first_name_endings",
    "case_suffixes",
    "plural_endings",
    "apostrophe",
    "regions_take_articles",
    "all_common_words",
    "namesakes",
    "verb_window",
    "verb_endings",
)


@cache
def cues_for(lang: str) -> Cues:
    """Return the cues of a language; of all languages together when it is not one of ours."""
    language = get_language(lang) if lang else None
    contexts = [language.context] if language else [x.context for x in all_languages().values()]
    return Cues(
        kind_words={
            kind: WordSet(_all_words(contexts, kind)) for c in contexts for kind in c.kind_words
        },
        first_name_shape=_pattern([context.first_name_shape for context in contexts]),
        clause_verb=_pattern([context.clause_verb for context in contexts]),
        first_name_endings=contexts[0].first_name_endings if len(contexts) == 1 else {},
        case_suffixes=contexts[0].case_suffixes if len(contexts) == 1 else {},
        plural_endings=contexts[0].plural_endings if len(contexts) == 1 else (),
        apostrophe=any(context.apostrophe for context in contexts),
        regions_take_articles=len(contexts) == 1 and contexts[0].regions_take_articles,
        all_common_words=all(context.all_common_words for context in contexts),
        namesakes=_namesake_cues([context.namesakes for context in contexts]),
        verb_window=contexts[0].verb_window if len(contexts) == 1 else 1,
        verb_endings=contexts[0].verb_endings if len(contexts) == 1 else (),
        **{
            field: WordSet(word for context in contexts for word in getattr(context, field))
            for field in Cues.__dataclass_fields__
            if field not in _NOT_WORDS
        },
    )


def _pattern(shapes: list[str]) -> re.Pattern[str] | None:
    """Compile what one language says; several languages together say nothing."""
    return re.compile(shapes[0]) if len(shapes) == 1 and shapes[0] else None


def _namesake_cues(listed: list[Namesakes]) -> NamesakeCues:
    return NamesakeCues(
        quoted=all(words.quoted for words in listed),
        clubs=frozenset(fold(name) for words in listed for name in words.clubs),
        **{
            field: WordSet(word for words in listed for word in getattr(words, field))
            for field in NamesakeCues.__dataclass_fields__
            if field not in ("quoted", "clubs")
        },
    )


def _all_words(contexts: list[Context], kind: str) -> list[str]:
    return [word for context in contexts for word in context.kind_words.get(kind, ())]


class Token(NamedTuple):
    """A word beside a mention, ending at code point ``end`` of the text.

    ``breaks`` tells that a sentence ends between it and the mention.
    """

    text: str
    breaks: bool
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case without what follows an apostrophe."""
        return lowered(self.text)


@lru_cache(maxsize=65_536)
def lowered(word: str) -> str:
    """Lower the case of a word and cut what follows an apostrophe, as ``Token.lower`` does."""
    if _ARABIC.match(word):
        return _arabic(word)
    lowered = _STRESS.sub("", word.replace("İ", "i").lower().replace("ё", "е"))
    return _APOSTROPHE.split(lowered)[0] or lowered


def is_caseless(word: str) -> bool:
    """Tell whether a word is in a script without capitals, so that none tells that it is a name.

    >>> is_caseless("برده"), is_caseless("Bərdə"), is_caseless("შუშა")
    (True, False, True)
    """
    return _CASELESS.match(word) is not None


def _ends_sentence(left: str, gap: str) -> bool:
    """Tell whether the gap after the word ``left`` ends a sentence and not an abbreviation."""
    if gap == " ":
        return False
    if _SENTENCE_END.search(gap):
        return True
    abbreviated = len(left) <= _ABBREVIATION or "." in left
    return "." in gap and (not abbreviated or _ARABIC.match(left) is not None)


class Surroundings:
    """The words around ``text[start:end]``, never further than a fixed window.

    ``before`` and ``after`` are tokens, nearest first, each side worked out when it is asked for;
    ``prefix`` and ``suffix`` the code points that touch the mention.
    """

    __slots__ = (
        "_after", "_before", "_end", "_following", "_left", "_mention", "_preceding", "_right",
        "_start", "_token", "prefix", "suffix",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int) -> None:
        first = max(0, start - _WINDOW)
        window = text[first : end + _WINDOW]
        if "\n" in window:
            window = _WRAPPED.sub(" ", window)
        self._left, self._right = window[: start - first], window[end - first :]
        self._mention = text[start:end]
        self._start, self._end = start, end
        self.prefix, self.suffix = self._left[-3:], self._right[:12]
        self._before: tuple[Token, ...] | None = None
        self._after: tuple[Token, ...] | None = None
        self._preceding: list[str] | None = None
        self._following: list[str] | None = None
        self._token = _ARABIC_TOKEN if _ARABIC.match(self._mention) else _TOKEN

    @property
    def beyond(self) -> str:
        """What follows the mention, about ten words."""
        return self._right

    @property
    def before(self) -> tuple[Token, ...]:
        """The words before the mention."""
        if self._before is None:
            self._before = self._read_before()
        return self._before

    def _read_before(self) -> tuple[Token, ...]:
        left, found = self._left, []
        edge, broken = len(left), False
        words = [match.span() for match in self._token.finditer(left)]
        if self._start > _WINDOW and words and words[0][0] == 0:
            del words[0]  # cut in the middle
        for first, last in reversed(words[-_MOST_WORDS:]):
            word = left[first:last]
            broken = broken or _ends_sentence(word, left[last:edge])
            found.append(Token(word, broken, self._start - len(left) + last))
            edge = first
        return tuple(found)

    @property
    def after(self) -> tuple[Token, ...]:
        """The words after the mention."""
        if self._after is None:
            self._after = self._read_after()
        return self._after

    def _read_after(self) -> tuple[Token, ...]:
        right, found = self._right, []
        edge, word, broken = 0, self._mention, False
        for match in islice(self._token.finditer(right), _MOST_WORDS):
            first, last = match.span()
            broken = broken or _ends_sentence(word, right[edge:first])
            word = match.group()
            found.append(Token(word, broken, self._end + last))
            edge = last
        return tuple(found)

    @property
    def starts_sentence(self) -> bool:
        """Whether the mention opens a sentence, heading or line."""
        before = self.before
        return not before or before[0].breaks

    @property
    def opens_with_previous(self) -> bool:
        """Whether the word before opens the sentence, so that its capital proves nothing."""
        return len(self.before) == 1 or (len(self.before) > 1 and self.before[1].breaks)

    def next_words(self, count: int) -> list[str]:
        """Return up to ``count`` lower-case words after the mention in the same sentence."""
        if self._following is None:
            self._following = _within_sentence(self.after)
        return self._following[:count]

    def previous_words(self, count: int) -> list[str]:
        """Return up to ``count`` lower-case words before it in the same sentence, nearest first."""
        if self._preceding is None:
            self._preceding = _within_sentence(self.before)
        return self._preceding[:count]


def _within_sentence(tokens: tuple[Token, ...]) -> list[str]:
    words: list[str] = []
    for token in tokens:
        if token.breaks:
            break
        words.append(token.lower)
    return words
