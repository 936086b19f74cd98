"""Which representation and which language, by parameter and by header."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

ENTITY = "/api/v1/entities/p-0001"
JSON, GEOJSON, HTML = "application/json", "application/geo+json", "text/html"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("text/*", HTML),
        (HTML, HTML),
        (BROWSER, HTML),
        (GEOJSON, GEOJSON),
        (f"{GEOJSON};q=0.9, {JSON};q=0.8", GEOJSON),
        (f"{JSON};q=0.5, {HTML};q=0.4", JSON),
        (f"{HTML};q=0, */*", JSON),
        (f"{JSON};q=0, {GEOJSON};q=0, */*;q=0.1", HTML),
        (f"image/png, {GEOJSON};q=0.1", GEOJSON),
    ],
)
def test_accept_header_chooses(client: FlaskClient, accept: str, media_type: str) -> None:
    response = client.get(ENTITY, headers={"Accept": accept} if accept else {})
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert response.headers["Vary"] == "Accept, Accept-Language"


@pytest.mark.parametrize(
    ("f", "media_type"), [("json", JSON), ("geojson", GEOJSON), ("html", HTML)]
)
def test_f_goes_before_the_header(client: FlaskClient, f: str, media_type: str) -> None:
    response = client.get(f"{ENTITY}?f={f}", headers={"Accept": "image/png"})
    assert (response.status_code, response.mimetype) == (200, media_type)


@pytest.mark.parametrize("accept", ["image/png", f"{JSON};q=0", "*/*;q=0"])
def test_nothing_that_fits(client: FlaskClient, accept: str) -> None:
    response = client.get(ENTITY, headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (406, "application/problem+json")


@pytest.mark.parametrize("prefix", ["/api/v1/entities", "/entities"])
def test_merged_ids_lead_on(client: FlaskClient, prefix: str) -> None:
    response = client.get(f"{prefix}/p-0099?lang=hy&at=2020-01-01")
    assert response.status_code == 301
    assert response.headers["Location"] == f"{prefix}/p-0001?lang=hy&at=2020-01-01"
    assert client.get(f"{prefix}/p-0099", follow_redirects=True).status_code == 200


@pytest.mark.parametrize(
    ("lang", "accept_language", "answered"),
    [
        ("", "", "en"),
        ("ru", "", "ru"),
        ("hy-AM", "ru", "hy"),
        ("tlh", "ru", "ru"),
        ("", "fr;q=0.5, az-Latn-AZ;q=0.9", "az"),
        ("", "uk, pl", "en"),
        ("", "ru;q=0, hy;q=0.1", "hy"),
        ("", "*", "en"),
        ("", "not a language at all ;;;q=", "en"),
        ("FA", "", "fa"),
    ],
)
def test_language(client: FlaskClient, lang: str, accept_language: str, answered: str) -> None:
    asked = {"q": "Shushi", **({"lang": lang} if lang else {})}
    headers = {"Accept-Language": accept_language} if accept_language else {}
    response = client.get("/api/v1/lookup", query_string=asked, headers=headers)
    assert response.status_code == 200
    assert response.headers["Content-Language"] == answered


def test_labels_follow_language_and_side(client: FlaskClient) -> None:
    def label(**asked: str) -> str:
        answer = client.get("/api/v1/lookup", query_string={"q": "Ханкенди", **asked}).json
        assert answer is not None
        text: str = answer["candidates"][0]["entity"]["label"]
        return text

    assert label() == "Khankendi / Stepanakert"
    assert label(perspective="az") == "Khankendi"
    assert label(perspective="am", lang="ru") == "Степанакерт"
    assert label(lang="az", perspective="am") == "Stepanakert"


@pytest.mark.parametrize("path", ["/api/v1/lookup/?q=Shushi", "/api/v1/routes/", "/healthz/"])
def test_trailing_slash_is_no_redirect(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200
