"""Whole batches: order, rejects, and going on after the main process was killed."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gazetteer.batch import (
    BatchInput,
    BatchSettings,
    Defaults,
    Destination,
    Reject,
    Unwatched,
    annotate_batch,
    choose_input,
    manifest_path,
)
from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from tests.batch.texts import ROOT, read_jsonl, records, write_jsonl


@pytest.fixture(scope="module")
def sample(sample_artefact: Path) -> Gazetteer:
    return Gazetteer.open(sample_artefact)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough work to be killed in the middle of; every 300th record is bad."""
    path = tmp_path_factory.mktemp("big") / "in.jsonl"
    shapes = [
        {**shape, **({"text": None} if shape["id"] % 300 == 150 else {})} for shape in records(2400)
    ]
    return write_jsonl(path, shapes)


class Watching(Unwatched):
    def __init__(self) -> None:
        self.consumed = 0
        self.rejects: list[Reject] = []
        self.lines: list[str] = []

    def advanced(self, consumed: int) -> None:
        self.consumed += consumed

    def rejected(self, reject: Reject) -> None:
        self.rejects.append(reject)

    def noticed(self, line: str) -> None:
        self.lines.append(line)


def test_to_a_stream(sample: Gazetteer, tmp_path: Path) -> None:
    write_jsonl(tmp_path / "a.jsonl", [{"id": 1, "text": "Shushi"}, {"id": 2}])
    (tmp_path / "b.txt").write_text("Stepanakert", encoding="utf-8")
    inputs = [choose_input(str(tmp_path / name)) for name in ("a.jsonl", "b.txt")]
    written, watching = io.BytesIO(), Watching()
    counts = annotate_batch(sample, inputs, Destination(written), BatchSettings(), watcher=watching)
    found = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [(one["id"], len(one["mentions"])) for one in found] == [(1, 1), ("b.txt", 1)]
    assert (counts.records, counts.mentions, counts.rejected) == (2, 2, 1)
    assert [reject.line for reject in watching.rejects] == [2]
    assert watching.consumed == sum(Path(source.path).stat().st_size for source in inputs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_batch_goes_on_where_it_was(
    big: Path, sample_artefact: Path, tmp_path: Path, jobs: int
) -> None:
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    assert _start(sample_artefact, big, whole, 1).wait(120) == 0
    kills = 0
    for delay in (0.0, 0.05, 0.1):  # after the first output, and somewhat later
        run = _start(sample_artefact, big, broken, jobs, "resume")
        before = broken.stat().st_size if broken.exists() else 0
        while run.poll() is None and (not broken.exists() or broken.stat().st_size <= before):
            time.sleep(0.002)
        time.sleep(delay)
        if run.poll() is None:
            run.send_signal(signal.SIGKILL)
            run.wait()
            kills += 1
    assert kills >= 1  # on a fast machine the last run may have come to the end
    assert _start(sample_artefact, big, broken, jobs, "resume").wait(120) == 0
    assert broken.read_bytes() == whole.read_bytes()
    rejects = read_jsonl(Path(f"{broken}.rejects"))
    assert [reject["id"] for reject in rejects] == [150 + 300 * n for n in range(8)]
    counts = json.loads(manifest_path(broken).read_bytes())["progress"]["counts"]
    assert (counts["records"], counts["rejected"]) == (2392, 8)


def _start(
    artefact: Path, source: Path, output: Path, jobs: int, resume: str = ""
) -> subprocess.Popen[bytes]:
    arguments = map(str, (artefact, source, output, jobs, resume))
    return subprocess.Popen([sys.executable, "-m", "tests.batch.slow_run", *arguments], cwd=ROOT)


def test_processes_end_when_the_main_one_is_killed(
    big: Path, sample_artefact: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    run = _start(sample_artefact, big, output, 2)
    while not output.exists() or not output.stat().st_size:
        time.sleep(0.002)
    children = _children(run.pid)
    assert len(children) >= 2
    run.send_signal(signal.SIGKILL)
    run.wait()
    deadline = time.monotonic() + 20
    while any(map(_is_alive, children)):
        assert time.monotonic() < deadline, "a process outlived its parent"
        time.sleep(0.05)


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    if not listed.exists():
        pytest.skip("needs /proc to see child processes")
    return [int(child) for child in listed.read_text().split()]


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def run_to(
    sample: Gazetteer, source: Path, output: Path, resume: bool = False, lang: str = ""
) -> Watching:
    watching = Watching()
    annotate_batch(
        sample,
        [choose_input(str(source))],
        Destination(output, resume=resume),
        BatchSettings(defaults=Defaults(lang)),
        watcher=watching,
    )
    return watching


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_jsonl(tmp_path / "small.jsonl", records(10))


def test_a_complete_batch_is_not_done_again(sample: Gazetteer, small: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run_to(sample, small, output)
    written = output.read_bytes()
    assert run_to(sample, small, output, resume=True).lines == [
        "nothing to resume: this batch is complete"
    ]
    assert output.read_bytes() == written
    assert len(written.splitlines()) == 10


def test_without_resume_a_batch_begins_anew(sample: Gazetteer, small: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_bytes(b"old\n" * 100_000)
    run_to(sample, small, output)
    assert len(read_jsonl(output)) == 10


def test_what_does_not_fit_is_not_resumed(sample: Gazetteer, small: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_bytes(b"somebody's\n")
    with pytest.raises(QueryError, match="has no manifest beside it"):
        run_to(sample, small, output, resume=True)
    assert output.read_bytes() == b"somebody's\n"
    run_to(sample, small, output)
    with pytest.raises(QueryError, match="begun with other options"):
        run_to(sample, small, output, resume=True, lang="hy")
    small.write_bytes(small.read_bytes() + b'{"id": "more", "text": ""}\n')
    with pytest.raises(QueryError, match="begun with other inputs"):
        run_to(sample, small, output, resume=True)
    manifest_path(output).write_bytes(b"{")
    with pytest.raises(QueryError, match="is damaged"):
        run_to(sample, small, output, resume=True)


def test_an_output_cut_short_is_not_resumed(sample: Gazetteer, small: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run_to(sample, small, output)
    os.truncate(output, 10)
    with pytest.raises(QueryError, match="has 10 bytes, fewer than"):
        run_to(sample, small, output, resume=True)


def test_a_text_is_never_written_over(sample: Gazetteer, small: Path, tmp_path: Path) -> None:
    before = small.read_bytes()
    with pytest.raises(QueryError, match="is also an input"):
        run_to(sample, small, small)
    link = tmp_path / "link.jsonl"
    link.symlink_to(small)
    with pytest.raises(QueryError, match="is also an input"):
        run_to(sample, small, link)
    destination = Destination(tmp_path / "out", tmp_path / "out")
    with pytest.raises(QueryError, match="the same file as --output"):
        annotate_batch(sample, [choose_input(str(small))], destination, BatchSettings())
    assert small.read_bytes() == before


def test_two_batches_do_not_write_one_file(
    sample: Gazetteer, big: Path, small: Path, sample_artefact: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    run = _start(sample_artefact, big, output, 1)
    try:
        while not output.exists() or not output.stat().st_size:
            time.sleep(0.002)
        with pytest.raises(QueryError, match="another process is writing"):
            run_to(sample, small, output)
    finally:
        run.kill()
        run.wait()


def test_streams_cannot_be_resumed(sample: Gazetteer, small: Path, tmp_path: Path) -> None:
    inputs = [choose_input(str(small))]
    with pytest.raises(QueryError, match="needs --output FILE"):
        annotate_batch(sample, inputs, Destination(io.BytesIO(), resume=True), BatchSettings())
    stdin = [BatchInput("-", "jsonl")]
    destination = Destination(tmp_path / "out", resume=True)
    with pytest.raises(QueryError, match="needs files as input"):
        annotate_batch(sample, stdin, destination, BatchSettings())


def test_memory_does_not_grow_with_a_line(sample_artefact: Path, tmp_path: Path) -> None:
    """A line of 100 MB is counted, not loaded, and what stands around it is annotated."""
    if not Path("/proc/self/status").exists():
        pytest.skip("needs /proc to see the memory of a process")
    source = tmp_path / "long.jsonl"
    with source.open("wb") as file:
        file.write(b'{"id": 1, "text": "Shushi"}\n')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'\n{"id": 2, "text": "Shushi"}\n')
    code = (
        "import runpy, sys; sys.argv[0] = 'slow_run';"
        "runpy.run_module('tests.batch.slow_run', run_name='__main__');"
        "status = open('/proc/self/status').read(); print(status.split('VmHWM:')[1].split()[0])"
    )
    output = tmp_path / "out.jsonl"
    arguments = [str(sample_artefact), str(source), str(output), "1", ""]
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, check=True
    )
    assert int(run.stdout) < 120_000  # kilobytes, of which the program itself is half
    assert [record["id"] for record in read_jsonl(output)] == [1, 2]
    (reject,) = read_jsonl(Path(f"{output}.rejects"))
    assert (reject["line"], reject["offset"]) == (2, 28)
    assert reject["error"] == "is 100,000,000 bytes long; at most 20,000,000 are read"
