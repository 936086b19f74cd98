"""Vector tiles over HTTP: lenient about parameters, strict about the grid, kept for a while."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gazetteer.web.byte_cache import ByteCache
from tests.browser.maplibre import style_faults
from tests.tile_reading import decoded, features, tile_of

TILE = "/tiles/7/80/48.mvt"


def _name(client: FlaskClient, query: str, identity: str = "p-0001", zoom: int = 7) -> str:
    address = tile_of(46.75, 39.82, zoom)
    written = client.get(f"/tiles/{address}.mvt?{query}").data
    name: str = features(written, "places")[identity]["properties"]["name"]
    return name


def test_tile_is_a_vector_tile(real_client: FlaskClient) -> None:
    answer = real_client.get(TILE)
    assert answer.status_code == 200
    assert answer.content_type == "application/vnd.mapbox-vector-tile"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    layers = decoded(answer.data)
    assert list(layers) == ["areas", "lines", "routes", "places"]
    assert {layer["extent"] for layer in layers.values()} == {4096}


def test_names_in_the_language_and_by_the_side_asked_for(real_client: FlaskClient) -> None:
    for zoom in (3, 7, 12):
        assert _name(real_client, "lang=en", zoom=zoom) == "Khankendi / Stepanakert"
        assert _name(real_client, "lang=hy", zoom=zoom) == "Խանքենդի / Ստեփանակերտ"
        assert _name(real_client, "lang=en&perspective=neutral", zoom=zoom).count(" / ") == 1
        assert _name(real_client, "lang=az&perspective=az", zoom=zoom) == "Xankəndi"
        assert _name(real_client, "lang=en&perspective=am", zoom=zoom) == "Stepanakert"


def test_language_falls_back_and_what_is_unknown_is_let_pass(real_client: FlaskClient) -> None:
    answer = real_client.get(f"{TILE}?lang=xx&key=abc&v=1", headers={"Accept-Language": "hy"})
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == "hy"
    assert real_client.get(f"{TILE}?lang=tlh").headers["Content-Language"] == "en"


@pytest.mark.parametrize(
    "address",
    [
        "3/8/0", "3/0/8", "15/0/0", "-1/0/0", "1/-1/0", "a/0/0", "1/1.5/0", "01/1/1", "1/+1/1",
        "99999999999/0/0", "1/1/" + "1" * 5000,
    ],
)  # fmt: skip
def test_tiles_off_the_grid_are_not_there(client: FlaskClient, address: str) -> None:
    answer = client.get(f"/tiles/{address}.mvt")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("address", [TILE, "/tiles/tiles.json", "/tiles/style.json"])
@pytest.mark.parametrize(
    ("query", "parameter"),
    [("perspective=zz", "perspective"), ("at=2020-13-01", "at"), ("at=x", "at")],
)
def test_bad_questions(client: FlaskClient, address: str, query: str, parameter: str) -> None:
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 400
    assert answer.json is not None
    assert [fault["parameter"] for fault in answer.json["errors"]] == [parameter]


def test_tile_of_nowhere_is_a_tile_without_layers(client: FlaskClient) -> None:
    answer = client.get("/tiles/9/0/0.mvt")
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.content_type == "application/vnd.mapbox-vector-tile"
    assert decoded(answer.data) == {}


def test_head_and_unchanged(client: FlaskClient) -> None:
    got, head = client.get(TILE), client.head(TILE)
    assert (head.status_code, head.data) == (200, b"")
    assert dict(head.headers) == dict(got.headers)
    again = client.get(TILE, headers={"If-None-Match": got.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Cache-Control"] == got.headers["Cache-Control"]
    other = client.get(f"{TILE}?lang=hy", headers={"If-None-Match": got.headers["ETag"]})
    assert other.status_code == 200


def test_how_long_a_browser_keeps_an_answer(client: FlaskClient) -> None:
    kept = {
        address: client.get(address).headers["Cache-Control"]
        for address in (TILE, f"{TILE}?at=2022-06-01", "/tiles/tiles.json", "/tiles/style.json")
    }
    assert list(kept.values()) == ["max-age=300", "max-age=3600", "no-cache", "no-cache"]


# --- what describes them -------------------------------------------------------------------------


def _json(client: FlaskClient, address: str) -> Any:
    return client.get(address, base_url="https://maps.example/names").json


def test_addresses_carry_what_was_asked(client: FlaskClient) -> None:
    asked = "lang=hy&perspective=az&at=2022-06-01"
    style = _json(client, f"/tiles/style.json?{asked}&more=1")
    url = style["sources"]["gazetteer"]["url"]
    assert url == f"https://maps.example/names/tiles/tiles.json?{asked}"
    described = _json(client, f"/tiles/tiles.json?{asked}")
    template = f"https://maps.example/names/tiles/{{z}}/{{x}}/{{y}}.mvt?{asked}"
    assert described["tiles"] == [template]
    plain = client.get("/tiles/tiles.json", headers={"Accept-Language": "ru"}).json
    assert plain is not None
    assert plain["tiles"][0].endswith(".mvt?lang=ru")


def test_tilejson_tells_of_every_layer_and_property(real_client: FlaskClient) -> None:
    described = _json(real_client, "/tiles/tiles.json")
    fields = {layer["id"]: set(layer["fields"]) for layer in described["vector_layers"]}
    found: dict[str, set[str]] = {name: set() for name in fields}
    for zoom in (6, 9):
        for day in ("1985-01-01", "2019-01-01", "2022-06-01"):
            written = real_client.get(f"/tiles/{tile_of(46.75, 39.82, zoom)}.mvt?at={day}").data
            for name, layer in decoded(written).items():
                for feature in layer["features"]:
                    found[name] |= set(feature["properties"])
    assert found == fields
    west, south, east, north = described["bounds"]
    lon, lat, zoom = described["center"]
    assert west < lon < east
    assert south < lat < north
    assert described["minzoom"] <= zoom <= described["maxzoom"]


def test_style_uses_what_there_is(client: FlaskClient) -> None:
    style = _json(client, "/tiles/style.json")
    described = _json(client, "/tiles/tiles.json")
    layers = {layer["id"]: layer["fields"] for layer in described["vector_layers"]}
    drawn = [layer for layer in style["layers"] if "source" in layer]
    assert {layer["source-layer"] for layer in drawn} == set(layers)
    assert "glyphs" not in style
    assert "sprite" not in style
    for layer in drawn:
        assert layer["source"] in style["sources"]
        assert _properties(layer) <= set(layers[layer["source-layer"]])
    texts = {str(layer["layout"]["text-field"]) for layer in drawn if layer["type"] == "symbol"}
    assert texts == {"['get', 'name']"}


def _properties(shape: Any) -> set[str]:
    """Return the properties that expressions get."""
    if isinstance(shape, dict):
        return set().union(*map(_properties, shape.values())) if shape else set()
    if isinstance(shape, list):
        if len(shape) == 2 and shape[0] == "get":
            return {shape[1]}
        return set().union(*map(_properties, shape)) if shape else set()
    return set()


def test_style_tells_no_side_from_another(client: FlaskClient) -> None:
    """No layer chooses by id, by name or by who speaks: what is alike is drawn alike."""
    for layer in _json(client, "/tiles/style.json")["layers"]:
        chosen = _properties({"f": layer.get("filter"), "p": layer.get("paint")})
        assert chosen <= {"kind", "type", "prominence", "status"}


def test_style_satisfies_the_official_validator(client: FlaskClient) -> None:
    style = _json(client, "/tiles/style.json?lang=en")
    assert style_faults(style) == []
    style["layers"][1]["paint"]["fill-colour"] = "red"
    assert style_faults(style) != []


# --- what is kept --------------------------------------------------------------------------------


def test_tiles_are_made_once(sample_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    core = sample_app.extensions["gazetteer"]
    tile = type(core).tile
    monkeypatch.setattr(
        type(core), "tile", lambda self, *asked: made.append(asked) or tile(self, *asked)
    )
    client = sample_app.test_client()
    day = f"at={date(2001, 2, 3)}"
    queries = [day, day, f"{day}&cachebuster=7", f"{day}&lang=hy", f"{day}&perspective=am"]
    bodies = [client.get(f"/tiles/8/161/97.mvt?{query}").data for query in queries]
    assert bodies[0] == bodies[1] == bodies[2]
    assert len(made) == 3


def test_cache_is_bounded_by_bytes() -> None:
    cache = ByteCache(3_000)
    for number in range(20):
        cache.get(number, lambda: b"x" * 800)
        cache.get(0, lambda: b"y" * 800)
    assert cache.size <= 3_000
    assert cache.get(0, lambda: b"made again") != b"made again"  # asked for last
    assert cache.get(1, lambda: b"made again") == b"made again"
    assert cache.get("large", lambda: b"x" * 5_000) == b"x" * 5_000
    assert cache.size <= 3_000


def test_many_threads_get_the_same(real_app: Flask) -> None:
    addresses = [f"/tiles/8/{160 + n % 4}/{96 + n % 3}.mvt?at=2015-05-05" for n in range(48)]

    def ask(address: str) -> tuple[str, bytes]:
        return address, real_app.test_client().get(address).data

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, addresses))
    assert len(set(answers)) == len(set(addresses))
