"""Entries of the site map are made one at a time and put together afterwards."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from hypothesis import given
from hypothesis import strategies as st

from congtinh.opendata.sitemap import Place, entry, sitemap_files, sitemap_names

URL = "https://thu.example"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
# carriage returns are white space to any reader of XML
ADDRESSES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")))
DAYS = st.none() | st.dates(dt.date(1990, 1, 1))
PLACES = st.builds(
    Place, ADDRESSES, DAYS, st.lists(st.tuples(st.sampled_from(["vi", "en"]), ADDRESSES)).map(tuple)
)


@given(st.lists(PLACES, max_size=5))
def test_the_map_is_made_of_its_entries(places: list[Place]) -> None:
    """Every entry stands in the map as it is, in order, under the names foretold."""
    entries = [entry(place, URL) for place in places]
    files = sitemap_files(entries, URL)

    assert list(files) == sitemap_names(entries)
    assert "".join(entries) in files["sitemap.xml"]


@given(PLACES)
def test_an_entry_reads_back(place: Place) -> None:
    """Whatever signs an address has, a reader of XML finds it again."""
    root = ElementTree.fromstring(sitemap_files([entry(place, URL)], URL)["sitemap.xml"])
    links = [(link.get("hreflang"), link.get("href")) for link in root.iter(LINK)]

    assert root.findtext(f"{MAP}url/{MAP}loc") == f"{URL}/{place.address}"
    assert root.findtext(f"{MAP}url/{MAP}lastmod") == (
        place.updated.isoformat() if place.updated else None
    )
    assert links == [(language, f"{URL}/{address}") for language, address in place.alternates]


@given(st.text())
def test_an_alternate_is_quoted_as_an_attribute(address: str) -> None:
    """The quick way past harmless addresses writes what the standard library would."""
    text = entry(Place("a/", None, (("en", address),)), URL)

    assert f"href={quoteattr(f'{URL}/{address}')}/>" in text
