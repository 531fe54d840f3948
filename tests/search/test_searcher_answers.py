"""What an answer tells: order, numbers first, state on the day, facets, pages, excerpts, the other language."""

from __future__ import annotations

import datetime as dt

import pytest

from congtinh.search.texts import day_number
from congtinh.validity.states import EXPIRED, IN_FORCE, NOT_YET
from tests.search.engine import Engine, needs_node
from tests.search.small_index import END

pytestmark = needs_node
DAY_BEFORE, DAY = day_number(END - dt.timedelta(days=1)), day_number(END)
FULL = [
    "43/2011/NĐ-CP", "43/2011/ND-CP", "43/2011/nđ-cp", "43-2011-ND-CP", "43 / 2011 / NĐ - CP", "43/2011", "nd 43/2011",
    "nđ43/2011", "nghị định 43/2011", "nghi dinh so 43/2011/nd-cp", "nghị định số 43 năm 2011",
    "Nghị định số 43/2011/NĐ‑CP", "decree 43/2011", "số 43/2011",
]  # fmt: skip


@pytest.mark.parametrize("query", FULL)
def test_a_number_in_every_spelling(engine: Engine, query: str) -> None:
    """The document that bears it is offered first, as an exact answer; those that cite it follow."""
    hits = engine.search(query)["hits"]
    assert [(hit["id"], hit["exact"]) for hit in hits][:1] == [("nd-43-2011", True)]
    assert {hit["id"] for hit in hits[1:]} == {"nd-43-2019", "nd-42-2022"}
    assert not any(hit["exact"] for hit in hits[1:])


def test_numbers_of_other_kinds(engine: Engine) -> None:
    """A symbol without a year, a law, a code of a procedure; another type has another number."""
    assert engine.ids("118/KH-UBND") == ["kh-118-2026", "kh-118-2025"]
    assert engine.ids("118/KH-UBND năm 2025")[0] == "kh-118-2025"
    assert engine.ids("luật 47/2010/QH12")[0] == engine.ids("47/2010/qh12")[0] == "luat-47-2010"
    assert engine.ids("1.013126") == ["thu-tuc"]
    assert engine.ids("thông tư 118/2025")[0] == "tt-118-2025"
    assert not engine.search("tt 43/2011")["hits"][0]["exact"]


def test_those_who_share_a_number(engine: Engine) -> None:
    """All are offered first: what is in force before what is not, then the newest."""
    hits = engine.search("nghị định 43", day=DAY)["hits"]
    assert [hit["id"] for hit in hits if hit["exact"]] == ["nd-43-2019", "nd-43-2011"]
    hits = engine.search("118")["hits"]
    assert [hit["id"] for hit in hits[:3]] == ["kh-118-2026", "kh-118-2025", "tt-118-2025"]


def test_what_holds_comes_before_what_ended(engine: Engine) -> None:
    """Two alike: the one in force on the visitor's day first, and each told in its state of that day."""
    query = "cung cấp thông tin trên trang điện tử"
    before, after = (engine.search(query, day=day)["hits"] for day in (DAY_BEFORE, DAY))
    assert {hit["id"]: hit["status"] for hit in before} == {
        "nd-43-2011": IN_FORCE,
        "nd-43-2019": NOT_YET,
    }
    assert [(hit["id"], hit["status"]) for hit in after] == [
        ("nd-43-2019", IN_FORCE),
        ("nd-43-2011", EXPIRED),
    ]
    score = {hit["id"]: hit["score"] for hit in before}
    assert score["nd-43-2011"] > after[1]["score"]


def test_the_day_is_the_visitors(engine: Engine) -> None:
    """Without a day it is today, also in the states that hits tell."""
    statuses = {hit["id"]: hit["status"] for hit in engine.search("trang điện tử")["hits"]}
    assert statuses == {"nd-43-2019": IN_FORCE, "nd-43-2011": EXPIRED}


def test_a_hit(engine: Engine) -> None:
    """Everything that a list tells of a document."""
    (hit,) = engine.search("thông tin kho lưu trữ", filters={"year": ["2011"]}, day=DAY)["hits"]
    excerpt = "".join(part["text"] for part in hit.pop("excerpt"))
    assert excerpt.startswith("Điều 2. Thông tin")
    assert hit.pop("score") > 0
    assert hit == {
        "id": "nd-43-2011", "url": "van-ban/nd-43-2011/#dieu-2", "title": "Cung cấp thông tin trên trang điện tử",
        "number": "43/2011/NĐ-CP", "type": "Nghị định", "date": "2011-06-13", "status": EXPIRED, "language": "vi",
        "section": "Văn bản", "exact": False, "more": 0,
    }  # fmt: skip


def test_excerpts(engine: Engine) -> None:
    """An excerpt marks the words that were asked for; where some stand side by side, those alone."""
    (hit,) = engine.search("dang ky ket hon")["hits"]
    assert [part["text"] for part in hit["excerpt"] if part["mark"]] == ["đăng ký kết hôn"]
    assert (
        "".join(part["text"] for part in hit["excerpt"]) == "Hồ sơ đăng ký kết hôn gồm giấy tờ sau."
    )
    (hit,) = engine.search("giá đất")["hits"]
    assert [part["text"] for part in hit["excerpt"] if part["mark"]] == ["Giá đất"]
    (hit,) = engine.search("đạt kết quả")["hits"]
    assert [part["text"] for part in hit["excerpt"] if part["mark"]] == ["kết quả"]


def test_pages_of_an_answer(engine: Engine) -> None:
    """Pages follow each other without gap or overlap; the total is that of all of them."""
    whole = engine.search("chính phủ", limit=100)
    pages = [engine.search("chính phủ", limit=2, offset=offset) for offset in range(0, 8, 2)]
    assert [hit["id"] for page in pages for hit in page["hits"]] == [
        hit["id"] for hit in whole["hits"]
    ]
    assert {page["total"] for page in pages} == {whole["total"]} == {len(whole["hits"])}
    assert whole["total"] > 4


def test_filters(engine: Engine) -> None:
    """Values of one facet are alternatives, facets come together; an unknown value has nothing."""

    def found(**filters: list[str]) -> set[str]:
        return engine.found("chính phủ", filters=filters, day=DAY)

    everything = {"nd-43-2011", "nd-43-2019", "nd-42-2022", "kh-118-2025", "tt-118-2025"}
    assert found() == found(type=[]) == everything
    assert found(type=["nghi-dinh"]) == {"nd-43-2011", "nd-43-2019", "nd-42-2022"}
    assert found(type=["nghi-dinh", "ke-hoach"]) == everything
    assert found(type=["nghi-dinh"], year=["2011", "2022"]) == {"nd-43-2011", "nd-42-2022"}
    assert found(issuer=["ubnd"]) == {"kh-118-2025"}
    assert found(status=[EXPIRED]) == {"nd-43-2011"}
    assert found(type=["luat"]) == found(colour=["red"]) == set()
    assert engine.search("chính phủ", filters={"type": ["nghi-dinh"]}, limit=1)["total"] == 3


def counts(engine: Engine, name: str, **filters: list[str]) -> dict[str, int]:
    facets = engine.search("chính phủ", facets=True, filters=filters, day=DAY)["facets"]
    return {one["value"]: one["count"] for one in facets[name]}


def test_counts_of_facets(engine: Engine) -> None:
    """A count says how many documents choosing the value would show: a facet is not narrowed by its own choice."""
    assert counts(engine, "type") == {"nghi-dinh": 3, "ke-hoach": 2}
    assert counts(engine, "type", type=["nghi-dinh"]) == {"nghi-dinh": 3, "ke-hoach": 2}
    assert counts(engine, "issuer", type=["ke-hoach"]) == {"chinh-phu": 2, "ubnd": 1}
    assert counts(engine, "year", type=["nghi-dinh"]) == {"2022": 1, "2019": 1, "2011": 1}
    assert counts(engine, "status", type=["nghi-dinh"]) == {IN_FORCE: 2, EXPIRED: 1}
    assert counts(engine, "type", year=["2025"], type=["nghi-dinh"]) == {"ke-hoach": 2}


def test_order_of_facets(engine: Engine) -> None:
    """The commonest value first, years from the newest, each with its label."""
    facets = engine.search("chính phủ", facets=True, day=DAY)["facets"]
    assert facets["type"][0] == {"value": "nghi-dinh", "label": "Nghị định", "count": 3}
    assert [one["value"] for one in facets["year"]] == ["2025", "2022", "2019", "2011"]
    assert {"value": EXPIRED, "label": "Hết hiệu lực toàn bộ", "count": 1} in facets["status"]


def test_order_by_date(engine: Engine) -> None:
    """The newest first; what has no day stands last."""
    assert engine.ids("chính phủ", sort="date")[-3:] == ["nd-42-2022", "nd-43-2019", "nd-43-2011"]
    assert engine.ids("dịch vụ công", sort="date") == ["kh-118-2026", "nd-42-2022"]
    mixed = [hit["date"] for hit in engine.search("thông tin", sort="date")["hits"]]
    assert mixed == sorted(mixed, key=lambda day: day or "", reverse=True)


def test_the_other_language(engine: Engine) -> None:
    """What the other language has is told apart, and only when asked for."""
    answer = engine.search("tin", other=True)
    assert "tin-en" not in {hit["id"] for hit in answer["hits"]}
    assert answer["other"]["language"] == "en"
    assert (answer["other"]["total"], answer["other"]["hits"][0]["id"]) == (1, "tin-en")
    assert engine.search("tin")["other"] is None
    assert engine.search("đất", other=True)["other"] is None
    answer = engine.search("services", other=True)
    assert (answer["total"], [hit["id"] for hit in answer["other"]["hits"]]) == (0, ["services"])


def test_a_language_can_be_a_filter(engine: Engine) -> None:
    """Chosen as a filter it is the language that is searched."""
    assert engine.ids("tin", filters={"language": ["en"]}) == ["tin-en"]
    assert engine.found("tin", language="xx") == set()


def test_what_was_asked(engine: Engine) -> None:
    """A query that is answered as typed says so."""
    answer = engine.search("đất")
    assert (answer["query"], answer["asked"], answer["showing"]) == ("đất", "đất", None)
