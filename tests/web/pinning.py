"""Golden answers: one JSON file each under tests/golden. To write them anew after reading the
difference: GAZETTEER_WRITE_GOLDEN=1 python -m pytest tests/web/test_golden.py"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "web"
_TUNED = {"score", "weight", "digest", "description"}
"""Numbers that change with the ranking, and prose; their presence is pinned, not their value."""


def pinned(shape: Any) -> Any:
    """Return a shape with the values that are not part of it replaced by their type."""
    if isinstance(shape, dict):
        return {k: type(v).__name__ if k in _TUNED else pinned(v) for k, v in shape.items()}
    if isinstance(shape, list):
        return [pinned(member) for member in shape]
    return shape


def golden(name: str, given: Any) -> Any:
    """Return what is kept under a name; with GAZETTEER_WRITE_GOLDEN keep what is given."""
    path = FOLDER / f"{name}.json"
    if os.environ.get("GAZETTEER_WRITE_GOLDEN"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        text = json.dumps(pinned(given), ensure_ascii=False, indent=1)
        path.write_text(f"{text}\n", encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))
