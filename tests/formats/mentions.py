"""Mentions to write, found in texts of every kind."""

from __future__ import annotations

from gazetteer.core import Gazetteer
from gazetteer.model import Label, LabelPolicy, Mention, TextQuery

STRANGE = (
    "Baku denied it. Officials met in Xankəndi; the Lachin corridor is closed.",
    "🙂🙂 Stepanakert 🙂 Shushi 𝒮 Şuşa",
    'Shushi <script>window.pwned = 1</script> & "Lachin" <img src=x onerror="window.pwned = 1">',
    "Shushi'\"><svg onload=window.pwned=1> &lt;b&gt; &amp;amp; Berdzor",
    "Շուշիում և Ստեփանակերտում, შუშაში, в Шуше, در شوشا",
    "Shushi\r\n\r\n\tLachin\rBerdzor\u2028Stepanakert\u00a0",
    "Ste\u00adpana\u200bkert and S\u0327us\u0327a, Stepana-\nkert",
    "\u200f\u202bStepanakert\u202c\u200f and Shushi",
    "<Shushi> <!-- Lachin --> </p> ]]> <![CDATA[ Baku ]]>",
    "",
)
"""Plain texts with what breaks markup, offsets and scripts."""

MARKED = (
    '<p title="a > Shushi">Xan<b>k&#601;</b>ndi &amp; <a href="#x">Shushi</a>.</p>',
    "<h1>Lachin</h1><p>Stepa&shy;nakert<br>Berdzor, <i>Şuş</i>a</p>",
    "<p>🙂 Shushi</p><script>var a = 'Shushi';</script><title>Lachin</title>",
    "<textarea>\nShushi</textarea> <code>Lachin</code> <svg><text>Shushi</text></svg> Berdzor",
    "<p>Բերձոր.<p>შუშაში.<p dir=rtl>در شوشا",
    "Shushi &lt;script&gt; <b>Lachin corridor</b> <b>Lachin</b> corridor",
    "<pre>\nShushi\n  Lachin</pre>\r\nBerdzor",
)
"""The same in HTML."""


def found(gazetteer: Gazetteer, text: str, nested: bool = False) -> tuple[Mention, ...]:
    """Return what a text mentions."""
    return gazetteer.annotate(TextQuery(text, nested=nested))


def label(gazetteer: Gazetteer, entity_id: str) -> Label:
    """Return the English pair."""
    return gazetteer.label(entity_id, LabelPolicy())
