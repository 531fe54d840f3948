"""What ``invoke export`` writes reads back to the same items, for every type of the demonstration site."""

from __future__ import annotations

from pathlib import Path

import pytest

from congtinh.build.reader import Reading, read_content
from congtinh.commands.sheets import pairs_of
from congtinh.model import Item
from congtinh.records.packing import record_digest
from congtinh.records.registry import RECORD_TYPES
from congtinh.sheets.outgoing import line_of
from congtinh.sheets.template import exported, exported_csv
from congtinh.vocabulary.registry import Vocabularies

CONTENT = Path(__file__).resolve().parents[2] / "content"
VOCABULARIES, _ = Vocabularies.load(CONTENT / "vocabulary")


@pytest.fixture(scope="module")
def demonstration() -> Reading:
    return read_content(CONTENT, VOCABULARIES)


def facts(item: Item) -> tuple[object, ...]:
    return item.id, item.lang, record_digest(item.record), item.body.text, item.address


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_exports_read_back(demonstration: Reading, kind: str, tmp_path: Path) -> None:
    """Every item of every type comes back with each of its facts, its text and its address."""
    for name, record_type in RECORD_TYPES.items():
        items = [item for item in demonstration.items if item.type == name]
        lines = [
            line_of(pair, VOCABULARIES, with_parts=kind == "xlsx") for pair in pairs_of(items, CONTENT)
        ]
        if lines:
            made = exported(record_type, lines, VOCABULARIES) if kind == "xlsx" else exported_csv(record_type, lines)
            file = tmp_path / name / f"tat-ca.{kind}"
            file.parent.mkdir()
            file.write_bytes(made)
    back = read_content(tmp_path, VOCABULARIES)
    assert [p for p in back.problems if p.rule == "D42"] == []
    before = {facts(item) for item in demonstration.items}
    after = {facts(item) for item in back.items}
    assert before == after
    assert len(demonstration.problems) == len(back.problems)
