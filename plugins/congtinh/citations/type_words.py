"""The words that name types of instruments in running text, and the codes they stand for."""

from __future__ import annotations

from functools import cache, lru_cache

from congtinh.numbering import DocumentNumber, type_of
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Vocabulary

LAWS = {"vi": ("hiến pháp", "bộ luật", "luật", "pháp lệnh"),
        "en": ("constitution", "code", "law", "ordinance")}  # fmt: skip
"""Types whose instruments are cited by name."""
NUMBERED = {
    "vi": (
        *LAWS["vi"], "lệnh", "sắc lệnh", "sắc luật", "nghị quyết", "nghị quyết liên tịch",
        "nghị định", "nghị đinh", "nghịđịnh", "quyết định", "quyếtđịnh", "chỉ thị", "thông tư",
        "thôngtư", "thông tư liên tịch",
        "thông tư liên bộ", "thông tư liên ngành", "liên bộ", "thông báo", "thông cáo",
        "thông tri", "kết luận", "công văn", "công điện", "tờ trình", "báo cáo", "kế hoạch",
        "chương trình", "đề án", "dự án", "phương án", "hướng dẫn", "quy định", "quy chế",
        "biên bản", "giấy mời", "văn bản hợp nhất", "văn bản", "đính chính",
    ),
    "en": (
        *LAWS["en"], "order", "resolution", "joint resolution", "decree", "decision",
        "directive", "circular", "joint circular", "notice", "announcement", "conclusion",
        "official letter", "official dispatch", "dispatch", "urgent dispatch", "submission",
        "report", "plan", "programme", "program", "project", "guidance", "guidelines",
        "regulation", "regulations", "consolidated text", "document",
    ),
}  # fmt: skip
"""Words that stand before the number of an instrument."""
ABBREVIATED = ("NĐ", "NQ", "QĐ", "TT", "TTLT", "CT", "CV", "TB", "KL", "KH", "HD", "VBHN", "PL")
"""Types as offices shorten them before a number: “NĐ 43/2011/NĐ-CP”."""
_OTHERWISE = {
    "nghị đinh": "nghi-dinh", "nghịđịnh": "nghi-dinh", "quyếtđịnh": "quyet-dinh",
    "thôngtư": "thong-tu", "thông tư liên ngành": "thong-tu-lien-tich",
    "liên bộ": "thong-tu-lien-tich", "official dispatch": "cong-van", "dispatch": "cong-van",
    "program": "chuong-trinh", "project": "de-an", "guidelines": "huong-dan",
    "regulation": "quy-che", "regulations": "quy-che", "announcement": "thong-bao",
}  # fmt: skip


@cache
def type_of_word(word: str) -> str:
    """The code of the type that ``word`` names, whatever its case; “” where there is none."""
    word = " ".join(word.lower().split())
    if word in _OTHERWISE:
        return _OTHERWISE[word]
    term = _types().find(word)
    return term.code if term else ""


@lru_cache(maxsize=1 << 12)
def type_of_number(number: DocumentNumber) -> str:
    """The code of the type that the symbol decides; “” where it does not (``QH15``, ``27/CP``)."""
    return type_of(number, _types()) or ""


def _types() -> Vocabulary:
    return Vocabularies.load()[0]["document_types"]
