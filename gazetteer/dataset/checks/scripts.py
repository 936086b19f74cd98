"""A name is written in the script that its row states, which is one of its language's own."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem
from gazetteer.dataset.scripts import FOREIGN, LETTERS, script_of
from gazetteer.dataset.tables import Row
from gazetteer.languages import get_language

_BRANDED = ("medium", "organisation")
"""Kinds of actors whose names, like acronyms (COP29), keep Latin letters in every language."""


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each name in another script than its row or its language allows."""
    table = package.tables["names"]
    for row in table.rows:
        if row["script"] not in LETTERS:
            continue  # no value of the column, which is a problem of its own
        fault = _text_fault(row)
        if fault:
            yield table.problem(row, "text", fault)
        entity = package.entities.get(row["entity"])
        fault = language_fault(row, entity["kind"] if entity else "")
        if fault:
            yield table.problem(row, "script", fault)
        if row["romanization"] and FOREIGN["Latn"].search(row["romanization"]):
            fault = f"{row['romanization']!r} is not in Latin letters"
            yield table.problem(row, "romanization", fault)


def _text_fault(row: Row) -> str:
    text, script = row["text"], row["script"]
    foreign = FOREIGN[script].findall(text)
    if not foreign:
        return ""
    own = LETTERS[script].search(text) is not None
    strange = [letter for letter in foreign if script_of(letter) != "Latn"]
    if own and not strange:
        return ""  # a brand or an acronym in Latin letters within the name
    letter = (strange or foreign)[0]
    found = script_of(letter) or "no script of the tables"
    return f"{text!r} is not in {script}: {letter} (U+{ord(letter):04X}) is {found}"


def language_fault(row: Row, kind: str) -> str:
    """Say that a name's language is not written so; ``kind`` is that of what it names."""
    if row["role"] == "romanized":
        return "" if row["script"] == "Latn" else "a romanized name is in Latn"
    language = get_language(row["lang"])
    allowed = language.scripts if language else (row["script"],)
    foreign = row["script"] == "Latn" and (row["text"].isupper() or kind in _BRANDED)
    if row["script"] in allowed or foreign:
        return ""
    return f"{row['lang']} is written in {' or '.join(allowed)}, not {row['script']}"
