"""``invoke serve`` for real: the open page reloads, faults stand in the browser, drafts are marked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import NewPage
from tests.sites.copies import PROJECT, THEME, SiteCopy, copied

pytestmark = pytest.mark.browser

SOON = 30_000  # milliseconds; a busy machine is slow, and the tests wait no longer than needed
NEWS = "news/2026/so-ket.vi.md"


@dataclass(frozen=True)
class Preview:
    """A running ``invoke serve``."""

    address: str
    process: subprocess.Popen[bytes]


@pytest.fixture
def department(tmp_path: Path) -> SiteCopy:
    """A copy of the small site as a project of its own, with the theme and tasks of this one."""
    site = copied("small", tmp_path / "site")
    shutil.copy(PROJECT / "tasks.py", site.root)
    with (site.root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nTHEME = {str(THEME)!r}\n")
    return site


@contextmanager
def preview(site: SiteCopy, *options: str) -> Iterator[Preview]:
    """``invoke serve`` on a free port, ended at the end of the block."""
    log = site.root / "serve.log"
    environment = {
        **os.environ,
        "PYTHONPATH": str(PROJECT / "plugins"),
        "PYTHONUNBUFFERED": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    with log.open("wb") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "invoke", "serve", "--port", "0", *options],
            cwd=site.root,
            env=environment,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Preview(_address(process, log), process)
    finally:
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + SOON / 1000
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", log.read_text("utf-8")):
            return found[0]
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))


def test_open_page_follows_the_file(department: SiteCopy, new_page: NewPage) -> None:
    """A saved edit shows without a hand; a fault shows in the page and stops nothing; mended, it goes."""
    file = department.content / NEWS
    good = file.read_text("utf-8")
    title = re.search(r"^title: (.+)$", good, re.M)
    assert title
    page = new_page()
    with preview(department) as running:
        page.goto(f"{running.address}tin-tuc/so-ket/")
        heading = page.locator("h1")
        expect(heading).to_have_text(title[1].strip('"'))

        edited = good.replace(title[0], "title: Tiêu đề vừa được sửa lại")
        file.write_text(edited, "utf-8", newline="\n")
        expect(heading).to_have_text("Tiêu đề vừa được sửa lại", timeout=SOON)

        file.write_text(edited.replace("title: ", "title: [", 1), "utf-8", newline="\n")
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("so-ket.vi.md", timeout=SOON)
        expect(heading).to_have_text("Tiêu đề vừa được sửa lại")
        assert running.process.poll() is None

        file.write_text(good, "utf-8", newline="\n")
        expect(dialog).to_have_count(0, timeout=SOON)
        expect(heading).to_have_text(title[1].strip('"'), timeout=SOON)
        assert running.process.poll() is None


def test_draft_is_shown_and_marked_on_request_alone(
    department: SiteCopy, new_page: NewPage
) -> None:
    """A draft is no page of the plain preview; with ``--drafts`` it is one that says what it is."""
    page = new_page()
    with preview(department) as running:
        answer = page.goto(f"{running.address}tin-tuc/ban-nhap/")
        assert answer
        assert answer.status == 404
    with preview(department, "--drafts") as running:
        answer = page.goto(f"{running.address}tin-tuc/ban-nhap/")
        assert answer
        assert answer.status == 200
        expect(page.locator(".mark")).to_contain_text("Bản nháp")
    assert not (department.output / "tin-tuc" / "ban-nhap").exists()
