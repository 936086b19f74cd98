"""``gazetteer along``, ``near`` and ``routes``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import call

QUESTION = ("along", "lachin-corridor", "--at", "2022-06-01", "--within", "5000")


def test_along_is_a_table_in_road_order(sample_artefact: Path) -> None:
    lines = call(sample_artefact, *QUESTION).stdout.rstrip("\n").split("\n")
    assert "version old-road (2020-11-10/2022-08-30), on 2022-06-01" in lines[0]
    assert "places within 5000 m" in lines[1]
    assert lines[2].split()[:2] == ["km", "m"]
    distances = [float(line.split()[0]) for line in lines[3:]]
    assert len(distances) >= 2
    assert distances == sorted(distances)


def test_the_formats_say_the_same(sample_artefact: Path) -> None:
    answer = json.loads(call(sample_artefact, *QUESTION, "--format", "json").stdout)
    table = call(sample_artefact, *QUESTION, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    collection = json.loads(call(sample_artefact, *QUESTION, "--format", "geojson").stdout)
    line, *points = collection["features"]
    ids = [found["place"]["id"] for found in answer["places"]]
    assert ids == [row["id"] for row in rows] == [point["id"] for point in points]
    assert line["geometry"]["type"] == "LineString"
    assert line["properties"]["version"] == answer["version"]["version"] == "old-road"
    for found, row, point in zip(answer["places"], rows, points, strict=True):
        assert found["km_along"] == float(row["km_along"]) == point["properties"]["km_along"]
        assert found["metres_off"] == float(row["metres_off"]) == point["properties"]["metres_off"]
        assert point["geometry"]["coordinates"] == [float(row["lon"]), float(row["lat"])]
        assert point["properties"]["label"] == row["label"]
    assert collection["at"] == answer["at"] == "2022-06-01"


def test_a_version_may_be_named(sample_artefact: Path) -> None:
    shown = call(sample_artefact, "along", "p-0011", "--version", "bypass", "--within", "20000")
    assert "version bypass (2022-08-30/..)" in shown.stdout


def test_nothing_near_is_said(sample_artefact: Path) -> None:
    shown = call(sample_artefact, *QUESTION, "--kind", "airport,facility")
    assert shown.exit_code == 2  # no such type in the sample
    shown = call(sample_artefact, *QUESTION, "--kind", "facility")
    assert shown.stdout.rstrip().endswith("no such place lies so near")


@pytest.mark.parametrize("lat", ["39.8177", "+39.8177"])
def test_near_is_sorted_by_distance(sample_artefact: Path, lat: str) -> None:
    shown = call(sample_artefact, "near", lat, "46.7528", "--within", "30000")
    rows = [line.split() for line in shown.stdout.rstrip("\n").split("\n")[1:]]
    assert rows[0][:3] == ["0", "0", "p-0001"] or rows[0][2] == "p-0001"
    metres = [float(row[0]) for row in rows]
    assert metres == sorted(metres)


def test_near_takes_the_southern_and_western_half(sample_artefact: Path) -> None:
    shown = call(sample_artefact, "near", "-39.8", "-46.7")
    assert (shown.exit_code, shown.stdout) == (0, "no listed place within 10000 m\n")


def test_near_json(sample_artefact: Path) -> None:
    shown = call(sample_artefact, "near", "39.76", "46.75", "--limit", "1", "--json")
    (found,) = json.loads(shown.stdout)["places"]
    assert found["place"]["id"] == "p-0002"
    assert found["metres"] < 100


def test_routes(sample_artefact: Path) -> None:
    table = call(sample_artefact, "routes").stdout
    assert "old-road" in table
    assert "bypass" in table
    (route,) = json.loads(call(sample_artefact, "routes", "--json").stdout)["routes"]
    assert route["id"] == "p-0011"
    assert {version["version"] for version in route["versions"]} == {"old-road", "bypass"}


def test_near_says_when_there_is_nothing(sample_artefact: Path) -> None:
    answer = call(sample_artefact, "near", "0", "0", "--within", "5")
    assert answer.stdout == "no listed place within 5 m\n"
