"""Whatever is asked about space and time: no failure, and each answer is as described."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from polyline import encode

REFERENCES = ["p-0001", "p-0003", "p-0012", "p-0007", "p-0011", "a-0001", "a-0003", "t-0001",
              "p-9999", "lachin-corridor", "Shusha", "Agarak", "Ханкенди", "", " ", "x" * 201,
              "\x00", "🙂"]  # fmt: skip
NUMBERS = ["0", "-1", "1", "2500", "39.8", "46.75", "90", "-90", "180", "-180", "181", "200000",
           "200001", "1e300", "1e-300", "nan", "inf", "", "٣", "+5", ".5", "5."]  # fmt: skip
TIMES = ["1985", "2022-06", "2022-06-01", "2022-02-30", "0001", "9999-12-31", "", "x", "2022-13"]
WORDS: dict[str, list[str]] = {
    "lat": NUMBERS, "lon": NUMBERS, "within": NUMBERS, "other_within": NUMBERS,
    "limit": NUMBERS, "precision": ["5", "6", "7", ""], "width": NUMBERS,
    "from_km": NUMBERS, "to_km": NUMBERS, "min_prominence": NUMBERS,
    "at": TIMES, "other_at": TIMES, "since": TIMES, "until": TIMES,
    "version": ["old-road", "bypass", "current", "", "x"], "other_version": ["old-road", "", "x"],
    "a": REFERENCES, "b": REFERENCES, "area": REFERENCES, "after": REFERENCES,
    "before": REFERENCES,
    "kind": ["settlement", "village,town", "admin-unit", "castle", "", ","],
    "predicate": ["administers", "claims", "part-of", ""],
    "f": ["json", "geojson", "csv", "svg", "html", "xml", ""],
    "lang": ["en", "az", "hy", "fa", "xx", ""], "perspective": ["az", "am", "neutral", "xx", ""],
    "bbox": ["46,39,47,40", "170,-10,-170,10", "1,2,3", ""],
    "polyline": [encode([(39.56, 46.48), (39.82, 46.75)]), encode([(39.5, 46.5)]), "~~~~~~~?", "",
                 encode([(89.9, 0), (90, 120)])],
}  # fmt: skip
PART = {"entity": REFERENCES, "area": REFERENCES, "route": REFERENCES}
ADDRESSES = [
    "/api/v1/places", "/api/v1/areas", "/api/v1/areas/{area}/places", "/api/v1/routes",
    "/api/v1/routes/{route}", "/api/v1/routes/{route}/places", "/api/v1/routes/{route}/corridor",
    "/api/v1/routes/{route}/compare", "/api/v1/corridor", "/api/v1/near",
    "/api/v1/entities/{entity}/near", "/api/v1/reverse", "/api/v1/entities/{entity}/position",
    "/api/v1/relate", "/api/v1/between", "/api/v1/entities/{entity}/timeline", "/api/v1/changes",
]  # fmt: skip

DEGREES = st.floats(-200, 200) | st.sampled_from([46.5, 39.5, 46.0, 39.0, 180.0, 90.0, -90.0])
POSITIONS = st.lists(st.lists(DEGREES, min_size=2, max_size=3), max_size=6)
BODIES = st.one_of(
    st.builds(lambda line: {"type": "LineString", "coordinates": line}, POSITIONS),
    st.builds(lambda ring: {"type": "Polygon", "coordinates": [[*ring, *ring[:1]]]}, POSITIONS),
    st.builds(lambda parts: {"type": "MultiLineString", "coordinates": parts},
              st.lists(POSITIONS, max_size=3)),
    st.builds(lambda text: {"polyline": text}, st.text("?A_~", max_size=12)),
    st.recursive(st.none() | st.integers() | st.text(max_size=3),
                 lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                     st.sampled_from(["type", "coordinates", "geometry", "features"]), inner),
                 max_leaves=8),
)  # fmt: skip


@pytest.fixture(scope="session")
def described(sample_app: Any) -> dict[str, Any]:
    document: dict[str, Any] = sample_app.test_client().get("/openapi.json").get_json()
    return document["paths"]  # type: ignore[no-any-return]


_VALIDATORS: dict[tuple[str, str, str, str], Draft202012Validator] = {}


def assert_described(described: dict[str, Any], path: str, method: str, response: Any) -> None:
    """The status is one that is described, and so is the answer."""
    assert response.status_code < 500, response.text
    status, media_type = str(response.status_code), response.mimetype
    operation = described[path][method]
    assert status in operation["responses"] or status == "301"
    if "json" not in media_type or status == "301":
        return
    key = (path, method, status, media_type)
    if key not in _VALIDATORS:
        content = operation["responses"][status]["content"]
        _VALIDATORS[key] = Draft202012Validator(content[media_type]["schema"])
    assert next(_VALIDATORS[key].iter_errors(response.json), None) is None


def parameters(described: dict[str, Any], path: str, method: str) -> list[str]:
    told = described[path][method]["parameters"]
    return [one["name"] for one in told if one["in"] == "query"]


_MANY = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("path", ADDRESSES)
@_MANY
@given(data=st.data())
def test_no_question_makes_it_fail(
    client: FlaskClient, described: dict[str, Any], path: str, data: st.DataObject
) -> None:
    url = path
    for part, words in PART.items():
        if f"{{{part}}}" in path:
            word = data.draw(st.sampled_from(words[:10]) | st.sampled_from(words))
            url = url.replace(f"{{{part}}}", quote(word, safe="") or "%20")
    names = data.draw(st.sets(st.sampled_from(parameters(described, path, "get"))))
    query = {name: data.draw(st.sampled_from(WORDS[name])) for name in sorted(names)}
    response = client.get(url, query_string=query, headers={"Accept": "*/*"})
    if response.mimetype in ("text/html", "image/svg+xml", "image/png"):
        assert response.status_code < 500
        return
    assert_described(described, path, "get", response)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES, st.sampled_from(NUMBERS), st.sampled_from(["", "json", "geojson", "csv"]))
def test_no_body_makes_it_fail(
    client: FlaskClient, described: dict[str, Any], body: Any, within: str, f: str
) -> None:
    path = "/api/v1/corridor"
    response = client.post(path, json=body, query_string={"within": within, "f": f})
    assert_described(described, path, "post", response)


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_parameter_is_tried(described: dict[str, Any], path: str) -> None:
    assert set(parameters(described, path, "get")) <= set(WORDS)
