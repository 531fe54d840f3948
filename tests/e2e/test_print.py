"""A document on paper: a letterhead as of Nghị định 30/2020/NĐ-CP, A4, and nothing of the screen."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from tests.e2e.conftest import NewPage
from tests.e2e.kinds import ENGLISH, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser

A4 = (595.3, 841.9)  # points


def printed(site: SiteServer, new_page: NewPage, address: str) -> PdfReader:
    """The page as Chromium prints it, with the paper that the style sheet asks for."""
    page = new_page()
    page.goto(site.url(address))
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words(reader: PdfReader) -> str:
    """The text of all sheets with single blanks."""
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def test_document_prints_with_its_letterhead(site: SiteServer, new_page: NewPage) -> None:
    """Issuer, State, motto, number, place and date stand above the title (NĐ 30/2020, Phụ lục I)."""
    reader = printed(site, new_page, VIETNAMESE["full document"])
    text = words(reader)
    order = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Minh Châu, ngày 09 tháng 11 năm 2026",
        "QUYẾT ĐỊNH 21/2026/QĐ-UBND",
    ]
    assert "ỦY BAN NHÂN DÂN TỈNH MINH CHÂU" in text
    places = [text.find(line) for line in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places)
    assert text.rfind("Đinh Thị Ngọc Lan") > places[-1]


def test_print_is_a4_and_leaves_the_screen_behind(site: SiteServer, new_page: NewPage) -> None:
    """Every sheet is A4; menu, switch, controls and download buttons are not printed."""
    for address in (VIETNAMESE["full document"], ENGLISH["full document"], VIETNAMESE["home"]):
        reader = printed(site, new_page, address)
        for sheet in reader.pages:
            size = (float(sheet.mediabox.width), float(sheet.mediabox.height))
            assert size == pytest.approx(A4, abs=1)
        text = words(reader)
        screen_only = (
            "Đến nội dung chính",
            "Skip to main",
            "Tương phản",
            "Contrast",
            "Danh bạ",
            "Directory",
        )
        assert [said for said in screen_only if said in text] == [], address
