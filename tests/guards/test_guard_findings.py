"""The guard on texts: what is planted is found, what only looks alike is not, nothing is told in full."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.guards.finding import key_of, masked_number
from congtinh.guards.guarding import findings, masked_name, name_findings
from tests.guards.planting import SHAPES, VOCABULARIES, Planter, planted

LOOKS_ALIKE = (
    "Quyết định số 079/2018/QĐ-UBND ngày 12/03/2018",
    "Thủ tục 1.013126, mã hồ sơ 000.00.18.H56-230215-0003",
    "Tổng mức đầu tư 123.456.789.012 đồng, trong đó ngân sách tỉnh 79.189.001.234 đồng",
    "Ngân sách năm 2025: 079.189.001.234",
    "ISBN 978-604-80-1234-5; ISBN 0-306-40615-2; ISSN 0866-7020",
    "Từ 09:30 ngày 12/03/2026 đến 16:30 ngày 13/03/2026",
    "Điện thoại: 0254 3852 485, fax 024.3936.7890",
    "Đường dây nóng: 0912 345 678 (ông Nguyễn Văn An)",
    "Văn phòng Sở, điện thoại: 0912 345 678",
    "| Đơn vị | Điện thoại |\n| --- | --- |\n| Phòng Quản lý khoa học | 0912 345 678 |",
    "Tổng đài 1900 1234, 1800.8118",
    "Hạt tiêu, mã HS 0910.11.00.00; cà phê 0901.21.11.00 chịu thuế suất 15%",
    "Công ty Cổ phần A, MST: 0900189284, mã số doanh nghiệp 0700123456",
    "Số tài khoản 060012345678 tại ngân hàng",
    "| Tên | Mã số thuế |\n| --- | --- |\n| Công ty B | 0900189284 |",
    "https://bao.example/tin-079189001234.html và https://bao.example/?id=0912345678",
    "Tọa độ 10.7912345678, 106.0912345678",
    "550e8400-e29b-41d4-a716-046199012345",
    "Lệ phí cấp chứng minh nhân dân: phạt từ 100.000.000 đến 150.000.000 đồng",
    "Căn cước công dân (12 chữ số): ....................",
    "các năm 2024 2025 2026 2027 2028",
    "01 02 03 04 05 06 07 08 09 10 11 12",
    "Bảo vệ bí mật nhà nước\n\nBẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "MẬT ONG\n\nSản phẩm mật ong\n\nMật độ dân số",
    "Phải in từ “TUYỆT MẬT”, “TỐI MẬT” hoặc “MẬT” trên trang tên sách",
    "Mẫu dấu chỉ độ mật như sau:\n\nTUYỆT MẬT\n\nTỐI MẬT\n\nMẬT",
    "Tài liệu lưu hành nội bộ không được mang ra khỏi cơ quan; thông tin không phổ biến rộng rãi",
    "- Lưu hành nội bộ;\n- Phổ biến rộng rãi.",
    "Hồ sơ do công an cấp xã nơi thường trú của người đó xác nhận",
    "Công dân Việt Nam, thường trú tại Việt Nam; nơi cư trú tại thôn, bản",
    "Trung tâm Ứng dụng, địa chỉ: số 12, ngõ 5, phường Hòa Bình",
    "Bà Nguyễn Thị Lan, Tổ trưởng tổ dân phố 5, phát biểu",
    "Đề nghị gửi về hộp thư skhcn@minhchau.example",
)


def kinds(text: str) -> set[str]:
    return {found.kind for found in findings(text, VOCABULARIES)}


def test_planted_identities_are_found() -> None:
    """At least 99 of 100 planted identities, homes, telephones and marks are found, in every shape."""
    every = [*planted(7, 8 * len(SHAPES))]
    missed = [one for one in every if one.kind not in kinds(one.text)]
    assert len(missed) <= len(every) / 100, missed


@pytest.mark.parametrize("text", LOOKS_ALIKE, ids=lambda text: text[:30])
def test_what_looks_alike_is_left_alone(text: str) -> None:
    """Numbers of documents, money, goods, firms and offices, and talk of secrecy, are no findings."""
    assert kinds(text) == set()


@given(st.integers(0, 10**9))
def test_nothing_is_told_in_full(seed: int) -> None:
    """The masked form keeps at least four digits of a number to itself, and excuses the same finding."""
    one = Planter(random.Random(seed)).one()
    for found in findings(one.text, VOCABULARIES):
        if found.kind in ("identity", "telephone"):
            digits = re.sub(r"\D", "", found.value)
            assert found.masked.count("•") >= 3
            assert digits not in re.sub(r"\D", "", found.masked)
            assert len(re.sub(r"\D", "", found.masked)) <= len(digits) - 3


@given(st.integers(0, 10**9), st.text("Sở ban hành kế hoạch năm.\n", max_size=60))
def test_places_are_those_of_the_text(seed: int, before: str) -> None:
    """A finding stands where it says, whatever is written before it."""
    planter = Planter(random.Random(seed))
    card = planter.card()
    text = f"{before}\n\nSố CCCD: {card}"
    found = [one for one in findings(text, VOCABULARIES) if one.kind == "identity"]
    assert [text[one.start : one.end] for one in found] == [card]


@given(st.integers(10**6, 10**12))
def test_sums_of_money_are_no_identities(sum_of_money: int) -> None:
    """A sum with its points and its currency is never taken for a number of a person."""
    money = f"{sum_of_money:,}".replace(",", ".")
    assert kinds(f"Kinh phí thực hiện nhiệm vụ là {money} đồng, giao Sở quản lý") == set()


@pytest.mark.parametrize(
    "name",
    ("files/CCCD-079189001234.pdf", "files/cmnd_023456789.pdf", "files/0912345678.jpg", "files/tuyet-mat.pdf",
     "files/Báo cáo (Mật).docx", "files/luu-hanh-noi-bo.pdf", "files/TỐI MẬT_to-trinh.pdf", "files/an 079 189 001 234.jpg"),
)  # fmt: skip
def test_names_of_files_are_looked_at(name: str) -> None:
    """The name of a file may tell what must not be told; its masked form does not."""
    found = name_findings(name, VOCABULARIES)
    assert found
    if found[0].kind != "secrecy":
        assert key_of(found[0].value) not in key_of(masked_name(name, VOCABULARIES).replace("-", ""))


@pytest.mark.parametrize(
    "name",
    ("files/bi-mat-nha-nuoc.pdf", "files/mat-ong.jpg", "files/toi-mat-giay-to.pdf", "files/467-skhcn-ttr.pdf",
     "images/IMG_20261122_093012.jpg", "files/BAO CAO MAT DO.pdf", "files/Bảo mật thông tin.pdf"),
)  # fmt: skip
def test_plain_names_are_left_alone(name: str) -> None:
    """Slugs without marks of tone are ambiguous: they are only taken for what they surely say."""
    assert name_findings(name, VOCABULARIES) == []


def test_masks_keep_the_ends() -> None:
    """A number is recognised by its owner from its ends."""
    assert masked_number("079189001234") == "0791•••••234"
    assert masked_number("0912345678") == "0912•••678" or masked_number("0912345678").count("•") >= 3
