"""``gazetteer annotate``: texts in, one JSON line of mentions a text out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gazetteer.cli.batches import batch_options, inputs_of, last_batch_options, run
from gazetteer.cli.session import Session, pass_session

if TYPE_CHECKING:
    from gazetteer.batch import AnswerSettings


@click.command()
@batch_options
@click.option(
    "--format",
    "form",
    type=click.Choice(("json", "web-annotation", "inline-html")),
    default="json",
    show_default=True,
    help="JSON; W3C Web Annotations; the text as HTML with its mentions marked.",
)
@click.option(
    "--base",
    default="",
    metavar="URI",
    help="What the id of an entity is appended to, for annotations and links [urn:gazetteer:].",
)
@click.option(
    "--text-base",
    default="",
    metavar="URI",
    help="What the id of a text is appended to, unless it is a URI itself.",
)
@click.option(
    "--names",
    type=click.Choice(("none", "all")),
    default="none",
    help="Give all names of each entity, with language and perspective.",
)
@click.option("--candidates", is_flag=True, help="Give the other readings of each mention.")
@click.option("--explain", is_flag=True, help="Say why each reading was chosen.")
@click.option("--nested", is_flag=True, help="Give the shorter names inside each mention.")
@click.option("--adjectives", is_flag=True, help="Also find demonyms and adjectives.")
@click.option("--offices", is_flag=True, help="Also find offices, as who held them on the date.")
@last_batch_options
@pass_session
def annotate(session: Session, /, files: tuple[str, ...], **asked: Any) -> None:
    """Find the names in texts; print one JSON line {"id", "mentions": [...]} a text.

    With --format inline-html one plain text or page comes back as HTML; other records as JSON
    lines {"id", "html"}. With --format web-annotation each text gives an AnnotationCollection.

    FILES hold JSON lines {"id", "text", "lang"?, "date"?}, or one plain text each, whose id is
    the file's name; with .gz they are decompressed. Without FILES, or with -, standard input is
    read. A bad record is reported, the rest go on, and the exit code is then 3.

    A run with --output that was broken off goes on with the same call and --resume.
    """
    inputs = inputs_of(files, asked)
    run(session, inputs, asked, _answers(session, asked, as_text=len(inputs) == 1))


def _answers(session: Session, asked: dict[str, Any], as_text: bool) -> AnswerSettings:
    from gazetteer.batch import INLINE_HTML, AnswerSettings
    from gazetteer.formats.identities import Identities
    from gazetteer.formats.native import MentionOptions

    return AnswerSettings(
        session.policy(asked["label_lang"], asked["perspective"]),
        MentionOptions(
            names=asked["names"] == "all",
            candidates=asked["candidates"],
            explain=asked["explain"],
            nested=asked["nested"],
            utf16=asked["offsets"] == "utf16",
        ),
        as_text=as_text and asked["form"] == INLINE_HTML,
        form=asked["form"],
        identities=Identities.of(asked["base"], asked["text_base"]),
    )
