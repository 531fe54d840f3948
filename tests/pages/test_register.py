"""The register: its static lists by facet, by pair of facets and by state, in order of day and of number."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from congtinh.build.run import Build
from congtinh.pages.listings import Listing, number_order
from congtinh.pages.plan import Plan
from congtinh.records.legal_document import LegalDocument
from tests.sites.copies import SiteCopy, tree
from tests.sites.documents import write_document

ROW = re.compile(rb'class="register-row__number number">([^<]*)<')
FIRST = date(2025, 11, 1)


def many(site: SiteCopy, numbers: range) -> None:
    """Plans numbered in the order of their days but for every third, over two years."""
    for number in numbers:
        issued = day_of(number).isoformat()
        write_document(site, f"kh-{number:03d}", f"{number:02d}/KH-STN", issued=issued)


def day_of(number: int) -> date:
    return FIRST + timedelta(days=8 * (number - 18 - 2 * (number % 3 == 0)))


def lists_of(site: SiteCopy, **settings: Any) -> dict[str, Listing]:
    """The Vietnamese lists of a site by their address."""
    read = site.settings(**settings)
    plan = Plan(Build(read).gather(), read)
    return {one.address: one for one in plan.listings["vi"]}


def numbers_in(page: bytes) -> list[str]:
    return [found.decode() for found in ROW.findall(page)]


def shown(site: SiteCopy, list_address: str) -> list[str]:
    """The numbers on all pages of a list, the first page of the visitor first."""
    files = tree(site.output)
    pages = [
        name for name in files if re.fullmatch(rf"{list_address}(trang-\d+/)?index\.html", name)
    ]
    whole = [name for name in pages if "trang-" not in name.removeprefix(list_address)]
    numbered = sorted(set(pages) - set(whole), key=lambda name: -int(re.findall(r"\d+", name)[-1]))
    return [number for name in (*whole, *numbered) for number in numbers_in(files[name])]


def test_each_facet_is_a_list(small: SiteCopy) -> None:
    """Type, issuer, year, field and state: a document stands once in each that it belongs to."""
    write_document(small, "a", "02/KH-STN", sectors=["khoa-hoc-cong-nghe", "so-huu-tri-tue"])
    write_document(small, "b", "03/QĐ-STN", doc_type="quyet-dinh", issuer=["so-thu", "chinh-phu"])
    small.build()

    for address in (
        "van-ban/loai/ke-hoach/",
        "van-ban/co-quan/so-thu/",
        "van-ban/nam/2026/",
        "van-ban/linh-vuc/khoa-hoc-cong-nghe/",
        "van-ban/linh-vuc/so-huu-tri-tue/",
        "van-ban/tinh-trang/con-hieu-luc/",
    ):
        assert shown(small, address).count("02/KH-STN") == 1, address
    assert shown(small, "van-ban/co-quan/chinh-phu/") == ["03/QĐ-STN"]
    assert "02/KH-STN" not in shown(small, "van-ban/loai/quyet-dinh/")


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-05-31", "chua-co-hieu-luc"), ("2026-06-01", "con-hieu-luc"),
     ("2026-08-31", "con-hieu-luc"), ("2026-09-01", "het-hieu-luc-toan-bo")],
)  # fmt: skip
def test_the_list_of_a_state_is_that_of_the_day(small: SiteCopy, day: str, state: str) -> None:
    """A document stands in the list of the state that it has on the day of the build, and in no other."""
    write_document(small, "a", "02/KH-STN", effective="2026-06-01", expires="2026-09-01")
    small.build(TODAY=day)
    states = {path.name for path in (small.output / "van-ban" / "tinh-trang").iterdir()}

    assert [s for s in states if "02/KH-STN" in shown(small, f"van-ban/tinh-trang/{s}/")] == [state]


def test_a_document_whose_state_is_unknown_is_in_no_list_of_states(small: SiteCopy) -> None:
    """Nothing is guessed: a draft has no state."""
    write_document(small, "a", "/QĐ-STN", doc_type="quyet-dinh", doc_class="du-thao")
    lists = lists_of(small)

    assert any(item.id == "legal_document/a" for item in lists["van-ban/"].items)
    for address, one in lists.items():
        if address.startswith("van-ban/tinh-trang/"):
            assert all(item.id != "legal_document/a" for item in one.items)


def test_lists_of_states_say_what_they_rest_on(small: SiteCopy) -> None:
    """Only these lists change with the day alone, so only they say so."""
    noted = {address for address, one in lists_of(small).items() if one.note}

    assert noted == {"van-ban/tinh-trang/con-hieu-luc/"}


def test_spellings_with_one_address_are_one_list(small: SiteCopy) -> None:
    """Free text of an old system joins the list of the term, or of the other spelling, at its address."""
    write_document(small, "a", "02/KH-STN", issuer="Ban Chỉ đạo 389", legacy={"id": "1"})
    write_document(small, "b", "03/KH-STN", issuer="Ban chỉ đạo – 389", legacy={"id": "2"})
    one = lists_of(small)["van-ban/co-quan/ban-chi-dao-389/"]
    report = small.build()

    assert len(one.items) == 2
    assert report.errors == []


def test_a_short_list_has_one_order(small: SiteCopy) -> None:
    """What fits on one page is at one address and has no switch."""
    many(small, range(20, 24))
    lists = lists_of(small, PAGE_SIZE=5)

    assert len(lists["van-ban/"].items) == 5
    assert not any("theo-so" in address for address in lists)
    assert not any(one.orders for one in lists.values())


def test_a_long_list_stands_in_the_order_of_numbers_too(small: SiteCopy) -> None:
    """The same documents at an address of their own, highest number of the newest year first."""
    many(small, range(20, 40))
    small.build(PAGE_SIZE=5)
    for base in ("van-ban/", "van-ban/loai/ke-hoach/", "van-ban/co-quan/so-thu/"):
        by_day, by_number = shown(small, base), shown(small, f"{base}theo-so/")
        years = {f"{n:02d}/KH-STN": day_of(n).year for n in range(20, 40)}
        wanted = sorted(by_day, key=lambda s: (-years.get(s, 2026), -int(s.partition("/")[0])))

        assert len(by_day) == len(set(by_day)) == 21
        assert by_number == wanted
        assert by_number != by_day
    assert "van-ban/nam/2026/theo-so/index.html" in tree(small.output)
    assert "van-ban/tinh-trang/con-hieu-luc/theo-so/index.html" not in tree(small.output)


def test_the_switch_leads_to_the_other_order_from_every_page(small: SiteCopy) -> None:
    """Each page of either order names both, and marks the one that it is in."""
    many(small, range(20, 40))
    small.build(PAGE_SIZE=1)
    files = tree(small.output)
    for at, current in (("", "ngày ban hành"), ("theo-so/", "số")):
        for page in ("", "trang-1/"):
            text = files[f"van-ban/{at}{page}index.html"].decode()
            switch = re.search(r'<nav class="sort-orders".*?</nav>', text, re.DOTALL)
            assert switch
            links = re.findall(r'href="([^"]*)"( aria-current="true")?>', switch[0])
            assert [bool(marked) for _, marked in links] == [at == "", at != ""]
            root = "../" * (f"van-ban/{at}{page}".count("/"))
            assert [Path(link) for link, _ in links] in (
                [Path(f"{root}van-ban/"), Path(f"{root}van-ban/theo-so/")],
            ), current


def test_a_long_type_is_cut_by_year(small: SiteCopy) -> None:
    """The documents of one type of one year, at an address below that of the type, with the other years."""
    many(small, range(20, 40))
    lists = lists_of(small, PAGE_SIZE=5)
    cut = {a: one for a, one in lists.items() if re.fullmatch(r"van-ban/loai/ke-hoach/\d+/", a)}
    whole = lists["van-ban/loai/ke-hoach/"]

    assert cut.keys() == {"van-ban/loai/ke-hoach/2025/", "van-ban/loai/ke-hoach/2026/"}
    assert sum(len(one.items) for one in cut.values()) == len(whole.items)
    for address, one in (*cut.items(), ("", whole)):
        (block,) = one.facets
        assert {value.address for value in block.values} == cut.keys()
        assert [value.address for value in block.values if value.current] == (
            [address] if address else []
        )
    assert not any(
        re.search(r"/loai/[^/]+/\d{4}/", address) for address in lists_of(small, PAGE_SIZE=50)
    )


def test_numbers_are_ordered_within_their_year() -> None:
    """A number that names no year counts in that of its issue: 118 of 2021 stands far from 118 of 2026."""

    def key(symbol: str, issued: date) -> Any:
        record = LegalDocument(id=symbol, symbol=symbol, issued=issued)
        return number_order(SimpleNamespace(order=record.order))  # type: ignore[arg-type]

    rising = [
        key("118/KH-SKHCN", date(2021, 12, 1)),
        key("09/2026/QĐ-UBND", date(2026, 4, 1)),
        key("21/2026/QĐ-UBND", date(2026, 1, 1)),
        key("118/KH-SKHCN", date(2026, 1, 2)),
        key("1460/SKHCN-VP", date(2026, 1, 1)),
    ]
    assert sorted(rising) == rising


@pytest.mark.parametrize(("order", "size"), [("", 5), ("theo-so/", 1)])
def test_a_new_document_changes_few_pages(small: SiteCopy, order: str, size: int) -> None:
    """The next number joins at the end of either order: at most one full page changes."""
    many(small, range(20, 43))
    small.build(PAGE_SIZE=size)
    before = tree(small.output)
    write_document(small, "new", "90/KH-STN", issued="2026-11-20", date="2026-11-21")
    small.build(PAGE_SIZE=size)
    after = tree(small.output)
    pages = [name for name in before if re.match(rf"van-ban/{order}trang-\d", name)]
    changed = [name for name in pages if before[name] != after.get(name)]

    assert len(pages) >= 3
    assert len(changed) <= 1


def test_counterparts_of_lists(small: SiteCopy) -> None:
    """A list leads to the same one in English, else to the nearest above it that stands there."""
    many(small, range(20, 40))
    read = small.settings(PAGE_SIZE=5)
    plan = Plan(Build(read).gather(), read)
    pages = {p.address: p for p in plan.pages() if p.counterpart}

    assert pages["van-ban/loai/ke-hoach/"].counterpart.exact
    for address in ("van-ban/loai/ke-hoach/theo-so/", "van-ban/loai/ke-hoach/2025/"):
        found = pages[address].counterpart
        assert (found.address, found.exact) == ("en/documents/type/ke-hoach/", False)
    assert pages["van-ban/theo-so/"].counterpart.address == "en/documents/"


def test_a_row_offers_the_file(built: SiteCopy) -> None:
    """Number, abstract, type, issuer, day, state and file, in this order; the link says whose file it is."""
    text = (built.output / "van-ban/index.html").read_text("utf-8")
    row = re.search(r'<li class="register-row">.*?</li>', text, re.DOTALL)
    assert row
    order = ["12/KH-STN", "Hỗ trợ sáng kiến", "Kế hoạch", "Sở Thử nghiệm", "15/01/2026",
             "Còn hiệu lực", "12/KH-STN,", "PDF"]  # fmt: skip
    places = [row[0].find(words, 0) for words in order]
    places[6] = row[0].rfind("12/KH-STN,")

    assert -1 not in places
    assert places == sorted(places)
    assert " download" in row[0]
