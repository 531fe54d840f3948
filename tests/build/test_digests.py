"""Digests of files are remembered only where nothing can have changed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from congtinh.build import digests
from congtinh.build.digests import Digests
from congtinh.build.files import write_bytes


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"one")
    return path


def test_an_unchanged_file_is_not_read_again(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was still when it was read keeps its digest over runs, as the index has it."""
    monkeypatch.setattr(digests, "SETTLED", -(10**18))
    index = tmp_path / "index.json"
    first = Digests(index)
    assert first.of(file) == hashlib.sha256(b"one").hexdigest()
    first.save()
    kept = json.loads(index.read_text())
    kept[str(file)][1] = "f" * 64
    index.write_text(json.dumps(kept))
    assert Digests(index).of(file) == "f" * 64
    file.write_bytes(b"other")
    assert Digests(index).of(file) == hashlib.sha256(b"other").hexdigest()


def test_a_file_just_changed_is_not_trusted(file: Path, tmp_path: Path) -> None:
    """A second change within one tick of the clock would not show, so nothing is remembered."""
    found = Digests(tmp_path / "index.json")
    found.of(file)
    found.save()
    assert not (tmp_path / "index.json").exists()


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"a": 1}', '{"a": [[1], "short"]}'])
def test_a_damaged_index_is_an_empty_one(file: Path, tmp_path: Path, damage: str) -> None:
    """Whatever stands in the index, digests are right."""
    (tmp_path / "index.json").write_text(damage)
    assert Digests(tmp_path / "index.json").of(file) == hashlib.sha256(b"one").hexdigest()


def test_files_that_are_gone_leave_the_index(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index does not grow with what was deleted."""
    monkeypatch.setattr(digests, "SETTLED", -(10**18))
    found = Digests(tmp_path / "index.json")
    found.of(file)
    file.unlink()
    found.save()
    assert json.loads((tmp_path / "index.json").read_text()) == {}


def test_a_file_is_written_whole_or_not_at_all(file: Path) -> None:
    """A write that fails leaves the old file, and nothing beside it."""
    with pytest.raises(TypeError):
        write_bytes(file, "text")  # type: ignore[arg-type]
    assert file.read_bytes() == b"one"
    assert [entry.name for entry in file.parent.iterdir()] == ["a.pdf"]
