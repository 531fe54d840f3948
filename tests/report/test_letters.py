"""Letters that remind a unit of its gaps."""

from __future__ import annotations

import datetime as dt

import pytest

from congtinh.languages import Language
from congtinh.report.document import ListItem, Paragraph, ReportDocument, plain
from congtinh.report.docx import docx
from congtinh.report.letters import Reminder, ReminderItem, letter
from tests.report.test_docx import opened, text_of
from tests.report.written_samples import UNITS


def reminder(count: int, language: Language = "vi") -> Reminder:
    """A reminder with so many gaps, every second one late."""
    items = tuple(
        ReminderItem(f"Mục {turn}", "khoản 1 Điều 10 NĐ 224/2026/NĐ-CP",
                     dt.date(2026, 6, 1) if turn % 2 else dt.date(2026, 7, 30), f"Đăng đủ mục {turn}.")
        for turn in range(1, count + 1)
    )  # fmt: skip
    return Reminder(
        language, UNITS[1].of(language), items, dt.date(2026, 7, 15), agency="Sở Khoa học và Công nghệ",
        place="Minh Châu", site_name="Trang thông tin điện tử của Sở", as_of=dt.date(2026, 6, 30), year=2026,
        capacity="TL. GIÁM ĐỐC", signer_title="CHÁNH VĂN PHÒNG", signer_name="Trần Thị Thử",
        copies=("Lãnh đạo Sở (b/c)",),
    )  # fmt: skip


def said(document: ReportDocument) -> list[str]:
    """The text between addressee and signature, block by block."""
    return [
        f"{block.mark} {plain(block.runs)}" if isinstance(block, ListItem) else plain(block.runs)
        for block in document.blocks if isinstance(block, ListItem | Paragraph)
    ]  # fmt: skip


def test_the_letter_names_every_gap_with_rule_day_and_remedy() -> None:
    """Late gaps are called late; the count is written in two digits; the deadline is in words."""
    opening, first, remedy, second, _, asked = said(letter(reminder(2)))
    assert "còn 02 nội dung" in opening and "tính đến ngày 30 tháng 6 năm 2026" in opening
    assert first == "- Mục 1 (khoản 1 Điều 10 NĐ 224/2026/NĐ-CP; đã quá hạn từ ngày 01/6/2026):"
    assert remedy == "+ Đăng đủ mục 1."
    assert second == "- Mục 2 (khoản 1 Điều 10 NĐ 224/2026/NĐ-CP; hạn: ngày 30/7/2026):"
    assert "trước ngày 15 tháng 7 năm 2026" in asked


def test_many_gaps_become_an_annex() -> None:
    """A long list stands in a table behind the letter, every row of it."""
    made = letter(reminder(20))
    (annex,) = made.annexes
    assert annex.number == "Phụ lục" and len(annex.rows) == 20
    assert "danh sách tại Phụ lục kèm theo" in said(made)[0] and not [b for b in made.blocks if isinstance(b, ListItem)]


def test_the_letter_is_a_cong_van() -> None:
    """Symbol of agency and unit, V/v, Kính gửi, Như trên, archive: its DOCX shows them all."""
    found = text_of(opened(letter(reminder(3))))
    parts = ("/SKHCN-VP V/v đôn đốc", f"Kính gửi: {UNITS[1].vi}", "thực hiện./.", "TL. GIÁM ĐỐC CHÁNH VĂN PHÒNG",
             "Nơi nhận: - Như trên; - Lãnh đạo Sở (b/c); - Lưu: VT, VP.")  # fmt: skip
    assert [part for part in parts if part not in found] == []
    assert docx(letter(reminder(3))) == docx(letter(reminder(3)))


def test_the_english_letter() -> None:
    """One thing is one thing, and its title says Re once."""
    made = letter(reminder(1, "en"))
    assert "finds 1 thing that" in said(made)[0] and "by 15 July 2026" in said(made)[-1]
    assert "Re: information" in text_of(opened(made)) and "Re: Re:" not in text_of(opened(made))


def test_no_gaps_no_letter() -> None:
    """Nobody is reminded of nothing."""
    with pytest.raises(ValueError, match="no gaps"):
        letter(reminder(0))
