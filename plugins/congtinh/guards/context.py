"""What stands around a number: the label before it, the heading of its column, the line it is on."""

from __future__ import annotations

import re
from bisect import bisect
from collections import deque
from dataclasses import dataclass, field
from functools import cached_property

from congtinh.guards.words import GuardWords, lowered

REACH = 90
"""Characters before a number in which its label is looked for."""
_BLOCK = 240
_HEAD = 160
_LIST = 20_000
_NAMES = re.compile(r"\bhọ\b|\btên\b|\bname\b", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_DOI = re.compile(r"(?:doi:)?10\.\d{4,9}/", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm|of|in)\s+(?:19|20)\d{2}(?!\d)")
_NUMBER = re.compile(r"\d{3}|\d(?:[ .-]?\d){5}")
_SENTENCE_END = re.compile(r"[.!?;]\s+(?=[A-ZÀ-ỸĐ])")
_BARE = re.compile(r"[\s:|()*_.,\-–—#>]*\Z")
_PLAIN_DASHES = re.compile(r"[\s|:\-]+\Z")


@dataclass
class Context:
    """One text and the words that are known; what is asked of it repeatedly is found once."""

    text: str
    words: GuardWords
    _heads: dict[int, str] = field(default_factory=dict)

    def label(self, at: int) -> str:
        """The code of the words that name the number at a place: right before it, or over its column."""
        before = self.text[max(0, at - REACH) : at]
        last = deque(self.words.labels.finditer(before), 1)
        if last and _leads_on(before[last[0].end() :]):
            return (last[0].lastgroup or "").replace("_", "-")
        return self._heading_label(at)

    def _heading_label(self, at: int) -> str:
        head = self.heading(at)
        found = self.words.labels.search(head) if head else None
        return found.lastgroup.replace("_", "-") if found and found.lastgroup else ""

    def heading(self, at: int) -> str:
        """The cell over the column of a table (cells between ``|``) that the place is in."""
        line_start = self.text.rfind("\n", 0, at) + 1
        cell = self.text.count("|", line_start, at)
        if not cell and "|" not in self.line(at):
            return ""
        cells = self._head(line_start).split("|")
        return cells[cell].strip() if cell < len(cells) else ""

    def _head(self, line_start: int) -> str:
        """The first line of the table that a line is in."""
        passed, at = [], line_start
        while at not in self._heads:
            before = self.text.rfind("\n", 0, max(0, at - 1)) + 1 if at else -1
            if before < 0 or "|" not in self.text[before : max(0, at - 1)]:
                self._heads[at] = self.line(at)
                break
            passed.append(at)
            at = before
        for one in passed:
            self._heads[one] = self._heads[at]
        return self._heads[at]

    def is_listed(self, at: int) -> bool:
        """Whether a place is in a row with a person's name, some way below the headings of a list with cards.

        The text of a PDF has no cells: “TT Họ và tên Số CMND” and, below, “1 Nguyễn Văn An 024567891”.
        """
        place = bisect(self._list_heads, at) - 1
        if place < 0 or at - self._list_heads[place] > _LIST:
            return False
        return self.words.name.search(self.line(at)) is not None

    @cached_property
    def _list_heads(self) -> list[int]:
        heads = []
        for found in self.words.labels.finditer(self.text):
            if found.lastgroup == "citizen_card":
                line = self.line(found.start())
                is_head = len(line) <= _HEAD and not _NUMBER.search(line) and _NAMES.search(line)
                heads += [found.start()] if is_head else []
        return heads

    def line(self, at: int) -> str:
        """The line that a place is on."""
        end = self.text.find("\n", at)
        return self.text[self.text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]

    def block_before(self, at: int) -> str:
        """What stands before a place in its paragraph."""
        before = self.text[max(0, at - _BLOCK) : at]
        return before[before.rfind("\n\n") + 1 :]

    def line_after(self, at: int, most: int = 60) -> str:
        """What stands after a place on its line."""
        return self.text[at : at + most].partition("\n")[0]

    def in_address(self, at: int) -> bool:
        """Whether a place is inside an address of the web, whose numbers are its own."""
        start = max(self.text.rfind(sign, 0, at) for sign in " \n<(\"'") + 1
        return "://" in self.text[start:at] or _DOI.match(self.text, start, at) is not None

    @cached_property
    def folded(self) -> str:
        """The text in lower case, with every sign in its place."""
        return lowered(self.text)

    @cached_property
    def speaks_of_goods(self) -> bool:
        """Whether the text holds codes of goods (HS), which look like telephones: ``0910.11.00.00``."""
        return self.words.goods.search(self.text) is not None

    @cached_property
    def speaks_of_cards(self) -> bool:
        """Whether the text names identity cards anywhere."""
        return any(m.lastgroup == "citizen_card" for m in self.words.labels.finditer(self.text))


def _leads_on(gap: str) -> bool:
    """Whether what stands between a label and a number leaves them together."""
    gap = _YEAR.sub("", _DAY.sub("", gap))
    if "\n" in gap:
        return gap.count("\n") <= 2 and _BARE.match(gap) is not None and "|" not in gap
    if gap.count("|") > 1:
        return False
    return len(gap) <= 70 and not _NUMBER.search(gap) and not _SENTENCE_END.search(gap)
