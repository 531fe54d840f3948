"""``invoke citations``: the citations in a file, as JSON with offsets."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from congtinh.commands.citations import citations

KEYS = ["start", "end", "text", "number", "type", "name", "issued", "parts", "self", "doc_type"]
CONF = 'PATH = "content"\nSITEURL = ""\nEDITOR_LANG = "{language}"\n'


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of its own, with one law in its register."""
    folder = tmp_path / "content" / "legal_document"
    folder.mkdir(parents=True)
    (tmp_path / "pelicanconf.py").write_text(CONF.format(language="vi"), "utf-8")
    (folder / "luat-ten-lua.vi.md").write_text(
        "---\ntitle: Luật Tên lửa\nnumber: 99/2031/QH17\ndoc_type: luat\nabstract: tên lửa, máy bay\n"
        "issued: 2031-06-01\n---\nĐiều 1. Phạm vi\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(
    source: Path, capsys: pytest.CaptureFixture[str], language: str = ""
) -> list[dict[str, Any]]:
    assert citations(str(source), language) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_object_for_each_citation(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Offsets are indices into the decoded file, whatever its line ends."""
    file = site / "van-ban.txt"
    file.write_bytes(
        "Căn cứ\r\nkhoản 2 Điều 17 Nghị định số 43/2011/NĐ-CP ngày 13/6/2011; Luật này.".encode()
    )
    text = file.read_bytes().decode()
    decree, own = told(file, capsys)

    assert list(decree) == KEYS
    assert decree == {
        "start": 8, "end": 65, "text": text[8:65], "number": "43/2011/NĐ-CP", "type": "Nghị định",
        "name": None, "issued": "2011-06-13", "parts": ["dieu-17-khoan-2"], "self": False,
        "doc_type": "nghi-dinh",
    }  # fmt: skip
    assert (own["text"], own["self"], own["number"]) == ("Luật này", True, None)
    assert text[own["start"] : own["end"]] == "Luật này"


def test_names_of_the_register(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A law that only this site holds is found by its name; an unknown one has no number."""
    file = site / "tin.txt"
    file.write_text("theo Điều 5 Luật Tên lửa, máy bay năm 2031 và Luật Sao Hỏa; luật sư", "utf-8")
    own, unknown = told(file, capsys)

    assert (own["text"], own["number"]) == ("Điều 5 Luật Tên lửa, máy bay năm 2031", "99/2031/QH17")
    assert (unknown["text"], unknown["number"], unknown["type"]) == ("Luật Sao Hỏa", None, "Luật")


def test_content_files(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Front matter and code are no running text; the day of the text picks among laws of one name."""
    file = site / "content" / "tin.vi.md"
    text = (
        "---\ntitle: Nghị định số 12/2010/NĐ-CP\ndate: 2014-08-01\n---\n"
        "Theo **Luật Đất đai** và `13/2010/NĐ-CP`, [NĐ 14/2010/NĐ-CP](https://a.vn/15/2010/NĐ-CP).\n"
    )
    file.write_text(text, "utf-8")
    found = told(file, capsys)

    assert [one["number"] for one in found] == ["45/2013/QH13", "14/2010/NĐ-CP"]
    assert [text[one["start"] : one["end"]] for one in found] == [
        "Luật Đất đai",
        "NĐ 14/2010/NĐ-CP",
    ]


@pytest.mark.parametrize(
    ("name", "text", "language", "number"),
    [
        (
            "news.en.md",
            "---\ntitle: News\n---\nunder Decree No. 43/2011/ND-CP",
            "",
            "43/2011/NĐ-CP",
        ),
        (
            "a.txt",
            "It was made under Article 5 of the Law on Land, which is old.",
            "",
            "31/2024/QH15",
        ),
        ("a.txt", "the Law on Land", "en", "31/2024/QH15"),
        ("a.txt", "Theo Luật Đất đai", "", "31/2024/QH15"),
    ],
)
def test_the_language_of_a_text(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, language: str, number: str
) -> None:
    """It is given, or follows from the name of the file or from its letters."""
    file = site / name
    file.write_text(text, "utf-8")

    assert [one["number"] for one in told(file, capsys, language)] == [number]


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``-`` reads what is piped in; an empty text has no citations."""
    for text, count in (("Nghị định số 43/2011/NĐ-CP", 1), ("", 0)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert len(told(Path("-"), capsys)) == count


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "không đọc được"),
        (b"\xff\xfeL\x00u\x00", "UTF-16"),
        (b"Lu\xe2t \xfe", "không phải UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told(
    site: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, words: str
) -> None:
    """In a sentence, on standard error, in the editors' language."""
    file = site / "hong.txt"
    if data is not None:
        file.write_bytes(data)

    assert citations(str(file), "") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_a_folder_or_another_language_is_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is no text, and only Vietnamese and English are read."""
    assert citations(str(site), "") == 1
    assert citations("-", "fr") == 1
    (site / "pelicanconf.py").write_text(CONF.format(language="en"), "utf-8")
    assert citations("khong-co.txt", "") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "fr" in err
    assert "cannot be read" in err
