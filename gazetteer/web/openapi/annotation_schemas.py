"""JSON Schemas of W3C Web Annotations, by what the model demands of them."""

from __future__ import annotations

from gazetteer.formats.web_annotation import CONTEXT
from gazetteer.web.openapi.schemas import OFFSET, RECORD_ID, TEXT, Schema, several, shape

_IRI: Schema = {"type": "string", "format": "uri", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:\S+$"}


def _one(value: str) -> Schema:
    return {"const": value}


_IDENTIFIED = shape(
    {"type": _one("SpecificResource"), "purpose": _one("identifying"), "source": _IRI}
)
_BODY: Schema = {
    "anyOf": [
        _IDENTIFIED,
        shape({"type": _one("Choice"), "items": {**several(_IDENTIFIED), "minItems": 2}}),
        shape({"type": _one("SpecificResource"), "purpose": _one("linking"), "source": _IRI}),
        shape(
            {
                "type": _one("TextualBody"),
                "purpose": _one("describing"),
                "value": TEXT,
                "format": _one("text/plain"),
                "language": TEXT,
            }
        ),
    ]
}
_QUOTE = shape({"type": _one("TextQuoteSelector"), "exact": TEXT, "prefix": TEXT, "suffix": TEXT})
_POSITION = shape({"type": _one("TextPositionSelector"), "start": OFFSET, "end": OFFSET})
_ANNOTATION = shape(
    {
        "id": _IRI,
        "type": _one("Annotation"),
        "motivation": _one("identifying"),
        "body": {**several(_BODY), "minItems": 1},
        "target": shape(
            {"source": _IRI, "selector": {**several({"anyOf": [_QUOTE, _POSITION]}), "minItems": 2}}
        ),
    }
)
_PAGE = shape(
    {
        "id": _IRI,
        "type": _one("AnnotationPage"),
        "startIndex": {"const": 0},
        "items": {**several(_ANNOTATION), "minItems": 1},
    }
)
COLLECTION = shape(
    {
        "@context": _one(CONTEXT),
        "id": _IRI,
        "type": _one("AnnotationCollection"),
        "total": OFFSET,
    },
    {"label": TEXT, "first": _PAGE},
)
MARKED = shape({"id": RECORD_ID, "html": TEXT})
"""A text of a batch as HTML with its mentions marked."""
