"""An SVG picture as PNG, drawn by resvg with the fonts that cover our scripts."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from gazetteer.errors import NoFontError, QueryError

MAX_PIXELS = 30_000_000
"""Of a PNG; 30 million are 120 MB while it is drawn."""

FONTS_VARIABLE = "GAZETTEER_FONTS"
"""The environment variable that names a folder with DejaVuSans.ttf and DejaVuSans-Bold.ttf."""

_FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_FOLDERS = (
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/TTF",
    "/usr/local/share/fonts",
    "/usr/local/share/fonts/dejavu",
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)
_SYSTEM_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)
_SUFFIXES = (".ttf", ".otf", ".ttc")
_SIZE = re.compile(r'<svg\b[^>]*?\swidth="([0-9.]+)"[^>]*?\sheight="([0-9.]+)"')


def render_png(svg: str, width: int | None = None) -> bytes:
    """Draw an SVG picture of ours as PNG, ``width`` pixels wide, else as wide as it says.

    Raises NoFontError when the machine has no font at all, and QueryError for a width that is not
    positive or that makes more than MAX_PIXELS.
    """
    import resvg_py

    drawn_width, drawn_height = _size(svg)
    wide = drawn_width if width is None else width
    pixels = wide * wide * drawn_height / drawn_width
    if wide < 1 or pixels > MAX_PIXELS:
        raise QueryError(
            "width",
            f"{wide:g} pixels make a picture of {max(0, pixels) / 1e6:.0f} million pixels; "
            f"more than 0 and at most {MAX_PIXELS // 1_000_000} are drawn; SVG has no such bound",
        )
    files = font_files(os.environ.get(FONTS_VARIABLE, ""))
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=None if width is None else width,
        skip_system_fonts=bool(files),
        font_files=list(files) or None,
        font_family="DejaVu Sans",
        sans_serif_family="DejaVu Sans" if files else None,
    )


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("the SVG states no width and height in pixels")
    return float(found[1]), float(found[2])


@cache
def font_files(folder: str = "") -> tuple[str, ...]:
    """Find the files of DejaVu Sans in a folder or the usual ones; none, then any font will do.

    With these two a picture is the same on every machine, and they load in 2 ms; all 300 fonts of
    a system take 13 to 180 ms, once a process.
    """
    for candidate in ([folder] if folder else []) + list(_FOLDERS):
        found = [Path(candidate).expanduser() / name for name in _FILES]
        if found[0].is_file():
            return tuple(str(path) for path in found if path.is_file())
    if not any(map(_has_font, _SYSTEM_FOLDERS)):
        raise NoFontError
    return ()


def _has_font(folder: str) -> bool:
    paths = Path(folder).expanduser().rglob("*")
    return any(path.suffix.lower() in _SUFFIXES for path in paths)
