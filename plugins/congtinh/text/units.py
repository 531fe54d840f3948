"""How the lines that begin a unit of legal text look, in Vietnamese and in English."""

from __future__ import annotations

import re

_MARKS = r"(?P<hash>#{1,6}\s+)?(?P<bold>\*\*|__)?\s*"
_ROMAN = r"[IVXLC]{1,7}"
_ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "one": 1, "first": 1, "two": 2,
    "second": 2, "three": 3, "third": 3, "four": 4, "fourth": 4, "five": 5, "fifth": 5,
    "six": 6, "sixth": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_UNITS = {
    "phần": "phan", "part": "phan", "chương": "chuong", "chapter": "chuong", "mục": "muc",
    "section": "muc", "tiểu mục": "tieu-muc", "sub-section": "tieu-muc",
    "subsection": "tieu-muc", "điều": "dieu", "article": "dieu",
}  # fmt: skip
RANK = {"phu-luc": 0, "phan": 1, "chuong": 2, "muc": 3, "tieu-muc": 4, "dieu": 5}
_HEADING_MARKS = frozenset("#*_")
_UNIT = re.compile(
    rf"{_MARKS}(?P<word>Tiểu mục|Sub-?section|Phần|Chương|Mục|Điều|Part|Chapter|Section|Article)"
    rf"\s+(?P<number>(?:thứ\s+)?[^\W\d_]{{2,6}}(?=\s*(?:[.:*_–-]|$))|{_ROMAN}(?![^\W_])"
    r"|\d+[a-zđ]{0,2}(?:\.(?:\d+|[A-ZĐ]{1,4}(?=\.\d)))*)(?!\w)"
    r"(?:\*\*|__)?\s*(?P<stop>[.:–—-]|$)?\s*(?P<title>.*)",
    re.IGNORECASE,
)
APPENDIX = re.compile(
    rf"{_MARKS}(?:(?:PHỤ LỤC|APPENDIX|ANNEX)(?P<upper>(?:\s+(?:SỐ\s+)?(?:\d+[a-zđA-Z]?|{_ROMAN}))?)"
    rf"|(?:Phụ lục|Appendix|Annex)(?P<lower>\s+(?:số\s+)?(?:\d+[a-zđA-Z]?|{_ROMAN})))"
    r"(?:\*\*|__)?\s*(?:$|[.:–—-](?=\s|\*)\s*(?P<title>.*)$|[.:]$)"
)
ATTACHED = re.compile(
    rf"{_MARKS}(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|QUY CHUẨN"
    r"|HƯỚNG DẪN|DANH MỤC|REGULATIONS?|CHARTER)\b[^a-zà-ỹ]*$"
)
ISSUED_WITH = re.compile(
    r"[*_(\s]*(?:Ban hành )?kèm theo|[*_(\s]*(?:Issued|Promulgated) (?:with|together)", re.I
)
ROMAN_TITLE = re.compile(rf"{_MARKS}(?P<number>{_ROMAN})(?:\s*[./)–-]|\.?\*\*)\s*(?P<title>\S.*)")
CLAUSE = re.compile(r"(?:\*\*)?(\d{1,3}[a-zđ]?)[.)](?:\*\*)?(?!\d)\s*\S")
POINT = re.compile(r"(?:\*\*)?\(?([a-zđ]{1,2}\d?)\)(?:\*\*)?\s*\S")
_SENTENCE_END = re.compile(r"[.;:!?…][”\"»)*_]*$")


def may_head(line: str) -> bool:
    """Whether a line without space before it begins as headings do: by a capital or a mark."""
    return line[:1].isupper() or line[:1] in _HEADING_MARKS


def unit_of(line: str) -> tuple[str, str, str, str] | None:
    """Kind, number in arabic, label and title of a line that begins a unit, else nothing.

    “Điều 5 của Luật này …” only mentions an article: after the number has to stand a full stop,
    a colon, a dash or nothing, unless the author marked the line as a heading.
    """
    match = _UNIT.match(line)
    if not match or not (match["hash"] or match["bold"] or match["stop"] is not None):
        return None
    word = " ".join(match["word"].lower().split())
    unit, number = _UNITS[word], arabic(match["number"])
    capital = match["word"][0].isupper()
    if not number or not capital or (unit == "dieu" and not match["number"][0].isdigit()):
        return None
    stop = ":" if match["stop"] == ":" else "."
    return unit, number, f"{match['word']} {match['number']}{stop}", unmarked(match["title"])


def begins_unit(line: str) -> bool:
    return bool(unit_of(line) or CLAUSE.match(line) or POINT.match(line) or APPENDIX.match(line))


def arabic(number: str) -> str:
    """``IV``, ``thứ tư`` and ``4`` are ``4``; ``10đ`` is ``10dd``; empty where it is no number."""
    words = number.lower().split()
    if words[-1] in _ORDINALS:
        return str(_ORDINALS[words[-1]])
    if number[0].isdigit():
        lower = number.lower()
        # the numbers of the codified law hold the sign of a document type: 3.3.NĐ.1
        return lower.replace("đ", "d").replace(".", "-") if "." in lower else ascii_sign(lower)
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}.get(sign, 0) for sign in number.upper()]
    if 0 in values:
        return ""
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))


def ascii_sign(sign: str) -> str:
    return sign.replace("đ", "dd")


def unmarked(text: str) -> str:
    """A title without the marks of Markdown headings and bold type around it."""
    text = text.strip().lstrip("#").strip()
    return text.replace("**", "").replace("__", "").strip()
