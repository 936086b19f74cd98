"""Runs a batch in a process of its own that checkpoints often, so that a test can kill it.

Called with: artefact, input, output, jobs, "resume" or "".
"""

from __future__ import annotations

import sys
from pathlib import Path

from gazetteer.batch import BatchSettings, Destination, annotate_batch, choose_input
from gazetteer.core import Gazetteer


def main() -> None:
    artefact, source, output, jobs, resume = sys.argv[1:]
    annotate_batch(
        Gazetteer.open(Path(artefact)),
        [choose_input(source)],
        Destination(Path(output), Path(f"{output}.rejects"), resume == "resume", checkpoint_s=0.01),
        BatchSettings(artefact),
        jobs=int(jobs),
    )


if __name__ == "__main__":
    main()
