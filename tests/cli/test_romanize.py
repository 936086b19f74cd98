"""``gazetteer romanize``."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from gazetteer.cli import main


def _romanize(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["romanize", *arguments])


def test_every_scheme_of_the_language_that_the_letters_suggest() -> None:
    lines = _romanize("Մեծ Շեն").stdout.splitlines()
    assert lines[0].split() == ["text", "scheme", "title"]
    assert lines[1].split() == ["Mets", "Shen", "bgnpcgn-hye-Armn-Latn-1981", "BGN/PCGN", "1981"]
    assert len(lines) == 5


def test_the_language_asked_for() -> None:
    russian, azerbaijani = _romanize("Агдам"), _romanize("Агдам", "--lang", "az")
    assert "Agdam" in russian.stdout
    assert "Aqdam" in azerbaijani.stdout


def test_one_scheme_prints_only_the_text() -> None:
    result = _romanize("Ереван", "--scheme", "iso-rus-Cyrl-Latn-9-1995")
    assert (result.exit_code, result.stdout) == (0, "Erevan\n")


def test_json_is_that_of_the_interface() -> None:
    shape = json.loads(_romanize("შუშა", "--json").stdout)
    assert shape["lang"] == "ka"
    assert shape["romanizations"][0] == {"text": "Shusha", "scheme": "ggg-kat-Geor-Latn-2002"}


def test_no_scheme_is_said() -> None:
    result = _romanize("خان‌کندی")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no scheme for this language and script\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Շուշի", "--scheme", "bgn"), "Error: scheme: 'bgn' is none of bgnpcgn-hye"),
        (("\udcff",), "Error: text: is not UTF-8"),
    ],
)
def test_bad_calls(arguments: tuple[str, ...], message: str) -> None:
    result = _romanize(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)
