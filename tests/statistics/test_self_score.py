"""The self-scoring sheet: rules worked out, points whole or in part, evidence, and the easiest points."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.model import Item
from congtinh.periods import parse_period
from congtinh.statistics.parity import parity
from congtinh.statistics.score_facts import SiteFacts
from congtinh.statistics.scoring import NotKnown, Outcome, outcome
from congtinh.statistics.self_score import COLUMNS, Sheet, self_score
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.rules import parsed_rule
from tests.statistics.carded_sites import TODAY, in_memory, made, vocabularies

SECTION = "43:10.1.b"


def news(count: int, day: dt.date = TODAY) -> list[Item]:
    return [made("news", f"tin-{number}", day=day) for number in range(count)]


def facts(items: list[Item], today: dt.date = TODAY, own: Vocabularies | None = None) -> SiteFacts:
    site = in_memory(items, today, own)
    found = parity(site.filing, "43-2011")
    values = {"on_time": Fraction(80), "tin_bai": 7, "khong_chia": None}
    return SiteFacts(site.filing, parse_period("N-2026"), site.grid, found, values.get)


def work(rule: str, items: list[Item]) -> Outcome:
    return outcome(parsed_rule(rule), facts(items))


@pytest.mark.parametrize(
    ("rule", "share", "missing"),
    [
        (f'count(section="{SECTION}") >= 5', 1, 0),
        (f'count(section="{SECTION}") >= 10', Fraction(1, 2), 5),
        (f'10 <= count(section="{SECTION}")', Fraction(1, 2), 5),
        (f'count(section="{SECTION}") > 5', Fraction(5, 6), 1),
        (f'count(section="{SECTION}") / 2 >= 5', Fraction(1, 2), 5),
        (f'count(section="{SECTION}") * 2 >= 12', Fraction(10, 12), 1),
        (f'count(section="{SECTION}") + tin_bai >= 14', Fraction(12, 14), 2),
        (f'count(section="{SECTION}") == 6', Fraction(5, 6), 1),
        (f'count(section="{SECTION}") == 4', Fraction(4, 5), None),
        (f'count(section="{SECTION}") <= 4', Fraction(4, 5), None),
        ('count(section="43:11") >= 3', 0, 3),
        ('count(type="notice") >= 1 and count(type="news") >= 5', Fraction(1, 2), 1),
        ('count(type="notice") >= 1 or count(type="news") >= 9', Fraction(5, 9), 1),
        ('not count(type="notice") >= 1', 1, 0),
        ("on_time >= 90", Fraction(8, 9), None),
        (f'coverage("{SECTION}") == "present"', 0, 45),
        ('coverage("43:11") == "present"', 0, 1),
        ('coverage("43:11") != "empty"', 0, 1),
        ('parity("news") >= 50', 0, 3),
        ('parity("minimum") == 100', 0, None),
        ('parity("news") / 100', 0, 5),
        ('count(type="news") / 10', Fraction(1, 2), 5),
        ('reviewed("43:10.1.b")', 0, None),
        ('covered("43-2011", language="en") >= 100', 0, None),
    ],
)
def test_a_rule_says_how_far_it_is_fulfilled(rule: str, share: Fraction, missing: int | None) -> None:
    """Five news items: the share of what is asked, and the least number of items that would do."""
    found = work(rule, news(5))

    assert (found.share, found.missing) == (share, missing)
    assert found.holds == (share == 1)


def test_posted_counts_only_the_period() -> None:
    """Items of other years are there, and were not posted in this one."""
    items = [*news(2), made("news", "cu", day=dt.date(2024, 1, 1)), made("news", "tin-0", "en")]

    assert work('count(type="news") >= 3', items).holds
    assert work('posted(type="news") == 2', items).holds
    assert work('count(type="news", language="en") == 1', items).holds


@pytest.mark.parametrize(
    "rule", ["khong_co >= 1", "khong_chia >= 1", 'parity("khong-co") >= 1', "1 / (tin_bai - 7) >= 1"]
)
def test_what_nobody_knows_is_not_scored(rule: str) -> None:
    """No figure of that name, one without a value, no such part, a division by nought."""
    with pytest.raises(NotKnown):
        work(rule, [])


def with_criteria(folder: Path, text: str) -> Vocabularies:
    sets = '[bo]\nvi = "Bộ thử"\nen = "Trial set"\nsend_by = "09-30"\n'
    (folder / "criteria_sets.toml").write_text(sets, encoding="utf-8")
    (folder / "criteria.toml").write_text(text, encoding="utf-8")
    found, problems = Vocabularies.load(folder)
    assert problems == []
    return found


def criterion(code: str, *lines: str) -> str:
    head = f'[{code}]\nvi = "Tiêu chí {code}"\nen = "Criterion {code}"\nset = "bo"\nmaximum = 10\n'
    return head + "".join(f"{line}\n" for line in lines)


def sheet(folder: Path, items: list[Item], text: str, today: dt.date = TODAY) -> Sheet:
    return self_score(facts(items, today, with_criteria(folder, text)), "bo")


def test_points_are_whole_or_in_part(tmp_path: Path) -> None:
    """All or none, unless the criterion is scored by the share."""
    rule = "rule = 'count(type=\"news\") >= 10'"
    found = sheet(tmp_path, news(5), criterion("a", rule) + criterion("b", rule, 'scoring = "proportional"'))

    assert [row.computed for row in found.rows] == [0, 5]
    assert (found.maximum, found.computed, found.score) == (20, 5, 5)


def test_the_human_score_takes_the_place_of_the_computed_one(tmp_path: Path) -> None:
    """That of another year does not; what has neither waits for a person."""
    text = (
        criterion("a", "given = 7.5", "given_for = 2026", "rule = 'on_time >= 90'")
        + criterion("b", "given = 7", "given_for = 2025")
        + criterion("c", "rule = 'tin_bai >= 5'")
    )
    found = sheet(tmp_path, [], text)

    assert [row.score for row in found.rows] == [Fraction(15, 2), None, 10]
    assert [row.code for row in found.waiting] == ["b"]


def test_evidence_is_what_is_named_or_asked(tmp_path: Path) -> None:
    """The newest items of a section, an item, an address; without any the sections of the rule."""
    text = criterion("a", 'evidence = ["https://a.example", "tin-1", "khong-co"]') + criterion(
        "b", f"rule = 'count(section=\"{SECTION}\") >= 9'"
    )
    items = [made("news", f"tin-{n}", day=dt.date(2026, 1, n)) for n in range(1, 6)]
    rows = sheet(tmp_path, items, text).rows

    assert [one.address for one in rows[0].evidence] == ["https://a.example", "tin-1/"]
    assert [one.address for one in rows[1].evidence] == ["tin-5/", "tin-4/", "tin-3/"]


@pytest.mark.parametrize(
    ("today", "due"), [("2026-09-30", "2026-09-30"), ("2026-10-01", "2027-09-30"), ("2026-01-01", "2026-09-30")]
)
def test_the_sheet_is_due_on_the_next_day_of_its_set(tmp_path: Path, today: str, due: str) -> None:
    """“Tự chấm điểm và gửi về … trước ngày 30/9” (S4): every year."""
    found = sheet(tmp_path, [], criterion("a"), dt.date.fromisoformat(today))

    assert found.send_by == dt.date.fromisoformat(due)


def test_the_easiest_points_come_first(tmp_path: Path) -> None:
    """Most points for each item; what items do not bring comes last."""
    text = (
        criterion("nhieu", "rule = 'count(type=\"news\") >= 10'")
        + criterion("it", "rule = 'count(type=\"notice\") >= 1'")
        + criterion("nguoi")
        + criterion("xong", "rule = 'tin_bai >= 7'")
    )
    chances = sheet(tmp_path, news(5), text).what_if()

    assert [(c.scored.code, c.gain, c.missing) for c in chances] == [("it", 10, 1), ("nhieu", 10, 5), ("nguoi", 10, None)]
    assert chances[0].per_item == 10


def test_the_sheet_has_the_seven_columns() -> None:
    """STT · Tên tiêu chí · Điểm tối đa · Điểm đạt · Tự đánh giá · Liên kết · Ghi chú (law.md, B.10)."""
    assert [column.vi for column in COLUMNS] == [
        "STT", "Tên tiêu chí", "Điểm tối đa", "Điểm đạt", "Tự đánh giá", "Liên kết", "Ghi chú",
    ]  # fmt: skip


def test_every_rule_of_the_package_can_be_worked_out() -> None:
    """On any site; only criteria without a rule wait for a person."""
    for term in vocabularies()["criteria_sets"]:
        found = self_score(facts(news(3)), term.code)
        assert all(row.computed is not None for row in found.rows if row.rule)
        assert {row.code for row in found.waiting} == {row.code for row in found.rows if not row.rule}


def test_an_unknown_set_is_told() -> None:
    """``KeyError``, for the command to word."""
    with pytest.raises(KeyError):
        self_score(facts([]), "khong-co")


counted = st.builds('{}(type="{}")'.format, st.sampled_from(("count", "posted")), st.sampled_from(("news", "notice")))
numbers = st.one_of(
    counted, st.integers(0, 12).map(str), st.sampled_from(("on_time", "tin_bai", 'parity("all")', 'covered("43-2011")'))
)
amounts = st.one_of(numbers, st.builds("({} {} {})".format, numbers, st.sampled_from("+-*/"), numbers))
compared = st.builds("{} {} {}".format, amounts, st.sampled_from(("<", "<=", ">", ">=", "==", "!=")), amounts)
rules = st.one_of(
    compared, st.builds("({}) {} ({})".format, compared, st.sampled_from(("and", "or")), compared), amounts
)


@given(rules, st.integers(0, 12))
def test_no_rule_promises_more_than_its_points(rule: str, count: int) -> None:
    """A share lies between 0 and 1, is 1 where the rule holds, and then nothing is missing."""
    try:
        found = work(rule, news(count))
    except NotKnown:
        return

    assert 0 <= found.share <= 1
    assert not found.holds or found.share == 1
    assert found.missing is None or (found.missing == 0 if found.holds else found.missing >= 0)


@given(st.integers(0, 12), st.integers(1, 12), st.sampled_from((">=", ">", "==")), st.integers(1, 3))
def test_as_many_items_as_are_missing_make_a_rule_hold(count: int, wanted: int, op: str, times: int) -> None:
    """And one fewer does not: that is what the ranking of easy points rests on."""
    rule = f'count(type="news") * {times} {op} {wanted * times}'
    missing = work(rule, news(count)).missing
    if missing:
        assert work(rule, news(count + missing)).holds
        assert not work(rule, news(count + missing - 1)).holds
