"""What the open data of a legal document hold beside its fields: relations resolved, and its states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from congtinh.languages import LANGUAGES
from congtinh.model import Item, SiteModel
from congtinh.opendata.relations import CLAUSES_AND_DAYS, Ends, clauses_and_days, without_empty
from congtinh.opendata.tables import DAY, TEXT, column, object_of
from congtinh.records.legal_document import LegalDocument
from congtinh.validity.states import Cause, State, Timeline

_ONE_DAY = dt.timedelta(days=1)

_LAST_DAY = (
    "Không có khi chưa biết ngày kết thúc.",
    "Absent as long as no end is known.",
)
_CAUSE = (
    column("kind", "Loại nguyên nhân", "Kind of cause", TEXT, mandatory=True, rule=(
        "Loại quan hệ, hoặc begins, expires, resumes (ngày của chính văn bản), override (nhập tay).",
        "A kind of relation, or begins, expires, resumes (days of its own), override (typed by hand).",
    )),
    column("day", "Từ ngày", "From", DAY),
    column("source_id", "Định danh văn bản gây ra", "Id of the document that causes it", TEXT),
    column("clause", "Điều khoản của văn bản này", "Clause of this document", TEXT),
    column("until", "Đến hết ngày", "To the end of", DAY),
)  # fmt: skip
_STATE = (
    column("state", "Tình trạng", "State", TEXT, mandatory=True, rule=(
        "Mã trong từ vựng validity; trống khi các ngày không cho biết.",
        "A code of the vocabulary validity; empty where the dates do not say.",
    )),
    column("since", "Từ ngày", "Since", DAY, rule=(
        "Không có nghĩa là từ đầu.", "Absent: since ever.",
    )),
    column("until", "Đến hết ngày", "To the end of", DAY, rule=_LAST_DAY),
    column("causes", "Nguyên nhân", "Causes", {"type": "array", "items": object_of(_CAUSE)}),
)  # fmt: skip
_TARGET = (
    column("kind", "Loại quan hệ", "Kind", TEXT, mandatory=True),
    column("id", "Định danh văn bản kia", "Id of the other", TEXT),
    column("number", "Số, ký hiệu văn bản kia", "Number of the other", TEXT),
    column("url", "Địa chỉ văn bản kia", "Address of the other", TEXT),
    *CLAUSES_AND_DAYS,
)  # fmt: skip

RELATIONS_SCHEMA: Mapping[str, Any] = {"type": "array", "items": object_of(_TARGET)}
"""Relations as the data hold them: the target is resolved and nobody's name is told."""

COLUMNS = (
    column("validity", "Tình trạng hiệu lực", "Validity", TEXT, rule=(
        "Tình trạng từ validity_since đến hết validity_until; ngày khác xem timeline.",
        "The state from validity_since to the end of validity_until; timeline has other days.",
    )),
    column("validity_since", "Hiệu lực từ ngày", "Validity since", DAY),
    column("validity_until", "Hiệu lực đến hết ngày", "Validity to the end of", DAY, rule=_LAST_DAY),
    column("timeline", "Diễn biến hiệu lực", "States in order of time",
           {"type": "array", "items": object_of(_STATE)}),
)  # fmt: skip
"""The columns that follow the fields of a legal document."""


def document_columns(model: SiteModel, item: Item, site_url: str) -> dict[str, Any]:
    """The values of ``COLUMNS`` and of ``relations``; of an item that is no document none.

    Nothing here names the day of the build, so that the files of a closed year stay as they are
    until a state changes.
    """
    if not isinstance(item.record, LegalDocument):
        return {}
    known = Ends(model, item.lang, site_url)
    relations = [
        {"kind": edge.kind, **known.of(edge.target, ""), **clauses_and_days(edge, item.record)}
        for edge in model.relations_of(item)
    ]
    timeline = _told(model.timeline(item))
    now = model.state(item)
    held = next(state for state in timeline if state.get("since", "") == _iso(now.since))
    told = {
        "relations": relations,
        "validity": held["state"],
        "validity_since": held.get("since"),
        "validity_until": held.get("until"),
        "timeline": timeline if any(state["state"] for state in timeline) else [],
    }
    return without_empty(told)


def documents_print(model: SiteModel, items: Iterable[Item]) -> Iterator[bytes]:
    """What changes whenever the target of a relation is named otherwise; none for other types."""
    known = {language: Ends(model, language, "") for language in LANGUAGES}
    for item in items:
        for edge in model.relations_of(item):
            yield known[item.lang].print_of(edge.target)


def _told(timeline: Timeline) -> list[dict[str, Any]]:
    return [_state(state, later) for state, later in zip_longest(timeline, timeline[1:])]


def _state(state: State, later: State | None) -> dict[str, Any]:
    until = later.since - _ONE_DAY if later and later.since else None
    told = without_empty({"since": _iso(state.since), "until": _iso(until)})
    causes = [_cause(cause) for cause in state.causes]
    return {"state": state.code, **told, **({"causes": causes} if causes else {})}


def _cause(cause: Cause) -> dict[str, Any]:
    told = cause._asdict() | {"day": _iso(cause.day), "until": _iso(cause.until)}
    told["source_id"] = told.pop("source")
    return without_empty(told)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
