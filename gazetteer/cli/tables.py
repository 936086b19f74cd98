"""Printing: aligned tables for people, JSON for programs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import click


def echo_table(head: Sequence[str], rows: Iterable[Sequence[object]], indent: str = "") -> None:
    """Print rows under a head, aligned; numbers to the right. Nothing when there are no rows."""
    written = [[_cell(value) for value in row] for row in rows]
    if not written:
        return
    right = [all(_is_number(row[column]) for row in written) for column in range(len(head))]
    lines = [list(head), *written]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        cells = zip(line, widths, right, strict=True)
        click.echo(indent + "  ".join(_padded(*cell) for cell in cells).rstrip())


def write_picture(svg: str, form: str, output: str) -> None:
    """Write a picture as SVG or PNG to a file, or to standard output for ``-``.

    Raises NoFontError when a PNG is to be drawn on a machine without fonts.
    """
    if form == "png":
        from gazetteer.formats.png import render_png

        written = render_png(svg)
    else:
        written = svg.encode()
    with click.open_file(output, "wb") as file:
        file.write(written)


def echo_json(shape: Any, indented: bool = True) -> None:
    """Print JSON in UTF-8: indented for one answer, on one line for one of many."""
    import orjson

    click.echo(orjson.dumps(shape, option=orjson.OPT_INDENT_2 if indented else 0))


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else str(value)


def _is_number(cell: str) -> bool:
    return bool(cell) and cell.replace(".", "").replace("-", "").isdigit() and "-" not in cell[1:]


def _width(text: str) -> int:
    """Count columns: combining and format characters take none, wide ones two."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    none = sum(unicodedata.category(character) in ("Mn", "Me", "Cf") for character in text)
    return len(text) + wide - none


def _padded(text: str, width: int, right: bool) -> str:
    blanks = " " * (width - _width(text))
    return blanks + text if right else text + blanks
