"""Cases as text: ``{surface=Name/kind/sense}`` marks an expected mention, braces out it is prose.

``Name`` is any name that the expected entity has, ``kind`` its kind; ``sense`` may be left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_MARK = re.compile(r"\{([^{}=]+)=([^{}/]+)/([a-z-]+)(?:/([a-z]+))?\}")
CASES = Path(__file__).parent.parent / "cases" / "annotate"


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    name: str
    kind: str
    sense: str


@dataclass(frozen=True)
class Case:
    label: str
    lang: str
    day: date | None
    text: str
    expected: tuple[Expected, ...]


def parse(label: str, lang: str, day: str, marked: str) -> Case:
    text, expected, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        surface, name, kind, sense = match.groups()
        expected.append(Expected(len(text), len(text) + len(surface), name, kind, sense or ""))
        text += surface
        done = match.end()
    text += marked[done:]
    return Case(label, lang, date.fromisoformat(day) if day else None, text, tuple(expected))


def read_cases(kind: str) -> list[Case]:
    """Read ``cases/annotate/<kind>.txt`` and ``<kind>-<group>.txt``.

    A case is a line label | lang | date, then the marked text; a blank line parts it from the next.
    """
    cases = []
    files = [CASES / f"{kind}.txt", *sorted(CASES.glob(f"{kind}-*.txt"))]
    texts = [path.read_text(encoding="utf-8") for path in files]
    for block in "\n\n".join(texts).split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            label, lang, day = (part.strip() for part in lines[0].split("|"))
            cases.append(parse(label, lang, day, "\n".join(lines[1:]).replace("\\n", "\n")))
    return cases
