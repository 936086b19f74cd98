"""What each query and path parameter takes."""

from __future__ import annotations

from typing import Any

from gazetteer.model import (
    GLOSSED_ENTITIES,
    GLOSSED_LANGUAGES,
    GLOSSED_MENTIONS,
    GLOSSED_QUOTES,
    HELD_BY,
    MAX_QUERY_LENGTH,
    MAX_TILE_ZOOM,
    MAX_WITHIN_M,
)
from gazetteer.web.params import (
    KINDS,
    MOST_PROMINENT,
    PICTURE_WIDTHS,
    REPRESENTATIONS,
    USUAL_LIMITS,
    Limits,
)

Shape = dict[str, Any]


def _parameter(name: str, schema: Shape, description: str, **more: Any) -> Shape:
    return {"name": name, "in": "query", "schema": schema, "description": description, **more}


def _flag(name: str, description: str) -> Shape:
    schema = {"enum": ["0", "1", "true", "false", "yes", "no"], "default": "0"}
    return _parameter(name, schema, description)


_LANG = {"type": "string"}
_DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_METRES = {"type": "number", "exclusiveMinimum": 0, "maximum": MAX_WITHIN_M}
_PLACE = {"type": "string", "minLength": 1, "maxLength": MAX_QUERY_LENGTH, "pattern": r"\S"}

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
    _parameter("at", _DATE, "The day, month or year asked about; labels and statements are those "
               "of that time. Where an answer needs a time and none is given it is today, and the "
               "answer says which.", example="2022-06-01"),
    _parameter("since", _DATE, "Instead of `at`: from this day, month or year on.",
               example="2022-08-01"),
    _parameter("until", _DATE, "Instead of `at`: up to this day, month or year.",
               example="2022-09-30"),
    _parameter("other_at", _DATE, "The time of the second corridor.", example="2023-05-01"),
    _parameter(
        "date",
        _DATE,
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
        _METRES,
        "Metres. Along a route by default half its stated width; near a point 10,000; between "
        "two places 5,000. Along a line of your own it must be given; around a polygon of your "
        "own it adds what lies outside so near.",
        example=2500,
    ),
    _parameter("other_within", _METRES, "Metres of the second corridor.", example=5000),
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
        "A version of the route or extent, instead of the one that held in the time.",
        example="old-road",
    ),
    _parameter(
        "other_version",
        {"type": "string", "maxLength": 100},
        "The version of the second corridor.",
        example="bypass-2022",
    ),
    _parameter("a", _PLACE, "A place: an id, or a name that can mean no other.", required=True,
               example="p-0012"),
    _parameter("b", _PLACE, "Another place.", required=True, example="p-0001"),
    _parameter("after", _PLACE, "Only what lies further along the route than this place.",
               example="p-0003"),
    _parameter("before", _PLACE, "Only what lies less far along the route than this place.",
               example="p-0001"),
    _parameter("area", _PLACE, "Only places in this area: an id or a name.", example="p-0305"),
    _parameter("width", {"type": "integer", "minimum": PICTURE_WIDTHS[0],
                         "maximum": PICTURE_WIDTHS[1]}, "Width of the picture in pixels.",
               example=800),
    _parameter("from_km", {"type": "number", "minimum": 0}, "Where along the route to begin.",
               example=0),
    _parameter("to_km", {"type": "number", "exclusiveMinimum": 0},
               "Where along the route to end.", example=20),
    _parameter("predicate", {"enum": list(HELD_BY), "default": HELD_BY[0]},
               "What it is to hold a place."),
    _parameter("polyline", {"type": "string", "minLength": 1},
               "A line as an encoded polyline: latitude and longitude inside, URL-encoded.",
               example="_qmpF_cuzG_yFotL_~i@_af@"),
    _parameter("precision", {"type": "integer", "minimum": 5, "maximum": 6, "default": 5},
               "Decimal places of an encoded polyline."),
    _flag("explain", "Say why: the steps of evidence."),
    _flag("candidates", "Give every reading of each mention, not only of ambiguous ones."),
    _flag("nested", "Give the shorter names inside each mention."),
    _flag("adjectives", "Demonyms and adjectives are mentions too."),
    _flag("offices", "Offices are mentions too, of who held them on the date of the text."),
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
        "mentions",
        {"enum": list(GLOSSED_MENTIONS), "default": GLOSSED_MENTIONS[0]},
        "Which mentions of each entity get a gloss: the first in the text, the first in each "
        "paragraph, or every one.",
    ),
    _parameter(
        "entities",
        {"enum": list(GLOSSED_ENTITIES), "default": GLOSSED_ENTITIES[0]},
        "Which entities are glossed: contested places, or all that the sides name differently.",
    ),
    _parameter(
        "quotes",
        {"enum": list(GLOSSED_QUOTES), "default": GLOSSED_QUOTES[0]},
        "Whether names inside quotation marks are left alone, or glossed in square brackets.",
    ),
    _parameter(
        "other_language",
        {"enum": list(GLOSSED_LANGUAGES), "default": GLOSSED_LANGUAGES[0]},
        "A name that is attested in another language only, or had to be romanized: give it and "
        "say so, or leave the gloss out.",
    ),
    _flag("bare", "Leave out whose name it is."),
    _parameter(
        "f",
        {"enum": list(REPRESENTATIONS)},
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


def query_parameter(name: str, limits: Limits = USUAL_LIMITS, is_needed: bool = False) -> Shape:
    """Describe a query parameter where ``limit`` has these bounds."""
    described = QUERY[name] | ({"required": True} if is_needed else {})
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
    "area": {
        "name": "area",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "minLength": 1},
        "description": "The id of an area, or a name that can mean no other.",
        "example": "p-0305",
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
