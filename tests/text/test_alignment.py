"""Two bodies side by side: nothing is lost, nothing changes places, and what belongs together stands together."""

from __future__ import annotations

import gzip
import json
import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.languages import Language
from congtinh.text.alignment import Row, _rising, aligned, pieces
from congtinh.text.markup import OF_THE_PAGE, render
from tests.text.test_markup import BODIES

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT.parent / "shared/data/documents.jsonl.gz"
DEMONSTRATION = ("21-2026-qd-ubnd", "45-qd-skhcn")

LINES = st.sampled_from(
    [
        "Căn cứ Luật;", "Chương I. A", "Chương II. B", "Mục 1. C", "Điều 1. D", "Điều 2. E",
        "Điều 3. F", "Điều 2a. G", "1. Một", "2. Hai", "3. Ba", "a) Điểm", "b) Điểm", "đ) Điểm",
        "- gạch", "Lời.", "## Mục đích", "## Purpose", "Phụ lục I", "[x](#dieu-1)", "Chú[^1]",
        "[^1]: ghi chú", "| a | b |\n|---|---|\n| c | d |", "> trích", "- một\n- hai", "<hr>",
        '<p id="fn-1">x</p>', '<td id="dieu-1">', '<div id="vi"><div id="dieu-2">y</div></div>',
        "QUY CHẾ\n(Ban hành kèm theo Quyết định)", "***", '<p id="item_title">z</p>',
    ]
)  # fmt: skip
LAWS = st.lists(LINES, max_size=25).map("\n\n".join)
TEXTS = st.one_of(LAWS, BODIES)


def html_of(text: str, language: Language = "vi") -> str:
    return render(text, legal=True, language=language).html


def rows_of(left: str, right: str) -> tuple[Row, ...]:
    return aligned(html_of(left), html_of(right, "en"), OF_THE_PAGE)


def shown(rows: tuple[Row, ...]) -> list[tuple[str, str, str]]:
    """Anchor and bare words of each row."""
    return [
        (row.anchor, *(" ".join(re.sub(r"<[^>]*>", " ", html).split()) for html in row[1:3]))
        for row in rows
    ]


def ids_of(html: str) -> list[str]:
    return re.findall(r'<[a-zA-Z][^<>]*? id="([^"]*)"', html)


def without_ids(html: str) -> str:
    """The HTML but for ids and what refers to them."""
    return re.sub(r' (?:id="[^"]*"|href="#[^"]*")', "", html)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_element_of_both_bodies_stands_once_and_in_order(left: str, right: str) -> None:
    """Whatever the two bodies are: read down, each side is its body."""
    ours, theirs = html_of(left), html_of(right, "en")
    rows = aligned(ours, theirs)

    assert without_ids("".join(row.left for row in rows)) == without_ids(ours)
    assert without_ids("".join(row.right for row in rows)) == without_ids(theirs)
    assert all(row.left or row.right for row in rows)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_ids_are_unique_on_the_page(left: str, right: str) -> None:
    """Rows, both texts and the page itself never share an id."""
    taken = OF_THE_PAGE | {"item_title"}
    rows = aligned(html_of(left), html_of(right, "en"), taken)
    ids = [*taken, *(row.anchor for row in rows if row.anchor)]
    ids += [found for row in rows for html in (row.left, row.right) for found in ids_of(html)]

    assert len(ids) == len(set(ids))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_links_inside_a_text_still_lead_somewhere(left: str, right: str) -> None:
    """A link to a place of its own text leads to a row or to the same side, wherever that has gone."""
    bodies = html_of(left), html_of(right, "en")
    rows = aligned(*bodies)
    anchors = {row.anchor for row in rows}
    for body, side in zip(bodies, (1, 2), strict=True):
        own = "".join(row[side] for row in rows)
        before, after = (re.findall(r' href="#([^"]*)"', html) for html in (body, own))
        reached = {*ids_of(own), *anchors}
        for old, new in zip(before, after, strict=True):
            assert (new in reached) or old not in ids_of(body)


@settings(deadline=None)
@given(TEXTS)
def test_a_body_beside_itself(text: str) -> None:
    """The same text twice: every row has the same on both sides."""
    html = html_of(text)
    rows = aligned(html, html)

    assert [without_ids(row.left) for row in rows] == [without_ids(row.right) for row in rows]
    assert not any(row.elsewhere for row in rows)


@settings(deadline=None)
@given(LAWS, LAWS)
def test_what_both_have_stands_in_one_row(left: str, right: str) -> None:
    """A row with an anchor that is said to stand elsewhere does; of all others one side lacks it."""
    bodies = html_of(left), html_of(right, "en")
    tops = [{piece.id for piece in pieces(body)} for body in bodies]
    for row in aligned(*bodies):
        if row.anchor and not (row.left and row.right):
            assert row.elsewhere == all(row.anchor in top for top in tops)


@given(st.permutations(range(7)).flatmap(lambda p: st.integers(0, 7).map(lambda n: p[:n])))
def test_the_longest_run_is_found(places: list[int]) -> None:
    """As long as the longest of all runs that rise, and one of them."""
    pairs = list(enumerate(places))
    found = _rising(pairs)
    every = (run for size in range(8) for run in combinations(pairs, size))
    longest = max(
        len(run) for run in every if all(one[1] < after[1] for one, after in pairwise(run))
    )

    assert len(found) == longest
    assert set(found) <= set(pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))


@given(TEXTS)
def test_pieces_are_the_body(text: str) -> None:
    """Cut into elements and joined, the HTML is as it was; no element is cut inside."""
    html = html_of(text)
    cut = pieces(html)

    assert "".join(piece.html for piece in cut) == html
    for piece in cut:
        for name in ("p", "div", "table", "ul", "ol", "li", "blockquote", "section"):
            opened = len(re.findall(rf"<{name}[ >]", piece.html))
            assert opened == piece.html.count(f"</{name}>"), piece.html


def test_units_stand_beside_each_other() -> None:
    """The words before the first unit, headings, clauses and points, each in a row of its own."""
    rows = rows_of(
        "Căn cứ Luật;\nChương I. Chung\nĐiều 1. Phạm vi\n1. Một:\na) A;\nb) B.\n2. Hai.",
        "Pursuant to the Law;\nChapter I. General\nArticle 1. Scope\n1. One:\na) A;\nb) B.\n2. Two.",
    )
    assert shown(rows) == [
        ("", "Căn cứ Luật;", "Pursuant to the Law;"),
        ("chuong-1", "Chương I. Chung", "Chapter I. General"),
        ("dieu-1", "Điều 1. Phạm vi", "Article 1. Scope"),
        ("dieu-1-khoan-1", "1. Một:", "1. One:"),
        ("dieu-1-khoan-1-diem-a", "a) A;", "a) A;"),
        ("dieu-1-khoan-1-diem-b", "b) B.", "b) B."),
        ("dieu-1-khoan-2", "2. Hai.", "2. Two."),
    ]


def test_what_one_side_lacks_stands_alone() -> None:
    """A clause, an article and the words before the first unit that have no counterpart."""
    rows = rows_of(
        "Căn cứ Luật;\nĐiều 1. A\n1. Một.\n2. Hai.\nĐiều 2. B\nLời.\nĐiều 3. C",
        "Article 1. A\n1. One.\nArticle 3. C\nArticle 4. D\nWords.",
    )
    assert shown(rows) == [
        ("", "Căn cứ Luật;", ""),
        ("dieu-1", "Điều 1. A", "Article 1. A"),
        ("dieu-1-khoan-1", "1. Một.", "1. One."),
        ("dieu-1-khoan-2", "2. Hai.", ""),
        ("dieu-2", "Điều 2. B Lời.", ""),
        ("dieu-3", "Điều 3. C", "Article 3. C"),
        ("dieu-4", "", "Article 4. D Words."),
    ]


def test_points_that_one_side_does_not_number_stay_with_their_clause() -> None:
    """Nothing is said to be missing where the other side has it undivided."""
    rows = rows_of(
        "Điều 1. A\n1. Một:\na) A;\nb) B.\n2. Hai.\nĐiều 2. B\n1. Ba.\n2. Bốn.",
        "Article 1. A\n1. One: A and B.\n2. Two.\nArticle 2. B\nThree and four.",
    )
    assert shown(rows) == [
        ("dieu-1", "Điều 1. A", "Article 1. A"),
        ("dieu-1-khoan-1", "1. Một: a) A; b) B.", "1. One: A and B."),
        ("dieu-1-khoan-2", "2. Hai.", "2. Two."),
        ("dieu-2", "Điều 2. B", "Article 2. B"),
        ("", "1. Ba. 2. Bốn.", "Three and four."),
    ]


def test_units_in_another_order() -> None:
    """The longest run keeps its rows; what was moved stands alone on both sides and says so."""
    rows = rows_of(
        "Điều 1. A\nĐiều 2. B\nĐiều 3. C\nĐiều 4. D", "Article 2. B\nArticle 3. C\nArticle 1. A"
    )
    assert [(row.anchor, bool(row.left), bool(row.right), row.elsewhere) for row in rows] == [
        ("dieu-1", True, False, True),
        ("dieu-2", True, True, False),
        ("dieu-3", True, True, False),
        ("dieu-4", True, False, False),
        ("", False, True, True),
    ]


def test_letters_without_units_go_paragraph_by_paragraph() -> None:
    """Where both sides have the same elements each stands beside its own; else they meet at headings."""
    same = rows_of("Kính gửi:\n\nMột.\n\nHai.", "To:\n\nOne.\n\nTwo.")
    assert [row[1:] for row in shown(same)] == [
        ("Kính gửi:", "To:"),
        ("Một.", "One."),
        ("Hai.", "Two."),
    ]
    other = rows_of(
        "Một.\n\nHai.\n\n## Việc\n\nBa.\n\nBốn.", "One, two.\n\n## Work\n\nThree.\n\nFour."
    )
    assert [row[1:] for row in shown(other)] == [
        ("Một. Hai.", "One, two."), ("Việc", "Work"), ("Ba.", "Three."), ("Bốn.", "Four."),
    ]  # fmt: skip


def test_a_side_that_is_empty() -> None:
    """Each unit of the other stands alone."""
    assert aligned("", "") == ()
    assert [row.left for row in rows_of("", "Article 1. A\n1. B.")] == ["", ""]


@pytest.mark.parametrize("name", DEMONSTRATION)
def test_demonstration_documents_have_every_part_in_both_languages(name: str) -> None:
    """The two full bilingual documents: no row stands alone, each article begins one."""
    folder = ROOT / "content/legal_document/2026"
    texts = [(folder / f"{name}.{code}.md").read_text("utf-8") for code in ("vi", "en")]
    rows = rows_of(*(text.split("---\n", 2)[2] for text in texts))

    assert all(row.left and row.right for row in rows)
    assert sum(bool(re.fullmatch(r"dieu-\d+", row.anchor)) for row in rows) >= 16


@pytest.mark.skipif(not DOCUMENTS.is_file(), reason="the shared data are not there")
def test_real_documents_that_have_nothing_in_common() -> None:
    """Each of 60 whole documents beside the next: both are there, whole and in order."""
    with gzip.open(DOCUMENTS, "rt", encoding="utf-8") as file:
        found = [
            html_of(json.loads(line)["text"]) for line, _ in zip(file, range(60), strict=False)
        ]
    for left, right in pairwise(found):
        rows = aligned(left, right)
        assert without_ids("".join(row.left for row in rows)) == without_ids(left)
        assert without_ids("".join(row.right for row in rows)) == without_ids(right)
