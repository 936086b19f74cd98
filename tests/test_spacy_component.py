"""The component in real pipelines of spaCy: blank ones in the languages of the texts."""

from __future__ import annotations

import importlib
import pickle
import subprocess
import sys
import tomllib
from datetime import date
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from gazetteer.core import Gazetteer
from gazetteer.errors import QueryError
from gazetteer.model import ACTOR_KINDS, PLACE_KINDS, TERM_KINDS
from gazetteer.spacy_component import KEY, ONTONOTES, GazetteerComponent
from tests.documents import ROOT, fences, read, sections, table_keys

SENTENCES = {
    "xx": ("Ստեփանակերտում և Շուշիում։", ["p-0001", "p-0002"]),
    "en": ("Talks in Khankendi and Shushi's suburbs.", ["p-0001", "p-0002"]),
    "az": ("Xankəndidə görüş oldu, Şuşada yox.", ["p-0001", "p-0002"]),
    "hy": ("Ստեփանակերտում հանդիպում եղավ։ Բերձոր.", ["p-0001", "p-0003"]),
    "ru": ("В Степанакерте и Шуше дождь.", ["p-0001", "p-0002"]),
    "tr": ("Hankendi'de görüşme yapıldı, Laçın'da da.", ["p-0001", "p-0003"]),
    "fa": ("در خان‌کندی و شوشا باران می‌بارد.", ["p-0001", "p-0002"]),
}


def _pipeline(code: str = "xx", **config: Any) -> Language:
    nlp = spacy.blank(code)
    nlp.add_pipe(KEY, config=config)
    return nlp


def _found(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.kb_id_) for span in doc.spans[KEY]]


@pytest.mark.parametrize("lang", SENTENCES)
def test_names_are_found_in_pipelines_of_every_language(lang: str) -> None:
    text, ids = SENTENCES[lang]
    doc = _pipeline(lang)(text)
    assert doc.text == text
    assert [ent.kb_id_ for ent in doc.ents] == ids
    assert [ent.ent_id_ for ent in doc.ents] == ids
    assert [ent.label_ for ent in doc.ents] == ["GPE"] * len(ids)
    for ent in doc.ents:
        mention = ent._.gazetteer
        assert mention["entity"]["id"] == ent.kb_id_
        assert text[mention["start"] : mention["end"]] == mention["surface"]
        assert mention["surface"] in ent.text
        assert {"sense", "score", "candidates"} <= set(mention)


def test_a_pipeline_without_a_language_of_its_own_guesses() -> None:
    doc = _pipeline("xx")("სტეფანაკერტში და შუშაში.")  # there is no blank("ka")
    assert [kb for _, kb in _found(doc)] == ["p-0001", "p-0002"]
    assert _pipeline("xx", lang="ka").get_pipe(KEY).settings.lang == "ka"  # type: ignore[attr-defined]
    assert _pipeline("uk").get_pipe(KEY).settings.lang == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "surface"), [("Բերձոր.", "Բերձոր"), ("სტეფანაკერტში და შუშაში.", "შუშაში")]
)
def test_a_stop_that_no_tokenizer_splits(text: str, surface: str) -> None:
    expanded = _pipeline()(text)
    assert expanded.char_span(text.index(surface), text.index(surface) + len(surface)) is None
    assert expanded.ents[-1].text == f"{surface}."
    assert expanded.ents[-1]._.gazetteer["surface"] == surface
    strict = _pipeline(alignment_mode="strict")(text)
    assert surface not in [ent.text.rstrip(".") for ent in strict.ents]
    assert strict.spans[KEY][-1].text == f"{surface}."
    split = _pipeline(retokenize=True)(text)
    assert split.ents[-1].text == surface
    assert split[-1].text == "."
    assert split.text == text


def test_two_names_in_one_token() -> None:
    text = "Շուշա/Շուշի և Լաչին/Բերձոր։"
    doc = _pipeline(retokenize=True)(text)
    assert [span.text for span in doc.spans[KEY]] == ["Շուշա", "Շուշի", "Լաչին", "Բերձոր"]
    assert [token.text for token in doc][:3] == ["Շուշա", "/", "Շուշի"]
    together = _pipeline()(text)
    assert len(together.spans[KEY]) == 4
    assert len(together.ents) == 2


def test_ents_of_others_are_kept_or_overwritten() -> None:
    def with_theirs(ents: str) -> list[tuple[str, str]]:
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("entity_ruler")
        patterns = [
            {"label": "MINE", "pattern": "the Lachin corridor"},
            {"label": "MINE", "pattern": "rain"},
        ]
        ruler.add_patterns(patterns)  # type: ignore[attr-defined]
        nlp.add_pipe(KEY, config={"ents": ents})
        doc = nlp("Shushi and the Lachin corridor in rain")
        assert len(doc.spans[KEY]) == 2
        return [(ent.text, ent.label_) for ent in doc.ents]

    theirs = [("the Lachin corridor", "MINE"), ("rain", "MINE")]
    assert with_theirs("none") == theirs
    assert with_theirs("keep") == [("Shushi", "GPE"), *theirs]
    ours = [("Shushi", "GPE"), ("Lachin corridor", "LOC"), ("rain", "MINE")]
    assert with_theirs("overwrite") == ours


def test_labels() -> None:
    assert set(ONTONOTES) == {*PLACE_KINDS, *ACTOR_KINDS, *TERM_KINDS}
    text = "Ilham Aliyev met Armenpress in Baku near the Lachin corridor."
    labels = [ent.label_ for ent in _pipeline("en")(text).ents]
    assert labels == ["PERSON", "ORG", "GPE", "LOC"]
    kinds = [ent.label_ for ent in _pipeline("en", labels="kind")(text).ents]
    assert kinds == ["PERSON", "MEDIUM", "SETTLEMENT", "ROUTE"]
    doc = _pipeline("ru", adjectives=True)("Шушинский музей открыт.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Шушинский", "NORP")]


def test_options_reach_the_annotation() -> None:
    doc = _pipeline("en", nested=True, spans_key="sc")("The Lachin corridor is closed.")
    assert [span.text for span in doc.spans["sc"]] == ["Lachin corridor", "Lachin"]
    assert [ent.text for ent in doc.ents] == ["Lachin corridor"]
    doc = _pipeline("en", perspective="am", label_lang="ru")("Talks in Khankendi went on.")
    assert doc.ents[0]._.gazetteer["entity"]["label"] == "Степанакерт"
    sense = _pipeline("en")("Baku denied it.").ents[0]._.gazetteer
    assert sense["sense"] == "government"
    assert sense["metonym_for"]["id"] == "a-0119"


OFFICE = "The Prime Minister of Armenia said so in Yerevan."


def _holder(doc: Doc) -> str:
    (holder,) = [e._.gazetteer["entity"]["label"] for e in doc.ents if e.label_ == "PERSON"]
    return str(holder)


def test_the_day_of_a_document() -> None:
    nlp = _pipeline("en", offices=True, date="2010-05-05")
    assert _holder(nlp(OFFICE)) == "Tigran Sargsyan"
    doc = nlp.make_doc(OFFICE)
    doc._.date = "2020-05-05T10:00:00Z"
    assert _holder(nlp(doc)) == "Nikol Pashinyan"
    doc = nlp.make_doc(OFFICE)
    doc._.date = date(2020, 5, 5)
    assert _holder(nlp(doc)) == "Nikol Pashinyan"
    texts = [(OFFICE, {"date": "2020-05", "id": 1}), (OFFICE, {"id": 2}), (OFFICE, None)]
    docs = list(nlp.pipe(texts, as_tuples=True))
    assert [_holder(doc) for doc, _ in docs] == ["Nikol Pashinyan", *["Tigran Sargsyan"] * 2]
    assert [context for _, context in docs] == [context for _, context in texts]
    with pytest.raises(ValueError, match="is not a date"):
        _pipeline("en", date="yesterday")


def test_the_language_of_a_document() -> None:
    nlp = _pipeline("xx")
    texts = [("Şuşa'da", {"lang": "tr"}), ("Şuşada", {"lang": "az"})]
    for doc, _ in nlp.pipe(texts, as_tuples=True):
        assert [kb for _, kb in _found(doc)] == ["p-0002"]


@pytest.mark.parametrize("processes", [1, 2])
def test_batches_and_processes(processes: int) -> None:
    nlp = _pipeline("en", nested=True)
    texts = [f"{n}: Talks in Khankendi; the Lachin corridor is closed." for n in range(30)]
    docs = list(nlp.pipe(texts, batch_size=7, n_process=processes))
    assert [doc.text for doc in docs] == texts
    for doc in docs:
        assert [kb for _, kb in _found(doc)] == ["p-0001", "p-0076", "p-0003"]
        assert doc.ents[0]._.gazetteer["entity"]["label"] == "Khankendi / Stepanakert"


def test_a_pipeline_is_saved_and_loaded(tmp_path: Path, gazetteer: Gazetteer) -> None:
    nlp = _pipeline("en", nested=True, labels="kind")
    text = "The Lachin corridor is closed."
    nlp.to_disk(tmp_path / "pipeline")
    loaded = (
        spacy.load(tmp_path / "pipeline"),
        spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes()),
        pickle.loads(pickle.dumps(nlp)),
    )
    for other in loaded:
        assert _found(other(text)) == _found(nlp(text))
        component = other.get_pipe(KEY)
        assert isinstance(component, GazetteerComponent)
        assert component.settings == nlp.get_pipe(KEY).settings  # type: ignore[attr-defined]
    component = loaded[0].get_pipe(KEY)
    assert isinstance(component, GazetteerComponent)
    assert component.made_with["digest"] == gazetteer.store.digest


def test_documents_are_saved_with_their_mentions(gazetteer: Gazetteer) -> None:
    nlp = _pipeline("en")
    doc = nlp("Talks in Khankendi went on.")
    (again,) = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    kept, given = again.ents[0]._.gazetteer, doc.ents[0]._.gazetteer
    assert kept["entity"] == given["entity"]
    assert (kept["surface"], kept["start"]) == ("Khankendi", 9)
    assert again.ents[0].kb_id_ == "p-0001"
    assert again[0:1]._.gazetteer is None
    assert Span.has_extension(KEY)


def test_another_dataset(sample_artefact: Path) -> None:
    nlp = _pipeline("en", artefact=str(sample_artefact))
    assert [kb for _, kb in _found(nlp("Shushi"))] == ["p-0002"]
    assert nlp.get_pipe(KEY).core.store.path == sample_artefact  # type: ignore[attr-defined]


def test_what_a_pipeline_is_told() -> None:
    meta = spacy.blank("en").get_factory_meta(KEY)
    assert {"doc.ents", "doc.spans"} <= set(meta.assigns)
    described = sections("docs/spacy.md")["Configuration"]
    assert table_keys(described) == set(meta.default_config)
    assert {f"`{label}`" for label in ONTONOTES.values()} <= set(read("docs/spacy.md").split())


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "🙂 Shushi\u200b", "Ste\u00adpanakert", "<b>Shushi</b>"]
)
@pytest.mark.parametrize("retokenize", [False, True])
def test_strange_texts(text: str, retokenize: bool) -> None:
    doc = _pipeline("en", retokenize=retokenize)(text)
    assert doc.text == text
    assert len(doc.ents) == len(doc.spans[KEY])


def test_a_text_that_is_too_long() -> None:
    nlp = _pipeline("en")
    nlp.max_length = 2_000_000
    with pytest.raises(QueryError, match="code points"):
        nlp("a " * 500_001)


def test_the_example_of_the_page() -> None:
    (shown,) = fences(read("docs/spacy.md"), "python")
    *lines, ents, sense = shown.strip().splitlines()
    names: dict[str, Any] = {}
    exec("\n".join(lines), names)
    for line in (ents, sense):
        expression, _, result = line.partition("#")
        assert eval(expression, names) == eval(result)


def test_the_entry_point_leads_here() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    module, _, name = project["entry-points"]["spacy_factories"][KEY].partition(":")
    assert callable(getattr(importlib.import_module(module), name))


def test_spacy_finds_the_component_by_itself() -> None:
    installed = Path(str(distribution("gazetteer").locate_file("")))
    stated = distribution("gazetteer").read_text("direct_url.json") or ""
    if installed != ROOT and ROOT.as_uri() not in stated:
        pytest.skip("another tree than this is installed here")
    code = "import spacy; print(spacy.blank('xx').add_pipe('gazetteer').name)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == KEY
