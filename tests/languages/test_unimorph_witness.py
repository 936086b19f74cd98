"""Our Azerbaijani case forms against UniMorph's table, where somebody has it.

The table (unimorph/aze, CC BY-SA) is not part of this project: the environment variable
``GAZETTEER_UNIMORPH_AZE`` names the file ``aze.tsv``, and without it the test says that it was not
run. Of its nouns the cases without a possessor and those of *his* and *their* are compared; names
in texts take no others. Its accusatives in -ə are datives by any grammar and are read as such.
"""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from pathlib import Path

import pytest

from gazetteer.languages import get_language

VARIABLE = "GAZETTEER_UNIMORPH_AZE"
OTHER_OWNERS = {"PSS1S", "PSS2S", "PSS2P"}
SHARE = 0.97


def _read(path: Path) -> dict[str, set[str]]:
    forms: defaultdict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as table:
        for row in csv.reader(table, delimiter="\t"):
            if len(row) != 3 or not row[2].startswith("N;"):
                continue
            marks = set(row[2].split(";"))
            owned = marks & {"PSS3S", "PSS3P"}
            if marks & OTHER_OWNERS or (owned and "PL" in marks):
                continue
            forms[row[0]].add(row[1])
    return dict(forms)


def test_unimorphs_forms_are_made() -> None:
    given = os.environ.get(VARIABLE)
    if not given:
        pytest.skip(f"not run: {VARIABLE} does not name UniMorph's aze.tsv")
    azerbaijani = get_language("az")
    assert azerbaijani is not None
    wanted, missing = 0, []
    for lemma, forms in _read(Path(given)).items():
        made = {
            form for each in azerbaijani.inflections(lemma, "region") for form, _ in each.forms()
        }
        wanted += len(forms)
        missing += [form for form in forms if form not in made]
    assert len(missing) <= (1 - SHARE) * wanted, sorted(missing)[:40]
