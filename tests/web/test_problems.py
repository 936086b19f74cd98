"""Every error is a problem with a reason, whoever raised it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

import gazetteer.web
from gazetteer.core import Gazetteer
from gazetteer.errors import ArtefactError
from gazetteer.store import Store
from gazetteer.web import create_app

FOLDER = Path(gazetteer.web.__file__).parent
JSON = "application/json"


def _problem(
    client: FlaskClient, method: str, url: str, status: int, **more: Any
) -> dict[str, Any]:
    response = client.open(url, method=method, **more)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    problem: dict[str, Any] = response.get_json()
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["title"]
    assert problem["instance"] == url.split("?", maxsplit=1)[0]
    return problem


def test_instance_is_an_address(client: FlaskClient) -> None:
    problem = client.get("/api/v1/entities/%3C%D5%A1%20%0A%3E").get_json()
    assert problem["instance"] == "/api/v1/entities/%3C%D5%A1%20%0A%3E"


@pytest.mark.parametrize(
    "url",
    [
        "/nowhere",
        "/api/v1/nowhere",
        "/api/v1/entities/p-9999",
        "/api/v1/entities/..%2F..%2Fetc",
        "/api/v1/routes/nowhere-road",
        "/api/v1/routes/p-0001/places",
        "/api/v1/routes/p-0011/places?version=nix",
        "/static/nowhere.js",
        "/static/leaflet/nowhere.js",
    ],
)
def test_not_there(client: FlaskClient, url: str) -> None:
    response = client.get(url)
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("method", "url", "allowed"),
    [
        ("POST", "/api/v1/lookup?q=x", "GET"),
        ("DELETE", "/api/v1/entities/p-0001", "GET"),
        ("GET", "/api/v1/annotate", "POST"),
        ("PUT", "/api/v1/annotate/batch", "POST"),
        ("POST", "/", "GET"),
    ],
)
def test_method_not_taken(client: FlaskClient, method: str, url: str, allowed: str) -> None:
    response = client.open(url, method=method)
    assert response.status_code == 405
    assert allowed in response.headers["Allow"]
    problem = _problem(client, method, url, 405)
    assert allowed in problem["detail"]


def test_body_too_large(client: FlaskClient) -> None:
    body = b'{"text": "' + b"x" * 300_000 + b'"}'
    problem = _problem(client, "POST", "/api/v1/annotate", 413, data=body, content_type=JSON)
    assert "200000" in problem["detail"]


@pytest.mark.parametrize("media_type", ["text/css", "application/xml", "", "application/x-ndjson"])
def test_body_of_another_type(client: FlaskClient, media_type: str) -> None:
    problem = _problem(
        client, "POST", "/api/v1/annotate", 415, data=b"x", content_type=media_type or None
    )
    assert "application/json" in problem["detail"]


@pytest.mark.parametrize("header", [{"Content-Encoding": "gzip"}])
def test_coded_body(client: FlaskClient, header: dict[str, str]) -> None:
    for path in ("/api/v1/annotate", "/api/v1/annotate/batch"):
        kind = JSON if path.endswith("e") else "application/x-ndjson"
        _problem(client, "POST", path, 415, data=b"\x1f\x8b", content_type=kind, headers=header)


def test_other_charset_is_refused_not_guessed(client: FlaskClient) -> None:
    _problem(
        client,
        "POST",
        "/api/v1/annotate",
        415,
        data="Баку".encode("cp1251"),
        content_type="text/plain; charset=windows-1251",
    )


def test_address_too_long(client: FlaskClient) -> None:
    _problem(client, "GET", f"/api/v1/lookup?q={'x' * 9000}", 414)


def test_fault_of_ours_is_told_without_its_inside(sample_store: Store) -> None:
    core = Gazetteer(sample_store)
    app = create_app(core)

    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret")

    core.look_up = fail  # type: ignore[method-assign, assignment]
    problem = _problem(app.test_client(), "GET", "/api/v1/lookup?q=x", 500)
    assert "secret" not in str(problem)


def test_dataset_that_cannot_be_read(sample_store: Store) -> None:
    core = Gazetteer(sample_store)
    app = create_app(core)

    def fail(*_: object) -> None:
        raise ArtefactError("the file is damaged; rebuild it")

    core.look_up = fail  # type: ignore[method-assign, assignment]
    problem = _problem(app.test_client(), "GET", "/api/v1/lookup?q=x", 503)
    assert "rebuild" in problem["detail"]


def test_people_get_a_page(client: FlaskClient) -> None:
    browser = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": "ru"}
    for url, status in (
        ("/nowhere", 404),
        ("/entities/p-9999", 404),
        ("/entities/p-0001?at=x", 400),
    ):
        response = client.get(url, headers=browser)
        assert (response.status_code, response.mimetype) == (status, "text/html")
        assert '<html lang="ru"' in response.text
    assert client.get("/api/v1/nowhere", headers=browser).mimetype == "application/problem+json"


def test_only_problems_knows_status_codes() -> None:
    for path in FOLDER.rglob("*.py"):
        if path.name == "problems.py":
            continue
        numbers = {
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, int)
        }
        assert not {n for n in numbers if re.fullmatch(r"[2-5]0\d|41\d", str(n))} - {200}, path
