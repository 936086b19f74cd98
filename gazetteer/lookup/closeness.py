"""How far apart two readings are, sound by sound: slips, where cousins are less than a slip apart.

A plain edit distance takes *k* for *kh* to be as wrong as *k* for *m*. Here two sounds cost what
languages that lack one of them make of it: vowels little, voice and breath somewhat, all else one.
"""

from __future__ import annotations

from functools import cache

_VOWELS = "aeiou"
_NEAR = (
    # sounds, what one for the other costs
    ("ae", 0.15), ("ao", 0.2), ("ei", 0.2), ("ou", 0.15), ("iu", 0.25), ("ai", 0.35), ("eo", 0.3),
    ("eu", 0.35), ("io", 0.4), ("au", 0.35), ("iy", 0.1), ("ey", 0.2), ("ay", 0.3), ("uy", 0.3),
    ("oy", 0.35), ("uv", 0.25), ("ov", 0.35),
    ("hx", 0.15), ("gğ", 0.1), ("kq", 0.1), ("gq", 0.15), ("xğ", 0.2), ("gh", 0.25), ("kx", 0.3),
    ("kg", 0.3), ("ğh", 0.25), ("kh", 0.45), ("kğ", 0.35), ("gx", 0.3), ("qx", 0.25), ("qğ", 0.2),
    ("qh", 0.35), ("gy", 0.5), ("ğy", 0.4),
    ("sš", 0.3), ("zž", 0.25), ("čǰ", 0.25), ("cč", 0.25), ("ʒǰ", 0.25), ("cʒ", 0.25), ("žǰ", 0.1),
    ("zʒ", 0.2), ("sc", 0.35), ("šč", 0.3), ("sz", 0.3), ("šž", 0.35), ("sč", 0.5), ("zǰ", 0.4),
    ("zc", 0.35), ("žč", 0.35), ("žʒ", 0.3), ("cǰ", 0.45), ("čʒ", 0.45), ("šǰ", 0.5), ("ǰy", 0.5),
    ("žy", 0.5), ("xš", 0.9),
    ("bp", 0.35), ("fv", 0.3), ("bv", 0.3), ("pf", 0.3), ("bf", 0.5), ("pv", 0.5), ("td", 0.3),
    ("mn", 0.6),
    # letters that stand for several sounds
    ("Ss", 0.02), ("Sš", 0.02), ("Sč", 0.25), ("Sz", 0.3), ("Sž", 0.3), ("Sc", 0.35),
    ("Zz", 0.02), ("Zž", 0.02), ("Zǰ", 0.25), ("Zʒ", 0.2), ("Zs", 0.3),
    ("Cc", 0.02), ("Cč", 0.02), ("Cǰ", 0.25), ("Cs", 0.35), ("Cš", 0.3),
    ("Jǰ", 0.02), ("Jʒ", 0.1), ("Jž", 0.1), ("Jč", 0.2),
    ("Jz", 0.3), ("Jc", 0.3), ("Jy", 0.5),
    ("Bb", 0.02), ("Bp", 0.02), ("Bv", 0.1), ("Bf", 0.3),
    ("Ff", 0.02), ("Fv", 0.02), ("Fp", 0.1), ("Fb", 0.3),
    ("Vv", 0.02), ("Vu", 0.1), ("Vo", 0.1),
    ("Uu", 0.02), ("Uo", 0.1), ("Oo", 0.02), ("Ou", 0.1), ("Aa", 0.02), ("Ae", 0.1),
    ("Gg", 0.02), ("Gğ", 0.15), ("Gk", 0.3), ("Gq", 0.15), ("Gh", 0.3), ("Gx", 0.35),
)  # fmt: skip
_LEFT_OUT = {
    "h": 0.4, "y": 0.15, "i": 0.3, "e": 0.3, "u": 0.3, "a": 0.35, "o": 0.35,
    "A": 0.08, "U": 0.08, "O": 0.08,
}  # fmt: skip
"""What a sound costs that only one of the two has; any other one slip."""

_FURTHER_VOWEL = 0.4


@cache
def _costs() -> dict[str, float]:
    costs = {a + b: _FURTHER_VOWEL for a in _VOWELS for b in _VOWELS if a != b}
    for pair, cost in _NEAR:
        costs[pair] = costs[pair[::-1]] = cost
    return costs


_UNWRITTEN = _LEFT_OUT | dict.fromkeys(_VOWELS, 0.16)
"""The same in scripts that write few vowels."""


def slips(asked: str, listed: str, most: float, few_vowels: bool = False) -> float:
    """Return the slips from one reading to another, or ``most`` when they are as many or more.

    ``few_vowels``: what is asked is written in a script that leaves most of them out.

    >>> slips("lačin", "latin", 3.0), round(slips("xankendi", "hankandi", 3.0), 2)
    (1.0, 0.3)
    """
    costs, left_out = _costs(), _LEFT_OUT
    missing = [(_UNWRITTEN if few_vowels else _LEFT_OUT).get(sound, 1.0) for sound in listed]
    above = [0.0]
    for cost in missing:
        above.append(above[-1] + cost)
    for letter in asked:
        dropped = left_out.get(letter, 1.0)
        diagonal = above[0]
        here = [diagonal + dropped]
        least = last = here[0]
        for place, sound in enumerate(listed, 1):
            up = above[place]
            best = diagonal if letter == sound else diagonal + costs.get(letter + sound, 1.0)
            best = min(best, up + dropped)
            put_in = last + missing[place - 1]
            best = min(best, put_in)
            here.append(best)
            last = best
            diagonal = up
            least = min(least, best)
        if least >= most:
            return most
        above = here
    return min(above[-1], most)
