"""A headless Chromium over a real server. Without one the tests are skipped, or fail when
GAZETTEER_REQUIRE_BROWSER is set, so that a continuous run cannot pass by not looking."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from gazetteer.core import Gazetteer
from tests.web.served import Served, served

REQUIRED = os.environ.get("GAZETTEER_REQUIRE_BROWSER", "") not in ("", "0")
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_NO_GPU = ["--disable-gpu"]
_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
"""WebGL without a graphics card."""
_OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _chromium() -> str:
    for name in _NAMES:
        path = shutil.which(name)
        if path:
            return path
    missing = "there is no Chromium; run tests/browser/install-chromium.sh"
    if REQUIRED:
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = playwright.chromium.launch(executable_path=_chromium(), args=_OPTIONS + _NO_GPU)
    yield started
    started.close()


@pytest.fixture(scope="session")
def webgl_browser(playwright: Playwright) -> Iterator[Browser]:
    started = playwright.chromium.launch(executable_path=_chromium(), args=_OPTIONS + _WEBGL)
    yield started
    started.close()


@pytest.fixture(scope="session")
def server(gazetteer: Gazetteer) -> Iterator[Served]:
    with served(Path(gazetteer.store.path)) as running:
        yield running


@pytest.fixture
def page(browser: Browser, server: Served) -> Iterator[Page]:
    """A page that fails the test when its scripts complain or it asks anybody else."""
    complaints: list[str] = []
    context = browser.new_context(
        base_url=server.address, viewport={"width": 1360, "height": 860}, locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def note(url: str) -> None:
        if not url.startswith((server.address, "data:", "blob:")):
            complaints.append(f"asked {url}")

    page.on("request", lambda request: note(request.url))
    yield page
    context.close()
    assert complaints == []
