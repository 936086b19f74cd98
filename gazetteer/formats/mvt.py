"""Mapbox Vector Tile 2.1: what a tile shows, as bytes.

The format is a small one of protocol buffers; section numbers are those of the specification.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gazetteer.model import LINE, POINT, POLYGON, TILE_EXTENT, Tile, TileFeature, TileLayer

MEDIA_TYPE = "application/vnd.mapbox-vector-tile"

_VERSION = 2
_GEOMETRY_TYPES = {POINT: 1, LINE: 2, POLYGON: 3}
_MOVE, _DRAW, _CLOSE = 1, 2, 7

# Field keys of protocol buffers: number << 3 | wire type (0 a number, 2 bytes with their length).
_TILE_LAYER = b"\x1a"
_LAYER_VERSION, _LAYER_NAME, _LAYER_FEATURE = b"\x78", b"\x0a", b"\x12"
_LAYER_KEY, _LAYER_VALUE, _LAYER_EXTENT = b"\x1a", b"\x22", b"\x28"
_FEATURE_TAGS, _FEATURE_TYPE, _FEATURE_GEOMETRY = b"\x12", b"\x18", b"\x22"
_VALUE_STRING, _VALUE_UINT, _VALUE_SINT, _VALUE_BOOL = b"\x0a", b"\x28", b"\x30", b"\x38"

Value = str | int | bool


def tile(shown: Tile) -> bytes:
    """Write a tile; one that shows nothing has no bytes, which is a message without fields.

    >>> from gazetteer.model import TileAddress
    >>> tile(Tile(TileAddress(0, 0, 0), (TileLayer("places"),)))
    b''
    """
    return b"".join(_TILE_LAYER + _sized(_layer(layer)) for layer in shown.layers if layer.features)


def _layer(layer: TileLayer) -> bytes:
    """Write a layer (4.1); equal keys and equal values are written once (4.4)."""
    keys: dict[str, int] = {}
    values: dict[tuple[type, Value], int] = {}
    features = [_feature(feature, keys, values) for feature in layer.features]
    pieces = [_LAYER_VERSION, _varint(_VERSION), _LAYER_NAME, _sized(layer.name.encode())]
    for written in features:
        pieces += (_LAYER_FEATURE, _sized(written))
    for key in keys:
        pieces += (_LAYER_KEY, _sized(key.encode()))
    for _, value in values:
        pieces += (_LAYER_VALUE, _sized(_value(value)))
    pieces += (_LAYER_EXTENT, _varint(TILE_EXTENT))
    return b"".join(pieces)


def _feature(
    feature: TileFeature, keys: dict[str, int], values: dict[tuple[type, Value], int]
) -> bytes:
    """Write a feature (4.2); a property with an empty text is left out."""
    tags: list[int] = []
    for key, value in feature.properties.items():
        if value != "":
            tags.append(keys.setdefault(key, len(keys)))
            tags.append(values.setdefault((value.__class__, value), len(values)))
    commands = _point(feature.parts[0]) if feature.shape == POINT else _strokes(feature)
    kind = _GEOMETRY_TYPES[feature.shape]
    return b"".join(
        (
            _FEATURE_TAGS,
            _sized(_varints(tags)),
            _FEATURE_TYPE,
            _varint(kind),
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
    return _varints((number,))


def _varints(numbers: Iterable[int]) -> bytes:
    """Write numbers in groups of seven bits, the lowest first."""
    written = bytearray()
    for number in numbers:
        while number > 0x7F:
            written.append(number & 0x7F | 0x80)
            number >>= 7  # noqa: PLW2901 - eats the number up
        written.append(number)
    return bytes(written)


def _sized(content: bytes) -> bytes:
    length = len(content)
    return (bytes((length,)) if length < 0x80 else _varint(length)) + content
