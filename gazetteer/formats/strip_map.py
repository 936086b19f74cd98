"""A strip map: the places along a route, the line drawn straight and the start at the bottom.

The form is that of road books since John Ogilby's *Britannia* (1675): kilometres upwards, so that
left and right are those of the traveller.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from math import cos, pi, sin
from xml.etree.ElementTree import Element

from gazetteer.errors import QueryError
from gazetteer.formats.native import Labeller
from gazetteer.formats.palette import INK, PAPER, ROUTE, RULE, SOFT, UNKNOWN, colour_of
from gazetteer.formats.picture_words import ENGLISH, Words
from gazetteer.formats.spreading import tick_step
from gazetteer.formats.strip_layout import (
    LABEL_SIZE,
    LINE_HEIGHT,
    Axes,
    Layout,
    Spot,
    arrange,
    leader,
)
from gazetteer.formats.svg import (
    Sign,
    Text,
    document,
    element,
    hatch,
    heading,
    legend,
    number,
    paragraph,
    titled,
)
from gazetteer.formats.text_width import isolated
from gazetteer.model import Along, Holding, Label, Place, PlaceAlong, RouteVersion

MIN_WIDTH, USUAL_WIDTH, MAX_WIDTH = 480, 760, 2000
MAX_PLACES = 1_000
"""Dots beyond that can be told by nobody, and take seconds."""

_MARGIN = 16.0
_DOT, _RING, _RING_STEP = 4.5, 7.0, 2.6
_KM_STEPS = (0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
_TICK_ROOM = 42.0
_ABOVE, _BELOW = 40.0, 34.0
_BAND, _CORRIDOR, _TOLERANCE = "#f4f2ec", "#e4efe9", "#bfb9aa"


def strip_map(
    route: Place | None,
    answer: Along,
    at: str,
    label: Labeller,
    words: Words = ENGLISH,
    *,
    width: int = USUAL_WIDTH,
    from_km: float = 0.0,
    to_km: float | None = None,
    credit: str = "",
) -> str:
    """Draw the places along a route on a day as SVG, ``width`` pixels wide and as tall as needed.

    Each place is a dot at its true kilometre and distance off, filled with the colour of who
    administered it and ringed with those of others that claimed it. ``from_km`` and ``to_km``
    draw a part of the way; ``credit`` is set below the picture. The line of a caller's own is no
    ``route``.

    Raises QueryError for a width or part that cannot be drawn.
    """
    last = answer.length_km if to_km is None else min(to_km, answer.length_km)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        raise QueryError("width", f"is {width}; it must be {MIN_WIDTH} to {MAX_WIDTH}")
    if not 0 <= from_km < max(last, 0.001):
        raise QueryError(
            "from_km", f"km {from_km:g} to {last:g} is no part of {answer.length_km:.1f} km"
        )
    shown = [found for found in answer.places if from_km <= found.km_along <= last]
    if len(shown) > MAX_PLACES:
        raise QueryError(
            "within", f"{len(shown)} places are too many to draw; {MAX_PLACES} are: ask for fewer"
        )
    inner = width - 2 * _MARGIN
    chosen = Label(words.own_line, "", ()) if route is None else label(route.id)
    axes = Axes(width, from_km, last, answer.within_m)
    about = _about(answer, axes, at, words)
    head = heading(_MARGIN, 14, inner, chosen.text, about, chosen.lang)
    signs = legend(_MARGIN, head.bottom + 4, inner, _signs(answer, shown, label, words))
    layout = arrange(replace(axes, top=signs.bottom + _ABOVE), shown, label)
    foot = paragraph(_MARGIN, layout.axes.bottom + _BELOW, inner, _notes(answer, layout, words))
    end = paragraph(_MARGIN, foot.bottom + 2, inner, [credit] if credit else [])
    shapes = (
        *head.shapes,
        *signs.shapes,
        _frame(layout.axes, answer, words),
        _leaders(layout),
        *(_place(spot, layout.axes, label, words) for spot in layout.spots),
        *foot.shapes,
        *end.shapes,
    )
    description = f"{about}. {_listed(layout.spots, label, words)}"
    return document(width, end.bottom + 8, chosen.text, description, [_patterns(), *shapes])


def _about(answer: Along, axes: Axes, at: str, words: Words) -> str:
    version = answer.version
    said = [
        words.version.format(version=version.version),
        words.span(version.span.since, version.span.until),
        words.on_day.format(day=words.day(at)),
    ]
    length = f"{answer.length_km:.1f}"
    if axes.length < answer.length_km - 0.001:
        first, last = f"{axes.first_km:.1f}", f"{axes.last_km:.1f}"
        said.append(words.part.format(first=first, last=last, length=length))
    else:
        said.append(f"{length} {words.km}")
    return " · ".join(said)


def _listed(spots: Iterable[Spot], label: Labeller, words: Words) -> str:
    told = (f"{label(s.found.place.id).text} ({s.found.km_along:.1f} {words.km})" for s in spots)
    return "; ".join(told) or words.no_places


# --- the line and its scales ---------------------------------------------------------------------


def _patterns() -> Element:
    return element("defs", hatch("tolerance", _TOLERANCE, 1))


def _frame(axes: Axes, answer: Along, words: Words) -> Element:
    half, top = axes.half, axes.top
    shapes = [*_km_scale(axes, words), _rect(axes, half, fill=_BAND)]
    corridor = _reach(axes, (answer.version.width_m or 0) / 2)
    if corridor:
        shapes.append(_rect(axes, corridor, fill=_CORRIDOR))
    tolerance = _reach(axes, answer.version.tolerance_m)
    shapes.append(_rect(axes, tolerance, fill="url(#tolerance)"))
    for x in (axes.middle - half, axes.middle + half):
        shapes.append(element("path", d=_line((x, top), (x, axes.bottom)), stroke=RULE))
    shapes += _across_scale(axes, words)
    way = _line((axes.middle, axes.bottom), (axes.middle, top))
    shapes.append(element("path", d=way, stroke=ROUTE, stroke_width=3, class_="route"))
    shapes += _ends(axes, answer, words)
    return element("g", *shapes, class_="frame")


def _rect(axes: Axes, reach: float, **attributes: str) -> Element:
    left = axes.middle - reach
    return element("rect", x=left, y=axes.top, width=2 * reach, height=axes.height, **attributes)


def _reach(axes: Axes, metres: float) -> float:
    return min(axes.half, metres / axes.within_m * axes.half)


def _km_scale(axes: Axes, words: Words) -> list[Element]:
    step = tick_step(axes.length, axes.height / _TICK_ROOM, _KM_STEPS)
    first = int(axes.first_km / step)
    kms = [index * step for index in range(first, int(axes.last_km / step) + 1)]
    edge = _MARGIN + 30
    shapes = []
    for km in kms:
        if km < axes.first_km - 1e-9:
            continue
        y = axes.y(km)
        line = _line((edge + 5, y), (axes.width - _MARGIN, y))
        shapes.append(element("path", d=line, stroke="#eeebe3"))
        shapes.append(Text(edge, y, f"{km:g}", anchor="end", size=10, fill=SOFT).element())
    unit = Text(edge, axes.top - 20, words.km, anchor="end", size=10, fill=SOFT)
    return [*shapes, unit.element()]


def _across_scale(axes: Axes, words: Words) -> list[Element]:
    in_km = axes.within_m >= 1000
    reach = f"{axes.within_m / 1000:g} {words.km}" if in_km else f"{axes.within_m:g} {words.m}"
    marks = ((-1, f"{words.left} {reach}"), (1, f"{words.right} {reach}"))
    shapes = []
    for sign, told in marks:
        x = axes.middle + sign * axes.half
        tick = _line((x, axes.bottom), (x, axes.bottom + 5))
        shapes.append(element("path", d=tick, stroke=SOFT))
        anchor = "end" if sign < 0 else "start"
        y = axes.bottom + 14
        text = Text(x - sign * 8, y, told, anchor=anchor, size=10, fill=SOFT)
        shapes.append(text.element())
    return shapes


def _ends(axes: Axes, answer: Along, words: Words) -> list[Element]:
    ends = ((axes.first_km, 0.0, words.start, 14), (axes.last_km, answer.length_km, words.end, -12))
    shapes = []
    for km, true_end, word, away in ends:
        is_end = abs(km - true_end) < 0.001
        said = f"{word}, {km:.1f} {words.km}" if is_end else f"{km:.1f} {words.km}"
        y = axes.y(km)
        shapes.append(_end_mark(axes.middle, y, away) if is_end else _more_mark(axes, y, away))
        text = Text(axes.middle, y + 1.6 * away, said, anchor="middle", size=10, fill=ROUTE)
        shapes.append(text.element())
    return shapes


def _end_mark(x: float, y: float, away: float) -> Element:
    if away > 0:
        return element("path", d=_line((x - 7, y), (x + 7, y)), stroke=ROUTE, stroke_width=3)
    return element("path", d=f"M{number(x)} {number(y - 9)}l6 11h-12z", fill=ROUTE)


def _more_mark(axes: Axes, y: float, away: float) -> Element:
    """Draw the line on in dots where the way goes on."""
    ends = _line((axes.middle, y), (axes.middle, y + away))
    return element("path", d=ends, stroke=ROUTE, stroke_width=3, stroke_dasharray="2 3")


def _line(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


# --- places --------------------------------------------------------------------------------------


def _leaders(layout: Layout) -> Element:
    shapes = []
    for spot in layout.spots:
        if not spot.lines:
            continue
        shapes.append(element("path", d=_line(*leader(spot, layout.axes))))
    return element("g", *shapes, fill="none", stroke="#8d959c", stroke_width=0.7, class_="leaders")


def _place(spot: Spot, axes: Axes, label: Labeller, words: Words) -> Element:
    found = spot.found
    x, y = axes.x(found.metres_off, found.side), axes.y(found.km_along)
    shapes = [element("g", *_dot(found), transform=f"translate({number(x)} {number(y)})")]
    first = spot.label_y - (len(spot.lines) - 1) * LINE_HEIGHT / 2
    for index, line in enumerate(spot.lines):
        text = Text(
            axes.label_x(spot.is_left),
            first + index * LINE_HEIGHT,
            line,
            anchor="end" if spot.is_left else "start",
            size=LABEL_SIZE,
            bold=spot.is_bold,
            lang=spot.lang,
        )
        shapes.append(text.element())
    return titled(_told(found, label, words), *shapes, class_="place")


def _told(found: PlaceAlong, label: Labeller, words: Words) -> str:
    side = {"left": words.left, "right": words.right}.get(found.side, words.on_line)
    where = words.where.format(
        km=f"{found.km_along:.2f}", metres=f"{found.metres_off:.0f}", side=side
    )
    held = [(words.administered_by, who) for who in administrators(found)]
    held += [(words.claimed_by, who) for who in _ids(found, "claims")]
    told = [sentence.format(holder=isolated(label(who).text)) for sentence, who in held]
    return "; ".join([f"{isolated(label(found.place.id).text)}: {where}", *told])


def administrators(found: PlaceAlong) -> list[str]:
    """Return who administered a place, each once."""
    return _ids(found, "administers")


def other_claimants(found: PlaceAlong) -> list[str]:
    """Return who claimed a place without administering it, each once."""
    held = administrators(found)
    return [who for who in _ids(found, "claims") if who not in held]


def _ids(found: PlaceAlong, predicate: str) -> list[str]:
    held: Iterable[Holding] = found.holdings
    return list(dict.fromkeys(h.who for h in held if h.predicate == predicate))


def _dot(found: PlaceAlong) -> list[Element]:
    fills = [colour_of(who) for who in administrators(found)]
    rings = [colour_of(who) for who in other_claimants(found)]
    return dot(fills, rings)


def dot(fills: list[str], rings: list[str]) -> list[Element]:
    """Draw a dot about (0, 0): sectors of the fills, and a ring for each other claim."""
    shapes = []
    outer = _RING + _RING_STEP * (len(rings) - 1) + 1.6 if rings else _DOT + 1.6
    shapes.append(element("circle", r=outer, fill=PAPER))
    for index, ring in enumerate(rings):
        radius = _RING + index * _RING_STEP
        shapes.append(element("circle", r=radius, fill="none", stroke=ring, stroke_width=2))
    if len(fills) < 2:
        fill = fills[0] if fills else UNKNOWN
        shapes.append(element("circle", r=_DOT, fill=fill, stroke=INK, stroke_width=0.8))
        return shapes
    angles = [2 * pi * index / len(fills) - pi / 2 for index in range(len(fills) + 1)]
    for fill, (begin, end) in zip(fills, pairwise(angles), strict=True):
        points = [(_DOT * cos(angle), _DOT * sin(angle)) for angle in (begin, end)]
        (x, y), (to_x, to_y) = points
        arc = f"{number(_DOT)} {number(_DOT)} 0 0 1 {number(to_x)} {number(to_y)}"
        shapes.append(element("path", d=f"M0 0L{number(x)} {number(y)}A{arc}z", fill=fill))
    shapes.append(element("circle", r=_DOT, fill="none", stroke=INK, stroke_width=0.8))
    return shapes


# --- what is said around the picture -------------------------------------------------------------


def _signs(answer: Along, shown: list[PlaceAlong], label: Labeller, words: Words) -> list[Sign]:
    held = {who for found in shown for who in administrators(found)}
    claims = {who for found in shown for who in other_claimants(found)}
    signs = []
    if shown:
        signs.append(Sign((), words.held))
    for text, who in sorted((label(who).text, who) for who in held):
        signs.append(Sign(tuple(dot([colour_of(who)], [])), isolated(text)))
    if any(not administrators(found) for found in shown):
        signs.append(Sign(tuple(dot([], [])), words.nobody))
    if claims:
        signs.append(Sign((), words.claimed))
    for text, who in sorted((label(who).text, who) for who in claims):
        signs.append(Sign(tuple(dot([], [colour_of(who)])[:-1]), isolated(text)))
    signs.append(Sign((), words.line))
    if answer.version.width_m:
        sign = _swatch(_CORRIDOR)
        signs.append(Sign(sign, words.corridor.format(metres=answer.version.width_m)))
    if answer.version.tolerance_m < answer.within_m:
        sign = _swatch("url(#tolerance)")
        signs.append(Sign(sign, words.tolerance.format(metres=answer.version.tolerance_m)))
    return signs if signs[-1].shapes else signs[:-1]


def _swatch(fill: str) -> tuple[Element, ...]:
    return (element("rect", x=-8, y=-5, width=16, height=10, fill=fill, stroke=RULE),)


def _notes(answer: Along, layout: Layout, words: Words) -> list[str]:
    version: RouteVersion = answer.version
    times = layout.axes.across_times
    notes = [
        words.reading.format(
            metres=f"{answer.within_m:g}", times=f"{times:.2g}" if times < 10 else f"{times:.0f}"
        ),
        words.straightened,
    ]
    if version.tolerance_m >= answer.within_m:
        notes.append(words.tolerance_wide.format(metres=version.tolerance_m))
    if not layout.spots:
        notes.append(words.no_places)
    if layout.unlabelled:
        notes.append(words.unlabelled.format(count=layout.unlabelled))
    if version.source:
        notes.append(words.drawn_from.format(source=version.source))
    return notes
