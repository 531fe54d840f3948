"""The words before a number: the type of the instrument, a law's name, “số”, or those of a form."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from congtinh.citations.type_words import ABBREVIATED, LAWS, NUMBERED, type_of_word
from congtinh.numbering import DocumentNumber

_STRONG = frozenset(
    {"nghị định", "nghị đinh", "nghịđịnh", "thông tư", "thôngtư", "thông tư liên tịch", "nghị quyết", "quyết định",
     "chỉ thị", "nđ", "nq", "qđ", "tt", "ttlt", "decree", "circular", "joint circular",
     "resolution", "decision", "directive"}
)  # fmt: skip
_NO = r"(?:(?:[(\[]\s*)?(?:(?:(?:có|mang)\s+)?(?:số(?:\s+(?:hiệu|ký hiệu))?|sô|ký hiệu)|nos?\.?|numbers?|#))"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s+")


_TYPE = {
    language: re.compile(
        rf"(?<!\w)(?:(?P<law>(?<!pháp\s)(?<!kỷ\s)(?i:{_any(LAWS[language])}))(?!\s+sư\s)"
        rf"|(?i:{_any(tuple(w for w in words if w not in LAWS[language]))})|{_any(ABBREVIATED)})"
        r"(?:(?!\w)|(?=số))"
    )
    for language, words in NUMBERED.items()
}
_BETWEEN = re.compile(
    r"\s*:?\s*(?:(?:của|by|of)\s[^,.;:()\n\0“”\d]{2,70}?)?,?\s*"
    rf"(?:(?P<no>{_NO})\s*[:.]?\s*)?", re.IGNORECASE
)  # fmt: skip
_OPENS = r"\s*[(\[]\s*[“\"]?\s*"
_OPEN_BEFORE = re.compile(rf"{_OPENS}\Z")
_NAMED = re.compile(
    rf"\s+(?!này\b)(?P<name>[^.;:()\[\]“”\"\d\n\0][^.;:()\[\]“”\"\0]{{1,170}}?)"
    rf"(?:\s*,?\s*(?:(?P<no>{_NO})\s*:?\s*)?|{_OPENS})", re.IGNORECASE
)  # fmt: skip
_NO_ALONE = re.compile(rf"(?<!\w){_NO}\s*[:.]?\s*\Z", re.IGNORECASE)
_FORM = re.compile(
    r"(?i)(?<!\w)(?:(?:mẫu|biểu|biểu mẫu|phụ lục|tiêu chuẩn|quy chuẩn|hợp đồng|giấy phép|hóa đơn"
    r"|hoá đơn|tài khoản|bản án|hồ sơ|giấy chứng nhận|chứng chỉ|thửa(?: đất)?|tờ bản đồ|tờ khai|sổ"
    r"|đơn|phiếu|vận đơn|lô|form|template|contract|account|invoice|licen[cs]e|permit)"
    r"(?:\s+[^\W\d_]+){0,4}?\s*(?:số|no\.?)?|tcvn|qcvn|tcn|tcxd\w*|iso\S*|iec|km|ql|quốc lộ)"
    r"\s*[:.]?\s*\(?\s*\Z"
)
_FORM_WORD = re.compile(r"(?i)(?<!\w)(?:mẫu|biểu)\s+\Z")
_AFTER_NAME = {
    language: re.compile(
        rf"(?:\s*,|(?P<opens>{_OPENS})|)\s*(?P<law>(?i:{_any(laws)})\s+)?(?:(?P<no>(?i:{_NO}))\s*[:.]?\s*)?"
    )
    for language, laws in LAWS.items()
}
_LAWMAKER = re.compile(r"(?:.*\W)?(?:(?:UBTV)?QH\d*|PL|L|CTN|HĐNN\d?|LCT)(?:\W.*)?")

_WORD = re.compile(r"[^\W\d_]+")
_ONLY_SPACE = re.compile(r"\s*[:.]?\s*")
_NO_WORDS = frozenset({"số", "sô", "no", "nos", "number"})
_NOT_BEFORE = frozenset({"pháp", "kỷ", "luật"})  # pháp luật; Luật Luật …
_KNOWN = {
    language: frozenset({*words, *ABBREVIATED}) for language, words in NUMBERED.items()
}  # fmt: skip


class Lead(NamedTuple):
    """What stands before a number: where its citation begins, and what the words say of it."""

    start: int
    word: str = ""
    doc_type: str = ""
    name: str = ""
    has_no: bool = False
    is_form: bool = False

    @property
    def is_strong(self) -> bool:
        """Whether the word means nothing but an instrument."""
        return self.word in _STRONG


def lead_before(text: str, at: int, language: str, low: int, number: DocumentNumber) -> Lead:
    """The words that belong to the number at ``at``, none of them before ``low``."""
    if near := _adjacent(text, at, language, low):
        return _of_the_name_before(text, near, language, low, number) or near
    words = list(_TYPE[language].finditer(text, low, at))
    for found in reversed(words[-2:]):
        if between := _BETWEEN.fullmatch(text, found.end(), at):
            return _lead(text, found.start(), found[0], bool(between["no"]))
        named = _NAMED.fullmatch(text, found.end(), at) if found["law"] else None
        if named and _LAWMAKER.fullmatch(number.canonical):
            name = text[found.start() : named.end("name")]
            return _lead(text, found.start(), found[0], bool(named["no"]), name)
    said = _NO_ALONE.search(text, max(low, at - 16), at)
    is_form = bool(_FORM.search(text, max(low, at - 48), at))
    return Lead(said.start() if said else at, has_no=bool(said), is_form=is_form)


def _of_the_name_before(
    text: str, near: Lead, language: str, low: int, number: DocumentNumber
) -> Lead | None:
    """“Luật Tiếp cận thông tin (Luật số” before a number: the law that stands before the bracket."""
    in_brackets = near.word in LAWS[language] and _OPEN_BEFORE.search(
        text, max(low, near.start - 8), near.start
    )
    if not in_brackets or not _LAWMAKER.fullmatch(number.canonical):
        return None
    words = [found for found in _TYPE[language].finditer(text, low, near.start) if found["law"]]
    for found in reversed(words[-2:]):
        named = _NAMED.fullmatch(text, found.end(), near.start)
        if named and (found[0][0].isupper() or named["name"][0].isupper()):
            name = text[found.start() : named.end("name")]
            return _lead(text, found.start(), found[0], near.has_no, name)
    return None


def follows_name(
    text: str, end: int, at: int, language: str, number: DocumentNumber, known: Collection[str]
) -> bool:
    """Whether the number at ``at`` is that of the law whose name ends at ``end``.

    It stands in brackets or after a comma, with “số” or without it. Where the type word comes again
    after a comma another law may follow, so the number has to be ``known`` as one of the name.
    """
    between = _AFTER_NAME[language].fullmatch(text, end, at)
    if not between:
        return False
    again = between["law"] and not between["opens"]
    return number.canonical in known if again else bool(_LAWMAKER.fullmatch(number.canonical))


def says_number(text: str, at: int) -> bool:
    """Whether “số” or “No.” stands before ``at``."""
    return _NO_ALONE.search(text, max(0, at - 16), at) is not None


def _adjacent(text: str, at: int, language: str, low: int) -> Lead | None:
    """The plainest case, and nearly every one: “Nghị định số” right before the number."""
    words = list(_WORD.finditer(text, max(low, at - 40), at))
    if not words or not _ONLY_SPACE.fullmatch(text, words[-1].end(), at):
        return None
    has_no = words[-1][0].lower() in _NO_WORDS
    if has_no:
        words.pop()
    known = _KNOWN[language]
    for first in range(max(0, len(words) - 4), len(words)):
        start, end = words[first].start(), words[-1].end()
        word = text[start:end]
        if word in known or (word.lower() in known and word not in ABBREVIATED):
            before = words[first - 1][0].lower() if first else ""
            return None if before in _NOT_BEFORE else _lead(text, start, word, has_no)
    return None


def _lead(text: str, start: int, found: str, has_no: bool, name: str = "") -> Lead:
    word = " ".join(found.lower().split())
    is_form = _FORM_WORD.search(text, max(0, start - 12), start) is not None
    return Lead(start, word, type_of_word(word), name, has_no, is_form)
