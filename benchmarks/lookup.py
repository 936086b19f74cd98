"""How fast names are looked up: beside a dict, a bisected list and rapidfuzz on the same names.

    python -m benchmarks.lookup [--names 60000] [--queries 1000]

The real names, and with ``--names`` made-up ones put together from syllables of theirs, compiled
to a store of that many names. CPU time of single calls, in one process; ratios are of the
medians of one run. See README.md for what was measured.
"""

from __future__ import annotations

import argparse
import bisect
import random
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from gazetteer.core import Gazetteer
from gazetteer.lookup.keys import fold
from gazetteer.lookup.ranking import CLEAR_MARGIN
from gazetteer.model import Name, NameQuery
from gazetteer.store import Store
from tests.builders import PackageBuilder, a_place

_SYLLABLE = re.compile(
    "[^aeiouəıöüаеиоуыэюяաեէըիոօու]*[aeiouəıöüаеиоуыэюяաեէըիոօու]+", re.IGNORECASE
)
_SLOW_QUERIES = 60
"""Queries for peers that look at every name."""


@dataclass
class Measured:
    """Microseconds of single calls."""

    label: str
    micros: list[float]

    @property
    def p50(self) -> float:
        return sorted(self.micros)[len(self.micros) // 2]

    @property
    def p99(self) -> float:
        return sorted(self.micros)[int(len(self.micros) * 0.99)]

    def __str__(self) -> str:
        return f"{self.label:44} p50 {self.p50:9.1f} µs   p99 {self.p99:9.1f} µs"


def timed(label: str, call: Callable[[str], object], queries: Sequence[str]) -> Measured:
    micros = []
    for query in queries:
        started = time.process_time()
        call(query)
        micros.append((time.process_time() - started) * 1e6)
    measured = Measured(label, micros)
    print(measured)
    return measured


def slipped(text: str, slips: int, chance: random.Random) -> str:
    """Leave out, put in, mistake or swap letters."""
    for _ in range(slips):
        at = chance.randrange(len(text))
        letter = chance.choice([c for c in text if c.isalpha()] or ["a"]).lower()
        text = chance.choice(
            [
                text[:at] + text[at + 1 :],
                text[:at] + letter + text[at:],
                text[:at] + letter + text[at + 1 :],
                text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
            ]
        )
    return text


def recall(gazetteer: Gazetteer, asked: Sequence[tuple[str, str]]) -> float:
    """Return the share whose entity comes first, or so near that the answer is called ambiguous."""
    found = 0
    for query, entity in asked:
        ranked = gazetteer.look_up(NameQuery(query, limit=100)).candidates
        found += any(
            c.entity.id == entity and c.score > ranked[0].score - CLEAR_MARGIN for c in ranked
        )
    return found / len(asked)


def listed_names(store: Store) -> list[Name]:
    return [name for entity in store.entities() for name in store.names_of(entity.id)]


def made_up_store(names: Sequence[Name], count: int, folder: Path) -> Store:
    """Compile a store of ``count`` names, four a place, of the real names' syllables."""
    chance = random.Random(5)
    syllables: dict[tuple[str, str], list[str]] = {}
    for name in names:
        if name.text.isalpha() and "İ" not in name.text and name.role != "romanized":
            found = _SYLLABLE.findall(name.text.lower())
            syllables.setdefault((name.lang, name.script), []).extend(found)
    writings = [writing for writing, found in syllables.items() if len(found) > 400]
    builder = PackageBuilder(folder)
    for number in range(1, count // 4 + 1):
        place = a_place(f"p-{number:07}", prominence=chance.randrange(5, 60))
        builder.add(place)
        for lang, script in chance.sample(writings, 4):
            length = chance.choice((2, 3, 3, 4))
            text = "".join(chance.choices(syllables[lang, script], k=length)).capitalize()
            builder.add(Name(place.id, lang, text, script, source="page-test"))
    return builder.store()


def compare(store: Store, queries: int) -> None:
    gazetteer = Gazetteer(store)
    gazetteer.matcher.find("loads the matcher")
    names = listed_names(store)
    chance = random.Random(2)
    sample = chance.sample(names, min(queries, len(names)))
    long = [name for name in sample if sum(map(str.isalpha, name.text)) >= 6]
    keys = sorted({fold(name.text) for name in names})
    by_key: dict[str, list[Name]] = {}
    for name in names:
        by_key.setdefault(fold(name.text), []).append(name)
    print(f"\n{len(names)} names, {len(keys)} keys")

    texts = [name.text for name in sample]
    timed("exact, first time asked", lambda text: gazetteer.look_up(NameQuery(text)), texts)
    exact = timed("exact", lambda text: gazetteer.look_up(NameQuery(text)), texts)
    peer = timed("  dict of folded keys, no ranking", lambda text: by_key[fold(text)], texts)
    print(f"  → {exact.p50 / peer.p50:.1f} × the time of the dict\n")

    prefixes = [fold(text)[: chance.choice((2, 3, 4))] for text in texts]
    prefix = timed("prefix of 2 to 4 letters", gazetteer.suggest, prefixes)
    peer = timed(
        "  bisected list of keys, no ranking",
        lambda text: keys[bisect.bisect_left(keys, text) :][:10],
        prefixes[:_SLOW_QUERIES],
    )
    print(f"  → {prefix.p50 / peer.p50:.2f} × the time of the list\n")

    for slips in (1, 2):
        asked = [(slipped(name.text, slips, chance), name.entity) for name in long]
        typed = [text for text, _ in asked]
        typo = timed(f"{slips} typing slip(s)", lambda t: gazetteer.look_up(NameQuery(t)), typed)
        peer = timed(
            "  rapidfuzz extractOne over all keys",
            lambda text: process.extractOne(fold(text), keys, scorer=OSA.distance, score_cutoff=2),
            typed[:_SLOW_QUERIES],
        )
        print(f"  → {peer.p50 / typo.p50:.1f} × as fast; recall@1 {recall(gazetteer, asked):.3f}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--names", type=int, default=0, help="also make up a store of so many")
    parser.add_argument("--queries", type=int, default=1000)
    asked = parser.parse_args()
    real = Gazetteer.open().store
    compare(real, asked.queries)
    if asked.names:
        with tempfile.TemporaryDirectory() as folder:
            started = time.process_time()
            store = made_up_store(listed_names(real), asked.names, Path(folder))
            print(f"\ncompiled in {time.process_time() - started:.1f} s")
            compare(store, asked.queries)
            store.close()


if __name__ == "__main__":
    main()
