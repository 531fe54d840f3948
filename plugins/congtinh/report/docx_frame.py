"""What stands around the text of an official document: its head, its end, page and styles."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from congtinh.report.document import Alignment, ReportDocument
from congtinh.report.docx_words import balanced, close_up, field_of, rule, width_of, words
from congtinh.report.wording import (
    ADDRESSEES,
    DRAFT,
    MOTTO,
    RECIPIENTS,
    STATE,
    about_line,
    listed,
    number_line,
    place_line,
)

FONT = "Times New Roman"
TEXT_SIZE = 14.0
_PAPER, _SIDE, _LEFT, _RIGHT = 210.0, 20.0, 30.0, 15.0
"""A4; 20 mm above and below, 30 mm on the left, 15 mm on the right (20–25, 30–35, 15–20 allowed)."""
_HEIGHT = 297.0
UPRIGHT, SIDEWAYS = _PAPER - _LEFT - _RIGHT, _HEIGHT - 2 * _SIDE
"""Millimetres between the margins."""
_OURS, _STATES = 75.0, UPRIGHT - 75.0
_SHORT = 0.4
"""A rule under a name is a third to a half of its line."""


def set_page(section: Section, *, sideways: bool = False, own_numbers: bool = False) -> None:
    """A4 with the decree's margins; pages numbered from 1 again where ``own_numbers``."""
    long, short = Mm(_HEIGHT), Mm(_PAPER)
    section.orientation = WD_ORIENTATION.LANDSCAPE if sideways else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = (long, short) if sideways else (short, long)
    section.top_margin = Mm(_LEFT if sideways else _SIDE)
    section.bottom_margin = Mm(_RIGHT + 5 if sideways else _SIDE)
    section.left_margin = Mm(_SIDE if sideways else _LEFT)
    section.right_margin = Mm(_SIDE if sideways else _RIGHT)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    if own_numbers:
        numbers = section._sectPr.find(qn("w:pgNumType"))
        if numbers is None:
            numbers = OxmlElement("w:pgNumType")
            section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
        numbers.set(qn("w:start"), "1")


def number_pages(section: Section) -> None:
    """The page's number in the middle above the text, from the second page on."""
    paragraph = section.header.paragraphs[0]
    words(close_up(paragraph), "", align="center")
    field_of(paragraph, "PAGE")


def set_styles(made: WordDocument, language: str) -> None:
    """Times New Roman 14 throughout, and the document's language."""
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Title", "Subtitle", "Header"):
        style = made.styles[name]
        assert isinstance(style, ParagraphStyle)
        _set_font(style)
        shape = style.paragraph_format
        shape.line_spacing = 1.0
        shape.space_before, shape.space_after = Pt(0), Pt(6)
    for number in (1, 2, 3):
        heading = made.styles[f"Heading {number}"]
        assert isinstance(heading, ParagraphStyle)
        heading.font.bold, heading.font.italic = True, number == 3 or None
        heading.paragraph_format.space_before = Pt(6)
        heading.paragraph_format.first_line_indent = Mm(12.7)
        heading.paragraph_format.keep_with_next = True
    made.styles["Normal"].paragraph_format.widow_control = True
    _set_language(made, language)


def _set_font(style: ParagraphStyle) -> None:
    style.font.name, style.font.size = FONT, Pt(TEXT_SIZE)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.bold = style.font.italic = False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in list(fonts.attrib):
        del fonts.attrib[kind]
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for edges in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        edges.getparent().remove(edges)
    for spread in style.element.rPr.findall(qn("w:spacing")):
        spread.getparent().remove(spread)


def _set_language(made: WordDocument, language: str) -> None:
    code = "en-GB" if language == "en" else "vi-VN"
    for tongue in made.styles.element.iter(qn("w:lang")):
        tongue.set(qn("w:val"), code)
        tongue.set(qn("w:eastAsia"), code)
    for theme in made.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), code)


def write_head(made: WordDocument, document: ReportDocument) -> None:
    """The agency on the left, Quốc hiệu on the right, below them number, place and day."""
    table = _two_columns(made, (_OURS, _STATES), rows=2)
    language = document.language
    left, right = table.cell(0, 0), table.cell(0, 1)
    if document.agency_above:
        _line(left, balanced(document.agency_above.upper(), 12, _OURS), 12)
    agency = balanced(document.agency.upper(), 12, _OURS)
    _line(left, agency, 12, bold=True)
    rule(left.add_paragraph(), _OURS, _widest(agency, 12) * _SHORT)
    _line(right, STATE.of(language), 12, bold=True)
    _line(right, MOTTO.of(language), 13, bold=True)
    rule(right.add_paragraph(), _STATES, width_of(MOTTO.of(language), 13))
    left, right = table.cell(1, 0), table.cell(1, 1)
    _line(left, number_line(document), 13)
    if not document.type_name:
        _line(left, about_line(document), 12)
    if document.draft:
        _line(left, DRAFT.of(language), 13, bold=True)
    _line(right, place_line(document), 13, italic=True)


def write_title(made: WordDocument, document: ReportDocument) -> None:
    """The type's name and the title with its rule; nothing for an official letter."""
    if document.type_name:
        kind = made.add_paragraph(style="Title")
        close_up(words(kind, document.type_name.upper(), bold=True, align="center"), before=18)
        title = made.add_paragraph(style="Subtitle")
        close_up(words(title, document.title, bold=True, align="center"))
        longest = min(_widest(document.title, TEXT_SIZE), UPRIGHT)
        rule(made.add_paragraph(), UPRIGHT, longest * _SHORT).paragraph_format.space_after = Pt(6)
    if document.note:
        close_up(words(made.add_paragraph(), f"({document.note})", italic=True, align="center"), after=6)


def _widest(text: str, size: float) -> float:
    return max(width_of(line, size) for line in text.split("\n"))


def write_addressees(made: WordDocument, document: ReportDocument) -> None:
    """``Kính gửi``: one on the line, several below one another."""
    names = document.addressee
    if not names:
        return
    sign = ADDRESSEES.of(document.language)
    if len(names) == 1:
        close_up(words(made.add_paragraph(), f"{sign} {names[0]}", align="center"), before=12, after=12)
        return
    first = close_up(words(made.add_paragraph(), sign, align="left"), before=12)
    first.paragraph_format.left_indent = Mm(35)
    for name in listed(names):
        line = close_up(words(made.add_paragraph(), name, align="left"))
        line.paragraph_format.left_indent = Mm(45)
    line.paragraph_format.space_after = Pt(12)


def write_end(made: WordDocument, document: ReportDocument) -> None:
    """Recipients on the left; on the right in what capacity who signs, and room for the signature."""
    table = _two_columns(made, (UPRIGHT / 2, UPRIGHT / 2), rows=1)
    left, right = table.cell(0, 0), table.cell(0, 1)
    if document.recipients:
        _line(left, RECIPIENTS.of(document.language), 12, bold=True, italic=True, align="left")
        for entry in listed(document.recipients):
            _line(left, entry, 11, align="left")
    for words_of_office in filter(None, (document.capacity, document.signer_title)):
        _line(right, words_of_office.upper(), TEXT_SIZE, bold=True)
    for _ in range(4):
        _line(right, "", TEXT_SIZE)
    _line(right, document.signer_name, TEXT_SIZE, bold=True)
    for cell in (left, right):
        for paragraph in cell.paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True


def _line(
    cell: WordCell, text: str, size: float, *, bold: bool = False, italic: bool = False,
    align: Alignment = "center",
) -> None:  # fmt: skip
    """One more line of a cell of the frame."""
    fresh = len(cell.paragraphs) == 1 and not cell.paragraphs[0].runs
    paragraph = cell.paragraphs[0] if fresh else cell.add_paragraph()
    words(close_up(paragraph), text, bold=bold, italic=italic, size=size, align=align)


def _two_columns(made: WordDocument, widths: tuple[float, float], rows: int) -> WordTable:
    """A table without edges that only sets its cells side by side."""
    table: WordTable = made.add_table(rows=rows, cols=2)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table
