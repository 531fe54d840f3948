"""The Whoosh analyzer, and the fast way of the index builder beside it."""

from __future__ import annotations

import pickle
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.query import Phrase

from congtinh.search.analyzer import analyzer
from congtinh.search.terms import analyse
from congtinh.search.tokens import BREAK, raw_tokens
from congtinh.text.normal import nfc
from tests.search.analysis_cases import DATA, NO_DATA, texts


def fast(text: str, language: str) -> list[str]:
    """Keys and pairs as a builder makes them: each raw token analysed by itself."""
    terms, last = [], ""
    for raw in raw_tokens(text):
        key = "" if raw == BREAK else analyse(raw, language).key
        if last and key:
            terms.append(f"{last} {key}")
        if key:
            terms.append(key)
        last = key
    return terms


@pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)
def test_the_fast_way_is_the_analyzer() -> None:
    """On real text both give the same terms in the same order."""
    for text, language in islice(texts(), 0, None, 60):
        assert fast(text, language) == [token.text for token in analyzer(language)(text)]


@given(st.text(st.sampled_from("aĐệB12./-&' \n,(“\u0323")))
def test_positions_and_places(text: str) -> None:
    """A pair stands at its first word; words next to each other follow; places hold the words."""
    composed = nfc(text)
    at: dict[int, str] = {}
    for token in analyzer("vi")(text, positions=True, chars=True):
        if " " not in token.text:
            at[token.pos] = token.text
            assert analyse(composed[token.startchar : token.endchar], "vi").key == token.text
        else:
            first, _, second = token.text.partition(" ")
            assert at[token.pos] == first
            assert composed[token.startchar : token.endchar].startswith(composed[token.startchar])
            at[token.pos + 1] = second
    assert list(at.values()) == [key for key in fast(text, "vi") if " " not in key]


def test_phrases_do_not_run_across_breaks() -> None:
    """In a Whoosh index “nghị định” is found side by side, not with a full stop between."""
    schema = Schema(text=TEXT(analyzer("vi", pairs=False), stored=True))
    index = RamStorage().create_index(schema)
    writer = index.writer()
    writer.add_document(text="Nghị định số 43")
    writer.add_document(text="Hội nghị. Định kỳ")
    writer.commit()
    with index.searcher() as searcher:
        hits = searcher.search(Phrase("text", ["nghi", "dinh"]))
        assert [hit["text"] for hit in hits] == ["Nghị định số 43"]


def test_an_analyzer_can_be_stored_and_compared() -> None:
    """Whoosh keeps the schema with its index, and asks whether analyzers are the same."""
    assert pickle.loads(pickle.dumps(analyzer("vi"))) == analyzer("vi")
    assert analyzer("vi") != analyzer("en")
    assert analyzer("vi") != analyzer("vi", pairs=False)


def test_a_term_that_is_not_to_be_cut() -> None:
    """What Whoosh asks for as one term, the start of a wildcard or range, has its key."""
    assert [token.text for token in analyzer("vi")("Quyết", tokenize=False)] == ["quyet"]
