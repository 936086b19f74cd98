"""What the tables can hold of a record: ids, names and dates of a form that the checks let pass."""

from __future__ import annotations

from dataclasses import replace

from gazetteer.dataset.checks.characters import character_fault
from gazetteer.dataset.checks.dates import date_fault, is_reversed
from gazetteer.dataset.checks.holders import form_fault
from gazetteer.dataset.checks.scripts import language_fault
from gazetteer.dataset.importers.records import ImportedName, ImportedPlace
from gazetteer.dataset.schema import Schema
from gazetteer.dataset.tables import Row


def fitted(record: ImportedPlace, schema: Schema) -> tuple[ImportedPlace, list[str]]:
    """Return a record without what no table may hold, and a word on each thing left out.

    A Latin form filed under a language of another script is kept as romanized.
    """
    left_out: list[str] = []
    identifiers = []
    for scheme, value in record.identifiers:
        columns = schema.tables["identifiers"]
        fault = columns["value"].fault(value) or form_fault(scheme, value) or character_fault(value)
        if fault:
            left_out.append(f"{scheme} id: {fault}")
        else:
            identifiers.append((scheme, value))
    names = []
    for name in record.names:
        kept = _name(name, record.kind, schema)
        if kept is None:
            left_out.append(f"name {name.text[:40]!r} ({name.lang})")
        else:
            names.append(kept)
    finer = "" if schema.tables["places"]["type"].fault(record.type) else record.type
    kept_record = replace(record, identifiers=tuple(identifiers), names=tuple(names), type=finer)
    return kept_record, left_out


def _name(name: ImportedName, kind: str, schema: Schema) -> ImportedName | None:
    cells = {"lang": name.lang, "script": name.script, "text": name.text, "role": name.role}
    columns = schema.tables["names"]
    if any(columns[column].fault(cell) for column, cell in cells.items()):
        return None
    if character_fault(name.text):
        return None
    if language_fault(Row(cells), kind):
        if name.script != "Latn":
            return None
        name = replace(name, role="romanized")
    faulty = date_fault(name.since) or date_fault(name.until) or is_reversed(name.since, name.until)
    return replace(name, since="", until="") if faulty else name
