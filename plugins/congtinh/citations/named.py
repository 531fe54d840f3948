"""Citations by name, without a number: “Luật Tiếp cận thông tin”, “the Civil Code of 2015”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from congtinh.citations.dates import Dated, date_after
from congtinh.citations.names import Law, Names
from congtinh.citations.type_words import type_of_word

_ENDS = re.compile(
    r"uật\b(?<!háp luật)(?<!ỷ luật)|áp lệnh\b|iến pháp\b|UẬT\b|ÁP LỆNH\b|IẾN PHÁP\b|BL(?:DS|HS|TT[DH]S)\b"
)
_TYPE = re.compile(
    r"(?<!\w)(?:(?P<code>(?i:bộ\s))?(?<!pháp\s)(?<!Pháp\s)(?<!kỷ\s)(?<!Kỷ\s)(?P<law>(?i:luật))|(?i:pháp\s?lệnh|hiến\s?pháp)|BL(?:DS|HS|TT[DH]S))\Z"
)
_THIS = re.compile(r"\s+này\b")
_NOT_ENACTED = re.compile(
    r"(?i)(?<!\w)(?:(?:dự án|dự thảo|dự)\s+(?:các\s+)?|công ước[^.;,\n]{0,40}\svề\s+)\Z"
)
_AMENDING = re.compile(
    r"(?i)(?:bộ luật|luật|pháp lệnh)\s+(?:sửa đổi|bổ sung)[^.;:()\n\0]{0,90}?\scủa\s+(?:các\s+)?"
    r"(?=bộ luật|luật|pháp lệnh)"
)
_AND_LAW = re.compile(r"(?i)\s*(?:,|và|,\s*và)\s+(?:của\s+)?(?=luật|bộ luật|pháp lệnh)")
_PLAIN_WORDS = """
    này số sư gia pháp học định và hoặc hay có được của nào khác hiện đó trên ấy sau thì mà đã sẽ
    đang là cũng phải do để khi nếu không chưa chỉ còn vẫn bởi từ trong theo tại với cho đến ra vào
    cùng như bằng quy ban tục lệ chơi quốc nước riêng chung mới cũ một hai ba các những mỗi nhân
    thơ viên bất việt
"""
_NO_NAME = frozenset(_PLAIN_WORDS.split())
"""Words that follow “luật” where no name does: “luật sư”, “Luật được thông qua”."""
_OF_LAWYERS = re.compile(
    r"(?i)(?<!\w)(?:trường|đại học|cao đẳng|trung cấp|học viện|khoa|viện|ngành|cử nhân|thạc sĩ|tiến sĩ"
    r"|thư viện|báo|tạp chí|đoàn|hội|công ty|hãng)\s+\Z"
)
"""Words before “Luật” where it is a field of study or a part of another name."""
_WORD = re.compile(r"[^\W_]+")
_PHRASE = re.compile(r"(?:[^\S\n]+[^\W_][^\s,;.():\n\0]*,?){1,14}")
_YEAR = re.compile(r"\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?![\d/.-]|\s*[–-]\s*\d)")
_NOT_THE_LAW = re.compile(r"\s+(?:quốc tế|học|nước ngoài|so sánh)\b")
_EN_TYPE = re.compile(r"\b(?:Law|Code|Ordinance|Constitution)\b")
_EN_OPEN = re.compile(
    r"Law\s+(?:on|of|amending)\s+(?=\w)|Ordinance\s+on\s+(?=\w)|Code\s+of\s+(?=[A-Z])"
)
_YEAR_BEFORE = re.compile(r"(?<![\w/-])(?P<year>(?:19|20)\d\d)\s+\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """A law named in a text.

    The name stands from ``core_start`` to ``core_end``; ``start`` and ``end`` are those of a year
    before it and of a date or year after it.
    Where the name is not known (``open``) both ends are the end of the type word, and ``name`` goes on.
    """

    start: int
    core_start: int
    core_end: int
    end: int
    name: str
    doc_type: str
    law: Law | None = None
    laws: tuple[Law, ...] = ()
    issued: dt.date | None = None
    open: bool = False
    amending: bool = False


def named(text: str, names: Names, language: str = "vi") -> Iterator[Named]:
    """Each mention of a law by name, in order, and each that seems to be one."""
    return _english(text, names) if language == "en" else _vietnamese(text, names)


def _vietnamese(text: str, names: Names) -> Iterator[Named]:
    done = 0
    for ending in _ENDS.finditer(text):
        word = _TYPE.search(text, max(done, ending.end() - 9), ending.end())
        if not word or _THIS.match(text, word.end()):
            continue
        one = _at(text, word, names)
        if one and not _NOT_ENACTED.search(text, max(0, one.start - 60), one.start):
            done = one.end
            yield one


def _at(text: str, word: re.Match[str], names: Names) -> Named | None:
    start = word.start()
    found = names.find(text, start)
    if found and _is_name(text, word, found.end):
        return _known(text, start, found.end, found.laws, names, "vi")
    amending = _AMENDING.match(text, start)
    if amending:
        return _amending(text, start, amending.end(), names)
    return _open(text, word)


def _is_name(text: str, word: re.Match[str], end: int) -> bool:
    """Whether the words found are a name here: “luật giá cả” and “luật thương mại quốc tế” are not."""
    if text[word.start()].isupper():
        return True
    name = text[word.end() : end].split()
    return bool(name) and (
        name[0][0].isupper() or (len(name) > 1 and not _NOT_THE_LAW.match(text, end))
    )


def _known(
    text: str, start: int, end: int, laws: tuple[Law, ...], names: Names, language: str
) -> Named:
    first = start
    date = date_after(text, end, language)
    if date.day and not any(law.issued and law.issued.year == date.year for law in laws):
        # of another instrument: “một số điều của Luật Nhà ở ngày … của Chính phủ”
        date = Dated(end, None, None)
    year, until = date.year, date.end
    if year is None and (alone := _YEAR.match(text, end)):
        year, until = int(alone["year"]), alone.end("year")
    if language == "en" and (before := _YEAR_BEFORE.search(text, max(0, start - 6), start)):
        first, year = before.start(), int(before["year"])
    law = names.chosen(laws, year)
    issued = date.day or (law.issued if law else None)
    return Named(first, start, end, until, text[start:end], laws[0].doc_type, law, laws, issued)


def _amending(text: str, start: int, inner: int, names: Names) -> Named | None:
    """“Luật sửa đổi, bổ sung một số điều của Luật Xây dựng” is one law, whose number is not said."""
    found = names.find(text, inner)
    if not found:
        return None
    end, laws = found
    listed = text[max(0, start - 2) : start].rstrip().endswith(",")
    while not listed and (joint := _AND_LAW.match(text, end)):
        further = names.find(text, joint.end())
        if not further:
            break
        end, laws = further.end, (*laws, *further.laws)
    date = date_after(text, end)
    return Named(
        start, start, end, date.end, text[start:end], "luat", None, laws, date.day, amending=True
    )


def _open(text: str, word: re.Match[str]) -> Named | None:
    """A law whose name is not known: it has a capital letter, or the word for its type has one."""
    phrase = _PHRASE.match(text, word.end())
    if not phrase or word[0].isupper():
        return None
    first = phrase[0].split()[0]
    if first[0].isdigit() or first.strip(",").lower() in _NO_NAME:
        return None
    if not (word[0][0].isupper() or first[0].isupper()):
        return None
    if _OF_LAWYERS.search(text, max(0, word.start() - 12), word.start()):
        return None
    kind = " ".join(word[0].lower().split())
    name = f"{word[0]}{phrase[0].rstrip(', ')}"
    code = type_of_word(kind) or "phap-lenh"
    return Named(word.start(), word.start(), word.end(), word.end(), name, code, open=True)


def _english(text: str, names: Names) -> Iterator[Named]:
    done = 0
    for word in _EN_TYPE.finditer(text):
        if word.start() < done:
            continue
        one = _english_at(text, word, names, done)
        if one:
            done = one.end
            yield one


def _english_at(text: str, word: re.Match[str], names: Names, low: int) -> Named | None:
    """“Law on Land” begins with the type word, “Land Law” ends with it."""
    if found := names.find(text, word.start()):
        return _known(text, word.start(), found.end, found.laws, names, "en")
    before = list(_WORD.finditer(text, max(low, word.start() - 90), word.start()))[-9:]
    for first in before:
        found = names.find(text, first.start())
        if found and found.end >= word.end():
            return _known(text, first.start(), found.end, found.laws, names, "en")
    if not _EN_OPEN.match(text, word.start()):
        return None
    phrase = _PHRASE.match(text, word.end())
    name = f"{word[0]}{phrase[0].rstrip(', ') if phrase else ''}"
    code = type_of_word(word[0])
    return Named(word.start(), word.start(), word.end(), word.end(), name, code, open=True)
