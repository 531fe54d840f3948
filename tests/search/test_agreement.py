"""The engine's first ten beside those of Whoosh, which ranks the same passages by BM25F on the same analysis.

Where they differ, that is on purpose, and a test says why: impacts have eight levels, a result has to hold
a share of what the best one holds, long queries are answered within a budget of bytes. Documents by their
number, phrases in quotes, and documents no longer in force are other rules than BM25F, and are held by
``test_searcher`` and ``test_searcher_answers``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from random import Random
from statistics import mean

import pytest

from congtinh.search.building import build_index
from congtinh.search.passages import passages_of
from congtinh.search.records import SearchRecord
from congtinh.search.rows import field_texts
from congtinh.search.tokens import raw_tokens
from congtinh.search.weights import LEVELS
from congtinh.text.fold import fold
from tests.search.analysis_cases import DATA, NO_DATA
from tests.search.engine import Engine, needs_node
from tests.search.index_reader import IndexReader
from tests.search.index_records import data_records, own_records
from tests.search.oracle import SEPARATOR, Oracle

pytestmark = needs_node
SHARE, SHARE_OF_FEW, FEW = 0.5, 0.66, 6
"""What of the best result's words a result holds, for many terms and for few (``searcher.js``)."""


def of_the_site() -> list[SearchRecord]:
    return [record for record in own_records() if record.language == "vi"]


def collected() -> list[SearchRecord]:
    """Documents, articles, news and gazette records, some of each."""
    kinds = {"documents": 60, "articles": 40, "news_vi": 4, "gazette": 10, "procedures": 5}
    return list(chain.from_iterable(data_records(name, step) for name, step in kinds.items()))


class Both:
    """The same records in the engine and in the oracle."""

    def __init__(self, records: list[SearchRecord], engine: Engine, folder: Path) -> None:
        build_index(records, folder)
        self.records = records
        self.engine = engine.open(folder)
        reader = IndexReader(folder)
        (segment,) = reader.segments("vi")
        self._first = {key: ids[0] for key, ids in reader.documents(segment).items()}

    @cached_property
    def oracle(self) -> Oracle:
        return Oracle(self._passages(), "vi")

    def _passages(self) -> Iterator[tuple[str, str]]:
        """Record and text of each passage in the order of ids, which decides between those alike."""
        for record in sorted(self.records, key=lambda record: self._first[record.id]):
            for passage in passages_of(record.body, record.anchors):
                yield record.id, SEPARATOR.join((passage.text, *field_texts(record)))

    def queries(self, count: int, fewest: int = 1, most: int = 10) -> list[str]:
        """Runs of so many words from titles and names, some of them without marks."""
        random, found = Random(count), dict[str, None]()
        titles = sorted(
            {title for record in self.records for title in (record.title, *record.names)}
        )
        while len(found) < count:
            words, length = raw_tokens(random.choice(titles)), random.randint(fewest, most)
            at = random.randint(0, max(0, len(words) - length))
            run = words[at : at + length]
            if len(run) == length and all(word and not any(map(str.isdigit, word)) for word in run):
                found[fold(" ".join(run)) if len(found) % 3 == 0 else " ".join(run)] = None
        return list(found)

    def overlap(self, query: str, oracle: Callable[[str], list[str]]) -> float:
        """The share of the engine's first ten that the oracle has among its first of as many."""
        own = self.engine.ids(query)
        assert own, query
        return len(set(own) & set(oracle(query)[: len(own)])) / len(own)

    def exactly(self, query: str) -> list[str]:
        return list(self.oracle.scored(self.oracle.terms(query)))

    def in_levels(self, query: str) -> list[str]:
        return list(self.oracle.scored(self.oracle.terms(query), LEVELS))

    def with_shares(self, query: str) -> list[str]:
        """In levels, and of those alone that hold their share of the query."""
        terms = self.oracle.terms(query)
        pairs = [term for term in terms if term.fieldname.endswith("pairs")] or terms
        held = self.oracle.scored(pairs, levels=1)
        least = max(held.values()) * (SHARE if len(terms) > FEW else SHARE_OF_FEW)
        return [record for record in self.in_levels(query) if held.get(record, 0) >= least - 1e-9]


@pytest.fixture(scope="module", params=["site", "collected"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    if request.param == "collected" and not DATA.is_dir():
        pytest.skip(NO_DATA)
    engine = Engine()
    records = of_the_site() if request.param == "site" else collected()
    made = Both(records, engine, tmp_path_factory.mktemp("both"))
    yield made
    made.oracle.close()
    engine.close()


def test_the_first_ten_of_titles(both: Both) -> None:
    """Runs of three to eight words of titles: nine of ten and more are those of BM25F itself."""
    queries = both.queries(100, 3, 8)
    assert mean(both.overlap(query, both.exactly) for query in queries) >= 0.9


def test_the_first_ten_in_levels(both: Both) -> None:
    """Of any length: nearly all, where the oracle too knows a frequency in eight levels alone."""
    queries = both.queries(60)
    assert mean(both.overlap(query, both.in_levels) for query in queries) >= 0.95


def test_words_in_many_documents(both: Both) -> None:
    """For one or two words that stand in many documents the levels alone make the difference.

    An impact is three bits of a posting, so that documents which BM25F tells apart by little are alike
    to the engine; of those it takes the first. To the oracle in levels the same ones are the best.
    """
    queries = both.queries(40, 1, 2)
    exactly, in_levels = (
        mean(both.overlap(query, ranked) for query in queries)
        for ranked in (both.exactly, both.in_levels)
    )
    assert exactly < in_levels
    assert in_levels >= 0.98


def test_results_hold_a_share_of_the_query(both: Both) -> None:
    """A document that has a few of many words, however often, is no result; BM25F lists it all the same.

    With that rule the oracle in levels has the same results, and no others in the same places.
    """
    queries = both.queries(60, 5, 10)
    assert mean(both.overlap(query, both.with_shares) for query in queries) >= 0.99
    for query in queries:
        answer = both.engine.search(query, limit=1)
        assert answer["total"] <= len(both.in_levels(query))


@pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)
def test_questions(both: Both) -> None:
    """Whole questions: the share decides most, and a budget of bytes leaves out the commonest of their terms."""
    with gzip.open(DATA / "queries.jsonl.gz", "rt", encoding="utf-8") as lines:
        questions = [json.loads(line)["query"] for line in islice(lines, 0, None, 5)]
    asked = [question for question in questions if both.engine.ids(question)]
    assert mean(both.overlap(question, both.with_shares) for question in asked) >= 0.95


def test_numbers_come_first(both: Both) -> None:
    """A document's own number is no word that counts by its rarity: what bears it stands before what cites it."""
    numbered = [record for record in both.records if record.number and record.issued]
    asked = Random(4).sample(numbered, 15)
    for record in asked:
        hits = both.engine.search(record.number)["hits"]
        bearing = {hit["id"] for hit in hits if hit["exact"]}
        assert record.id in bearing, record.number
        assert [hit["exact"] for hit in hits] == sorted(
            (hit["exact"] for hit in hits), reverse=True
        )


def test_phrases_narrow(both: Both) -> None:
    """A phrase in quotes leaves of the same results those that have the words side by side."""
    texts = {record.id: _words(record) for record in both.records}
    for query in both.queries(15, 3, 4):
        phrase, words = both.engine.found(f'"{query}"'), both.engine.found(query)
        assert phrase <= words
        assert all(f" {fold(query)} " in texts[record] for record in phrase)


def _words(record: SearchRecord) -> str:
    """The words of a record without marks, with ``/`` where a piece ends."""
    text = "\n".join((record.title, record.body, *record.names, *record.catalogue))
    return f" {' '.join(fold(raw) or '/' for raw in raw_tokens(text))} "
