"""Counting hits and misses: by hand on small gold, then on the real seeds."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from gazetteer.core import Gazetteer
from gazetteer.dataset.artefact import ensure_artefact
from gazetteer.errors import QueryError, RecordError
from gazetteer.evaluation import (
    FALSE_ALARM,
    MISS,
    SEEDS,
    TEXTS_VARIABLE,
    WRONG_ENTITY,
    WRONG_SENSE,
    Judged,
    evaluate,
    read_manifest,
    totals,
)
from tests.cli.running import call

TEXT = "Stepanakert and Shushi; the road from Lachin to Stepanakert; nothing."


@pytest.fixture(scope="module")
def sample(sample_artefact: Path) -> Gazetteer:
    return Gazetteer.open(sample_artefact)


def row(surface: str, entity: str, nth: int = 0, text: str = TEXT, **more: Any) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    shape = {"start": start, "end": start + len(surface), "surface": surface, "entity": entity}
    return shape | {"sense": "place", "optional": 0} | more


ALL = [
    row("Stepanakert", "p-0001"),
    row("Shushi", "p-0002"),
    row("Lachin", "p-0003"),
    row("Stepanakert", "p-0001", nth=1),
]


def seeds_of(
    folder: Path, gold: list[dict[str, Any]], text: str = TEXT, **shared: list[dict[str, Any]]
) -> Path:
    (folder / "gold").mkdir(parents=True)
    (folder / "passages").mkdir()
    content = text.encode()
    (folder / "passages" / "one.txt").write_bytes(content)
    (folder / "manifest.csv").write_text(
        "file,title,publisher,date,lang,sha256,split\n"
        f"one.txt,One,,2022-06,en,{hashlib.sha256(content).hexdigest()},dev\n",
        encoding="utf-8",
    )
    files = {"one": gold, **shared}
    for name, rows in files.items():
        lines = "".join(json.dumps(shape) + "\n" for shape in rows)
        (folder / "gold" / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def judge(sample: Gazetteer, seeds: Path) -> Judged:
    (judged,) = evaluate(sample, read_manifest(seeds), seeds)
    return judged


def kinds(judged: Judged) -> list[str]:
    return [fault.kind for fault in judged.faults]


def test_all_found(sample: Gazetteer, tmp_path: Path) -> None:
    scores = judge(sample, seeds_of(tmp_path / "seeds", ALL)).scores
    assert (scores.gold, scores.found, scores.strict, scores.linked) == (4, 4, 4, 4)
    assert scores.precision == scores.recall == scores.f1 == scores.entity_accuracy == 1.0
    assert scores.linked_precision == scores.overlap_recall == scores.sense_accuracy == 1.0


def test_a_miss_and_a_false_alarm(sample: Gazetteer, tmp_path: Path) -> None:
    gold = [*ALL[:2], ALL[3], row("nothing", "p-0005", difficulty="typo")]
    judged = judge(sample, seeds_of(tmp_path / "seeds", gold))
    assert sorted(kinds(judged)) == [FALSE_ALARM, MISS]
    assert judged.scores.precision == judged.scores.recall == 3 / 4
    miss = next(fault for fault in judged.faults if fault.kind == MISS)
    assert miss.context.endswith("Stepanakert; ⟦nothing⟧.")
    assert miss.difficulty == "typo"


def test_a_span_that_only_touches(sample: Gazetteer, tmp_path: Path) -> None:
    gold = [*ALL[:2], row("from Lachin", "p-0003"), ALL[3]]
    scores = judge(sample, seeds_of(tmp_path / "seeds", gold)).scores
    assert (scores.recall, scores.overlap_recall, scores.overlap_precision) == (3 / 4, 1.0, 1.0)


def test_a_wrong_entity_and_a_wrong_sense(sample: Gazetteer, tmp_path: Path) -> None:
    gold = [
        row("Stepanakert", "p-0002"),
        row("Shushi", "p-0002", sense="government"),
        row("Lachin", "p-0003", sense=""),
        ALL[3],
    ]
    judged = judge(sample, seeds_of(tmp_path / "seeds", gold))
    assert kinds(judged) == [WRONG_ENTITY, WRONG_SENSE]
    scores = judged.scores
    assert (scores.recall, scores.entity_accuracy, scores.linked_recall) == (1.0, 3 / 4, 3 / 4)
    assert scores.sense_accuracy == 2 / 3
    assert (scores.capitals, scores.capitals_right) == (1, 0)
    assert judged.faults[0].wanted == "p-0002 Shusha / Shushi"


def test_optional_rows_count_neither_way(sample: Gazetteer, tmp_path: Path) -> None:
    found = [*ALL[:2], ALL[2] | {"optional": 1}, ALL[3]]
    missed = [*ALL, row("nothing", "p-0005", optional=1)]
    for number, gold in enumerate((found, missed)):
        scores = judge(sample, seeds_of(tmp_path / str(number), gold)).scores
        assert scores.precision == scores.recall == 1.0
        assert scores.gold == 4 - (number == 0)


def test_a_longer_reading_stands_for_what_is_inside(sample: Gazetteer, tmp_path: Path) -> None:
    text = "the Nagorno-Karabakh Republic fell"
    inner = row("Nagorno-Karabakh", "p-0012", text=text)
    longer = row("Nagorno-Karabakh Republic", "a-0001", text=text, text_name="one")
    longer = {**longer, "text": "one", "kind": "longer"}
    judged = judge(sample, seeds_of(tmp_path / "a", [inner], text, alternatives=[longer]))
    assert (judged.scores.gold, judged.scores.linked, kinds(judged)) == (1, 1, [])
    excused = {**longer, "kind": "description"}
    judged = judge(sample, seeds_of(tmp_path / "b", [inner], text, alternatives=[excused]))
    assert (judged.scores.gold, judged.scores.found, kinds(judged)) == (0, 0, [])
    other = {**longer, "entity": "p-0001"}
    judged = judge(sample, seeds_of(tmp_path / "c", [inner], text, alternatives=[other]))
    assert sorted(kinds(judged)) == [FALSE_ALARM, MISS]


def test_gold_may_cite_an_id_that_was_merged(sample: Gazetteer, tmp_path: Path) -> None:
    gold = [row("Stepanakert", "p-0099"), *ALL[1:]]  # p-0099 redirects to p-0001
    scores = judge(sample, seeds_of(tmp_path / "seeds", gold)).scores
    assert (scores.strict, scores.linked) == (4, 4)


def test_a_false_alarm_says_why_it_was_foreseen(sample: Gazetteer, tmp_path: Path) -> None:
    negative = {**ALL[2], "text": "one", "why": "a falcon"}
    gold = [*ALL[:2], ALL[3]]
    judged = judge(sample, seeds_of(tmp_path / "seeds", gold, negatives=[negative]))
    assert [(fault.kind, fault.difficulty) for fault in judged.faults] == [
        (FALSE_ALARM, "a falcon")
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"start": 1}, "the text has 'tepanakert', not 'Stepanakert'"),
        ({"end": 5000}, "the text has"),
        ({"start": "0"}, "is no gold row"),
    ],
)
def test_gold_that_does_not_fit_its_text_is_refused(
    sample: Gazetteer, tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    seeds = seeds_of(tmp_path / "seeds", [ALL[1], ALL[0] | change])
    with pytest.raises(RecordError, match=message) as caught:
        judge(sample, seeds)
    assert caught.value.line == 2


def test_gold_without_an_entity_is_refused(sample: Gazetteer, tmp_path: Path) -> None:
    broken = {key: value for key, value in ALL[0].items() if key != "entity"}
    with pytest.raises(RecordError, match="lacks entity"):
        judge(sample, seeds_of(tmp_path / "seeds", [broken]))


def test_texts_that_are_not_there_or_not_the_same_are_skipped(
    sample: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = seeds_of(tmp_path / "seeds", ALL)
    elsewhere = tmp_path / "elsewhere"
    shutil.move(seeds / "passages", elsewhere)
    monkeypatch.setenv(TEXTS_VARIABLE, str(tmp_path))
    assert "not on this machine" in judge(sample, seeds).skipped
    monkeypatch.setenv(TEXTS_VARIABLE, str(elsewhere))
    assert not judge(sample, seeds).skipped
    (elsewhere / "one.txt").write_text(TEXT + " ", encoding="utf-8")
    assert "another text than the manifest means" in judge(sample, seeds).skipped
    (seeds / "gold" / "one.jsonl").unlink()
    assert "there is no" in judge(sample, seeds).skipped


def test_no_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"there is no .*manifest\.csv"):
        read_manifest(tmp_path)


def test_totals_add_up_by_language(sample: Gazetteer, tmp_path: Path) -> None:
    judged = [judge(sample, seeds_of(tmp_path / str(n), ALL[: n + 1])) for n in range(4)]
    sums = totals(judged)
    assert list(sums) == ["en", "total"]
    assert sums["total"].gold == 1 + 2 + 3 + 4
    assert sums["total"].recall == 1.0
    assert totals([])["total"].recall is None


def test_the_command_prints_scores_and_errors(sample_artefact: Path, tmp_path: Path) -> None:
    seeds = seeds_of(tmp_path / "seeds", [*ALL[:3], row("nothing", "p-0005")])
    result = call(sample_artefact, "evaluate", "--seeds", seeds, "--errors")
    assert result.exit_code == 0
    assert result.stdout.split("\n")[0].split()[:4] == ["text", "lang", "gold", "found"]
    assert "all   total" in result.stdout
    assert "miss" in result.stdout
    assert "wanted p-0005" in result.stdout
    shape = json.loads(call(sample_artefact, "evaluate", "--seeds", seeds, "--json").stdout)
    assert shape["all"]["total"]["recall"] == 3 / 4
    assert shape["texts"][0]["counts"]["gold"] == 4


def test_the_command_skips_loudly(sample_artefact: Path, tmp_path: Path) -> None:
    seeds = seeds_of(tmp_path / "seeds", ALL)
    shutil.rmtree(seeds / "passages")
    result = call(sample_artefact, "evaluate", "--seeds", seeds)
    assert result.exit_code == 1
    assert "SKIPPED one.txt: the text is not on this machine" in result.stderr
    assert "no text could be evaluated" in result.stderr


def test_every_seed_has_gold_that_fits_its_text(gazetteer: Gazetteer) -> None:
    """Offsets, surfaces and ids of the real gold, for every text that is on this machine."""
    judged = list(evaluate(gazetteer, read_manifest()))
    passages = [one for one in judged if one.seed.split != "seed"]
    assert len(passages) >= 24
    assert not [one.seed.file for one in passages if one.skipped]
    unknown = {
        fault.wanted for one in judged for fault in one.faults if "(unknown)" in fault.wanted
    }
    assert not unknown


def test_other_readings_of_the_seeds_are_entities_or_none(gazetteer: Gazetteer) -> None:
    lines = (SEEDS / "gold" / "alternatives.jsonl").read_text(encoding="utf-8").splitlines()
    cited = {json.loads(line)["entity"] for line in lines} - {""}
    assert [entity for entity in sorted(cited) if not gazetteer.store.has(entity)] == []


def test_the_command_looks_spellings_up() -> None:
    real_artefact = ensure_artefact()
    asked = ("evaluate", "--lookup", "--split", "dev", "--lang", "lt")
    done = call(real_artefact, *asked, "--errors")
    assert done.exit_code == 0
    assert "among_ten" in done.stdout
    assert "unrelated" in done.stdout
    shape = json.loads(call(real_artefact, *asked, "--json").stdout)
    (overall,) = [g for g in shape["spellings"] if (g["kind"], g["lang"]) == ("all", "all")]
    assert overall["found"] / overall["asked"] > 0.8
    assert set(shape["unrelated"]) == {"all", "place", "word"}
    assert call(real_artefact, "evaluate", "--lookup", "--lang", "xx").exit_code == 1
