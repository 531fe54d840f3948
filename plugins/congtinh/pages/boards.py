"""Lists that are tables: all items of a type on one page, in groups by state, kind or year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, NamedTuple

from congtinh.model import Item
from congtinh.pages.contexts import ListPage
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.parts import Link
from congtinh.pages.site import Site, written_in
from congtinh.pages.tables import Cell, Table
from congtinh.records.fields import FieldFacts

Groups = Mapping[str, list[Item]]


class BoardGroup(NamedTuple):
    """One table below its heading; ``table`` is ``None`` where nothing is in the group."""

    id: str
    title: str
    table: Table | None = None


class BoardPage(ListPage):
    """``summary`` tells what is in the groups; ``groups`` are in the order of the page."""

    template: ClassVar[str] = "board.html"

    summary: Table | None = None
    groups: tuple[BoardGroup, ...]


def board_items(site: Site, name: str) -> tuple[Item, ...]:
    """All items of a type, each once, the newest first: a sum is the same in both languages."""
    return site.model.either(name, site.language)[::-1]


def board_page(site: Site, part: ListPart, groups: Iterable[BoardGroup], summary: Table | None = None) -> BoardPage:
    """The one page of a type."""
    total = len(site.model.either(part.listing.section, site.language))
    fields = list_fields(site, part) | {"cards": (), "total": total}
    return BoardPage(**fields, groups=tuple(groups), summary=summary)


def by_state(site: Site, items: Iterable[Item], vocabulary: str) -> dict[str, list[Item]]:
    """The items of each state on the day of the build, in the order of the vocabulary; of each at least none."""
    found: dict[str, list[Item]] = {term.code: [] for term in site.model.vocabularies[vocabulary]}
    for item in items:
        found.setdefault(site.model.on_day(item, "state_on"), []).append(item)
    return found


def by_key(items: Iterable[Item], key: Callable[[Item], object]) -> dict[str, list[Item]]:
    """The items by what ``key`` says of them, in the order in which they come."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(str(key(item) or ""), []).append(item)
    return found


def name_cell(site: Site, item: Item, note: str = "") -> Cell:
    """The heading of a row: the title, which leads to the page of the item."""
    lang = "" if item.lang == site.language else item.lang
    return Cell(item.record.heading, address=item.address, lang=lang, note=note)


def text_cell(site: Site, item: Item, text: str | None, shared: bool = False) -> Cell:
    """Words of a record, in its language; ``shared`` ones are written once for both."""
    if not text:
        return missing_cell(site)
    lang = written_in(text) if shared and site.language == "en" else item.lang
    return Cell(text, lang="" if lang == site.language else lang)


def coded_cell(site: Site, vocabulary: str, codes: str | tuple[str, ...] | None) -> Cell:
    """The labels of codes."""
    told = [site.label(vocabulary, code) for code in ((codes,) if isinstance(codes, str) else codes or ())]
    return Cell(", ".join(told)) if told else missing_cell(site)


def money_cell(site: Site, amount: int | None) -> Cell:
    return Cell(number=amount) if amount is not None else missing_cell(site)


def missing_cell(site: Site) -> Cell:
    """What the law wants and the record has not."""
    return Cell(label=site.say("not given"))


def link_cell(link: Link) -> Cell:
    return Cell(link.text, address=link.address, url=link.url, lang=link.lang)


def head(site: Site, *labels: FieldFacts | str) -> tuple[str, ...]:
    """The words of the columns: those of fields, or words of the theme."""
    words = []
    for one in labels:
        if isinstance(one, str):
            words.append(site.say(one))
        else:
            money = f" ({'VND' if site.language == 'en' else 'đồng'})" if one.money else ""
            words.append((one.en if site.language == "en" else one.vi) + money)
    return tuple(words)
