"""Bad bodies and parameters of the addresses about space and time, as tables: never a failure."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

URL = "/api/v1/corridor?within=2000"
A, B = [46.0, 39.0], [46.5, 39.0]
LINE = {"type": "LineString", "coordinates": [A, B]}
POLAR = {"type": "LineString", "coordinates": [[0, 89.5], [90, 90]]}
SQUARE = [A, B, [46.5, 39.5], [46.0, 39.5], A]


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


BODIES: list[tuple[str, bytes | dict[str, Any], str]] = [
    ("nothing", b"", "no JSON"),
    ("no JSON", b"{", "no JSON"),
    ("not a number", b'{"type": "LineString", "coordinates": [[NaN, 1], [1, 1]]}', "no JSON"),
    ("infinite", b'{"type": "LineString", "coordinates": [[1e999, 1], [1, 1]]}', "number|no JSON"),
    ("9,000 digits", b'{"type": "LineString", "coordinates": [[%s, 1], [1, 1]]}' % (b"9" * 9_000),
     "number|no JSON"),
    ("not UTF-8", b'{"type": "LineString\xff"}', "no JSON"),
    ("nested beyond all bounds", b"[" * 100_000, "no JSON"),
    ("nested 1,000 deep", b'{"type": "LineString", "coordinates": [[1, %s1%s], [1, 1]]}'
     % (b"[" * 1_000, b"]" * 1_000), "number|no JSON"),
    ("precision nested deep", b'{"polyline": "_qmpF_cuzG_yFotL", "precision": %s1%s}'
     % (b"[" * 1_000, b"]" * 1_000), "5 or 6|no JSON"),
    ("type nested deep", b'{"type": %s1%s}' % (b"[" * 1_000, b"]" * 1_000), "is of type|no JSON"),
    ("type an object", {"type": {"type": "LineString"}, "coordinates": [A, B]}, "is of type"),
    ("a list", b"[]", "no GeoJSON object"),
    ("null", b"null", "no GeoJSON object"),
    ("point", {"type": "Point", "coordinates": A}, "ask what is near"),
    ("collection", {"type": "GeometryCollection", "geometries": [LINE]}, "is of type"),
    ("two features", {"type": "FeatureCollection", "features": [LINE, LINE]}, "2 features"),
    ("empty", {"type": "LineString", "coordinates": []}, "empty"),
    ("one position", {"type": "LineString", "coordinates": [A]}, "two different"),
    ("duplicate positions", {"type": "LineString", "coordinates": [A, A]}, "two different"),
    ("crosses itself", polygon([A, [47, 40], [47, 39], [46, 40], A]), "46.5 39.5"),
    ("not closed", polygon(SQUARE[:4]), "not closed"),
    ("20,001 positions", {"type": "LineString", "coordinates":
        [[46 + i / 10**6, 39.0] for i in range(20_001)]}, "20000"),
    ("antimeridian", {"type": "LineString", "coordinates": [[179, 39], [-179, 39]]}, "antimerid"),
    ("a belt around the globe", polygon([[-180, 40], [180, 40], [180, 50], [-180, 50],
                                         [-180, 40]]), "10000 km"),
    ("bad polyline", {"polyline": "_qmpF_cuz"}, "ends within"),
    ("endless polyline", {"polyline": "~" * 5_000 + "?"}, "beyond all degrees"),
    ("precision 7", {"polyline": "_qmpF_cuzG_yFotL", "precision": 7}, "5 or 6"),
    ("long type", {"type": "x" * 5_000}, "is of type"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "why"), [
    pytest.param(body, why, id=name) for name, body, why in BODIES])  # fmt: skip
def test_a_bad_body_is_a_problem_that_says_why(
    client: FlaskClient, body: bytes | dict[str, Any], why: str
) -> None:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    media_type = "application/geo+json"
    if len(data) > 200_000:  # what the small application takes
        data = data.replace(b" ", b"")
    response = client.post(URL, data=data, content_type=media_type)
    assert response.mimetype == "application/problem+json"
    if response.status_code == 413:
        return
    assert response.status_code == 400
    (fault,) = response.json["errors"]  # type: ignore[index]
    assert any(one in fault["detail"] for one in why.split("|"))
    assert "pointer" in fault
    assert len(response.data) < 2_000


def test_a_body_that_is_too_large(client: FlaskClient) -> None:
    response = client.post(URL, data=b" " * 300_000, content_type="application/json")
    assert response.status_code == 413
    assert response.mimetype == "application/problem+json"


@pytest.mark.parametrize("media_type", ["text/plain", "", "application/x-www-form-urlencoded"])
def test_a_body_of_another_kind(client: FlaskClient, media_type: str) -> None:
    response = client.post(URL, data=b"{}", content_type=media_type)
    assert response.status_code == 415


REFUSED: list[tuple[str, dict[str, Any] | None, list[str]]] = [
    ("/api/v1/corridor", LINE, ["within"]),
    ("/api/v1/corridor?within=0", LINE, ["within"]),
    ("/api/v1/corridor?within=-1", LINE, ["within"]),
    ("/api/v1/corridor?within=-1", polygon(SQUARE), ["within"]),
    ("/api/v1/corridor?within=200001", polygon(SQUARE), ["within"]),
    ("/api/v1/corridor?within=1e300", LINE, ["within"]),
    ("/api/v1/corridor?within=9000&f=geojson", POLAR, ["within"]),
    ("/api/v1/corridor?within=nan", LINE, ["within"]),
    ("/api/v1/corridor?within=9&limit=0", LINE, ["limit"]),
    ("/api/v1/corridor?within=9&polyline=x", LINE, ["polyline"]),
    ("/api/v1/corridor?within=9&f=html&since=2022&until=2021", LINE, ["until"]),
    ("/api/v1/corridor?polyline=_qmpF_cuzG_yFotL", None, ["within"]),
    ("/api/v1/corridor?polyline=_qmpF_cuzG&within=9", None, ["polyline"]),
    ("/api/v1/corridor?polyline=&within=9", None, ["polyline"]),
    ("/api/v1/corridor?polyline=%00&within=9", None, ["polyline"]),
    (f"/api/v1/corridor?polyline={'~' * 7_000}&within=9", None, ["polyline"]),
    ("/api/v1/corridor?polyline=_qmpF_cuzG_yFotL&within=9&precision=7", None, ["precision"]),
    ("/api/v1/reverse?lat=39&lon=181", None, ["lon"]),
    ("/api/v1/reverse?lat=1e999&lon=46", None, ["lat"]),
    ("/api/v1/reverse?lat=39", None, ["lon"]),
    ("/api/v1/reverse?lat=39&lon=46&since=2022&until=2021", None, ["until"]),
    ("/api/v1/reverse?lat=39&lon=46&at=2022-02-30", None, ["at"]),
    ("/api/v1/near?lat=39&lon=46&within=0", None, ["within"]),
    ("/api/v1/near?lat=39&lon=46&within=-0.0", None, ["within"]),
    ("/api/v1/entities/p-0001/near?within=200001", None, ["within"]),
    ("/api/v1/entities/a-0001/near", None, ["place"]),
    ("/api/v1/entities/%20/near", None, ["place"]),
    (f"/api/v1/entities/{'x' * 201}/near", None, ["place"]),
    ("/api/v1/entities/a-0001/position", None, ["place"]),
    ("/api/v1/relate?a=p-0001&b=p-0001", None, ["b"]),
    ("/api/v1/relate?a=a-0001&b=p-0001", None, ["a"]),
    ("/api/v1/relate?a=Agarak&b=p-0001", None, ["a"]),
    ("/api/v1/relate?a=p-0001&b=Agarak", None, ["b"]),
    (f"/api/v1/relate?a={'x' * 201}&b=%20", None, ["a", "b"]),
    ("/api/v1/relate?a=p-0011&b=p-0001", None, ["a"]),
    ("/api/v1/between?a=p-0001&b=p-0001", None, ["b"]),
    ("/api/v1/between?a=p-0001&b=p-0003&within=0", None, ["within"]),
    ("/api/v1/routes/p-0011/places?at=2022-06-01&after=p-0007", None, ["after"]),
    ("/api/v1/routes/p-0011/places?at=2022-06-01&after=a-0001", None, ["after"]),
    ("/api/v1/routes/p-0011/places?at=2022-06-01&after=p-0001&before=p-0003", None, ["after"]),
    ("/api/v1/routes/p-0011/corridor?at=2022-06-01&within=0", None, ["within"]),
    ("/api/v1/routes/p-0011/corridor?at=2022-06-01&within=1e-300", None, ["within"]),
    ("/api/v1/corridor?within=1e-9&f=geojson", LINE, ["within"]),
    ("/api/v1/routes/p-0011/compare?at=2022-06-01&other_within=0", None, ["within"]),
    ("/api/v1/routes/p-0011/compare?at=2022-06-01&other_at=22", None, ["other_at"]),
    ("/api/v1/areas/p-0012/places?limit=5001", None, ["limit"]),
    ("/api/v1/areas/p-0001/places", None, ["area"]),
    ("/api/v1/areas/a-0001/places", None, ["area"]),
    ("/api/v1/changes?since=2022&until=2022", None, ["until"]),
    ("/api/v1/changes?since=2023&until=2022", None, ["until"]),
    ("/api/v1/changes?since=2021&until=2022&predicate=part-of", None, ["predicate"]),
    ("/api/v1/changes?since=2021&until=2022&area=t-0001", None, ["area"]),
    ("/api/v1/entities/p-0001/timeline?since=2023&until=2022", None, ["until"]),
]


def asked(client: FlaskClient, url: str, body: dict[str, Any] | None) -> Any:
    if body is None:
        return client.get(url)
    return client.post(url, json=body)


@pytest.mark.parametrize(("url", "body", "at_fault"), REFUSED)
def test_a_bad_question_names_its_parameter(
    client: FlaskClient, url: str, body: dict[str, Any] | None, at_fault: list[str]
) -> None:
    response = asked(client, url, body)
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")
    found = [fault.get("parameter", "body") for fault in response.json["errors"]]
    assert found == at_fault
    assert len(response.data) < 4_000


@pytest.mark.parametrize("url", [
    "/api/v1/relate?a=p-9999&b=p-0001", "/api/v1/between?a=p-0001&b=Xyzzyqwv",
    "/api/v1/entities/p-9999/near", "/api/v1/entities/Xyzzyqwv/position",
    "/api/v1/entities/p-9999/timeline", "/api/v1/areas/p-9999/places",
    "/api/v1/areas/p-0012/places?version=none", "/api/v1/routes/p-0001/places?within=9",
    "/api/v1/routes/none/corridor", "/api/v1/routes/p-0011/compare?other_version=none&version=none",
    "/api/v1/changes?since=2021&until=2022&area=p-9999",
    "/api/v1/routes/p-0011/places?at=2022-06-01&after=p-9999",
])  # fmt: skip
def test_what_there_is_not(client: FlaskClient, url: str) -> None:
    response = client.get(url)
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


ANSWERED: list[tuple[str, dict[str, Any] | None]] = [
    (URL, POLAR),
    (f"{URL}&f=geojson", {"type": "LineString", "coordinates": [[20, 80], [40, 81]]}),
    (URL, {"type": "LineString", "coordinates": [[179.9, 10], [180, 10]]}),
    (URL, {"type": "LineString", "coordinates": [A, A, B, B]}),
    (URL, {"type": "LineString", "coordinates": [[*A, 900.5], [*B, 1]]}),
    (URL, polygon(SQUARE)),
    ("/api/v1/corridor", polygon(SQUARE)),
    ("/api/v1/corridor?within=0", polygon(SQUARE)),
    (URL, polygon([[-1, 89], [1, 89], [0, 90], [-1, 89]])),
    (URL, polygon([[179, 0], [180, 0], [180, 1], [179, 0]])),
    (URL, {"type": "Feature", "properties": None, "geometry": LINE, "id": 7}),
    ("/api/v1/reverse?lat=90&lon=180", None),
    ("/api/v1/reverse?lat=-90&lon=-180", None),
    ("/api/v1/near?lat=89.9999&lon=0&within=200000", None),
    ("/api/v1/near?lat=0&lon=180&within=1e-300", None),
    ("/api/v1/changes?since=0001&until=9999", None),
    ("/api/v1/entities/p-0001/timeline?since=9999", None),
    ("/api/v1/entities/p-0001/position?at=0001-01-01", None),
    ("/api/v1/relate?a=Ханкенди&b=p-0003&at=9999-12-31", None),
]


@pytest.mark.parametrize(("url", "body"), ANSWERED)
def test_an_odd_question_is_answered(
    client: FlaskClient, url: str, body: dict[str, Any] | None
) -> None:
    response = asked(client, url, body)
    assert response.status_code == 200, response.text


@pytest.mark.parametrize("f", ["csv", "geojson", "svg"])
def test_a_polygon_is_answered_as_json_only(client: FlaskClient, f: str) -> None:
    assert asked(client, f"{URL}&f={f}", polygon(SQUARE)).status_code == 406


SWAPPED = {"type": "LineString", "coordinates": [[39.6, 46.5], [39.8, 46.7]]}


@pytest.mark.parametrize(
    ("url", "body"),
    [(URL, SWAPPED), ("/api/v1/near?lat=46.7&lon=39.8", None),
     ("/api/v1/reverse?lat=46.7&lon=39.8", None)],
)  # fmt: skip
def test_swapped_axes_are_pointed_at(
    client: FlaskClient, url: str, body: dict[str, Any] | None
) -> None:
    answer = asked(client, url, body).json
    assert "axes swapped" in answer["hint"]
