"""The pages as a reader uses them: searching, clicking, choosing."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from gazetteer.core import Gazetteer
from gazetteer.model import LabelPolicy, Place, PlacesQuery

pytestmark = pytest.mark.browser


def _open(page: Page, address: str = "/?lang=en") -> Page:
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    return page


def _label(page: Page, text: str) -> Locator:
    return page.locator(".leaflet-tooltip.label", has_text=text).first


def test_typing_suggests_and_a_click_shows_the_place(page: Page) -> None:
    _open(page)
    page.fill("#search", "Ханк")
    suggestion = page.locator("#suggestions li", has_text="Ханкенди").first
    suggestion.wait_for()
    assert "Khankendi / Stepanakert" in suggestion.inner_text()
    suggestion.click()
    told = page.locator(".leaflet-popup .told")
    told.wait_for()
    text = told.inner_text()
    for name in ("Khankendi / Stepanakert", "Xankəndi", "Ստեփանակերտ", "Azerbaijan", "Armenia"):
        assert name in text
    assert "place=p-0001" in page.url
    page.wait_for_timeout(500)
    top, edge = _top(page, ".leaflet-popup"), _top(page, "#map")
    assert top >= edge
    told.locator("a.button").click()
    page.wait_for_url("**/entities/p-0001?lang=en")
    assert page.locator("h1").inner_text() == "Khankendi / Stepanakert"


def test_search_with_the_keyboard_alone(page: Page) -> None:
    _open(page)
    page.keyboard.press("Tab")
    page.focus("#search")
    page.keyboard.type("Shus")
    page.wait_for_selector("#suggestions li")
    page.keyboard.press("ArrowDown")
    active = page.get_attribute("#search", "aria-activedescendant")
    assert active == "suggestion-0"
    assert page.get_attribute(f"#{active}", "aria-selected") == "true"
    page.keyboard.press("Escape")
    assert page.get_attribute("#search", "aria-expanded") == "false"
    page.keyboard.press("Control+a")
    page.keyboard.type("Şuşa")
    page.wait_for_selector("#suggestions li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup .told")
    assert page.input_value("#search") == "Shusha / Shushi"


def test_misspelt_and_unknown_names(page: Page) -> None:
    _open(page)
    page.fill("#search", "Stepanakrt")
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup .told")
    assert "Khankendi / Stepanakert" in page.inner_text(".told h3")
    page.fill("#search", "qwxzvbnm")
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_have_text("Nothing in the data is called so.")


def test_perspective_changes_the_labels(page: Page) -> None:
    _open(page)
    _label(page, "Khankendi / Stepanakert").wait_for()
    page.select_option("#perspective", "az")
    expect(page.get_by_text("Khankendi", exact=True).first).to_be_attached()
    page.select_option("#perspective", "am")
    expect(page.get_by_text("Stepanakert", exact=True).first).to_be_attached()
    page.select_option("#names-in", "ru")
    _label(page, "Степанакерт").wait_for()
    assert "perspective=am" in page.url
    assert "names-in=ru" in page.url
    _open(page, page.url)
    _label(page, "Степанакерт").wait_for()
    assert page.input_value("#perspective") == "am"


def test_interface_language(page: Page) -> None:
    _open(page, "/?lang=hy")
    assert page.get_attribute("html", "lang") == "hy"
    assert page.inner_text(".bar [aria-current=page]") == "Քարտեզ"
    page.click(".tongues a[hreflang=ru]")
    page.wait_for_selector("html[data-ready]")
    assert page.inner_text(".bar [aria-current=page]") == "Карта"
    _label(page, "Ереван").wait_for()


def _top(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["y"]


def _route(page: Page) -> None:
    value = page.locator("#route option", has_text="Lachin").first.get_attribute("value")
    page.select_option("#route", value)
    page.wait_for_selector("#corridor-places li")


def _along(page: Page) -> list[tuple[float, str]]:
    """Read km and name of every row at once: the list may be loaded anew between two looks."""
    rows = page.locator("#corridor-places li").evaluate_all(
        "rows => rows.map(row => [row.querySelector('.km').innerText,"
        " row.querySelector('button').innerText])"
    )
    return [(float(km.split()[0]), name) for km, name in rows]


def test_corridor_lists_its_places_in_order(page: Page) -> None:
    _open(page)
    page.fill("#at", "2022-06-01")
    _route(page)
    expect(page.locator("#corridor-note")).to_contain_text("2022-06-01")
    expect(page.locator("#corridor-places li", has_text="Zabukh").first).to_be_visible()
    along = _along(page)
    assert along == sorted(along, key=lambda place: place[0])
    names = [name for _, name in along]
    assert names.index("Aghavno / Zabukh") < names.index("Berdzor / Lachin")
    assert names.index("Berdzor / Lachin") < names.index("Shusha / Shushi")
    row = page.locator("#corridor-places li", has_text="Berdzor / Lachin").first.inner_text()
    assert "Control: " in row
    assert "Claimed by: " in row
    assert page.locator("path.route").count() >= 1
    assert page.locator("path.on-route").count() >= len(along) - 1
    page.locator("#corridor-places button", has_text="Berdzor / Lachin").first.click()
    page.wait_for_selector(".leaflet-popup .told")


def _links(page: Page, selector: str) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(selector).all()]


def test_corridor_links_to_its_strip_map_and_timeline(page: Page) -> None:
    _open(page, "/?lang=hy&at=2022-06-01&within=5000&names-in=ru&perspective=am")
    page.select_option("#route", "p-0076")
    page.wait_for_selector("#corridor-places li")
    drawn, as_png, timeline = _links(page, "#corridor-links a")
    asked = {name: value for name, (value,) in parse_qs(urlsplit(drawn).query).items()}
    assert asked == {
        "f": "svg",
        "lang": "ru",
        "perspective": "am",
        "at": "2022-06-01",
        "within": "5000",
    }
    answer = page.request.get(drawn)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "Линия спрямлена" in answer.text()
    named = page.locator("#corridor-places button").all_inner_texts()
    assert [name for name in named if name not in answer.text()] == []
    assert page.request.get(as_png).body().startswith(b"\x89PNG")
    page.locator("#corridor-links a").last.click()
    page.wait_for_url(f"**{timeline}")
    assert timeline == "/entities/p-0076/timeline?lang=hy"
    page.locator(".picture img").wait_for()
    assert page.evaluate("document.querySelector('.picture img').naturalWidth") == 960


def test_corridor_without_a_line_has_no_links(page: Page) -> None:
    _open(page, "/?lang=en&at=1970-01-01")
    page.select_option("#route", "p-0076")
    expect(page.locator("#corridor-note")).to_contain_text("no line")
    assert _links(page, "#corridor-links a") == []


def test_popup_links_to_the_timeline(page: Page) -> None:
    _open(page, "/?lang=en&place=p-0001")
    page.locator(".leaflet-popup .told a", has_text="Timeline").click()
    page.wait_for_url("**/entities/p-0001/timeline?lang=en")
    page.locator("summary").first.click()
    page.locator("details td", has_text="not dated").first.wait_for()


@pytest.mark.parametrize("lang", ["en", "az", "hy", "ru"])
def test_timeline_fits_a_narrow_screen(page: Page, lang: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/entities/p-0001/timeline?lang={lang}")
    page.wait_for_function("document.querySelector('.picture img').naturalWidth === 480")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_corridor_follows_the_day(page: Page) -> None:
    _open(page, "/?lang=en&at=2022-06-01")
    _route(page)
    old = (page.inner_text("#corridor-note"), _along(page))
    page.fill("#at", "2023-01-01")
    expect(page.locator("#corridor-note")).to_contain_text("2023-01-01")
    page.wait_for_selector("#corridor-places li")
    assert (page.inner_text("#corridor-note"), _along(page)) != old
    page.fill("#at", "1970-01-01")
    expect(page.locator("#corridor-note")).to_contain_text("no line")
    assert page.locator("#corridor-places li").count() == 0


def test_lines_say_whose_they_are_and_of_which_date(page: Page) -> None:
    _open(page)
    entries = page.locator("#layers li")
    assert entries.count() >= 6
    for entry in entries.all():
        assert entry.locator(".note").inner_text().strip()
    oblast = page.locator("#layers li", has_text="Oblast")
    assert not oblast.locator("input").is_checked()
    before = page.locator("path.extent.zone").count()
    oblast.locator("input").check()
    assert page.locator("path.extent.zone").count() == before + 1
    _label(page, "1923–1991").wait_for()
    page.fill("#at", "1980-01-01")
    expect(page.locator("#layers li", has_text="border").locator("input")).not_to_be_checked()


def _asks_places(url: str) -> bool:
    return "/api/v1/places?" in url


def _asked_from(page: Page) -> list[str]:
    """Return a list that grows with each question for places."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if _asks_places(request.url):
            asked.append(request.url)

    page.on("request", note)
    return asked


def _box(url: str) -> list[float]:
    (box,) = parse_qs(urlsplit(url).query)["bbox"]
    return [float(number) for number in box.split(",")]


def test_only_what_is_in_view_is_asked_for(page: Page) -> None:
    asked = _asked_from(page)
    _open(page)
    (url,) = asked
    west, south, east, north = _box(url)
    assert (35 < west < 43, 48 < east < 58) == (True, True)
    assert (30 < south < 38.5, 41 < north < 45) == (True, True)
    assert 0 < page.locator("path.place").count() < 1000
    expect(page.locator("#drawn-note")).to_have_text("More places appear when you zoom in.")


_ARE_DRAWN = "least => document.querySelectorAll('path.place.settlement').length >= least"
_ARE_LABELLED = """names => [...document.querySelectorAll(".leaflet-tooltip.label.place")].some(
    (label) => names.includes(label.textContent)
)"""


def test_moving_the_map_loads_what_is_there(page: Page) -> None:
    asked = _asked_from(page)
    _open(page, "/?lang=en&place=p-0002")
    (before,) = asked
    page.focus("#map")
    page.keyboard.press("Escape")
    page.locator(".leaflet-popup").wait_for(state="detached")
    with page.expect_response(lambda response: _asks_places(response.url)) as second:
        page.keyboard.press("Shift+ArrowLeft")  # further than the margin of what is there
    assert _box(second.value.url)[0] < _box(before)[0]
    answer = second.value.json()
    assert answer["numberMatched"] == answer["numberReturned"]
    told = [one["properties"] for one in answer["features"]]
    villages = [one for one in told if one["kind"] == "settlement"]
    current = [one for one in villages if "until" not in one]
    assert len(current) > 50
    page.wait_for_function(_ARE_DRAWN, arg=len(current))
    page.wait_for_function(_ARE_LABELLED, arg=[one["label"] for one in villages])
    assert page.locator("path.place").count() < 1000
    expect(page.locator("#drawn-note")).to_be_empty()


def test_older_question_is_given_up(page: Page) -> None:
    _open(page)
    page.focus("#map")
    asked = _asked_from(page)
    for key in "+-+-+":
        page.keyboard.press(key)
    page.wait_for_timeout(1500)
    assert 1 <= len(asked) <= 3
    expect(page.locator("#message")).to_be_empty()


def _village(gazetteer: Gazetteer) -> tuple[Place, str]:
    """Return a village that is not prominent, and a name that only it has."""
    policy = LabelPolicy("en")
    for place in reversed(gazetteer.places(PlacesQuery(kinds=("settlement",), limit=5000)).places):
        label = gazetteer.label(place.id, policy)
        suggested = gazetteer.suggest(label.text, "en")
        if [one.entity.id for one in suggested] == [place.id] and not label.contested:
            return place, label.text
    raise AssertionError("no village has a name of its own")


def test_village_found_by_search_opens_and_stays(page: Page, gazetteer: Gazetteer) -> None:
    village, label = _village(gazetteer)
    assert village.prominence < 10
    _open(page)
    assert page.locator(".leaflet-tooltip.label", has_text=label).count() == 0
    page.fill("#search", label)
    page.locator("#suggestions li").first.click()
    expect(page.locator(".leaflet-popup .told h3")).to_have_text(label)
    assert f"place={village.id}" in page.url
    page.wait_for_timeout(700)
    page.focus("#map")
    for _ in range(6):  # so far out that villages are not drawn, but this one is open
        page.keyboard.press("-")
        page.wait_for_timeout(450)
    expect(page.locator("#drawn-note")).not_to_be_empty()
    expect(page.locator(".leaflet-popup .told h3")).to_have_text(label)
    _label(page, label).wait_for()
    _open(page, f"/?lang=en&place={village.id}")
    expect(page.locator(".leaflet-popup .told h3")).to_have_text(label)


def test_place_of_the_panel_opens_from_afar(page: Page) -> None:
    _open(page, "/?lang=en&at=2022-06-01")
    _route(page)
    page.fill("#search", "Tbilisi")
    page.locator("#suggestions li").first.click()
    expect(page.locator(".leaflet-popup .told h3")).to_contain_text("Tbilisi")
    page.wait_for_timeout(700)
    page.locator("#corridor-places button", has_text="Berdzor / Lachin").first.click()
    page.wait_for_timeout(1500)
    expect(page.locator(".leaflet-popup .told h3")).to_have_text("Berdzor / Lachin")
    popup, whole = (
        page.locator(".leaflet-popup").bounding_box(),
        page.locator("#map").bounding_box(),
    )
    assert popup is not None
    assert whole is not None
    assert whole["x"] <= popup["x"] <= whole["x"] + whole["width"] - popup["width"]
    assert whole["y"] <= popup["y"] <= whole["y"] + whole["height"] - popup["height"]


_NONE_COVERED = """() => {
    const drawn = [...document.querySelectorAll(".leaflet-tooltip.label")];
    const boxes = drawn.map((one) => one.getBoundingClientRect());
    const meet = (one, other) => one.left < other.right && other.left < one.right
        && one.top < other.bottom && other.top < one.bottom;
    return !boxes.some((one, at) => boxes.slice(0, at).some((other) => meet(one, other)));
}"""


def test_place_has_one_label_at_every_zoom_and_none_covers_another(page: Page) -> None:
    _open(page, "/?lang=en&place=p-0001")
    page.focus("#map")
    page.keyboard.press("Escape")
    for _ in range(6):
        page.wait_for_timeout(800)
        page.wait_for_function(_NONE_COVERED)  # labels move while the map is being zoomed
        texts = page.locator(".leaflet-tooltip.label").all_inner_texts()
        city = [text for text in texts if "Khankendi" in text and "station" not in text]
        assert city == ["Khankendi / Stepanakert"]
        page.keyboard.press("-")


def test_what_has_no_point_opens_nothing(page: Page) -> None:
    _open(page, "/?lang=en&place=a-0001")
    assert page.locator(".leaflet-popup").count() == 0


def test_annotating_a_pasted_text(page: Page) -> None:
    page.goto("/annotate?lang=en")
    text = "Baku denied it. <b>Xankəndi</b> and Shushi; <img src=x onerror=alert(1)>"
    page.fill("#text", text)
    page.click("button[type=submit]")
    page.wait_for_selector(".reading")
    assert page.inner_text(".reading") == text
    marked = page.locator(".reading mark").all_inner_texts()
    assert {"Baku", "Xankəndi", "Shushi"} <= set(marked)
    assert page.locator(".reading img").count() == 0
    page.locator(".reading a", has_text="Shushi").first.click()
    assert page.locator("tr:target").count() == 1
    page.locator("tr:target a").first.click()
    page.wait_for_selector("table.names")


def test_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    _open(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    assert page.locator("#map").is_visible()
    page.fill("#search", "Shusha")
    page.wait_for_selector("#suggestions li")
