"""Known-item queries: titles without their numbers, every spelling of a number, and who is named."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from congtinh.bench.known_items import abstract, known_items, typed_title
from congtinh.bench.number_spellings import bearers, own_number, spellings
from congtinh.bench.search_files import Document, Query, read_documents

DATA = Path(__file__).resolve().parents[2] / "../shared/data"


def document(identity: str, number: str, rest: str, **more: str) -> Document:
    facts = {"type": "Nghị định", "date": "2011-06-13", **more}
    title = f"{facts['type']} số {number} {rest}".strip()
    return Document(identity, title, number=number, **facts)


DECREE = document(
    "a", "43/2011/NĐ-CP", "quy định về việc cung cấp thông tin trên trang của cơ quan"
)
OTHERS = [
    document("b", "43/2011/TT-BTC", "quy định về việc cung cấp thông tin", type="Thông tư"),
    document("c", "07/NQ-CP", "Quy định về việc cung cấp thông tin", type="Nghị quyết"),
    document("d", "07/NQ-CP", "phiên họp", type="Nghị quyết", date="2014-02-01"),
]
ALL = [DECREE, *OTHERS]


def sets_of(documents: list[Document], sets: str = "*") -> dict[str, list[Query]]:
    found: dict[str, list[Query]] = defaultdict(list)
    for query in known_items(documents, sets):
        found[query.set].append(query)
    return found


@pytest.mark.parametrize(
    ("title", "number", "rest"),
    [
        ("Thông tư số 03/2018/TT-BVHTTDL quy định về bơi", "03/2018/TT-BVHTTDL", "quy định về bơi"),
        ("Luật số 80/2015/QH13 luật ban hành", "80/2015/QH13", "luật ban hành"),
        ("Quyết định số 5/QĐ-BTC ngày 01/02/2011 về phí", "5/QĐ-BTC", "về phí"),
        ("Quyết định số 5/QĐ-BTC ngày 1 tháng 2 năm 2011 về phí", "5/QĐ-BTC", "về phí"),
        ("Thông tư số 03/2014/TT-BYT", "03/2014/TT-BYT", ""),
        ("sửa đổi Thông tư số 03/2014/TT-BYT về thuốc", "09/2015/TT-BYT", None),
        ("Hợp nhất Thông tư về phí số 03/2014/TT-BYT", "1/VBHN-BYT", None),
        ("Tin số 5", "", None),
    ],
)
def test_titles_without_their_number(title: str, number: str, rest: str | None) -> None:
    """Only the head that bears the record's own number goes; ``None``: the title stays whole."""
    assert abstract(Document("x", title, number=number)) == (title if rest is None else rest)


def test_a_typed_title_keeps_the_type() -> None:
    """``Thông tư số 1 quy định`` is looked for as ``Thông tư quy định`` too."""
    assert typed_title(DECREE).startswith("Nghị định quy định về việc")


def test_the_same_words_at_the_same_place_are_right() -> None:
    """Whatever their case; longer beginnings tell records apart, and short titles have no query."""
    sets = sets_of(ALL)

    assert sets["title-5"][0].query == "quy định về việc cung"
    assert all(query.relevant == {"a", "b", "c"} for query in sets["title-5"])
    assert [query.relevant for query in sets["title-10"]] == [{"a"}]
    assert {query.relevant for query in sets["title"]} == {
        frozenset("a"), frozenset("bc"), frozenset("d"),
    }  # fmt: skip


def test_each_way_of_typing_is_a_set() -> None:
    """Without marks, with a slip, Telex and VNI; the right records are those of the title."""
    sets = sets_of([DECREE], "title-10*")

    assert sets["title-10:bare"][0].query == "quy dinh ve viec cung cap thong tin tren trang"
    assert sets["title-10:telex"][0].query.startswith("quy ddinhj veef vieecj")
    assert sets["title-10:vni"][0].query.startswith("quy d9inh5")
    assert sets["title-10:typo"][0].query != sets["title-10"][0].query
    assert all(query.relevant == {"a"} for queries in sets.values() for query in queries)


def test_every_spelling_of_a_number() -> None:
    """The ways that the guide names, each once."""
    own = own_number(DECREE)
    assert own
    found = {way: text for way, text, _ in spellings(own)}

    assert found == {
        "full": "43/2011/NĐ-CP",
        "lower": "43/2011/nđ-cp",
        "ascii": "43/2011/ND-CP",
        "ascii-lower": "43/2011/nd-cp",
        "hyphens": "43-2011-ND-CP",
        "type-full": "Nghị định số 43/2011/NĐ-CP",
        "type-full-bare": "nghi dinh so 43/2011/nd-cp",
        "short": "43/2011",
        "code-short": "nđ 43/2011",
        "code-short-bare": "nd 43/2011",
        "code-joined": "nd43/2011",
        "type-short": "nghị định 43/2011",
        "type-short-bare": "nghi dinh 43/2011",
        "type-year": "nghị định số 43 năm 2011",
        "type-year-bare": "nghi dinh so 43 nam 2011",
    }


def test_a_number_without_a_year_has_that_of_issue_in_words() -> None:
    """``nghị quyết số 07 năm 2011`` names one of two that share ``07/NQ-CP``; zeros may be left out."""
    sets = sets_of(ALL, "number:*")
    by_year = {query.query: query.relevant for query in sets["number:type-year"]}

    assert by_year["nghị quyết số 07 năm 2011"] == {"c"}
    assert by_year["nghị quyết số 07 năm 2014"] == {"d"}
    assert [query.relevant for query in sets["number:full"]] == [{"a"}, {"b"}, {"c", "d"}]
    assert [query.query for query in sets["number:unpadded"]] == ["7/NQ-CP"]


def test_a_short_number_names_all_that_share_it() -> None:
    """``43/2011`` is a decree and a circular; with the type it is one of them."""
    sets = sets_of(ALL, "number:*")

    assert {query.relevant for query in sets["number:short"]} == {frozenset("ab")}
    assert sets["number:code-short"][0].relevant == {"a"}


def test_a_number_of_another_form_is_written_as_it_is() -> None:
    """Codes of procedures have no other spelling."""
    procedure = Document("p", "Thủ tục cấp phép", number="1.013126", type="Thủ tục")

    assert [query.query for query in known_items([procedure], "number:*")] == ["1.013126"]


def test_a_sample_is_drawn_by_its_seed() -> None:
    """The same seed, the same records; right are still all records of the collection."""
    one = list(known_items(ALL, "title-5", sample=1, seed=3))

    assert one == list(known_items(ALL, "title-5", sample=1, seed=3))
    assert len(one) <= 1
    assert all(len(query.relevant) == 3 for query in one)


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared collections are not on this machine")
def test_of_real_records() -> None:
    """Each spelling names its own record; no title keeps its number; identities are unique."""
    documents = read_documents([str(DATA / "gazette.jsonl.gz")])
    named = bearers(documents)
    for one in documents:
        own = own_number(one)
        for _, text, name in spellings(own) if own else ():
            assert one.id in named(name), text
        assert not one.number or not abstract(one).startswith(("số ", one.number))
    queries = list(known_items(documents, "number:*,title-10"))

    assert len({query.qid for query in queries}) == len(queries)
    assert all(query.relevant for query in queries)
