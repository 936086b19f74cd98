"""What each query and path parameter takes."""

from __future__ import annotations

from typing import Any

from gazetteer.core import MAX_WITHIN_M
from gazetteer.model import MAX_QUERY_LENGTH, MAX_TILE_ZOOM
from gazetteer.web.params import KINDS, MOST_PROMINENT, USUAL_LIMITS, Limits

Shape = dict[str, Any]


def _parameter(name: str, schema: Shape, description: str, **more: Any) -> Shape:
    return {"name": name, "in": "query", "schema": schema, "description": description, **more}


def _flag(name: str, description: str) -> Shape:
    schema = {"enum": ["0", "1", "true", "false", "yes", "no"], "default": "0"}
    return _parameter(name, schema, description)


_LANG = {"type": "string"}
_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

_ALL = (
    _parameter(
        "q",
        {"type": "string", "minLength": 1, "maxLength": MAX_QUERY_LENGTH, "pattern": r"\S"},
        "A name, or for suggestions the beginning of one, in any script.",
        required=True,
        examples={"russian": {"value": "Ханкенди"}, "armenian": {"value": "Ստեփանակերտ"}},
    ),
    _parameter(
        "lang",
        _LANG,
        "Language of labels (en, az, hy, ru, tr, fa, ka, fr, de), before Accept-Language; names "
        "of that language are preferred. For annotation and romanization: the language of the "
        "text. Unknown languages fall back.",
        example="hy",
    ),
    _parameter("label_lang", _LANG, "Language of labels, before Accept-Language.", example="en"),
    _parameter(
        "perspective",
        {"type": "string", "maxLength": 100, "default": "neutral"},
        "Whose names to use: a code of `/api/v1/perspectives`, or `neutral` for the pair of the "
        "sides' names.",
        example="az",
    ),
    _parameter("at", _DAY, "The day asked about; labels and statements are those of that day. "
               "Where an answer needs a day and none is given it is today, and the answer says "
               "which.", example="2022-06-01"),
    _parameter(
        "date",
        {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
        "The day, month or year of the text.",
        example="2022-08-26",
    ),
    _parameter(
        "kind",
        {"type": "string", "minLength": 1},
        "Only entities of these kinds or types, separated by commas. The kinds are "
        f"{', '.join(KINDS)}; a type is a finer word, such as village.",
        example="settlement,admin-unit",
    ),
    _parameter(
        "bbox",
        {
            "type": "array",
            "items": {"type": "number", "minimum": -180, "maximum": 180},
            "minItems": 4,
            "maxItems": 4,
        },
        "Only places in this rectangle: west, south, east, north in WGS 84 degrees; west may be "
        "greater than east across the antimeridian.",
        style="form",
        explode=False,
        example=[45.5, 39.0, 47.5, 40.5],
    ),
    _parameter(
        "limit",
        {"type": "integer", "minimum": 1},
        "At most so many answers.",
    ),
    _parameter(
        "min_prominence",
        {"type": "integer", "minimum": 0, "maximum": MOST_PROMINENT, "default": 0},
        "Only places at least so prominent, 0 to 100; most villages are 5, capitals near 100.",
        example=30,
    ),
    _parameter(
        "within",
        {"type": "number", "exclusiveMinimum": 0, "maximum": MAX_WITHIN_M},
        "Metres. Along a route by default half its stated width; near a point 10,000.",
        example=2500,
    ),
    _parameter(
        "lat",
        {"type": "number", "minimum": -90, "maximum": 90},
        "Degrees north, WGS 84.",
        required=True,
        example=39.82,
    ),
    _parameter(
        "lon",
        {"type": "number", "minimum": -180, "maximum": 180},
        "Degrees east, WGS 84.",
        required=True,
        example=46.75,
    ),
    _parameter(
        "version",
        {"type": "string", "maxLength": 100},
        "A version of the route, instead of the one that held on the day.",
        example="old-road",
    ),
    _flag("explain", "Say why: the steps of evidence."),
    _flag("candidates", "Give every reading of each mention, not only of ambiguous ones."),
    _flag("nested", "Give the shorter names inside each mention."),
    _flag("adjectives", "Demonyms and adjectives are mentions too."),
    _parameter(
        "names",
        {"enum": ["none", "all"], "default": "none"},
        "Give all names of each entity, with language and perspective.",
    ),
    _parameter(
        "offsets",
        {"enum": ["codepoint", "utf16"], "default": "codepoint"},
        "What start and end count: code points, or UTF-16 units as JavaScript does.",
    ),
    _parameter(
        "f",
        {"enum": ["json", "geojson", "html"]},
        "The representation, before what the Accept header says.",
    ),
    _parameter(
        "id",
        {"type": "string", "maxLength": 100},
        "What the answer is to call the text, when the body does not say.",
        example="story-1",
    ),
)  # fmt: skip

QUERY: dict[str, Shape] = {parameter["name"]: parameter for parameter in _ALL}


def query_parameter(name: str, limits: Limits = USUAL_LIMITS) -> Shape:
    """Describe a query parameter where ``limit`` has these bounds."""
    described = QUERY[name]
    if name != "limit":
        return described
    bounds = {"default": limits.default, "maximum": limits.most}
    return {**described, "schema": {**described["schema"], **bounds}}


def _number_in_path(name: str, description: str, example: int) -> Shape:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "schema": {"type": "integer", "minimum": 0},
        "description": description,
        "example": example,
    }


PATH: dict[str, Shape] = {
    "z": _number_in_path("z", f"Zoom, 0 to {MAX_TILE_ZOOM}.", 7),
    "x": _number_in_path("x", "Column of the web Mercator grid, from the west.", 80),
    "y": _number_in_path("y", "Row of the grid, from the north.", 48),
    "entity": {
        "name": "entity",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "minLength": 1},
        "description": "The id of an entity.",
        "example": "p-0001",
    },
    "route": {
        "name": "route",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "minLength": 1},
        "description": "The id of a route, or a name of one with blanks or hyphens.",
        "example": "lachin-corridor",
    },
}
