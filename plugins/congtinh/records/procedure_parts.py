"""Parts of an administrative procedure: ways of applying, papers of the dossier, legal basis."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, model_validator

from congtinh.records.fields import File, Text, coded, entry
from congtinh.records.parts import Part

_NOTHING = frozenset(
    ("không", "không có", "không đồng", "không thu phí", "miễn phí", "0", "0 đồng", "o đồng")
).union(("none", "no", "no fee", "free", "free of charge"))
_BLANK = frozenset(("không có thông tin", "đang cập nhật", "chưa có thông tin"))


def says_none(words: str | None) -> bool:
    """Whether words say that there is no such thing: “Không”, “0 đồng”, “No fee”."""
    return (words or "").strip(" .;:").casefold() in _NOTHING


def is_told(words: str | None) -> bool:
    """Whether words tell anything; “Không có thông tin” does not."""
    return bool(words) and str(words).strip(" .;:").casefold() not in _BLANK


def _lines(value: object) -> object:
    """Text of several lines is a list of them; a list stays one."""
    if isinstance(value, str):
        return [line.strip() for line in value.split("\n") if line.strip()]
    return value if isinstance(value, list | tuple) else [value]


Lines = Annotated[tuple[Text, ...], BeforeValidator(_lines)]
"""Paragraphs or steps: a list, or a text with a line for each."""


class Way(Part):
    """One way of applying, with its time and fee."""

    way: Annotated[str, coded("application_ways")] = entry(
        "Cách thức", "Way", mandatory=True, vocabulary="application_ways"
    )
    days: int | None = entry(
        "Số ngày làm việc",
        "Working days",
        ge=0,
        rule=("Chỉ ghi khi thời hạn tính bằng ngày làm việc.", "Only where the term counts working days."),
    )
    term: Text | None = entry(
        "Thời hạn bằng lời",
        "Time in words",
        rule=("Ghi khi không tính bằng ngày làm việc, ví dụ: 30 ngày.", "Where it does not count working days."),
    )
    term_en: Text | None = entry("Thời hạn bằng tiếng Anh", "Time in English")
    fee: Text | None = entry(
        "Phí, lệ phí", "Fee", rule=("Số tiền bằng đồng, lời, hoặc: không.", "An amount in VND, words, or: Không.")
    )
    fee_en: Text | None = entry("Phí bằng tiếng Anh", "Fee in English")
    note: Text | None = entry("Ghi chú", "Note")
    note_en: Text | None = entry("Ghi chú tiếng Anh", "Note in English")


class Paper(Part):
    """One paper of the dossier, with the number of originals and copies, and its form."""

    name: Text = entry("Tên giấy tờ", "Paper", mandatory=True)
    name_en: Text | None = entry("Tên tiếng Anh", "Name in English")
    originals: int | None = entry("Số bản chính", "Originals", ge=0)
    copies: int | None = entry("Số bản sao", "Copies", ge=0)
    form: Text | None = entry(
        "Tên mẫu", "Name of its form", rule=("Khi tệp mẫu không đăng ở đây.", "Where its file is not posted here.")
    )
    file: File | None = entry("Tệp mẫu", "File of its form", file="file")


class Basis(Part):
    """A document that the procedure rests on: of this site, or named by its number."""

    model_config = ConfigDict(json_schema_extra={"x-of-words": True})

    target: Text = entry(
        "Văn bản",
        "Document",
        mandatory=True,
        rule=("Tên tệp trong legal_document, hoặc số ký hiệu.", "A file of legal_document, or its number."),
    )
    title: Text | None = entry("Tên văn bản", "Title")

    @model_validator(mode="before")
    @classmethod
    def _of_words(cls, value: Any) -> Any:
        return {"target": str(value)} if isinstance(value, str | int | float) else value
