"""Everything that is missing or late, unit by unit: what to-do lists and reminder letters are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from congtinh.languages import Bilingual
from congtinh.statistics.coverage import Row
from congtinh.statistics.marks import BEHIND, LATE, MISSED
from congtinh.statistics.scorecards import Scorecards

MOST_TRANSLATIONS = 10
"""Items without English that one unit is reminded of at a time, those of most value."""


class Gap(NamedTuple):
    """One thing that a unit owes; ``unit`` is empty where nobody answers for it.

    ``rule`` is what wants it, ``due`` the day until or since which, ``remedy`` what to do, and
    ``address`` the page that it is about.
    """

    unit: str
    kind: str
    what: Bilingual
    rule: Bilingual
    due: dt.date | None
    remedy: Bilingual
    address: str = ""


def gaps(cards: Scorecards) -> tuple[Gap, ...]:
    """What is owed on the last day of the period, in the order of the kinds."""
    every = (_silent, _behind, _sections, _backlog, _late, _lost, _reviews, _translations)
    found = (gap for kind in every for gap in kind(cards))
    return tuple(dict.fromkeys(found))


def _silent(cards: Scorecards) -> Iterator[Gap]:
    """Units that sent nothing (seed S3)."""
    for row in cards.contributions.silent:
        yield Gap(
            row.unit,
            "silent",
            Bilingual("Chưa gửi tin, bài, văn bản trong kỳ", "Nothing contributed in the period"),
            row.rule or _NO_RULE,
            None,
            Bilingual("Gửi tin, bài về hoạt động của đơn vị", "Send news of the unit’s work"),
        )


def _behind(cards: Scorecards) -> Iterator[Gap]:
    for quota in cards.quotas:
        if quota.mark in (BEHIND, MISSED) and quota.target.unit:
            done, minimum = quota.done, quota.target.minimum
            yield Gap(
                quota.target.unit,
                "quota",
                Bilingual(f"Chỉ tiêu: đạt {done}/{minimum}", f"Target: {done} of {minimum}"),
                quota.target.source,
                quota.span.end,
                Bilingual(f"Gửi ít nhất {quota.needed} mục mỗi tháng", f"Send at least {quota.needed} a month"),
            )


def _sections(cards: Scorecards) -> Iterator[Gap]:
    """Sections of the laws of the period that lack something, by the unit that answers for them.

    Those of the law on access stand in its countdown, where it has one.
    """
    laws = (cards.website_law,) if cards.countdown else (cards.website_law, cards.access_law)
    for profile in laws:
        for row in cards.coverage(profile.code).gaps("vi"):
            yield _section(cards, row, profile.label)


def _section(cards: Scorecards, row: Row, law: Bilingual) -> Gap:
    label, state = row.section.label, row.vi.mark.word
    clause = f"{row.section.clause} " if row.section.has_text else ""
    return Gap(
        cards.units.meant(row.limits.unit),
        "section",
        _said(label, state),
        Bilingual(f"{clause}{law.vi}", f"{clause}{law.en}"),
        None,
        Bilingual("Bổ sung, cập nhật nội dung của mục", "Fill the section and bring it up to date"),
    )


def _backlog(cards: Scorecards) -> Iterator[Gap]:
    """Older information that must be public by a day (Luật 01/2026/QH16, Điều 31 khoản 3)."""
    countdown = cards.countdown
    for unit in countdown.units if countdown else ():
        for task in unit.tasks:
            label = task.row.section.label
            yield Gap(
                unit.unit,
                "backlog",
                _said(label, task.why.word),
                countdown.profile.label if countdown else _NO_RULE,
                countdown.until if countdown else None,
                Bilingual("Đăng thông tin có trước ngày luật có hiệu lực", "Publish what is older than the law"),
            )


def _late(cards: Scorecards) -> Iterator[Gap]:
    """What has passed its term without being done: posted, answered, summarised."""
    laws = cards.model.vocabularies["law_profiles"]
    for row in cards.deadlines.rows:
        if row.end is None and row.mark is LATE:
            law = laws.get(row.law.profile) if row.law else None
            item = cards.counts.model.by_path[row.path]
            yield Gap(
                row.unit,
                "late",
                Bilingual(f"{row.what.vi}: {item.record.heading}", f"{row.what.en}: {item.record.heading}"),
                row.rule or (law.label if law else _NO_RULE),
                row.due,
                row.remedy,
                item.address if item.record.own_page else "",
            )


def _lost(cards: Scorecards) -> Iterator[Gap]:
    for point in cards.lost_points.tasks:
        rule = Bilingual(f"Bị trừ điểm năm {point.year}: {point.label.vi}", f"Lost points of {point.year}: {point.label.en}")
        yield Gap(cards.units.meant(point.unit), "lost", point.gap, rule, point.due, point.remedy)


def _reviews(cards: Scorecards) -> Iterator[Gap]:
    for review in cards.reviews.overdue:
        label = review.section.label
        yield Gap(
            cards.units.meant(review.unit),
            "review",
            Bilingual(f"Chưa rà soát mục: {label.vi}", f"Section not reviewed: {label.en}"),
            Bilingual("Phân công rà soát trang", "Review of the site"),
            review.due,
            Bilingual("Rà soát và ghi kết quả", "Review it and write the result down"),
        )


def _translations(cards: Scorecards) -> Iterator[Gap]:
    """Items without English or with an older one, the most valuable first, a few for each unit."""
    told: dict[str, int] = {}
    for pair in cards.parity.to_do:
        unit = cards.units.meant(pair.vi.record.unit or "")
        told[unit] = told.get(unit, 0) + 1
        if told[unit] <= MOST_TRANSLATIONS:
            heading = pair.vi.record.heading
            yield Gap(
                unit,
                "english",
                _said(Bilingual(heading, heading), pair.mark.word),
                Bilingual("Thông tin bằng tiếng nước ngoài", "Information in English"),
                None,
                Bilingual("Gửi bản tiếng Anh", "Send the English version"),
                pair.vi.address if pair.vi.record.own_page else "",
            )


def _said(what: Bilingual, state: Bilingual) -> Bilingual:
    """What it is about and how it stands; the word of its state within a sentence begins small."""
    vi, en = (word[:1].lower() + word[1:] for word in (state.vi, state.en))
    return Bilingual(f"{what.vi}: {vi}", f"{what.en}: {en}")


_NO_RULE = Bilingual("Quy định về cung cấp thông tin", "The rules on information")
