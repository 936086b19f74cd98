"""Cutting inputs into chunks: nothing lost, every place right, memory bounded."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.batch.inputs import (
    AUTO,
    LINES,
    TEXT,
    BatchInput,
    Chunk,
    Position,
    choose_input,
    read_chunks,
)

REUSED_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def chunks_of(
    content: bytes, folder: Path, form: str = LINES, longest: int = 1000, chunk_bytes: int = 64
) -> list[Chunk]:
    path = folder / "input"
    path.write_bytes(content)
    return list(read_chunks([BatchInput(str(path), form)], Position(), longest, chunk_bytes))


def naive_lines(content: bytes) -> list[tuple[int, int, bytes]]:
    """Number, byte offset and bytes of every line that is not blank, the slow and obvious way."""
    found, offset = [], 0
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.strip():
            found.append((number, offset, line))
        offset += len(line) + 1
    return found


@REUSED_FOLDER
@given(st.lists(st.binary(max_size=90)), st.integers(1, 200))
def test_every_line_once_with_its_place(
    tmp_path: Path, lines: list[bytes], chunk_bytes: int
) -> None:
    content = b"\n".join(lines)
    found = [
        line for chunk in chunks_of(content, tmp_path, LINES, 1000, chunk_bytes)
        for line in chunk.lines()
    ]  # fmt: skip
    assert found == naive_lines(content)


@REUSED_FOLDER
@given(st.lists(st.integers(0, 400), max_size=12), st.integers(1, 100))
def test_lines_beyond_the_limit_become_faults(
    tmp_path: Path, lengths: list[int], chunk_bytes: int
) -> None:
    longest = 120
    content = b"\n".join(b"x" * length for length in lengths)
    lines = {(number, offset): line for number, offset, line in naive_lines(content)}
    places = []
    for chunk in chunks_of(content, tmp_path, LINES, longest, chunk_bytes):
        if chunk.fault:
            place = (chunk.start.line, chunk.start.offset)
            assert len(lines[place]) > longest
            assert chunk.fault.startswith(f"is {len(lines[place])} bytes long")
            places.append(place)
        else:
            assert len(chunk.payload) <= longest + 2 * chunk_bytes  # memory is bounded
            places += [place[:2] for place in chunk.lines()]
    assert places == list(lines)


@REUSED_FOLDER
@given(st.lists(st.binary(max_size=50), min_size=1), st.integers(1, 60), st.integers(0, 30))
def test_reading_goes_on_after_any_chunk(
    tmp_path: Path, lines: list[bytes], chunk_bytes: int, taken: int
) -> None:
    path = tmp_path / "input"
    path.write_bytes(b"\n".join(lines))
    inputs = [BatchInput(str(path), LINES), BatchInput(str(path), TEXT)]
    all_chunks = list(read_chunks(inputs, Position(), 1000, chunk_bytes))
    taken = min(taken, len(all_chunks) - 1)
    rest = list(read_chunks(inputs, all_chunks[taken].end, 1000, chunk_bytes))
    again = [line for chunk in rest for line in chunk.lines()]
    assert again == [line for chunk in all_chunks[taken + 1 :] for line in chunk.lines()]


def test_a_compressed_file_is_read_like_the_plain_one(tmp_path: Path) -> None:
    content = b"".join(b'{"id": %d}\n' % number for number in range(5000))
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_bytes(content)
    packed.write_bytes(gzip.compress(content[:20_000]) + gzip.compress(content[20_000:]))
    lines = [
        [line for chunk in read_chunks([choose_input(str(path))]) for line in chunk.lines()]
        for path in (plain, packed)
    ]
    assert lines[0] == lines[1]
    consumed = sum(chunk.consumed for chunk in read_chunks([choose_input(str(packed))]))
    assert consumed == packed.stat().st_size


def test_reading_goes_on_inside_a_compressed_file(tmp_path: Path) -> None:
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(b"one\ntwo\nthree\n"))
    rest = list(read_chunks([choose_input(str(packed))], Position(0, 4, 2)))
    assert [line for chunk in rest for line in chunk.lines()] == [(2, 4, b"two"), (3, 8, b"three")]


@pytest.mark.parametrize("kept", [0.5, 0.99])
def test_a_damaged_file_gives_what_is_whole_and_the_next_goes_on(
    tmp_path: Path, kept: float
) -> None:
    whole = gzip.compress(b"".join(b"line %06d\n" % number for number in range(50_000)))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: int(len(whole) * kept)])
    (tmp_path / "b.jsonl").write_bytes(b"after\n")
    inputs = [choose_input(str(tmp_path / name)) for name in ("a.jsonl.gz", "b.jsonl")]
    chunks = list(read_chunks(inputs))
    faults = [chunk for chunk in chunks if chunk.fault]
    lines = [line for chunk in chunks if not chunk.fault for line in chunk.lines()]
    assert len(faults) == 1
    assert "the rest of this file cannot be read" in faults[0].fault
    assert faults[0].start.line == len(lines)
    assert all(line == b"line %06d" % (number - 1) for number, _, line in lines[:-1])
    assert lines[-1][2] == b"after"


def test_a_file_that_is_no_gzip_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(b"plain after all")
    (chunk,) = read_chunks([choose_input(str(tmp_path / "a.txt.gz"))])
    assert "Not a gzipped file" in chunk.fault


def test_a_file_that_has_gone_is_one_fault(tmp_path: Path) -> None:
    (chunk,) = read_chunks([choose_input(str(tmp_path / "gone.jsonl"))])
    assert chunk.fault == "cannot be opened (No such file or directory)"


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.jsonl", b"Baku", LINES),
        ("a.NDJSON.gz", b"Baku", LINES),
        ("a.txt", b'{"id": 1}', TEXT),
        ("a", b' \n\xef\xbb\xbf{"id": 1}', TEXT),
        ("a", b'\xef\xbb\xbf \n{"id": 1}', LINES),
        ("a.dump", b'{"id": 1}', LINES),
        ("a.dump", b"Baku", TEXT),
        ("a.dump", b"", TEXT),
    ],
)
def test_the_form_is_known_by_name_or_first_byte(
    tmp_path: Path, name: str, content: bytes, form: str
) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    chunks = list(read_chunks([choose_input(str(path), AUTO)]))
    assert {chunk.source.form for chunk in chunks} <= {form}


def test_an_empty_text_is_a_record_and_an_empty_list_is_none(tmp_path: Path) -> None:
    (text,) = chunks_of(b"", tmp_path, TEXT)
    assert list(text.lines()) == [(1, 0, b"")]
    assert chunks_of(b"", tmp_path, LINES) == []


def test_a_text_beyond_the_limit_is_a_fault(tmp_path: Path) -> None:
    (chunk,) = chunks_of(b"x" * 5000, tmp_path, TEXT)
    assert chunk.fault == "is 5,000 bytes long; at most 1,000 are read"


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    content = b'{"text": "a"}\n' * 30
    writer = Thread(target=pipe.write_bytes, args=(content,))
    writer.start()
    chunks = list(read_chunks([BatchInput(str(pipe), AUTO)], Position(), 1000, 64))
    writer.join()
    assert b"".join(chunk.payload for chunk in chunks) == content
    assert sum(chunk.consumed for chunk in chunks) <= len(content)
    assert not any(chunk.fault for chunk in chunks)


def test_nothing_at_all_is_no_record(tmp_path: Path) -> None:
    assert chunks_of(b"", tmp_path, AUTO) == []
