"""The real tables: sound, canonical, and compiled to the same bytes each time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gazetteer.dataset.checks import run_checks
from gazetteer.dataset.compile import compile_package
from gazetteer.dataset.package import read_package
from gazetteer.dataset.problems import ERROR
from gazetteer.dataset.schema import read_schema
from gazetteer.dataset.tables import format_tables
from gazetteer.store import Store
from tests.builders import DATA, SAMPLE

needs_tables = pytest.mark.skipif(
    not (DATA / "places.csv").is_file(), reason="THE REAL TABLES ARE MISSING: no data/places.csv"
)


@needs_tables
def test_no_check_finds_an_error() -> None:
    errors = [str(p) for p in run_checks(read_package(DATA)) if p.level == ERROR]
    assert errors == []


@needs_tables
def test_tables_are_canonical(tmp_path: Path) -> None:
    assert format_tables(DATA, write=False) == ()


@needs_tables
def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    first = compile_package(DATA, tmp_path / "first.gpkg")
    second = compile_package(DATA, tmp_path / "second.gpkg")
    assert first.path.read_bytes() == second.path.read_bytes()
    with Store.open(first.path) as store:
        store.verify()
        assert len(store.entities()) == first.entities
        assert store.name(first.names).entity
        for entity in store.entities():
            assert store.names_of(entity.id), entity.id


@pytest.mark.parametrize("folder", [SAMPLE, pytest.param(DATA, marks=needs_tables)])
@pytest.mark.filterwarnings("ignore")  # of frictionless's own dependencies
def test_frictionless_accepts_the_package(folder: Path, tmp_path: Path) -> None:
    import frictionless

    shutil.copy(DATA / "datapackage.json", tmp_path)
    for table in read_schema(DATA).tables.values():
        shutil.copy(folder / table.file, tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
