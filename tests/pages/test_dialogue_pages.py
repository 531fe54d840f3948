"""Pages of consultations, questions and petitions, made from the demonstration's content."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import TypeVar

import pytest

from congtinh.build.run import Build
from congtinh.languages import LANGUAGES, Language
from congtinh.pages.contexts import Page
from congtinh.pages.of_type.consultation import ConsultationListPage, ConsultationPage
from congtinh.pages.of_type.petition import PetitionListPage
from congtinh.pages.of_type.question import AnswersPage, QuestionPage
from congtinh.pages.plan import Plan
from congtinh.pages.tables import Table
from tests.sites.copies import PROJECT, SiteCopy

P = TypeVar("P", bound=Page)


@cache
def plan() -> Plan:
    """The demonstration, gathered once; it is made with the cache of the project, since pictures take long."""
    settings = SiteCopy(PROJECT).settings()
    build = Build(settings)
    build.gather()
    assert build.model
    return Plan(build.model, settings)


@cache
def made() -> dict[str, Page]:
    """Every page of the three types by its address."""
    words = ("lay-y-kien/", "hoi-dap/", "kien-nghi/", "consultations/", "questions/", "petitions/")
    wanted = (one for one in plan().planned() if one.address.removeprefix("en/").startswith(words))
    return {one.address: one.make() for one in wanted}


def page(address: str, kind: type[P]) -> P:
    found = made()[address]
    assert isinstance(found, kind)
    return found


@pytest.mark.parametrize("address", ["lay-y-kien/", "en/consultations/"])
def test_the_list_holds_each_consultation_once_in_its_state(address: str) -> None:
    """Open ones first with days left, then what is overdue; the groups add up to the list."""
    of = page(address, ConsultationListPage)
    shown = [row.card.address for group in of.groups for row in group.rows]

    assert [group.id for group in of.groups][:2] == ["dang-lay-y-kien", "overdue"]
    assert sum(group.total for group in of.groups) == of.total == len(shown) == len(set(shown))
    assert [row.days.left for row in of.groups[0].rows if row.days] == [11]
    assert [row.due for row in of.groups[1].rows] == [dt.date(2026, 10, 31)]


def test_only_open_consultations_take_comments() -> None:
    """A form stands where comments are taken; what is overdue says so; nothing else does either."""
    pages = [of for of in made().values() if isinstance(of, ConsultationPage)]
    states = {of.state.state for of in pages if of.state}

    assert len(states) == 6
    for of in pages:
        assert of.state
        assert bool(of.form) == bool(of.days) == (of.state.state == "dang-lay-y-kien")
        assert of.overdue == ("khoi-nghiep" in of.address or "start-ups" in of.address)
        assert of.drafts
        drafts = {one.address for one in of.drafts}
        assert not drafts & {one.address for one in of.downloads}


def test_who_asked_stands_by_consent_alone() -> None:
    """Without asker_consent no page and no structured data says anything of whoever asked."""
    for of in made().values():
        if isinstance(of, QuestionPage):
            data = json.loads(of.json_ld)["mainEntity"]
            assert data["@type"] == "Question"
            assert "author" not in data
            assert bool(data["answerCount"]) == bool(of.answered)
            assert of.asker in ("", "N.T.H., Minh Châu", "L.V.D.", "T.Q.B., Minh Châu")


def column_sums(table: Table) -> list[int]:
    return [
        sum(row[place].number or 0 for row in table.rows) for place in range(1, len(table.head))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_add_up(language: Language) -> None:
    """Each row of a table is the sum of its cells, and the foot the sum of the rows."""
    root = "en/" if language == "en" else ""
    answers = page(
        root + ("questions/answers-in-time/" if root else "hoi-dap/theo-doi-tra-loi/"), AnswersPage
    )
    petitions = page(root + ("petitions/" if root else "kien-nghi/"), PetitionListPage)

    assert answers.tables
    for table in (*answers.tables, *petitions.tables):
        (foot,) = table.foot
        assert [cell.number for cell in foot[1:]] == column_sums(table)
        for row in (*table.rows, foot):
            assert row[1].number == sum(cell.number or 0 for cell in row[2:])
    assert answers.tables[0].foot[0][1].number == len(plan().model.either("question", "vi"))


def test_results_on_voters_petitions_stand_once() -> None:
    """A3.6: the report that several petitions name is one link on the list."""
    results = page("kien-nghi/", PetitionListPage).results

    assert [one.text for one in results] == ["Báo cáo 233/BC-SKHCN"]
