"""``invoke find`` as editors call it: file and line, for people and for machines."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from congtinh.commands.find import find
from tests.sites.copies import THEME, SiteCopy


@pytest.fixture
def clone(small: SiteCopy, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site as it comes from git: no cache, no output."""
    conf = small.root / "pelicanconf.py"
    theme = f'THEME = "{THEME.as_posix()}"\nPLUGINS = ["congtinh.hooks"]\nEDITOR_LANG = "en"\n'
    conf.write_text(conf.read_text("utf-8") + theme, "utf-8")
    shutil.rmtree(small.root / ".cache", ignore_errors=True)
    monkeypatch.chdir(small.root)
    return small.root


def told(capsys: pytest.CaptureFixture[str], query: str, limit: int = 10) -> dict[str, Any]:
    assert find(query, "", "", limit, "json") == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_machine_is_told_all(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From a fresh clone, and again from the index that the first call left."""
    first = told(capsys, "mọi sáng kiến")
    assert told(capsys, "mọi sáng kiến") == first
    (hit,) = first["hits"]
    assert isinstance(hit.pop("score"), float)
    assert hit == {
        "file": "content/legal_document/2026/12-kh-stn.vi.md", "line": 22, "title": "Hỗ trợ sáng kiến năm 2026",
        "number": "12/KH-STN", "type": "legal_document", "lang": "vi", "status": "published",
        "date": "2026-01-15", "address": "/van-ban/12-kh-stn-so-thu-2026/",
        "excerpt": "Hỗ trợ mọi sáng kiến của người dân.", "marks": [[7, 20]],
    }  # fmt: skip
    lines = (clone / hit["file"]).read_text("utf-8").split("\n")
    assert lines[hit["line"] - 1] == hit["excerpt"]
    rest = {key: value for key, value in first.items() if key != "hits"}
    assert rest == {"query": "mọi sáng kiến", "total": 1, "suggestions": [], "unread": []}


def test_states_of_the_day(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is published for a later day is scheduled, until that day."""
    query = "path:ngay-mai"
    assert told(capsys, query)["hits"][0]["status"] == "scheduled"
    assert find(query, "", "2026-11-23", 10, "json") == 0
    assert json.loads(capsys.readouterr().out)["hits"][0]["status"] == "published"


def test_people_are_shown_file_and_line(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The place that an editor opens, the title, what it is and its status, a piece of its text."""
    assert find("status:draft OR mọi", "", "", 10, "text") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "content/news/2026/ban-nhap.vi.md" in lines
    assert any("[News item · vi · 10 November 2026 · Draft]" in line for line in lines)
    assert "content/legal_document/2026/12-kh-stn.vi.md:22" in lines
    assert "  Hỗ trợ mọi sáng kiến của người dân." in lines


def test_the_rest_is_counted(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A limit shows the first files and says how many there are."""
    assert find("lang:vi", "", "", 2, "text") == 0
    out = capsys.readouterr().out
    assert "the first 2" in out
    assert len([line for line in out.splitlines() if line.startswith("content/")]) == 2


def test_nothing_found_says_what_to_try(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty answer is an answer, with a query that finds something."""
    assert find("sangs kieens", "", "", 10, "text") == 0
    assert "Try: sáng kiến" in capsys.readouterr().out


def test_a_faulty_query_is_told(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For people and for machines, with what to write instead; the status is that of a failure."""
    assert find("ngay:2026", "", "", 10, "text") == 1
    assert "“date:”" in capsys.readouterr().out
    assert find("ngay:2026", "", "", 10, "json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["errors"], answer["problems"][0]["value"]) == (1, "ngay:")


def test_unread_files_are_named(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read cannot be found, and is said so."""
    (clone / "content/news/2026/hong.vi.md").write_text("không có gì\n", "utf-8")
    assert told(capsys, "sáng kiến")["unread"] == ["content/news/2026/hong.vi.md"]
    assert find("sáng kiến", "", "", 1, "text") == 0
    assert "content/news/2026/hong.vi.md" in capsys.readouterr().out
