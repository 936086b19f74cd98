"""What the running application answers from."""

from __future__ import annotations

from collections.abc import Iterable

from flask import current_app

from gazetteer.core import Gazetteer
from gazetteer.formats.native import Labeller
from gazetteer.model import Label, LabelPolicy

EXTENSION = "gazetteer"


def gazetteer() -> Gazetteer:
    """Return the gazetteer that the application was created with."""
    found: Gazetteer = current_app.extensions[EXTENSION]
    return found


def labeller(policy: LabelPolicy, entity_ids: Iterable[str] = ()) -> Labeller:
    """Return a function from an entity's id to its label under one policy.

    The entities that are sure to be asked for, when given, are labelled together at once.
    """
    core = gazetteer()
    known = core.labels(entity_ids, policy)

    def label(entity_id: str) -> Label:
        return known.get(entity_id) or core.label(entity_id, policy)

    return label
