"""Pictures on the wire: SVG or PNG, with the words of the page's language."""

from __future__ import annotations

from dataclasses import fields

from flask import Response

from gazetteer.formats.picture_words import ENGLISH, Words
from gazetteer.formats.png import render_png
from gazetteer.web.replies import PNG, SVG
from gazetteer.web.speakers import speaker_names
from gazetteer.web.translation import day, gettext, word

PICTURES = (SVG, PNG)

_TEXTS = tuple(one.name for one in fields(Words) if isinstance(getattr(ENGLISH, one.name), str))


def picture_words() -> Words:
    """Return the words of pictures in the language of the page."""
    texts = {name: gettext(getattr(ENGLISH, name)) for name in _TEXTS}
    names = speaker_names()
    return Words(
        day=_time,
        term=word,
        speaker=lambda code: names.get(code, code),
        aspects={aspect: gettext(text) for aspect, text in ENGLISH.aspects.items()},
        other_way={aspect: gettext(text) for aspect, text in ENGLISH.other_way.items()},
        **texts,
    )


def picture(svg: str, media_type: str, lang: str) -> Response:
    """Send a picture as it is or drawn as PNG. Raises NoFontError on a machine without fonts."""
    body = svg if media_type == SVG else render_png(svg)
    response = Response(body, mimetype=media_type)
    response.headers["Content-Language"] = lang
    return response


def _time(text: str) -> str:
    """Write a day as the page's language does, and a time from one to another with a dash."""
    return " – ".join("…" if part == ".." else day(part) for part in text.split("/"))
