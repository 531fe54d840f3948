"""How parts of an instrument are spoken of before it, and where such words begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_WINDOWS = (48, 192, 512)  # characters before an instrument in which its parts stand
_GAP = 24  # more than stands between two words of one list of parts
_WHITE = r"[^\S\n]*(?:\n[^\S\n]*)?"
_LABEL = (
    r"thứ\s(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)"
    r"|\d{1,3}[a-zđ]{0,2}(?:\.\d{1,2})*(?![\w/])|[IVXLC]+[A-ZĐa-zđ]?(?!\w)|[a-zđ](?:\.?\d)?(?![\w/])"
    r"|[A-ZĐ](?![\w/])|(?<=\()[ivx]{2,5}(?=\))"
)
_LAST = re.compile(
    r"(?i:\d{1,3}[a-zđ]{0,2}|[ivxlc]+[a-zđ]?|[a-zđ]\d?|lục|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín"
    r"|mười|appendix|appendices|annex|annexes)"
)
LONGEST_ATTACHED = 72  # characters of “của Quy chế ban hành kèm theo”
_WORD = re.compile(r"[^\W_]+")
_HARD_STOP = re.compile(r"[.;:\0]|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language speaks of parts.

    ``units``: words in small letters and the units of anchors, “” for those that have none.
    ``links`` stand between the last part and the instrument, ``joins`` between parts; ``ranges``
    are those of the joins, and signs, that mean all between. ``attached`` finds the words, right
    before an instrument, for a text that is issued with it and bears no title: “của Quy chế ban
    hành kèm theo”; with a title it is not known where the words for its parts end.
    """

    units: Mapping[str, str]
    links: frozenset[str]
    joins: str
    ranges: frozenset[str]
    attached: re.Pattern[str]
    token: re.Pattern[str] = field(init=False)
    run: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        unit = "|".join(sorted(self.units, key=len, reverse=True))
        number = r"(?!\w)(?:\s(?:số|No\.?)(?!\w))?"
        token = (
            rf"(?:(?P<unit>(?i:{unit})){number}|[“\"(]?(?P<label>{_LABEL})[”\")]?"
            rf"|(?P<join>[,;–—-]|(?i:{self.joins})(?!\w)))"
        )
        bare = re.sub(r"\?P<\w+>", "?:", token)
        object.__setattr__(self, "token", re.compile(token))
        object.__setattr__(
            self, "run", re.compile(rf"(?<!\w)(?i:{unit}){number}(?:{_WHITE}{bare})*+")
        )

    def end_before(self, text: str, at: int) -> int:
        """Where a label ends that only words such as “của” separate from ``at``; -1 where none does."""
        words = list(_WORD.finditer(text, max(0, at - 48), at))
        while words and words[-1][0].lower() in self.links:
            words.pop()
        if not words or not _LAST.fullmatch(words[-1][0]):
            return -1
        end = words[-1].end()
        if at > end and _HARD_STOP.search(text, end, at):
            return -1
        return end + 1 if text[end : end + 1] in {"”", '"', ")"} else end

    def start_before(self, text: str, end: int) -> int:
        """Where the words and labels begin that end at ``end``; ``end`` itself where none do."""
        start = end
        for window in _WINDOWS:
            low = max(0, end - window)
            runs = self.run.finditer(text, low, end)
            start = next((run.start() for run in runs if run.end() == end), end)
            if start - low > _GAP:
                break
        return start


SPEECHES = {
    "vi": Speech(
        {"điểm": "diem", "khoản": "khoan", "điều": "dieu", "tiểu mục": "tieu-muc", "mục": "muc",
         "chương": "chuong", "phần": "phan", "phụ lục": "phu-luc", "tiết": "", "đoạn": ""},
        frozenset({"của", "tại", "theo", "thuộc", "trong", "ở", "được", "ban", "hành", "kèm"}),
        "và|hoặc|hay|đến|tới|từ|các|cùng|của|tại|thuộc",
        frozenset({"đến", "tới", "-", "–", "—"}),
        re.compile(
            r"(?i)(?<!\w)(?:(?:của|tại|thuộc|trong|ở)\s+)?(?:bản\s+)?(?:quy chế|quy định|điều lệ|nội quy"
            r"|quy trình|quy chuẩn|chương trình|kế hoạch|đề án|hướng dẫn|chế độ)\s+"
            r"(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s+(?:các\s+)?\Z"
        ),
    ),
    "en": Speech(
        {"points": "diem", "point": "diem", "items": "diem", "item": "diem", "clauses": "khoan",
         "clause": "khoan", "paragraphs": "khoan", "paragraph": "khoan", "articles": "dieu",
         "article": "dieu", "sub-section": "tieu-muc", "subsection": "tieu-muc",
         "sections": "muc", "section": "muc", "chapters": "chuong", "chapter": "chuong",
         "parts": "phan", "part": "phan", "appendices": "phu-luc", "appendix": "phu-luc",
         "annexes": "phu-luc", "annex": "phu-luc"},
        frozenset({"of", "in", "to", "under", "the", "attached", "issued", "promulgated",
                   "together", "with"}),
        "and|or|to|through|from|of|the|in",
        frozenset({"to", "through", "-", "–", "—"}),
        re.compile(
            r"(?i)(?<!\w)(?:(?:of|in|under)\s+)?(?:the\s+)?(?:regulations?|rules|charter|statute|programme"
            r"|program|plan|scheme|guidelines|procedures?)\s+(?:(?:issued|promulgated|attached|enclosed)\s+)"
            r"(?:(?:together\s+)?with|to)\s+(?:the\s+)?\Z"
        ),
    ),
}  # fmt: skip
