"""How a batch grows with processes, against a bare pool, and its memory.

    python -m benchmarks.batch [--megabytes 8] [--rounds 3]

The wall clock needs a machine that does nothing else; the CPU seconds, which tell what dealing out
the work costs, do not. See README.md for what was measured.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.annotate import seed_texts
from gazetteer.batch import (
    Annotator,
    BatchSettings,
    Chunk,
    Destination,
    annotate_batch,
    choose_input,
    read_chunks,
)
from gazetteer.core import Gazetteer

JOBS = 2
_annotators: list[Annotator] = []


def write_input(path: Path, megabytes: float) -> None:
    """Write JSON lines of about so many megabytes."""
    texts = seed_texts()
    with path.open("w", encoding="utf-8") as file:
        number = 0
        while file.tell() < megabytes * 1e6:
            line = {"id": number, "text": texts[number % len(texts)]}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            number += 1


def begin(settings: BatchSettings) -> None:
    _annotators.append(Annotator.open(settings))


def annotate(chunk: Chunk) -> bytes:
    return _annotators[0].run(chunk).output


def bare_pool(source: Path, output: Path, settings: BatchSettings) -> None:
    """The standard library's pool, which loses chunks when a process is killed."""
    chunks: Iterator[Chunk] = read_chunks([choose_input(str(source))])
    with (
        multiprocessing.get_context("spawn").Pool(JOBS, begin, (settings,)) as pool,
        output.open("wb") as file,
    ):
        file.writelines(pool.imap(annotate, chunks))


def seconds(run: Callable[[], object]) -> tuple[float, float]:
    """Return wall-clock and CPU seconds, those of child processes included."""
    started, used = time.perf_counter(), cpu_seconds()
    run()
    return time.perf_counter() - started, cpu_seconds() - used


def cpu_seconds() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=float, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    gazetteer = Gazetteer.open()
    settings = BatchSettings(str(gazetteer.store.path))
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        write_input(source, asked.megabytes)

        def batch(jobs: int) -> None:
            inputs = [choose_input(str(source))]
            annotate_batch(gazetteer, inputs, Destination(output), settings, jobs=jobs)

        ways: dict[str, Callable[[], object]] = {
            "one process": lambda: batch(1),
            f"{JOBS} processes": lambda: batch(JOBS),
            f"bare pool of {JOBS}": lambda: bare_pool(source, output, settings),
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for _ in range(asked.rounds):
            for name, run in ways.items():
                taken[name].append(seconds(run))
        medians = {
            name: [statistics.median(column) for column in zip(*both, strict=True)]
            for name, both in taken.items()
        }
        one, one_cpu = medians["one process"]
        for name, (wall, cpu) in medians.items():
            print(
                f"{name:16}{wall:8.2f} s {source.stat().st_size / 1e6 / wall:7.2f} MB/s"
                f"{one / wall:7.2f} × as fast {cpu:8.2f} s of CPU, {cpu / one_cpu:5.2f} × as much"
            )
    for who, what in (
        ("this process", resource.RUSAGE_SELF),
        ("a child", resource.RUSAGE_CHILDREN),
    ):
        print(f"peak memory of {who}: {resource.getrusage(what).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
