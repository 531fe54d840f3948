"""One entry of a weekly schedule, and which of them may leave the editors' desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.periods.hours import Hours, parse_hours
from congtinh.periods.weeks import Week, parse_week
from congtinh.records.base import mandatory_of_model
from congtinh.records.fields import Day, Text, Texts, coded, entry, fault, vocabularies_of
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

WHOLE_DAY = "ca-ngay"
_MINUTES = 60


def read_hours(value: object) -> object:
    """Hours as ``08:00–10:30``, whatever way they are written; YAML takes ``14:30`` for a number."""
    written = value if isinstance(value, str) else ""
    if isinstance(value, int) and not isinstance(value, bool):
        written = f"{value // _MINUTES}:{value % _MINUTES:02d}"
    found = parse_hours(written)
    if found is None:
        raise fault(N_("are no hours of a day"), N_("Write for example 08:00–10:30, or 14:00"))
    return found.text


HoursText = Annotated[str, BeforeValidator(read_hours)]


class ScheduleEntry(Part):
    """What is done on one day at some hours, or in a part of the day."""

    date: Day = entry("Ngày", "Date", mandatory=True, shared=True)
    hours: HoursText | None = entry(
        "Giờ", "Hours", shared=True, rule=("Ví dụ 08:00–10:30 hoặc 14:00.", "Such as 08:00–10:30 or 14:00.")
    )
    part: Annotated[str, coded("day_parts")] | None = entry(
        "Buổi", "Part of the day", shared=True, vocabulary="day_parts"
    )
    content: Text = entry("Nội dung", "What", mandatory=True)
    content_en: Text | None = entry("Nội dung tiếng Anh", "What, in English")
    place: Text | None = entry("Địa điểm", "Place")
    place_en: Text | None = entry("Địa điểm tiếng Anh", "Place, in English")
    leaders: Texts | None = entry("Lãnh đạo", "Leaders", shared=True, refers="contact")
    attendees: Text | None = entry("Cùng dự", "With")
    attendees_en: Text | None = entry("Cùng dự, tiếng Anh", "With, in English")
    prepared_by: Text | None = entry("Đơn vị chuẩn bị", "Prepared by", shared=True, refers="unit")
    public: bool | None = entry("Công khai", "Public", shared=True)

    def part_of_day(self, vocabularies: Vocabularies) -> str:
        """The code of the part of the day that the entry begins in."""
        span = parse_hours(self.hours) if self.hours else None
        if span is None:
            return self.part or WHOLE_DAY
        for part in vocabularies["day_parts"]:
            first, last = _minutes(part.extra, "from"), _minutes(part.extra, "until")
            if part.code != WHOLE_DAY and first <= span.start < last:
                return part.code
        return WHOLE_DAY

    def span(self, vocabularies: Vocabularies) -> Hours:
        """The minutes that it takes: one alone where it has no end, the whole part where it has no hours."""
        found = parse_hours(self.hours) if self.hours else None
        if found:
            return found if found.end is not None else Hours(found.start, found.start + 1)
        term = vocabularies["day_parts"].get(self.part or WHOLE_DAY)
        extra = term.extra if term else {}
        return Hours(_minutes(extra, "from"), _minutes(extra, "until") or 24 * _MINUTES)


def _minutes(extra: object, key: str) -> int:
    value = extra.get(key) if hasattr(extra, "get") else None
    return value * _MINUTES if isinstance(value, int) else 0


class Clash(NamedTuple):
    """Two entries of one leader, or of none, at the same time."""

    first: ScheduleEntry
    second: ScheduleEntry
    leader: str


def clashes(
    entries: Sequence[tuple[ScheduleEntry, frozenset[str]]], vocabularies: Vocabularies
) -> Iterator[Clash]:
    """Entries that one leader would have to be at together; each comes with the leaders that it binds."""
    for (one, ones), (two, twos) in combinations(entries, 2):
        shared = ones & twos
        if shared and one.date == two.date and _overlap(one.span(vocabularies), two.span(vocabularies)):
            yield Clash(one, two, min(shared))


def _overlap(one: Hours, two: Hours) -> bool:
    return one.start < (two.end or 0) and two.start < (one.end or 0)


def told_of(one: ScheduleEntry, is_public: bool) -> str:
    """An entry as a fault names it; of one that is not public, when it is and nothing more."""
    when = f"{one.date.isoformat()} {one.hours or one.part or ''}".strip()
    return f"{when} – {one.content}" if is_public else when


def public_alone(
    entries: tuple[ScheduleEntry, ...], info: ValidationInfo
) -> tuple[ScheduleEntry, ...]:
    """The entries that are public, in the order of their time; all are checked before the others go.

    What is not public ends here: the record, and all that is made from it, never holds it.
    """
    vocabularies = vocabularies_of(info)
    by_default = bool(info.data.get("entries_public"))
    if lacking := [*_lacking(entries, by_default)]:
        raise ValidationError.from_exception_data("entries", lacking)
    week = parse_week(info.data.get("week") or "")
    faults = [*_day_faults(entries, week), *_clash_faults(entries, info, by_default)]
    if faults:
        raise ValidationError.from_exception_data("entries", faults)
    kept = [one for one in entries if is_public(one, by_default)]
    return tuple(sorted(kept, key=lambda one: (one.date, one.span(vocabularies))))


def is_public(one: ScheduleEntry, by_default: bool) -> bool:
    """An entry says so itself, or the schedule says it of all that do not; else it is not."""
    return by_default if one.public is None else one.public


def _lacking(entries: Sequence[ScheduleEntry], by_default: bool) -> Iterator[InitErrorDetails]:
    """What an entry must say, told of all here: the record holds neither each entry nor their order."""
    for place, one in enumerate(entries):
        for key, fact in mandatory_of_model(ScheduleEntry).items():
            if not getattr(one, key) and (key == "date" or is_public(one, by_default)):
                wanted = Bilingual(f"{key}: {fact.vi}", f"{key}: {fact.en}")
                yield _line((place, key), None, N_("is mandatory and missing"), N_("Write: {rule}"), rule=wanted)


def _day_faults(entries: Sequence[ScheduleEntry], week: Week | None) -> Iterator[InitErrorDetails]:
    for place, one in enumerate(entries):
        if week and one.date not in week.days:
            first, last = week.monday.isoformat(), week.sunday.isoformat()
            yield _line(
                (place, "date"), one.date.isoformat(), N_("is outside the week {week}"),
                N_("Write a day from {first} to {last}"), week=week.code, first=first, last=last,
            )  # fmt: skip
        if one.hours is None and one.part is None:
            yield _line(
                (place, "hours"), None, N_("is missing, and so is part"),
                N_("Write hours: 08:00–10:30, or part: sang, chieu, toi or ca-ngay"),
            )  # fmt: skip


def _clash_faults(
    entries: Sequence[ScheduleEntry], info: ValidationInfo, by_default: bool
) -> Iterator[InitErrorDetails]:
    own = info.data.get("leader")
    bound = [(one, frozenset(one.leaders or ((own,) if own else ()))) for one in entries]
    places = {id(one): place for place, one in enumerate(entries)}
    for clash in clashes(bound, vocabularies_of(info)):
        first, second = (told_of(one, is_public(one, by_default)) for one in clash[:2])
        yield _line(
            (places[id(clash.second)], "hours"), second,
            N_("is at the same time as “{other}”, for {leader}"),
            N_("Write the hours of both, or take one of them out"), other=first, leader=clash.leader,
        )  # fmt: skip


def _line(
    loc: tuple[int | str, ...], shown: str | None, message: str, remedy: str, **params: object
) -> InitErrorDetails:
    told = PydanticCustomError("congtinh", "{message}", {"message": message, "remedy": remedy, **params})
    return InitErrorDetails(type=told, loc=loc, input=shown)
