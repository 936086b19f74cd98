"""``gazetteer import``, and the overlays and audits that go with it, on real files."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazetteer.cli import main
from tests.builders import SAMPLE
from tests.cli.running import call
from tests.dataset.catalogues import (
    a_collection,
    a_dump_line,
    a_file,
    a_linked_place,
    a_tagged_line,
    a_wof_record,
)


def run(*arguments: str | Path) -> Result:
    """Run the command; a bug shows as its own exception."""
    result = CliRunner().invoke(main, list(map(str, arguments)))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def base(tmp_path: Path) -> Path:
    copy = tmp_path / "tables"
    shutil.copytree(SAMPLE, copy)
    return copy


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Tegh of the sample with a Persian name, a village that is new, and no place."""
    return a_file(
        tmp_path / "AM.txt",
        a_dump_line(geonameid=616000, name="Tegh", alternatenames="Տեղ,ტეღი", latitude=39.5579,
                    longitude=46.4772, country_code="AM"),
        a_dump_line(geonameid=616001, name="Karahunj", alternatenames="Քարահունջ",
                    latitude=39.4884, longitude=46.3567, country_code="AM"),
        a_dump_line(geonameid=616002, name="A farm", feature_class="S", feature_code="FRM"),
        "bad\n",
    )  # fmt: skip


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}


def test_a_dump_becomes_an_overlay_that_is_looked_up(
    base: Path, dump: Path, tmp_path: Path
) -> None:
    before = snapshot(base)
    mine = tmp_path / "mine"
    result = run("import", "geonames", dump, "--into", mine, "--base", base)
    assert result.exit_code == 0, result.output
    assert [line.split() for line in result.output.splitlines()[:3]] == [
        ["1", "joined"], ["1", "new"], ["2", "unusable"],
    ]  # fmt: skip
    assert result.output.splitlines()[3] == (
        f"wrote to {mine}: 2 identifiers, 3 names, 1 places, 1 sources"
    )
    assert snapshot(base) == before

    checked = run("data", "--folder", base, "check", "--overlay", mine)
    assert (checked.exit_code, checked.stderr) == (0, "0 errors, 0 warnings\n")
    artefact = tmp_path / "both.gpkg"
    built = run("data", "--folder", base, "build", "--overlay", mine, "-o", artefact)
    assert built.exit_code == 0, built.output
    assert "p-9000001" in call(artefact, "lookup", "Քարահունջ").output
    assert "p-0006" in call(artefact, "lookup", "ტეღი").output
    assert "p-9000001" not in call(artefact, "lookup", "Տեղ").output

    again = run("import", "geonames", dump, "--into", mine, "--base", base)
    assert again.output.splitlines()[-1] == f"wrote to {mine}: nothing"


def test_a_dry_run_writes_the_report_alone(base: Path, dump: Path, tmp_path: Path) -> None:
    mine, report = tmp_path / "mine", tmp_path / "report.csv"
    result = run("import", "geonames", dump, "--into", mine, "--base", base, "--dry-run",
                 "--report", report)  # fmt: skip
    assert "would write to" in result.output
    assert not mine.exists()
    with report.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["record"], row["key"], row["outcome"], row["entity"]) for row in rows] == [
        ("AM.txt:1", "geonames:616000", "joined", "p-0006"),
        ("AM.txt:2", "geonames:616001", "new", "p-9000001"),
        ("AM.txt:3", "", "unusable", ""),
        ("AM.txt:4", "", "unusable", ""),
    ]
    assert rows[0]["detail"].startswith("by name within 3000 m: 1 names, 1 identifiers added")
    assert rows[3]["detail"] == "has 1 columns instead of 19"


def test_companion_and_filters(base: Path, dump: Path, tmp_path: Path) -> None:
    tagged = a_file(tmp_path / "names.txt", a_tagged_line(616001, "hy", "Քարահունջ", "1"))
    arguments = ("import", "geonames", dump, "--into", tmp_path / "mine", "--base", base)
    needing = run(*arguments, "--companion", tagged, "--needing", "hye", "--country", "am")
    assert "1 new" in needing.output
    boxed = run(*arguments, "--box", 40, 40, 41, 41)
    assert "2 filtered" in boxed.output
    joining = run(*arguments, "--only-join", "--type", "village", "--kind", "settlement")
    assert "new" not in joining.output
    below = run(*arguments, "--geonames-below", 616001, "--within", 0, "--accuracy", 50)
    assert "places" not in below.output


def test_every_other_format(base: Path, tmp_path: Path) -> None:
    records = tmp_path / "wof"
    records.mkdir()
    record = json.dumps(a_wof_record(name__hye_x_preferred=["Սուս"]))
    (records / "1.geojson").write_text(record)
    linked = a_collection(tmp_path / "lp.json", a_linked_place())
    table = a_file(tmp_path / "list.csv", "id,name,lat,lon\n1,Sus,39.6254,46.5144\n")
    for name, path, *more in (
        ("whosonfirst", records),
        ("linked-places", linked, "--source", "pilot", "--source-title", "A pilot"),
        ("csv", table, "--source", "page-list", "--lang", "en", "--licence", "CC0-1.0",
         "--attribution", "Them"),
    ):  # fmt: skip
        result = run("import", name, path, "--into", tmp_path / "mine", "--base", base, *more)
        assert result.output.splitlines()[0].split() == ["1", "joined"], result.output
    sources = (tmp_path / "mine" / "sources.csv").read_text(encoding="utf-8")
    assert "page-list,dataset,page-list,,,,CC0-1.0,Them" in sources
    assert "pilot,dataset,A pilot" in sources
    identifiers = (tmp_path / "mine" / "identifiers.csv").read_text(encoding="utf-8")
    assert "p-0005,page-list,1,page-list" in identifiers


def test_numbers_of_one_table_are_not_those_of_another(base: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    for name, row in (("one", "1,Xeyrimli,40.1,46.1"), ("two", "1,Qaralar,40.5,47.5")):
        table = a_file(tmp_path / f"{name}.csv", f"id,name,lat,lon\n{row}\n")
        result = run("import", "csv", table, "--into", mine, "--base", base, "--source", name,
                     "--lang", "az")  # fmt: skip
        assert "1 new" in result.output


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("csv", "{table}"), 2, "say where the file comes from: --source ID"),
        (("csv", "{table}", "--source", "My list"), 1, "the source's id 'My list' does not have"),
        (("csv", "{table}", "--source", "x", "--lang", "English"), 2, "'English' is no language"),
        (("csv", "{table}", "--source", "x", "--box", "50", "40", "40", "41"), 2, "--box takes"),
        (
            ("csv", "{table}", "--source", "x", "--report", "none/r.csv"),
            2,
            "there is no folder for",
        ),
        (("geonames", "{table}"), 1, "has neither 19 columns"),
        (("shapefile", "{table}"), 2, "'shapefile' is not one of"),
        (("geonames", "none.txt"), 2, "does not exist"),
    ],
)
def test_faults_of_a_call(
    base: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    table = a_file(tmp_path / "list.csv", "id,name\n1,Sus\n")
    filled = [one.replace("{table}", str(table)) for one in arguments]
    result = run("import", *filled, "--into", tmp_path / "mine", "--base", base)
    assert result.exit_code == code
    assert message in result.stderr
    assert not (tmp_path / "mine").exists()


def test_check_names_the_overlay(base: Path, dump: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    run("import", "geonames", dump, "--into", mine, "--base", base)
    names = mine / "names.csv"
    names.write_text(names.read_text(encoding="utf-8").replace("Karahunj", "Kаrahunj"), "utf-8")
    result = run("data", "--folder", base, "check", "--overlay", mine)
    assert result.exit_code == 1
    assert result.stdout.startswith("mine/names.csv:")


def test_an_overlay_is_not_built_into_the_cache(base: Path, tmp_path: Path) -> None:
    result = run("data", "--folder", base, "build", "--overlay", tmp_path)
    assert result.exit_code == 1
    assert "say where to write: -o FILE" in result.stderr


# --- gazetteer data audit ------------------------------------------------------------------------


def test_audit_as_text(base: Path) -> None:
    result = run("data", "--folder", base, "audit", "--rows", "1")
    titles = [line for line in result.output.splitlines() if line.startswith("## ")]
    assert titles[:2] == [
        "## Entities by kind, language and side",
        "## Settlements by administrative unit, of any time and perspective",
    ]
    assert "… and " in result.output


def test_audit_as_json_has_the_overlay(base: Path, dump: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    run("import", "geonames", dump, "--into", mine, "--base", base)
    arguments = ("data", "--folder", base, "audit", "--json", "--section", "evidence")
    result = run(*arguments, "--overlay", mine, "--against", "geonames", dump)
    summary, far = json.loads(result.output)
    assert summary["columns"] == ["what", "n", "share"]
    assert summary["rows"][2] == ["known to a catalogue given", 2, 2 / 9]
    assert far["rows"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--section", "beauty"), 2, "'beauty' is none of coverage"),
        (("--against", "whosonfirst", "places.csv"), 1, "needs the CSV file of names"),
        (("--against", "geonames", "none.txt"), 1, "No such file"),
    ],
)
def test_faults_of_an_audit(
    base: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    result = run("data", "--folder", base, "audit", *arguments)
    assert result.exit_code == code
    assert message in result.stderr
