"""Lists that rest on the day, on numbers and on the law are those of a clean build, step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.copies import tree
from tests.sites.desk import Desk, desk
from tests.sites.documents import write_document
from tests.sites.twins import Twins


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """The changing site with ten more documents, built once."""
    made = desk(tmp_path / "site")
    made.settings["TODAY"] = "2026-11-22"
    for number in range(20, 29):
        document(made, number, effective="2026-11-01")
    document(made, 30, effective="2026-11-23", expires="2026-12-01")
    twins = Twins(made)
    twins.first_build()
    return twins


def document(desk: Desk, number: int, **facts: str) -> None:
    issued = f"2026-10-{number - 10:02d}"
    given = {"file": "/files/ke-hoach.pdf", "issued": issued, "date": "2026-11-01", **facts}
    write_document(desk.site, f"2026/n{number}", f"{number}/KH-STN", **given)


def state_of(twins: Twins, symbol: str) -> list[str]:
    """The lists of states in which a document stands."""
    files = tree(twins.output)
    pages = [
        n for n in files if n.startswith("van-ban/tinh-trang/") and symbol.encode() in files[n]
    ]
    return sorted({name.split("/")[2] for name in pages})


def test_lists_of_states_follow_the_day(twins: Twins) -> None:
    """On the next day the document moves from one list to another, and so on the day of its end."""
    found = [state_of(twins, "30/KH-STN")]
    for day in ("2026-11-23", "2026-11-30", "2026-12-01", "2026-11-22"):
        twins.desk.settings["TODAY"] = day
        twins.build(day)
        found.append(state_of(twins, "30/KH-STN"))

    assert found == [
        ["chua-co-hieu-luc"], ["con-hieu-luc"], ["con-hieu-luc"], ["het-hieu-luc-toan-bo"],
        ["chua-co-hieu-luc"],
    ]  # fmt: skip


def test_an_act_moves_another_document(twins: Twins) -> None:
    """A relation that is written today changes list, feed and open data of what it repeals."""
    relation = [{"kind": "bai-bo-toan-bo", "target": "22/KH-STN"}]
    facts = {"issued": "2026-11-20", "date": "2026-11-21", "file": "/files/ke-hoach.pdf"}
    write_document(twins.desk.site, "2026/act", "40/KH-STN", relations=relation, **facts)
    twins.build("a document that repeals another")

    assert state_of(twins, "22/KH-STN") == ["het-hieu-luc-toan-bo"]
    feed = (twins.output / "feeds/legal_document-hieu-luc.vi.atom").read_text("utf-8")
    assert "#het-hieu-luc-toan-bo-2026-11-20" in feed


def test_numbers_fill_gaps(twins: Twins) -> None:
    """A document between two others, a reason for a gap, and a number that is put right."""
    page = "van-ban/theo-so/index.html"
    document(twins.desk, 29)
    twins.build("29 joins")
    assert tree(twins.output)[page].index(b"30/KH-STN") < tree(twins.output)[page].index(
        b"29/KH-STN"
    )
    twins.desk.site.write("vocabulary/number_gaps.toml", '[mat]\nnumbers = ["KH-STN 2026: 1-11"]\n')
    twins.build("reasons are given")
    twins.desk.site.write("vocabulary/number_gaps.toml", '[mat]\nnumbers = ["KH-STN 2026: 29"]\n')
    twins.build("a reason of a number that is there")
    twins.desk.set("legal_document/2026/n29.vi.md", symbol="31/KH-STN")
    twins.build("29 becomes 31")
    assert b"29/KH-STN" not in tree(twins.output)[page]


def test_the_list_of_public_information_follows(twins: Twins) -> None:
    """An item joins, is filed elsewhere, is withdrawn; another law holds; a row is written by hand."""
    group = "danh-muc-thong-tin-cong-khai/diem-{}/index.html"
    document(twins.desk, 32)
    twins.build("an item joins")
    assert b"32/KH-STN" in tree(twins.output)[group.format("b")]
    twins.desk.set("legal_document/2026/n32.vi.md", section=["tctt26:17.1.g"])
    twins.build("it is filed under another section")
    assert b"32/KH-STN" in tree(twins.output)[group.format("g")]
    twins.desk.set("legal_document/2026/n32.vi.md", status="withdrawn")
    twins.build("it is withdrawn")
    assert group.format("g") not in tree(twins.output)
    row = '[a]\nvi = "Giá đất"\nen = "Prices"\ngroup = "tctt26:l"\nform = "Niêm yết"\n'
    twins.desk.site.write("vocabulary/public_information.toml", row)
    twins.build("a row is written by hand")
    assert group.format("l") in tree(twins.output)
    twins.desk.settings["TODAY"] = "2026-08-31"
    twins.build("the old law holds")
    twins.desk.settings["TODAY"] = "2026-09-01"
    twins.build("the new law holds")


def test_spellings_of_one_list(twins: Twins) -> None:
    """Free text joins a list, stands alone in it, and gives way to a term of the vocabulary."""
    for number, issuer in ((33, "Ban Chỉ đạo 389"), (34, "Ban chỉ đạo – 389")):
        document(twins.desk, number, issuer=issuer, legacy={"id": str(number)})  # type: ignore[arg-type]
    twins.build("two spellings")
    twins.desk.delete("legal_document/2026/n33.vi.md")
    twins.build("one spelling")
    path = "vocabulary/issuers.toml"
    term = '\n["ban-chi-dao-389"]\nvi = "Ban Chỉ đạo 389"\nen = "Committee 389"\n'
    twins.desk.site.write(path, twins.desk.text(path) + term)
    twins.build("the term is added")
