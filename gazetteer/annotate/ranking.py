"""Which entity a span of text means: candidates weighed with everything around them.

Every weight is an ``Evidence``; a score is their sum, clipped to 0–1, so an answer can be
replayed from what it says about itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.annotate.context import TextContext, holds_on
from gazetteer.annotate.everyday import (
    is_a_phrase,
    is_everyday_word,
    is_foreign_acronym,
    is_of_the_long_tail,
    is_written_small,
)
from gazetteer.annotate.kinds import (
    article_evidence,
    is_byline,
    is_cited,
    is_plural_of_list,
    kind_word,
    leads_with_kind_word,
)
from gazetteer.annotate.namesakes import BRAND, CLUB, EPONYM, NAMED, taken_by
from gazetteer.annotate.neighbours import BODIES, neighbour_evidence
from gazetteer.annotate.overlaps import Span
from gazetteer.annotate.persons import (
    KNOWN_BY_SHORT_NAME,
    belongs_to_another,
    first_names,
    fits_initial,
    follows_first_name,
    follows_initial,
    is_first_name,
    is_surname_after,
    office_words,
    opens_full_name,
    opens_person,
    precedes_surname,
    title_evidence,
)
from gazetteer.annotate.readings import Reading
from gazetteer.annotate.shared_kinds import with_shared_kind, with_units_of_seats
from gazetteer.annotate.surroundings import Cues, Surroundings, is_caseless, lowered
from gazetteer.annotate.units import owner_evidence, unit_evidence
from gazetteer.languages import BEFORE_HYPHEN
from gazetteer.lookup.keys import fold
from gazetteer.lookup.matcher import is_acronym
from gazetteer.model import (
    AMBIGUOUS,
    RESOLVED,
    Candidate,
    Entity,
    Evidence,
    Name,
    Place,
    Resolution,
    Term,
)

BASE = 0.45
CLEAR_MARGIN = 0.08
"""Lead over the runner-up from which a resolution is called resolved."""

_ROLE_WEIGHT = {"short": -0.15, "acronym": -0.02, "variant": -0.01, "historical": -0.04}
_ROLE_WEIGHT_OF_UNITS = {**_ROLE_WEIGHT, "short": -0.05}
"""Everybody says Syunik; the full name of a province or district is for documents."""
_KIND_WORD_WEIGHT = 0.3
_RECENT_WEIGHTS = (0.45, 0.35, 0.28, 0.22)
"""For the person named last, the one before …, and any earlier one."""

_BARE_ACRONYM = 2
"""Letters up to which an acronym needs company: its full name in the text, or prominence."""

_STEM = 5
"""Letters of a country's name that its adjective shares: Azerbaijan, Azerbaijani."""

_NOBODYS_NAME = 90
"""Prominence from which a city before a listed surname stays a city: Baku Aliyev said."""

_GOVERNMENT = "government"
"""Type of the bodies that capitals speak for."""

_COMPOUNDED = re.compile(r"[-–‑][^\W\d_]{3}")
"""What follows a stem that stands without an ending: სომხეთ-აზერბაიჯანის საზღვარი."""


def resolve(span: Span, context: TextContext) -> Resolution | None:
    """Rank what the span may mean; None when it is no mention of any listed entity."""
    if context.is_given_away(span):
        return None
    cues = context.segments.cues_at(span.start)
    readings = with_shared_kind(span.readings.each, span, context, cues)
    readings = with_units_of_seats(readings, span, context, cues)
    taken = taken_by(span, context, cues)
    kept = [
        reading
        for reading in readings
        if not (taken and _is_given_away(reading, taken))
        and _is_plausible(reading, readings, span, context, cues)
    ]
    if not kept:
        if taken:
            context.give_away(span)
        return None
    told = None if len(kept) == 1 else _told_kinds(kept, span, context, cues)
    candidates = [_weigh(reading, span, context, cues, told) for reading in kept]
    candidates.sort(key=lambda c: (-_weight(c), -c.entity.prominence, c.entity.id))
    clear = len(candidates) == 1 or _weight(candidates[0]) - _weight(candidates[1]) >= CLEAR_MARGIN
    return Resolution(RESOLVED if clear else AMBIGUOUS, tuple(candidates))


def _weight(candidate: Candidate) -> float:
    """Return the sum of the evidence, which tells two candidates apart beyond a score of 1."""
    if candidate.score < 1.0:
        return candidate.score
    return round(sum(step.weight for step in candidate.evidence), 4)


def _told_kinds(
    readings: Sequence[Reading], span: Span, context: TextContext, cues: Cues
) -> frozenset[str]:
    """Return the kinds of those readings that a word beside the mention announces."""
    return frozenset(
        reading.entity.kind
        for reading in readings
        if kind_word(reading.entity, span, context, cues) is not None
    )


def _is_given_away(reading: Reading, taken: str) -> bool:
    """Tell whether the name belongs to something called after its bearer, not to the bearer.

    A street may lie in a town of its name, so only persons and hardly known places lose it to one.
    """
    entity = reading.entity
    if entity.kind == "person" or isinstance(entity, Term):
        given = (NAMED, BRAND, EPONYM) if entity.kind == "person" else (NAMED, CLUB)
        return taken in given
    if not isinstance(entity, Place) and entity.kind != "polity":
        return False
    return taken != EPONYM or is_of_the_long_tail(reading)


def _is_plausible(
    reading: Reading, readings: Sequence[Reading], span: Span, context: TextContext, cues: Cues
) -> bool:
    """Tell whether the reading may be meant at all; most long names may without a closer look."""
    entity, name = reading.entity, reading.name
    if reading.hit.tag == BEFORE_HYPHEN and not _COMPOUNDED.match(context.text, span.end):
        return False
    if entity.type == _GOVERNMENT and _is_called_official(span, cues):
        return False
    if is_plural_of_list(reading, span, context, cues) or leads_with_kind_word(entity, span, cues):
        return False
    if name.role == "short" and entity.kind == "person":
        return _is_this_person(reading, readings, span, context, cues)
    if name.role == "short" and not isinstance(entity, Place):
        if _is_word(span, cues) and not is_cited(span, context, cues, near=1):
            return context.named_in_full(entity.id)
        generic = isinstance(entity, Term) and name.text == name.text.lower()  # a peace treaty
        generic |= entity.kind == "medium" and lowered(span.readings.surface) in cues.common_words
        return (
            context.named_in_full(entity.id)
            or (entity.prominence >= KNOWN_BY_SHORT_NAME and not generic)
            or kind_word(entity, span, context, cues) is not None
            or (entity.kind == "medium" and is_cited(span, context, cues))
            or (entity.kind in BODIES and bool(neighbour_evidence(entity, span, context, cues)))
        ) and not (entity.kind == "medium" and context.follows_name(span.start))
    if name.role in ("short", "acronym") and _is_of_another_country(reading, span, context):
        return False
    if " " in name.text:
        return not _is_phrase(reading, span, context, cues)
    if is_acronym(name.text) and is_foreign_acronym(reading, span, context):
        return False
    if is_acronym(name.text) and sum(map(str.isalpha, name.text)) <= _BARE_ACRONYM:
        common = entity.kind in ("country", "organisation")
        return (
            (common and entity.prominence >= KNOWN_BY_SHORT_NAME)
            or context.named_in_full(entity.id)
            or (entity.kind == "medium" and is_byline(span, context))
        )
    if isinstance(entity, Place) and _is_part_of_a_person(reading, span, context, cues):
        return False
    return not is_everyday_word(reading, span, context, cues)


def _is_called_official(span: Span, cues: Cues) -> bool:
    """Tell whether the name is *official Baku*: there the city is meant, as its government."""
    first, _, rest = span.readings.surface.partition(" ")
    return bool(rest) and lowered(first) in cues.government_before


def _is_part_of_a_person(reading: Reading, span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether a place's name is a first name or surname here: Лачин Гасымов, Ժակ Շիրակ.

    In scripts whose prose gives capitals to names only, any capitalised neighbour that is no
    listed name tells; in Latin script only a neighbour that looks like a surname does.
    """
    if follows_initial(context.text, span.start):
        return True
    if not reading.hit.cases & {"nom", "def"}:
        return False  # in Bakıda Əliyev the city stands in its own case
    if is_caseless(span.readings.surface):
        word = lowered(span.readings.surface)
        return opens_person(context.around(span.start, span.end), word, cues)
    if not context.has_capital_beside(span.start, span.end):
        return False
    around = context.around(span.start, span.end)
    if is_surname_after(reading.name.text, around, cues):
        return True
    beyond_is_listed = context.begins_name(span.end + 1)
    led = any(word in cues.place_before for word in around.previous_words(1))
    is_city = led or reading.entity.prominence >= _NOBODYS_NAME
    in_baku_aliyev = is_city and context.begins_span(span.end + 1)
    alone = not beyond_is_listed and not in_baku_aliyev
    if alone and (precedes_surname(around) or opens_full_name(reading.name.text, around, cues)):
        return True
    if reading.name.script == "Latn" and reading.name.lang == context.segments.lang_at(span.start):
        return False
    if is_first_name(around, cues) and alone:
        return True
    if reading.name.script == "Latn":
        return False
    return (
        reading.entity.kind != "country"
        and reading.entity.prominence < KNOWN_BY_SHORT_NAME
        and not context.follows_name(span.start)
        and follows_first_name(around, cues)
    )


def _is_of_another_country(reading: Reading, span: Span, context: TextContext) -> bool:
    """Tell whether another country than its own stands beside a body's short name: İsrail XİN."""
    if reading.entity.kind not in ("state-body", "organisation"):
        return False
    beside = context.country_before(span.start) or context.country_after(span.end)
    if beside is None:
        return False
    own = " ".join(fold(name.text) for name in context.store.names_of(reading.entity.id))
    stems = {fold(name.text)[:_STEM] for name in context.store.names_of(beside)}
    return not any(stem in own for stem in stems)


def _is_this_person(
    reading: Reading, readings: Sequence[Reading], span: Span, context: TextContext, cues: Cues
) -> bool:
    around = context.around(span.start, span.end)
    entity = reading.entity
    if belongs_to_another(
        around,
        cues,
        [first for r in readings for first in first_names(context.store, r.entity.id)],
        follows_name=context.follows_name(span.start),
        cases=reading.hit.cases,
    ):
        context.other_bearers.add(fold(reading.name.text))
        return False
    named = context.named_in_full(entity.id)
    if fits_initial(around, first_names(context.store, entity.id)):
        return True
    if fold(reading.name.text) in context.other_bearers and not named:
        return False
    return (
        named
        or (entity.prominence >= KNOWN_BY_SHORT_NAME and not _is_word(span, cues))
        or _title(entity, span, context, cues) is not None
    )


def _title(entity: Entity, span: Span, context: TextContext, cues: Cues) -> Evidence | None:
    """Return evidence of a title that fits the person, beside the name or before its list."""
    around = context.around(span.start, span.end)
    first = context.first_joined(span.start, span.end, cues)
    before: list[str] = []
    if context.text[: first[0]].rstrip().endswith(":"):
        before = [token.lower for token in context.around(*first).before[:4]]
    elif first[0] != span.start:
        before = context.around(*first).previous_words(4)
    return title_evidence(around, office_words(context.store, entity.id), cues, before)


def _is_phrase(reading: Reading, span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether a name of several words is a phrase of ordinary ones here."""
    if is_caseless(span.readings.surface) and _is_half_a_word(span, context, cues):
        return True
    medium = reading.entity.kind == "medium"
    if medium and is_a_phrase(span, context, cues):
        return True
    surface = context.text[span.start : span.end]
    return (medium or is_of_the_long_tail(reading)) and is_written_small(reading, surface)


def _is_half_a_word(span: Span, context: TextContext, cues: Cues) -> bool:
    """Tell whether the first word belongs to the one before: مورد مناقشه is *disputed*."""
    if cues.all_common_words:  # those stand for every ending of theirs
        return False
    previous = context.around(span.start, span.end).previous_words(1)
    opening = lowered(span.readings.surface.split()[0])
    return bool(previous) and f"{previous[0]}{opening}" in cues.common_words


def _is_word(span: Span, cues: Cues) -> bool:
    """Tell whether a surname is also a word or first name, where no capital tells them apart."""
    surface = span.readings.surface
    return is_caseless(surface) and lowered(surface) in cues.common_words


def _weigh(
    reading: Reading, span: Span, context: TextContext, cues: Cues, told: frozenset[str] | None
) -> Candidate:
    """Weigh one reading; what only tells it from others is looked at when there are others.

    ``told`` are the kinds that words beside the mention announce, None when it is the only reading.
    """
    contested = told is not None
    entity, name = reading.entity, reading.name
    in_use = holds_on(name, context.day)
    plain = reading.weighed.get(in_use)
    if plain is None:
        plain = reading.weighed[in_use] = _candidate(reading, _own_evidence(reading, in_use))
    evidence: list[Evidence] = []
    if contested:
        word = kind_word(entity, span, context, cues)
        if word is not None:
            evidence.append(Evidence("kind-word", word, _KIND_WORD_WEIGHT))
        evidence += article_evidence(entity, span, context, cues, word)
        if entity.kind == "medium" and is_cited(span, context, cues):
            evidence.append(Evidence("cited", name.text, _KIND_WORD_WEIGHT))
        nearness = context.nearness(entity)
        if nearness > 0.05:
            weight = round(0.15 * nearness, 4)
            evidence.append(Evidence("near-mentions", f"{nearness:.2f}", weight))
        units = (
            unit_evidence(entity, span, context),
            owner_evidence(reading, span, context, cues),
        )
        evidence += [unit for unit in units if unit is not None]
        evidence += neighbour_evidence(entity, span, context, cues, told or frozenset())
    if entity.kind == "person" and (contested or name.role == "short"):
        around = context.around(span.start, span.end)
        evidence += _person_evidence(entity, name, context, around)
        title = _title(entity, span, context, cues)
        if title is not None:
            evidence.append(title)
    return _candidate(reading, (*plain.evidence, *evidence)) if evidence else plain


def _own_evidence(reading: Reading, in_use: bool) -> tuple[Evidence, ...]:
    """Return what a name itself says for its entity, wherever it stands."""
    entity, name, hit = reading.entity, reading.name, reading.hit
    evidence = [
        Evidence("name", f"{name.text} ({name.lang}, {name.role})", BASE),
        Evidence("prominence", str(entity.prominence), round(0.35 * entity.prominence / 100, 4)),
    ]
    if "nom" not in hit.cases:
        evidence.append(Evidence("case-form", f"{hit.tag} ({name.lang})", 0.0))
    if hit.quality < 1.0:
        evidence.append(Evidence("spelling", name.text, round((hit.quality - 1.0) / 2, 4)))
    if name.role in _ROLE_WEIGHT:
        weights = _ROLE_WEIGHT_OF_UNITS if entity.kind == "admin-unit" else _ROLE_WEIGHT
        evidence.append(Evidence("role", name.role, weights.get(name.role, 0.0)))
    if not in_use:
        evidence.append(Evidence("out-of-date", str(name.span), -0.05))
    return tuple(evidence)


def _candidate(reading: Reading, evidence: tuple[Evidence, ...]) -> Candidate:
    score = min(1.0, max(0.0, sum(step.weight for step in evidence)))
    return Candidate(reading.entity, reading.name, round(score, 4), evidence)


def _person_evidence(
    entity: Entity, name: Name, context: TextContext, around: Surroundings
) -> list[Evidence]:
    found = []
    if name.role == "short" and fits_initial(around, first_names(context.store, entity.id)):
        found.append(Evidence("initial", around.before[0].text, 0.25))
    rank = context.persons.rank(entity.id)
    if rank >= 0:
        weight = _RECENT_WEIGHTS[min(rank, len(_RECENT_WEIGHTS) - 1)]
        found.append(Evidence("named-before", f"{rank} persons ago", weight))
    elif context.named_in_full(entity.id) and name.role == "short":
        found.append(Evidence("named-later", entity.id, 0.1))
    return found
