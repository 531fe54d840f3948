"""Administrative procedures: their eleven parts, their level, their cases (E.10, NĐ 63/2010 Điều 8)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import Problem, Severity
from congtinh.records.case_figures import case_counts
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.procedure import FIXED, GIVEN, MISSING, NATIONAL, NONE, Procedure
from congtinh.records.reading import read_record
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.registry import Vocabularies

TODAY = dt.date(2026, 11, 22)
VOCABULARIES = Vocabularies.load()[0]
WHOLE = """title: Cấp giấy phép thử nghiệm
summary: Thủ tục mẫu.
date: 2026-09-25
status: published
code: 1.013126
field: khoa-hoc-cong-nghe
level: 2026:toan-trinh
online_url: https://dvc.example/1
steps: |
  Nộp hồ sơ
  Nhận kết quả
ways:
- way: Trực tuyến
  days: 10
  fee: 0 Đồng
dossier:
- name: Đơn đề nghị
  originals: 1
  form: Mẫu 01
who: Công dân Việt Nam; Doanh nghiệp
office_name: Sở Thử
result: Giấy phép
conditions: Không
basis:
- 43/2011/NĐ-CP
announced_in: Quyết định số 1/QĐ-UBND
foreigners: false
state: con-hieu-luc
"""


def read(text: str, name: str = "procedure") -> tuple[Any, list[Problem]]:
    front = read_front_matter(f"{name}/a.vi.md", f"---\n{text}---\n")
    assert isinstance(front, FrontMatter), front
    facts = {"id": f"{name}/a", "type": name, "lang": "vi"}
    return read_record(RECORD_TYPES[name], front, facts, VOCABULARIES, TODAY)


def without(*fields: str) -> str:
    kept, skip = [], False
    for line in WHOLE.splitlines():
        if not line.startswith((" ", "-")):
            skip = line.partition(":")[0] in fields
        kept += [] if skip else [line]
    return "\n".join(kept) + "\n"


def procedure(text: str = WHOLE) -> Procedure:
    record, _ = read(text)
    assert isinstance(record, Procedure)
    return record


def test_a_whole_procedure_has_no_fault() -> None:
    """Seven fixed parts and four conditional ones, given or said not to exist."""
    record, problems = read(WHOLE)

    assert problems == []
    assert record.missing_parts == ()
    assert record.parts() == {**dict.fromkeys(record.parts(), GIVEN), "yeu-cau": NONE, "phi": NONE}
    assert record.steps == ("Nộp hồ sơ", "Nhận kết quả")
    assert record.limit_days == 10


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("steps", "trinh-tu"),
        ("ways", "cach-thuc"),
        ("dossier", "ho-so"),
        ("who", "doi-tuong"),
        ("office_name", "co-quan"),
        ("result", "ket-qua"),
        ("conditions", "yeu-cau"),
    ],
)
def test_each_absent_part_is_told(field: str, code: str) -> None:
    """A fixed part that is absent is an error, a conditional one a warning; the national record may hold it."""
    record, problems = read(without(field))
    told = [p for p in problems if p.rule == "E.10" and p.params.get("code") == code]

    assert record.parts()[code] == MISSING
    assert [p.severity for p in told] == [Severity.ERROR if code in FIXED else Severity.WARNING]
    linked = procedure(without(field) + "national_url: https://dichvucong.gov.vn/#1\n")
    assert linked.parts()[code] == NATIONAL
    imported = read(without(field) + "legacy:\n  id: 1\n")[1]
    assert not [p for p in imported if p.is_error]


@pytest.mark.parametrize("code", ["mau-don", "ket-qua", "yeu-cau", "phi"])
def test_a_conditional_part_may_be_said_not_to_exist(code: str) -> None:
    """``without`` names the parts that a procedure does not have."""
    record = procedure(without("result", "conditions", "dossier", "ways") + f"without: {code}\n")

    assert record.parts()[code] == NONE


@pytest.mark.parametrize("level", ["4", "Mức độ 3", "toàn trình", "một phần", "cung cấp thông tin"])
def test_a_level_without_its_scale_is_refused(level: str) -> None:
    """R26: “mức độ 4” of 2011 is another thing than that of 2026; the remedy names the levels meant."""
    told = [p for p in read(WHOLE.replace("2026:toan-trinh", level))[1] if p.rule == "R26"]

    assert [p.is_error for p in told] == [True]
    choices = str(told[0].params["choices"]).split(", ")
    assert len(choices) > 1
    assert all(choice in VOCABULARIES["service_levels"] for choice in choices)


def test_cases_of_a_period_to_come_are_refused() -> None:
    """R23: nobody has counted what has not begun; the running month may be counted."""
    for name in ("case_count", "usage"):
        figures = "procedure: a\nreceived: 1\ndone: 1\nvisits_vi: 1\nvisits_source: log\nstatus: published\n"
        known = "".join(
            line + "\n" for line in figures.splitlines() if line.partition(":")[0] in RECORD_TYPES[name].model_fields
        )
        for period, faulty in (("2026-11", False), ("2026-12", True)):
            _, problems = read(f"{known}period: {period}\n", name)
            assert [p.field for p in problems] == ["period"] * faulty
    _, problems = read(WHOLE + "case_counts:\n- period: 2027\n  received: 1\n  done: 1\n")
    assert [p.field for p in problems] == ["case_counts[1].period"]


def test_every_level_names_its_scale() -> None:
    """R26: code and both labels of each level say which scale it is of."""
    for term in VOCABULARIES["service_levels"]:
        year = term.text("scale")[:4]
        assert term.code.startswith(f"{term.text('scale')}:")
        assert year in term.label.vi
        assert year in term.label.en


@pytest.mark.parametrize(
    ("code", "sound"),
    [("1.013126", True), ("1.002345.000.00.00.H08", True), ("B-BKC-123", False), ("1.0131", False)],
)
def test_the_national_code_has_its_form(code: str, sound: bool) -> None:
    """Codes are those of the national database; another form is a warning."""
    told = [p for p in read(WHOLE.replace("1.013126", code))[1] if p.field == "code"]

    assert [p.severity for p in told] == ([] if sound else [Severity.WARNING])


NUMBERS = st.integers(min_value=0, max_value=500)


@given(received=NUMBERS, carried=NUMBERS, done=NUMBERS, late=NUMBERS, on_time=NUMBERS)
def test_cases_are_checked(received: int, carried: int, done: int, late: int, on_time: int) -> None:
    """R23: no more is settled than there was, and what was on time and late is what was settled."""
    text = (
        f"procedure: a\nperiod: 2026-05\nstatus: published\nreceived: {received}\ncarried_over: {carried}\n"
        f"done: {done}\non_time: {on_time}\nlate: {late}\n"
    )
    record, problems = read(text, "case_count")
    faults = (done > received + carried) + (on_time + late != done)

    assert [p.rule for p in problems] == ["R23"] * faults
    counted = {c.kind: c.value for c in case_counts(record, "a")}
    told = {"received": received, "done": done, "on-time": on_time, "late": late}
    assert counted == {kind: value for kind, value in told.items() if value}


@pytest.mark.parametrize(
    ("period", "day"),
    [("2026-05", dt.date(2026, 5, 31)), ("Q2-2026", dt.date(2026, 6, 30)), ("2026", dt.date(2026, 12, 31))],
)
def test_cases_count_on_the_last_day_of_their_period(period: str, day: dt.date) -> None:
    """Cases of a period belong to reports that hold its last day."""
    record = procedure(WHOLE + f"case_counts:\n- period: {period}\n  received: 4\n  done: 3\n")

    assert {c.day for c in record.counts() if c.measure == "cases"} == {day}


def test_an_abolished_procedure_counts_until_its_end() -> None:
    """Procedures on a day are those posted and not yet abolished; its state follows the day."""
    record = procedure(WHOLE.replace("state: con-hieu-luc", "state: bai-bo\nstate_since: 2026-10-01"))

    assert [(c.kind, c.value) for c in record.counts() if c.measure == "procedures"] == [
        ("2026:toan-trinh", 1),
        ("2026:toan-trinh", -1),
    ]
    assert record.state_on(dt.date(2026, 9, 30)) == "con-hieu-luc"
    assert record.state_on(dt.date(2026, 10, 1)) == "bai-bo"


@pytest.mark.parametrize(("kind", "days"), [(None, 5), ("tinh", 5), ("bo", 10), ("rut-gon", 2)])
def test_posting_has_a_term(kind: str | None, days: int) -> None:
    """NĐ 63/2010, Điều 24 khoản 2: 5 working days in provinces, 10 in ministries, 2 when shortened."""
    more = f"announced_as: {kind}\n" if kind else ""
    clock = next(procedure(WHOLE + "announced_on: 2026-09-22\n" + more).clocks(frozenset()))

    assert clock.start == dt.date(2026, 9, 22)
    assert VOCABULARIES["limits"].get(clock.limit).extra["number"] == days  # type: ignore[union-attr]
