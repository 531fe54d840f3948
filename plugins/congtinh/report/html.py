"""The document as one HTML file that needs nothing beside it and prints as the DOCX does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from congtinh.report.document import (
    Block,
    Cell,
    Heading,
    ListItem,
    Paragraph,
    ReportDocument,
    Run,
    Runs,
    Table,
    full_address,
)
from congtinh.report.table_widths import is_wide
from congtinh.report.wording import (
    ADDRESSEES,
    DRAFT,
    MOTTO,
    RECIPIENTS,
    STATE,
    about_line,
    attached_to,
    closed,
    legible,
    listed,
    number_line,
    place_line,
    shown,
)

_STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); } }
@page :first { @top-center { content: none; } }
@page wide { size: A4 landscape; margin: 30mm 20mm 20mm; }
:root { color-scheme: light; }
body { background: #fff; color: #000; font: 14pt/1.3 "Times New Roman", Tinos, "Liberation Serif", serif;
  margin: 0 auto; max-width: 165mm; padding: 20mm 15px; }
h1, h2, h3, h4 { font-size: 1em; margin: .6em 0 .4em; break-after: avoid; }
h2, h3, h4, p.first, li.first > p:first-child { text-indent: 12.7mm; }
h4 { font-style: italic; }
p { margin: 0 0 .4em; text-align: justify; }
ul { list-style: none; margin: 0; padding: 0; }
ul ul ul { margin-left: 6.35mm; }
.head { display: grid; grid-template-columns: 75fr 90fr; row-gap: 2mm; }
.end { break-before: avoid; break-inside: avoid; display: grid; gap: 4mm; grid-template-columns: 1fr 1fr; margin-top: 4mm; }
.head, .middle { text-wrap: balance; } sup, sub { line-height: 0; }
.head p, .middle, .middle p, .signer p, caption { text-align: center; }
.head p { font-size: 12pt; margin: 0; } .head .motto, .head .number { font-size: 13pt; }
.upper { text-transform: uppercase; }
.rule::after { border-top: 1px solid; content: ""; display: block; margin: 2px auto 4px; width: 5em; }
.motto.rule::after { width: 14.5em; max-width: 100%; }
.recipients p { font-size: 11pt; margin: 0; text-align: left; } .recipients p:first-child { font-size: 12pt; }
.signer p:last-child { margin-top: 25mm; }
.around { overflow-x: auto; }
table { border-collapse: collapse; font-size: 12pt; margin: .4em 0; width: 100%; }
caption { font-weight: bold; padding-bottom: .3em; }
th, td { border: 1px solid #000; padding: 2px 4px; text-align: left; }
th { text-align: center; } td.number, td.percent { text-align: right; white-space: nowrap; } td.day { text-align: center; }
thead { display: table-header-group; } tr { break-inside: avoid; }
tfoot { display: table-row-group; font-weight: bold; }
.note { font-size: 12pt; font-style: italic; }
.annex { break-before: page; margin-top: 3em; } .annex.wide { page: wide; }
a { color: #0b3d91; } pre { white-space: pre-wrap; }
@media (max-width: 600px) { body { padding-top: 5mm; } p { text-align: left; } .head { grid-template-columns: 1fr; } }
@media print {
  body { line-height: 1.15; max-width: none; padding: 0; } .annex { margin-top: 0; }
  a { color: inherit; text-decoration: none; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(document: ReportDocument) -> str:
    """A whole page: its style within, no script, nothing fetched."""
    language = document.language
    title = f"{document.type_name} {document.title}".replace("\n", " ").strip()
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        *_head(document), "<main>", *_title(document), *_body(document), *_end(document),
        *(line for annex in document.annexes for line in _annex(annex, document)),
        "</main>\n</body>\n</html>",
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _safe(text: str) -> str:
    return escape(legible(text))


def _lines(text: str) -> str:
    return _safe(text).replace("\n", "<br>")


def _head(document: ReportDocument) -> Iterator[str]:
    language = document.language
    yield '<header class="head">\n<div>'
    if document.agency_above:
        yield f'<p class="upper">{_lines(document.agency_above)}</p>'
    yield f'<p class="upper rule"><strong>{_lines(document.agency)}</strong></p>'
    yield f"</div>\n<div>\n<p><strong>{STATE.of(language)}</strong></p>"
    yield f'<p class="motto rule"><strong>{MOTTO.of(language)}</strong></p>'
    yield f'</div>\n<div>\n<p class="number">{_safe(number_line(document))}</p>'
    if not document.type_name:
        yield f"<p>{_lines(about_line(document))}</p>"
    if document.draft:
        yield f"<p><strong>{DRAFT.of(language)}</strong></p>"
    place = _safe(place_line(document))
    yield f'</div>\n<div>\n<p class="number"><em>{place}</em></p>\n</div>\n</header>'


def _title(document: ReportDocument) -> Iterator[str]:
    if document.type_name:
        kind = f'<span class="upper">{_safe(document.type_name)}</span>'
        yield f'<h1 class="middle rule">{kind}<br>{_lines(document.title)}</h1>'
    if document.note:
        yield f'<p class="middle"><em>({_safe(document.note)})</em></p>'
    names, sign = document.addressee, ADDRESSEES.of(document.language)
    if len(names) == 1:
        yield f'<p class="middle">{sign} {_safe(names[0])}</p>'
    elif names:
        lines = "<br>".join(map(_safe, listed(names)))
        yield f'<div class="middle"><p>{sign}<br>{lines}</p></div>'


def _body(document: ReportDocument) -> Iterator[str]:
    for sentence in filter(None, document.basis.split("\n")):
        yield f'<p class="first">{_safe(sentence)}</p>'
    yield from _blocks(document.blocks, document)
    for sentence in filter(None, closed(document.closing).split("\n")):
        yield f'<p class="first">{_safe(sentence)}</p>'


def _blocks(blocks: Sequence[Block], document: ReportDocument) -> Iterator[str]:
    """Blocks in order; items below one another are one list, deeper ones a list within."""
    depth = 0
    for block in blocks:
        if isinstance(block, ListItem):
            wanted = max(1, block.level)
            yield _CLOSED * max(0, depth - wanted)
            if block.mark or not depth:
                yield _opened(min(depth, wanted), wanted)
                depth = wanted
            depth = min(depth, wanted)
            sign = f"{block.mark} " if block.mark else ""
            yield f"<p>{_safe(sign)}{_runs(block.runs, document.site)}</p>"
            continue
        yield _CLOSED * depth
        depth = 0
        if isinstance(block, Table):
            yield from _table(block, document)
        else:
            yield _words(block, document.site)
    yield _CLOSED * depth


_CLOSED = "</li></ul>"


def _opened(depth: int, wanted: int) -> str:
    """What begins an item of the level ``wanted`` within ``depth`` open ones."""
    if depth == wanted:
        return '</li><li class="first">'
    return "<ul><li>" * (wanted - depth - 1) + '<ul><li class="first">'


def _words(block: Heading | Paragraph, site: str) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level + 1}>{_runs(block.runs, site)}</h{block.level + 1}>"
    look = f' style="text-align:{block.align}"' if block.align != "justify" else ""
    first = ' class="first"' if block.indent else ""
    return f"<p{first}{look}>{_runs(block.runs, site)}</p>"


def _runs(runs: Runs, site: str) -> str:
    return "".join(_run(run, site) for run in runs)


def _run(run: Run, site: str) -> str:
    text = _lines(run.text)
    tags = {"strong": run.bold, "em": run.italic, "s": run.struck}
    for tag in (*(tag for tag, worn in tags.items() if worn), {"super": "sup"}.get(run.raised, run.raised)):
        text = f"<{tag}>{text}</{tag}>" if tag else text
    return _linked(text, run.href, site)


def _linked(text: str, href: str, site: str) -> str:
    address = full_address(href, site)
    return f'<a href="{escape(address)}" rel="noopener">{text}</a>' if address and text else text


def _end(document: ReportDocument) -> Iterator[str]:
    yield '<footer class="end">\n<div class="recipients">'
    if document.recipients:
        yield f"<p><strong><em>{RECIPIENTS.of(document.language)}</em></strong></p>"
        yield from (f"<p>{_safe(line)}</p>" for line in listed(document.recipients))
    yield '</div>\n<div class="signer">'
    for line in filter(None, (document.capacity, document.signer_title)):
        yield f'<p class="upper"><strong>{_safe(line)}</strong></p>'
    yield f"<p><strong>{_safe(document.signer_name)}</strong></p>\n</div>\n</footer>"


def _annex(annex: Table, document: ReportDocument) -> Iterator[str]:
    wide = " wide" if is_wide(annex, document.language) else ""
    number = f"{_safe(annex.number)}<br>" if annex.number else ""
    yield f'<section class="annex{wide}">'
    yield f'<h2 class="middle">{number}<span class="upper">{_lines(annex.caption)}</span></h2>'
    yield f'<p class="middle rule"><em>{_safe(attached_to(document))}</em></p>'
    yield from _table(annex, document, named=True)
    yield "</section>"


def _table(table: Table, document: ReportDocument, *, named: bool = False) -> Iterator[str]:
    name = " – ".join(filter(None, (table.number, table.caption)))
    label = f' role="region" tabindex="0" aria-label="{_safe(name)}"' if name else ""
    yield f'<div class="around"{label}>\n<table>'
    if name and not named:
        yield f"<caption>{_safe(name)}</caption>"
    yield from _table_head(table)
    yield "<tbody>"
    yield from (_row(row, table, document) for row in table.rows)
    yield "</tbody>"
    if table.totals:
        yield f"<tfoot>\n{_row(table.totals, table, document)}\n</tfoot>"
    yield "</table>\n</div>"
    if table.note:
        yield f'<p class="note">{_lines(table.note)}</p>'


def _table_head(table: Table) -> Iterator[str]:
    columns = table.columns
    if not any(column.label or column.group for column in columns):
        return
    deep = any(column.group for column in columns)
    yield "<thead>"
    if deep:
        upper, at = "", 0
        for group, count in table.groups:
            words = _lines(group or columns[at].label)
            spans = f' colspan="{count}" scope="colgroup"' if group else ' rowspan="2" scope="col"'
            upper, at = f"{upper}<th{spans}>{words}</th>", at + count
        yield f"<tr>{upper}</tr>"
    lower = (column for column in columns if not deep or column.group)
    yield "<tr>" + "".join(f'<th scope="col">{_lines(column.label)}</th>' for column in lower) + "</tr>"
    yield "</thead>"


def _row(cells: Sequence[Cell | None], table: Table, document: ReportDocument) -> str:
    made = ""
    for cell, column in zip(cells, table.columns, strict=True):
        text = _linked(_lines(shown(cell, column, document.language)), cell.href if cell else "", document.site)
        text = f"<strong>{text}</strong>" if cell and cell.bold and text else text
        made += f'<td class="{column.kind}">{text}</td>'
    return f"<tr>{made}</tr>"
