"""From tables to the artefact, and the cache that a checkout uses."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyogrio
import pytest

from gazetteer.artefact_file import PATH_VARIABLE
from gazetteer.dataset import artefact
from gazetteer.dataset import compile as compiling
from gazetteer.dataset.artefact import CACHE_VARIABLE, cache_key, cached_path, ensure_artefact
from gazetteer.dataset.compile import compile_package
from gazetteer.errors import ArtefactError, DatasetError
from gazetteer.model import Identifier
from gazetteer.store import Store
from tests.builders import SAMPLE, PackageBuilder, a_name, a_place, a_row, a_source, a_store


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_two_builds_are_the_same_bytes(tmp_path: Path, sample_artefact: Path) -> None:
    built = compile_package(SAMPLE, tmp_path / "again.gpkg")
    assert digest_of(built.path) == digest_of(sample_artefact)


def test_another_process_makes_the_same_bytes(tmp_path: Path, sample_artefact: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from gazetteer.dataset.compile import "
        "compile_package; compile_package(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    target = tmp_path / "other.gpkg"
    subprocess.run([sys.executable, "-c", script, SAMPLE, target], check=True)
    assert digest_of(target) == digest_of(sample_artefact)


def test_row_order_in_the_tables_does_not_matter(tmp_path: Path, sample_artefact: Path) -> None:
    folder = tmp_path / "shuffled"
    shutil.copytree(SAMPLE, folder)
    for table in folder.glob("*.csv"):
        header, *rows = table.read_text(encoding="utf-8").splitlines()
        table.write_text("\n".join([header, *reversed(rows), ""]), encoding="utf-8")
    assert digest_of(compile_package(folder, tmp_path / "b.gpkg").path) == digest_of(
        sample_artefact
    )


def test_errors_stop_the_compile_and_leave_no_file(tmp_path: Path) -> None:
    builder = PackageBuilder(tmp_path).add(a_place(kind="hamlet"), a_name(lang="ru"))
    target = tmp_path / "out" / "gazetteer.gpkg"
    with pytest.raises(DatasetError) as caught:
        compile_package(builder.write(), target)
    messages = [str(problem) for problem in caught.value.problems]
    assert [message.split(": ")[1] for message in messages] == ["text", "kind"]
    assert "2 problem(s)" in str(caught.value)
    assert not target.parent.exists() or not list(target.parent.iterdir())


def test_warnings_do_not_stop_it(tmp_path: Path) -> None:
    names = [a_name(perspective="az"), a_name(text="Sos", perspective="am")]
    with a_store(tmp_path, a_place(), *names) as store:
        assert len(store.names_of("p-0001")) == 2


def test_gis_programs_read_the_layers(sample_artefact: Path) -> None:
    layers = dict(pyogrio.list_layers(sample_artefact))
    assert layers["places"] == "Point"
    assert layers["routes"] == "LineString"
    assert {"areas", "names", "relations", "entities"} <= set(layers)
    places = pyogrio.read_info(sample_artefact, layer="places", force_total_bounds=True)
    assert places["features"] == 11
    assert places["crs"] == "EPSG:4326"
    assert places["total_bounds"] == pytest.approx((44.2772, 38.8627, 47.7, 40.4))
    _, _, geometry, fields = pyogrio.raw.read(sample_artefact, layer="places", columns=["id"])
    assert geometry[0] == struct.pack("<BIdd", 1, 1, 46.7528, 39.8177)
    assert fields[0][0] == "p-0001"


def test_gdals_validator_finds_nothing(sample_artefact: Path) -> None:
    command = (sys.executable, "-m", "osgeo_utils.samples.validate_gpkg", str(sample_artefact))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_countries_are_named_by_cldr(tmp_path: Path) -> None:
    country = a_place(kind="country", lon=47.7, lat=40.4)
    iso = Identifier("p-0001", "iso3166-1", "AZ", "page-test")
    listed = a_name(text="Azerbaijan", role="short")
    with a_store(tmp_path, country, iso, listed) as store:
        names = store.names_of("p-0001")
        by_lang = {name.lang: name for name in names}
        assert sorted(by_lang) == ["az", "de", "en", "fa", "fr", "hy", "ka", "ru", "tr"]
        assert by_lang["en"].role == "short"  # the tables' own row wins
        assert (by_lang["hy"].text, by_lang["hy"].script) == ("Ադրբեջան", "Armn")
        assert (by_lang["ru"].role, by_lang["ru"].source) == ("common", "cldr")
        assert "Babel" in store.source("cldr").title


def test_names_of_countries_that_are_words_are_left_out(tmp_path: Path) -> None:
    left_out = a_row(
        scheme="iso3166-1", value="GH", text="განა", reason="a word", source="editor-test"
    )
    builder = PackageBuilder(tmp_path).add(
        a_place(kind="country", lon=None, lat=None, coordinate_source=""),
        Identifier("p-0001", "iso3166-1", "GH", "page-test"),
    )
    with builder.add(left_out, table="exclusions").store() as store:
        languages = {name.lang for name in store.names_of("p-0001")}
    assert languages == {"az", "de", "en", "fa", "fr", "hy", "ru", "tr"}


def test_listed_cldr_source_is_kept(tmp_path: Path) -> None:
    with a_store(tmp_path, a_place(), a_source("cldr", title="CLDR", licence="x")) as store:
        assert store.source("cldr").licence == "x"
        assert store.source("cldr").title.startswith("CLDR, Babel ")


# -- the cache --------------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(CACHE_VARIABLE, str(folder))
    monkeypatch.delenv(PATH_VARIABLE, raising=False)
    return folder


def test_compiled_on_first_use_and_then_found(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ensure_artefact(SAMPLE)
    assert path.parent == cache
    monkeypatch.setattr(compiling, "compile_package", None)  # would fail if called again
    assert ensure_artefact(SAMPLE) == path
    with Store.open(path) as store:
        assert store.has("p-0001")


def test_an_edit_makes_another_artefact(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "edited"
    shutil.copytree(SAMPLE, folder)
    assert cache_key(folder) == cache_key(SAMPLE)
    with (folder / "geometry" / "nagorno-karabakh.geojson").open("a") as file:
        file.write("\n")
    assert cache_key(folder) != cache_key(SAMPLE)


def test_other_code_makes_another_artefact(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache_key(SAMPLE)
    monkeypatch.setattr(artefact, "_COMPILING_CODE", ("errors.py",))
    assert cache_key(SAMPLE) != before


def test_workers_that_start_together_compile_once(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = []

    def counted(folder: Path, target: Path) -> object:
        compiled.append(target)
        return compile_package(folder, target)

    monkeypatch.setattr(compiling, "compile_package", counted)
    with ThreadPoolExecutor(4) as pool:
        paths = list(pool.map(lambda _: ensure_artefact(SAMPLE), range(4)))
    assert len(set(paths)) == 1
    assert len(compiled) == 1


def test_processes_that_start_together_all_answer(cache: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from gazetteer.dataset.artefact import "
        "ensure_artefact; from gazetteer.store import Store; "
        "print(Store.open(ensure_artefact(Path(sys.argv[1]))).entity('p-0001').id)"
    )
    workers = [
        subprocess.Popen([sys.executable, "-c", script, SAMPLE], stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    assert [worker.communicate()[0] for worker in workers] == [b"p-0001\n"] * 3
    assert len(list(cache.glob("*.gpkg"))) == 1


def test_a_draft_left_by_a_killed_build_does_no_harm(cache: Path) -> None:
    target = cached_path(SAMPLE)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.with_name(f".{target.name}.1.draft").write_bytes(b"half")
    with Store.open(ensure_artefact(SAMPLE)) as store:
        assert store.has("p-0001")


def test_old_files_leave_the_cache(cache: Path) -> None:
    cache.mkdir()
    for number in range(6):
        (cache / f"gazetteer-{number}.gpkg").write_bytes(b"old")
    path = ensure_artefact(SAMPLE)
    assert path.is_file()
    assert len(list(cache.glob("*.gpkg"))) == 4


def test_named_artefact_comes_first(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PATH_VARIABLE, "/nowhere/x.gpkg")
    assert ensure_artefact() == Path("/nowhere/x.gpkg")


def test_no_tables_is_one_line_that_says_what_to_do(cache: Path, tmp_path: Path) -> None:
    with pytest.raises(ArtefactError, match="gazetteer data build") as caught:
        ensure_artefact(tmp_path / "none")
    assert "\n" not in str(caught.value)


def test_sound_sqlite(sample_artefact: Path) -> None:
    connection = sqlite3.connect(f"file:{sample_artefact}?mode=ro", uri=True)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
    connection.close()
