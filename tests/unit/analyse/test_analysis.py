"""The analysis as a value: the same for the same document, whole, in order, and fit to be sent to another process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from briefing.analyse import analyse, settle
from briefing.model.document import Block, Document
from briefing.model.findings import Analysis
from tests.unit.analyse.specimen import lexicon, read_specimen

FOLDER = Path(__file__).parent / "phenomena"
SPECIMENS = sorted(FOLDER.glob("*.txt"))


def document_of(name: str) -> Document:
    return read_specimen(FOLDER / f"{name}.txt").document


@pytest.fixture(scope="module")
def analyses() -> list[tuple[Document, Analysis]]:
    documents = [read_specimen(path).document for path in SPECIMENS[::4]]
    return [(d, analyse(d, lexicon())) for d in documents]


def test_the_same_document_gives_the_same_analysis(analyses: list[tuple[Document, Analysis]]) -> None:
    for document, analysis in analyses:
        assert analyse(document, lexicon()) == analysis


def test_an_analysis_and_the_lexicon_can_be_pickled(analyses: list[tuple[Document, Analysis]]) -> None:
    assert pickle.loads(pickle.dumps(analyses)) == analyses
    assert pickle.loads(pickle.dumps(lexicon())).actors == lexicon().actors


def test_statements_are_sentences_of_the_body_in_order(analyses: list[tuple[Document, Analysis]]) -> None:
    for document, analysis in analyses:
        bodies = [(b.start, b.end) for b in document.body()]
        for statement in analysis.statements:
            sentence = analysis.sentences[statement.sentence]
            assert statement.extent == (sentence.start, sentence.end)
            assert any(start <= sentence.start and sentence.end <= end for start, end in bodies)
        assert [s.extent for s in analysis.statements] == sorted(s.extent for s in analysis.statements)
        assert {s.sentence for s in analysis.statements} == set(range(len(analysis.sentences)))


def test_quotes_point_to_a_statement_of_their_sentences(analyses: list[tuple[Document, Analysis]]) -> None:
    for _, analysis in analyses:
        for quote in analysis.quotes:
            start, end = analysis.statements[quote.statement].extent
            assert quote.context[0] <= start
            assert end <= quote.context[1]


def test_an_empty_document_has_nothing_to_say() -> None:
    empty = Document(id="0", path="empty.txt", sha256="0" * 64, media_type="text/plain", text="", blocks=())
    analysis = analyse(empty, lexicon())
    assert (analysis.statements, analysis.quotes, analysis.actors, analysis.dates) == ((), (), (), ())


def test_documents_together_know_the_state_of_a_bare_name() -> None:
    told = analyse(document_of("02_leader_for_state"), lexicon())
    open_ = analyse(plain("Rosa Quispe said the mines were safe."), lexicon())
    assert [s.holder and s.holder.actor for s in open_.statements] == [None]
    assert [s.holder and s.holder.actor for s in settle([told, open_])[1].statements] == ["PE"]
    assert settle([open_]) == (open_,)


def test_an_office_with_its_state_counts_before_a_guessed_one() -> None:
    told = analyse(plain("Peruvian President Rosa Quispe said the mines were safe."), lexicon())
    text = "Chile closed the pass. Chile sent a ship. President Rosa Quispe said the mines were safe. Chile was glad."
    guessed = analyse(plain(text), lexicon())
    assert [s.holder.actor for s in guessed.statements if s.holder] == ["CL"]
    assert [s.holder.actor for s in settle([guessed, told])[0].statements if s.holder] == ["PE"]


def plain(text: str) -> Document:
    block = Block(kind="paragraph", start=0, end=len(text))
    return Document(id="1", path="plain.txt", sha256="1" * 64, media_type="text/plain", text=text, blocks=(block,))
