"""``gazetteer gloss``, and ``gazetteer annotate`` in its other forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.batch.texts import write_jsonl
from tests.cli.running import call

GLOSSED = "in Shushi (Azerbaijani: Shusha)"


def test_a_text_comes_back_as_text(sample_artefact: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes("\ufeffin Shushi\r\n".encode())
    result = call(sample_artefact, "gloss", "--lang", "en", "--quiet", source)
    assert result.stdout_bytes == f"\ufeff{GLOSSED}\r\n".encode()
    result = call(sample_artefact, "gloss", "--lang", "en", stdin=b"in Shushi")
    assert result.stdout == GLOSSED
    assert "1 texts, 1 glosses, 0 rejected" in result.stderr


def test_a_page_comes_back_as_a_page(sample_artefact: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.html"
    source.write_text("<p>in <b>Shushi</b>", encoding="utf-8")
    result = call(sample_artefact, "gloss", "--lang", "en", "--quiet", source)
    assert result.stdout == "<p>in <b>Shushi (Azerbaijani: Shusha)</b>"


@pytest.mark.parametrize("option", ["--json", "--explain"])
def test_json_when_asked_for(sample_artefact: Path, option: str) -> None:
    result = call(sample_artefact, "gloss", "--lang", "en", option, stdin=b"in Shushi")
    record = json.loads(result.stdout)
    assert record["text"] == GLOSSED
    assert ("left_alone" in record) == (option == "--explain")


def test_records_and_several_files_are_json(sample_artefact: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("in Shushi", encoding="utf-8")
    shapes = [{"id": 1, "text": "in Shushi"}, {"id": 2, "html": "<p>&lt; Shushi"}, {"id": 3}]
    write_jsonl(tmp_path / "b.jsonl", shapes)
    names = (tmp_path / "a.txt", tmp_path / "b.jsonl")
    result = call(sample_artefact, "gloss", "--lang", "en", "--jobs", "2", *names)
    assert result.exit_code == 3
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert (first["id"], first["text"]) == ("a.txt", GLOSSED)
    assert (second["id"], second["text"]) == (1, GLOSSED)
    assert (third["id"], third["html"]) == (2, "<p>&lt; Shushi (Azerbaijani: Shusha)")


def test_a_batch_can_be_resumed(sample_artefact: Path, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", [{"id": 1, "text": "in Shushi"}])
    output = tmp_path / "out.jsonl"
    assert call(sample_artefact, "gloss", source, "-o", output).exit_code == 0
    again = call(sample_artefact, "gloss", source, "-o", output, "--resume")
    assert "nothing to resume" in again.stderr
    other = call(sample_artefact, "gloss", source, "-o", output, "--resume", "--bare")
    assert other.exit_code == 2


def test_options_reach_the_glosses(sample_artefact: Path) -> None:
    options = ("--lang", "en", "--mentions", "every", "--quotes", "gloss", "--bare")
    result = call(sample_artefact, "gloss", *options, stdin=b'Shushi, "Shushi"')
    assert result.stdout == 'Shushi (Shusha), "Shushi [Shusha]"'


def test_annotations_and_marked_text(sample_artefact: Path, tmp_path: Path) -> None:
    source = tmp_path / "a b.txt"
    source.write_text("<Shushi>", encoding="utf-8")
    base = ("--base", "https://e.example/", "--text-base", "https://t.example/", "--quiet")
    result = call(sample_artefact, "annotate", "--format", "web-annotation", *base, source)
    (item,) = json.loads(result.stdout)["first"]["items"]
    assert item["body"][0]["source"] == "https://e.example/p-0002"
    assert item["target"]["source"] == "https://t.example/a%20b.txt"
    result = call(sample_artefact, "annotate", "--format", "inline-html", *base, source)
    assert result.stdout.startswith("&lt;<a class=")
    assert 'href="https://e.example/p-0002">Shushi</a>&gt;' in result.stdout
    two = call(sample_artefact, "annotate", "--format", "inline-html", "--quiet", source, source)
    assert [json.loads(line)["id"] for line in two.stdout.splitlines()] == ["a b.txt"] * 2
