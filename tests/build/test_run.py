"""A whole build: the same bytes from the same input, nothing unpublished, no link that leads nowhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from congtinh.build.run import Build
from congtinh.errors import ContentError
from tests.sites.copies import PROJECT, SiteCopy, copied, times, tree

BUILD = """
import sys
from pathlib import Path
from tests.sites.copies import SiteCopy
SiteCopy(Path(sys.argv[1])).build()
"""


def build_in_process(site: SiteCopy, **environment: str) -> None:
    """Build in a process of its own with environment variables of its own."""
    path = os.pathsep.join([str(PROJECT), str(PROJECT / "plugins")])
    subprocess.run(
        [sys.executable, "-c", BUILD, str(site.root)],
        env={**os.environ, "PYTHONPATH": path, **environment},
        check=True,
        capture_output=True,
    )


def test_two_builds_give_the_same_bytes(built: SiteCopy, tmp_path: Path) -> None:
    """Input and day decide every byte: not time zone, hash seed or the order of the files."""
    for zone, seed in (("Pacific/Auckland", "1"), ("America/New_York", "2")):
        other = tmp_path / seed
        names = sorted(tree(built.content), reverse=seed == "1")
        site = SiteCopy(other)
        other.mkdir()
        (other / "pelicanconf.py").write_bytes((built.root / "pelicanconf.py").read_bytes())
        for name in names:
            target = site.content / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((built.content / name).read_bytes())
        build_in_process(site, TZ=zone, PYTHONHASHSEED=seed)
        assert tree(site.output) == tree(built.output), zone


def test_order_of_the_file_system_does_not_show(
    built: SiteCopy, small: SiteCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that lists names backwards builds the same site."""
    real_walk, real_scan = os.walk, Path.iterdir

    def backwards(top: Any, **keywords: Any) -> Any:
        for folder, folders, names in real_walk(top, **keywords):
            folders.sort(reverse=True)
            yield folder, folders, sorted(names, reverse=True)

    monkeypatch.setattr(os, "walk", backwards)
    monkeypatch.setattr(Path, "iterdir", lambda path: iter(sorted(real_scan(path), reverse=True)))
    small.build()
    assert tree(small.output) == tree(built.output)


def test_an_unchanged_build_writes_nothing(small: SiteCopy) -> None:
    """Files that did not change keep their times, so that a deploy sends little."""
    first = small.build()
    assert first.written == len(tree(small.output))
    before = times(small.output)
    second = small.build()
    assert (second.written, second.deleted) == (0, 0)
    assert times(small.output) == before


def test_a_changed_item_changes_its_page_and_leaves_foreign_files(small: SiteCopy) -> None:
    """A deleted source takes its page along; what the build did not make is not its own to delete."""
    small.build()
    page = small.output / "tin-tuc" / "hop-bao" / "index.html"
    foreign = small.output / "tin-tuc" / "cua-nguoi-khac.txt"
    assert page.is_file()
    foreign.write_text("giữ lại", encoding="utf-8")
    (small.content / "news" / "2026" / "hop-bao.vi.md").unlink()
    report = small.build()
    assert not page.parent.exists()
    assert foreign.read_text(encoding="utf-8") == "giữ lại"
    assert report.deleted >= 1


HIDDEN = ("Bản nháp chưa ai", "Tin hẹn giờ", "Tin đã gỡ", "Bí mật của mục", "Lời trong thân mục")


def test_what_is_not_published_reaches_nothing(built: SiteCopy) -> None:
    """Drafts, scheduled and withdrawn items: no page, list, feed, data, site map, picture or file."""
    files = tree(built.output)
    for name, data in files.items():
        text = data.decode("utf-8", errors="ignore")
        assert not [words for words in HIDDEN if words in text], name
        assert not re.search("ban-nhap|ngay-mai|da-go|sang-che", name), name
    assert "tep/files/12-kh-stn.pdf" in files
    sitemap = files["sitemap.xml"].decode()
    assert "khai-truong" in sitemap
    assert not re.search("ban-nhap|ngay-mai|da-go|sang-che", sitemap)
    pictures = [name for name in files if name.endswith((".jpg", ".webp"))]
    assert pictures and not [name for name in pictures if "nhap" in name]


def test_an_item_of_tomorrow_appears_tomorrow(small: SiteCopy) -> None:
    """Publishing by date needs no edit, only the day."""
    page = small.output / "tin-tuc" / "ngay-mai" / "index.html"
    small.build()
    assert not page.exists()
    small.build(TODAY="2026-11-23")
    assert "Tin hẹn giờ cho ngày mai" in page.read_text(encoding="utf-8")


def test_the_preview_of_drafts_shows_all_but_the_withdrawn(small: SiteCopy) -> None:
    """A chief sees drafts and scheduled items marked as such; what was withdrawn stays away."""
    small.build(DRAFTS=True)
    assert (small.output / "tin-tuc" / "ban-nhap" / "index.html").is_file()
    assert (small.output / "tin-tuc" / "ngay-mai" / "index.html").is_file()
    assert not (small.output / "tin-tuc" / "da-go").exists()


def test_the_report_lies_beside_the_output(built: SiteCopy) -> None:
    """Counts, faults and timing are for editors, and never in the output."""
    report = json.loads((built.root / "output-report" / "build-report.json").read_text("utf-8"))
    assert report["committed"] is True
    assert report["counts"]["news"] == {"vi": 5, "en": 2}
    assert report["hidden"] == 3
    assert not [name for name in tree(built.output) if "report" in name]


def test_an_exception_on_one_page_names_its_item_and_leaves_the_site(
    small: SiteCopy, tmp_path: Path
) -> None:
    """A template that fails is a fault of the item shown, not a traceback; the last site stays."""
    small.build()
    before = tree(small.output)
    theme = copied("../../theme", tmp_path / "theme")
    template = theme.root / "templates" / "news.html"
    text = template.read_text(encoding="utf-8")
    assert "{% block" in text
    broken = re.sub(r"(\{% block main[^%]*%\})", r"\1{{ page.no_such_name.at_all }}", text, count=1)
    template.write_text(broken if broken != text else "{{ page.no.such }}", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        small.build(THEME=str(theme.root))
    paths = {problem.path for problem in raised.value.problems if problem.is_error}
    assert "news/2026/khai-truong.vi.md" in paths
    assert all(path.startswith("news/") for path in paths)
    assert tree(small.output) == before
    template.write_text("{% broken", encoding="utf-8")
    with pytest.raises(ContentError):
        small.build(THEME=str(theme.root))
    assert tree(small.output) == before


def test_pelican_builds_the_same_site_and_keeps_it_when_it_fails(
    built: SiteCopy, small: SiteCopy
) -> None:
    """``pelican -s pelicanconf.py`` gives the same bytes; a fault gives status 1 and changes nothing."""
    conf = small.root / "pelicanconf.py"
    facts = (
        f"THEME = {str(PROJECT / 'theme')!r}\nPLUGIN_PATHS = [{str(PROJECT / 'plugins')!r}]\n"
        f"PLUGINS = ['congtinh.hooks']\nCACHE = {str(small.root / '.cache')!r}\n"
    )
    conf.write_text(conf.read_text(encoding="utf-8") + facts, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"]
    run = subprocess.run(command, cwd=small.root, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr[-2000:]
    assert tree(small.output) == tree(built.output)
    small.replace("news/2026/hop-bao.vi.md", "date: 2026-11-12", "date: hôm kia")
    run = subprocess.run(command, cwd=small.root, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 1
    assert tree(small.output) == tree(built.output)


def test_a_missing_content_folder_is_no_empty_site(small: SiteCopy) -> None:
    """A wrong path must not delete a whole site."""
    small.build()
    before = tree(small.output)
    with pytest.raises(ContentError, match="PATH"):
        small.build(PATH=str(small.root / "contents"))
    assert tree(small.output) == before


def test_checking_changes_nothing(small: SiteCopy) -> None:
    """``check`` tells the faults and leaves no file behind, but for what it read, in the cache."""
    small.build()
    before = tree(small.root)
    small.replace("news/2026/hop-bao.vi.md", "date: 2026-11-12", "date: hôm kia")
    assert small.check().errors
    changed = {name for name, data in tree(small.root).items() if before.get(name) != data}
    assert {name for name in changed if not name.startswith(".cache/")} == {
        "content/news/2026/hop-bao.vi.md"
    }


def test_a_moved_item_is_told(small: SiteCopy) -> None:
    """A changed address without a redirect is a warning that says what to add (R20)."""
    small.build()
    small.replace("news/2026/hop-bao.vi.md", "title: H", "slug: hop-bao-quy-4\ntitle: H")
    report = small.build()
    moved = [p for p in report.warnings if p.rule == "R20"]
    assert [p.path for p in moved] == ["news/2026/hop-bao.vi.md"]
    assert "/tin-tuc/hop-bao/" in moved[0].told()


class Links(HTMLParser):
    """Every address that a page names, every id it has, and its alternates."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.alternates: dict[str, str] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.ids |= {given["id"]} if "id" in given else set()
        if tag == "link" and given.get("hreflang"):
            self.alternates[given["hreflang"]] = given["href"]
        self.targets += [given[name] for name in ("href", "src", "action") if given.get(name)]
        for part in given.get("srcset", "").split(","):
            self.targets += part.split()[:1]


def pages(site: SiteCopy) -> dict[str, Links]:
    """Each HTML file of the output, read."""
    read = {}
    for path in sorted(site.output.rglob("*.html")):
        links = Links()
        links.feed(path.read_text(encoding="utf-8"))
        read[path.relative_to(site.output).as_posix()] = links
    return read


def file_at(path: str) -> str:
    return f"{path}index.html" if path.endswith("/") or not path else path


@pytest.mark.parametrize("base", ["", "/so-khcn"])
def test_every_link_leads_to_a_file_of_the_site(base: str, small: SiteCopy) -> None:
    """Under any folder of a portal each address a page names exists, and so does each anchor."""
    site_url = f"https://x.example{base}"
    small.build(SITEURL=site_url)
    files, read = tree(small.output), pages(small)
    lost = []
    for page, links in read.items():
        assert links.targets, page
        for target in links.targets:
            meant = urlsplit(urljoin(f"{site_url}/{page}", target))
            if meant.netloc != "x.example" or meant.scheme not in ("http", "https"):
                continue
            if not meant.path.startswith(f"{base}/"):
                lost.append(f"{page}: {target} leaves {base}/")
                continue
            file = file_at(unquote(meant.path[len(base) + 1 :]))
            if file not in files:
                lost.append(f"{page}: {target} has no file {file}")
            elif meant.fragment and file in read and unquote(meant.fragment) not in read[file].ids:
                lost.append(f"{page}: {target} has no such anchor")
    assert lost == []
    assert len(read) > 50


def test_links_inside_the_site_are_relative(built: SiteCopy) -> None:
    """Absolute addresses stand only in what machines read; a 404 page is served anywhere."""
    for page, links in pages(built).items():
        if PurePosixPath(page).name == "404.html":
            continue
        for target in links.targets:
            assert not target.startswith("/"), f"{page}: {target}"


def test_alternates_are_reciprocal(built: SiteCopy) -> None:
    """Each page of a pair names both and ``x-default``; its counterpart names the same."""
    base = "https://thu.example/"
    read = pages(built)
    paired = {page: links.alternates for page, links in read.items() if links.alternates}
    assert len(paired) > 20
    for page, alternates in paired.items():
        assert set(alternates) == {"vi", "en", "x-default"}, page
        assert alternates["x-default"] == alternates["vi"]
        for address in alternates.values():
            counterpart = file_at(address.removeprefix(base))
            assert paired[counterpart] == alternates, f"{page}: {address}"


def test_pages_hold_no_inline_script_or_style(built: SiteCopy) -> None:
    """``default-src 'self'`` works on every page: nothing inline, nothing from a third party."""
    for path in built.output.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), path
        inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", text)
        assert all("application/ld+json" in attributes for attributes in inline), path


def test_columns_are_aligned_by_classes(built: SiteCopy) -> None:
    """The alignment that Markdown gives a column is a class of the style sheet, and no fault."""
    page = built.output / "tin-tuc" / "khai-truong" / "index.html"
    assert 'class="align-right"' in page.read_text(encoding="utf-8")
    styles = "".join(path.read_text("utf-8") for path in built.output.rglob("*.css"))
    assert ".align-right{text-align:right}" in styles.replace(": ", ":").replace("; }", "}")


def test_old_addresses_lead_on(built: SiteCopy) -> None:
    """An old address has a page that sends the reader on, and a line in the servers' lists."""
    page = (built.output / "tin" / "123.html").read_text(encoding="utf-8")
    assert 'url=../tin-tuc/khai-truong/"' in page
    lists = (built.root / "output-report" / "redirects.nginx.map").read_text(encoding="utf-8")
    assert '"/tin/123.html" "/tin-tuc/khai-truong/";' in lists


def test_a_build_gathers_before_it_renders(small: SiteCopy) -> None:
    """The model is there before any page, and holds only what visitors may see."""
    build = Build(small.settings())
    model = build.gather()
    assert {item.id for item in model.hidden} == {
        "news/2026/ban-nhap",
        "news/2026/da-go",
        "news/2026/ngay-mai",
    }
    assert not small.output.exists()
