"""What the real data must say: who held what on which day, and how complete and even they are.

The floors are a little below what was counted when they were written; raise them as the data grow.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from gazetteer.core import Gazetteer
from gazetteer.dataset.audit import audit
from gazetteer.dataset.package import read_package
from gazetteer.languages.romanization import romanizations
from gazetteer.model import ACTOR_KINDS, TERM_KINDS, LabelPolicy, Name, Period, Place
from tests.builders import DATA

CASES = Path(__file__).resolve().parent / "cases" / "facts"
ONE_METRE = 1e-5
"""In degrees."""
MAIN_LANGUAGES = {"en", "az", "hy", "ru"}


def rows(file: str) -> list[dict[str, str]]:
    with (CASES / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def entity(gazetteer: Gazetteer, key: str) -> str:
    scheme, _, value = key.partition(":")
    found = value if scheme == "id" else gazetteer.store.entity_by_identifier(scheme, value)
    assert found is not None, key
    return found


@pytest.mark.parametrize(
    "row", rows("holders.csv"), ids=lambda row: f"{row['catalogue']}-{row['day']}"
)
def test_who_held_a_place_on_a_day(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    place = entity(gazetteer, row["catalogue"])
    held = gazetteer.holdings(place, Period.of(row["day"]))
    assert sorted(h.who for h in held if h.predicate == "administers") == row["holders"].split()


@pytest.mark.parametrize(
    "row", rows("labels.csv"), ids=lambda row: f"{row['catalogue']}-{row['lang']}"
)
def test_what_a_place_is_labelled(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    policy = LabelPolicy(row["lang"], perspective=row["perspective"])
    assert gazetteer.label(entity(gazetteer, row["catalogue"]), policy).text == row["label"]


COUNTRIES = ("p-0194", "p-0195")
BORDER = "p-0170"


def extent(gazetteer: Gazetteer, entity_id: str) -> BaseGeometry:
    """The extent of today."""
    today = [v for v in gazetteer.store.areas(entity_id) if v.span.contains(date.today())]
    (version,) = today
    return shape(json.loads(version.geometry))


@pytest.mark.parametrize("row", rows("countries.csv"), ids=lambda row: row["place"])
def test_in_which_country_a_place_lies(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    place = gazetteer.store.entity(row["place"])
    assert isinstance(place, Place)
    point = Point(place.lon, place.lat)
    found = [c for c in COUNTRIES if extent(gazetteer, c).contains(point)]
    assert found == [row["country"]]


def test_countries_share_the_border_and_nothing_else(gazetteer: Gazetteer) -> None:
    armenia, azerbaijan = (extent(gazetteer, country) for country in COUNTRIES)
    border = extent(gazetteer, BORDER)
    shared = armenia.boundary.intersection(azerbaijan.boundary)
    assert armenia.intersection(azerbaijan).area == 0
    assert shared.hausdorff_distance(border) < ONE_METRE
    assert shared.length == pytest.approx(border.length, rel=1e-6)


@pytest.mark.parametrize(
    ("exclave", "country"),
    [("p-0190", "p-0194"), ("p-0191", "p-0195"), ("p-0192", "p-0195"), ("p-0193", "p-0195")],
)
def test_an_exclave_belongs_to_one_country(
    gazetteer: Gazetteer, exclave: str, country: str
) -> None:
    drawn = extent(gazetteer, exclave)
    assert [c for c in COUNTRIES if extent(gazetteer, c).covers(drawn)] == [country]
    (other,) = set(COUNTRIES) - {country}
    assert drawn.intersection(extent(gazetteer, other)).area == 0


def test_every_extent_says_how_it_was_drawn(gazetteer: Gazetteer) -> None:
    assert [v.entity for v in gazetteer.store.areas() if not (v.source and v.method)] == []


def complete(gazetteer: Gazetteer, kinds: Iterable[str]) -> tuple[int, int]:
    """Return how many entities of some kinds there are, and how many named in en, az, hy and ru."""
    ids = [found.id for found in gazetteer.store.entities(tuple(kinds))]
    whole = [i for i in ids if {n.lang for n in gazetteer.names(i)} >= MAIN_LANGUAGES]
    return len(ids), len(whole)


def test_there_are_enough_actors_terms_and_routes(gazetteer: Gazetteer) -> None:
    assert complete(gazetteer, ACTOR_KINDS)[1] >= 800
    assert complete(gazetteer, TERM_KINDS)[1] >= 260
    assert len(gazetteer.store.entities(("settlement",))) >= 6_000
    drawn = [r for r in gazetteer.routes() if gazetteer.store.route_versions(r.id)]
    assert len(drawn) >= 25


def test_every_contested_settlement_has_holders_since_the_soviet_union(
    gazetteer: Gazetteer,
) -> None:
    unheld = []
    for place in sorted(gazetteer.store.contested):
        for day in (date(1988, 2, 20), date(1995, 1, 1), date(2010, 1, 1), date(2026, 1, 1)):
            held = gazetteer.holdings(place, Period.on(day))
            if not any(h.predicate == "administers" for h in held):
                unheld.append((place, day.year))
    assert unheld == []


def _by_standard(name: Name) -> tuple[str, str] | None:
    found = romanizations(name.text, name.lang, name.script)
    return (found[0].text, found[0].scheme) if found else None


def test_labels_of_contested_settlements_leave_no_side_out() -> None:
    package = read_package(DATA)
    (labels,) = [
        section
        for section in audit(package, ("neutrality",), romanize=_by_standard)
        if section.title == "Labels of contested settlements"
    ]
    alone = labels.columns.index("one side alone")
    assert all(float(str(row[alone])) <= 0.03 for row in labels.rows if row[1] == "pair")


def test_whose_unit_a_contested_settlement_is_in_is_said(gazetteer: Gazetteer) -> None:
    """A district of one side is no plain fact of a place that the other claimed too."""
    store = gazetteer.store
    silent = [
        (relation.subject, relation.object)
        for place in sorted(store.contested)
        for relation in store.relations_from(place, "part-of")
        if not relation.perspective and store.entity(relation.object).kind == "admin-unit"
    ]
    assert silent == []
