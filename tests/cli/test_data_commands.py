"""``gazetteer data``: what an editor sees."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazetteer.cli.data_commands import data
from gazetteer.dataset.artefact import CACHE_VARIABLE
from gazetteer.store import Store
from tests.builders import SAMPLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "tables"
    shutil.copytree(SAMPLE, copy)
    return copy


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(data, ["--folder", str(folder), *arguments])


def edit(folder: Path, table: str, before: str, after: str) -> None:
    path = folder / table
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")


def test_check_is_content(folder: Path) -> None:
    result = run(folder, "check")
    assert result.exit_code == 0
    assert result.output == "0 errors, 0 warnings\n"


def test_check_names_file_row_and_column(folder: Path) -> None:
    edit(folder, "names.csv", "p-0005,en,Latn,Sus", "p-0005,en,Latn,Suѕ")
    result = run(folder, "check")
    assert result.exit_code == 1
    line = next(line for line in result.output.splitlines() if "mixes scripts" in line)
    file, row, column, message = line.split(":", 3)
    assert (file, column) == ("names.csv", " text")
    assert "Suѕ" in (folder / file).read_text(encoding="utf-8").splitlines()[int(row) - 1]
    assert "ѕ (U+0455) is Cyrl among Latn letters" in message


def test_warnings_fail_only_when_strict(folder: Path) -> None:
    edit(folder, "names.csv", "p-0002,ru,Cyrl,Шуши,", "p-0002,ru,Cyrl,Шуши OK,")
    edit(folder, "names.csv", "p-0002,ru,Cyrl,Шуши OK,", "p-0002,ru,Cyrl,Шуши HATO,")
    assert run(folder, "check").exit_code == 0
    assert "(warning)" in run(folder, "check").output
    assert run(folder, "check", "--strict").exit_code == 1


def test_fmt_check_changes_nothing(folder: Path) -> None:
    assert run(folder, "fmt", "--check").exit_code == 0
    path = folder / "terms.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    messy = "\n".join([header, *reversed(rows), ""])
    path.write_text(messy, encoding="utf-8")
    result = run(folder, "fmt", "--check")
    assert (result.exit_code, result.output) == (1, "would change terms.csv\n")
    assert path.read_text(encoding="utf-8") == messy
    assert run(folder, "fmt").output == "changed terms.csv\n"
    assert run(folder, "fmt", "--check").exit_code == 0


def test_show_has_both_sides_and_every_row(folder: Path) -> None:
    (folder / "notes").mkdir()
    (folder / "notes" / "p-0003.md").write_text("Which sources were weighed.\n")
    lines = run(folder, "show", "p-0003").output.splitlines()
    assert lines[0] == "p-0003  Berdzor / Lachin"
    assert any("Բերձոր | official | nk" in line for line in lines)
    assert any("administers" in line and "(Azerbaijan" not in line for line in lines)
    assert any("geonames | 147625" in line for line in lines)
    assert lines[-1] == "  Which sources were weighed."


def test_show_of_nobody(folder: Path) -> None:
    result = run(folder, "show", "p-9999")
    assert result.exit_code == 1
    assert result.output == "Error: there is no entity 'p-9999'\n"


def test_new_offers_the_next_id_never_used(folder: Path) -> None:
    output = run(folder, "new", "settlement").output
    assert "p-0100,settlement," in output  # p-0099 redirects, so it was in use
    assert "p-0100,hy,Armn,,official" in output
    assert "t-0004,war," in run(folder, "new", "war").output
    result = run(folder, "new", "hamlet")
    assert result.exit_code == 1
    assert "'hamlet' is no kind of entity" in result.output


def test_build_to_a_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "gazetteer.gpkg"
    result = run(folder, "build", "-o", str(target))
    assert result.exit_code == 0, result.output
    assert "20 entities" in result.output
    assert [path.name for path in target.parent.iterdir()] == ["gazetteer.gpkg"]
    with Store.open(target) as store:
        store.verify()


def test_build_mends_a_damaged_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    assert run(folder, "build").exit_code == 0
    (cached,) = (tmp_path / "cache").glob("*.gpkg")
    sound = cached.read_bytes()
    cached.write_bytes(sound[:5000])
    assert run(folder, "build").exit_code == 0
    assert cached.read_bytes() == sound


def test_build_lists_all_errors(folder: Path) -> None:
    edit(folder, "places.csv", "settlement,city", "hamlet,city")
    edit(folder, "terms.csv", "2020-11-10", "2020-11-31")
    result = run(folder, "build")
    assert result.exit_code == 1
    assert "2 problem(s)" in result.output
    assert "places.csv:2: kind:" in result.output
    assert "terms.csv:2: since:" in result.output


def test_build_replaces_no_device(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    result = run(folder, "build", "-o", str(tmp_path / "pipe"))
    assert result.exit_code == 1
    assert "is no file that could be replaced" in result.stderr
