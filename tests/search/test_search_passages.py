"""Bodies cut into passages: every word stays, in order; none is too long; articles begin their own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.passages import FEWEST_WORDS, MOST_WORDS, Passage, passages_of
from tests.search.analysis_cases import DATA, NO_DATA
from tests.search.index_records import data_records

_WORD = st.sampled_from(["một", "hai.", "ba;", "bốn:", "Điều 5.", "Chương II", "Article 3", "x"])
LINES = st.tuples(_WORD, st.integers(0, 900)).map(lambda drawn: " ".join([drawn[0]] * drawn[1]))
BODIES = st.lists(LINES, max_size=30).map("\n".join)


@given(BODIES)
def test_every_word_stays(body: str) -> None:
    """The words of the passages are those of the body, in order."""
    passages = passages_of(body)
    assert " ".join(passage.text for passage in passages).split() == body.split()


@given(BODIES)
def test_no_passage_is_too_long(body: str) -> None:
    """However long a line or a sentence is, no passage has more words than the most."""
    assert all(len(passage.text.split()) <= MOST_WORDS for passage in passages_of(body))


@given(
    st.lists(
        st.sampled_from(["Điều 1. Phạm vi", "từ " * 30 + "cuối", "hết"]), min_size=1, max_size=40
    )
)
def test_lines_stay_whole(lines: list[str]) -> None:
    """Lines that fit into a passage are not cut."""
    passages = passages_of("\n".join(lines))
    assert [line for passage in passages for line in passage.text.split("\n")] == lines


def test_articles() -> None:
    """An article begins a passage, but where what stands before it is too short for one."""
    long, short = "chữ " * FEWEST_WORDS + "hết", "chữ"
    body = "\n".join(
        ["Chương I", "Điều 1. A", long, "Điều 2. B", short, "Điều 3. C", long, "Điều 4. D", long]
    )
    assert [passage.text.split("\n")[0] for passage in passages_of(body)] == [
        "Chương I",
        "Điều 2. B",
        "Điều 4. D",
    ]


def test_anchors() -> None:
    """A passage has the anchor of the heading that it begins with, or of the one it goes on from."""
    long = "chữ " * 300
    body = "\n".join(["Mở đầu", long, "Phần một", long, long, "Phần hai", long, "Phần một", long])
    anchors = (("Phần một", "mot"), ("Phần hai", "hai"), ("Phần một", "mot-2"))
    found = [passage.anchor for passage in passages_of(body, anchors)]
    assert found == ["", "mot", "mot", "hai", "mot-2"]


def test_a_heading_that_is_not_there_is_no_fault() -> None:
    """Where the text has not the awaited heading, passages have no anchors."""
    assert {passage.anchor for passage in passages_of("a\nb", (("c", "c"), ("b", "b")))} == {""}


def test_the_last_two_are_balanced() -> None:
    """An article a little too long is cut in the middle, rather than into a long and a tiny piece."""
    lines = ["Điều 1. A", *["chữ " * 39 + "hết"] * 10]
    one, two = passages_of("\n".join(lines))
    assert abs(len(one.text) - len(two.text)) < 200


@pytest.mark.parametrize("body", ["", "\n", " \n\t\n"])
def test_no_text(body: str) -> None:
    """A document without a text has one passage, so that its title is found."""
    assert passages_of(body) == [Passage("")]


@pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)
def test_real_documents() -> None:
    """Passages of real documents: every word stays, and few are short or cut within a line."""
    sizes = []
    for record in data_records("documents", 10):
        passages = passages_of(record.body)
        assert " ".join(passage.text for passage in passages).split() == record.body.split()
        own = [len(passage.text.split()) for passage in passages]
        assert max(own) <= MOST_WORDS
        sizes += own[:-1]
    assert sum(size < FEWEST_WORDS for size in sizes) < len(sizes) / 50
    assert len(list(pairwise(sizes))) > 500
