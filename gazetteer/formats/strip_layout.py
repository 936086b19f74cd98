"""Where everything of a strip map stands, before any of it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from gazetteer.formats.native import Labeller
from gazetteer.formats.spreading import spread
from gazetteer.formats.text_width import label_lines
from gazetteer.model import PlaceAlong

MAX_LABELS = 400
"""More places than these are drawn without a label; the most prominent ones have one."""

LABEL_SIZE = 11.0
LINE_HEIGHT = 13.5
_LABEL_GAP = 3.0
_LEAST_HEIGHT = 420.0
_GROWTH = (1.0, 1.25, 1.6, 2.0)
"""By how much more than the least the picture may grow so that labels stand by their places."""

_NEAR_ENOUGH = 12.0
"""How far labels may be moved on average before the picture grows."""

_MARGIN, _SCALE, _GUTTER = 16.0, 46.0, 34.0
_BOLD_TYPES = ("city", "town")
_UNTANGLINGS = 12

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """The frame: where the kilometres and the metres are in the picture."""

    width: float
    first_km: float
    last_km: float
    within_m: float
    top: float = 0.0
    height: float = _LEAST_HEIGHT

    @property
    def half(self) -> float:
        """Half the breadth of the band in which dots stand."""
        return min(160.0, max(60.0, 0.13 * self.width))

    @property
    def column(self) -> float:
        """The breadth of the labels of one side."""
        return (self.width - 2 * _MARGIN - _SCALE) / 2 - self.half - _GUTTER

    @property
    def middle(self) -> float:
        """Where the line is."""
        return _MARGIN + _SCALE + self.column + _GUTTER + self.half

    @property
    def bottom(self) -> float:
        """The lower end of the line."""
        return self.top + self.height

    @property
    def length(self) -> float:
        """The kilometres that are drawn, at least a metre, so that they divide."""
        return max(0.001, self.last_km - self.first_km)

    def y(self, km: float) -> float:
        """Return the height at which a kilometre stands; the start is at the bottom."""
        return self.bottom - (km - self.first_km) / self.length * self.height

    def x(self, metres: float, side: str) -> float:
        """Return where a distance to a side stands; what is on the line stands on it."""
        off = {"left": -metres, "right": metres}.get(side, 0.0)
        return self.middle + max(-1.0, min(1.0, off / self.within_m)) * self.half

    def label_x(self, is_left: bool) -> float:
        """Return where the labels of a side begin: the edge that faces the band."""
        return self.middle + (self.half + _GUTTER) * (-1 if is_left else 1)

    @property
    def across_times(self) -> float:
        """How much larger distances across are drawn than along."""
        along = self.height / (self.length * 1000)
        return self.half / self.within_m / along


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its dot and its label: lines of text about the height ``label_y``."""

    found: PlaceAlong
    lines: tuple[str, ...] = ()
    lang: str = ""
    is_left: bool = False
    is_bold: bool = False
    label_y: float = 0.0

    @property
    def label_height(self) -> float:
        """The height that the label takes, with the gap to the next."""
        return len(self.lines) * LINE_HEIGHT + _LABEL_GAP


@dataclass(frozen=True, slots=True)
class Layout:
    """A strip map before it is drawn."""

    axes: Axes
    spots: tuple[Spot, ...]
    unlabelled: int


def arrange(axes: Axes, places: Sequence[PlaceAlong], label: Labeller) -> Layout:
    """Give every place its dot and its label a free place; the picture grows taller as needed."""
    labelled = _most_prominent(places)
    spots = [
        _spot(found, axes, label) if index in labelled else Spot(found)
        for index, found in enumerate(places)
    ]
    spots = _take_sides(spots)
    needed = max((sum(s.label_height for s in side) for side in _sides(spots)), default=0.0)
    least = max(_LEAST_HEIGHT, 1.1 * needed)
    for growth in _GROWTH:
        axes = replace(axes, height=least * growth)
        moves = [move for side in _sides(spots) for move in _moves(side, axes)]
        if sum(moves) <= _NEAR_ENOUGH * len(moves):
            break
    return Layout(axes, tuple(_place_labels(spots, axes)), len(places) - len(labelled))


def _most_prominent(places: Sequence[PlaceAlong]) -> set[int]:
    order = sorted(range(len(places)), key=lambda index: -places[index].place.prominence)
    return set(order[:MAX_LABELS])


def _spot(found: PlaceAlong, axes: Axes, label: Labeller) -> Spot:
    chosen = label(found.place.id)
    is_bold = found.place.type in _BOLD_TYPES
    lines = label_lines(chosen.text, axes.column, LABEL_SIZE, is_bold)
    return Spot(found, tuple(lines), chosen.lang, found.side == "left", is_bold)


def _take_sides(spots: Sequence[Spot]) -> list[Spot]:
    """Let the label of a place on the line stand where the nearest other label is farther off."""
    settled = [spot for spot in spots if spot.lines and spot.found.side != "on"]
    taken = []
    for spot in spots:
        if spot.lines and spot.found.side == "on":
            rooms = {is_left: _room(spot, settled, is_left) for is_left in (False, True)}
            spot = replace(spot, is_left=rooms[True] > rooms[False])  # noqa: PLW2901
            settled.append(spot)
        taken.append(spot)
    return taken


def _room(spot: Spot, settled: Sequence[Spot], is_left: bool) -> float:
    km = spot.found.km_along
    offs = (abs(other.found.km_along - km) for other in settled if other.is_left == is_left)
    return min(offs, default=float("inf"))


def _sides(spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    labelled = [spot for spot in spots if spot.lines]
    return [s for s in labelled if s.is_left], [s for s in labelled if not s.is_left]


def _place_labels(spots: Sequence[Spot], axes: Axes) -> list[Spot]:
    placed: dict[str, Spot] = {}
    for side in _sides(spots):
        down = _fanned(_downwards(side))
        for _ in range(_UNTANGLINGS):
            down = _stacked(down, axes)
            untangled = _untangled(down, axes)
            if untangled == down:
                break
            down = untangled
        placed |= {spot.found.place.id: spot for spot in _stacked(down, axes)}
    return [placed.get(spot.found.place.id, spot) for spot in spots]


def _downwards(side: Sequence[Spot]) -> list[Spot]:
    return sorted(side, key=lambda spot: (-spot.found.km_along, spot.found.place.id))


def _moves(side: Sequence[Spot], axes: Axes) -> list[float]:
    """Return how far each label of a side would stand from its dot."""
    stacked = _stacked(_downwards(side), axes)
    return [abs(spot.label_y - axes.y(spot.found.km_along)) for spot in stacked]


def _stacked(down: Sequence[Spot], axes: Axes) -> list[Spot]:
    """Set labels below each other in the order given, each as near to its dot as can be."""
    wanted = [axes.y(spot.found.km_along) for spot in down]
    heights = [spot.label_height for spot in down]
    middles = spread(wanted, heights, axes.top - 8, axes.bottom + 8)
    return [replace(spot, label_y=y) for spot, y in zip(down, middles, strict=True)]


def _fanned(down: Sequence[Spot]) -> list[Spot]:
    """Order labels of dots beside each other as a fan: the farther from the labels, the wider."""
    ordered = []
    for _, group in groupby(down, key=lambda spot: round(spot.found.km_along, 1)):
        above: list[Spot] = []
        below: list[Spot] = []
        inner_first = sorted(group, key=lambda spot: spot.found.metres_off)
        for index, spot in enumerate(inner_first):
            (below if index % 2 else above).append(spot)
        ordered += [*above, *reversed(below)]
    return ordered


def _untangled(down: Sequence[Spot], axes: Axes) -> list[Spot]:
    """Swap neighbours whose leaders cross."""
    order = list(down)
    index = 0
    while index < len(order) - 1:
        one, other = order[index], order[index + 1]
        if _cross(leader(one, axes), leader(other, axes)):
            order[index : index + 2] = [other, one]
            index += 1
        index += 1
    return order


def leader(spot: Spot, axes: Axes) -> tuple[Point, Point, Point]:
    """Return the line from a dot to its label: aslant to the height of the label, then level."""
    toward = -1 if spot.is_left else 1
    x = axes.x(spot.found.metres_off, spot.found.side)
    y = axes.y(spot.found.km_along)
    end = axes.label_x(spot.is_left) - toward * 4
    aslant = min(abs(spot.label_y - y), abs(end - x))
    return (x, y), (x + toward * aslant, spot.label_y), (end, spot.label_y)


def _cross(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return any(_segments_cross(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def _segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
