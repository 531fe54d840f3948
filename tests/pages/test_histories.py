"""The states of a document as its page lists and draws them, against the timeline they come from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.languages import LANGUAGES, Language
from congtinh.model import SiteModel
from congtinh.pages.document_parts import HistoryEntry
from congtinh.pages.histories import current, following, history
from congtinh.pages.site import Site
from congtinh.pages.state_pictures import WIDTH, state_picture
from congtinh.validity.states import EXPIRED, IN_FORCE, NOT_YET, PARTLY_EXPIRED, state_on
from tests.opendata.registers import DAYS, FIRST, GRAPHS, LAST, Written, item_of, model_of
from tests.sites.copies import PROJECT, SiteCopy

SETTINGS = SiteCopy(PROJECT).settings()
LAW = {"doc_class": "vbqppl", "issued": dt.date(2026, 1, 2), "effective": dt.date(2026, 1, 5)}


def site_of(model: SiteModel, language: Language = "vi") -> Site:
    return Site(model, SETTINGS, language)


def entries_of(
    written: Written, name: str = "a", language: Language = "vi", today: dt.date | None = None
) -> tuple[HistoryEntry, ...]:
    """The history of one of these documents."""
    model = model_of(written)
    model = replace(model, today=today) if today else model
    return history(site_of(model, language), item_of(model, name))


def entry_on(entries: tuple[HistoryEntry, ...], day: dt.date) -> HistoryEntry | None:
    """The entry that holds on a day, as the script of the page finds it."""
    held = [entry for entry in entries if entry.since is None or entry.since <= day]
    return held[-1] if held else None


@given(GRAPHS)
def test_each_day_has_the_state_of_the_timeline(written: Written) -> None:
    """The entry of a day says what holds then; only before the first one nothing is said."""
    model = model_of(written)
    for item in model.items:
        entries = history(site_of(model), item)
        for number in range((LAST - FIRST).days + 1):
            day = FIRST + dt.timedelta(days=number)
            code = state_on(model.timeline(item), day).code
            entry = entry_on(entries, day)
            if entry is not None:
                assert entry.state == code, (item.id, day)
            else:
                issued = item.record.issued  # type: ignore[attr-defined]
                assert code in (NOT_YET, "") and (not code or day < issued)


@given(GRAPHS, DAYS)
def test_entries_follow_each_other_and_one_is_of_the_day(written: Written, today: dt.date) -> None:
    """No gap stands between entries; the marked one holds on the day of the build, the next after it."""
    model = replace(model_of(written), today=today)
    for item in model.items:
        entries = history(site_of(model), item)
        assert all(one.until == two.since for one, two in pairwise(entries))
        assert sum(entry.current for entry in entries) <= 1
        now, later = current(entries), following(entries)
        assert now is None or now is entry_on(entries, today)
        assert now is not None or entry_on(entries, today) is None
        assert later is None or (later.since is not None and later.since > today)


@given(GRAPHS, st.sampled_from(LANGUAGES))
def test_every_state_that_began_says_why(written: Written, language: Language) -> None:
    """A state has its reasons in words, with a link to the document that is the cause."""
    model = model_of(written)
    for item in model.items:
        for entry in history(site_of(model, language), item):
            assert entry.label
            assert not entry.since or entry.reasons or entry.state in (NOT_YET, "")
            for reason in entry.reasons:
                assert reason.text
                assert reason.source is None or reason.source.address


def test_before_its_issue_a_document_has_no_state() -> None:
    """A plan holds from its issue, and so its history begins there: before it there was no plan."""
    plan = {"doc_class": "hanh-chinh", "issued": dt.date(2026, 1, 3)}
    (entry,) = entries_of({"a": plan})

    assert (entry.state, entry.since, entry.until) == (IN_FORCE, dt.date(2026, 1, 3), None)
    assert [reason.text for reason in entry.reasons] == ["ngày ban hành"]


def test_of_a_document_without_dates_nothing_is_said() -> None:
    """A law without a date of effect has no history, since none of it is known."""
    assert entries_of({"a": {"doc_class": "vbqppl", "issued": dt.date(2026, 1, 3)}}) == ()


@pytest.mark.parametrize(
    ("others", "language", "words"),
    [
        ({}, "vi", "theo quy định tại văn bản"),
        ({}, "en", "as the document says"),
        ({"expires": dt.date(2026, 1, 9)}, "vi", "hết thời hạn ghi trong văn bản"),
        ({"expires": dt.date(2026, 1, 9)}, "en", "the time that the document names is over"),
        (
            {"status_override": {"status": EXPIRED, "reason": "Thử", "by": "Lê Thử"}},
            "vi",
            "do Lê Thử ghi nhận",
        ),
    ],
)
def test_a_document_may_itself_be_the_reason(
    others: dict[str, Any], language: Language, words: str
) -> None:
    """Its own dates, or a person, are named where no other document is the cause."""
    last = entries_of({"a": {**LAW, **others}}, language=language)[-1]

    assert [reason.text for reason in last.reasons] == [words]
    assert [reason.source for reason in last.reasons] == [None]


def test_an_expiry_that_was_put_off_names_who_did_it() -> None:
    """The last day of an extended document is that of the extension."""
    extends = {"kind": "keo-dai-hieu-luc", "target": "a", "to_date": dt.date(2026, 1, 20)}
    written = {"a": {**LAW, "expires": dt.date(2026, 1, 9)}, "b": {**LAW, "relations": [extends]}}
    (reason,) = entries_of(written)[-1].reasons

    assert reason.text == "hết thời hạn được kéo dài bởi"
    assert reason.source is not None
    assert reason.source.text == "02/2026/QĐ-UBND"


def test_all_causes_are_named_and_a_note_once() -> None:
    """Two amendments are both named; what the law says of amended parts stands there once."""
    amends = {"kind": "sua-doi-bo-sung", "target": "a", "clause_to": "khoản 2 Điều 5"}
    later = {**LAW, "effective": dt.date(2026, 1, 8), "relations": [amends]}
    for language, clause in (("vi", "khoản 2 Điều 5"), ("en", "Clause 2, Article 5")):
        last = entries_of({"a": LAW, "b": later, "c": later}, language=language)[-1]  # type: ignore[arg-type]
        assert last.state == PARTLY_EXPIRED
        assert [reason.source.text for reason in last.reasons if reason.source] == [
            "02/2026/QĐ-UBND",
            "03/2026/QĐ-UBND",
        ]
        assert {reason.clause for reason in last.reasons} == {clause}
        first, second = [reason.note for reason in last.reasons]
        assert "64/2025/QH15" in first
        assert second == ""


# the picture


HISTORIES = st.lists(
    st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)), min_size=1, max_size=12, unique=True
).map(sorted)


def drawn(days: list[dt.date]) -> tuple[HistoryEntry, ...]:
    """A history with a state before the first of these days and one from each of them on."""
    since: list[dt.date | None] = [None, *days]
    return tuple(
        HistoryEntry((NOT_YET, IN_FORCE)[place % 2], "", start, end, (), False)
        for place, (start, end) in enumerate(zip(since, [*days, None], strict=True))
    )


@given(HISTORIES, st.none() | st.dates(dt.date(1980, 1, 1), dt.date(1989, 12, 31)))
def test_the_line_of_time_is_whole(days: list[dt.date], issued: dt.date | None) -> None:
    """Spans fill the picture from edge to edge, each wide enough to be seen, with a tick between them."""
    picture = state_picture(drawn(days), issued)

    assert picture is not None
    assert (picture.spans[0].start, picture.spans[-1].end) == (0, WIDTH)
    assert all(one.end == two.start for one, two in pairwise(picture.spans))
    assert all(span.end - span.start >= 20 for span in picture.spans)
    starts = [span.start for span in picture.spans]
    assert [tick.at for tick in picture.ticks] == (starts if issued else starts[1:])


@given(HISTORIES)
def test_longer_states_are_longer(days: list[dt.date]) -> None:
    """Of two states with a beginning and an end the one that lasted longer is drawn no shorter."""
    picture = state_picture(drawn(days))

    assert picture is not None
    lasted = [(two - one).days for one, two in pairwise(days)]
    widths = [span.end - span.start for span in picture.spans[1:-1]]
    for (one, wide), (two, narrow) in pairwise(sorted(zip(lasted, widths, strict=True))[::-1]):
        assert one >= two
        assert wide >= narrow - 1  # both ends are whole units


@given(HISTORIES, st.none() | st.dates(dt.date(1980, 1, 1), dt.date(1989, 12, 31)))
def test_words_of_days_never_touch(days: list[dt.date], issued: dt.date | None) -> None:
    """At six units a sign no date runs into the next one or over the edge; of few states all are told."""
    picture = state_picture(drawn(days), issued)
    assert picture is not None
    places = []
    for tick in picture.ticks:
        if tick.day:
            length = 6 * len(f"{tick.day.month}/{tick.day.year}")
            left = {"start": tick.at, "middle": tick.at - length / 2, "end": tick.at - length}
            places.append((left[tick.anchor], left[tick.anchor] + length))
    assert all(left >= 0 and right <= WIDTH for left, right in places)
    assert all(one[1] <= two[0] + 1 for one, two in pairwise(places))
    assert len(places) >= (len(days) if len(days) <= 5 else 3)


@given(GRAPHS, DAYS, DAYS)
def test_the_picture_changes_only_with_the_state(
    written: Written, one: dt.date, two: dt.date
) -> None:
    """Builds on two days of the same state draw the same picture, so that no page changes for nothing."""
    models = [replace(model_of(written), today=day) for day in (one, two)]
    for item in models[0].items:
        first, second = (history(site_of(model), item) for model in models)
        if current(first) == current(second):
            assert state_picture(first) == state_picture(second)


def test_one_state_needs_no_picture() -> None:
    """What never changes is said in words."""
    assert state_picture(drawn([])) is None
    assert state_picture(()) is None
