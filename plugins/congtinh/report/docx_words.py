"""Words, paragraphs and rules in a DOCX file."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from congtinh.report.document import Alignment, Run, Runs, full_address
from congtinh.report.wording import legible

ALIGNED = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY, "center": WD_ALIGN_PARAGRAPH.CENTER,
    "left": WD_ALIGN_PARAGRAPH.LEFT, "right": WD_ALIGN_PARAGRAPH.RIGHT,
}  # fmt: skip
_MM_TO_A_POINT = 0.352778
_WIDTHS = {"upper": 0.7, "lower": 0.465, "space": 0.25}
"""Ems that letters of bold Times take, on average."""


def say(
    paragraph: WordParagraph, runs: Runs, *, site: str = "", size: float | None = None
) -> WordParagraph:
    """The runs written into the paragraph; links that lead somewhere can be followed."""
    for run in runs:
        address = full_address(run.href, site)
        written = paragraph.add_run(legible(run.text))
        _put_on(written, run, size)
        if address:
            _link(paragraph, written, address)
    return paragraph


def words(
    paragraph: WordParagraph, text: str, *, bold: bool = False, italic: bool = False,
    size: float | None = None, align: Alignment | None = None,
) -> WordParagraph:  # fmt: skip
    """One text of one face in a paragraph of the frame."""
    if align:
        paragraph.alignment = ALIGNED[align]
    return say(paragraph, (Run(text, bold, italic),), size=size)


def _put_on(written: WordRun, run: Run, size: float | None) -> None:
    written.bold, written.italic = run.bold or None, run.italic or None
    font = written.font
    if run.raised == "super":
        font.superscript = True
    elif run.raised == "sub":
        font.subscript = True
    font.strike = run.struck or None
    if size:
        font.size = Pt(size)


def _link(paragraph: WordParagraph, written: WordRun, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    written.element.addprevious(link)
    link.append(written.element)


def close_up(paragraph: WordParagraph, *, before: float = 0, after: float = 0) -> WordParagraph:
    """A paragraph of the frame: no indent, single lines, its own room above and below in points."""
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.first_line_indent, shape.line_spacing = Mm(0), 1.0
    return paragraph


def width_of(text: str, size: float) -> float:
    """About how many millimetres the bold text takes."""
    upper, space = sum(sign.isupper() for sign in text), text.count(" ")
    lower = len(text) - upper - space
    ems = upper * _WIDTHS["upper"] + lower * _WIDTHS["lower"] + space * _WIDTHS["space"]
    return ems * size * _MM_TO_A_POINT


def balanced(text: str, size: float, room: float) -> str:
    """A name that is wider than its room on lines of about one length, instead of one last short word."""
    lines = ceil(width_of(text, size) / room)
    if lines < 2:
        return text
    made: list[str] = []
    line, share = "", width_of(text, size) / lines
    for word in text.split():
        longer = f"{line} {word}".strip()
        over = width_of(longer, size) - share
        if line and len(made) < lines - 1 and over > share - width_of(line, size):
            made.append(line)
            longer = word
        line = longer
    return "\n".join([*made, line])


def rule(paragraph: WordParagraph, room: float, length: float) -> WordParagraph:
    """An empty paragraph that is a line of ``length`` in the midst of ``room``, both in millimetres."""
    close_up(paragraph)
    side = max(0.0, (room - length) / 2)
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Mm(side)
    shape.space_before, shape.line_spacing = Pt(3), Pt(4)
    edges = OxmlElement("w:pBdr")
    line = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    edges.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(edges, *_AFTER_EDGES)
    return paragraph


_AFTER_EDGES = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
    "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd",
    "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap",
    "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip


def field_of(paragraph: WordParagraph, code: str) -> None:
    """A field that the reading program fills in, such as ``PAGE``."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), kind)
        else:
            sign = OxmlElement("w:instrText")
            sign.set(qn("xml:space"), "preserve")
            sign.text = f" {code} "
        run._r.append(sign)


def all_bold(runs: Runs) -> Runs:
    """The runs, every one bold."""
    return tuple(replace(run, bold=True) for run in runs)
