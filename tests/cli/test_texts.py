"""``gazetteer annotate``, in this process and as a user starts it."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from tests.batch.texts import read_jsonl, records, run, start, write_jsonl
from tests.cli.running import call


def lines(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_standard_input_as_text_and_as_json_lines(sample_artefact: Path) -> None:
    text = call(sample_artefact, "annotate", stdin=b"Stepanakert and Shushi")
    (record,) = lines(text.stdout)
    assert record["id"] == "stdin"
    jsonl = call(sample_artefact, "annotate", "-", stdin=b'{"id": 5, "text": "Shushi"}\n')
    (record,) = lines(jsonl.stdout)
    assert record["id"] == 5
    assert (
        jsonl.stderr == "1 texts, 1 mentions, 0 rejected; 0.0 s\n" or "1 mentions" in jsonl.stderr
    )


def test_files_of_both_forms_and_compressed(sample_artefact: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Shushi", encoding="utf-8")
    (tmp_path / "two.txt.gz").write_bytes(gzip.compress("Шуша".encode()))
    write_jsonl(tmp_path / "three.jsonl", [{"id": 3, "text": "Շուշիում"}])
    names = ("one.txt", "two.txt.gz", "three.jsonl")
    result = call(sample_artefact, "annotate", "--quiet", *(tmp_path / name for name in names))
    assert [(r["id"], len(r["mentions"])) for r in lines(result.stdout)] == [  # type: ignore[arg-type]
        ("one.txt", 1),
        ("two.txt.gz", 1),
        (3, 1),
    ]
    assert result.stderr == ""


BAD = (
    b'{"id": 1, "text": "Shushi"}\n'
    b'{"id": 2, "text": "Shu\n'
    b'{"id": 3, "text": "\xe9"}\n'
    b'{"id": 4, "txt": "Shushi"}\n'
    b'{"id": 5, "text": "' + b"x" * 300 + b'"}\n'
    b'{"id": 6, "text": "Shushi", "lang": "Azerbaijani"}\n'
    b'{"id": 7, "text": "Shushi", "date": "yesterday"}\n'
    b'{"id": 8, "text": "Shushi", "lang": "uk"}\n'
)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_records_go_to_a_file(sample_artefact: Path, tmp_path: Path, jobs: str) -> None:
    rejects = tmp_path / "rejects.jsonl"
    result = call(
        sample_artefact, "annotate", "--rejects", rejects, "--max-line", "200", "--jobs", jobs,
        stdin=BAD,
    )  # fmt: skip
    assert result.exit_code == 3
    assert [record["id"] for record in lines(result.stdout)] == [1, 8]
    found = read_jsonl(rejects)
    assert [reject["line"] for reject in found] == [2, 3, 4, 5, 6, 7]
    assert [reject.get("id") for reject in found] == [None, None, 4, None, 6, 7]
    for reject in found:
        assert BAD[reject["offset"] :].startswith(b'{"id": %d' % reject["line"])
        assert reject["file"] == "stdin"
    assert "is not UTF-8 at byte" in found[1]["error"]
    assert "2 texts, 2 mentions, 1 in a language not known here, guessed, 6 rejected" in (
        result.stderr
    )


def test_bad_records_are_told_on_standard_error(sample_artefact: Path) -> None:
    result = call(sample_artefact, "annotate", stdin=BAD)
    assert result.exit_code == 3
    assert "stdin: line 2 (byte 28): is not JSON" in result.stderr


def test_so_many_bad_records_are_only_counted(sample_artefact: Path) -> None:
    result = call(sample_artefact, "annotate", stdin=b'{"id": 1}\n' * 500)
    assert result.stderr.count("\n") == 102
    assert "500 rejected" in result.stderr


def test_options_reach_the_records(sample_artefact: Path) -> None:
    result = call(
        sample_artefact, "annotate", "--names", "all", "--label-lang", "hy", "--perspective", "nk",
        "--candidates", "--explain", "--nested", "--offsets", "utf16",
        stdin="🙂 Stepanakert".encode(),
    )  # fmt: skip
    (record,) = json.loads(f"[{result.stdout}]")
    (mention,) = record["mentions"]
    assert mention["start"] == 3
    assert mention["entity"]["label"] == "Ստեփանակերտ"
    assert {"names"} <= set(mention["entity"])
    assert {"candidates", "evidence"} <= set(mention)


def test_date_and_language_of_texts_that_do_not_say(sample_artefact: Path) -> None:
    options = ("--date", "2021-05", "--lang", "ru", "--explain")
    assert call(sample_artefact, "annotate", *options, stdin="Шуше".encode()).exit_code == 0


def test_a_progress_bar_when_asked_for(sample_artefact: Path, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", [{"id": 1, "text": "Shushi"}, {"id": 2}])
    result = call(sample_artefact, "annotate", "--progress", source)
    assert "100%" in result.stderr
    assert "line 2" in result.stderr
    assert "%" not in call(sample_artefact, "annotate", source).stderr


def test_killed_and_resumed_by_the_command(sample_artefact: Path, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", records(1500))
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    common = ("--data", sample_artefact, "annotate", source, "--jobs", "2", "--quiet")
    assert run(*common, "-o", whole).returncode == 0
    process = start(*common, "-o", broken)
    while not broken.exists() or not broken.stat().st_size:
        assert process.poll() is None
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = run(*common, "-o", broken, "--resume")
    assert done.returncode == 0, done.stderr
    assert broken.read_bytes() == whole.read_bytes()


def test_broken_off_by_the_user(sample_artefact: Path, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", records(8000))
    output = tmp_path / "out.jsonl"
    common = ("--data", sample_artefact, "annotate", source, "--jobs", "2", "-o", output)
    with start(*common, stderr=-1) as process:
        while not output.exists() or not output.stat().st_size:
            time.sleep(0.002)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 1
    assert f"broken off; go on with --resume --output {output}" in told.decode()
    assert b"Traceback" not in told
    assert run(*common, "--resume").returncode == 0
    assert [record["id"] for record in read_jsonl(output)] == list(range(8000))


def test_answers_come_while_the_input_is_open(sample_artefact: Path) -> None:
    with start("--data", sample_artefact, "annotate", "--quiet", stdin=-1, stdout=-1) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(b'{"id": %d, "text": "Shushi"}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(30) == 0


def test_a_pipe_as_input_is_read_but_not_resumed(sample_artefact: Path, tmp_path: Path) -> None:
    pipe, output = tmp_path / "pipe", tmp_path / "out.jsonl"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=(b'{"id": 5, "text": "Shushi"}\n',))
    writer.start()
    result = call(sample_artefact, "annotate", pipe, "-o", output, "--progress")
    writer.join()
    assert result.exit_code == 0
    assert [record["id"] for record in read_jsonl(output)] == [5]
    result = call(sample_artefact, "annotate", pipe, "-o", output, "--resume")
    assert result.exit_code == 2
    assert "pipes cannot be re-read" in result.stderr


@pytest.mark.parametrize(
    ("command", "exit_code", "said"),
    [
        ("annotate <&-", 3, "standard input is closed"),
        ("annotate - </dev/null >&-", 1, "Error: standard output is closed"),
        ("annotate - </dev/null 2>&-", 0, ""),
        ("lookup - <&-", 1, "Error: standard input is closed"),
    ],
)
def test_closed_streams(sample_artefact: Path, command: str, exit_code: int, said: str) -> None:
    line = f'{sys.executable} -m gazetteer --data "{sample_artefact}" {command}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (exit_code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
