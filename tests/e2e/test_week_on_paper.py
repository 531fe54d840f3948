"""A weekly schedule on paper: whatever a week holds, one sheet of A4, as it is hung up."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from tests.e2e.conftest import NewPage
from tests.e2e.kinds import ENGLISH, VIETNAMESE
from tests.e2e.server import SiteServer

pytestmark = pytest.mark.browser

A4_ACROSS = (841.9, 595.3)  # points

FULL = """each => {
  const lines = [...document.querySelectorAll(".entry-line")];
  let next = 0;
  for (const cell of document.querySelectorAll(".week-table__day > td")) {
    const list = cell.querySelector("ul") ?? cell.appendChild(document.createElement("ul"));
    while (list.children.length < each) list.append(lines[next++ % lines.length].cloneNode(true));
  }
  if (document.querySelectorAll(".entry-line").length >= 26)
    document.querySelector(".week-table").classList.add("week-table--long");
  return document.querySelectorAll(".entry-line").length;
}"""
"""Fills each part of each day up to so many entries, with those of the week in turn; marks long tables as pages do."""


@pytest.mark.parametrize("address", [VIETNAMESE["week"], ENGLISH["week"]])
@pytest.mark.parametrize("each", [0, 2, 3])
def test_a_week_is_one_sheet(site: SiteServer, new_page: NewPage, address: str, each: int) -> None:
    """As it is, with two and with three entries in each part of six days (37 in all): one A4 sheet, every entry on it."""
    page = new_page()
    page.goto(site.url(address))
    number = page.evaluate(FULL, each)
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(reader.pages) == 1
    sheet = reader.pages[0]
    assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == pytest.approx(A4_ACROSS, abs=1)
    text = sheet.extract_text()
    assert text.count("–") >= number  # each entry has hours
    assert "21" in text  # the last day too
