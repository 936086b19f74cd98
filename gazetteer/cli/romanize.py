"""``gazetteer romanize``: a text in Latin letters, by named schemes."""

from __future__ import annotations

import click

from gazetteer.cli.session import json_option
from gazetteer.cli.tables import echo_json, echo_table
from gazetteer.errors import QueryError


@click.command()
@click.argument("text")
@click.option(
    "--lang", default="", help="Language of the text [default: what its letters suggest]."
)
@click.option("--scheme", default="", help="Print only what this scheme writes.")
@json_option
def romanize(text: str, lang: str, scheme: str, as_json: bool) -> None:
    """Write TEXT in Latin letters by every scheme of its language, or by one.

    Armenian, Georgian, Russian and Azerbaijani in Cyrillic have schemes. Of all schemes those that
    lack a letter of the text are left out; one asked for by its code leaves such letters as they
    are.
    """
    from gazetteer.formats import native
    from gazetteer.languages.romanization import (
        Romanized,
        presumed_language,
        romanizations,
        romanize_by,
        title_of,
    )

    if any("\ud800" <= character <= "\udfff" for character in text):
        raise QueryError("text", "is not UTF-8")
    language = lang or presumed_language(text)
    written = (
        (Romanized(romanize_by(text, scheme), scheme),) if scheme else romanizations(text, language)
    )
    if as_json:
        echo_json(native.romanized(language, written))
    elif scheme:
        click.echo(written[0].text)
    elif written:
        rows = [(text, code, title_of(code)) for text, code in written]
        echo_table(("text", "scheme", "title"), rows)
    else:
        click.echo("no scheme for this language and script", err=True)
