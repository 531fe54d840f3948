"""How little a build does where little changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from congtinh.build.report import BuildReport
from congtinh.build.run import build_site
from tests.sites.copies import tree
from tests.sites.desk import Desk, desk


@dataclass(frozen=True)
class Work:
    """What one build did: its report, and the output files that are new, changed or gone."""

    report: BuildReport
    changed: frozenset[str]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Files read, pages rendered, files changed beside those of the search index."""
        return self.report.read, self.report.rendered, len(self.beside_index)

    @property
    def beside_index(self) -> frozenset[str]:
        """What changed beside the search index, which follows every word (``tests/search``)."""
        return frozenset(path for path in self.changed if not path.startswith("search/"))


class TestWork:
    """How little a build does where little changed: an incremental build that is right but slow is none."""

    @pytest.fixture
    def site(self, tmp_path: Path) -> Desk:
        """The changing site, built once."""
        made = desk(tmp_path / "site")
        build_site(made.read_settings())
        return made

    def work(self, site: Desk) -> Work:
        before = tree(site.site.output)
        report = build_site(site.read_settings())
        after = tree(site.site.output)
        paths = before.keys() | after.keys()
        return Work(report, frozenset(p for p in paths if before.get(p) != after.get(p)))

    def test_the_first_build_does_everything(self, tmp_path: Path) -> None:
        """Every file is read, every page rendered, every output file written."""
        made = desk(tmp_path / "site")
        report = build_site(made.read_settings())
        assert (report.read, report.rendered) == (report.files, report.pages)
        assert report.written == len(tree(made.site.output))

    def test_nothing_changed(self, site: Desk) -> None:
        """No file is read, no page is rendered, nothing is written."""
        assert [self.work(site).counts for _ in range(2)] == [(0, 0, 0), (0, 0, 0)]

    def test_touched_files(self, site: Desk) -> None:
        """Another time, or the same bytes written again, is no change."""
        for path in site.files():
            (site.content / path).write_bytes((site.content / path).read_bytes())
        assert self.work(site).counts == (0, 0, 0)

    @pytest.mark.parametrize(
        "path", ["news/2026/hop-bao.vi.md", "news/2026/khai-truong.vi.md", "news/2026/so-ket.en.md"]
    )
    def test_one_body(self, site: Desk, path: str) -> None:
        """Its file is read, its page rendered and written; the pair of the file is left alone."""
        site.set_body(path, "Lời mới của thân bài.\n")
        work = self.work(site)
        assert work.counts == (1, 1, 1), work.changed

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_one_text_of_a_document_in_both_languages(self, site: Desk, language: str) -> None:
        """Its own page and the two with both languages; the page of its pair is left alone."""
        path = f"legal_document/2026/12-kh-stn.{language}.md"
        site.set_body(path, site.body(path) + "\nMột dòng nữa.\n")
        work = self.work(site)
        own = "van-ban" if language == "vi" else "en/documents"
        assert work.counts == (1, 3, 3), work.changed
        assert work.beside_index == {
            f"{own}/12-kh-stn-so-thu-2026/index.html",
            "van-ban/12-kh-stn-so-thu-2026/song-ngu/index.html",
            "en/documents/12-kh-stn-so-thu-2026/side-by-side/index.html",
        }

    def test_one_title(self, site: Desk) -> None:
        """Its own page and those that show it, no more than a third of the site."""
        site.set("news/2026/so-ket.vi.md", title="Sơ kết mười một tháng")
        work = self.work(site)
        assert work.report.read <= 2
        wanted = {"index.html", "tin-tuc/index.html", "tin-tuc/so-ket/index.html"}
        assert wanted <= work.changed
        assert work.report.rendered <= work.report.pages // 3

    def test_english_title(self, site: Desk) -> None:
        """The Vietnamese file is not read again; Vietnamese lists do not change."""
        site.set("news/2026/so-ket.en.md", title="Eleven months in review")
        work = self.work(site)
        assert work.report.read == 1
        assert "en/news/so-ket/index.html" in work.changed
        assert "tin-tuc/index.html" not in work.changed
        assert work.report.rendered <= work.report.pages // 3

    def test_a_new_item_changes_the_first_pages_of_lists(self, site: Desk) -> None:
        """Lists are paged from the oldest: of the pages that were there, two at most of each change."""
        site.settings["PAGE_SIZE"] = 1
        self.work(site)
        there = tree(site.site.output)
        facts = site.facts("news/2026/hop-bao.vi.md") | {
            "title": "Tin mới nhất",
            "date": "2026-11-22",
        }
        site.write("news/2026/moi-nhat.vi.md", facts, "Lời.\n")
        work = self.work(site)
        lists: dict[str, list[str]] = {}
        for path in sorted(work.changed & there.keys()):
            base, mark, _ = path.partition("/trang-")
            if mark:
                lists.setdefault(base, []).append(path)
        assert "tin-tuc" in lists and "tin-tuc/moi-nhat/index.html" in work.changed
        assert {base: len(pages) for base, pages in lists.items()} == dict.fromkeys(lists, 1)
        assert work.report.read == 1
        assert work.report.rendered <= work.report.pages // 3

    def test_a_deleted_item(self, site: Desk) -> None:
        """Its page goes; no file is read, and few pages are rendered."""
        site.delete("news/2025/kiem-dinh.vi.md")
        work = self.work(site)
        assert work.report.read == 0
        assert "tin-tuc/kiem-dinh/index.html" not in tree(site.site.output)
        assert work.report.rendered <= work.report.pages // 3

    def test_a_template_of_one_type(self, site: Desk) -> None:
        """Only the pages that reach it are rendered."""
        template = site.theme / "templates" / "publication.html"
        template.write_text(
            template.read_text(encoding="utf-8") + "\n", encoding="utf-8", newline="\n"
        )
        work = self.work(site)
        assert (work.report.read, work.report.rendered) == (0, 2)

    def test_a_picture_of_one_item(self, site: Desk) -> None:
        """No file is read; the pages that show it are rendered."""
        picture = site.content / "images" / "chan-dung.png"
        picture.write_bytes((site.content / "images" / "nhap.png").read_bytes())
        work = self.work(site)
        assert work.report.read == 0
        assert {"can-bo/le-thu/index.html", "en/people/le-thu/index.html"} <= work.changed
        assert work.report.rendered <= work.report.pages // 3

    def test_the_day(self, site: Desk) -> None:
        """A new day on which nothing begins or ends changes no page."""
        site.settings["TODAY"] = "2026-11-24"
        self.work(site)
        site.settings["TODAY"] = "2026-11-25"
        work = self.work(site)
        assert work.report.written == len(work.changed)
        assert work.report.rendered <= work.report.pages // 3

    def test_a_damaged_page(self, site: Desk) -> None:
        """Only what was damaged is made again."""
        page = site.site.output / "tin-tuc" / "hop-bao" / "index.html"
        page.write_text("hỏng", encoding="utf-8")
        assert self.work(site).counts == (0, 1, 1)
