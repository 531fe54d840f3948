"""An index brought up to date has the same bytes as one made from nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.search import shards, updating
from congtinh.search.building import Folder, build_index
from congtinh.search.records import SearchRecord
from congtinh.search.state import IndexState, Source
from congtinh.search.updating import make_index
from tests.search.index_reader import files_in
from tests.search.index_records import WORDS, drawn_records, own_records

Records = Mapping[str, SearchRecord]


def source_of(record: SearchRecord) -> Source:
    return Source(record.id, repr(record).encode(), lambda: record)


def made(folder: Path, records: Records, before: IndexState | None, was: Records) -> IndexState:
    """The index of records in a folder, from what it was before."""
    files = Folder(folder)
    sources = [source_of(record) for record in records.values()]
    state = make_index("vi", sources, before, was.get, files)
    files.finish({"vi": state})
    return state


def by_id(records: list[SearchRecord]) -> dict[str, SearchRecord]:
    return {record.id: record for record in records}


def same_as_from_nothing(folder: Path, records: Records) -> None:
    with TemporaryDirectory() as other:
        build_index(records.values(), Path(other))
        assert files_in(folder) == files_in(Path(other))


@settings(max_examples=25)
@given(
    first=drawn_records(5).filter(bool),
    later=st.lists(
        st.tuples(drawn_records(3), st.sets(st.integers(0, 5)), WORDS), min_size=1, max_size=3
    ),
)
def test_drawn_edits(
    first: list[SearchRecord], later: list[tuple[list[SearchRecord], set[int], str]]
) -> None:
    """Whatever comes, goes or changes, one build after the other; with shards so small that there are many."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        for size, value in (("LEAST", 30), ("MOST", 120), ("ALONE", 90)):
            patch.setattr(shards, size, value)
        folder, records = Path(name), by_id(first)
        state = made(folder, records, None, {})
        for come, touched, words in later:
            was, records = records, by_id([*records.values(), *come])
            for place in touched & set(range(len(was))):
                old = list(was.values())[place]
                records[old.id] = replace(old, body=f"{old.body}\n{words}")
                if place % 2:
                    del records[old.id]
            if not records:
                break
            state = made(folder, records, state, was)
            same_as_from_nothing(folder, records)


@pytest.fixture(scope="module")
def own() -> dict[str, SearchRecord]:
    return by_id([record for record in own_records() if record.language == "vi"])


def test_edits_of_the_site(own: Records, tmp_path: Path) -> None:
    """Edits of real texts one after the other: a word, a title, a day, an item that goes, one that comes."""
    records = dict(own)
    left_out = records.pop(list(own)[7])
    state = made(tmp_path, records, None, {})
    random = Random(3)
    for edit in (
        lambda one: replace(one, body=one.body.replace("công", "chung", 1)),
        lambda one: replace(one, title=one.title + " (sửa đổi)"),
        lambda one: replace(one, date=None),
        lambda one: replace(one, body=one.body * 4),
        lambda one: None,
        lambda one: left_out,
    ):
        was = dict(records)
        chosen = random.choice(list(records.values()))
        if edited := edit(chosen):
            records[edited.id] = edited
        else:
            del records[chosen.id]
        state = made(tmp_path, records, state, was)
        same_as_from_nothing(tmp_path, records)


class Watched(Folder):
    """A folder that notes what is read and written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.told: list[str] = []

    def put(self, address: str, data: bytes) -> None:
        self.told.append(f"put {address[0]}")
        super().put(address, data)

    def read(self, address: str) -> bytes:
        self.told.append(f"read {address[0]}")
        return super().read(address)


def test_what_an_edit_touches(own: Records, tmp_path: Path) -> None:
    """For a word in one document a small part of the shards and texts is read, and no other document loaded."""
    state = made(tmp_path, own, None, {})
    (key, record), *others = own.items()
    edited = replace(record, body=f"{record.body}\nMột câu nữa.")

    def unloaded() -> SearchRecord:
        raise AssertionError("a document that did not change is loaded")

    sources = [source_of(edited), *(source_of(one)._replace(load=unloaded) for _, one in others)]
    files = Watched(tmp_path)
    after = make_index("vi", sources, state, own.get, files)
    assert 0 < files.told.count("put t") < len(state.shards) / 4
    assert files.told.count("read t") < len(state.shards) / 4
    assert 0 < files.told.count("put x") < len(files_in(tmp_path / "x")) / 3
    files.finish({"vi": after})
    same_as_from_nothing(tmp_path, {**own, key: edited})


def test_many_edits_are_made_from_nothing(
    own: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where most documents differ, or it is not known what they were, all are taken in anew."""
    state = made(tmp_path, own, None, {})
    edited = {key: replace(one, title=one.title + " mới") for key, one in own.items()}
    made(tmp_path, edited, state, own)
    same_as_from_nothing(tmp_path, edited)
    state = made(tmp_path, own, None, {})
    key = next(iter(own))
    few = {**own, key: edited[key]}
    made(tmp_path, few, state, {})
    same_as_from_nothing(tmp_path, few)
    assert len(own) > updating.FEW
