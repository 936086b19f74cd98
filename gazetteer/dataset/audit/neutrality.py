"""How even the tables are between the sides: names, labels, dates, sources; what is one-sided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from gazetteer.dataset.audit.ground import SIDES, Ground, side_of
from gazetteer.dataset.audit.section import Section, share, table
from gazetteer.dataset.tables import Row
from gazetteer.lookup.skeleton import share_a_word
from gazetteer.model import Label

_LABEL_LANGUAGES = ("en", "az", "hy", "ru")
_DAYS = (None, date(2015, 1, 1), date(2021, 6, 1), date(2026, 1, 1))


def sections(ground: Ground) -> Sequence[Section]:
    """Make the tables of the contested settlements, their labels, and of asymmetries."""
    return [
        _names(ground),
        _labels(ground),
        _one_sided_labels(ground),
        _asymmetries(ground),
        _holdings(ground),
    ]


def one_sided(ground: Ground) -> Sequence[Section]:
    """List each contested settlement that one side only has a name for, with the reason."""
    rows: list[Sequence[object]] = []
    for place in ground.contested:
        state = _state(ground, place)
        if state in ("both sides", "one name shared"):
            continue
        missing = [side for side in SIDES if side not in ground.sides(place["id"])]
        for side in missing:
            reason = ground.gaps.get((place["id"], side), "")
            if reason or state != "one name, nobody's own":
                rows.append((place["id"], ground.label(place["id"]).text, side, reason or "?"))
    columns = ("id", "label", "missing", "reason")
    title = "Contested settlements without a name of a side’s own"
    return [table("one-sided", title, columns, rows, "A question mark: no reason is recorded yet.")]


def _state(ground: Ground, place: Row) -> str:
    """Say whose names a contested settlement has."""
    sides = ground.sides(place["id"])
    if len(sides) == len(SIDES):
        return "both sides"
    if {"az", "hy"} <= ground.languages(place["id"]):
        return "one name shared" if not sides else f"own name of {min(sides)}, shared in the other"
    if sides:
        return f"only {min(sides)}"
    return "one name, nobody's own"


def _names(ground: Ground) -> Section:
    states = Counter(_state(ground, place) for place in ground.contested)
    explained: Counter[str] = Counter()
    for place in ground.contested:
        if any((place["id"], side) in ground.gaps for side in SIDES):
            explained[_state(ground, place)] += 1
    whole = len(ground.contested)
    rows = [
        (state, count, share(count, whole), explained[state])
        for state, count in sorted(states.items(), key=lambda one: -one[1])
    ]
    rows.append(("all", whole, 1.0, sum(explained.values())))
    note = (
        "Contested: held or claimed by the Azerbaijani state and by an Armenian authority at some "
        "time. Shared: there is an Azerbaijani and an Armenian form, and no two names."
    )
    columns = ("names", "settlements", "share", "with a reason recorded")
    return table("neutrality", "Contested settlements: whose names", columns, rows, note)


def _labels(ground: Ground) -> Section:
    rows = []
    for lang in _LABEL_LANGUAGES:
        for policy in ("", *SIDES):
            counts: Counter[str] = Counter()
            for place in ground.contested:
                label = ground.label(place["id"], lang, policy)
                counts["in the language"] += label.lang == lang
                counts["pair"] += len(label.parts) > 1
                said_by = {"am" if part.perspective == "nk" else part.perspective
                           for part in label.parts}  # fmt: skip
                counts["own"] += bool(policy) and said_by == {policy}
                counts["other side’s"] += bool(policy) and bool(said_by - {policy, ""})
                counts["one side alone"] += (
                    not policy
                    and len(label.parts) == 1
                    and bool(said_by - {""})
                    and _leaves_out(ground, place["id"], label)
                )
                counts["romanized"] += any(part.scheme for part in label.parts)
            whole = len(ground.contested)
            kinds = (
                "in the language", "pair", "own", "other side’s", "one side alone", "romanized",
            )  # fmt: skip
            rows.append([lang, policy or "pair", *(share(counts[kind], whole) for kind in kinds)])
    note = (
        "One side alone: a pair was due, both sides have names, and one is shown. Other side’s: a "
        "side was asked for and the other’s word is in the answer, for want of one of its own."
    )
    columns = (
        "lang", "policy", "in the language", "pair", "own", "other side’s", "one side alone",
        "romanized",
    )  # fmt: skip
    return table("neutrality", "Labels of contested settlements", columns, rows, note)


def _one_sided_labels(ground: Ground) -> Section:
    rows = []
    for whose, places in (("settlements", ground.contested), ("other places", ground.shared)):
        named = [row["id"] for row in places if ground.sides(row["id"]).issuperset(SIDES)]
        for lang in _LABEL_LANGUAGES:
            counts = []
            for day in _DAYS:
                labels = {place: ground.label(place, lang, at=day) for place in named}
                counts.append(sum(_leaves_out(ground, *label) for label in labels.items()))
            rows.append([whose, lang, len(named), *counts])
    note = (
        "Of the places on contested ground that both sides have names for: how many labels are one "
        "side’s word alone, without a day and on some days."
    )
    days = ("no day" if day is None else day.isoformat() for day in _DAYS)
    columns = ("places", "lang", "of", *days)
    return table("neutrality", "Labels of one side alone", columns, rows, note)


def _leaves_out(ground: Ground, place: str, label: Label) -> bool:
    """Tell whether a side has a name of its own that does not even sound like the one shown."""
    shown = {"am" if part.perspective == "nk" else part.perspective for part in label.parts}
    if shown.isdisjoint(SIDES):
        return False
    own: dict[str, list[str]] = {side: [] for side in ground.sides(place) - shown}
    for row in ground.names.get(place, ()):
        if side_of(row) in own and row["role"] != "exonym":
            own[side_of(row)].append(row["text"])
    return any(
        texts and not any(share_a_word(label.text, text) for text in texts)
        for texts in own.values()
    )


def _asymmetries(ground: Ground) -> Section:
    contested = {place["id"] for place in ground.contested}
    editors = {row["id"] for row in ground.package.rows("sources") if row["kind"] == "editor"}
    pages = {row["id"] for row in ground.package.rows("sources") if row["kind"] == "page"}
    rows = []
    for side in SIDES:
        names = [
            row
            for row in ground.package.rows("names")
            if row["entity"] in contested and side_of(row) == side
        ]
        count = len(names)
        rows.append(
            [
                side,
                count,
                share(sum(row["role"] == "official" for row in names), count),
                share(sum(bool(row["since"] or row["until"]) for row in names), count),
                share(sum(row["certainty"] == "certain" for row in names), count),
                share(sum(row["source"] in pages for row in names), count),
                share(sum(row["source"] in editors for row in names), count),
                *(
                    len({row["entity"] for row in names if row["lang"] == lang})
                    for lang in _LABEL_LANGUAGES
                ),
            ]
        )
    columns = (
        "side", "names", "official", "dated", "certain", "from pages", "from editors",
        *(f"places {lang}" for lang in _LABEL_LANGUAGES),
    )  # fmt: skip
    note = "Names of contested settlements that are a side’s own."
    return table("neutrality", "Asymmetries between the sides", columns, rows, note)


def _holdings(ground: Ground) -> Section:
    contested = {place["id"] for place in ground.contested}
    kinds: dict[tuple[str, str], list[Row]] = {}
    for row in ground.package.rows("relations"):
        if row["predicate"] in ("administers", "claims") and row["object"] in contested:
            kinds.setdefault((row["predicate"], row["subject"]), []).append(row)
    rows = [
        [
            predicate,
            f"{subject} {ground.label(subject).text}",
            len(found),
            share(sum(row["certainty"] == "certain" for row in found), len(found)),
            share(sum(row["certainty"] == "uncertain" for row in found), len(found)),
            share(sum(len(row["since"]) == 10 for row in found), len(found)),
        ]
        for (predicate, subject), found in sorted(kinds.items())
    ]
    columns = ("predicate", "who", "rows", "certain", "uncertain", "since to the day")
    return table("neutrality", "Control and claims of contested settlements", columns, rows)
