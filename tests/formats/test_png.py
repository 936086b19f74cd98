"""SVG becomes PNG with the texts drawn, within bounds, and says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.errors import NoFontError, QueryError
from gazetteer.formats import png
from gazetteer.formats.png import font_files, render_png
from gazetteer.formats.svg import Text, document
from gazetteer.web import problems
from tests.formats.pictures import pixels, size


def _picture(text: str, width: float = 200, height: float = 50) -> str:
    return document(width, height, "a title", "what it shows", [Text(5, 20, text).element()])


def test_size_is_that_of_the_picture_or_the_one_asked_for() -> None:
    assert size(render_png(_picture("Sus"))) == (200, 50)
    assert size(render_png(_picture("Sus"), 400)) == (400, 100)


@pytest.mark.parametrize("text", ["Shusha", "Шуша", "Շուշի", "შუშა", "شوشا", "Şuşa"])
def test_text_is_drawn(text: str) -> None:
    drawn, empty = pixels(render_png(_picture(text))), pixels(render_png(_picture(" ")))
    assert (drawn != empty).any(axis=2).sum() > 60
    assert (empty == 255).all()


def test_scripts_are_letters_and_not_boxes() -> None:
    """Two letters of one script that a font lacked would look the same."""
    for one, other in (("Ա", "Ժ"), ("შ", "ქ"), ("ش", "م"), ("Ж", "Ф"), ("ə", "ş")):
        pictures = [pixels(render_png(_picture(letter))) for letter in (one, other)]
        assert (pictures[0] != pictures[1]).any(), (one, other)


@pytest.mark.parametrize("width", [0, -5, 10**6])
def test_size_is_bounded(width: int) -> None:
    with pytest.raises(QueryError, match="width"):
        render_png(_picture("Sus"), width)


def test_tall_picture_is_refused() -> None:
    with pytest.raises(QueryError, match="SVG has no such bound"):
        render_png(_picture("Sus", 2000, 20_000))


def test_fonts_of_a_named_folder_come_first(tmp_path: Path) -> None:
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        (tmp_path / name).write_bytes(b"")
    assert [Path(path).parent for path in font_files(str(tmp_path))] == [tmp_path, tmp_path]


def test_no_font_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(png, "_FOLDERS", ())
    monkeypatch.setattr(png, "_SYSTEM_FOLDERS", (str(tmp_path),))
    monkeypatch.setenv("GAZETTEER_FONTS", str(tmp_path))
    with pytest.raises(NoFontError, match="fonts-dejavu-core"):
        render_png(_picture("Sus"))
    assert problems.of(NoFontError())["status"] == 501


def test_any_font_will_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "Other.TTF").write_bytes(b"")
    monkeypatch.setattr(png, "_FOLDERS", ())
    monkeypatch.setattr(png, "_SYSTEM_FOLDERS", (str(tmp_path),))
    assert font_files(str(tmp_path / "folder")) == ()
