"""Text cut into raw tokens."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.tokens import BREAK, raw_tokens, spans
from congtinh.text.normal import nfc
from tests.search.analysis_cases import CASES

TEXT = st.text(
    st.sampled_from("aĐđệơỷBC0129./-–&'’ \n,(“”:;%@_*#\u00ad\u200b\u0323\u0301²—Ð")
    | st.characters()
)


@pytest.mark.parametrize(("text", "tokens"), CASES["tokens"])
def test_the_table_of_cases(text: str, tokens: list[str]) -> None:
    """Each text of the table is cut as it says."""
    assert raw_tokens(text) == tokens


@given(TEXT)
def test_places_hold_what_the_tokens_are(text: str) -> None:
    """``spans`` and ``raw_tokens`` cut alike; a break is an empty place."""
    composed = nfc(text)
    assert [composed[start:end] for start, end in spans(text)] == raw_tokens(text)


@given(TEXT)
def test_composed_and_decomposed_text_are_cut_alike(text: str) -> None:
    """How letters and marks are stored does not show."""
    assert raw_tokens(unicodedata.normalize("NFD", text)) == raw_tokens(nfc(text))


@given(TEXT)
def test_breaks_stand_between_tokens(text: str) -> None:
    """No two breaks follow each other, and no token holds a space or a line's end."""
    tokens = raw_tokens(text)
    assert all(one or other for one, other in pairwise(tokens))
    assert not any(re.search("[ \t\n\r\u00a0]", token) for token in tokens)


@given(
    st.lists(
        st.sampled_from(["nghị", "định", "Sở", "KH&CN", "43/2011/NĐ-CP", "3,5", "12a", "R'lấp"])
    )
)
def test_tokens_joined_by_spaces_are_cut_again(tokens: list[str]) -> None:
    """A space parts tokens and does not break between them."""
    assert raw_tokens(" ".join(tokens)) == tokens
    assert raw_tokens("; ".join(tokens)) == [
        part for token in tokens for part in (BREAK, token)
    ][1:]  # fmt: skip
