"""Who imports whom: exactly the arrows of the table in docs/design.md, read from every import."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "gazetteer"
FREE = frozenset({"errors"})
"""Rooms that everybody may import; the table does not list them."""

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Arrow:
    """One import of ours by ours; ``lazy``: inside a function, or for types only."""

    module: str
    target: str
    line: int
    lazy: bool


@dataclass(frozen=True)
class Allowed:
    """What a room may import: always, and only inside functions."""

    always: frozenset[str]
    lazily: frozenset[str]


def _table() -> dict[str, Allowed]:
    text = (ROOT / "docs/design.md").read_text(encoding="utf-8")
    section = text.split("### Who may import whom")[1].split("\n## ")[0]
    table: dict[str, Allowed] = {}
    for row in re.findall(r"^\| *`.*\|$", section, re.MULTILINE):
        rooms, always, lazily = (_CODE.findall(cell) for cell in row.strip("|").split("|"))
        table |= dict.fromkeys(rooms, Allowed(frozenset(always), frozenset(lazily)))
    return table


TABLE = _table()


def _modules() -> list[tuple[str, Path]]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found.append((".".join(parts[:-1] if parts[-1] == "__init__" else parts), path))
    return found


def _room(module: str) -> str:
    """Return the room of a module: the longest name of the table that begins it."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        if ".".join(parts[:length]) in TABLE:
            return ".".join(parts[:length])
    return parts[0]


def _imports(tree: ast.AST, lazy: bool = False) -> Iterator[tuple[str, int, bool]]:
    """Yield (full name, line, lazy) of everything that is imported from our package."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno, lazy
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write imports in full"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno, lazy
        else:
            inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _imports(node, lazy or inside or _is_for_types(node))


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def _arrows() -> list[Arrow]:
    modules = dict(_modules())
    arrows = []
    for module, path in modules.items():
        for name, line, lazy in _imports(ast.parse(path.read_bytes())):
            if name.split(".")[0] != "gazetteer":
                continue
            target = name.removeprefix("gazetteer").removeprefix(".")
            while target and target not in modules:  # a name inside a module, or the package
                target = target.rpartition(".")[0]
            if target:
                arrows.append(Arrow(module, target, line, lazy))
    return arrows


ARROWS = _arrows()


def test_every_module_is_in_a_room_of_the_table() -> None:
    rooms = {_room(module) for module, _ in _modules() if module and module != "__main__"}
    assert rooms - FREE <= set(TABLE)


def test_only_the_arrows_of_the_table() -> None:
    faults = []
    for arrow in ARROWS:
        source, target = _room(arrow.module or "gazetteer"), _room(arrow.target)
        if source == target or target in FREE or arrow.module in ("", "__main__"):
            continue
        allowed = TABLE[source]
        if target not in allowed.always and not (arrow.lazy and target in allowed.lazily):
            faults.append(f"{arrow.module}:{arrow.line} imports {arrow.target}")
    assert not faults


def test_no_arrow_of_the_table_is_stale() -> None:
    used = {(_room(arrow.module), _room(arrow.target)) for arrow in ARROWS}
    shared = {rooms for rooms in TABLE if "." in rooms}
    stale = [
        f"{room} → {target}"
        for room, allowed in TABLE.items()
        for target in allowed.always | allowed.lazily
        if (room, target) not in used and room not in shared and target not in shared
    ]
    assert not stale


def test_the_table_draws_no_circle() -> None:
    """An arrow that only functions follow may lead back; those at import time may not."""
    done: set[str] = set()
    waiting = dict(TABLE)
    while waiting:
        free = [room for room, allowed in waiting.items() if allowed.always - {room} <= done]
        shared = [room for room in waiting if "." in room and _only_shared(waiting[room], done)]
        assert free or shared, f"a circle among {', '.join(waiting)}"
        for room in {*free, *shared}:
            done.add(room)
            del waiting[room]


def _only_shared(allowed: Allowed, done: set[str]) -> bool:
    return all("." in target for target in allowed.always - done)


@pytest.mark.parametrize(
    ("room", "libraries"),
    [
        ("model", frozenset[str]()),
        ("errors", frozenset[str]()),
        ("formats", frozenset({"orjson", "resvg_py"})),
        ("space", frozenset({"numpy", "polyline", "pyproj", "shapely"})),
    ],
)
def test_libraries_of_the_pure_rooms(room: str, libraries: frozenset[str]) -> None:
    ours = sys.stdlib_module_names | libraries | {"gazetteer"}
    for module, path in _modules():
        if _room(module) == room:
            used = {name.split(".")[0] for name, _, _ in _imports(ast.parse(path.read_bytes()))}
            assert used <= ours, module


def test_every_library_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = (
        sys.stdlib_module_names | _declared(project["dependencies"]) | {"gazetteer", "_typeshed"}
    )
    extras = {"spacy_component": _declared(project["optional-dependencies"]["spacy"])}
    for module, path in _modules():
        used = {name.split(".")[0] for name, _, _ in _imports(ast.parse(path.read_bytes()))}
        assert used <= known | extras.get(_room(module), set()), module


def _declared(requirements: list[str]) -> set[str]:
    named = (re.split(r"[<>=\[ ]", stated)[0] for stated in requirements)
    return {name.replace("-", "_") for name in named}


def test_the_web_starts_without_the_compiler() -> None:
    code = (
        "import gazetteer.web, gazetteer.core, sys;"
        "print([name for name in sys.modules if name.startswith('gazetteer.dataset')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
