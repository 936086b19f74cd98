"""The documents say what is there: all of it, and nothing that is not."""

from __future__ import annotations

import csv
import doctest
import importlib
import json
import os
import pkgutil
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask import Flask

import gazetteer.formats
import gazetteer.web
from gazetteer.cli import main
from gazetteer.core import Gazetteer
from gazetteer.dataset.audit import SECTIONS
from gazetteer.dataset.checks import all_checks
from gazetteer.dataset.importers import importers
from gazetteer.dataset.importers.run import (
    AMBIGUOUS,
    EXCLUDED,
    FILTERED,
    JOINED,
    NEW,
    UNUSABLE,
)
from gazetteer.languages import Context, all_languages
from gazetteer.languages.romanization import SCHEMES
from gazetteer.model import LEFT_ALONE
from tests.documents import (
    ROOT,
    Example,
    anchors,
    console,
    fences,
    links,
    read,
    sections,
    table_keys,
)
from tests.test_style import shown, tree

DOCUMENTS = tuple(shown(path) for path in tree(".md"))
README = read("README.md")
TABLES = json.loads(read("data/datapackage.json"))["resources"]
"""Names a file of words, one a line, that must not stand anywhere in the project."""

_MACHINE_PATH = re.compile(r"(?<![\w./<~$}-])/(?:root|home|Users|mnt|srv|opt|work)/[\w.]")
_NEAR = 0.05
"""How far a score printed in an example may be off: weights are tuned, the example stays."""


# --- the command line ----------------------------------------------------------------------------


def _commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group, info_name=name)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command is not None
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {word}")


COMMANDS = dict(_commands(main, "gazetteer"))


def _options(command: click.Command) -> list[str]:
    options = [one for one in command.params if isinstance(one, click.Option)]
    return [long for one in options for long in (*one.opts, *one.secondary_opts) if "--" in long]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    section = sections("docs/cli.md")[name]
    missing = [one for one in _options(COMMANDS[name]) if f"`{one}" not in section]
    assert not [one for one in missing if one != "--help" and f"{name} {one}" not in section]


def test_options_of_the_command_itself_are_documented() -> None:
    text = read("docs/cli.md")
    assert all(f"`{option}" in text for option in _options(main))


def test_no_command_is_documented_that_is_not_there() -> None:
    named = {heading for heading in sections("docs/cli.md") if heading.startswith("gazetteer ")}
    assert named == set(COMMANDS)


def test_exit_codes_of_the_readme_and_of_the_page_are_the_same() -> None:
    text = sections("README.md")["Exit codes"]
    listed = set(re.findall(r"^\| (\d) \|", read("docs/cli.md"), re.MULTILINE))
    assert set(re.findall(r"(\d):", text)) == listed == {"0", "1", "2", "3"}


# --- the interface -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def app(gazetteer: Gazetteer) -> Flask:
    return gazetteer_web_app(gazetteer)


def gazetteer_web_app(gazetteer_: Gazetteer) -> Flask:
    return gazetteer.web.create_app(gazetteer_)


def _addresses(app: Flask) -> Iterator[tuple[str, str]]:
    """Yield (``GET /path/{name}``, endpoint) of every address but those of plain files."""
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/static/"):
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield f"{method} {path}", rule.endpoint


def test_every_address_and_parameter_is_documented(app: Flask) -> None:
    described = sections("docs/api.md")
    everywhere = read("docs/api.md")
    faults = []
    for address, endpoint in _addresses(app):
        also = (f"`{address}`", f"`{address.split(' ')[1]}`")
        if address not in described and not any(mentioned in everywhere for mentioned in also):
            faults.append(address)
        parameters = getattr(app.view_functions[endpoint], "parameters", ())
        section = described.get(address, everywhere)
        faults += [f"{address}: {one}" for one in parameters if f"`{one}`" not in section]
    assert not faults


def test_no_address_is_documented_that_is_not_there(app: Flask) -> None:
    served = {address for address, _ in _addresses(app)}
    named = {h for h in sections("docs/api.md") if re.match(r"(GET|POST|PUT|DELETE) /", h)}
    assert named <= served


def test_every_protocol_is_documented() -> None:
    listed = table_keys(_turned(read("docs/protocols.md")))
    modules = [module.name for module in pkgutil.iter_modules(gazetteer.web.__path__)]
    speaking = [
        name
        for name in modules
        if hasattr(importlib.import_module(f"gazetteer.web.{name}"), "blueprint")
    ]
    assert set(speaking) - {"leaflet"} <= listed


def _turned(text: str) -> str:
    """Put the second column of tables first."""
    return re.sub(r"^\|([^|]*)\|([^|]*)\|", r"|\2|\1|", text, flags=re.MULTILINE)


def test_the_record_shown_is_the_record_given(app: Flask) -> None:
    described = sections("docs/annotate.md")
    (asked,), (answered,) = (fences(described[part], "json") for part in ("In", "Out"))
    answer = app.test_client().post("/api/v1/annotate", json=json.loads(asked))
    assert _is_near(answer.json, json.loads(answered)), answer.text


def test_the_gloss_shown_is_the_gloss_given(app: Flask) -> None:
    asked, answered = fences(sections("docs/gloss.md")["In and out"], "json")
    answer = app.test_client().post("/api/v1/gloss", json=json.loads(asked))
    assert answer.json == json.loads(answered), answer.text


def test_every_reason_for_no_gloss_is_documented() -> None:
    assert set(LEFT_ALONE) <= table_keys(sections("docs/gloss.md")["What decides"])


def test_the_resolution_shown_is_the_resolution_given(app: Flask) -> None:
    (shown_answer,) = fences(sections("docs/api.md")["GET /api/v1/lookup"], "json")
    answer = app.test_client().get("/api/v1/lookup?q=Ханкенди&lang=en&limit=1")
    assert _is_near(answer.json, json.loads(shown_answer)), answer.text


def _is_near(given: object, expected: object) -> bool:
    """Compare JSON; scores may differ a little."""
    if isinstance(given, dict) and isinstance(expected, dict):
        alike = given.keys() == expected.keys()
        return alike and all(_is_near(given[key], expected[key]) for key in given)
    if isinstance(given, list) and isinstance(expected, list):
        pairs = zip(given, expected, strict=False)
        return len(given) == len(expected) and all(_is_near(*pair) for pair in pairs)
    if isinstance(given, float) and isinstance(expected, float):
        return abs(given - expected) <= _NEAR
    return given == expected


# --- what is found by its presence ---------------------------------------------------------------


def test_every_check_is_documented() -> None:
    assert table_keys(read("docs/checks.md")) == set(all_checks())


def test_every_importer_and_outcome_is_documented() -> None:
    described = sections("docs/importing.md")
    assert set(importers()) <= table_keys(described["Formats"])
    outcomes = {NEW, JOINED, AMBIGUOUS, EXCLUDED, FILTERED, UNUSABLE}
    assert table_keys(described["The report"]) == outcomes


def test_every_section_of_the_audit_is_documented() -> None:
    text = sections("docs/cli.md")["gazetteer data audit"]
    assert not [name for name in (*SECTIONS, "evidence") if f"`{name}`" not in text]


def test_every_language_is_documented() -> None:
    described = sections("docs/languages.md")
    assert table_keys(described["Languages"]) == set(all_languages())
    assert table_keys(described["What a module brings"]) == set(Context.__dataclass_fields__)


def test_every_romanization_scheme_is_documented() -> None:
    described = sections("docs/languages.md")
    assert table_keys(described["Romanization"]) == {scheme.code for scheme in SCHEMES}


def test_every_format_is_documented() -> None:
    modules = {module.name for module in pkgutil.iter_modules(gazetteer.formats.__path__)}
    assert table_keys(read("docs/formats.md")) == modules


def test_every_decision_is_listed() -> None:
    pages = {path.name for path in (ROOT / "docs/decisions").glob("[0-9]*.md")}
    assert pages == {path for path, _ in links("docs/decisions/README.md")}
    for page in pages:
        parts = ("**Question.**", "**Decision.**", "**Why.**", "**Costs.**")
        text = read(f"docs/decisions/{page}")
        assert all(part in text for part in parts), page
        assert text.startswith(f"# {int(page[:3])}. "), page


# --- the data ------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table["path"])
def test_every_table_and_column_is_documented(table: dict[str, object]) -> None:
    section = sections("data/README.md")[str(table["path"])]
    schema = table["schema"]
    assert isinstance(schema, dict)
    assert {field["name"] for field in schema["fields"]} - table_keys(section) == set()
    for field in schema["fields"]:
        for value in field.get("constraints", {}).get("enum", ()):
            assert f"`{value}`" in section, f"{field['name']}: {value}"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table["path"])
def test_rows_shown_of_a_table_are_in_it(table: dict[str, object]) -> None:
    path = str(table["path"])
    with (ROOT / "data" / path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for block in fences(sections("data/README.md")[path], "csv"):
        assert [row for row in csv.reader(block.splitlines()) if row not in rows] == []


def test_every_perspective_of_the_neutral_pair_is_named() -> None:
    from gazetteer.model import SIDES

    assert all(f"`{side}`" in read("data/README.md") for side in SIDES)


def test_versions_are_those_of_the_changelog() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    changes = read("CHANGELOG.md")
    assert f"\n## {project['version']} – " in changes
    assert f"### Data {json.loads(read('data/datapackage.json'))['version']}" in changes


# --- the examples of the README and of the research session ---------------------------------------

SESSION = read("docs/research-session.md")
_SHOWN = [*console(README), *console(SESSION), *console(read("docs/gloss.md"))]
EXAMPLES = [one for one in _SHOWN if not one.command.startswith("curl ")]
CALLS = [one for one in _SHOWN if one.command.startswith("curl ")]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.command[:40])
def test_examples_print_what_is_shown(example: Example, tmp_path: Path) -> None:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", example.command],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path if example in console(SESSION) else ROOT,  # those of the session write files
        env={**os.environ, "PATH": path},
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert _is_like(run.stdout.strip("\n"), example.output), run.stdout


def _is_like(printed: str, shown_output: str) -> bool:
    """Compare line by line; ``…`` alone stands for any lines, scores may differ a little."""
    expected = shown_output.splitlines()
    lines = printed.splitlines()
    if "…" in expected:
        cut = expected.index("…")
        expected = expected[:cut]
        lines = lines[:cut]
    pairs = list(zip(lines, expected, strict=False))
    return len(lines) == len(expected) and all(_is_like_line(*pair) for pair in pairs)


def _is_like_line(printed: str, expected: str) -> bool:
    score = re.compile(r"\b0\.\d+\b")
    near = zip(score.findall(printed), score.findall(expected), strict=False)
    alike = score.sub("#", printed) == score.sub("#", expected)
    return alike and all(abs(float(one) - float(other)) <= _NEAR for one, other in near)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.command[-40:])
def test_calls_are_answered(app: Flask, call: Example) -> None:
    words = shlex.split(call.command)
    address = words[-1].removeprefix("http://127.0.0.1:8000")
    headers = [words[place + 1].split(": ") for place, word in enumerate(words) if word == "-H"]
    body = next((words[p + 1] for p, w in enumerate(words) if w in ("-d", "--data-binary")), None)
    if body is not None and body.startswith("@"):
        body = '{"id": 1, "text": "Baku denied it."}\n'
    client = app.test_client()
    given = dict(headers)
    if body is None:
        answer = client.get(address, headers=given)
    else:
        answer = client.post(address, headers=given, data=body.encode())
    assert answer.status_code == 200, answer.text


def test_python_of_the_readme_runs() -> None:
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted >= 5
    assert not result.failed


def test_make_targets_of_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    for name in DOCUMENTS:
        assert set(re.findall(r"`make ([a-z]+)", read(name))) <= targets, name
        for block in fences(read(name), "sh"):
            assert set(re.findall(r"^make ([a-z]+)", block, re.MULTILINE)) <= targets, name


def test_the_readme_is_short() -> None:
    assert README.count("\n") < 200


# --- the whole tree ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    folder = (ROOT / name).parent
    for path, anchor in links(name):
        target = (folder / path).resolve() if path else ROOT / name
        assert target.exists(), path
        assert target.is_relative_to(ROOT), path
        if anchor and target.suffix == ".md":
            assert anchor in anchors(shown(target)), f"{path}#{anchor}"


def test_every_environment_variable_is_documented() -> None:
    documented = "".join(map(read, DOCUMENTS))
    named = set()
    for path in tree(".py"):
        if shown(path).startswith("gazetteer/"):
            named |= set(re.findall(r'"(GAZETTEER_[A-Z_]+)"', path.read_text(encoding="utf-8")))
    assert not {variable for variable in named if f"`{variable}`" not in documented}


def test_no_file_names_a_machine() -> None:
    faults = []
    for path in tree():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if path != Path(__file__) and (found := _MACHINE_PATH.search(text)):
            faults.append(f"{shown(path)}: {found[0]}")
    assert not faults
