"""Calendars to subscribe to, as other programs read them; and nothing that is not public, anywhere."""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import json
import re

import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar as Client

from congtinh.opendata.calendar_text import ZONE, calendar_text
from congtinh.opendata.calendars import Calendar, CalendarEvent, Words
from tests.sites.copies import SiteCopy, copied, tree

SECRET = "Vezhuqo"
"""A word of entries that are not public, in every field that holds words; no other text has it."""

WEEK = f"""---
week: 2026-W47
date: 2026-11-13
creator: Văn phòng Sở
status: published
signed_off: 2026-11-13
version: 3
entries_public: true
entries:
- date: 2026-11-16
  hours: 08:00–10:00
  content: Giao ban; duyệt kế hoạch, phân công
  content_en: Weekly meeting, plans
  place: Phòng họp 502
  leaders: le-thu
  attendees: Trưởng các phòng
- date: 2026-11-16
  hours: 14:30
  content: Làm việc {SECRET}
  content_en: Work {SECRET}
  place: Phòng {SECRET}
  attendees: Ông {SECRET}
  prepared_by: {SECRET}
  public: false
- date: 2026-11-17
  part: chieu
  content: Kiểm tra cân tại chợ
  prepared_by: van-phong
- date: 2026-11-18
  part: ca-ngay
  content: Tập huấn
---
"""
OWN = f"""---
title: Lịch công tác tuần 47 của Giám đốc
week: 2026-W47
leader: le-thu
date: 2026-11-13
creator: Văn phòng Sở
status: published
entries:
- date: 2026-11-19
  hours: 09:00–10:00
  content: Tiếp đoàn công tác
  public: true
- date: 2026-11-19
  hours: 15:00–16:00
  content: Đọc {SECRET}
---
"""
SESSION = """---
title: Tiếp công dân định kỳ tháng 11 năm 2026
summary: Giám đốc Sở tiếp công dân.
date: 2026-11-02
creator: Văn phòng Sở
status: published
kind: dinh-ky
day: 2026-11-18
new_date: 2026-11-25
state: hoan
hours: 08:00–11:00
place: Phòng tiếp công dân
host: le-thu
attendees: Thanh tra
expected_content: Kiến nghị về đo lường
---
"""


def earlier(text: str) -> str:
    """The same schedule a week before."""
    for day in range(13, 20):
        text = text.replace(f"2026-11-{day}", f"2026-11-{day - 7:02d}")
    return text.replace("2026-W47", "2026-W46")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> SiteCopy:
    """The small site with a week of the department, one of its head, and a session, built once."""
    site = copied("small", tmp_path_factory.mktemp("office") / "site")
    site.write("schedule/2026-w47.vi.md", WEEK)
    site.write("schedule/2026-w47.en.md", "---\n---\n")
    site.write("schedule/2026-w46.vi.md", earlier(WEEK))
    site.write("schedule/2026-w47-le-thu.vi.md", OWN)
    site.write("reception/thang-11.vi.md", SESSION)
    site.build()
    return site


def calendars(site: SiteCopy) -> dict[str, bytes]:
    return {name: data for name, data in tree(site.output).items() if name.endswith(".ics")}


def test_what_is_not_public_is_in_no_file(office: SiteCopy) -> None:
    """Pages, search index, open data, feeds, calendars, compressed files: no output holds it, nor the report."""
    everything = tree(office.output) | tree(office.root / "output-report")
    found = [
        name
        for name, data in everything.items()
        if SECRET.lower().encode() in (gzip.decompress(data) if name.endswith(".gz") else data).lower()
    ]
    assert len(everything) > 100
    assert found == []
    public = [name for name, data in everything.items() if "Kiểm tra cân tại chợ".encode() in data]
    assert {"lich-cong-tac/2026-w47/index.html", "open-data/schedule-2026.json", "lich-cong-tac/2026-w47/2026-w47.ics"} <= {
        *public
    }


def test_which_calendars_there_are(office: SiteCopy) -> None:
    """One of the department, of each leader, of each week, and of receptions, in each language that has pages."""
    assert calendars(office).keys() == {
        "lich-cong-tac/lich-cong-tac.ics",
        "lich-cong-tac/2026-w46/2026-w46.ics",
        "lich-cong-tac/2026-w47/2026-w47.ics",
        "lich-cong-tac/2026-w47-le-thu/2026-w47-le-thu.ics",
        "lich-cong-tac/lanh-dao/le-thu/le-thu.ics",
        "tiep-cong-dan/tiep-cong-dan.ics",
        "en/work-schedules/work-schedule.ics",
        "en/work-schedules/2026-w47/2026-w47.ics",
        "en/work-schedules/leaders/le-thu/le-thu.ics",
    }


def test_links_to_calendars_lead_to_files(office: SiteCopy) -> None:
    """Every calendar is linked by a page, and no page links one that is not there."""
    linked = set()
    for name, data in tree(office.output).items():
        if name.endswith("index.html"):
            folder = office.output / name.removesuffix("index.html")
            for href in re.findall(r'href="([^"]+\.ics)"', data.decode()):
                linked.add((folder / href).resolve().relative_to(office.output.resolve()).as_posix())
    assert linked == calendars(office).keys()


def test_three_programs_read_the_same_events(office: SiteCopy) -> None:
    """icalendar, ical (a strict model of RFC 5545) and vobject find the same events at the same times."""
    for name, data in calendars(office).items():
        ours = {(str(e["UID"]), str(e["SUMMARY"]), str(e["DTSTART"].dt)) for e in Client.from_ical(data).walk("VEVENT")}
        strict = IcsCalendarStream.calendar_from_ics(data.decode())
        older = vobject.readOne(data.decode())
        older.validate(raiseException=True)
        assert ours == {(e.uid, e.summary, str(e.dtstart)) for e in strict.events}, name
        assert ours == {(e.uid.value, e.summary.value, str(e.dtstart.value)) for e in older.vevent_list}, name


def test_events_tell_the_schedule(office: SiteCopy) -> None:
    """Hours in the zone of the country, days without hours as whole days, versions as sequence, no clock of the build."""
    calendar = Client.from_ical(calendars(office)["lich-cong-tac/2026-w47/2026-w47.ics"])
    meeting, check, course = calendar.walk("VEVENT")
    assert meeting["DTSTART"].dt.isoformat() == "2026-11-16T08:00:00+07:00"
    assert meeting["DTEND"].dt.isoformat() == "2026-11-16T10:00:00+07:00"
    assert meeting["SUMMARY"] == "Giao ban; duyệt kế hoạch, phân công"
    assert meeting["SUMMARY"].params["LANGUAGE"] == "vi"
    assert meeting["SEQUENCE"] == 2
    assert meeting["STATUS"] == "CONFIRMED"
    assert meeting["DTSTAMP"].dt == dt.datetime(2026, 11, 12, 17, tzinfo=dt.UTC)
    assert check["SUMMARY"] == "Chiều: Kiểm tra cân tại chợ"
    assert (check["DTSTART"].dt, check["DTEND"].dt) == (dt.date(2026, 11, 17), dt.date(2026, 11, 18))
    assert course["SUMMARY"] == "Tập huấn"
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == [ZONE]


def test_english_words_where_they_are_written(office: SiteCopy) -> None:
    """An English calendar says what is written in English, and tells the language of the rest."""
    calendar = Client.from_ical(calendars(office)["en/work-schedules/work-schedule.ics"])
    said = {str(e["SUMMARY"]): e["SUMMARY"].params["LANGUAGE"] for e in calendar.walk("VEVENT")}
    assert said["Weekly meeting, plans"] == "en"
    assert said["Tập huấn"] == "vi"


def test_a_leader_has_the_own_and_the_shared_entries(office: SiteCopy) -> None:
    """What the department's schedule names the leader for, and the leader's own schedule."""
    calendar = Client.from_ical(calendars(office)["lich-cong-tac/lanh-dao/le-thu/le-thu.ics"])
    assert [str(e["SUMMARY"]) for e in calendar.walk("VEVENT")] == [
        "Giao ban; duyệt kế hoạch, phân công", "Giao ban; duyệt kế hoạch, phân công", "Tiếp đoàn công tác",
    ]  # fmt: skip


def test_a_postponed_session_stands_on_its_new_day(office: SiteCopy) -> None:
    """The same event, moved: a client replaces the old one; search engines are told of the first day."""
    (event,) = Client.from_ical(calendars(office)["tiep-cong-dan/tiep-cong-dan.ics"]).walk("VEVENT")
    assert event["DTSTART"].dt.isoformat() == "2026-11-25T08:00:00+07:00"
    assert event["SEQUENCE"] == 1
    assert "18/11/2026" in event["DESCRIPTION"]
    page = (office.output / "tiep-cong-dan/thang-11/index.html").read_text("utf-8")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    told = json.loads(data)
    assert told["@type"] == "Event"
    assert told["eventStatus"] == "https://schema.org/EventRescheduled"
    assert told["startDate"] == "2026-11-25T08:00:00+07:00"
    assert told["previousStartDate"] == "2026-11-18T08:00:00+07:00"


def test_the_current_week_comes_first(office: SiteCopy) -> None:
    """On Sunday 22 November week 47 is still the current one; the week before is one link away."""
    page = (office.output / "lich-cong-tac/index.html").read_text("utf-8")
    assert page.index("2026-w47/") < page.index("week-table") < page.index("2026-w46/")
    week = (office.output / "lich-cong-tac/2026-w47/index.html").read_text("utf-8")
    assert re.search(r'week-nav__label">[^<]*</span>\s*<a href="[./a-z-]*2026-w46/"', week)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120).filter(lambda t: t.strip())
EVENTS = st.builds(
    CalendarEvent,
    st.uuids().map(lambda key: f"{key}@x"),
    st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)),
    st.none() | st.tuples(st.integers(0, 700), st.none() | st.integers(701, 1440)),
    WORDS.map(lambda t: Words(t, "vi")),
    st.none() | WORDS.map(lambda t: Words(t, "en")),
    st.none() | st.lists(WORDS, min_size=1, max_size=3).map(lambda lines: Words("\n".join(lines), "vi")),
    st.sampled_from(("", "https://x.example/a/")),
    st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 1, 1), timezones=st.just(dt.UTC)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    st.integers(0, 9),
    st.sampled_from(("CONFIRMED", "TENTATIVE", "CANCELLED")),
)


@settings(max_examples=50)
@example([], "\\")
@example([], "a;b,c\\n")
@given(st.lists(EVENTS, max_size=3), WORDS)
def test_any_words_come_back(events: list[CalendarEvent], name: str) -> None:
    """Lines end in CRLF and have at most 75 octets, no letter is cut, and a client reads every word back."""
    data = calendar_text(Calendar("a.ics", name, "vi", tuple(events)))
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and line.decode() is not None for line in lines)
    read = Client.from_ical(data)
    assert re.sub(r"\\(.)", r"\1", str(read["X-WR-CALNAME"])) == name  # left as it is written: no property of the RFC
    for one, event in itertools.zip_longest(events, read.walk("VEVENT")):
        assert str(event["SUMMARY"]) == one.summary.text
        assert str(event.get("DESCRIPTION", "")) == (one.description.text if one.description else "")
        assert event["DTSTAMP"].dt == one.stamp
    assert data == calendar_text(Calendar("a.ics", name, "vi", tuple(events)))
