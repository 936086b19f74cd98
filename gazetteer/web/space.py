"""What lies where, under ``/api/v1``: places, areas, routes, corridors, positions. Strict."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
from flask import Blueprint, Response

from gazetteer.dossiers import source
from gazetteer.errors import QueryError
from gazetteer.formats import corridor as corridors
from gazetteer.formats import geojson, native
from gazetteer.formats import space as shapes
from gazetteer.formats.strip_map import USUAL_WIDTH, strip_map
from gazetteer.model import (
    Along,
    BetweenQuery,
    CorridorQuery,
    InsideQuery,
    LineQuery,
    NearQuery,
    PlacesQuery,
    PolygonQuery,
    RouteVersion,
)
from gazetteer.web.bodies import geometry_body
from gazetteer.web.current import gazetteer, labeller
from gazetteer.web.params import INSIDE_LIMITS, PLACES_LIMITS, Asked, takes
from gazetteer.web.pictures import PICTURES, picture, picture_words
from gazetteer.web.problems import BodyError
from gazetteer.web.replies import CSV, GEOJSON, JSON, chosen, reply, table

blueprint = Blueprint("space", __name__, url_prefix="/api/v1")

_WHEN = ("at", "since", "until")
_LABELS = ("lang", "perspective")
_CORRIDOR = ("version", "within", "kind", "after", "before")


@blueprint.get("/places")
@takes(*_LABELS, *_WHEN, "kind", "bbox", "min_prominence", "limit", limits=PLACES_LIMITS)
def places(asked: Asked) -> Response:
    """Places as labelled points for a map, the most prominent first.

    With a time, those that there were in it. ``numberMatched`` says how many there are,
    ``numberReturned`` how many of them this answer has.
    """
    query = PlacesQuery(asked.when, asked.kind, asked.bbox, asked.min_prominence, asked.limit)
    found = gazetteer().places(query)
    label = labeller(asked.policy, [place.id for place in found.places])
    features = [geojson.place(place, label) for place in found.places]
    counted = {"numberMatched": found.matched, "numberReturned": len(features)}
    return reply(geojson.collection(features, **counted), asked.lang, GEOJSON)


@blueprint.get("/areas")
@takes(*_LABELS, *_WHEN, "kind")
def areas(asked: Asked) -> Response:
    """Extents as they were drawn: each says whose drawing it is, of which dates, how exact."""
    core, versions = gazetteer(), gazetteer().store.areas()
    label = labeller(asked.policy, [version.entity for version in versions])
    features = [
        geojson.area(version, entity, label, source(core, version.source))
        for version in versions
        if (entity := core.get(version.entity)).is_of(asked.kind)
        and (asked.when is None or version.span.touches(asked.when))
    ]
    return reply(geojson.collection(features), asked.lang, GEOJSON)


@blueprint.get("/areas/<area>/places")
@takes(*_LABELS, *_WHEN, "version", "kind", "limit", limits=INSIDE_LIMITS)
def area_places(asked: Asked, area: str) -> Response:
    """Places in an area: by its extent in the time asked about, and by what is stated.

    Each says on which of the two grounds, and whether it is too near the edge to be sure.
    """
    core, kinds = gazetteer(), asked.kind or InsideQuery("").kinds
    found = core.place_or_polity(area)
    query = InsideQuery(found.id, asked.period, asked.version, kinds, asked.limit)
    answer = core.inside(query)
    label = labeller(asked.policy, [one.place.id for one in answer.places])
    return reply(shapes.inside(answer, str(asked.period), label), asked.lang)


@blueprint.get("/routes")
@takes(*_LABELS, *_WHEN)
def routes(asked: Asked) -> Response:
    """Roads, railways and corridors that have a line, with the versions of each."""
    core, label = gazetteer(), labeller(asked.policy)
    listed = [
        native.brief(route, label)
        | {"versions": [native.route_version(v) for v in _versions(asked, route.id)]}
        for route in core.routes()
    ]
    return reply({"routes": listed}, asked.lang)


@blueprint.get("/routes/<route>")
@takes(*_LABELS, *_WHEN, "version")
def get_route(asked: Asked, route: str) -> Response:
    """The lines of a route, one for each version in time, in travel order."""
    core, label = gazetteer(), labeller(asked.policy)
    found = core.route(route)
    features = [
        geojson.route(version, found, label, source(core, version.source))
        for version in _versions(asked, found.id)
        if asked.version in ("", version.version)
    ]
    return reply(geojson.collection(features), asked.lang, GEOJSON)


@blueprint.get("/routes/<route>/places")
@takes(*_LABELS, *_WHEN, *_CORRIDOR, "f")
def route_places(asked: Asked, route: str) -> Response:
    """Places along a route in road order: km along, metres off, side, control and claims.

    ``after`` and ``before`` ask for what lies further along than one place, and less far than
    another. As GeoJSON the line comes first; as CSV each place is a row.
    """
    media_type = chosen(asked.f, (JSON, GEOJSON, CSV))
    core, at = gazetteer(), str(asked.period)
    answer = core.along(_corridor_query(asked, route))
    label = labeller(asked.policy, [found.place.id for found in answer.places])
    if media_type == CSV:
        return table(corridors.COLUMNS, corridors.table(answer, label), asked.lang)
    if media_type == GEOJSON:
        shape = corridors.along_geojson(core.route(route), answer, at, label)
        return reply(shape, asked.lang, GEOJSON)
    return reply(native.along(core.route(route), answer, at, label), asked.lang)


@blueprint.get("/routes/<route>/corridor")
@takes(*_LABELS, *_WHEN, "version", "within")
def route_corridor(asked: Asked, route: str) -> Response:
    """The ground within a route's width, or the one asked for, as one polygon."""
    core, label = gazetteer(), labeller(asked.policy)
    query = _corridor_query(asked, route)
    version = core.route_version(query)
    within = core.width_of(version, query.within_m)
    ground = orjson.loads(core.corridor(version, within))
    feature = corridors.corridor_geojson(ground, version, core.route(route), within, label)
    return reply(geojson.collection([feature]), asked.lang, GEOJSON)


@blueprint.get("/routes/<route>/compare")
@takes(*_LABELS, "at", *_CORRIDOR, "other_at", "other_version", "other_within")
def compare_route(asked: Asked, route: str) -> Response:
    """Two versions, days or widths of a corridor: what fell out, what came in, what stayed.

    What is not asked of the other is as in the first.
    """
    core = gazetteer()
    first = _corridor_query(asked, route)
    second = CorridorQuery(
        route,
        asked.other_at or asked.period,
        asked.other_version or ("" if asked.other_at else asked.version),
        asked.within if asked.other_within is None else asked.other_within,
        first.kinds,
        first.after,
        first.before,
    )
    answer = core.compare(first, second)
    found = (*answer.first.places, *answer.second.places)
    label = labeller(asked.policy, [one.place.id for one in found])
    shape = shapes.comparison(core.route(route), answer, str(first.at), str(second.at), label)
    return reply(shape, asked.lang)


@blueprint.get("/routes/<route>/profile")
@takes(*_LABELS, *_WHEN, *_CORRIDOR, "f", "width", "from_km", "to_km")
def route_profile(asked: Asked, route: str) -> Response:
    """The places along a route as a strip map, the start at the bottom: SVG or PNG.

    ``from_km`` and ``to_km`` draw a part of the way.
    """
    media_type = chosen(asked.f, PICTURES)
    core = gazetteer()
    answer = core.along(_corridor_query(asked, route))
    cited = source(core, answer.version.source)
    drawn = strip_map(
        core.route(route),
        answer,
        str(asked.period),
        labeller(asked.policy, [found.place.id for found in answer.places]),
        picture_words(),
        width=asked.width or USUAL_WIDTH,
        from_km=asked.from_km,
        to_km=asked.to_km,
        credit=native.credit(cited),
    )
    return picture(drawn, media_type, asked.lang)


@blueprint.get("/corridor")
@takes("polyline", "precision", "within", "kind", *_WHEN, *_LABELS, "f", needs=("polyline",))
def polyline_corridor(asked: Asked) -> Response:
    """Places along an encoded polyline, as routing services write it, in travel order."""
    given = {"polyline": asked.polyline, "precision": asked.precision}
    line = gazetteer().read_geometry(given)
    return _along_line(asked, line)


@blueprint.post("/corridor")
@takes("within", "kind", *_WHEN, *_LABELS, "f", "limit", limits=INSIDE_LIMITS)
def corridor(asked: Asked) -> Response:
    """Places along a line of your own, or in and around a polygon of your own.

    The body is GeoJSON: a geometry, a Feature, or a FeatureCollection of one; or a JSON object
    with an encoded ``polyline``. Along a line the answer is as along a route; of a polygon, the
    places inside come first, then with ``within`` those outside it, nearest first.
    """
    try:
        given = gazetteer().read_geometry(geometry_body())
    except QueryError as error:  # what came in the body is at fault
        raise BodyError(
            "" if error.parameter == "geometry" else error.parameter, error.detail
        ) from error
    if isinstance(given, str):
        return _in_polygon(asked, given)
    return _along_line(asked, given)


@blueprint.get("/near")
@takes("lat", "lon", "within", "kind", "limit", *_WHEN, *_LABELS)
def near(asked: Asked) -> Response:
    """Places near a point, nearest first, in geodesic metres."""
    return _near(asked, asked.lon, asked.lat, "")


@blueprint.get("/entities/<entity>/near")
@takes("within", "kind", "limit", *_WHEN, *_LABELS)
def near_place(asked: Asked, entity: str) -> Response:
    """Places near a place, nearest first: with a kind and ``limit=1``, the nearest of the kind."""
    place = gazetteer().place(entity)
    lon, lat = gazetteer().point(place)
    return _near(asked, lon, lat, place.id)


@blueprint.get("/reverse")
@takes("lat", "lon", *_WHEN, *_LABELS)
def reverse(asked: Asked) -> Response:
    """What lies at a point: areas by perspective, borders, routes and the nearest places."""
    found = gazetteer().position(asked.lon, asked.lat, asked.period)
    shape = shapes.position(found, labeller(asked.policy))
    return reply(shape | _hint(asked.lon, asked.lat, bool(found.nearest)), asked.lang)


@blueprint.get("/entities/<entity>/position")
@takes(*_WHEN, *_LABELS)
def get_position(asked: Asked, entity: str) -> Response:
    """What lies where a place is: every area it is said to be in, and how far its borders are."""
    core = gazetteer()
    found = core.position_of(core.place(entity), asked.period)
    return reply(shapes.position(found, labeller(asked.policy)), asked.lang)


@blueprint.get("/relate")
@takes("a", "b", *_WHEN, *_LABELS)
def relate(asked: Asked) -> Response:
    """How two places lie to each other: distance, bearings, areas, routes, borders between.

    ``a`` and ``b`` are ids, or names that can mean no other place.
    """
    core = gazetteer()
    answer = core.relate(core.place(asked.a, "a"), core.place(asked.b, "b"), asked.period)
    return reply(shapes.relationship(answer, labeller(asked.policy)), asked.lang)


@blueprint.get("/between")
@takes("a", "b", "within", "kind", *_WHEN, *_LABELS)
def between(asked: Asked) -> Response:
    """Places along the shortest way between two, in order from the first."""
    core = gazetteer()
    first, second = core.place(asked.a, "a"), core.place(asked.b, "b")
    usual = BetweenQuery(first, second)
    within = usual.within_m if asked.within is None else asked.within
    query = BetweenQuery(first, second, within, asked.period, asked.kind or usual.kinds)
    answer = core.between(query)
    label = labeller(asked.policy, [found.place.id for found in answer.places])
    shape = shapes.between(first, second, answer, str(asked.period), label)
    return reply(shape, asked.lang)


def _corridor_query(asked: Asked, route: str) -> CorridorQuery:
    core = gazetteer()
    return CorridorQuery(
        route,
        asked.period,
        asked.version,
        asked.within,
        asked.kind or CorridorQuery("").kinds,
        core.place(asked.after, "after").id if asked.after else "",
        core.place(asked.before, "before").id if asked.before else "",
    )


def _versions(asked: Asked, route_id: str) -> list[RouteVersion]:
    return [
        version
        for version in gazetteer().store.route_versions(route_id)
        if asked.when is None or version.span.touches(asked.when)
    ]


def _along_line(asked: Asked, line: Any) -> Response:
    if asked.within is None:
        raise QueryError("within", "is required: a line of your own states no width")
    media_type = chosen(asked.f, (JSON, GEOJSON, CSV, *PICTURES))
    kinds, core = asked.kind or CorridorQuery("").kinds, gazetteer()
    answer = core.along(LineQuery(line, asked.within, asked.period, kinds))
    answer = replace(answer, places=answer.places[: asked.limit])
    label = labeller(asked.policy, [found.place.id for found in answer.places])
    if media_type in PICTURES:
        svg = strip_map(None, answer, str(asked.period), label, picture_words())
        return picture(svg, media_type, asked.lang)
    if media_type == CSV:
        return table(corridors.COLUMNS, corridors.table(answer, label), asked.lang)
    if media_type == GEOJSON:
        return reply(_own_line(answer, asked, label), asked.lang, GEOJSON)
    shape = native.along(None, answer, str(asked.period), label)
    hint = "" if answer.places else core.axes_hint(line)
    return reply(shape | ({"hint": hint} if hint else {}), asked.lang)


def _own_line(answer: Along, asked: Asked, label: native.Labeller) -> native.Shape:
    ground = orjson.loads(gazetteer().corridor(answer.version, answer.within_m))
    return corridors.own_line_geojson(answer, ground, str(asked.period), label)


def _in_polygon(asked: Asked, polygon: str) -> Response:
    chosen(asked.f, (JSON,))
    kinds, margin = asked.kind or InsideQuery("").kinds, asked.within or 0.0
    answer = gazetteer().inside(PolygonQuery(polygon, margin, asked.period, kinds, asked.limit))
    label = labeller(asked.policy, [found.place.id for found in answer.places])
    shape = shapes.inside(answer, str(asked.period), label)
    hint = "" if answer.places else gazetteer().axes_hint(_corners(polygon))
    return reply(shape | ({"hint": hint} if hint else {}), asked.lang)


def _corners(polygon: str) -> list[tuple[float, float]]:
    """Return the positions of the outer ring of a polygon, of several the first."""
    rings = orjson.loads(polygon)["coordinates"]
    ring = rings[0] if isinstance(rings[0][0][0], float) else rings[0][0]
    return [(lon, lat) for lon, lat, *_ in ring]


def _near(asked: Asked, lon: float, lat: float, leave_out: str) -> Response:
    within = NearQuery(0, 0).within_m if asked.within is None else asked.within
    query = NearQuery(lon, lat, within, asked.kind, asked.period, asked.limit, leave_out)
    found, label = gazetteer().near(query), labeller(asked.policy)
    shape = {
        "at": str(asked.period),
        "within_m": within,
        "places": [native.near(one, label) for one in found],
    }
    return reply(shape | _hint(lon, lat, bool(found)), asked.lang)


def _hint(lon: float, lat: float, found: bool) -> native.Shape:
    hint = "" if found else gazetteer().axes_hint([(lon, lat)])
    return {"hint": hint} if hint else {}
