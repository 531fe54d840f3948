"""What citizens asked and were asked: R11, R14 and R31, and questions that wait too long."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from congtinh.errors import Severity
from congtinh.records.base import Record
from congtinh.records.consultation import Comment, Consultation
from congtinh.records.contact import Contact
from congtinh.records.question import Asker, Question
from congtinh.records.reception import Reception
from congtinh.records.unit import Unit
from congtinh.rules.registry import problems_of
from congtinh.rules.site_content import SiteContent
from tests.statistics.made_up import MadeUp

TODAY = dt.date(2026, 11, 20)
POSTED = dt.date(2026, 9, 1)
PROMISED = {"received": POSTED, "interim_notice": dt.date(2026, 9, 15), "state": "dang-xu-ly"}


def told(of: type[Record], **facts: Any) -> set[tuple[str, str, Severity]]:
    """Rule, field and severity of what is wrong with one item on a site of one unit and one official."""
    made = MadeUp(TODAY)
    made.add(Unit, 1, POSTED, id="unit/so", email="so@so-thu.example")
    made.add(Contact, 1, POSTED, id="contact/an", name="Trần Văn An")
    made.add(of, 1, POSTED, **facts)
    content = SiteContent(tuple(made.items), made.vocabularies, TODAY, "so")
    return {
        (one.rule, one.field, one.severity)
        for one in problems_of(content)
        if one.rule in ("R11", "R14", "R31", "E.13")
    }


@pytest.mark.parametrize(
    ("closes", "more", "overdue"),
    [
        (dt.date(2026, 11, 4), {}, True),
        (dt.date(2026, 11, 5), {}, False),
        (
            dt.date(2026, 10, 1),
            {"summary_doc": "a.pdf", "summary_date": dt.date(2026, 11, 19)},
            False,
        ),
        (dt.date(2026, 10, 1), {"stopped": dt.date(2026, 9, 20)}, False),
        (dt.date(2026, 10, 1), {"status": "draft"}, False),
    ],
)
def test_summaries_are_owed_after_their_term(
    closes: dt.date, more: dict[str, Any], overdue: bool
) -> None:
    """R11: a warning from the sixteenth day after closing on, as long as visitors see it without a summary."""
    found = told(Consultation, opens=dt.date(2026, 9, 1), closes=closes, **more)

    assert (("R11", "closes", Severity.WARNING) in found) == overdue


@pytest.mark.parametrize(
    ("email", "is_warned"),
    [
        ("a@so-thu.example", False),
        ("a@phong.so-thu.example", False),
        ("a@tinh.gov.vn", False),
        ("a@other.example", True),
    ],
)
def test_comments_go_to_an_official_domain(email: str, is_warned: bool) -> None:
    """R14: a domain of the site's units, or one below gov.vn."""
    found = told(Consultation, opens=POSTED, closes=dt.date(2026, 12, 1), email=email)

    assert (("R14", "email", Severity.WARNING) in found) == is_warned


@pytest.mark.parametrize(
    ("asker", "consent", "field"),
    [
        (Asker(initials="N.V.B.", province="Minh Châu"), True, ""),
        (Asker(initials="N.V.B."), None, "asker"),
        (Asker(initials="Nguyễn Văn Bình"), True, "asker.initials"),
        (Asker(initials="N.V.B.", province="xã Đông, Minh Châu"), True, "asker.province"),
    ],
)
def test_an_asker_is_initials_and_province_by_consent(
    asker: Asker, consent: bool | None, field: str
) -> None:
    """R31: nothing more than initials and province, and these by consent alone."""
    found = told(Question, question="Câu hỏi", asker=asker, asker_consent=consent, state="da-rut")

    assert found == ({("R31", field, Severity.ERROR)} if field else set())


def test_officials_may_be_named_in_answers_and_citizens_not() -> None:
    """R31: a contact of the site may stand by name; whoever asked may not, not even in an imported item."""
    answered = {"question": "Câu hỏi", "state": "da-rut"}

    assert told(Question, answer="Mời gặp ông Trần Văn An ở phòng 301.", **answered) == set()
    found = told(
        Question, answer="Ông Phạm Văn Bình đã được trả lời.", legacy={"id": "1"}, **answered
    )
    assert found == {("R31", "answer", Severity.ERROR)}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ms Tran Van An will answer.", False),
        ("Thư: phong@so-thu.example, binh@phong.so-thu.example, tinh@so.gov.vn", False),
        ("Thư: binh@other.example", True),
        ("Ông Trần Văn Ân đã được trả lời.", True),
    ],
)
def test_the_directory_tells_who_may_stand(text: str, is_told: bool) -> None:
    """R31: officials by name, in English without marks too; mailboxes of the agency and of the State."""
    found = told(Reception, result=text, kind="dot-xuat")

    assert (("R31", "result", Severity.ERROR) in found) == is_told


@pytest.mark.parametrize(("consent", "is_told"), [(True, False), (None, True)])
def test_a_name_wants_consent(consent: bool | None, is_told: bool) -> None:
    """R31: whoever commented is named by consent alone."""
    one = Comment.model_construct(
        date=POSTED, from_kind="ca-nhan", text="Ý kiến", name="Phạm Văn Bình", name_consent=consent
    )
    found = told(Consultation, opens=POSTED, closes=dt.date(2026, 12, 1), comments=(one,))

    assert (("R31", "comments[1].name", Severity.ERROR) in found) == is_told


def test_a_draft_is_warned_of() -> None:
    """R31: what is not shown yet does not stop the build."""
    found = told(Question, question="Tôi tên là Phạm Văn Bình", status="draft")

    assert found == {("R31", "question", Severity.WARNING)}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"received": dt.date(2026, 10, 29), "state": "da-chuyen"}, "received"),
        ({"received": dt.date(2026, 10, 30), "state": "da-chuyen"}, ""),
        (PROMISED | {"interim_until": dt.date(2026, 12, 1)}, ""),
        (PROMISED | {"interim_until": dt.date(2026, 11, 1)}, "interim_until"),
        ({"received": dt.date(2026, 11, 19), "state": "ngoai-pham-vi"}, "received"),
        ({"received": TODAY, "state": "ngoai-pham-vi"}, ""),
        ({"received": dt.date(2026, 11, 2), "answered": dt.date(2026, 11, 3), "state": "da-tra-loi"}, "state"),
        ({"received": dt.date(2026, 11, 2), "answered": dt.date(2026, 11, 3), "answer": "Có.", "state": "da-tra-loi"}, ""),
    ],
)  # fmt: skip
def test_questions_that_wait_are_told(facts: dict[str, Any], field: str) -> None:
    """Điều 15: fifteen working days to an answer or a notice, the promised day, the same day if out of remit."""
    assert {one[1] for one in told(Question, question="Câu hỏi", **facts)} == (
        {field} if field else set()
    )
