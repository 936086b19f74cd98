"""Reading the project's Markdown: sections, fences and links, for the tests of the documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_HEADING = re.compile(r"^#{1,6} +(.*?) *$", re.MULTILINE)
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^()\s]+)\)")


def read(name: str) -> str:
    """Return a document by its path from the project's folder."""
    return (ROOT / name).read_text(encoding="utf-8")


def fences(text: str, language: str) -> list[str]:
    """Return the contents of the fenced blocks of one language."""
    return [body for _, tagged, body in _FENCE.findall(text) if tagged == language]


def without_fences(text: str) -> str:
    """Return the prose alone."""
    return _FENCE.sub("", text)


def sections(name: str) -> dict[str, str]:
    """Return what stands under each heading of a document, up to the next heading."""
    text = read(name)
    masked = _FENCE.sub(lambda fence: re.sub(r"[^\n]", "x", fence[0]), text)
    found = list(_HEADING.finditer(masked))
    ends = [*(heading.start() for heading in found[1:]), len(text)]
    return {heading[1]: text[heading.end() : end] for heading, end in zip(found, ends, strict=True)}


def table_keys(text: str) -> set[str]:
    """Return the code words in the first column of the tables of a text."""
    cells = re.findall(r"^\| *([^|]*`[^|]*) *\|", text, re.MULTILINE)
    return {word for cell in cells for word in re.findall(r"`([^`]+)`", cell)}


def links(name: str) -> Iterator[tuple[str, str]]:
    """Yield (path, anchor) of each link to a file of the project; the path may be empty."""
    for target in _LINK.findall(without_fences(read(name))):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            yield path, anchor


def anchors(name: str) -> set[str]:
    """Return the anchors that the headings of a document make."""
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in sections(name))
    return {heading.replace(" ", "-") for heading in plain}


@dataclass(frozen=True)
class Example:
    """A command of a console block and the output printed under it."""

    command: str
    output: str


def console(text: str) -> list[Example]:
    """Return the examples of the console blocks of a text."""
    found = []
    for block in fences(text, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Example(command, output.strip("\n")))
    return found
