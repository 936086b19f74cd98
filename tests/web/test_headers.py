"""CORS everywhere, tags that hold, and nothing of others in a page."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

LOOKUP = "/api/v1/lookup?q=Shushi"
PAGES = ["/", "/annotate", "/docs", "/entities/p-0001", "/entities/p-9999"]
ANY = [LOOKUP, "/api/v1/lookup", "/nowhere", "/healthz", "/static/map.js", *PAGES]


@pytest.mark.parametrize("url", ANY)
def test_any_origin_may_read(client: FlaskClient, url: str) -> None:
    headers = client.get(url, headers={"Origin": "https://example.org"}, buffered=True).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("url", "method"), [(LOOKUP, "GET"), ("/api/v1/annotate", "POST"), ("/", "GET")]
)
def test_preflight(client: FlaskClient, url: str, method: str) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": method}
    response = client.options(url, headers=asked)
    assert response.status_code == 200
    assert method in response.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in response.headers["Access-Control-Allow-Headers"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_head_is_get_without_a_body(client: FlaskClient) -> None:
    got, head = client.get(LOOKUP), client.head(LOOKUP)
    assert head.data == b""
    assert head.status_code == 200
    assert dict(head.headers) == dict(got.headers)


@pytest.mark.parametrize("url", [LOOKUP, "/", "/api/v1/areas", "/openapi.json", "/api/v1"])
def test_unchanged_is_not_sent_again(client: FlaskClient, url: str) -> None:
    tag = client.get(url).headers["ETag"]
    assert tag.startswith('W/"')
    for held in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        response = client.get(url, headers={"If-None-Match": held})
        assert (response.status_code, response.data) == (304, b"")
        assert response.headers["ETag"] == tag
        assert response.headers["Vary"] == "Accept, Accept-Language"
        assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_tag_differs_with_what_the_answer_depends_on(client: FlaskClient) -> None:
    english = client.get(LOOKUP).headers["ETag"]
    others = [
        client.get(f"{LOOKUP}&lang=ru"),
        client.get(LOOKUP, headers={"Accept-Language": "ru"}),
        client.get(LOOKUP, headers={"Accept": "application/json"}),
        client.get("/api/v1/lookup?q=Shusha"),
    ]
    tags = {response.headers["ETag"] for response in others}
    assert len(tags | {english}) == 5


@pytest.mark.parametrize("held", ["*", '"x"', "nonsense", "W/"])
def test_other_tags_get_the_answer(client: FlaskClient, held: str) -> None:
    assert client.get(LOOKUP, headers={"If-None-Match": held}).status_code == 200


@pytest.mark.parametrize("url", ["/api/v1/lookup", "/api/v1/entities/p-9999", "/nowhere"])
def test_errors_are_not_tagged(client: FlaskClient, url: str) -> None:
    response = client.get(url, headers={"If-None-Match": "*"})
    assert response.status_code >= 400
    assert "ETag" not in response.headers


def test_health_is_never_kept(client: FlaskClient) -> None:
    for url in ("/healthz", "/readyz"):
        headers = client.get(url).headers
        assert headers["Cache-Control"] == "no-store"
        assert "ETag" not in headers


@pytest.mark.parametrize("url", PAGES)
def test_pages_run_nothing_but_their_own(client: FlaskClient, url: str) -> None:
    response = client.get(url, headers={"Accept": "text/html"})
    assert response.mimetype == "text/html"
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = response.text
    assert "https://" not in page.split("</head>")[0]
    assert " style=" not in page
    assert " onclick=" not in page
    assert "<script>" not in page


def test_leaflet_comes_from_its_package(client: FlaskClient) -> None:
    for name in ("leaflet.js", "leaflet.css", "images/layers.png"):
        response = client.get(f"/static/leaflet/{name}", buffered=True)
        assert response.status_code == 200
        assert "max-age" in response.headers["Cache-Control"]
    assert client.get("/static/leaflet/../__init__.py").status_code == 404
    assert client.get("/static/leaflet/%2e%2e/%2e%2e/__init__.py").status_code == 404


def test_licence_is_linked(client: FlaskClient) -> None:
    assert 'rel="license"' in client.get(LOOKUP).headers["Link"]
