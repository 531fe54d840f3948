"""A measured site builds without a fault; an edit changes what it says and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from congtinh.bench.edits import COMPONENT, Edit, deletable, edits, middle, with_title_word, word
from congtinh.bench.hugo import TAXONOMIES, write_hugo_frame
from congtinh.bench.items import TODAY, items, pair
from congtinh.bench.scenarios import Sites, write_sites
from congtinh.records.front_matter import FrontMatter, read_front_matter
from tests.sites.copies import SiteCopy, Tree, tree

COUNT = 60


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The same items as our site and as Hugo's, built once."""
    return write_sites(tmp_path_factory.mktemp("bench"), items(COUNT), rivals=True)


@pytest.fixture
def fresh(tmp_path: Path) -> Sites:
    """Sites that a test may edit."""
    return write_sites(tmp_path, items(COUNT), rivals=True)


@pytest.fixture
def edit(fresh: Sites) -> Iterator[dict[str, Edit]]:
    """The edits by name."""
    added = pair(COUNT // 2, day=TODAY)
    yield {edit.name: edit for edit in edits(fresh.ours, fresh.items, added)}


def changed(before: Tree, after: Tree) -> set[str]:
    """Paths that came, went or hold other bytes."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_the_site_builds_without_a_fault(sites: Sites) -> None:
    """Neither an error nor a warning but for sections that it has nothing of (R21); every item is shown at its address."""
    report = SiteCopy(sites.ours.root).build(THEME=str(sites.ours.theme))
    target = middle(sites.ours, sites.items)

    assert [p.told() for p in report.problems if p.rule != "R21"] == []
    assert sum(n for counts in report.counts.values() for n in counts.values()) == COUNT + 2
    assert (sites.ours.output / sites.ours.address(target).strip("/") / "index.html").is_file()


def test_hugo_gets_the_same_bodies(sites: Sites) -> None:
    """Every item stands in both sites with the same body, and with a title and a date for Hugo."""
    for item in sites.items:
        ours = (sites.ours.content / item.path).read_text(encoding="utf-8")
        theirs = sites.hugo.path(item).read_text(encoding="utf-8")
        front = read_front_matter("x.vi.md", theirs)

        assert ours.split("---\n", 2)[2] == theirs.split("---\n", 2)[2]
        assert isinstance(front, FrontMatter)
        assert {"title", "date", "topics", "authors"} <= front.values.keys()


def test_hugo_makes_the_lists_that_we_make(tmp_path: Path) -> None:
    """Each facet of the three types, the topics and the authors are taxonomies; terms have pages."""
    root = write_hugo_frame(tmp_path / "hugo").root
    settings = (root / "hugo.json").read_text(encoding="utf-8")

    assert len(TAXONOMIES) == 8
    assert all(f'"{name}"' in settings for name in TAXONOMIES)
    assert {"baseof.html", "page.html", "list.html", "home.html", "rss.xml"} <= {
        path.name for path in (root / "layouts").iterdir()
    }


def test_an_edit_of_the_body_changes_one_word(fresh: Sites, edit: dict[str, Edit]) -> None:
    """One file, one word more; the next edit takes the word of the last one away."""
    before = tree(fresh.ours.root)
    edit["edit_body"].make(1)
    (path,) = changed(before, tree(fresh.ours.root))
    edit["edit_body"].make(2)
    text = (fresh.ours.root / path).read_text(encoding="utf-8")

    assert changed(before, tree(fresh.ours.root)) == {path}
    assert text.replace(f" {word(2)}", "", 1) == before[path].decode()


def test_an_edit_of_the_title_leaves_the_body(fresh: Sites, edit: dict[str, Edit]) -> None:
    """The title has one word more, in the same file that had its body edited."""
    edit["edit_body"].make(1)
    before = tree(fresh.ours.root)
    edit["edit_title"].make(2)
    (path,) = changed(before, tree(fresh.ours.root))
    lines = zip(
        before[path].decode().splitlines(),
        (fresh.ours.root / path).read_text(encoding="utf-8").splitlines(),
        strict=True,
    )
    ((old, new),) = [(a, b) for a, b in lines if a != b]

    assert old.startswith("title: ")
    assert new == f"{old} {word(2)}"


def test_a_quoted_title_stays_quoted() -> None:
    """Front matter of Hugo's items is quoted."""
    assert with_title_word('---\ntitle: "Tin"\n---\n', 3) == f'---\ntitle: "Tin {word(3)}"\n---\n'


def test_a_pair_is_added_and_taken_away(fresh: Sites, edit: dict[str, Edit]) -> None:
    """Two files of today come, and go again."""
    before = tree(fresh.ours.content)
    edit["add_item"].make(1)
    came = changed(before, tree(fresh.ours.content))
    undo = edit["add_item"].undo
    assert undo
    undo()

    assert {Path(path).suffixes[0] for path in came} == {".vi", ".en"}
    assert all(f"/{TODAY.year}/" in path for path in came)
    assert tree(fresh.ours.content) == before


def test_a_file_is_deleted_and_restored(fresh: Sites, edit: dict[str, Edit]) -> None:
    """The English file of a pair that nothing links to."""
    before = tree(fresh.ours.content)
    edit["delete_file"].make(1)
    (gone,) = changed(before, tree(fresh.ours.content))
    undo = edit["delete_file"].undo
    assert undo
    undo()

    assert gone == deletable(fresh.items).path
    assert gone.endswith(".en.md")
    assert all(gone.rpartition("/")[2].encode() not in text for text in before.values())
    assert tree(fresh.ours.content) == before


@pytest.mark.parametrize(
    ("name", "path"),
    [("edit_template", f"theme/templates/{COMPONENT}"), ("edit_setting", "pelicanconf.py")],
)
def test_template_and_setting_are_edited_anew_each_time(
    fresh: Sites, edit: dict[str, Edit], name: str, path: str
) -> None:
    """One file, other bytes for each number."""
    before = tree(fresh.ours.root)
    texts = set()
    for number in (1, 2):
        edit[name].make(number)
        assert changed(before, tree(fresh.ours.root)) == {path}
        texts.add((fresh.ours.root / path).read_bytes())

    assert len(texts) == 2
    assert len({len(text) for text in texts}) == 1


def test_unchanged_changes_nothing(fresh: Sites, edit: dict[str, Edit]) -> None:
    """The build with nothing changed meets the very files of the last one."""
    before = tree(fresh.ours.root)
    edit["unchanged"].make(1)

    assert tree(fresh.ours.root) == before


def test_the_edited_item_is_a_typical_one(sites: Sites) -> None:
    """Neither the newest nor the oldest of its type, nor one of the long ones."""
    target = middle(sites.ours, sites.items)
    dates = sorted(i.facts["date"] for i in sites.items if i.type == target.type)

    assert dates[0] < target.facts["date"] < dates[-1]
    assert (sites.ours.content / target.path).stat().st_size < 12_000
    assert dataclasses.replace(target, body="") == target
