"""The editors' dashboard: what is missing, late or near, beside the output and never in it."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path

import pytest

from congtinh.build.dashboard import DASHBOARD, dashboard
from congtinh.build.dashboard_dates import next_dates
from congtinh.build.dashboard_markup import bar, mark, table
from congtinh.build.run import Build
from congtinh.commands.dashboard import write_dashboard
from congtinh.errors import Problem, Severity
from congtinh.periods import parse_period
from congtinh.settings import Settings
from congtinh.statistics import marks
from congtinh.statistics.counting import counting_of
from congtinh.statistics.coverage import STATES
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts
from tests.sites.copies import PROJECT, SiteCopy, tree

PARTS = (
    "dates", "faults", "deadlines", "quotas", "countdown", "coverage", "parity", "rhythm", "contributions",
    "reviews", "points", "scores", "gaps", "changes",
)  # fmt: skip


def cards_of(settings: Settings) -> Scorecards:
    counts = SiteCounts(Build(settings).gather(), counting_of(settings))
    period = parse_period(str(settings.today.year), as_of=settings.today)
    return Scorecards(counts, period, settings.agency)


@cache
def demonstration() -> tuple[Settings, Scorecards]:
    settings = SiteCopy(PROJECT).settings(EDITOR_LANG="en")
    return settings, cards_of(settings)


@cache
def page() -> str:
    settings, cards = demonstration()
    return dashboard(cards, [], (), settings)


def part(name: str, text: str) -> str:
    """The words of one part of the page."""
    return re.findall(rf'<section id="{name}">.*?</section>', text, re.DOTALL)[0]


def test_every_scorecard_has_its_part() -> None:
    """The parts stand once each, and the large numbers above lead to them."""
    assert tuple(re.findall(r'<section id="(\w+)"', page())) == PARTS
    assert set(re.findall(r'href="#(\w+)"', page())) <= set(PARTS)


def test_the_page_is_one_file_without_scripts() -> None:
    """It opens from the disk with nothing beside it, and asks no search engine in."""
    assert not re.search(r"<script|<link|src=|https?://", page().replace("http://www.w3.org", ""))
    assert 'name="robots" content="noindex"' in page()


def test_every_state_is_a_word_a_shape_and_a_colour() -> None:
    """No two colours share a shape, and every colour that a mark names is drawn in both schemes."""
    named = [one for one in vars(marks).values() if isinstance(one, marks.Mark)]
    every = [*named, *STATES.values()]
    shapes = {one.colour: re.findall(r'aria-hidden="true">(.)<', mark(one, "vi"))[0] for one in every}

    assert {one.colour for one in every} == {"green", "blue", "amber", "red", "grey"}
    assert len(set(shapes.values())) == len(shapes)
    for one in every:
        assert one.word.vi in mark(one, "vi")
        assert len(re.findall(rf"--{one.colour}:\s+#", page())) == 3  # light, dark and print


def test_units_that_sent_nothing_keep_their_row() -> None:
    """Every unit of the table stands on the page, those without anything too."""
    _, cards = demonstration()
    text = part("contributions", page())

    assert len(cards.contributions.rows) >= 5
    for row in cards.contributions.rows:
        assert f">{row.label.en}<" in text


def test_targets_show_what_is_done_of_what_is_asked() -> None:
    """A bar for each, with the numbers and the word beside it."""
    _, cards = demonstration()
    text = part("quotas", page())

    assert text.count('<svg class="bar') == len(cards.quotas) > 0
    for one in cards.quotas:
        assert f"{one.done}/{one.target.minimum}" in text


def test_days_to_come_are_told_in_order() -> None:
    """Changes of validity, items to be shown, targets and laws, from today on, the next first."""
    settings, cards = demonstration()
    coming = [{"day": "2026-11-25", "number": "21/2026/QĐ-UBND", "state": "In force", "id": "x", "cause": ""}]
    found = next_dates(cards, coming)
    days = [one.day for one in found]

    assert days == sorted(days)
    assert min(days) >= settings.today
    assert "21/2026/QĐ-UBND: In force" in [one.about.en for one in found]
    assert dt.date(2027, 3, 1) in days
    waiting = [item for item in cards.counts.model.hidden if item.record.status == "published"]
    scheduled = [i.path for i in waiting if i.record.date and i.record.date.date() > settings.today]
    assert scheduled
    assert set(scheduled) <= {one.file for one in found}


def test_a_fault_is_told_once_with_its_files() -> None:
    """Errors stand before warnings; of many files the first are named and the rest counted."""
    settings, cards = demonstration()
    warnings = [
        Problem(f"news/n{n}.vi.md", "is mandatory", field="file", severity=Severity.WARNING) for n in range(9)
    ]
    error = Problem("news/z.vi.md", "is no date", field="date", value="<hôm qua>", line=4)
    text = part("faults", dashboard(cards, [*warnings, error], (), settings))

    assert text.count("is mandatory") == 1
    assert "news/n4.vi.md and 4 more" in text
    assert text.index("is no date") < text.index("is mandatory")
    assert "news/z.vi.md:4" in text
    assert "&lt;hôm qua&gt;" in text


@pytest.mark.parametrize(("share", "length"), [(-1, 0), (0, 0), (0.5, 50), (1, 100), (7, 100)])
def test_a_bar_stays_in_its_box(share: float, length: int) -> None:
    """What is more than whole is drawn whole."""
    assert f"h{length}v8" in bar(share)


def test_cells_of_a_table_are_escaped() -> None:
    """Titles of content may hold anything."""
    told = table("a<b", ["<i>"], [["<script>"]])

    assert "<script>" not in told
    assert "<i>" not in told
    assert "a&lt;b" in told


def test_the_command_writes_beside_the_output(
    small: SiteCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page lies in the folder of reports; the site itself stays as it was; the editors' language rules."""
    small.build()
    before = tree(small.output)
    theme = f"\nTHEME = {str(PROJECT / 'theme')!r}\n"
    conf = small.root / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8") + theme, "utf-8")
    monkeypatch.chdir(small.root)

    assert write_dashboard() == 0
    written = Path(small.settings().report) / DASHBOARD
    assert 'lang="vi"' in written.read_text("utf-8")
    assert tree(small.output) == before
    assert DASHBOARD in capsys.readouterr().out.replace("\n", "")


def test_a_period_that_is_none_is_told(
    small: SiteCopy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command names what was typed, and writes nothing."""
    monkeypatch.chdir(small.root)

    assert write_dashboard(period="T13-2026") == 1
    assert "T13-2026" in capsys.readouterr().out
    assert not (small.settings().report / DASHBOARD).exists()
