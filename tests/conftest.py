"""Fixtures that many tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from gazetteer.core import Gazetteer
from gazetteer.dataset.compile import compile_package
from gazetteer.store import Store
from tests.builders import SAMPLE

settings.register_profile("gazetteer", deadline=None)  # a busy machine is no fault
settings.load_profile("gazetteer")


@pytest.fixture(scope="session")
def sample_artefact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of tests/data, compiled once."""
    target = tmp_path_factory.mktemp("sample") / "gazetteer.gpkg"
    compile_package(SAMPLE, target)
    return target


@pytest.fixture(scope="session")
def sample_store(sample_artefact: Path) -> Iterator[Store]:
    """The store of tests/data."""
    with Store.open(sample_artefact) as store:
        yield store


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The real dataset: most behaviour is a matter of real names."""
    return Gazetteer.open()
