"""How wide a text is in a picture, and how it is cut: estimated from DejaVu Sans, rounded up.

Whoever shows the picture chooses the font. DejaVu Sans is among the widest that cover all our
scripts, so that what does not overlap in it does not in others.
"""

from __future__ import annotations

import unicodedata

_UNITS = 20
"""Units of an em in which widths are written."""

_BOLD = 1.13
"""How much wider bold is, on average."""

_UNKNOWN = 17
_WIDE = 21

_ADVANCES: dict[int, str] = {
    0x0020: (
        "78ahdjg688ah7877dddddddddd77hhhbkeeegdcgg66ecifgdgeddfekede878haaddbdd8dd66c6kdd"
        "dd9b8dchccbd7dh"
    ),
    0x00A0: (
        "78dddd7aakadh0kaah88add7a8adkkkbeeeeeekedddd6666gfggggghgffffdddddddddkbdddd6666"
        "dddddddhdddddcdcedededebebebebgdgdddddddddddgdgdgdgdgdje6666666666cc66eccc6c6c8c"
        "7c6fdfdfdhfdgdgdgdmle9e9e9dbdbdbdbd8d8d8fdfdfdfdfdfdkhdcdebebeb8"
    ),
    0x018F: "g",
    0x0259: "d",
    0x0400: (
        "ddgded666mlgffdgeeedgdmdfffgigggdeddiegemmhieemeddcbedibddddgededbccicecjjfgcbhd"
        "dddbbb666jieddce"
    ),
    0x0490: (
        "dbecdbmidbfdfdfdihgelimjieebdcdcdcecjhececedjfjf6miedgegegeecig6ededkkddgdgdmidb"
        "ecfdfdgdgdgdebdcdcdcecdb"
    ),
    0x0531: (
        "gfggfgdfigebjiffggggffgffgggfgfefbhgggff775859afkdeeddbdfed6kddddddd6dad9kcdddkdd9kddhhf78"
    ),
    0x060C: (
        "7fff0000000000070ffbfa66a6g6jbjjddd99aappppjjccfffff6lghfdfbagg00000000000000000"
        "0000bbbbbbbbbbb77bjg0fff6ffffjjjjjjjjddddddd999999999aaabdbaaapppppjcllllllggimi"
        "hhhiiiiiifffffffffedffffffaaaffagfgfgffff"
    ),
    0x06D5: "b00000000f000000ff00f0000ffbbbbbbbbbb",
    0x10D0: "bbchbbagbbmbbgbbgbebhbgbbbcbbbbabbbbbchcbcb97",
    0x2010: "88dakkaa7777bbbbaacc7ek7",
    0x2030: "rz58b58b788",
    0x2116: "l",
    0x2190: "hhhhhh",
    0x2212: "h",
}
"""From a first code point on, the width of each one as a digit of base 36; marks have none."""

_WIDTHS = {
    first + offset: int(digit, 36)
    for first, digits in _ADVANCES.items()
    for offset, digit in enumerate(digits)
}

_NO_XML = {
    **dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)),
    **dict.fromkeys(range(0xD800, 0xE000)),
    **dict.fromkeys((9, 10, 13), " "),
}
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATE, _POP = "\u2067", "\u2069"
_PAIR = " / "
_ELLIPSIS = "…"


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Estimate the width of a text of a font size, in the unit of the size.

    >>> text_width("Şuşa", 20) < text_width("Խանքենդի", 20) < text_width("Խանքենդի", 20, bold=True)
    True
    """
    units = sum(map(_units, text))
    return units / _UNITS * size * (_BOLD if bold else 1)


def _units(character: str) -> int:
    known = _WIDTHS.get(ord(character))
    if known is not None:
        return known
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN


def cleaned(text: str) -> str:
    r"""Leave out what XML may not contain; line breaks and tabs become blanks.

    >>> cleaned("Shusha\x00\n(Shushi)")
    'Shusha (Shushi)'
    """
    return text.translate(_NO_XML)


def isolated(text: str) -> str:
    """Wrap a text that has letters written from right to left, so that its order is its own.

    Labels are wrapped where they are set into a sentence, and so is a line that begins from the
    right. Renderers differ in what ``direction`` does to an anchor; with isolates they agree.

    >>> isolated("Shusha"), isolated("\u0634\u0648\u0634\u0627")[0] == "\u2067"
    ('Shusha', True)
    """
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text):
        return f"{_ISOLATE}{text}{_POP}"
    return text


def as_line(text: str) -> str:
    """Return a line as it is written into a picture: whole when it begins from the right."""
    if text.count(_ISOLATE) != text.count(_POP):  # a sentence was broken inside a label
        text = text.replace(_ISOLATE, "").replace(_POP, "")
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "RLI"):
            return text
        if direction in _RIGHT_TO_LEFT:
            return isolated(text)
    return text


def cut(text: str, width: float, size: float, bold: bool = False) -> str:
    """Cut a text to a width with an ellipsis; of a pair of names neither is lost for the other.

    >>> cut("Boyuk Galadarasi / Mets Shen", 120, 11)
    'Boyuk… / Mets S…'
    """
    if text_width(text, size, bold) <= width:
        return text
    parts = text.split(_PAIR)
    room = width - text_width(_PAIR, size, bold) * (len(parts) - 1)
    widths = [text_width(part, size, bold) for part in parts]
    rooms = _shared(widths, room)
    pieces = [_cut_one(part, each, size, bold) for part, each in zip(parts, rooms, strict=True)]
    return _PAIR.join(pieces)


def _shared(widths: list[float], room: float) -> list[float]:
    """Share room: who needs less than an equal share leaves the rest to the others."""
    rooms = [0.0] * len(widths)
    waiting = sorted(range(len(widths)), key=widths.__getitem__)
    while waiting:
        first = waiting.pop(0)
        rooms[first] = min(widths[first], room / (len(waiting) + 1))
        room -= rooms[first]
    return rooms


def _cut_one(text: str, width: float, size: float, bold: bool) -> str:
    if text_width(text, size, bold) <= width:
        return text
    while text and text_width(text + _ELLIPSIS, size, bold) > width:
        text = text[:-1]
    return f"{text.rstrip()}{_ELLIPSIS}"


def wrapped(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Break a text into lines at blanks; a word that is too long is cut."""
    return _filled_lines(text.split(), " ", width, size, bold)


def label_lines(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Break a label: a pair of names between the names, each cut where a line is too short.

    >>> label_lines("Boyuk Galadarasi / Mets Shen", 120, 11)
    ['Boyuk Galadarasi /', 'Mets Shen']
    """
    return _filled_lines(text.split(_PAIR), _PAIR, width, size, bold)


def _filled_lines(
    pieces: list[str], between: str, width: float, size: float, bold: bool
) -> list[str]:
    lines = [""]
    last = len(pieces) - 1
    for number, piece in enumerate(pieces):
        tail = "" if number == last else between.rstrip()
        joined = f"{lines[-1]}{between if between == ' ' else ' '}{piece}{tail}"
        if lines[-1] and text_width(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            room = width - text_width(tail, size, bold)
            line = _cut_one(piece, room, size, bold) + tail
            lines = [*lines, line] if lines[-1] else [line]
    return lines
