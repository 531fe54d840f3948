"""A few records on which each rule of searching can be seen by itself."""

from __future__ import annotations

import datetime as dt

from congtinh.search.records import FacetValue, SearchRecord
from congtinh.validity.states import EXPIRED, IN_FORCE, NOT_YET

DECREE, LAW, PLAN = (
    FacetValue("nghi-dinh", "Nghị định"),
    FacetValue("luat", "Luật"),
    FacetValue("ke-hoach", "Kế hoạch"),
)
CP, QH, UBND = (
    FacetValue("chinh-phu", "Chính phủ"),
    FacetValue("quoc-hoi", "Quốc hội"),
    FacetValue("ubnd", "UBND tỉnh Minh Châu"),
)
_HOLDS, _OVER = FacetValue(IN_FORCE, "Còn hiệu lực"), FacetValue(EXPIRED, "Hết hiệu lực toàn bộ")
_NOT_YET = FacetValue(NOT_YET, "Chưa có hiệu lực")
END = dt.date(2020, 1, 1)
"""From this day on the decree of 2011 holds no longer, and that of 2019 does."""


def page(key: str, title: str, body: str = "", language: str = "vi") -> SearchRecord:
    return SearchRecord(key, language, title, body, url=f"{key}/")  # type: ignore[arg-type]


def document(
    key: str, number: str, title: str, day: dt.date, kind: FacetValue, issuers: tuple[FacetValue, ...],
    body: str = "", states: tuple[tuple[dt.date | None, FacetValue], ...] = ((None, _HOLDS),),
) -> SearchRecord:  # fmt: skip
    return SearchRecord(
        key, "vi", title, body, url=f"van-ban/{key}/", number=number, issued=day, date=day,
        kind=kind.label, section="Văn bản", facets=(("type", (kind,)), ("issuer", issuers)), states=states,
        catalogue=tuple(issuer.label for issuer in issuers), anchors=(("Điều 2. Thông tin", "dieu-2"),),
    )  # fmt: skip


DOCUMENTS = [
    document("nd-43-2011", "43/2011/NĐ-CP", "Cung cấp thông tin trên trang điện tử", dt.date(2011, 6, 13), DECREE,
             (CP,), "Điều 1. Phạm vi\n" + "Phạm vi của nghị định. " * 20 + "\nĐiều 2. Thông tin\nKho lưu trữ.",
             ((None, _HOLDS), (END, _OVER))),
    document("nd-43-2019", "43/2019/NĐ-CP", "Cung cấp thông tin trên trang điện tử", dt.date(2019, 6, 13), DECREE,
             (CP,), "Thay thế Nghị định số 43/2011/NĐ-CP.", ((None, _NOT_YET), (END, _HOLDS))),
    document("nd-42-2022", "42/2022/NĐ-CP", "Dịch vụ công trực tuyến", dt.date(2022, 6, 24), DECREE, (CP,),
             "Bãi bỏ Nghị định số 43/2011/NĐ-CP và Nghị định 61/2018/NĐ-CP."),
    document("luat-47-2010", "47/2010/QH12", "Luật Các tổ chức tín dụng", dt.date(2010, 6, 16), LAW, (QH,)),
    document("kh-118-2026", "118/KH-UBND", "Kế hoạch dịch vụ công", dt.date(2026, 3, 2), PLAN, (UBND,)),
    document("kh-118-2025", "118/KH-UBND", "Kế hoạch bảo vệ rừng", dt.date(2025, 3, 2), PLAN, (UBND, CP)),
    document("tt-118-2025", "118/2025/TT-BKHCN", "Đo lường", dt.date(2025, 5, 2), PLAN, (CP,)),
    SearchRecord("thu-tuc", "vi", "Cấp lại giấy chứng nhận", "", number="1.013126"),
]  # fmt: skip
PAGES = [
    page("dat", "Thu hồi đất", "Bồi thường khi thu hồi đất. Giá đất năm nay."),
    page("dat-duoc", "Kết quả đạt được", "Tỉnh đạt nhiều kết quả."),
    page("dat-mong", "Lá dát mỏng", "Đồng dát mỏng."),
    page("ket-hon", "Đăng ký kết hôn", "Hồ sơ đăng ký kết hôn gồm giấy tờ sau."),
    page("ket-hon-2", "Kết hôn. Đăng ký khai sinh", "Đăng ký ở xã, kết hôn ở tỉnh; đăng ký lại."),
    page("hoa-giai", "Hòa giải ở cơ sở", "Tổ hòa giải hoà giải tranh chấp về thuỷ sản."),
    page("quy", "Quý khách", "Kính mời quý khách."),
    page("an-ninh", "An ninh mạng", "An toàn và an ninh."),
    page("an-uong", "Ăn uống hợp vệ sinh", "Ăn chín."),
    page("tin", "Tin tức", "Tin mới trong ngày."),
    page("tin-nguong", "Tín ngưỡng", "Lòng tin và tín ngưỡng."),
    page("tinh", "Tỉnh Minh Châu", "Tỉnh ven biển."),
    page("khcn", "Sở KH&CN", "Ngày 05/6/2026, 1.000.000 đồng, TCVN ISO 9001, m²."),
    page(
        "services",
        "Digital services",
        "Serving citizens: the service is free. Decree 43/2011/ND-CP.",
        "en",
    ),
    page("policy", "Policies of the department", "One policy for policies.", "en"),
    page("tin-en", "Tin mining", "Tin and copper.", "en"),
]
RECORDS = DOCUMENTS + PAGES
