"""The postings of many documents at once are those of each document by itself, however they are gathered."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.search import forms, postings
from congtinh.search.bulk import units_of
from congtinh.search.passages import passages_of
from congtinh.search.postings import Postings
from congtinh.search.records import SearchRecord
from congtinh.search.rows import Rows, rows_of
from congtinh.search.shards import TermKeys, unit_of
from congtinh.search.weights import FIELDS
from tests.search.analysis_cases import DATA, NO_DATA
from tests.search.index_reader import terms_in
from tests.search.index_records import data_records, drawn_records, own_records

Found = dict[str, list[tuple[int, int]]]
KEYS = TermKeys()


def at_once(records: list[SearchRecord], firsts: list[int]) -> tuple[Found, bytes]:
    """What ``Postings`` gives, by term in order; and its units in bytes."""
    gathered = Postings(records[0].language if records else "vi")
    for record in records:
        gathered.add(record, passages_of(record.body, record.anchors))
    found: Found = {}
    data = b""
    for part in gathered.parts(firsts):
        at = 0
        for term, df in zip(part.terms, part.df, strict=True):
            assert term not in found
            ids, impacts = part.ids[at : at + df].tolist(), part.impacts[at : at + df].tolist()
            found[term] = list(zip(ids, impacts, strict=True))
            at += df
        assert at == len(part.ids)
        data += b"".join(unit.data for unit in units_of(part))
    return found, data


def one_by_one(records: list[SearchRecord], firsts: list[int]) -> Found:
    """The same from ``rows_of``, in the order of keys, then forms."""
    rows: Rows = {}
    for record, first in zip(records, firsts, strict=True):
        own = rows_of(record, passages_of(record.body, record.anchors))
        rows |= {(term, first + place): impact for (term, place), impact in own.items()}
    found: Found = {}
    for term, number in sorted(rows, key=lambda row: (KEYS[row[0]], row[0], row[1])):
        found.setdefault(term, []).append((number, rows[term, number]))
    return found


def firsts_of(records: Iterable[SearchRecord]) -> list[int]:
    """First ids, the highest for the document that comes first, with gaps of one between."""
    counts = [len(passages_of(record.body, record.anchors)) + 1 for record in records]
    return [sum(counts[place + 1 :]) for place in range(len(counts))]


def same_both_ways(records: list[SearchRecord]) -> None:
    firsts = firsts_of(records)
    found, data = at_once(records, firsts)
    plain = one_by_one(records, firsts)
    assert list(found.items()) == list(plain.items())
    assert data == b"".join(unit_of(term, KEYS[term], plain[term]).data for term in plain)
    assert terms_in(data) == plain


@settings(max_examples=60)
@given(
    records=drawn_records(6),
    run=st.sampled_from([1, 40, 1_000_000]),
    part=st.sampled_from([1, 30, 1_000_000]),
)
def test_drawn_text(records: list[SearchRecord], run: int, part: int) -> None:
    """On drawn text the fast way gives what the plain one gives, in runs and parts of any size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "RUN_TOKENS", run)
        patch.setattr(postings, "PART", part)
        same_both_ways(records)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_text_of_the_site(language: str) -> None:
    """On the texts of the demonstration site too, in both languages."""
    same_both_ways([record for record in own_records() if record.language == language])


@pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_collected_text(language: str) -> None:
    """On a part of every kind of the collected records."""
    kinds = {"vi": ["articles", "documents", "gazette", "news_vi", "procedures"], "en": ["news_en"]}
    parts = (islice(data_records(name, 60), 10) for name in kinds[language])
    same_both_ways(list(chain.from_iterable(parts)))


def test_runs_lie_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens are held up to the limit, then written down; at the end nothing is left on the disk."""
    monkeypatch.setattr(postings, "RUN_TOKENS", 500)
    gathered = Postings("vi", tmp_path)
    records = [record for record in own_records() if record.language == "vi"]
    for record in records:
        gathered.add(record, passages_of(record.body))
        assert gathered._tokens < 500
    assert len(list(tmp_path.rglob("*.npy"))) > 20
    assert sum(len(part.ids) for part in gathered.parts(firsts_of(records))) > 10_000
    assert not list(tmp_path.iterdir())


def test_a_word_weighs_what_bm25f_gives_it() -> None:
    """Fields are added up by weight, then saturated once; in a field of its usual length a word counts in full."""

    def words(length: float, *first: str) -> str:
        return " ".join([*first, *(f"x{place}" for place in range(int(length) - len(first)))])

    def impact(body: str, catalogue: str, title: str) -> int:
        record = SearchRecord("a", "vi", title, body, catalogue=(catalogue,))
        return rows_of(record, passages_of(body))["đất", 0]

    def level(weighted: float) -> int:
        return int(8 * weighted / (weighted + 1))

    body, catalogue, title = (words(field.usual) for field in FIELDS)
    in_body, in_catalogue, in_title = (words(field.usual, "đất") for field in FIELDS)
    one, two, three = (field.boost for field in FIELDS)
    assert impact(in_body, catalogue, title) == level(one)
    assert impact(words(FIELDS[0].usual, "đất", "đất"), catalogue, title) == level(2 * one)
    assert impact(body, in_catalogue, title) == level(two)
    assert impact(body, catalogue, in_title) == level(three)
    assert impact(in_body, in_catalogue, in_title) == level(one + two + three)
    assert impact(words(FIELDS[0].usual / 2, "đất"), catalogue, title) == level(
        one / (1 - FIELDS[0].norm / 2)
    )


def test_more_forms_than_can_be_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language with too many words is refused, rather than indexed wrongly."""
    monkeypatch.setattr(forms, "MOST_FORMS", 10)
    gathered = Postings("vi")
    with pytest.raises(ValueError, match="more than 10 forms"):
        gathered.add(
            SearchRecord("a", "vi", " ".join(f"x{place}" for place in range(20)), ""),
            passages_of(""),
        )
    list(gathered.parts([]))


def test_more_passages_than_can_be_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    """So are too many passages."""
    monkeypatch.setattr(postings, "PASSAGE_BITS", 1)
    gathered = Postings("vi")
    for key in "ab":
        gathered.add(SearchRecord(key, "vi", "đất", ""), passages_of(""))
    with pytest.raises(ValueError, match="more than 2 passages"):
        gathered.add(SearchRecord("c", "vi", "đất", ""), passages_of(""))
    list(gathered.parts([0, 1]))
