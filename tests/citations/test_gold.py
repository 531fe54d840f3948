"""The finder against citations marked by hand in real documents, which were drawn before it was tuned."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from congtinh.citations.finding import Citation, find
from congtinh.citations.names import default_names
from congtinh.citations.settling import settled
from tests.citations.drawing import GOLD_SEED, HELD_OUT_SEED, passages

DOCUMENTS = Path(__file__).resolve().parents[2] / "../shared/data/documents.jsonl.gz"
GOLD = json.loads(Path(__file__).with_name("gold.json").read_text("utf-8"))
LEAST = 0.97

needs_documents = pytest.mark.skipif(not DOCUMENTS.exists(), reason="needs ../shared/data")


class Score(NamedTuple):
    """How many citations were found that are marked, found in all, marked in all, and how exactly."""

    right: int
    found: int
    marked: int
    exact: int
    parts: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.marked

    def __str__(self) -> str:
        exact, parts = self.exact / self.right, self.parts / self.right
        return (
            f"{self.marked} marks: precision {self.precision:.4f}, recall {self.recall:.4f}, "
            f"spans {exact:.4f}, parts {parts:.4f}"
        )


def means(one: Citation, mark: dict[str, Any]) -> bool:
    """Spans overlap, and number and self agree; a mark by name has no number."""
    overlaps = one.start < mark["end"] and mark["start"] < one.end
    agrees = mark["number"] in ("", one.number) and one.is_self == mark["self"]
    return overlaps and agrees


def score(name: str, seed: int) -> Score:
    texts = {passage[0]: passage for passage in passages(DOCUMENTS, seed)}
    totals = Score(0, 0, 0, 0, 0)
    for entry in GOLD[name]:
        _, start, end, text = texts[entry["document"]]
        assert (start, end) == (entry["start"], entry["end"])
        marks = [
            m | {"start": m["start"] - start, "end": m["end"] - start} for m in entry["citations"]
        ]
        found = list(settled(text, find(text), default_names()))
        pairs = []
        for one in found:
            if mark := next((m for m in marks if means(one, m)), None):
                marks.remove(mark)
                pairs.append((one, mark))
        exact = sum((one.start, one.end) == (mark["start"], mark["end"]) for one, mark in pairs)
        parts = sum(list(one.parts) == mark["parts"] for one, mark in pairs)
        counted = Score(len(pairs), len(found), len(entry["citations"]), exact, parts)
        totals = Score(*(a + b for a, b in zip(totals, counted, strict=True)))
    return totals


@needs_documents
def test_precision_and_recall() -> None:
    """At least 300 citations marked by hand; of these, and of those found, 97 % agree."""
    result = score("passages", GOLD_SEED)
    print(result)

    assert result.marked >= 300
    assert result.precision >= LEAST, result
    assert result.recall >= LEAST, result
    assert result.parts / result.right >= LEAST, result


@needs_documents
def test_held_out() -> None:
    """Passages that the finder was not tuned on, marked by the same convention."""
    result = score("held_out", HELD_OUT_SEED)
    print(result)

    assert result.marked > 0
    assert result.precision >= LEAST, result
    assert result.recall >= LEAST, result
