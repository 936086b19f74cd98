"""The words that stand in pictures, in English unless the caller has others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _english_term(context: str, term: str) -> str:
    return term.replace("-", " ")


def _as_it_is(text: str) -> str:
    return text


_ASPECTS = {
    "existence": "Existence",
    "name": "Names",
    "administers": "Administered by",
    "claims": "Claimed by",
    "status": "Inhabited or not",
    "part-of": "Part of",
    "office": "Offices",
    "membership": "Membership",
    "event": "Events",
    "extent": "Drawn extents",
    "course": "Courses",
    "relation": "Other relations",
}
_OTHER_WAY = {
    "administers": "Administered",
    "claims": "Claimed",
    "part-of": "Parts",
    "office": "Holders of the office",
    "membership": "Members",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Texts of pictures. What stands in braces is filled in and may be left out, not added.

    ``day`` writes an EDTF date, ``term`` a word of the vocabulary in its context (``status``,
    ``predicate``, ``certainty``), ``speaker`` names a perspective by its code.
    """

    day: Callable[[str], str] = _as_it_is
    term: Callable[[str, str], str] = _english_term
    speaker: Callable[[str], str] = _as_it_is
    # both
    undated: str = "not dated"
    according_to: str = "according to {speaker}"
    source: str = "source {source}"
    administered_by: str = "administered by {holder}"
    claimed_by: str = "claimed by {holder}"
    # strip map
    own_line: str = "A line of your own"
    km: str = "km"
    m: str = "m"
    version: str = "version {version}"
    on_day: str = "on {day}"
    part: str = "km {first} to {last} of {length}"
    start: str = "start"
    end: str = "end"
    nobody: str = "no holder recorded"
    held: str = "Administered on the day by:"
    claimed: str = "Ring: claimed, and not administered, by:"
    line: str = "The line:"
    corridor: str = "width of the corridor, {metres} m"
    tolerance: str = "the drawn line is good to {metres} m; nearer than that, the side is not sure"
    tolerance_wide: str = (
        "The drawn line is good to {metres} m, which is more than is shown: no side is sure."
    )
    where: str = "km {km}, {metres} m off, {side}"
    left: str = "left"
    right: str = "right"
    on_line: str = "on the line"
    reading: str = (
        "Read upwards from the start: left and right are those of the way. "
        "Places within {metres} m; distances across are drawn {times} times as large as along."
    )
    straightened: str = (
        "The line is drawn straight, and serpentines smaller than its tolerance are not in it: "
        "kilometres are those of the line as drawn."
    )
    drawn_from: str = "Line: {source}."
    unlabelled: str = "{count} more places are drawn without a label."
    no_places: str = "No listed place lies so near."
    # timeline
    not_dated: str = "Not dated: {entries}"
    outside: str = "Outside these years: {entries}"
    more: str = "and {count} more"
    too_many: str = "{count} more entries are not drawn."
    nothing: str = "Nothing is dated."
    open_end: str = "fades: open or not known"
    coarse: str = "pale end: only year or month known"
    uncertain: str = "hatched: less than certain"
    claim: str = "outlined: a claim"
    clipped: str = "arrow: began before these years"
    today: str = "today"
    aspects: Mapping[str, str] = field(default_factory=lambda: dict(_ASPECTS))
    other_way: Mapping[str, str] = field(default_factory=lambda: dict(_OTHER_WAY))

    def aspect(self, aspect: str, is_other_way: bool = False) -> str:
        """Return the heading of an aspect; what a polity administered is told the other way.

        >>> Words().aspect("administers"), Words().aspect("administers", True)
        ('Administered by', 'Administered')
        """
        told = self.other_way if is_other_way else self.aspects
        return told.get(aspect) or self.aspects.get(aspect, aspect)

    def predicate(self, term: str, is_subject: bool = True) -> str:
        """Return a predicate; what stands at its end to bring in an object falls off without one.

        >>> Words(term=lambda _, term: f"{term}:").predicate("столица", is_subject=False)
        'столица'
        """
        told = self.term("predicate", term)
        return told if is_subject else told.rstrip(" :՝")

    def span(self, since: str, until: str) -> str:
        """Write a span of time with an ellipsis for an open end.

        >>> Words().span("1992-05-18", "")
        '1992-05-18 – …'
        """
        if not since and not until:
            return self.undated
        if since == until:
            return self.day(since)
        return f"{self.day(since) if since else '…'} – {self.day(until) if until else '…'}"


ENGLISH = Words()
