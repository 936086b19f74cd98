"""How fast texts are annotated: beside other finders on the same texts, in one run.

    python -m benchmarks.annotate [--text FILE] [--rounds 5] [--hundredfold]

Contenders take turns, so that a machine that slows down slows all of them. One core; CPU time, so
that other work on the machine counts little. Needs the extra ``bench``; without it the peers are
left out. See README.md for what was measured.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import daachorse

from gazetteer.artefact_file import ArtefactFile
from gazetteer.core import Gazetteer
from gazetteer.dataset.forms import build_patterns
from gazetteer.evaluation import read_manifest
from gazetteer.languages import get_language
from gazetteer.lookup.matcher import Matcher
from gazetteer.model import TextQuery
from gazetteer.store import PatternRows, Store

MANY = 100
_LEAST_SECONDS = 0.3
"""A contender works on so much text that one turn of it takes at least so long."""

_SHORTEST_MADE_UP = 6

SENTENCE = re.compile(r"(?<=[.!?։:])\s+|\n+")


@dataclass
class Contender:
    """Something that finds names: a function from texts to how many it found."""

    name: str
    find: Callable[[Sequence[str]], int]
    texts: Sequence[str] = ()
    found: int = 0
    rates: list[float] = field(default_factory=list)

    def take_turn(self) -> None:
        started = time.process_time()
        self.found = self.find(self.texts)
        self.rates.append(megabytes(self.texts) / (time.process_time() - started))

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)


def megabytes(texts: Sequence[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def fitting(find: Callable[[Sequence[str]], int], texts: Sequence[str]) -> Sequence[str]:
    """Return the texts repeated, or some of them, so that a turn takes long enough."""
    amount = 1
    while True:
        chosen = (list(texts) * (amount // len(texts) + 1))[:amount]
        started = time.process_time()
        find(chosen)
        if time.process_time() - started >= _LEAST_SECONDS:
            return chosen
        amount *= 2


def compare(contenders: Sequence[Contender], rounds: int) -> None:
    for _ in range(rounds):
        for contender in contenders:
            contender.take_turn()


# --- contenders ----------------------------------------------------------------------------------


def annotating(gazetteer: Gazetteer) -> Callable[[Sequence[str]], int]:
    """The full pipeline: mentions with entities, scores and senses."""

    def find(texts: Sequence[str]) -> int:
        return sum(len(gazetteer.annotate(TextQuery(text))) for text in texts)

    return find


def matching(matcher: Matcher) -> Callable[[Sequence[str]], int]:
    """The first step alone: every place where a listed name stands in an allowed form."""

    def find(texts: Sequence[str]) -> int:
        return sum(len(matcher.find(text)) for text in texts)

    return find


def all_forms(store: Store) -> list[str]:
    """Every case form of every name that is looked for in texts."""
    forms: set[str] = set()
    for entity in store.entities():
        for name in store.names_of(entity.id):
            if name.role == "romanized":
                continue
            language = get_language(name.lang)
            declined_as = name.role if name.role in ("adjective", "demonym") else entity.kind
            if language is None:
                forms.add(name.text)
            else:
                for inflection in language.inflections(name.text, declined_as):
                    forms.update(form for form, _ in inflection.forms())
    return sorted(forms)


def flashtext_of(forms: Sequence[str]) -> Callable[[Sequence[str]], int] | None:
    """Give flashtext all forms; and the letters of all scripts, which it takes for blanks."""
    try:
        from flashtext import KeywordProcessor
    except ImportError:
        return None
    processor = KeywordProcessor(case_sensitive=True)
    letters = {letter for form in forms for letter in form if letter.isalnum()}
    processor.set_non_word_boundaries(processor.non_word_boundaries | letters)
    for form in forms:
        processor.add_keyword(form)
    return lambda texts: sum(len(processor.extract_keywords(text)) for text in texts)


def spacy_of(forms: Sequence[str]) -> Callable[[Sequence[str]], int] | None:
    """Give spaCy's PhraseMatcher all forms, on its tokenizer for many languages."""
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        return None
    nlp = spacy.blank("xx")
    nlp.max_length = 10**9
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("NAME", [nlp.make_doc(form) for form in forms])
    return lambda texts: sum(len(matcher(nlp.make_doc(text))) for text in texts)


def daachorse_of(forms: Sequence[str]) -> Callable[[Sequence[str]], int]:
    """Give daachorse alone all forms: the raw letters, inside words too."""
    kind = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(forms), kind)
    return lambda texts: sum(len(automaton.find(text)) for text in texts)


def ahocorasick_of(forms: Sequence[str]) -> Callable[[Sequence[str]], int] | None:
    """Give ahocorasick_rs all forms: the raw letters, inside words too."""
    try:
        from ahocorasick_rs import AhoCorasick, MatchKind
    except ImportError:
        return None
    automaton = AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)
    return lambda texts: sum(len(automaton.find_matches_as_indexes(text)) for text in texts)


def geotext_of() -> Callable[[Sequence[str]], int] | None:
    """geotext with its own list, which cannot be changed: cities and countries in English."""
    try:
        from geotext import GeoText
    except ImportError:
        return None

    def find(texts: Sequence[str]) -> int:
        return sum(len(found.cities) + len(found.countries) for found in map(GeoText, texts))

    return find


class ManyNames(Store):
    """The same store with made-up names among the patterns, ``times`` as many in all."""

    def __init__(self, store: Store, times: int) -> None:
        super().__init__(ArtefactFile(store.path))
        kinds = {entity.id: entity.kind for entity in store.entities()}
        count = sum(len(store.names_of(entity)) for entity in kinds)
        names = ((number, store.name(number)) for number in range(1, count + 1))
        real = build_patterns(
            (number, name.lang, name.text, name.role, kinds[name.entity]) for number, name in names
        )
        made_up = make_up(real.patterns, (times - 1) * len(real.patterns))
        self.patterns = [*real.patterns, *made_up]
        offsets, numbers, endings = (
            array("I", a) for a in (real.offsets, real.numbers, real.endings)
        )
        for place in range(len(made_up)):
            like = place % len(real.patterns)
            numbers.append(real.numbers[real.offsets[like]])
            endings.append(real.endings[real.offsets[like]])
            offsets.append(len(numbers))
        self._many_rows = PatternRows(offsets, numbers, endings)

    def matcher(self) -> bytes:
        return daachorse.CharwiseDoubleArrayAhoCorasick(self.patterns).serialize()

    def pattern_rows(self) -> PatternRows:
        return self._many_rows


def make_up(patterns: Sequence[str], count: int) -> list[str]:
    """Put heads of names together with tails of others of their script, as names are made."""
    chance = random.Random(1)
    by_script: dict[int, list[str]] = {}
    for pattern in patterns:
        if pattern[1:].isalpha():
            by_script.setdefault(ord(pattern[1]) >> 8, []).append(pattern)
    scripts = [group for group in by_script.values() if len(group) > 100]
    weights = [len(group) for group in scripts]
    known = set(patterns)
    made: list[str] = []
    while len(made) < count:
        (group,) = chance.choices(scripts, weights)
        head, middle, tail = chance.choices(group, k=3)
        name = head[: len(head) // 2 + 1] + middle[2 : chance.randint(2, 5)] + tail[-4:]
        if len(name) > _SHORTEST_MADE_UP and name not in known:
            known.add(name)
            made.append(name)
    return made


# --- texts ---------------------------------------------------------------------------------------


def seed_texts() -> list[str]:
    """The texts of seeds/ that are on this machine, in turn by language."""
    found: dict[str, list[str]] = {}
    for seed in read_manifest():
        if seed.path is not None:
            text = seed.path.read_text(encoding="utf-8")
            found.setdefault(seed.lang, []).extend(cut(text, 2000))
    most = max(map(len, found.values()))
    return [texts[place % len(texts)] for place in range(most) for texts in found.values()]


def cut(text: str, length: int) -> list[str]:
    """Cut at line ends into pieces of about ``length`` code points: the size of a news item."""
    pieces, piece = [], ""
    for line in text.splitlines(keepends=True):
        piece += line
        if len(piece) >= length:
            pieces.append(piece)
            piece = ""
    return [*pieces, piece] if piece.strip() else pieces


def thinned(texts: Sequence[str], matcher: Matcher) -> list[str]:
    """Take the names out of three sentences of four: seeds are dense with them, news is less so."""
    thin = []
    for text in texts:
        parts = SENTENCE.split(text)
        bare = [
            part if n % 4 == 0 else without_names(part, matcher) for n, part in enumerate(parts)
        ]
        thin.append(" ".join(bare))
    return thin


def without_names(sentence: str, matcher: Matcher) -> str:
    kept, done = [], 0
    for hit in matcher.find(sentence):
        kept.append(sentence[done : hit.start])
        done = max(done, hit.end)
    return "".join([*kept, sentence[done:]])


# --- what is printed -----------------------------------------------------------------------------


def print_comparison(title: str, contenders: Sequence[Contender]) -> None:
    ours = contenders[0].rate
    print(f"Texts: {title}")
    print(f"{'':32}{'MB/s':>8}{'lowest':>8}{'highest':>8}{'found/KB':>10}{'we are':>10}")
    for one in contenders:
        density = one.found / megabytes(one.texts) / 1000
        low, high = min(one.rates), max(one.rates)
        ratio = f"{ours / one.rate:8.2f} ×"
        print(f"{one.name:32}{one.rate:8.2f}{low:8.2f}{high:8.2f}{density:10.2f}{ratio:>10}")


def print_linearity(gazetteer: Gazetteer, texts: Sequence[str], rounds: int) -> None:
    """Annotate one text of growing length; a cost that is linear keeps the rate."""
    once = "\n".join(texts)[:50_000]
    find = annotating(gazetteer)
    contenders = [
        Contender(f"one text of {len(once) * times:,} code points", find, [(once + "\n") * times])
        for times in (1, 4, 16)
    ]
    compare(contenders, rounds)
    first = contenders[0].rate
    for one in contenders:
        print(f"{one.name:36}{one.rate:8.2f} MB/s, {first / one.rate:5.2f} × the time per byte")


def print_hundredfold(gazetteer: Gazetteer, texts: Sequence[str], rounds: int) -> None:
    started = time.process_time()
    many = ManyNames(gazetteer.store, MANY)
    crowded = Gazetteer(gazetteer.store)
    crowded.__dict__["matcher"] = Matcher(many)
    seconds = time.process_time() - started
    print(f"{len(many.patterns):,} patterns, built in {seconds:.0f} s")
    pairs = (
        ("annotate", annotating(gazetteer), annotating(crowded)),
        ("match only", matching(gazetteer.matcher), matching(crowded.matcher)),
    )
    for name, few, lots in pairs:
        chosen = fitting(few, texts)
        one, other = Contender(name, few, chosen), Contender(name, lots, chosen)
        compare((one, other), rounds)
        print(
            f"{name:12}{one.rate:8.2f} MB/s with all names, {other.rate:8.2f} with {MANY} × as "
            f"many: {one.rate / other.rate:.2f} × the time ({one.found} and {other.found} found)"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--text", type=Path, help="text to use instead of seeds/")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--hundredfold", action="store_true", help="also with 100 × the names")
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    gazetteer = Gazetteer.open()
    texts = cut(asked.text.read_text(encoding="utf-8"), 2000) if asked.text else seed_texts()
    forms = all_forms(gazetteer.store)
    finders = {
        "annotate": annotating(gazetteer),
        "  of this, matching": matching(gazetteer.matcher),
        "flashtext, all forms": flashtext_of(forms),
        "spaCy PhraseMatcher, all forms": spacy_of(forms),
        "geotext, its own names": geotext_of(),
        "ahocorasick_rs, raw letters": ahocorasick_of(forms),
        "daachorse, raw letters": daachorse_of(forms),
    }
    print(f"{len(texts)} texts, {megabytes(texts):.2f} MB; {len(forms):,} forms of names\n")
    for title, chosen in (
        ("as they are", texts),
        ("names taken out of three sentences of four", thinned(texts, gazetteer.matcher)),
    ):
        contenders = [
            Contender(name, find, fitting(find, chosen)) for name, find in finders.items() if find
        ]
        compare(contenders, asked.rounds)
        print_comparison(title, contenders)
        print()
    print_linearity(gazetteer, texts, asked.rounds)
    if asked.hundredfold:
        print()
        print_hundredfold(gazetteer, texts, asked.rounds)


if __name__ == "__main__":
    main()
