"""Vector tiles under ``/tiles``, the TileJSON that describes them and a MapLibre style. Lenient.

What a map client adds to an address (a key, a cache buster) is nobody's fault here.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, request
from flask.blueprints import BlueprintSetupState

from gazetteer.errors import UnknownEntity
from gazetteer.formats import map_style, mvt
from gazetteer.model import TileAddress
from gazetteer.web.byte_cache import ByteCache
from gazetteer.web.current import gazetteer
from gazetteer.web.params import Asked, takes
from gazetteer.web.replies import reply

blueprint = Blueprint("tiles", __name__, url_prefix="/tiles")

CACHE_BYTES = "TILE_CACHE_BYTES"
"""Where the application's settings say how many bytes of tiles a process keeps."""

_CACHE = "gazetteer.tiles"
_PARAMETERS = ("lang", "perspective", "at")
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,5})\Z")


@blueprint.record
def _set_up(state: BlueprintSetupState) -> None:
    state.app.extensions[_CACHE] = ByteCache(state.app.config[CACHE_BYTES])


@blueprint.get("/<z>/<x>/<y>.mvt")
@takes(*_PARAMETERS, strict=False)
def tile(asked: Asked, z: str, x: str, y: str) -> Response:
    """A vector tile (Mapbox Vector Tile 2.1): places, routes, areas and lines of a day.

    Without a day, what there is today. A tile that shows nothing is an empty body: a tile without
    layers.
    """
    core, address = gazetteer(), _address(z, x, y)
    key = (core.store.digest, address, asked.policy, asked.at or date.today())
    cache: ByteCache = current_app.extensions[_CACHE]
    written = cache.get(key, lambda: mvt.tile(core.tile(address, asked.policy)))
    response = Response(written, mimetype=mvt.MEDIA_TYPE)
    response.headers["Content-Language"] = asked.lang
    return response


@blueprint.get("/tiles.json")
@takes(*_PARAMETERS, strict=False)
def tilejson(asked: Asked) -> Response:
    """What the vector tiles are (TileJSON 3.0.0): their address, layers, zooms and attribution.

    The address of the tiles carries the language, perspective and day that were asked for.
    """
    store = gazetteer().store
    template = _absolute("tiles/{z}/{x}/{y}.mvt", asked)
    at = asked.at.isoformat() if asked.at else ""
    shape = map_style.tilejson(store.title, store.dataset_version, store.attributions, template, at)
    return reply(shape, asked.lang)


@blueprint.get("/style.json")
@takes(*_PARAMETERS, strict=False)
def style(asked: Asked) -> Response:
    """A MapLibre style over the vector tiles, for MapLibre GL JS 5.11 and newer.

    It draws text with the reader's own fonts. Where nobody's side is asked for, contested places
    show the neutral pair.
    """
    address = _absolute("tiles/tiles.json", asked)
    return reply(map_style.style(gazetteer().store.title, address), asked.lang)


def _address(z: str, x: str, y: str) -> TileAddress:
    if all(_NUMBER.match(part) for part in (z, x, y)):
        return TileAddress(int(z), int(x), int(y))
    raise UnknownEntity(f"{z}/{x}/{y}", "tile")


def _absolute(path: str, asked: Asked) -> str:
    """Return an address of this service in full, with what was asked for."""
    chosen = {"lang": asked.lang, "perspective": asked.perspective, "at": asked.at or ""}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{request.root_url}{path}?{query}"
