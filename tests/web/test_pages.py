"""The pages: what they show, in which language, and that nothing given to them runs."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from gazetteer.core import Gazetteer
from gazetteer.web import create_app
from tests.builders import a_name, a_place, a_store

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{7*7}} </textarea>"
LANGUAGES = ["en", "az", "hy", "ru"]


def _no_markup_of(page: str) -> None:
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "</textarea> " not in page.replace("</textarea>\n", "")
    assert "49" not in re.findall(r"\{\{7\*7\}\}|>\s*49\s*<", page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", ["/", "/annotate", "/docs", "/entities/p-0001"])
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


@pytest.mark.parametrize("path", ["/", "/annotate", "/docs", "/entities/p-0001", "/nowhere"])
def test_parameters_do_not_run(client: FlaskClient, path: str) -> None:
    asked = {"lang": EVIL, "q": EVIL, EVIL: EVIL}
    response = client.get(path, query_string=asked, headers={"Accept": "text/html"})
    _no_markup_of(response.text)


def test_faults_do_not_run(client: FlaskClient) -> None:
    browser = {"Accept": "text/html"}
    _no_markup_of(client.get("/entities/p-0001", query_string={"at": EVIL}, headers=browser).text)
    _no_markup_of(client.get(f"/entities/{EVIL}", headers=browser).text)


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
