"""The pages of consultations: what is asked, until when, what came in, what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from congtinh import addresses
from congtinh.messages import day
from congtinh.model import Item
from congtinh.pages.cards import card, life_state
from congtinh.pages.contexts import ItemPage, ListPage
from congtinh.pages.downloads import attached, file_of
from congtinh.pages.item_fields import item_fields
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.parts import Card, Download, FacetBlock, Link, Validity
from congtinh.pages.send_forms import SendForm, send_form
from congtinh.pages.site import Site, written_in
from congtinh.pages.tables import Step
from congtinh.records.consultation import (
    ADOPTED,
    OPEN,
    STOPPED,
    SUMMARISED,
    UPCOMING,
    WAITING,
    Comment,
    Consultation,
    SummaryBox,
)
from congtinh.vocabulary.limits import limit

_OVERDUE = "overdue"
_GROUPS = (OPEN, _OVERDUE, WAITING, UPCOMING, SUMMARISED, ADOPTED, STOPPED)
"""The order of the list: what a visitor can still do something about, then what is owed."""
_LONGEST_GROUP = 20


class DaysLeft(NamedTuple):
    """The last day for comments, and how many days were left on the day of the build."""

    until: dt.date
    left: int


class ShownComment(NamedTuple):
    """A comment as visitors see it; ``…lang`` are the languages of the texts, empty for that of the page."""

    date: dt.date
    sender: str
    name: str
    text: str
    lang: str
    reply: str
    reply_lang: str


class ConsultationPage(ItemPage):
    """``due`` is the day on which the summary is due, ``overdue`` whether that is over without one."""

    template: ClassVar[str] = "consultation.html"

    kind: str
    state: Validity | None
    opens: dt.date | None
    closes: dt.date | None
    days: DaysLeft | None
    due: dt.date | None
    overdue: bool
    stopped: dt.date | None
    stopped_why: str
    steps: tuple[Step, ...]
    drafts: tuple[Download, ...]
    box: SummaryBox | None
    drafting_unit: Link | None
    postal_address: str
    postal_lang: str
    email: str
    phone: str
    form: SendForm | None
    comments: tuple[ShownComment, ...]
    comments_total: int
    received_otherwise: int
    summary_file: Download | None
    summary_date: dt.date | None
    result: Link | None
    result_date: dt.date | None


class ConsultationRow(NamedTuple):
    """One consultation in its list; ``due`` only where the summary is overdue."""

    card: Card
    days: DaysLeft | None
    due: dt.date | None
    comments: int


class ConsultationGroup(NamedTuple):
    """The consultations of one state, of which ``rows`` are the newest."""

    id: str
    title: str
    total: int
    rows: tuple[ConsultationRow, ...]


class ConsultationListPage(ListPage):
    template: ClassVar[str] = "consultations.html"

    groups: tuple[ConsultationGroup, ...]
    years: FacetBlock | None


def item_page(site: Site, item: Item) -> ConsultationPage:
    record = item.record
    assert isinstance(record, Consultation)
    fields = item_fields(site, item)
    summary = file_of(site, item, record.summary_doc, site.say("Summary of comments"))
    drafts = attached(site, item, record.draft_docs or ())
    own = {one.address for one in (summary, *drafts) if one}
    fields["downloads"] = tuple(one for one in fields["downloads"] if one.address not in own)
    english = site.language == "en"
    return ConsultationPage(
        **fields,
        kind=site.label("consultation_kinds", record.kind),
        state=life_state(site, item),
        opens=record.opens,
        closes=record.closes,
        days=_days(site, item, record),
        due=_due(site, record),
        overdue=_is_overdue(site, item, record),
        stopped=record.stopped,
        stopped_why=record.stopped_why or "",
        steps=tuple(_steps(site, item, record)),
        drafts=drafts,
        box=record.summary_box,
        drafting_unit=site.link(site.model.find("unit", record.drafting_unit, site.language)),
        postal_address=(record.address_en if english and record.address_en else record.address)
        or "",
        postal_lang="vi" if english and not record.address_en else "",
        email=record.email or "",
        phone=record.phone or "",
        form=_form(site, item, record),
        comments=tuple([_comment(site, one) for one in record.comments or ()]),
        comments_total=record.total_comments,
        received_otherwise=record.received_otherwise or 0,
        summary_file=summary,
        summary_date=record.summary_date,
        result=site.link(site.model.find("legal_document", record.result_doc, site.language)),
        result_date=record.result_date,
    )


def _days(site: Site, item: Item, record: Consultation) -> DaysLeft | None:
    left = site.model.on_day(item, "days_left")
    return DaysLeft(record.closes, left) if record.closes and left is not None else None


def _due(site: Site, record: Consultation) -> dt.date | None:
    """The day until which the summary is to be posted."""
    term = limit(site.model.vocabularies, "consultation-summary")
    return record.closes + dt.timedelta(days=term) if record.closes else None


def _is_overdue(site: Site, item: Item, record: Consultation) -> bool:
    waited = site.model.on_day(item, "days_waited")
    return waited is not None and waited > limit(site.model.vocabularies, "consultation-summary")


def _steps(site: Site, item: Item, record: Consultation) -> Iterator[Step]:
    """Opening, closing, summary and adoption; or up to where it was stopped."""
    state, overdue = site.model.on_day(item, "state_on"), _is_overdue(site, item, record)
    reached = _GROUP_ORDER.get(state, 0)
    stops = state == STOPPED
    yield Step(site.say("Opens"), record.opens, reached >= 1 or stops, state == OPEN)
    yield Step(site.say("Closes"), record.closes, reached >= 2, state == WAITING and not overdue)
    if stops:
        yield Step(site.say("Stopped"), record.stopped, True, True)
        return
    has_summary = bool(record.summary_doc)
    due = _due(site, record)
    note = (
        ""
        if has_summary or due is None
        else site.say("due {day}").format(day=day(due, site.language))
    )
    yield Step(
        site.say("Summary of comments"),
        record.summary_date,
        has_summary,
        state == SUMMARISED,
        overdue,
        note,
    )
    yield Step(site.say("Adopted"), record.result_date, state == ADOPTED, state == ADOPTED)


_GROUP_ORDER = {UPCOMING: 0, OPEN: 1, WAITING: 2, SUMMARISED: 3, ADOPTED: 4}


def _form(site: Site, item: Item, record: Consultation) -> SendForm | None:
    """The way to send a comment, as long as comments are taken."""
    if site.model.on_day(item, "state_on") != OPEN or not record.email:
        return None
    subject = site.say("Comment on: {title}").format(title=record.heading)
    lines = (
        site.say("Part of the draft (chapter, article, clause):"),
        site.say("Comment:"),
        site.say("I agree that my name is published with the comment: yes / no"),
    )
    label = site.say("Your comment")
    return send_form(
        site, "comment", record.email, subject, record.heading, item.address, label, lines
    )


def _comment(site: Site, one: Comment) -> ShownComment:
    text, lang = _worded(site, one.text, one.text_en)
    reply, reply_lang = _worded(site, one.reply or "", one.reply_en)
    name = one.name if one.name and one.name_consent else ""
    return ShownComment(
        one.date, site.label("commenter_kinds", one.from_kind), name, text, lang, reply, reply_lang
    )


def _worded(site: Site, text: str, english: str | None) -> tuple[str, str]:
    """A text in the language of the page where it has it, with its language where it is the other."""
    if site.language == "vi":
        return text, ""
    return (english, "") if english else (text, written_in(text))


def list_page(site: Site, part: ListPart) -> ConsultationListPage:
    """The whole list in groups; of a long group the newest, the rest by year."""
    found: dict[str, list[Item]] = {state: [] for state in _GROUPS}
    for item in reversed(part.items):
        state = site.model.on_day(item, "state_on")
        assert isinstance(item.record, Consultation)
        is_overdue = _is_overdue(site, item, item.record)
        found.setdefault(
            _OVERDUE if is_overdue and state == WAITING else state or UPCOMING, []
        ).append(item)
    found[OPEN].sort(key=lambda item: item.record.shown_until or dt.date.max)
    groups = tuple(_group(site, state, items) for state, items in found.items() if items)
    fields = list_fields(site, part)
    return ConsultationListPage(
        **fields, groups=groups, years=next(iter(fields["facets"][-1:]), None)
    )


def _group(site: Site, state: str, items: list[Item]) -> ConsultationGroup:
    term = site.model.vocabularies["consultation_states"].get(state)
    title = site.say("Summary overdue")
    if term:
        title = term.text(
            "group_en" if site.language == "en" else "group", term.label.of(site.language)
        )
    rows = tuple(_row(site, item) for item in items[:_LONGEST_GROUP])
    return ConsultationGroup(addresses.facet_word(state), title, len(items), rows)


def _row(site: Site, item: Item) -> ConsultationRow:
    record = item.record
    assert isinstance(record, Consultation)
    due = _due(site, record) if _is_overdue(site, item, record) else None
    return ConsultationRow(card(site, item), _days(site, item, record), due, record.total_comments)
