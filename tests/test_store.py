"""The store answers from the artefact and refuses what it cannot read."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import daachorse
import pytest
from rapidfuzz.distance import OSA

from gazetteer import artefact_file
from gazetteer.artefact_file import NO_DIGEST, PATH_VARIABLE, find_artefact
from gazetteer.errors import ArtefactError, UnknownEntity
from gazetteer.lookup.keys import fold
from gazetteer.lookup.matcher import Matcher
from gazetteer.lookup.partition import parts, probes
from gazetteer.model import Actor, Name, Place, Relation, Term, TimeSpan
from gazetteer.store import Store
from tests.builders import a_name, a_place, a_store


def texts(store: Store, numbers: tuple[int, ...]) -> set[str]:
    return {store.name(number).text for number in numbers}


# -- entities ---------------------------------------------------------------------------------


def test_entity_of_each_class(sample_store: Store) -> None:
    place = sample_store.entity("p-0001")
    assert place == Place(
        "p-0001", "settlement", "city", TimeSpan(), 90, "", "geonames-az", 46.7528, 39.8177, 500,
        "geonames-az", "inhabited",
    )  # fmt: skip
    actor = sample_store.entity("a-0001")
    assert isinstance(actor, Actor)
    assert actor.span == TimeSpan("1991-09-02", "2024-01-01")
    assert isinstance(sample_store.entity("t-0001"), Term)


def test_redirect_is_followed_everywhere(sample_store: Store) -> None:
    assert sample_store.entity("p-0099") == sample_store.entity("p-0001")
    assert sample_store.has("p-0099")
    assert sample_store.names_of("p-0099") == sample_store.names_of("p-0001") != ()
    assert sample_store.relations_from("p-0099") == sample_store.relations_from("p-0001") != ()
    assert sample_store.identifiers_of("p-0099") == sample_store.identifiers_of("p-0001") != ()


def test_unknown_id(sample_store: Store) -> None:
    assert not sample_store.has("p-9999")
    with pytest.raises(UnknownEntity, match="p-9999"):
        sample_store.entity("p-9999")
    with pytest.raises(UnknownEntity):
        sample_store.route_versions("p-9999")
    assert sample_store.names_of("p-9999") == ()
    assert not sample_store.has("\ud800")  # half a surrogate pair, as a shell may pass it
    assert sample_store.relations_to("p-9999") == ()


def test_lists_are_in_id_order(sample_store: Store) -> None:
    ids = [entity.id for entity in sample_store.entities()]
    assert len(ids) == 20
    assert [one for one in ids if one.startswith("p")] == [f"p-{n:04d}" for n in range(1, 13)]
    assert [term.id for term in sample_store.entities(("war",))] == ["t-0002", "t-0003"]
    assert len(sample_store.places()) == 11
    assert [route.id for route in sample_store.routes()] == ["p-0011"]


# -- names ------------------------------------------------------------------------------------


def test_names_are_numbered_in_canonical_order(sample_store: Store) -> None:
    total = sum(len(sample_store.names_of(entity.id)) for entity in sample_store.entities())
    names = [sample_store.name(number) for number in range(1, total + 1)]
    assert names[0].entity == "a-0001"
    assert [name for name in names if name.entity == "p-0003"] == list(
        sample_store.names_of("p-0003")
    )
    for number in (0, 1_000_000):
        with pytest.raises(UnknownEntity, match="name"):
            sample_store.name(number)


def test_name_carries_every_column(sample_store: Store) -> None:
    historical = next(n for n in sample_store.names_of("p-0001") if n.role == "historical")
    assert historical == Name(
        "p-0001", "hy", "Վարարակն", "Armn", "historical", "", TimeSpan("", "1847"), "probable", "",
        "editor",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("lacin", {"Laçın"}),
        ("lachin", {"Lachin"}),
        ("azertac", {"AzərTAc", "Azertac"}),
        ("azer tac", {"AzərTAc"}),
        ("stepanakert", {"Stepanakert", "Step’anakert"}),
        ("ханкенди", {"Ханкенди"}),
        ("հրադադարի եւ խաղաղության հայտարարություն", {"Հրադադարի և խաղաղության հայտարարություն"}),
        ("nowhere", set()),
    ],
)
def test_names_with_key(sample_store: Store, key: str, found: set[str]) -> None:
    assert texts(sample_store, sample_store.names_with_key(key)) == found


def test_readings_of_a_frame_meet_across_scripts(sample_store: Store) -> None:
    readings = sample_store.readings_with_frame("lsn", range(5, 7))
    assert "lačin" in readings
    assert all(5 <= len(reading) <= 6 for reading in readings)
    found = texts(sample_store, sample_store.names_with_reading("lsn", "lačin"))
    assert {"Լաչին", "Laçın", "Лачин"} <= found
    assert sample_store.readings_with_frame("lsn", range(1, 3)) == ()


def test_prefix_puts_the_prominent_first_and_keeps_the_limit(tmp_path: Path) -> None:
    places = [a_place(f"p-{n:04d}", prominence=n) for n in range(1, 31)]
    names = [a_name(place.id, f"Sus {place.id[2:]}") for place in places]
    with a_store(tmp_path, *places, *names) as store:
        numbers = store.names_with_prefix("su", 5)
        assert [store.name(n).entity for n in numbers] == [f"p-{n:04d}" for n in range(30, 25, -1)]
        assert store.names_with_prefix("sus 0001", 5) == store.names_with_key("sus 0001")
        assert store.names_with_prefix("x", 5) == ()


def test_prefix_is_no_pattern(sample_store: Store) -> None:
    for odd in ("%", "_", "*", "'", "\U0010ffff"):
        assert sample_store.names_with_prefix(odd, 5) == ()


@pytest.mark.parametrize(
    ("typed", "distance", "found"),
    [
        ("lahcin", 1, "lachin"),
        ("lchin", 1, "lachin"),
        ("laachin", 1, "lachin"),
        ("lazhin", 1, "lachin"),
        ("stepanakrt", 1, "stepanakert"),
        ("sepankert", 2, "stepanakert"),
        ("khankandy", 2, "khankendi"),
    ],
)
def test_near_keys(sample_store: Store, typed: str, distance: int, found: str) -> None:
    near = dict(sample_store.near_keys(typed, distance))
    assert found in near
    assert near[found] == sample_store.names_with_key(found)


def test_near_keys_misses_none(sample_store: Store) -> None:
    """Random slips of real keys, compared with a comparison of everything with everything."""
    chance = random.Random(7)
    keys = sorted({fold(name.text) for name in _all_names(sample_store)})
    for _ in range(300):
        typed = list(chance.choice(keys))
        for _ in range(chance.choice((1, 2))):
            place = chance.randrange(len(typed) + 1)
            typed[place : place + chance.choice((0, 1))] = chance.choice(("", "a", "ш", "ա"))
        query = "".join(typed)
        for distance in (1, 2):
            near = {key for key, _ in sample_store.near_keys(query, distance)}
            assert {k for k in keys if OSA.distance(query, k) <= distance} - near == set()


def _all_names(store: Store) -> list[Name]:
    return [name for entity in store.entities() for name in store.names_of(entity.id)]


@pytest.mark.parametrize("key", ["", "a", "ab", "abc", "stepanakert", "ստեփանակերտ"])
def test_parts_are_the_whole_key(key: str) -> None:
    assert "".join(part for _, part in parts(key)) == key
    assert not key or {(len(key), n, part) for n, (_, part) in enumerate(parts(key))} <= set(
        probes(key, 2)
    )


# -- statements -------------------------------------------------------------------------------


def test_relations_both_ways(sample_store: Store) -> None:
    held = sample_store.relations_to("p-0003", "administers")
    assert [relation.subject for relation in held] == ["a-0001", "p-0007"]
    assert [r.span.contains(date(2022, 8, 26)) for r in held] == [False, True]
    assert held[0] in sample_store.relations_from("a-0001")
    assert sample_store.relations_from("p-0001", "part-of") == (
        Relation("p-0001", "part-of", "a-0001", "nk", TimeSpan("1991-09-02", "2023-09-28"),
                 "certain", "page-atlas"),
        Relation("p-0001", "part-of", "p-0007", "az", TimeSpan("1991"), "certain", "page-atlas"),
        Relation("p-0001", "part-of", "p-0012", "", TimeSpan(), "certain", "page-atlas"),
    )  # fmt: skip


def test_identifiers(sample_store: Store) -> None:
    assert sample_store.entity_by_identifier("geonames", "585225") == "p-0001"
    assert sample_store.entity_by_identifier("geonames", "1") is None
    assert [i.scheme for i in sample_store.identifiers_of("p-0001")] == ["geonames", "wikidata"]


def test_sources_and_perspectives(sample_store: Store) -> None:
    assert sample_store.source("page-atlas").date == "1987"
    assert {"cldr", "editor", "page-atlas"} <= {source.id for source in sample_store.sources()}
    with pytest.raises(UnknownEntity, match="source"):
        sample_store.source("none")
    perspectives = {p.code: p for p in sample_store.perspectives()}
    assert list(perspectives) == ["am", "az", "nk", "su"]
    assert perspectives["nk"].entity == "a-0001"
    assert sample_store.perspective_names("az") == {"en": "Azerbaijan", "ru": "Азербайджан"}
    assert sample_store.perspective_names("xx") == {}


def test_route_versions_oldest_first(sample_store: Store) -> None:
    old, new = sample_store.route_versions("p-0011")
    assert (old.version, old.width_m, old.tolerance_m) == ("old-road", 5000, 500)
    assert (new.version, new.span) == ("bypass", TimeSpan("2022-08-30"))
    assert old.line[0] == (46.4772, 39.5579)
    assert sample_store.route_versions("p-0001") == ()


def test_areas(sample_store: Store) -> None:
    (area,) = sample_store.areas("p-0012")
    assert area.geometry.startswith('{"type":"Polygon","coordinates":[[[46.3,39.9],')
    assert (area.source, area.method, area.perspective) == ("page-atlas", "a rough hexagon", "nk")
    assert sample_store.areas() == (area,)
    assert sample_store.areas("p-0001") == ()


# -- text -------------------------------------------------------------------------------------


def test_matcher_and_its_rows_belong_together(sample_store: Store) -> None:
    matcher = daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(sample_store.matcher())
    rows, sets = sample_store.pattern_rows(), sample_store.ending_sets()
    key = " in lachin and lacin "
    found = {
        sample_store.name(number).text
        for _, end, pattern in matcher.find_overlapping(key)
        for number, allowed in rows[pattern]
        if key[end : key.index(" ", end)] in sets[allowed]
    }
    assert {"Lachin", "Laçın"} <= found
    assert len(rows[0:2]) == 2
    with pytest.raises(IndexError):
        rows[len(rows)]


# -- the file ---------------------------------------------------------------------------------


def test_digest_is_of_the_content(sample_store: Store, tmp_path: Path) -> None:
    sample_store.verify()
    assert len(sample_store.digest) == 64
    assert sample_store.digest != NO_DIGEST
    assert (sample_store.dataset_version, sample_store.licence) == ("2.1.0", "CC-BY-4.0")
    assert any("GeoNames" in owed for owed in sample_store.attributions)
    with a_store(tmp_path, a_place()) as other:
        assert other.digest != sample_store.digest


def changed(artefact: Path, target: Path, sql: str) -> Path:
    target.write_bytes(artefact.read_bytes())
    connection = sqlite3.connect(target)
    connection.execute(sql)
    connection.commit()
    connection.close()
    return target


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("UPDATE meta SET value = '0' WHERE key = 'schema_version'", "has schema 0"),
        ("UPDATE meta SET value = '99' WHERE key = 'schema_version'", "has schema 99"),
        ("DELETE FROM meta WHERE key = 'schema_version'", "has schema None"),
        ("UPDATE meta SET value = '0' WHERE key = 'folding_version'", "another folding"),
        ("UPDATE meta SET value = 'x' WHERE key = 'folding_fingerprint'", "another folding"),
        ("DROP TABLE meta", "is damaged (no such table: meta)"),
    ],
)
def test_older_newer_or_foreign_artefact_is_refused(
    sample_artefact: Path, tmp_path: Path, sql: str, message: str
) -> None:
    path = changed(sample_artefact, tmp_path / "x.gpkg", sql)
    with pytest.raises(ArtefactError) as caught:
        Store.open(path)
    assert_says_what_to_do(caught.value, path, message)


def assert_says_what_to_do(error: ArtefactError, path: Path, message: str) -> None:
    assert str(path) in str(error)
    assert message in str(error)
    assert "`gazetteer data build`" in str(error)
    assert "\n" not in str(error)


def test_missing_truncated_and_foreign_files_are_refused(
    sample_artefact: Path, tmp_path: Path
) -> None:
    content = sample_artefact.read_bytes()
    cases = {
        "missing": (None, "cannot be read (No such file"),
        "empty": (b"", "is no compiled dataset"),
        "text": (b"id,target\n" * 50, "is no compiled dataset"),
        "half": (content[: len(content) // 2], "is damaged ("),
        "longer": (content + b"\x00", "is damaged ("),
    }
    for name, (raw, message) in cases.items():
        path = tmp_path / name
        if raw is not None:
            path.write_bytes(raw)
        with pytest.raises(ArtefactError) as caught:
            Store.open(path)
        assert_says_what_to_do(caught.value, path, message)
    with pytest.raises(ArtefactError, match="cannot be read"):
        Store.open(tmp_path)


def test_overwritten_pages_are_refused_when_met(sample_artefact: Path, tmp_path: Path) -> None:
    content = bytearray(sample_artefact.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path = tmp_path / "x.gpkg"
    path.write_bytes(content)
    with pytest.raises(ArtefactError, match="damaged"):
        Store.open(path)


def test_altered_content_does_not_verify(sample_artefact: Path, tmp_path: Path) -> None:
    path = changed(
        sample_artefact, tmp_path / "x.gpkg", "UPDATE names SET text = 'X' WHERE number = 1"
    )
    with Store.open(path) as store, pytest.raises(ArtefactError, match="altered or damaged"):
        store.verify()


def test_a_piece_that_is_gone(sample_artefact: Path, tmp_path: Path) -> None:
    path = changed(sample_artefact, tmp_path / "x.gpkg", "DELETE FROM blobs WHERE name = 'matcher'")
    with Store.open(path) as store, pytest.raises(ArtefactError, match="lacks its matcher"):
        store.matcher()


def test_a_damaged_matcher_is_refused(sample_artefact: Path, tmp_path: Path) -> None:
    path = changed(
        sample_artefact,
        tmp_path / "x.gpkg",
        "UPDATE blobs SET value = x'00' WHERE name = 'matcher'",
    )
    with Store.open(path) as store, pytest.raises(ArtefactError, match="is damaged"):
        Matcher(store)


def test_a_damaged_schema_is_refused(sample_artefact: Path, tmp_path: Path) -> None:
    """Names of columns are decoded by Python, which has an error of its own."""
    content = sample_artefact.read_bytes().replace(b"CREATE TABLE meta", b"CREATE TABLE m\xffta")
    path = tmp_path / "x.gpkg"
    path.write_bytes(content)
    with pytest.raises(ArtefactError, match="damaged"):
        Store.open(path)


def test_closed_store_says_so(sample_artefact: Path) -> None:
    store = Store.open(sample_artefact)
    store.close()
    with pytest.raises(ArtefactError, match="has been closed"):
        store.names_with_key("lachin")


def test_the_environment_names_the_artefact(
    sample_artefact: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(PATH_VARIABLE, str(sample_artefact))
    with Store.open() as store:
        assert store.path == sample_artefact
    monkeypatch.delenv(PATH_VARIABLE)
    monkeypatch.setattr(artefact_file, "PACKAGED", tmp_path / "none.gpkg")
    assert find_artefact() is None
    with pytest.raises(ArtefactError, match="there is no compiled dataset"):
        Store.open()


def test_every_thread_may_ask(sample_artefact: Path) -> None:
    with Store.open(sample_artefact) as store, ThreadPoolExecutor(8) as pool:
        asked = [fold(name.text) for name in _all_names(store)] * 5
        answers = list(pool.map(store.names_with_key, asked))
        assert all(answers)


def test_the_file_is_never_written(sample_artefact: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.gpkg"
    path.write_bytes(sample_artefact.read_bytes())
    path.chmod(0o444)
    with Store.open(path) as store:
        store.near_keys("lachn", 2)
        with pytest.raises(ArtefactError):
            store._file.rows("DELETE FROM names")
    assert path.read_bytes() == sample_artefact.read_bytes()
    assert [found.name for found in tmp_path.iterdir()] == ["x.gpkg"]


def test_opening_and_an_exact_answer_are_quick(sample_artefact: Path) -> None:
    def once() -> float:
        start = time.perf_counter()
        with Store.open(sample_artefact) as store:
            assert store.names_with_key("lachin")
        return time.perf_counter() - start

    assert min(once() for _ in range(5)) < 0.05


def test_the_store_does_not_load_the_compiler(sample_artefact: Path) -> None:
    script = (
        "import sys; from gazetteer.store import Store; "
        "Store.open(sys.argv[1]).names_with_key('lachin'); "
        "loaded = [m for m in sys.modules if m.startswith(('gazetteer.dataset', 'babel', "
        "'shapely', 'numpy', 'daachorse', 'rapidfuzz'))]; "
        "assert not loaded, loaded"
    )
    subprocess.run([sys.executable, "-c", script, str(sample_artefact)], check=True)
