"""The counts in a text: “446 văn bản chỉ đạo của tỉnh”, “Số lượng tin, bài, ảnh đã đăng: 592”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from congtinh.report.lint_prose import CAPITAL, Prose
from congtinh.vocabulary.terms import lookup_key

NUMBER = r"(?<![\w/.,:–-])(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\w/]|[.,:–-]\d|\s*%)"
_COUNT = re.compile(
    rf"(?P<number>{NUMBER})\s+(?P<noun>(?:[^\W\d_][\w&/-]*)(?:,?[ \t]+(?:và[ \t]+)?[^\W\d_][\w&/-]*){{0,9}})"
)
_LABELLED = re.compile(
    rf"^(?:(?:tổng )?số lượng|tổng số|số)\s+(?P<noun>[^:;.\n\d]{{2,90}}?)(?:\s+(?:đã|"
    rf"được)\s+[^:;\n\d]{{0,60}})?\s*:\s*(?P<number>{NUMBER})",
    re.IGNORECASE | re.MULTILINE,
)
_STOP_WORDS = """
    đã được của cho với trong trên tại từ đến là có để thuộc do lên về theo ở vào bằng đang mới
    này qua nhằm khi so như sau trước nêu liên phải chưa không còn bị gồm bao đạt chiếm tăng
    giảm tương góp đăng gửi và hoặc ngoài nhưng vẫn mà nên thì vì đối kể tính phục thực trở
    nằm giữa mỗi
"""
_STOP = frozenset(map(lookup_key, _STOP_WORDS.split()))
_UNITS_WORDS = """
    tháng năm ngày giờ phút giây tuần quý lần đồng tỷ tỉ triệu nghìn ngàn km m ha tấn kg điểm
    tuổi khóa bước đợt điều khoản mục chương usd đô
"""
_UNITS = frozenset(map(lookup_key, _UNITS_WORDS.split()))
_ORDINAL_WORDS = """
    điều, khoản, điểm, mục, phần, chương, số, tháng, năm, quý, ngày, kỳ, khóa, phụ lục, biểu,
    mẫu, cấp, mức, độ, khoảng, trên, dưới, ít nhất, tối thiểu, tối đa, hơn, gần, trang, lần, tập,
    quyển, từ, đến, tới, bậc, tổ, nhóm, khối, loại, hạng, vùng, khu, quận, phường, đợt, đề án,
    quyết định
"""
_ORDINALS = frozenset(lookup_key(word) for word in _ORDINAL_WORDS.split(","))
"""Words before a number that is no count."""
_QUALIFIER = re.compile(
    r"\b(?:tiếng\s+\w+|(?:6|9|sáu|chín|\d{1,2})\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+\d{4})?|"
    r"quý\s+\w+|(?:tháng|năm)\s+[\d/]+|"
    r"cùng kỳ|kỳ trước|năm trước|năm ngoái|kế hoạch|chỉ tiêu|tối thiểu|tối đa|không quá|lũy kế|luỹ kế|"
    r"từ đầu năm|tính đến|đến nay|trong đó|gồm|"
    r"(?:mức|cấp) độ\s+\d|toàn trình|một phần|cấp\s+\w+|hằng \w+|mỗi|so với|tăng|giảm|"
    r"còn lại|thêm|ngoài ra|riêng|khác|giai đoạn|đợt|lần)",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?<=\s)[{CAPITAL}][\w&/-]*(?:\s+(?:và\s+|,\s*)?[{CAPITAL}][\w&/-]*)*")
_DIGIT = re.compile(r"\d")
_OWNER = re.compile(r"\s+của\s+(\w+(?:\s+\w+)?)")
_AFTER = re.compile(r"[^,;.()\d]{0,40}(?:\s\d)?")


class Count(NamedTuple):
    """A number and what it counts.

    ``label`` is the lookup key of the noun, ``owner`` what follows it after “của”, and
    ``qualifiers`` the period, language, level and the like of its sentence so far.
    """

    start: int
    end: int
    value: int
    label: str
    owner: str
    qualifiers: frozenset[str]
    sentence: int
    in_brackets: bool


def number_of(text: str) -> int:
    """The value of digits with dots between thousands."""
    return int(text.replace(".", ""))


def counts_of(prose: Prose) -> tuple[Count, ...]:
    """Every count of the text, in order; numbers of articles, days, money and measures are none."""
    return _counts(prose.text, prose.sentences)


@lru_cache(maxsize=2)
def _counts(text: str, sentences: tuple[tuple[int, int], ...]) -> tuple[Count, ...]:
    found = (count for start, end in sentences for count in _of_sentence(text, start, end))
    return tuple(found)


def _of_sentence(text: str, start: int, end: int) -> Iterator[Count]:
    if not _DIGIT.search(text, start, end):
        return
    told = _Told(text, start, end)
    labelled = _LABELLED.match(text, start, end)
    if labelled:
        yield told.count(labelled, labelled["noun"].split("(")[0])
    for found in _COUNT.finditer(text, labelled.end() if labelled else start, end):
        if not _follows_an_ordinal(text[max(start, found.start() - 16) : found.start()]):
            noun = _noun(found["noun"])
            is_mark = found.start() == start and found["noun"][0].isupper()
            if noun and not is_mark and lookup_key(noun.split()[0].split("/")[0]) not in _UNITS:
                yield told.count(found, noun)


def _follows_an_ordinal(before: str) -> bool:
    """Whether a number after these words names one thing (Điều 5, tháng 6) or bounds a count."""
    words = lookup_key(before).split()
    return bool(words) and (words[-1] in _ORDINALS or " ".join(words[-2:]) in _ORDINALS)


def _noun(words: str) -> str:
    """The words up to the first that ends a noun; a comma goes on only within “tin, bài, ảnh”."""
    kept: list[str] = []
    for word in words.split():
        if lookup_key(word) in _STOP:
            break
        kept.append(word)
        if word.endswith(",") and len(kept[-1]) > 5:
            break
    return " ".join(kept).strip(" ,")


class _Told:
    """A sentence with the places of the words that tell its counts apart."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.qualifiers = _places(_QUALIFIER, text, start, end)
        self.names = _places(_NAME, text, start, end)

    def count(self, found: re.Match[str], noun: str) -> Count:
        """The count of a number and its noun."""
        text, start = self.text, found.start()
        is_noun_last = found.start("noun") > found.start("number")
        end = found.start("noun") + len(noun) if is_noun_last else found.end()
        owner = _OWNER.match(text, end)
        return Count(
            start,
            end,
            number_of(found["number"]),
            lookup_key(noun),
            lookup_key(owner[1]) if owner else "",
            frozenset(self._qualifiers(start, end)),
            self.start,
            text.count("(", self.start, start) > text.count(")", self.start, start),
        )

    def _qualifiers(self, start: int, end: int) -> Iterator[str]:
        """Those of the sentence up to a little after the count, and the names in its clause."""
        after = _AFTER.match(self.text, end)
        reach = after.end() if after else end
        clause = max(self.start, *(self.text.rfind(mark, self.start, start) + 2 for mark in ";:"))
        yield from (key for at, key in self.qualifiers if at < start or end <= at < reach)
        yield from (key for at, key in self.names if clause < at < start or end <= at < reach)


def _places(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [(m.start(), lookup_key(m[0])) for m in pattern.finditer(text, start, end)]
