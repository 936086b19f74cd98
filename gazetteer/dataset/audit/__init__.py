"""What the tables hold and lack, counted: coverage, duplicates, evidence, sources, neutrality.

A check says what is wrong with a row; an audit says how even and how complete the whole is. Each
section is one module with a function that makes one or more ``Section``s.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gazetteer.dataset.audit import coverage, duplicates, evidence, neutrality, sourcing
from gazetteer.dataset.audit.ground import Ground
from gazetteer.dataset.audit.section import Section
from gazetteer.dataset.checks import refuse_unreadable
from gazetteer.dataset.importers.records import ImportedPlace, Unusable
from gazetteer.dataset.package import Package
from gazetteer.model import Name

__all__ = ["SECTIONS", "Section", "audit"]

SECTIONS: dict[str, Callable[[Ground], Sequence[Section]]] = {
    "coverage": coverage.sections,
    "neutrality": neutrality.sections,
    "one-sided": neutrality.one_sided,
    "duplicates": duplicates.sections,
    "sources": sourcing.sections,
}
"""Name of each part on the command line -> what makes it; ``evidence`` needs files besides."""


def audit(
    package: Package,
    wanted: Sequence[str] = (),
    catalogues: Sequence[tuple[str, Sequence[ImportedPlace | Unusable]]] = (),
    romanize: Callable[[Name], tuple[str, str] | None] | None = None,
) -> list[Section]:
    """Count a package. ``wanted`` names sections, all by default.

    ``catalogues`` are (title, records) of files that coordinates are compared with, by identifier.
    Raises DatasetError when the tables cannot be read in full.
    """
    refuse_unreadable(package)
    ground = Ground(package, romanize)
    found = [
        section
        for name, make in SECTIONS.items()
        if not wanted or name in wanted
        for section in make(ground)
    ]
    if not wanted or "evidence" in wanted:
        found += evidence.sections(ground, catalogues)
    return found
