"""The description is valid and tells of every address."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from gazetteer.web.openapi.parameters import PATH, QUERY
from gazetteer.web.params import REQUIRED, Asked
from tests.web.calls import GOOD

_FOR_PEOPLE = ("pages.", "leaflet.", "static")


@pytest.fixture
def described(client: FlaskClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/openapi.json").get_json()
    return document


def test_description_is_valid(described: dict[str, Any]) -> None:
    OpenAPIV31SpecValidator(described).validate()
    assert described["openapi"].startswith("3.1")


def test_both_addresses_give_the_same(client: FlaskClient, described: dict[str, Any]) -> None:
    assert client.get("/api/v1/openapi.json").json == described


def test_every_address_is_described(sample_app: Flask, described: dict[str, Any]) -> None:
    served = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in sample_app.url_map.iter_rules()
        if not rule.endpoint.startswith(_FOR_PEOPLE) and rule.endpoint != "description.docs"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    told = {(path, method) for path, methods in described["paths"].items() for method in methods}
    assert told == served


def test_every_operation_is_tried(described: dict[str, Any]) -> None:
    tried = {(call.path, call.method.lower()) for call in GOOD}
    told = {(path, method) for path, methods in described["paths"].items() for method in methods}
    assert told - tried == {("/api/v1/openapi.json", "get")}


def test_every_operation_has_its_own_id(described: dict[str, Any]) -> None:
    ids = [
        one["operationId"] for methods in described["paths"].values() for one in methods.values()
    ]
    assert len(ids) == len(set(ids))


def test_nothing_refers_elsewhere(client: FlaskClient) -> None:
    assert "$ref" not in client.get("/openapi.json").text


@pytest.mark.parametrize("name", sorted(QUERY))
def test_each_parameter_is_a_property_of_what_was_asked(name: str) -> None:
    assert hasattr(Asked, name)
    assert bool(QUERY[name].get("required")) == (name in REQUIRED)


def test_captured_parts_are_described(sample_app: Flask) -> None:
    rules = [r for r in sample_app.url_map.iter_rules() if not r.endpoint.startswith("static")]
    assert {part for rule in rules for part in rule.arguments} - {"name"} == set(PATH)


def test_examples_are_good(client: FlaskClient, described: dict[str, Any]) -> None:
    for parameter in described["paths"]["/api/v1/lookup"]["get"]["parameters"]:
        if "example" in parameter and parameter["name"] != "kind":
            example = parameter["example"]
            text = ",".join(map(str, example)) if isinstance(example, list) else example
            asked = {"q": "Shusha", parameter["name"]: text}
            assert client.get("/api/v1/lookup", query_string=asked).status_code == 200


def test_docs_page_names_every_operation(client: FlaskClient, described: dict[str, Any]) -> None:
    page = client.get("/docs").text
    assert all(path in page for path in described["paths"])
    assert "`" not in page
