"""MapLibre GL JS on the site of somebody else who shows our map: another origin."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from tests.documents import ROOT

INSTALLED = ROOT / ".build" / "npm"
REQUIRED = os.environ.get("GAZETTEER_REQUIRE_BROWSER", "") not in ("", "0")

_SITE = """<!doctype html><meta charset="utf-8"><title>A map</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/node_modules/maplibre-gl/dist/maplibre-gl.css">
<style>html, body, #map { margin: 0; height: 100%; }</style><div id="map"></div>
<script type="module">
import * as maplibregl from "/node_modules/maplibre-gl/dist/maplibre-gl.mjs";
const asked = JSON.parse(decodeURIComponent(location.hash.slice(1)));
window.faults = [];
window.map = new maplibregl.Map({ container: "map", fadeDuration: 0, ...asked });
window.map.on("error", (event) => window.faults.push(String(event.error)));
window.map.once("idle", () => document.documentElement.setAttribute("data-ready", ""));
</script>"""


def installed() -> Path:
    """Return where the clients are, else skip the test, or fail it where they must be there."""
    if (INSTALLED / "installed.json").is_file():
        return INSTALLED
    missing = "there is no MapLibre GL JS; run tests/browser/install-clients.sh"
    if REQUIRED:
        pytest.fail(missing)
    pytest.skip(missing)


class _Files(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path != "/":
            super().do_GET()
            return
        body = _SITE.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def site() -> Iterator[str]:
    """Serve a page with MapLibre GL JS until the block ends; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(installed())))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def open_map(page: Page, site: str, service: str, view: dict[str, Any], **asked: str) -> None:
    """Show our map on the page, and wait until everything is drawn."""
    style = f"{service}/tiles/style.json?{urlencode(asked)}"
    page.goto("about:blank")
    page.goto(f"{site}#{json.dumps({'style': style, **view})}")
    page.wait_for_selector("html[data-ready]", timeout=60_000)


def names(page: Page, source_layer: str, *layers: str) -> dict[str, str]:
    """Return the ids and names of what is drawn of a layer of the tiles."""
    found: dict[str, str] = page.evaluate(
        """([layer, layers]) => Object.fromEntries(
            window.map.queryRenderedFeatures(layers.length ? { layers } : {})
                .filter((one) => one.sourceLayer === layer)
                .map(({ properties }) => [properties.id, properties.name]))""",
        [source_layer, list(layers)],
    )
    return found


def style_faults(style: object) -> list[str]:
    """Return what MapLibre's own validator has against a style."""
    code = (
        'const spec = require("@maplibre/maplibre-gl-style-spec");'
        'const style = JSON.parse(require("fs").readFileSync(0, "utf8"));'
        "process.stdout.write(JSON.stringify("
        "spec.validateStyleMin(style).map((fault) => fault.message)));"
    )
    ran = subprocess.run(
        ["node", "-e", code],
        input=json.dumps(style),
        cwd=installed(),
        capture_output=True,
        text=True,
        check=True,
    )
    faults: list[str] = json.loads(ran.stdout)
    return faults
