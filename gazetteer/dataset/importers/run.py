"""One import: read, join, write; every record ends in the report, and none stops the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gazetteer.dataset.checks import refuse_unreadable
from gazetteer.dataset.checks.characters import character_fault
from gazetteer.dataset.importers.fitting import fitted
from gazetteer.dataset.importers.joining import WITHIN_M, Known
from gazetteer.dataset.importers.overlays import FIRST_OWN_NUMBER, prepare_overlay
from gazetteer.dataset.importers.records import ImportedPlace, Unusable
from gazetteer.dataset.importers.units import Units
from gazetteer.dataset.importers.writing import Writer, has_showable_name
from gazetteer.dataset.new import next_number
from gazetteer.dataset.package import Package, read_package
from gazetteer.dataset.tables import Row, write_table
from gazetteer.errors import ImportFileError

NEW, JOINED, AMBIGUOUS, EXCLUDED, FILTERED, UNUSABLE = (
    "new", "joined", "ambiguous", "excluded", "filtered", "unusable",
)  # fmt: skip
"""What became of a record."""

_SIZE = {"town": 10, "city": 25, "capital": 40}
"""What a settlement's size adds to the prominence of imported places."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What to take and how. ``box`` is west, south, east, north in degrees.

    ``geonames_below`` leaves out records whose GeoNames id is not below it, unless they join:
    in Armenia the ids from 10,500,000 on are churches, farms and field names. ``taken_as`` is a
    kind that the records are given: communities are the villages that they are named after.
    """

    source: Mapping[str, str]
    kinds: tuple[str, ...] = ("settlement",)
    types: tuple[str, ...] = ()
    taken_as: str = ""
    countries: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None
    geonames_below: int | None = None
    within_m: float = WITHIN_M
    accuracy_m: int = 1_000
    prominence: int = 5
    only_join: bool = False
    needed_lang: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record, for the report; ``is_open`` when others may yet settle it."""

    where: str
    key: str
    outcome: str
    entity: str
    detail: str
    is_open: bool = False


@dataclass(slots=True)
class ImportReport:
    """All outcomes in the order of the records, and the rows that were or would be written."""

    outcomes: list[Outcome] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """Return the number of records by outcome."""
        return dict(Counter(outcome.outcome for outcome in self.outcomes))


def run_import(
    records: Iterable[ImportedPlace | Unusable],
    plan: ImportPlan,
    into: Path,
    base: Path,
    *,
    write: bool = True,
) -> ImportReport:
    """Join records to the tables of ``base`` and write what is new into the folder ``into``.

    ``into`` may be ``base`` itself; any other folder becomes an overlay of it, made where needed.
    Rows that are there are never changed, and nothing is written before the last record is read.
    Raises ImportFileError when the source has no usable id or title or the file is not of its
    format, DatasetError when the tables cannot be read in full.
    """
    own = into.resolve() != base.resolve()
    ground = read_package(base)
    package = read_package(base, into) if own else ground
    refuse_unreadable(package)
    source = _source(package, plan.source)
    first = next_number(package, "p")
    known = Known(package, plan.within_m, mind_twins=not plan.taken_as)
    writer = Writer(package, known, source["id"], max(first, FIRST_OWN_NUMBER) if own else first)
    steps = _Steps(package, known, writer, plan)
    report = ImportReport(_take_all(steps, records), dict(writer.rows))
    if report.rows and source["id"] not in {row["id"] for row in package.rows("sources")}:
        report.rows["sources"] = [source]
    if write:
        if own:
            prepare_overlay(into, ground)
        _append(into, report.rows)
    return report


def _take_all(steps: _Steps, records: Iterable[ImportedPlace | Unusable]) -> list[Outcome]:
    """Decide every record, and the open ones again for as long as that settles any.

    Which record of a file comes first is chance: one that may be either of two villages is the one
    that is left when a later record turns out to be the other. Without this a second import of
    the file would find it.
    """
    outcomes: list[Outcome] = []
    undecided: dict[int, ImportedPlace | Unusable] = {}
    for place, record in enumerate(records):
        outcomes.append(steps.take(record))
        if outcomes[place].is_open:
            undecided[place] = record
    before = len(undecided) + 1
    while undecided and len(undecided) < before:
        before = len(undecided)
        for place, record in tuple(undecided.items()):
            outcomes[place] = steps.take(record)
            if not outcomes[place].is_open:
                del undecided[place]
    return outcomes


def _source(package: Package, said: Mapping[str, str]) -> Row:
    """Make the row of the source; ImportFileError where a cell of it would be none."""
    schema = package.tables["sources"].schema
    cells = {column: said.get(column, "") for column in schema.columns}
    row = Row({**cells, "kind": cells["kind"] or "dataset"})
    for column, cell in row.items():
        fault = schema[column].fault(cell) or character_fault(cell)
        if fault:
            raise ImportFileError(f"the source's {column} {fault}; say where the file comes from")
    return row


def _append(folder: Path, rows: Mapping[str, list[Row]]) -> None:
    package = read_package(folder)
    for table, fresh in rows.items():
        if fresh:
            write_table(folder, [*package.rows(table), *fresh], package.tables[table].schema)


class _Steps:
    """Decides one record after the other."""

    def __init__(self, package: Package, known: Known, writer: Writer, plan: ImportPlan) -> None:
        self._known, self._writer, self._plan = known, writer, plan
        self._schema = package.schema
        self._units = Units(package)
        self._excluded: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for row in package.rows("exclusions"):
            self._excluded[row["scheme"], row["value"]][row["text"]] = row["reason"]

    def take(self, record: ImportedPlace | Unusable) -> Outcome:
        """Decide what a record is and write it."""
        if isinstance(record, Unusable):
            return Outcome(record.where, "", UNUSABLE, "", record.reason)
        record, left_out = fitted(record, self._schema)
        key = ":".join(record.identifiers[0]) if record.identifiers else ""
        excluded = self._exclusions(record)
        if "" in excluded:
            return Outcome(record.where, key, EXCLUDED, "", excluded[""])
        wrong = [name.text for name in record.names if name.text in excluded]
        left_out += [f"{text} (excluded)" for text in wrong]
        record = replace(record, names=tuple(n for n in record.names if n.text not in excluded))
        unwanted = self._unwanted(record)
        if unwanted:
            return Outcome(record.where, key, FILTERED, "", unwanted)
        if self._plan.taken_as:
            record = replace(record, kind=self._plan.taken_as)
        joined = self._known.join(record)
        if len(joined.entities) > 1:
            detail = f"may be any of {', '.join(joined.entities)}, by {joined.how}"
            return Outcome(record.where, key, AMBIGUOUS, "", detail, is_open=True)
        if joined.entities:
            outcome = self._complete(record, key, joined.entities[0], joined.how)
        else:
            outcome = self._add(record, key)
        if left_out:
            detail = "; ".join([*filter(None, [outcome.detail]), f"left out {', '.join(left_out)}"])
            outcome = replace(outcome, detail=detail)
        return outcome

    def _exclusions(self, record: ImportedPlace) -> dict[str, str]:
        """Return why the record (text ``""``) or names of it are left out on purpose."""
        known = (self._excluded.get(identifier, {}) for identifier in record.identifiers)
        return {text: reason for texts in known for text, reason in texts.items()}

    def _complete(self, record: ImportedPlace, key: str, entity: str, how: str) -> Outcome:
        metres = self._known.metres_from(record, entity)
        identifiers, names = self._writer.complete(entity, record)
        apart = f"; lies {metres:.0f} m off" if metres is not None and metres > 500 else ""
        detail = f"by {how}: {names} names, {identifiers} identifiers added{apart}"
        return Outcome(record.where, key, JOINED, entity, detail)

    def _add(self, record: ImportedPlace, key: str) -> Outcome:
        unwanted = self._unwanted_as_new(record)
        if unwanted:
            return Outcome(record.where, key, FILTERED, "", unwanted, is_open=True)
        if not has_showable_name(record.names):
            nameless = "has no name whose language is known"
            return Outcome(record.where, key, UNUSABLE, "", nameless, is_open=True)
        if not record.identifiers and record.lon is None:
            unknown = "has neither an id nor a point, so nobody could find it again"
            return Outcome(record.where, key, UNUSABLE, "", unknown)
        prominence = self._plan.prominence + _SIZE.get(record.type, 0)
        entity = self._writer.add(record, self._plan.accuracy_m, prominence)
        if record.lon is not None and record.lat is not None:
            for unit in self._units.around(record.lon, record.lat):
                self._writer.part_of(entity, unit.entity, unit.perspective, unit.certainty)
        return Outcome(record.where, key, NEW, entity, "")

    def _unwanted_as_new(self, record: ImportedPlace) -> str:
        plan = self._plan
        if plan.only_join:
            return "joins nothing"
        below = plan.geonames_below
        if below is not None and _is_geonames_from(record, below):
            return f"GeoNames id not below {below}"
        needed = plan.needed_lang
        if needed and not any(name.lang == needed for name in record.names):
            return f"joins nothing and has no {needed} name"
        return ""

    def _unwanted(self, record: ImportedPlace) -> str:
        plan = self._plan
        if record.kind not in plan.kinds:
            return f"is of kind {record.kind}"
        if plan.types and record.type not in plan.types:
            return f"is of type {record.type}"
        if plan.countries and record.country not in plan.countries:
            return f"is in {record.country or 'no country'}"
        if plan.box is not None:
            west, south, east, north = plan.box
            if record.lon is None or record.lat is None:
                return "has no point"
            if not (west <= record.lon <= east and south <= record.lat <= north):
                return "lies outside the box"
        return ""


def _is_geonames_from(record: ImportedPlace, first: int) -> bool:
    ids = (value for scheme, value in record.identifiers if scheme == "geonames")
    return any(len(value) > 12 or int(value) >= first for value in ids)
