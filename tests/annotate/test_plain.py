"""What is not read is taken out, and every offset leads back to the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.annotate.plain import read_plainly
from gazetteer.core import Gazetteer
from gazetteer.model import TextQuery


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Baku denied it", "Baku denied it"),
        ("Step\u00adana\u00adkert", "Stepanakert"),
        ("Stepana\u00ad\nkert", "Stepanakert"),
        ("Stepana-\nkert", "Stepanakert"),
        ("Stepana-\r\n  kert", "Stepanakert"),
        ("Степана-\nкерт", "Степанакерт"),
        ("Nagorno-\nKarabakh", "Nagorno-Karabakh"),
        ("Нагорно-\nКарабахская", "Нагорно-Карабахская"),
        ("one -\ntwo", "one -\ntwo"),
        ("1992-\n1994", "1992-\n1994"),
        ("Ստեփանակե՛րտ", "Ստեփանակերտ"),
        ("Ո՞ւր", "Ուր"),
        ("նա ասաց՛ ոչ", "նա ասաց՛ ոչ"),
        ("قره\u200cباغ", "قرهباغ"),
        ("Bak&#305;da &amp; &#x53;hushi", "Bakıda & Shushi"),
        ("caf&eacute;&nbsp;x &shy;y", "café\xa0x y"),
        ("&foo; &amp a & b", "&foo; &amp a & b"),
        ("<b>Lachin</b> corridor", "Lachin corridor"),
        ("<p>Baku</p><p>Yerevan</p>", "\nBaku\n\nYerevan\n"),
        ('<a href="Baku">Ganja</a>', "Ganja"),
        ("<script>var Baku = 1 < 2</script>Ganja", "\nGanja"),
        ("a<!-- Baku -->b", "ab"),
        ("<placeName ref='x'>Shushi</placeName>", "Shushi"),
        ("<Baku> and 1 < 2 > 0", "<Baku> and 1 < 2 > 0"),
        ("x <y and z> w", "x <y and z> w"),
        ("", ""),
    ],
)
def test_what_is_read(raw: str, plain: str) -> None:
    assert read_plainly(raw).text == plain


_PIECES = (
    "Baku",
    "é",
    "<b>",
    "</b>",
    "<p>",
    "<!--",
    "-->",
    "&amp;",
    "&#305;",
    "-\n",
    "\u00ad",
    "<",
)
_RAW = st.lists(st.sampled_from((*_PIECES, "՛", "ա", " ", "\u200c")), max_size=20).map("".join)


@given(_RAW)
def test_a_piece_that_is_read_as_it_stands_leads_back_to_itself(raw: str) -> None:
    plain = read_plainly(raw)
    places = [plain.raw_span(place, place + 1) for place in range(len(plain.text))]
    assert all(0 <= start < end <= len(raw) for start, end in places)
    assert places == sorted(places)
    for place, (start, end) in enumerate(places):
        if end - start == 1:
            assert raw[start:end] == plain.text[place]


@pytest.mark.parametrize(
    ("raw", "surfaces"),
    [
        ("<p>Protests in <b>Stepana</b>kert</p>", ["Stepana</b>kert"]),
        ("the Lachin\ncorridor is closed", ["Lachin\ncorridor"]),
        ("the La-\nchin corridor is closed", ["La-\nchin corridor"]),
        ("in Bak&#305; and <i>Gəncə</i>", ["Bak&#305;", "Gəncə"]),
        ('<img alt="Baku"><a href="/Yerevan">here</a>', []),
        ("<style>.Baku { color: red }</style>", []),
        ("Դուք Ստեփանակերտո՞ւմ եք", ["Ստեփանակերտո՞ւմ"]),
    ],
)
def test_mentions_are_told_by_offsets_of_the_source(
    gazetteer: Gazetteer, raw: str, surfaces: list[str]
) -> None:
    mentions = gazetteer.annotate(TextQuery(raw))
    assert [mention.surface for mention in mentions] == surfaces
    assert [raw[mention.start : mention.end] for mention in mentions] == surfaces
