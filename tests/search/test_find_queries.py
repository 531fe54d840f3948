"""What queries of editors find in a small site, and what is told of those that are at fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.index import Index

from congtinh.build.content_index import content_index
from congtinh.errors import ContentError
from congtinh.search.content_hits import Answer, answered
from congtinh.search.content_queries import parsed
from congtinh.search.content_schema import FIELDS, schema
from tests.sites.copies import SiteCopy, copied

TODAY = dt.date(2026, 11, 22)
DOCUMENT = """---
symbol: {symbol}
doc_class: vbqppl
doc_type: {kind}
issuer: {issuer}
abstract: {abstract}
issued: {issued}
effective: {issued}
signer: Lê Thử
signer_title: giam-doc
sectors: [so-huu-tri-tue]
date: {issued}
status: published
---

{body}
"""
DOCUMENTS = {
    "nd-43": ("43/2011/NĐ-CP", "nghi-dinh", "chinh-phu", "Cung cấp thông tin trên mạng", "2011-06-13",
              "Điều 1. Phạm vi, đối tượng\n\nNghị định này quy định về trang thông tin.\n"),
    "qd-43": ("43/2011/QĐ-UBND", "quyet-dinh", "ubnd-tinh-thu", "Phí đo kiểm ở chợ", "2011-07-01",
              "Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ.\n"),
    "nq-155": ("155/NQ-CP", "nghi-quyet", "chinh-phu", "Kỹ thuật hoà mạng thuỷ lợi", "2026-06-19",
               "Bảo đảm kỹ năng của đội ngũ, không nghỉ định kỳ.\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCopy:
    made = copied("small", tmp_path_factory.mktemp("find") / "site")
    for name, (symbol, kind, issuer, abstract, issued, body) in DOCUMENTS.items():
        text = DOCUMENT.format(
            symbol=symbol, kind=kind, issuer=issuer, abstract=abstract, issued=issued, body=body
        )
        made.write(f"legal_document/{name}.vi.md", text)
    return made


@pytest.fixture(scope="module")
def index(site: SiteCopy) -> Iterator[Index]:
    with content_index(site.settings()) as found:
        yield found.index


def answer(site: SiteCopy, index: Index, query: str, limit: int = 20) -> Answer:
    return answered(index, query, TODAY, limit, lambda p: (site.content / p).read_text("utf-8"))


def names(site: SiteCopy, index: Index, query: str) -> list[str]:
    """The names of the files that are found, without folder and ``.md``."""
    hits = answer(site, index, query).hits
    return [hit.shown.path.rpartition("/")[2].removesuffix(".md") for hit in hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # marks: typed ones must match, bare letters match all; y and i, and the place of the tone
        ("kỹ thuật", {"nq-155.vi"}), ("ky thuat", {"nq-155.vi"}), ("kĩ thuật", {"nq-155.vi"}),
        ("kỷ thuật", set()), ("hòa mạng", {"nq-155.vi"}), ("thủy lợi", {"nq-155.vi"}),
        ("phí đo", {"qd-43.vi"}), ("phi do", {"qd-43.vi"}), ("phi đo", {"qd-43.vi"}),
        ("phi đó", set()),
        # phrases, also across a comma; NOT, minus, OR; prefix and wildcards
        ('"sáng kiến của tỉnh"', {"khai-truong.vi"}), ('"kiến sáng"', set()),
        ('"phạm vi, đối tượng"', {"nd-43.vi"}), ("“đo kiểm” chợ", {"qd-43.vi"}),
        ("sáng kiến NOT status:draft -type:unit -type:legal_document lang:vi", {"khai-truong.vi"}),
        ('"đo kiểm" OR "hoà mạng"', {"qd-43.vi", "nq-155.vi"}),
        ("initiat* type:news", {"khai-truong.en"}), ("th?ỷ", set()), ("ky* type:nghi-quyet", {"nq-155.vi"}),
        ("title:tập huấn", {"tap-huan.vi"}), ("title:(tập huấn)", {"tap-huan.vi"}),
        # English: light stemming
        ("item in english", {"only-in-english.en"}), ("items", {"only-in-english.en"}),
        # numbers, in any spelling; the document before those that cite it
        ("43/2011/NĐ-CP", {"nd-43.vi", "qd-43.vi"}), ("43-2011-nd-cp", {"nd-43.vi", "qd-43.vi"}),
        ("nghị định số 43 năm 2011", {"nd-43.vi", "qd-43.vi"}), ("nđ43", {"nd-43.vi", "qd-43.vi"}),
        ("number:43/2011", {"nd-43.vi", "qd-43.vi"}), ("number:nd43", {"nd-43.vi"}),
        ("number:43/*", {"nd-43.vi", "qd-43.vi"}), ("cites:43/2011/ND-CP", {"qd-43.vi"}),
        ("155 nq cp", {"nq-155.vi"}), ("12/KH-STN type:ke-hoach lang:vi", {"12-kh-stn.vi"}),
        # what is filed under codes is found by code and label
        ("type:nghi-dinh", {"nd-43.vi"}), ('type:"Nghị định"', {"nd-43.vi"}), ("type:decree", {"nd-43.vi"}),
        ("issuer:ubnd-tinh-thu type:quyet-dinh", {"qd-43.vi"}),
        ('field:"Sở hữu trí tuệ"', {"nd-43.vi", "qd-43.vi", "nq-155.vi"}),
        ("topic:de-tai-khoa-hoc lang:en", {"khai-truong.en"}),
        # states: of a draft, of what was taken down, of what is to come
        ("status:draft", {"ban-nhap.vi"}), ('status:"bản nháp"', {"ban-nhap.vi"}),
        ("status:withdrawn", {"da-go.vi"}), ("status:scheduled", {"ngay-mai.vi"}),
        ("status:published title:(tin hẹn giờ)", set()),
        # days and years
        ("date:[2011-06-01 TO 2011-06-30]", {"nd-43.vi"}), ("date:2011-07", {"qd-43.vi"}),
        ("date:13/6/2011", {"nd-43.vi"}), ("date:>=2026-11-16 type:news status:published", {"so-ket.vi"}),
        ("year:[2000 TO 2012]", {"nd-43.vi", "qd-43.vi"}), ("date:{2011-06 TO 2011-07]", {"qd-43.vi"}),
        ("date:[TO 2011-06]", {"nd-43.vi"}),
        # files and folders
        ("path:legal_document/2026", {"12-kh-stn.vi", "12-kh-stn.en"}), ("path:*huan*", {"tap-huan.vi"}),
        ("path:news/2026/so-ket.vi.md", {"so-ket.vi"}),
        # facts beside title and text
        ('"mái đỏ dưới mặt trời"', {"khai-truong.vi", "khai-truong.en"}),
    ],
)  # fmt: skip
def test_what_a_query_finds(site: SiteCopy, index: Index, query: str, expected: set[str]) -> None:
    """All that the guide promises, with drafts, scheduled and withdrawn files among the found."""
    assert set(names(site, index, query)) == expected


def test_own_numbers_come_first(site: SiteCopy, index: Index) -> None:
    """The document that bears a number stands before those that only cite it."""
    for query in ("43/2011/NĐ-CP", "nghi dinh 43/2011", "Nghị định số 43/2011/NĐ-CP"):
        assert names(site, index, query)[0] == "nd-43.vi"


def test_words_side_by_side_come_first(site: SiteCopy, index: Index) -> None:
    """“nghi dinh” is rather nghị định than “nghỉ định kỳ” or words that stand apart."""
    found = names(site, index, "nghi dinh nay")
    assert found[0] == "nd-43.vi"


@pytest.mark.parametrize(
    ("query", "line", "excerpt"),
    [
        ("mọi sáng kiến của người dân", 22, "Hỗ trợ mọi sáng kiến của người dân."),
        ("title:hop", 2, "Họp báo thường kỳ quý IV năm 2026"),
        ("155/NQ-CP", 2, "155/NQ-CP"),
        ("căn cứ nghị định", 16, "Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ."),
        ("status:draft", 0, "Bí mật của mục ban-nhap."),
    ],
)
def test_the_line_that_says_it_best(
    site: SiteCopy, index: Index, query: str, line: int, excerpt: str
) -> None:
    """Of the first file: line and piece; without words to look for, the summary and no line."""
    place = answer(site, index, query).hits[0].place
    assert (place.line, place.excerpt) == (line, excerpt)


def test_marks_stand_on_the_words(site: SiteCopy, index: Index) -> None:
    """Neighbouring words are one mark, and marks are places in the excerpt."""
    place = answer(site, index, "sang kien type:legal_document lang:vi").hits[0].place
    assert [place.excerpt[a:b] for a, b in place.marks] == ["sáng kiến"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("ngay:2026", "“date:”"), ("titel:tin", "“title:”"), ("foo:bar", "title, body"),
        ("date:hôm-nay", "2026-06-30"), ("date:31/02/2026", "2026-06-30"), ("year:2026-05", "2026"),
        ("date:[2026-01-01 TO", "date:[2026-01-01 TO 2026-06-30]"), ("year:[2020 2026]", "TO"),
        ("date:[2026-06-30 TO 2026-01-01]", "earlier day first"), ("title:[a TO b]", "date, posted or year"),
        ('"sáng kiến', "last word"), ("(sáng kiến", "in pairs"), ("", "Write a word"), ("()", "Write a word"),
        ("AND tin", "small letters"), ("tin OR", "small letters"), ("tin ANDNOT OR bài", "small letters"),
        ("tin NOT", "small letters"),
    ],
)  # fmt: skip
def test_faults_are_told_with_a_remedy(query: str, told: str) -> None:
    """What is wrong with a query, and what to write instead."""
    with pytest.raises(ContentError) as failure:
        parsed(query, schema(), TODAY)
    assert told in " ".join(problem.told() for problem in failure.value.problems)


def test_all_faults_at_once() -> None:
    """Two unknown fields are two faults."""
    with pytest.raises(ContentError) as failure:
        parsed("foo:a baz:b", schema(), TODAY)
    assert len(failure.value.problems) == 2


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("sangs kieens", "sáng kiến"), ("sang1 kien61", "sáng kiến"), ("ki thuatt", "ki thuat"),
        ("sàng kiến", "sang kien"), ('"kiến sáng"', "kiến sáng"), ("sáng kiến xyzt", "sáng OR kiến OR xyzt"),
    ],
)  # fmt: skip
def test_nothing_found_says_what_to_try(
    site: SiteCopy, index: Index, query: str, suggestion: str
) -> None:
    """Suggestions find something: Telex and VNI decoded, a slip mended, less exact, any of the words."""
    found = answer(site, index, query)
    assert (found.total, found.hits) == (0, ())
    assert suggestion in found.suggestions
    assert all(answer(site, index, one).total for one in found.suggestions)


def test_the_count_is_of_all(site: SiteCopy, index: Index) -> None:
    """A limit shows the first of those that are counted, in the same order."""
    every, some = answer(site, index, "lang:vi"), answer(site, index, "lang:vi", 3)
    assert every.total == some.total > 3
    assert some.hits == every.hits[:3]


@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(['"', "(", ")", "[", "]", "{", "}", "*", "?", ":", "^", "~", "-", "+", "'", ">", "=", "/",
                             "AND", "OR", "NOT", "TO", "ANDNOT", "ANDMAYBE", "43/2011", "nđ", "“", " "]),
            st.sampled_from([f"{name}:" for name in FIELDS]), st.text(max_size=5),
        ),
        max_size=9,
    ),
    st.sampled_from(["", " "]),
)  # fmt: skip
def test_any_text_is_answered_or_told(index: Index, parts: list[str], between: str) -> None:
    """Whatever is typed finds files or is a fault with words; nothing fails."""
    query = between.join(parts)
    try:
        found = answered(index, query, TODAY, 2, lambda path: "---\ntitle: x\n---\n")
    except ContentError as failure:
        assert all(problem.remedy for problem in failure.problems)
    else:
        assert found.total >= len(found.hits)
