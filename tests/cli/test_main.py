"""The command as a whole: help, version, errors in one line, pipes, locales."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from gazetteer.cli import main
from gazetteer.cli.session import Session
from tests.batch.texts import ROOT, run
from tests.cli.running import call


def test_version() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.exit_code == 0
    assert result.output.startswith("gazetteer 0.")


@pytest.mark.parametrize("name", main.list_commands(None))  # type: ignore[arg-type]
def test_every_command_has_help(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")


def test_help_lists_every_command_with_a_word_on_it() -> None:
    result = CliRunner().invoke(main, ["--help"])
    listed = result.output.split("Commands:")[1].split("\n")
    described = {line.split()[0] for line in listed if len(line.split()) > 1}
    assert set(main.list_commands(None)) <= described  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (["lookup", ""], 2, "Error: q: is empty; give a name"),
        (["lookup", "x" * 201], 2, "Error: q: has 201 code points"),
        (["lookup", "Shushi", "--limit", "0"], 2, "Error: limit: is 0; it must be 1 to 200"),
        (["lookup", "Shushi", "--perspective", "xx"], 2, "Error: perspective: 'xx' is none of"),
        (["lookup", "Shushi", "--kind", "vilage"], 2, "Error: kind: 'vilage' is no kind or type"),
        (["lookup", "Shushi", "--at", "1.1.2022"], 2, "is not a date; write YYYY"),
        (["lookup", "Shushi", "--at", "2022-02-30"], 2, "is not a date; write YYYY"),
        (["lookup", "Shushi", "--bbox", "1,2,3"], 2, "is not west,south,east,north"),
        (["lookup", "Shushi", "--bbox", "44,41,47,39"], 2, "is no box"),
        (["lookup", "Shushi", "--bbox", "nan,1,2,3"], 2, "is no box"),
        (["lookup"], 2, "Missing argument 'NAME...'"),
        (["lookups", "Shushi"], 2, "No such command 'lookups'"),
        (["show", "p-9999"], 2, "Error: there is no entity 'p-9999'"),
        (["show", "\udcff"], 2, "Error: there is no entity '\\udcff'"),
        (["along", "\udcff"], 2, "Error: there is no route '\\udcff'"),
        (["show", "x" * 10_000], 2, "x…'"),
        (["serve", "--host", "no.such.host.invalid"], 2, "Error: --host: cannot listen on"),
        (["serve", "--host", ""], 2, "Error: --host: cannot listen on ''"),
        (["serve", "--host", "192.0.2.1"], 2, "Error: --host: cannot listen on '192.0.2.1'"),
        (["show", "geonames:0"], 2, "Error: there is no entity 'geonames:0'"),
        (["along", "p-9999"], 2, "Error: there is no route 'p-9999'"),
        (["along", "Shushi"], 2, "Error: there is no route 'Shushi'"),
        (["along", "p-0011", "--version", "x"], 2, "Error: there is no route version 'x'"),
        (
            ["along", "p-0011", "--at", "1950"],
            2,
            "at: the route has no version with a line on",
        ),
        (["along", "p-0011", "--within", "-1"], 2, "Error: within: is -1; it must be above 0"),
        (["along", "p-0011", "--within", "nan"], 2, "Error: within: is nan"),
        (["near", "95", "46"], 2, "Error: lat: lon 46, lat 95 is no point"),
        (["near", "-39", "x"], 2, "Error: LAT LON: 'x' is no number"),
        (["annotate", "--lang", "english"], 2, "Error: --lang: 'english' is no language code"),
        (["annotate", "no-such-file.txt"], 2, "does not exist"),
        (["annotate", "-o", "x.jsonl.gz"], 2, "Error: --output: is written uncompressed"),
    ],
)
def test_errors_are_one_line(
    sample_artefact: Path, arguments: list[str], exit_code: int, message: str
) -> None:
    result = call(sample_artefact, *arguments)
    assert result.exit_code == exit_code
    assert result.stdout == ""
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stderr.strip().split("\n")[-1].startswith("Error: ")


def test_a_missing_dataset_is_one_line(tmp_path: Path) -> None:
    result = call(tmp_path / "missing.gpkg", "lookup", "Shushi")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "gazetteer data build" in result.stderr


def test_a_damaged_dataset_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "damaged.gpkg"
    path.write_bytes(b"SQLite format 3\x00" + bytes(2000))
    result = call(path, "lookup", "Shushi")
    assert result.exit_code == 1
    assert "damaged.gpkg" in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_output_that_cannot_be_written_is_one_line(
    sample_artefact: Path, tmp_path: Path
) -> None:
    output = tmp_path / "no" / "such" / "folder"
    result = call(sample_artefact, "annotate", "-", "-o", output, stdin=b"Shushi")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: No such file or directory")


def test_a_reader_that_stops_reading_is_no_error(sample_artefact: Path) -> None:
    command = f'{sys.executable} -m gazetteer --data "{sample_artefact}" lookup - --json | head -1'
    names = "Shushi\n" * 3000
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, input=names, capture_output=True, text=True, check=False
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_output_is_utf8_in_any_locale(sample_artefact: Path) -> None:
    environment = {
        **os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "latin-1",
        "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
    }  # fmt: skip
    arguments = ["--data", str(sample_artefact), "suggest", "Step", "--lang", "hy"]
    done = subprocess.run(
        [sys.executable, "-m", "gazetteer", *arguments],
        cwd=ROOT, env=environment, capture_output=True, check=True,
    )  # fmt: skip
    assert "Ստեփանակերտ" in done.stdout.decode("utf-8")


def test_python_m_runs_it(sample_artefact: Path) -> None:
    done = run("--data", sample_artefact, "lookup", "Шуши")
    assert done.returncode == 0
    assert "p-0002" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_a_command_loads_only_what_it_needs(sample_artefact: Path) -> None:
    """What makes the start slow is not imported where it is not used."""
    code = (
        "import sys; from gazetteer.cli import main\n"
        f"main(['--data', {str(sample_artefact)!r}, 'lookup', 'Shushi'], standalone_mode=False)\n"
        "print(sorted({'flask', 'shapely', 'pyproj', 'numpy', 'babel'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().split("\n")[-1] == "[]"


def test_a_port_that_is_taken_is_one_line(sample_artefact: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = call(sample_artefact, "serve", "--port", port)
    assert result.exit_code == 2
    assert f"port {port}: Address already in use" in result.stderr


def test_an_error_without_a_file_ends_where_it_ends(
    sample_artefact: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Session, "kinds", full)
    assert call(sample_artefact, "lookup", "x").stderr == "Error: No space left on device\n"
