"""Passages of real legal documents, drawn by a fixed seed: what the marks in gold.json refer to."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

LENGTH = 3000  # characters of a passage, at most, where lines allow it
GOLD_SEED = 20261122
HELD_OUT_SEED = 7

Passage = tuple[str, int, int, str]
"""Document id, start and end in its text (Python string indices), the text between them."""


def passages(path: Path, seed: int = GOLD_SEED) -> list[Passage]:
    """One passage of every document in ``path`` (gzipped JSON lines), in the order drawn.

    Of the documents drawn at even turns (the first turn is 0) the passage begins with the text, of
    the others at a third of it. Passages begin and end with whole lines.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = {record["id"]: record["text"] for record in map(json.loads, lines)}
    order = random.Random(seed).sample(sorted(texts), len(texts))
    return [_passage(turn, name, texts[name]) for turn, name in enumerate(order)]


def _passage(turn: int, name: str, text: str) -> Passage:
    start = _line_start(text, len(text) // 3) if turn % 2 else 0
    end = _line_end(text, start)
    return name, start, end, text[start:end]


def _line_start(text: str, at: int) -> int:
    """Where the first line begins that does so at ``at`` or later; 0 where none does."""
    return text.find("\n", at - 1) + 1 if at else 0


def _line_end(text: str, start: int) -> int:
    """The last end of a line within the length, or else of the line that is longer."""
    if len(text) <= start + LENGTH:
        return len(text)
    within = text.rfind("\n", start, start + LENGTH + 1)
    if within > start:
        return within
    beyond = text.find("\n", start + LENGTH)
    return beyond if beyond > start else len(text)
