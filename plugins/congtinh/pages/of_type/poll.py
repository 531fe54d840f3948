"""The page of a poll: the question, how to answer while it is open, and the answers with their shares."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar, NamedTuple
from urllib.parse import quote

from congtinh.messages import number
from congtinh.model import Item
from congtinh.pages.attributes import own_attributes
from congtinh.pages.cards import life_state
from congtinh.pages.charts import bars
from congtinh.pages.contexts import ItemPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.parts import Link, Validity
from congtinh.pages.site import Site
from congtinh.records.poll import OPEN, Option, Poll
from congtinh.records.unit import Unit

_HIDDEN = ("question", "options", "total")


class Answer(NamedTuple):
    """One option; ``length`` is that of its bar, ``share`` its part of all answers, both empty without results."""

    label: str
    lang: str
    answers: int | None
    share: str
    length: int


class PollPage(ItemPage):
    """``mail`` opens the visitor's mail with a letter to answer in, while the poll is open."""

    template: ClassVar[str] = "poll.html"

    question: str
    state: Validity | None
    answers: tuple[Answer, ...]
    total: int | None
    total_share: str
    mail: Link | None


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, Poll)
    fields = item_fields(site, item) | {"attributes": own_attributes(site, item, _HIDDEN)}
    found = record.has_results and record.answers > 0
    values = [one.answers or 0 for one in record.options or ()]
    tenths = shares(values) if found else [None] * len(values)
    lengths = bars(values) if found else [0] * len(values)
    every = zip(record.options or (), tenths, lengths, strict=True)
    return PollPage(
        **fields,
        question=record.question or "",
        state=life_state(site, item),
        answers=tuple([_answer(site, one, share, length) for one, share, length in every]),
        total=record.answers if found else None,
        total_share=_percent(sum(shares(values)), site.language) if found else "",
        mail=_mail(site, item, record) if site.model.on_day(item, "state_on") == OPEN else None,
    )


def _answer(site: Site, option: Option, share: int | None, length: int) -> Answer:
    label, lang = _label(site, option)
    told = _percent(share, site.language) if share is not None else ""
    return Answer(label, lang, option.answers if told else None, told, length)


def _label(site: Site, option: Option) -> tuple[str, str]:
    if site.language == "en":
        return (option.label_en, "") if option.label_en else (option.label, "vi")
    return option.label, ""


def shares(values: Sequence[int]) -> list[int]:
    """What each value is of their sum, in tenths of a percent, rounded half up.

    Where these add up to less than 99,9 or more than 100,1 (R23), the shares nearest to the next
    tenth are moved instead, so that all are 100,0 together.  The sum must be more than nothing.
    """
    exact = [Fraction(1000 * value, sum(values)) for value in values]
    rounded = [int(one + Fraction(1, 2)) for one in exact]
    if abs(sum(rounded) - 1000) <= 1:
        return rounded
    cut = [int(one) for one in exact]
    by_rest = sorted(range(len(exact)), key=lambda place: (cut[place] - exact[place], place))
    for place in by_rest[: 1000 - sum(cut)]:
        cut[place] += 1
    return cut


def _percent(tenths: int, language: str) -> str:
    """``87,8 %``, ``87.8%``: always with one decimal."""
    whole, rest = divmod(tenths, 10)
    told = number(whole, language)
    return f"{told}.{rest}%" if language == "en" else f"{told},{rest}\u00a0%"


def _mail(site: Site, item: Item, record: Poll) -> Link | None:
    """A letter to the unit that holds the poll, else to the agency, with the options to choose from."""
    unit = site.model.find("unit", record.unit, site.language)
    address = next((u.email for u in (unit.record if unit else None, site.agency) if isinstance(u, Unit) and u.email), "")
    if not address:
        return None
    choices = "\r\n".join(f"[  ] {_label(site, one)[0]}" for one in record.options or ())
    ask = site.say("Put an x before one answer and send this letter.")
    body = f"{record.question or record.heading}\r\n\r\n{choices}\r\n\r\n{ask}"
    subject = site.say("Poll: {title}").format(title=record.heading)
    url = f"mailto:{address}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    return Link(address, url=url)
