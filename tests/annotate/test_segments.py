"""Which language a paragraph is taken for, against the one that its text declares."""

from __future__ import annotations

import pytest

from gazetteer.annotate.segments import Segments


@pytest.mark.parametrize(
    ("declared", "text", "lang"),
    [
        ("tr", "Hankendi'nden Laçın'a gidildi.", "tr"),
        ("tr", "Konvoy Şuşa’dan Gorus’a ulaştı.", "tr"),
        ("tr", "He said that they had left the town.", "en"),
        ("en", "Xəbər agentliyi bunu təsdiq edib.", "az"),
        ("az", "Стороны договорились об этом вчера.", "ru"),
    ],
)
def test_a_paragraph_has_the_language_its_words_tell(declared: str, text: str, lang: str) -> None:
    assert Segments(text, declared).lang_at(0) == lang
