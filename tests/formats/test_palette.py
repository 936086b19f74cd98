"""Colours tell holders apart, for people who see colours differently too."""

from __future__ import annotations

import re
from itertools import combinations

import numpy
import pytest

from gazetteer.core import Gazetteer
from gazetteer.formats.palette import HOLDERS, INK, PAPER, colour_of, ink_on, luminance

# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB
_SIGHTS = {
    "usual": numpy.eye(3),
    "protanopia": numpy.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": numpy.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": numpy.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
_TO_XYZ = numpy.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)
_WHITE = numpy.array([0.9505, 1.0, 1.089])


def _lab(colour: str, sight: str) -> numpy.ndarray[tuple[int], numpy.dtype[numpy.float64]]:
    parts = numpy.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = numpy.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen = numpy.clip(_SIGHTS[sight] @ linear, 0, 1)
    ratio = numpy.cbrt(_TO_XYZ @ seen / _WHITE)
    return numpy.array(
        [116 * ratio[1] - 16, 500 * (ratio[0] - ratio[1]), 200 * (ratio[1] - ratio[2])]
    )


@pytest.mark.parametrize("sight", _SIGHTS)
def test_holders_are_told_apart(sight: str) -> None:
    near = {}
    for one, other in combinations(HOLDERS, 2):
        apart = numpy.linalg.norm(_lab(HOLDERS[one], sight) - _lab(HOLDERS[other], sight))
        if apart < 15:
            near[one, other] = round(float(apart), 1)
    assert not near


def test_holders_are_the_entities_they_are_said_to_be(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("p-0195").type == gazetteer.get("p-0194").type == "sovereign-state"
    assert gazetteer.get("a-0118").type == "unrecognised-republic"
    assert gazetteer.get("a-0113").kind == "mission"
    assert gazetteer.get("a-0179").type == gazetteer.get("a-0180").type == "union-republic"
    assert gazetteer.get("a-0181").type == "empire"


def test_another_holder_has_one_colour_and_not_a_partys() -> None:
    for number in range(100):
        colour = colour_of(f"a-{number:04}x")
        assert re.fullmatch("#[0-9a-f]{6}", colour)
        assert colour == colour_of(f"a-{number:04}x")
        assert colour not in HOLDERS.values()


@pytest.mark.parametrize("colour", sorted(HOLDERS.values()))
def test_text_on_a_bar_can_be_read(colour: str) -> None:
    ink, ground = luminance(ink_on(colour)), luminance(colour)
    contrast = (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)
    assert ink_on(colour) in (INK, PAPER)
    assert contrast >= 3
