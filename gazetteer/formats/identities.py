"""What entities, texts and annotations are called where everything needs an IRI."""

from __future__ import annotations

import hashlib
import re
import uuid
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from urllib.parse import quote

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z")
OWN = "urn:gazetteer:"
"""Where no address is known under which an entity can be asked for."""


@dataclass(frozen=True, slots=True)
class Identities:
    """IRIs: of an entity ``entities`` and its id, of a text ``texts`` and what it is called.

    >>> Identities("https://example.org/e/").entity("p-0001")
    'https://example.org/e/p-0001'
    >>> Identities().text("news 17", "…")
    'urn:gazetteer:text:news%2017'
    """

    entities: str = OWN
    texts: str = f"{OWN}text:"

    @classmethod
    def of(cls, entities: str, texts: str) -> Identities:
        """Return those of two bases, either empty for the usual one."""
        return cls(entities or OWN, texts or f"{OWN}text:")

    def entity(self, entity_id: str) -> str:
        """Return the IRI of an entity."""
        return f"{self.entities}{entity_id}"

    def text(self, record_id: str | int | None, text: str) -> str:
        """Return the IRI of a text: its id if that is one, else one made of it.

        A text without an id is called by its content (RFC 6920).
        """
        if record_id is None:
            digest = urlsafe_b64encode(hashlib.sha256(text.encode("utf-8", "replace")).digest())
            return f"ni:///sha-256;{digest.decode().rstrip('=')}"
        called = str(record_id)
        return called if _ABSOLUTE.match(called) else f"{self.texts}{quote(called, safe='')}"

    def part(self, whole: str, *parts: object) -> str:
        """Return an IRI for something said of a text: the same for the same."""
        return uuid.uuid5(uuid.NAMESPACE_URL, " ".join((whole, *map(str, parts)))).urn
