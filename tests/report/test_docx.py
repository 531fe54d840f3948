"""The report as DOCX, read back by python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn

from congtinh.languages import Language
from congtinh.report.document import (
    Cell,
    Column,
    Heading,
    ListItem,
    Paragraph,
    ReportDocument,
    Run,
    Table,
    plain,
)
from congtinh.report.docx import docx
from congtinh.report.wording import shown
from tests.report.written_samples import report


def opened(document: ReportDocument) -> WordDocument:
    """The written file as python-docx reads it."""
    return Document(io.BytesIO(docx(document)))


def text_of(made: WordDocument) -> str:
    """All words of the body in order, tables and links among them, white space single."""
    pieces: list[str] = []
    for element in made.element.body.iter(qn("w:t"), qn("w:br"), qn("w:p")):
        pieces.append(element.text or "" if element.tag == qn("w:t") else " ")
    return " ".join("".join(pieces).split())


def expected_texts(document: ReportDocument) -> list[str]:
    """Every text that a reader must find."""
    tables = [*(b for b in document.blocks if isinstance(b, Table)), *document.annexes]
    cells = [
        shown(cell, column, document.language)
        for table in tables for row in [*table.rows, *([table.totals] if table.totals else [])]
        for cell, column in zip(row, table.columns, strict=True)
    ]  # fmt: skip
    return [
        document.agency.upper(), document.agency_above.upper(), document.place, *document.title.split("\n"),
        document.type_name, document.basis, document.note, document.signer_name, document.capacity.upper(),
        *(plain(b.runs) for b in document.blocks if isinstance(b, Heading | Paragraph | ListItem)),
        *(word for table in tables for word in (table.number, table.note)),
        *(column.label for table in tables for column in table.columns),
        *(column.group for table in tables for column in table.columns), *cells,
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_text_is_in_the_file(language: Language) -> None:
    """No heading, paragraph, item, cell, note or part of the frame is lost on the way."""
    document = report(language)
    found = text_of(opened(document))
    missing = [t for t in expected_texts(document) if " ".join(t.replace(" %", "\u00a0%").split()) not in found]
    assert missing == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_frame_of_the_decree(language: Language) -> None:
    """Quốc hiệu and Tiêu ngữ, number of two digits, place and day, ``./.``, recipients as a list."""
    found = text_of(opened(report(language)))
    expected = {
        "vi": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", "Số: 09/BC-SKHCN",
               "Minh Châu, ngày 05 tháng 7 năm 2026", "tổng hợp./.",
               "Nơi nhận: - Văn phòng UBND tỉnh (b/c); - Lãnh đạo Sở; - Lưu: VT, VP. KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC",
               "(Kèm theo Báo cáo số 09/BC-SKHCN ngày 05 tháng 7 năm 2026 của Sở Khoa học và Công nghệ)"],
        "en": ["SOCIALIST REPUBLIC OF VIET NAM Independence – Freedom – Happiness", "No.: 09/BC-SKHCN",
               "Minh Chau, 5 July 2026", "report./.", "Recipients:", "FOR THE DIRECTOR DEPUTY DIRECTOR"],
    }  # fmt: skip
    assert [words for words in expected[language] if words not in found] == []


def test_paper_margins_and_pages() -> None:
    """A4; 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right; no number on a first page."""
    made = opened(report("vi"))
    upright = made.sections[0]
    assert (round(upright.page_width.mm), round(upright.page_height.mm)) == (210, 297)
    assert 20 <= round(upright.top_margin.mm) <= 25 and 20 <= round(upright.bottom_margin.mm) <= 25
    assert 30 <= round(upright.left_margin.mm) <= 35 and 15 <= round(upright.right_margin.mm) <= 20
    assert all(section.different_first_page_header_footer for section in made.sections)
    assert "PAGE" in upright.header._element.xml


def test_annexes_have_sections_of_their_own() -> None:
    """Each begins a page and counts its own; the wide one lies on its side, the narrow one stands."""
    made = opened(report("vi"))
    assert [section.orientation for section in made.sections] == [
        WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE, WD_ORIENTATION.PORTRAIT,
    ]  # fmt: skip
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in made.sections]
    assert [None if one is None else one.get(qn("w:start")) for one in starts] == [None, "1", "1"]


def test_heads_come_again_and_rows_stay_whole() -> None:
    """Both rows of a grouped head repeat, no row is cut by a page, totals are bold."""
    made = opened(report("vi"))
    wide = max(made.tables, key=lambda table: len(table.rows))
    rows = wide._tbl.findall(qn("w:tr"))
    heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
    assert heads == [True, True, *[False] * (len(rows) - 2)]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    said = [run for run in rows[-1].iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    assert said and all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in said)


def test_links_lead_to_the_site_or_nowhere() -> None:
    """An address within the site gets the site's before it; without a site the words stay alone."""
    document = report("vi")
    targets = {rel.target_ref for rel in opened(document).part.rels.values() if rel.is_external}
    assert "https://skhcn.minhchau.gov.vn/chuyen-muc/1/" in targets
    alone = opened(replace(document, site=""))
    assert not [rel for rel in alone.part.rels.values() if rel.is_external]
    assert "Chuyên mục số 1 " in text_of(alone)


@pytest.mark.parametrize(("language", "code"), [("vi", "vi-VN"), ("en", "en-GB")])
def test_the_language_and_font_of_the_document(language: Language, code: str) -> None:
    """Spelling is checked in the document's language; the font is the decree's."""
    made = opened(report(language))
    assert {lang.get(qn("w:val")) for lang in made.styles.element.iter(qn("w:lang"))} == {code}
    assert made.styles["Normal"].font.name == "Times New Roman"


def test_the_same_document_makes_the_same_bytes() -> None:
    """No clock, no chance: a frozen report is rebuilt bit by bit; another document differs."""
    document = report("vi")
    assert docx(document) == docx(document)
    assert docx(document) != docx(replace(document, number="10"))
    with zipfile.ZipFile(io.BytesIO(docx(document))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None and "docProps/thumbnail.jpeg" not in archive.namelist()
    assert opened(document).core_properties.created.date() == document.day  # type: ignore[union-attr]


def test_room_for_what_the_clerk_writes() -> None:
    """Without number and day there is room for both, the year printed; a draft is marked as one."""
    found = text_of(opened(replace(report("vi"), number="", day=None, year=2026, draft=True)))
    assert re.search(r"Số:\s+/BC-SKHCN DỰ THẢO", found)
    assert re.search(r"ngày\s+tháng\s+năm 2026", found)


def test_an_official_letter_has_no_type() -> None:
    """Its V/v stands below the number, its addressee before the text."""
    letter = replace(report("vi"), type_name="", symbol="SKHCN-VP", addressee=("Văn phòng UBND tỉnh",),
                     title="V/v công khai thông tin")  # fmt: skip
    found = text_of(opened(letter))
    assert "Số: 09/SKHCN-VP V/v công khai thông tin" in found and "BÁO CÁO" not in found
    assert "Kính gửi: Văn phòng UBND tỉnh" in found
    several = text_of(opened(replace(letter, addressee=("Phòng A", "Phòng B;"))))
    assert "Kính gửi: - Phòng A; - Phòng B." in several


def test_signs_that_no_file_holds() -> None:
    """Control signs are left out, signs of XML are words like others."""
    odd = Table("a<b", (Column("&\x00"),), ((Cell("x\x0b<y>\x1f\ud800", href="https://a.vn/?a=1&b=2"),),))
    found = text_of(opened(replace(report("vi"), blocks=(Paragraph((Run("\x01<&>"),)), odd), annexes=())))
    assert "<&>" in found and "x<y>" in found and "&" in found


def test_a_document_of_nothing() -> None:
    """The least that a document can be is a file that opens."""
    least = ReportDocument("vi", agency="Sở", title="t", place="Minh Châu",
                           annexes=(Table("", (Column(""),), ()),))  # fmt: skip
    assert "BÁO CÁO" in text_of(opened(least))
