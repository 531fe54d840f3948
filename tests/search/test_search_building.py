"""The index as files: everything that was put in reads back, and nothing but the records decides the bytes."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from congtinh.search import postings
from congtinh.search.building import FORMAT, build_index
from congtinh.search.passages import passages_of
from congtinh.search.records import FacetValue, SearchRecord
from congtinh.search.rows import rows_of
from congtinh.search.shards import TermKeys
from congtinh.search.texts import day_number
from congtinh.validity.states import EXPIRED, IN_FORCE
from tests.search.engine import PROJECT
from tests.search.index_reader import IndexReader, files_in
from tests.search.index_records import drawn_records, own_records


@pytest.fixture(scope="module")
def own() -> list[SearchRecord]:
    return own_records()


@pytest.fixture(scope="module")
def built(own: list[SearchRecord], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the demonstration site's texts."""
    folder = tmp_path_factory.mktemp("index")
    build_index(own, folder)
    return folder


def reads_back(records: list[SearchRecord], folder: Path) -> None:
    """The files of a folder hold the rows, texts and facts of the records, and nothing else."""
    reader = IndexReader(folder)
    for language in {record.language for record in records}:
        (segment,) = reader.segments(language)
        ids = reader.documents(segment)
        texts = reader.passages(segment)
        rows: dict[str, list[tuple[int, int]]] = {}
        for record in (one for one in records if one.language == language):
            passages = passages_of(record.body, record.anchors)
            own = ids.pop(record.id)
            assert [texts[number]["t"] for number in own] == [passage.text for passage in passages]
            assert [texts[number].get("a", "") for number in own] == [
                passage.anchor for passage in passages
            ]
            assert own == list(range(own[0], own[0] + len(passages)))
            for (term, place), impact in rows_of(record, passages).items():
                rows.setdefault(term, []).append((own[0] + place, impact))
        assert not ids
        assert reader.terms(segment) == {term: sorted(found) for term, found in rows.items()}
        assert segment["passages"] == len(texts)


def test_what_is_put_in_reads_back(own: list[SearchRecord], built: Path) -> None:
    """Every term, posting and text of the site's index is that of its records, found one by one."""
    reads_back(own, built)


@settings(max_examples=25)
@given(records=drawn_records(5))
def test_drawn_records_read_back(records: list[SearchRecord]) -> None:
    """And so with drawn text: empty texts, odd signs, numbers that are none, long runs of letters."""
    with TemporaryDirectory() as folder:
        build_index(records, Path(folder))
        reads_back(records, Path(folder))


def test_no_order_and_no_size_of_runs_leaves_a_trace(
    own: list[SearchRecord], built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records in another order, with runs spilled to disk after every few documents, give the same bytes."""
    monkeypatch.setattr(postings, "RUN_TOKENS", 3_000)
    monkeypatch.setattr(postings, "PART", 5_000)
    shuffled = own[:]
    Random(2).shuffle(shuffled)
    build_index(shuffled, tmp_path)
    assert files_in(tmp_path) == files_in(built)


def test_what_lay_there_goes(own: list[SearchRecord], built: Path, tmp_path: Path) -> None:
    """An index is built over another one: what was part of that alone is deleted, other files stay."""
    (tmp_path / "sw.js").write_text("", "utf-8")
    build_index([replace(record, title=record.title + " cũ") for record in own], tmp_path)
    build_index(own, tmp_path)
    assert files_in(tmp_path) == files_in(built) | {"sw.js": b""}
    assert not [path for path in tmp_path.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_an_edit_leaves_most_files_as_they_were(
    own: list[SearchRecord], built: Path, tmp_path: Path
) -> None:
    """A sentence in one document: all but a few shards, blocks and texts keep their names and bytes."""
    edited = [
        replace(one, body=one.body + "\nCâu này mới được thêm vào.") if place == 40 else one
        for place, one in enumerate(own)
    ]
    build_index(edited, tmp_path)
    before, after = files_in(built), files_in(tmp_path)
    changed = Counter(address[0] for address in after if before.get(address) != after[address])
    shards = sum(address.startswith("t/") for address in after)
    assert 0 < changed["t"] < min(60, shards / 4)
    texts = sum(address.startswith("x/") for address in after)
    assert 0 < changed["x"] < texts / 3
    assert changed["m"] == 1


def test_one_name_one_content(built: Path) -> None:
    """A file is called after its content, so that a browser may keep it; the manifest alone is not."""
    for address, data in files_in(built).items():
        if address[0] in "tbdfw":
            assert address.split("/")[1].split(".")[0] == sha256(data).hexdigest()[:10]


def test_lexicon(built: Path) -> None:
    """The words of two letters and more that two passages and more hold, with how many in powers of two."""
    reader = IndexReader(built)
    for language in ("vi", "en"):
        (segment,) = reader.segments(language)
        keys, counts = TermKeys(), Counter[str]()
        for term, postings_ in reader.terms(segment).items():
            counts[keys[term]] += len(postings_)
        lexicon = reader.lexicon(segment)
        assert lexicon == {
            key: 1 << count.bit_length() - 1
            for key, count in counts.items()
            if count > 1 and len(key) > 1 and key.isascii() and key.isalpha()
        }
        assert len(lexicon) > 500


def test_every_field_is_described(built: Path) -> None:
    """docs/search-format.md names every folder and every field of the files."""
    described = (PROJECT / "docs/search-format.md").read_text("utf-8")
    reader = IndexReader(built)
    (segment,) = reader.segments("vi")
    documents = json.loads((built / f"d/{segment['documents']}.json").read_text("utf-8"))
    fields = [*reader.manifest, *segment, *documents, *reader.columns(segment), "d", "t", "a"]
    assert [field for field in fields if f"`{field}`" not in described] == []
    folders = {address.partition("/")[0] for address in files_in(built) if "/" in address}
    assert [folder for folder in sorted(folders) if f"`{folder}/" not in described] == []
    assert f"now {FORMAT} " in described


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ids_are_unique_in_a_language(tmp_path: Path) -> None:
    """Two records of one id are refused; the same id in the other language is not."""
    one = SearchRecord("a", "vi", "Một", "")
    build_index([one, replace(one, language="en")], tmp_path)
    with pytest.raises(ValueError, match="'a'"):
        build_index([one, one], tmp_path)


def test_nothing_to_index(tmp_path: Path) -> None:
    """Without records there is a manifest with its version alone."""
    build_index([], tmp_path)
    assert list(files_in(tmp_path)) == ["manifest.json"]
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert (manifest["format"], manifest["languages"]) == (FORMAT, {})


def test_facts_of_documents(tmp_path: Path) -> None:
    """Facets, dates and states stand in the rows of the documents; those that end are told apart."""
    ended, planned = dt.date(2020, 1, 1), dt.date(2030, 1, 1)
    over, holds = FacetValue(EXPIRED, "Hết hiệu lực"), FacetValue(IN_FORCE, "Còn hiệu lực")
    kinds = [FacetValue("nghi-dinh", "Nghị định"), FacetValue("luat", "Luật")]
    records = [
        SearchRecord("a", "vi", "Một", "", date=ended, facets=(("type", (kinds[0],)),),
                     states=((None, holds), (ended, over))),
        SearchRecord("b", "vi", "Hai", "", facets=(("type", tuple(kinds)), ("field", (kinds[0],))),
                     states=((None, holds),)),
        SearchRecord("c", "vi", "Ba", "", date=dt.date(1945, 9, 2), states=((None, holds), (planned, over))),
        SearchRecord("d", "vi", "Bốn", "", states=((None, over),)),
    ]  # fmt: skip
    build_index(records, tmp_path)
    reader = IndexReader(tmp_path)
    (segment,) = reader.segments("vi")
    columns = reader.columns(segment)
    row = {key: _row(segment["extents"], ids[0]) for key, ids in reader.documents(segment).items()}
    assert {key: columns["dates"][at] for key, at in row.items()} == {
        "a": day_number(ended), "b": None, "c": -8_887, "d": None,
    }  # fmt: skip
    kind = columns["facets"]["type"]
    assert kind["values"] == [["luat", "Luật"], ["nghi-dinh", "Nghị định"]]
    assert {key: kind["of"][at] for key, at in row.items()} == {
        "a": 1,
        "b": [1, 0],
        "c": -1,
        "d": -1,
    }
    assert columns["labels"] == {EXPIRED: "Hết hiệu lực", IN_FORCE: "Còn hiệu lực"}
    told = json.loads((tmp_path / f"d/{segment['documents']}.json").read_text("utf-8"))
    assert sorted(told["ends"]) == sorted(
        [[row["a"], day_number(ended)], [row["c"], day_number(planned)], [row["d"], -(1 << 20)]]
    )
    assert segment["ended"]


def _row(extents: list[int], first: int) -> int:
    """The row of a document in the columns, from its first id."""
    base = row = 0
    for number, extent in enumerate(extents):
        if first < base + (extent << number):
            return row + ((first - base) >> number)
        base, row = base + (extent << number), row + extent
    raise AssertionError(first)
