"""What the build tells editors of documents: doubtful bases, changes to come, changed days."""

from __future__ import annotations

import json
from typing import Any

from congtinh.build.upkeep import STATES
from congtinh.build.upkeep_page import UPKEEP
from tests.sites.copies import SiteCopy

DOCUMENT = """---
doc_class: vbqppl
doc_type: quyet-dinh
symbol: {number}/2026/QĐ-UBND
issuer: ubnd-tinh-thu
abstract: Ban hành quy định thử nghiệm số {number}
issued: 2026-01-{number}
effective: 2026-02-{number}
date: 2026-01-{number}
status: published
legacy: {{source: thử}}
{more}---

{body}
"""
ABOUT = """---
title: Trang giới thiệu dựa vào quy định thử
part: chuc-nang
date: 2026-02-01
unit: so-thu
creator: Người Thử
status: published
legacy: {{source: thử}}
---

Thực hiện theo {cited}.
"""


def write(site: SiteCopy, number: int, more: str = "", body: str = "Nội dung.") -> None:
    text = DOCUMENT.format(number=number, more=more, body=body)
    site.write(f"legal_document/{number}.vi.md", text)


def upkeep(site: SiteCopy, **settings: Any) -> dict[str, Any]:
    site.build(**settings)
    report = json.loads((site.settings().report / "build-report.json").read_bytes())
    return report["documents"] | {"problems": report["problems"]}


def replaced_from_march(site: SiteCopy) -> None:
    """Document 10 is replaced by 20 on 5 March 2026; 30 has it as its basis, and a page cites it."""
    write(site, 10)
    write(site, 20, "relations:\n- {kind: thay-the, target: '10', from_date: 2026-03-05}\n")
    write(site, 25, "relations:\n- {kind: can-cu, target: '10'}\n")
    site.write("about/dua-vao.vi.md", ABOUT.format(cited="Quyết định số 10/2026/QĐ-UBND"))


def test_the_next_change_is_told_for_a_build_on_that_day(small: SiteCopy) -> None:
    """Every state to come stands in the report by day, with its cause; the first is the next."""
    replaced_from_march(small)
    told = upkeep(small, TODAY="2026-03-01")

    coming = [c for c in told["coming"] if c["number"].endswith("/2026/QĐ-UBND")]
    assert told["next_change"] == told["coming"][0]["day"]
    assert [(c["day"], c["number"], c["state"]) for c in coming] == [
        ("2026-03-05", "10/2026/QĐ-UBND", "Hết hiệu lực toàn bộ")
    ]
    assert coming[0]["cause"] == "từ 05/03/2026, bị thay thế bởi 20/2026/QĐ-UBND"


def test_what_rests_on_an_expired_document_is_listed_and_warned_of(small: SiteCopy) -> None:
    """R10: a basis and a standing page, from the day on which the document no longer holds."""
    replaced_from_march(small)
    before = upkeep(small, TODAY="2026-03-04")
    after = upkeep(small, TODAY="2026-03-05")

    assert not [p for p in before["problems"] if p["rule"] == "R10"]
    assert {p["file"]: p["field"] for p in after["problems"] if p["rule"] == "R10"} == {
        "legal_document/25.vi.md": "relations[1].target",
        "about/dua-vao.vi.md": None,
    }
    assert {d["file"] for d in after["doubts"]} == {"legal_document/25.vi.md", "about/dua-vao.vi.md"}
    page = (small.settings().report / UPKEEP).read_text("utf-8")
    assert "Trang giới thiệu dựa vào quy định thử" in page and "20/2026/QĐ-UBND" in page


def test_a_changed_day_names_what_rests_on_the_document(small: SiteCopy) -> None:
    """When dates or relations of a document change, the next build names its dependants once."""
    replaced_from_march(small)
    first = upkeep(small, TODAY="2026-03-01")
    write(small, 20, "relations:\n- {kind: thay-the, target: '10', from_date: 2026-04-01}\n")
    second = upkeep(small, TODAY="2026-03-01")
    third = upkeep(small, TODAY="2026-03-01")

    assert first["changed"] == [] == third["changed"]
    (change,) = second["changed"]
    assert change["number"] == "10/2026/QĐ-UBND"
    assert "05/03/2026" in change["before"] and "01/04/2026" in change["now"]
    assert {d["file"] for d in change["dependants"]} == {
        "legal_document/25.vi.md", "about/dua-vao.vi.md"
    }  # fmt: skip


def test_what_is_not_published_is_not_named(small: SiteCopy) -> None:
    """A relation to a draft is told to its editor and stands on no page."""
    write(small, 20, "relations:\n- {kind: thay-the, target: '10'}\n")
    write(small, 10)
    small.replace("legal_document/10.vi.md", "status: published", "status: draft")
    told = upkeep(small, TODAY="2026-05-01")

    (problem,) = [p for p in told["problems"] if p["field"] == "relations[1].target"]
    assert (problem["file"], problem["severity"]) == ("legal_document/20.vi.md", "warning")
    assert not [
        page for page in small.output.rglob("*.html") if "Ban hành quy định thử nghiệm số 10" in page.read_text("utf-8")
    ]


def test_an_override_wants_a_reason_and_a_name(small: SiteCopy) -> None:
    """A state typed by hand is published with both, or not at all."""
    write(small, 10, "status_override: {status: het-hieu-luc-toan-bo}\n")
    fields = {p.field for p in small.check(TODAY="2026-05-01").problems}
    assert {"status_override.reason", "status_override.by"} <= fields


def test_damaged_notes_of_the_last_build_are_passed_over(small: SiteCopy) -> None:
    """What was written beside the output may be gone, broken or of another form."""
    replaced_from_march(small)
    small.build(TODAY="2026-03-01")
    for text in ("{", "[]", '{"legal_document/10": 7}', '{"legal_document/10": [["x", "y"]]}'):
        (small.settings().report / STATES).write_text(text, "utf-8")
        write(small, 20, f"relations:\n- {{kind: thay-the, target: '10'}}\n# {len(text)}\n")
        upkeep(small, TODAY="2026-03-01")
