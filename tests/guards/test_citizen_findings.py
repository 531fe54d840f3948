"""Where citizens are spoken of more is found than elsewhere, and what may stand is left alone (R31)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.guards.guarding import citizen_findings, contact_findings
from congtinh.guards.initials import are_initials, is_province
from tests.guards.planting import VOCABULARIES


def kinds(text: str, by_citizen: bool = False) -> set[str]:
    """What may tell of a citizen; whose names and mailboxes they are the rule asks of the directory."""
    found = (*citizen_findings(text, VOCABULARIES, by_citizen=by_citizen), *contact_findings(text, VOCABULARIES))
    return {one.kind for one in found}


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
        ("gọi cho tôi theo số 0254 3852 485", "telephone"),
        ("Tiếp ông Nguyễn Văn A về đất đai", "name"),
        ("Bà Trần Thị Mẫu đề nghị xem xét", "name"),
        ("Ông (bà): Điểu Thị Xuân", "name"),
        ("ÔNG NGUYỄN VĂN A", "name"),
        ("Công dân: Lê Thị Hoa Mai", "name"),
        ("Chủ tịch xã tiếp bà Trần Thị Mẫu", "name"),
        ("Mr Pham Van Mau asked", "name"),
        ("Mr. Pham Van Mau asked", "name"),
        ("căn cước 079123456789", "identity"),
        ("danh sách: 023456789", "identity"),
        ("thường trú tại thôn 3", "address"),
        ("thường trú tại xã Tân Lập", "address"),
        ("Địa chỉ: số nhà 5", "address"),
        ("I live at 12 Le Loi Street", "address"),
    ],
)
def test_shapes_of_identity(text: str, kind: str) -> None:
    """Names by how people are addressed or say who they are; addresses, mail, numbers by their words."""
    assert kind in kinds(text, by_citizen=True)


@pytest.mark.parametrize(
    "text",
    [
        "Mời liên hệ Giám đốc Sở, phòng 301, Số 1 đường Ngọc Trai.",
        "Trưởng phòng, bà Nguyễn Thị Lan, trả lời trong giờ làm việc.",
        "Điện thoại 0000 555 0130, kinh phí 120.000.000 đồng",
        "Nghị định số 43/2011/NĐ-CP, Quyết định số 21/2026/QĐ-UBND ngày 09/11/2026.",
        "Thủ tục 1.002345.000.00.00.H08, mã hồ sơ 000.12.34.H45-260301-0001.",
        "Kinh phí 1.500.000.000 đồng; từ ngày 01/01/2026 đến 31/12/2026.",
        "Thôn chúng tôi ở vùng cao, sóng chập chờn.",
        "Tổng đài 1900 1234, điện thoại bàn 0254 3852 485.",
        "Chị em phụ nữ, anh Công an xã và bà con Thôn Đông Mây.",
        "Tôi là giáo viên trường Trung học phổ thông Minh Châu.",
        "Kiến nghị của các hộ trồng dược liệu xã Đông Mây",
        "Ông Giám đốc Sở chủ trì",
        "Thông báo số 12/TB-SKHCN ngày 22/11/2026",
        "Công dân được mời đến lúc 08 giờ",
        "phòng tiếp công dân, số 1 đường Ngọc Trai, phường Minh Châu",
        "Thủ tục đăng ký thường trú tại xã nào cũng làm được; nơi cư trú của công dân",
        "đường Bà Huyện Thanh Quan, trường Anh Trần Quốc Toản; Bác Hồ Chí Minh",
        "Gọi đường dây nóng 0912 345 678",
        "Tra cứu tại https://so.example/ho-so/023456789",
        "mã hồ sơ 023456789",
        "gây phiền hà của người tiếp công dân. Luật Khiếu Nại; các Ông (Bà) Chánh Văn phòng",
        "Đối tượng thực hiện: Công dân Việt Nam, người nước ngoài; công dân Hàn Quốc",
        "nơi cư trú với họ hoặc tổ trưởng tổ dân phố để thực hiện việc ký nhận",
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


def test_one_place_is_one_finding() -> None:
    """What several ways of looking find in one place is one thing, and a card before it is a telephone."""
    found = citizen_findings("Số CCCD: 079 189 001 234, ĐT 0912 345 678, số nhà 5, ngõ 3", VOCABULARIES, by_citizen=True)
    assert [one.kind for one in found] == ["identity", "telephone", "address"]


def test_marks_of_secrecy_are_no_identity() -> None:
    """R31 tells of persons; a mark of secrecy is told by R15 in every type."""
    assert kinds("Tôi là Trần Văn Nam, số điện thoại 0912 345 678\n\nMẬT") == {"name", "telephone"}


@given(st.lists(st.sampled_from(["Nguyễn", "Văn", "Bình", "Thị", "Ánh"]), min_size=1, max_size=4))
def test_names_are_told_by_their_first_letters(name: list[str]) -> None:
    """The masked form of a name holds no syllable of it."""
    found = contact_findings(f"ông {' '.join(('Lê', *name))} hỏi", VOCABULARIES)
    assert [one.masked for one in found] == [" ".join(f"{word[0]}•••" for word in ("Lê", *name))]
