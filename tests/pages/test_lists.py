"""Lists are paged from the oldest item, so that addresses and full pages stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.copies import SiteCopy, tree

NEWS = """---
title: Tin thử nghiệm số {number} của ngày {day}
summary: Một tin ngắn để thử việc chia trang.
date: 2025-{month:02d}-{day:02d}
creator: Ban Biên tập
category: tin-hoat-dong
genre: tin
by_line: Ban Biên tập
contributor_kind: staff
status: published
---

Nội dung.
"""


def write_news(site: SiteCopy, numbers: range) -> None:
    """One news item a day from January 2025 on."""
    folder = Path(site.root, "content", "news", "2025")
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        month, day = divmod(number, 28)
        text = NEWS.format(number=number, month=month + 1, day=day + 1)
        (folder / f"tin-{number:03d}.vi.md").write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize("before", [12, 17])
def test_a_new_item_changes_no_full_page(small: SiteCopy, before: int) -> None:
    """A numbered page keeps its bytes when an item joins; only the page before the newest may change."""
    write_news(small, range(before))
    small.build(PAGE_SIZE=5)
    first = {k: v for k, v in tree(small.output).items() if k.startswith("tin-tuc/trang-")}
    write_news(small, range(before, before + 1))
    small.build(PAGE_SIZE=5)
    second = tree(small.output)

    changed = [k for k, v in first.items() if second[k] != v]

    assert len(first) >= 2
    assert len(changed) <= (1 if before == 17 else 0)


def test_every_item_stands_on_one_page_of_its_list(small: SiteCopy) -> None:
    """The pages of a list hold each of its items once."""
    write_news(small, range(23))
    small.build(PAGE_SIZE=5)
    pages = [v.decode() for k, v in tree(small.output).items()
             if k == "tin-tuc/index.html" or k.startswith("tin-tuc/trang-")]

    for number in range(23):
        assert sum(f"tin-{number:03d}/" in page for page in pages) == 1
