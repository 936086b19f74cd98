"""Reading pictures: elements and boxes of an SVG, and pixels of a PNG.

Golden pictures are written anew with GAZETTEER_WRITE_GOLDEN=1; look at them before committing.
"""

from __future__ import annotations

import os
import struct
import zlib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import numpy
import numpy.typing

from gazetteer.formats.text_width import text_width

SVG = "{http://www.w3.org/2000/svg}"
FOLDER = Path(__file__).resolve().parent.parent / "golden" / "pictures"
Pixels = numpy.typing.NDArray[numpy.uint8]


@dataclass(frozen=True)
class Box:
    """A line of text and where it is."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        beside = self.right <= other.left + 0.1 or other.right <= self.left + 0.1
        below = self.bottom <= other.top + 0.1 or other.bottom <= self.top + 0.1
        return not (beside or below)


def read(svg: str) -> Element:
    """Parse a picture: it is well-formed and has neither script nor reference to elsewhere."""
    root = fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title") is not None
    assert root.find(f"{SVG}desc") is not None
    assert not [node for node in root.iter() if node.tag in (f"{SVG}script", f"{SVG}image")]
    assert "href" not in svg
    return root


def boxes(root: Element) -> list[Box]:
    """Return the boxes of all texts."""
    return [_box(node) for node in root.iter(f"{SVG}text")]


def _box(node: Element) -> Box:
    size = float(node.get("font-size", "11"))
    is_bold = node.get("font-weight") == "bold"
    softer = [part.text or "" for part in node]
    width = text_width(node.text or "", size, is_bold)
    width += sum(text_width(part, size) for part in softer)
    x, baseline = float(node.get("x", "")), float(node.get("y", ""))
    anchor = node.get("text-anchor", "start")
    left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    text = (node.text or "") + "".join(softer)
    return Box(text, left, left + width, baseline - 0.76 * size, baseline + 0.24 * size)


def overlapping(found: list[Box]) -> list[tuple[str, str]]:
    """Return the texts that lie on each other."""
    return [(a.text, b.text) for a, b in combinations(found, 2) if a.overlaps(b)]


def outside(found: list[Box], root: Element) -> list[str]:
    """Return the texts that reach over an edge of the picture."""
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    return [
        box.text
        for box in found
        if box.left < 0 or box.right > width or box.top < 0 or box.bottom > height
    ]


def told(svg: str) -> dict[str, dict[str, str] | list[str]]:
    """Return what a picture says, apart from where: its frame, and all texts in order."""
    root = read(svg)
    texts = (f"{SVG}{tag}" for tag in ("title", "desc", "text"))
    found = {tag: [_text(node) for node in root.iter(tag)] for tag in texts}
    return {
        "frame": dict(root.attrib),
        "titles": found[f"{SVG}title"],
        "desc": found[f"{SVG}desc"],
        "texts": found[f"{SVG}text"],
    }


def _text(node: Element) -> str:
    return "".join(node.itertext())


def golden(name: str, svg: str) -> str:
    """Return the picture that is kept under a name."""
    path = FOLDER / f"{name}.svg"
    if os.environ.get("GAZETTEER_WRITE_GOLDEN"):
        path.write_text(svg, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def size(png: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pixels(png: bytes) -> Pixels:
    """Return the rows of a PNG of four bytes a pixel, as resvg writes it."""
    width, height = size(png)
    assert png[24:26] == b"\x08\x06"
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += 12 + length
    rows = numpy.frombuffer(zlib.decompress(packed), numpy.uint8).reshape(height, -1)
    before = numpy.zeros(width * 4, numpy.uint8)
    drawn = numpy.empty((height, width * 4), numpy.uint8)
    for number, row in enumerate(rows):
        before = drawn[number] = _unfiltered(int(row[0]), row[1:], before)
    return drawn.reshape(height, width, 4)


def _unfiltered(kind: int, row: Pixels, above: Pixels) -> Pixels:
    if kind == 0:
        return row
    if kind == 2:
        return row + above
    done = [0] * (len(row) + 4)
    upper = [0, 0, 0, 0, *above.tolist()]
    for at, value in enumerate(row.tolist()):
        left, up, corner = done[at], upper[at + 4], upper[at]
        added = {1: left, 3: (left + up) // 2, 4: _paeth(left, up, corner)}[kind]
        done[at + 4] = (value + added) % 256
    return numpy.array(done[4:], numpy.uint8)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))
