"""The counting statements of five activity reports, from made-up records: their figures and their wording."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from congtinh.languages import Bilingual
from congtinh.periods import parse_period
from congtinh.records.indicator import Indicator
from congtinh.report.filling import Filling
from congtinh.report.number_style import percent
from congtinh.report.report_data import Told, report_data
from congtinh.settings import Settings
from congtinh.statistics.quotas import Target, standing
from congtinh.statistics.site_counts import SiteCounts
from tests.sites.copies import copied
from tests.statistics.made_up import MadeUp, documents, extended, news, served, units, visits

D = dt.date


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return copied("small", tmp_path / "site").settings()


def said(counts: SiteCounts, period: str, text: str, settings: Settings, as_of: dt.date | None = None) -> str:
    """The text with its figures, as a report of the period has it."""
    data = report_data(counts, parse_period(period, as_of=as_of), replace(settings, agency=""))
    filling = Filling(Told(data), "vi", {}, {})
    made = filling.fill(text)
    assert filling.faults == []
    return made


def test_news_and_pictures_are_one_figure_with_two_parts(tmp_path: Path, settings: Settings) -> None:
    """“571 tin (228 tin, 343 ảnh)”, “286 (137 tin, 149 ảnh)”, visits, and 63.657 a month, cut and not rounded."""
    own = """
[thu_tuc_muc_3_trang_dang_ky]
vi = "Thủ tục mức độ 3 tại trang đăng ký"
en = "Procedures of level 3 on the registration site"
measure = "procedures"
kind = "2011:3"
unit = "so"
cumulative = true
"""
    site = MadeUp(D(2018, 7, 12), extended(tmp_path / "vocabulary", own))
    news(site, 228, D(2018, 3, 1))
    site.show(343, D(2018, 3, 1))
    news(site, 137, D(2018, 4, 2), "en")
    site.show(149, D(2018, 4, 2), "en")
    visits(site, "2018-06", 330_552, 51_394)
    served(site, 37, D(2016, 1, 1), "procedures", "2011:3", unit="so")
    served(site, 12, D(2016, 1, 1), "procedures", "2011:2", unit="chi-cuc")
    served(site, 12, D(2016, 1, 1), "procedures", "2011:3", unit="dich-vu-cong")
    text = (
        "{tin_anh.vi} tin (trong đó có {tin_bai.vi} tin và {anh.vi} ảnh), {luot_truy_cap.vi} lượt; "
        "tiếng Anh {tin_anh.en} (trong đó có {tin_bai.en} tin và {anh.en} ảnh), {luot_truy_cap.en} lượt; "
        "{luot_truy_cap_binh_quan} lượt/tháng; {thu_tuc_muc_3_trang_dang_ky} TTHC cấp độ 3, "
        "{thu_tuc_muc_2} mức độ 2; mức độ 3 có {thu_tuc_muc_3}"
    )

    assert said(site.site(), "6T-2018", text, settings) == (
        "571 tin (trong đó có 228 tin và 343 ảnh), 330.552 lượt; "
        "tiếng Anh 286 (trong đó có 137 tin và 149 ảnh), 51.394 lượt; "
        "63.657 lượt/tháng; 37 TTHC cấp độ 3, 12 mức độ 2; mức độ 3 có 49"
    )


def test_news_articles_and_pictures_are_one_figure(settings: Settings) -> None:
    """“Số lượng tin, bài, ảnh đã đăng: 592”, 56 directives, “05 bộ thủ tục”, 04 and 01 of two levels, 03 cases.

    The report was asked for on 27 May: what is posted later in the half-year is not counted.
    """
    site = MadeUp(D(2021, 6, 30))
    news(site, 301, D(2021, 2, 1))
    news(site, 88, D(2021, 5, 27), genre="bai")
    site.show(203, D(2021, 2, 1))
    news(site, 9, D(2021, 5, 28))
    documents(site, 56, D(2021, 4, 1), "chi-dao-dieu-hanh")
    served(site, 4, D(2020, 1, 1), "procedures", "2011:2")
    served(site, 1, D(2020, 1, 1), "procedures", "2011:3")
    served(site, 3, D(2021, 3, 1), "cases", "done")
    text = (
        "Số lượng tin, bài, ảnh đã đăng: {tin_bai_anh}\n"
        "Số lượng văn bản chỉ đạo điều hành đã đăng: {van_ban_chi_dao}\n"
        "{thu_tuc} bộ thủ tục hành chính, trong đó {thu_tuc_muc_2} bộ TTHC mức độ 2 và {thu_tuc_muc_3} bộ mức độ 3\n"
        "Hồ sơ đã xử lý: {ho_so_da_xu_ly}"
    )

    assert said(site.site(), "6T-2021", text, settings, D(2021, 5, 27)) == (
        "Số lượng tin, bài, ảnh đã đăng: 592\n"
        "Số lượng văn bản chỉ đạo điều hành đã đăng: 56\n"
        "05 bộ thủ tục hành chính, trong đó 04 bộ TTHC mức độ 2 và 01 bộ mức độ 3\n"
        "Hồ sơ đã xử lý: 03"
    )


def test_a_minimum_of_the_year_tells_what_is_still_to_come() -> None:
    """“Tối thiểu 50 tin, bài trong năm 2022”: with 31 by the end of June, four a month are needed."""
    site = MadeUp(D(2022, 6, 30))
    news(site, 31, D(2022, 3, 1), category="pho-bien-phap-luat")
    label = Bilingual("Tuyên truyền pháp luật", "Legal information")
    source = Bilingual("Tối thiểu 50 tin, bài trong năm 2022", "At least 50 news items in 2022")
    target = Target("tuyen-truyen", label, source, "tin_bai", "year", 50, (), (), "", "")
    span = parse_period("2022", as_of=D(2022, 6, 30))
    quota = standing(target, span, site.site().figures(span).figure("tin_bai").rows)

    assert (quota.done, quota.missing, quota.needed) == (31, 19, 4)
    assert quota.mark.code in ("ahead", "on-pace")


def test_documents_of_two_classes_add_up(tmp_path: Path, settings: Settings) -> None:
    """“446 văn bản” are 258 directives and 188 normative ones; 18/19 agencies, 11/12 districts, 3.910.575 visits."""
    own = "".join(
        f"""
[{key}]
vi = "{vi}"
en = "{en}"
{how}
"""
        for key, vi, en, how in (
            ("co_quan_tich_hop", "Cơ quan đã tích hợp", "Agencies linked",
             'measure = "linked"\nkind = "co-quan"\ndistinct = "unit"\ncumulative = true'),
            ("co_quan", "Cơ quan", "Agencies", 'measure = "units"\nkind = "so"\ncumulative = true'),
            ("ty_le_co_quan", "Cơ quan tích hợp", "Agencies linked of all",
             'formula = "co_quan_tich_hop / co_quan"\nstyle = "ratio"'),
            ("bao_cao_cu_tri", "Báo cáo ý kiến cử tri", "Voter reports", 'measure = "voter_reports"'),
        )
    )  # fmt: skip
    site = MadeUp(D(2019, 6, 30), extended(tmp_path / "vocabulary", own))
    day = D(2019, 5, 5)
    news(site, 700, day)
    news(site, 37, day, genre="bai")
    site.show(459, day)
    documents(site, 258, day, "chi-dao-dieu-hanh")
    documents(site, 188, day, "vbqppl")
    documents(site, 9, day, "cong-bo-tthc")
    for measure, n in (("receptions", 14), ("questions", 13), ("voter_reports", 1)):
        served(site, n, day, measure)
    units(site, [f"so-{n}" for n in range(19)])
    for n in range(18):
        served(site, 2, day, "linked", "co-quan", unit=f"so-{n}")
    visits(site, "2018-12", 3_900_000)
    visits(site, "2019-06", 10_575)
    text = (
        "{tin_bai} tin bài; {anh} ảnh; {van_ban_chi_dao_va_phap_quy} văn bản; {van_ban_chi_dao} văn bản chỉ đạo, "
        "{van_ban_phap_quy} văn bản pháp quy, {quyet_dinh_cong_bo_tthc} quyết định công bố; "
        "{buoi_tiep_dan} buổi tiếp dân và {bao_cao_cu_tri} báo cáo; {cau_hoi} câu hỏi; {ty_le_co_quan} cơ quan; "
        "{luot_truy_cap_luy_ke} lượt, trong kỳ {luot_truy_cap}"
    )

    assert said(site.site(), "6T-2019", text, settings) == (
        "737 tin bài; 459 ảnh; 446 văn bản; 258 văn bản chỉ đạo, 188 văn bản pháp quy, 09 quyết định công bố; "
        "14 buổi tiếp dân và 01 báo cáo; 13 câu hỏi; 18/19 cơ quan; 3.910.575 lượt, trong kỳ 10.575"
    )


def test_shares_of_a_poll_add_up_to_all() -> None:
    """1180, 107 and 57 votes are 1344, and 88 %, 8 % and 4 % of them."""
    votes = (1180, 107, 57)

    assert sum(votes) == 1344
    assert [percent(Fraction(v, sum(votes)), "vi") for v in votes] == ["88 %", "8 %", "4 %"]


def test_all_of_all_and_figures_typed_in(tmp_path: Path, settings: Settings) -> None:
    """“65/65 thủ tục”, 01 of level 3 and 03 of level 4, 245 news items, 13 signatures, 100 % signed."""
    own = """
[thu_tuc_mot_cua]
vi = "Thủ tục qua hệ thống một cửa điện tử"
en = "Procedures through the one-stop system"
measure = "one_stop"
cumulative = true

[ty_le_mot_cua]
vi = "Thủ tục qua một cửa trên tổng số"
en = "One-stop procedures of all"
formula = "thu_tuc_mot_cua / thu_tuc"
style = "ratio"

[chu_ky_so]
vi = "Chữ ký số"
en = "Digital signatures"
measure = "indicators"
kind = "chu-ky-so"

[van_ban_da_ky]
vi = "Văn bản đã ký số"
en = "Documents signed"
formula = "thu_tuc_mot_cua / thu_tuc"
style = "percent"
"""
    site = MadeUp(D(2021, 9, 15), extended(tmp_path / "vocabulary", own))
    day = D(2021, 8, 1)
    news(site, 245, day)
    served(site, 61, day, "procedures", "2011:2")
    served(site, 1, day, "procedures", "2011:3")
    served(site, 3, day, "procedures", "2011:4")
    served(site, 65, day, "one_stop")
    site.add(
        Indicator, 1, day,
        type="indicator", key="chu-ky-so", label="Chữ ký số", value=13, on_date=day, source="Văn phòng",
    )  # fmt: skip
    text = (
        "{ty_le_mot_cua} thủ tục; {thu_tuc_muc_3} mức độ 3 và {thu_tuc_muc_4} mức độ 4; {tin_bai} tin, bài; "
        "{chu_ky_so} chữ ký số; ký số đạt {van_ban_da_ky}"
    )

    assert said(site.site(), "N-2021", text, settings, D(2021, 9, 15)) == (
        "65/65 thủ tục; 01 mức độ 3 và 03 mức độ 4; 245 tin, bài; 13 chữ ký số; ký số đạt 100 %"
    )
