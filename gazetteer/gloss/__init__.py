"""The other side's name in brackets after the one that a text used. Always import from here."""

from gazetteer.gloss.glosser import Glosser

__all__ = ["Glosser"]
