"""The counter in the footer is a figure with its day and source, and moves only with the records."""

from __future__ import annotations

from pathlib import Path

from tests.sites.copies import copied

MONTH = "---\nperiod: {0}\nvisits_vi: {1}\nvisits_en: 10\nvisits_source: log\ncounted_on: {2}\nstatus: published\n---\n"


def test_the_total_stands_with_its_day_and_source(tmp_path: Path) -> None:
    """Off by default; on, all months together; an edited text makes its own pages again and no others."""
    site = copied("small", tmp_path / "site")
    site.write("usage/2026-09.vi.md", MONTH.format("2026-09", 1000, "2026-10-02"))
    site.write("usage/2026-10.vi.md", MONTH.format("2026-10", 234, "2026-10-20"))
    first = site.build()
    home = site.output / "index.html"
    assert "1.254" not in home.read_text("utf-8")
    counted = site.build(VISITS_IN_FOOTER=True)
    footer = home.read_text("utf-8").partition("<footer")[2]
    assert "1.254" in footer and "20/10/2026" in footer and "Nhật ký máy chủ" in footer
    assert "Server log" in (site.output / "en/index.html").read_text("utf-8")
    assert counted.rendered >= first.pages - 1
    news = next((site.content / "news").rglob("*.vi.md"))
    news.write_text(news.read_text("utf-8") + "\nThêm một câu.\n", "utf-8")
    assert site.build(VISITS_IN_FOOTER=True).rendered < first.pages // 2
