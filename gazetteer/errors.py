"""Every error of the gazetteer.

GazetteerError
├── QueryError (ValueError)        a question that cannot be asked; names the parameter
├── UnknownEntity (LookupError)    an id, route or version that is not in the data
├── ArtefactError (RuntimeError)   a compiled dataset that is missing, damaged, older or newer
├── DatasetError (ValueError)      human-edited tables that cannot be compiled; carries all problems
├── ImportFileError (ValueError)   a file of another catalogue that is not what it is said to be
├── NoFontError (RuntimeError)     a machine without fonts, on which no PNG can be drawn
└── RecordError (ValueError)       one bad record of a batch; carries its line number
"""

from __future__ import annotations

from collections.abc import Sequence


def shortened(text: str, longest: int = 100) -> str:
    """Cut what was given so that a message never grows with it.

    >>> shortened("abc", longest=2)
    'ab…'
    """
    return text if len(text) <= longest else f"{text[:longest]}…"


class GazetteerError(Exception):
    """The root: catch it to catch everything that is the caller's or the data's fault."""


class QueryError(GazetteerError, ValueError):
    """A question that cannot be asked. ``parameter`` names what to mend."""

    def __init__(self, parameter: str, detail: str) -> None:
        super().__init__(f"{parameter}: {detail}")
        self.parameter = parameter
        self.detail = detail


class UnknownEntity(GazetteerError, LookupError):  # noqa: N818 - a lookup that found nothing
    """Nothing in the data has this id."""

    def __init__(self, entity_id: str, what: str = "entity") -> None:
        super().__init__(f"there is no {what} {shortened(entity_id)!r}")
        self.entity_id = entity_id
        self.what = what


class ArtefactError(GazetteerError, RuntimeError):
    """The compiled dataset cannot be used; the message says what to do."""


class DatasetError(GazetteerError, ValueError):
    """The human-edited tables have faults; ``problems`` lists every one."""

    def __init__(self, problems: Sequence[object]) -> None:
        shown = "\n".join(str(problem) for problem in problems[:20])
        more = f"\n… and {len(problems) - 20} more" if len(problems) > 20 else ""
        super().__init__(f"{len(problems)} problem(s) in the data:\n{shown}{more}")
        self.problems = tuple(problems)


class ImportFileError(GazetteerError, ValueError):
    """A whole file that cannot be imported; the message says what to do."""


class NoFontError(GazetteerError, RuntimeError):
    """There is no font to draw a PNG with."""

    def __init__(self) -> None:
        super().__init__(
            "no font is installed, so no PNG can be drawn; install fonts-dejavu-core, or name a "
            "folder with DejaVuSans.ttf in GAZETTEER_FONTS, or ask for SVG"
        )


class RecordError(GazetteerError, ValueError):
    """One record of a batch that cannot be read; the rest goes on."""

    def __init__(self, line: int, detail: str, record_id: str | int | None = None) -> None:
        super().__init__(f"line {line}: {detail}")
        self.line = line
        self.detail = detail
        self.record_id = record_id
