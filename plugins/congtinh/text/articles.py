"""The structure of legal text: parts, chapters, sections, articles, clauses and points.

Anchors are the same in both languages and always in arabic numbers: ``phan-1``, ``chuong-2``,
``chuong-2-muc-1``, ``chuong-2-muc-1-tieu-muc-1``, ``dieu-10``, ``dieu-10a``, ``dieu-10-khoan-1``,
``dieu-10-khoan-1-diem-dd`` (``đ`` is ``dd``). A regulation issued with a decision begins a second
run of articles, whose anchors get ``phan-kem-theo-`` before them (``phan-kem-theo-2-`` the next
one), an appendix gives ``phu-luc-1-``. Of two equal anchors the first keeps it; articles quoted
from another law (“Điều 5. …”) have none. The units are those of the Law on Promulgation of Legal
Normative Documents and of Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from congtinh.text.blocks import Block
from congtinh.text.units import (
    APPENDIX,
    ATTACHED,
    CLAUSE,
    ISSUED_WITH,
    POINT,
    RANK,
    ROMAN_TITLE,
    arabic,
    ascii_sign,
    begins_unit,
    may_head,
    unit_of,
    unmarked,
)

_DASH = re.compile(r"[-+–•]\s*[^\s\-+–]")
_PLAIN_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s{0,3}(?:-{3,}|_{3,}|\*{3,}|={3,})\s*$")
_MARKDOWN = re.compile(r"\||<|>|\s+\S|[*+]\s|\[\^?[^\]]+\]:|\*\[|```|~~~|!\[|:\s|\{:")
_CONTAINER = re.compile(
    r"<(table|div|ul|ol|pre|blockquote|figure|details|section)\b", re.IGNORECASE
)
_OPENING = ("“", '"', "«")
_SENTENCE_END = re.compile(r"[.;:!?…][”\"»)*_]*$")

# longer than any title of an article: a decision whose article is one sentence
_LONGEST_TITLE = 160


def legal_blocks(markdown: str) -> list[Block]:
    """The blocks of a law or decision: each line that begins a unit is an element of its own.

    Lines of other paragraphs stay apart, as drafters write one paragraph to a line; a line that
    goes on in lower case where the one before has not ended is joined to it.
    """
    return _Reading(markdown.split("\n")).blocks()


@dataclass(slots=True)
class _Reading:
    """One pass over the lines, with the units that stand open at each of them."""

    lines: list[str]
    at: int = 0
    out: list[Block] = field(default_factory=list)
    open_units: list[tuple[int, str]] = field(default_factory=list)  # (rank, anchor)
    used: set[str] = field(default_factory=set)
    prefix: str = ""
    attached: int = 0
    holder: str = ""  # anchor of the unit whose clauses are read
    clause: str = ""
    last_roman: int = 0
    last_article: int = 0  # of the main text
    open_main: list[tuple[int, str]] = field(default_factory=list)  # left open by an appendix
    has_articles: bool = False
    quoted_until: int = -1

    def blocks(self) -> list[Block]:
        self.has_articles = any(
            may_head(line.lstrip()) and (unit := unit_of(line)) and unit[0] == "dieu"
            for line in self.lines
        )
        while self.at < len(self.lines):
            self._read(self.lines[self.at])
        return self.out

    def _read(self, line: str) -> None:
        stripped = line.strip()
        if not stripped or stripped in {"**", "__"}:
            self.at += 1
        elif _RULE.match(line):
            self.at += 1
            self.out.append(Block("", "hr"))
        elif self._in_quotation(stripped):
            self._paragraph(stripped, quoted=True)
        elif not (self._heading(stripped) or self._numbered(stripped) or self._markdown(line)):
            self._paragraph(stripped)

    # quotation

    def _in_quotation(self, line: str) -> bool:
        """Is the line part of a passage quoted from another document?"""
        if self.at <= self.quoted_until:
            return True
        if not line.startswith(_OPENING):
            return False
        self.quoted_until = self._end_of_quotation(line[0])
        return True

    def _end_of_quotation(self, sign: str) -> int:
        """The line that closes the quotation; the same line where nothing ever closes it."""
        depth = 0
        for number in range(self.at, min(len(self.lines), self.at + 400)):
            line = self.lines[number]
            if sign == '"':
                opened, closed = 0, int(line.count('"') % 2)
                depth = depth ^ closed
            else:
                opened, closed = (
                    line.count("“") + line.count("«"),
                    line.count("”") + line.count("»"),
                )
                depth += opened - closed
            if depth <= 0:
                return number
        return self.at

    # headings

    def _heading(self, line: str) -> bool:
        if not may_head(line):
            return False
        if unit := unit_of(line):
            self._open_unit(*unit, alone=not unit[3])
        elif appendix := APPENDIX.match(line):
            self._open_appendix(appendix)
        elif self._is_attached(line):
            self._open_attached(line)
        elif roman := self._roman(line):
            self.last_roman = roman[0]
            self.at += 1
            self._add_heading("muc", f"muc-{roman[0]}", roman[1])
        elif plain := _PLAIN_HEADING.match(line):
            self.at += 1
            self._add_plain_heading(len(plain[1]), plain[2])
        else:
            return False
        return True

    def _open_unit(self, unit: str, number: str, label: str, title: str, *, alone: bool) -> None:
        self.at += 1
        if unit == "dieu":
            self._choose_run(number)
        body = ""
        if unit != "dieu":
            title = title or self._title_below()
        elif len(title) > _LONGEST_TITLE or (title.endswith((".", ";")) and not self._has_body()):
            title, body = "", title
        text = f"{label} {title}" if title else label.rstrip(".:")
        self._add_heading(unit, self._anchor(unit, number), text)
        if body:
            self.out.append(Block(body, "p"))

    def _choose_run(self, number: str) -> None:
        """Does this article begin a new run, or go on with the main one after an appendix?"""
        first = f"{self.prefix}dieu-1"
        if number == "1" and first in self.used:
            self._next_attached()
        elif (
            self.prefix.startswith("phu-luc")
            and first not in self.used
            and number == str(self.last_article + 1) != "1"
        ):
            self.open_units[:] = self.open_main
            self.prefix = ""
        if not self.prefix and number.isdigit():
            self.last_article = int(number)

    def _anchor(self, unit: str, number: str) -> str:
        """Articles count through the document, chapters mostly, sections within their chapter."""
        rank = RANK[unit]
        above = [anchor for level, anchor in self.open_units if 0 < level < rank]
        if unit in {"muc", "tieu-muc"} and above:
            return f"{above[-1]}-{unit}-{number}"
        anchor = f"{self.prefix}{unit}-{number}"
        if unit == "chuong" and anchor in self.used and above:
            return f"{above[-1]}-{unit}-{number}"
        return anchor

    def _title_below(self) -> str:
        """The title of a chapter on the lines after it: capitals, or one short line."""
        titles: list[str] = []
        at = self.at
        while at < len(self.lines) and len(titles) < 4:
            line = unmarked(self.lines[at].strip())
            if not line and not titles and at < self.at + 3:
                at += 1
                continue
            if not line or len(line) > 250 or begins_unit(line) or line[0] in "(|<>[-":
                break
            capitals = line == line.upper()
            if not capitals and (titles or len(line) > 150 or _SENTENCE_END.search(line)):
                break
            titles.append(line)
            at += 1
            self.at = at
            if not capitals:
                break
        return " ".join(titles)

    def _has_body(self) -> bool:
        """Does text follow before the next unit?"""
        for line in self.lines[self.at :]:
            if line.strip():
                return not (unit_of(line.strip()) or APPENDIX.match(line.strip()))
        return False

    def _open_appendix(self, match: re.Match[str]) -> None:
        self.at += 1
        label = unmarked(match[0][: match.start("title")] if match["title"] else match[0])
        title = unmarked(match["title"] or "") or self._title_below()
        number = (match["upper"] or match["lower"] or "").split()
        if not self.prefix:
            self.open_main = list(self.open_units)
        self.prefix = ""
        anchor = f"phu-luc-{arabic(number[-1])}" if number else "phu-luc"
        label = label.rstrip(" .:–—-")
        self.open_units.clear()
        self._add_heading("phu-luc", anchor, f"{label}. {title}" if title else label)
        self.prefix = f"{self.open_units[-1][1]}-"

    def _is_attached(self, line: str) -> bool:
        if not self.used or not ATTACHED.match(line):
            return False
        return any(ISSUED_WITH.match(near) for near in self.lines[self.at + 1 : self.at + 7])

    def _open_attached(self, line: str) -> None:
        self.at += 1
        title = " ".join(filter(None, (unmarked(line), self._title_below())))
        self._next_attached()
        self.open_units.clear()
        anchor, self.prefix, prefix = self.prefix.rstrip("-"), "", self.prefix
        self._add_heading("phu-luc", anchor, title)
        self.prefix = prefix

    def _next_attached(self) -> None:
        self.attached += 1
        self.prefix = f"phan-kem-theo-{self.attached}-" if self.attached > 1 else "phan-kem-theo-"

    def _roman(self, line: str) -> tuple[int, str] | None:
        """A section of a report, which has no articles: ``I. TÌNH HÌNH``, in their order."""
        found = None if self.has_articles else ROMAN_TITLE.match(line)
        if not found:
            return None
        number = arabic(found["number"])
        if number not in {"1", str(self.last_roman + 1)} or len(found["title"]) > 250:
            return None
        return int(number), unmarked(line)

    def _add_heading(self, unit: str, anchor: str, text: str) -> None:
        anchor = self._claimed(anchor)
        self._push(RANK[unit], anchor, text)
        self.holder, self.clause = anchor, ""

    def _add_plain_heading(self, hashes: int, text: str) -> None:
        if text:
            self._push(hashes - 10, "", text)
            self.holder = self.clause = ""

    def _push(self, rank: int, anchor: str, text: str) -> None:
        while self.open_units and self.open_units[-1][0] >= rank:
            self.open_units.pop()
        level = min(6, 2 + len(self.open_units))
        self.open_units.append((rank, anchor))
        self.out.append(Block(text, f"h{level}", anchor))

    def _claimed(self, anchor: str) -> str:
        """The anchor, or with ``-2`` … where the text has the same unit again."""
        free, turn = anchor, 1
        while free in self.used:
            turn += 1
            free = f"{anchor}-{turn}"
        self.used.add(free)
        return free

    # clauses, points, other lines

    def _numbered(self, line: str) -> bool:
        if clause := CLAUSE.match(line):
            self.clause = self._unit_anchor(self.holder, f"khoan-{ascii_sign(clause[1])}")
            self._add_line(line, self.clause, "clause")
        elif point := POINT.match(line):
            above = self.clause or self.holder
            self._add_line(line, self._unit_anchor(above, f"diem-{ascii_sign(point[1])}"), "point")
        elif _DASH.match(line) and not self._indented_below():
            self._add_line(line, "", "dash")
        else:
            return False
        return True

    def _unit_anchor(self, above: str, own: str) -> str:
        anchor = f"{above}-{own}"
        if not above or anchor in self.used:
            return ""
        self.used.add(anchor)
        return anchor

    def _add_line(self, line: str, anchor: str, kind: str) -> None:
        self.at += 1
        self.out.append(Block(self._joined(line), "p", anchor, kind))

    def _joined(self, line: str) -> str:
        """The line with those that go on with its sentence."""
        text = line
        while self.at < len(self.lines):
            following = self.lines[self.at].strip()
            if not following or not following[0].islower() or _SENTENCE_END.search(text):
                break
            if begins_unit(following) or _MARKDOWN.match(self.lines[self.at]):
                break
            text = f"{text} {following}"
            self.at += 1
        return text

    def _indented_below(self) -> bool:
        return self.at + 1 < len(self.lines) and self.lines[self.at + 1].startswith(("  ", "\t"))

    def _markdown(self, line: str) -> bool:
        """A table, list, quotation or raw HTML is left to Markdown, up to the next blank line."""
        if not (_MARKDOWN.match(line) or _DASH.match(line.strip())):
            return False
        end = self.at + 1
        container = _CONTAINER.match(line)
        closing = f"</{container[1].lower()}" if container else ""
        if closing:
            near = range(self.at, min(len(self.lines), self.at + 400))
            found = (number for number in near if closing in self.lines[number].lower())
            end = next(found, self.at) + 1
        while end < len(self.lines) and self.lines[end].strip() and not unit_of(self.lines[end]):
            end += 1
        self.out.append(Block("\n".join(self.lines[self.at : end])))
        self.at = end
        return True

    def _paragraph(self, line: str, *, quoted: bool = False) -> None:
        if quoted and self._markdown(self.lines[self.at]):
            return
        self.at += 1
        if quoted:
            line = unmarked(line) if line.startswith("#") else line
            self.out.append(Block(line, "p", "", "quoted"))
        else:
            self.out.append(Block(self._joined(line), "p"))
