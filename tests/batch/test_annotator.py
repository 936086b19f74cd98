"""One chunk: records in their order, offsets in code points of the text as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import orjson
import pytest

from gazetteer.batch import (
    Annotator,
    AnswerSettings,
    BatchInput,
    BatchSettings,
    Chunk,
    Defaults,
    Position,
)
from gazetteer.core import Gazetteer
from gazetteer.errors import ArtefactError
from gazetteer.formats.native import MentionOptions
from gazetteer.model import LabelPolicy

UTF16 = BatchSettings(answers=AnswerSettings(mentions=MentionOptions(utf16=True)))


@pytest.fixture(scope="module")
def sample(sample_artefact: Path) -> Gazetteer:
    return Gazetteer.open(sample_artefact)


def a_chunk(*lines: bytes, form: str = "jsonl") -> Chunk:
    payload = b"\n".join(lines)
    return Chunk(0, BatchInput("in.jsonl", form), Position(), Position(), payload)


def annotated(sample: Gazetteer, text: str, settings: BatchSettings | None = None) -> Any:
    line = orjson.dumps({"id": 1, "text": text})
    result = Annotator(sample, settings or BatchSettings()).run(a_chunk(line))
    assert not result.rejects
    return json.loads(result.output)


STRANGE = [
    "Baku\x00 said Stepanakert\x00",
    "🙂🙂 Stepanakert 🙂 Shushi",
    "\u200f\u202bStepanakert\u202c\u200f and Shushi",
    "Ste\u00adpana\u200bkert, Shushi",
    "S\u0327us\u0327a and Stepanakert",
    "Xanke\u0301ndi Stepanakert",
    "\ufeffStepanakert\r\n\r\n\tShushi\u00a0\u2028Stepanakert",
    "\U00010000" * 50 + " Stepanakert",
    "́Stepanakert",
]


@pytest.mark.parametrize("text", STRANGE)
def test_offsets_are_code_points_whatever_stands_in_the_text(sample: Gazetteer, text: str) -> None:
    mentions = annotated(sample, text)["mentions"]
    assert mentions
    for mention in mentions:
        assert text[mention["start"] : mention["end"]] == mention["surface"]


@pytest.mark.parametrize("text", STRANGE)
def test_utf16_offsets_are_those_of_javascript(sample: Gazetteer, text: str) -> None:
    units = text.encode("utf-16-le")
    for mention in annotated(sample, text, UTF16)["mentions"]:
        cut = units[2 * mention["start"] : 2 * mention["end"]]
        assert cut.decode("utf-16-le") == mention["surface"]


def test_the_record_has_its_stable_shape(sample: Gazetteer) -> None:
    record = annotated(sample, "Stepanakert")
    assert set(record) == {"id", "mentions"}
    (mention,) = record["mentions"]
    keys = {"start", "end", "surface", "status", "sense", "entity", "score"}
    assert keys <= set(mention) <= keys | {"metonym_for", "candidates"}
    assert mention["entity"] == {
        "id": "p-0001", "kind": "settlement", "label": "Khankendi / Stepanakert",
    }  # fmt: skip


def test_options_reach_the_record(sample: Gazetteer) -> None:
    options = MentionOptions(names=True, candidates=True, explain=True)
    policy = LabelPolicy("ru", "am")
    settings = BatchSettings(answers=AnswerSettings(policy, options))
    (mention,) = annotated(sample, "Stepanakert", settings)["mentions"]
    assert mention["entity"]["label"] == "Степанакерт"
    names = {(n["text"], n["lang"], n.get("perspective")) for n in mention["entity"]["names"]}
    assert ("Xankəndi", "az", "az") in names
    assert mention["candidates"]
    assert mention["evidence"]


def test_bad_records_are_rejected_and_the_rest_goes_on(sample: Gazetteer) -> None:
    lines = (
        b'{"id": "a", "text": "Shushi"}',
        b'{"id": "b", "text": ',
        b"",
        b'{"id": "c", "text": 5}',
        b'{"id": "a", "text": "Shushi", "lang": "xx"}',
    )
    result = Annotator(sample, BatchSettings()).run(a_chunk(*lines))
    assert [json.loads(line)["id"] for line in result.output.splitlines()] == ["a", "a"]
    assert [(r.line, r.offset, r.record_id) for r in result.rejects] == [
        (2, 30, None),
        (4, 52, "c"),
    ]
    assert (result.records, result.mentions, result.guessed) == (2, 2, 1)
    assert json.loads(result.rejects[1].as_json()) == {
        "file": "in.jsonl",
        "line": 4,
        "offset": 52,
        "id": "c",
        "error": '"text" is a number, not a string',
    }


def test_a_text_too_long_for_the_core_is_rejected(sample: Gazetteer) -> None:
    line = orjson.dumps({"id": 1, "text": "x" * 1_000_001})
    (reject,) = Annotator(sample, BatchSettings()).run(a_chunk(line)).rejects
    assert reject.error == '"text" 1000001 code points are too many; cut at 1000000'


def test_a_line_beyond_the_limit_is_rejected_also_inside_a_chunk(sample: Gazetteer) -> None:
    settings = BatchSettings(longest_line=40)
    lines = (b'{"text": "Shushi"}', b'{"text": "%s"}' % (b"x" * 40), b'{"text": "Shushi"}')
    result = Annotator(sample, settings).run(a_chunk(*lines))
    assert result.records == 2
    assert result.rejects[0].error == "is 52 bytes long; at most 40 are read"


def test_a_fault_of_ours_is_one_reject(sample: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    annotate = Gazetteer.annotate

    def faulty(self: Gazetteer, query: Any) -> Any:
        if "Lachin" in query.text:
            raise RecursionError("too deep")
        return annotate(self, query)

    monkeypatch.setattr(Gazetteer, "annotate", faulty)
    lines = (b'{"text": "Shushi"}', b'{"id": 9, "text": "Lachin"}', b'{"text": "Shushi"}')
    result = Annotator(sample, BatchSettings()).run(a_chunk(*lines))
    assert result.records == 2
    (reject,) = result.rejects
    assert reject.record_id == 9  # as it was given, so that it can be matched
    assert "could not be annotated (RecursionError: too deep)" in reject.error


def test_an_unusable_dataset_is_no_reject(
    sample: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(self: Gazetteer, query: Any) -> Any:
        raise ArtefactError("gone")

    monkeypatch.setattr(Gazetteer, "annotate", damaged)
    with pytest.raises(ArtefactError):
        Annotator(sample, BatchSettings()).run(a_chunk(b'{"text": "Shushi"}'))


def test_records_can_be_passed_over(sample: Gazetteer) -> None:
    chunk = a_chunk(b'{"id": 0, "text": ""}', b"bad", b'{"id": 2, "text": ""}')
    results = list(Annotator(sample, BatchSettings()).records(chunk, skip=1))
    assert [len(result.rejects) for result in results] == [1, 0]


def test_adjectives_only_when_asked_for(sample: Gazetteer) -> None:
    text = "степанакертский вокзал"
    assert annotated(sample, text)["mentions"] == []
    settings = BatchSettings(defaults=Defaults(adjectives=True))
    (mention,) = annotated(sample, text, settings)["mentions"]
    assert mention["entity"]["id"] == "p-0001"
