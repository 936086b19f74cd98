"""How well texts are annotated and names looked up, measured against what was made by reading.

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
from gazetteer.evaluation.spellings import (
    FalseAlarms,
    LookedUp,
    Recall,
    Spelling,
    Unrelated,
    false_alarms_by_kind,
    look_up_spellings,
    look_up_unrelated,
    read_spellings,
    read_unrelated,
    recall_by_group,
)

__all__ = [
    "FALSE_ALARM",
    "MISS",
    "SEEDS",
    "TEXTS_VARIABLE",
    "WRONG_ENTITY",
    "WRONG_SENSE",
    "FalseAlarms",
    "Fault",
    "Gold",
    "GoldText",
    "Judged",
    "LookedUp",
    "Recall",
    "Scores",
    "SeedText",
    "Spelling",
    "Unrelated",
    "evaluate",
    "false_alarms_by_kind",
    "look_up_spellings",
    "look_up_unrelated",
    "read_gold_text",
    "read_manifest",
    "read_spellings",
    "read_unrelated",
    "recall_by_group",
    "totals",
]
