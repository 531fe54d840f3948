"""The analysis in Python and in JavaScript give the same, on the table, on all real text, on odd text."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.english import stem
from congtinh.search.numbers import read_numbers, tidy
from congtinh.search.terms import analyse
from congtinh.search.tokens import raw_tokens, spans
from congtinh.search.typing import decoded
from congtinh.text.normal import nfc
from congtinh.text.syllables import is_syllable
from tests.search.analysis_cases import DATA, NO_DATA, real_tokens, records, texts
from tests.search.keyboards import telex, vni

PROJECT = Path(__file__).resolve().parents[2]
NODE = shutil.which("node")
_SIGNS = "aeioươyđĐÐệỷhkqgntKCNP0129./-–‑&'’ \n,(“:%_*\u00ad\u200b\u0323\u0301²Ａﬁ①𝐓😀"
_AT_ONCE = 500
ODD = st.text(st.sampled_from(_SIGNS) | st.characters(max_codepoint=0x5FF))
"""Beyond U+05FF the versions of Unicode that Python and node know differ."""
QUERIES = st.lists(
    st.sampled_from(
        ["nghị định", "nd", "số", "năm", "43", "2011", "97", "/", "-", " ", "NĐ-CP", "13/6", ".", "1.013126",
         "TT-BTC", "luật", "kế hoạch", "a", "ế", "\u200b", "%", "QH12", "ngày", "&", "#", "ttlb", "\u2028", "_"]
    )
).map("".join)  # fmt: skip
ONSETS = "| ngh ng nh n gh gi g kh k ch c ph p th tr t qu đ d b h l m r s v x q gn w".replace(
    "|", ""
).split(" ")
VOWELS = ["".join(each) for each in product("aăâeêioôơuưy", ["", *"aăâeêioôơuy"], ["", *"aeêuiy"])]
CODAS = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "k"]
SIGNS = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"]
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)
pytestmark = pytest.mark.skipif(NODE is None, reason="node is not installed")


class Twin:
    """The JavaScript analysis in a process of its own."""

    def __init__(self) -> None:
        assert NODE
        self._process = subprocess.Popen(
            [NODE, "tests/js/analysis-twin.mjs"], cwd=PROJECT,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip

    def ask_all(self, name: str, rows: Sequence[tuple[object, ...]]) -> list[Any]:
        """What the function ``name`` gives for each row of arguments."""
        asked, told = self._process.stdin, self._process.stdout
        assert asked and told
        answers: list[Any] = []
        for start in range(0, len(rows), _AT_ONCE):
            asked.write(json.dumps([name, rows[start : start + _AT_ONCE]]) + "\n")
            asked.flush()
            answers += json.loads(told.readline())
        return answers

    def ask(self, name: str, *given: object) -> Any:
        return self.ask_all(name, [given])[0]

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def twin() -> Iterator[Twin]:
    started = Twin()
    yield started
    started.close()


def in_units(text: str, place: int) -> int:
    """A place in characters as one in the units of JavaScript's strings."""
    return len(text[:place].encode("utf-16-le")) // 2


def same_cut(twin: Twin, text: str) -> None:
    composed = nfc(text)
    assert twin.ask("tokens", text) == raw_tokens(text)
    places = [[in_units(composed, one) for one in place] for place in spans(text)]
    assert twin.ask("spans", text) == places


def same_terms(twin: Twin, raw: str) -> None:
    for language in ("vi", "en"):
        assert twin.ask("term", raw, language) == list(analyse(raw, language))
    assert twin.ask("decoded", raw) == decoded(raw)


def same_numbers(twin: Twin, query: str) -> None:
    text = tidy(query)
    own = [
        [in_units(text, start), in_units(text, end), *rest]
        for start, end, *rest in read_numbers(query)
    ]
    assert twin.ask("numbers", query) == own


def test_the_table_of_cases_in_javascript() -> None:
    """The twin keeps every case of the table (tests/js)."""
    assert NODE
    command = [NODE, "--test", "tests/js/analysis.test.mjs"]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


@given(text=ODD)
def test_odd_text(twin: Twin, text: str) -> None:
    """Text of any signs is cut alike, its tokens have the same terms, its numbers are the same."""
    same_cut(twin, text)
    same_numbers(twin, text)
    for raw in filter(None, raw_tokens(text)):
        same_terms(twin, raw)


@given(query=QUERIES)
def test_odd_queries(twin: Twin, query: str) -> None:
    """Pieces of numbers in any order are read alike."""
    same_numbers(twin, query)


@given(raw=st.text(st.sampled_from("abcdeghikmnopqrstuvxywfj0123456789"), max_size=9))
def test_odd_typing(twin: Twin, raw: str) -> None:
    """Keys in any order are decoded alike."""
    assert twin.ask("decoded", raw) == decoded(raw)


@given(
    word=st.text(st.sampled_from("aeioubdnsrtyhcxzgil"), max_size=9),
    ending=st.sampled_from(["", "s", "es", "ed", "ing", "ies", "ied", "eed"]),
)
def test_odd_english(twin: Twin, word: str, ending: str) -> None:
    """Words that are none have the same stem."""
    assert twin.ask("stem", word + ending) == stem(word + ending)


def test_syllables(twin: Twin) -> None:
    """Of all onsets, and of all vowels, tones and codas, both know the same syllables."""
    letters = [*product(ONSETS, ("a", "iê", "y", "uô", "oe", ""), SIGNS[:2], CODAS)]
    letters += product(("", "g"), VOWELS, SIGNS, CODAS)
    words = [nfc("".join(each)) for each in letters]
    known = [is_syllable(word) for word in words]
    assert sum(known) > 2_000
    assert twin.ask_all("syllable", [(word,) for word in words]) == known


@needs_data
def test_all_real_text_is_cut_alike(twin: Twin) -> None:
    """Every text that was collected has the same raw tokens."""
    every = [text for text, _ in texts()]
    assert len(every) > 30_000
    for start in range(0, len(every), _AT_ONCE):
        some = every[start : start + _AT_ONCE]
        answers = twin.ask_all("tokens", [(text,) for text in some])
        assert answers == [raw_tokens(text) for text in some]


@needs_data
def test_all_real_tokens_count_alike(twin: Twin) -> None:
    """Every token that was collected has the same kind, key and form, and decodes alike."""
    tokens = list(real_tokens())
    for token, answer in zip(tokens, twin.ask_all("term", tokens), strict=True):
        assert answer == list(analyse(*token)), token
    raw = [(raw,) for raw, _ in tokens]
    assert twin.ask_all("decoded", raw) == [decoded(one) for (one,) in raw]


@needs_data
def test_all_real_numbers_are_read_alike(twin: Twin) -> None:
    """In titles, numbers and questions the same numbers stand at the same places."""
    queries = [
        text for record in records() for name in ("title", "number", "query")
        if (text := record.get(name)) and text.isprintable() and max(text) < "\U00010000"
    ]  # fmt: skip
    answers = twin.ask_all("numbers", [(query,) for query in queries])
    for query, answer in zip(queries, answers, strict=True):
        assert answer == [list(number) for number in read_numbers(query)], query


@needs_data
def test_all_real_syllables_typed_raw(twin: Twin) -> None:
    """Every marked syllable of the collected text, in every order of keys, is decoded alike."""
    forms = {analyse(*token).form for token in real_tokens()}
    marked = sorted(form for form in forms if is_syllable(form) and not form.isascii())
    keys = [(typed,) for form in marked for typed in (*telex(form), *vni(form))]
    assert twin.ask_all("decoded", keys) == [decoded(typed) for (typed,) in keys]
