"""``gazetteer along``, ``corridor``, ``compare`` and ``routes``: what lies along a line."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.places import echo_along
from gazetteer.cli.session import (
    TIME,
    Session,
    json_option,
    kind_option,
    label_options,
    pass_session,
    time_options,
    within_option,
)
from gazetteer.cli.tables import echo_json, echo_table, write_picture
from gazetteer.errors import QueryError

if TYPE_CHECKING:
    from gazetteer.formats.native import Labeller
    from gazetteer.model import Along, CorridorQuery, Period, Place

PICTURES = ("svg", "png")
FORMATS = ("table", "json", "csv", "geojson", *PICTURES)

_form_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True
)
_output_option = click.option(
    "-o", "--output", default="-", help="File for a picture [default: standard output]."
)
_version_option = click.option("--version", default="", help="Version of the route.")


@click.command()
@click.argument("route")
@time_options
@_version_option
@click.option(
    "--within", type=float, help="Metres to either side [default: half the route's own width]."
)
@click.option("--after", default="", help="Only what lies further along than this place.")
@click.option("--before", default="", help="Only what lies less far along than this place.")
@kind_option
@label_options
@_form_option
@_output_option
@pass_session
def along(session: Session, /, route: str, form: str, **asked: Any) -> None:
    """List the places along ROUTE in road order: km along, metres off, side, and who held them.

    ROUTE is an id or any name of a route; hyphens may stand for blanks. As svg or png it is a
    strip map.

    Example: gazetteer along lachin-corridor --at 2022-06-01 --within 2500
    """
    label, query = session.timed_labeller(asked), _query(session, route, asked)
    answer, found = session.gazetteer.along(query), session.gazetteer.route(route)
    if form in PICTURES:
        _draw(session, found, answer, _time(query.at), label, form, asked["output"])
    else:
        _WRITERS[form](found, answer, _time(query.at), label)


@click.command()
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--polyline", default="", help="An encoded polyline instead of a file.")
@click.option("--precision", type=int, default=5, show_default=True, help="Of a polyline: 5 or 6.")
@within_option
@time_options
@kind_option
@label_options
@_form_option
@_output_option
@pass_session
def corridor(session: Session, /, file: Any, form: str, **asked: Any) -> None:
    """List the places along a line, or in a polygon, of your own: GeoJSON in FILE (- for input).

    Of a polygon, --within adds the places outside it so near.
    """
    from gazetteer.model import InsideQuery, LineQuery, PolygonQuery

    core, label = session.gazetteer, session.timed_labeller(asked)
    given = core.read_geometry(_geometry(file, asked))
    kinds = session.kinds(asked["kinds"]) or InsideQuery("").kinds
    at = session.time(asked)
    if isinstance(given, str):
        _in_polygon(session, PolygonQuery(given, asked["within"] or 0.0, at, kinds), form, label)
        return
    if asked["within"] is None:
        raise QueryError("within", "is required: a line of your own states no width")
    answer = core.along(LineQuery(given, asked["within"], at, kinds))
    if form in PICTURES:
        _draw(session, None, answer, _time(at), label, form, asked["output"])
    else:
        _WRITERS[form](None, answer, _time(at), label)
    if not answer.places and (hint := core.axes_hint(given)):
        click.echo(f"hint: {hint}", err=True)


@click.command()
@click.argument("route")
@click.option("--at", type=TIME, help="Day of the first [default: today].")
@_version_option
@within_option
@click.option("--other-at", type=TIME, help="Day of the second [default: as the first].")
@click.option("--other-version", default="", help="Version of the second.")
@click.option("--other-within", type=float, help="Metres of the second.")
@kind_option
@label_options
@json_option
@pass_session
def compare(session: Session, /, route: str, as_json: bool, **asked: Any) -> None:
    """Compare two versions, days or widths of ROUTE: what fell out, what came in, what stayed.

    Example: gazetteer compare lachin-corridor --version old-road --other-version bypass-2023
    """
    from gazetteer.formats import space
    from gazetteer.model import CorridorQuery

    core, label = session.gazetteer, session.timed_labeller(asked)
    asked |= {"since": None, "until": None, "after": "", "before": ""}
    first = _query(session, route, asked)
    version = "" if asked["other_at"] else first.version
    width = first.within_m if asked["other_within"] is None else asked["other_within"]
    second = CorridorQuery(
        route,
        asked["other_at"] or first.at,
        asked["other_version"] or version,
        width,
        first.kinds,
    )
    answer = core.compare(first, second)
    if as_json:
        days = (str(_time(first.at)), str(_time(second.at)))
        echo_json(space.comparison(core.route(route), answer, *days, label))
        return
    for title, places in (
        (f"only along {answer.first.version.version}", answer.only_first),
        (f"only along {answer.second.version.version}", answer.only_second),
        ("along both, as in the first", tuple(one for one, _ in answer.both)),
    ):
        click.echo(f"\n{title}: {len(places)}")
        if places:
            echo_along(places, label)


@click.command()
@label_options
@json_option
@pass_session
def routes(session: Session, /, lang: str, perspective: str, as_json: bool) -> None:
    """List the routes and their versions in time."""
    from gazetteer.formats import native

    label = session.labeller(session.policy(lang, perspective))
    store = session.gazetteer.store
    versions = {route: store.route_versions(route.id) for route in session.gazetteer.routes()}
    if as_json:
        shapes = [
            native.brief(route, label) | {"versions": list(map(native.route_version, of_route))}
            for route, of_route in versions.items()
        ]
        echo_json({"routes": shapes})
        return
    rows = [
        (
            route.id, label(route.id).text, route.type, version.version, str(version.span),
            "" if version.width_m is None else str(version.width_m), str(version.tolerance_m),
        )
        for route, of_route in versions.items()
        for version in of_route
    ]  # fmt: skip
    echo_table(("id", "label", "type", "version", "when", "width m", "tolerance m"), rows)


def _query(session: Session, route: str, asked: dict[str, Any]) -> CorridorQuery:
    from gazetteer.model import CorridorQuery

    core = session.gazetteer
    return CorridorQuery(
        route,
        session.time(asked),
        asked["version"],
        asked["within"],
        session.kinds(asked["kinds"]) or CorridorQuery("").kinds,
        core.place(asked["after"], "after").id if asked["after"] else "",
        core.place(asked["before"], "before").id if asked["before"] else "",
    )


def _geometry(file: Any, asked: dict[str, Any]) -> Any:
    """Read a geometry from a file or a polyline. Raises QueryError unless exactly one is given."""
    import orjson

    if (file is None) == (not asked["polyline"]):
        raise QueryError("geometry", "give one of a file of GeoJSON and --polyline")
    if file is None:
        return {"polyline": asked["polyline"], "precision": asked["precision"]}
    try:
        return orjson.loads(file.read())
    except orjson.JSONDecodeError as error:
        raise QueryError("geometry", f"is no JSON: {error}") from error


def _in_polygon(session: Session, query: Any, form: str, label: Labeller) -> None:
    from gazetteer.formats import space

    answer = session.gazetteer.inside(query)
    if form == "json":
        echo_json(space.inside(answer, str(_time(query.at)), label))
        return
    if form != "table":
        raise QueryError("format", "of a polygon is table or json")
    click.echo(f"{answer.matched} places")
    rows = [
        (
            one.place.id, label(one.place.id).text, one.place.type or one.place.kind,
            "inside" if one.basis == "drawn" else "outside", f"{one.metres_from_edge:.0f}",
        )
        for one in answer.places
    ]  # fmt: skip
    echo_table(("id", "label", "type", "where", "m from edge"), rows)


def _draw(
    session: Session,
    route: Place | None,
    answer: Along,
    at: Period,
    label: Labeller,
    form: str,
    output: str,
) -> None:
    from gazetteer.dossiers import source
    from gazetteer.formats.native import credit
    from gazetteer.formats.strip_map import strip_map

    cited = source(session.gazetteer, answer.version.source)
    words = session.picture_words()
    svg = strip_map(route, answer, str(at), label, words, credit=credit(cited))
    write_picture(svg, form, output)


def _time(at: Period | None) -> Period:
    from gazetteer.model import Period

    return at or Period.today()


def _as_table(route: Place | None, answer: Along, at: Period, label: Labeller) -> None:
    version = answer.version
    if route is not None:
        click.echo(
            f"{label(route.id).text} ({route.id}), "
            f"version {version.version} ({version.span}), on {at}"
        )
    exact = "" if route is None else f"; the drawn line is good to {version.tolerance_m} m"
    click.echo(f"{answer.length_km:.1f} km; places within {answer.within_m:g} m{exact}")
    echo_along(answer.places, label)


def _as_json(route: Place | None, answer: Along, at: Period, label: Labeller) -> None:
    from gazetteer.formats import native

    echo_json(native.along(route, answer, str(at), label))


def _as_geojson(route: Place | None, answer: Along, at: Period, label: Labeller) -> None:
    from gazetteer.formats.corridor import along_geojson

    echo_json(along_geojson(route, answer, str(at), label))


def _as_csv(_: Place | None, answer: Along, __: Period, label: Labeller) -> None:
    from gazetteer.formats.corridor import COLUMNS, table

    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([COLUMNS, *table(answer, label)])
    click.echo(written.getvalue(), nl=False)


_WRITERS = {"table": _as_table, "json": _as_json, "csv": _as_csv, "geojson": _as_geojson}
