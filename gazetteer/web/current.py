"""What the running application answers from."""

from __future__ import annotations

from flask import current_app

from gazetteer.core import Gazetteer
from gazetteer.formats.native import Labeller
from gazetteer.model import Label, LabelPolicy

EXTENSION = "gazetteer"


def gazetteer() -> Gazetteer:
    """Return the gazetteer that the application was created with."""
    found: Gazetteer = current_app.extensions[EXTENSION]
    return found


def labeller(policy: LabelPolicy) -> Labeller:
    """Return a function from an entity's id to its label under one policy."""
    core = gazetteer()

    def label(entity_id: str) -> Label:
        return core.label(entity_id, policy)

    return label
