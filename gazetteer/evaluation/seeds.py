"""The seed texts and what stands in them: a manifest, stand-off gold, and the texts where they are.

``seeds/README.md`` describes the files. Texts written for this project lie in ``seeds/passages``;
texts of others are not ours to copy and are looked for elsewhere.
"""

from __future__ import annotations

import csv
import hashlib
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from gazetteer.errors import QueryError, RecordError
from gazetteer.model import earliest_day

TEXTS_VARIABLE = "GAZETTEER_SEED_TEXTS"
_CHECKOUT = Path(__file__).resolve().parent.parent.parent
SEEDS = _CHECKOUT / "seeds"

_SPAN = ("start", "end", "surface")

LONGER = "longer"
"""Kind of an alternative that is right and stands for the gold inside it; others only excuse."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One row of gold: what a span of a text means, and how hard that is to see."""

    start: int
    end: int
    surface: str
    entity: str
    sense: str = ""
    optional: bool = False
    difficulty: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading: right when ``longer``, else neither right nor wrong (``office``…)."""

    start: int
    end: int
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Negative:
    """A span that must not be found, and why it is tempting."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with all that is known about the names in it."""

    text: str
    rows: tuple[Gold, ...]
    alternatives: tuple[Alternative, ...] = ()
    negatives: tuple[Negative, ...] = ()


@dataclass(frozen=True, slots=True)
class SeedText:
    """A row of the manifest.

    ``path`` is None when the text is not on this machine; ``name`` is that of its gold.
    """

    file: str
    lang: str
    day: date | None
    sha256: str
    split: str
    path: Path | None
    name: str


class SeedSkipped(Exception):  # noqa: N818 - no error: the rest is still worth scoring
    """A text that cannot be scored here; the message says why."""


def read_manifest(seeds: Path = SEEDS, texts: Path | None = None) -> list[SeedText]:
    """Read which texts there are and where each lies. Raises QueryError without a manifest.

    ``texts`` is where the texts of others are; else the folder named by the environment variable
    GAZETTEER_SEED_TEXTS, else ``../shared/seeds`` beside the checkout.
    """
    manifest = seeds / "manifest.csv"
    if not manifest.is_file():
        raise QueryError("--seeds", f"there is no {manifest}")
    named = os.environ.get(TEXTS_VARIABLE, "")
    elsewhere = texts or (Path(named) if named else _CHECKOUT.parent / "shared" / "seeds")
    folders = (seeds / "passages", seeds, elsewhere)
    with manifest.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        SeedText(
            row["file"],
            row["lang"],
            earliest_day(row["date"]) if row["date"] else None,
            row["sha256"],
            row["split"],
            next((path for f in folders if (path := f / row["file"]).is_file()), None),
            row.get("text") or Path(row["file"]).stem,
        )
        for row in rows
    ]


def read_gold_text(seed: SeedText, seeds: Path = SEEDS) -> GoldText:
    """Read a text and its gold. Raises SeedSkipped, and RecordError for gold that does not fit."""
    if seed.path is None:
        raise SeedSkipped(f"the text is not on this machine; name its folder in {TEXTS_VARIABLE}")
    gold = seeds / "gold" / f"{seed.name}.jsonl"
    if not gold.is_file():
        raise SeedSkipped(f"there is no {gold}")
    content = seed.path.read_bytes()
    if hashlib.sha256(content).hexdigest() != seed.sha256:
        raise SeedSkipped(f"{seed.path} is another text than the manifest means (SHA-256)")
    text = content.decode("utf-8")
    rows = tuple(map(_gold, _read_rows(gold, text, ("entity",))))
    folder = gold.parent
    others = _read_rows(folder / "alternatives.jsonl", text, ("entity", "kind"), seed.name)
    negatives = _read_rows(folder / "negatives.jsonl", text, ("why",), seed.name)
    return GoldText(
        text,
        tuple(sorted(rows, key=lambda row: (row.start, -row.end))),
        tuple(Alternative(r["start"], r["end"], r["entity"], r["kind"]) for r in others),
        tuple(Negative(r["start"], r["end"], r["why"]) for r in negatives),
    )


def _read_rows(
    path: Path, text: str, needed: tuple[str, ...], name: str = ""
) -> list[dict[str, Any]]:
    """Read rows and hold each against the text; with ``name`` those of one text in a shared file.

    Raises RecordError for a row that lacks what is ``needed`` or quotes what does not stand there.
    """
    if name and not path.is_file():
        return []
    rows = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            row: dict[str, Any] = orjson.loads(line)
            if name and row["text"] != name:
                continue
            missing = [key for key in (*_SPAN, *needed) if key not in row]
            stands = "" if missing else text[row["start"] : row["end"]]
        except (ValueError, KeyError, TypeError) as error:
            raise RecordError(number, f"{path}: is no gold row ({error!r})") from error
        if missing:
            raise RecordError(number, f"{path}: lacks {', '.join(missing)}")
        if stands != row["surface"]:
            raise RecordError(number, f"{path}: the text has {stands!r}, not {row['surface']!r}")
        rows.append(row)
    return rows


def _gold(shape: dict[str, Any]) -> Gold:
    return Gold(
        shape["start"],
        shape["end"],
        shape["surface"],
        shape["entity"],
        shape.get("sense", ""),
        bool(int(shape.get("optional") or 0)),
        shape.get("difficulty", ""),
        shape.get("comment", ""),
    )
