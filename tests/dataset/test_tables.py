"""Reading, writing and formatting tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.dataset.schema import read_schema
from gazetteer.dataset.tables import Row, canonical_order, format_tables, read_table, render_table
from gazetteer.errors import DatasetError
from tests.builders import DATA, PackageBuilder, a_name, a_place

SCHEMA = read_schema(DATA).tables["redirects"]
HEADER = b"id,target,date,reason\n"


def read(folder: Path, raw: bytes) -> list[str]:
    (folder / SCHEMA.file).write_bytes(raw)
    return [str(problem) for problem in read_table(folder, SCHEMA).problems]


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "redirects.csv:1: the header must be id,target,date,reason"),
        (b"id,target\n", "redirects.csv:1: the header must be id,target,date,reason"),
        (HEADER + b"a,b,c,d\na,b,c\n", "redirects.csv:3: has 3 cells instead of 4"),
        (HEADER + b'a,"b\nb",c,d\na,b\n', "redirects.csv:4: has 2 cells instead of 4"),
        (HEADER + b"a,b,c,d\n\xff,b,c,d\n", "redirects.csv:3: is not UTF-8"),
        (HEADER + b'a,"b"x,c,d\n', "redirects.csv:2: is not CSV: "),
        (b"\xef\xbb\xbf" + HEADER, "redirects.csv:1: begins with a byte order mark"),
        (HEADER + b"a,b,c,d\r\n", "redirects.csv:2: ends in CR; lines end in LF alone"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_line(
    tmp_path: Path, raw: bytes, problem: str
) -> None:
    assert any(found.startswith(problem) for found in read(tmp_path, raw))


def test_a_bad_line_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / SCHEMA.file).write_bytes(HEADER + b"a,b,c,d\nbad\ne,f,g,h\n")
    table = read_table(tmp_path, SCHEMA)
    assert [(row["id"], row.line) for row in table.rows] == [("a", 2), ("e", 4)]


def test_missing_table_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read_table(tmp_path, SCHEMA).problems
    assert "is missing" in problem.message


def test_ids_are_ordered_by_number() -> None:
    rows = [Row(dict.fromkeys(SCHEMA.columns, "") | {"id": f"p-{n}"}) for n in ("10000", "0999")]
    assert [row["id"] for row in canonical_order(rows, SCHEMA)] == ["p-0999", "p-10000"]


def test_fmt_mends_order_blanks_line_ends_and_normal_form(tmp_path: Path) -> None:
    builder = PackageBuilder(tmp_path).add(
        a_place(), a_place("p-0002"), a_name(text="Şuşa", lang="az")
    )
    folder = builder.write()
    assert format_tables(folder) == ()
    names = folder / "names.csv"
    good = names.read_bytes()
    header, *rows = good.decode().splitlines()
    messy = "\r\n".join([header, *reversed(rows), ""])
    names.write_bytes(messy.replace("Şuşa", "S\u0327us\u0327a  ").encode())
    assert format_tables(folder, write=False) == ("names.csv",)
    assert names.read_bytes() != good
    assert format_tables(folder) == ("names.csv",)
    assert names.read_bytes() == good


def test_fmt_leaves_unreadable_tables_alone(tmp_path: Path) -> None:
    folder = PackageBuilder(tmp_path).add(a_place()).write()
    for raw in (b"id,target\nx,y\n", HEADER + b"\xff,b,c,d\n", HEADER + b"a,b\n"):
        (folder / "redirects.csv").write_bytes(raw)
        assert format_tables(folder) == ()
        assert (folder / "redirects.csv").read_bytes() == raw


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(rows=st.lists(st.tuples(cells, cells, cells, cells), max_size=6))
def test_any_cells_survive_writing_and_reading(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    written = [Row(zip(SCHEMA.columns, row, strict=True)) for row in rows]
    folder = tmp_path_factory.mktemp("tables")
    (folder / SCHEMA.file).write_bytes(render_table(written, SCHEMA).encode())
    table = read_table(folder, SCHEMA)
    assert table.problems == []
    assert [tuple(row.values()) for row in table.rows] == rows


@given(raw=st.binary(max_size=80))
def test_any_bytes_are_rows_or_problems(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    (folder / SCHEMA.file).write_bytes(HEADER + raw)
    table = read_table(folder, SCHEMA)
    assert table.problems or all(len(row) == 4 for row in table.rows)


def test_a_folder_may_have_its_own_schema(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{}")
    with pytest.raises(DatasetError, match=r"datapackage\.json: cannot be read as a table schema"):
        read_schema(tmp_path)
    (tmp_path / "datapackage.json").unlink()
    assert read_schema(tmp_path) == read_schema(DATA)
