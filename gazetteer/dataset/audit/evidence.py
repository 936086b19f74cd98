"""How far our points lie from those of other catalogues that know the same place."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.dataset.audit.ground import Ground
from gazetteer.dataset.audit.section import Section, share, table
from gazetteer.dataset.importers.records import ImportedPlace, Unusable
from gazetteer.dataset.tables import Row
from gazetteer.space.plane import geodesic_metres

WITHIN_M = 500.0

Catalogue = tuple[str, Sequence[ImportedPlace | Unusable]]


def sections(ground: Ground, catalogues: Sequence[Catalogue]) -> list[Section]:
    """Compare settlements with each catalogue; the best of the distances counts.

    A settlement farther than 500 m from all that know it is listed with what its point rests on.
    """
    places = {row["id"]: row for row in ground.package.rows("places")}
    holders = {
        (row["scheme"], row["value"]): row["entity"] for row in ground.package.rows("identifiers")
    }
    settlements = [row for row in places.values() if row["kind"] == "settlement"]
    best: dict[str, tuple[float, str]] = {}
    for title, records in catalogues:
        for record in records:
            if isinstance(record, ImportedPlace):
                _note(best, record, title, holders, places)
    located = [row for row in settlements if row["lon"]]
    near = sum(metres <= WITHIN_M for metres, _ in best.values())
    rows: list[Sequence[object]] = [
        ("settlements", len(settlements), ""),
        ("with a point", len(located), share(len(located), len(settlements))),
        ("known to a catalogue given", len(best), share(len(best), len(located))),
        ("within 500 m of its point", near, share(near, len(best))),
    ]
    far = [
        (entity, ground.label(entity).text, round(metres), title,
         places[entity]["coordinate_source"], places[entity]["accuracy_m"])
        for entity, (metres, title) in best.items()
        if metres > WITHIN_M
    ]  # fmt: skip
    columns = ("id", "label", "metres", "nearest in", "our point from", "accuracy_m")
    note = "" if catalogues else "Give the catalogues to compare with: --against geonames FILE."
    return [
        table("evidence", "Points against evidence", ("what", "n", "share"), rows, note),
        table("evidence", "Farther than 500 m from the evidence", columns, sorted(far)),
    ]


def _note(
    best: dict[str, tuple[float, str]],
    record: ImportedPlace,
    title: str,
    holders: dict[tuple[str, str], str],
    places: dict[str, Row],
) -> None:
    """Remember the distance to a record when it is the smallest of its place."""
    if record.lon is None or record.lat is None:
        return
    for identifier in record.identifiers:
        place = places.get(holders.get(identifier, ""))
        if place is None or not place["lon"] or place["kind"] != "settlement":
            continue
        point = (float(place["lon"]), float(place["lat"]))
        metres = geodesic_metres(*point, record.lon, record.lat)
        known = best.get(place["id"])
        if known is None or metres < known[0]:
            best[place["id"]] = (metres, title)
