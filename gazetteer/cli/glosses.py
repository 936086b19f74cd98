"""``gazetteer gloss``: texts in, the same texts with the other side's names in brackets out."""

from __future__ import annotations

from typing import Any

import click

from gazetteer.cli.batches import batch_options, inputs_of, last_batch_options, run
from gazetteer.cli.session import Session, pass_session
from gazetteer.model import (
    GLOSSED_ENTITIES,
    GLOSSED_LANGUAGES,
    GLOSSED_MENTIONS,
    GLOSSED_QUOTES,
    GlossPolicy,
)


@click.command()
@batch_options
@click.option(
    "--mentions",
    type=click.Choice(GLOSSED_MENTIONS),
    default="first",
    show_default=True,
    help="Which mentions of each place: the first in the text, the first a paragraph, or every.",
)
@click.option(
    "--entities",
    type=click.Choice(GLOSSED_ENTITIES),
    default="contested",
    show_default=True,
    help="Contested places, or all that the sides name differently.",
)
@click.option(
    "--quotes",
    type=click.Choice(GLOSSED_QUOTES),
    default="skip",
    show_default=True,
    help="Leave quotations as they are, or gloss in square brackets there.",
)
@click.option(
    "--other-language",
    type=click.Choice(GLOSSED_LANGUAGES),
    default="say",
    show_default=True,
    help="A name that the text's language lacks: give it and say so, or leave it out.",
)
@click.option("--bare", is_flag=True, help="Do not say whose name it is.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for a single text too.")
@click.option("--explain", is_flag=True, help="Say in JSON what was left alone, and why.")
@last_batch_options
@pass_session
def gloss(session: Session, /, files: tuple[str, ...], **asked: Any) -> None:
    """Put the other side's name in brackets after the one that a text uses.

    One plain text or page (FILE, or standard input) comes back as it was but for the brackets.
    Several files, or JSON lines {"id", "text" or "html", "lang"?, "date"?}, come back as JSON
    lines {"id", "text", "glosses": [...]}. A bad record is reported, the rest go on, and the exit
    code is then 3.
    """
    from gazetteer.batch import AnswerSettings
    from gazetteer.formats.native import MentionOptions

    inputs = inputs_of(files, asked)
    answers = AnswerSettings(
        session.policy(asked["label_lang"], asked["perspective"]),
        MentionOptions(explain=asked["explain"], utf16=asked["offsets"] == "utf16"),
        GlossPolicy(
            asked["mentions"],
            asked["entities"],
            asked["quotes"],
            asked["other_language"],
            asked["bare"],
        ),
        as_text=len(inputs) == 1 and not (asked["as_json"] or asked["explain"]),
    )
    run(session, inputs, asked, answers, "glosses")
