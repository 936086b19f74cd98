"""What a text as a whole tells: near places and lists, the fast ways against the plain ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.annotate import context as rooms
from gazetteer.annotate.context import TextContext
from gazetteer.annotate.segments import Segments
from gazetteer.annotate.surroundings import cues_for
from gazetteer.core import Gazetteer
from gazetteer.model import Place
from gazetteer.store import Store


def _context(store: Store, text: str = "") -> TextContext:
    return TextContext(store, text, Segments(text), None)


def _place(number: int, lon: float, lat: float) -> Place:
    return Place(f"p-{number}", "settlement", lon=lon, lat=lat)


_POINTS = st.lists(
    st.tuples(st.floats(44, 52), st.floats(38, 43)), min_size=2, max_size=30, unique=True
)


@settings(max_examples=60)
@given(_POINTS)
def test_the_grid_finds_the_nearest_place(
    gazetteer: Gazetteer, points: list[tuple[float, float]]
) -> None:
    context = _context(gazetteer.store)
    places = [_place(number, *point) for number, point in enumerate(points)]
    context.anchors = {place.id: place for place in places}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rooms, "_FEW_ANCHORS", 0)
        for place in places:
            plain = min(context._metres_to(place, places))
            found = context._nearest_m(place)
            beyond = (rooms._FARTHEST_CELL - 1) * rooms._CELL_M
            assert found == plain or min(found, plain) > beyond


@settings(max_examples=80)
@given(st.lists(st.sampled_from([", ", " and ", "; ", " near ", ",\n"]), max_size=12))
def test_a_list_ends_where_walking_through_it_ends(gazetteer: Gazetteer, gaps: list[str]) -> None:
    names = ["Baku", *("Ganja" for _ in gaps)]
    text = names[0] + "".join(gap + name for gap, name in zip(gaps, names[1:], strict=True))
    context = _context(gazetteer.store, text)
    place = 0
    for gap, name in zip(["", *gaps], names, strict=True):
        place += len(gap)
        context.spans.append((place, place + len(name)))
        place += len(name)
    joined = [gap in (", ", " and ", ",\n") for gap in gaps]
    for index, span in enumerate(context.spans):
        last = index
        while last < len(joined) and joined[last]:
            last += 1
        first = index
        while first > 0 and joined[first - 1]:
            first -= 1
        assert context.last_joined(*span, cues_for("en")) == context.spans[last]
        assert context.first_joined(*span, cues_for("en")) == context.spans[first]
