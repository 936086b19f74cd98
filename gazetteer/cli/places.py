"""``gazetteer near``, ``position``, ``relate``, ``between`` and ``inside``: what lies where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.session import (
    Session,
    json_option,
    kind_option,
    label_options,
    limit_option,
    pass_session,
    time_options,
    within_option,
)
from gazetteer.cli.tables import echo_json, echo_table
from gazetteer.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer.formats.native import Labeller
    from gazetteer.model import AreaAt, Place, PlaceAlong

_WHERE = click.argument("where", nargs=-1, required=True, metavar="PLACE|LAT LON")
_MINUS = {"ignore_unknown_options": True}
"""Settings of commands that take degrees: -39.8 is no option."""


@click.command(context_settings=_MINUS)
@_WHERE
@click.option("--within", type=float, default=10_000.0, show_default=True, help="Metres.")
@time_options
@kind_option
@limit_option
@label_options
@json_option
@pass_session
def near(session: Session, /, where: tuple[str, ...], as_json: bool, **asked: Any) -> None:
    """List the places near a place, or near LAT LON in degrees, nearest first.

    Example: gazetteer near p-0003 --kind checkpoint --within 50000 --limit 1
    """
    from gazetteer.formats import native
    from gazetteer.formats.corridor import holders
    from gazetteer.model import NearQuery

    label, (lon, lat, place) = session.timed_labeller(asked), _where(session, where)
    at, kinds = session.time(asked), session.kinds(asked["kinds"])
    own = place.id if place else ""
    query = NearQuery(lon, lat, asked["within"], kinds, at, asked["limit"], own)
    found = session.gazetteer.near(query)
    if as_json:
        echo_json({"places": [native.near(one, label) for one in found]})
        return
    if not found:
        click.echo(f"no listed place within {asked['within']:g} m")
        _echo_hint(session, lon, lat)
        return
    rows = [
        (
            f"{one.metres:.0f}", f"{one.bearing:.0f}", one.place.id, label(one.place.id).text,
            one.place.type or one.place.kind, holders(one.holdings, "administers", label),
        )
        for one in found
    ]  # fmt: skip
    echo_table(("metres", "bearing", "id", "label", "type", "administered by"), rows)


@click.command(context_settings=_MINUS)
@_WHERE
@time_options
@label_options
@json_option
@pass_session
def position(session: Session, /, where: tuple[str, ...], as_json: bool, **asked: Any) -> None:
    """Say what lies at a place or at LAT LON: areas by perspective, borders, routes, neighbours.

    A place may be in several districts, one of each side: all are given.
    """
    from gazetteer.formats import space

    label, (lon, lat, place) = session.timed_labeller(asked), _where(session, where)
    core, at = session.gazetteer, session.time(asked)
    answer = core.position(lon, lat, at) if place is None else core.position_of(place, at)
    if as_json:
        echo_json(space.position(answer, label))
        return
    head = label(place.id).text if place else f"lat {lat:g}, lon {lon:g}"
    click.echo(f"{head}, {answer.period}")
    _echo_areas(answer.areas, label)
    _echo_part(
        "held by",
        ("how", "who", "when", "certainty", "via"),
        (
            (
                one.predicate, label(one.who).text, f"{one.since or '..'}/{one.until or '..'}",
                one.certainty, label(one.via).text if one.via else "",
            )
            for one in answer.holdings
        ),
    )  # fmt: skip
    _echo_part(
        "borders and lines",
        ("metres", "bearing", "id", "label", "known to"),
        (
            (
                f"{one.metres:.0f}", f"{one.bearing:.0f}", one.line.id, label(one.line.id).text,
                f"{one.tolerance_m:.0f}",
            )
            for one in answer.lines
        ),
    )  # fmt: skip
    _echo_part(
        "routes",
        ("km", "m off", "side", "id", "label", "version"),
        (
            (
                one.km_along, f"{one.metres_off:.0f}", one.side, one.route.id,
                label(one.route.id).text, one.version.version,
            )
            for one in answer.routes
        ),
    )  # fmt: skip
    _echo_part(
        "nearest settlements",
        ("metres", "bearing", "id", "label"),
        (
            (f"{n.metres:.0f}", f"{n.bearing:.0f}", n.place.id, label(n.place.id).text)
            for n in answer.nearest
        ),
    )
    if not answer.nearest:
        _echo_hint(session, lon, lat)


@click.command()
@click.argument("a")
@click.argument("b")
@time_options
@label_options
@json_option
@pass_session
def relate(session: Session, /, a: str, b: str, as_json: bool, **asked: Any) -> None:
    """Say how two places lie to each other: distance, bearing, areas, routes, borders between.

    A and B are ids, or names that can mean no other place.
    """
    from gazetteer.formats import space

    core, label = session.gazetteer, session.timed_labeller(asked)
    answer = core.relate(core.place(a, "a"), core.place(b, "b"), session.time(asked))
    if as_json:
        echo_json(space.relationship(answer, label))
        return
    first, second = label(answer.first.id).text, label(answer.second.id).text
    click.echo(f"{first} ({answer.first.id}) to {second} ({answer.second.id}), {answer.period}")
    click.echo(
        f"{answer.metres / 1000:.2f} km, bearing {answer.bearing:.0f}, "
        f"back {answer.back_bearing:.0f}"
    )
    _echo_areas(answer.areas, label)
    _echo_part(
        "routes past both",
        ("id", "label", "version", "km of a", "km of b"),
        (
            (
                one.route.id, label(one.route.id).text, one.version.version, one.km_of_first,
                one.km_of_second,
            )
            for one in answer.routes
        ),
    )  # fmt: skip
    _echo_part(
        "borders and lines between",
        ("id", "label", "crossings", "sure"),
        (
            (one.line.id, label(one.line.id).text, one.crossings, "no" if one.is_near else "yes")
            for one in answer.lines
        ),
    )


@click.command()
@click.argument("a")
@click.argument("b")
@within_option
@time_options
@kind_option
@label_options
@json_option
@pass_session
def between(session: Session, /, a: str, b: str, as_json: bool, **asked: Any) -> None:
    """List the places along the shortest way from A to B, in order from A; 5 km off at most."""
    from gazetteer.formats import space
    from gazetteer.model import BetweenQuery, Period

    core, label = session.gazetteer, session.timed_labeller(asked)
    first, second = core.place(a, "a"), core.place(b, "b")
    usual = BetweenQuery(first, second)
    at = session.time(asked)
    within = usual.within_m if asked["within"] is None else asked["within"]
    kinds = session.kinds(asked["kinds"]) or usual.kinds
    answer = core.between(BetweenQuery(first, second, within, at, kinds))
    if as_json:
        day = str(at or Period.today())
        echo_json(space.between(first, second, answer, day, label))
    else:
        echo_along(answer.places, label)


@click.command()
@click.argument("area")
@click.option("--version", default="", help="Version of the extent, whatever the time.")
@time_options
@kind_option
@label_options
@click.option("--limit", type=int, default=5_000, show_default=True, help="Most answers to give.")
@json_option
@pass_session
def inside(session: Session, /, area: str, as_json: bool, **asked: Any) -> None:
    """List the places in AREA: by its drawn extent in the time, and by what is stated."""
    from gazetteer.formats import space
    from gazetteer.formats.corridor import holders
    from gazetteer.model import InsideQuery, Period

    core, label, at = session.gazetteer, session.timed_labeller(asked), session.time(asked)
    kinds = session.kinds(asked["kinds"]) or ("settlement",)
    found = core.place_or_polity(area)
    answer = core.inside(InsideQuery(found.id, at, asked["version"], kinds, asked["limit"]))
    if as_json:
        echo_json(space.inside(answer, str(at or Period.today()), label))
        return
    click.echo(f"{label(found.id).text} ({found.id}): {answer.matched} places")
    rows = [
        (
            one.place.id, label(one.place.id).text, one.place.type or one.place.kind, one.basis,
            ", ".join(who for who in one.perspectives if who),
            "" if one.metres_from_edge is None else f"{one.metres_from_edge:.0f}",
            "yes" if one.is_near_edge else "", holders(one.holdings, "administers", label),
        )
        for one in answer.places
    ]  # fmt: skip
    head = (
        "id", "label", "type", "basis", "by whom", "m from edge", "near edge", "administered by",
    )  # fmt: skip
    echo_table(head, rows)


def echo_along(places: Iterable[PlaceAlong], label: Labeller) -> None:
    """Print places along a line as a table, and say so when there are none."""
    from gazetteer.formats.corridor import holders

    rows = [
        (
            found.km_along, f"{found.metres_off:.0f}", found.side, found.place.id,
            label(found.place.id).text, found.place.type or found.place.kind,
            holders(found.holdings, "administers", label),
            holders(found.holdings, "claims", label),
        )
        for found in places
    ]  # fmt: skip
    if not rows:
        click.echo("no such place lies so near")
        return
    head = ("km", "m off", "side", "id", "label", "type", "administered by", "claimed by")
    echo_table(head, rows)


def _where(session: Session, where: tuple[str, ...]) -> tuple[float, float, Place | None]:
    """Read a place, or a latitude and a longitude. Raises QueryError."""
    degrees = [_degrees(text) for text in where]
    if len(degrees) == 2 and any(number is not None for number in degrees):
        lat, lon = degrees
        if lat is None or lon is None:
            wrong = where[degrees.index(None)]
            raise QueryError("LAT LON", f"{wrong!r} is no number; write degrees as 39.8 46.7")
        return lon, lat, None
    place = session.gazetteer.place(" ".join(where))
    if place.lon is None or place.lat is None:
        raise QueryError("place", f"{place.id} has no point of its own; give one that has")
    return place.lon, place.lat, place


def _degrees(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _echo_areas(areas: Iterable[AreaAt], label: Labeller) -> None:
    rows = (
        (
            one.area.id, label(one.area.id).text, one.perspective, one.basis, str(one.span),
            "" if one.metres_from_edge is None else f"{one.metres_from_edge:.0f}",
            "yes" if one.is_near_edge else "",
        )
        for one in areas
    )  # fmt: skip
    head = ("id", "label", "perspective", "basis", "when", "m from edge", "near edge")
    _echo_part("areas", head, rows)


def _echo_part(title: str, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    listed = list(rows)
    if listed:
        click.echo(f"\n{title}")
        echo_table(head, listed, indent="  ")


def _echo_hint(session: Session, lon: float, lat: float) -> None:
    hint = session.gazetteer.axes_hint([(lon, lat)])
    if hint:
        click.echo(f"hint: {hint}", err=True)
