"""The document as DOCX in the layout of Nghị định 30/2020/NĐ-CP: the same bytes for the same document."""

from __future__ import annotations

import datetime as dt
import io

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from congtinh.report.document import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    ReportDocument,
    Run,
    Table,
    full_address,
)
from congtinh.report.docx_frame import (
    SIDEWAYS,
    UPRIGHT,
    number_pages,
    set_page,
    set_styles,
    write_addressees,
    write_end,
    write_head,
    write_title,
)
from congtinh.report.docx_tables import table_element
from congtinh.report.docx_words import ALIGNED, close_up, rule, say, width_of, words
from congtinh.report.packing import packed, parts_of
from congtinh.report.table_widths import is_wide
from congtinh.report.wording import attached_to, closed

_FIRST_LINE, _STEP = 12.7, 6.35
"""Millimetres that the first line of a paragraph stands in, and each level of a list more."""
_NO_DAY = dt.datetime(2020, 3, 5)
"""The day in the file's properties where the document has none: that on which the decree came into force."""


def docx(document: ReportDocument) -> bytes:
    """The whole document as a file; annexes each on a page of its own, wide ones on their side."""
    made = Document()
    set_styles(made, document.language)
    set_page(made.sections[0])
    number_pages(made.sections[0])
    _set_properties(made, document)
    write_head(made, document)
    write_title(made, document)
    write_addressees(made, document)
    writer = _Writer(made, document)
    writer.write_body()
    write_end(made, document)
    for annex in document.annexes:
        writer.write_annex(annex)
    return _bytes_of(made)


def _set_properties(made: WordDocument, document: ReportDocument) -> None:
    facts = made.core_properties
    facts.title = f"{document.type_name} {document.title}".replace("\n", " ").strip()[:255]
    facts.author = document.agency[:255]
    facts.language = document.language
    facts.comments = facts.keywords = facts.last_modified_by = ""
    day = dt.datetime.combine(document.day, dt.time()) if document.day else _NO_DAY
    facts.created = facts.modified = day
    facts.revision = 1


def _bytes_of(made: WordDocument) -> bytes:
    for key, relation in list(made.part.package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del made.part.package.rels[key]
    file = io.BytesIO()
    made.save(file)
    return packed(parts_of(file.getvalue()))


class _Writer:
    """The blocks of one document, written one after another."""

    def __init__(self, made: WordDocument, document: ReportDocument) -> None:
        self._made, self._document, self._room = made, document, UPRIGHT
        self._known: dict[str, str] = {}

    def write_body(self) -> None:
        """Basis, parts and the closing words, which stay with the signature."""
        for sentence in filter(None, self._document.basis.split("\n")):
            self._paragraph(Paragraph((Run(sentence),)))
        for block in self._document.blocks:
            self._block(block)
        last = None
        for sentence in filter(None, closed(self._document.closing).split("\n")):
            last = self._paragraph(Paragraph((Run(sentence),)))
        if last is not None:
            last.paragraph_format.keep_with_next = True
        close_up(self._made.add_paragraph()).paragraph_format.keep_with_next = True

    def write_annex(self, annex: Table) -> None:
        """The annex in a section of its own: number, name, what it is attached to, the table."""
        sideways = is_wide(annex, self._document.language)
        section = self._made.add_section(WD_SECTION.NEW_PAGE)
        set_page(section, sideways=sideways, own_numbers=True)
        self._room = SIDEWAYS if sideways else UPRIGHT
        if annex.number:
            close_up(words(self._made.add_paragraph(), annex.number, bold=True, align="center"))
        name = self._made.add_paragraph(style="Heading 1")
        close_up(words(name, annex.caption.upper(), bold=True, align="center"))
        close_up(
            words(self._made.add_paragraph(), attached_to(self._document), italic=True, align="center")
        )
        length = min(width_of(attached_to(self._document), 14), UPRIGHT) * 0.33
        rule(self._made.add_paragraph(), self._room, length).paragraph_format.space_after = Pt(8)
        self._rows(annex)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._say(self._made.add_paragraph(style=f"Heading {block.level}"), block.runs)
        elif isinstance(block, ListItem):
            self._item(block)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> WordParagraph:
        made = self._made.add_paragraph()
        made.alignment = ALIGNED[block.align]
        if block.indent:
            made.paragraph_format.first_line_indent = Mm(_FIRST_LINE)
        return self._say(made, block.runs)

    def _item(self, block: ListItem) -> None:
        """Official lists hang nowhere: the sign stands where a paragraph's first line begins."""
        made = self._made.add_paragraph()
        made.alignment = ALIGNED["justify"]
        made.paragraph_format.first_line_indent = Mm(_FIRST_LINE)
        made.paragraph_format.left_indent = Mm(_STEP * max(0, block.level - 2))
        self._say(made, (Run(f"{block.mark} "), *block.runs) if block.mark else block.runs)

    def _table(self, block: Table) -> None:
        title = " – ".join(filter(None, (block.number, block.caption)))
        if title:
            above = words(self._made.add_paragraph(), title, bold=True, align="center", size=13)
            close_up(above, before=6, after=4).paragraph_format.keep_with_next = True
        self._rows(block)

    def _rows(self, table: Table) -> None:
        size = 12.0 if len(table.columns) <= 10 else 11.0
        made = table_element(table, self._document.language, self._room, size, self._linked)
        self._made.element.body._insert_tbl(made)
        after = close_up(self._made.add_paragraph(), before=4, after=6)
        if table.note:
            words(after, table.note, italic=True, size=12, align="justify")
        else:
            after.paragraph_format.line_spacing = Pt(1)  # tables want a paragraph between them

    def _say(self, paragraph: WordParagraph, runs: tuple[Run, ...]) -> WordParagraph:
        return say(paragraph, runs, site=self._document.site)

    def _linked(self, href: str) -> str:
        address = full_address(href, self._document.site)
        if address and address not in self._known:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self._known[address] = self._made.part.relate_to(address, kind, is_external=True)
        return self._known.get(address, "")


