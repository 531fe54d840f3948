"""Marks of secrecy and of limited circulation: as marks, on a line, in a box, a heading or brackets of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.guards.context import Context
from congtinh.guards.finding import Finding

_ABOUT = 200
_DRESS = " \t*_#>~`^=|\u00a0\u200b"
_TAG = re.compile(r"<[^<>\n]{1,200}>")
_LABEL = r"(?:(?:mức\s+)?độ\s+mật|dấu\s+(?:chỉ\s+)?(?:mức\s+)?độ\s+mật|do_?mat|phân\s+loại|classification)\s*[:：]\s*"
_LEAD = re.compile(r"^(?:[A-Za-z_]+\s*:(?:\s*[\"'])?|(?:tài liệu|văn bản|bản|hồ sơ)(?=\s|$))\s*", re.IGNORECASE)
_HEAD = re.compile(
    r"^(?:Số|Số\s*:.*|.*ngày\s+.*tháng\s+.*năm.*|.*CỘNG\s+HÒA.*|.*Độc lập.*|.*UBND.*|.*ỦY BAN.*|.*SỞ .*|Kính gửi.*)$"
)


def marks(context: Context) -> Iterator[Finding]:
    """The marks of a text; where it speaks of marks and shows them, they are none."""
    text = context.text
    for found in context.words.secret.finditer(text, context.folded):
        start = text.rfind("\n", 0, found.start()) + 1
        line = context.line(found.start())
        speaks_of_marks = context.words.of_marks.search(text[max(0, start - _ABOUT) : found.start()])
        if len(line) <= 250 and not speaks_of_marks and _is_mark(found[0], line, found.start() - start):
            yield Finding("secrecy", *found.span(), found[0], " ".join(found[0].split()))


def _is_mark(mark: str, line: str, at: int) -> bool:
    before, after = _undressed(line[:at]), _undressed(line[at + len(mark) :])
    in_cell = "|" in line
    if in_cell:
        before, after = _cell(line[:at], -1), _cell(line[at + len(mark) :], 0)
    is_capital, is_bare = mark.isupper(), mark.lower() == "mật"
    if re.fullmatch(_LABEL, before, re.IGNORECASE) and not after:
        return True
    before = _LEAD.sub("", before)
    after = after.strip("\"'.! ")
    if _in_brackets(before, after, is_capital):
        return True
    if not before and not after:
        if in_cell:
            return is_capital and (not is_bare or _is_heading_row(line))
        return is_capital or not is_bare
    if before.endswith(("-", "–", "—")) and not after and (is_capital or not is_bare):
        return len(line) < 120 and not before.isupper()
    return is_capital and _in_letterhead(line, before, after, mark)


def _in_brackets(before: str, after: str, is_capital: bool) -> bool:
    """``[MẬT]``, ``(Lưu hành nội bộ)`` at the beginning or the end of a line or a title."""
    opened, closed = before[-1:], after[:1]
    if (opened, closed) not in (("(", ")"), ("[", "]"), ("【", "】")):
        return False
    return not before[:-1].strip(" -–*_\"'") or not after[1:].strip(" .*_\"'-–")


def _in_letterhead(line: str, before: str, after: str, mark: str) -> bool:
    """Beside the number, the place and the date or the name of the agency, or far from them."""
    if before and after:
        return False
    rest = before or after
    is_far = re.search(rf"(?:\s{{3,}}|\t){re.escape(mark)}|{re.escape(mark)}(?:\s{{3,}}|\t)", line)
    if is_far and len(line) < 160:
        return True
    return len(line) < 120 and _HEAD.match(rest) is not None and not rest.isupper()


def _is_heading_row(line: str) -> bool:
    cells = [cell.strip(_DRESS) for cell in line.split("|")]
    filled = [cell for cell in cells if cell]
    return len(filled) <= 2 or any(_HEAD.match(cell) for cell in filled)


def _cell(side: str, place: int) -> str:
    return _undressed(side.split("|")[place])


def _undressed(part: str) -> str:
    return _TAG.sub(" ", part).strip(_DRESS)
