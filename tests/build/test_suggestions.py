"""Relations that the texts of a real site suggest."""

from __future__ import annotations

from congtinh.build.run import check_site
from congtinh.build.suggestions import Offer
from tests.build.test_upkeep import write
from tests.sites.copies import SiteCopy

TEXT = """Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011;

Căn cứ Quyết định số 12/2026/QĐ-UBND;

# Điều 1. Phạm vi

Thực hiện theo Quyết định số 15/2026/QĐ-UBND.

# Điều 2. Hiệu lực

Quyết định này thay thế Quyết định số 10/2026/QĐ-UBND và bãi bỏ khoản 1 Điều 2 Quyết định số 15/2026/QĐ-UBND.
"""


def offered(site: SiteCopy, more: str = "") -> list[Offer]:
    for number in (10, 12, 15):
        write(site, number)
    write(site, 20, more, TEXT)
    report = check_site(site.settings(TODAY="2026-05-01"), suggest=True)
    return list(report.offers or ())


def test_bases_replacements_and_repeals_are_offered(small: SiteCopy) -> None:
    """Each with its sentence; what is not on the site by number, as external; a mention is no relation."""
    found = offered(small)

    assert [(o.kind, o.target, o.external, o.clause_to) for o in found] == [
        ("can-cu", "43/2011/NĐ-CP", True, ""),
        ("can-cu", "12", False, ""),
        ("thay-the", "10", False, ""),
        ("bai-bo-mot-phan", "15", False, "khoản 1 Điều 2"),
    ]
    assert all(o.path == "legal_document/20.vi.md" for o in found)
    assert found[2].sentence.startswith("Quyết định này thay thế")
    assert found[3].lines() == [
        "- kind: bai-bo-mot-phan", "  target: 15", "  clause_to: khoản 1 Điều 2"
    ]  # fmt: skip


def test_what_is_written_is_not_offered_again(small: SiteCopy) -> None:
    """Nor what a person wrote as a kindred kind; copied as they are, the offers are all taken."""
    first = offered(small)
    copied = "relations:\n" + "\n".join(line for o in first for line in o.lines()) + "\n"

    assert offered(small, copied) == []
    repealed = "relations:\n- {kind: bai-bo-toan-bo, target: '10'}\n"
    assert [o.kind for o in offered(small, repealed)] == ["can-cu", "can-cu", "bai-bo-mot-phan"]
