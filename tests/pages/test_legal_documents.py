"""The text of a document on its page: links to its parts, notes of amendments, how it is cited."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.build.assets import read_assets
from congtinh.build.templates import Templates
from congtinh.build.theme import Theme
from congtinh.languages import Language
from congtinh.pages.amended import named_parts, with_amendments
from congtinh.pages.contexts import LegalDocumentPage
from congtinh.pages.document_parts import Relation
from congtinh.pages.items import item_page
from congtinh.pages.parts import Link
from congtinh.pages.permalinks import part_label, with_permalinks
from congtinh.pages.site import Site
from congtinh.pages.wordings import citation, clause_in
from congtinh.records.legal_document import LegalDocument
from congtinh.text.markup import render
from congtinh.validity.effects import EXTENDS, NONE, result_of
from congtinh.validity.states import EXPIRED, begins
from tests.opendata.registers import GRAPHS, VOCABULARIES, Written, item_of, model_of
from tests.sites.copies import PROJECT, THEME, SiteCopy

SETTINGS = SiteCopy(PROJECT).settings()
BODY = """Căn cứ Luật thử;

## Chương I. Quy định chung

### Điều 3. Tên

Nội dung.

### Điều 5. Việc

1. Một.

2. Hai:

a) Điểm a;

đ) Điểm đ.

### Điều 7

Hết.
"""
ATTACHED = """Điều 1. Ban hành kèm theo Quyết định này Quy chế thử.

Điều 2. Hiệu lực

Có hiệu lực ngay.

QUY CHẾ

THỬ NGHIỆM

(Ban hành kèm theo Quyết định số 01/2026/QĐ-UBND)

Điều 1. Phạm vi

1. Một.

Điều 2. Đối tượng

Ai cũng vậy.

Điều 3. Trách nhiệm

Của mọi người.
"""
LINES = [*BODY.splitlines(), *ATTACHED.splitlines(), "## Tự *do* <b>và</b>", '## "Trích" & hết']
LAW = {"doc_class": "vbqppl", "issued": dt.date(2026, 1, 2), "effective": dt.date(2026, 1, 5)}
_NOTE = re.compile(r'\n<p class="amended" role="note">(.*?)</p>')
_NOTED = re.compile(
    r'<(h[2-6]|p)\b[^>]* id="([^"]+)"[^>]*>.*?</\1>((?:\n<p class="amended".*?</p>)+)'
)
_PERMALINK = re.compile(r' <a class="permalink" href="#([^"]*)" aria-label="([^"]*)">#</a>')
_HEADING = re.compile(r'<(h[1-6])[^>]* id="([^"]*)"[^>]*>(.*?)</\1>')
_TAG = re.compile(r"<[^>]*>")


def site_of(written: Written, language: Language = "vi", body: str = BODY) -> Site:
    return Site(model_of(written, bodies=dict.fromkeys(written, body)), SETTINGS, language)


def amended(site: Site, name: str = "a") -> str:
    """The body of one of the documents with its notes."""
    item = item_of(site.model, name)
    return with_amendments(site, item, item.body.page[0])


def notes(html: str) -> dict[str, list[str]]:
    """Anchor to the notes that stand right under its element, as words."""
    found: dict[str, list[str]] = {}
    for block in _NOTED.finditer(html):
        found[block[2]] = [unescape(_TAG.sub("", note)) for note in _NOTE.findall(block[3])]
    return found


def touching(kind: str, clause: str, **facts: Any) -> Written:
    """Two documents, the second of which touches a part of the first."""
    relation = {"kind": kind, "target": "a", "clause_to": clause, **facts}
    return {"a": LAW, "b": {**LAW, "effective": dt.date(2026, 1, 8), "relations": [relation]}}


# permalinks


@given(st.lists(st.sampled_from(LINES), max_size=20))
def test_every_heading_leads_to_itself(lines: list[str]) -> None:
    """Each heading with an anchor ends in one link to it; without the links the text is as it was."""
    html = render("\n\n".join(lines), legal=True).html
    linked = with_permalinks(site_of({}), html)

    assert _PERMALINK.sub("", linked) == html
    headings = list(_HEADING.finditer(linked))
    assert len(headings) == len(_HEADING.findall(html))
    for heading in headings:
        assert [anchor for anchor, _ in _PERMALINK.findall(heading[3])] == [heading[2]]


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Điều 10. Hồ sơ đăng ký", "Điều 10"),
        ("Điều 10a: Hồ sơ", "Điều 10a"),
        ("Điều 7", "Điều 7"),
        ("Chương II. XÁC ĐỊNH NHIỆM VỤ", "Chương II"),
        ("Mục 1. Chung", "Mục 1"),
        ("Article 3. Scope", "Article 3"),
        ("Chapter IV. Organisation", "Chapter IV"),
        ("PHỤ LỤC I. DANH MỤC", "PHỤ LỤC I"),
        ("Phụ lục 2", "Phụ lục 2"),
        ("Điều khoản chuyển tiếp", "Điều khoản chuyển tiếp"),
        ("I. TÌNH HÌNH", "I. TÌNH HÌNH"),
    ],
)
def test_a_part_is_called_by_its_unit_and_number(heading: str, label: str) -> None:
    """A part is cited as “Điều 10”, not by its title; a heading without a unit by its words."""
    assert part_label(heading) == label


@pytest.mark.parametrize(
    ("language", "label"), [("vi", "Quy chế ban hành kèm theo"), ("en", "attached Quy chế")]
)
def test_an_attached_text_is_called_by_its_kind(language: Language, label: str) -> None:
    """“Điều 3 Quy chế ban hành kèm theo Quyết định số …” needs the kind of the text attached."""
    html = render(ATTACHED, legal=True).html
    found = dict(_PERMALINK.findall(with_permalinks(site_of({}, language), html)))

    assert found["phan-kem-theo"] == label
    assert found["phan-kem-theo-dieu-3"] == "Điều 3"


# amendments


def works_on(site: Site, name: str) -> set[str]:
    """The documents that word a part of this one anew or take it out of force, worked out plainly."""
    found = set()
    for edge in site.model.touched_by(item_of(site.model, name)):
        source = site.model.register.documents[edge.source]
        last = site.model.register.timeline(edge.source)[-1]
        day = edge.from_date or begins(source)
        over = last.code == EXPIRED and day and last.since and last.since < day
        works = result_of(edge, VOCABULARIES["relations"]) not in (NONE, EXTENDS)
        if works and not over and named_parts(edge.clause_to):
            found.add(source.document_number.canonical)
    return found


@given(GRAPHS)
def test_notes_stand_where_another_document_works(written: Written) -> None:
    """Who amends, repeals or suspends a named part is named under it, and nobody else; the text stays."""
    site = site_of(written)
    for name in written:
        html = amended(site, name)
        assert _NOTE.sub("", html) == item_of(site.model, name).body.page[0]
        told = " ".join(note for found in notes(html).values() for note in found)
        assert set(re.findall(r"\d+/2026/QĐ-UBND", told)) == works_on(site, name)
        assert len(_NOTE.findall(html)) == sum(map(len, notes(html).values()))


@pytest.mark.parametrize(
    ("kind", "clause", "facts", "language", "expected"),
    [
        (
            "sua-doi-bo-sung", "khoản 2 Điều 5; Điều 7", {}, "vi",
            {
                "dieu-5-khoan-2": ["Được sửa đổi, bổ sung bởi 02/2026/QĐ-UBND, từ 08/01/2026"],
                "dieu-7": ["Được sửa đổi, bổ sung bởi 02/2026/QĐ-UBND, từ 08/01/2026"],
            },
        ),
        (
            "bai-bo-mot-phan", "Điều 3", {"from_date": dt.date(2031, 2, 3)}, "vi",
            {"dieu-3": ["Bị bãi bỏ bởi 02/2026/QĐ-UBND, từ 03/02/2031"]},
        ),
        (
            "bai-bo-toan-bo", "Điểm đ khoản 2 Điều 5 Quyết định", {}, "en",
            {"dieu-5-khoan-2-diem-dd": ["Repealed by 02/2026/QĐ-UBND, from 8 January 2026"]},
        ),
        (
            "thay-the", "Chương I", {}, "en",
            {"chuong-1": ["Replaced by 02/2026/QĐ-UBND, from 8 January 2026"]},
        ),
        (
            "tam-ngung-hieu-luc", "Điều 3", {"to_date": dt.date(2026, 3, 31)}, "vi",
            {"dieu-3": ["Bị tạm ngưng hiệu lực bởi 02/2026/QĐ-UBND, từ 08/01/2026, đến hết 31/03/2026"]},
        ),
        (
            "sua-doi-bo-sung", "khoản 9 Điều 5", {}, "vi",
            {"dieu-5": ["Khoản 9 Điều 5: được sửa đổi, bổ sung bởi 02/2026/QĐ-UBND, từ 08/01/2026"]},
        ),
        (
            "sua-doi-bo-sung", "điểm e, g khoản 2 Điều 5", {}, "en",
            {"dieu-5-khoan-2": [
                "Point e, Clause 2, Article 5; Point g, Clause 2, Article 5: amended by 02/2026/QĐ-UBND, from 8 January 2026"
            ]},
        ),
        ("sua-doi-bo-sung", "Điều 77", {}, "vi", {}),
        ("sua-doi-bo-sung", "một số điều", {}, "vi", {}),
        ("can-cu", "Điều 3", {}, "vi", {}),
        ("dan-chieu", "Điều 3", {}, "vi", {}),
    ],
)  # fmt: skip
def test_a_note_says_who_does_what_and_from_when(
    kind: str,
    clause: str,
    facts: dict[str, Any],
    language: Language,
    expected: dict[str, list[str]],
) -> None:
    """A note names the act, the document and the days; a part without an anchor is named by it."""
    assert notes(amended(site_of(touching(kind, clause, **facts), language))) == expected


@pytest.mark.parametrize(
    ("clause", "anchor"),
    [
        ("Điều 3", "phan-kem-theo-dieu-3"),
        ("khoản 1 Điều 1", "phan-kem-theo-dieu-1-khoan-1"),
        ("Điều 2", "dieu-2"),
        ("Điều 2 Quy chế ban hành kèm theo Quyết định", "phan-kem-theo-dieu-2"),
    ],
)
def test_a_regulation_issued_with_a_decision_has_its_own_articles(clause: str, anchor: str) -> None:
    """An article that the decision has not, or that is named as the regulation's, is found in that."""
    site = site_of(touching("sua-doi-bo-sung", clause), body=ATTACHED)
    assert list(notes(amended(site))) == [anchor]


def test_a_suspension_ends_with_the_document_that_says_it() -> None:
    """The last day of a suspension is the one before its document expires."""
    written = touching("dinh-chi", "Điều 3", to_date=dt.date(2026, 3, 31))
    written = {**written, "b": {**written["b"], "expires": dt.date(2026, 2, 1)}}

    (note,) = notes(amended(site_of(written)))["dieu-3"]
    assert note.endswith("từ 08/01/2026, đến hết 31/01/2026")


def test_notes_of_one_part_stand_in_order_of_time() -> None:
    """The oldest amendment of an article is told first."""
    amends = {"kind": "sua-doi-bo-sung", "target": "a", "clause_to": "Điều 3"}
    written = {
        "a": LAW,
        "b": {**LAW, "effective": dt.date(2026, 1, 9), "relations": [amends]},
        "c": {**LAW, "effective": dt.date(2026, 1, 8), "relations": [amends]},
    }
    told = notes(amended(site_of(written)))["dieu-3"]
    assert [note.split(" bởi ")[1] for note in told] == [
        "03/2026/QĐ-UBND, từ 08/01/2026",
        "02/2026/QĐ-UBND, từ 09/01/2026",
    ]


# wordings


def record(**facts: Any) -> LegalDocument:
    fields = {"lang": "vi", "doc_class": "vbqppl", "issued": dt.date(2026, 2, 9), **facts}
    return LegalDocument.model_validate(fields, context={"vocabularies": VOCABULARIES})


@pytest.mark.parametrize(
    ("facts", "language", "words"),
    [
        (
            {"doc_type": "nghi-dinh", "symbol": "43/2011/NĐ-CP", "issuer": "chinh-phu"}, "vi",
            "Nghị định số 43/2011/NĐ-CP ngày 09 tháng 02 năm 2026 của Chính phủ",
        ),
        (
            {"doc_type": "nghi-dinh", "symbol": "43/2011/NĐ-CP", "issuer": "chinh-phu",
             "issued": dt.date(2011, 6, 13)}, "vi",
            "Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ",
        ),
        (
            {"doc_type": "nghi-dinh", "symbol": "43/2011/NĐ-CP", "issuer": "chinh-phu"}, "en",
            "Decree No. 43/2011/NĐ-CP dated 9 February 2026 of the Government",
        ),
        (
            {"doc_type": "luat", "symbol": "01/2026/QH16", "issuer": "quoc-hoi",
             "abstract": "Luật Tiếp cận thông tin"}, "vi",
            "Luật Tiếp cận thông tin số 01/2026/QH16 ngày 09 tháng 02 năm 2026 của Quốc hội",
        ),
        (
            {"doc_type": "quyet-dinh", "symbol": "21/2026/QĐ-UBND", "issued": None,
             "abstract": "Quyết định này không lặp lại"}, "vi",
            "Quyết định này không lặp lại số 21/2026/QĐ-UBND",
        ),
        (
            {"doc_type": "quyet-dinh", "doc_class": "du-thao", "abstract": "Ban hành Quy chế"}, "vi",
            "Dự thảo: Ban hành Quy chế",
        ),
    ],
)  # fmt: skip
def test_a_document_is_cited_as_drafters_must(
    facts: dict[str, Any], language: Language, words: str
) -> None:
    """Type, number, day of issue and issuer; days to 9 and months 1, 2 with two digits (NĐ 30/2020)."""
    assert citation(site_of({}, language), record(**facts)) == words


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("khoản 2 Điều 5; Điều 9", "Clause 2, Article 5; Article 9"),
        ("Điểm đ khoản 1 Điều 10", "Point đ, Clause 1, Article 10"),
        ("Điều 7 Quy định", "Điều 7 Quy định"),
        ("phần mở đầu", "phần mở đầu"),
        ("", ""),
    ],
)
def test_a_clause_is_said_in_english_where_it_can_be(clause: str, words: str) -> None:
    """Parts that editors wrote once are said in both languages; other words stay as written."""
    assert clause_in("en", clause) == words
    assert clause_in("vi", clause) == clause


# the page


def test_the_page_says_what_holds_and_what_lapsed() -> None:
    """The context holds the state with its cause, the next one, and what the law says of a lapse."""
    written = {
        "a": {**LAW, "expires": dt.date(2026, 1, 19)},
        "b": {**LAW, "effective": dt.date(2026, 1, 8), "expires": dt.date(2026, 2, 2),
              "relations": [{"kind": "quy-dinh-chi-tiet", "target": "a"}]},
    }  # fmt: skip
    site = site_of(written)
    page = item_page(site, item_of(site.model, "b"))

    assert isinstance(page, LegalDocumentPage)
    assert page.state is not None and page.next_state is not None
    assert page.state.since == dt.date(2026, 1, 8)
    assert page.next_state.since == dt.date(2026, 2, 2)
    assert page.picture is not None
    (lapse,) = page.lapses
    assert lapse.text.endswith("đã hết hiệu lực từ 19/01/2026:")
    assert lapse.source is not None and lapse.source.text == "01/2026/QĐ-UBND"
    assert "64/2025/QH15, Điều 57 khoản 2" in lapse.note


# components


@pytest.mark.parametrize("count", [0, 1, 8, 9, 30])
def test_long_groups_are_folded(count: int) -> None:
    """Up to eight documents are all seen; of more the first five, the others in a box to open."""
    rows = tuple(Relation(Link(f"{number}/QĐ-UBND")) for number in range(count))
    functions = Theme(THEME, read_assets(THEME), "").functions("vi")
    template = Templates(THEME / "templates", functions).get_template(
        "components/relation_list.html"
    )
    html = str(template.module.relation_list(rows, False))  # type: ignore[attr-defined]
    seen, _, folded = html.partition("<details")

    assert re.findall(r">(\d+)/QĐ-UBND<", html) == [str(number) for number in range(count)]
    assert seen.count("<li") == (5 if count > 8 else count)
    assert folded.count("<li") == (count - 5 if count > 8 else 0)
