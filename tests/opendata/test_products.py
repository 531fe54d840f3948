"""Feeds, site map, vCards and open data, as other programs read them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.opendata.sitemap import LIMIT, Place, entry, robots, sitemap_files
from congtinh.opendata.tables import cell
from congtinh.opendata.vcard import unit_card
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.unit import Unit
from tests.sites.copies import SiteCopy, tree

PART = re.compile(rf"open-data/({'|'.join(RECORD_TYPES)})(-\d+)?\.json")
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def test_feeds_are_atom(built: SiteCopy) -> None:
    """Every feed parses, has an id and a time of its own, and entries that have both (RFC 4287)."""
    feeds = {name: data for name, data in tree(built.output).items() if name.endswith(".atom")}
    assert {"feeds/all.vi.atom", "feeds/all.en.atom", "feeds/news.vi.atom"} <= feeds.keys()
    for name, data in feeds.items():
        root = ElementTree.fromstring(data)
        ids = [root.findtext(f"{ATOM}id")]
        assert root.tag == f"{ATOM}feed"
        assert root.findtext(f"{ATOM}updated"), name
        for one in root.iter(f"{ATOM}entry"):
            ids.append(one.findtext(f"{ATOM}id"))
            assert one.findtext(f"{ATOM}title"), name
            assert (one.findtext(f"{ATOM}updated") or "").endswith("+07:00"), name
        assert all(ids) and len(set(ids)) == len(ids), name


def test_a_feed_leads_with_the_newest(built: SiteCopy) -> None:
    """Entries stand in the order of their posting, newest first."""
    root = ElementTree.fromstring((built.output / "feeds/news.vi.atom").read_bytes())
    days = [entry.findtext(f"{ATOM}published") or "" for entry in root.iter(f"{ATOM}entry")]
    assert len(days) == 5
    assert days == sorted(days, reverse=True)


def test_the_site_map_names_pages_and_their_other_language(built: SiteCopy) -> None:
    """Each address is a page of the output; each alternate is itself in the map."""
    root = ElementTree.fromstring((built.output / "sitemap.xml").read_bytes())
    base, files = "https://thu.example/", tree(built.output)
    places = {url.findtext(f"{MAP}loc") or "": url for url in root.iter(f"{MAP}url")}
    assert len(places) > 30
    for address, url in places.items():
        path = address.removeprefix(base)
        assert (f"{path}index.html" if path.endswith("/") or not path else path) in files, address
        for link in url.iter(LINK):
            assert link.get("href") in places, address
    assert f"{base}404.html" not in places
    assert f"{base}tin/123.html" not in places


def test_a_large_site_map_is_cut() -> None:
    """No file has more addresses than sitemaps.org allows, and none is lost."""
    site = "https://a.example"
    entries = [entry(Place(f"a/{n}/", None, ()), site) for n in range(LIMIT + 1)]
    files = sitemap_files(entries, site)
    assert set(files) == {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"}
    assert sum(text.count("<url>") for text in files.values()) == LIMIT + 1
    for text in files.values():
        ElementTree.fromstring(text)


def test_robots_are_asked_to_stay_out_of_a_preview() -> None:
    """Only a site for the public invites search engines."""
    assert "Disallow: /" in robots("https://a.example", public=False)
    assert "Sitemap: https://a.example/sitemap.xml" in robots("https://a.example", public=True)


NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=120
).filter(lambda name: name.strip() == name)


@given(NAMES)
def test_vcards_fold_at_75_octets(name: str) -> None:
    """RFC 6350: no line is longer than 75 octets, no letter is cut, and unfolding gives all back."""
    card = unit_card(Unit(id="unit/a", lang="vi", name=name, phone="0000 555 0100"), "vi")
    assert card.endswith("\r\nEND:VCARD\r\n")
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    unfolded = card.replace("\r\n ", "").split("\r\n")
    plain = next(line for line in unfolded if line.startswith("FN:"))[3:]
    for sign in (";", ","):
        plain = plain.replace(f"\\{sign}", sign)
    assert plain.replace("\\\\", "\\") == name


def test_people_have_cards_beside_their_pages(built: SiteCopy) -> None:
    """A visitor takes a contact along as one file."""
    cards = [data for name, data in tree(built.output).items() if name.endswith(".vcf")]
    assert len(cards) == 6
    assert all(card.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\n") for card in cards)


@pytest.mark.parametrize("sign", list("=+-@\t\r"))
def test_no_cell_is_a_formula(sign: str) -> None:
    """A spreadsheet must not run what an editor typed."""
    assert cell(f"{sign}SUM(A1)") == f"'{sign}SUM(A1)"
    assert cell([f"{sign}a", "b"]).startswith("'")
    assert cell("a=b") == "a=b"


def json_parts(site: SiteCopy) -> dict[str, Any]:
    files = tree(site.output)
    return {name: json.loads(data) for name, data in files.items() if PART.fullmatch(name)}


def test_data_agree_with_their_published_schema(built: SiteCopy) -> None:
    """Each object has the keys that the schema wants and no key that the schema has not."""
    parts = json_parts(built)
    assert "open-data/news-2026.json" in parts
    for name, part in parts.items():
        schema = json.loads((built.output / f"open-data/{part['type']}.schema.json").read_bytes())
        assert set(schema["required"]) <= part.keys()
        wanted = schema["properties"]["items"]["items"]
        for item in part["items"]:
            assert set(wanted["required"]) <= item.keys() <= wanted["properties"].keys(), name
            assert item["type"] == wanted["properties"]["type"]["const"]
            assert item["lang"] in wanted["properties"]["lang"]["enum"]


def test_csv_and_json_hold_the_same(built: SiteCopy) -> None:
    """Two forms of one thing: the same items, in the same order."""
    for name, part in json_parts(built).items():
        text = (built.output / name.replace(".json", ".csv")).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [(r["id"], r["lang"]) for r in rows] == [(i["id"], i["lang"]) for i in part["items"]]


def test_all_published_items_are_in_the_data(built: SiteCopy) -> None:
    """What has a page is in the open data, and nothing else is."""
    count = sum(len(part["items"]) for part in json_parts(built).values())
    report = json.loads((built.root / "output-report/build-report.json").read_bytes())
    assert count == sum(sum(by_language.values()) for by_language in report["counts"].values())
    assert {part["type"] for part in json_parts(built).values()} <= RECORD_TYPES.keys()


def test_a_summary_in_a_feed_is_text(small: SiteCopy) -> None:
    """Atom marks a summary as HTML, so the signs of HTML in an editor's words are escaped once more."""
    path = small.content / "news/2026/so-ket.vi.md"
    text = re.sub(
        r"(?m)^summary: .*$", "summary: Khi a < b <img src=x>", path.read_text(encoding="utf-8")
    )
    small.write("news/2026/so-ket.vi.md", text)
    small.build()
    feed = ElementTree.parse(small.output / "feeds/news.vi.atom")
    summaries = [e.text for e in feed.iter("{http://www.w3.org/2005/Atom}summary")]
    assert "Khi a &lt; b &lt;img src=x&gt;" in summaries
