"""The pool against really killed processes: everything once, in order, whatever dies."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.batch import (
    Annotator,
    BatchInput,
    BatchSettings,
    Chunk,
    ChunkResult,
    Pool,
    PoolError,
    read_chunks,
)
from gazetteer.errors import ArtefactError
from tests.batch import poison
from tests.batch.texts import records, write_jsonl

CHUNK_BYTES = 4096


@pytest.fixture
def settings(sample_artefact: Path) -> BatchSettings:
    return BatchSettings(str(sample_artefact))


@pytest.fixture
def source(tmp_path: Path) -> BatchInput:
    return BatchInput(str(write_jsonl(tmp_path / "in.jsonl", records(400))), "jsonl")


def chunks_of(source: BatchInput) -> Iterator[Chunk]:
    return read_chunks([source], chunk_bytes=CHUNK_BYTES)


def expected(settings: BatchSettings, source: BatchInput) -> bytes:
    annotator = Annotator.open(settings)
    return b"".join(annotator.run(chunk).output for chunk in chunks_of(source))


def joined(results: list[tuple[Chunk, ChunkResult]]) -> bytes:
    assert [chunk.number for chunk, _ in results] == list(range(len(results)))
    return b"".join(result.output for _, result in results)


def test_the_same_bytes_as_one_process(settings: BatchSettings, source: BatchInput) -> None:
    with Pool(settings, 3) as pool:
        assert joined(list(pool.map(chunks_of(source)))) == expected(settings, source)


def test_killed_processes_lose_and_double_nothing(
    settings: BatchSettings, source: BatchInput
) -> None:
    told: list[str] = []
    with Pool(settings, 2, told.append) as pool:
        results = []
        for chunk, result in pool.map(chunks_of(source)):
            results.append((chunk, result))
            if chunk.number % 7 == 3:
                os.kill(pool.process_ids[chunk.number % 2], signal.SIGKILL)
    assert joined(results) == expected(settings, source)
    assert len(told) >= 3
    assert "SIGKILL" in told[0]


def test_all_processes_killed_at_once(settings: BatchSettings, source: BatchInput) -> None:
    with Pool(settings, 3) as pool:
        results = []
        for chunk, result in pool.map(chunks_of(source)):
            results.append((chunk, result))
            if chunk.number == 5:
                for process in pool.process_ids:
                    os.kill(process, signal.SIGKILL)
    assert joined(results) == expected(settings, source)


def poisoned(tmp_path: Path, texts: dict[int, str]) -> BatchInput:
    shapes = records(60)
    for number, text in texts.items():
        shapes[number]["text"] = text
    return BatchInput(str(write_jsonl(tmp_path / "poisoned.jsonl", shapes)), "jsonl")


def test_a_record_that_kills_is_rejected_alone(
    settings: BatchSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gazetteer.batch.pool.work", poison.work)
    source = poisoned(tmp_path, {0: poison.ALWAYS, 33: poison.ALWAYS})
    with Pool(settings, 2) as pool:
        results = list(pool.map(chunks_of(source)))
    ids = [json.loads(line)["id"] for line in joined(results).splitlines()]
    assert ids == [number for number in range(60) if number not in (0, 33)]
    rejects = [reject for _, result in results for reject in result.rejects]
    assert [reject.line for reject in rejects] == [1, 34]
    assert rejects[1].error == "ended 4 processes that worked on it"
    assert rejects[1].offset == Path(source.path).read_bytes().index(b'{"id": 33,')


def test_a_record_that_kills_once_is_kept(
    settings: BatchSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gazetteer.batch.pool.work", poison.work)
    source = poisoned(tmp_path, {20: f"{poison.ONCE}{tmp_path / 'died'}"})
    with Pool(settings, 2) as pool:
        results = list(pool.map(chunks_of(source)))
    assert (tmp_path / "died").exists()
    assert joined(results) == expected(settings, source)


def test_processes_that_cannot_start_are_given_up(
    settings: BatchSettings, source: BatchInput, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gazetteer.batch.pool.work", poison.die_at_once)
    with (
        Pool(settings, 2) as pool,
        pytest.raises(PoolError, match=r"end as they start \(exit code 7\)"),
    ):
        list(pool.map(chunks_of(source)))


def test_an_unusable_dataset_is_told_in_one_line(tmp_path: Path, source: BatchInput) -> None:
    settings = BatchSettings(str(tmp_path / "missing.gpkg"))
    with Pool(settings, 2) as pool, pytest.raises(ArtefactError, match=r"missing\.gpkg"):
        list(pool.map(chunks_of(source)))


def test_faults_of_the_input_keep_their_place(settings: BatchSettings, tmp_path: Path) -> None:
    write_jsonl(tmp_path / "a.jsonl", records(30))
    inputs = [BatchInput(str(tmp_path / name), "jsonl") for name in ("a.jsonl", "gone", "a.jsonl")]
    with Pool(settings, 2) as pool:
        results = list(pool.map(read_chunks(inputs, chunk_bytes=CHUNK_BYTES)))
    fault = [place for place, (_, result) in enumerate(results) if result.rejects]
    assert len(fault) == 1
    assert len(joined(results).splitlines()) == 60


def test_no_process_is_left_behind(settings: BatchSettings, source: BatchInput) -> None:
    with Pool(settings, 2) as pool:
        processes = pool.process_ids
        next(pool.map(chunks_of(source)))
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
