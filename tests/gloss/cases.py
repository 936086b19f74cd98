"""Reading the cases of tests/cases/gloss."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gazetteer.batch import read_day
from gazetteer.model import GlossPolicy, GlossQuery, TextQuery

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "gloss"
_MARKED = re.compile("⟦(.*?)⟧")


@dataclass(frozen=True)
class Case:
    """A text, what is asked, and what is to come of it."""

    label: str
    text: str
    expected: str
    lang: str = ""
    day: date | None = None
    policy: GlossPolicy = field(default_factory=GlossPolicy)
    markup: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def query(self) -> GlossQuery:
        return GlossQuery(TextQuery(self.text, self.lang, self.day), self.policy, self.markup)


def read_cases(name: str) -> list[Case]:
    """Read a file of cases: a head and a text each."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    return [_case(head, text) for head, text in zip(kept[::2], kept[1::2], strict=True)]


def _case(head: str, marked: str) -> Case:
    label, lang, day, asked = (part.strip() for part in head.split("|"))
    marked = marked.replace("⏎", "\n")
    case = Case(
        label,
        _MARKED.sub("", marked),
        _MARKED.sub(r"\1", marked),
        lang,
        read_day(day) if day else None,
    )
    words = asked.split()
    options = dict(word.split("=") for word in words if "=" in word)
    markup = options.pop("html", "") == "1"
    policy = replace(
        GlossPolicy(), **{k: v == "1" if k == "bare" else v for k, v in options.items()}
    )
    reasons = tuple(word for word in words if "=" not in word)
    return replace(case, policy=policy, markup=markup, reasons=reasons)
