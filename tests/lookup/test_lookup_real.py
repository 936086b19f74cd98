"""Look-up on the real names: every one of them, and what people type instead of them.

The thresholds were set a little below what was measured when the tests were written.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.lookup.keys import fold
from gazetteer.lookup.ranking import CLEAR_MARGIN
from gazetteer.model import AMBIGUOUS, RESOLVED, UNKNOWN, Box, LabelPolicy, Name, NameQuery

CASES = Path(__file__).resolve().parent.parent / "cases" / "lookup"


def rows(file: str) -> list[dict[str, str]]:
    with (CASES / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def params(file: str, *marks: pytest.MarkDecorator) -> list[object]:
    return [
        pytest.param(row, id=f"{row['query']}-{row['lang']}", marks=marks) for row in rows(file)
    ]


def entity(gazetteer: Gazetteer, key: str) -> str:
    """Return the entity of ``scheme:value``; the scheme ``id`` is for what no catalogue has."""
    scheme, _, value = key.partition(":")
    found = value if scheme == "id" else gazetteer.store.entity_by_identifier(scheme, value)
    assert found is not None, key
    return found


@pytest.mark.parametrize(
    "row",
    params("in-the-wild.csv")
    + params("known-failures.csv", pytest.mark.xfail(strict=True, reason="known failure")),
)
def test_what_people_type_finds_what_they_mean(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    expected = entity(gazetteer, row["entity"])
    for lang in {"", row["lang"]}:
        resolution = gazetteer.look_up(NameQuery(row["query"], lang=lang))
        assert resolution.candidates, row
        assert resolution.candidates[0].entity.id == expected
    plain = gazetteer.look_up(NameQuery(row["query"]))
    assert plain.status == row["status"], plain.candidates[:2]


@pytest.mark.parametrize("row", params("negative.csv"))
def test_what_is_not_listed_is_never_resolved(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    resolution = gazetteer.look_up(NameQuery(row["query"], lang=row["lang"]))
    assert resolution.status == row["status"], resolution.candidates[:1]
    assert resolution.status != RESOLVED
    assert all(candidate.score <= 0.76 for candidate in resolution.candidates)


@pytest.fixture(scope="module")
def listed(gazetteer: Gazetteer) -> list[Name]:
    ids = [entity.id for entity in gazetteer.store.entities()]
    return [name for entity_id in ids for name in gazetteer.names(entity_id)]


def recall(
    gazetteer: Gazetteer, asked: list[tuple[str, str]]
) -> tuple[float, float, list[tuple[str, str]]]:
    """Return the shares found at the top (or tied there) and among the first ten; and the lost."""
    first = ten = 0
    lost = []
    for query, expected in asked:
        candidates = gazetteer.look_up(NameQuery(query, limit=100)).candidates
        ids = [candidate.entity.id for candidate in candidates]
        tied = [c.entity.id for c in candidates if c.score > candidates[0].score - CLEAR_MARGIN]
        first += expected in tied
        ten += expected in ids[:10]
        if expected not in ids[:10]:
            lost.append((query, expected))
    return first / len(asked), ten / len(asked), lost


def test_every_listed_name_finds_its_entity(gazetteer: Gazetteer, listed: list[Name]) -> None:
    tied, ten, lost = recall(gazetteer, [(name.text, name.entity) for name in listed])
    print(f"\n{len(listed)} listed names: recall@1 (tied) {tied:.4f}, recall@10 {ten:.4f}")
    bearers: dict[str, set[str]] = {}
    for name in listed:
        bearers.setdefault(fold(name.text), set()).add(name.entity)
    assert [query for query, _ in lost if len(bearers[fold(query)]) <= 10] == []
    assert tied >= 0.985


def test_every_label_that_is_shown_can_be_looked_up(gazetteer: Gazetteer) -> None:
    for shown in gazetteer.store.entities(("settlement", "region", "route")):
        for lang in ("en", "az", "hy", "ru"):
            label = gazetteer.label(shown.id, LabelPolicy(lang)).text
            candidates = gazetteer.look_up(NameQuery(label, limit=100)).candidates
            assert shown.id in [candidate.entity.id for candidate in candidates], label


def slipped(text: str, slips: int, rng: random.Random) -> str:
    """Make typing slips: a letter left out, put in, mistaken, or swapped with the next."""
    for _ in range(slips):
        at = rng.randrange(len(text))
        letter = rng.choice([c for c in text if c.isalpha()] or ["a"]).lower()
        text = rng.choice(
            [
                text[:at] + text[at + 1 :],
                text[:at] + letter + text[at:],
                text[:at] + letter + text[at + 1 :],
                text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
            ]
        )
    return text


@pytest.mark.parametrize(("slips", "at_top", "in_ten"), [(1, 0.97, 0.985), (2, 0.91, 0.92)])
def test_typing_slips(
    gazetteer: Gazetteer, listed: list[Name], slips: int, at_top: float, in_ten: float
) -> None:
    rng = random.Random(slips)
    long = [name for name in listed if sum(map(str.isalpha, name.text)) >= 6]
    asked = [(slipped(n.text, slips, rng), n.entity) for n in rng.sample(long, 1500)]
    tied, ten, _ = recall(gazetteer, asked)
    print(f"\n{slips} slips: recall@1 (tied) {tied:.4f}, recall@10 {ten:.4f}")
    assert tied >= at_top
    assert ten >= in_ten


def test_a_slip_is_never_more_certain_than_the_name(
    gazetteer: Gazetteer, listed: list[Name]
) -> None:
    rng = random.Random(3)
    for name in rng.sample([n for n in listed if len(n.text) >= 8], 200):
        typed = slipped(name.text, 1, rng)
        right = gazetteer.look_up(NameQuery(name.text)).candidates
        wrong = gazetteer.look_up(NameQuery(typed)).candidates
        by_id = {candidate.entity.id: candidate.score for candidate in right}
        for candidate in wrong:
            assert candidate.score <= by_id.get(candidate.entity.id, 1.0) + 0.06


def evidence_of(gazetteer: Gazetteer, listed: list[Name]) -> Iterator[object]:
    rng = random.Random(4)
    for name in rng.sample(listed, 300):
        for query in (name.text, slipped(name.text, 2, rng), f"{name.text}da"):
            if query.strip():
                yield from gazetteer.look_up(
                    NameQuery(query, lang="az", perspective="az", at=date(2021, 1, 1))
                ).candidates


def test_a_score_is_the_sum_of_its_evidence(gazetteer: Gazetteer, listed: list[Name]) -> None:
    for candidate in evidence_of(gazetteer, listed):
        assert candidate.evidence  # type: ignore[attr-defined]
        total = sum(step.weight for step in candidate.evidence)  # type: ignore[attr-defined]
        assert candidate.score == round(min(1.0, max(0.0, total)), 4)  # type: ignore[attr-defined]


def test_kinds_and_box_restrict(gazetteer: Gazetteer) -> None:
    district = gazetteer.look_up(NameQuery("Lachin", kinds=("district",)))
    assert district.status == RESOLVED
    assert district.candidates[0].entity.id == entity(gazetteer, "geonames:147626")
    settlements = gazetteer.look_up(NameQuery("Martuni", kinds=("settlement",)))
    assert len(settlements.candidates) >= 2
    karabakh = gazetteer.look_up(NameQuery("Martuni", box=Box(46, 39, 48, 40.5)))
    gegharkunik = gazetteer.look_up(NameQuery("Martuni", box=Box(45, 40, 45.6, 40.5)))
    assert karabakh.candidates[0].entity.id == entity(gazetteer, "geonames:146969")
    assert gegharkunik.candidates[0].entity.id == entity(gazetteer, "geonames:616438")
    assert gegharkunik.status == RESOLVED
    assert gazetteer.look_up(NameQuery("Lachin", box=Box(0, 0, 1, 1))).status == UNKNOWN


def test_language_and_perspective_only_rank(gazetteer: Gazetteer) -> None:
    for lang, side in (("az", "az"), ("hy", "am"), ("en", "")):
        resolution = gazetteer.look_up(NameQuery("Stepanakert", lang=lang, perspective=side))
        assert resolution.candidates[0].entity.id == entity(gazetteer, "geonames:146970")
    plain = gazetteer.look_up(NameQuery("Stepanakert")).candidates[0].score
    armenian = gazetteer.look_up(NameQuery("Stepanakert", perspective="am")).candidates[0].score
    assert armenian >= plain


def test_a_day_prefers_the_names_of_its_time(gazetteer: Gazetteer, listed: list[Name]) -> None:
    ended = next(n for n in listed if len(n.span.until) == 10 and len(n.span.since) == 10)
    during = gazetteer.look_up(NameQuery(ended.text, at=date.fromisoformat(ended.span.since)))
    after = gazetteer.look_up(NameQuery(ended.text, at=date(2025, 1, 1)))
    scores = [
        next(c.score for c in resolution.candidates if c.entity.id == ended.entity)
        for resolution in (during, after)
    ]
    assert scores[0] >= scores[1]


def test_limit_cuts_the_list_but_not_the_doubt(gazetteer: Gazetteer) -> None:
    one = gazetteer.look_up(NameQuery("Lachin", limit=1))
    assert len(one.candidates) == 1
    assert one.status == AMBIGUOUS


@pytest.mark.parametrize("text", ["", " ", "\n\t", "a" * 201])
def test_no_name_and_too_long_a_name_are_refused(gazetteer: Gazetteer, text: str) -> None:
    with pytest.raises(QueryError) as caught:
        gazetteer.look_up(NameQuery(text))
    assert caught.value.parameter == "q"
    with pytest.raises(QueryError):
        gazetteer.suggest(text)


@pytest.mark.parametrize("limit", [0, -1, 201])
def test_a_limit_out_of_bounds_is_refused(gazetteer: Gazetteer, limit: int) -> None:
    with pytest.raises(QueryError, match="limit"):
        gazetteer.look_up(NameQuery("Lachin", limit=limit))


@pytest.mark.parametrize(
    "text",
    ["?!", "\x00", "🏔️", "\u200f", "\ud800", "a", "2020", "a" * 200, "շ" * 200, "' OR 1=1 --", "%",
     "a b c d e f g h i j k l m n o p q r s t u v w x y z", "٪٪", "Lachin " * 28],
)  # fmt: skip
def test_odd_texts_get_an_answer(gazetteer: Gazetteer, text: str) -> None:
    resolution = gazetteer.look_up(NameQuery(text))
    assert resolution.status in (RESOLVED, AMBIGUOUS, UNKNOWN)
    gazetteer.suggest(text)


@pytest.mark.parametrize("prefix", ["Khank", "Ханк", "Ստեփ", "استپ", "Xank", "ხანქ", "Stepan"])
def test_suggestions_in_every_script(gazetteer: Gazetteer, prefix: str) -> None:
    first = gazetteer.suggest(prefix)[0]
    assert first.entity.id == entity(gazetteer, "geonames:146970")


def test_suggestions_are_distinct_limited_and_of_the_kinds(gazetteer: Gazetteer) -> None:
    for prefix in ("a", "s", "м", "ա", "ş"):
        for kinds in ((), ("settlement",), ("person",)):
            found = gazetteer.suggest(prefix, kinds=kinds, limit=7)
            ids = [suggestion.entity.id for suggestion in found]
            assert len(found) == 7
            assert len(set(ids)) == 7
            assert all(not kinds or s.entity.kind in kinds for s in found)


def test_a_whole_name_is_suggested_before_longer_ones(gazetteer: Gazetteer) -> None:
    assert gazetteer.suggest("Sus")[0].name.text == "Sus"


def test_suggestions_prefer_the_language(gazetteer: Gazetteer) -> None:
    assert gazetteer.suggest("Şuş", lang="az")[0].name.lang == "az"
    assert gazetteer.suggest("Шуш", lang="ru")[0].name.lang == "ru"
