"""Names that follow by rule: from which names, with whose words, and that nothing shows them."""

from __future__ import annotations

from gazetteer.core import Gazetteer
from gazetteer.dataset.derived import derived_names
from gazetteer.dataset.tables import Row
from gazetteer.model import DERIVED, NameQuery

_ENTITIES = {
    "p-0001": {"kind": "settlement", "type": "town", "prominence": "90"},
    "p-0002": {"kind": "admin-unit", "type": "district", "prominence": "60"},
    "p-0003": {"kind": "route", "type": "corridor", "prominence": "90"},
    "p-0004": {"kind": "country", "type": "sovereign-state", "prominence": "90"},
    "p-0005": {"kind": "settlement", "type": "village", "prominence": "5"},
    "a-0001": {"kind": "person", "type": "politician", "prominence": "90"},
    "a-0002": {"kind": "state-body", "type": "ministry", "prominence": "90"},
}


def _row(entity: str, lang: str, script: str, text: str, role: str = "common") -> Row:
    cells = {"entity": entity, "lang": lang, "script": script, "text": text, "role": role}
    rest = dict.fromkeys(("since", "until", "romanization"), "")
    return Row({**cells, "perspective": "az", "certainty": "certain", "source": "s", **rest})


_NAMES = (
    _row("p-0001", "ru", "Cyrl", "Лачин"),
    _row("p-0001", "de", "Latn", "Latschin"),
    _row("p-0001", "en", "Latn", "Lachin"),
    _row("p-0001", "hy", "Armn", "Բերձոր"),
    _row("p-0002", "az", "Latn", "Laçın", "short"),
    _row("p-0002", "en", "Latn", "Lachin", "short"),
    _row("p-0003", "de", "Latn", "Latschin-Korridor"),
    _row("p-0004", "de", "Latn", "armenisch", "adjective"),
    _row("p-0004", "de", "Latn", "Armenien"),
    _row("p-0005", "ru", "Cyrl", "Ходжалы"),
    _row("a-0001", "ru", "Cyrl", "Гейдар Алиев"),
    _row("a-0001", "en", "Latn", "Heydar Aliyev"),
    _row("a-0001", "ru", "Cyrl", "Алиев", "short"),
    _row("a-0002", "de", "Latn", "armenisches Außenministerium"),
)


def _german(entity: str) -> dict[str, str]:
    rows = derived_names(_ENTITIES, _NAMES)
    return {
        row["text"]: row["role"] for row in rows if (row["entity"], row["lang"]) == (entity, "de")
    }


def test_spellings_of_the_press() -> None:
    assert "Berdsor" in _german("p-0001")
    assert "Latschin" not in _german("p-0001")  # listed already
    assert list(_german("p-0005")) == ["Chodschaly"]  # one is enough for the long tail


def test_first_names_and_surnames_in_each_spelling() -> None:
    assert {"Gejdar Alijew", "Heydar Alijew"} <= set(_german("a-0001"))
    assert _german("a-0001")["Alijew"] == "short"


def test_units_and_parts_take_the_spellings_of_their_town() -> None:
    assert {"Rayon Laçın", "Rayon Latschin", "Latschin"} <= set(_german("p-0002"))
    assert "Rayon Berdsor" not in _german("p-0002")
    assert "Lachin-Korridor" in _german("p-0003")
    assert "Berdsor-Korridor" not in _german("p-0003")


def test_orders_of_a_body() -> None:
    assert {"Außenministerium Armeniens", "Außenministerium von Armenien"} <= set(_german("a-0002"))


def test_each_says_where_it_comes_from() -> None:
    row = next(row for row in derived_names(_ENTITIES, _NAMES) if row["text"] == "Berdsor")
    assert (row["perspective"], row["source"], row["certainty"]) == ("az", "s", DERIVED)


def test_none_is_shown_or_looked_up(gazetteer: Gazetteer) -> None:
    assert all(name.certainty != DERIVED for name in gazetteer.names("p-0042"))
    for found in gazetteer.look_up(NameQuery("Kelbadschar")).candidates:
        assert found.name.certainty != DERIVED
