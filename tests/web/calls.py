"""Calls whose answers are pinned and held against the description of the interface."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

NDJSON = "application/x-ndjson"
GEOJSON = {"Accept": "application/geo+json"}
TEXT = "Baku denied it. 🙂 Officials met in Xankəndi; the Lachin corridor is closed, AzərTAc says."

LINE = b'{"type": "LineString", "coordinates": [[46.48, 39.56], [46.75, 39.82]]}'
POLYGON = (
    b'{"type": "Polygon", "coordinates": '
    b"[[[46.5, 39.5], [46.9, 39.5], [46.9, 39.9], [46.5, 39.9], [46.5, 39.5]]]}"
)


@dataclass(frozen=True)
class Call:
    """A request, the path of its operation in the description, and where its answer is kept."""

    golden: str
    url: str
    path: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    media_type: str | None = None

    def by(self, client: FlaskClient) -> TestResponse:
        return client.open(
            self.url,
            method=self.method,
            headers=self.headers,
            data=self.body,
            content_type=self.media_type,
        )


def _get(golden: str, url: str, path: str = "", **more: Any) -> Call:
    return Call(golden, url, path or url.split("?", maxsplit=1)[0], **more)


def _post(
    golden: str, url: str, body: bytes, media_type: str = "application/json", **headers: str
) -> Call:
    return Call(golden, url, url.split("?", maxsplit=1)[0], "POST", headers, body, media_type)


_ENTITY = "/api/v1/entities/{entity}"
_ROUTE = "/api/v1/routes/{route}"
_PLACES = "/api/v1/routes/{route}/places"
_AREA = "/api/v1/areas/{area}/places"

_AS_TIMELINE = f"{_ENTITY}/timeline"
_TIMELINE = _AS_TIMELINE.replace("{entity}", "p-0001")

GOOD = (
    _get("landing", "/api/v1"),
    _get("lookup", "/api/v1/lookup?q=Ханкенди"),
    _get("lookup-side", "/api/v1/lookup?q=Xankendi&lang=hy&perspective=az&at=2022-06-01&limit=1"),
    _get("lookup-ambiguous", "/api/v1/lookup?q=Agarak"),
    _get("lookup-box", "/api/v1/lookup?q=Agarak&kind=settlement&bbox=46,38,47,39"),
    _get("lookup-unknown", "/api/v1/lookup?q=Xyzzyqwv"),
    _get("lookup-explain", "/api/v1/lookup?q=Shushi&explain=1"),
    _get("suggest", "/api/v1/suggest?q=Ste&lang=en"),
    _get("romanize", "/api/v1/romanize?q=Մեծ Շեն"),
    _get("entity", "/api/v1/entities/p-0001?lang=en", _ENTITY),
    _get("entity-day", "/api/v1/entities/p-0001?lang=ru&at=2010-01-01&perspective=nk", _ENTITY),
    _get("entity-actor", "/api/v1/entities/a-0001", _ENTITY),
    _get("entity-term", "/api/v1/entities/t-0001", _ENTITY),
    _get("entity-geojson", "/api/v1/entities/p-0002?lang=en", _ENTITY, headers=GEOJSON),
    _get("entity-area", "/api/v1/entities/a-0003?f=geojson", _ENTITY),
    _get("entity-route", "/api/v1/entities/p-0011?f=geojson&at=2022-01-01", _ENTITY),
    _get("perspectives", "/api/v1/perspectives?lang=ru"),
    _get("places", "/api/v1/places?bbox=46,39,47,40&kind=settlement"),
    _get("places-limit", "/api/v1/places?min_prominence=30&limit=2&at=2022-06-01"),
    _get("areas", "/api/v1/areas?lang=en"),
    _get("routes", "/api/v1/routes"),
    _get("route", "/api/v1/routes/lachin-corridor", _ROUTE),
    _get("route-day", "/api/v1/routes/p-0011?at=2022-06-01", _ROUTE),
    _get("along", f"{_PLACES}?at=2022-06-01&within=2500".replace("{route}", "p-0011"), _PLACES),
    _get("along-bypass", f"{_PLACES}?version=bypass&at=2023-01-01".replace("{route}", "p-0011"),
         _PLACES),
    _get("near", "/api/v1/near?lat=39.8&lon=46.75&within=20000&at=2022-06-01&limit=2"),
    _get("area-places", f"{_AREA}?at=2022-06-01".replace("{area}", "p-0012"), _AREA),
    _get("along-part", f"{_PLACES}?at=2022-06-01&within=9000&after=p-0003".replace(
        "{route}", "p-0011"), _PLACES),
    _get("corridor-of-route", f"{_ROUTE}/corridor?at=2022-06-01".replace("{route}", "p-0011"),
         f"{_ROUTE}/corridor"),
    _get("compare", f"{_ROUTE}/compare?at=2022-06-01&other_at=2023-01-01&within=5000".replace(
        "{route}", "p-0011"), f"{_ROUTE}/compare"),
    _get("profile", f"{_ROUTE}/profile?at=2022-06-01&within=5000&lang=en".replace(
        "{route}", "p-0011"), f"{_ROUTE}/profile"),
    _get("profile-part", f"{_ROUTE}/profile?at=2022-06-01&within=5000&lang=hy&perspective=az"
         "&from_km=10&to_km=20&width=600".replace("{route}", "p-0011"), f"{_ROUTE}/profile"),
    _get("profile-png", f"{_ROUTE}/profile?at=2022-06-01&within=5000&f=png&width=500".replace(
        "{route}", "p-0011"), f"{_ROUTE}/profile"),
    _get("corridor-polyline",
         "/api/v1/corridor?polyline=_qmpF_cuzG_yFotL_~i%40_af%40&within=5000&at=2022-06-01"),
    _post("corridor-line", "/api/v1/corridor?within=5000&at=2022-06-01", LINE),
    _post("corridor-polygon", "/api/v1/corridor?within=5000&at=2022-06-01", POLYGON,
          "application/geo+json"),
    _get("near-place", f"{_ENTITY}/near?within=20000&at=2022-06-01&limit=2".replace(
        "{entity}", "p-0001"), f"{_ENTITY}/near"),
    _get("reverse", "/api/v1/reverse?lat=39.8&lon=46.75&at=2022-06-01"),
    _get("position", f"{_ENTITY}/position?at=2022-06-01".replace("{entity}", "p-0001"),
         f"{_ENTITY}/position"),
    _get("relate", "/api/v1/relate?a=p-0001&b=p-0003&at=2022-06-01"),
    _get("between", "/api/v1/between?a=p-0001&b=p-0003&within=20000&at=2022-06-01"),
    _get("timeline", f"{_TIMELINE}?lang=en", _AS_TIMELINE),
    _get("timeline-svg", f"{_TIMELINE}?since=1988&until=2024&f=svg&lang=ru", _AS_TIMELINE),
    _get("timeline-png", f"{_TIMELINE}?since=1988&until=2024&f=png&width=600", _AS_TIMELINE),
    _get("changes", "/api/v1/changes?since=2020-09-01&until=2023-12-01"),
    _get("tile", "/tiles/8/161/97.mvt?lang=en&at=2022-06-01", "/tiles/{z}/{x}/{y}.mvt"),
    _get("tile-side", "/tiles/8/161/97.mvt?lang=hy&perspective=az&at=1995-01-01&key=1",
         "/tiles/{z}/{x}/{y}.mvt"),
    _get("tilejson", "/tiles/tiles.json?lang=ru&perspective=am&at=2022-06-01"),
    _get("style", "/tiles/style.json?lang=en"),
    _get("openapi-head", "/openapi.json"),
    _get("healthz", "/healthz"),
    _get("readyz", "/readyz"),
    _post("annotate", "/api/v1/annotate",
          b'{"id": "a", "text": "Shushi and Khankendi", "lang": "en", "date": "2022-08"}'),
    _post("annotate-all", "/api/v1/annotate?names=all&candidates=1&nested=1&explain=1"
          "&adjectives=1&offices=1&offsets=utf16&label_lang=az&perspective=az&id=b&lang=en",
          TEXT.encode(), "text/plain; charset=utf-8"),
    _post("annotate-jsonld", "/api/v1/annotate?candidates=1&id=https://example.org/news/17&lang=en",
          TEXT.encode(), "text/plain; charset=utf-8", Accept="application/ld+json"),
    _post("annotate-jsonld-html", "/api/v1/annotate?f=jsonld&lang=az&label_lang=ru&offsets=utf16",
          "🙂 <p>Xank&#601;n<b>did&#601;</b> yağış".encode(), "text/html"),
    _post("annotate-nothing", "/api/v1/annotate?f=jsonld", b'{"text": "Nothing."}'),
    _post("annotate-inline", "/api/v1/annotate?f=html&lang=en&nested=1", TEXT.encode(),
          "text/plain"),
    _post("batch-jsonld", "/api/v1/annotate/batch?f=jsonld", b'{"id": 1, "text": "Shushi"}\n{',
          NDJSON),
    _post("batch-inline", "/api/v1/annotate/batch?f=html",
          b'{"id": 1, "text": "a < Shushi"}\n{"id": 2, "html": "<i>Shushi</i>"}', NDJSON),
    _post("batch", "/api/v1/annotate/batch",
          b'{"id": 1, "text": "Shushi"}\n{broken\n\n{"id": "x"}\n{"text": "Baku"}', NDJSON),
    _post("gloss", "/api/v1/gloss?explain=1",
          b'{"id": "a", "text": "Shushi, \\"Khankendi\\", the Lachin corridor.", "lang": "en"}'),
    _post("gloss-html", "/api/v1/gloss?mentions=every&entities=all&quotes=gloss&bare=1&lang=az"
          "&other_language=leave-out&offsets=utf16&label_lang=hy&date=2022-06-01",
          "🙂 <p>Xank&#601;ndid&#601; «Şuşa»</p>".encode(), "text/html"),
    _post("gloss-batch", "/api/v1/gloss/batch",
          b'{"id": 1, "text": "Stepanakert", "lang": "en"}\n{broken\n', NDJSON),
)  # fmt: skip
"""Good calls, at least one for each operation."""

BAD = (
    _get("bad-parameters", "/api/v1/lookup?Q=1&limit=x&at=2020-13-01&bbox=1,2&kind=inn"),
    _get("bad-unknown-id", "/api/v1/entities/p-9999", _ENTITY),
    _get("bad-tile", "/tiles/3/8/0.mvt", "/tiles/{z}/{x}/{y}.mvt"),
    _get("bad-picture", f"{_ROUTE}/profile?at=2022-06-01&from_km=900".replace(
        "{route}", "p-0011"), f"{_ROUTE}/profile"),
    _get("bad-accept", "/api/v1/entities/p-0001", _ENTITY, headers={"Accept": "image/png"}),
    _post("bad-json", "/api/v1/annotate", b'{"text": 7}'),
    _post("bad-geometry", "/api/v1/corridor",
          b'{"type": "Polygon", "coordinates": '
          b"[[[46, 39], [47, 40], [47, 39], [46, 40], [46, 39]]]}"),
    _post("bad-media", "/api/v1/annotate", b"<p>Baku</p>", "application/xml"),
)  # fmt: skip
"""One bad call for each shape of problem."""
