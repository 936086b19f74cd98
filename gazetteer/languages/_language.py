"""What a language module must bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from gazetteer.languages._press import Press


class Ending(NamedTuple):
    """Letters that follow a stem, and what they mean (``gen``, ``loc``, ``pl-dat``…).

    The bare form has the text ``""`` and the tag ``nom``.
    """

    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Inflection:
    """A stem and the endings that may follow it directly: a finite, inspectable set of forms.

    For a name of several words the stem holds all words before the last as they stand in that
    case, so a name whose inner words decline has one Inflection for each shape of them.
    """

    stem: str
    endings: tuple[Ending, ...]

    def forms(self) -> tuple[tuple[str, str], ...]:
        """Return every (form, tag)."""
        return tuple((self.stem + ending.text, ending.tag) for ending in self.endings)


BARE = (Ending("", "nom"),)

GUEST = "@"
"""In a tag, before the code of the language that puts the ending onto names of others: gen@de."""

BEFORE_HYPHEN = "stem"
"""Tag of a stem that stands alone only as the first part of a compound: სომხეთ-აზერბაიჯანის."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Words that give a place's or person's name to something called after it, in lower case.

    See ``annotate.namesakes`` for what they do. ``*`` at the end stands for any ending, except in
    ``clubs``.
    """

    quoted: bool = False
    """whether prose sets the names of clubs in quotation marks, always."""
    clubs: tuple[str, ...] = ()
    """names that sports clubs share with places: qarabağ, ararat, shirak."""
    club_words: tuple[str, ...] = ()
    """words beside a club's name: fc, club, команда, klub*."""
    sport: tuple[str, ...] = ()
    """words that only texts on sport have: football, goalkeeper, çempion*; not game or team."""
    brands: tuple[str, ...] = ()
    """nouns beside a name in quotation marks: brandy, hotel, cinema, song, вино, konyak*."""
    institutions: tuple[str, ...] = ()
    """capitalised nouns that end the names of institutions after their town's: *Universiteti*."""
    named_after: tuple[str, ...] = ()
    """words right after a name that somebody or something bears: adlı, named."""
    named_before: tuple[str, ...] = ()
    """the same right before it: по имени, adı."""
    first_name_titles: tuple[str, ...] = ()
    """titles that follow first names only: bey, hanım, xanım, müəllim."""
    eponyms_after: tuple[str, ...] = ()
    """nouns right after a person's or a small place's name that are called after it: street."""
    renewing: tuple[str, ...] = ()
    """words that with a capital before a place make it another one: New England, Нью-Йорк."""
    eponyms_before: tuple[str, ...] = ()
    """the same right before it: улица, rue, place."""


@dataclass(frozen=True, slots=True)
class Context:
    """Words around a name that tell what it means. All lower case; ``*`` at the end: any ending.

    Each field is a tuple of words of the language, matched against single words next to a mention
    (``kind_words`` maps a kind or type of entity to the nouns that announce it: ``village``).
    """

    kind_words: dict[str, tuple[str, ...]]
    """type or kind of entity -> nouns beside the name (village, сел*, kənd*, գյուղ*)."""
    person_titles: tuple[str, ...]
    """words before or after a person's name: president, minister*, mr, spokes*, analyst."""
    function_words: tuple[str, ...]
    """words that may open a sentence, with a capital, before a name: but, although."""
    place_before: tuple[str, ...]
    """words right before a capital that make it a city: in, near, visit*, left for, в."""
    place_after: tuple[str, ...]
    """words right after a capital that make it a city: city, streets, airport, şəhər*, քաղաք*."""
    government_before: tuple[str, ...]
    """words before a capital that make it a government: official, between, accus*, against."""
    government_after: tuple[str, ...]
    """words after a capital that make it a government: said, denied, wants, bəyan*, заяв*."""
    saying_verbs: tuple[str, ...]
    """verbs of saying that make even a locative a government (в Баку заявили, Bakıda bildirilib).

    One word or two (``հայտարարել են``): only forms without a subject of their own.
    """
    common_words: tuple[str, ...]
    """ordinary words that are also names in the data; they need other evidence to be one."""
    and_words: tuple[str, ...]
    """words that join two names: and, и, və, ilə, և, ու."""
    plural_subjects: tuple[str, ...] = ()
    """endings of a plural subject between a place and such a verb (``*ները``): experts said so."""
    government_nouns: tuple[str, ...] = ()
    """what governments have, beside a capital in the genitive: позици*, mövqe*, դիրքորոշ*."""
    case_suffixes: dict[str, str] = field(default_factory=dict)
    """letters after an apostrophe or hyphen -> case tag (tr de -> loc, hy ում -> loc)."""
    apostrophe: bool = False
    """whether case endings are written after an apostrophe, after any name: Brüksel'de."""
    before_nouns: tuple[str, ...] = ()
    """where all nouns have capitals: words that a noun follows and no first name (der, *schen)."""
    clause_verb: str = ""
    """regular expression of verbal nouns whose subject is in the genitive: taşıdığını."""
    verb_window: int = 1
    """how many words after a capital its verb may stand: 1 in English, more where it comes last."""
    time_words: tuple[str, ...] = ()
    """words that open a date or time between subject and verb: on, last, earlier, в, bu."""
    addressed_cases: tuple[str, ...] = ()
    """cases that, without a preposition, address a government rather than lead to a city."""
    subject_cases: tuple[str, ...] = ("nom", "def", "erg")
    """cases that the subject of a clause may have; an Armenian one takes the article."""
    all_common_words: bool = False
    """whether ``common_words`` was drawn from a dictionary, so that no other name is a word."""
    homonyms: tuple[str, ...] = ()
    """where no capital tells, words that are names in a text with other places or countries."""
    place_prepositions: tuple[str, ...] = ()
    """where no capital tells, prepositions of place: in, to, from."""
    first_names: tuple[str, ...] = ()
    """first names of the region, for scripts in which no capital tells a name from a word."""
    subject_after: tuple[str, ...] = ()
    """words after which a subject may stand within a sentence (that, and, but); empty where any
    word may be before it."""
    plural_kind_words: tuple[str, ...] = ()
    """plural nouns before a list, of all of its names: the districts of A, B and C, شهرستان‌های."""
    plural_endings: tuple[str, ...] = ()
    """endings of those nouns, where the noun stands before the name."""
    linking_words: tuple[str, ...] = ("of",)
    """words between a kind word and the name, and between the names of a list: of, de, du."""
    articles: tuple[str, ...] = ()
    """articles that rivers and regions have and towns do not: le Nakhitchevan, à Nakhitchevan."""
    regions_take_articles: bool = False
    """whether regions and rivers always have one, so that a bare name is a town's."""
    relative_words: tuple[str, ...] = ()
    """words that open a relative clause behind a comma, whose verb tells its subject: qui."""
    numerals: tuple[str, ...] = ()
    """number words after which such a noun stays singular: چهار شهرستان, *four districts*."""
    citing_words: tuple[str, ...] = ()
    """words beside a medium that is cited: reports, сообщает, xəbər, հաղորդում."""
    namesakes: Namesakes = Namesakes()
    """words that give the name to a club, a brand, a street or a person."""
    former_words: tuple[str, ...] = ()
    """words right before an office that somebody no longer holds: former, ex, бывш*."""
    travel_words: tuple[str, ...] = ()
    """what runs between two cities: flights, road, рейс*."""
    clause_openers: tuple[str, ...] = ()
    """words that open a clause whose subject follows: that, before, until."""
    verb_endings: tuple[str, ...] = ()
    """ends of verbs that tell the subject of a clause: English -s after *that Baku*."""
    first_name_shape: str = ""
    """where nothing has a capital: a regular expression that a first name before a surname fits,
    and words that may stand there otherwise do not."""
    first_name_endings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """case tag -> endings that first names take in it, where first name and surname decline
    together; empty where they do not."""


@dataclass(frozen=True, slots=True)
class StateWords:
    """What a state is called in a language: adjectives (``arménien``), short and long names."""

    adjectives: tuple[str, ...]
    names: tuple[str, ...]
    long_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossWords:
    """What stands in brackets before another side's name: ``Armenian: Stepanakert``.

    ``whose`` maps a perspective to the word for its names; those of the sides are of one make, so
    that none stands out. ``tongues`` maps a language to the words that say a name is given in it,
    ``romanized`` says that it was written in Latin letters here; ``colon`` stands before the name.
    """

    whose: dict[str, str]
    tongues: dict[str, str]
    romanized: str
    colon: str = ": "


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its scripts, case forms and context words.

    ``inflections(text, kind)`` lists the forms of a name of the language; ``kind`` is the kind of
    its entity (``person`` declines unlike ``settlement`` in Russian), or ``adjective`` and
    ``demonym`` for names of that role. The first form listed is the name itself.

    ``shared_nouns(text)`` yields (start, end, full name) of words that stand for a longer name
    because several of them share its noun (``Лачинский и Кельбаджарский районы``).

    ``glosses`` are the words of a gloss; a text in a language without them is not glossed.
    """

    code: str
    english_name: str
    scripts: tuple[str, ...]
    inflections: Callable[[str, str], tuple[Inflection, ...]]
    context: Context
    shared_nouns: Callable[[str], Iterable[tuple[int, int, str]]] | None = None
    guest_endings: Callable[[str], tuple[Ending, ...]] | None = None
    """the endings that the language puts onto names spelt as other languages do: *Aliyevs*."""
    press: Mapping[str, Press] = field(default_factory=dict)
    """language of a name -> how the press of this language spells it."""
    unit_phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """type of an administrative unit -> phrases that are its name, ``{}`` for the bare one."""
    confounds: Mapping[str, str] = field(default_factory=dict)
    """letters that its press does not tell apart in names from elsewhere: German z and s."""
    closes_compounds: bool = False
    """whether a compound with a hyphen is also one word: *Karabachkonflikt*."""
    rephrase: Callable[[str, StateWords], tuple[str, ...]] | None = None
    """the other usual orders of a body's name: *Außenministerium Armeniens* for *armenisches …*."""
    borrows: tuple[str, ...] = ()
    """languages whose spellings of places its texts take over as they are: en, az."""
    kin: tuple[str, ...] = ()
    """languages so near that their case forms count in its texts, as Azerbaijani in Turkish."""
    letters: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    """other script -> how a name in the language's first one is written in it, ``""``: cannot be;
    only where the letters of the two stand for each other one by one."""
    glosses: GlossWords | None = None
