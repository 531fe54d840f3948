"""Which document of the site a citation means, and who cites whom."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from congtinh.citations.cited import Cited
from congtinh.citing import CitationIndex, DocumentFinder, Mention, Text
from congtinh.records.legal_document import LegalDocument
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
TYPES = {term.code: term.label for term in VOCABULARIES["document_types"]}


def document(symbol: str, issued: str, **values: Any) -> LegalDocument:
    given = {"symbol": symbol, "issued": issued, "doc_class": "vbqppl"} | values
    return LegalDocument.model_validate(given, context={"vocabularies": VOCABULARIES})


def law(symbol: str, issued: str, abstract: str, lang: str = "vi") -> LegalDocument:
    return document(symbol, issued, doc_type="luat", abstract=abstract, lang=lang)


FINDER = DocumentFinder(
    [
        ("nd", document("43/2011/NĐ-CP", "2011-06-13", doc_type="nghi-dinh")),
        ("ct-1", document("24/CT-TTg", "2020-05-21")),
        ("ct-2", document("24/CT-TTg", "2023-08-01")),
        ("luat-cu", law("104/2016/QH13", "2016-04-06", "Tiếp cận thông tin")),
        ("luat-moi", law("01/2026/QH16", "2026-03-30", "Luật Tiếp cận thông tin")),
        ("luat-moi", law("01/2026/QH16", "2026-03-30", "Access to Information", "en")),
        ("nq", document("05/2024/QH15", "2024-01-18", doc_type="nghi-quyet")),
        ("luat-tt", law("05/2024/QH15", "2024-01-18", "Thông tin tỉnh")),
    ],
    TYPES,
)


def test_a_number_that_several_bear_needs_its_day() -> None:
    """24/CT-TTg was given three times in one gazette: without the day nobody is meant."""
    assert FINDER.numbered("43/2011/NĐ-CP", None) == "nd"
    assert FINDER.numbered("24/CT-TTg", dt.date(2023, 8, 1)) == "ct-2"
    assert FINDER.numbered("24/CT-TTg", None) is None
    assert FINDER.numbered("24/CT-TTg", dt.date(2021, 1, 1)) is None
    assert FINDER.numbered("05/2024/QH15", dt.date(2024, 1, 18)) is None
    assert FINDER.numbered("05/2024/QH15", None, "nghi-quyet") == "nq"
    assert FINDER.numbered("99/2011/NĐ-CP", None) is None


def test_a_short_number_means_the_only_one_of_its_type_and_year() -> None:
    """“Nghị định 43/2011” is 43/2011/NĐ-CP; without a type word, or of another type, nobody."""
    assert FINDER.numbered("43/2011", None) is None
    assert FINDER.numbered("43/2011", None, "thong-tu") is None
    assert FINDER.numbered("43/2011", None, "nghi-dinh") == "nd"


def test_a_law_by_name_is_that_of_the_day() -> None:
    """The longest known name counts; a text cites the law of its time."""
    phrase = "Luật Tiếp cận thông tin và các văn bản"
    assert FINDER.named(phrase, dt.date(2020, 1, 1)) == ("luat-cu", 23)
    assert FINDER.named(phrase, dt.date(2026, 9, 1)) == ("luat-moi", 23)
    assert FINDER.named("Law on Access to Information of 2026", None) == ("luat-moi", 28)
    assert FINDER.named("Luật Thông tin", None) is None


def test_who_cites_whom() -> None:
    """Each document once, with all parts that are named; a text does not cite itself."""
    texts = [
        Text("news/a.vi.md", "news/a", None, (
            Cited("43/2011/NĐ-CP", parts=("dieu-1",)), Cited("43/2011/NĐ-CP", parts=("dieu-2",)),
            Cited("24/CT-TTg"),
        )),
        Text("legal_document/nd.vi.md", "nd", None, (Cited("43/2011/NĐ-CP"),)),
        Text("about/b.vi.md", "about/b", dt.date(2017, 1, 1), (Cited("", phrase="Luật Tiếp cận thông tin"),)),
    ]  # fmt: skip
    index = CitationIndex(texts, FINDER)

    assert index.by_path["news/a.vi.md"] == (Mention("nd", ("dieu-1", "dieu-2")),)
    assert index.by_target == {
        "nd": (("news/a.vi.md", ("dieu-1", "dieu-2")),),
        "luat-cu": (("about/b.vi.md", ()),),
    }


NUMBERS = st.sampled_from(["43/2011/NĐ-CP", "24/CT-TTg", "01/2026/QH16", "77/QĐ-X"])


@given(st.lists(st.tuples(st.sampled_from("abc"), st.lists(NUMBERS, max_size=4)), max_size=5))
def test_both_ways_tell_the_same(texts: list[tuple[str, list[str]]]) -> None:
    """A document is cited by exactly the texts that cite it."""
    given = [
        Text(f"news/{place}.vi.md", name, None, tuple(map(Cited, numbers)))
        for place, (name, numbers) in enumerate(texts)
    ]
    index = CitationIndex(given, FINDER)
    forward = {(path, m.target) for path, found in index.by_path.items() for m in found}
    backward = {(path, target) for target, found in index.by_target.items() for path, _ in found}
    assert forward == backward
