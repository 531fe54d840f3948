"""Addresses of state agencies and names of portals, in the shapes that people write."""

from __future__ import annotations

import pytest

from congtinh.rules.domain import address_problems
from congtinh.rules.portal_recipients import names_portal


@pytest.mark.parametrize(
    "address",
    [
        *("https://skhcn.minhchau.gov.vn", "https://minhchau.gov.vn/so-khcn", "https://a.b.minhchau.gov.vn"),
        *("https://skhcn.minhchau.example", "http://localhost:8000", "http://127.0.0.1:8000", ""),
    ],
)
def test_official_addresses_and_those_of_trials_are_let_pass(address: str) -> None:
    """R29 knows domains of level 3 to 5 below gov.vn, and leaves reserved names alone."""
    assert list(address_problems(address, "publishconf.py", "SITEURL")) == []


@pytest.mark.parametrize(
    ("address", "faults"),
    [("http://skhcn.minhchau.gov.vn", 1), ("https://skhcn.com.vn", 1), ("http://gov.vn.evil.com", 2)],
)
def test_other_addresses_are_told(address: str, faults: int) -> None:
    """R29 tells each of the two faults by itself (NĐ 224/2026, Điều 11 khoản 4)."""
    assert len(list(address_problems(address, "publishconf.py", "SITEURL"))) == faults


@pytest.mark.parametrize(
    "line",
    [
        *("- Cổng Thông tin điện tử Sở;", "Cổng TTĐT tỉnh", "Trang thông tin điện tử của Sở (đăng tải)"),
        *("Cổng tin điện tử tỉnh", "website Sở", "Cổng TT ĐT Chính phủ"),
    ],
)
def test_recipients_that_mean_a_portal(line: str) -> None:
    """R30 reads the names that portals go by in lists of recipients (A2.12)."""
    assert names_portal(line)


@pytest.mark.parametrize("line", ["Như trên", "Lưu: VT, CĐS", "Trung tâm Thông tin", "Văn phòng Sở", "Trang Nhung"])
def test_recipients_that_mean_no_portal(line: str) -> None:
    """R30 leaves other recipients alone."""
    assert not names_portal(line)
