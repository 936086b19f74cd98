"""A timeline as a picture: what is said of an entity, a bar for each statement, by aspect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from xml.etree.ElementTree import Element

from gazetteer.errors import QueryError
from gazetteer.formats.native import Labeller
from gazetteer.formats.palette import INK, NEUTRAL, PAPER, RULE, SOFT, colour_of, ink_on
from gazetteer.formats.picture_words import ENGLISH, Words
from gazetteer.formats.spreading import tick_step
from gazetteer.formats.svg import (
    Block,
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
from gazetteer.formats.text_width import isolated, text_width
from gazetteer.formats.timeline_layout import (
    FADE,
    MARGIN,
    TEXT_SIZE,
    Bar,
    Lanes,
    YearAxis,
    arrange,
    is_other_way,
    year_axis,
)
from gazetteer.model import Timeline, TimelineEntry, earliest_day

MIN_WIDTH, USUAL_WIDTH, MAX_WIDTH = 480, 960, 2400
MAX_BARS = 300
"""More dated entries than these are counted, not drawn."""

_LANE, _BAR, _HEADING = 20.0, 15.0, 26.0
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
_TICK_ROOM = 52.0
_LISTED_LINES = 3
_HELD = ("administers", "claims")
_ARROW = 7.0
_BLANK = "\u00a0"
"""Stands before the quiet part of a text: renderers leave out a plain blank there."""


def timeline_picture(
    timeline: Timeline,
    label: Labeller,
    today: date,
    words: Words = ENGLISH,
    *,
    width: int = USUAL_WIDTH,
    first_year: int | None = None,
    credit: str = "",
) -> str:
    """Draw a timeline as SVG, ``width`` pixels wide and as tall as needed.

    The years run from ``first_year``, else the beginning of the timeline's period, else the
    earliest date that there is, to ``today`` or the end of the period. Ends that are known to the
    year or month are pale, open ends fade, what is less than certain is hatched, and a claim is
    an outline. ``credit`` is set below the picture.

    Raises QueryError for a width that cannot be drawn.
    """
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        raise QueryError("width", f"is {width}; it must be {MIN_WIDTH} to {MAX_WIDTH}")
    entries, left_out = _drawn(timeline.entries)
    axis = _axis(timeline, entries, width, today, first_year)
    groups = arrange(entries, axis, lambda entry: _tell(entry, label, words, True))
    inner = width - 2 * MARGIN
    chosen = label(timeline.entity.id)
    about = f"{axis.first.year} – {axis.last.year} · {timeline.entity.id}"
    head = heading(MARGIN, 14, inner, chosen.text, about, chosen.lang)
    signs = legend(MARGIN, head.bottom + 2, inner, _signs(groups, words))
    top = signs.bottom + 30
    body = _body(groups, axis, top, timeline, label, words)
    notes = [words.too_many.format(count=left_out)] if left_out else []
    if not any(group.bars for group in groups):
        notes.append(words.nothing)
    foot = paragraph(MARGIN, body.bottom + 34, inner, [*notes, *([credit] if credit else [])])
    grid = _grid(axis, top, body.bottom + 6, today, words)
    shapes = (_definitions(), *head.shapes, *signs.shapes, *grid, *body.shapes, *foot.shapes)
    told = (_sentence(bar.entry, label, words) for group in groups for bar in group.bars)
    description = "; ".join(told) or words.nothing
    return document(width, foot.bottom + 8, chosen.text, description, shapes)


def _drawn(entries: Sequence[TimelineEntry]) -> tuple[list[TimelineEntry], int]:
    dated = [entry for entry in entries if entry.is_dated]
    kept = {id(entry) for entry in dated[:MAX_BARS]}
    drawn = [entry for entry in entries if not entry.is_dated or id(entry) in kept]
    return drawn, len(dated) - len(kept)


def _axis(
    timeline: Timeline,
    entries: Sequence[TimelineEntry],
    width: int,
    today: date,
    first_year: int | None,
) -> YearAxis:
    period = timeline.period
    if first_year is None and period.first is not None:
        first_year = period.first.year
    axis = year_axis(entries, width, today, first_year)
    if period.last is None or period.last <= axis.first:
        return axis
    return YearAxis(width, axis.first, period.last)


# --- what is said -------------------------------------------------------------------------------


def _tell(
    entry: TimelineEntry, label: Labeller, words: Words, is_hatched: bool = False
) -> tuple[str, str]:
    """Return the text of an entry and what follows it: language, who says so, how certain.

    A hatched bar says by itself that it is less than certain.
    """
    said = []
    if entry.perspective:
        speaker = isolated(words.speaker(entry.perspective))
        said.append(words.according_to.format(speaker=speaker))
    if entry.certainty not in ("", "certain") and not is_hatched:
        said.append(words.term("certainty", entry.certainty))
    lang = f"{_BLANK}({entry.lang})" if entry.lang else ""
    rest = (f"{_BLANK}· {text}" for text in said)
    return isolated(_what(entry, label, words)), "".join([lang, *rest])


def _what(entry: TimelineEntry, label: Labeller, words: Words) -> str:
    other = label(entry.other).text if entry.other else ""
    if entry.aspect == "status":
        return words.term("status", entry.word)
    if entry.aspect == "relation":
        predicate = words.predicate(entry.word, entry.is_subject)
        return f"{predicate} {other}".strip() if entry.is_subject else f"{other}: {predicate}"
    return other or entry.word or words.aspect(entry.aspect)


def _sentence(entry: TimelineEntry, label: Labeller, words: Words) -> str:
    text, soft = _tell(entry, label, words)
    aspect = words.aspect(entry.aspect, is_other_way(entry))
    source = words.source.format(source=entry.source) if entry.source else ""
    dates = words.span(entry.span.since, entry.span.until)
    return " · ".join(filter(None, [f"{aspect}: {text}{soft}", dates, source]))


def _signs(groups: Iterable[Lanes], words: Words) -> list[Sign]:
    bars = [bar for group in groups for bar in group.bars]
    shown = (
        (any(bar.entry.aspect == "claims" for bar in bars), words.claim, _style("claims", True)),
        (any(map(_is_uncertain, bars)), words.uncertain, _style("", False)),
    )
    signs = []
    for is_there, text, style in shown:
        if is_there:
            sign = [element("rect", x=-8, y=-5, width=18, height=10, **style)]
            if text == words.uncertain:
                sign.append(_hatch(-8, -5, 18, 10))
            signs.append(Sign(tuple(sign), text))
    if any(bar.sure_left > bar.left + 1 or bar.sure_right < bar.right - 1 for bar in bars):
        pale = element("rect", x=-8, y=-5, width=18, height=10, fill=SOFT, fill_opacity=0.3)
        sure = element("rect", x=-8, y=-5, width=9, height=10, fill=SOFT)
        signs.append(Sign((pale, sure), words.coarse))
    if any(bar.is_open_left or bar.is_open_right for bar in bars):
        whole = element("rect", x=-8, y=-5, width=18, height=10, fill=SOFT)
        fade = element("rect", x=-6, y=-6, width=17, height=12, fill="url(#fade-right)")
        signs.append(Sign((whole, fade), words.open_end))
    if any(bar.is_cut for bar in bars):
        arrow = element("path", d="M-8 0l7 -5v10z", fill=SOFT)
        rest = element("rect", x=-1, y=-5, width=11, height=10, fill=SOFT)
        signs.append(Sign((arrow, rest), words.clipped))
    return signs


def _is_uncertain(bar: Bar) -> bool:
    return bar.entry.certainty not in ("", "certain")


# --- the frame ----------------------------------------------------------------------------------


def _definitions() -> Element:
    fades = [
        element(
            "linearGradient",
            element("stop", offset="0", stop_color=PAPER, stop_opacity=begin),
            element("stop", offset="1", stop_color=PAPER, stop_opacity=end),
            id=name,
        )
        for name, begin, end in (("fade-left", "1", "0"), ("fade-right", "0", "1"))
    ]
    return element("defs", hatch("hatch", PAPER, 1.4), *fades)


def _grid(axis: YearAxis, top: float, bottom: float, today: date, words: Words) -> list[Element]:
    years = axis.days / 365.25
    step = tick_step(years, (axis.right - axis.left) / _TICK_ROOM, _YEAR_STEPS)
    shapes = []
    first = -(-axis.first.year // step) * step
    for year in range(int(first), axis.last.year + 1, int(step)):
        x = axis.x(date(year, 1, 1))
        line = f"M{number(x)} {number(top - 8)}V{number(bottom)}"
        shapes.append(element("path", d=line, stroke="#eae6dc"))
        for y in (top - 16, bottom + 9):
            text = Text(x, y, str(year), anchor="middle", size=10, fill=SOFT)
            shapes.append(text.element())
    if axis.first < today <= axis.last:
        x = axis.x(today)
        line = f"M{number(x)} {number(top - 8)}V{number(bottom)}"
        shapes.append(element("path", d=line, stroke="#a9a294", stroke_dasharray="2 2"))
        room = axis.right + FADE - x
        anchor = "start" if text_width(words.today, 10) <= room else "end"
        text = Text(x, bottom + 21, words.today, anchor=anchor, size=10, fill=SOFT)
        shapes.append(text.element())
    return shapes


# --- bars ---------------------------------------------------------------------------------------


def _body(
    groups: Sequence[Lanes],
    axis: YearAxis,
    top: float,
    timeline: Timeline,
    label: Labeller,
    words: Words,
) -> Block:
    shapes: list[Element] = []
    y = top
    for group in groups:
        name = words.aspect(group.aspect, group.is_other_way)
        rule = f"M{number(MARGIN)} {number(y)}H{number(axis.width - MARGIN)}"
        shapes.append(element("path", d=rule, stroke=RULE))
        title = Text(MARGIN, y + _HEADING / 2 + 1, name, size=12, bold=True)
        shapes += [_ground(title), title.element()]
        y += _HEADING
        for bar in group.bars:
            middle = y + (bar.lane + 0.5) * _LANE
            drawn = _bar(bar, middle, _holder(bar.entry, timeline))
            shapes.append(titled(_sentence(bar.entry, label, words), *drawn, class_=group.aspect))
        y += group.count * _LANE
        listed = _lists(group, axis, y, label, words)
        shapes += listed.shapes
        y = listed.bottom + 6
    return Block(tuple(shapes), y)


def _ground(text: Text) -> Element:
    """Draw the white ground on which a text stands clear of the lines of the years."""
    return element(
        "rect",
        x=text.left - 2,
        y=text.y - text.size * 0.7,
        width=text.width + 4,
        height=text.size * 1.4,
        fill=PAPER,
    )


def _holder(entry: TimelineEntry, timeline: Timeline) -> str:
    if entry.aspect not in _HELD:
        return ""
    return timeline.entity.id if entry.is_subject else entry.other


def _bar(bar: Bar, middle: float, holder: str) -> list[Element]:
    colour = colour_of(holder) if holder else NEUTRAL
    is_certain = not _is_uncertain(bar)
    style = _style(bar.entry.aspect, is_certain, colour)
    y = middle - _BAR / 2
    left = bar.left + _ARROW if bar.is_cut else bar.left
    whole = element("rect", x=left, y=y, width=bar.right - left, height=_BAR, **style)
    whole.set("class", "bar")
    shapes = [whole]
    if bar.is_cut:
        d = f"M{number(bar.left)} {number(middle)}l{_ARROW:g} {-_BAR / 2:g}v{_BAR:g}z"
        shapes.append(element("path", d=d, fill=colour, fill_opacity=style["fill_opacity"]))
    shapes += _pale_ends(bar, y, left)
    if not is_certain:
        shapes.append(_hatch(left, y, bar.right - left, _BAR))
    if bar.is_open_left:
        shapes.append(_fade("fade-left", bar.left - 1, y))
    if bar.is_open_right:
        shapes.append(_fade("fade-right", bar.right - FADE, y))
    is_full = is_certain and bar.entry.aspect != "claims"
    fill = ink_on(colour) if bar.is_inside and is_full else INK
    soft_fill = fill if bar.is_inside else SOFT
    text = Text(
        bar.text_x, middle, bar.text, bar.soft, bar.anchor, TEXT_SIZE, False, fill, soft_fill
    )
    if not bar.is_inside:
        shapes.append(_ground(text))
    return [*shapes, text.element()]


def _style(aspect: str, is_certain: bool, colour: str = SOFT) -> dict[str, str]:
    """Return how a bar is filled and outlined: a claim is an outline, doubt a dashed one."""
    is_claim = aspect == "claims"
    opacity = "0.2" if is_claim else "1" if is_certain else "0.55"
    dashes = "" if is_certain else "3 2"
    stroke = colour if is_claim or not is_certain else PAPER
    return {
        "fill": colour,
        "fill_opacity": opacity,
        "stroke": stroke,
        "stroke_width": "1.4" if is_claim else "1",
        "stroke_dasharray": dashes,
    }


def _pale_ends(bar: Bar, y: float, left: float) -> list[Element]:
    """Veil the ends of which only the year or month is known."""
    ends = ((left, bar.sure_left), (bar.sure_right, bar.right))
    return [
        element(
            "rect",
            x=begin,
            y=y - 1,
            width=end - begin,
            height=_BAR + 2,
            fill=PAPER,
            fill_opacity=0.62,
        )
        for begin, end in ends
        if end - begin > 0.2 and not _fades(bar, begin)
    ]


def _fades(bar: Bar, begin: float) -> bool:
    if begin == bar.sure_right:
        return bar.is_open_right
    return bar.is_open_left


def _hatch(x: float, y: float, width: float, height: float) -> Element:
    return element(
        "rect", x=x, y=y, width=width, height=height, fill="url(#hatch)", fill_opacity=0.5
    )


def _fade(name: str, x: float, y: float) -> Element:
    return element("rect", x=x, y=y - 1, width=FADE + 1, height=_BAR + 2, fill=f"url(#{name})")


# --- what has no bar ----------------------------------------------------------------------------


def _lists(group: Lanes, axis: YearAxis, y: float, label: Labeller, words: Words) -> Block:
    """Write what has no date, or none in these years, in a few lines."""
    width = axis.width - 2 * MARGIN
    undated = list(dict.fromkeys("".join(_tell(e, label, words)) for e in group.undated))
    outside = [
        f"{''.join(_tell(entry, label, words))}, {words.span(entry.span.since, entry.span.until)}"
        for entry in sorted(group.outside, key=_first_date)
    ]
    texts = [
        _shortened(told, sentence, width, words)
        for told, sentence in ((undated, words.not_dated), (outside, words.outside))
        if told
    ]
    return paragraph(MARGIN, y + 2, width, texts)


def _first_date(entry: TimelineEntry) -> date:
    return earliest_day(entry.span.since or entry.span.until)


def _shortened(told: Sequence[str], sentence: str, width: float, words: Words) -> str:
    room = _LISTED_LINES * width * 0.93
    kept = len(told)
    while True:
        more = [words.more.format(count=len(told) - kept)] if kept < len(told) else []
        text = sentence.format(entries="; ".join([*told[:kept], *more]))
        if kept <= 1 or text_width(text, 10) <= room:
            return text
        kept -= 1
