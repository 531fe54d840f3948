"""Procedures among the other content of a site: basis, English, counts, their pages and totals."""

from __future__ import annotations

from pathlib import Path

import pytest

from congtinh.build.run import Build
from congtinh.errors import Problem
from congtinh.pages.of_type.procedure import ProcedurePage, item_page
from congtinh.pages.procedure_cases import year_table
from congtinh.pages.procedure_list import by_field, levels_table
from congtinh.pages.site import Site
from tests.sites.copies import SiteCopy, copied

PROCEDURE = """---
title: {title}
summary: Thủ tục mẫu của bộ kiểm thử.
date: 2026-09-25
status: published
code: {code}
field: [{field}, thanh-tra]
level: {level}
online_url: https://dvc.example/1
national_url: https://dichvucong.gov.vn/#{code}
who: [cong-dan]
office: so-thu
basis: [{basis}]
announced_in: Quyết định số 1/QĐ-UBND
foreigners: {foreigners}
state: {state}
{more}approved_by: Lê Thử
---
"""
DOCUMENT = """---
symbol: {symbol}
doc_class: vbqppl
doc_type: quyet-dinh
issuer: ubnd-tinh-thu
abstract: Văn bản mẫu {symbol}
issued: {issued}
effective: {issued}
{more}date: 2026-01-05
status: published
legacy:
  id: {symbol}
---
"""
ROW = """---
procedure: {procedure}
period: {period}
received: {received}
done: {done}
on_time: {done}
late: 0
status: published
---
"""


def made(title: str, code: str, **facts: str) -> str:
    facts = {"field": "so-huu-tri-tue", "level": "2026:toan-trinh", "basis": "2/2026/QĐ-UBND", "more": "", **facts}
    facts = {"foreigners": "false", "state": "con-hieu-luc", **facts}
    return PROCEDURE.format(title=title, code=code, **facts)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCopy:
    """The small site with procedures: one of each fault, and one with none."""
    copy = copied("small", tmp_path_factory.mktemp("procedures") / "site")
    ends = "relations:\n- kind: thay-the\n  target: 1-2020-qd-ubnd\n"
    for stem, symbol, issued, more in (
        ("1-2020-qd-ubnd", "1/2020/QĐ-UBND", "2020-01-02", ""),
        ("2-2026-qd-ubnd", "2/2026/QĐ-UBND", "2026-01-02", ends),
    ):
        copy.write(f"legal_document/{stem}.vi.md", DOCUMENT.format(symbol=symbol, issued=issued, more=more))
    counts = "case_counts:\n- period: 2026-01\n  received: 5\n  done: 4\n  on_time: 4\n  late: 0\n"
    for name, text in {
        "sound": made("Thủ tục đủ số liệu", "1.000001", more=counts),
        "old-basis": made("Thủ tục có căn cứ cũ", "1.000002", basis="1/2020/QĐ-UBND", level="2011:1"),
        "gone": made("Thủ tục đã bãi bỏ", "1.000003", basis="1/2020/QĐ-UBND", state="bai-bo"),
        "uncounted": made("Thủ tục chưa có số liệu", "1.000004", level="2011:4"),
        "foreign": made("Thủ tục cho người nước ngoài", "1.000005", foreigners="true", level="2022:cung-cap-thong-tin"),
        "twice": made("Thủ tục trùng mã", "1.000005", level="2011:2", field="thanh-tra"),
    }.items():
        copy.write(f"procedure/{name}.vi.md", text)
    for period, received in (("Q1-2026", 9), ("Q2-2026", 3)):
        row = ROW.format(procedure="sound", period=period, received=received, done=3)
        copy.write(f"case_count/{period.lower()}.vi.md", row)
    return copy


@pytest.fixture(scope="module")
def problems(site: SiteCopy) -> tuple[Problem, ...]:
    return tuple(p for p in site.check().problems if p.path.startswith(("procedure/", "case_count/")))


@pytest.fixture(scope="module")
def pages(site: SiteCopy) -> Site:
    build = Build(site.settings())
    build.gather()
    assert build.model
    return Site(build.model, build.settings, "vi")


@pytest.mark.parametrize(
    ("rule", "name", "is_error"),
    [
        ("R10", "old-basis", True),
        ("R26", "uncounted", False),
        ("R12", "foreign", False),
        ("E.10", "twice", True),
    ],
)
def test_each_fault_is_told_once_at_its_place(
    problems: tuple[Problem, ...], rule: str, name: str, is_error: bool
) -> None:
    """A repealed basis and a code borne twice stop the build; lacking counts or English are warned of."""
    told = [(Path(p.path).name, p.is_error) for p in problems if p.rule == rule]

    assert (f"{name}.vi.md", is_error) in told
    assert not {found for found, _ in told} & {"sound.vi.md", "gone.vi.md"}


def test_a_day_is_told_once(problems: tuple[Problem, ...]) -> None:
    """R23: a month within a quarter that is told too would be counted twice."""
    told = [p for p in problems if p.rule == "R23"]

    assert [(p.path, p.field) for p in told] in (
        [("case_count/q1-2026.vi.md", "period")],
        [("procedure/sound.vi.md", "case_counts[1].period")],
    )


def test_totals_agree(pages: Site) -> None:
    """Rows, columns and the grand total of fields and levels are the procedures, each once."""
    every = [i for i in pages.model.either("procedure", "vi") if i.id != "procedure/gone"]
    table = levels_table(pages, by_field(pages, every))
    assert table is not None
    rows = [[cell.number or 0 for cell in row[1:]] for row in table.rows]
    foot = [cell.number for cell in table.foot[0][1:]]

    assert all(sum(row[:-1]) == row[-1] for row in rows)
    assert foot == [sum(column) for column in zip(*rows, strict=True)]
    assert foot[-1] == len(every) == 5
    assert len(table.head) == len(rows[0]) + 1


def test_cases_of_the_year_are_all_cases(pages: Site) -> None:
    """Cases inside a procedure and in files of their own are added up by its field."""
    table = year_table(pages, by_field(pages, pages.model.either("procedure", "vi")))
    assert table is not None

    assert [cell.number for cell in table.foot[0][1:]] == [17, 10, 10, 0]


def test_a_page_says_what_it_has(pages: Site) -> None:
    """Parts left to the national record are named; a basis of the site shows its state; feedback has an address."""
    item = pages.model.find("procedure", "sound", "vi")
    assert item is not None
    page = item_page(pages, item)
    assert isinstance(page, ProcedurePage)

    assert page.complete + len(page.elsewhere) + len(page.missing) == page.parts == 11
    assert "Trình tự thực hiện" in page.elsewhere
    assert [part.id for part in page.told] == ["part-doi-tuong", "part-co-quan"]
    assert page.basis is not None
    assert page.basis.rows[0][2].state.state == "con-hieu-luc"  # type: ignore[union-attr]
    assert page.complaints is not None
    assert page.complaints.email == "so@thu.example"
    assert page.cases is not None
    assert [row[1].number for row in page.cases.table.rows] == [5, 9, 3]
    assert "2026" in page.level
