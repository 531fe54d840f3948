"""The preview: the open page first, and no page that stays as it was; a fault costs nothing that was good."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from congtinh.build.memory import Memory
from congtinh.build.run import Build
from congtinh.build.serve import State, rebuild
from congtinh.errors import ContentError, Problem
from tests.sites.copies import SiteCopy, Tree, tree

NEWS, OTHER = "news/2026/so-ket.vi.md", "news/2025/kiem-dinh.vi.md"
PAGE, OTHER_PAGE = "tin-tuc/so-ket/index.html", "tin-tuc/kiem-dinh/index.html"
FAULT = Problem("a.vi.md", "is wrong", "Mend it")


@dataclass
class Preview:
    """Builds of one site with what the last one knew; ``seen`` is the output each time it was shown."""

    site: SiteCopy
    open: frozenset[str] = frozenset({"tin-tuc/so-ket/"})
    seen: list[Tree] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.memory = Memory(
            open_pages=lambda: self.open, seen=lambda: self.seen.append(tree(self.site.output))
        )

    def build(self, *changed: str) -> Build:
        self.memory.touch(self.site.content, [self.site.content / path for path in changed])
        self.seen.clear()
        build = Build(self.site.settings(), memory=self.memory)
        build.run()
        build.keep()
        return build


@pytest.fixture
def preview(built: SiteCopy, tmp_path: Path) -> Preview:
    """The small site built, with one page open."""
    shutil.copytree(built.root, tmp_path / "site")
    made = Preview(SiteCopy(tmp_path / "site"))
    made.build()
    return made


def edited(preview: Preview, path: str, body: str) -> None:
    text = (preview.site.content / path).read_text("utf-8")
    preview.site.write(path, f"{text}\n{body}\n")


def test_the_open_page_stands_before_the_rest(preview: Preview) -> None:
    """When the browser is told, its page is in its place and others are still as they were."""
    before = tree(preview.site.output)
    edited(preview, NEWS, "Lời mới.")
    edited(preview, OTHER, "Lời mới.")

    preview.build(NEWS, OTHER)

    (shown,) = preview.seen
    after = tree(preview.site.output)
    assert before[PAGE] != shown[PAGE] == after[PAGE]
    assert before[OTHER_PAGE] == shown[OTHER_PAGE] != after[OTHER_PAGE]


def test_nothing_is_shown_early_where_the_open_page_stays_as_it_is(preview: Preview) -> None:
    """A browser is not told twice."""
    edited(preview, OTHER, "Lời mới.")

    preview.build(OTHER)

    assert preview.seen == []


def test_what_the_open_page_shows_stands_too(preview: Preview) -> None:
    """A new picture is there when the browser asks for it."""
    source = preview.site.content / "images/toa-nha.jpg"
    (source.parent / "moi.jpg").write_bytes(source.read_bytes() + b"\0")
    edited(preview, NEWS, "![Tòa nhà](/images/moi.jpg)")

    preview.build(NEWS, "images/moi.jpg")

    (shown,) = preview.seen
    pictures = {path for path in tree(preview.site.output) if path.startswith("media/")}
    assert pictures
    assert pictures <= shown.keys()


def test_a_page_shown_by_a_build_that_was_refused_is_made_again(preview: Preview) -> None:
    """A fault found after the page was shown; once it is mended, the site is the good one."""
    good = tree(preview.site.output)
    text = (preview.site.content / NEWS).read_text("utf-8")
    edited(preview, NEWS, "Xem [trang lạc](/khong-co-trang-nay/).")
    with pytest.raises(ContentError):
        preview.build(NEWS)
    assert preview.seen

    preview.site.write(NEWS, text)
    preview.build(NEWS)

    assert tree(preview.site.output) == good


def test_nothing_is_shown_early_of_faulty_content(preview: Preview) -> None:
    """Where a fault is known before pages are made, the last good site stays."""
    good = tree(preview.site.output)
    edited(preview, NEWS, "Lời mới.")
    preview.site.replace(OTHER, "status: published", "status: da-dang")

    with pytest.raises(ContentError):
        preview.build(NEWS, OTHER)

    assert preview.seen == []
    assert tree(preview.site.output) == good


@pytest.fixture
def state() -> State:
    return State(str)


def version_after(state: State, *problems: Problem) -> int:
    """How many times browsers are told to load their pages again."""
    before = state.version
    state.told(list(problems))
    return state.version - before


def test_a_build_tells_the_browsers_once(state: State) -> None:
    """At its end; or before, when the open pages were shown."""
    state.opened("tin-tuc/")
    assert version_after(state) == 1
    before = state.version
    assert state.open_pages() == {"tin-tuc/"}
    state.seen()
    assert state.version == before + 1
    assert version_after(state) == 0
    assert version_after(state) == 1


def test_a_page_opened_meanwhile_is_not_left_behind(state: State) -> None:
    """It may have been sent as it was before, so it is loaded again at the end."""
    state.opened("tin-tuc/")
    state.open_pages()
    state.seen()
    state.opened("thong-bao/")

    assert version_after(state) == 1


def test_a_page_counts_as_often_as_it_is_open(state: State) -> None:
    """It is open until the last browser has left it."""
    for _ in range(2):
        state.opened("tin-tuc/")
    state.left("tin-tuc/")
    assert state.open_pages() == {"tin-tuc/"}
    state.left("tin-tuc/")
    assert state.open_pages() == frozenset()


def test_faults_reach_a_browser_that_was_told_already(state: State) -> None:
    """A fault found after the open page was shown, and its end when it is mended."""
    state.opened("tin-tuc/")
    state.open_pages()
    state.seen()
    assert version_after(state, FAULT) == 1
    assert FAULT.place.encode() in state.message()
    assert version_after(state) == 1
    assert FAULT.place.encode() not in state.message()


def test_a_refused_build_is_told_and_is_no_failure(state: State) -> None:
    """Its problems are what the browser shows."""

    def refused() -> list[Problem]:
        raise ContentError([FAULT])

    assert rebuild(state, refused) == [FAULT]
    assert state.problems == [FAULT]
