"""The pages of questions: each with its way and its answer, their list, the yearly tables, and the form to ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from congtinh import addresses
from congtinh.languages import Bilingual, Language, other
from congtinh.model import Item
from congtinh.pages.cards import life_state
from congtinh.pages.contexts import ItemPage, ListPage, Page
from congtinh.pages.head import list_metas
from congtinh.pages.home_parts import list_link
from congtinh.pages.item_fields import item_fields
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.parts import Counterpart, Link, Validity
from congtinh.pages.planned import Planned
from congtinh.pages.send_forms import SendForm, form_of_type
from congtinh.pages.site import Site, both
from congtinh.pages.tables import Step, Table
from congtinh.pages.waiting import LATE, OPEN, OPEN_LATE, Wait, wait_of, yearly_tables
from congtinh.records.question import ANSWERED, OUT_OF_REMIT, WITHDRAWN, Question
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.limits import limit

_ASK = Bilingual("gui-cau-hoi", "ask")
_TABLES = Bilingual("theo-doi-tra-loi", "answers-in-time")


class QuestionPage(ItemPage):
    """``asker`` is empty where whoever asked did not agree to more; ``waited`` says how the term stands."""

    template: ClassVar[str] = "question.html"

    question: str
    asker: str
    asked_via: str
    received: dt.date | None
    state: Validity | None
    fields: tuple[Link, ...]
    routed_to: Link | None
    steps: tuple[Step, ...]
    answer: str
    answered: dt.date | None
    interim_notice: dt.date | None
    interim_until: dt.date | None
    out_of_remit: bool
    referred_to: str
    withdrawn: bool
    overdue: bool
    ask: Link


class QuestionListPage(ListPage):
    template: ClassVar[str] = "questions.html"

    ask: Link
    tables: Link | None


class AskPage(Page):
    """``days`` are the working days in which an answer comes."""

    template: ClassVar[str] = "ask.html"

    heading: str
    form: SendForm | None
    email: str
    phone: str
    postal_address: str
    days: int
    questions: Link | None


class AnswersPage(Page):
    template: ClassVar[str] = "answers.html"

    heading: str
    tables: tuple[Table, ...]


def item_page(site: Site, item: Item) -> QuestionPage:
    record = item.record
    assert isinstance(record, Question)
    wait = wait_of(site, item)
    asker = record.asker if record.asker_consent else None
    fields = item_fields(site, item)
    return QuestionPage(
        **fields | {"summary": ""},
        question=record.question or "",
        asker=", ".join(filter(None, (asker.initials, asker.province))) if asker else "",
        asked_via=site.label("asked_ways", record.asked_via),
        received=record.received,
        state=life_state(site, item),
        fields=_fields(site, record),
        routed_to=site.link(site.model.find("unit", record.routed_to, site.language)),
        steps=tuple(_steps(site, record, wait)),
        answer=record.answer or "",
        answered=record.answered,
        interim_notice=record.interim_notice,
        interim_until=record.interim_until,
        out_of_remit=record.state == OUT_OF_REMIT,
        referred_to=record.referred_to or "",
        withdrawn=record.state == WITHDRAWN,
        overdue=wait.standing == OPEN_LATE,
        ask=_link(site, "ask"),
    )


def _fields(site: Site, record: Question) -> tuple[Link, ...]:
    facet = next(one for one in Question.facets if one.field == "field")
    return tuple(
        Link(site.label("fields", code), addresses.of_facet(Question, facet, code, site.language))
        for code in dict.fromkeys(record.field or ())
    )


def _steps(site: Site, record: Question, wait: Wait) -> Iterator[Step]:
    """Receipt, routing, interim notice where there is one, and the answer with how long it took."""
    took = wait.days if wait.standing not in (OPEN, OPEN_LATE) else None
    note = "" if took is None else site.say("after {n} working days").format(n=took)
    if took is not None and wait.standing == LATE:
        note = site.say("{words}, late").format(words=note)
    yield Step(site.say("Received"), record.received, True, record.state == "da-tiep-nhan")
    if record.state in (OUT_OF_REMIT, WITHDRAWN):
        day = record.remit_notice if record.state == OUT_OF_REMIT else record.withdrawn
        yield Step(site.label("question_states", record.state), day, True, True)
        return
    yield Step(site.say("Routed"), record.routed, bool(record.routed), record.state == "da-chuyen")
    if record.interim_notice:
        yield Step(
            site.say("Interim notice"),
            record.interim_notice,
            True,
            record.state == "dang-xu-ly",
            note=note,
        )
        note = ""
    if record.answered:
        yield Step(site.say("Answered"), record.answered, True, record.state == ANSWERED, note=note)
        return
    yield Step(
        site.say("Answer due"), record.interim_until or wait.due, due=wait.standing == OPEN_LATE
    )


def list_page(site: Site, part: ListPart) -> QuestionListPage:
    tables = _link(site, "answers") if _has_questions(site) else None
    return QuestionListPage(**list_fields(site, part), ask=_link(site, "ask"), tables=tables)


def _has_questions(site: Site) -> bool:
    return bool(site.model.either("question", site.language))


def planned(site: Site) -> Iterator[Planned]:
    """The form to ask stands always; the tables as soon as there is a question."""
    language = site.language
    yield Planned(_address("ask", language), language, "", b"", partial(_ask_page, site))
    if _has_questions(site):
        yield Planned(
            _address("answers", language), language, "", b"", partial(_answers_page, site)
        )


def _address(key: str, language: Language) -> str:
    word = (_ASK if key == "ask" else _TABLES).of(language)
    return f"{addresses.of_type(RECORD_TYPES['question'], language)}{word}/"


def _link(site: Site, key: str) -> Link:
    text = (
        site.say("Ask a question")
        if key == "ask"
        else site.say("How questions are answered in time")
    )
    return Link(text, _address(key, site.language))


def _page_fields(site: Site, key: str, description: str) -> dict[str, Any]:
    language, link = site.language, _link(site, key)
    there = _address(key, other(language))
    return {
        "language": language,
        "address": link.address,
        "title": link.text,
        "heading": link.text,
        "description": description,
        "section": "question",
        "breadcrumbs": tuple([link for link in (site.home_link(), list_link(site, "question")) if link]),
        "counterpart": Counterpart(other(language), there, True),
        "alternates": both(language, link.address, there),
        "metas": list_metas(site, link.text, description, link.address),
    }


def _ask_page(site: Site) -> AskPage:
    agency, english = site.agency, site.language == "en"
    subject = site.say("Question to the department")
    lines = (
        site.say("Field:"),
        site.say("Question:"),
        site.say("I agree that my initials and my province stand beside the answer: yes / no"),
    )
    address = ((agency.address_en if english else "") or agency.address or "") if agency else ""
    term = limit(site.model.vocabularies, "question-answer")
    description = site.say("How to ask the department, and when an answer comes")
    return AskPage(
        **_page_fields(site, "ask", description),
        form=form_of_type(
            site,
            "question",
            _address("ask", site.language),
            subject,
            site.say("Your question"),
            lines,
        ),
        email=(agency.email or "") if agency else "",
        phone=(agency.phone or "") if agency else "",
        postal_address=address,
        days=term,
        questions=list_link(site, "question"),
    )


def _answers_page(site: Site) -> AnswersPage:
    tables = yearly_tables(site, site.model.either("question", site.language))
    description = site.say("Questions received and answered, by unit and year")
    return AnswersPage(**_page_fields(site, "answers", description), tables=tables)
