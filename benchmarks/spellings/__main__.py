"""Writes the made spellings anew; see ``made``."""

from __future__ import annotations

import csv
from dataclasses import astuple, fields

from benchmarks.spellings.made import made
from gazetteer.core import Gazetteer
from gazetteer.evaluation import SEEDS, Spelling, read_spellings


def main() -> None:
    kept = [spelling for spelling in read_spellings() if spelling.kind != "made"]
    new = list(made(Gazetteer.open().store))
    file = SEEDS / "spellings" / "spellings.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow([field.name for field in fields(Spelling)])
        table.writerows(sorted({astuple(spelling) for spelling in (*kept, *new)}))
    print(f"{len(new)} spellings made, {len(kept)} kept")


if __name__ == "__main__":
    main()
