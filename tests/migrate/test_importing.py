"""Imports from end to end, on sources made here."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from congtinh.errors import ContentError
from congtinh.migrate.importing import ImportReport, import_records
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.vocabulary.registry import Vocabularies

PROJECT = Path(__file__).resolve().parents[2]
MAPS = PROJECT / "docs/examples/import"
DATA = PROJECT / "../shared/data"
TODAY = dt.date(2026, 11, 22)
VOCABULARIES = Vocabularies.load()[0]
NEWS_MAP = """
id = "id"
lang = "lang"
body = "text"
[rename]
title = "title"
date = "date"
category = "chuyen_muc"
topics = "topics"
[constants]
status = "published"
[convert]
date = "date"
topics = "split:;"
"""
DOCUMENT_MAP = """
id = "id"
[rename]
symbol = "number"
doc_type = "type"
issuer = "issuer"
abstract = ["text", "title"]
issued = "date"
[constants]
status = "published"
[convert]
issuer = ["issuer", "issuer_of_symbol"]
doc_type = "document_type"
doc_class = "document_class"
issued = "date"
"""
ROW: dict[str, Any] = {
    "id": "1",
    "title": "Khai trương cổng thông tin",
    "lang": "vi",
    "date": "2026-01-02",
    "text": "Nội dung.",
    "chuyen_muc": "tin-hoat-dong",
    "topics": "a; b",
}
DOCUMENT: dict[str, Any] = {
    "id": "9",
    "number": "24/CT-TTg",
    "type": None,
    "issuer": "THỦ TƯỚNG CHÍNH PHỦ",
    "text": "về đầu tư công",
    "date": "02/03/2026",
}


def _lines(rows: list[Any]) -> bytes:
    return "\n".join(
        row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows
    ).encode()


def _import(
    folder: Path, data: bytes, name: str = "cu.jsonl", kind: str = "news", plan: str = NEWS_MAP
) -> ImportReport:
    (folder / name).write_bytes(data)
    (folder / "map.toml").write_text(plan, "utf-8")
    return import_records(
        folder / name, kind, folder / "map.toml", folder / "content", VOCABULARIES, today=TODAY
    )


def _files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder / "content").as_posix(): p.read_bytes()
        for p in sorted((folder / "content").rglob("*.md"))
    }


def _values(folder: Path, path: str) -> dict[str, Any]:
    front = read_front_matter(path, (folder / "content" / path).read_text("utf-8"))
    assert isinstance(front, FrontMatter)
    return front.values


def _sheet(rows: list[list[Any]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def _csv(rows: list[list[str]], delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def test_one_row_is_the_same_item_from_every_kind_of_source(tmp_path: Path) -> None:
    """JSON Lines, CSV with comma or semicolon, an Excel sheet, and gzip give the same bytes."""
    heads, cells = list(ROW), list(ROW.values())
    dated = [
        dt.datetime(2026, 1, 2) if value == "2026-01-02" else int(value) if value == "1" else value
        for value in cells
    ]
    sources = {
        "cu.jsonl": _lines([ROW]),
        "cu.csv": _csv([heads, cells], ","),
        "cu2.csv": _csv([heads, cells], ";"),
        "cu.xlsx": _sheet([heads, dated]),
    }
    sources["cu.jsonl.gz"] = gzip.compress(sources["cu.jsonl"])
    found = []
    for name, data in sources.items():
        folder = tmp_path / name
        folder.mkdir()
        report = _import(folder, data, name.replace("2", ""))
        assert (report.rows_in, report.written, report.refused) == (1, 1, 0)
        found.append(_files(folder))

    assert list(found[0]) == ["news/2026/khai-truong-cong-thong-tin.vi.md"]
    assert all(files == found[0] for files in found)


def test_a_second_import_changes_no_byte(tmp_path: Path) -> None:
    """The same rows give the same files under the same names; nothing is replaced."""
    rows = [
        ROW,
        ROW | {"id": "2"},
        ROW | {"id": "3", "lang": "en"},
        ROW | {"id": "2", "lang": "en"},
    ]
    first, before = _import(tmp_path, _lines(rows)), _files(tmp_path)
    second = _import(tmp_path, _lines(list(reversed(rows))))

    assert (first.written, first.unchanged) == (4, 0)
    assert (second.written, second.unchanged, second.replaced, second.problems) == (4, 4, 0, [])
    assert before == _files(tmp_path)


def test_a_file_with_another_text_is_replaced_and_told(tmp_path: Path) -> None:
    """An import never changes a file silently."""
    _import(tmp_path, _lines([ROW]))
    report = _import(tmp_path, _lines([ROW | {"title": "Một tên khác hẳn", "date": "2025-01-01"}]))

    assert (report.written, report.replaced) == (1, 1)
    assert list(_files(tmp_path)) == ["news/2026/khai-truong-cong-thong-tin.vi.md"]
    assert [p.params["file"] for p in report.problems] == [
        "news/2026/khai-truong-cong-thong-tin.vi.md"
    ]


def test_rows_of_one_address_get_names_of_their_own(tmp_path: Path) -> None:
    """The first keeps the natural address; the others say theirs, and a pair in two languages shares one."""
    _import(
        tmp_path,
        _lines([DOCUMENT, DOCUMENT | {"id": "10"}]),
        kind="legal_document",
        plan=DOCUMENT_MAP,
    )
    _import(
        tmp_path, _lines([DOCUMENT | {"id": "9"}]), "khac.jsonl", "legal_document", DOCUMENT_MAP
    )
    files = _files(tmp_path)

    assert list(files) == [
        "legal_document/2026/24-ct-ttg-2026-2.vi.md",
        "legal_document/2026/24-ct-ttg-2026-3.vi.md",
        "legal_document/2026/24-ct-ttg-2026.vi.md",
    ]
    assert "slug" not in _values(tmp_path, "legal_document/2026/24-ct-ttg-2026.vi.md")
    assert (
        _values(tmp_path, "legal_document/2026/24-ct-ttg-2026-3.vi.md")["slug"]
        == "24-ct-ttg-2026-3"
    )


def test_a_file_that_nobody_imported_is_not_touched(tmp_path: Path) -> None:
    """An import beside hand-written content leaves it as it is."""
    own = tmp_path / "content/news/2020/khai-truong-cong-thong-tin.vi.md"
    own.parent.mkdir(parents=True)
    own.write_text("---\ntitle: Khai trương cổng thông tin\n---\n", "utf-8")
    before = own.read_bytes()
    _import(tmp_path, _lines([ROW]))

    assert before == own.read_bytes()
    assert "news/2026/khai-truong-cong-thong-tin-2.vi.md" in _files(tmp_path)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ('{"id": "7", broken', ""),
        ("[1, 2]", ""),
        (ROW | {"id": "7", "lang": "fr"}, "lang"),
        (ROW | {"id": None}, "id"),
        (ROW | {"id": "7", "title": "  "}, ""),
        (ROW | {"id": "7", "date": "31/02/2026"}, "date"),
        (ROW | {"id": "7", "chuyen_muc": "khong-co"}, "category"),
        (ROW, "id"),
    ],
)
def test_a_row_that_cannot_become_an_item_is_refused_with_its_reason(
    tmp_path: Path, row: Any, field: str
) -> None:
    """The others are written, the counts add up, and the fault names line, field and remedy."""
    report = _import(tmp_path, _lines([ROW, row]))

    assert (report.rows_in, report.written, report.refused) == (2, 1, 1)
    assert [("cu.jsonl", 2, field)] == [(p.path, p.line, p.field) for p in report.problems]
    assert all(p.message and p.remedy for p in report.problems)
    assert len(_files(tmp_path)) == 1


def test_the_row_of_a_sheet_is_named_as_the_sheet_counts(tmp_path: Path) -> None:
    """Row 4 of the sheet is row 4 of the fault, headings and blank rows counted; in CSV it is the line."""
    rows = [list(ROW), list(ROW.values()), [None], ["2", "x", "fr"]]
    report = _import(tmp_path, _sheet(rows), "cu.xlsx")
    lines = _import(tmp_path, b'id,title,lang\n1,"a\nb",vi\n2,x,fr\n', "cu.csv")

    assert [p.line for p in report.problems] == [4]
    assert [p.line for p in lines.problems if p.field == "lang"] == [4]


def test_characters_are_mended_and_counted(tmp_path: Path) -> None:
    """NFD, CRLF, control signs and lone marks of the old system do not reach the content."""
    report = _import(
        tmp_path,
        _lines(
            [
                ROW
                | {
                    "title": "Tie\u0302\u0301p co\u0302ng da\u0302n",
                    "text": "a\r\nb\x07\x93 \u0301c \ufffd",
                }
            ]
        ),
    )
    path = next(iter(_files(tmp_path)))
    text = (tmp_path / "content" / path).read_text("utf-8")

    assert dict(report.notes) == {"nfc": 1, "line_ends": 1, "control": 1, "lone_mark": 1, "lost": 1}
    assert "Tiếp công dân" in text and text.endswith("a\n\nb c \\[?\\]\n")


def test_type_and_issuer_are_taken_from_the_symbol_where_the_row_has_none(tmp_path: Path) -> None:
    """Five rows of the gazette name neither; their symbols do."""
    _import(
        tmp_path,
        _lines([DOCUMENT | {"number": "127/2013/NĐ-CP", "issuer": None, "date": None}]),
        kind="legal_document",
        plan=DOCUMENT_MAP,
    )
    values = _values(tmp_path, "legal_document/undated/127-2013-nd-cp.vi.md")

    assert (values["doc_type"], values["issuer"], values["doc_class"]) == (
        "nghi-dinh",
        ["chinh-phu"],
        "vbqppl",
    )


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("cu.pdf", b"%PDF", "file of records"),
        ("cu.jsonl", "Đồng".encode("utf-16"), "UTF-8"),
        ("cu.xlsx", b"PK no", "cannot be read"),
        ("cu.jsonl.gz", b"no gzip", "cannot be read"),
        ("cu.csv", b"", "headings"),
        ("cu.csv", b"a,b,a\n1,2,3\n", "two columns"),
    ],
)
def test_an_unreadable_source_fails_the_run(
    tmp_path: Path, name: str, data: bytes, word: str
) -> None:
    """The run ends with one fault that says why, and writes nothing."""
    with pytest.raises(ContentError) as failure:
        _import(tmp_path, data, name)

    assert word in str(failure.value)
    assert _files(tmp_path) == {}


@pytest.mark.parametrize(
    ("plan", "line", "field"),
    [
        ('id = "id"\ntitle = ', 2, ""),
        ('[rename]\ntitle = "a"\nttile = "b"', 3, "rename.ttile"),
        ('[convert]\ntitle = ["one_line", "shout"]', 2, "convert.title"),
        ('boby = "text"', 1, "boby"),
        ("lang = 3", 1, "lang"),
        ('body_format = "html"', 1, "body_format"),
        ("[rename]\ntitle = 5", 2, "rename.title"),
        ('[values]\ncategory = "x"', 2, "values.category"),
        ('rename = "x"', 1, "rename"),
    ],
)
def test_a_bad_map_is_told_with_line_and_remedy(
    tmp_path: Path, plan: str, line: int, field: str
) -> None:
    """The person finds the line of the map and reads what to write instead."""
    with pytest.raises(ContentError) as failure:
        _import(tmp_path, _lines([ROW]), plan=plan)

    assert [("map.toml", line, field)] == [
        (p.path, p.line, p.field) for p in failure.value.problems
    ]
    assert all(p.remedy for p in failure.value.problems)


def test_a_type_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    """A content type of a later version is refused before anything is read."""
    with pytest.raises(ContentError) as failure:
        _import(tmp_path, _lines([ROW]), kind="khong_co")

    assert "legal_document" in str(failure.value) and "khong_co" in str(failure.value)


@pytest.mark.parametrize(
    ("name", "kind", "source"),
    [
        ("gazette", "legal_document", "gazette.jsonl.gz"),
        ("documents", "legal_document", "documents.jsonl.gz"),
        ("news_vi", "news", "news_vi.jsonl.gz"),
        ("news_en", "news", "news_en.jsonl.gz"),
    ],
)
def test_the_example_maps_take_real_rows(tmp_path: Path, name: str, kind: str, source: str) -> None:
    """Each map of docs/examples/import turns the first rows of its data into content, refusing none."""
    path = DATA / source
    if not path.is_file():
        pytest.skip("the data of older systems is not beside the project")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line, _ in zip(lines, range(50), strict=False)]
    report = _import(
        tmp_path, _lines(rows), kind=kind, plan=(MAPS / f"{name}.toml").read_text("utf-8")
    )

    assert (report.rows_in, report.written, report.problems) == (50, 50, [])
    assert {row["id"] for row in rows} == {
        _values(tmp_path, path)["legacy"]["id"] for path in _files(tmp_path)
    }


def test_every_example_map_has_a_test() -> None:
    """A map that nobody runs is wrong one day."""
    maps = {path.stem for path in MAPS.glob("*.toml")}

    assert {"gazette", "documents", "news_vi", "news_en"} <= maps
