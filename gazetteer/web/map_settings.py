"""What the map's script is told: where to ask, which sides there are, and its texts."""

from __future__ import annotations

from typing import Any

from flask import request, url_for

from gazetteer.model import PLACE_KINDS, SIDES
from gazetteer.web.translation import gettext, page_language, word


def map_settings() -> dict[str, Any]:
    """Return the settings of the map's script, for the language of the page."""
    lang = page_language()
    sides = sorted(SIDES, key=lambda code: word("side", code))
    return {
        "lang": lang,
        "explicitLang": request.args.get("lang", ""),
        "addresses": {
            "suggest": url_for("native.suggest"),
            "lookup": url_for("native.lookup"),
            "places": url_for("space.places"),
            "areas": url_for("space.areas"),
            "routes": url_for("space.routes"),
            "entities": url_for("native.landing") + "/entities/",
            "pages": url_for("pages.home") + "entities/",
        },
        "words": {
            "kind": {kind: word("kind", kind) for kind in PLACE_KINDS},
            "predicate": {term: word("predicate", term) for term in ("administers", "claims")},
            "side": {code: word("side", code) for code in sides},
        },
        "texts": _texts(),
    }


def _texts() -> dict[str, str]:
    return {
        "unknown": gettext("Nothing in the data is called so."),
        "ambiguous": gettext("More than one thing may be meant; choose one."),
        "failed": gettext("The answer could not be fetched."),
        "fullEntry": gettext("Full entry"),
        "timeline": gettext("Timeline"),
        "stripMap": gettext("Strip map"),
        "otherNames": gettext("Others and unattributed"),
        "administered": gettext("Control"),
        "claimed": gettext("Claimed by"),
        "notRecorded": gettext("not recorded"),
        "version": gettext("Line of"),
        "drawn": gettext("Drawn by"),
        "exact": gettext("exact to"),
        "left": gettext("left"),
        "right": gettext("right"),
        "on": gettext("on the road"),
        "off": gettext("off"),
        "km": gettext("km"),
        "m": gettext("m"),
        "undated": gettext("not dated"),
        "holdsOn": gettext("On"),
        "countries": gettext("Outlines of states"),
        "units": gettext("Provinces and districts"),
        "economic": gettext("Economic regions"),
        "exclaves": gettext("Exclaves"),
        "zoomIn": gettext("Zoom in"),
        "zoomOut": gettext("Zoom out"),
        "thinned": gettext("More places appear when you zoom in."),
        "noVersion": gettext("This road has no line on that day."),
    }
