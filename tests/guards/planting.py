"""Made-up identities of persons in the shapes that they have in texts, and files that carry them."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import docx
import openpyxl
from PIL import ExifTags, Image, PngImagePlugin

from congtinh.bench.pdf import one_page
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
PROVINCES = VOCABULARIES["identity_provinces"].codes
MOBILE = [
    prefix
    for term in VOCABULARIES["mobile_prefixes"]
    for prefix in term.texts("prefixes")
    if len(prefix) == 3
]
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Minh Đức", "Vũ Thị Hạnh", "Đặng Quốc Khánh")
SEPARATORS = (" ", ".", "-", "\u00a0")
GROUPS = ((12,), (3, 3, 3, 3), (4, 4, 4), (3, 9), (3, 3, 6), (6, 6), (3, 1, 2, 6))
TELEPHONE_GROUPS = ((10,), (4, 3, 3), (3, 3, 4), (4, 6), (3, 4, 3))


class Planted(NamedTuple):
    """A kind that has to be found, and the text that holds it."""

    kind: str
    text: str


@dataclass
class Planter:
    """Draws identities; the same ones for the same seed."""

    random: random.Random

    def card(self) -> str:
        """Twelve digits of a citizen: province, century with sex, year of birth, six more."""
        year = self.random.randrange(1930, 2020)
        century = 2 * (year // 100 - 19) + self.random.randrange(2)
        return f"{self.random.choice(PROVINCES)}{century}{year % 100:02}{self.random.randrange(10**6):06}"

    def old_card(self) -> str:
        return f"{self.random.randrange(1, 40):02}{self.random.randrange(10**7):07}"

    def mobile(self) -> str:
        return self.random.choice(MOBILE) + f"{self.random.randrange(10**7):07}"

    def name(self) -> str:
        return self.random.choice(NAMES)

    def grouped(self, digits: str, groups: tuple[tuple[int, ...], ...]) -> str:
        separator, parts, at = self.random.choice(SEPARATORS), [], 0
        for length in self.random.choice(groups):
            parts.append(digits[at : at + length])
            at += length
        return separator.join(parts)

    def written_card(self) -> str:
        return self.grouped(self.card(), GROUPS)

    def written_mobile(self) -> str:
        return self.grouped(self.mobile(), TELEPHONE_GROUPS)

    def one(self) -> Planted:
        return self.random.choice(SHAPES)(self)

    def home(self) -> str:
        number, group = self.random.randrange(1, 300), self.random.randrange(1, 20)
        return self.random.choice(
            (f"số {number}, đường Lê Lợi, phường 3", f"số nhà {number}, ngõ {group}, phường Hòa Bình",
             f"tổ dân phố {group}, phường Tân Lập", f"thôn {group}, xã Minh Tân", "ấp Tân Thuận, xã An Hòa")
        )  # fmt: skip


SHAPES: tuple[Callable[[Planter], Planted], ...] = (
    lambda p: Planted("identity", f"Số CCCD: {p.written_card()}"),
    lambda p: Planted("identity", f"Ông {p.name()}, căn cước công dân số {p.written_card()}, cấp ngày 12/5/2021"),
    lambda p: Planted("identity", f"Danh sách người trúng tuyển\n\n1. {p.name()} {p.card()}\n2. {p.name()} {p.card()}"),
    lambda p: Planted("identity", f"người nộp hồ sơ là {p.name()} ({p.written_card()}) đã bổ sung giấy tờ."),
    lambda p: Planted(
        "identity",
        f"| TT | Họ và tên | Số CMND | Ghi chú |\n| --- | --- | --- | --- |\n| 1 | {p.name()} | {p.old_card()} | |",
    ),
    lambda p: Planted("identity", f"| Họ và tên | CCCD |\n| --- | --- |\n| {p.name()} | {p.card()} |"),
    lambda p: Planted("identity", f"CMND số {p.grouped(p.old_card(), ((9,), (3, 3, 3)))} do Công an tỉnh cấp"),
    lambda p: Planted("identity", f"số {p.old_card()} cấp ngày 12/3/2010 tại Công an tỉnh Minh Châu"),
    lambda p: Planted("identity", f"chứng minh nhân dân của bà {p.name()} là {p.old_card()}."),
    lambda p: Planted("identity", f"Hộ chiếu số {p.random.choice('BCNPK')}{p.random.randrange(10**6, 10**7)}"),
    lambda p: Planted("identity", f"Mã số BHXH: {p.random.randrange(10**9, 10**10)}"),
    lambda p: Planted("identity", f"MST cá nhân {p.random.randrange(8 * 10**9, 9 * 10**9)}"),
    lambda p: Planted("identity", f"Citizen identity card No. {p.written_card()}"),
    lambda p: Planted("identity", " ".join(("CCCD", *p.card()))),
    lambda p: Planted("identity", f"STT Họ tên CCCD Điện thoại\n1 {p.name()} {p.card()} {p.mobile()} Phường 1"),
    lambda p: Planted("identity", f"TT Họ và tên Số CMND Ghi chú\n1 {p.name()} {p.old_card()} vắng"),
    lambda p: Planted("telephone", f"Anh {p.name()}, ĐT: {p.written_mobile()}"),
    lambda p: Planted("telephone", f"Tôi là {p.name()}, số điện thoại {p.written_mobile()}, xin hỏi Sở"),
    lambda p: Planted("telephone", f"liên hệ bà {p.name()} ({p.written_mobile()}) để nhận kết quả"),
    lambda p: Planted("telephone", f"+84 {p.mobile()[1:]} ({p.name()})"),
    lambda p: Planted("telephone", f"| Họ tên | Di động |\n| --- | --- |\n| {p.name()} | {p.mobile()} |"),
    lambda p: Planted("address", f"Ông {p.name()}, thường trú tại {p.home()}, tỉnh Minh Châu"),
    lambda p: Planted("address", f"Nơi cư trú: {p.home()}"),
    lambda p: Planted("address", f"HKTT: {p.home()}"),
    lambda p: Planted("address", f"Bà {p.name()} (số nhà {p.random.randrange(1, 99)}, ngõ 5) phản ánh"),
    lambda p: Planted("secrecy", f"{p.random.choice(('MẬT', 'TỐI MẬT', '**TUYỆT MẬT**'))}\n\nBÁO CÁO\n\nTình hình"),
    lambda p: Planted("secrecy", f"Kế hoạch năm 2026\n\n{p.random.choice(('(Lưu hành nội bộ)', 'LƯU HÀNH NỘI BỘ'))}"),
    lambda p: Planted("secrecy", f"Độ mật: {p.random.choice(('Mật', 'Tối mật', 'TUYỆT MẬT'))}"),
)


def planted(seed: int, count: int) -> Iterator[Planted]:
    """``count`` texts with something in each, of every shape in turn."""
    planter = Planter(random.Random(seed))
    for place in range(count):
        yield SHAPES[place % len(SHAPES)](planter)


def in_docx(place: str, text: str) -> bytes:
    """A document of a word processor with the text in its body, header, table, text box, comment, or properties."""
    document = docx.Document()
    document.add_paragraph("Phiếu đề xuất nhiệm vụ khoa học và công nghệ")
    if place == "body":
        paragraph = document.add_paragraph()
        for start in range(0, len(text), 5):  # as an editor leaves it: one number in several runs
            paragraph.add_run(text[start : start + 5]).bold = bool(start % 2)
    elif place == "header":
        document.sections[0].header.paragraphs[0].text = text
    elif place == "footer":
        document.sections[0].footer.paragraphs[0].text = text
    elif place == "table":
        table = document.add_table(2, 2)
        table.cell(1, 1).text = text
    elif place == "comment":
        document.add_comment(document.paragraphs[0].add_run("x"), text=text, author="Biên tập")
    elif place == "properties":
        document.core_properties.keywords = text
    file = io.BytesIO()
    document.save(file)
    if place in _MADE:
        return _with_xml(file.getvalue(), _MADE[place].format(text))
    return file.getvalue()


DOCX_PLACES = ("body", "header", "footer", "table", "comment", "properties", "text box", "deleted")
_MADE = {
    "text box": "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    "deleted": "<w:p><w:del w:id='1' w:author='x'><w:r><w:delText>{}</w:delText></w:r></w:del></w:p>",
}


def _with_xml(data: bytes, xml: str) -> bytes:
    """The document with more of it at the end of its body."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == "word/document.xml":
                content = content.replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)
            after.writestr(entry, content)
    return file.getvalue()


def in_xlsx(text: str, *, as_number: bool = False) -> bytes:
    """A workbook with a column of cards; ``as_number``: a number cell, which drops the zero in front."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Họ và tên", "Số CCCD"])
    sheet.append([1, "Nguyễn Văn An", int(text) if as_number else text])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def in_pdf(text: str) -> bytes:
    return one_page(text)


def in_jpeg(description: str = "", *, position: bool = False, owner: str = "") -> bytes:
    """A picture with words, a position or an owner in its EXIF."""
    exif = Image.Exif()
    if description:
        exif[ExifTags.Base.ImageDescription] = description.encode()
    if owner:
        exif.get_ifd(ExifTags.IFD.Exif)[0xA430] = owner
    if position:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (21.0, 1.0, 40.0), 3: "E", 4: (105.0, 50.0, 0.0)})
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "navy").save(file, "JPEG", exif=exif)
    return file.getvalue()


def in_png(text: str) -> bytes:
    """A picture with a comment."""
    words = PngImagePlugin.PngInfo()
    words.add_itxt("Comment", text)
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "navy").save(file, "PNG", pnginfo=words)
    return file.getvalue()
