"""Web Annotations: as the model of W3C asks, and the statements that they are."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DC, RDF, RDFS, XSD

from gazetteer.core import Gazetteer
from gazetteer.formats.identities import Identities
from gazetteer.formats.markup import TextContent
from gazetteer.formats.web_annotation import (
    CONTEXT,
    MEDIA_TYPE,
    Annotated,
    AnnotationOptions,
    collection,
)
from gazetteer.web.openapi.annotation_schemas import COLLECTION
from tests.formats.mentions import MARKED, STRANGE, found, label

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
OPTIONS = AnnotationOptions(Identities("https://example.org/e/", "https://example.org/t/"))

_COUNT = str(XSD.nonNegativeInteger)
TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{name: str(OA[name]) for name in ("Annotation", "TextualBody", "SpecificResource")},
    **{name: str(OA[name]) for name in ("Choice", "TextQuoteSelector", "TextPositionSelector")},
    **{name: str(OA[name]) for name in ("identifying", "linking", "describing")},
    "AnnotationCollection": str(AS.OrderedCollection),
    "AnnotationPage": str(AS.OrderedCollectionPage),
    "motivation": {"@id": str(OA.motivatedBy), "@type": "@vocab"},
    "purpose": {"@id": str(OA.hasPurpose), "@type": "@vocab"},
    "body": {"@id": str(OA.hasBody), "@type": "@id"},
    "target": {"@id": str(OA.hasTarget), "@type": "@id"},
    "source": {"@id": str(OA.hasSource), "@type": "@id"},
    "selector": {"@id": str(OA.hasSelector), "@type": "@id"},
    **{name: str(OA[name]) for name in ("exact", "prefix", "suffix")},
    "start": {"@id": str(OA.start), "@type": _COUNT},
    "end": {"@id": str(OA.end), "@type": _COUNT},
    "value": str(RDF.value),
    "language": str(DC.language),
    "format": str(DC.format),
    "label": str(RDFS.label),
    "total": {"@id": str(AS.totalItems), "@type": _COUNT},
    "first": {"@id": str(AS.first), "@type": "@id"},
    "startIndex": {"@id": str(AS.startIndex), "@type": _COUNT},
    "items": {"@id": str(AS["items"]), "@type": "@id", "@container": "@list"},
}
"""What the published context makes of the terms that are used here (Web Annotation Vocabulary)."""


def _collection(
    gazetteer: Gazetteer,
    text: str,
    markup: bool = False,
    record_id: str | int | None = "news 17",
    options: AnnotationOptions = OPTIONS,
) -> dict[str, Any]:
    annotated = Annotated(record_id, text, found(gazetteer, text), markup)
    return collection(annotated, partial(label, gazetteer), options)


def _selectors(shape: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    items = shape["first"]["items"] if "first" in shape else []
    return [tuple(one["target"]["selector"]) for one in items]


@pytest.mark.parametrize("text", [*STRANGE, *MARKED])
@pytest.mark.parametrize("markup", [False, True])
def test_shape_is_that_of_the_model(gazetteer: Gazetteer, text: str, markup: bool) -> None:
    shape = _collection(gazetteer, text, markup)
    validator = Draft202012Validator(COLLECTION, format_checker=FormatChecker())
    assert list(validator.iter_errors(shape)) == []
    items = shape["first"]["items"] if "first" in shape else []
    assert shape["total"] == len(items)
    ids = [shape["id"], *(one["id"] for one in items)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("text", STRANGE)
def test_selectors_select(gazetteer: Gazetteer, text: str) -> None:
    for quote, position in _selectors(_collection(gazetteer, text)):
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


@pytest.mark.parametrize("text", MARKED)
def test_of_html_they_select_its_text(gazetteer: Gazetteer, text: str) -> None:
    content = TextContent(text).text
    selectors = _selectors(_collection(gazetteer, text, markup=True))
    assert selectors
    for quote, position in selectors:
        assert content[position["start"] : position["end"]] == quote["exact"]
        assert "<" not in quote["exact"]


def test_positions_in_utf16(gazetteer: Gazetteer) -> None:
    options = AnnotationOptions(utf16=True)
    ((_, position),) = _selectors(_collection(gazetteer, "🙂 Shushi", options=options))
    assert (position["start"], position["end"]) == (3, 9)


@pytest.mark.parametrize(
    ("record_id", "source"),
    [
        ("news 17", "https://example.org/t/news%2017"),
        (17, "https://example.org/t/17"),
        ("https://news.example/17", "https://news.example/17"),
        (None, "ni:///sha-256;bcdebjJFWnkssN_1bc0QOLY-c8xJsKMHJxySXtLmu7o"),
    ],
)
def test_what_a_text_is_called(
    gazetteer: Gazetteer, record_id: str | int | None, source: str
) -> None:
    shape = _collection(gazetteer, "Shushi", record_id=record_id)
    assert shape["first"]["items"][0]["target"]["source"] == source
    assert shape.get("label") == (None if record_id is None else str(record_id))


def test_the_same_gives_the_same(gazetteer: Gazetteer) -> None:
    text = STRANGE[0]
    assert _collection(gazetteer, text) == _collection(gazetteer, text)
    assert _collection(gazetteer, text)["id"] != _collection(gazetteer, text, record_id=1)["id"]


def test_several_readings_are_a_choice(gazetteer: Gazetteer) -> None:
    shape = _collection(gazetteer, "the villages of Zabukh and Sus")
    bodies = [one["body"][0] for one in shape["first"]["items"]]
    choices = [body for body in bodies if body["type"] == "Choice"]
    assert choices
    assert len(choices[0]["items"]) > 1


def _graph(shape: dict[str, Any]) -> Graph:
    """Read a document by the terms above instead of the context that it names."""
    assert shape["@context"] == CONTEXT
    graph = Graph()
    graph.parse(data=json.dumps({**shape, "@context": TERMS}), format="json-ld")
    return graph


def _keys(shape: Any) -> set[str]:
    if isinstance(shape, dict):
        return set(shape) | {key for value in shape.values() for key in _keys(value)}
    return {key for value in shape for key in _keys(value)} if isinstance(shape, list) else set()


def test_the_vocabulary_has_every_term(gazetteer: Gazetteer) -> None:
    shape = _collection(gazetteer, "Baku denied it. The villages of Zabukh and Sus.")
    assert _keys(shape) - {"@context"} <= set(TERMS)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_statements_that_are_made(gazetteer: Gazetteer) -> None:
    graph = _graph(_collection(gazetteer, "Baku denied it in Shushi."))
    (collected,) = graph.subjects(RDF.type, AS.OrderedCollection)
    assert graph.value(collected, AS.totalItems) == Literal(2, datatype=XSD.nonNegativeInteger)
    (page,) = graph.subjects(RDF.type, AS.OrderedCollectionPage)
    items = graph.value(page, AS["items"])
    assert items is not None
    first, second = graph.items(items)
    assert set(graph.subjects(RDF.type, OA.Annotation)) == {first, second}
    assert graph.value(second, OA.motivatedBy) == OA.identifying
    sources = {
        (graph.value(body, OA.hasPurpose), graph.value(body, OA.hasSource))
        for body in graph.objects(first, OA.hasBody)
        if graph.value(body, OA.hasSource)
    }
    assert sources == {
        (OA.identifying, URIRef("https://example.org/e/p-0044")),
        (OA.linking, URIRef("https://example.org/e/a-0119")),
    }
    target = graph.value(second, OA.hasTarget)
    assert target is not None
    assert graph.value(target, OA.hasSource) == URIRef("https://example.org/t/news%2017")
    selectors = {graph.value(one, RDF.type): one for one in graph.objects(target, OA.hasSelector)}
    assert set(selectors) == {OA.TextQuoteSelector, OA.TextPositionSelector}
    position = selectors[OA.TextPositionSelector]
    assert graph.value(position, OA.start) == Literal(18, datatype=XSD.nonNegativeInteger)
    quote = selectors[OA.TextQuoteSelector]
    assert graph.value(quote, OA.exact) == Literal("Shushi")


def test_media_type() -> None:
    assert MEDIA_TYPE == 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
