"""Mapbox Vector Tile 2.1: what a tile shows, as bytes.

The format is a small one of protocol buffers; section numbers are those of the specification.
"""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.model import LINE, POINT, POLYGON, TILE_EXTENT, Tile, TileFeature, TileLayer

MEDIA_TYPE = "application/vnd.mapbox-vector-tile"

_VERSION = 2
_MOVE, _DRAW, _CLOSE = 1, 2, 7

# Field keys of protocol buffers: number << 3 | wire type (0 a number, 2 bytes with their length).
_TILE_LAYER = b"\x1a"
_LAYER_VERSION, _LAYER_NAME, _LAYER_FEATURE = b"\x78", b"\x0a", b"\x12"
_LAYER_KEY, _LAYER_VALUE, _LAYER_EXTENT = b"\x1a", b"\x22", b"\x28"
_FEATURE_TAGS, _FEATURE_TYPE, _FEATURE_GEOMETRY = b"\x12", b"\x18", b"\x22"
_GEOMETRY_TYPES = {
    shape: _FEATURE_TYPE + bytes((number,))
    for shape, number in ((POINT, 1), (LINE, 2), (POLYGON, 3))
}
_VALUE_STRING, _VALUE_UINT, _VALUE_SINT, _VALUE_BOOL = b"\x0a", b"\x28", b"\x30", b"\x38"

Value = str | int | bool


def tile(shown: Tile) -> bytes:
    """Write a tile; one that shows nothing has no bytes, which is a message without fields.

    >>> from gazetteer.model import TileAddress
    >>> tile(Tile(TileAddress(0, 0, 0), (TileLayer("places"),)))
    b''
    """
    return b"".join(_TILE_LAYER + _sized(_layer(layer)) for layer in shown.layers if layer.features)


class _Values:
    """The values of a layer, each once, with its number; 1 and true are two values (4.1)."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._others: dict[tuple[type, Value], int] = {}
        self.written: list[bytes] = []

    def number(self, value: Value) -> int:
        if isinstance(value, str):
            found = self._texts.setdefault(value, len(self.written))
        else:
            found = self._others.setdefault((value.__class__, value), len(self.written))
        if found == len(self.written):
            self.written.append(_value(value))
        return found


def _layer(layer: TileLayer) -> bytes:
    """Write a layer (4.1); equal keys and equal values are written once (4.4)."""
    keys: dict[str, int] = {}
    values = _Values()
    features = [_feature(feature, keys, values) for feature in layer.features]
    pieces = [_LAYER_VERSION, _varint(_VERSION), _LAYER_NAME, _sized(layer.name.encode())]
    for written in features:
        pieces += (_LAYER_FEATURE, _sized(written))
    for key in keys:
        pieces += (_LAYER_KEY, _sized(key.encode()))
    for value in values.written:
        pieces += (_LAYER_VALUE, _sized(value))
    pieces += (_LAYER_EXTENT, _varint(TILE_EXTENT))
    return b"".join(pieces)


def _feature(feature: TileFeature, keys: dict[str, int], values: _Values) -> bytes:
    """Write a feature (4.2); a property with an empty text is left out."""
    tags: list[int] = []
    for key, value in feature.properties.items():
        if value != "":
            tags.append(keys.setdefault(key, len(keys)))
            tags.append(values.number(value))
    commands = _point(feature.parts[0]) if feature.shape == POINT else _strokes(feature)
    return b"".join(
        (
            _FEATURE_TAGS,
            _sized(_varints(tags)),
            _GEOMETRY_TYPES[feature.shape],
            _FEATURE_GEOMETRY,
            _sized(_varints(commands)),
        )
    )


def _point(part: Sequence[int]) -> list[int]:
    """Return the command of one point (4.3.4.2)."""
    x, y = part
    return [_command(_MOVE, 1), _zigzag(x), _zigzag(y)]


def _strokes(feature: TileFeature) -> list[int]:
    """Return the commands of lines (4.3.4.3) or rings (4.3.4.4), each going on from the last."""
    commands: list[int] = []
    is_ring = feature.shape == POLYGON
    x = y = 0
    for part in feature.parts:
        for place in range(0, len(part), 2):
            if place == 0:
                commands.append(_command(_MOVE, 1))
            elif place == 2:
                commands.append(_command(_DRAW, len(part) // 2 - 1))
            commands.append(_zigzag(part[place] - x))
            commands.append(_zigzag(part[place + 1] - y))
            x, y = part[place], part[place + 1]
        if is_ring:
            commands.append(_command(_CLOSE, 1))
    return commands


def _value(value: Value) -> bytes:
    """Write a value (4.1, ``Value``)."""
    if isinstance(value, bool):
        return _VALUE_BOOL + _varint(value)
    if isinstance(value, int):
        if value < 0:
            return _VALUE_SINT + _varint(_zigzag(value))
        return _VALUE_UINT + _varint(value)
    return _VALUE_STRING + _sized(value.encode())


def _command(command: int, count: int) -> int:
    return command | count << 3


def _zigzag(number: int) -> int:
    """Fold negative numbers between the others (4.3.2).

    >>> [_zigzag(number) for number in (0, -1, 1, -2)]
    [0, 1, 2, 3]
    """
    return number << 1 if number >= 0 else (-number << 1) - 1


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)


_SHORT = tuple(map(_varint, range(1 << 14)))
"""The numbers of one and two bytes, which nearly all in a tile are."""


def _varints(numbers: Sequence[int]) -> bytes:
    """Write numbers in groups of seven bits, the lowest first."""
    try:
        return b"".join([_SHORT[number] for number in numbers])
    except IndexError:
        return b"".join(map(_varint, numbers))


def _sized(content: bytes) -> bytes:
    length = len(content)
    return (_SHORT[length] if length < len(_SHORT) else _varint(length)) + content
