"""The tiles and the style in MapLibre GL JS itself, on a page of another origin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import maplibre
from tests.web.served import Served

pytestmark = pytest.mark.browser

_KARABAKH = {"center": [46.7, 39.8], "zoom": 9}
_FROM_THE_DRIVER = "GL Driver Message"


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    with maplibre.site() as address:
        yield address


@pytest.fixture
def page(webgl_browser: Browser, server: Served, site: str) -> Iterator[Page]:
    """A page that fails the test when anything complains or it asks anybody else."""
    complaints: list[str] = []
    context = webgl_browser.new_context(viewport={"width": 1100, "height": 760}, locale="en-GB")
    page = context.new_page()
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    ours = (site, server.address, "data:", "blob:", "about:")

    def note(url: str) -> None:
        if not url.startswith(ours):
            complaints.append(f"asked {url}")

    page.on("request", lambda request: note(request.url))
    yield page
    faults = page.evaluate("window.faults")
    context.close()
    assert faults == []
    assert [one for one in complaints if _FROM_THE_DRIVER not in one] == []


def test_places_areas_and_routes_are_drawn(page: Page, site: str, server: Served) -> None:
    maplibre.open_map(page, site, server.address, _KARABAKH, lang="en", at="2022-06-01")
    places = maplibre.names(page, "places", "settlements")
    assert places["p-0001"] == "Khankendi / Stepanakert"
    assert places["p-0002"] == "Shusha / Shushi"
    assert len(places) > 200
    labelled = maplibre.names(page, "places", "settlements-name")
    assert labelled["p-0001"] == "Khankendi / Stepanakert"
    assert 20 < len(labelled) < len(places)
    areas = maplibre.names(page, "areas")
    assert {"p-0195", "p-0168"} <= areas.keys()
    routes = maplibre.names(page, "routes", "roads")
    assert "Lachin corridor" in routes["p-0076"]


def test_another_language_and_another_side(page: Page, site: str, server: Served) -> None:
    maplibre.open_map(page, site, server.address, _KARABAKH, lang="hy")
    armenian = maplibre.names(page, "places", "settlements-name")
    assert armenian["p-0001"] == "Խանքենդի / Ստեփանակերտ"
    maplibre.open_map(page, site, server.address, _KARABAKH, lang="az", perspective="az")
    azerbaijani = maplibre.names(page, "places", "settlements-name")
    assert azerbaijani["p-0001"] == "Xankəndi"
    assert not [name for name in azerbaijani.values() if " / " in name]


def test_the_pair_stays_a_pair_at_every_zoom(page: Page, site: str, server: Served) -> None:
    for zoom in (4, 6, 8, 12, 15.5):
        view = {"center": [46.7528, 39.8177], "zoom": zoom}
        maplibre.open_map(page, site, server.address, view, lang="en")
        places = maplibre.names(page, "places", "settlements")
        assert places["p-0001"] == "Khankendi / Stepanakert"


def test_day_chooses_the_lines(page: Page, site: str, server: Served) -> None:
    view = {"center": [46.5, 39.8], "zoom": 7}
    maplibre.open_map(page, site, server.address, view, lang="en", at="2000-01-01")
    assert {"p-0169", "p-0170"} <= maplibre.names(page, "lines").keys()
    assert "p-0168" not in maplibre.names(page, "areas")
    maplibre.open_map(page, site, server.address, view, lang="en")
    assert "p-0169" not in maplibre.names(page, "lines")


def test_map_of_nowhere_draws_nothing(page: Page, site: str, server: Served) -> None:
    view = {"center": [-150.0, -40.0], "zoom": 5}
    maplibre.open_map(page, site, server.address, view, lang="en")
    assert page.evaluate("window.map.queryRenderedFeatures().length") == 0
