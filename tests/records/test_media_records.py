"""Galleries, recordings, gazette issues, polls, awards and sanctions, data sets: what each must have."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import Problem, Severity
from congtinh.periods import WorkingDays
from congtinh.records.award_penalty import AwardPenalty
from congtinh.records.base import Record
from congtinh.records.dataset import Dataset, later
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.gazette import Gazette
from congtinh.records.poll import Poll
from congtinh.records.reading import read_record
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.video import Video
from congtinh.vocabulary.registry import Vocabularies

TODAY = dt.date(2026, 11, 22)
VOCABULARIES, _ = Vocabularies.load()
COMMON = "title: Một mục để kiểm thử\nsummary: Mô tả ngắn.\ndate: 2026-11-10\nstatus: published\n"
IMAGE = "- file: /images/{n}.jpg\n  alt: Người dân ở quầy số {n}\n  credit: Lê Thử\n"
TEXTS = {
    "gallery": "images:\n" + IMAGE.format(n=1) + IMAGE.format(n=2),
    "video": (
        'kind: video\nfile: /files/a.mp4\nduration: "3:25"\nposter: /images/1.jpg\n'
        "captions:\n- file: /files/a.vi.vtt\n  lang: vi\n"
    ),
    "gazette": (
        "issue_no: 41 + 42\ndate_issued: 2026-11-09\nfile: /files/a.pdf\n"
        "documents:\n- document: 1/QĐ-X\n  abstract: Về A\n"
    ),
    "poll": (
        "question: Có hay không?\nopens: 2026-10-01\ncloses: 2026-10-31\ntotal: 10\n"
        "options:\n- label: Có\n  answers: 7\n- label: Không\n  answers: 3\n"
    ),
    "award_penalty": (
        "kind: xu-phat\nsubject: Công ty A\nsubject_kind: to-chuc\ndecision_number: 1/QĐ-XPHC\n"
        "decided: 2026-11-02\nuntil: 2026-12-31\n"
    ),
    "dataset": (
        "columns:\n- name: a\n  label: Cột A\nlicence: CC0\nfile: /files/a.csv\nrefreshed: 2026-10-31\nfrequency: p1m\n"
    ),
    "notice": "kind: tam-ngung\nfrom_date: 2026-12-05\nannounced: 2026-11-20\nrestore_expected: 2026-12-06 06:00\n",
    "indicator": "key: a\nlabel: A\nvalue: 65\nof_total: 65\non_date: 2026-09-30\nsource: Sở\n",
}


def read(name: str, text: str) -> tuple[Record | None, list[Problem]]:
    front = read_front_matter(f"{name}/a.vi.md", f"---\n{COMMON}{text}---\n")
    assert isinstance(front, FrontMatter), front
    facts = {"id": f"{name}/a", "type": name, "lang": "vi"}
    return read_record(RECORD_TYPES[name], front, facts, VOCABULARIES, TODAY, None)


@pytest.mark.parametrize("name", TEXTS)
def test_a_sound_item_has_no_fault(name: str) -> None:
    """The fixtures of the other tests are themselves sound."""
    record, problems = read(name, TEXTS[name])
    assert problems == [] and record is not None and record.visible(TODAY)


@pytest.mark.parametrize(
    ("name", "written", "instead", "field", "rule"),
    [
        ("gallery", IMAGE.format(n=2), "", "images", "E.2"),
        ("gallery", "  alt: Người dân ở quầy số 2\n", "", "images[2].alt", "R1"),
        ("video", "file: /files/a.mp4\n", "", "file", "E.3"),
        ("video", "a.mp4", "a.exe", "file", "E.3"),
        ("video", '"3:25"', '"3 phút"', "duration", "E.3"),
        ("video", "poster: /images/1.jpg\n", "", "poster", "E.3"),
        ("video", "a.vi.vtt", "a.vi.srt", "captions[1].file", "E.3"),
        ("video", "lang: vi", "lang: fr", "captions[1].lang", "E.3"),
        ("gazette", "file: /files/a.pdf\n", "", "file", "E.22"),
        ("gazette", "41 + 42", "đặc biệt", "issue_no", "E.22"),
        ("gazette", "2026-11-09", "2026-11-11", "date_issued", "R5"),
        ("gazette", "  abstract: Về A\n", "", "documents[1].abstract", "R1"),
        ("poll", "total: 10", "total: 11", "total", "R23"),
        ("poll", "  answers: 3\n", "", "options", "R23"),
        ("poll", "total: 10\noptions:\n- label: Có\n  answers: 7\n", "options:\n", "options", "E.27"),
        ("poll", "closes: 2026-10-31", "closes: 2026-09-30", "closes", "R5"),
        ("award_penalty", "subject_kind: to-chuc", "subject_kind: ca-nhan", "person_allowed_by", "E.15"),
        ("award_penalty", "decision_number: 1/QĐ-XPHC\n", "", "decision", "E.15"),
        ("award_penalty", "until: 2026-12-31", "until: 2026-10-31", "until", "R5"),
        ("dataset", "file: /files/a.csv\n", "", "file", "E.28"),
        ("dataset", "file: /files/a.csv\n", "url: https://x.example/\n", "formats", "E.28"),
        ("dataset", "licence: CC0\n", "", "licence", "R1"),
        ("dataset", "columns:\n", "columns:\n- name: a\n  label: Cột B\n", "columns", "E.28"),
        ("notice", "announced: 2026-11-20", "announced: 2026-12-01", "announced", "R28"),
        ("notice", "announced: 2026-11-20", "announced: 2026-12-05", "announced", "R28"),
        ("notice", "restore_expected: 2026-12-06 06:00\n", "", "restore_expected", "R28"),
        ("indicator", "value: 65", "value: 66", "value", "R23"),
    ],
)
def test_what_is_missing_or_wrong_is_an_error(name: str, written: str, instead: str, field: str, rule: str) -> None:
    """Each rule of a type, broken once: told at its field, and nothing else is told."""
    assert written in TEXTS[name]
    _, problems = read(name, TEXTS[name].replace(written, instead))
    told = {(p.field, p.is_error) for p in problems if p.severity is Severity.ERROR}
    rules = {p.rule.replace("R16", "R1") for p in problems if p.severity is Severity.ERROR}

    assert (told, rules) == ({(field, True)}, {rule})


@pytest.mark.parametrize(
    ("name", "written", "field"),
    [
        ("video", "captions:\n- file: /files/a.vi.vtt\n  lang: vi\n", "captions"),
        ("award_penalty", "until: 2026-12-31\n", "until"),
    ],
)
def test_what_ought_to_be_there_is_a_warning(name: str, written: str, field: str) -> None:
    """Captions of a video, and the last day of a sanction of an organisation."""
    _, problems = read(name, TEXTS[name].replace(written, ""))
    assert [(p.field, p.severity) for p in problems] == [(field, Severity.WARNING)]


def test_sound_needs_neither_poster_nor_captions() -> None:
    """There is nothing to see; the transcript holds what is said."""
    _, problems = read("video", "kind: audio\nfile: /files/a.mp3\nduration: 45\n")
    assert problems == []


@pytest.mark.parametrize(
    ("written", "seconds"),
    [('"3:25"', 205), ("3:25", 205), ("1:02:03", 3723), ('"0:09"', 9), ("90", 90), ('"75:00"', 4500)],
)
def test_durations_as_people_and_yaml_write_them(written: str, seconds: int) -> None:
    """Quoted or not, a duration is the same: YAML takes an unquoted 3:25 for the number 205."""
    record, problems = read("video", TEXTS["video"].replace('"3:25"', written))
    assert isinstance(record, Video) and record.seconds == seconds and problems == []


@given(announced=st.dates(dt.date(2026, 1, 5), dt.date(2026, 11, 30)), days=st.integers(0, 30))
def test_an_outage_is_told_seven_working_days_ahead(announced: dt.date, days: int) -> None:
    """R28 holds exactly where fewer working days lie between; force majeure excuses it (NĐ 224/2026, Điều 13)."""
    begins = announced + dt.timedelta(days=days)
    ahead = WorkingDays(VOCABULARIES["holidays"]).between(announced, begins)
    written = {"2026-12-05": begins.isoformat(), "2026-11-20": announced.isoformat()}
    text = re.sub("|".join(written), lambda found: written[found[0]], TEXTS["notice"])

    _, problems = read("notice", text)
    _, excused = read("notice", text + "force_majeure: true\n")

    assert [p.rule for p in problems] == (["R28"] if ahead < 7 else []) and excused == []


def test_an_outage_is_shown_from_its_announcement_until_all_is_back() -> None:
    """Visitors read of it before it begins; once the service is back it is over, whatever was planned."""
    record, _ = read("notice", TEXTS["notice"] + "to_date: 2026-12-06\n")
    back, _ = read("notice", TEXTS["notice"] + "to_date: 2026-12-06\nrestored: 2026-12-05 20:00\n")
    days = [dt.date(2026, 11, 19), dt.date(2026, 11, 20), dt.date(2026, 12, 6), dt.date(2026, 12, 7)]

    assert [record.in_force(day) for day in days] == [False, True, True, False]  # type: ignore[union-attr]
    assert [back.in_force(day) for day in days] == [False, True, False, False]  # type: ignore[union-attr]


@given(st.dates(dt.date(2026, 11, 10), dt.date(2027, 2, 1)))
def test_a_sanction_is_seen_until_its_last_day(day: dt.date) -> None:
    """E.15: the day after ``until`` no visitor sees it."""
    record, _ = read("award_penalty", TEXTS["award_penalty"])
    assert isinstance(record, AwardPenalty)
    assert record.visible(day) == (day <= dt.date(2026, 12, 31))


def test_sanctions_are_what_the_law_demands_and_commendations_are_not() -> None:
    """Luật 01/2026/QH16, Điều 17 khoản 1 điểm i speaks of sanctions alone."""
    text = TEXTS["award_penalty"]
    for kind, there in (("xu-phat", True), ("khen-thuong", False)):
        record, _ = read("award_penalty", re.sub(r"(?m)^kind: .*$", f"kind: {kind}", text))
        assert record is not None
        assert ("tctt26:17.1.i" in record.sections(Vocabularies.load()[0])) is there
        assert "43:10.1.c" in record.sections(Vocabularies.load()[0])


def test_awards_and_polls_count() -> None:
    """Awards and sanctions count apart; a poll counts once, and its answers on the day they were counted."""
    award, _ = read("award_penalty", TEXTS["award_penalty"])
    poll, _ = read("poll", TEXTS["poll"] + "counted_on: 2026-11-03\n")

    assert award is not None and poll is not None
    assert [(c.measure, c.kind) for c in award.counts()] == [("items", "xu-phat"), ("awards", "xu-phat")]
    assert {(c.measure, c.value, c.day) for c in poll.counts()} == {
        ("items", 1, None), ("polls", 1, dt.date(2026, 10, 1)), ("poll_answers", 10, dt.date(2026, 11, 3)),
    }  # fmt: skip


def test_a_poll_opens_and_closes_by_its_days() -> None:
    """The last day is still open; a result that is late is so after its term and not before."""
    text = "".join(line for line in TEXTS["poll"].splitlines(True) if "answers" not in line and "total" not in line)
    record, _ = read("poll", text)
    assert isinstance(record, Poll)
    days = [dt.date(2026, 9, 30), dt.date(2026, 10, 1), dt.date(2026, 10, 31), dt.date(2026, 11, 1)]
    assert [record.state_on(day) for day in days] == ["sap-mo", "dang-mo", "dang-mo", "da-dong"]
    assert [record.overdue(dt.date(2026, 11, n), 10) for n in (10, 11)] == [False, True]


@pytest.mark.parametrize(
    ("day", "duration", "wanted"),
    [("2026-01-31", "p1m", "2026-02-28"), ("2024-02-29", "p1y", "2025-02-28"), ("2026-11-30", "p3m", "2027-02-28"),
     ("2026-12-15", "p1m", "2027-01-15"), ("2026-12-30", "p1w", "2027-01-06"), ("2026-01-01", "khong-dinh-ky", None)],
)  # fmt: skip
def test_when_the_next_refresh_is_due(day: str, duration: str, wanted: str | None) -> None:
    """Months end where the calendar ends them; without a rhythm nothing is due."""
    found = later(dt.date.fromisoformat(day), duration)
    assert (found.isoformat() if found else None) == wanted


def test_every_frequency_can_be_worked_out_or_is_none() -> None:
    """A code of the vocabulary is a duration of ISO 8601, or says that there is no rhythm."""
    codes = [term.code for term in VOCABULARIES["frequencies"]]
    assert [code for code in codes if later(TODAY, code) is None] == ["khong-dinh-ky"]


def test_a_data_set_grows_stale_by_its_frequency() -> None:
    """The state on its page follows the day of the visitor."""
    record, _ = read("dataset", TEXTS["dataset"])
    assert isinstance(record, Dataset)
    assert [record.state_on(dt.date(2026, m, d)) for m, d in ((11, 30), (12, 1))] == ["dung-han", "qua-han"]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [("41", (41,)), ("41 + 42", (41, 42)), ("41/2026", (41,)), ("Số 7+8/2026", (7, 8)), ("đặc biệt", ())],
)
def test_numbers_of_issues(written: str, numbers: tuple[int, ...]) -> None:
    """A double issue has two numbers; a year behind a stroke is none."""
    assert Gazette.model_construct(issue_no=written).numbers == numbers
