"""The application over the package of tests/data, whose answers can be pinned, and the real one."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gazetteer.core import Gazetteer
from gazetteer.store import Store
from gazetteer.web import create_app
from gazetteer.web.ndjson import Limits

SMALL = {"MAX_CONTENT_LENGTH": 200_000, "BATCH_LIMITS": Limits(line_bytes=10_000, lines=50)}
"""Bounds small enough to run into."""


@pytest.fixture(scope="session")
def sample_app(sample_store: Store) -> Flask:
    return create_app(Gazetteer(sample_store), SMALL)


@pytest.fixture
def client(sample_app: Flask) -> FlaskClient:
    return sample_app.test_client()


@pytest.fixture(scope="session")
def real_app(gazetteer: Gazetteer) -> Flask:
    return create_app(gazetteer)


@pytest.fixture
def real_client(real_app: Flask) -> FlaskClient:
    return real_app.test_client()
