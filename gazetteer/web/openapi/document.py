"""The OpenAPI document: the application's own routes and parameters, with their bodies."""

from __future__ import annotations

import importlib.metadata
import inspect
import re
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from gazetteer.web import problems
from gazetteer.web.openapi import geo_schemas as geo
from gazetteer.web.openapi.operations import OPERATIONS, Operation
from gazetteer.web.openapi.parameters import PATH, query_parameter
from gazetteer.web.params import USUAL_LIMITS, Limits
from gazetteer.web.replies import JSON

Shape = dict[str, Any]

_READ, _WRITTEN = "GET", "POST"
_LANGUAGE = {"description": "The language asked for.", "schema": {"type": "string"}}
_ETAG = {"description": "Changes with the answer.", "schema": {"type": "string"}}
_INTRODUCTION = """\
Places, actors and terms of the Armenia–Azerbaijan conflict: who calls them what, in which script, \
since when, and on whose authority.

A place has no name of its own. Without a `perspective` it is labelled with the neutral pair of \
the sides' names. Language and perspective are separate. An ambiguous or unknown name is an \
answer with that status, not an error.

Parameters that an address does not take are refused by name. `HEAD` and `OPTIONS` work \
everywhere; any origin may read. Answers to `GET` carry an `ETag`.\
"""


def document(app: Flask) -> Shape:
    """Describe every operation of an application that belongs to the interface."""
    paths: dict[str, Shape] = {}
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        operation = OPERATIONS.get(rule.endpoint)
        if operation is not None:
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            method = _WRITTEN if _WRITTEN in (rule.methods or ()) else _READ
            described = _described(app, rule, operation, method)
            paths.setdefault(path, {})[method.lower()] = described
    store = app.extensions["gazetteer"].store
    return {
        "openapi": "3.1.0",
        "info": {
            "title": store.title,
            "version": importlib.metadata.version("gazetteer"),
            "description": _INTRODUCTION,
            "license": {"name": store.licence, "identifier": store.licence},
        },
        "servers": [{"url": "/"}],
        "tags": [
            {"name": "names", "description": "What is this name?"},
            {"name": "entities", "description": "What is said of this?"},
            {"name": "texts", "description": "What is named in this text?"},
            {"name": "space", "description": "What lies here, along this road, near this point?"},
            {"name": "time", "description": "What was when, and what changed?"},
            {"name": "service", "description": "The service itself."},
        ],
        "paths": paths,
    }


def _described(app: Flask, rule: Rule, operation: Operation, method: str) -> Shape:
    view = app.view_functions[rule.endpoint]
    allowed: tuple[str, ...] = getattr(view, "parameters", ())
    limits: Limits = getattr(view, "limits", USUAL_LIMITS)
    needs: tuple[str, ...] = getattr(view, "needs", ())
    summary, _, more = inspect.cleandoc(view.__doc__ or "").partition("\n\n")
    name = rule.endpoint.rpartition(".")[2]
    shape: Shape = {
        "operationId": name if not rule.rule.startswith("/api/v1/openapi") else f"{name}_v1",
        "tags": [operation.tag],
        "summary": " ".join(summary.split()).replace("``", "`"),
        "parameters": [PATH[name] for name in sorted(rule.arguments)]
        + [query_parameter(name, limits, name in needs) for name in allowed],
        "responses": _responses(rule, operation, method),
    }
    if more:
        shape["description"] = more.replace("``", "`")
    if operation.takes:
        content = {media_type: {"schema": schema} for media_type, schema in operation.takes.items()}
        shape["requestBody"] = {"required": True, "content": content}
    return shape


def _responses(rule: Rule, operation: Operation, method: str) -> Shape:
    headers: Shape = {"Content-Language": _LANGUAGE} if operation.localized else {}
    tagged = method == _READ and not rule.endpoint.startswith("health.")
    if tagged:
        headers = headers | {"ETag": _ETAG}
    good: Shape = {
        "description": "The answer.",
        "content": {kind: {"schema": schema} for kind, schema in operation.answers.items()},
    }
    if headers:
        good["headers"] = headers
    responses: Shape = {str(problems.OK): good}
    if operation.moves:
        responses[str(problems.MOVED)] = {
            "description": "The entity was merged into another.",
            "headers": {"Location": {"schema": {"type": "string"}}},
        }
    if tagged:
        responses[str(problems.NOT_MODIFIED)] = {
            "description": "What the caller holds is still right.",
            "headers": {"ETag": _ETAG},
        }
    for status in _failures(operation):
        responses[str(status)] = _problem(status)
    return dict(sorted(responses.items()))


def _failures(operation: Operation) -> set[int]:
    fails = {problems.BAD_REQUEST, problems.FAILED, problems.UNAVAILABLE, *operation.fails}
    if operation.takes:
        fails.add(problems.UNSUPPORTED)
        if JSON in operation.answers:
            fails.add(problems.TOO_LARGE)
    return fails


def _problem(status: int) -> Shape:
    return {
        "description": problems.TITLES[status],
        "content": {problems.MEDIA_TYPE: {"schema": geo.PROBLEM}},
    }
