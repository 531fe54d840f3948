"""The table of cases that the Python analysis and its JavaScript twin both keep, and records to try them on."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from congtinh.search.tokens import raw_tokens

HERE = Path(__file__).resolve().parent
CASES: dict[str, list[Any]] = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
DATA = HERE.parents[1] / "../shared/data"
NO_DATA = "the collected records are not beside this project"
_TEXTS = ("title", "law_title", "number", "issuer", "signer", "summary", "text", "query")


def records() -> Iterator[dict[str, Any]]:
    """Every record of the collected files."""
    for path in sorted(DATA.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the collected records with its language."""
    for record in records():
        for name in _TEXTS:
            if text := record.get(name):
                yield text, record.get("lang", "vi")


@cache
def real_tokens() -> Counter[tuple[str, str]]:
    """Every raw token of the collected texts with its language, and how often it occurs."""
    found: Counter[tuple[str, str]] = Counter()
    for text, language in texts():
        found.update((raw, language) for raw in raw_tokens(text) if raw)
    return found
