"""SVG 1.1 as elements: shapes, texts and the document around them. No scripts, no styles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from gazetteer.formats.palette import INK, PAPER, SOFT
from gazetteer.formats.text_width import as_line, cleaned, text_width, wrapped

FONTS = (
    "'DejaVu Sans', 'Noto Sans', 'Noto Sans Armenian', 'Noto Sans Georgian', "
    "'Noto Naskh Arabic', Verdana, sans-serif"
)
NAMESPACE = "http://www.w3.org/2000/svg"
_BASELINE = 0.36
"""How far, in parts of the font size, a baseline lies below the middle of a line."""

_SIZE = 11.0

Value = str | float


def element(tag: str, *children: Element, text: str = "", **attributes: Value) -> Element:
    """Make an element; ``_`` in names of attributes is ``-``, empty attributes are left out.

    >>> tostring(element("path", d="M0 0h9", stroke_width=1.50, fill=""))
    b'<path d="M0 0h9" stroke-width="1.5" />'
    """
    made = Element(tag)
    for name, value in attributes.items():
        if value != "":
            written = value if isinstance(value, str) else number(value)
            made.set(name.rstrip("_").replace("_", "-"), cleaned(written))
    if text:
        made.text = cleaned(text)
    made.extend(children)
    return made


def number(value: float) -> str:
    """Write a number with at most two decimals.

    >>> number(12.0), number(-0.001), number(1.239)
    ('12', '0', '1.24')
    """
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: where, how large, and which side of it ``x`` is.

    ``y`` is the middle of the line; ``soft`` follows it in a quiet colour.
    """

    x: float
    y: float
    text: str
    soft: str = ""
    anchor: str = "start"
    size: float = _SIZE
    bold: bool = False
    fill: str = INK
    soft_fill: str = SOFT
    lang: str = ""

    @property
    def width(self) -> float:
        """The estimated width."""
        return text_width(self.text, self.size, self.bold) + text_width(self.soft, self.size)

    @property
    def left(self) -> float:
        """The estimated left edge."""
        return self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]

    def element(self) -> Element:
        """Return it as an SVG element."""
        made = element(
            "text",
            text=as_line(cleaned(self.text)),
            x=self.x,
            y=self.y + _BASELINE * self.size,
            text_anchor="" if self.anchor == "start" else self.anchor,
            font_size=self.size,
            font_weight="bold" if self.bold else "",
            fill=self.fill,
        )
        if self.lang:
            made.set("lang", self.lang)
        if self.soft:
            weight = "normal" if self.bold else ""
            soft = as_line(cleaned(self.soft))
            made.append(element("tspan", text=soft, fill=self.soft_fill, font_weight=weight))
        return made


@dataclass(frozen=True, slots=True)
class Block:
    """Shapes one below the other: what is drawn, and where the next may begin."""

    shapes: tuple[Element, ...]
    bottom: float


def paragraph(
    x: float, y: float, width: float, texts: Iterable[str], size: float = 10, fill: str = SOFT
) -> Block:
    """Write texts below each other from the top edge ``y`` on, broken into lines of a width."""
    shapes = []
    height = size * 1.45
    for text in texts:
        for line in wrapped(text, width, size):
            shapes.append(Text(x, y + height / 2, line, size=size, fill=fill).element())
            y += height
        y += size * 0.25
    return Block(tuple(shapes), y)


def heading(x: float, y: float, width: float, title: str, below: str, lang: str = "") -> Block:
    """Write the title of a picture and a quiet line below it."""
    size = 18.0
    shapes = []
    for line in wrapped(title, width, size, bold=True):
        text = Text(x, y + size * 0.7, line, size=size, bold=True, lang=lang)
        shapes.append(text.element())
        y += size * 1.35
    rest = paragraph(x, y + 2, width, [below], size=12)
    return Block((*shapes, *rest.shapes), rest.bottom)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a legend: shapes around (0, 0), not wider than 24, and what they mean.

    One without shapes is the heading of those that follow, and begins a line.
    """

    shapes: tuple[Element, ...]
    text: str


def legend(x: float, y: float, width: float, signs: Iterable[Sign]) -> Block:
    """Set signs in a row with their texts, as many to a line as there is room."""
    size, height, sign_width, gap = _SIZE, 19.0, 22.0, 18.0
    shapes = []
    at = x
    bottom = y
    for sign in signs:
        indent = sign_width if sign.shapes else 0.0
        lines = wrapped(sign.text, width - indent, size)
        room = indent + max(text_width(line, size) for line in lines)
        if at > x and (at + room > x + width or not sign.shapes):
            at, y = x, bottom
        middle = y + height / 2
        place = f"translate({number(at + sign_width / 2 - 3)} {number(middle)})"
        if sign.shapes:
            shapes.append(element("g", *sign.shapes, transform=place))
        for index, line in enumerate(lines):
            fill = INK if sign.shapes else SOFT
            text = Text(at + indent, middle + index * size * 1.3, line, size=size, fill=fill)
            shapes.append(text.element())
        bottom = max(bottom, y + height + (len(lines) - 1) * size * 1.3)
        at += room + gap
    return Block(tuple(shapes), bottom)


def hatch(name: str, colour: str, stroke_width: float) -> Element:
    """Define slanted lines to fill with; tiles that are not turned are drawn twice as fast."""
    lines = element(
        "path", d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2", stroke=colour, stroke_width=stroke_width
    )
    return element("pattern", lines, id=name, width=6, height=6, patternUnits="userSpaceOnUse")


def titled(title: str, *children: Element, class_: str = "") -> Element:
    """Group shapes under a title, which is shown when one points at them and is read aloud."""
    return element("g", element("title", text=title), *children, class_=class_)


def document(
    width: float, height: float, title: str, description: str, shapes: Iterable[Element]
) -> str:
    """Write a whole picture on white ground, with a title and description for who cannot see it."""
    root = element(
        "svg",
        element("title", text=title, id="title"),
        element("desc", text=description, id="desc"),
        element("rect", width=width, height=height, fill=PAPER),
        *shapes,
        xmlns=NAMESPACE,
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby="title desc",
        font_family=FONTS,
        font_size=_SIZE,
    )
    return tostring(root, encoding="unicode") + "\n"
