"""A map of the vector tiles: TileJSON 3.0.0 and a MapLibre style (version 8 of its specification).

The style takes no side: every extent of one sort is drawn alike, whoever drew it; states share one
colour; what is disputed is dashed. It names no glyphs, so the reader's own fonts are used, and no
sprite. No label is written in it: every text is the ``name`` of a feature.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from gazetteer.model import MAX_TILE_ZOOM

Shape = dict[str, Any]

SOURCE = "gazetteer"

_CENTER, _ZOOM = (46.4, 39.9), 7
_BOUNDS = (-180.0, -85.0511, 180.0, 85.0511)
"""Capitals that are named lie far from the region; tiles of nowhere are empty and cost nothing."""

_NAMED = {
    "id": "Id of the entity; what is said of it is at /api/v1/entities/{id}",
    "kind": "Kind of the entity",
    "type": "Finer word for what it is",
    "name": "Label, in the language and by the perspective asked for; the same at every zoom",
    "name_lang": "Language of the label",
}
_DRAWN = {
    **_NAMED,
    "version": "Version that holds on the day",
    "tolerance_m": "Metres that the drawing may be off",
    "source": "Id of the source of the drawing",
}
_LAYERS = {
    "areas": ("Extents that hold on the day", _DRAWN),
    "lines": ("Borders and lines of contact that hold on the day", _DRAWN),
    "routes": ("Roads, railways and corridors as they run on the day", _DRAWN),
    "places": (
        "Places that there are on the day",
        {
            **_NAMED,
            "prominence": "An editor's weight, 0 to 100",
            "status": "inhabited, abandoned or destroyed on the day",
            "contested": "true where both sides have held or claimed the settlement",
        },
    ),
}


def tilejson(
    title: str, version: str, attributions: Sequence[str], template: str, at: str = ""
) -> Shape:
    """Write the TileJSON of the tiles at an address with ``{z}``, ``{x}`` and ``{y}`` in it.

    ``version`` is that of the data (3.0.0, 3.17).
    """
    return {
        "tilejson": "3.0.0",
        "name": title,
        "description": f"{title}, as of {at}" if at else title,
        "version": version,
        "attribution": "; ".join(escape(one, quote=False) for one in attributions),
        "scheme": "xyz",
        "tiles": [template],
        "minzoom": 0,
        "maxzoom": MAX_TILE_ZOOM,
        "bounds": list(_BOUNDS),
        "center": [*_CENTER, _ZOOM],
        "vector_layers": [
            {"id": name, "description": told, "minzoom": 0, "maxzoom": MAX_TILE_ZOOM,
             "fields": fields}
            for name, (told, fields) in _LAYERS.items()
        ],
    }  # fmt: skip


def style(title: str, tilejson_address: str) -> Shape:
    """Write the MapLibre style over the tiles that a TileJSON describes."""
    return {
        "version": 8,
        "name": title,
        "center": list(_CENTER),
        "zoom": _ZOOM,
        "sources": {SOURCE: {"type": "vector", "url": tilejson_address, "promoteId": "id"}},
        "layers": [
            {"id": "ground", "type": "background", "paint": {"background-color": _GROUND}},
            *_extents(),
            *_lines(),
            *_routes(),
            *_points(),
            *_texts(),
        ],
    }


_GROUND, _LAND, _EXCLAVE = "#e9edec", "#f8f6f0", "#ebe6d8"
_OUTLINE, _UNIT, _DISPUTED, _ZONE = "#8c9399", "#b4b8ba", "#7b5a4c", "#bea56e"
_ROAD, _RAIL, _INK, _SOFT, _PAPER = "#5f7f7b", "#7d7a72", "#1f2933", "#626a72", "#fbfaf6"

_PLAIN, _STRONG = ["Noto Sans", "DejaVu Sans"], ["Noto Sans Bold", "Noto Sans", "DejaVu Sans"]
"""Families of fonts; the weight is read off the first."""

_COUNTRY = ["==", ["get", "kind"], "country"]
_ZONES = ["match", ["get", "type"], [
    "peacekeeping-zone", "occupied-or-returned-territories", "autonomous-oblast",
    "unrecognised-republic",
], True, False]  # fmt: skip
_POLITY = ["==", ["get", "kind"], "polity"]
_EXCLAVES = ["==", ["get", "type"], "exclave"]
_UNITS = [
    "all",
    ["==", ["get", "kind"], "admin-unit"],
    ["match", ["get", "type"], ["autonomous-oblast", "economic-region"], False, True],
]
_RAILWAYS = ["==", ["get", "type"], "railway"]


def _layer(name: str, kind: str, source_layer: str, chosen: Any, **more: Any) -> Shape:
    shape = {"id": name, "type": kind, "source": SOURCE, "source-layer": source_layer}
    if chosen is not None:
        shape["filter"] = chosen
    return shape | {key: value for key, value in more.items() if value}


def _grown(*stops: float) -> list[Any]:
    """Let a number grow with the zoom: zoom, value, zoom, value…"""
    return ["interpolate", ["linear"], ["zoom"], *stops]


def _extents() -> list[Shape]:
    return [
        _layer("states", "fill", "areas", _COUNTRY, paint={"fill-color": _LAND}),
        _layer("exclaves", "fill", "areas", _EXCLAVES, minzoom=8, paint={"fill-color": _EXCLAVE}),
        _layer("zones", "fill", "areas", _ZONES,
               paint={"fill-color": _ZONE, "fill-opacity": 0.08}),
        _layer("units-edge", "line", "areas", _UNITS, minzoom=7, paint={
            "line-color": _UNIT, "line-width": 0.8, "line-dasharray": [1.5, 2.5]}),
        _layer("exclaves-edge", "line", "areas", _EXCLAVES, minzoom=8, paint={
            "line-color": _OUTLINE, "line-width": 0.8}),
        _layer("states-edge", "line", "areas", _COUNTRY, paint={
            "line-color": _OUTLINE, "line-width": _grown(4, 0.6, 8, 1.2, 12, 1.8)}),
        _layer("zones-edge", "line", "areas", _ZONES, minzoom=5, paint={
            "line-color": _DISPUTED, "line-opacity": 0.55, "line-width": 1,
            "line-dasharray": [5, 4]}),
    ]  # fmt: skip


def _lines() -> list[Shape]:
    """Return borders and lines of contact: dashed, with the outlines of states beneath hidden."""
    return [
        _layer("lines-bed", "line", "lines", None, minzoom=5, paint={
            "line-color": _LAND, "line-width": _grown(5, 1.6, 10, 3.5)}),
        _layer("lines", "line", "lines", None, minzoom=5, paint={
            "line-color": _DISPUTED, "line-opacity": 0.8,
            "line-width": _grown(5, 0.8, 10, 1.8), "line-dasharray": [4, 3]}),
    ]  # fmt: skip


def _routes() -> list[Shape]:
    round_ends = {"line-cap": "round", "line-join": "round"}
    width = _grown(6, 1, 10, 2.6, 14, 5)
    return [
        _layer("routes-edge", "line", "routes", ["!", _RAILWAYS], minzoom=6, layout=round_ends,
               paint={"line-color": _PAPER, "line-width": _grown(6, 2.2, 10, 4.8, 14, 8)}),
        _layer("roads", "line", "routes", ["!", _RAILWAYS], minzoom=6, layout=round_ends,
               paint={"line-color": _ROAD, "line-opacity": 0.8, "line-width": width}),
        _layer("railways", "line", "routes", _RAILWAYS, minzoom=7, paint={
            "line-color": _RAIL, "line-width": _grown(7, 0.8, 12, 2),
            "line-dasharray": [6, 2]}),
    ]  # fmt: skip


_SETTLEMENTS = ["==", ["get", "kind"], "settlement"]
_MARKED = ["match", ["get", "kind"], ["feature", "facility"], True, False]
_REGION = ["==", ["get", "type"], "contested-region"]
"""Names of historical and claimed regions would lie over other people's homes: the tiles have them,
the style does not."""
_WEIGHT = ["get", "prominence"]


def _points() -> list[Shape]:
    radius = ["interpolate", ["linear"], ["zoom"],
              5, ["+", 1.2, ["/", _WEIGHT, 60]],
              12, ["+", 2.4, ["/", _WEIGHT, 24]]]  # fmt: skip
    gone = ["match", ["get", "status"], ["abandoned", "destroyed"], True, False]
    return [
        _layer("marks", "circle", "places", _MARKED, minzoom=9, paint={
            "circle-radius": 2.4, "circle-color": _PAPER, "circle-stroke-color": _SOFT,
            "circle-stroke-width": 1.2}),
        _layer("settlements", "circle", "places", _SETTLEMENTS, paint={
            "circle-radius": radius, "circle-color": ["case", gone, "#a9adb0", "#46525e"],
            "circle-stroke-color": _PAPER, "circle-stroke-width": 1}),
    ]  # fmt: skip


def _text(size: Any, font: list[str], **more: Any) -> Shape:
    return {"text-field": ["get", "name"], "text-font": font, "text-size": size, **more}


def _halo(colour: str) -> Shape:
    return {"text-color": colour, "text-halo-color": _PAPER, "text-halo-width": 1.4}


def _texts() -> list[Shape]:
    """Return the labels, the weightier before the others, whoever's they are."""
    beside = {
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": ["+", 0.45, ["/", _WEIGHT, 200]],
        "text-justify": "auto",
        "text-max-width": 11,
        "symbol-sort-key": ["-", 0, _WEIGHT],
    }
    along = {
        "symbol-placement": "line",
        "symbol-spacing": 450,
        "text-letter-spacing": 0.04,
        "text-max-angle": 60,
    }
    spread = {
        "text-letter-spacing": 0.12,
        "text-max-width": 8,
        "symbol-sort-key": ["-", 0, _WEIGHT],
    }
    size = ["interpolate", ["linear"], ["zoom"],
            5, ["+", 10, ["/", _WEIGHT, 40]], 12, ["+", 11, ["/", _WEIGHT, 20]]]  # fmt: skip
    return [
        _layer("marks-name", "symbol", "places", _MARKED, minzoom=9,
               layout=_text(11, _PLAIN, **beside), paint=_halo(_SOFT)),
        _layer("units-name", "symbol", "places", _UNITS, minzoom=9, maxzoom=12,
               layout=_text(11, _PLAIN, **spread), paint=_halo(_SOFT)),
        _layer("regions-name", "symbol", "places", _REGION, maxzoom=9,
               layout=_text(_grown(3, 10, 7, 14), _STRONG, **spread), paint=_halo(_SOFT)),
        _layer("routes-name", "symbol", "routes", None, minzoom=9,
               layout=_text(11, _PLAIN, **along), paint=_halo("#3d5f5b")),
        _layer("settlements-name", "symbol", "places", _SETTLEMENTS,
               layout=_text(size, _PLAIN, **beside), paint=_halo(_INK)),
        _layer("zones-name", "symbol", "places", _ZONES, minzoom=7,
               layout=_text(11, _PLAIN, **spread), paint=_halo(_DISPUTED)),
        _layer("polities-name", "symbol", "areas", _POLITY, minzoom=7, layout=_text(
            11, _PLAIN, **along, **{"text-offset": [0, -0.8]}), paint=_halo(_DISPUTED)),
        _layer("lines-name", "symbol", "lines", None, minzoom=7, layout=_text(
            11, _PLAIN, **along, **{"text-offset": [0, -0.8]}), paint=_halo(_DISPUTED)),
        _layer("countries-name", "symbol", "places", _COUNTRY, maxzoom=9,
               layout=_text(_grown(3, 11, 7, 15), _STRONG, **spread), paint=_halo(_SOFT)),
    ]  # fmt: skip
