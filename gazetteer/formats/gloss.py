"""A glossed text as native JSON: the text, what was inserted where, and what was left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gazetteer.formats.native import Labeller, MentionOptions, Shape, filled, name, offsets_in
from gazetteer.model import Gloss, Glossed, LeftAlone, Mention, OtherName

Offset = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Source:
    """The text that was glossed: what its sender calls it, and whether it is HTML."""

    record_id: str | int | None
    text: str
    markup: bool = False


def glossed(source: Source, answer: Glossed, label: Labeller, options: MentionOptions) -> Shape:
    """Write the record of one glossed text: ``{"id", "text", "glosses": […]}``.

    HTML comes as ``html``. With ``options.explain`` also ``left_alone``: the mentions that got no
    gloss, and why. ``options.utf16`` counts offsets so.
    """
    given = offsets_in(source.text, options.utf16)
    made = offsets_in(answer.text, options.utf16)
    shape: Shape = {
        "id": source.record_id,
        "html" if source.markup else "text": answer.text,
        "glosses": [gloss(one, label, given, made) for one in answer.glosses],
    }
    if options.explain:
        shape["left_alone"] = [left_alone(one, label, given) for one in answer.left_alone]
    return shape


def gloss(one: Gloss, label: Labeller, given: Offset, made: Offset) -> Shape:
    """Write an insertion: ``offset`` counts in the text given, ``at`` in the text made."""
    return {
        "offset": given(one.offset),
        "at": made(one.at),
        "text": one.text,
        "lang": one.lang,
        "mention": _mention(one.mention, given),
        "entity": _entity(one.mention, label),
        "used": name(one.used),
        "other": other_name(one.other),
    }


def other_name(other: OtherName) -> Shape:
    """Write the name inserted: the statement that attests it, or the scheme that romanized it.

    ``perspective`` is whose name it is.
    """
    shape = name(other.name) if other.name else {"text": other.text}
    return shape | filled(perspective=other.perspective, scheme=other.scheme)


def left_alone(one: LeftAlone, label: Labeller, given: Offset) -> Shape:
    """Write a mention without a gloss, and why it has none."""
    return {
        "reason": one.reason,
        "mention": _mention(one.mention, given),
        "entity": _entity(one.mention, label),
    }


def _mention(found: Mention, given: Offset) -> Shape:
    return {"start": given(found.start), "end": given(found.end), "surface": found.surface}


def _entity(found: Mention, label: Labeller) -> Shape:
    entity = found.resolution.candidates[0].entity
    return {"id": entity.id, "kind": entity.kind, "label": label(entity.id).text}
