"""Inputs for batches: many short records in the languages of the sample, and how to run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent

SENTENCES = (
    "Stepanakert and Shushi lie on the road from Lachin. ",
    "Xankəndidə və Şuşada yağış yağır. ",
    "Ստեփանակերտում և Շուշիում անձրև է։ ",
    "В Степанакерте и Шуше дождь. ",
    "Nothing here is the name of anything. ",
)


def records(count: int, repeat: int = 8) -> list[dict[str, Any]]:
    """Records that differ, so that a lost or doubled one shows."""
    return [
        {"id": number, "text": f"{number}: {SENTENCES[number % len(SENTENCES)] * repeat}"}
        for number in range(count)
    ]


def write_jsonl(path: Path, shapes: Iterable[dict[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(shape, ensure_ascii=False) + "\n" for shape in shapes)
    return path


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def start(*arguments: str | Path, **streams: Any) -> subprocess.Popen[bytes]:
    """Start the command in a process of its own, as a user does."""
    return subprocess.Popen(
        [sys.executable, "-m", "gazetteer", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        **streams,
    )


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "gazetteer", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )
