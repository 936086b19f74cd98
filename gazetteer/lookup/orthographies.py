"""How Latin letters are read, by the languages whose spelling habits they show.

A *reading* is a word in an alphabet of one sign a sound: ``č`` as in *chair*, ``ǰ`` *jam*, ``š``
*she*, ``ž`` *measure*, ``c`` *its*, ``ʒ`` *ads*, ``x`` *loch*, ``ğ`` its voiced brother, ``y``
*yes*; a e i o u and the other consonants as usual. Each orthography is a list of letter groups and
their sounds, the longest group first; letters that it does not name stand for themselves.
"""

from __future__ import annotations

import re
from functools import cache

from gazetteer.lookup.keys import fold_letters

_SHARED = "tsh=tš dzh=ǰ dž=ǰ tš=č kh=x gh=ğ sh=š zh=ž ph=f th=t tz=c ts=c dz=ʒ ck=k x=x w=v q=k ł=l"
"""Letter groups read alike everywhere; each orthography's own groups come first."""

_ORTHOGRAPHIES = {
    "en": "tch=č ch=č dj=ǰ j=ǰ cz=č c=k ou=u oo=u",
    "az": "ch=č c=ǰ j=ž q=g",
    "de": "tsch=č dsch=ǰ sch=š ch=x j=y c=c sz=š",
    "fr": "tch=č dj=ǰ ch=š j=ž ou=u gu=g qu=k c=k",
    "es": "ch=č j=x qu=k gu=g dz=ds z=s c=k",
    "pl": "tsch=č dsch=ǰ sch=š cz=č sz=š ch=x j=y c=c",
    # read only in what is asked for, never in listed names
    "sl": "ch=x j=y c=c",
    "es-y": "ch=č j=x qu=k gu(?=[ei])=g z=s c(?=[ei])=s c=k ll=y y(?=[aeiou])=ǰ",
    "pt": "tch=č tx=č tj=ǰ dj=ǰ ch=š kh=x ix(?=[aeiou])=š x=š j=ž gu(?=[ei])=g qu=k c(?=[ei])=s "
          "c=k nh=n ny=n lh=l ou=u",
    "it": "sci(?=[aou])=š sc(?=[ei])=š c[ie](?=[aou])=č g[ie](?=[aou])=ǰ ch=k gh=g kh=x "
          "c(?=[ei])=č g(?=[ei])=ǰ ci\\b=č dj=ǰ j=ž c=k",
    "hu": "dzs=ǰ zs=ž cs=č sz=s gy=g ty=t ny=n ly=y cz=c c=c j=y s=š",
    "sv": "stj=š skj=š sj=š tsj=č tj=č dzj=ǰ dj=ǰ zj=ž ch=x oe=u ij=i j=y c=k",
    "sq": "xh=ǰ x=ʒ q=č gj=g nj=n c=c j=y dh=d ll=l rr=r",
    "sci": "ow=u ł=ğ j=ʒ c=c",
}  # fmt: skip

LISTED = ("en", "az", "de", "fr", "es", "pl")
"""Orthographies in which a name of unknown language may be listed."""

ALL = tuple(_ORTHOGRAPHIES)

_MARKED = {
    "š": "šşșŝśṣ", "ž": "žżźẓĵ", "č": "čćçċĉ", "ğ": "ğġǧ", "ts": "țţ", "dž": "đĝǰ", "kh": "ĥḥẋ",
    "ł": "ł", "o": "å", "n": "ñňń", "v": "ŭ",
}  # fmt: skip
"""Letters whose sound folding would take off: what they are read as, whatever the orthography."""

_NOT_READ = re.compile(r"[^a-zčǰšžʒğ0-9A-Z]")
_FULL_Y = re.compile(r"(?<=[^aeiou0-9])y(?=[^aeiou0-9]|$)")
"""A y that is a vowel: Polish and Russian Kyzyl."""

_RUN = re.compile(r"([^0-9])\1+")


class _LetterTable(dict[int, str]):
    """A ``str.translate`` table: letters with their marks read, everything else folded."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        read = self[code] = _OF_MARKED.get(letter.lower()) or fold_letters(letter)
        return read


_OF_MARKED = {letter: read for read, letters in _MARKED.items() for letter in letters}
_LETTERS = _LetterTable()
_HAS_MARKED = re.compile("[" + "".join(_OF_MARKED) + "]", re.IGNORECASE)


def marked(text: str) -> bool:
    """Tell whether a text has letters such as š or ğ, which say how they are read."""
    return _HAS_MARKED.search(text) is not None


def letters(text: str) -> str:
    """Fold a text letter by letter, keeping the sounds of ş, ç, ž and their like.

    >>> letters("Laçın"), letters("Džermuk")
    ('lačin', 'džermuk')
    """
    return text.translate(_LETTERS)


@cache
def _rules(orthography: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    own = _ORTHOGRAPHIES[orthography].split(" ")
    named = {rule.rpartition("=")[0] for rule in own}
    shared = [rule for rule in _SHARED.split(" ") if rule.rpartition("=")[0] not in named]
    pairs = [rule.rpartition("=") for rule in (*own, *shared) if rule]
    pairs.sort(key=lambda pair: -len(re.sub(r"\(.*|\\b|\[.*?\]", "?", pair[0])))
    return re.compile("|".join(f"({group})" for group, _, _ in pairs)), tuple(
        s for _, _, s in pairs
    )


def read(latin: str, orthography: str) -> str:
    """Read letters by an orthography; doubled sounds count once.

    >>> read("latschin", "de"), read("chankendi", "pl"), read("chankendi", "en")
    ('lačin', 'xankendi', 'čankendi')
    """
    pattern, sounds = _rules(orthography)
    word = pattern.sub(lambda found: sounds[(found.lastindex or 1) - 1], latin)
    return joined(word)


def joined(word: str) -> str:
    """Return the sounds of a word or of several as one run, doubled ones once."""
    word = _RUN.sub(r"\1", _NOT_READ.sub("", word))
    return _FULL_Y.sub("i", word) if "y" in word else word
