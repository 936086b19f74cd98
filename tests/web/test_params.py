"""Bad questions are refused by the name of the parameter; odd but good ones are answered."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

LOOKUP = "/api/v1/lookup?q=Shusha"

REFUSED = [
    ("/api/v1/lookup", ["q"]),
    ("/api/v1/lookup?q=", ["q"]),
    ("/api/v1/lookup?q=%20%0A", ["q"]),
    (f"/api/v1/lookup?q={'x' * 201}", ["q"]),
    (f"{LOOKUP}&q=Baku", ["q"]),
    (f"{LOOKUP}&langs=en", ["langs"]),
    (f"{LOOKUP}&Lang=en", ["Lang"]),
    (f"{LOOKUP}&perspective=xx", ["perspective"]),
    (f"{LOOKUP}&at=yesterday", ["at"]),
    (f"{LOOKUP}&at=2022-13", ["at"]),
    (f"{LOOKUP}&at=22", ["at"]),
    ("/api/v1/near?lat=39.8&lon=46.7&at=2022&since=2021", ["at"]),
    ("/api/v1/near?lat=39.8&lon=46.7&since=2022&until=2021-05", ["until"]),
    ("/api/v1/changes?since=2022", ["until"]),
    ("/api/v1/relate?a=p-0001", ["b"]),
    ("/api/v1/relate?a=p-0001&b=", ["b"]),
    ("/api/v1/corridor?within=500", ["polyline"]),
    (f"{LOOKUP}&at=2022-02-30", ["at"]),
    (f"{LOOKUP}&at=0000-01-01", ["at"]),
    (f"{LOOKUP}&at=20220101", ["at"]),
    (f"{LOOKUP}&at=٢٠٢٢-٠١-٠١", ["at"]),
    (f"{LOOKUP}&at=2022-01-01%0A", ["at"]),
    (f"{LOOKUP}&kind=castle", ["kind"]),
    (f"{LOOKUP}&kind=settlement,", ["kind"]),
    (f"{LOOKUP}&kind=", ["kind"]),
    (f"{LOOKUP}&bbox=1,2,3", ["bbox"]),
    (f"{LOOKUP}&bbox=a,b,c,d", ["bbox"]),
    (f"{LOOKUP}&bbox=nan,1,2,3", ["bbox"]),
    (f"{LOOKUP}&bbox=1,1e999,2,3", ["bbox"]),
    (f"{LOOKUP}&bbox=1,40,2,30", ["bbox"]),
    (f"{LOOKUP}&bbox=-181,1,2,3", ["bbox"]),
    (f"{LOOKUP}&bbox=1,2,3,91", ["bbox"]),
    (f"{LOOKUP}&limit=0", ["limit"]),
    (f"{LOOKUP}&limit=201", ["limit"]),
    (f"{LOOKUP}&limit=-1", ["limit"]),
    (f"{LOOKUP}&limit=1.5", ["limit"]),
    (f"{LOOKUP}&limit={'9' * 5000}", ["limit"]),
    (f"{LOOKUP}&limit=٣", ["limit"]),
    (f"{LOOKUP}&explain=maybe", ["explain"]),
    (f"{LOOKUP}&limit=0&at=x&nix=1", ["nix", "at", "limit"]),
    ("/api/v1/suggest?q=Shu&explain=1", ["explain"]),
    ("/api/v1/near", ["lat", "lon"]),
    ("/api/v1/near?lat=91&lon=46", ["lat"]),
    ("/api/v1/near?lat=39&lon=-180.5", ["lon"]),
    ("/api/v1/near?lat=39&lon=inf", ["lon"]),
    ("/api/v1/near?lat=39&lon=46&within=0", ["within"]),
    ("/api/v1/near?lat=39&lon=46&within=200001", ["within"]),
    ("/api/v1/near?lat=39&lon=46&within=-5", ["within"]),
    ("/api/v1/near?lat=39&lon=46&within=1e400", ["within"]),
    ("/api/v1/routes/p-0011/places?at=1950-01-01", ["at"]),
    ("/api/v1/routes/p-0011/places?within=wide", ["within"]),
    ("/api/v1/entities/p-0001?f=xml", ["f"]),
    ("/api/v1/entities/p-0001?format=json", ["format"]),
    ("/api/v1/places?limit=0", ["limit"]),
    ("/api/v1/places?limit=5001", ["limit"]),
    ("/api/v1/places?limit=all", ["limit"]),
    ("/api/v1/places?min_prominence=-1", ["min_prominence"]),
    ("/api/v1/places?min_prominence=101", ["min_prominence"]),
    ("/api/v1/places?min_prominence=1.5", ["min_prominence"]),
    ("/api/v1/places?min_prominence=x&limit=0&offset=5", ["offset", "min_prominence", "limit"]),
    (f"{LOOKUP}&min_prominence=5", ["min_prominence"]),
    ("/api/v1/areas?bbox=1,2,3,4", ["bbox"]),
    ("/api/v1?q=1", ["q"]),
    ("/openapi.json?x=1", ["x"]),
    ("/healthz?x=1", ["x"]),
]

ANSWERED = [
    f"{LOOKUP}&lang=tlh",
    f"{LOOKUP}&lang=",
    f"{LOOKUP}&lang=hy-Armn-AM",
    f"{LOOKUP}&lang={'x' * 3000}",
    f"{LOOKUP}&lang=%00%F0%9F%99%82",
    f"{LOOKUP}&perspective=neutral",
    f"{LOOKUP}&perspective=AZ",
    f"{LOOKUP}&at=1850-01-01",
    f"{LOOKUP}&at=2199-12-31",
    f"{LOOKUP}&kind=settlement,town",
    f"{LOOKUP}&bbox=170,-10,-170,10",
    f"{LOOKUP}&bbox=46,39,47,40.",
    f"{LOOKUP}&limit=200",
    f"{LOOKUP}&explain=true",
    "/api/v1/places?limit=5000&min_prominence=0",
    "/api/v1/places?min_prominence=100",
    "/api/v1/places?bbox=170,-10,-170,10",
    "/api/v1/lookup?q=%00",
    "/api/v1/lookup?q=%F0%9F%99%82",
    "/api/v1/lookup?q=%E2%80%8FShusha",
    "/api/v1/lookup?q=S%CC%A7us%CC%A7a",
    "/api/v1/lookup?q=%FF%FE",
    "/api/v1/lookup?q=';DROP TABLE names;--",
    f"/api/v1/lookup?q={'İ' * 200}",
    "/api/v1/near?lat=-90&lon=180",
    "/api/v1/near?lat=%2B39.8&lon=4.675e1",
]


@pytest.mark.parametrize(("url", "at_fault"), REFUSED)
def test_bad_question_names_what_to_mend(
    client: FlaskClient, url: str, at_fault: list[str]
) -> None:
    response = client.get(url)
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")
    problem = response.json
    assert problem is not None
    assert [fault["parameter"] for fault in problem["errors"]] == at_fault
    assert all(fault["detail"] for fault in problem["errors"])
    assert len(response.data) < 4000


@pytest.mark.parametrize("url", ANSWERED)
def test_odd_question_is_answered(client: FlaskClient, url: str) -> None:
    response = client.get(url)
    assert response.status_code == 200, response.text


def test_refusal_lists_what_is_taken(client: FlaskClient) -> None:
    problem = client.get("/api/v1/suggest?q=a&nix=1").json
    assert problem is not None
    assert "q, lang, perspective, kind, limit" in problem["errors"][0]["detail"]


def test_decomposed_accents_find_the_same(client: FlaskClient) -> None:
    composed = client.get("/api/v1/lookup", query_string={"q": "Şuşa", "lang": "az"}).json
    decomposed = client.get("/api/v1/lookup", query_string={"q": "S\u0327us\u0327a", "lang": "az"})
    assert decomposed.json is not None
    assert composed is not None
    (found,) = decomposed.json["candidates"][:1]
    assert found["entity"] == composed["candidates"][0]["entity"]
