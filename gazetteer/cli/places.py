"""``gazetteer along``, ``gazetteer near`` and ``gazetteer routes``."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.session import (
    Session,
    at_option,
    json_option,
    kind_option,
    label_options,
    limit_option,
    pass_session,
)
from gazetteer.cli.tables import echo_json, echo_table

if TYPE_CHECKING:
    from gazetteer.formats.native import Labeller
    from gazetteer.model import Along, Place

FORMATS = ("table", "json", "csv", "geojson")


@click.command()
@click.argument("route")
@at_option
@click.option("--version", default="", help="Version of the route, whatever the day.")
@click.option(
    "--within", type=float, help="Metres to either side [default: half the route's own width]."
)
@kind_option
@label_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@pass_session
def along(session: Session, /, route: str, form: str, **asked: Any) -> None:
    """List the places along ROUTE in road order: km along, metres off, side, and who held them.

    ROUTE is an id or any name of a route; hyphens may stand for blanks.

    Example: gazetteer along lachin-corridor --at 2022-06-01 --within 2500
    """
    from gazetteer.model import CorridorQuery

    label = session.labeller(session.policy(asked["lang"], asked["perspective"], asked["at"]))
    kinds = session.kinds(asked["kinds"]) or ("settlement",)
    query = CorridorQuery(route, asked["at"], asked["version"], asked["within"], kinds)
    answer = session.gazetteer.along(query)
    _WRITERS[form](session.gazetteer.route(route), answer, asked["at"] or date.today(), label)


def _as_table(route: Place, answer: Along, day: date, label: Labeller) -> None:
    from gazetteer.formats.corridor import holders

    version = answer.version
    click.echo(
        f"{label(route.id).text} ({route.id}), version {version.version} ({version.span}), on {day}"
    )
    click.echo(
        f"{answer.length_km:.1f} km; places within {answer.within_m:g} m; "
        f"the drawn line is good to {version.tolerance_m} m"
    )
    if not answer.places:
        click.echo("no such place lies so near")
        return
    head = ("km", "m off", "side", "id", "label", "type", "administered by", "claimed by")
    rows = [
        (
            found.km_along, f"{found.metres_off:.0f}", found.side, found.place.id,
            label(found.place.id).text, found.place.type or found.place.kind,
            holders(found.holdings, "administers", label),
            holders(found.holdings, "claims", label),
        )
        for found in answer.places
    ]  # fmt: skip
    echo_table(head, rows)


def _as_json(route: Place, answer: Along, day: date, label: Labeller) -> None:
    from gazetteer.formats import native

    echo_json(native.along(route, answer, str(day), label))


def _as_geojson(route: Place, answer: Along, day: date, label: Labeller) -> None:
    from gazetteer.formats.corridor import along_geojson

    echo_json(along_geojson(route, answer, str(day), label))


def _as_csv(_: Place, answer: Along, __: date, label: Labeller) -> None:
    from gazetteer.formats.corridor import COLUMNS, table

    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([COLUMNS, *table(answer, label)])
    click.echo(written.getvalue(), nl=False)


_WRITERS = {"table": _as_table, "json": _as_json, "csv": _as_csv, "geojson": _as_geojson}


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("lat", type=float)
@click.argument("lon", type=float)
@click.option("--within", type=float, default=10_000.0, show_default=True, help="Metres.")
@at_option
@kind_option
@label_options
@limit_option
@json_option
@pass_session
def near(session: Session, /, lat: float, lon: float, as_json: bool, **asked: Any) -> None:
    """List the places near a point given as LAT LON in degrees, nearest first."""
    from gazetteer.formats import native
    from gazetteer.formats.corridor import holders
    from gazetteer.model import NearQuery

    label = session.labeller(session.policy(asked["lang"], asked["perspective"], asked["at"]))
    kinds = session.kinds(asked["kinds"])
    query = NearQuery(lon, lat, asked["within"], kinds, asked["at"], asked["limit"])
    found = session.gazetteer.near(query)
    if as_json:
        echo_json({"places": [native.near(one, label) for one in found]})
        return
    if not found:
        click.echo(f"no listed place within {asked['within']:g} m")
        return
    rows = [
        (
            f"{one.metres:.0f}", f"{one.bearing:.0f}", one.place.id, label(one.place.id).text,
            one.place.type or one.place.kind, holders(one.holdings, "administers", label),
        )
        for one in found
    ]  # fmt: skip
    echo_table(("metres", "bearing", "id", "label", "type", "administered by"), rows)


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
