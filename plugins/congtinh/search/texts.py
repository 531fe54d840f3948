"""What of a passage is shown: its text, and what a list tells of its document."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from congtinh.search.passages import Passage
from congtinh.search.records import SearchRecord

EPOCH = dt.date(1970, 1, 1).toordinal()


def day_number(day: dt.date | None) -> int | None:
    """Days since 1970-01-01, before it less than nothing."""
    return day.toordinal() - EPOCH if day else None


def head_of(record: SearchRecord) -> list[Any]:
    """What a list tells of a document, in the order of docs/search-format.md."""
    states = [[day_number(day), state.code] for day, state in record.states]
    head = [
        record.id,
        record.url,
        record.title,
        record.number,
        record.kind,
        day_number(record.date),
    ]
    return [*head, record.section, states]


def passage_file(head: list[Any], passage: Passage) -> bytes:
    """The file of one passage: ``d`` its document, ``t`` its text, ``a`` its place on the page."""
    value: dict[str, Any] = {"d": head, "t": passage.text}
    if passage.anchor:
        value["a"] = passage.anchor
    return compact(value)


def compact(value: object) -> bytes:
    """JSON without white space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
