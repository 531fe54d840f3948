"""``invoke report`` as editors call it: five files, kept figures, adjustments told, reports of members added up."""

from __future__ import annotations

import hashlib
import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from congtinh.commands.reports import Wish, merge, remind, report
from tests.sites.copies import THEME, SiteCopy

NAMES = ["report.docx", "report.html", "report.json", "report.md", "report.xlsx"]


@pytest.fixture
def office(small: SiteCopy, monkeypatch: pytest.MonkeyPatch) -> SiteCopy:
    """A department's folder under git, with all that is in it committed."""
    conf = small.root / "pelicanconf.py"
    own = f'THEME = "{THEME.as_posix()}"\nPLUGINS = ["congtinh.hooks"]\nEDITOR_LANG = "en"\n'
    conf.write_text(conf.read_text("utf-8") + own, "utf-8")
    git(small.root, "init", "-q")
    git(small.root, "add", "content", "pelicanconf.py")
    git(small.root, "commit", "-q", "-m", "Nội dung")
    monkeypatch.chdir(small.root)
    return small


def git(folder: Path, *words: str) -> str:
    own = ("-c", "user.name=Lê Thử", "-c", "user.email=thu@thu.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *own, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def made(wish: Wish, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert report(wish._replace(format="json")) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_five_files_are_written(office: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """Readable by other programs, with the agency, the period and the same figure in each."""
    told = made(Wish("N-2026", output="ra"), capsys)
    found = files_of(office.root / "ra")
    data = json.loads(found["report.json"])
    total = next(f for f in data["figures"] if (f["key"], f["language"], f["when"]) == ("tin_bai_anh", "", ""))

    assert sorted(found) == NAMES
    assert told["period"]["as_of"] == "2026-11-22"
    assert total["value"] > 0
    words = "\n".join(paragraph.text for paragraph in Document(BytesIO(found["report.docx"])).paragraphs)
    for text in (words, found["report.md"].decode(), found["report.html"].decode()):
        assert f"ảnh đã đăng: {total['value']:02d}" in text
    assert len(load_workbook(BytesIO(found["report.xlsx"])).sheetnames) == len(data["annexes"]["vi"])
    assert data["commit"] == git(office.root, "rev-parse", "HEAD")


def test_a_report_keeps_its_figures(office: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """The same bytes whatever is edited later, which is told as adjusted; --renew takes it in."""
    wish = Wish("N-2026", output="ra")
    made(wish, capsys)
    first = files_of(office.root / "ra")
    kept = json.loads((office.root / "reports/N-2026-bao-cao-hoat-dong/data.json").read_bytes())
    another = (office.content / "news/2026/hop-bao.vi.md").read_text("utf-8").replace("slug:", "#")
    office.write("news/2026/moi.vi.md", another)
    again = made(wish, capsys)

    assert files_of(office.root / "ra") == first
    assert again["sha256"] == kept["sha256"]
    adjusted = {(one["key"], one["language"]): (int(one["then"]), int(one["now"])) for one in again["adjustments"]
                if one["key"] == "tin_bai"}  # fmt: skip
    assert all(now == then + 1 for then, now in adjusted.values())
    assert ("tin_bai", "vi") in adjusted
    renewed = made(wish._replace(renew=True), capsys)
    assert renewed["adjustments"] == []
    assert files_of(office.root / "ra") != first
    assert renewed["commit"].endswith("+")


def test_kept_figures_that_were_touched_are_refused(office: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """The hash of the data tells, and the remedy is said."""
    made(Wish("N-2026", output="ra"), capsys)
    kept = office.root / "reports/N-2026-bao-cao-hoat-dong/data.json"
    kept.write_text(kept.read_text("utf-8").replace('"value": 3', '"value": 33'), "utf-8")

    assert report(Wish("N-2026", output="ra")) == 1
    assert "--renew" in capsys.readouterr().out


def test_a_total_that_fell_since_an_earlier_report_is_told(
    office: SiteCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was counted once and is gone shows in the next report, with the report that had it."""
    usage = "period: 2025-12\nvisits_vi: 900\nvisits_source: log\ndate: 2025-12-31\nstatus: published\ncreator: A\n"
    office.write("usage/2025-12.vi.md", f"---\n{usage}---\n")
    made(Wish("N-2025", output="cu"), capsys)
    (office.content / "usage/2025-12.vi.md").unlink()
    told = made(Wish("6T-2026", output="moi"), capsys)["findings"]

    fallen = [one for one in told if one["field"] == "luot_truy_cap_luy_ke"]
    assert [one["rule"] for one in fallen] == ["R23"]
    assert "N-2025-bao-cao-hoat-dong" in fallen[0]["message"]


def test_what_cannot_be_filled_is_named(office: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """File, line and words of the place, in a narrative of the department; nothing is written."""
    folder = office.root / "reports/narrative"
    folder.mkdir(parents=True)
    (folder / "ton-tai.vi.md").write_text("Một dòng.\n\nĐã đăng {tin_baii} tin.\n", "utf-8")

    assert report(Wish("N-2026", output="ra")) == 1
    said = capsys.readouterr().out
    assert "reports/narrative/ton-tai.vi.md:3" in said
    assert "{tin_baii}" in said
    assert not (office.root / "ra").exists()


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish("nửa năm"), "nửa năm"),
        (Wish("6T-2026", cutoff="nd10"), "nd10"),
        (Wish("6T-2026", profile="khong-co"), "bao-cao-hoat-dong"),
        (Wish("6T-2026", language="fr"), "fr"),
        (Wish("6T-2026", as_of="2025-01-01"), "2025-01-01"),
    ],
)
def test_a_wrong_wish_is_told(
    office: SiteCopy, capsys: pytest.CaptureFixture[str], wish: Wish, words: str
) -> None:
    """The value and what to write instead, never a traceback."""
    assert report(wish) == 1
    assert words in capsys.readouterr().out


def test_reports_of_members_are_added_up(office: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """Two members, of whom one sent its report: the figures are its own, and the other is named."""
    made(Wish("6T-2026", output="thanh-vien/so-thu"), capsys)
    members = {"so-thu": ("Sở Thử nghiệm", "Trial Department"), "so-khac": ("Sở Khác", "Other Department")}
    text = "\n".join(f'[{code}]\nvi = "{vi}"\nen = "{en}"\n' for code, (vi, en) in members.items())
    (office.content / "vocabulary/members.toml").write_text(text, "utf-8")

    assert merge("thanh-vien", "chung") == 0
    said = capsys.readouterr().out
    assert "1/2" in said
    assert "Other Department" in said
    assert sorted(files_of(office.root / "chung")) == NAMES
    assert "Sở Khác" in (office.root / "chung/report.md").read_text("utf-8")


def test_each_unit_with_gaps_gets_a_letter(office: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """A letter names its unit and lists what it owes; nothing else is touched."""
    office.write("unit/phong-im-lang.vi.md", (office.content / "unit/so-thu.vi.md").read_text("utf-8")
                 .replace("code: ", "parent: so-thu\ncode: IL"))  # fmt: skip
    before = hashlib.sha256((office.content / "unit/so-thu.vi.md").read_bytes()).hexdigest()

    assert remind(Wish("N-2026", output="thu")) == 0
    assert "phong-im-lang.docx" in capsys.readouterr().out
    letter = Document(str(office.root / "thu/phong-im-lang.docx"))
    words = "\n".join(p.text for p in letter.paragraphs) + "\n".join(
        cell.text for table in letter.tables for row in table.rows for cell in row.cells
    )
    assert "Chưa gửi tin, bài" in words
    assert hashlib.sha256((office.content / "unit/so-thu.vi.md").read_bytes()).hexdigest() == before
