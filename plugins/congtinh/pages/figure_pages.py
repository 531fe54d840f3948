"""The pages behind each public figure: how it comes about, and everything that it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import PurePosixPath

from congtinh import addresses
from congtinh.languages import other
from congtinh.model import Item, digest_of
from congtinh.pages.contexts import FigurePage
from congtinh.pages.figure_words import month_of_year, working
from congtinh.pages.head import list_metas
from congtinh.pages.list_parts import pager
from congtinh.pages.lists import place, spans
from congtinh.pages.parts import Counterpart, Link
from congtinh.pages.planned import Planned
from congtinh.pages.public_figures import PublicFigure
from congtinh.pages.site import N_, Site, both
from congtinh.pages.statistics import Figures, figure_charts, file_address, kinds_of
from congtinh.pages.statistics_parts import ThingMonth, ThingRow, Working
from congtinh.pages.things import Thing
from congtinh.statistics.tallies import PICTURES

LINES_OF_A_ROW = 5
"""A line of the list is so much shorter than a row of a register: pages hold as many times more."""

Kinds = Mapping[tuple[str, str], str]
"""Content type, empty for all, and measure: the vocabulary that names the kinds of what is counted."""

_BOTH = N_("Both languages, each once")
_WORKINGS = (_BOTH, N_("Vietnamese"), N_("English"))
_DISTINCT = N_("The figure tells how many different ones there are, not how many lines the list has.")
_CUMULATIVE = N_("The figure counts from the beginning, not from 1 January.")
_NO_DAY = N_("Without a day")
_WITHDRAWN = N_("Item that has been withdrawn")


def planned_figures(site: Site, figures: Figures) -> Iterator[Planned]:
    """The pages of every figure; an older one changes only with what it lists."""
    public = frozenset(one.formula.key for one in figures)
    for figure in figures:
        pages = spans(len(figure.things), LINES_OF_A_ROW * site.settings.page_size)
        for number, (start, end) in enumerate(pages, 1):
            part = FigurePart(figure, number, len(pages), figure.things[start:end])
            links = [one.key in public for one in figure.this_year[0].parts]
            head = (figure.formula.key, figure.formula.label, figure.year.year, place(number, len(pages)))
            told = digest_of(repr((head, part.newest and links)).encode(), figure.told if part.newest else b"")
            decided = digest_of(told, *figure.prints[start:end])
            make = partial(figure_page, site, part, public)
            yield Planned(part.address(site.language), site.language, "", decided, make)


@dataclass(frozen=True, slots=True)
class FigurePart:
    """One page of a figure, of ``pages``: its things, oldest first."""

    figure: PublicFigure
    number: int
    pages: int
    things: tuple[Thing, ...]

    @property
    def newest(self) -> bool:
        return self.number == self.pages

    def address(self, language: str) -> str:
        base = addresses.of_figure(self.figure.formula.key, language)
        return base if self.newest else addresses.numbered(base, self.number, language)


def figure_page(site: Site, part: FigurePart, public: frozenset[str]) -> FigurePage:
    """One page of what is behind a figure; on the newest the figure itself."""
    figure, language, there = part.figure, site.language, other(site.language)
    formula, newest = figure.formula, part.newest
    label, address = formula.label.of(language), part.address(language)
    base = addresses.of_figure(formula.key, language)
    title = f"{label} – {figure.year.label.of(language)}"
    if not newest:
        title = site.say("{title}, page {number}").format(title=title, number=part.number)
    description = f"{title} – {site.agency_name}"
    counterpart = Counterpart(there, addresses.of_figure(formula.key, there), newest)
    parents = (site.home_link(), site.fixed_link("statistics"))
    return FigurePage(
        language=language,
        address=address,
        title=title,
        description=description,
        section="statistics",
        breadcrumbs=parents if newest else (*parents, Link(label, base)),
        counterpart=counterpart,
        alternates=both(language, address, counterpart.address) if newest else (),
        metas=list_metas(site, title, description, address),
        year=figure.year.year,
        formula=formula.written,
        workings=_workings(site, figure) if newest else (),
        made_of=_made_of(site, figure, public) if newest else (),
        note=_note(site, figure) if newest else "",
        charts=figure_charts(site, figure) if newest else None,
        months=tuple(_months(site, part.things)),
        total=len(figure.things) if newest else None,
        pager=pager(site, base, part.number, part.pages),
        file=file_address(formula.key, language),
    )


def _workings(site: Site, figure: PublicFigure) -> tuple[Working, ...]:
    words = zip(_WORKINGS, figure.this_year, strict=True)
    return tuple(Working(site.say(label), working(one, site.language)) for label, one in words)


def _made_of(site: Site, figure: PublicFigure, public: frozenset[str]) -> tuple[Link, ...]:
    """The parts by their names, with a link where the site shows them too."""
    parts = {part.key: part.label.of(site.language) for part in figure.this_year[0].parts}
    return tuple(
        Link(label, addresses.of_figure(key, site.language) if key in public else "")
        for key, label in parts.items()
    )


def _note(site: Site, figure: PublicFigure) -> str:
    if figure.formula.distinct:
        return site.say(_DISTINCT)
    return site.say(_CUMULATIVE) if figure.formula.cumulative else ""


def _months(site: Site, things: Iterable[Thing]) -> Iterator[ThingMonth]:
    """The things by month, the newest first."""
    kinds = kind_vocabularies(site)
    newest_first = sorted(things, key=lambda one: one.day.toordinal() if one.day else 0, reverse=True)
    for month, found in groupby(newest_first, key=_month):
        label = month_of_year(*month).of(site.language) if month else site.say(_NO_DAY)
        yield ThingMonth(label, tuple(thing_row(site, one, kinds) for one in found))


def _month(thing: Thing) -> tuple[int, int] | None:
    return (thing.day.year, thing.day.month) if thing.day else None


def kind_vocabularies(site: Site) -> Kinds:
    """Which vocabulary names the kinds of what each counted figure counts."""
    found = {}
    for term in site.model.vocabularies["figures"]:
        vocabulary = kinds_of(site, term.code)
        for type_ in term.texts("type") or ("",):
            if vocabulary:
                found[type_, term.text("measure")] = vocabulary
    return found


def thing_row(site: Site, thing: Thing, kinds: Kinds) -> ThingRow:
    """A thing by the item behind it, in the language of the page where the item has it."""
    vi, en = (_item(site, path) for path in thing.paths)
    item = (en or vi) if site.language == "en" else (vi or en)
    if item is None:
        return ThingRow(thing.day, site.say(_WITHDRAWN), "", "", "", thing.values)
    record = item.record
    address = item.address if record.own_page else ""
    lang = "" if item.lang == site.language else item.lang
    return ThingRow(thing.day, record.heading, lang, address, _kind(site, thing, kinds), thing.values)


def _kind(site: Site, thing: Thing, kinds: Kinds) -> str:
    """The kind by name; of a picture the name of its file."""
    if thing.measure == PICTURES:
        return PurePosixPath(thing.key).name
    vocabulary = kinds.get((thing.type, thing.measure)) or kinds.get(("", thing.measure))
    return site.label(vocabulary, thing.kind) if vocabulary else ""


def _item(site: Site, path: str) -> Item | None:
    return site.model.by_path.get(path) if path else None
