"""The items of a measured site: fields and body of each, the same whatever the size of the site."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from congtinh.bench.bodies import articles, prose
from congtinh.bench.phrases import Chance, phrases, said
from congtinh.languages import LANGUAGES, Language
from congtinh.text.slug import slugify

TYPES = ("news", "legal_document", "notice")
TODAY = dt.date(2026, 6, 30)
DAYS = 3650
MEDIAN_WORDS, LONG_WORDS, ONE_LONG_IN = 400, 3800, 50
HUB = 10
"""Links lead to every tenth pair, so that the others may be deleted."""
SHARED_FILE = "/files/van-ban.pdf"

CATEGORIES = (
    "tin-hoat-dong", "chi-dao-dieu-hanh", "khoa-hoc-cong-nghe", "doi-moi-sang-tao",
    "chuyen-doi-so", "tieu-chuan-do-luong-chat-luong", "so-huu-tri-tue", "buu-chinh-vien-thong",
    "an-toan-buc-xa-hat-nhan", "cai-cach-hanh-chinh", "hop-tac-quoc-te",
)  # fmt: skip
TOPICS = (
    "tri-tue-nhan-tao", "du-lieu", "chinh-quyen-so", "kinh-te-so", "ky-nang-so", "chu-ky-so",
    "dich-vu-cong-truc-tuyen", "an-toan-thong-tin", "cong-nghe-sinh-hoc", "vat-lieu-moi",
    "nang-luong-tai-tao", "nong-nghiep-cong-nghe-cao", "khoi-nghiep", "chuyen-giao-cong-nghe",
    "de-tai-khoa-hoc", "nhan-hieu", "sang-che", "truy-xuat-nguon-goc", "phuong-tien-do", "tap-huan",
)  # fmt: skip
FIELDS = (
    "khoa-hoc-cong-nghe", "doi-moi-sang-tao", "tieu-chuan-do-luong-chat-luong", "so-huu-tri-tue",
    "an-toan-buc-xa-hat-nhan", "vien-thong", "cong-nghe-thong-tin", "chuyen-doi-so",
)  # fmt: skip
NOTICE_KINDS = ("khac", "tuyen-dung", "moi-hop")
DEPARTMENTS = (
    ("so-khcn-minh-chau", "SKHCN"), ("so-tai-chinh-minh-chau", "STC"),
    ("so-xay-dung-minh-chau", "SXD"), ("so-y-te-minh-chau", "SYT"),
)  # fmt: skip
DOCUMENT_TYPES = (
    ("quyet-dinh", "QĐ"), ("ke-hoach", "KH"), ("thong-bao", "TB"), ("bao-cao", "BC"),
    ("huong-dan", "HD"),
)  # fmt: skip
SIGNERS = ("Bùi Thanh Tòng", "Cao Hữu Nghĩa", "Đinh Tố Uyên")
_GOLDEN, _ROOT = 0.6180339887498949, 0.4142135623730951


@dataclass(frozen=True, slots=True)
class BenchItem:
    """One content file before it is written: its own words, the facts that a pair shares, its body.

    ``alone``: an English item without a Vietnamese one, which bears the facts itself.
    """

    type: str
    year: int
    stem: str
    language: Language
    words: Mapping[str, str]
    facts: Mapping[str, Any]
    body: str
    alone: bool = False

    @property
    def path(self) -> str:
        """Where the file stands below the content folder."""
        return f"{self.type}/{self.year}/{self.stem}.{self.language}.md"

    @property
    def values(self) -> dict[str, Any]:
        """The front matter as written: shared facts stand in the Vietnamese file."""
        return {**self.words, **(self.facts if self.language == "vi" or self.alone else {})}


def words_of(number: int) -> int:
    """How long the bodies of pair ``number`` are, in words: 200 to 800, the median 400; 3,800 at times.

    The lengths are spread evenly, so that a site of any size has the same mixture.
    """
    if number % ONE_LONG_IN == ONE_LONG_IN - 1:
        return LONG_WORDS
    spread = (number * _ROOT) % 1
    return round(MEDIAN_WORDS * math.pow(2, 2 * spread - 1))


def day_of(number: int) -> dt.date:
    """The day of pair ``number``: spread evenly over ten years."""
    return TODAY - dt.timedelta(days=1 + int((number * _GOLDEN) % 1 * DAYS))


def items(count: int, types: tuple[str, ...] = TYPES) -> Iterator[BenchItem]:
    """``count`` items (files), pair after pair, the Vietnamese one first."""
    for number in range((count + 1) // 2):
        yield from pair(number, types)[: count - 2 * number]


def pair(
    number: int, types: tuple[str, ...] = TYPES, day: dt.date | None = None
) -> tuple[BenchItem, BenchItem]:
    """The Vietnamese and the English item number ``number``, of ``day`` or of its own."""
    kind, on = types[number % len(types)], day or day_of(number)
    stem, facts = stem_of(number, types), facts_of(number, kind, on)
    vietnamese, english = (
        BenchItem(
            kind,
            on.year,
            stem,
            language,
            _words(number, kind, language),
            facts,
            _body(number, kind, language, types),
        )
        for language in LANGUAGES
    )
    return vietnamese, english


def stem_of(number: int, types: tuple[str, ...] = TYPES) -> str:
    """The name of the files of a pair: the first words of the Vietnamese title, and its number."""
    values = _words(number, types[number % len(types)], "vi")
    title = slugify(values.get("title") or values["abstract"])
    return f"{'-'.join(title.split('-')[:8])}-{number}"


def _words(number: int, kind: str, language: Language) -> dict[str, str]:
    chance = Chance(f"words {number}")
    if kind == "legal_document":
        return {"abstract": said("abstract", chance, language)}
    title = said(f"title_{kind}", chance, language)
    return {"title": title, "summary": said("summary", chance, language)[:300]}


def facts_of(number: int, kind: str, day: dt.date) -> dict[str, Any]:
    """The fields of a pair that do not depend on its language."""
    chance = Chance(f"facts {number}")
    writer = chance.of(phrases()["writer"]).vi
    return {
        "date": day.isoformat(),
        "creator": writer,
        "topics": sorted({chance.of(TOPICS) for _ in range(chance.between(1, 2))}),
        "status": "published",
        "approved_by": SIGNERS[0],
        **_FACTS[kind](number, chance, day, writer),
    }


def _news(number: int, chance: Chance, day: dt.date, writer: str) -> dict[str, Any]:
    return {
        "category": chance.of(CATEGORIES),
        "genre": chance.of(("tin", "bai")),
        "by_line": writer,
        "contributor_kind": "staff",
    }


def _notice(number: int, chance: Chance, day: dt.date, writer: str) -> dict[str, Any]:
    end = day + dt.timedelta(days=chance.between(10, 60))
    return {
        "kind": chance.of(NOTICE_KINDS),
        "from_date": day.isoformat(),
        "to_date": end.isoformat(),
    }


def _legal_document(number: int, chance: Chance, day: dt.date, writer: str) -> dict[str, Any]:
    issued = (day - dt.timedelta(days=chance.between(0, 3))).isoformat()
    facts = {
        "issued": issued,
        "effective": issued,
        "signer": chance.of(SIGNERS),
        "sectors": [chance.of(FIELDS)],
        "file": [SHARED_FILE],
    }
    if chance.one_in(4):
        return facts | {
            "symbol": f"{number + 1:02d}/{issued[:4]}/QĐ-UBND",
            "doc_class": "vbqppl",
            "doc_type": "quyet-dinh",
            "issuer": ["ubnd-tinh-minh-chau"],
            "signer_title": "chu-tich-ubnd",
        }
    (issuer, code), (kind, abbreviation) = chance.of(DEPARTMENTS), chance.of(DOCUMENT_TYPES)
    return facts | {
        "symbol": f"{number + 1:02d}/{abbreviation}-{code}",
        "doc_class": "hanh-chinh",
        "doc_type": kind,
        "issuer": [issuer],
        "signer_title": "giam-doc-so",
    }


_FACTS = {"news": _news, "notice": _notice, "legal_document": _legal_document}


def _body(number: int, kind: str, language: Language, types: tuple[str, ...]) -> str:
    chance, words = Chance(f"body {number}"), words_of(number)
    if kind == "legal_document":
        return articles(words, chance, language)
    pointer = ""
    if number >= HUB and chance.one_in(3):
        hub = chance.between(1, number // HUB) * HUB - HUB
        pointer = _pointer(hub, chance, language, types)
    return prose(words, chance, language, pointer)


def _pointer(hub: int, chance: Chance, language: Language, types: tuple[str, ...]) -> str:
    """A sentence with a link to an earlier item, as editors write it: the path of its file."""
    kind = types[hub % len(types)]
    words = _words(hub, kind, language)
    target = f"../../{kind}/{day_of(hub).year}/{stem_of(hub, types)}.{language}.md"
    return said(
        "pointer", chance, language, words=words.get("title") or words["abstract"], target=target
    )
