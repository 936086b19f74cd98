"""Places to draw: most prominent first, counted, and labelled together as they are one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from gazetteer import core as core_module
from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.model import MAX_PLACES, LabelPolicy, PlacesQuery
from gazetteer.store import Store
from gazetteer.web import create_app
from tests.builders import a_name, a_place, a_store


def _asked(client: FlaskClient, **parameters: Any) -> tuple[list[str], int, int]:
    answer = client.get("/api/v1/places", query_string=parameters).get_json()
    ids = [feature["id"] for feature in answer["features"]]
    return ids, answer["numberMatched"], answer["numberReturned"]


def test_most_prominent_first(client: FlaskClient) -> None:
    ids, matched, returned = _asked(client)
    assert ids[:4] == ["p-0007", "p-0008", "p-0001", "p-0012"]
    assert (matched, returned) == (11, 11)
    assert _asked(client, limit=3) == (ids[:3], 11, 3)


def test_equally_prominent_ones_by_id(tmp_path: Path) -> None:
    prominences = {"p-0001": 5, "p-0002": 5, "p-0003": 30, "p-0004": 5}
    places = [a_place(entity_id, prominence=p) for entity_id, p in prominences.items()]
    names = [a_name(entity_id) for entity_id in prominences]
    with a_store(tmp_path, *places, *names) as store:
        client = create_app(Gazetteer(store)).test_client()
        assert _asked(client, limit=3) == (["p-0003", "p-0001", "p-0002"], 4, 3)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (
            {"bbox": "46.5,39.6,46.8,40", "kind": "settlement"},
            ["p-0001", "p-0002", "p-0003", "p-0005"],
        ),
        ({"bbox": "46.7528,39.8177,46.7528,39.8177"}, ["p-0001"]),
        ({"bbox": "47.5,39,44.5,41"}, ["p-0007", "p-0010"]),
        ({"bbox": "0,0,1,1"}, []),
        ({"min_prominence": "90"}, ["p-0007", "p-0008", "p-0001", "p-0012"]),
        ({"min_prominence": "90", "at": "1991-10-01"}, ["p-0008", "p-0001", "p-0012"]),
        ({"min_prominence": "90", "at": "1900-01-01", "kind": "country,city"}, ["p-0001"]),
    ],
)
def test_what_restricts(client: FlaskClient, asked: dict[str, str], ids: list[str]) -> None:
    found, matched, returned = _asked(client, **asked)
    assert found[: len(ids)] == ids
    assert matched == returned == len(found)
    if "bbox" in asked or "at" in asked:
        assert len(found) == len(ids)


@pytest.mark.parametrize("limit", [0, MAX_PLACES + 1])
def test_core_bounds_its_answer(sample_store: Store, limit: int) -> None:
    with pytest.raises(QueryError, match="limit"):
        Gazetteer(sample_store).places(PlacesQuery(limit=limit))


@pytest.mark.parametrize("policy", [LabelPolicy(), LabelPolicy("hy", "az"), LabelPolicy("ka")])
def test_labels_together_are_those_one_by_one(sample_store: Store, policy: LabelPolicy) -> None:
    ids = [entity.id for entity in sample_store.entities()]
    together = Gazetteer(sample_store).labels([*ids, ids[0], "p-9999"], policy)
    core = Gazetteer(sample_store)
    assert together == {entity_id: core.label(entity_id, policy) for entity_id in [*ids, "p-9999"]}


def test_names_together_are_those_one_by_one(gazetteer: Gazetteer) -> None:
    store = gazetteer.store
    ids = [place.id for place in store.places()[:2000]]
    together = store.names_of_each(ids)
    assert list(together) != []
    for entity_id in ids[::50]:
        assert together.get(entity_id, ()) == store.names_of(entity_id)
    assert store.names_of_each([]) == {}


def test_memory_of_labels_is_bounded(sample_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_module, "_LABELS_REMEMBERED", 3)
    core = Gazetteer(sample_store)
    ids = [entity.id for entity in sample_store.entities()]
    first = core.labels(ids, LabelPolicy())
    assert core.labels(ids, LabelPolicy()) == first
    assert [core.label(entity_id, LabelPolicy()) for entity_id in ids] == list(first.values())
    assert len(core._label._newer) + len(core._label._older) <= 2 * 3 + 1


def test_answer_over_the_whole_dataset_is_bounded(real_client: FlaskClient) -> None:
    ids, matched, returned = _asked(real_client)
    assert len(ids) == returned == min(matched, 1000)
    assert _asked(real_client, limit=MAX_PLACES)[2] == min(matched, MAX_PLACES)
