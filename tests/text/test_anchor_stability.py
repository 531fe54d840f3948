"""The address of a part (``#dieu-10-khoan-2``) is as stable as its document.

Who links to an article finds it again after the rest of the text was mended: what stands in one
article, and which articles stand beside it, changes no anchor of another.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.markup import render
from congtinh.text.units import unit_of

PROJECT = Path(__file__).resolve().parents[2]
DEMONSTRATION = PROJECT / "content" / "legal_document"
REAL = PROJECT / "../shared/data/documents.jsonl.gz"

WORDS = st.sampled_from(
    ["Cơ quan, tổ chức và cá nhân", "Ủy ban nhân dân cấp xã", "Thời hạn là 05 ngày làm việc"]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: " theo ".join(words) + ".")
LETTERS = "abcdđeghik"
OTHER_TEXT = st.one_of(
    SENTENCES,
    st.builds("Điều {} của Luật này được áp dụng.".format, st.integers(1, 30)),
    st.builds("“Điều {}. Trích từ văn bản khác”".format, st.integers(1, 30)),
    st.builds("- {}".format, SENTENCES),
    st.just("| A | B |\n|---|---|\n| 1 | 2 |"),
)


@st.composite
def bodies(draw: st.DrawFn) -> list[str]:
    """The paragraphs of one article: text, clauses in order, points below them."""
    found = draw(st.lists(OTHER_TEXT, max_size=2))
    for clause in range(1, draw(st.integers(0, 3)) + 1):
        found.append(f"{clause}. {draw(SENTENCES)}")
        found += [f"{LETTERS[n]}) {draw(SENTENCES)}" for n in range(draw(st.integers(0, 3)))]
        found += draw(st.lists(OTHER_TEXT, max_size=1))
    return found


LAWS = st.lists(bodies(), min_size=2, max_size=6)


def written(articles: list[list[str]], added: str = "") -> str:
    """The text of a law of these articles; ``added`` stands after the second one."""
    parts = []
    for number, body in enumerate(articles, 1):
        if number in (1, 3):
            parts.append(f"## Chương {'I' if number == 1 else 'II'}. Quy định")
        parts += [f"### Điều {number}. Về việc thứ {number}", *body]
        if number == 2:
            parts += [added] if added else []
    return "\n\n".join(parts)


def anchors_of(text: str, language: str = "vi") -> list[str]:
    html = render(text, legal=True, language=language).html
    return re.findall(r' id="([^"]+)"', html)


def of_article(anchors: list[str], number: int) -> list[str]:
    return [one for one in anchors if re.match(rf"dieu-{number}(?:-|\Z)", one)]


@given(LAWS, bodies(), st.data())
def test_an_article_keeps_its_anchors_whatever_stands_in_others(
    law: list[list[str]], body: list[str], data: st.DataObject
) -> None:
    """Another article is written anew: clauses, points, tables, quotations, mentions of articles."""
    changed = data.draw(st.integers(0, len(law) - 1))
    edited = [*law[:changed], body, *law[changed + 1 :]]
    before, after = anchors_of(written(law)), anchors_of(written(edited))

    for number in range(1, len(law) + 1):
        if number != changed + 1:
            assert of_article(before, number) == of_article(after, number)
        assert f"dieu-{number}" in after


@given(LAWS, bodies())
def test_an_article_that_is_added_takes_no_anchor_of_another(
    law: list[list[str]], body: list[str]
) -> None:
    """“Điều 2a” stands after Điều 2 and moves nothing (Nghị định 78/2025/NĐ-CP numbers it so)."""
    added = "\n\n".join(["### Điều 2a. Về việc bổ sung", *body])
    before, after = anchors_of(written(law)), anchors_of(written(law, added))

    assert set(before) <= set(after)
    assert all(re.match(r"dieu-2a(?:-|\Z)", one) for one in set(after) - set(before))


@given(LAWS, st.data())
def test_what_is_added_at_the_end_of_an_article_moves_nothing_before_it(
    law: list[list[str]], data: st.DataObject
) -> None:
    """The anchors of its clauses stay too: a text grows without losing an address."""
    place = data.draw(st.integers(0, len(law) - 1))
    more = data.draw(st.lists(OTHER_TEXT, min_size=1, max_size=2))
    grown = [body + more if number == place else body for number, body in enumerate(law)]

    assert anchors_of(written(law)) == anchors_of(written(grown))


@given(LAWS)
def test_no_two_parts_have_one_address(law: list[list[str]]) -> None:
    """Each anchor stands once, and each article has the one of its number."""
    anchors = anchors_of(written(law))
    assert len(anchors) == len(set(anchors))
    assert {f"dieu-{number}" for number in range(1, len(law) + 1)} <= set(anchors)


def body_of(path: Path) -> str:
    return path.read_text("utf-8").split("---\n", 2)[2]


PAIRS = [path for path in sorted(DEMONSTRATION.rglob("*.en.md")) if "\n## " in body_of(path)]
WHOLE = [p for p in PAIRS if p.name.startswith(("21-2026", "45-qd", "131-qd", "22-2026"))]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_both_languages_of_the_demonstration_have_the_same_addresses(path: Path) -> None:
    """A link to an article holds when the reader changes the language, for clauses and points too."""
    vietnamese = body_of(path.with_name(path.name.replace(".en.", ".vi.")))
    expected = anchors_of(vietnamese)
    assert len(expected) > 3
    assert anchors_of(body_of(path), "en") == expected


def test_the_whole_documents_are_there() -> None:
    """The two full bilingual documents, and the two that change one of them or follow."""
    assert len(WHOLE) == 4


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_shorter_translation_has_no_address_of_its_own(path: Path) -> None:
    """Articles of a translation are those of the original, even where it leaves some out."""
    original = anchors_of(body_of(path.with_name(path.name.replace(".en.", ".vi."))))
    articles = [a for a in anchors_of(body_of(path), "en") if a.startswith("dieu-")]
    assert set(articles) <= set(original)


@pytest.mark.skipif(not REAL.is_file(), reason="../shared/data is not here")
def test_real_articles_keep_their_anchors_when_another_is_mended() -> None:
    """In laws and decisions as they are printed, a new last paragraph of an article moves nothing."""
    chance, tried = random.Random(4), 0
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for text in chance.sample(texts, 60):
        found = text.split("\n")
        heads = [
            n
            for n, line in enumerate(found)
            if (unit := unit_of(line.strip())) and unit[0] == "dieu"
        ]
        if len(heads) < 3:
            continue
        at = heads[chance.randrange(1, len(heads))]
        if found[at - 1].count("“") != found[at - 1].count("”"):
            continue
        mended = [*found[:at], "Quy định này được giải thích thêm.", *found[at:]]
        before, after = anchors_of(text), anchors_of("\n".join(mended))
        tried += 1
        assert before == after
    assert tried > 20
