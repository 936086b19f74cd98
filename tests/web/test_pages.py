"""The pages: what they show, in which language, and that nothing given to them runs."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from gazetteer.core import Gazetteer
from gazetteer.model import TimeSpan
from gazetteer.web import create_app
from tests.builders import a_name, a_place, a_relation, a_route_version, a_store, a_term

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{7*7}} </textarea>"
LANGUAGES = ["en", "az", "hy", "ru"]


def _no_markup_of(page: str) -> None:
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "</textarea> " not in page.replace("</textarea>\n", "")
    assert "49" not in re.findall(r"\{\{7\*7\}\}|>\s*49\s*<", page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["/", "/annotate", "/docs", "/entities/p-0001", "/entities/p-0001/timeline"]
)
def test_page_is_in_the_language_asked_for(client: FlaskClient, path: str, lang: str) -> None:
    for asked in (client.get(f"{path}?lang={lang}"), client.get(path, headers=_prefers(lang))):
        assert asked.status_code == 200
        assert f'<html lang="{lang}" dir="ltr">' in asked.text
    if path != "/docs":
        assert asked.headers["Content-Language"] == lang


def _prefers(lang: str) -> dict[str, str]:
    return {"Accept-Language": f"{lang}, en;q=0.5"}


def test_texts_differ_by_language(client: FlaskClient) -> None:
    titles = {client.get(f"/?lang={lang}").text.split("<title>")[1][:20] for lang in LANGUAGES}
    assert len(titles) == 4


def test_links_keep_a_language_that_was_asked_for(client: FlaskClient) -> None:
    page = client.get("/entities/p-0001?lang=hy").text
    assert 'href="/entities/p-0012?lang=hy"' in page
    assert 'href="/?lang=hy"' in page
    assert "?lang=" not in client.get("/annotate").text.split("</nav>")[0]


def test_entity_page_sets_the_sides_side_by_side(client: FlaskClient) -> None:
    page = client.get("/entities/p-0001?lang=en").text
    for told in (
        "Khankendi / Stepanakert",
        "Azerbaijan",
        "Xankəndi",
        "Ստեփանակերտ",
        "Soviet Union",
    ):
        assert told in page
    assert "2 September 1991 – 28 September 2023" in page
    assert 'id="source-page-atlas"' in page
    assert page.count('<th scope="col">') >= 8
    assert page.count('class="administers"') == 2
    assert page.count('class="claims"') == 2


def test_entity_page_without_sides_has_one_column(client: FlaskClient) -> None:
    page = client.get("/entities/a-0004?lang=en").text
    assert "Tofig Mammadov" in page
    assert "Nagorno-Karabakh authorities" not in page


def test_entity_page_follows_side_and_day(client: FlaskClient) -> None:
    assert '<h1 lang="en" dir="auto">Khankendi</h1>' in _page(client, "perspective=az")
    page = _page(client, "at=2010-01-01")
    assert "1923 – 1991" not in page


def _page(client: FlaskClient, query: str) -> str:
    return client.get(f"/entities/p-0001?lang=en&{query}").text


@pytest.mark.parametrize("query", ["perspective=xx", "at=x", "lang=en&lang=ru"])
def test_pages_refuse_what_they_would_misread(client: FlaskClient, query: str) -> None:
    assert client.get(f"/entities/p-0001?{query}").status_code == 400


def test_pages_ignore_parameters_of_others(client: FlaskClient) -> None:
    assert client.get("/entities/p-0001?utm_source=x").status_code == 200
    assert client.get("/?fbclid=x").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/", "/annotate", "/docs", "/entities/p-0001", "/entities/p-0001/timeline", "/nowhere"],
)
def test_parameters_do_not_run(client: FlaskClient, path: str) -> None:
    asked = {"lang": EVIL, "q": EVIL, EVIL: EVIL}
    response = client.get(path, query_string=asked, headers={"Accept": "text/html"})
    _no_markup_of(response.text)


def test_faults_do_not_run(client: FlaskClient) -> None:
    browser = {"Accept": "text/html"}
    _no_markup_of(client.get("/entities/p-0001", query_string={"at": EVIL}, headers=browser).text)
    _no_markup_of(client.get(f"/entities/{EVIL}", headers=browser).text)
    _no_markup_of(client.get(f"/entities/{EVIL}/timeline", headers=browser).text)
    asked = {"since": EVIL, "until": EVIL}
    page = client.get("/entities/p-0001/timeline", query_string=asked, headers=browser)
    _no_markup_of(page.text)


def test_pasted_text_does_not_run(client: FlaskClient) -> None:
    form = {"text": f"{EVIL} Shushi {EVIL}", "date": EVIL, "text_lang": EVIL, "perspective": "az"}
    _no_markup_of(client.post("/annotate", data=form).text)
    form = {"text": f"{EVIL} Shushi {EVIL}"}
    page = client.post("/annotate", data=form).text
    _no_markup_of(page)
    assert html.escape("<script>alert(1)</script>", quote=False) in page
    assert '<mark class="place resolved">Shushi</mark>' in page


def test_names_of_the_data_do_not_run(tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script>"
    with a_store(tmp_path, a_place(description=evil), a_name(text=evil)) as store:
        client = create_app(Gazetteer(store)).test_client()
        page = client.get("/entities/p-0001").text
        assert "<script>" not in page
        assert html.escape(evil) in page
        page = client.get("/entities/p-0001/timeline").text
        assert "<script>" not in page
        assert html.escape(evil) in page
        drawn = client.get("/api/v1/entities/p-0001/timeline?f=svg").text
        assert "<script>" not in drawn


def test_pasted_text_is_shown_whole_with_its_mentions(client: FlaskClient) -> None:
    text = "  Two\r\n\r\nlines 🙂: Shushi,\tKhankendi & Şuşa.  "
    page = client.post("/annotate?lang=en", data={"text": text}).text
    reading = page.split('<div class="reading" dir="auto">')[1].split("</div>")[0]
    plain = html.unescape(re.sub(r"<[^>]+>", "", reading))
    assert plain == text.replace("\r\n", "\n")
    assert re.findall(r"<mark[^>]*>([^<]+)</mark></a>", reading) == ["Shushi", "Khankendi", "Şuşa"]


def test_pasted_text_with_a_bad_option_says_so(client: FlaskClient) -> None:
    page = client.post("/annotate", data={"text": "Shushi", "date": "soon"})
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    long = client.post("/annotate", data={"text": "x" * 150_000 + "y" * 40_000})
    assert long.status_code == 200
    assert client.post("/annotate", data={"text": "x" * 250_000}).status_code == 413


def test_settings_of_the_map_are_data(client: FlaskClient) -> None:
    page = client.get("/", query_string={"lang": "</script><b>"}).text
    block = page.split('<script type="application/json" id="settings">')[1].split("</script>")[0]
    settings = json.loads(block)
    assert settings["explicitLang"] == "</script><b>"
    for address in settings["addresses"].values():
        assert address.startswith("/")


def test_right_to_left_names_keep_their_place(client: FlaskClient) -> None:
    page = client.get("/entities/p-0001?lang=en").text
    assert '<b lang="fa" dir="auto">خان‌کندی</b>' in page


def test_a_romanization_stands_small_beside_the_name(client: FlaskClient) -> None:
    page = client.get("/entities/p-0001?lang=en").text
    armenian = (
        '<b lang="hy" dir="auto">Ստեփանակերտ</b> <i class="romanized" lang="hy-Latn" dir="ltr"'
    )
    assert f'{armenian} title="Romanization: BGN/PCGN 1981">Step’anakert</i>' in page
    assert '<b lang="fa" dir="auto">خان‌کندی</b>\n' in page


TIMELINE = "/entities/p-0001/timeline"
BROWSER = {"Accept": "text/html"}


def _headings(page: str) -> list[str]:
    return re.findall(r'<h2 id="part-\d+">([^<]+)</h2>', page)


def _rows(page: str, heading: str) -> list[str]:
    """Return the rows of a part of a timeline as text, blanks made one."""
    part = page.split(f">{heading}</h2>")[1].split("</section>", maxsplit=1)[0]
    found = re.findall(r"<tr>(<td.*?)</tr>", part, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in found]


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        ("en", ["Names", "Administered by", "Claimed by", "Inhabited or not", "Part of"]),
        (
            "az",
            ["Adlar", "İdarə edən", "İddia edən", "Məskundur, ya yox", "Nəyin tərkibindədir"],
        ),
        ("hy", ["Անուններ", "Կառավարող", "Հավակնող", "Բնակեցված է, թե ոչ", "Ինչի մասն է"]),
        (
            "ru",
            [
                "Названия",
                "Под чьим управлением",
                "Чьи притязания",
                "Населён или нет",
                "В составе чего",
            ],
        ),
    ],
)
def test_timeline_is_told_in_the_language(
    client: FlaskClient, lang: str, headings: list[str]
) -> None:
    page = client.get(f"{TIMELINE}?lang={lang}").text
    assert _headings(page) == headings
    assert f'src="/api/v1{TIMELINE}?f=svg&amp;lang={lang}"' in page
    assert f'href="/entities/p-0007?lang={lang}"' in page


def test_timeline_has_dates_first_and_folds_the_rest(client: FlaskClient) -> None:
    page = client.get(f"{TIMELINE}?lang=en").text
    table, folded = page.split("<details>")
    assert "not dated" not in table.split(">Names</h2>")[1]
    (count,) = re.findall(r"<summary>Not dated: (\d+)</summary>", folded)
    rows = folded.split("</details>")[0]
    assert rows.count('<td class="when">not dated</td>') == int(count) > 5
    assert _rows(page, "Administered by") == [
        "2 September 1991 – 28 September 2023 NKR 3",
        "28 September 2023 – … Azerbaijan 3",
    ]


@pytest.mark.parametrize(
    ("query", "holders"),
    [
        ("until=2000", 1),
        ("since=2023-10", 1),
        ("since=2000&until=2024", 2),
        ("at=1980-01-01", 0),
    ],
)
def test_timeline_of_a_time(client: FlaskClient, query: str, holders: int) -> None:
    page = client.get(f"{TIMELINE}?lang=en&{query}").text
    told = _rows(page, "Administered by") if "Administered by" in _headings(page) else []
    assert len(told) == holders
    assert f"/api/v1{TIMELINE}?f=svg" in page
    assert html.escape(query) in page


def test_timeline_of_which_nothing_is_said(tmp_path: Path) -> None:
    name = a_name("t-0001", "Truce", span=TimeSpan("1991", "1992"))
    with a_store(tmp_path, a_term(), name) as store:
        client = create_app(Gazetteer(store)).test_client()
        page = client.get("/entities/t-0001/timeline?lang=en&since=2001").text
    assert "Nothing is said of that time." in page
    assert 'id="sources"' not in page


@pytest.mark.parametrize("query", ["since=x", "until=2020-13", "since=2001&until=2000", "at=soon"])
def test_timeline_refuses_bad_times(client: FlaskClient, query: str) -> None:
    response = client.get(f"{TIMELINE}?{query}", headers=BROWSER)
    assert response.status_code == 400
    assert '<article class="sheet">' in response.text


def test_timeline_of_nothing_is_a_page_that_says_so(client: FlaskClient) -> None:
    response = client.get("/entities/p-9999/timeline?lang=ru", headers=BROWSER)
    assert response.status_code == 404
    assert "Здесь ничего нет" in response.text


def test_timeline_of_what_was_merged_has_moved(client: FlaskClient) -> None:
    response = client.get("/entities/p-0099/timeline?lang=ru&since=1990")
    assert response.status_code == 301
    assert response.headers["Location"].endswith(f"{TIMELINE}?lang=ru&since=1990")


def test_relation_is_told_from_either_end(tmp_path: Path) -> None:
    things = [
        a_place(),
        a_name(text="Aa"),
        a_place("p-0002"),
        a_name("p-0002", "Bb"),
        a_relation("p-0001", "capital-of", "p-0002"),
    ]
    with a_store(tmp_path, *things) as store:
        client = create_app(Gazetteer(store)).test_client()
        first, second = (
            client.get(f"/entities/{one}/timeline?lang=ru").text for one in ("p-0001", "p-0002")
        )
    assert _rows(first, "Прочие связи") == ["без даты столица: Bb 1"]
    assert _rows(second, "Прочие связи") == ["без даты Aa : столица 1"]


def test_strip_map_is_offered_where_there_is_a_line(client: FlaskClient) -> None:
    page = client.get("/entities/p-0011?lang=hy").text
    (address,) = re.findall(r'href="([^"]+/profile[^"]*)"', page)
    drawn = client.get(html.unescape(address))
    assert drawn.mimetype == "image/svg+xml"
    assert "Գիծն ուղղված է" in drawn.text
    assert "/profile" not in client.get("/entities/p-0001").text


def test_strip_map_of_a_road_that_has_gone_is_of_its_last_version(tmp_path: Path) -> None:
    things = [
        a_place("p-0001", kind="route", type="road", lon=None, lat=None),
        a_name(text="Road"),
        a_route_version("p-0001", "old", [(46.5, 39.5), (46.7, 39.8)], span=TimeSpan("", "2000")),
    ]
    with a_store(tmp_path, *things) as store:
        client = create_app(Gazetteer(store)).test_client()
        page = client.get("/entities/p-0001").text
        (address,) = re.findall(r'href="([^"]+/profile[^"]*)"', page)
        assert "version=old" in address
        assert client.get(html.unescape(address)).status_code == 200
