"""An outside identifier has one holder, and the form that its catalogue gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.dataset.package import Package
from gazetteer.dataset.problems import Problem

_FORMS = {
    "wikidata": re.compile(r"Q[1-9]\d*\Z"),
    "geonames": re.compile(r"[1-9]\d*\Z"),
    "wof": re.compile(r"[1-9]\d*\Z"),
    "osm": re.compile(r"(node|way|relation)/[1-9]\d*\Z"),
    "iso3166-1": re.compile(r"[A-Z]{2}\Z"),
    "iso3166-2": re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}\Z"),
}
"""Forms of the schemes known here; other schemes are taken as they are."""


def check(package: Package) -> Iterator[Problem]:
    """Yield a problem for each identifier with two holders or of the wrong form."""
    table = package.tables["identifiers"]
    holders: dict[tuple[str, str], str] = {}
    for row in table.rows:
        scheme, value = row["scheme"], row["value"]
        holder = holders.setdefault((scheme, value), row["entity"])
        if holder != row["entity"]:
            fault = f"{scheme} {value} is already the identifier of {holder}"
            yield table.problem(row, "value", fault)
        fault = form_fault(scheme, value)
        if fault:
            yield table.problem(row, "value", fault)


def form_fault(scheme: str, value: str) -> str:
    r"""Say that an identifier has not the form of its catalogue, or return the empty string.

    >>> form_fault("wikidata", "42")
    "'42' is no wikidata identifier; they look like Q[1-9]\\d*"
    """
    form = _FORMS.get(scheme)
    if form is None or form.match(value):
        return ""
    return f"{value!r} is no {scheme} identifier; they look like {form.pattern[:-2]}"
