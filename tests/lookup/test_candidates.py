"""Candidates: each way of finding a name, and that a later one is asked only when needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.lookup.candidates import Found, find_candidates
from gazetteer.lookup.matcher import Matcher
from gazetteer.lookup.pipeline import look_up, suggest
from gazetteer.lookup.plain_words import announced
from gazetteer.lookup.similar import allowed_edits
from gazetteer.model import RESOLVED, UNKNOWN, NameQuery
from gazetteer.store import Store
from tests.builders import a_name, a_place, a_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return a_store(
        tmp_path_factory.mktemp("candidates"),
        a_place("p-0001", type="city"),
        a_place("p-0002", type="town"),
        a_place("p-0003", kind="admin-unit", type="district"),
        a_place("p-0004", kind="country", type="sovereign-state"),
        a_name("p-0001", "Stepanakert", perspective="am"),
        a_name("p-0001", "Khankendi", perspective="az"),
        a_name("p-0001", "Xankəndi", "az"),
        a_name("p-0002", "Şuşa", "az"),
        a_name("p-0003", "Şuşa", "az", role="short"),
        a_name("p-0002", "Շուշի", "hy"),
        a_name("p-0002", "Susa"),
        a_name("p-0004", "Azerbaijan"),
    )


@pytest.fixture(scope="module")
def matcher(store: Store) -> Matcher:
    return Matcher(store)


def rounds(store: Store, matcher: Matcher, text: str) -> list[list[Found]]:
    return list(find_candidates(store, matcher, text))


def rules(store: Store, matcher: Matcher, text: str) -> set[tuple[str, str]]:
    """Return (entity, rule) of the first round that finds anything."""
    for found in find_candidates(store, matcher, text):
        if found:
            return {(store.name(f.number).entity, f.evidence.rule) for f in found}
    return set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stepanakert", {("p-0001", "same-text")}),
        ("stepanakert", {("p-0001", "same-letters")}),
        ("Step'anakert", {("p-0001", "same-key")}),
        ("Stepanakért", {("p-0001", "same-key")}),
        ("Xankəndidə", {("p-0001", "case-form")}),
        ("Xankəndi'də", {("p-0001", "case-form")}),
        ("Khankendi / Stepanakert", {("p-0001", "several-names")}),
        ("city of Stepanakert", {("p-0001", "kind-in-query")}),
        ("the Stepanakert", {("p-0001", "inside-query")}),
        ("Stepanakert, Azerbaijan", {("p-0001", "before-comma")}),
        ("Στεπανακέρτ", {("p-0001", "transliteration")}),
        ("?", set()),
    ],
)
def test_each_way(
    store: Store, matcher: Matcher, text: str, expected: set[tuple[str, str]]
) -> None:
    found = rules(store, matcher, text)
    assert expected <= found
    assert {entity for entity, _ in found} == {entity for entity, _ in expected}


def test_letters_typed_on_purpose_prefer_names_that_have_them(
    store: Store, matcher: Matcher
) -> None:
    found = {store.name(f.number).text: f.match for f in rounds(store, matcher, "Şuşa")[0]}
    assert found["Şuşa"] > found["Susa"]
    plain = {store.name(f.number).text: f.match for f in rounds(store, matcher, "Susa")[0]}
    assert plain["Susa"] > plain["Şuşa"] > found["Susa"]


def test_the_kind_in_the_query_decides(store: Store, matcher: Matcher) -> None:
    town = look_up(store, matcher, NameQuery("Şuşa şəhəri"))
    district = look_up(store, matcher, NameQuery("Şuşa rayonu"))
    assert town.candidates[0].entity.id == "p-0002"
    assert district.candidates[0].entity.id == "p-0003"


def test_what_the_query_excludes_does_not_hide_other_ways(store: Store, matcher: Matcher) -> None:
    found = look_up(store, matcher, NameQuery("Susa", kinds=("admin-unit",)))
    assert [c.entity.id for c in found.candidates] == ["p-0003"]
    assert look_up(store, matcher, NameQuery("Susa", kinds=("route",))).status == UNKNOWN


def test_a_case_form_with_letters_of_another_word_is_none(tmp_path: Path) -> None:
    store = a_store(tmp_path, a_place("p-0001"), a_name("p-0001", "Qars", "az"))
    resolution = look_up(store, Matcher(store), NameQuery("qarşı"))
    assert resolution.status == UNKNOWN


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ([], frozenset()),
        (["the"], frozenset()),
        (["village", "of"], frozenset({"settlement"})),
        (["kendi"], frozenset({"settlement"})),
        (["president"], frozenset({"person"})),
        (["beautiful"], None),
        (["the", "beautiful", "village"], None),
    ],
)
def test_plain_words(words: list[str], kinds: frozenset[str] | None) -> None:
    found = announced(words)
    assert (found is None) == (kinds is None)
    assert kinds is None or (found is not None and kinds <= found)


@pytest.mark.parametrize("length", range(1, 30))
def test_longer_keys_bear_more_slips(length: int) -> None:
    assert allowed_edits("a" * length) in (0, 1, 2)
    assert allowed_edits("a" * length) <= allowed_edits("a" * (length + 1))
    assert allowed_edits("a" * length) < length


def test_one_skeleton_of_a_thousand_names_is_still_searched_wisely(tmp_path: Path) -> None:
    vowels = "aeiou"
    names = [
        a_name(f"p-{i:04}", f"B{a}l{b}k{c}n{d}") for i, (a, b, c, d) in enumerate(
            ((a, b, c, d) for a in vowels for b in vowels for c in vowels for d in vowels), 1
        )
    ]  # fmt: skip
    places = [a_place(name.entity, lon=40 + i / 1000) for i, name in enumerate(names)]
    store = a_store(tmp_path, *places, *names)
    for name in names[::60]:
        cyrillic = name.text.lower().translate(str.maketrans("blknaeiou", "блкнаеиоу"))
        resolution = look_up(store, Matcher(store), NameQuery(cyrillic))
        assert resolution.candidates[0].entity.id == name.entity


def test_suggestions_of_a_rare_kind_are_found_behind_common_ones(tmp_path: Path) -> None:
    store = a_store(
        tmp_path,
        *(a_place(f"p-{i:04}", prominence=90) for i in range(1, 301)),
        *(a_name(f"p-{i:04}", f"Sample {i}") for i in range(1, 301)),
        a_place("p-0500", kind="route", type="road", prominence=1),
        a_name("p-0500", "Sample road"),
    )
    (found,) = suggest(store, "sam", kinds=("route",))
    assert found.entity.id == "p-0500"
    assert len(suggest(store, "sam", limit=200)) == 200
    assert suggest(store, "?") == ()
    assert look_up(store, Matcher(store), NameQuery("Sample 7")).status == RESOLVED
