"""The guard on a site: what stops a build, where it is told, and how an exception lets it through."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import openpyxl
import pytest

from congtinh.build.file_words import file_words
from congtinh.build.pictures import PictureStore
from congtinh.build.run import Build
from congtinh.commands import build
from congtinh.errors import Cell, Problem
from congtinh.guards.guarding import file_findings
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.schema import public_fields
from tests.guards.planting import (
    DOCX_PLACES,
    VOCABULARIES,
    in_docx,
    in_jpeg,
    in_pdf,
    in_png,
    in_xlsx,
)
from tests.sites.copies import THEME, SiteCopy

CARD = "079189001234"
ITEM = """---
title: Kết quả xét chọn nhiệm vụ khoa học
summary: Danh sách các nhiệm vụ được chọn
date: 2026-11-02
category: tin-hoat-dong
status: published
approved_by: Nguyễn Văn An
{more}---

{body}
"""
EXCEPTION = "guard_exceptions:\n  - kind: {kind}\n    reason: Người được nêu đã đồng ý\n    by: Lê Thị Thu\n{more}"


@pytest.fixture
def site(tmp_path: Path) -> SiteCopy:
    """A site of one news item."""
    site = SiteCopy(tmp_path)
    lines = ('SITEURL = "https://a.example"', 'SITENAME = "A"', 'TODAY = "2026-11-22"', 'PATH = "content"', "")
    (tmp_path / "pelicanconf.py").write_text("\n".join(lines), "utf-8")
    site.content.mkdir()
    return site


def told(site: SiteCopy, body: str = "Nội dung.", more: str = "") -> list[Problem]:
    """What the guard tells of a site with one item."""
    site.write("news/2026/tin.vi.md", ITEM.format(more=more, body=body))
    return [problem for problem in gathered(site) if problem.rule in ("R15", "R31")]


def gathered(site: SiteCopy) -> list[Problem]:
    one = Build(site.settings())
    one.gather()
    return one.report.problems


def put(site: SiteCopy, name: str, data: bytes) -> str:
    """A file of the site, and the lines that offer it."""
    target = site.content / "files" / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
    return f"attachments:\n  - file: /files/{name}\n    title: Tài liệu kèm theo\n"


def test_text_and_front_matter_stop_the_build(site: SiteCopy) -> None:
    """Each is told with its line and field, hidden in part, with what to do next."""
    found = told(site, f"Số CCCD: {CARD}", f"credit_note: x\ncontributor: Trần Nam {CARD}\n")
    assert {(p.field, p.line, p.value, p.is_error) for p in found} == {
        ("contributor", 9, "0791•••••234", True),
        ("", 12, "0791•••••234", True),
    }
    assert all("guard_exceptions" in p.told() and CARD not in json.dumps(p.as_dict()) for p in found)


def test_an_imported_item_is_no_exception(site: SiteCopy) -> None:
    """What was published on an older site harms the same person."""
    found = told(site, f"CCCD {CARD}", "legacy:\n  id: '12'\n")
    assert [p.is_error for p in found] == [True]


@pytest.mark.parametrize("value", ("'0791•••••234'", f"'{CARD}'", CARD, "'079 189 001 234'", ""))
def test_an_exception_lets_through(site: SiteCopy, value: str) -> None:
    """By the value as the fault tells it, as it is written, or by the kind alone."""
    more = EXCEPTION.format(kind="identity", more=f"    value: {value}\n" if value else "")
    assert told(site, f"CCCD {CARD}", more) == []


def test_an_exception_for_another_value_does_not(site: SiteCopy) -> None:
    """It allows what it names, and one that allows nothing is told."""
    more = EXCEPTION.format(kind="identity", more="    value: '001189001234'\n")
    found = told(site, f"CCCD {CARD}", more)
    assert [(p.field, p.is_error) for p in found] == [("", True), ("guard_exceptions[1]", False)]


def test_an_exception_has_reason_and_name(site: SiteCopy) -> None:
    """Who allowed it, and why, stand in the file; without them it is no exception."""
    more = "guard_exceptions:\n  - kind: identity\n"
    site.write("news/2026/tin.vi.md", ITEM.format(more=more, body=f"CCCD {CARD}"))
    errors = [problem for problem in gathered(site) if problem.is_error]
    assert {"guard_exceptions[1].reason", "guard_exceptions[1].by"} <= {problem.field for problem in errors}
    assert "R15" in {problem.rule for problem in errors}


QUESTION = """---
title: Hỏi về kiểm định cân
date: 2026-11-16
question: {question}
{more}---

{body}
"""


def asked(site: SiteCopy, question: str, body: str = "Trả lời.", more: str = "") -> list[Problem]:
    site.write("question/2026/can.vi.md", QUESTION.format(question=question, body=body, more=more))
    return [problem for problem in gathered(site) if problem.rule in ("R15", "R31")]


def test_a_value_is_told_once(site: SiteCopy) -> None:
    """Where citizens speak R31 tells alone, a value once in each field and with its line; elsewhere R15 does."""
    found = asked(
        site, f"CCCD {CARD}, nhắc lại {CARD}, điện thoại 0912 345 678", f"Ông Phạm Văn Mẫu, {CARD}",
        f"contributor: CCCD {CARD}\n",
    )  # fmt: skip
    assert sorted((p.rule, p.field, p.line or 0, p.value or "") for p in found) == [
        ("R15", "contributor", 5, "0791•••••234"),
        ("R31", "", 0, "P••• V••• M•••"),
        ("R31", "", 8, "0791•••••234"),
        ("R31", "question", 4, "0791•••••234"),
        ("R31", "question", 4, "0912••••78"),
    ]
    assert all(word not in p.told() for p in found for word in (CARD, "Phạm", "0912 345"))


def test_exceptions_hold_for_citizens_too(site: SiteCopy) -> None:
    """A number and a name that may be published are let through; an exception for neither is told once."""
    more = EXCEPTION.format(kind="identity", more="") + EXCEPTION.format(
        kind="name", more="    value: P••• V••• M•••\n"
    ).partition("\n")[2]
    assert asked(site, f"CCCD {CARD}", "Ông Phạm Văn Mẫu.", more) == []
    found = asked(site, "Cân nào?", "Cân này.", more)
    assert sorted(p.field for p in found) == ["guard_exceptions[1]", "guard_exceptions[2]"]


def test_numbers_in_a_draft_are_warned_of(site: SiteCopy) -> None:
    """R31: what is not shown yet does not stop the build."""
    assert [p.is_error for p in asked(site, f"CCCD {CARD}", more="status: draft\n")] == [False]


def test_comments_are_looked_at(site: SiteCopy) -> None:
    """What citizens wrote on a draft is held as strictly as their questions, and told of its comment."""
    comments = f"comments:\n  - date: 2026-11-10\n    from_kind: ca-nhan\n    text: CCCD {CARD}\n"
    site.write("consultation/2026/du-thao.vi.md", ITEM.format(more=comments, body="Dự thảo."))
    found = [p for p in gathered(site) if p.rule in ("R15", "R31")]
    assert [(p.rule, p.field, p.line, p.value) for p in found] == [
        ("R31", "comments[1].text", 11, "0791•••••234")
    ]


def test_cells_of_workbooks_are_looked_at(site: SiteCopy) -> None:
    """Of items kept in a spreadsheet the fault names sheet, row and column of the cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh bạ"
    for row in (
        ("Họ và tên", "Ngày đăng", "Nhiệm vụ"),
        ("Lê Văn Thử", "2026-11-02", "Tiếp nhận hồ sơ"),
        ("Trần Thị Mẫu", "2026-11-02", f"Trả kết quả, CCCD {CARD}"),
    ):
        sheet.append(row)
    (site.content / "contact").mkdir()
    book.save(site.content / "contact" / "danh-ba.xlsx")
    site.write("news/2026/tin.vi.md", ITEM.format(more="", body="Nội dung."))
    problems = site.check().problems
    found = [p for p in problems if p.rule == "R15"]
    assert [(p.path, p.cell, p.value, p.is_error) for p in found] == [
        ("contact/danh-ba.xlsx", Cell("Danh bạ", 3, "Nhiệm vụ"), "0791•••••234", True)
    ]
    assert all(word in found[0].told() for word in ("Danh bạ", "3", "Nhiệm vụ"))
    assert all(CARD not in p.told() for p in problems)


@pytest.mark.parametrize("place", DOCX_PLACES)
def test_every_part_of_a_document_is_read(place: str) -> None:
    """Body in several runs, header, footer, table, comment, properties, text box, deleted text."""
    words = file_words("a.docx", in_docx(place, f"Nguyễn Văn An {CARD}"))
    assert "identity" in {one.kind for one in file_findings(words.text, VOCABULARIES)}


@pytest.mark.parametrize("place", ("header", "text box"))
def test_marks_in_documents(place: str) -> None:
    """A mark stands in a header or a box of its own."""
    words = file_words("a.docx", in_docx(place, "MẬT"))
    assert "secrecy" in {one.kind for one in file_findings(words.text, VOCABULARIES)}


def test_cells_under_their_heading() -> None:
    """A spreadsheet that took cards for numbers dropped the zero in front; the heading tells."""
    for data in (in_xlsx(CARD), in_xlsx(CARD, as_number=True), in_xlsx("023456789", as_number=True)):
        words = file_words("a.xlsx", data)
        assert [one.kind for one in file_findings(words.text, VOCABULARIES)] == ["identity"]


def test_attachments_stop_the_build(site: SiteCopy) -> None:
    """Told once, of the item and the field that name the file; an exception by file lets it through."""
    more = put(site, "danh-sach.pdf", in_pdf(f"Nguyen Van An CCCD {CARD}"))
    found = told(site, more=more)
    assert [(p.path, p.field, p.is_error) for p in found] == [("news/2026/tin.vi.md", "attachments[1].file", True)]
    assert "0791•••••234" in found[0].told()
    allowed = EXCEPTION.format(kind="identity", more="    file: /files/danh-sach.pdf\n")
    assert told(site, more=more + allowed) == []
    idle = EXCEPTION.format(kind="telephone", more="    file: /files/danh-sach.pdf\n")
    assert [p.is_error for p in told(site, more=more + idle)] == [True, False]


def test_what_was_found_is_kept_without_the_values(site: SiteCopy) -> None:
    """A second build tells the same, and the cache of the guard does not hold the number."""
    more = put(site, "danh-sach.docx", in_docx("header", f"CCCD {CARD}"))
    first, second = told(site, more=more), told(site, more=more)
    assert [p.told() for p in first] == [p.told() for p in second] != []
    kept = [*(site.root / ".cache" / "attachments").rglob("*-offered.json")]
    assert kept
    assert all(CARD not in file.read_text("utf-8") for file in kept)


def test_a_name_of_a_file_is_not_spread(site: SiteCopy) -> None:
    """The message hides the number in the name."""
    more = put(site, f"cccd-{CARD}.pdf", in_pdf("Danh sach"))
    found = told(site, more=more)
    assert [p.is_error for p in found] == [True]
    assert CARD not in found[0].told()


def test_metadata_of_pictures(site: SiteCopy) -> None:
    """Words in EXIF and in comments, and the position of a picture that is offered as it is."""
    files = {"a.jpg": in_jpeg(f"CCCD {CARD}"), "a.png": in_png(f"CCCD {CARD}"), "b.jpg": in_jpeg(position=True)}
    for name, data in files.items():
        assert [p.is_error for p in told(site, more=put(site, name, data))] == [True], name
    assert [p.is_error for p in told(site, more=put(site, "c.jpg", in_jpeg(owner="Nguyen An")))] == [False]


def test_pages_show_pictures_without_metadata(site: SiteCopy) -> None:
    """A position in a picture that pages show is no fault: no rendition holds it, nor any EXIF."""
    put(site, "anh.jpg", in_jpeg("Hội nghị", position=True, owner="An"))
    assert told(site, "![Toàn cảnh hội nghị](/files/anh.jpg)") == []
    store = PictureStore(site.content, site.root / ".cache")
    picture, _ = store.picture("files/anh.jpg")
    assert picture is not None
    for rendition in picture.renditions:
        data = store.content_of(picture, rendition)
        assert b"Exif" not in data and b"GPS" not in data


def test_what_is_staged_is_checked(
    site: SiteCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The hook refuses a commit with an identity number, and tells the number to nobody."""
    site.write("news/2026/tin.vi.md", ITEM.format(more=put(site, "a.docx", in_docx("header", CARD)), body="A."))
    conf = site.root / "pelicanconf.py"
    conf.write_text(f'{conf.read_text("utf-8")}THEME = "{THEME.as_posix()}"\nPLUGINS = ["congtinh.hooks"]\n', "utf-8")
    for words in (["init", "-q"], ["add", "content"]):
        subprocess.run(["git", *words], cwd=site.root, check=True, capture_output=True)
    monkeypatch.chdir(site.root)
    assert build.check("", "", "text", staged=True) == 1
    said = capsys.readouterr().out
    assert "0791•••••234" in said
    assert CARD not in said


def test_exceptions_stay_with_the_editors() -> None:
    """Open data hold no exception: it may quote what it excuses."""
    for record_type in RECORD_TYPES.values():
        assert "guard_exceptions" not in public_fields(record_type)


def test_a_damaged_file_says_nothing() -> None:
    """What cannot be read has no words; other rules tell of it."""
    for name in ("a.docx", "a.xlsx", "a.jpg", "a.odt", "a.zip", "a.pdf"):
        assert file_words(name, b"PK\x03\x04 not a file").text.strip() == ""


def test_comments_and_changes_are_told(site: SiteCopy) -> None:
    """Readers would see what the editors wrote to each other: a warning."""
    found = told(site, more=put(site, "a.docx", in_docx("deleted", "câu cũ")))
    assert [p.is_error for p in found] == [False]
