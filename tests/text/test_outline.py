"""The tree of headings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.outline import Heading, OutlineNode, outline

HEADINGS = st.lists(st.integers(2, 6)).map(
    lambda levels: tuple(Heading(level, f"h{n}", str(n)) for n, level in enumerate(levels))
)


def flattened(nodes: tuple[OutlineNode, ...]) -> list[Heading]:
    return [h for node in nodes for h in (node.heading, *flattened(node.children))]


@given(HEADINGS)
def test_the_tree_holds_every_heading_in_order(headings: tuple[Heading, ...]) -> None:
    """Read from the top, the tree is the list; a child is always deeper than its parent."""
    nodes = outline(headings)

    assert list(headings) == flattened(nodes)
    stack = list(nodes)
    while stack:
        node = stack.pop()
        assert all(child.heading.level > node.heading.level for child in node.children)
        stack += node.children


def test_articles_hang_under_their_chapter() -> None:
    """A chapter has its articles as children."""
    chapter, article = Heading(2, "chuong-1", "Chương I"), Heading(3, "dieu-1", "Điều 1")

    assert (OutlineNode(chapter, (OutlineNode(article),)),) == outline((chapter, article))
