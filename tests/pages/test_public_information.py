"""The list of information that must be public (Luật 01/2026/QH16, Điều 17 khoản 1 điểm u), from the content."""

from __future__ import annotations

import csv
import io
import re
from html import escape
from typing import Any

import openpyxl
import pytest

from congtinh.build.run import Build
from congtinh.languages import LANGUAGES, Language
from congtinh.model import Item
from congtinh.pages.plan import Plan
from congtinh.pages.public_list import PublicList
from congtinh.vocabulary import law
from congtinh.vocabulary.registry import Vocabularies
from tests.sites.copies import SiteCopy, tree
from tests.sites.documents import write_document

PAGES: dict[Language, str] = {"vi": "danh-muc-thong-tin-cong-khai/", "en": "en/public-information/"}
ELSEWHERE = """[gia-dat]
vi = "Bảng giá đất năm 2026"
en = "Land prices of 2026"
group = "tctt26:17.1.l"
number = "07/2026/QĐ-UBND"
created = 2026-01-05
form = "Niêm yết tại trụ sở"
form_en = "Posted at the office"
published = 2026-01-06
until = "30 ngày"
until_en = "30 days"
url = "https://gia-dat.example/2026"
"""


def public(site: SiteCopy, language: Language = "vi", **settings: Any) -> PublicList:
    read = site.settings(**settings)
    return Plan(Build(read).gather(), read).public[language]


def letters(listed: PublicList, identity: str) -> str:
    """The points of the law under which an item stands."""
    return "".join(
        group.letter
        for group in listed.groups
        for line in group.lines
        if isinstance(line, Item) and line.id == identity
    )


@pytest.mark.parametrize(
    ("section", "points"),
    [
        (None, "b"),
        (["tctt26:17.1.g"], "g"),
        (["43:10.1.đ"], "a"),
        (["43:10.1.đ", "43:10.1.h"], "ag"),
        (["tctt26:17.1.a", "tctt26:17.1.k"], "ak"),
        (["43:10.1.c"], "b"),
        (["43:10.1.b"], "b"),
        (["tctt16:17.1.đ"], "d"),
    ],
)
def test_where_a_document_stands(small: SiteCopy, section: list[str] | None, points: str) -> None:
    """By the sections that it is filed under, whatever their law; where these lead nowhere, by its type."""
    write_document(small, "a", "02/KH-STN", section=section)

    assert letters(public(small), "legal_document/a") == points


def test_news_is_no_public_information_by_itself(small: SiteCopy) -> None:
    """News of the day falls under no point of the law; what explains the law does (điểm b)."""
    listed = public(small)
    news = {
        line.id
        for g in listed.groups
        for line in g.lines
        if isinstance(line, Item) and line.type == "news"
    }
    small.replace("news/2026/so-ket.vi.md", "category: thong-bao", "category: pho-bien-phap-luat")

    assert "news/2026/so-ket" not in news
    assert letters(public(small), "news/2026/so-ket") == "b"


def test_units_and_pages_about_the_agency_are_its_structure(built: SiteCopy) -> None:
    """Functions, duties and structure of the agency and its units are điểm c."""
    assert letters(public(built), "unit/so-thu") == "c"


@pytest.mark.parametrize(("day", "point"), [("2026-08-31", "m"), ("2026-09-01", "u")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_stands_in_itself(
    small: SiteCopy, language: Language, day: str, point: str
) -> None:
    """Under the point of either law that orders the list, with its address and no day, on every site."""
    small.build(TODAY=day)
    word = f"{'diem' if language == 'vi' else 'point'}-{point}"
    text = (small.output / PAGES[language] / word / "index.html").read_text("utf-8")
    table = re.findall(r"<tbody.*</tbody>", text, re.DOTALL)[0]
    file = small.output / f"open-data/public_information.{language}.csv"
    rows = csv.DictReader(io.StringIO(file.read_text("utf-8-sig")))
    (own,) = [row for row in rows if f"https://thu.example/{PAGES[language]}" in row.values()]

    assert re.findall(rf'href="[./]*{PAGES[language]}"', table)
    assert table.count("<tr") == 1
    assert re.findall(rf"\b{point}\b", next(iter(own.values())))
    assert [value for value in own.values() if re.search(r"\d{4}-\d\d-\d\d", value)] == []


def test_whom_to_ask_stands_beside_the_list(small: SiteCopy) -> None:
    """The information focal point and the page of contact details are điểm u; other people are not."""
    before = public(small)
    small.replace("contact/le-thu.vi.md", "rank:", "info_focal: true\nrank:")
    small.replace("about/chuc-nang.vi.md", "part: chuc-nang", "part: lien-he")
    after = public(small)

    assert "u" not in letters(before, "contact/le-thu") + letters(before, "about/chuc-nang")
    assert letters(after, "contact/le-thu") == "u"
    assert letters(after, "about/chuc-nang") == "cu"
    assert letters(public(small, TODAY="2026-08-31"), "contact/le-thu") == "m"


@pytest.mark.parametrize("status", ["draft", "review", "approved", "withdrawn"])
def test_what_visitors_do_not_see_is_not_listed(small: SiteCopy, status: str) -> None:
    """The list names what is public, and nothing else."""
    write_document(small, "a", "02/KH-STN", status=status)

    assert letters(public(small), "legal_document/a") == ""


def test_the_law_of_the_day_gives_the_groups(small: SiteCopy) -> None:
    """Until 31/8/2026 the 15 points of the law of 2016, from then on the 21 of the new one."""
    before, after = (public(small, TODAY=day) for day in ("2026-08-31", "2026-09-01"))

    assert [group.letter for group in before.groups] == list("abcdđeghiklmnop")
    assert [group.letter for group in after.groups] == list("abcdđeghiklmnopqrstuv")
    assert letters(before, "legal_document/2026/12-kh-stn") == "a"
    assert letters(after, "legal_document/2026/12-kh-stn") == "b"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_every_group(small: SiteCopy, language: Language) -> None:
    """Each with its place in the law; those that hold something lead to it, the others say that they do not."""
    small.build()
    text = (small.output / PAGES[language] / "index.html").read_text("utf-8")
    groups = re.findall(r'<li class="public-groups__group">(.*?)</li>', text, re.DOTALL)
    listed = public(small, language)

    assert len(groups) == len(listed.groups) == 21
    for shown, group in zip(groups, listed.groups, strict=True):
        assert ('<a href="' in shown) == bool(group.lines)
        assert escape(group.section.label.of(language), quote=True) in shown.replace(
            "&#39;", "&#x27;"
        )
    assert sum(len(group.lines) for group in listed.groups) == listed.total
    for ending in ("csv", "xlsx"):
        assert f"open-data/public_information.{language}.{ending}" in text
        assert (small.output / f"open-data/public_information.{language}.{ending}").is_file()


def test_points_d_and_dd_have_addresses_apart(small: SiteCopy) -> None:
    """The letters of the law are d and đ, which addresses write alike."""
    write_document(small, "a", "02/KH-STN", section=["tctt26:17.1.d"])
    write_document(small, "b", "03/KH-STN", section=["tctt26:17.1.đ"])
    report = small.build()
    files = tree(small.output)

    assert report.errors == []
    assert b"02/KH-STN" in files[f"{PAGES['vi']}diem-d/index.html"]
    assert b"03/KH-STN" in files[f"{PAGES['vi']}diem-dd/index.html"]


def test_a_group_is_paged_from_the_oldest(small: SiteCopy) -> None:
    """A new document changes no full page of its group, and every line stands on one page."""
    for number in range(20, 40):
        day = f"2026-03-{number - 18:02d}"
        write_document(small, f"n{number}", f"{number}/KH-STN", issued=day, date="2026-04-01")
    small.build(PAGE_SIZE=1)
    base = f"{PAGES['vi']}diem-b/"
    before = tree(small.output)
    write_document(small, "new", "90/KH-STN", issued="2026-11-20", date="2026-11-21")
    small.build(PAGE_SIZE=1)
    after = tree(small.output)
    pages = [name for name in before if name.startswith(base)]

    assert len(pages) > 3
    assert sum(before[n] != after[n] for n in pages if "trang-" in n) <= 1
    for number in (*range(20, 40), 90):
        assert (
            sum(f"{number}/KH-STN".encode() in after[n] for n in after if n.startswith(base)) == 1
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_hold_the_whole_list(small: SiteCopy, language: Language) -> None:
    """CSV and workbook have the same lines, with the columns of NĐ 13/2018/NĐ-CP, Điều 6."""
    small.write("vocabulary/public_information.toml", ELSEWHERE)
    small.build()
    folder = small.output / "open-data"
    text = (folder / f"public_information.{language}.csv").read_text("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    sheet: Any = openpyxl.load_workbook(folder / f"public_information.{language}.xlsx").active
    cells = [[_plain(cell.value) for cell in line] for line in sheet.iter_rows(max_col=len(head))]

    assert len(head) == 9
    assert len(rows) == public(small, language).total
    assert cells == [head, *rows]
    document = next(row for row in rows if row[3] == "12/KH-STN")
    assert (document[4], document[6]) == ("2026-01-15", "2026-01-16")
    assert document[8].startswith("https://thu.example/")


def _plain(value: object) -> str:
    return "" if value is None else str(value)[:10] if hasattr(value, "isoformat") else str(value)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["Bảng giá đất năm 2026", "Niêm yết tại trụ sở", "05/01/2026", "30 ngày"]),
        ("en", ["Land prices of 2026", "Posted at the office", "5 January 2026", "30 days"]),
    ],
)
def test_what_is_published_elsewhere_is_listed(
    small: SiteCopy, language: Language, words: list[str]
) -> None:
    """A row that editors write stands in its group, with a link to where it is public."""
    small.write("vocabulary/public_information.toml", ELSEWHERE)
    report = small.build()
    word = "diem-l" if language == "vi" else "point-l"
    text = (small.output / PAGES[language] / word / "index.html").read_text("utf-8")

    assert report.problems == small.check().problems
    assert [w for w in (*words, "07/2026/QĐ-UBND") if w not in text] == []
    assert 'href="https://gia-dat.example/2026"' in text


def test_footer_and_site_map_lead_to_the_list(built: SiteCopy) -> None:
    """It is found from every page, and from the site map."""
    files = tree(built.output)
    for language, address in PAGES.items():
        root = "en/" if language == "en" else ""
        word = address.removeprefix("en/")
        assert len(re.findall(rf'href="[./en]*{word}"', files[f"{root}index.html"].decode())) == 1
        site_map = files[f"{root}{'sitemap' if root else 'so-do-trang'}/index.html"].decode()
        assert len(re.findall(rf'href="[./en]*{word}"', site_map)) == 2


def test_a_section_leads_to_one_group_of_each_law() -> None:
    """Where several points cover a matter the first counts; a point itself always leads to itself."""
    vocabularies = Vocabularies.load()[0]
    for profile in ("tctt-2016", "tctt-2026"):
        filed = law.filed_under(vocabularies, profile)
        own = {section.code for section in law.sections(vocabularies, profile)}

        assert set(filed.values()) == own
        assert all(filed[code] == code for code in own)
    assert "43:10.1.b" not in filed
    assert "43:10.1.c" not in filed
