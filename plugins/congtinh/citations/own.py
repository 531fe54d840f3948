"""Mentions of the text itself: “Luật này”, “this Decree”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from congtinh.citations.type_words import type_of_word

_ALWAYS = (
    "hiến pháp", "bộ luật", "luật", "pháp lệnh", "nghị quyết", "nghị quyết liên tịch",
    "nghị định", "nghị đinh", "chỉ thị", "thông tư", "thông tư liên tịch", "thông tư liên bộ",
)  # fmt: skip
_ATTACHED = ("quy chế", "điều lệ", "nội quy", "lệnh")
"""Issued with another instrument, which may speak of itself in the same text."""
_COMMON = (
    "quyết định", "quy định", "hướng dẫn", "kế hoạch", "chương trình", "đề án", "công văn",
    "công điện", "thông báo", "báo cáo", "kết luận", "văn bản hợp nhất",
)  # fmt: skip
"""Everyday words too: they name the text where they have a capital letter, and at the beginning of
a sentence only in a text that calls itself nothing else (“Quyết định này phải được gửi …” in a law
is a decision that the law speaks of)."""

_VI = re.compile(
    (
        rf"(?<!\w)(?:(?P<always>(?i:{'|'.join(_ALWAYS)}))"
        rf"|(?P<attached>{'|'.join(map(str.capitalize, _ATTACHED))})"
        rf"|(?P<common>{'|'.join(map(str.capitalize, _COMMON))}))\Z"
    ).replace(" ", r"\s")
)
_EN = re.compile(
    r"(?<!\w)[Tt]his\s{1,2}(?P<word>Law|Code|Constitution|Ordinance|Decree|Resolution|Joint Resolution"
    r"|Decision|Directive|Circular|Joint Circular|Regulations?|Charter|Plan|Notice)(?!\w)"
)
_SENTENCE = re.compile(r"(?:\A|[\n\0.;:!?“\"]\s*|(?:\A|\n)\W*\w{1,3}[.)]\s*)\Z")


class Own(NamedTuple):
    """Where the text names itself, and the code of the type that it calls itself."""

    start: int
    end: int
    doc_type: str


def own_mentions(text: str, language: str = "vi") -> Iterator[Own]:
    """Each mention of the text itself, in order."""
    return _english(text) if language == "en" else _vietnamese(text)


def _english(text: str) -> Iterator[Own]:
    for found in _EN.finditer(text) if "his " in text else ():
        yield Own(*found.span(), type_of_word(found["word"]))


def _vietnamese(text: str) -> Iterator[Own]:
    doubtful: list[Own] = []
    certain: list[Own] = []
    sure = False
    at = text.find("này")
    while at > 0:
        this, at = at, text.find("này", at + 3)
        if not text[this - 1].isspace() or text[this + 3 : this + 4].isalnum():
            continue
        found = _VI.search(text, max(0, this - 25), this - 1)
        if not found:
            continue
        own = Own(found.start(), this + 3, type_of_word(found[0]))
        sure = sure or bool(found["always"])
        if found["common"] and _SENTENCE.search(text, max(0, own.start - 12), own.start):
            doubtful.append(own)
        else:
            certain.append(own)
    return iter(certain if sure else sorted([*certain, *doubtful]))
