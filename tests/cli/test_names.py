"""``gazetteer lookup``, ``suggest`` and ``show``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import call


def test_lookup_prints_a_table(sample_artefact: Path) -> None:
    result = call(sample_artefact, "lookup", "Xankəndidə")
    first, head, row = result.stdout.rstrip("\n").split("\n")[:3]
    assert first == "Xankəndidə: resolved"
    assert head.split() == ["score", "id", "label", "kind", "type", "matched"]
    assert "p-0001  Khankendi / Stepanakert  settlement  city  Xankəndi (az, az, official)" in row


def test_lookup_says_why(sample_artefact: Path) -> None:
    result = call(sample_artefact, "lookup", "Xankəndidə", "--explain")
    assert "rule" in result.stdout
    assert "case-form" in result.stdout


def test_lookup_of_a_perspective_and_language(sample_artefact: Path) -> None:
    armenian = call(sample_artefact, "lookup", "Shusha", "--perspective", "nk", "--lang", "hy")
    azerbaijani = call(sample_artefact, "lookup", "Shushi", "--perspective", "az", "--lang", "az")
    assert "p-0002  Շուշի  settlement" in armenian.stdout
    assert "p-0002  Şuşa   settlement" in azerbaijani.stdout


def test_unknown_is_an_answer(sample_artefact: Path) -> None:
    result = call(sample_artefact, "lookup", "Qwertyuiop")
    assert (result.exit_code, result.stdout) == (0, "Qwertyuiop: unknown\n")


def test_lookup_json_is_a_line_a_name(sample_artefact: Path) -> None:
    result = call(sample_artefact, "lookup", "Shushi", "Ханкенди", "--json")
    shapes = [json.loads(line) for line in result.stdout.splitlines()]
    assert [shape["query"] for shape in shapes] == ["Shushi", "Ханкенди"]
    assert [shape["candidates"][0]["entity"]["id"] for shape in shapes] == ["p-0002", "p-0001"]
    assert "evidence" not in shapes[0]["candidates"][0]


def test_names_from_standard_input_each_on_its_own(sample_artefact: Path) -> None:
    stdin = "Shushi\n\n" + "x" * 300 + "\n  Ханкенди \n"
    result = call(
        sample_artefact, "lookup", "-", "--json", stdin=stdin.encode() + b"\xff\xfe\nShusha"
    )
    found = [json.loads(line)["query"] for line in result.stdout.splitlines()]
    assert found == ["Shushi", "Ханкенди", "Shusha"]
    assert result.exit_code == 3
    assert "at most 200 are allowed" in result.stderr
    assert "is not UTF-8" in result.stderr


def test_kinds_and_boxes_restrict(sample_artefact: Path) -> None:
    assert "p-0001" in call(sample_artefact, "lookup", "Khankendi", "--kind", "city,route").stdout
    assert "unknown" in call(sample_artefact, "lookup", "Khankendi", "--kind", "person").stdout
    inside = call(sample_artefact, "lookup", "Khankendi", "--bbox", "46,39,47,40")
    outside = call(sample_artefact, "lookup", "Khankendi", "--bbox", "44,40,45,41")
    assert "p-0001" in inside.stdout
    assert "p-0001" not in outside.stdout


def test_suggest(sample_artefact: Path) -> None:
    table = call(sample_artefact, "suggest", "Shu")
    assert "p-0002  Shusha / Shushi" in table.stdout
    shapes = json.loads(call(sample_artefact, "suggest", "Shu", "--json").stdout)
    assert "p-0002" in {one["entity"]["id"] for one in shapes["suggestions"]}
    assert call(sample_artefact, "suggest", "Qwerty").stdout == ""


def test_show_has_everything(sample_artefact: Path) -> None:
    result = call(sample_artefact, "show", "p-0001")
    assert result.stdout.startswith("p-0001  Khankendi / Stepanakert\nsettlement, city\n")
    assert "lat 39.8177, lon 46.7528 ± 500 m (geonames-az)" in result.stdout
    parts = [line for line in result.stdout.split("\n") if line and not line.startswith(" ")]
    assert {"names", "held by", "sources"} <= set(parts)
    assert "Ստեփանակերտ" in result.stdout


def test_show_json_at_a_day(sample_artefact: Path) -> None:
    now = json.loads(call(sample_artefact, "show", "p-0001", "--json").stdout)
    then = json.loads(call(sample_artefact, "show", "p-0001", "--json", "--at", "1930").stdout)
    texts = {(name["text"], name.get("perspective")) for name in then["names"]}
    assert ("Степанакерт", "su") in texts
    assert len(then["names"]) < len(now["names"])


def test_show_follows_redirects_and_other_catalogues(sample_artefact: Path) -> None:
    redirected = json.loads(call(sample_artefact, "show", "p-0099", "--json").stdout)
    assert redirected["id"] != "p-0099"
    table = Path(__file__).resolve().parent.parent / "data" / "identifiers.csv"
    entity, scheme, value, _ = table.read_text(encoding="utf-8").split("\n")[1].split(",")
    found = json.loads(call(sample_artefact, "show", f"{scheme}:{value}", "--json").stdout)
    assert found["id"] == entity
