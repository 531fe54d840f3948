"""Samples of what the pages of duties show: tables, steps, weeks, comments, forms and charts.

Each stands with a long text, with a short one, and with what may be missing left out.
"""

from __future__ import annotations

import datetime as dt

from congtinh import addresses
from congtinh.languages import other
from congtinh.pages.charts import FULL
from congtinh.pages.context import Context
from congtinh.pages.drawings import Bar, Drawing
from congtinh.pages.figure_patterns import figure_samples
from congtinh.pages.of_type.consultation import DaysLeft, ShownComment
from congtinh.pages.of_type.poll import Answer
from congtinh.pages.of_type.video import Player, player_of
from congtinh.pages.parts import (
    DataFile,
    DataSet,
    DictionaryRow,
    Download,
    Link,
    TreeEntry,
    Validity,
)
from congtinh.pages.procedure_parts import ToldLine, ToldPart
from congtinh.pages.send_forms import SendForm
from congtinh.pages.site import Site
from congtinh.pages.statistics_parts import FigureCharts
from congtinh.pages.tables import BLANK, Cell, Step, Table
from congtinh.pages.week_table import DayRow, EntryLine, WeekTable, weekday
from congtinh.records.video import Video
from congtinh.validity.states import EXPIRED, IN_FORCE

_DAY = dt.date(2026, 1, 5)
_NUMBER = "118/KH-SKHCN"
_MAIL = "hop-thu-gop-y@co-quan.example"
_DAYS = 11
_LATER = dt.date(2099, 1, 2)


class DutySamples(Context):
    """``poll`` are the answers with their numbers, ``options`` the same before anybody counted."""

    tables: tuple[Table, ...]
    steps: tuple[tuple[Step, ...], ...]
    days: tuple[DaysLeft, ...]
    told: tuple[ToldPart, ...]
    comments: tuple[ShownComment, ...]
    forms: tuple[SendForm, ...]
    poll: tuple[Answer, ...]
    options: tuple[Answer, ...]
    weeks: tuple[WeekTable, ...]
    calendars: tuple[Link, ...]
    bars: Drawing
    charts: FigureCharts
    data_sets: tuple[DataSet, ...]
    sitemap: tuple[TreeEntry, ...]
    examples: tuple[Link, ...]
    players: tuple[Player, ...]


def duty_samples(site: Site, long: str, short: str) -> DutySamples:
    """``long`` and ``short`` are texts in the language of ``site``."""
    home = addresses.fixed("patterns", site.language)
    return DutySamples(
        tables=_tables(site, home, long, short),
        steps=_steps(long, short),
        days=(DaysLeft(_LATER, _DAYS), DaysLeft(_DAY, 0)),
        told=_told(site, home, long, short),
        comments=_comments(site, long, short),
        forms=(_form("", long, short), _form(f"#{_FORMS}", short, short)),
        poll=(Answer(long, "", 642, "99%", FULL), Answer(short, "", 7, "1%", 10), Answer("…", "", 0, "0%", 0)),
        options=tuple([Answer(words, "", None, "", 0) for words in (long, short, "…")]),
        weeks=_weeks(site, home, long, short),
        calendars=(Link(long, home), Link(short, home)),
        bars=Drawing("p-bars", long, "", bars=(Bar(long, "1204", FULL), Bar(short, "12", 10), Bar("…", "–", 0))),
        charts=figure_samples(site, long, short),
        data_sets=_data_sets(home, long, short),
        sitemap=_sitemap(home, long, short),
        examples=(Link(long, home), Link(short, home), Link(_NUMBER, home)),
        players=_players(site, home),
    )


_FORMS = "p-forms"


def _tables(site: Site, home: str, long: str, short: str) -> tuple[Table, ...]:
    """A wide table with all kinds of cells and a foot; the same in blocks; one of a single row."""
    states = [Validity(code, site.label("validity", code)) for code in (IN_FORCE, EXPIRED)]
    head = (short, long[:24], _NUMBER, short, short, "%")
    rows = (
        (Cell(long, address=home), Cell(long), Cell(_NUMBER), Cell(day=_DAY), Cell(state=states[0]), Cell(number=1204)),
        (Cell(short, note=long), Cell(short), Cell(), Cell(day=_DAY), Cell(state=states[1]), Cell(figure="50%")),
        (Cell("…"), Cell(label=site.say("not given")), Cell(), Cell(), Cell(), Cell(number=0)),
    )
    foot = ((Cell(site.say("Total")), BLANK, BLANK, BLANK, BLANK, Cell(number=1204)),)
    return (
        Table("p-table-wide", long, head, rows, foot, long, source=long),
        Table("p-table-blocks", short, head, rows, foot, stacked=True),
        Table("p-table-short", "…", (short, short), ((Cell("…"), Cell()),)),
    )


def _steps(long: str, short: str) -> tuple[tuple[Step, ...], ...]:
    return (
        (
            Step(short, _DAY, done=True),
            Step(long, _DAY, done=True, now=True, note=short),
            Step(short, _DAY, due=True, note=long),
            Step("…"),
        ),
        (Step(short, now=True), Step(short)),
    )


def _told(site: Site, home: str, long: str, short: str) -> tuple[ToldPart, ...]:
    """A part of each make-up, and one of which nothing is told."""
    lines = (ToldLine(long), ToldLine(long, 1), ToldLine(short, 1), ToldLine(short, 2))
    table = Table("p-told-table", short, (short, short), ((Cell(long), Cell(number=1)),), stacked=True)
    file = Download(short, site.language, home, "DOCX", 412_345, 12, False, False, "vi")
    steps = (ToldLine(long), ToldLine(short))
    return (
        ToldPart("p-told-lines", f"a) {long}", lines, table=table, downloads=(file,), note=long),
        ToldPart("p-told-steps", f"b) {short}", steps, numbered=True, links=(Link(short, home),)),
        ToldPart("p-told-none", "c) …", note=site.say("None")),
    )


def _comments(site: Site, long: str, short: str) -> tuple[ShownComment, ...]:
    there = other(site.language)
    return (
        ShownComment(_DAY, short, long, long, "", long, ""),
        ShownComment(_DAY, short, "", short, "", short, ""),
        ShownComment(_DAY, short, "", "Agreed." if there == "en" else "Đồng ý.", there, "", ""),
    )


def _form(action: str, label: str, short: str) -> SendForm:
    """With an ``action`` the form of a service, without one that of a mail."""
    id_ = "p-form-service" if action else "p-form-mail"
    return SendForm(id_, action, _MAIL, short, short, "", f"{short}\n\n", f"mailto:{_MAIL}", label, short)


def _weeks(site: Site, home: str, long: str, short: str) -> tuple[WeekTable, ...]:
    """Days with much, with little, and with nothing but what takes all day."""
    full = EntryLine(
        "07:30–11:30", long, "", long, "", (Link(long, home), Link(short)), long, "", Link(long, home)
    )  # fmt: skip
    bare = EntryLine("", short, "")
    parts = tuple([site.label("day_parts", code) for code in ("sang", "chieu")])
    days = [_DAY + dt.timedelta(n) for n in range(3)]
    cells = (((full, bare), (bare,), ()), ((bare,), (), ()), ((), (), (full,)))
    rows = tuple(
        [
            DayRow(day, weekday(site, day), (first, second), whole)
            for day, (first, second, whole) in zip(days, cells, strict=True)
        ]
    )
    return (
        WeekTable("p-week-full", long, parts, rows),
        WeekTable("p-week-empty", short, parts, (DayRow(_DAY, weekday(site, _DAY), ((), ())),)),
    )


def _data_sets(home: str, long: str, short: str) -> tuple[DataSet, ...]:
    files = tuple([DataFile(title, home, form, 1204) for title in (long, short) for form in ("json", "csv")])
    rows = (DictionaryRow("title", long, True, long, (short, "…")), DictionaryRow("…", short, False, ""))
    return DataSet(f"1. {long}", "p-long", files, home, rows), DataSet("2. …", "p-short", files[2:3], "", ())


def _sitemap(home: str, long: str, short: str) -> tuple[TreeEntry, ...]:
    leaves = (TreeEntry(Link(long, home)), TreeEntry(Link(short, home)))
    return TreeEntry(Link(short, home), (TreeEntry(Link(long), leaves), TreeEntry(Link("…", home)))), *leaves


def _players(site: Site, home: str) -> tuple[Player, ...]:
    """Films of the site, and a sound without pictures and words."""
    found = [
        player_of(site, item, item.record)
        for item in site.model.either("video", site.language)
        if isinstance(item.record, Video) and not item.record.is_sound
    ]
    return *[one for one in found if one][:1], Player(home, "audio/wav", True, None, ())
