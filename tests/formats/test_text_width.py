"""Widths are estimated no smaller than they are drawn, and cut texts fit."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.formats.png import render_png
from gazetteer.formats.svg import Text, document
from gazetteer.formats.text_width import as_line, cut, isolated, label_lines, text_width, wrapped
from tests.formats.pictures import pixels

SAMPLES = [
    "Khankendi / Stepanakert",
    "Şuşa, Xankəndi, Əsgəran, Qarşərəbtrestin",
    "Степанакерт / Ханкенди, Щебетовка",
    "Ստեփանակերտ / Խանքենդի",
    "შუშა / სტეფანაკერტი",
    "خان‌کندی / استپاناکرت",
    "0123456789 – 42.8 km · «…»",
]


@pytest.mark.parametrize("is_bold", [False, True])
@pytest.mark.parametrize("text", SAMPLES)
def test_estimate_is_about_what_is_drawn(text: str, is_bold: bool) -> None:
    line = Text(10, 30, text, size=20, bold=is_bold).element()
    drawn = pixels(render_png(document(900, 60, "t", "d", [line])))
    columns = numpy.flatnonzero((drawn[:, :, 0] < 128).any(axis=0))
    width = columns[-1] - columns[0]
    estimate = text_width(text, 20, is_bold)
    assert width - 4 <= estimate <= 1.5 * width


@given(st.text(max_size=60), st.floats(40, 300))
def test_cut_texts_fit(text: str, width: float) -> None:
    pieces = text.count(" / ") + 1
    assert text_width(cut(text, width, 11), 11) <= max(width, pieces * 30)
    for line in wrapped(text, width, 11) + label_lines(text, width, 11):
        assert text_width(line, 11) <= width + 1e-6


def test_neither_name_of_a_pair_is_lost() -> None:
    first, _, second = cut("Khankendi / Stepanakert", 90, 11).partition(" / ")
    assert first.startswith("Kh")
    assert second.startswith("St")


def test_right_to_left_is_isolated() -> None:
    assert isolated("شوشا") == "\u2067شوشا\u2069"
    assert as_line("شوشا / شوشی") == "\u2067شوشا / شوشی\u2069"
    sentence = f"held by {isolated('ایران')}"
    assert as_line(sentence) == sentence
    assert as_line("held by \u2067جمهوری") == "held by جمهوری"
