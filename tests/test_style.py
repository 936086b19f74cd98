"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 450, 60
DRAWERS = frozenset({"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers"})
"""Names of modules that say nothing about what is in them."""

_UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
_MADE = frozenset({"build", "dist", "node_modules", "__pycache__"})


def tree(*suffixes: str) -> Iterator[Path]:
    """Yield the files of the project, neither hidden nor made by a tool."""
    for path in sorted(ROOT.rglob("*")):
        folders = path.relative_to(ROOT).parts[:-1]
        hidden = any(name.startswith(".") and name != ".ci" for name in folders)
        made = any(name in _MADE or name.endswith(".egg-info") for name in folders)
        wanted = not suffixes or path.suffix in suffixes
        if wanted and not hidden and not made and path.is_file():
            yield path


def shown(path: Path) -> str:
    """Write a path as from the project's folder."""
    return path.relative_to(ROOT).as_posix()


CODE = tuple(tree(".py", ".js", ".css", ".html"))
MODULES = {path: ast.parse(path.read_bytes()) for path in CODE if path.suffix == ".py"}
OURS = {path: parsed for path, parsed in MODULES.items() if shown(path).startswith("gazetteer/")}


def test_no_file_is_too_long() -> None:
    lengths = {shown(path): path.read_text(encoding="utf-8").count("\n") for path in CODE}
    assert not {path: length for path, length in lengths.items() if length > LONGEST_FILE}


def test_no_function_is_too_long() -> None:
    faults = []
    for path, parsed in MODULES.items():
        for node in ast.walk(parsed):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    faults.append(f"{shown(path)}: {node.name} has {length} lines")
    assert not faults


def test_nothing_is_left_for_later() -> None:
    faults = []
    for path in tree(".py", ".js", ".css", ".html", ".md", ".toml", ".sh"):
        lines = path.read_text(encoding="utf-8").splitlines()
        faults += [
            f"{shown(path)}:{n}" for n, line in enumerate(lines, 1) if _UNFINISHED.search(line)
        ]
    assert not faults


def test_no_module_is_a_drawer() -> None:
    named = {path.stem.strip("_") for path in CODE} | {path.parent.name for path in CODE}
    assert not named & DRAWERS


def test_every_module_says_what_it_is() -> None:
    assert not [shown(path) for path, parsed in OURS.items() if not ast.get_docstring(parsed)]


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in OURS}
    assert not [shown(folder) for folder in folders if not (folder / "__init__.py").is_file()]
