"""Parameters about texts: what is wanted of their mentions, and which get a gloss."""

from __future__ import annotations

from functools import cached_property

from gazetteer.model import (
    GLOSSED_ENTITIES,
    GLOSSED_LANGUAGES,
    GLOSSED_MENTIONS,
    GLOSSED_QUOTES,
    GlossPolicy,
)
from gazetteer.web.reading import Reader


class TextReader(Reader):
    """Those of the parameters of one request."""

    @cached_property
    def names(self) -> bool:
        """Whether to give all names of each entity."""
        return self._choice("names", ("none", "all"), "none") == "all"

    @cached_property
    def candidates(self) -> bool:
        """Whether to give the other readings of each mention."""
        return self._boolean("candidates")

    @cached_property
    def nested(self) -> bool:
        """Whether to give the shorter names inside each mention."""
        return self._boolean("nested")

    @cached_property
    def adjectives(self) -> bool:
        """Whether demonyms and adjectives are mentions."""
        return self._boolean("adjectives")

    @cached_property
    def offices(self) -> bool:
        """Whether offices are mentions, of the persons who held them."""
        return self._boolean("offices")

    @cached_property
    def offsets(self) -> bool:
        """Whether offsets count UTF-16 units and not code points."""
        return self._choice("offsets", ("codepoint", "utf16"), "codepoint") == "utf16"

    @cached_property
    def id(self) -> str | None:
        """What the caller calls its text."""
        return self._word("id") or None

    @cached_property
    def mentions(self) -> str:
        """Which mentions of each entity are glossed."""
        return self._choice("mentions", GLOSSED_MENTIONS, GLOSSED_MENTIONS[0])

    @cached_property
    def entities(self) -> str:
        """Which entities are glossed."""
        return self._choice("entities", GLOSSED_ENTITIES, GLOSSED_ENTITIES[0])

    @cached_property
    def quotes(self) -> str:
        """What becomes of names inside quotation marks."""
        return self._choice("quotes", GLOSSED_QUOTES, GLOSSED_QUOTES[0])

    @cached_property
    def other_language(self) -> str:
        """What becomes of a name that the text's language lacks."""
        return self._choice("other_language", GLOSSED_LANGUAGES, GLOSSED_LANGUAGES[0])

    @cached_property
    def bare(self) -> bool:
        """Whether glosses leave out whose name it is."""
        return self._boolean("bare")

    @property
    def gloss_policy(self) -> GlossPolicy:
        """Which mentions are glossed, and how."""
        return GlossPolicy(
            self.mentions, self.entities, self.quotes, self.other_language, self.bare
        )
