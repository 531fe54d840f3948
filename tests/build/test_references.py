"""References of items: to other items, pictures, files and addresses of the site."""

from __future__ import annotations

import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from congtinh.build.references import content_path
from congtinh.build.tree import file_inside
from congtinh.errors import Problem
from tests.sites.copies import SiteCopy

PART = st.from_regex(r"[a-zđ0-9 ]{1,6}", fullmatch=True).filter(lambda part: part.strip() == part)


@given(st.lists(PART, min_size=1, max_size=3), st.lists(PART, max_size=2))
def test_references_count_from_the_root_or_from_the_file(
    target: list[str], folder: list[str]
) -> None:
    """``/files/a.pdf`` and the same with ``..`` from the file mean one path."""
    item = "/".join(["news", *folder, "a.vi.md"])
    path = "/".join(target)
    assert content_path(item, f"/{path}") == path
    assert content_path(item, "../" * (len(folder) + 1) + path) == path
    assert content_path(item, path) == "/".join(["news", *folder, path])
    assert content_path(item, f"/{path}".replace(" ", "%20")) == path


def test_links_of_a_body_lead_to_pages_files_and_addresses(small: SiteCopy) -> None:
    """A link may name a content file, a file to download or an address of the site."""
    text = (small.content / "news/2026/so-ket.vi.md").read_text(encoding="utf-8")
    links = (
        "[tin](khai-truong.vi.md#ket-qua) [tệp](/files/12-kh-stn.pdf) [trang](/tin-tuc/) "
        "[dữ liệu](/sitemap.xml) [ngoài](https://chinhphu.vn) [thư](mailto:so@thu.example) [đây](#a)"
    )
    small.write("news/2026/so-ket.vi.md", f"{text}\n{links}\n")
    small.build()
    page = (small.output / "tin-tuc/so-ket/index.html").read_text(encoding="utf-8")
    for address in (
        "../../tin-tuc/khai-truong/#ket-qua", "../../tep/files/12-kh-stn.pdf", "../../tin-tuc/",
        "../../sitemap.xml", "https://chinhphu.vn", "mailto:so@thu.example", "#a",
    ):  # fmt: skip
        assert f'href="{address}"' in page, address


def test_every_broken_link_is_told_with_its_line(small: SiteCopy) -> None:
    """R32: a link to a file, a download or a page that does not exist."""
    text = (small.content / "news/2026/so-ket.vi.md").read_text(encoding="utf-8")
    small.write(
        "news/2026/so-ket.vi.md", f"{text}\n[a](khong.vi.md)\n\n[b](/khong/)\n\n[c](k.pdf)\n"
    )
    first = text.count("\n") + 2
    problems = [p for p in small.check().problems if p.is_error]
    assert [(p.value, p.line) for p in sorted(problems, key=lambda p: p.line or 0)] == [
        ("khong.vi.md", first), ("/khong/", first + 2), ("k.pdf", first + 4),
    ]  # fmt: skip


def test_missing_files_are_told_quickly(tmp_path: Path) -> None:
    """A thousand missing names in a folder of a thousand files take no time to speak of."""
    (tmp_path / "files").mkdir()
    for number in range(1000):
        (tmp_path / "files" / f"Tep-{number}.pdf").write_bytes(b"x")
    start = time.process_time()
    for number in range(1000):
        found = file_inside(tmp_path, f"files/khong-co-{number}.pdf")
        assert isinstance(found, Problem)
    assert time.process_time() - start < 2
    found = file_inside(tmp_path, "files/tep-7.pdf")
    assert not isinstance(found, Problem) or found.params["near"] == "files/Tep-7.pdf"


def test_a_picture_on_another_site_is_told(small: SiteCopy) -> None:
    """Nothing is fetched from a third party, so such a picture is an error and not left out."""
    text = (small.content / "news/2026/so-ket.vi.md").read_text(encoding="utf-8")
    small.write("news/2026/so-ket.vi.md", f"{text}\n![Cờ](https://anh.example/co.png)\n")
    (problem,) = [p for p in small.check().problems if p.is_error]
    assert problem.value == "https://anh.example/co.png"
    assert problem.line == text.count("\n") + 2
