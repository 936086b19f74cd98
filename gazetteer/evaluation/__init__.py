"""How well texts are annotated, measured against gold that was made by reading.

Always import from here.
"""

from gazetteer.evaluation.judging import (
    FALSE_ALARM,
    MISS,
    WRONG_ENTITY,
    WRONG_SENSE,
    Fault,
    Judged,
    Scores,
    evaluate,
    totals,
)
from gazetteer.evaluation.seeds import (
    SEEDS,
    TEXTS_VARIABLE,
    Gold,
    GoldText,
    SeedText,
    read_gold_text,
    read_manifest,
)

__all__ = [
    "FALSE_ALARM",
    "MISS",
    "SEEDS",
    "TEXTS_VARIABLE",
    "WRONG_ENTITY",
    "WRONG_SENSE",
    "Fault",
    "Gold",
    "GoldText",
    "Judged",
    "Scores",
    "SeedText",
    "evaluate",
    "read_gold_text",
    "read_manifest",
    "totals",
]
