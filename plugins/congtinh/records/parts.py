"""Parts of a record: pictures, files, corrections, and where an imported item came from."""

from __future__ import annotations

from functools import cache
from typing import Annotated, ClassVar, get_args

from pydantic import ConfigDict

from congtinh.records.fields import Day, File, Text, coded, entry
from congtinh.records.packing import Packed


class Part(Packed):
    """A map inside a record, such as one picture.

    A record holds no part that lacks what its type says is always there, but for what it ``may_lack``.
    """

    may_lack: ClassVar[frozenset[str]] = frozenset()

    @property
    def is_whole(self) -> bool:
        return all(getattr(self, name) is not None for name in _always_there(type(self)))


@cache
def _always_there(cls: type[Part]) -> tuple[str, ...]:
    """The fields whose type holds no ``None``."""
    fields = cls.model_fields.items()
    certain = (name for name, field in fields if type(None) not in get_args(field.annotation))
    return tuple(name for name in certain if name not in cls.may_lack)


class Image(Part):
    """One picture of an item: alternative text, caption and credit are three things (A4.8)."""

    may_lack = frozenset({"alt"})

    file: File = entry("Tệp ảnh", "File", mandatory=True, shared=True, file="picture")
    alt: Text = entry("Chữ thay thế", "Alternative text", mandatory=True)
    alt_en: Text | None = entry("Chữ thay thế tiếng Anh", "Alternative text in English")
    caption: Text | None = entry("Chú thích", "Caption")
    caption_en: Text | None = entry("Chú thích tiếng Anh", "Caption in English")
    credit: Text | None = entry("Nguồn ảnh", "Credit", mandatory=True, shared=True)
    date: Day | None = entry("Ngày chụp", "Date taken", shared=True)


class AttachedFile(Part):
    """One file to download."""

    file: File = entry("Tệp", "File", mandatory=True, shared=True, file="file")
    title: Text | None = entry("Tên tệp", "Title", mandatory=True)
    title_en: Text | None = entry("Tên tệp tiếng Anh", "Title in English")
    kind: Annotated[str, coded("attachment_kinds")] | None = entry(
        "Loại tệp", "Kind", vocabulary="attachment_kinds"
    )
    signed: bool | None = entry("Đã ký số", "Digitally signed")
    signer: Text | None = entry("Người ký số", "Signed by")
    lang: Text | None = entry("Ngôn ngữ của tệp", "Language of the file")


class Correction(Part):
    """A published correction (Luật 01/2026/QH16, Điều 22)."""

    date: Day = entry("Ngày đính chính", "Date", mandatory=True)
    text: Text = entry("Nội dung đính chính", "Correction", mandatory=True)


class GuardException(Part):
    """What the guard finds and may be published all the same: why, and who says so (rule R15)."""

    kind: Annotated[str, coded("guard_kinds")] = entry(
        "Loại thông tin", "Kind of information", mandatory=True, vocabulary="guard_kinds"
    )
    value: Text | None = entry(
        "Giá trị",
        "Value",
        rule=(
            "Chép số đã che trong thông báo lỗi; bỏ trống là mọi giá trị cùng loại.",
            "The masked number as the fault tells it; without it, all of the kind.",
        ),
    )
    file: Text | None = entry(
        "Tệp",
        "File",
        rule=(
            "Tệp đính kèm hoặc ảnh có thông tin đó; bỏ trống là chính bài này.",
            "The attachment or picture that holds it; without it, the item itself.",
        ),
    )
    reason: Text = entry("Lý do", "Reason", mandatory=True)
    by: Text = entry("Người cho phép", "Allowed by", mandatory=True)


class Legacy(Packed):
    """Where an imported item came from; its presence lowers errors of completeness to warnings."""

    model_config = ConfigDict(extra="allow")

    id: Text | None = entry("Định danh cũ", "Old identifier")
    category: Text | None = entry("Chuyên mục cũ", "Old category")
    encoding: Text | None = entry("Bảng mã cũ", "Old encoding")
    checked_by: Text | None = entry("Người đối chiếu", "Checked by")
    source: Text | None = entry("Nguồn chuyển đổi", "Imported from")
