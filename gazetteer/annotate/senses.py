"""A capital as a city or as a government: ``met in Baku`` against ``Baku denied``.

Each cue around the name adds a signed weight: above zero the name speaks for a government. The
cues are words of the document's language (``languages.Context``) and case tags; names joined by
*and* or a dash that have no cue of their own share their neighbour's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.annotate.surroundings import Cues, Surroundings, is_caseless
from gazetteer.model import Evidence

LOCATIVE_TAGS = frozenset({"loc", "ine"})
"""Case tags that put something in a place."""

_MOTION_TAGS = frozenset({"abl", "all", "ter"})
"""Case tags that lead from or to a place; a weaker cue than being in it."""

_DATELINE = re.compile(r"^\s{0,2}(?:[,.(/—–-]|[A-ZА-ЯЁԱ-Ֆ][A-ZА-ЯЁԱ-Ֆ]+\b)")
_CASELESS_DATELINE = re.compile(r"^\s{0,2}(?:[(/]|[—–-]+\s)")
"""Where nothing is written in capitals, a blank behind the dash tells it from a pair of names."""
_BULLETS = ' \t*•-–—«"\u200f\u200e\ufeff'
_OPENING_MARKS = tuple('،,:;؛«"')
_SHORTEST_DATELINE, _LONGEST_DATELINE = 4, 40
_OTHER_CITY = re.compile(r"^\s*[^\W\d_]+/$")
_AGENCY = re.compile(r"(?:/[^\W\d_]+)?\s\([^()\n]{2,20}\)\s?(?:[–—-]|\.\s|$)")
_POSSESSIVE = re.compile(r"^['’ʼ]s?\b")
_FIGURE = re.compile(r" [-+−]?\d+(?:[.,]\d+)?(?:°|º| ?mm\b| ?мм\b| ?km\b| ?км\b|[,;]|\.?$|\.\s)")
"""A figure right after a name, as in weather reports and tables: Yerevan 31°, Baku 24."""

_HYPHENS = "-–‑"
_WRITTEN_SUFFIX = re.compile(r"^['’ʼ‘-]([^\W\d_]{1,5})\b")
"""A case ending that stands after an apostrophe or hyphen (Bakü'de, ՀՀ-ում)."""

_ARTICLES = ("the", "a", "an")
_RESTING = ("in", "at", "near", "inside", "outside", "around", "across", "within", "throughout")
"""Prepositions that put something in a place, whatever governments have stands before them."""

_SPEAKER = re.compile(r"\s?[.:։՝]\s?[«“„\"]")

_FARTHEST_VERB = 6
_NEAR_VERB = 3
"""Words within which a verb without a subject of its own says who speaks, in any language."""


def weigh(
    surface: str, cases: frozenset[str], around: Surroundings, cues: Cues, line_before: str
) -> tuple[Evidence, ...]:
    """Return the cues for one mention of a capital; weights above zero mean the government."""
    found: list[Evidence] = []
    if around.prefix.endswith("#"):
        return (Evidence("hashtag", surface, -1.5),)
    if _is_dateline(surface, around, line_before):
        return (Evidence("dateline", surface, -3.0),)
    if is_caseless(surface) and not line_before.strip(_BULLETS) and around.suffix[:1] == ":":
        return (Evidence("speaker", surface, 1.2),)
    if around.prefix.endswith("(") and around.suffix.startswith(")"):
        return ()  # a gloss means what it explains
    labelled = _label(around)
    if labelled is not None:
        return (labelled,)
    previous = [word for word in around.previous_words(5) if word not in _ARTICLES][:4]
    following = around.next_words(_FARTHEST_VERB)
    hyphened = _WRITTEN_SUFFIX.match(around.suffix)
    written = cues.case_suffixes.get(hyphened.group(1).lower(), "") if hyphened else ""
    possessive = not written and bool(_POSSESSIVE.match(around.suffix))
    if written:
        cases = frozenset({written})
    if written or possessive:
        following = following[1:]
    found += _beside(around, cues, following, possessive=possessive, hyphened=not written)
    led = bool(previous) and previous[0] in cues.place_before
    located = _all_in(cases, LOCATIVE_TAGS) or (led and not _all_in(cases, _MOTION_TAGS))
    said = _said_there(around, cues) if located else ""
    if said:
        return (*found, Evidence("said-there", said, 1.0))
    found += _before(around, _that_may_tell(previous, cases, cues), cues)
    found += _policy(previous, following, cases, cues)
    if _all_in(cases, LOCATIVE_TAGS):
        found.append(Evidence("case", "loc", -2.0))
    elif _all_in(cases, _MOTION_TAGS):
        found.append(Evidence("case", ",".join(sorted(cases)), -1.0))
        found += _sent(following, cues)
    elif possessive:
        found.append(Evidence("possessive", around.suffix[:2], 1.0))
    elif around.suffix[:1] not in _HYPHENS and not led:
        subject = all(case in cues.subject_cases for case in cases)
        found += _after(around, cues, following, subject=subject)
    return tuple(
        found
        or _as_owner(cases, around, following, cues)
        or _as_subject(cases, previous, around, cues)
    )


def _beside(
    around: Surroundings, cues: Cues, following: Sequence[str], *, possessive: bool, hyphened: bool
) -> list[Evidence]:
    """Judge by what the name is compounded with or owns: Moscow-led, Yerevan-Baku flights."""
    if not following:
        return []
    word, owned = following[0], following[1] if len(following) > 1 else ""
    found = []
    if possessive and owned in cues.place_after:
        found.append(Evidence("place-after", f"{word} {owned}", -1.5))
    elif hyphened and around.suffix[:1] in _HYPHENS:
        if word in cues.place_after or owned in cues.place_after:
            found.append(Evidence("compound", word, -2.0))
        elif word in cues.government_after:
            found.append(Evidence("compound", word, 2.0))
    if word in cues.place_after:
        found.append(Evidence("place-after", word, -1.5))
    return found


def _all_in(cases: frozenset[str], tags: frozenset[str]) -> bool:
    """Tell whether every reading of the form is one of these cases (``loc-adj`` is a ``loc``)."""
    return all(not tags.isdisjoint(case.split("-")) for case in cases)


def _policy(
    previous: Sequence[str], following: Sequence[str], cases: frozenset[str], cues: Cues
) -> list[Evidence]:
    """Look for what only governments have: ``Bakının mövqeyi``, ``политика Баку``."""
    if cases.isdisjoint(("nom", "gen")) or (following and following[0] in cues.place_after):
        return []
    owned = previous[1:2] if previous[:1] == ["of"] else previous[:1]
    for word in (*owned, *following[:2]):
        if word in cues.government_nouns:
            return [Evidence("government-noun", word, 1.2)]
    return []


def _after(
    around: Surroundings, cues: Cues, following: Sequence[str], *, subject: bool
) -> list[Evidence]:
    """Judge by the verb after the name, also past *on Thursday* and the like.

    Where verbs come late in a clause (``verb_window``), a subject may be further from its own.
    """
    if following and around.suffix[:1] == "," and following[0] in cues.relative_words:
        said = next((word for word in following[1:3] if word in cues.government_after), "")
        return [Evidence("relative-clause", said or following[0], 1.0 if said else 0.4)]
    if not following or not around.suffix[:1].isspace():
        return []
    if "nom" not in cues.subject_cases and not subject:
        return []  # without its article the name is where somebody goes
    if following[0] in cues.government_after:
        return [Evidence("government-after", following[0], 1.2)]
    if following[0] in cues.time_words:
        verb = next((word for word in following[1:] if word in cues.government_after), None)
        if verb is not None:
            return [Evidence("government-after", f"{following[0]} … {verb}", 1.0)]
    if following[0] in cues.and_words and len(following) > 2:  # Paris and the EU said
        verb = next((word for word in following[2:5] if word in cues.government_after), None)
        if verb is not None and not around.after[1].text[:1].isupper():
            return [Evidence("verb-later", verb, 0.6)]
    if subject and following[0] not in cues.place_after:
        late = following[1 : cues.verb_window]
        verb = next((word for word in late if word in cues.government_after), None)
        if verb is not None:
            return [Evidence("verb-later", verb, 0.8)]
    return []


def _sent(following: Sequence[str], cues: Cues) -> list[Evidence]:
    """Judge what comes from a capital: ``Kremldən təlimat`` is an order of its government."""
    if following and following[0] in cues.government_after:
        return [Evidence("government-after", following[0], 1.2)]
    if following and cues.verb_window > 1 and following[0] in cues.government_nouns:
        return [Evidence("government-noun", following[0], 1.2)]
    return []


def _as_owner(
    cases: frozenset[str], around: Surroundings, following: Sequence[str], cues: Cues
) -> list[Evidence]:
    """Judge a genitive that is the subject of a clause: ``Erivan'ın silah taşıdığını savundu``.

    A place in the locative right after it belongs to the city (``Bakının mərkəzində``), and so
    does a name.
    """
    if cues.clause_verb is None or not _all_in(cases, frozenset({"gen"})):
        return []
    if not following or following[0] in cues.place_after or around.after[0].text[:1].isupper():
        return []
    verb = next((word for word in following if cues.clause_verb.search(word)), "")
    return [Evidence("clause-subject", verb, 0.8)] if verb else []


def _as_subject(
    cases: frozenset[str], previous: Sequence[str], around: Surroundings, cues: Cues
) -> list[Evidence]:
    """Judge a bare name that ordinary words follow: the subject of a clause is a government.

    Cities stand in texts with a preposition or a case of place; a dative without a preposition is
    somebody addressed.
    """
    if all(case in cues.addressed_cases for case in cases):
        return [Evidence("case", ",".join(sorted(cases)), 0.6)]
    if not around.suffix[:1].isspace() or not around.after or around.after[0].breaks:
        return []
    word = around.after[0]
    if word.text.isdigit() or not _may_open(previous, around, cues):
        return []
    if word.text[:1].isupper() or word.lower in cues.function_words:
        return []
    if word.lower in cues.and_words or previous[:1] == ["of"]:
        return []
    # where word order is fixed, a name in mid-sentence is as often an object
    placed = (
        around.starts_sentence or cues.verb_window > 1 or _opens_clause(word.lower, around, cues)
    )
    if placed and any(case in cues.subject_cases for case in cases):
        return [Evidence("subject", word.lower, 0.4)]
    return []


def _opens_clause(following: str, around: Surroundings, cues: Cues) -> bool:
    """Tell whether the name stands between what opens a clause and a verb: until Baku retakes."""
    if not cues.verb_endings or not following.endswith(cues.verb_endings):
        return False
    opened = around.before and around.before[0].lower in cues.clause_openers
    return following not in cues.place_after and bool(opened or around.prefix.endswith(", "))


def _may_open(previous: Sequence[str], around: Surroundings, cues: Cues) -> bool:
    """Tell whether a subject may stand here, in languages whose nouns may own the next word."""
    if not cues.subject_after or not previous:
        return True
    return around.prefix.rstrip()[-1:] in _OPENING_MARKS or previous[0] in cues.subject_after


def _label(around: Surroundings) -> Evidence | None:
    """Return evidence when the name is the label of a figure or of a quotation."""
    if _FIGURE.match(around.suffix):
        return Evidence("figure", around.suffix.strip(), -1.5)
    if _is_speaker(around):
        return Evidence("speaker", around.suffix.strip(), 1.0)
    return None


def _is_speaker(around: Surroundings) -> bool:
    """Tell whether a name that opens a line or sentence says what is quoted: Բաքու. «…»."""
    if _SPEAKER.match(around.suffix) is None:
        return False
    return around.starts_sentence or around.prefix.rstrip()[-1:] in ("—", "–", "-")


def _that_may_tell(previous: Sequence[str], cases: frozenset[str], cues: Cues) -> Sequence[str]:
    """Return the words before a name that may say what it means.

    A bare Armenian name lacks the article of a subject: what opens its clause (*that*, *if*) or
    belongs to the clause's subject says nothing of it.
    """
    if "nom" in cues.subject_cases or cases != {"nom"}:
        return previous
    return [word for word in previous[:1] if word not in cues.clause_openers]


def _before(around: Surroundings, previous: Sequence[str], cues: Cues) -> list[Evidence]:
    """Judge by the nearest word before that is a cue; a word further off counts for less."""
    if previous[:1] == ["of"] and _of_a_person(around, cues):
        return [Evidence("place-before", "of", -1.5)]
    if previous and previous[0] in cues.travel_words:
        return [Evidence("place-before", previous[0], -1.5)]
    for distance, word in enumerate(previous[:3]):
        weight = (1.5, 0.8, 0.5)[distance]
        further = previous[distance + 1] if distance + 1 < len(previous) else ""
        if f"{further} {word}" in cues.government_before:
            return [Evidence("government-before", f"{further} {word}", weight)]
        if f"{further} {word}" in cues.place_before:
            return [Evidence("place-before", f"{further} {word}", -weight)]
        if word in cues.place_before and (distance < 2 or cues.verb_window == 1):
            if _is_addressed(word, further, cues):
                return [Evidence("government-before", f"{further} {word}", weight)]
            return [Evidence("place-before", word, -weight)]
        if word in cues.government_before:
            if further in cues.travel_words:  # flights between the two
                return [Evidence("place-before", f"{further} {word}", -2.0)]
            return [Evidence("government-before", word, weight)]
    return []


def _is_addressed(preposition: str, noun: str, cues: Cues) -> bool:
    """Tell whether a preposition of place leads from what governments have: a letter to Baku."""
    if cues.verb_window > 1 or preposition in _RESTING:
        return False
    return noun in cues.government_nouns


def _of_a_person(around: Surroundings, cues: Cues) -> bool:
    """Tell whether a name stands before *of*: somebody of Baku lives there."""
    before = around.before
    opens = len(before) == 2 or (len(before) > 2 and before[2].breaks)
    named = len(before) > 1 and before[1].text.istitle() and not around.opens_with_previous
    return named and not opens and before[1].lower not in cues.government_nouns


def _said_there(around: Surroundings, cues: Cues) -> str:
    """Return the verb of saying beside the name that has no subject of its own, or ``""``.

    The verb is one word or two; a capital between it and the name, or a plural that may be one,
    is taken for its subject.
    """
    reach = max(_NEAR_VERB, cues.verb_window - 1 if cues.plural_subjects else 0)
    for tokens, step in ((around.after, 1), (around.before, -1)):
        plain: list[str] = []
        for token in tokens[: reach + 1]:
            if token.breaks or token.text[:1].isupper() or token.lower in cues.plural_subjects:
                break
            plain.append(token.lower)
        for index, word in enumerate(plain[:reach]):
            pair = " ".join(plain[index : index + 2][::step])
            if word in cues.saying_verbs or pair in cues.saying_verbs:
                return pair if pair in cues.saying_verbs else word
    return ""


def _is_dateline(surface: str, around: Surroundings, line_before: str) -> bool:
    """Tell whether a name is a dateline: in capitals opening a line, or amid ordinary words.

    A dateline may name two cities (``BAKU, STEPANAKERT (agencies)``); in small letters an agency
    in brackets follows it (``Baku/Eriwan (dpa) –``).
    """
    if is_caseless(surface):
        opened = line_before.strip(_BULLETS)
        return not opened and _CASELESS_DATELINE.match(around.suffix) is not None
    if not surface.isupper():
        opened = _OTHER_CITY.sub("", line_before).strip(_BULLETS)
        return not opened and _AGENCY.match(around.beyond) is not None
    if len(surface) < _SHORTEST_DATELINE:
        return False
    if not line_before.strip():
        return bool(_DATELINE.match(around.suffix) or not around.suffix.strip())
    if line_before.isupper() and len(line_before) <= _LONGEST_DATELINE:
        return True
    beside = [token.text for token in (*around.before[:1], *around.after[:1])]
    return bool(beside) and not any(word.isupper() for word in beside)


def decide(own: Sequence[Evidence], neighbours: Sequence[Sequence[Evidence]]) -> tuple[str, float]:
    """Return (sense, total weight) from a mention's own cues, else from those it is joined to.

    Without any cue a bare capital opening a clause speaks for its government more often than
    not, but to call a city a government is the worse mistake: the sense is ``place``.
    """
    total = sum(evidence.weight for evidence in own)
    if not own:
        total = sum(evidence.weight for other in neighbours for evidence in other) / 2
    return ("government" if total > 0 else "place"), total
