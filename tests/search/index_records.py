"""Records to index: the demonstration site's own texts, the collected ones, and drawn ones."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from congtinh.errors import Problem
from congtinh.records.front_matter import read_front_matter
from congtinh.search.records import FacetValue, SearchRecord
from tests.search.analysis_cases import DATA

CONTENT = Path(__file__).resolve().parents[2] / "content"
_DAY = dt.date(2011, 6, 13)
_WORDS = (
    "nghị định", "Nghi dinh", "hoà giải", "HÒA GIẢI", "thuỷ sản", "ký", "kí", "Ð", "đất", "dat", "đạt", "của", "và",
    "43/2011/NĐ-CP", "1.000.000", "13/6/2011", "QH12", "KH&CN", "Services", "serving", "news", "x" * 300, "²", "᾿",
    "\u200b", ".", ";", "(", "\n", "Điều 1. Phạm vi\n", " - ", "😀", "\u0301",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)
"""Text of words that are one, or nearly, after the analysis, and of odd signs."""
NUMBERS = st.sampled_from(["", "43/2011/NĐ-CP", "155/NQ-CP", "1.013126", "no number"])
DRAWN = st.builds(
    SearchRecord, id=st.text("abcdefghij", min_size=3, max_size=6), language=st.just("vi"), title=WORDS,
    body=st.lists(WORDS, max_size=20).map("\n".join), names=st.lists(WORDS, max_size=2).map(tuple),
    catalogue=st.lists(WORDS, max_size=2).map(tuple), number=NUMBERS,
    issued=st.sampled_from([None, _DAY]), date=st.sampled_from([None, _DAY, dt.date(2026, 1, 1)]),
)  # fmt: skip


def drawn_records(most: int = 12) -> st.SearchStrategy[list[SearchRecord]]:
    """Lists of records, each with an id of its own."""
    return st.lists(DRAWN, max_size=most, unique_by=lambda record: record.id)


def data_records(name: str, step: int = 1) -> Iterator[SearchRecord]:
    """Every ``step``-th record of a file of the collected ones."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, step):
            yield data_record(json.loads(line))


def data_record(told: dict[str, Any]) -> SearchRecord:
    day = dt.date.fromisoformat(told["date"]) if told.get("date") else None
    return SearchRecord(
        told["id"], told["lang"], told["title"] or "", told["text"] or "",
        names=tuple(filter(None, [told.get("law_title")])),
        catalogue=tuple(filter(None, [told.get("issuer"), told.get("signer")])),
        number=told.get("number") or "", issued=day, date=day,
        facets=(("type", (FacetValue(told["type"], told["type"]),)),) if told.get("type") else (),
    )  # fmt: skip


def own_records() -> list[SearchRecord]:
    """The texts of the demonstration site, in both languages."""
    paths = sorted(path for path in CONTENT.rglob("*.??.md"))
    return [record for path in paths if (record := _own_record(path))]


def _own_record(path: Path) -> SearchRecord | None:
    read = read_front_matter(path.name, path.read_text(encoding="utf-8"))
    assert not isinstance(read, Problem)
    title = read.values.get("title") or read.values.get("abstract")
    language: Any = path.name.split(".")[-2]
    if not title or language not in ("vi", "en"):
        return None
    day = str(read.values.get("issued") or read.values.get("date") or "")[:10]
    date = dt.date.fromisoformat(day) if day else None
    return SearchRecord(
        path.relative_to(CONTENT).as_posix(), language, str(title), read.body.replace("**", ""),
        catalogue=tuple(str(read.values[name]) for name in ("signer", "place") if read.values.get(name)),
        number=str(read.values.get("symbol") or ""), issued=date, date=date,
    )  # fmt: skip
