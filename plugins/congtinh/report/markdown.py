"""The document as Markdown that ``markdown_blocks`` reads back: annexes are pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from congtinh.report.document import (
    Block,
    Cell,
    Column,
    Heading,
    ListItem,
    ReportDocument,
    Run,
    Runs,
    Table,
)
from congtinh.report.wording import (
    ADDRESSEES,
    DRAFT,
    MOTTO,
    RECIPIENTS,
    STATE,
    about_line,
    attached_to,
    clean,
    closed,
    listed,
    number_line,
    place_line,
    shown,
)

_SIGNS = re.compile(r"([\\`*_\[\]{}])")
_AT_START = re.compile(r"^(\s*)(?:([-+>#:~=])|(\d+)([.)])(?=\s|$)|(?=    ))", re.MULTILINE)
_BREAK, _BREAKS = "  \n", re.compile(r"\s*\n\s*")
_PLAIN_ADDRESS = re.compile(r"[^\s<>()\[\]*_\\]+")
_PLAIN_MARKS = re.compile(r"[-+]|\d+\.")


def markdown(document: ReportDocument) -> str:
    """The whole document, a blank line between its blocks."""
    parts = [*_head(document), *_body(document), *_end(document)]
    for annex in document.annexes:
        parts += _annex(annex, document)
    return "\n\n".join(filter(None, parts)) + "\n"


def blocks_as_markdown(blocks: Sequence[Block], language: str = "vi") -> str:
    """Blocks alone, as a department could have written them; headings from ``##`` down."""
    return "\n\n".join(_blocks(blocks, language)) + "\n" if blocks else ""


def _head(document: ReportDocument) -> Iterator[str]:
    language = document.language
    names = [_words(document.agency_above.upper())] if document.agency_above else []
    lines = [*names, f"**{_words(document.agency.upper())}**", _words(number_line(document))]
    if not document.type_name:
        lines.append(_words(about_line(document)))
    if document.draft:
        lines.append(f"**{DRAFT.of(language)}**")
    yield _BREAK.join(lines)
    yield _BREAK.join((
        f"**{STATE.of(language)}**", f"**{MOTTO.of(language)}**", f"*{_words(place_line(document))}*",
    ))  # fmt: skip
    if document.type_name:
        yield f"# {_one_line(document.type_name.upper())} {_one_line(document.title)}"
    if document.note:
        yield f"*({_words(document.note)})*"
    if document.addressee:
        sign, to = ADDRESSEES.of(language), document.addressee
        yield f"{sign} {_words(to[0])}" if len(to) == 1 else f"{sign}\n\n{_items(to)}"


def _items(names: tuple[str, ...]) -> str:
    return "\n".join(f"- {_words(line[2:])}" for line in listed(names))


def _body(document: ReportDocument) -> Iterator[str]:
    yield from (_words(line) for line in filter(None, document.basis.split("\n")))
    yield from _blocks(document.blocks, document.language)
    yield from (_words(line) for line in filter(None, closed(document.closing).split("\n")))


def _end(document: ReportDocument) -> Iterator[str]:
    if document.recipients:
        yield f"***{RECIPIENTS.of(document.language)}***"
        yield _items(document.recipients)
    office = [word.upper() for word in (document.capacity, document.signer_title, "") if word]
    yield _BREAK.join(f"**{_words(line)}**" for line in (*office, document.signer_name) if line)


def _annex(annex: Table, document: ReportDocument) -> Iterator[str]:
    yield "## " + " – ".join(filter(None, (_one_line(annex.number), _one_line(annex.caption.upper()))))
    yield f"*{_words(attached_to(document))}*"
    yield _table(annex, document.language)
    yield f"*{_words(annex.note)}*" if annex.note else ""


def _blocks(blocks: Sequence[Block], language: str) -> Iterator[str]:
    """Each block, a list as one; an item stands in under the one it belongs to."""
    for is_list, group in groupby(blocks, lambda block: isinstance(block, ListItem)):
        if is_list:
            yield _list([block for block in group if isinstance(block, ListItem)])
        else:
            yield from (_block(block, language) for block in group)


def _block(block: Block, language: str) -> str:
    if isinstance(block, Table):
        name = " – ".join(filter(None, (block.number, block.caption)))
        title = f"{'Table' if language == 'en' else 'Bảng'}: {_words(name)}" if name else ""
        note = f"*{_words(block.note)}*" if block.note else ""
        return "\n\n".join(filter(None, (title, _table(block, language), note)))
    if isinstance(block, Heading):
        words = " ".join(_faces(block.runs).split()).replace("#", "\\#")
        return f"{'#' * (block.level + 1)} {words}"
    return _started(_faces(block.runs)).strip()


def _list(items: Sequence[ListItem]) -> str:
    """Items on lines of their own; one that goes on, or whose sign Markdown has not, is set apart."""
    made, was_apart, above = "", False, list[ListItem]()
    for item in items:
        sibling = _leave(above, item)
        is_apart = not _PLAIN_MARKS.fullmatch(item.mark) or not _follows(item, sibling)
        made += ("\n\n" if is_apart or was_apart else "\n") if made else ""
        made, was_apart = made + _item(item, len(above), is_apart), is_apart
        if not is_apart and (above or item.mark != "+"):  # a + at the edge is a line, with nothing in it
            above.append(item)
    return made


def _leave(above: list[ListItem], item: ListItem) -> ListItem | None:
    """The items that ``item`` stands in are left in ``above``; the last that it stands beside is returned."""
    sibling = None
    while above and above[-1].level >= item.level + (0 if item.mark else 1):
        sibling = above.pop()
    return sibling


def _follows(item: ListItem, sibling: ListItem | None) -> bool:
    """Whether Markdown, which counts by itself, would give the item its own number."""
    number = item.mark.removesuffix(".")
    last = sibling.mark.removesuffix(".") if sibling else ""
    return not (number.isdecimal() and last.isdecimal()) or int(number) == int(last) + 1


def _item(item: ListItem, depth: int, is_apart: bool) -> str:
    """One item, standing in under those it belongs to."""
    room = "    " * depth
    words = _started(_faces(item.runs)).strip().replace("\n", f"\n{room}    ")
    if is_apart:
        return f"{room}{_words(f'{item.mark} ')}{words}" if item.mark else f"{room}{words}"
    return f"{room}{item.mark} {words}"


def _table(table: Table, language: str) -> str:
    labels = [_label(column) for column in table.columns]
    rule = ["---:" if column.kind in ("number", "percent") else "---" for column in table.columns]
    rows = [[_cell(cell, column, language) for cell, column in zip(row, table.columns, strict=True)]
            for row in table.rows]  # fmt: skip
    if table.totals:
        pairs = zip(table.totals, table.columns, strict=True)
        rows.append([f"**{text}**" if (text := _cell(cell, column, language)) else "" for cell, column in pairs])
    return "\n".join(f"| {' | '.join(row)} |" for row in (labels, rule, *rows))


def _label(column: Column) -> str:
    return " – ".join(filter(None, (_in_cell(column.group), _in_cell(column.label))))


def _cell(cell: Cell | None, column: Column, language: str) -> str:
    if cell is None:
        return ""
    text = _in_cell(shown(cell, column, "en" if language == "en" else "vi"))
    linked = _link(text, cell.href)
    return f"**{linked}**" if cell.bold and text else linked


def _in_cell(text: str) -> str:
    return _SIGNS.sub(r"\\\1", _entities(clean(text))).replace("|", "\\|").replace("\n", "<br>")


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _words(text: str) -> str:
    """Plain words with every sign that Markdown would take for its own escaped."""
    return _started(_SIGNS.sub(r"\\\1", _entities(clean(text)))).replace("\n", _BREAK)


def _started(text: str) -> str:
    """No line begins with what opens a list, a heading, a quotation or code."""
    return _AT_START.sub(lambda at: f"{at[1].lstrip(' ')}{_escaped_start(at)}", text)


def _escaped_start(at: re.Match[str]) -> str:
    if at[2]:
        return f"\\{at[2]}" if at[2] not in ":~=" else f"&#{ord(at[2])};"
    return f"{at[3]}\\{at[4]}" if at[3] and at[4] == "." else f"{at[3] or ''}{at[4] or ''}"


def _one_line(text: str) -> str:
    return " ".join(_SIGNS.sub(r"\\\1", _entities(clean(text))).split())


def _faces(runs: Runs) -> str:
    """The runs with the signs of their faces; where two touch, elements keep them apart."""
    made = ""
    for before, run in pairwise((Run(""), *runs)):
        if run.href and made.endswith("!"):
            made = f"{made[:-1]}\\!"  # else the link were a picture
        touches = bool(made[-1:].strip() and run.text[:1].strip())
        made += _run(run, touches and (_has_face(before) or made[-1].isalnum() or made[-1] in "*_"))
    return made


def _has_face(run: Run) -> bool:
    return run.bold or run.italic


def _run(run: Run, by_elements: bool) -> str:
    text = _BREAKS.sub(_BREAK, _SIGNS.sub(r"\\\1", _entities(clean(run.text))))
    core = text.strip()
    if not core:
        return text
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    for worn, tag, sign in ((run.italic, "em", "*"), (run.bold, "strong", "**")):
        if worn:
            core = f"<{tag}>{core}</{tag}>" if by_elements else f"{sign}{core}{sign}"
    if run.raised:
        tag = "sup" if run.raised == "super" else "sub"
        core = f"<{tag}>{core}</{tag}>"
    core = f"<del>{core}</del>" if run.struck else core
    return f"{head}{_link(core, run.href)}{tail}"


def _link(words: str, href: str) -> str:
    if not href or not words:
        return words
    words = words.replace("\\]", "&#93;")  # a bracket and a colon would make it a definition
    return f"[{words}]({href})" if _PLAIN_ADDRESS.fullmatch(href) else f"[{words}](<{href}>)"
