"""From a text to the same text with glosses: taken out, annotated, decided, inserted.

What is decided depends on the text without any gloss, on its language and day, and on nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gazetteer.core import Gazetteer
from gazetteer.gloss.given import LOOKED_BACK, Stripped, is_recognised, strip_given
from gazetteer.gloss.layout import Layout
from gazetteer.gloss.sides import Sides, Used, opposite
from gazetteer.gloss.source import Source
from gazetteer.gloss.wording import inserted
from gazetteer.languages import GlossWords, get_language
from gazetteer.lookup.keys import fold
from gazetteer.model import (
    RESOLVED,
    Gloss,
    Glossed,
    GlossPolicy,
    GlossQuery,
    LeftAlone,
    Mention,
    Name,
    OtherName,
)

_TELLING = 400
"""Code points from which a paragraph is trusted to be in another language than its text."""

_BESIDE = 40
"""Code points between two names of one place that are told together: *Shusha, or Shushi*."""


class Glosser:
    """Glosses texts with one gazetteer. Safe to share between threads.

    >>> from gazetteer.model import TextQuery
    >>> glosser = Glosser(Gazetteer.open())
    >>> glosser.gloss(GlossQuery(TextQuery("Talks in Khankendi went on.", "en"))).text
    'Talks in Khankendi (Armenian: Stepanakert) went on.'
    """

    def __init__(self, core: Gazetteer) -> None:
        self._core = core
        self._sides = Sides(core)

    def gloss(self, query: GlossQuery) -> Glossed:
        """Put the other side's name beside the one that a text used, as the policy asks.

        Raises QueryError for a text that is too long to annotate.
        """
        source = Source(self._core.read_plainly(query.text.text), query.text.text, query.markup)
        stripped = strip_given(self._core, source.plain)
        read = replace(query.text, text=stripped.text, adjectives=False, nested=False)
        mentions = self._core.annotate(read)
        reading = _Reading(query, source, stripped, mentions, self._core.languages_of(read))
        return reading.written(self._core, self._sides)


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention that may be glossed: its number, name, the brackets' language, and their words."""

    number: int
    mention: Mention
    used: Used
    words: GlossWords | None

    @property
    def name(self) -> Name:
        return self.used.name


class _Reading:
    """One text being glossed."""

    def __init__(
        self,
        query: GlossQuery,
        source: Source,
        stripped: Stripped,
        mentions: Sequence[Mention],
        languages: tuple[str, Callable[[int], str]],
    ) -> None:
        self._query, self._source = query, source
        self._stripped, self._mentions = stripped, mentions
        self._whole, self._lang_at = languages
        self._layout = Layout(stripped.text)

    def written(self, core: Gazetteer, sides: Sides) -> Glossed:
        """Decide about every mention and write the text anew."""
        places = _settled(list(self._places(core, sides)), sides)
        given = self._given(places, sides)
        told = {self._scope(place) for place in places if place.number in given}
        glosses: list[Gloss] = []
        alone: list[LeftAlone] = []
        for place in places:
            if place.number in given:
                reason = "given"
            elif self._scope(place) in told:
                continue  # a name told once is told
            else:
                decided = self._decided(core, sides, place)
                if isinstance(decided, Gloss):
                    told.add(self._scope(place))
                    glosses.append(decided)
                    continue
                reason = decided
                if reason in ("nobodys", "no-name") and not sides.is_contested(place.used.entity):
                    continue  # nobody would expect one
            alone.append(LeftAlone(self._in_source(place.mention), reason))
        return _inserted(self._source, glosses, alone)

    @property
    def _policy(self) -> GlossPolicy:
        return self._query.policy

    def _places(self, core: Gazetteer, sides: Sides) -> list[_Place]:
        places = []
        for number, mention in enumerate(self._mentions):
            if not mention.resolution.candidates:
                continue
            best = mention.resolution.candidates[0]
            if self._policy.entities == "contested" and not sides.is_contested(best.entity.id):
                continue
            lang = self._lang(mention, best.name)
            language = get_language(lang)
            day = self._query.text.date
            used = Used(best.entity.id, mention.surface, best.name, lang, day)
            words = language.glosses if language else None
            places.append(_Place(number, mention, used, words))
        return places

    def _lang(self, mention: Mention, name: Name) -> str:
        """Return the language that the text speaks there.

        In the letters of the text's own language that one, unless none was declared and a long
        paragraph is in another; else what the paragraph seems to be in.
        """
        found = self._lang_at(mention.start)
        whole, guessed = get_language(self._whole), get_language(found)
        if whole is None or (guessed and guessed.scripts[0] != whole.scripts[0]):
            return found or name.lang
        is_told = bool(self._query.text.lang) or not guessed
        is_short = self._layout.length_at(mention.start) < _TELLING
        return whole.code if is_told or is_short else found

    def _scope(self, place: _Place) -> tuple[str, int]:
        """Return within what an entity is told once."""
        if self._policy.mentions == "every":
            return place.used.entity, place.number
        if self._policy.mentions == "paragraph":
            return place.used.entity, self._layout.paragraph(place.mention.start)
        return place.used.entity, 0

    def _given(self, places: Sequence[_Place], sides: Sides) -> set[int]:
        """Return the numbers of the mentions beside which the text says another's name itself."""
        given = {place.number for place in places if self._is_bracketed_after(place, sides)}
        for index, first in enumerate(places):
            for second in places[index + 1 :]:
                if second.mention.start - first.mention.end > _BESIDE:
                    break
                if self._are_told_together(first, second, sides):
                    given |= {first.number, second.number}
        return given

    def _is_bracketed_after(self, place: _Place, sides: Sides) -> bool:
        """Tell whether a gloss stood after the mention: of its entity, or what would be written."""
        end = place.mention.end
        nearby = [
            one for one in self._stripped.after(end) if self._layout.same_sentence(end, one.place)
        ]
        if not nearby:
            return False
        wanted = sides.other(place.used)
        said = fold(wanted.text) if isinstance(wanted, OtherName) else ""
        used = fold(place.name.text)
        names = [(fold(one.name), one.explains(place.used.entity)) for one in nearby]
        return any(name == said or (explains and name != used) for name, explains in names)

    def _are_told_together(self, first: _Place, second: _Place, sides: Sides) -> bool:
        """Tell whether two mentions in a sentence call one entity by two names."""
        if first.used.entity != second.used.entity:
            return False
        if not self._layout.same_sentence(first.mention.end, second.mention.start):
            return False
        for place, other in ((first, second), (second, first)):
            wanted = sides.other(place.used)
            if isinstance(wanted, OtherName) and fold(other.name.text) == fold(wanted.text):
                return True
        own, others = sides.of(first.used), sides.of(second.used)
        return len(own) == 1 and opposite(*own) in others

    def _decided(self, core: Gazetteer, sides: Sides, place: _Place) -> Gloss | str:
        """Return the gloss of a mention, or why there is none."""
        mention, policy, layout = place.mention, self._policy, self._layout
        if mention.resolution.status != RESOLVED:
            return "ambiguous"
        other = sides.other(place.used)
        if isinstance(other, str):
            return other
        if place.words is None:
            return "unknown-language"
        if policy.other_language == "leave-out" and other.lang != place.used.lang:
            return "other-language"
        quoted = layout.is_quoted(mention.start)
        if quoted and policy.quotes == "skip":
            return "quoted"
        end = self._end(place)
        if isinstance(end, str):
            return end
        square = quoted or layout.is_bracketed(end)
        before = self._stripped.text[max(0, end - LOOKED_BACK) : end]
        text = inserted(place.words, other, place.used.lang, bare=policy.bare, square=square)
        if not text or not is_recognised(core, text, before):
            return "other-language"
        offset = self._source.after(self._stripped.original(end))
        if offset is None:
            return "longer-name"
        if self._source.is_untouched(offset):
            return "markup"
        written = self._source.escaped(text)
        found = self._in_source(mention)
        used = sides.attributed(place.used).name
        return Gloss(offset, 0, written, found, used, other, place.used.lang)

    def _end(self, place: _Place) -> int | str:
        """Return where the brackets go, after the whole word and what kind of place it is."""
        mention, layout, lang = place.mention, self._layout, place.used.lang
        if layout.is_address(mention.start, mention.end):
            return "address"
        if len(mention.surface.split()) < len(place.name.text.split()):
            return "longer-name"  # Лачинской и Агдамской дорогам
        after = place.number + 1
        following = self._mentions[after].start if after < len(self._mentions) else -1
        end = layout.word_end(mention.end, following)
        if end is None:
            return "longer-name"
        if fold(mention.surface) == fold(place.name.text):  # *Cəbrayılın kəndləri* are others
            end = layout.after_kind(end, mention.resolution.candidates[0].entity, lang)
        return "longer-name" if layout.goes_on(end, following, lang) else end

    def _in_source(self, mention: Mention) -> Mention:
        """Return a mention with offsets of the text as it was given."""
        start = self._stripped.original(mention.start, opens=True)
        start, end = self._source.span(start, self._stripped.original(mention.end))
        return replace(mention, start=start, end=end, surface=self._query.text.text[start:end])


def _settled(places: Sequence[_Place], sides: Sides) -> list[_Place]:
    """Let the other mentions of an entity say whose name a form is that both sides may mean."""
    clear: dict[str, set[str]] = {}
    for place in places:
        if len(meant := sides.of(place.used)) == 1:
            clear.setdefault(place.used.entity, set()).update(meant)
    return [
        replace(place, used=sides.settled(place.used, *said))
        if len(sides.of(place.used)) > 1 and len(said := clear.get(place.used.entity, set())) == 1
        else place
        for place in places
    ]


def _inserted(text: Source, glosses: Sequence[Gloss], alone: Sequence[LeftAlone]) -> Glossed:
    pieces: list[str] = []
    placed: list[Gloss] = []
    source = text.raw
    done = length = 0
    for gloss in sorted(glosses, key=lambda gloss: gloss.offset):
        pieces.append(source[done : gloss.offset])
        length += gloss.offset - done
        placed.append(replace(gloss, at=length))
        pieces.append(gloss.text)
        length += len(gloss.text)
        done = gloss.offset
    pieces.append(source[done:])
    return Glossed("".join(pieces), tuple(placed), tuple(alone))
