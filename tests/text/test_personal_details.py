"""What tells who a citizen is is found in many shapes, and what may stand is left alone (R31)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.personal_details import are_initials, is_province, personal_details

OFFICIALS = frozenset({"Phạm Thanh Tùng", "Đỗ Thị Kim Oanh"})


def kinds(text: str, by_citizen: bool = False) -> set[str]:
    return {
        one.kind
        for one in personal_details(text, OFFICIALS, ("skhcn.minhchau.example",), by_citizen)
    }


@given(
    digits=st.text("0123456789", min_size=11, max_size=11),
    gap=st.sampled_from(["", " ", "."]),
    before=st.sampled_from(["", "CCCD số ", "(", "Số định danh: "]),
    after=st.sampled_from(["", ".", ", cấp năm 2021", ")"]),
)
def test_identity_numbers_are_found_however_they_are_written(
    digits: str, gap: str, before: str, after: str
) -> None:
    """Twelve digits from 0 on, in one piece or in threes."""
    number = f"0{digits}"
    written = gap.join(number[n : n + 3] for n in range(0, 12, 3))

    assert "identity" in kinds(f"Tôi gửi kèm {before}{written}{after}")


@given(
    head=st.sampled_from(["03", "05", "07", "08", "09", "+849", "+84 9", "84 3"]),
    rest=st.text("0123456789", min_size=8, max_size=8),
    cut=st.sampled_from([(8,), (2, 3, 3), (4, 4)]),
    gap=st.sampled_from([" ", ".", "-"]),
)
def test_mobile_numbers_are_found(head: str, rest: str, cut: tuple[int, ...], gap: str) -> None:
    """However they are grouped, with or without the code of the country."""
    groups, at = [], 0
    for width in cut:
        groups.append(rest[at : at + width])
        at += width
    assert "telephone" in kinds(f"gọi {head}{gap.join(groups)} giúp tôi")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tôi tên là Nguyễn Văn Bình, làm nghề buôn bán", "name"),
        ("Tôi là Trần Thị Mai Hoa", "name"),
        ("Họ và tên: Lê Quang Huy", "name"),
        ("Kính gửi ông Hoàng Văn Nam", "name"),
        ("chị Phan Thị Kim Liên hỏi", "name"),
        ("Người hỏi: Vũ Thị Hạnh", "name"),
        ("My name is Nguyễn Văn Bình", "name"),
        ("thường trú tại thôn Đông, xã Tây", "address"),
        ("nhà tôi ở số 12 đường Hoa Mai", "address"),
        ("Số nhà 25, tổ 4", "address"),
        ("ngõ 102 phố Chợ", "address"),
        ("gửi về binhnv@gmail.com", "mail"),
        ("hộp thư hoa.tran@yahoo.com.vn", "mail"),
        ("CMND 123456789 cấp năm 2010", "identity"),
        ("hộ chiếu số B1234567", "identity"),
        ("mobile 0912.345.678", "telephone"),
    ],
)
def test_shapes_of_identity(text: str, kind: str) -> None:
    """Names by how people are addressed or say who they are; addresses, mail, numbers by their words."""
    assert kind in kinds(text, by_citizen=True)


@pytest.mark.parametrize(
    "text",
    [
        "Mời liên hệ ông Phạm Thanh Tùng, Giám đốc Sở, phòng 301, Số 1 đường Ngọc Trai.",
        "Trưởng phòng, bà Nguyễn Thị Lan, trả lời trong giờ làm việc.",
        "Điện thoại 0000 555 0130, thư qlkh@skhcn.minhchau.example hoặc vanphong@so.tinh.gov.vn.",
        "Nghị định số 43/2011/NĐ-CP, Quyết định số 21/2026/QĐ-UBND ngày 09/11/2026.",
        "Thủ tục 1.002345.000.00.00.H08, mã hồ sơ 000.12.34.H45-260301-0001.",
        "Kinh phí 1.500.000.000 đồng; từ ngày 01/01/2026 đến 31/12/2026.",
        "Thôn chúng tôi ở vùng cao, sóng chập chờn.",
        "Tổng đài 1900 1234, điện thoại bàn 0254 3852 485.",
        "Chị em phụ nữ, anh Công an xã và bà con Thôn Đông Mây.",
        "Tôi là giáo viên trường Trung học phổ thông Minh Châu.",
    ],
)
def test_what_may_stand_is_left_alone(text: str) -> None:
    """Officials, offices, numbers of documents and money are no identity of a citizen."""
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("text", "are"),
    [
        ("N.V.A.", True),
        ("N.T.H", True),
        ("T Q B", True),
        ("Đ.", True),
        ("Nguyễn Văn A", False),
        ("Bình", False),
        ("N.V.A., 0912345678", False),
    ],
)
def test_initials(text: str, are: bool) -> None:
    """Capitals alone; a name spelled out is none."""
    assert are_initials(text) == are


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minh Châu", True),
        ("Thành phố Hồ Chí Minh", True),
        ("Hà Nội", True),
        ("xã Đồng Mây, Minh Châu", False),
        ("12 phố Chợ", False),
    ],
)
def test_a_province_is_no_address(text: str, expected: bool) -> None:
    """Nothing narrower than a province or city stands beside initials."""
    assert is_province(text) == expected
