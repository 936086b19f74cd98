"""Every text of the pages is in every catalogue, and nothing else is."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import gazetteer.web
from gazetteer.formats.picture_words import ENGLISH, Words
from gazetteer.model import (
    ACTOR_KINDS,
    CERTAINTIES,
    PLACE_KINDS,
    PREDICATES,
    ROLES,
    SENSES,
    SIDES,
    STATUSES,
    TERM_KINDS,
)
from gazetteer.web.language import INTERFACE_LANGUAGES
from gazetteer.web.problems import TITLES
from gazetteer.web.translation import FOLDER, day

WEB = Path(gazetteer.web.__file__).parent
TRANSLATED = [lang for lang in INTERFACE_LANGUAGES if lang != "en"]
VOCABULARY = {
    "kind": (*PLACE_KINDS, *ACTOR_KINDS, *TERM_KINDS),
    "role": ROLES,
    "predicate": PREDICATES,
    "certainty": CERTAINTIES,
    "status": STATUSES[1:],
    "sense": SENSES,
    "side": SIDES,
}
_IN_TEMPLATES = re.compile(r"""\b_\((?:"([^"]+)"|'([^']+)')\)""")
_IN_CODE = re.compile(r'\bgettext\("([^"]+)"\)')


def _of_pictures() -> set[str]:
    values = [getattr(ENGLISH, one.name) for one in fields(Words)]
    texts = {value for value in values if isinstance(value, str)}
    return texts | set(ENGLISH.aspects.values()) | set(ENGLISH.other_way.values())


def _messages() -> set[str]:
    found = set(TITLES.values()) | _of_pictures()
    for path in WEB.glob("templates/*.html"):
        for match in _IN_TEMPLATES.finditer(path.read_text(encoding="utf-8")):
            found.add(match[1] or match[2])
    for path in WEB.rglob("*.py"):
        found |= set(_IN_CODE.findall(path.read_text(encoding="utf-8")))
    return found


def _catalogue(lang: str) -> dict[tuple[str, str], str]:
    with (FOLDER / lang / "LC_MESSAGES" / "messages.po").open("rb") as file:
        entries = [message for message in read_po(file, locale=lang) if message.id]
    assert not [message.id for message in entries if message.fuzzy]
    return {(entry.context or "", str(entry.id)): str(entry.string) for entry in entries}


@pytest.mark.parametrize("lang", TRANSLATED)
def test_catalogue_has_every_text(lang: str) -> None:
    needed = {("", message) for message in _messages()}
    needed |= {(context, term) for context, terms in VOCABULARY.items() for term in terms}
    catalogue = _catalogue(lang)
    assert set(catalogue) == needed
    assert all(text.strip() for text in catalogue.values())


def _filled_in(text: str) -> set[str]:
    """Return what is filled in in a text. Raises ValueError for braces that do not match."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", TRANSLATED)
def test_nothing_is_filled_in_that_the_message_has_not(lang: str) -> None:
    others = {
        text: _filled_in(text) - _filled_in(message)
        for (_, message), text in _catalogue(lang).items()
        if not _filled_in(text) <= _filled_in(message)
    }
    assert others == {}


@pytest.mark.parametrize("lang", TRANSLATED)
def test_pictures_can_be_filled_in(lang: str) -> None:
    catalogue = _catalogue(lang)
    for message in _of_pictures():
        values = {name: f"<{name}>" for name in _filled_in(message)}
        written = catalogue["", message].format(**values)
        assert [value for value in values.values() if value not in written] == [], written


def test_english_changes_only_words_of_the_vocabulary() -> None:
    for context, term in _catalogue("en"):
        assert term in VOCABULARY[context]


@pytest.mark.parametrize(("lang", "script"), [("hy", "[Ա-և]"), ("ru", "[А-я]")])
def test_translations_are_in_their_script(lang: str, script: str) -> None:
    others = {text for text in _catalogue(lang).values() if not re.search(script, text)}
    assert not others


def test_punctuation_at_the_end_is_kept() -> None:
    for lang in TRANSLATED:
        for (context, message), text in _catalogue(lang).items():
            if not context and message.endswith("."):
                assert text[-1] in ".։", text


def test_texts_of_the_script_are_all_given() -> None:
    source = (WEB / "map_settings.py").read_text(encoding="utf-8")
    given = set(re.findall(r'^        "(\w+)": gettext', source, re.MULTILINE))
    used = set()
    for path in WEB.glob("static/*.js"):
        used |= set(re.findall(r"\btexts\.(\w+)", path.read_text(encoding="utf-8")))
    assert used | {"left", "right"} == given


@pytest.mark.parametrize(
    ("text", "lang", "written"),
    [
        ("1991", "ru", "1991"),
        ("1991-09", "en", "September 1991"),
        ("2022-08-26", "en", "26 August 2022"),
        ("2022-08-26", "az", "26 avqust 2022"),
        ("", "en", ""),
    ],
)
def test_days_are_written_as_the_language_does(text: str, lang: str, written: str) -> None:
    assert day(text, lang) == written
